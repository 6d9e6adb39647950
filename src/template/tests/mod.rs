use std::collections::BTreeSet;

use super::*;
use crate::model::{Common, FieldType, Ledger, Measure, Printed, Record, Test, Verb, Year};

mod annexes;
mod filled;
mod mistakes;

/// A template in one file, as a user may write it.
const SMALL: &str = include_str!("small.toml");

fn said(errors: &[TemplateError]) -> String {
    errors.iter().flat_map(|error| [error.to_string(), "\n".to_owned()]).collect()
}

fn year(number: i32) -> Year {
    Year::try_from(number).expect("a year of the ledger")
}

#[test]
fn the_default_template_has_no_mistakes() {
    let read = reader::read_pages(&builtin::DEFAULT);
    assert!(read.is_ok(), "{}", said(&read.unwrap_err()));
}

#[test]
fn the_sample_has_no_mistakes() {
    let read = builtin::sample_changes();
    assert!(read.is_ok(), "{}", said(&read.unwrap_err()));
}

#[test]
fn a_template_in_one_file_is_read_whole() {
    let template = read("small.toml", SMALL).expect("the small template has no mistakes");
    let kind = template.kind_named("稿件").expect("the kind is there");
    assert!(matches!(&kind.fields[2].holds, FieldType::Amount { unit } if unit == "次"));
    assert_eq!(template.matters[0].due, Some((12, 30)));
    assert_eq!(template.entries[1].printed, Some(Printed::As("{区}日报".into())));
    assert_eq!(template.passages.len(), 13);
    assert!(template.passages.windows(2).all(|two| two[0].rank < two[1].rank));
    assert!(matches!(&template.indicators[1].measure, Measure::Sum(field) if field.as_str() == "reads"));
}

#[test]
fn a_condition_on_an_entry_keeps_its_id_so_that_a_rename_changes_nothing() {
    let template = read("small.toml", SMALL).expect("the small template has no mistakes");
    let Test::Is(words) = &template.indicators[1].conditions[0].test else { panic!("the test is `is`") };
    assert_eq!(words, &[template.entries[0].id.to_string()]);
}

#[test]
fn equal_texts_give_equal_templates() {
    assert_eq!(read("a", SMALL), read("b", SMALL));
    assert_eq!(reader::read_pages(&builtin::DEFAULT), Ok(default_template()));
}

#[test]
fn a_stored_template_reads_back_the_same() {
    let stored = serde_json::to_string(&default_template()).expect("a template can be stored");
    assert_eq!(serde_json::from_str::<crate::model::Template>(&stored).ok(), Some(default_template()));
}

#[test]
fn every_row_of_the_inventory_is_a_matter() {
    let template = default_template();
    let of = |section: &str| template.matters.iter().filter(|one| one.section.as_str() == section).count();
    assert_eq!(["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"].map(of), [5, 15, 23, 9, 8, 5, 3, 1, 1, 1]);
    assert_eq!(template.sections.iter().filter(|section| section.closing).count(), 3);
}

#[test]
fn every_kind_and_passage_of_the_default_template_is_used() {
    let template = default_template();
    let used: BTreeSet<_> = template.matters.iter().map(|matter| matter.kind.clone()).collect();
    let kinds: BTreeSet<_> = template.kinds.iter().map(|kind| kind.id.clone()).collect();
    assert_eq!(used, kinds);
    assert_eq!(kinds.len(), 12);
}

#[test]
fn every_matter_shows_its_title_and_date_first() {
    for matter in default_template().matters {
        for common in [Common::Title, Common::When] {
            let shown = matter.first.iter().any(|field| field.as_str() == common.id());
            assert!(shown || matter.first.len() == 10, "{}: {}", matter.id, common.id());
        }
    }
}

#[test]
fn a_year_begun_and_taken_back_leaves_the_ledger_as_it_was() {
    let mut ledger = Ledger::default();
    let first = begin_year(&ledger, default_template(), year(2021));
    assert_eq!(first.act.verb, Verb::Init);
    first.apply(&mut ledger).expect("the first year begins");
    let before = ledger.clone();
    let second = begin_year(&ledger, default_template(), year(2022));
    assert_eq!(second.act.verb, Verb::Year);
    assert!(!second.edits.iter().any(|edit| matches!(edit.new, Some(Record::Entry(_)))));
    second.apply(&mut ledger).expect("the second year begins");
    assert_eq!(ledger.template(year(2022)).map(AsRef::as_ref), Some(&default_template()));
    second.inverse().apply(&mut ledger).expect("the second year is taken back");
    assert_eq!(ledger, before);
}

#[test]
fn a_year_is_not_begun_twice() {
    let mut ledger = Ledger::default();
    begin_year(&ledger, default_template(), year(2022)).apply(&mut ledger).expect("the year begins");
    let before = ledger.clone();
    assert!(begin_year(&ledger, default_template(), year(2022)).apply(&mut ledger).is_err());
    assert_eq!(ledger, before);
}

#[test]
fn the_sample_applies_to_an_empty_ledger_and_is_the_same_each_time() {
    let mut ledger = Ledger::default();
    for change in sample() {
        change.apply(&mut ledger).expect("each change fits what the earlier ones made");
    }
    assert_eq!(ledger.years.keys().copied().collect::<Vec<_>>(), [year(2021), year(2022)]);
    assert_eq!(sample(), sample());
    for change in sample().iter().rev() {
        change.inverse().apply(&mut ledger).expect("each change can be taken back");
    }
    assert_eq!(ledger, Ledger::default());
}

#[test]
fn the_printed_default_reads_back_as_the_default() {
    assert_eq!(read("ours.toml", &default_toml()), Ok(default_template()));
}
