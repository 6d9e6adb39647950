//! What a large screen adds to the board: items by month and section.

use chrono::Datelike;

use crate::query;
use crate::ui::paint::Painter;
use crate::ui::scene::Scene;

/// The column where the months begin, beside the 80 of the board.
const LEFT: u16 = 84;
/// Cells of a month.
const MONTH: u16 = 5;

/// Draws items by month beside the section table, from `top`, where the screen is wide enough for it.
pub fn months(paint: &mut Painter<'_>, top: u16, scene: &Scene) {
    let shown = paint.width().saturating_sub(LEFT) / MONTH;
    if shown < 6 {
        return;
    }
    let lang = scene.look.lang;
    let session = scene.session;
    let Some(template) = session.ledger().template(session.year()) else { return };
    let sections: Vec<_> = template.sections.iter().filter(|section| !section.closing).map(|one| &one.id).collect();
    let mut counts = vec![[0_usize; 12]; sections.len()];
    for item in session.ledger().items_of(session.year()) {
        let home = query::section_of(session.ledger(), template, &item.card);
        if let Some(at) = home.and_then(|id| sections.iter().position(|one| *one == id)) {
            counts[at][item.card.when.start().month0() as usize] += 1;
        }
    }
    let dim = paint.theme().dim;
    paint.text(top, LEFT, lang.board_months(), dim);
    let first = 12_u16.saturating_sub(shown);
    for month in first..12 {
        let right = LEFT + (month - first + 1) * MONTH;
        paint.text_right(top + 1, right, &lang.board_month(u32::from(month) + 1), dim);
        for (at, row) in counts.iter().enumerate() {
            let count = row[usize::from(month)];
            let text = paint.theme().text;
            paint.text_right(
                top + 2 + at as u16,
                right,
                &if count == 0 { "-".into() } else { count.to_string() },
                text,
            );
        }
    }
}
