//! A ledger in which everything is given has no blank; a figure that changes changes where it is used and nowhere else.

use std::collections::BTreeMap;

use proptest::prelude::*;
use rust_decimal::Decimal;

use super::bench::Bench;
use super::*;
use crate::document::{FigureSource, Run, Source};
use crate::entry;
use crate::export;
use crate::id::{EntryId, FieldId, IndicatorId, PassageId};
use crate::model::{
    Amount, Change, Common, Count, Edit, Entry, FieldSpec, FieldType, FieldValue, FigureKey, FigureNote, Mark, Measure,
    Operand, PassageKey, Printed, Profile, Record, RecordKey, Verb,
};
use crate::report::{OwedBlank, compose, owed_blanks};

/// More rounds than any ledger needs: what is given may open the next question.
const ROUNDS: usize = 8;

/// Changes one record.
fn change(bench: &mut Bench, key: RecordKey, new: Record) {
    let old = key.get(&bench.session.ledger);
    let act = Act { verb: Verb::Edit, what: String::new() };
    bench.session.apply(&Change { act, edits: vec![Edit { key, old, new: Some(new) }] }).expect("saved");
}

/// Changes one item.
fn mend(bench: &mut Bench, id: ItemId, how: impl FnOnce(&mut Item, &Session)) {
    let mut item = (*bench.session.ledger.items[&id]).clone();
    how(&mut item, &bench.session);
    let change = bench.session.edit(item).expect("a change");
    bench.session.apply(&change).expect("saved");
}

/// Something that a field of this type takes.
fn something(spec: &FieldSpec, session: &Session) -> String {
    match &spec.holds {
        FieldType::Amount { .. } => "12".into(),
        FieldType::When => "3月5日".into(),
        FieldType::Flag => "是".into(),
        FieldType::Choice { choices } => choices[0].name.clone(),
        FieldType::Entry { register } | FieldType::Entries { register } => {
            let known = session.ledger.entries.values().find(|entry| entry.register == *register && !entry.retired);
            known.map_or_else(|| "甲".into(), |entry| entry.label.clone())
        }
        FieldType::Item => {
            session.ledger.items.values().next().map_or_else(String::new, |item| item.card.id.to_string())
        }
        FieldType::Text | FieldType::Lines | FieldType::Texts => "已经问到的内容".into(),
    }
}

fn set_field(item: &mut Item, name: &str, session: &Session) {
    let kind = session.ledger.template(item.card.year).and_then(|known| known.kind(&item.card.kind));
    let typed = match kind.and_then(|kind| kind.field_named(name)) {
        Some(spec) => something(spec, session),
        None if Common::called(name) == Some(Common::Count) => "3".into(),
        None => "已经问到的题目".into(),
    };
    entry::set(item, name, &typed, session.desk_of(item)).expect("the field takes it");
}

/// Says what a measured field says in an item where nobody knew.
fn set_open(item: &mut Item, field: &FieldId, session: &Session) {
    if matches!(item.card.fields.get(field), None | Some(FieldValue::Open)) {
        let kind = session.ledger.template(item.card.year).and_then(|known| known.kind(&item.card.kind));
        if let Some(name) = kind.and_then(|kind| kind.field(field)).map(|spec| spec.name.clone()) {
            set_field(item, &name, session);
        }
    }
}

/// What stands between asterisks is known now.
fn known(text: &str) -> String {
    text.replace("**", "某某")
}

fn give_figure(bench: &mut Bench, id: &IndicatorId, items: &[ItemId]) {
    let indicator = bench.session.template().indicator(id).expect("it is known").clone();
    if items.is_empty() {
        let key = FigureKey(bench.session.year, id.clone());
        let fixed = Some((Amount::exact(7.into()), "年报".into()));
        return change(bench, RecordKey::Figure(key), Record::Figure(FigureNote { fixed, ..FigureNote::default() }));
    }
    for item in items {
        mend(bench, *item, |item, session| match &indicator.measure {
            Measure::Sum(field)
            | Measure::Latest(field)
            | Measure::Mean(field)
            | Measure::Max(field)
            | Measure::Min(field)
            | Measure::List(Operand::Field(field) | Operand::Attribute(field, _)) => set_open(item, field, session),
            _ => {
                item.card.title = known(&item.card.title);
                item.card.count = item.card.count.take().map(|_| Count::Given(Amount::exact(3.into())));
            }
        });
    }
}

fn give_passage(bench: &mut Bench, id: &PassageId) {
    let key = PassageKey(bench.session.year, id.clone());
    let mut passage = bench.session.ledger.passages[&key].clone();
    for text in [&mut passage.lead, &mut passage.text, &mut passage.closing] {
        *text = known(text);
    }
    if passage.text.is_empty() {
        passage.text = "已经写好。".into();
    }
    change(bench, RecordKey::Passage(key), Record::Passage(passage));
}

/// Gives what a blank asks for, as its source says.
fn give(bench: &mut Bench, blank: &OwedBlank) {
    match &blank.source {
        Source::Token { figure: FigureSource::Setting(id), .. } => {
            bench.set(&[(id.as_str(), "问到的名称")]).expect("set");
        }
        Source::Token { figure: FigureSource::Indicator { id, items, .. }, .. } => give_figure(bench, id, items),
        Source::Token { figure: FigureSource::Field(id), name, .. } => {
            mend(bench, *id, |item, session| set_field(item, name, session));
        }
        Source::Token { figure, name, .. } => panic!("{name} cannot be given: {figure:?}"),
        Source::Item(id) => mend(bench, *id, |item, _| {
            (item.card.title, item.body.wording) = (known(&item.card.title), known(&item.body.wording));
        }),
        Source::Passage(id, _) => give_passage(bench, id),
        Source::Program => panic!("the program leaves no blank of its own"),
    }
}

fn name_entries(bench: &mut Bench) {
    let open = |entry: &&Entry| match &entry.printed {
        Some(Printed::Open) => true,
        Some(Printed::As(text)) => text.contains("**"),
        None => entry.label.contains("**"),
    };
    let open: Vec<Entry> = bench.session.ledger.entries.values().filter(open).cloned().collect();
    for entry in open {
        let printed = Some(Printed::As(known(&entry.label)));
        change(bench, RecordKey::Entry(entry.id), Record::Entry(Entry { printed, ..entry }));
    }
}

/// The sample as of the last day of its year.
fn at_the_years_end() -> Bench {
    let mut bench = Bench::sample();
    bench.session.clock.as_of = NaiveDate::from_ymd_opt(2022, 12, 31);
    bench.session.memo = Memo::default();
    bench
}

#[test]
fn with_everything_given_no_blank_is_left() {
    let mut bench = at_the_years_end();
    let blanks = |bench: &Bench| bench.session.document().blanks();
    assert_eq!(blanks(&bench), 92);
    bench.set(&[("省", "江南"), ("市", "临江市"), ("区", "青川")]).expect("set");
    assert_eq!(blanks(&bench), 33);
    name_entries(&mut bench);
    assert_eq!(blanks(&bench), 28);
    for _ in 0..ROUNDS {
        let session = &bench.session;
        let owed = owed_blanks(&session.ledger, session.year, session.document());
        let mut asked: Vec<OwedBlank> = Vec::new();
        for blank in owed {
            if !asked.iter().any(|other| other.source == blank.source) {
                asked.push(blank);
            }
        }
        if asked.is_empty() {
            break;
        }
        for blank in &asked {
            give(&mut bench, blank);
        }
    }
    let left = owed_blanks(&bench.session.ledger, bench.session.year, bench.session.document());
    assert_eq!(left, []);
    assert_eq!(blanks(&bench), 0);
    assert!(!export::plain(bench.session.document()).contains("**"));
}

/// Whether a run says something of the item, or a figure that counts it.
fn is_of(run: &Run, id: ItemId) -> bool {
    match &run.source {
        Source::Item(item) => *item == id,
        Source::Token { item, figure, .. } => {
            let of_figure = match figure {
                FigureSource::Indicator { items, .. } => items.contains(&id),
                FigureSource::Field(item) => *item == id,
                _ => false,
            };
            *item == Some(id) || of_figure
        }
        Source::Passage(..) | Source::Program => false,
    }
}

/// What prints of each indicator, in printed order.
fn printed(document: &Document) -> BTreeMap<IndicatorId, Vec<String>> {
    let mut printed: BTreeMap<IndicatorId, Vec<String>> = BTreeMap::new();
    for run in document.runs() {
        if let Source::Token { figure: FigureSource::Indicator { id, .. }, .. } = &run.source {
            printed.entry(id.clone()).or_default().push(run.text.clone());
        }
    }
    printed
}

/// The items that hold a number, each with its fields of numbers; none: its count.
fn numbers(session: &Session) -> Vec<(ItemId, Option<FieldId>)> {
    let mut numbers = Vec::new();
    for item in session.ledger.items_of(session.year) {
        let held = item.card.fields.iter().filter(|(_, value)| value.as_amount().is_some());
        numbers.extend(held.map(|(field, _)| (item.card.id, Some(field.clone()))));
        numbers.push((item.card.id, None));
    }
    numbers
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn a_figure_that_changes_changes_where_it_is_used_and_undo_brings_every_byte_back(
        which in any::<prop::sample::Index>(),
        value in 1i64..100_000,
    ) {
        let mut bench = Bench::sample();
        let docx = |bench: &Bench| export::docx(bench.session.document(), &Profile::default()).expect("made");
        let (before, bytes) = (bench.session.document().clone(), docx(&bench));
        let figures = bench.session.figures().clone();
        let numbers = numbers(&bench.session);
        let (id, field) = numbers[which.index(numbers.len())].clone();
        let amount = Amount::new(Decimal::from(value), Mark::Exact, false).expect("an amount");
        mend(&mut bench, id, |item, _| match field {
            Some(field) => drop(item.card.fields.insert(field, FieldValue::Amount(amount))),
            None => item.card.count = Some(Count::Given(amount)),
        });
        let after = bench.session.document().clone();
        let others = |document: &Document| document.runs().filter(|run| !is_of(run, id)).cloned().collect::<Vec<_>>();
        prop_assert_eq!(others(&before), others(&after), "what does not name the item stays");
        let (old, new) = (printed(&before), printed(&after));
        for (indicator, was, is) in query::changed_figures(&figures, bench.session.figures()) {
            let template = bench.session.template();
            let known = template.indicator(&indicator).expect("it is known");
            let texts = [was, is].map(|value| report::figure_text(known, value.as_ref(), bench.session.year));
            if texts[0] != texts[1] && known.format.is_empty() {
                let both = old.get(&indicator).into_iter().flatten().zip(new.get(&indicator).into_iter().flatten());
                prop_assert!(both.into_iter().all(|(old, new)| old != new || old.contains(['多', '增', '翻', '持'])), "{}", indicator);
            }
        }
        let fresh = compose(&bench.session.ledger, bench.session.year, &Variant::Whole, bench.session.as_of());
        prop_assert_eq!(&fresh, &after, "what is kept between keys is what is composed anew");
        bench.session.undo().expect("undone");
        prop_assert_eq!(bench.session.document(), &before);
        prop_assert!(docx(&bench) == bytes, "the file is the same to the last byte");
    }

    #[test]
    fn a_variant_is_never_older_than_the_ledger(name in "h1|h2|q[1-4]|to-nov|public", value in 1i64..1000) {
        let mut bench = Bench::sample();
        let variant: Variant = name.parse().expect("a variant");
        let composed = |bench: &Bench| compose(&bench.session.ledger, bench.session.year, &variant, bench.session.as_of());
        prop_assert_eq!(&*bench.session.document_of(&variant), &composed(&bench));
        let (id, _) = numbers(&bench.session)[0].clone();
        mend(&mut bench, id, |item, _| item.card.count = Some(Count::Given(Amount::exact(value.into()))));
        prop_assert_eq!(&*bench.session.document_of(&variant), &composed(&bench));
        bench.session.undo().expect("undone");
        prop_assert_eq!(&*bench.session.document_of(&variant), &composed(&bench));
    }
}

#[test]
fn the_public_version_of_the_sample_names_no_outlet() {
    let bench = Bench::sample();
    let public = export::plain(&bench.session.document_of(&Variant::Public));
    // An outlet called like a sort of things (电视台) names nobody.
    let template = bench.session.template();
    let specs = template.kinds.iter().flat_map(|kind| &kind.fields);
    let specs = specs.chain(template.registers.iter().flat_map(|register| &register.fields));
    let sorts: BTreeSet<&str> = specs.flat_map(choice_names).collect();
    let outlets = bench.session.ledger.entries.values().filter(|entry| entry.register.as_str() == "outlets");
    let outlets = outlets.filter(|entry| !sorts.contains(entry.label.as_str()));
    let names: Vec<(EntryId, &str)> = outlets.map(|entry| (entry.id, entry.label.as_str())).collect();
    let whole = export::plain(bench.session.document());
    assert!(names.iter().any(|(_, name)| whole.contains(name)), "the whole names some");
    assert!(names.iter().all(|(_, name)| !public.contains(name)), "{public}");
    assert!(public.contains('某'));
}

fn choice_names(spec: &FieldSpec) -> impl Iterator<Item = &str> {
    let choices = if let FieldType::Choice { choices } = &spec.holds { choices.as_slice() } else { &[] };
    choices.iter().map(|choice| choice.name.as_str())
}
