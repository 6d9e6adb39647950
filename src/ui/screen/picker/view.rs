//! Draws the matters to pick from.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{PickerScreen, is_number};
use crate::ui::paint::Painter;
use crate::ui::scene::Scene;

/// Rows of the list on a screen of this height.
pub fn rows(height: u16) -> usize {
    usize::from(height.saturating_sub(5).max(1))
}

/// Draws the picker; the cursor stands behind what is typed.
pub fn view(screen: &PickerScreen, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Position {
    let lang = scene.look.lang;
    let mut paint = Painter::new(buffer, area, scene.look);
    let theme = *paint.theme();
    paint.text(0, 1, lang.picker_title(), theme.title);
    paint.rule(1);
    let after = paint.text(2, 1, &format!("{}: ", lang.picker_search()), theme.text);
    let end = paint.text(2, after, screen.typed.shown(scene.look.cells), theme.field);
    if screen.found.is_empty() {
        paint.text(3, 1, lang.form_no_match(), theme.dim);
    }
    for (row, at) in screen.cursor.shown().enumerate() {
        line(screen, at, 3 + row as u16, &mut paint, scene);
    }
    paint.rule(area.height.saturating_sub(2));
    paint.text(area.height.saturating_sub(1), 1, lang.picker_hint(), theme.dim);
    paint.place(2, end)
}

fn line(screen: &PickerScreen, at: usize, row: u16, paint: &mut Painter<'_>, scene: &Scene) {
    let found = &screen.found[at];
    let Some(matter) = scene.session.template().matter(&found.matter) else { return };
    let theme = *paint.theme();
    let section = scene.session.template().section(&matter.section).map_or("", |section| section.name.as_str());
    let digit = if at < 9 { (at + 1).to_string() } else { String::new() };
    paint.text(row, 1, &digit, theme.title);
    paint.fitted(row, 3, 44, &matter.name, theme.text);
    // A number stands beside the section only while one is typed: the digit in front is the one that picks.
    let numbered = is_number(screen.typed.text());
    let section = if numbered { format!("{} {section}", matter.id) } else { section.to_owned() };
    paint.fitted(row, 49, 20, &section, theme.dim);
    if found.used > 0 {
        paint.text_right(row, 78, &scene.look.lang.picker_used(found.used), theme.dim);
    }
    if screen.cursor.selected() == Some(at) {
        paint.mark(row, theme.cursor);
    }
}
