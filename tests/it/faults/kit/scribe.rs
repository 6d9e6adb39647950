//! A scribe: makes changes of every size, and gives each a mark by which it is known again.

use std::hash::{DefaultHasher, Hash, Hasher};

use chrono::{DateTime, TimeDelta, Utc};
use taizhang::id::{EntryId, PassageId};
use taizhang::model::{
    Act, Change, Edit, Entry, Ledger, Passage, PassageKey, Rank, Record, RecordKey, SettingValue, Verb, Year,
};
use taizhang::store::{Logged, Seq, Store, StoreError};

use super::chance::Chance;

/// What a draft calls its number.
pub const NUMBER: &str = "number";

/// Keeps a draft with this number.
pub fn keep_draft(store: &Store, Seq(number): Seq) -> Result<(), StoreError> {
    store.drafts().save("draft", &serde_json::json!({ "title": "未完", NUMBER: number }))
}

/// Makes changes to a ledger that it keeps in memory as well.
#[derive(Debug)]
pub struct Scribe {
    chance: Chance,
    /// What the ledger holds now.
    pub ledger: Ledger,
    last: Option<(Seq, Change)>,
}

impl Scribe {
    /// One that goes on with `ledger`.
    pub const fn new(chance: Chance, ledger: Ledger) -> Self {
        Self { chance, ledger, last: None }
    }

    /// Commits a change, once in eight the undo of the one before; gives its number and mark.
    pub fn commit(&mut self, store: &mut Store) -> Result<(Seq, u64), StoreError> {
        let (change, undoes) = match self.last.take_if(|_| self.chance.once_in(8)) {
            Some((seq, change)) => (change.inverse(), Some(seq)),
            None => (self.change(), None),
        };
        let logged = Logged { seq: Seq(0), at: self.instant(), by: "甲".into(), change, undoes };
        let seq = store.commit(logged.clone())?;
        logged.change.apply(&mut self.ledger).expect("a change fits the ledger that it was made from");
        let known = mark(&logged);
        self.last = Some((seq, logged.change));
        Ok((seq, known))
    }

    // The clock goes on, stands, or runs backwards.
    fn instant(&mut self) -> DateTime<Utc> {
        let start = DateTime::from_timestamp_millis(1_648_195_200_123).expect("an instant");
        start + TimeDelta::milliseconds((self.chance.number() >> 24).cast_signed())
    }

    fn change(&mut self) -> Change {
        let mut draft = self.ledger.clone();
        let count = if self.chance.once_in(200) { 700 } else { 1 + self.chance.below(3) };
        let edits = (0..count).map(|_| self.edit(&mut draft)).collect();
        Change { act: Act { verb: Verb::Set, what: "注".into() }, edits }
    }

    fn edit(&mut self, draft: &mut Ledger) -> Edit {
        let n = self.chance.below(40);
        let text = self.text();
        let goes = self.chance.once_in(10);
        let (key, new) = match self.chance.below(3) {
            0 => setting(n, text),
            1 => passage(n, &text),
            _ => entry(n, &text),
        };
        let edit = Edit { old: key.get(draft), new: (!goes).then_some(new), key };
        edit.key.put(edit.new.clone(), draft).expect("the record is of the key's sort");
        edit
    }

    // Mostly a sentence, now and then a page.
    fn text(&mut self) -> String {
        let signs = if self.chance.once_in(20) { 2_000 } else { 40 };
        let from = self.chance.below(5_000) as u32;
        let sign = |n: u32| char::from_u32(0x4e00 + (from + n * 7_919) % 20_000);
        (0..self.chance.below(signs) as u32).filter_map(sign).collect()
    }
}

/// What a change is known by, however it was read.
pub fn mark(logged: &Logged) -> u64 {
    let mut hasher = DefaultHasher::new();
    format!("{:?} {:?} {:?}", logged.at, logged.undoes, logged.change).hash(&mut hasher);
    hasher.finish()
}

fn setting(n: usize, text: String) -> (RecordKey, Record) {
    let id = format!("s{n}").parse().expect("an id");
    (RecordKey::Setting(id), Record::Setting(SettingValue(text)))
}

fn passage(n: usize, text: &str) -> (RecordKey, Record) {
    let id: PassageId = format!("{n}.a").parse().expect("an id");
    let json = serde_json::json!({ "id": id, "rank": Rank::nth(n), "text": text });
    let year = Year::try_from(2022).expect("a year");
    let passage = serde_json::from_value::<Passage>(json).expect("a passage");
    (RecordKey::Passage(PassageKey(year, id)), Record::Passage(passage))
}

fn entry(n: usize, label: &str) -> (RecordKey, Record) {
    let id = EntryId::from_bits(n as u128);
    let json = serde_json::json!({ "id": id, "register": "units", "label": label });
    (RecordKey::Entry(id), Record::Entry(serde_json::from_value::<Entry>(json).expect("an entry")))
}
