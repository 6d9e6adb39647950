//! Draws the board: 24 rows say everything; more rows and columns say more.

use chrono::{Datelike, NaiveDate};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{BoardScreen, wide};
use crate::board::{Board, SectionRow, Task, Todo};
use crate::command::{Command, Context};
use crate::lang::Lang;
use crate::ui::paint::Painter;
use crate::ui::scene::Scene;

/// Columns of the section table.
const NAME: u16 = 1;
const MATTERS: u16 = 26;
const ITEMS: u16 = 34;
const LAST: u16 = 43;
const FIGURES: u16 = 57;
const MISSING: u16 = 66;
const UNCHECKED: u16 = 75;
/// Rows that everything but the list of things to do takes.
const OTHERS: u16 = 19;

/// Rows the list of things to do has on a screen of this height.
pub fn todo_rows(height: u16) -> usize {
    usize::from(height.saturating_sub(OTHERS).clamp(2, 12))
}

/// Draws the board; the cursor stands at its selected line.
pub fn view(screen: &BoardScreen, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Option<Position> {
    let board = scene.session.board();
    let mut paint = Painter::new(buffer, area, scene.look);
    head(&mut paint, scene);
    let (row, todo_cursor) = todo(screen, board, &mut paint, scene);
    let (row, section_cursor) = sections(screen, board, row, &mut paint, scene);
    foot(board, row, &mut paint, scene);
    wide::months(&mut paint, todo_rows(area.height) as u16 + 3, scene);
    let (row, column) = todo_cursor.or(section_cursor)?;
    Some(paint.place(row, column))
}

fn head(paint: &mut Painter<'_>, scene: &Scene) {
    let (session, lang) = (scene.session, scene.look.lang);
    let office = &session.document().meta.author;
    let year = lang.year_of(&session.year().to_string());
    let title = format!(" {}  {office}  {year}", lang.program());
    let title_style = paint.theme().title;
    let after = paint.text(0, 0, &title, title_style);
    let day = day_with_weekday(session.as_of(), lang);
    let text = paint.theme().text;
    let after = paint.text(0, after + 3, &lang.board_as_of(&day), text);
    let clerk = session.clerk();
    let clerk = if clerk.is_empty() { lang.board_no_clerk().to_string() } else { lang.board_clerk(&clerk) };
    let at = session.last_act().map(|act| format!("  {}{}", lang.board_saved(), clock(act.at))).unwrap_or_default();
    let right = format!("{clerk}{at}");
    if usize::from(after) + scene.look.cells.width(&right) < usize::from(paint.width()) {
        paint.text_right(0, paint.width() - 1, &right, text);
    }
    paint.rule(1);
}

fn todo(screen: &BoardScreen, board: &Board, paint: &mut Painter<'_>, scene: &Scene) -> (u16, Option<(u16, u16)>) {
    let lang = scene.look.lang;
    let (text, dim) = (paint.theme().text, paint.theme().dim);
    paint.text(2, 1, &lang.board_todo(board.todo.len()), text);
    paint.text_right(2, paint.width() - 1, lang.board_todo_hint(), dim);
    let room = screen.room;
    let selected = screen.cursor.selected().filter(|at| *at < board.todo.len());
    let top = selected.map_or(0, |at| (at + 1).saturating_sub(room));
    for (row, todo) in board.todo.iter().enumerate().skip(top).take(room) {
        todo_line(todo, 3 + (row - top) as u16, selected == Some(row), paint, scene);
    }
    if board.todo.is_empty() {
        paint.text(3, 1, lang.board_nothing(), dim);
    }
    let hidden = board.todo.len().saturating_sub(top + room);
    if hidden > 0 {
        paint.text_right(2, paint.width() - 24, &lang.board_more(hidden), dim);
    }
    let end = 3 + room as u16;
    paint.rule(end);
    (end + 1, selected.map(|at| (3 + (at - top) as u16, 0)))
}

fn todo_line(todo: &Todo, row: u16, selected: bool, paint: &mut Painter<'_>, scene: &Scene) {
    let lang = scene.look.lang;
    let (word, state, beside) = said(&todo.task, lang);
    let theme = *paint.theme();
    let urgent = matches!(todo.task, Task::Overdue { .. }) || matches!(todo.task, Task::Due { left, .. } if left < 0);
    paint.text(row, 0, if selected { ">" } else { " " }, theme.text);
    paint.fitted(row, 1, 8, word, if urgent { theme.alarm } else { theme.text });
    paint.fitted(row, 9, 26, &todo.name, theme.text);
    paint.fitted(row, 36, 24, &state, theme.text);
    paint.text(row, 61, &beside, theme.dim);
    if selected {
        paint.mark(row, theme.cursor);
    }
}

/// A task in words: what it is, how it stands, what stands beside.
fn said(task: &Task, lang: Lang) -> (&'static str, String, String) {
    match task {
        Task::Overdue { due, done, last } => {
            let last = last.map_or_else(|| lang.board_never().into(), |day| lang.board_last(&short(day)));
            (lang.board_overdue(), lang.board_overdue_row(*due, *done), last)
        }
        Task::Due { day, left } if *left < 0 => {
            (lang.board_due(), lang.board_due_passed(&short(*day), -left), String::new())
        }
        Task::Due { day, left } => (lang.board_due(), lang.board_due_left(&short(*day), *left), String::new()),
        Task::Owed { answered, owed } => (lang.board_owed(), lang.board_owed_row(*answered, *owed), String::new()),
        Task::Partial { to } => {
            let state = to.map_or_else(|| lang.board_partial_open().into(), |day| lang.board_partial_to(&short(day)));
            (lang.board_partial(), state, String::new())
        }
    }
}

fn sections(
    screen: &BoardScreen,
    board: &Board,
    top: u16,
    paint: &mut Painter<'_>,
    scene: &Scene,
) -> (u16, Option<(u16, u16)>) {
    let lang = scene.look.lang;
    section_head(top, paint, lang);
    let selected = screen.cursor.selected().and_then(|at| at.checked_sub(board.todo.len()));
    let mut cursor = None;
    let mut row = top + 1;
    for (at, section) in board.sections.iter().enumerate() {
        section_line(section, row, paint);
        if selected == Some(at) {
            paint.mark(row, paint.theme().cursor);
            cursor = Some((row, 0));
        }
        row += 1;
    }
    section_line(&SectionRow { name: lang.board_total().into(), ..board.total.clone() }, row, paint);
    row += 1;
    let mut column = NAME;
    for (at, part) in board.closing.iter().enumerate() {
        let here = selected == Some(board.sections.len() + at);
        let style = if here { paint.theme().cursor } else { paint.theme().text };
        let start = column;
        let name = format!("{} {}", part.id, part.name);
        column = paint.text(row, column, &lang.board_closing(&name, part.items), style) + 2;
        if here {
            cursor = Some((row, start));
        }
    }
    let blanks = lang.board_blanks(board.blanks);
    let style = if board.blanks > 0 { paint.theme().blank } else { paint.theme().good };
    paint.text_right(row, 79.min(paint.width()), &blanks, style);
    paint.rule(row + 1);
    (row + 2, cursor)
}

fn section_head(row: u16, paint: &mut Painter<'_>, lang: Lang) {
    let dim = paint.theme().dim;
    paint.text(row, NAME, lang.board_col_section(), dim);
    for (column, name) in [
        (MATTERS, lang.board_col_matters()),
        (ITEMS, lang.board_col_items()),
        (LAST, lang.board_col_last()),
        (FIGURES, lang.board_col_figures()),
        (MISSING, lang.board_col_missing()),
        (UNCHECKED, lang.board_col_unchecked()),
    ] {
        paint.text_right(row, column, name, dim);
    }
}

fn section_line(section: &SectionRow, row: u16, paint: &mut Painter<'_>) {
    let text = paint.theme().text;
    paint.text(row, NAME, format!("{} {}", section.id, section.name).trim(), text);
    paint.text_right(row, MATTERS, &format!("{}/{:>2}", section.matters_with, section.matters_expected), text);
    paint.text_right(row, ITEMS, &section.items.to_string(), text);
    paint.text_right(row, LAST, &section.last.map_or_else(|| "-".into(), short), text);
    paint.text_right(row, FIGURES, &format!("{}/{:>2}", section.checked, section.figures), text);
    let missing = if section.missing > 0 { paint.theme().blank } else { text };
    paint.text_right(row, MISSING, &dash(section.missing), missing);
    paint.text_right(row, UNCHECKED, &dash(section.unchecked), text);
}

fn foot(board: &Board, row: u16, paint: &mut Painter<'_>, scene: &Scene) {
    let (session, lang) = (scene.session, scene.look.lang);
    let text = paint.theme().text;
    let blanks = lang.board_report(board.blanks);
    paint.text(row, 1, &blanks, text);
    let last = session.last_act().map_or_else(
        || lang.board_no_act().to_string(),
        |act| lang.board_last_act(&act.by, &clock(act.at), &act.act.text(lang)),
    );
    paint.text(row + 1, 1, &last, text);
    paint.rule(row + 2);
    let hints = scene.look.hints(
        Context::Board,
        &[
            (Command::NewItem, lang.menu_new()),
            (Command::Returns, lang.hint_figures()),
            (Command::Report, lang.menu_report()),
            (Command::Find, lang.menu_find()),
            (Command::Publish, lang.hint_publish()),
            (Command::Menu, lang.menu_title()),
            (Command::Help, lang.hint_help()),
        ],
        usize::from(paint.width().saturating_sub(2)),
    );
    paint.text(paint.height() - 1, 1, &hints, paint.theme().dim);
}

fn dash(count: usize) -> String {
    if count == 0 { "-".into() } else { count.to_string() }
}

fn short(day: NaiveDate) -> String {
    format!("{:02}-{:02}", day.month(), day.day())
}

fn clock(at: chrono::DateTime<chrono::Utc>) -> String {
    at.with_timezone(&chrono::Local).format("%H:%M").to_string()
}

/// `12月20日 周二`.
fn day_with_weekday(day: NaiveDate, lang: Lang) -> String {
    let weekday = lang.weekday(day.weekday().num_days_from_monday());
    lang.day_and_weekday(day.month(), day.day(), weekday)
}
