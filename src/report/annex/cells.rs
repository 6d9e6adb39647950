//! The cells that speak of an item, and those that speak of a figure.

use std::collections::HashMap;

use super::program;
use crate::document::{FigureSource, Run, Source};
use crate::id::KindId;
use crate::model::{
    Annex, Card, Column, Common, Evidence, Given, InReport, Indicator, Item, Kind, Ledger, Shows, Template,
};
use crate::query::{Figure, Value, by_date, counts};
use crate::report::desk::Desk;
use crate::report::value_text::figure_text;
use crate::report::veil;
use crate::report::weave::{Stand, weave};
use crate::token::{Part, Token, TokenText};

/// What stands where the name of an item that is 仅内部 would.
const INTERNAL: &str = "（仅内部）";
/// What stands where there is nothing to compare with.
const NONE: &str = "—";

/// Makes the cells of items: the words of a column, fitted to each kind once.
pub(super) struct ItemCells<'d, 'a> {
    desk: &'d Desk<'a>,
    columns: &'d [Column],
    fitted: HashMap<KindId, Vec<Fitted>>,
}

/// The words of a column as an item of one kind can say them.
struct Fitted {
    text: String,
    /// Nothing but its date and number: this may be said of an item that is 仅内部.
    open_to_all: bool,
    /// It names the item.
    names: bool,
}

impl<'d, 'a> ItemCells<'d, 'a> {
    /// For these columns.
    pub(super) fn new(desk: &'d Desk<'a>, columns: &'d [Column]) -> Self {
        Self { desk, columns, fitted: HashMap::new() }
    }

    /// The cell of a column, the `number`-th row; empty when the column does not speak of items.
    pub(super) fn cell(&mut self, item: &Item, column: usize, number: usize) -> Vec<Run> {
        let source = || Source::Item(item.card.id);
        let internal = item.card.in_report == InReport::Internal;
        match &self.columns[column].shows {
            Shows::Number => vec![program(number.to_string())],
            Shows::Text(_) => self.text(item, column, internal),
            Shows::Matter => {
                matter(self.desk.template, &item.card).map(|name| Run::plain(name, source())).into_iter().collect()
            }
            Shows::Evidence if !internal => evidence(item).map(|text| Run::plain(text, source())).into_iter().collect(),
            _ => Vec::new(),
        }
    }

    fn text(&mut self, item: &Item, column: usize, internal: bool) -> Vec<Run> {
        let (desk, columns) = (self.desk, self.columns);
        let fitted = self.fitted.entry(item.card.kind.clone()).or_insert_with(|| {
            let kind = desk.template.kind(&item.card.kind);
            columns.iter().map(|column| Fitted::new(desk.template, kind, &column.shows)).collect()
        });
        let fitted = &fitted[column];
        match (internal, fitted.open_to_all, fitted.names) {
            (false, ..) | (true, true, _) => weave(desk, Stand::Item(item), &fitted.text),
            (true, false, true) => vec![Run::plain(INTERNAL, Source::Item(item.card.id))],
            (true, false, false) => Vec::new(),
        }
    }
}

impl Fitted {
    /// Leaves out what an item of this kind has no field for.
    fn new(template: &Template, kind: Option<&Kind>, shows: &Shows) -> Self {
        let Shows::Text(stored) = shows else { return Self { text: String::new(), open_to_all: false, names: false } };
        let parsed = TokenText::parse(stored);
        let called: Vec<Option<Common>> = parsed.tokens().map(|token| Common::called(&token.name)).collect();
        let open = |common: &Option<Common>| matches!(common, Some(Common::When | Common::Count | Common::Period));
        Self {
            text: TokenText { parts: known(parsed.parts, template, kind) }.to_string(),
            open_to_all: called.iter().all(open),
            names: called.contains(&Some(Common::Title)),
        }
    }
}

/// The parts without tokens that nothing answers to; a group goes with any of its own.
fn known(parts: Vec<Part>, template: &Template, kind: Option<&Kind>) -> Vec<Part> {
    let answers = |part: &Part| !matches!(part, Part::Token(token) if !has(token, template, kind));
    let kept = parts.into_iter().filter(answers).filter_map(|part| match part {
        Part::Group(inner) if !inner.iter().all(answers) => None,
        Part::Group(inner) => Some(Part::Group(known(inner, template, kind))),
        other => Some(other),
    });
    kept.collect()
}

/// Whether an item of this kind has what the token names, or the office has.
fn has(token: &Token, template: &Template, kind: Option<&Kind>) -> bool {
    let name = token.name.as_str();
    kind.is_some_and(|kind| kind.field_named(name).is_some())
        || Common::called(name).is_some()
        || Given::called(name).is_some()
        || template.settings.iter().any(|one| one.id.as_str() == name || one.name == name)
        || template.indicators.iter().any(|one| one.id.as_str() == name)
        || template.registers.iter().any(|one| one.id.as_str() == name || one.name == name)
}

/// When an item was and what it is called, as one line.
pub(super) fn item_words(desk: &Desk<'_>, item: &Item) -> Vec<Run> {
    weave(desk, Stand::Item(item), "{日期} {标题}")
}

/// The same as text.
pub(super) fn item_text(desk: &Desk<'_>, item: &Item) -> String {
    item_words(desk, item).into_iter().map(|run| run.text).collect()
}

fn matter<'a>(template: &'a Template, card: &Card) -> Option<&'a str> {
    template.matter(&card.matter).map(|matter| matter.name.as_str())
}

fn evidence(item: &Item) -> Option<String> {
    let texts: Vec<&str> = item.body.evidence.iter().map(evidence_text).collect();
    (!texts.is_empty()).then(|| texts.join("；"))
}

/// What a piece of evidence is called; of a file its name.
fn evidence_text(evidence: &Evidence) -> &str {
    match evidence {
        Evidence::File(path) => path.rsplit(['/', '\\']).next().unwrap_or(path),
        Evidence::Link(text) | Evidence::Document(text) | Evidence::Box(text) => text,
    }
}

/// The items that an annex may list: those that count, of its kinds and matters, by date.
pub(super) fn listed<'a>(desk: &Desk<'a>, annex: &Annex) -> Vec<&'a Item> {
    let ledger: &'a Ledger = desk.ledger;
    let of_kind = |card: &Card| annex.kinds.is_empty() || annex.kinds.contains(&card.kind);
    let of_matter = |card: &Card| annex.matters.is_empty() || annex.matters.contains(&card.matter);
    let fits = |item: &&Item| {
        let card = &item.card;
        card.in_report != InReport::Internal && of_kind(card) && of_matter(card) && counts(card, &desk.scope)
    };
    let mut found: Vec<&Item> = ledger.items_of(desk.year()).filter(fits).collect();
    by_date(&mut found);
    found
}

/// The cell of a column that speaks of a figure, the `number`-th row; empty when it does not.
pub(super) fn figure_cell(desk: &Desk<'_>, indicator: &Indicator, shows: &Shows, number: usize) -> Vec<Run> {
    let figure = desk.figure(&indicator.id);
    let value = figure.and_then(|figure| figure.value.as_ref());
    let sourced = |text: String| vec![Run::plain(text, source(indicator, figure))];
    let hidden = veil::hides(desk, indicator.private);
    match shows {
        Shows::Number => vec![program(number.to_string())],
        Shows::Figure => vec![program(indicator.id.as_str())],
        Shows::Now | Shows::LastYear if hidden => sourced(veil::some(&indicator.unit)),
        Shows::Records if hidden => sourced(veil::some("")),
        Shows::State if hidden => sourced(NONE.into()),
        Shows::Now => match value {
            Some(value) => sourced(value_text(desk, indicator, value)),
            None => vec![Run::blank(source(indicator, figure))],
        },
        Shows::LastYear => {
            let last = desk.last_year(&indicator.id);
            let text = last.and_then(|last| last.value.as_ref()).map(|value| value_text(desk, indicator, value));
            vec![Run::plain(text.unwrap_or_else(|| NONE.into()), source(indicator, last))]
        }
        Shows::Records => sourced(figure.map_or(0, |figure| figure.items.len() + figure.units.len()).to_string()),
        Shows::State => {
            let state = figure.map(|figure| figure.state.text(crate::lang::Lang::Zh));
            sourced(state.unwrap_or_default().into())
        }
        _ => Vec::new(),
    }
}

/// A value in the indicator's own format; of a list how long it is.
fn value_text(desk: &Desk<'_>, indicator: &Indicator, value: &Value) -> String {
    match value {
        Value::List(list) => format!("{}项", list.len()),
        Value::Number(..) | Value::Ratio(..) => figure_text(indicator, Some(value), desk.year()),
    }
}

/// What a figure is made of; the records stand in the document once, at its value.
pub(super) fn source(indicator: &Indicator, figure: Option<&Figure>) -> Source {
    let figure = FigureSource::Indicator {
        id: indicator.id.clone(),
        items: figure.map(|figure| figure.items.clone()).unwrap_or_default(),
        units: figure.map(|figure| figure.units.clone()).unwrap_or_default(),
    };
    let name = indicator.id.as_str().to_owned();
    Source::Token { passage: None, item: None, name, figure }
}
