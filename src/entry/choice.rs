//! One of a few: by digit, name, id, 拼音 or initials; and yes or no.

use super::error::Fault;
use crate::id::ChoiceId;
use crate::lang::Lang;
use crate::model::{Choice, InReport, Status};
use crate::query::status_text;
use crate::text::{Query, fold};

const YES: &[&str] = &["是", "y", "yes", "1", "有", "true", "对"];
const NO: &[&str] = &["否", "n", "no", "0", "无", "false", "没有", "不是", "false"];

/// Reads one of `choices`.
pub(super) fn read(typed: &str, choices: &[Choice]) -> Result<ChoiceId, Fault> {
    let names = |choice: &Choice| vec![choice.id.to_string(), choice.name.clone()];
    let table: Vec<_> = choices.iter().map(|choice| (choice.id.clone(), names(choice))).collect();
    pick(typed, &table)
}

/// The name of a choice; one that the template no longer has shows its id.
pub(super) fn name<'a>(id: &'a ChoiceId, choices: &'a [Choice]) -> &'a str {
    choices.iter().find(|choice| choice.id == *id).map_or(id.as_str(), |choice| choice.name.as_str())
}

/// What reads back to the choice: its name, or its id where another choice answers to that name.
pub(super) fn typed(id: &ChoiceId, choices: &[Choice]) -> String {
    let name = name(id, choices);
    if read(name, choices).as_ref() == Ok(id) { name.to_owned() } else { id.to_string() }
}

/// Reads 是, 否, y, n, 1, 0, 有, 无.
pub(super) fn flag(typed: &str) -> Result<bool, Fault> {
    let word = fold(typed).trim().to_lowercase();
    match () {
        () if YES.contains(&word.as_str()) => Ok(true),
        () if NO.contains(&word.as_str()) => Ok(false),
        () => Err(Fault::Flag(typed.into())),
    }
}

/// 是 or 否.
pub const fn flag_name(flag: bool) -> &'static str {
    if flag { "是" } else { "否" }
}

/// Reads a status by its digit or a name in either language.
pub(super) fn status(typed: &str) -> Result<Status, Fault> {
    use Status::{Cancelled, Done, Planned, Running};
    pick(typed, &named([Planned, Running, Done, Cancelled], status_text))
}

/// Reads how an item enters the report, by its digit or a name in either language.
pub(super) fn in_report(typed: &str) -> Result<InReport, Fault> {
    use InReport::{Counted, Ignored, Internal, Sentence};
    pick(typed, &named([Sentence, Counted, Ignored, Internal], in_report_name))
}

/// What a way to enter the report is called.
pub const fn in_report_name(way: InReport, lang: Lang) -> &'static str {
    match (way, lang) {
        (InReport::Sentence, Lang::Zh) => "单独成句",
        (InReport::Sentence, Lang::En) => "sentence",
        (InReport::Counted, Lang::Zh) => "只计数",
        (InReport::Counted, Lang::En) => "counted",
        (InReport::Ignored, Lang::Zh) => "不计",
        (InReport::Ignored, Lang::En) => "ignored",
        (InReport::Internal, Lang::Zh) => "仅内部",
        (InReport::Internal, Lang::En) => "internal",
    }
}

fn named<T: Copy, const N: usize>(all: [T; N], name: fn(T, Lang) -> &'static str) -> Vec<(T, Vec<String>)> {
    let names = |one| vec![name(one, Lang::En).to_owned(), name(one, Lang::Zh).to_owned()];
    all.into_iter().map(|one| (one, names(one))).collect()
}

/// The row that `typed` names exactly, or by its digit, or fits best; the last name of a row is the one shown.
fn pick<T: Clone>(typed: &str, table: &[(T, Vec<String>)]) -> Result<T, Fault> {
    let word = fold(typed).trim().to_lowercase();
    let exact = table.iter().find(|(_, names)| names.iter().any(|name| fold(name).to_lowercase() == word));
    let digit = || word.parse::<usize>().ok().and_then(|digit| table.get(digit.checked_sub(1)?));
    let row = exact.or_else(digit).or_else(|| best(&word, table));
    row.map(|(one, _)| one.clone()).ok_or_else(|| Fault::Choice {
        typed: typed.into(),
        choices: table.iter().filter_map(|(_, names)| names.last().cloned()).collect(),
    })
}

/// The one row that fits better than all others.
fn best<'a, T>(word: &str, table: &'a [(T, Vec<String>)]) -> Option<&'a (T, Vec<String>)> {
    if word.is_empty() || word.parse::<usize>().is_ok() {
        return None;
    }
    let query = Query::new(word);
    let score = |row: &'a (T, Vec<String>)| Some((row.1.iter().filter_map(|name| query.score(name)).max()?, row));
    let mut fits: Vec<_> = table.iter().filter_map(score).collect();
    fits.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    match fits[..] {
        [(_, row)] => Some(row),
        [(first, row), (second, _), ..] if first > second => Some(row),
        _ => None,
    }
}
