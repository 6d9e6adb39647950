//! A painter for one area: rows and columns count from its upper left corner, in the looks of the scene.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::scene::Look;
use super::theme::Theme;
use super::widget::line;

/// Paints text into an area, clipped at its edges.
pub struct Painter<'a> {
    buffer: &'a mut Buffer,
    area: Rect,
    look: &'a Look,
}

impl<'a> Painter<'a> {
    /// A painter of `area`.
    pub const fn new(buffer: &'a mut Buffer, area: Rect, look: &'a Look) -> Self {
        Self { buffer, area, look }
    }

    /// A painter of a part of the area.
    pub fn part(&mut self, row: u16, column: u16, height: u16, width: u16) -> Painter<'_> {
        let wanted = Rect::new(self.area.x + column, self.area.y + row, width, height);
        Painter { area: wanted.intersection(self.area), buffer: self.buffer, look: self.look }
    }

    /// Rows there are.
    pub const fn height(&self) -> u16 {
        self.area.height
    }

    /// Cells in a row.
    pub const fn width(&self) -> u16 {
        self.area.width
    }

    /// Colours.
    pub const fn theme(&self) -> &'a Theme {
        &self.look.theme
    }

    /// Paints `text` from `column` of `row`, cut at the right edge; returns the column after it.
    pub fn text(&mut self, row: u16, column: u16, text: &str, style: Style) -> u16 {
        if row >= self.area.height || column >= self.area.width {
            return column;
        }
        let (x, room) = (self.area.x + column, self.area.width - column);
        line::put(self.buffer, x, self.area.y + row, room, text, style, self.look.cells) - self.area.x
    }

    /// Paints `text` so that it ends before `column` of `row`.
    pub fn text_right(&mut self, row: u16, column: u16, text: &str, style: Style) {
        let width = self.look.cells.width(text) as u16;
        self.text(row, column.saturating_sub(width), text, style);
    }

    /// Paints `text` in exactly `cells` cells from `column`: cut where it is longer.
    pub fn fitted(&mut self, row: u16, column: u16, cells: u16, text: &str, style: Style) {
        self.text(row, column, &self.look.cells.fit(text, usize::from(cells)), style);
    }

    /// Paints a rule across.
    pub fn rule(&mut self, row: u16) {
        self.text(row, 0, &"-".repeat(usize::from(self.area.width)), self.look.theme.dim);
    }

    /// Adds a style to a whole row, over what is painted there.
    pub fn mark(&mut self, row: u16, style: Style) {
        if row < self.area.height {
            self.buffer.set_style(Rect::new(self.area.x, self.area.y + row, self.area.width, 1), style);
        }
    }

    /// Where a cell of this area lies on the screen.
    pub const fn place(&self, row: u16, column: u16) -> Position {
        Position::new(self.area.x + column, self.area.y + row)
    }
}
