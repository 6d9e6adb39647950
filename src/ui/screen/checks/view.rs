//! Draws the findings, a row each; what is wrong with the selected one, and what to do, stands below.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::ChecksScreen;
use crate::check::Severity;
use crate::command::Command;
use crate::text::wrap;
use crate::ui::layers::Screen;
use crate::ui::paint::Painter;
use crate::ui::scene::Scene;
use crate::ui::theme::Theme;

/// The columns of a row: severity, group, place, what is wrong.
const SEVERITY: u16 = 1;
const GROUP: u16 = 9;
const PLACE: u16 = 18;
/// Rows below the list: rule, three lines of the selected finding, rule, keys.
const BELOW: u16 = 6;
/// Rows above it.
const ABOVE: u16 = 2;
/// Lines for what is wrong and what to do.
const LINES: usize = 3;

/// Rows of the list on a screen of this height.
pub fn rows(height: u16) -> usize {
    usize::from(height.saturating_sub(ABOVE + BELOW).max(1))
}

/// Draws the findings; the cursor stands behind what is typed, or on the selected row.
pub fn view(screen: &ChecksScreen, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Position {
    let lang = scene.look.lang;
    let mut paint = Painter::new(buffer, area, scene.look);
    let theme = *paint.theme();
    let after = paint.text(0, 1, &lang.checks_title(screen.all.len()), theme.title);
    let hint = if screen.typed.is_empty() {
        lang.list_search_hint().into()
    } else {
        lang.list_search(screen.typed.shown(scene.look.cells))
    };
    let end = paint.text(0, after + 2, &hint, theme.dim);
    paint.rule(1);
    for (row, at) in screen.cursor.shown().enumerate() {
        line(screen, at, ABOVE + row as u16, &mut paint, scene);
    }
    let nothing = if screen.all.is_empty() {
        Some((lang.checks_none(), lang.checks_none_hint()))
    } else {
        screen.found.is_empty().then(|| (lang.list_not_found(), lang.list_not_found_hint()))
    };
    if let Some((what, hint)) = nothing {
        paint.text(ABOVE, 1, what, theme.text);
        paint.text(ABOVE + 1, 1, hint, theme.dim);
    }
    detail(screen, area.height.saturating_sub(BELOW), &mut paint, scene);
    let hints = [
        (Command::Accept, lang.checks_go()),
        (Command::Choices, lang.checks_actions()),
        (Command::Undo, lang.hint_undo()),
        (Command::Back, lang.hint_back()),
        (Command::Help, lang.hint_help()),
    ];
    let hints = scene.look.hints(screen.context(), &hints, usize::from(area.width.saturating_sub(2)));
    paint.text(area.height - 1, 1, &hints, theme.dim);
    let row = ABOVE + screen.cursor.offset() as u16;
    if screen.typed.is_empty() { paint.place(row, 0) } else { paint.place(0, end) }
}

fn line(screen: &ChecksScreen, at: usize, row: u16, paint: &mut Painter<'_>, scene: &Scene) {
    let Some(finding) = screen.found.get(at).and_then(|at| screen.all.get(*at)) else { return };
    let (lang, theme) = (scene.look.lang, *paint.theme());
    let why = (paint.width() - PLACE) / 2 + PLACE;
    paint.text(row, SEVERITY, finding.severity.text(lang), style(finding.severity, theme));
    paint.text(row, GROUP, finding.group.text(lang), theme.dim);
    paint.fitted(row, PLACE, why - PLACE - 1, &scene.session.place_text(&finding.place, lang), theme.text);
    paint.fitted(row, why, paint.width().saturating_sub(why + 1), &finding.why.text(lang), theme.text);
    if screen.cursor.selected() == Some(at) {
        paint.mark(row, theme.cursor);
    }
}

/// What is wrong with the selected finding, whole, and what to do about it.
fn detail(screen: &ChecksScreen, top: u16, paint: &mut Painter<'_>, scene: &Scene) {
    let (lang, theme) = (scene.look.lang, *paint.theme());
    paint.rule(top);
    paint.rule(paint.height() - 2);
    let Some(finding) = screen.selected() else { return };
    let mendable = if finding.fix.is_some() { format!("  {}", lang.checks_mendable()) } else { String::new() };
    let said = lang.with_hint(&finding.why.text(lang), &finding.why.hint(lang));
    let said = format!("{}  {said}{mendable}", scene.session.place_text(&finding.place, lang));
    let lines = wrap(&said, usize::from(paint.width().saturating_sub(2)), 0, scene.look.cells);
    for (row, range) in (top + 1..).zip(lines.into_iter().take(LINES)) {
        paint.text(row, 1, &said[range], theme.text);
    }
}

const fn style(severity: Severity, theme: Theme) -> Style {
    match severity {
        Severity::Error => theme.alarm,
        Severity::Doubt => theme.blank,
        Severity::Note => theme.dim,
    }
}
