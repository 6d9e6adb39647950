//! Journal, database and memory hold the same, whatever the changes.

use proptest::prelude::*;
use taizhang::id::{EntryId, PassageId};
use taizhang::model::{
    Amount, Edit, Entry, FigureKey, FigureNote, Passage, PassageKey, Rank, Record, RecordKey, Return, ReturnKey,
    ReturnSource, SettingValue, Unknown, Year,
};
use taizhang::store::Store;
use taizhang::template::sample;

use super::bench::{Bench, change, setting};

#[test]
fn the_sample_ledger_is_there_again() {
    let bench = with_sample();
    assert!(!bench.ledger.items.is_empty() && !bench.ledger.years.is_empty());
    assert_same(bench);
}

#[test]
fn returns_and_notes_of_figures_are_there_again() {
    let mut bench = Bench::new();
    let year = Year::try_from(2022).expect("a year");
    let value = Return {
        value: Amount::parse("300多").expect("an amount"),
        source: ReturnSource::Estimated,
        unknown: Unknown::new(),
    };
    for period in [None, Some("2022年二季度"), Some("2022年第12周"), Some("2022年7月")] {
        let period = period.map(|period| period.parse().expect("a period"));
        let indicator = "志愿者".parse().expect("an id");
        let key = ReturnKey { year, indicator, period, unit: EntryId::from_bits(7) };
        bench.put(&RecordKey::Return(key), Record::Return(value.clone())).expect("saved");
    }
    let key = RecordKey::Figure(FigureKey(year, "志愿者".parse().expect("an id")));
    bench.put(&key, Record::Figure(FigureNote { zero: true, ..FigureNote::default() })).expect("saved");
    assert_eq!(bench.ledger.returns.len(), 4);
    assert_same(bench);
}

fn with_sample() -> Bench {
    let mut bench = Bench::new();
    for done in sample() {
        bench.commit(&done, None).expect("saved");
    }
    bench
}

fn assert_same(bench: Bench) {
    assert_eq!(Store::read(&bench.dir()).expect("read"), bench.ledger);
    let (bench, found, notices) = bench.reopened(|_| {});
    assert_eq!((notices, found), (vec![], bench.ledger));
}

fn any_edit() -> impl Strategy<Value = (RecordKey, Option<Record>)> {
    let year = Year::try_from(2022).expect("a year");
    let word = "[\u{4e00}-\u{4e20} {}\"\\\\\n*]{0,12}";
    let settings = (0..4u8, prop::option::of(word))
        .prop_map(|(n, value)| (setting(&format!("s{n}")), value.map(|value| Record::Setting(SettingValue(value)))));
    let passages = (0..4usize, prop::option::of(word)).prop_map(move |(n, value)| {
        let id: PassageId = format!("{n}.a").parse().expect("an id");
        let record = value.map(|text| passage(&id, &Rank::nth(n), &text));
        (RecordKey::Passage(PassageKey(year, id)), record)
    });
    let entries = (0..4u128, prop::option::of(word)).prop_map(|(n, value)| {
        let id = EntryId::from_bits(n);
        (RecordKey::Entry(id), value.map(|label| entry(id, &label)))
    });
    prop_oneof![settings, passages, entries]
}

fn passage(id: &PassageId, rank: &Rank, text: &str) -> Record {
    let json = serde_json::json!({ "id": id, "rank": rank, "text": text });
    Record::Passage(serde_json::from_value::<Passage>(json).expect("a passage"))
}

fn entry(id: EntryId, label: &str) -> Record {
    let json = serde_json::json!({ "id": id, "register": "units", "label": label });
    Record::Entry(serde_json::from_value::<Entry>(json).expect("an entry"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn journal_database_and_memory_agree(changes in prop::collection::vec(prop::collection::vec(any_edit(), 0..6), 1..20)) {
        let mut bench = Bench::new();
        for edits in changes {
            let mut draft = bench.ledger.clone();
            let edits = edits.into_iter().map(|(key, new)| {
                let edit = Edit { old: key.get(&draft), key, new };
                edit.key.put(edit.new.clone(), &mut draft).expect("it fits");
                edit
            });
            let done = change(edits.collect());
            bench.commit(&done, None).expect("saved");
        }
        prop_assert_eq!(&Store::read(&bench.dir()).expect("read"), &bench.ledger);
        let (bench, found, notices) = bench.reopened(|_| {});
        prop_assert_eq!(&found, &bench.ledger);
        prop_assert_eq!(notices, vec![]);
    }
}
