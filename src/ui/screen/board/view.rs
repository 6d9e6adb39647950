//! Draws the board: 24 rows say everything; more rows and columns say more.

use chrono::{Datelike, NaiveDate};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{BoardScreen, bars, todo, wide};
use crate::board::{Board, SectionRow};
use crate::command::{Command, Context};
use crate::lang::Lang;
use crate::model::Variant;
use crate::ui::paint::Painter;
use crate::ui::scene::Scene;

/// The columns of the section table, each but the first by where it ends.
struct Columns {
    name: u16,
    matters: u16,
    items: u16,
    last: u16,
    figures: u16,
    missing: u16,
    to_check: u16,
    doubts: u16,
}

const COLUMNS: Columns =
    Columns { name: 1, matters: 26, items: 33, last: 41, figures: 57, missing: 64, to_check: 71, doubts: 79 };
/// On a screen of fewer than 80 cells.
const NARROW: Columns =
    Columns { name: 1, matters: 19, items: 24, last: 30, figures: 44, missing: 49, to_check: 54, doubts: 59 };
/// Rows that neither the list of things to do nor the sections take.
const OTHERS: u16 = 12;

/// Rows the list of things to do has on a screen.
pub fn todo_rows(area: Rect, board: &Board) -> usize {
    let others = OTHERS + board.sections.len() as u16;
    usize::from(area.height.saturating_sub(others).clamp(1, 12))
}

const fn columns(width: u16) -> Columns {
    if width < 80 { NARROW } else { COLUMNS }
}

/// Draws the board; the cursor stands at its selected line.
pub fn view(screen: &BoardScreen, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Option<Position> {
    let board = scene.session.board();
    let mut paint = Painter::new(buffer, area, scene.look);
    head(&mut paint, scene);
    let (table, todo_cursor) = todo::todo(screen, &mut paint, scene);
    let (row, section_cursor) = sections(screen, board, table, &mut paint, scene);
    foot(board, row, &mut paint, scene);
    if let Some(more) = screen.more.as_ref().filter(|_| wide::fits(area)) {
        wide::months(more, &mut paint, table, scene);
        bars::bars(more, &mut paint, row + 3, area.height.saturating_sub(2), scene);
    }
    let (row, column) = todo_cursor.or(section_cursor)?;
    Some(paint.place(row, column))
}

fn head(paint: &mut Painter<'_>, scene: &Scene) {
    let (session, lang) = (scene.session, scene.look.lang);
    let office = &session.document().meta.author;
    let year = lang.year_of(&session.year().to_string());
    let title = format!(" {}  {office}  {year}", lang.program());
    let title_style = paint.theme().title;
    let mut after = paint.text(0, 0, &title, title_style);
    if session.is_reader() {
        after = paint.text(0, after + 2, lang.only_looking_mark(), paint.theme().blank);
    }
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

fn sections(
    screen: &BoardScreen,
    board: &Board,
    top: u16,
    paint: &mut Painter<'_>,
    scene: &Scene,
) -> (u16, Option<(u16, u16)>) {
    let lang = scene.look.lang;
    section_head(top, paint, lang);
    let selected = screen.cursor.selected().and_then(|at| at.checked_sub(screen.above(scene)));
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
    let mut column = columns(paint.width()).name;
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
    let right = 79.min(paint.width() - 1);
    if column + scene.look.cells.width(&blanks) as u16 <= right {
        paint.text_right(row, right, &blanks, style);
    }
    paint.rule(row + 1);
    (row + 2, cursor)
}

fn section_head(row: u16, paint: &mut Painter<'_>, lang: Lang) {
    let dim = paint.theme().dim;
    let at = columns(paint.width());
    paint.text(row, at.name, lang.board_col_section(), dim);
    for (column, name) in [
        (at.matters, lang.board_col_matters()),
        (at.items, lang.board_col_items()),
        (at.last, lang.board_col_last()),
        (at.figures, lang.board_col_figures()),
        (at.missing, lang.board_col_missing()),
        (at.to_check, lang.board_col_to_check()),
        (at.doubts, lang.board_col_doubts()),
    ] {
        paint.text_right(row, column, name, dim);
    }
}

fn section_line(section: &SectionRow, row: u16, paint: &mut Painter<'_>) {
    let text = paint.theme().text;
    let at = columns(paint.width());
    paint.fitted(row, at.name, at.matters - 6, format!("{} {}", section.id, section.name).trim(), text);
    paint.text_right(row, at.matters, &format!("{}/{:>2}", section.matters_with, section.matters_expected), text);
    paint.text_right(row, at.items, &section.items.to_string(), text);
    paint.text_right(row, at.last, &section.last.map_or_else(|| "-".into(), short), text);
    paint.text_right(row, at.figures, &format!("{}/{:>2}", section.checked, section.figures), text);
    let missing = if section.missing > 0 { paint.theme().blank } else { text };
    paint.text_right(row, at.missing, &dash(section.missing), missing);
    paint.text_right(row, at.to_check, &dash(section.to_check), text);
    let doubts = if section.doubts > 0 { paint.theme().alarm } else { text };
    paint.text_right(row, at.doubts, &dash(section.doubts), doubts);
}

fn foot(board: &Board, row: u16, paint: &mut Painter<'_>, scene: &Scene) {
    let (session, lang) = (scene.session, scene.look.lang);
    let text = paint.theme().text;
    paint.text(row, 1, &report_line(board, scene), text);
    let last = session.last_act().map_or_else(
        || lang.board_no_act().to_string(),
        |last| {
            let act = last.act.text(lang);
            lang.board_last_act(&last.by, &clock(last.at), &if last.undone { lang.undone(&act) } else { act })
        },
    );
    paint.text(row + 1, 1, &last, text);
    paint.rule(paint.height() - 2);
    let hints = scene.look.hints(
        Context::Board,
        &[
            (Command::NewItem, lang.hint_new()),
            (Command::Returns, lang.hint_returns()),
            (Command::Report, lang.hint_report()),
            (Command::Find, lang.hint_find()),
            (Command::Publish, lang.hint_publish()),
            (Command::Menu, lang.hint_menu()),
            (Command::Help, lang.hint_help()),
        ],
        usize::from(paint.width().saturating_sub(2)),
    );
    paint.text(paint.height() - 1, 1, &hints, paint.theme().dim);
}

/// Which edition was written last and what changed since, and what was written of other variants.
fn report_line(board: &Board, scene: &Scene) -> String {
    let (session, lang) = (scene.session, scene.look.lang);
    let whole = session.latest_edition(&Variant::Whole).map(|(key, edition)| {
        let day = short(edition.at.with_timezone(&chrono::Local).date_naive());
        let said = lang.board_edition(key.number, &day, session.places_since(key));
        if edition.frozen.is_some() { format!("{said} {}", lang.board_final()) } else { said }
    });
    let mut others: Vec<String> = Vec::new();
    for (key, _) in session.editions().into_iter().filter(|(key, _)| key.variant != Variant::Whole) {
        let name = key.variant.name(lang);
        if !others.contains(&name) {
            others.push(name);
        }
    }
    let others = if others.is_empty() { String::new() } else { lang.board_written(&others.join(" ")) };
    format!("{}{others}", whole.unwrap_or_else(|| lang.board_report(board.blanks)))
}

fn dash(count: usize) -> String {
    if count == 0 { "-".into() } else { count.to_string() }
}

/// `11-21`.
pub fn short(day: NaiveDate) -> String {
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
