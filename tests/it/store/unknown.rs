//! What a newer program wrote into a record is kept, whatever this one does with the record.

use std::fs;
use std::sync::Arc;

use serde_json::{Value, json};
use taizhang::model::{
    Clash, Edit, EditionKey, EditionPart, Ledger, LineRole, Record, RecordKey, ReturnSource, Variant, Year,
};
use taizhang::store::{Seq, Store, StoreError};
use taizhang::template::sample;

use super::bench::{Bench, append, change, real, segment, three};

/// One record of every sort that has fields (a setting is a bare text), as a newer program would have written it.
fn newer() -> Vec<(RecordKey, Record)> {
    let mut ledger = Ledger::default();
    for change in sample() {
        change.apply(&mut ledger).expect("the sample fits");
    }
    let edition = EditionKey { year: Year::try_from(2022).expect("a year"), variant: Variant::default(), number: 1 };
    let keys = [
        RecordKey::Item(*ledger.items.keys().next().expect("items")),
        RecordKey::Passage(ledger.passages.keys().next().expect("passages").clone()),
        RecordKey::Entry(*ledger.entries.keys().next().expect("entries")),
        RecordKey::Year(*ledger.years.keys().next().expect("years")),
        RecordKey::Figure(ledger.figures.keys().next().expect("notes").clone()),
        RecordKey::Return(ledger.returns.keys().next().expect("returns").clone()),
    ];
    let mut all: Vec<(RecordKey, Record)> =
        keys.into_iter().map(|key| (key.clone(), with_more(&key.get(&ledger).expect("it is there")))).collect();
    let written = json!({ "at": "2022-12-20T01:00:00Z", "by": "李", "as_of": "2022-12-20", "path": "/报告.docx",
        "pages": 1, "blanks": 0, "parts": 1, "mood": { "v": [1, "好"] } });
    let text = json!({ "lines": [{ "text": "总结" }], "mood": { "v": [1, "好"] } });
    let read = "what a newer program wrote can be read";
    all.push((
        RecordKey::EditionText(EditionPart(edition.clone(), 0)),
        Record::EditionText(Arc::new(serde_json::from_value(text).expect(read))),
    ));
    all.push((RecordKey::Edition(edition), Record::Edition(serde_json::from_value(written).expect(read))));
    let lost = json!({ "sort": "settings", "record": "区", "lost": "东湖",
        "mood": { "v": [1, "好"] } });
    let clash: Clash = serde_json::from_value(lost).expect(read);
    all.push((RecordKey::Clash(clash.key()), Record::Clash(clash)));
    all
}

/// The record with a field more, and so everything in it that has an id.
fn with_more(record: &Record) -> Record {
    let mut json = json_of(record);
    add_more(&mut json, true);
    let read = "what a newer program wrote can be read";
    match record {
        Record::Item(_) => Record::Item(Arc::new(serde_json::from_value(json).expect(read))),
        Record::Passage(_) => Record::Passage(serde_json::from_value(json).expect(read)),
        Record::Entry(_) => Record::Entry(serde_json::from_value(json).expect(read)),
        Record::Year(_) => Record::Year(serde_json::from_value(json).expect(read)),
        Record::Figure(_) => Record::Figure(serde_json::from_value(json).expect(read)),
        Record::Return(_) => Record::Return(serde_json::from_value(json).expect(read)),
        Record::Setting(_) | Record::Edition(_) | Record::EditionText(_) | Record::Clash(_) => {
            unreachable!("not made here")
        }
    }
}

fn add_more(json: &mut Value, is_record: bool) {
    match json {
        Value::Object(map) => {
            map.values_mut().for_each(|value| add_more(value, false));
            // The choices of a field are its own affair.
            let is_choice = map.len() == 2 && map.contains_key("id") && map.contains_key("name");
            if is_record || map.contains_key("sections") || (map.contains_key("id") && !is_choice) {
                map.insert("mood".into(), json!({ "v": [1, "好"] }));
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|value| add_more(value, false)),
        _ => {}
    }
}

fn json_of(record: &Record) -> Value {
    let json = match record {
        Record::Item(item) => serde_json::to_value(item.as_ref()),
        Record::Passage(passage) => serde_json::to_value(passage),
        Record::Entry(entry) => serde_json::to_value(entry),
        Record::Setting(value) => serde_json::to_value(value),
        Record::Year(book) => serde_json::to_value(book),
        Record::Figure(note) => serde_json::to_value(note),
        Record::Return(value) => serde_json::to_value(value),
        Record::Edition(edition) => serde_json::to_value(edition),
        Record::EditionText(text) => serde_json::to_value(text.as_ref()),
        Record::Clash(clash) => serde_json::to_value(clash),
    };
    json.expect("records are JSON")
}

/// The record with a field changed that this program knows.
fn changed(record: &Record) -> Record {
    let mut record = record.clone();
    match &mut record {
        Record::Item(item) => Arc::make_mut(item).card.title = "改过".into(),
        Record::Passage(passage) => passage.text = "改过".into(),
        Record::Entry(entry) => entry.label = "改过".into(),
        Record::Setting(value) => value.0 = "改过".into(),
        Record::Year(book) => Arc::make_mut(&mut book.template).name = "改过".into(),
        Record::Figure(note) => note.zero = !note.zero,
        Record::Return(value) => value.source = ReturnSource::Expected,
        Record::Edition(edition) => edition.pages += 1,
        Record::EditionText(text) => Arc::make_mut(text).lines[0].role = LineRole::Title,
        Record::Clash(clash) => clash.settled = true,
    }
    record
}

fn moods(record: &Record) -> usize {
    json_of(record).to_string().matches(r#""mood":{"v":[1,"好"]}"#).count()
}

#[test]
fn what_a_newer_program_wrote_stays_in_every_sort_of_record() {
    let mut bench = Bench::new();
    let all = newer();
    let made = |(key, record): &(RecordKey, Record)| Edit { key: key.clone(), old: None, new: Some(record.clone()) };
    bench.commit(&change(all.iter().map(made).collect()), None).expect("saved");
    let (mut bench, found, _) = bench.reopened(|_| {});
    assert_eq!(found, bench.ledger);
    for (key, record) in &all {
        assert!(moods(record) > 0, "{key:?}");
        let old = key.get(&bench.ledger).expect("it is there");
        bench.put(key, changed(&old)).expect("saved");
        let new = key.get(&bench.ledger).expect("it is there");
        assert_ne!(new, old, "{key:?}");
        assert_eq!(moods(&new), moods(record), "{key:?}");
    }
    let year = all.iter().find(|(key, _)| matches!(key, RecordKey::Year(_))).expect("a year");
    assert!(moods(&year.1) > 300, "matters, kinds, fields, indicators and passages of the template keep theirs");

    let edited = bench.ledger.clone();
    let (mut bench, found, _) = bench.reopened(|_| {});
    assert_eq!(found, edited, "database");
    assert_eq!(Store::read(&bench.dir()).expect("read"), edited, "journal");
    bench.store.keep(&edited);
    let (bench, found, _) = bench.reopened(|_| {});
    assert_eq!(found, edited, "cache");
    for file in ["全部.jsonl", "备份"].map(|name| bench.root.path().join(name)) {
        if file.ends_with("备份") {
            Store::backup(&bench.dir(), Some(&file)).expect("a backup");
        } else {
            Store::export_file(&bench.dir(), &file).expect("an export");
        }
        let into = file.with_extension("又");
        Store::restore(&file, &into).expect("restored");
        assert_eq!(Store::read(&into).expect("read"), edited, "{}", file.display());
    }

    let mut bench = bench;
    for back in (2..=bench.store.last().0).rev() {
        let undone = bench.store.logged(Seq(back)).expect("a change").change.inverse();
        bench.commit(&undone, Some(Seq(back))).expect("saved");
    }
    for (key, record) in &all {
        assert_eq!(
            key.get(&bench.ledger).map(|record| json_of(&record).to_string()),
            Some(json_of(record).to_string())
        );
    }
}

#[test]
fn a_line_that_is_whole_and_not_understood_is_of_a_newer_program_and_stays() {
    let bench = three();
    let (dir, path) = (bench.dir(), segment(&bench.dir(), 1));
    bench.store.close();
    let written = fs::read_to_string(&path).expect("text");
    let last = &written.lines().last().expect("a line")[9..];
    let line = last.replace("\"seq\":3,\"lamport\":3", "\"seq\":4,\"lamport\":4");
    let line = line.replace("\"verb\":\"set\"", "\"verb\":\"sealed\"");
    append(&path, format!("{:08x} {line}\n", crc32c::crc32c(line.as_bytes())).as_bytes());
    let before = fs::read(&path).expect("read");
    let newer = StoreError::Newer(path.clone());
    assert_eq!(Store::read(&dir).map(drop), Err(newer.clone()));
    assert_eq!(Store::open(&dir, real()).map(drop), Err(newer.clone()));
    assert_eq!(Store::open_thoroughly(&dir, real()).map(drop), Err(newer.clone()));
    assert_eq!(Store::check(&dir), [newer]);
    assert_eq!(fs::read(&path).expect("read"), before);
}
