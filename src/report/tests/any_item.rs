//! Sentences of items filled at random: proper Chinese from whatever is filled, and nothing given is lost.

use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop_assert, prop_oneof, proptest};
use proptest::sample::Index;

use crate::id::EntryId;
use crate::model::{Amount, Count, FieldSpec, FieldType, FieldValue, Item, Kind, Ledger, Template, When};
use crate::query::bench::{Bench, day, year};
use crate::report::sentence_text;
use crate::template::{default_template, read};
use crate::token::{Part, Sort, TokenText};

/// A template as an office may write it, with the formats that the default sentences do not use.
const SMALL: &str = include_str!("small.toml");
/// What people write into a line: quotes, titles, lists, blanks, signs left at the ends.
const TEXTS: [&str; 12] = [
    "区委党校讲师团",
    "全区领导干部、各镇街分管领导，",
    "“学习强国”",
    "《办法》",
    "研究工作。",
    "某小学",
    "甲、乙和丙；",
    "2022年第3期",
    "，前后有空  ",
    "（试行）",
    "A4大小的APP",
    "全年1.5万人次",
];
const AMOUNTS: [&str; 6] = ["12", "1240", "300多", "0", "12.5", "近2000"];
const WHENS: [&str; 6] = ["3月25日上午", "7月13日至17日", "11月上旬", "二季度", "端午期间", "2021年12月31日"];
/// Signs of which two never stand together.
const STOPS: [char; 5] = ['，', '、', '；', '：', '。'];

/// What one field of an item may get: nothing, `**`, or a value chosen by these numbers.
type Choice = Option<(bool, [Index; 3])>;

fn choice() -> impl Strategy<Value = Choice> {
    prop_oneof![Just(None), any::<(bool, [Index; 3])>().prop_map(Some)]
}

/// A ledger of this template, with two entries in every register.
fn bench(template: Template) -> Bench {
    let mut bench = Bench::new();
    let registers: Vec<String> = template.registers.iter().map(|register| register.id.to_string()).collect();
    bench.template(|own| *own = template);
    for register in registers {
        for label in ["青川街道", "《川江》编辑部"] {
            bench.entry(&register, label, &[]);
        }
    }
    bench
}

/// An item of a kind, filled as chosen, and what of it must print wherever the sentence names it.
struct Filled {
    item: Item,
    given: Vec<(String, Vec<String>)>,
}

fn filled(bench: &Bench, kind: &Kind, choices: &[Choice]) -> Filled {
    let mut choices = choices.iter();
    let mut next = || choices.next().and_then(Option::as_ref);
    let mut item = bench.item("1", "理论宣讲", day(2022, 3, 25));
    item.card.kind = kind.id.clone();
    let mut given = vec![("日期".to_owned(), vec!["3月25日".to_owned()])];
    if let Some(&(_, [one, ..])) = next() {
        item.card.title = text(one);
    }
    given.push(("标题".into(), vec![core(&item.card.title)]));
    if let Some(&(_, [one, ..])) = next() {
        let entry = entries(&bench.ledger, "units", one);
        item.card.unit = Some(entry.0);
        given.push(("单位".into(), vec![entry.1]));
    }
    if let Some(&(_, [one, ..])) = next() {
        item.card.count = Some(Count::Given(amount(one)));
        given.push(("次数".into(), vec![digits(&amount(one))]));
    } else {
        given.push(("次数".into(), vec!["1".into()]));
    }
    for spec in &kind.fields {
        let Some((open, indexes)) = next() else { continue };
        let value = if *open && indexes[0].index(4) == 0 {
            (FieldValue::Open, vec!["**".into()])
        } else {
            value(&bench.ledger, spec, *indexes)
        };
        item.card.fields.insert(spec.id.clone(), value.0);
        given.push((spec.name.clone(), value.1));
    }
    Filled { item, given }
}

/// A value for a field, and what of it must print.
fn value(ledger: &Ledger, spec: &FieldSpec, [one, other, third]: [Index; 3]) -> (FieldValue, Vec<String>) {
    match &spec.holds {
        FieldType::Text => (FieldValue::Text(text(one)), vec![core(&text(one))]),
        FieldType::Lines => {
            let lines = format!("{}\n{}", text(one), text(other));
            (FieldValue::Text(lines), vec![core(&text(one)), core(&text(other))])
        }
        FieldType::Texts => {
            let texts: Vec<String> = [one, other, third].into_iter().take(one.index(3) + 1).map(text).collect();
            (FieldValue::Texts(texts.clone()), texts.iter().map(|text| core(text)).collect())
        }
        FieldType::Amount { .. } => (FieldValue::Amount(amount(one)), vec![digits(&amount(one))]),
        FieldType::When => {
            let when = when(one);
            let printed = when.print(year(2022));
            (FieldValue::When(when), vec![printed])
        }
        FieldType::Choice { choices } => {
            let choice = one.get(choices);
            (FieldValue::Choice(choice.id.clone()), vec![choice.name.clone()])
        }
        FieldType::Entry { register } => {
            let entry = entries(ledger, register.as_str(), one);
            (FieldValue::Entry(entry.0), vec![entry.1])
        }
        FieldType::Entries { register } => {
            let both = [one, other].map(|index| entries(ledger, register.as_str(), index));
            (FieldValue::Entries(both.iter().map(|entry| entry.0).collect()), both.map(|entry| entry.1).to_vec())
        }
        FieldType::Flag => (FieldValue::Flag(true), vec![spec.name.clone()]),
        // Nothing is there to be cited.
        FieldType::Item => (FieldValue::Open, vec!["**".into()]),
    }
}

fn entries(ledger: &Ledger, register: &str, index: Index) -> (EntryId, String) {
    let all: Vec<_> = ledger.entries.values().filter(|entry| entry.register.as_str() == register).collect();
    let entry = index.get(&all);
    (entry.id, core(&entry.label))
}

fn text(index: Index) -> String {
    TEXTS[index.index(TEXTS.len())].to_owned()
}

fn amount(index: Index) -> Amount {
    Amount::parse(AMOUNTS[index.index(AMOUNTS.len())]).expect("an amount")
}

fn when(index: Index) -> When {
    When::parse(WHENS[index.index(WHENS.len())], year(2022), day(2022, 12, 31)).expect("a date")
}

fn digits(amount: &Amount) -> String {
    amount.value().normalize().to_string()
}

/// A text without the signs at its ends: those may go, or stand there once.
fn core(text: &str) -> String {
    text.trim_matches(|c: char| STOPS.contains(&c) || c.is_whitespace()).trim_matches(['《', '》']).to_owned()
}

/// What is not proper in a sentence; none: nothing.
fn fault(sentence: &str) -> Option<String> {
    let two = sentence.chars().zip(sentence.chars().skip(1));
    let doubled = two.clone().find(|(one, other)| STOPS.contains(one) && STOPS.contains(other));
    let opened = two.clone().find(|(one, other)| "（《“【".contains(*one) && "，、；：。）》”】".contains(*other));
    let titles = two.clone().find(|(one, other)| (*one, *other) == ('》', '、') && sentence.contains("》、《"));
    let around = [doubled, opened, titles].into_iter().flatten().next();
    let braces = sentence.contains(['{', '}']);
    let ends = sentence.ends_with('。') && !sentence.trim_end_matches('。').ends_with(STOPS);
    let begins = !sentence.starts_with(STOPS);
    if let Some(two) = around { Some(format!("{two:?}")) } else { (braces || !ends || !begins).then(|| "ends".into()) }
}

/// The names of the tokens that print as they stand: not rounded, and in clauses that nothing is missing in.
fn printing<'a>(parts: &'a [Part], is_given: &impl Fn(&str) -> bool, names: &mut Vec<&'a str>) {
    let rounds = |sort: &Sort| matches!(sort, Sort::Numeral | Sort::Scale | Sort::Rounding);
    for part in parts {
        match part {
            Part::Token(token) if !token.formats.iter().any(|format| rounds(&format.sort())) => names.push(&token.name),
            Part::Group(inner) => {
                let missing = |part: &Part| matches!(part, Part::Token(token) if !is_given(&token.name));
                if !inner.iter().any(missing) {
                    printing(inner, is_given, names);
                }
            }
            _ => {}
        }
    }
}

/// Fills an item of every kind of the template and looks at each sentence.
fn look(template: &Template, choices: &[Choice]) -> Result<(), String> {
    let bench = bench(template.clone());
    for kind in &template.kinds {
        let Filled { item, given } = filled(&bench, kind, choices);
        let sentence = sentence_text(&bench.ledger, &item, day(2022, 12, 31));
        if let Some(fault) = fault(&sentence) {
            return Err(format!("{}: {fault} in {sentence}", kind.name));
        }
        let is_given = |name: &str| {
            given.iter().any(|(one, _)| one == name) || kind.field_named(name).is_some_and(|one| one.asked)
        };
        let mut names = Vec::new();
        let parsed = TokenText::parse(&kind.sentence);
        printing(&parsed.parts, &is_given, &mut names);
        for (name, texts) in given.iter().filter(|(name, _)| names.contains(&name.as_str())) {
            if let Some(lost) = texts.iter().find(|text| !sentence.contains(*text)) {
                return Err(format!("{}: {name} `{lost}` is not in {sentence}", kind.name));
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn every_kind_of_the_default_template_makes_a_proper_sentence(choices in proptest::collection::vec(choice(), 40)) {
        let looked = look(&default_template(), &choices);
        prop_assert!(looked.is_ok(), "{looked:?}");
    }

    #[test]
    fn every_kind_of_another_template_makes_a_proper_sentence(choices in proptest::collection::vec(choice(), 40)) {
        let looked = look(&read("small.toml", SMALL).expect("no mistakes"), &choices);
        prop_assert!(looked.is_ok(), "{looked:?}");
    }
}
