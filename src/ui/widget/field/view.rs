//! Drawing a field.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::super::super::scene::Look;
use super::super::line;
use super::TextField;

impl TextField {
    /// Draws what [`arrange`](Self::arrange) made room for; returns where the terminal's cursor goes.
    ///
    /// A field that is not active is drawn from its beginning, and nothing in it looks selected.
    pub fn view(&self, buffer: &mut Buffer, area: Rect, active: bool, look: &Look) -> Option<Position> {
        let style = if active { look.theme.field } else { look.theme.text };
        for (range, y) in self.shown().zip(area.top()..area.bottom()) {
            let range = if active || self.many { range } else { 0..range.end };
            line::row(buffer, area, y, "", style, look.cells);
            self.draw_line(buffer, Rect { y, height: 1, ..area }, range, active, style, look);
        }
        let (row, column) = self.shown_cursor();
        let x = area.x + (column as u16).min(area.width.saturating_sub(1));
        (active && area.area() > 0).then(|| Position::new(x, area.y + (row as u16).min(area.height - 1)))
    }

    /// Draws a line in up to three parts: before, in and after the selection.
    fn draw_line(&self, buffer: &mut Buffer, area: Rect, range: Range<usize>, active: bool, style: Style, look: &Look) {
        let selected = self.selection().filter(|_| active).unwrap_or(0..0);
        let from = selected.start.clamp(range.start, range.end);
        let to = selected.end.clamp(from, range.end);
        let parts = [(range.start..from, style), (from..to, look.theme.selected), (to..range.end, style)];
        let mut x = area.x;
        for (part, style) in parts {
            let room = area.right().saturating_sub(x);
            x = line::put(buffer, x, area.y, room, &self.text[part], style, look.cells);
        }
    }
}
