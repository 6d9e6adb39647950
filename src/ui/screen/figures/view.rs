//! Draws the figures, a row each.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::FiguresScreen;
use crate::command::{Command, Context};
use crate::query::State;
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
    let hint = if screen.typed.is_empty() { lang.list_search_hint().into() } else { lang.list_search(&screen.typed) };
    let end = paint.text(0, after + 2, &hint, theme.dim);
    paint.rule(1);
    head(&mut paint, scene);
    for (row, at) in screen.cursor.shown().enumerate() {
        line(screen, at, 3 + row as u16, &mut paint, scene);
    }
    paint.rule(area.height - 2);
    let hints = [
        (Command::Accept, lang.hint_items()),
        (Command::Report, lang.menu_report()),
        (Command::Back, lang.hint_back()),
        (Command::Help, lang.hint_help()),
    ];
    let hints = scene.look.hints(Context::List, &hints, usize::from(area.width.saturating_sub(2)));
    paint.text(area.height - 1, 1, &hints, theme.dim);
    let row = 3 + screen.cursor.offset() as u16;
    if screen.typed.is_empty() { paint.place(row, 0) } else { paint.place(0, end) }
}

fn head(paint: &mut Painter<'_>, scene: &Scene) {
    let (lang, dim) = (scene.look.lang, paint.theme().dim);
    paint.text(2, 1, lang.figures_name(), dim);
    paint.text_right(2, 52, lang.figures_value(), dim);
    paint.text(2, 56, lang.figures_state(), dim);
    paint.text_right(2, 78, lang.figures_records(), dim);
}

fn line(screen: &FiguresScreen, at: usize, row: u16, paint: &mut Painter<'_>, scene: &Scene) {
    let Some(id) = screen.found.get(at) else { return };
    let theme = *paint.theme();
    let figure = scene.session.figures().get(id);
    let state = figure.map_or(State::Missing, |figure| figure.state);
    paint.fitted(row, 1, 28, id.as_str(), theme.text);
    let value = scene.look.cells.fit(&scene.session.figure_text(id), 22).trim_end().to_string();
    let style = if state == State::Missing { theme.blank } else { theme.figure };
    paint.text_right(row, 52, &value, style);
    paint.text(row, 56, state.text(scene.look.lang), if state == State::Missing { theme.alarm } else { theme.dim });
    let records = figure.map_or(0, |figure| figure.items.len() + figure.units.len());
    paint.text_right(row, 78, &records.to_string(), theme.dim);
    if screen.cursor.selected() == Some(at) {
        paint.mark(row, theme.cursor);
    }
}
