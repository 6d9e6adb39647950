//! Draws the questions of a first start.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{FirstStart, NAMES, Step};
use crate::text::wrap;
use crate::ui::paint::Painter;
use crate::ui::widget::TextField;

/// The row and column of the first field.
const FIELDS: (u16, u16) = (5, 14);

/// Draws the questions; the cursor stands on the choice or in the field.
pub fn view(first: &mut FirstStart, buffer: &mut Buffer, area: Rect) -> Option<Position> {
    if let Some(help) = &mut first.help {
        help.fit(area);
        return Some(help.draw(buffer, area, &first.look));
    }
    head(first, buffer, area);
    let room = area.width.saturating_sub(FIELDS.1 + 4);
    if let Step::Names { fields, .. } = &mut first.step {
        for field in fields {
            field.arrange(room, 1, first.look.cells);
        }
    }
    match &first.step {
        Step::Choose(at) => Some(choices(first, *at, buffer, area)),
        Step::Names { fields, at } => names(first, fields, *at, buffer, area),
    }
}

fn head(first: &FirstStart, buffer: &mut Buffer, area: Rect) {
    let lang = first.look.lang;
    let mut paint = Painter::new(buffer, area, &first.look);
    let theme = *paint.theme();
    let title = if first.yearless { lang.yearless_title() } else { lang.start_title() };
    paint.text(1, 2, title, theme.title);
    paint.text(2, 2, &lang.start_dir(&first.dir.display().to_string()), theme.dim);
    paint.rule(3);
    if let Some(message) = &first.message {
        for (line, row) in
            wrap(message, usize::from(area.width.saturating_sub(4)), 0, first.look.cells).into_iter().zip(0..)
        {
            paint.text(16 + row, 2, &message[line], theme.alarm);
        }
    }
}

fn choices(first: &FirstStart, at: usize, buffer: &mut Buffer, area: Rect) -> Position {
    let lang = first.look.lang;
    let mut paint = Painter::new(buffer, area, &first.look);
    let theme = *paint.theme();
    for (n, text) in [lang.start_sample(), lang.start_own()].into_iter().enumerate() {
        let style = if n == at { theme.cursor } else { theme.text };
        paint.text(5 + n as u16 * 2, 4, &format!(" {}  {text} ", n + 1), style);
    }
    paint.text(10, 2, lang.start_hint(), theme.dim);
    paint.place(5 + at as u16 * 2, 5)
}

fn names(first: &FirstStart, fields: &[TextField], at: usize, buffer: &mut Buffer, area: Rect) -> Option<Position> {
    let lang = first.look.lang;
    let mut cursor = None;
    {
        let mut paint = Painter::new(buffer, area, &first.look);
        let theme = *paint.theme();
        let width = usize::from(area.width.saturating_sub(4));
        let hint = lang.start_names();
        let button = FIELDS.0 + fields.len() as u16 + 1;
        if at == fields.len() {
            cursor = Some(paint.place(button, 3));
        }
        let style = if at == fields.len() { theme.cursor } else { theme.text };
        let make = if first.yearless { lang.yearless_make() } else { lang.start_make() };
        paint.text(button, 2, &format!("[ {make} ]"), style);
        for (line, row) in wrap(hint, width, 0, first.look.cells).into_iter().zip(button + 2..) {
            paint.text(row, 2, &hint[line], theme.dim);
        }
        for (n, name) in NAMES.iter().enumerate() {
            let setting = first.template.settings.iter().find(|setting| setting.id.as_str() == *name);
            let label = setting.map_or(*name, |setting| setting.name.as_str());
            paint.text(FIELDS.0 + n as u16, 2, label, theme.text);
        }
        paint.text(FIELDS.0 + NAMES.len() as u16, 2, lang.start_year(), theme.text);
    }
    for (n, field) in fields.iter().enumerate() {
        let width = area.width.saturating_sub(FIELDS.1 + 4);
        let place = Rect::new(area.x + FIELDS.1, area.y + FIELDS.0 + n as u16, width, 1);
        cursor = cursor.or(field.view(buffer, place.intersection(area), n == at, &first.look));
    }
    cursor
}
