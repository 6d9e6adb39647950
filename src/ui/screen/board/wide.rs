//! What a wide screen adds to the board: items by month and section.

use ratatui::layout::Rect;

use super::more::More;
use crate::ui::paint::Painter;
use crate::ui::scene::Scene;

/// The column where the months begin, beside the 80 of the board.
const LEFT: u16 = 84;
/// Cells of a month.
const MONTH: u16 = 5;
/// The fewest months that are worth showing.
const FEWEST: u16 = 6;

/// Whether a screen is large enough for more than the board itself.
pub const fn fits(area: Rect) -> bool {
    area.width >= LEFT + FEWEST * MONTH
}

/// Draws items by month beside the section table, whose head stands in row `top`, the last months first of all.
pub fn months(more: &More, paint: &mut Painter<'_>, top: u16, scene: &Scene) {
    let lang = scene.look.lang;
    let theme = *paint.theme();
    let shown = (paint.width().saturating_sub(LEFT) / MONTH).min(12);
    for month in 12 - shown..12 {
        let right = LEFT + (month + shown + 1 - 12) * MONTH;
        paint.text_right(top, right, &lang.board_month(u32::from(month) + 1), theme.dim);
        for (row, counts) in (top + 1..).zip(&more.months) {
            let count = counts[usize::from(month)];
            let text = if count == 0 { "-".into() } else { count.to_string() };
            paint.text_right(row, right, &text, theme.text);
        }
        let total: usize = more.months.iter().map(|counts| counts[usize::from(month)]).sum();
        paint.text_right(top + 1 + more.months.len() as u16, right, &total.to_string(), theme.text);
    }
}
