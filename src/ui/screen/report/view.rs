//! Draws a page of 22 × 28 characters, and beside it what the figure under the cursor is.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{ReportScreen, Shown};
use crate::command::{Command, Context};
use crate::document::{FigureSource, Run, Source};
use crate::layout::{CHARACTERS, LINES, Line};
use crate::model::Variant;
use crate::text::wrap;
use crate::ui::paint::Painter;
use crate::ui::scene::Scene;

/// Cells of a line of the page.
const PAGE: u16 = 2 * CHARACTERS as u16;
/// The column of what stands beside the page.
const BESIDE: u16 = PAGE + 2;

/// The fewest cells in which something is told beside the page; on narrower screens it stands below.
const SIDE: u16 = 16;

/// Draws the page; the cursor stands on its figure.
pub fn view(screen: &ReportScreen, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Position {
    let mut paint = Painter::new(buffer, area, scene.look);
    let mut cursor = None;
    let room = area.height.saturating_sub(2) as usize;
    let stop = screen.stop().filter(|stop| stop.page == screen.page);
    let top = stop.map_or(0, |stop| (stop.line + 1).saturating_sub(room));
    let lines = screen.pages.get(screen.page).map_or(&[][..], |page| &page.lines);
    for (row, line) in lines.iter().enumerate().skip(top).take(room.min(LINES)) {
        let found = text(screen, line, (row - top) as u16, &mut paint);
        cursor = cursor.or(found);
    }
    beside(screen, &mut paint, scene);
    foot(screen, &mut paint, scene);
    let (row, column) = cursor.unwrap_or((0, 0));
    paint.place(row, column)
}

/// Draws a printed line; returns where the cursor's figure begins on it.
fn text(screen: &ReportScreen, line: &Line, row: u16, paint: &mut Painter<'_>) -> Option<(u16, u16)> {
    let document = &*screen.document;
    let stop = screen.stop();
    let mut column = line.indent as u16;
    let mut cursor = None;
    for piece in &line.pieces {
        let run = screen.tables.run(document, piece.block, piece.run);
        let here = stop.is_some_and(|stop| (stop.block, stop.run) == (piece.block, piece.run));
        let theme = paint.theme();
        let style = match run {
            _ if here => theme.cursor,
            Some(run) if run.blank => theme.blank,
            Some(run) if matches!(run.source, Source::Token { .. }) => theme.figure,
            _ => theme.text,
        };
        if here && cursor.is_none() {
            cursor = Some((row, column));
        }
        column = paint.text(row, column, &piece.text, style);
    }
    cursor
}

/// What the figure under the cursor is, and where the report stands.
fn beside(screen: &ReportScreen, paint: &mut Painter<'_>, scene: &Scene) {
    let lang = scene.look.lang;
    let width = paint.width().saturating_sub(BESIDE);
    if width < SIDE {
        return;
    }
    let height = paint.height().saturating_sub(2);
    let mut side = paint.part(0, BESIDE, height, width);
    let theme = *side.theme();
    side.fitted(0, 0, width.saturating_sub(1), &title(screen, scene), theme.title);
    side.text(1, 0, &lang.report_page(screen.page + 1, screen.pages.len()), theme.text);
    side.text(2, 0, &lang.report_blanks(screen.blanks), if screen.blanks > 0 { theme.blank } else { theme.good });
    let Some(run) = screen.run() else { return };
    let mut row = 4;
    for said in told(screen, run, scene) {
        for line in wrap(&said, usize::from(width.saturating_sub(1)), 0, scene.look.cells) {
            side.text(row, 0, &said[line], theme.text);
            row += 1;
        }
    }
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

/// What a figure is, a thing a line.
fn told(screen: &ReportScreen, run: &Run, scene: &Scene) -> Vec<String> {
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
        FigureSource::Setting(_) => told.push(lang.report_setting().into()),
        FigureSource::Field(_) => told.push(lang.report_field().into()),
        FigureSource::Entries(_) => told.push(lang.report_register().into()),
        FigureSource::Calendar => told.push(lang.report_calendar().into()),
        FigureSource::Unknown => told.push(lang.report_unknown().into()),
    }
    told
}

fn foot(screen: &ReportScreen, paint: &mut Painter<'_>, scene: &Scene) {
    let lang = scene.look.lang;
    let height = paint.height();
    let number = format!("- {} -", screen.page + 1);
    let column = if screen.page.is_multiple_of(2) { PAGE.saturating_sub(2 + number.len() as u16) } else { 2 };
    let theme = *paint.theme();
    if paint.width() < BESIDE + SIDE {
        let mut said = vec![title(screen, scene), lang.report_page(screen.page + 1, screen.pages.len())];
        said.extend(screen.run().into_iter().flat_map(|run| told(screen, run, scene)));
        paint.fitted(height - 2, 1, paint.width().saturating_sub(2), &said.join("  "), theme.text);
    } else {
        paint.text(height - 2, column, &number, theme.dim);
    }
    let hints = [
        (Command::Right, lang.hint_figure()),
        (Command::NextField, lang.hint_blank()),
        (Command::Accept, lang.hint_items()),
        (Command::Outline, lang.hint_outline()),
        (Command::Publish, lang.hint_publish()),
        (Command::Back, lang.hint_back()),
        (Command::Help, lang.hint_help()),
    ];
    let hints = scene.look.hints(Context::Report, &hints, usize::from(paint.width().saturating_sub(2)));
    paint.text(height - 1, 1, &hints, paint.theme().dim);
}
