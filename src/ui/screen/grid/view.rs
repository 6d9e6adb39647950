//! Draws a grid: rows and columns, what can be picked in the present cell, and what is wrong.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::GridScreen;
use crate::command::{Command, Context};
use crate::text::Cells;
use crate::ui::form::Field;
use crate::ui::paint::Painter;
use crate::ui::scene::Scene;

/// Rows that a page key goes.
pub(super) const PAGE: usize = 10;

/// Where the cells begin, behind the number of the row; the rows above them and below.
const LEFT: u16 = 5;
const ABOVE: u16 = 3;
const BELOW: u16 = 6;

/// Cells of a column: of a title, of the others.
const TITLE: u16 = 26;
const OTHER: u16 = 13;

/// Cells of a column.
fn width(field: &Field) -> u16 {
    if field.id() == "title" { TITLE } else { OTHER }
}

/// The columns that are shown from `left` on, each with where it begins, in so many cells.
fn shown(screen: &GridScreen, left: usize, room: u16) -> Vec<(usize, u16)> {
    let mut from = LEFT;
    let mut shown = Vec::new();
    for (at, field) in screen.grid.columns().iter().enumerate().skip(left) {
        if from + width(field) > room && !shown.is_empty() {
            break;
        }
        shown.push((at, from));
        from += width(field) + 1;
    }
    shown
}

/// Rows of items on a screen of this height.
fn rows(height: u16) -> usize {
    usize::from(height.saturating_sub(ABOVE + BELOW).max(1))
}

/// Makes room for what is typed, scrolled so that the present cell shows.
pub(super) fn arrange(screen: &mut GridScreen, area: Rect, cells: Cells) {
    let (row, column) = screen.grid.at();
    screen.top = screen.top.clamp((row + 1).saturating_sub(rows(area.height)), row);
    screen.left = screen.left.min(column);
    while shown(screen, screen.left, area.width).last().is_some_and(|(last, _)| *last < column) {
        screen.left += 1;
    }
    let own = screen.grid.columns().get(column).map_or(OTHER, width);
    screen.grid.form_mut().arrange(own, 1, cells);
}

/// Draws the grid; the cursor stands in the present cell.
pub(super) fn view(screen: &GridScreen, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Option<Position> {
    let columns = shown(screen, screen.left, area.width);
    {
        let mut paint = Painter::new(buffer, area, scene.look);
        head(screen, &columns, &mut paint, scene);
        for (line, at) in (screen.top..screen.grid.rows().len()).take(rows(area.height)).enumerate() {
            row(screen, at, ABOVE + line as u16, &columns, &mut paint);
        }
        below(screen, &mut paint, scene);
    }
    let (at, column) = screen.grid.at();
    let from = columns.iter().find(|(shown, _)| *shown == column).map(|(_, from)| *from)?;
    let y = area.y + ABOVE + (at - screen.top) as u16;
    let place = Rect::new(area.x + from, y, width(&screen.grid.columns()[column]), 1).intersection(area);
    let form = screen.grid.form();
    form.field(form.at()).view(buffer, place, true, scene.look)
}

fn head(screen: &GridScreen, columns: &[(usize, u16)], paint: &mut Painter<'_>, scene: &Scene) {
    let lang = scene.look.lang;
    let theme = *paint.theme();
    let matter = screen.grid.matter();
    paint.text(0, 1, &lang.grid_title(&format!("{} {}", matter.id, matter.name)), theme.title);
    let rows = screen.grid.rows();
    let wrong = rows.iter().filter(|row| row.wrong.is_some()).count();
    paint.text_right(0, paint.width().saturating_sub(1), &lang.grid_rows(rows.len(), wrong), theme.dim);
    paint.rule(1);
    if columns.last().is_some_and(|(last, _)| last + 1 < screen.grid.columns().len()) {
        paint.text_right(2, paint.width(), ">", theme.dim);
    }
    for (at, from) in columns {
        let field = &screen.grid.columns()[*at];
        let name = if field.is_required() { format!("{} *", field.name(lang)) } else { field.name(lang).to_owned() };
        paint.fitted(2, *from, width(field), &name, theme.title);
    }
}

fn row(screen: &GridScreen, at: usize, line: u16, columns: &[(usize, u16)], paint: &mut Painter<'_>) {
    let theme = *paint.theme();
    let row = &screen.grid.rows()[at];
    let (mark, style) = if row.wrong.is_some() { ("!", theme.alarm) } else { ("", theme.dim) };
    paint.text_right(line, LEFT - 1, &format!("{mark}{}", at + 1), style);
    for (column, from) in columns {
        let is_wrong = row.wrong.as_ref().is_some_and(|(wrong, _)| wrong == column);
        let style = if is_wrong { theme.alarm } else { theme.text };
        let text = screen.grid.text(at, *column).replace('\n', " ");
        paint.fitted(line, *from, width(&screen.grid.columns()[*column]), &text, style);
    }
}

/// What can be picked, what is wrong, and the keys.
fn below(screen: &GridScreen, paint: &mut Painter<'_>, scene: &Scene) {
    let lang = scene.look.lang;
    let theme = *paint.theme();
    let foot = paint.height().saturating_sub(BELOW);
    paint.rule(foot);
    let form = screen.grid.form();
    let picks = form.numbered().into_iter().enumerate().map(|(at, pick)| format!("{} {}", at + 1, pick.label));
    paint.text(foot + 1, 1, &picks.collect::<Vec<_>>().join("  "), theme.text);
    let (row, _) = screen.grid.at();
    let kept = screen.grid.rows()[row].wrong.as_ref().map(|(_, trouble)| trouble);
    if let Some(trouble) = form.trouble().or(kept) {
        let (what, hint) = trouble.text(lang);
        paint.text(foot + 2, 1, &lang.grid_row(row + 1, &what), theme.alarm);
        paint.text(foot + 3, 1, &hint, theme.text);
    }
    paint.rule(foot + 4);
    let context = if form.is_choice() { Context::Choice } else { Context::Grid };
    let hints = [
        (Command::Accept, lang.hint_next_field()),
        (Command::CopyLast, lang.hint_above()),
        (Command::Choices, lang.hint_grid_row()),
        (Command::SaveAndClose, lang.hint_save_all()),
        (Command::Back, lang.hint_close()),
        (Command::Help, lang.hint_this_field()),
    ];
    let hints = scene.look.hints(context, &hints, usize::from(paint.width().saturating_sub(2)));
    paint.text(foot + 5, 1, &hints, theme.dim);
}
