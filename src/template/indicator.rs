//! Indicators: what is measured, of what, over which stretch.

use super::error::Wanted;
use super::field::amount;
use super::known::Known;
use super::matter::{ANSWERS, EVERY};
use super::row::{Node, Row};
use super::scope::{Scope, Shelf, condition};
use super::tokens::check_format;
use crate::id::{KindId, MatterId, RegisterId};
use crate::model::{Basis, Indicator, Measure, Unknown, Window};

const BASIS: [(&str, Basis); 3] = [("items", Basis::Items), ("returns", Basis::Returns), ("fixed", Basis::Fixed)];

const BARE: [(&str, Measure); 2] = [("count", Measure::Count), ("returns", Measure::Returns)];

/// Reads an `[[indicator]]`.
pub(super) fn indicator(row: &Row<'_>, shelf: Shelf<'_>) -> Option<Indicator> {
    let known = shelf.known;
    let id = row.id("id");
    let section = row.name("section").and_then(|text| known.sections.resolve(text, known.faults));
    let matters: Vec<MatterId> =
        row.texts("matters").into_iter().filter_map(|text| known.matters.resolve(text, known.faults)).collect();
    let kinds: Vec<KindId> =
        row.texts("kinds").into_iter().filter_map(|text| known.kinds.resolve(text, known.faults)).collect();
    let items = Scope::of_items(shelf, &matters, &kinds);
    let measure = row.needed("measure").and_then(|node| measure(node, &items));
    let looked_at = match &measure {
        Some(Measure::Entries(register)) => Scope::of_entries(shelf, register),
        _ => items,
    };
    let conditions = row.rows("conditions");
    let conditions = conditions.iter().filter_map(|row| row.read(|row| condition(row, &looked_at))).collect();
    let window = row.node("window").map_or(Some(Window::Whole), |node| window(node, known));
    let basis = row.one_of("basis", &BASIS).unwrap_or_default();
    let (unit, format) = (row.words("unit"), row.text("format").inspect(|text| check_format(*text, known)));
    let answers = row.one_of("answers", &ANSWERS).unwrap_or_default();
    let private = row.flag("private", false);
    let every = row.one_of("every", &EVERY);
    Some(Indicator {
        id: id?,
        section: section?,
        measure: measure?,
        matters,
        kinds,
        conditions,
        window: window?,
        basis,
        unit,
        format: format.map(|text| text.value.to_owned()).unwrap_or_default(),
        answers,
        private,
        every,
        unknown: Unknown::new(),
    })
}

fn measure(node: Node<'_>, items: &Scope<'_>) -> Option<Measure> {
    let known = items.known();
    if node.value.is_str() {
        return node.text()?.one_of(&BARE, known.faults);
    }
    let measured = |row: &Row<'_>| {
        let field = |key| row.text(key).map(|text| items.number(text));
        let register = |text| known.registers.resolve::<RegisterId>(text, known.faults);
        let found = [
            field("sum").map(|field| field.map(Measure::Sum)),
            field("latest").map(|field| field.map(Measure::Latest)),
            field("mean").map(|field| field.map(Measure::Mean)),
            field("max").map(|field| field.map(Measure::Max)),
            field("min").map(|field| field.map(Measure::Min)),
            row.text("list").map(|text| items.operand(text).map(Measure::List)),
            row.text("entries").map(|text| register(text).map(Measure::Entries)),
            row.row("fixed").map(|row| row.read(|row| fixed(row, known))),
            row.row("coverage").map(|row| row.read(|row| coverage(row, items))),
            row.row("share").map(|row| row.read(|row| share(row, known))),
        ];
        let mut found = found.into_iter().flatten();
        let Some(first) = found.next() else { return node.is_no(Wanted::Measure) };
        if found.next().is_some() { node.is_no(Wanted::Measure) } else { first }
    };
    node.row()?.read(measured)
}

fn fixed(row: &Row<'_>, known: &Known<'_>) -> Option<Measure> {
    let value = row.text("value").and_then(|text| amount(text, known));
    Some(Measure::Fixed { value, basis: row.name("basis")?.value.into() })
}

fn coverage(row: &Row<'_>, items: &Scope<'_>) -> Option<Measure> {
    let roster = row.name("roster").and_then(|text| items.known().registers.resolve(text, items.known().faults));
    let by = row.name("by").and_then(|text| items.operand(text));
    Some(Measure::Coverage { roster: roster?, by: by? })
}

fn share(row: &Row<'_>, known: &Known<'_>) -> Option<Measure> {
    let figure = |key| row.name(key).and_then(|text| known.indicators.resolve(text, known.faults));
    let (part, whole) = (figure("part"), figure("whole"));
    Some(Measure::Share { part: part?, whole: whole? })
}

fn window(node: Node<'_>, known: &Known<'_>) -> Option<Window> {
    if node.value.is_str() {
        return node.text()?.one_of(&[("whole", Window::Whole)], known.faults);
    }
    node.row()?.read(|row| {
        let months: Option<Vec<u32>> =
            row.node("months").map(|node| node.members(Wanted::Months).into_iter().filter_map(Node::number).collect());
        let window = match (row.number("frommonth"), months.as_deref()) {
            (Some(from), None) => Some((Window::FromMonth(from), from, from)),
            (None, Some([from, to])) => Some((Window::Months(*from, *to), *from, *to)),
            _ => None,
        };
        let fits = window.filter(|(_, from, to)| 1 <= *from && from <= to && *to <= 12);
        fits.map(|(window, ..)| window).or_else(|| node.is_no(Wanted::Months))
    })
}
