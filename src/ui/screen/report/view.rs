//! Draws a page of 22 × 28 characters, or as much of a larger one as fits; beside it what stands under the cursor.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::doubts::run_at;
use super::{ReportScreen, Shown};
use crate::check::Severity;
use crate::command::{Command, Context};
use crate::document::{Block, FigureSource, Run, Source};
use crate::layout::{Line, Page, Piece};
use crate::model::Variant;
use crate::text::{Cells, printed_width, wrap};
use crate::ui::paint::Painter;
use crate::ui::scene::Scene;

/// Cells between the page and what stands beside it.
const GAP: u16 = 2;
/// The fewest cells in which something is told beside the page; on narrower screens it stands below.
const SIDE: u16 = 16;

/// Cells that are seen behind the cursor's run on a page that is wider than the screen.
const MARGIN: usize = 2;

/// Draws the page; the cursor stands on its figure.
pub fn view(screen: &ReportScreen, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Position {
    let mut paint = Painter::new(buffer, area, scene.look);
    let page = screen.pages.get(screen.page);
    let wide = page.map_or(0, Page::cells) as u16;
    let lines = page.map_or(&[][..], |page| &page.lines);
    let left = left(screen, lines, wide, paint.width());
    let mut cursor = None;
    for (row, line) in lines.iter().skip(screen.window.top).take(screen.window.rows).enumerate() {
        let found = text(screen, line, row as u16, left, &mut paint, scene);
        cursor = cursor.or(found);
    }
    let is_beside = paint.width() >= wide + GAP + SIDE;
    if is_beside {
        beside(screen, wide + GAP, &mut paint, scene);
        let number = format!("- {} -", screen.page + 1);
        let is_odd = screen.page.is_multiple_of(2);
        let column = if is_odd { wide.saturating_sub(2 + number.len() as u16) } else { 2 };
        paint.text(area.height.saturating_sub(2), column, &number, paint.theme().dim);
    } else {
        below(screen, &mut paint, scene);
    }
    hints(&mut paint, scene);
    let (row, column) = cursor.unwrap_or((0, 0));
    paint.place(row, column)
}

/// How many cells of a page that is wider than the screen lie left of it, so that the cursor's run is seen.
fn left(screen: &ReportScreen, lines: &[Line], wide: u16, room: u16) -> usize {
    let Some(stop) = screen.stop().filter(|stop| stop.page == screen.page && wide > room) else { return 0 };
    let is_its = |piece: &&Piece| (piece.block, piece.run) == run_at(&stop);
    let pieces = lines.get(stop.line).into_iter().flat_map(|line| &line.pieces).filter(is_its);
    let end = stop.column + pieces.map(|piece| printed_width(&piece.text)).sum::<usize>();
    (end + MARGIN).saturating_sub(usize::from(room)).min(stop.column)
}

/// Draws a printed line, `left` cells of it hidden; returns where the cursor's figure begins on it.
fn text(
    screen: &ReportScreen,
    line: &Line,
    row: u16,
    left: usize,
    paint: &mut Painter<'_>,
    scene: &Scene,
) -> Option<(u16, u16)> {
    let stop = screen.stop();
    let (mut column, mut printed) = (line.indent, line.indent);
    let mut cursor = None;
    for piece in &line.pieces {
        if piece.run == Piece::NO_RUN {
            // Columns stand below one another, also where the terminal has narrower signs than paper.
            column = column.max(printed);
        }
        printed += printed_width(&piece.text);
        let here = stop.is_some_and(|stop| run_at(&stop) == (piece.block, piece.run));
        if here && cursor.is_none() {
            cursor = Some((row, column.saturating_sub(left) as u16));
        }
        let style = style(screen, piece, here, paint, scene);
        column = put(paint, row, (column, left), &piece.text, style, scene.look.cells);
    }
    cursor
}

/// Draws text at a cell of the page, of which `left` cells are hidden; returns the cell after it.
fn put(
    paint: &mut Painter<'_>,
    row: u16,
    (column, left): (usize, usize),
    text: &str,
    style: Style,
    cells: Cells,
) -> usize {
    let (mut at, mut hidden) = (column, 0);
    for (grapheme, width) in cells.graphemes(text) {
        if at >= left {
            break;
        }
        at += width;
        hidden += grapheme.len();
    }
    if at >= left {
        paint.text(row, (at - left) as u16, &text[hidden..], style);
    }
    column + cells.width(text)
}

fn style(screen: &ReportScreen, piece: &Piece, here: bool, paint: &Painter<'_>, scene: &Scene) -> Style {
    let theme = paint.theme();
    let Some(run) = screen.tables.run(&screen.document, piece.block, piece.run) else {
        let is_table = matches!(screen.document.blocks.get(piece.block), Some(Block::Table(_)));
        let is_head = is_table && !piece.text.trim_matches([' ', '|']).is_empty();
        return if is_head { theme.title } else { theme.dim };
    };
    let is_wrong = || {
        let at = screen.placed.printed.binary_search_by_key(&(piece.block, piece.run), |(place, _)| *place);
        let found = at.ok().and_then(|at| scene.session.findings().get(screen.placed.printed[at].1));
        found.is_some_and(|finding| finding.severity == Severity::Error)
    };
    match run {
        _ if here => theme.cursor,
        _ if is_wrong() => theme.alarm,
        run if run.blank => theme.blank,
        Run { source: Source::Token { .. }, .. } => theme.figure,
        _ => theme.text,
    }
}

/// What stands under the cursor, and where the report stands.
fn beside(screen: &ReportScreen, column: u16, paint: &mut Painter<'_>, scene: &Scene) {
    let lang = scene.look.lang;
    let (width, height) = (paint.width() - column, paint.height().saturating_sub(2));
    let mut side = paint.part(0, column, height, width);
    let theme = *side.theme();
    let room = width.saturating_sub(1);
    side.fitted(0, 0, room, &title(screen, scene), theme.title);
    side.fitted(1, 0, room, &place(screen, scene), theme.text);
    side.text(2, 0, &lang.report_blanks(screen.blanks), if screen.blanks > 0 { theme.blank } else { theme.good });
    let doubts = screen.placed.printed.len() + screen.placed.elsewhere;
    if doubts > 0 {
        side.text(3, 0, &lang.pages_doubts(doubts), theme.text);
    }
    let mut row = 5;
    for said in told(screen, scene) {
        for line in wrap(&said, usize::from(room), 0, scene.look.cells) {
            side.text(row, 0, &said[line], theme.text);
            row += 1;
        }
    }
}

/// The same in one line, where there is no room beside the page.
fn below(screen: &ReportScreen, paint: &mut Painter<'_>, scene: &Scene) {
    let mut said = vec![title(screen, scene), place(screen, scene)];
    said.extend(told(screen, scene));
    let (row, room, style) = (paint.height().saturating_sub(2), paint.width().saturating_sub(2), paint.theme().text);
    paint.fitted(row, 1, room, &said.join("  "), style);
}

/// What the pages are of.
fn title(screen: &ReportScreen, scene: &Scene) -> String {
    let lang = scene.look.lang;
    match &screen.shown {
        Shown::Now(Variant::Whole) => lang.report_title().into(),
        Shown::Now(variant) => lang.report_title_of(&variant.name(lang)),
        Shown::Kept(key) => lang.edition_name(&key.variant.name(lang), key.number),
    }
}

/// Which page it is, and which of its lines are seen when not all are.
fn place(screen: &ReportScreen, scene: &Scene) -> String {
    let lang = scene.look.lang;
    let page = lang.report_page(screen.page + 1, screen.pages.len());
    let all = screen.pages.get(screen.page).map_or(0, |page| page.lines.len());
    let (top, rows) = (screen.window.top, screen.window.rows);
    if all <= rows {
        return page;
    }
    format!("{page} {}", lang.pages_part(top + 1, (top + rows).min(all), all))
}

/// What is under the cursor, a thing a line: the figure or words, and what was found of it.
fn told(screen: &ReportScreen, scene: &Scene) -> Vec<String> {
    let figure = screen.run().map(|run| told_run(screen, run, scene)).unwrap_or_default();
    figure.into_iter().chain(screen.told_doubts(scene)).collect()
}

/// What a figure is.
fn told_run(screen: &ReportScreen, run: &Run, scene: &Scene) -> Vec<String> {
    let lang = scene.look.lang;
    let Source::Token { name, figure, .. } = &run.source else {
        return vec![lang.report_typed().into()];
    };
    let mut told = vec![if run.blank { lang.report_blank_of(name) } else { name.clone() }];
    match figure {
        FigureSource::Indicator { id, items, units } => {
            let figure = screen.figures.as_ref().unwrap_or_else(|| scene.session.figures()).get(id);
            told.push(scene.session.text_of_figure(id, figure));
            told.extend(figure.map(|figure| figure.state.text(lang).to_string()));
            told.push(lang.report_items(items.len()));
            told.extend((!units.is_empty()).then(|| lang.report_units(units.len())));
        }
        FigureSource::Tally(items) => told.push(lang.report_items(items.len())),
        FigureSource::Setting(_) => told.push(lang.report_setting().into()),
        FigureSource::Field(_) => told.push(lang.report_field().into()),
        FigureSource::Entries(_) => told.push(lang.report_register().into()),
        FigureSource::Calendar => told.push(lang.report_calendar().into()),
        FigureSource::Unknown => told.push(lang.report_unknown().into()),
    }
    told
}

fn hints(paint: &mut Painter<'_>, scene: &Scene) {
    let lang = scene.look.lang;
    let hints = [
        (Command::NextField, lang.hint_blank()),
        (Command::NextFinding, lang.hint_doubt()),
        (Command::Accept, lang.hint_items()),
        (Command::Choices, lang.hint_deeds_here()),
        (Command::Publish, lang.hint_publish()),
        (Command::Back, lang.hint_back()),
        (Command::Help, lang.hint_help()),
    ];
    let hints = scene.look.hints(Context::Report, &hints, usize::from(paint.width().saturating_sub(2)));
    paint.text(paint.height().saturating_sub(1), 1, &hints, paint.theme().dim);
}
