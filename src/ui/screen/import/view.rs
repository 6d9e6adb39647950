//! Draws the import.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{ImportScreen, Tried};
use crate::command::{Command, Context};
use crate::ui::paint::Painter;
use crate::ui::scene::Scene;

/// Rows besides the list: title, rules, hints.
pub const OTHERS: u16 = 4;

/// Where names and what they say begin.
const NAME: u16 = 1;
const TEXT: u16 = 10;

/// Draws the rows; the cursor stands on the selected one.
pub fn view(screen: &ImportScreen, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Position {
    let lang = scene.look.lang;
    let mut paint = Painter::new(buffer, area, scene.look);
    let theme = *paint.theme();
    paint.text(0, NAME, lang.import_title(), theme.title);
    if let Tried::Working(work) = &screen.tried {
        paint.text_right(0, area.width - 1, &lang.import_progress(work.done()), theme.title);
    }
    paint.rule(1);
    for (line, at) in screen.cursor.shown().enumerate() {
        let (row, line) = (&screen.rows[at], 2 + line as u16);
        paint.fitted(line, NAME, TEXT - NAME - 1, &row.name, theme.title);
        paint.fitted(line, TEXT, area.width.saturating_sub(TEXT + 1), &row.text, theme.text);
        if screen.cursor.selected() == Some(at) {
            paint.mark(line, theme.cursor);
        }
    }
    paint.rule(area.height - 2);
    let hints = [
        (Command::Accept, lang.hint_import_change()),
        (Command::SaveAndClose, lang.hint_import_go()),
        (
            Command::Back,
            if matches!(screen.tried, Tried::Working(_)) { lang.hint_import_stop() } else { lang.hint_back() },
        ),
        (Command::Help, lang.hint_help()),
    ];
    let hints = scene.look.hints(Context::Import, &hints, usize::from(area.width.saturating_sub(2)));
    paint.text(area.height - 1, NAME, &hints, theme.dim);
    paint.place(2 + screen.cursor.offset() as u16, NAME)
}
