//! Draws the figures, a row each.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::FiguresScreen;
use crate::command::Command;
use crate::query::State;
use crate::ui::layers::Screen;
use crate::ui::paint::Painter;
use crate::ui::scene::Scene;

/// Rows of the list on a screen of this height.
pub fn rows(height: u16) -> usize {
    usize::from(height.saturating_sub(5).max(1))
}

/// Draws the figures; the cursor stands behind what is typed, or on the selected row.
pub fn view(screen: &FiguresScreen, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Position {
    let lang = scene.look.lang;
    let mut paint = Painter::new(buffer, area, scene.look);
    let theme = *paint.theme();
    let after = paint.text(0, 1, lang.figures_title(), theme.title);
    let hint = if screen.typed.is_empty() {
        lang.list_search_hint().into()
    } else {
        lang.list_search(screen.typed.shown(scene.look.cells))
    };
    let end = paint.text(0, after + 2, &hint, theme.dim);
    paint.rule(1);
    head(&mut paint, scene);
    for (row, at) in screen.cursor.shown().enumerate() {
        line(screen, at, 3 + row as u16, &mut paint, scene);
    }
    if screen.found.is_empty() {
        paint.text(3, 1, lang.list_not_found(), theme.text);
        paint.text(4, 1, lang.list_not_found_hint(), theme.dim);
    }
    paint.rule(area.height - 2);
    let hints = [
        (Command::Accept, lang.hint_items()),
        (Command::Choices, lang.hint_figures_acts()),
        (Command::Returns, lang.hint_returns_owed()),
        (Command::Back, lang.hint_back()),
        (Command::Help, lang.hint_help()),
    ];
    let hints = scene.look.hints(screen.context(), &hints, usize::from(area.width.saturating_sub(2)));
    paint.text(area.height - 1, 1, &hints, theme.dim);
    let row = 3 + screen.cursor.offset() as u16;
    if screen.typed.is_empty() { paint.place(row, 0) } else { paint.place(0, end) }
}

/// The columns of a row: names and states by where they begin, numbers by where they end.
struct Columns {
    name: (u16, u16),
    value: u16,
    state: u16,
    records: u16,
}

const fn columns(width: u16) -> Columns {
    if width < 80 {
        Columns { name: (1, 24), value: 42, state: 44, records: 59 }
    } else {
        Columns { name: (1, 28), value: 52, state: 56, records: 78 }
    }
}

/// The column last year's figures end in, on a wide screen.
const LAST_YEAR: u16 = 104;

/// Whether last year's figures have room.
pub const fn has_last_year(area: Rect) -> bool {
    area.width > LAST_YEAR
}

fn head(paint: &mut Painter<'_>, scene: &Scene) {
    let (lang, dim) = (scene.look.lang, paint.theme().dim);
    let at = columns(paint.width());
    paint.text(2, at.name.0, lang.figures_name(), dim);
    paint.text_right(2, at.value, lang.figures_value(), dim);
    paint.text(2, at.state, lang.figures_state(), dim);
    paint.text_right(2, at.records, lang.figures_records(), dim);
    if paint.width() > LAST_YEAR {
        paint.text_right(2, LAST_YEAR, lang.figures_last_year(), dim);
    }
}

fn line(screen: &FiguresScreen, n: usize, row: u16, paint: &mut Painter<'_>, scene: &Scene) {
    let Some(id) = screen.found.get(n) else { return };
    let theme = *paint.theme();
    let at = columns(paint.width());
    let figure = scene.session.figures().get(id);
    let state = figure.map_or(State::Missing, |figure| figure.state);
    paint.fitted(row, at.name.0, at.name.1, id.as_str(), theme.text);
    let room = usize::from(at.value - at.name.0 - at.name.1 - 1);
    let value = cut(&scene.session.figure_text(id), room, scene);
    let style = if state == State::Missing { theme.blank } else { theme.figure };
    paint.text_right(row, at.value, &value, style);
    let style = if state == State::Missing { theme.alarm } else { theme.dim };
    paint.text(row, at.state, state.text(scene.look.lang), style);
    let records = figure.map_or(0, |figure| figure.items.len() + figure.units.len());
    paint.text_right(row, at.records, &records.to_string(), theme.dim);
    let before = screen.before.as_ref().and_then(|before| before.get(id)?.value.as_ref());
    if let Some(before) = before.filter(|_| paint.width() > LAST_YEAR) {
        paint.text_right(row, LAST_YEAR, &cut(&before.to_string(), 24, scene), theme.dim);
    }
    if screen.cursor.selected() == Some(n) {
        paint.mark(row, theme.cursor);
    }
}

fn cut(text: &str, room: usize, scene: &Scene) -> String {
    scene.look.cells.fit(text, room).trim_end().to_string()
}
