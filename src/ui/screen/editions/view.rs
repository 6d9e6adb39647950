//! Draws the editions, a row each, and where the selected one lies.

use chrono::Local;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{EditionsScreen, name};
use crate::command::Command;
use crate::model::EditionKey;
use crate::ui::layers::Screen;
use crate::ui::paint::Painter;
use crate::ui::scene::Scene;

/// Rows of the list on a screen of this height.
pub fn rows(height: u16) -> usize {
    usize::from(height.saturating_sub(6).max(1))
}

/// Where the columns begin: name, when, by whom; and where the numbers end: blanks, changes.
const WHEN: u16 = 24;
const BY: u16 = 37;
const BLANKS: u16 = 52;
const SINCE: u16 = 62;
const FINAL: u16 = 65;

/// Draws the editions; the cursor stands on the selected row.
pub fn view(screen: &EditionsScreen, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Position {
    let lang = scene.look.lang;
    let mut paint = Painter::new(buffer, area, scene.look);
    let theme = *paint.theme();
    paint.text(0, 1, &lang.editions_title(screen.rows.len()), theme.title);
    paint.rule(1);
    paint.text(2, 1, lang.editions_col_name(), theme.dim);
    paint.text(2, WHEN, lang.editions_col_when(), theme.dim);
    paint.text(2, BY, lang.editions_col_by(), theme.dim);
    paint.text_right(2, BLANKS, lang.editions_col_blanks(), theme.dim);
    paint.text_right(2, SINCE, lang.editions_col_since(), theme.dim);
    for (row, at) in screen.cursor.shown().enumerate() {
        let row = 3 + row as u16;
        line(&screen.rows[at], row, &mut paint, scene);
        if screen.cursor.selected() == Some(at) {
            paint.mark(row, theme.cursor);
        }
    }
    let path = screen.selected().and_then(|key| scene.session.ledger().editions.get(&key)).map(|one| one.path.as_str());
    if path.is_none() {
        paint.text(3, 1, lang.editions_none(), theme.text);
    }
    paint.text(area.height.saturating_sub(3), 1, path.unwrap_or_default(), theme.dim);
    paint.rule(area.height.saturating_sub(2));
    let hints = [
        (Command::Accept, lang.editions_read()),
        (Command::Choices, lang.hint_deeds()),
        (Command::Report, lang.hint_report()),
        (Command::Back, lang.hint_back()),
        (Command::Help, lang.hint_help()),
    ];
    let hints = scene.look.hints(screen.context(), &hints, usize::from(area.width.saturating_sub(2)));
    paint.text(area.height.saturating_sub(1), 1, &hints, theme.dim);
    paint.place(3 + screen.cursor.offset() as u16, 0)
}

fn line(key: &EditionKey, row: u16, paint: &mut Painter<'_>, scene: &Scene) {
    let Some(edition) = scene.session.ledger().editions.get(key) else { return };
    let (lang, theme) = (scene.look.lang, *paint.theme());
    paint.fitted(row, 1, WHEN - 2, &name(key, lang), theme.text);
    let at = edition.at.with_timezone(&Local);
    paint.text(row, WHEN, &at.format("%m-%d %H:%M").to_string(), theme.text);
    paint.fitted(row, BY, 8, &edition.by, theme.text);
    paint.text_right(row, BLANKS, &edition.blanks.to_string(), theme.text);
    let since = scene.session.places_since(key);
    paint.text_right(row, SINCE, &since.to_string(), theme.text);
    if let Some(frozen) = &edition.frozen {
        let width = paint.width().saturating_sub(FINAL + 1);
        paint.fitted(row, FINAL, width, &lang.editions_final_mark(&frozen.by), theme.good);
    }
}
