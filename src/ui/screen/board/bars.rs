//! What a tall and wide screen adds to the board: figures as bars, last year's below this year's.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::more::{Compared, More};
use crate::query::Value;
use crate::text::Cells;
use crate::ui::paint::Painter;
use crate::ui::scene::Scene;

/// Cells of one figure: name, two bars, two values.
const COLUMN: u16 = 78;
/// Cells of the longest bar.
const BAR: u16 = 24;
/// Columns within a figure.
const NAME: u16 = 1;
const NOW: u16 = 36;
const NOW_BAR: u16 = 37;

/// Draws as many figures as fit between the rows `top` and `end`.
pub fn bars(more: &More, paint: &mut Painter<'_>, top: u16, end: u16, scene: &Scene) {
    let lang = scene.look.lang;
    let dim = paint.theme().dim;
    if end < top + 3 || more.figures.is_empty() {
        return;
    }
    paint.text(top, NAME, lang.board_bars(), dim);
    let rows = usize::from((end - top - 1) / 2);
    let columns = usize::from((paint.width() + 2) / (COLUMN + 2)).max(1);
    for (n, one) in more.figures.iter().take(rows * columns).enumerate() {
        let (row, column) = ((n % rows) as u16 * 2, (n / rows) as u16 * (COLUMN + 2));
        figure(one, &mut paint.part(top + 1 + row, column, 2, COLUMN), scene);
    }
}

fn figure(one: &Compared, paint: &mut Painter<'_>, scene: &Scene) {
    let (lang, theme, cells) = (scene.look.lang, *paint.theme(), scene.look.cells);
    let longest = one.now.number().max(one.before.number());
    paint.text(0, NAME, &cut(one.id.as_str(), 22, cells), theme.text);
    paint.text_right(0, NOW, &said(&one.now, &one.unit, cells), theme.figure);
    paint.text(0, NOW_BAR, &bar(&one.now, longest, "#"), theme.text);
    paint.text_right(1, NOW, &said(&one.before, &one.unit, cells), theme.dim);
    let after = paint.text(1, NOW_BAR, &bar(&one.before, longest, "-"), theme.dim);
    paint.text(1, after + 1, lang.board_last_year(), theme.dim);
}

fn said(value: &Value, unit: &str, cells: Cells) -> String {
    cut(&format!("{value}{unit}"), 12, cells)
}

fn cut(text: &str, room: usize, cells: Cells) -> String {
    cells.fit(text, room).trim_end().to_string()
}

/// A bar as long as `value` is of `longest`, one cell at least for what is not zero.
fn bar(value: &Value, longest: Decimal, sign: &str) -> String {
    let part = value.number() * Decimal::from(BAR) / longest;
    let cells = part.ceil().to_usize().unwrap_or(0).min(usize::from(BAR));
    sign.repeat(cells)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Mark;

    fn number(n: i64) -> Value {
        Value::Number(n.into(), Mark::Exact)
    }

    #[test]
    fn a_bar_is_as_long_as_its_part_and_never_too_long() {
        assert_eq!(bar(&number(10), 10.into(), "#").len(), usize::from(BAR));
        assert_eq!(bar(&number(5), 10.into(), "#").len(), usize::from(BAR) / 2);
        assert_eq!(bar(&number(1), 1000.into(), "#").len(), 1);
        assert_eq!(bar(&number(0), 10.into(), "#").len(), 0);
        assert_eq!(bar(&number(-3), 10.into(), "#").len(), 0);
    }
}
