//! Annexes: what they list, the columns of their tables, their charts.

use super::error::Fault;
use super::known::Known;
use super::row::Row;
use super::scope::{Scope, Shelf};
use super::tokens::{check_column, check_passage};
use crate::document::Align;
use crate::id::{KindId, MatterId};
use crate::model::{Annex, By, Chart, Column, Kind, Lists, Shows, Unknown};

const LISTS: [(&str, Lists); 6] = [
    ("items", Lists::Items),
    ("figures", Lists::Figures),
    ("sources", Lists::Sources),
    ("blanks", Lists::Blanks),
    ("pictures", Lists::Pictures),
    ("bars", Lists::Bars),
];

const SHOWS: [(&str, Shows); 14] = [
    ("number", Shows::Number),
    ("matter", Shows::Matter),
    ("evidence", Shows::Evidence),
    ("figure", Shows::Figure),
    ("now", Shows::Now),
    ("last_year", Shows::LastYear),
    ("records", Shows::Records),
    ("state", Shows::State),
    ("around", Shows::Around),
    ("owes", Shows::Owes),
    ("place", Shows::Place),
    ("name", Shows::Name),
    ("bar", Shows::Bar),
    ("room", Shows::Room),
];

const ALIGN: [(&str, Align); 3] = [("left", Align::Left), ("centre", Align::Centre), ("right", Align::Right)];

/// Reads an `[[annex]]`.
pub(super) fn annex(row: &Row<'_>, shelf: Shelf<'_>) -> Option<Annex> {
    let known = shelf.known;
    let (id, name, title) = (row.id("id"), row.name("name"), row.name("title"));
    if let Some(title) = title {
        check_passage(title, known);
    }
    let lists = row.name("lists").and_then(|text| text.one_of(&LISTS, known.faults));
    let kinds = kinds(row, known);
    let matters: Vec<MatterId> =
        row.texts("matters").into_iter().filter_map(|text| known.matters.resolve(text, known.faults)).collect();
    let of = kinds_of(shelf, &kinds, &matters);
    let columns = row.rows("columns");
    let columns = columns.iter().filter_map(|row| row.read(|row| column(row, &of, known))).collect();
    let charts = row.rows("charts");
    let charts = charts.iter().filter_map(|row| row.read(|row| chart(row, shelf))).collect();
    let (across, foot) = (row.flag("across", false), row.words("foot"));
    Some(Annex {
        id: id?,
        name: name?.value.into(),
        title: title?.value.into(),
        lists: lists?,
        across,
        kinds,
        matters,
        columns,
        charts,
        foot,
        unknown: Unknown::new(),
    })
}

fn kinds(row: &Row<'_>, known: &Known<'_>) -> Vec<KindId> {
    row.texts("kinds").into_iter().filter_map(|text| known.kinds.resolve(text, known.faults)).collect()
}

/// The kinds of the items listed: those named, or those of the matters named, or all.
fn kinds_of<'a>(shelf: Shelf<'a>, kinds: &[KindId], matters: &[MatterId]) -> Vec<&'a Kind> {
    let of_matter = |kind: &Kind| shelf.matters.iter().any(|one| one.kind == kind.id && matters.contains(&one.id));
    let named = |kind: &&Kind| match (kinds, matters) {
        ([], []) => true,
        ([], _) => of_matter(kind),
        _ => kinds.contains(&kind.id),
    };
    shelf.kinds.iter().filter(named).collect()
}

fn column(row: &Row<'_>, kinds: &[&Kind], known: &Known<'_>) -> Option<Column> {
    let (head, width) = (row.name("head"), row.number("width"));
    let text = row.text("text").inspect(|text| check_column(*text, kinds, known));
    let shows = match text {
        Some(text) => Some(Shows::Text(text.value.into())),
        None => row.name("shows").and_then(|text| text.one_of(&SHOWS, known.faults)),
    };
    let align = row.one_of("align", &ALIGN).unwrap_or_default();
    let width = width.and_then(|width| u16::try_from(width).ok()).unwrap_or(1);
    Some(Column { head: head?.value.into(), width, align, shows: shows? })
}

fn chart(row: &Row<'_>, shelf: Shelf<'_>) -> Option<Chart> {
    let (title, by) = (row.name("title"), row.name("by"));
    let (kinds, most) = (kinds(row, shelf.known), row.number("most"));
    let by = by.and_then(|text| {
        let by: By = text.value.parse().map_err(|_| shelf.known.faults.add_text(text, Fault::Id)).ok()?;
        if let By::Field(_) = by {
            Scope::of_items(shelf, &[], &kinds).operand(text)?;
        }
        Some(by)
    });
    Some(Chart { title: title?.value.into(), by: by?, kinds, most })
}
