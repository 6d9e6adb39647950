//! A change (改动): one user act with old and new values; it knows its inverse. The unit of saving, undo and history.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{
    Card, Clash, ClashKey, Edition, EditionKey, EditionPart, EditionText, Entry, FigureKey, FigureNote, Item, Ledger,
    Passage, PassageKey, Return, ReturnKey, SettingKey, SettingValue, Year, YearBook,
};
use crate::id::{EntryId, ItemId};
use crate::lang::Lang;

/// One user act.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What was done, in words.
    pub act: Act,
    /// What it changes, in order.
    pub edits: Vec<Edit>,
}

/// What was done: a verb and what it was done to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Act {
    /// The verb.
    pub verb: Verb,
    /// What it was done to, in the user's own words: a title, a setting's name.
    pub what: String,
}

/// The verb of an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verb {
    /// Made a ledger.
    Init,
    /// Began a year.
    Year,
    /// Recorded an item.
    Add,
    /// Changed an item.
    Edit,
    /// Put an item into the bin.
    Bin,
    /// Took an item out of the bin.
    Restore,
    /// Changed settings.
    Set,
    /// Changed the report's text.
    Write,
    /// Changed a register.
    Register,
    /// Said something of a figure.
    Figure,
    /// Recorded the rows of a table.
    Import,
    /// Took in what another copy of the ledger has.
    Merge,
    /// Wrote an edition of the report.
    Publish,
    /// Declared an edition to be the final one.
    Freeze,
    /// Stands for changes whose lines are gone; makes what they made.
    Lost,
}

/// One record before and after.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    /// Which record.
    pub key: RecordKey,
    /// As it was; none: it was not there.
    pub old: Option<Record>,
    /// As it becomes; none: it goes.
    pub new: Option<Record>,
}

/// Names a record in the whole ledger.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RecordKey {
    /// An item.
    Item(ItemId),
    /// A passage.
    Passage(PassageKey),
    /// An entry of a register.
    Entry(EntryId),
    /// A setting.
    Setting(SettingKey),
    /// A year.
    Year(Year),
    /// A figure's note.
    Figure(FigureKey),
    /// A return.
    Return(ReturnKey),
    /// An edition.
    Edition(EditionKey),
    /// A part of an edition's text.
    EditionText(EditionPart),
    /// A clash.
    Clash(ClashKey),
}

/// A record.
#[derive(Clone, Debug, PartialEq)]
pub enum Record {
    /// An item.
    Item(Arc<Item>),
    /// A passage.
    Passage(Passage),
    /// An entry of a register.
    Entry(Entry),
    /// A setting.
    Setting(SettingValue),
    /// A year.
    Year(YearBook),
    /// A figure's note.
    Figure(FigureNote),
    /// A return.
    Return(Return),
    /// An edition.
    Edition(Edition),
    /// A part of an edition's text.
    EditionText(Arc<EditionText>),
    /// A clash.
    Clash(Clash),
}

/// Why a change does not fit the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChangeError {
    /// The record is not what the change says it was.
    Conflict(RecordKey),
    /// Key and record are of different sorts.
    Mismatch(RecordKey),
}

impl Act {
    /// Says what was done, in a few words: `记一条[文化站里过冬至]`; where there is no name, without it.
    pub fn text(&self, lang: Lang) -> String {
        let verb = match (self.verb, lang) {
            (Verb::Init, Lang::Zh) => "建台账",
            (Verb::Init, Lang::En) => "made the ledger",
            (Verb::Year, Lang::Zh) => "新建年度",
            (Verb::Year, Lang::En) => "began the year",
            (Verb::Add, Lang::Zh) => "记一条",
            (Verb::Add, Lang::En) => "added",
            (Verb::Edit, Lang::Zh) => "改",
            (Verb::Edit, Lang::En) => "changed",
            (Verb::Bin, Lang::Zh) => "移入回收站",
            (Verb::Bin, Lang::En) => "binned",
            (Verb::Restore, Lang::Zh) => "从回收站取回",
            (Verb::Restore, Lang::En) => "restored",
            (Verb::Set, Lang::Zh) => "设置",
            (Verb::Set, Lang::En) => "set",
            (Verb::Write, Lang::Zh) => "改报告",
            (Verb::Write, Lang::En) => "edited the report",
            (Verb::Register, Lang::Zh) => "改名录",
            (Verb::Register, Lang::En) => "changed the register",
            (Verb::Import, Lang::Zh) => "导入",
            (Verb::Import, Lang::En) => "imported",
            (Verb::Merge, Lang::Zh) => "合并",
            (Verb::Merge, Lang::En) => "merged",
            (Verb::Lost, Lang::Zh) => "修复日志补回",
            (Verb::Lost, Lang::En) => "brought back while healing the journal",
            (Verb::Figure, Lang::Zh) => "数据",
            (Verb::Figure, Lang::En) => "figure",
            (Verb::Publish, Lang::Zh) => "出文",
            (Verb::Publish, Lang::En) => "wrote",
            (Verb::Freeze, Lang::Zh) => "定稿",
            (Verb::Freeze, Lang::En) => "declared final",
        };
        match lang {
            _ if self.what.is_empty() => verb.into(),
            Lang::Zh => format!("{verb}[{}]", self.what),
            Lang::En => format!("{verb} [{}]", self.what),
        }
    }
}

impl Change {
    /// The change that takes this one back: last edit first, old and new swapped.
    #[must_use]
    pub fn inverse(&self) -> Self {
        let swapped = |edit: &Edit| Edit { key: edit.key.clone(), old: edit.new.clone(), new: edit.old.clone() };
        Self { act: self.act.clone(), edits: self.edits.iter().rev().map(swapped).collect() }
    }

    /// The cards of its items as they were and as they become; none: it is of more than items.
    pub fn cards(&self) -> Option<Vec<&Card>> {
        let of_items = self.edits.iter().all(|edit| matches!(edit.key, RecordKey::Item(_)));
        let records = self.edits.iter().flat_map(|edit| edit.old.iter().chain(&edit.new));
        of_items.then(|| records.filter_map(Record::as_item).map(|item| &item.card).collect())
    }

    /// Checks that every edit finds its record as it says it was, and changes nothing.
    ///
    /// # Errors
    /// [`ChangeError::Conflict`] names the first record that is not what the change says it was.
    pub fn check(&self, ledger: &Ledger) -> Result<(), ChangeError> {
        let mut seen: BTreeMap<&RecordKey, &Option<Record>> = BTreeMap::new();
        for edit in &self.edits {
            let fits = match seen.insert(&edit.key, &edit.new) {
                Some(made) => *made == edit.old,
                None => edit.key.get(ledger) == edit.old,
            };
            if !fits {
                return Err(ChangeError::Conflict(edit.key.clone()));
            }
        }
        Ok(())
    }

    /// Applies all edits, or none.
    ///
    /// # Errors
    /// [`ChangeError::Conflict`] names the first record that is not what the change says it was.
    pub fn apply(&self, ledger: &mut Ledger) -> Result<(), ChangeError> {
        for (done, edit) in self.edits.iter().enumerate() {
            if let Err(error) = edit.apply(ledger) {
                for back in self.edits[..done].iter().rev() {
                    back.key.put(back.old.clone(), ledger).expect("an edit just made can be taken back");
                }
                return Err(error);
            }
        }
        Ok(())
    }
}

impl Edit {
    /// An edit of the item's record; the key is taken from whichever side is there.
    pub fn item(old: Option<Item>, new: Option<Item>) -> Option<Self> {
        let id = old.as_ref().or(new.as_ref())?.card.id;
        let record = |item| Record::Item(Arc::new(item));
        Some(Self { key: RecordKey::Item(id), old: old.map(record), new: new.map(record) })
    }

    fn apply(&self, ledger: &mut Ledger) -> Result<(), ChangeError> {
        if self.key.get(ledger) != self.old {
            return Err(ChangeError::Conflict(self.key.clone()));
        }
        self.key.put(self.new.clone(), ledger)
    }
}

impl Record {
    /// The item, when it is one.
    pub fn as_item(&self) -> Option<&Item> {
        if let Self::Item(item) = self { Some(item) } else { None }
    }
}

impl RecordKey {
    /// The record as it is in `ledger`.
    pub fn get(&self, ledger: &Ledger) -> Option<Record> {
        match self {
            Self::Item(id) => ledger.items.get(id).cloned().map(Record::Item),
            Self::Passage(key) => ledger.passages.get(key).cloned().map(Record::Passage),
            Self::Entry(id) => ledger.entries.get(id).cloned().map(Record::Entry),
            Self::Setting(key) => ledger.settings.get(key).cloned().map(Record::Setting),
            Self::Year(year) => ledger.years.get(year).cloned().map(Record::Year),
            Self::Figure(key) => ledger.figures.get(key).cloned().map(Record::Figure),
            Self::Return(key) => ledger.returns.get(key).cloned().map(Record::Return),
            Self::Edition(key) => ledger.editions.get(key).cloned().map(Record::Edition),
            Self::EditionText(key) => ledger.edition_texts.get(key).cloned().map(Record::EditionText),
            Self::Clash(key) => ledger.clashes.get(key).cloned().map(Record::Clash),
        }
    }

    /// Puts `record` into its place in `ledger`, or removes what stands there.
    pub fn put(&self, record: Option<Record>, ledger: &mut Ledger) -> Result<(), ChangeError> {
        match (self, record) {
            (Self::Item(id), None) => drop(ledger.items.remove(id)),
            (Self::Item(id), Some(Record::Item(item))) => drop(ledger.items.insert(*id, item)),
            (Self::Passage(key), None) => drop(ledger.passages.remove(key)),
            (Self::Passage(key), Some(Record::Passage(passage))) => drop(ledger.passages.insert(key.clone(), passage)),
            (Self::Entry(id), None) => drop(ledger.entries.remove(id)),
            (Self::Entry(id), Some(Record::Entry(entry))) => drop(ledger.entries.insert(*id, entry)),
            (Self::Setting(key), None) => drop(ledger.settings.remove(key)),
            (Self::Setting(key), Some(Record::Setting(value))) => drop(ledger.settings.insert(key.clone(), value)),
            (Self::Year(year), None) => drop(ledger.years.remove(year)),
            (Self::Year(year), Some(Record::Year(book))) => drop(ledger.years.insert(*year, book)),
            (Self::Figure(key), None) => drop(ledger.figures.remove(key)),
            (Self::Figure(key), Some(Record::Figure(note))) => drop(ledger.figures.insert(key.clone(), note)),
            (Self::Return(key), None) => drop(ledger.returns.remove(key)),
            (Self::Return(key), Some(Record::Return(value))) => drop(ledger.returns.insert(key.clone(), value)),
            (Self::Edition(key), None) => drop(ledger.editions.remove(key)),
            (Self::Edition(key), Some(Record::Edition(edition))) => drop(ledger.editions.insert(key.clone(), edition)),
            (Self::EditionText(key), None) => drop(ledger.edition_texts.remove(key)),
            (Self::EditionText(key), Some(Record::EditionText(text))) => {
                drop(ledger.edition_texts.insert(key.clone(), text));
            }
            (Self::Clash(key), None) => drop(ledger.clashes.remove(key)),
            (Self::Clash(key), Some(Record::Clash(clash))) => drop(ledger.clashes.insert(key.clone(), clash)),
            (key, Some(_)) => return Err(ChangeError::Mismatch(key.clone())),
        }
        Ok(())
    }
}

impl ChangeError {
    /// Says what does not fit.
    pub fn text(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Conflict(_), Lang::Zh) => "这条记录后来又改过，不能直接撤回".into(),
            (Self::Conflict(_), Lang::En) => "the record has changed since and cannot simply be taken back".into(),
            (Self::Mismatch(_), Lang::Zh) => "改动与记录的种类不符".into(),
            (Self::Mismatch(_), Lang::En) => "the change does not fit the sort of the record".into(),
        }
    }
}

impl fmt::Display for ChangeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Lang::En))
    }
}

impl std::error::Error for ChangeError {}
