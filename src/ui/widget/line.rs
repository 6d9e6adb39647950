//! Drawing lines of wide text: clipped by cells, never half a character, with the widths this terminal has.

use std::num::NonZeroU16;

use ratatui::buffer::{Buffer, CellDiffOption};
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_width::UnicodeWidthStr;

use super::super::scene::Look;
use crate::text::Cells;

/// Draws `text` from (`x`, `y`) into at most `room` cells; returns the column after it.
///
/// A character of ambiguous width that takes two cells here is given its real width, and a blank cell after it.
pub fn put(buffer: &mut Buffer, x: u16, y: u16, room: u16, text: &str, style: Style, cells: Cells) -> u16 {
    let right = x.saturating_add(room).min(buffer.area.right());
    let mut at = x;
    if !(buffer.area.top()..buffer.area.bottom()).contains(&y) || x < buffer.area.left() {
        return at;
    }
    let text = Cells::clean(text);
    for (grapheme, width) in cells.graphemes(&text).filter(|(_, width)| *width > 0) {
        let next = at.saturating_add(width as u16);
        if next > right {
            break;
        }
        put_grapheme(buffer, at, y, grapheme, width as u16, style);
        at = next;
    }
    at
}

fn put_grapheme(buffer: &mut Buffer, x: u16, y: u16, grapheme: &str, width: u16, style: Style) {
    part_wide(buffer, x, y);
    part_wide(buffer, x + width, y);
    let cell = &mut buffer[(x, y)];
    cell.reset();
    cell.set_symbol(grapheme).set_style(style);
    if grapheme.width() != usize::from(width) {
        cell.set_diff_option(NonZeroU16::new(width).map_or(CellDiffOption::None, CellDiffOption::ForcedWidth));
    }
    for covered in x + 1..x + width {
        buffer[(covered, y)].reset();
        buffer[(covered, y)].set_style(style);
    }
}

/// Blanks the wide character whose right half lies at (`x`, `y`): half of it is about to be drawn over.
fn part_wide(buffer: &mut Buffer, x: u16, y: u16) {
    if x <= buffer.area.left() || x >= buffer.area.right() {
        return;
    }
    let before = &mut buffer[(x - 1, y)];
    let forced = matches!(before.diff_option, CellDiffOption::ForcedWidth(width) if width.get() > 1);
    if forced || before.symbol().width() > 1 {
        let style = before.style();
        before.reset();
        before.set_style(style);
    }
}

/// Draws a whole row of `area`: the text, cut or filled with blanks to its width, all of it in `style`.
pub fn row(buffer: &mut Buffer, area: Rect, y: u16, text: &str, style: Style, cells: Cells) {
    if (area.top()..area.bottom()).contains(&y) {
        let text = cells.fit(&Cells::clean(text), usize::from(area.width));
        put(buffer, area.x, y, area.width, &text, style, cells);
    }
}

/// Draws a rule over the whole row, of a sign that takes one cell everywhere.
pub fn rule(buffer: &mut Buffer, area: Rect, y: u16, look: &Look) {
    row(buffer, area, y, &"-".repeat(usize::from(area.width)), look.theme.dim, look.cells);
}

/// Blanks an area, with any wide character that reaches into it from the left or out of it on the right.
pub fn clear(buffer: &mut Buffer, area: Rect) {
    let area = area.intersection(buffer.area);
    for y in area.top()..area.bottom() {
        part_wide(buffer, area.left(), y);
        part_wide(buffer, area.right(), y);
        for x in area.left()..area.right() {
            buffer[(x, y)].reset();
        }
    }
}

/// Draws an empty box in the middle of `area`; returns the room inside, with a blank column at each side.
pub fn popup(buffer: &mut Buffer, area: Rect, width: u16, height: u16, look: &Look) -> Rect {
    let (width, height) = (width.min(area.width), height.min(area.height));
    let x = area.x + (area.width - width) / 2;
    let y = area.y + (area.height - height) / 2;
    let outer = Rect { x, y, width, height };
    clear(buffer, outer);
    let edge = format!("+{}+", "-".repeat(usize::from(width.saturating_sub(2))));
    for y in [outer.top(), outer.bottom().saturating_sub(1)] {
        put(buffer, outer.x, y, width, &edge, look.theme.dim, look.cells);
    }
    for y in outer.top() + 1..outer.bottom().saturating_sub(1) {
        put(buffer, outer.left(), y, 1, "|", look.theme.dim, look.cells);
        put(buffer, outer.right().saturating_sub(1), y, 1, "|", look.theme.dim, look.cells);
    }
    Rect {
        x: outer.x + 2.min(width),
        y: outer.y + 1.min(height),
        width: width.saturating_sub(4),
        height: height.saturating_sub(2),
    }
}

/// The buffer as text, wide characters counted once: for tests that compare screens.
pub fn shown(buffer: &Buffer) -> String {
    let mut text = String::new();
    for y in buffer.area.top()..buffer.area.bottom() {
        let mut line = String::new();
        let mut x = buffer.area.left();
        while x < buffer.area.right() {
            let cell = &buffer[(x, y)];
            line.push_str(cell.symbol());
            let forced = match cell.diff_option {
                CellDiffOption::ForcedWidth(width) => usize::from(width.get()),
                _ => cell.symbol().width(),
            };
            x += forced.max(1) as u16;
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const WIDE: Cells = Cells { ambiguous_wide: true };

    fn drawn(width: u16, text: &str, cells: Cells) -> (String, u16) {
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, 1));
        let end = put(&mut buffer, 0, 0, width, text, Style::new(), cells);
        (shown(&buffer).trim_end().to_owned(), end)
    }

    #[test]
    fn text_is_cut_by_cells_and_never_through_a_wide_character() {
        assert_eq!(drawn(5, "中文字", Cells::default()), ("中文".into(), 4));
        assert_eq!(drawn(6, "中文字", Cells::default()), ("中文字".into(), 6));
    }

    #[test]
    fn an_ambiguous_character_takes_the_cells_it_takes_here() {
        assert_eq!(drawn(8, "“中”", Cells::default()), ("“中”".into(), 4));
        assert_eq!(drawn(8, "“中”", WIDE), ("“中”".into(), 6));
        let mut buffer = Buffer::empty(Rect::new(0, 0, 8, 1));
        put(&mut buffer, 0, 0, 8, "“中", Style::new(), WIDE);
        assert_eq!(buffer[(0, 0)].diff_option, CellDiffOption::ForcedWidth(NonZeroU16::new(2).expect("two")));
        assert_eq!(buffer[(2, 0)].symbol(), "中");
    }

    #[test]
    fn control_characters_never_reach_the_screen() {
        assert_eq!(drawn(20, "a\u{1b}[31mb\tc\u{202e}d", Cells::default()).0, "a[31mb cd");
    }

    #[test]
    fn drawing_over_half_a_wide_character_blanks_the_other_half() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 8, 1));
        put(&mut buffer, 0, 0, 8, "中文字", Style::new(), Cells::default());
        put(&mut buffer, 3, 0, 1, "|", Style::new(), Cells::default());
        assert_eq!(shown(&buffer), "中 |字\n");
        clear(&mut buffer, Rect::new(5, 0, 3, 1));
        assert_eq!(shown(&buffer), "中 |\n");
    }

    #[test]
    fn drawing_outside_the_screen_draws_nothing() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 4, 1));
        put(&mut buffer, 0, 3, 4, "中", Style::new(), Cells::default());
        put(&mut buffer, 9, 0, 4, "中", Style::new(), Cells::default());
        assert_eq!(shown(&buffer), "\n");
    }
}
