//! A record as JSON, and its key as text: the one form that journal and database share.

use serde::de::{DeserializeOwned, Deserializer, Error};
use serde::{Deserialize, Serialize, Serializer};

use crate::model::{EditionKey, EditionPart, FigureKey, PassageKey, Record, RecordKey, ReturnKey, Year};

/// The form of the values; it goes up when an older program would misread them.
pub(super) const VERSION: u32 = 1;

/// The sorts of records; each has its tree in the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Tree {
    /// Years with their templates.
    Years,
    /// Settings.
    Settings,
    /// Passages.
    Passages,
    /// Entries of registers.
    Registers,
    /// Items.
    Items,
    /// What was said of figures.
    Figures,
    /// Returns.
    Returns,
    /// Editions.
    Editions,
    /// Parts of their texts.
    EditionTexts,
    /// Clashes.
    Clashes,
}

impl Tree {
    /// All of them, in the order in which they are loaded: the many first, the large last.
    pub(super) const ALL: [Self; 10] = [
        Self::Items,
        Self::Passages,
        Self::Registers,
        Self::Settings,
        Self::Figures,
        Self::Returns,
        Self::Editions,
        Self::EditionTexts,
        Self::Clashes,
        Self::Years,
    ];

    /// The first form of ledger whose programs know it.
    pub(super) const fn form(self) -> u32 {
        match self {
            Self::Clashes => 3,
            Self::Editions | Self::EditionTexts => 2,
            _ => 1,
        }
    }

    /// Its name in database and journal.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Years => "years",
            Self::Settings => "settings",
            Self::Passages => "passages",
            Self::Registers => "registers",
            Self::Items => "items",
            Self::Figures => "figures",
            Self::Returns => "returns",
            Self::Editions => "editions",
            Self::EditionTexts => "editiontexts",
            Self::Clashes => "clashes",
        }
    }

    /// The tree of a key.
    pub(super) const fn of(key: &RecordKey) -> Self {
        match key {
            RecordKey::Item(_) => Self::Items,
            RecordKey::Passage(_) => Self::Passages,
            RecordKey::Entry(_) => Self::Registers,
            RecordKey::Setting(_) => Self::Settings,
            RecordKey::Year(_) => Self::Years,
            RecordKey::Figure(_) => Self::Figures,
            RecordKey::Return(_) => Self::Returns,
            RecordKey::Edition(_) => Self::Editions,
            RecordKey::EditionText(_) => Self::EditionTexts,
            RecordKey::Clash(_) => Self::Clashes,
        }
    }

    /// Whether the record belongs into this tree.
    pub(super) const fn takes(self, record: &Record) -> bool {
        matches!(
            (self, record),
            (Self::Items, Record::Item(_))
                | (Self::Passages, Record::Passage(_))
                | (Self::Registers, Record::Entry(_))
                | (Self::Settings, Record::Setting(_))
                | (Self::Years, Record::Year(_))
                | (Self::Figures, Record::Figure(_))
                | (Self::Returns, Record::Return(_))
                | (Self::Editions, Record::Edition(_))
                | (Self::EditionTexts, Record::EditionText(_))
                | (Self::Clashes, Record::Clash(_))
        )
    }

    /// Reads a record of this tree.
    pub(super) fn record<'de, D: Deserializer<'de>>(self, from: D) -> Result<Record, D::Error> {
        match self {
            Self::Items => Deserialize::deserialize(from).map(Record::Item),
            Self::Passages => Deserialize::deserialize(from).map(Record::Passage),
            Self::Registers => Deserialize::deserialize(from).map(Record::Entry),
            Self::Settings => Deserialize::deserialize(from).map(Record::Setting),
            Self::Years => Deserialize::deserialize(from).map(Record::Year),
            Self::Figures => Deserialize::deserialize(from).map(Record::Figure),
            Self::Returns => Deserialize::deserialize(from).map(Record::Return),
            Self::Editions => Deserialize::deserialize(from).map(Record::Edition),
            Self::EditionTexts => Deserialize::deserialize(from).map(Record::EditionText),
            Self::Clashes => Deserialize::deserialize(from).map(Record::Clash),
        }
    }

    /// Reads a value of the database.
    pub(super) fn value(self, bytes: &[u8]) -> serde_json::Result<Record> {
        match self {
            Self::Items => stored(bytes).map(Record::Item),
            Self::Passages => stored(bytes).map(Record::Passage),
            Self::Registers => stored(bytes).map(Record::Entry),
            Self::Settings => stored(bytes).map(Record::Setting),
            Self::Years => stored(bytes).map(Record::Year),
            Self::Figures => stored(bytes).map(Record::Figure),
            Self::Returns => stored(bytes).map(Record::Return),
            Self::Editions => stored(bytes).map(Record::Edition),
            Self::EditionTexts => stored(bytes).map(Record::EditionText),
            Self::Clashes => stored(bytes).map(Record::Clash),
        }
    }
}

/// A value of the database: `{"v":1,"data":…}`.
#[derive(Serialize, Deserialize)]
struct Stored<T> {
    v: u32,
    data: T,
}

fn stored<T: DeserializeOwned>(bytes: &[u8]) -> serde_json::Result<T> {
    let stored: Stored<T> = serde_json::from_slice(bytes)?;
    if stored.v > VERSION {
        return Err(Error::custom(format_args!("version {} is newer than {VERSION}", stored.v)));
    }
    Ok(stored.data)
}

/// Writes a record as a value of the database.
pub(super) fn value(record: &Record) -> Vec<u8> {
    let stored = Stored { v: VERSION, data: AsJson(record) };
    serde_json::to_vec(&stored).expect("records have text keys and finite numbers")
}

/// A record that serializes as what it holds.
pub(super) struct AsJson<'a>(pub(super) &'a Record);

impl Serialize for AsJson<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Record::Item(item) => item.serialize(to),
            Record::Passage(passage) => passage.serialize(to),
            Record::Entry(entry) => entry.serialize(to),
            Record::Setting(setting) => setting.serialize(to),
            Record::Year(year) => year.serialize(to),
            Record::Figure(note) => note.serialize(to),
            Record::Return(value) => value.serialize(to),
            Record::Edition(edition) => edition.serialize(to),
            Record::EditionText(text) => text.serialize(to),
            Record::Clash(clash) => clash.serialize(to),
        }
    }
}

/// Writes a key: a ULID, `2022`, `2022/1.a`, `2022/indicator/period-or-dash/unit`, `2022/variant/number` or
/// `2022/variant/number/part`.
pub(super) fn key_text(key: &RecordKey) -> String {
    match key {
        RecordKey::Item(id) => id.to_string(),
        RecordKey::Passage(PassageKey(year, id)) => format!("{year}/{id}"),
        RecordKey::Entry(id) => id.to_string(),
        RecordKey::Setting(id) => id.to_string(),
        RecordKey::Year(year) => year.to_string(),
        RecordKey::Figure(FigureKey(year, id)) => format!("{year}/{id}"),
        RecordKey::Return(key) => return_text(key),
        RecordKey::Edition(key) => edition_text(key),
        RecordKey::EditionText(EditionPart(key, part)) => format!("{}/{part}", edition_text(key)),
        RecordKey::Clash(key) => key.to_string(),
    }
}

/// Reads what [`key_text`] wrote; none: it is no key of this tree.
pub(super) fn key_of(tree: Tree, text: &str) -> Option<RecordKey> {
    Some(match tree {
        Tree::Items => RecordKey::Item(text.parse().ok()?),
        Tree::Registers => RecordKey::Entry(text.parse().ok()?),
        Tree::Settings => RecordKey::Setting(text.parse().ok()?),
        Tree::Years => RecordKey::Year(text.parse().ok()?),
        Tree::Passages => {
            let (year, id) = year_and(text)?;
            RecordKey::Passage(PassageKey(year, id.parse().ok()?))
        }
        Tree::Figures => {
            let (year, id) = year_and(text)?;
            RecordKey::Figure(FigureKey(year, id.parse().ok()?))
        }
        Tree::Returns => RecordKey::Return(return_of(text)?),
        Tree::Editions => RecordKey::Edition(edition_of(text)?),
        Tree::Clashes => RecordKey::Clash(text.parse().ok()?),
        Tree::EditionTexts => {
            let (edition, part) = text.rsplit_once('/')?;
            RecordKey::EditionText(EditionPart(edition_of(edition)?, part.parse().ok()?))
        }
    })
}

fn year_and(text: &str) -> Option<(Year, &str)> {
    let (year, rest) = text.split_once('/')?;
    Some((year.parse().ok()?, rest))
}

fn return_text(key: &ReturnKey) -> String {
    let period = key.period.as_ref().map_or_else(|| "-".to_owned(), ToString::to_string);
    format!("{}/{}/{period}/{}", key.year, key.indicator, key.unit)
}

// An id may hold a slash, a period and a unit do not: they are cut off from the end.
fn return_of(text: &str) -> Option<ReturnKey> {
    let (year, rest) = year_and(text)?;
    let (rest, unit) = rest.rsplit_once('/')?;
    let (indicator, period) = rest.rsplit_once('/')?;
    let period = match period {
        "-" => None,
        period => Some(period.parse().ok()?),
    };
    Some(ReturnKey { year, indicator: indicator.parse().ok()?, period, unit: unit.parse().ok()? })
}

fn edition_text(EditionKey { year, variant, number }: &EditionKey) -> String {
    format!("{year}/{variant}/{number}")
}

// The tag of a theme may hold a slash, a number does not: it is cut off from the end.
fn edition_of(text: &str) -> Option<EditionKey> {
    let (year, rest) = year_and(text)?;
    let (variant, number) = rest.rsplit_once('/')?;
    Some(EditionKey { year, variant: variant.parse().ok()?, number: number.parse().ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::{EntryId, ItemId};

    fn keys() -> Vec<RecordKey> {
        let year = Year::try_from(2022).expect("a year");
        let unit = EntryId::from_bits(7);
        let asked =
            |indicator: &str, period| ReturnKey { year, indicator: indicator.parse().expect("an id"), period, unit };
        let edition = |variant: &str| EditionKey { year, variant: variant.parse().expect("a variant"), number: 12 };
        vec![
            RecordKey::Item(ItemId::from_bits(42)),
            RecordKey::Entry(unit),
            RecordKey::Setting("区".parse().expect("an id")),
            RecordKey::Year(year),
            RecordKey::Passage(PassageKey(year, "1.a".parse().expect("an id"))),
            RecordKey::Figure(FigureKey(year, "中心组/次数".parse().expect("an id"))),
            RecordKey::Return(asked("志愿者/人数", None)),
            RecordKey::Return(asked("志愿者", "2022年第二季度".parse().ok())),
            RecordKey::Edition(edition("whole")),
            RecordKey::EditionText(EditionPart(edition("tag:党史/二十大"), 3)),
            RecordKey::Clash("items/01GK/fields/outlet/00000007".parse().expect("a key")),
        ]
    }

    #[test]
    fn a_key_is_read_as_it_was_written() {
        for key in keys() {
            assert_eq!(key_of(Tree::of(&key), &key_text(&key)), Some(key));
        }
    }

    #[test]
    fn a_text_that_is_no_key_is_none() {
        for (tree, text) in
            [(Tree::Items, "x"), (Tree::Years, "1800"), (Tree::Passages, "2022"), (Tree::Returns, "2022/a")]
        {
            assert_eq!(key_of(tree, text), None);
        }
    }

    #[test]
    fn a_value_of_a_newer_form_is_not_misread() {
        assert!(Tree::Settings.value(br#"{"v":1,"data":"x"}"#).is_ok());
        assert!(Tree::Settings.value(br#"{"v":2,"data":"x"}"#).is_err());
    }
}
