//! Draws what is lacking, a figure a row, and below it whom to ask and what to do.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::super::acts;
use super::{ReturnsScreen, Row};
use crate::command::Command;
use crate::lang::Lang;
use crate::model::Answers;
use crate::query::{self, Lack};
use crate::text::wrap;
use crate::ui::layers::Screen;
use crate::ui::paint::Painter;
use crate::ui::scene::Scene;
use crate::ui::screen::board::short;

/// Rows of the list on a screen of this height.
pub fn rows(height: u16) -> usize {
    usize::from(height.saturating_sub(8).max(1))
}

/// Rows below the list that say whom to ask and what to do.
const DETAIL: u16 = 2;

/// The columns of a row: names and words by where they begin and how wide they are, numbers by where they end.
struct Columns {
    name: (u16, u16),
    value: (u16, u16),
    last_year: (u16, u16),
    lack: u16,
    who: u16,
}

const fn columns(width: u16) -> Columns {
    match width {
        ..80 => Columns { name: (1, 18), value: (30, 10), last_year: (40, 9), lack: 42, who: 56 },
        80..110 => Columns { name: (1, 20), value: (34, 12), last_year: (46, 11), lack: 48, who: 65 },
        _ => Columns { name: (1, 28), value: (45, 15), last_year: (61, 15), lack: 65, who: 84 },
    }
}

/// Draws the list; the cursor stands behind what is typed, or on the selected row.
pub fn view(screen: &ReturnsScreen, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Position {
    let lang = scene.look.lang;
    let mut paint = Painter::new(buffer, area, scene.look);
    let theme = *paint.theme();
    let after = paint.text(0, 1, lang.returns_title(), theme.title);
    let counts = screen.counts;
    let partial = (counts.ours + counts.units).saturating_sub(counts.missing);
    let said =
        format!("{}  {}", lang.returns_counts(counts.missing, partial), lang.returns_by(counts.ours, counts.units));
    let after = paint.text(0, after + 2, &said, theme.text);
    let hint = if screen.typed.is_empty() {
        lang.list_search_hint().into()
    } else {
        lang.list_search(screen.typed.shown(scene.look.cells))
    };
    let end = paint.text(0, after + 2, &hint, theme.dim);
    paint.rule(1);
    head(&mut paint, lang);
    for (row, at) in screen.cursor.shown().enumerate() {
        line(&screen.rows[at], 3 + row as u16, &mut paint, scene);
        if screen.cursor.selected() == Some(at) {
            paint.mark(3 + row as u16, theme.cursor);
        }
    }
    if screen.rows.is_empty() {
        let told = if screen.typed.is_empty() { lang.returns_nothing() } else { lang.list_not_found() };
        paint.text(3, 1, told, theme.text);
    }
    foot(screen, &mut paint, scene);
    let row = 3 + screen.cursor.offset() as u16;
    if screen.typed.is_empty() { paint.place(row, 0) } else { paint.place(0, end) }
}

fn head(paint: &mut Painter<'_>, lang: Lang) {
    let (at, dim) = (columns(paint.width()), paint.theme().dim);
    paint.text(2, at.name.0, lang.figures_name(), dim);
    paint.text_right(2, at.value.0, lang.returns_now(), dim);
    paint.text_right(2, at.last_year.0, lang.figures_last_year(), dim);
    paint.text(2, at.lack, lang.returns_lack(), dim);
    paint.text(2, at.who, lang.returns_who(), dim);
}

fn line(row: &Row, at: u16, paint: &mut Painter<'_>, scene: &Scene) {
    let (session, theme) = (scene.session, *paint.theme());
    let columns = columns(paint.width());
    let fitted = |text: &str, room: u16| scene.look.cells.fit(text, usize::from(room)).trim_end().to_owned();
    paint.fitted(at, columns.name.0, columns.name.1, row.id.as_str(), theme.text);
    let value = fitted(&session.figure_text(&row.id), columns.value.1);
    let has_value = session.figures().get(&row.id).is_some_and(|figure| figure.value.is_some());
    paint.text_right(at, columns.value.0, &value, if has_value { theme.figure } else { theme.blank });
    let last = session.figures_last_year().get(&row.id).and_then(|figure| figure.value.as_ref());
    if let Some(last) = last {
        paint.text_right(at, columns.last_year.0, &fitted(&last.to_string(), columns.last_year.1), theme.dim);
    }
    let lack = fitted(&lack_text(row, scene), columns.who - columns.lack - 1);
    paint.text(at, columns.lack, &lack, theme.blank);
    paint.fitted(
        at,
        columns.who,
        paint.width().saturating_sub(columns.who),
        &who(row, paint.width(), scene),
        theme.text,
    );
}

/// What a figure lacks, in a word or two.
fn lack_text(row: &Row, scene: &Scene) -> String {
    let lang = scene.look.lang;
    match row.lack {
        Lack::Owed(owed) => {
            let given = scene.session.figures().get(&row.id).map_or(0, |figure| figure.units.len());
            lang.lack_owed(answered(given, owed, row, scene), owed)
        }
        Lack::Open(count) => lang.lack_open(count),
        Lack::Unset => lang.lack_unset().into(),
        Lack::Nothing => lang.state_missing().into(),
        Lack::Until(day) => lang.lack_until(&short(day)),
        Lack::Without(count) => lang.lack_without(count),
    }
}

/// How many units that were asked have answered: those that gave something and owe nothing.
fn answered(given: usize, owed: usize, row: &Row, scene: &Scene) -> usize {
    let figure = scene.session.figures().get(&row.id);
    let both = figure.map_or(0, |figure| figure.units.iter().filter(|unit| figure.owed.contains(unit)).count());
    debug_assert!(both <= owed, "those that owe are among those that owe");
    given - both
}

/// Who answers: we, or the units that owe it; with a number to call where there is room.
fn who(row: &Row, width: u16, scene: &Scene) -> String {
    let (lang, owed) = (scene.look.lang, acts::owed(&row.id, scene));
    match (row.answers, owed) {
        (_, [only]) => with_phone(*only, scene),
        (_, [first, ..]) if width >= 110 => lang.returns_units(&with_phone(*first, scene)),
        (_, [first, ..]) => lang.returns_units(scene.session.unit_name(*first)),
        (Answers::We, []) => lang.returns_we().into(),
        (Answers::Units, []) => lang.returns_the_units().into(),
    }
}

fn with_phone(unit: crate::id::EntryId, scene: &Scene) -> String {
    let name = scene.session.unit_name(unit);
    let contact = scene.session.ledger().entry(unit).map(query::contact);
    contact.map_or_else(String::new, |(person, phone)| format!("{name} {person}{phone}").trim_end().to_owned())
}

fn foot(screen: &ReturnsScreen, paint: &mut Painter<'_>, scene: &Scene) {
    let (lang, theme) = (scene.look.lang, *paint.theme());
    let height = paint.height();
    paint.rule(height - 3 - DETAIL);
    if let Some(row) = screen.row() {
        let text = detail(row, scene);
        let lines = wrap(&text, usize::from(paint.width().saturating_sub(2)), 0, scene.look.cells);
        for (at, range) in lines.into_iter().take(usize::from(DETAIL)).enumerate() {
            paint.text(height - 2 - DETAIL + at as u16, 1, &text[range], theme.dim);
        }
    }
    paint.rule(height - 2);
    let hints = [
        (Command::Accept, lang.hint_returns_work()),
        (Command::Zero, lang.act_zero()),
        (Command::Choices, lang.hint_units_acts()),
        (Command::Returns, lang.hint_returns_all()),
        (Command::Back, lang.hint_back()),
        (Command::Help, lang.hint_help()),
    ];
    let hints = scene.look.hints(screen.context(), &hints, usize::from(paint.width().saturating_sub(2)));
    paint.text(height - 1, 1, &hints, theme.dim);
}

/// What to do, and whom to ask under which number.
fn detail(row: &Row, scene: &Scene) -> String {
    let lang = scene.look.lang;
    let todo = match row.lack {
        Lack::Owed(_) => lang.todo_owed(),
        Lack::Open(_) => lang.todo_open(),
        Lack::Unset => lang.todo_unset(),
        Lack::Nothing if row.answers == Answers::Units => lang.todo_units(),
        Lack::Nothing => lang.todo_nothing(),
        Lack::Until(_) => lang.todo_until(),
        Lack::Without(_) => lang.todo_without(),
    };
    let owed = acts::owed(&row.id, scene).iter().map(|unit| with_phone(*unit, scene));
    let owed: Vec<String> = owed.collect();
    if owed.is_empty() { todo.to_owned() } else { lang.todo_ask(todo, &owed.join(lang.between())) }
}
