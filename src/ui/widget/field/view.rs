//! Drawing a field.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::super::super::scene::Look;
use super::super::line;
use super::{TextField, UnitLook};

impl TextField {
    /// Draws what [`arrange`](Self::arrange) made room for; returns where the terminal's cursor goes.
    ///
    /// A field that is not active is drawn from its beginning, and nothing in it looks selected.
    pub fn view(&self, buffer: &mut Buffer, area: Rect, active: bool, look: &Look) -> Option<Position> {
        let style = if active { look.theme.field } else { look.theme.text };
        let style = if self.is_live() { look.theme.text } else { style };
        for (range, y) in self.shown().zip(area.top()..area.bottom()) {
            let range = if active || self.many { range } else { 0..range.end };
            line::row(buffer, area, y, "", style, look.cells);
            self.draw_line(buffer, Rect { y, height: 1, ..area }, range, active, style, look);
        }
        let (row, column) = self.shown_cursor();
        let x = area.x + (column as u16).min(area.width.saturating_sub(1));
        (active && area.area() > 0).then(|| Position::new(x, area.y + (row as u16).min(area.height - 1)))
    }

    /// Draws a line, cut where the selection or a unit begins or ends.
    fn draw_line(&self, buffer: &mut Buffer, area: Rect, range: Range<usize>, active: bool, style: Style, look: &Look) {
        let selected = self.selection().filter(|_| active).unwrap_or(0..0);
        let selected = self.to_seen(selected.start)..self.to_seen(selected.end);
        let units = self.unit_spans();
        let edges =
            [selected.start, selected.end].into_iter().chain(units.iter().flat_map(|(at, _)| [at.start, at.end]));
        let mut cuts: Vec<usize> = edges.filter(|at| range.contains(at)).chain([range.start, range.end]).collect();
        cuts.sort_unstable();
        cuts.dedup();
        let mut x = area.x;
        for part in cuts.windows(2).map(|two| two[0]..two[1]) {
            let unit = units.iter().find(|(at, _)| at.contains(&part.start));
            let style = match unit {
                _ if selected.contains(&part.start) => look.theme.selected,
                Some((_, UnitLook::Figure)) => look.theme.figure,
                Some((_, UnitLook::Blank)) => look.theme.blank,
                Some((_, UnitLook::Edge)) => look.theme.dim,
                None => style,
            };
            let room = area.right().saturating_sub(x);
            x = line::put(buffer, x, area.y, room, &self.seen()[part], style, look.cells);
        }
    }
}
