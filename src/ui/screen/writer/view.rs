//! Draws a text being edited: its parts one below the other, and what stands under the cursor.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::WriterScreen;
use super::figure::name_of;
use crate::command::{Command, Context};
use crate::lang::Lang;
use crate::text::Cells;
use crate::ui::paint::Painter;
use crate::ui::scene::Scene;

/// Where the texts begin, and the rows above and below them.
const LEFT: u16 = 7;
const ABOVE: u16 = 2;
const BELOW: u16 = 4;

/// Makes room for what is typed.
pub(super) fn arrange(screen: &mut WriterScreen, area: Rect, cells: Cells) {
    let width = area.width.saturating_sub(LEFT + 1);
    for part in &mut screen.parts {
        part.field.arrange(width, u16::MAX, cells);
    }
    let wanted: Vec<u16> = screen.parts.iter_mut().map(|part| part.field.height() as u16).collect();
    let heights = shared(&wanted, screen.at, area.height.saturating_sub(ABOVE + BELOW + wanted.len() as u16 - 1));
    for (part, height) in screen.parts.iter_mut().zip(heights) {
        part.height = height;
        part.field.arrange(width, height, cells);
    }
}

/// Rows for each part: what it wants where there is room, else the present one first and a row for each other.
fn shared(wanted: &[u16], at: usize, room: u16) -> Vec<u16> {
    if wanted.iter().sum::<u16>() <= room {
        return wanted.to_vec();
    }
    let others = wanted.len() as u16 - 1;
    let own = wanted[at].min(room.saturating_sub(others)).max(1);
    let mut left = room.saturating_sub(own + others);
    let rows = wanted.iter().enumerate().map(|(index, wanted)| {
        if index == at {
            return own;
        }
        let more = (wanted - 1).min(left);
        left -= more;
        1 + more
    });
    rows.collect()
}

/// Draws the texts; the cursor stands in the present one.
pub(super) fn view(screen: &WriterScreen, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Option<Position> {
    let lang = scene.look.lang;
    let mut cursor = None;
    let mut row = ABOVE;
    for (at, part) in screen.parts.iter().enumerate() {
        let mut paint = Painter::new(buffer, area, scene.look);
        let theme = *paint.theme();
        paint.text(row, 1, label(screen, at, lang), if at == screen.at { theme.title } else { theme.dim });
        let place = Rect::new(area.x + LEFT, area.y + row, area.width.saturating_sub(LEFT + 1), part.height);
        cursor = part.field.view(buffer, place.intersection(area), at == screen.at, scene.look).or(cursor);
        row += part.height + 1;
    }
    let mut paint = Painter::new(buffer, area, scene.look);
    let theme = *paint.theme();
    let end = paint.text(0, 1, &screen.title, theme.title);
    if screen.resumed {
        paint.text(0, end + 2, lang.writer_resumed(), theme.good);
    }
    paint.rule(1);
    let foot = area.height.saturating_sub(BELOW);
    paint.rule(foot);
    let said =
        screen.unit().map_or_else(|| lang.writer_insert_hint().to_owned(), |unit| lang.writer_is(&name_of(unit)));
    paint.text(foot + 1, 1, &said, theme.text);
    paint.text(foot + 2, 1, lang.writer_edges(), theme.dim);
    let hints = [
        (Command::Choices, lang.hint_live()),
        (Command::SaveAndClose, lang.hint_save()),
        (Command::Undo, lang.hint_undo()),
        (Command::Back, lang.hint_close()),
        (Command::Help, lang.hint_help()),
    ];
    let hints = scene.look.hints(Context::Writer, &hints, usize::from(area.width.saturating_sub(2)));
    paint.text(foot + 3, 1, &hints, theme.dim);
    cursor
}

fn label(screen: &WriterScreen, at: usize, lang: Lang) -> &'static str {
    match (screen.parts.len(), at) {
        (1, _) => lang.writer_sentence(),
        (_, 0) => lang.writer_lead(),
        (_, 1) => lang.writer_text(),
        _ => lang.writer_closing(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_room_is_short_the_present_text_comes_first() {
        assert_eq!(shared(&[1, 5, 1], 1, 20), [1, 5, 1]);
        assert_eq!(shared(&[1, 50, 3], 1, 16), [1, 14, 1]);
        assert_eq!(shared(&[3, 50, 3], 0, 10), [3, 6, 1]);
    }
}
