//! Draws the units, a row each.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::UnitsScreen;
use super::cell::Cell;
use crate::command::Command;
use crate::query::{self, UnitRow, Value};
use crate::ui::layers::Screen;
use crate::ui::paint::Painter;
use crate::ui::scene::Scene;
use crate::ui::screen::board::short;

/// Where the columns of a row stand: names and words by where they begin, numbers by where they end.
const NAME: (u16, u16) = (1, 14);
const NUMBER: (u16, u16) = (17, 12);
const SOURCE: u16 = 31;
const LAST_YEAR: u16 = 45;
const ITEMS: u16 = 54;
const GAP: u16 = 61;
const BESIDE: u16 = 63;

/// Rows of units on a screen of this height.
pub fn rows(height: u16) -> usize {
    usize::from(height.saturating_sub(7).max(1))
}

/// Cells of a number.
pub const fn cells() -> u16 {
    NUMBER.1
}

/// Draws the units; the cursor stands in the number, or on its source.
pub fn view(screen: &UnitsScreen, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Option<Position> {
    let mut cursor = None;
    {
        let mut paint = Painter::new(buffer, area, scene.look);
        title(screen, &mut paint, scene);
        head(&mut paint, scene);
        for (row, at) in screen.cursor.shown().enumerate() {
            line(screen, at, 3 + row as u16, &mut paint, scene);
        }
        if screen.rows.is_empty() {
            paint.text(3, 1, scene.look.lang.units_none(), paint.theme().dim);
        }
        foot(screen, &mut paint, scene);
        let row = 3 + screen.cursor.offset() as u16;
        if screen.on_source || screen.rows.is_empty() {
            cursor = Some(paint.place(row, SOURCE));
        }
    }
    if screen.rows.is_empty() {
        return cursor;
    }
    let row = 3 + screen.cursor.offset() as u16;
    let place = Rect::new(area.x + NUMBER.0, area.y + row, NUMBER.1.min(area.width.saturating_sub(NUMBER.0)), 1);
    cursor.or(screen.field.view(buffer, place, !screen.on_source, scene.look))
}

fn title(screen: &UnitsScreen, paint: &mut Painter<'_>, scene: &Scene) {
    let (lang, session) = (scene.look.lang, scene.session);
    let theme = *paint.theme();
    let indicator = session.template().indicator(&screen.id);
    let name = indicator.map_or_else(String::new, |one| lang.units_title(one.id.as_str(), &one.unit));
    let after = paint.text(0, 1, &name, theme.title);
    let after = paint.text(0, after + 2, &screen.stretch(scene), theme.text);
    let asked = screen.rows.iter().filter(|row| row.asked).count();
    let owing = screen.rows.iter().filter(|row| row.owes).count();
    let given = screen.rows.iter().filter(|row| row.given.is_some()).count();
    let told = if asked > 0 { lang.units_answered(asked - owing, asked) } else { lang.units_given(given) };
    let total = indicator.and_then(|one| query::rows_total(one, &screen.rows));
    let value = session.figures().get(&screen.id).and_then(|figure| figure.value.as_ref());
    let other = value.filter(|value| total.as_ref() != Some(value));
    let last = match screen.period {
        Some(_) => query::rows_last_year(&screen.rows),
        None => session.figures_last_year().get(&screen.id).and_then(|figure| figure.value.clone()),
    };
    let parts = [
        Some(told),
        total.as_ref().map(|value| lang.units_total(&value.to_string())),
        other.map(|value| lang.units_figure(&value.to_string())),
        last.map(|value| lang.units_last_year(&value.to_string())),
    ];
    let right = parts.into_iter().flatten().collect::<Vec<_>>().join("  ");
    let right = right.trim_end();
    if usize::from(after) + 2 + scene.look.cells.width(right) < usize::from(paint.width()) {
        paint.text_right(0, paint.width() - 1, right, theme.text);
    } else {
        paint.text(0, after + 2, right, theme.text);
    }
    paint.rule(1);
}

fn head(paint: &mut Painter<'_>, scene: &Scene) {
    let (lang, dim) = (scene.look.lang, paint.theme().dim);
    paint.text(2, NAME.0, lang.units_unit(), dim);
    paint.text(2, NUMBER.0, lang.units_number(), dim);
    paint.text(2, SOURCE, lang.units_source(), dim);
    paint.text_right(2, LAST_YEAR, lang.units_before(), dim);
    paint.text_right(2, ITEMS, lang.units_items(), dim);
    paint.text_right(2, GAP, lang.units_gap(), dim);
    paint.text(2, BESIDE, lang.units_contact(), dim);
}

fn line(screen: &UnitsScreen, at: usize, row: u16, paint: &mut Painter<'_>, scene: &Scene) {
    let Some(unit) = screen.rows.get(at) else { return };
    let (lang, theme) = (scene.look.lang, *paint.theme());
    let here = screen.cursor.selected() == Some(at);
    let cell = if here { Cell { text: String::new(), source: screen.source } } else { screen.cell(unit) };
    let is_typed =
        here && !screen.is_unchanged() || !here && screen.cells.get(screen.period.as_ref(), unit.unit).is_some();
    paint.text(
        row,
        0,
        if here {
            ">"
        } else if is_typed {
            "*"
        } else {
            " "
        },
        theme.text,
    );
    let style = if here { theme.title } else { theme.text };
    paint.fitted(row, NAME.0, NAME.1, scene.session.unit_name(unit.unit), style);
    let shown = if cell.text.is_empty() && unit.owes { lang.units_owes() } else { cell.text.as_str() };
    paint.fitted(row, NUMBER.0, NUMBER.1, shown, if cell.text.is_empty() { theme.blank } else { theme.text });
    let has_number = unit.given.is_some() || is_typed;
    if has_number || here {
        let style = if here && screen.on_source { theme.selected } else { theme.text };
        paint.text(row, SOURCE, cell.source.text(lang), style);
    }
    if let Some(last) = &unit.last_year {
        paint.text_right(row, LAST_YEAR, &last.to_string(), theme.dim);
    }
    paint.text_right(row, ITEMS, &items(unit, scene), theme.dim);
    paint.text_right(row, GAP, &gap(unit), theme.dim);
    paint.text(
        row,
        BESIDE,
        &beside(unit, scene),
        if unit.urged.is_some() && unit.owes { theme.blank } else { theme.dim },
    );
}

/// What single items of the unit come to; of a figure that they do not add up to, how many there are.
fn items(unit: &UnitRow, scene: &Scene) -> String {
    match (&unit.items, unit.records) {
        (Some(sum), _) => sum.to_string(),
        (None, 0) => String::new(),
        (None, records) => scene.look.lang.units_records(records),
    }
}

/// By how much the return is more or less than the items.
fn gap(unit: &UnitRow) -> String {
    if is_uncompared(unit) {
        return "-".into();
    }
    let (Some(given), Some(Value::Number(items, _))) = (&unit.given, &unit.items) else { return String::new() };
    let gap = (given.value.value() - items).normalize();
    if gap.is_sign_positive() && !gap.is_zero() { format!("+{gap}") } else { gap.to_string() }
}

/// Whether there are a return and items that nothing can be added up of: articles in 篇, items in 条.
const fn is_uncompared(unit: &UnitRow) -> bool {
    unit.given.is_some() && unit.items.is_none() && unit.records > 0
}

/// Since when the answer is awaited, else whom to ask.
fn beside(unit: &UnitRow, scene: &Scene) -> String {
    if let Some(day) = unit.urged.filter(|_| unit.owes) {
        return scene.look.lang.urged_unanswered(&short(day));
    }
    let contact = scene.session.ledger().entry(unit.unit).map(query::contact);
    contact.map(|(name, phone)| format!("{name} {phone}").trim().to_owned()).unwrap_or_default()
}

/// What there is to know of the row besides, and the keys.
fn foot(screen: &UnitsScreen, paint: &mut Painter<'_>, scene: &Scene) {
    let (lang, theme) = (scene.look.lang, *paint.theme());
    let height = paint.height();
    paint.rule(height - 4);
    if let Some(unit) = screen.row() {
        let name = scene.session.unit_name(unit.unit);
        paint.text(height - 3, 1, &format!("{name}  {}", known(unit, screen, scene)), theme.dim);
    }
    paint.rule(height - 2);
    let hints = [
        (Command::Accept, lang.hint_units_save()),
        (Command::NextField, lang.hint_units_source()),
        (Command::Zero, lang.hint_units_zero()),
        (Command::Choices, lang.hint_units_acts()),
        (Command::Back, lang.hint_close()),
        (Command::Help, lang.hint_help()),
    ];
    let hints = scene.look.hints(screen.context(), &hints, usize::from(paint.width().saturating_sub(2)));
    paint.text(height - 1, 1, &hints, theme.dim);
}

fn known(unit: &UnitRow, screen: &UnitsScreen, scene: &Scene) -> String {
    let lang = scene.look.lang;
    let mut told: Vec<String> = Vec::new();
    if screen.on_source {
        told.push(lang.units_sources().into());
    }
    let year = scene.session.year();
    for (period, given) in &unit.beside {
        let period = period.as_ref().map_or_else(|| lang.year_of(&year.to_string()), |period| period.print(year));
        told.push(lang.units_beside(&period, &given.value.to_string()));
    }
    if unit.given.is_some() && unit.records > 0 {
        told.push(lang.units_replaced(unit.records));
    }
    if is_uncompared(unit) {
        told.push(lang.units_uncompared().into());
    }
    if let Some((name, phone)) = scene.session.ledger().entry(unit.unit).map(query::contact) {
        told.push(format!("{name} {phone}").trim().to_owned());
    }
    told.extend(unit.urged.map(|day| lang.urged_on(&short(day))));
    told.retain(|text| !text.is_empty());
    told.join("  ")
}
