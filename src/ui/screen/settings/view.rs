//! Draws the settings.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::SettingsScreen;
use crate::command::{Command, Context};
use crate::ui::paint::Painter;
use crate::ui::scene::Scene;

/// The column where values begin.
const VALUE: u16 = 18;

/// Rows of settings on a screen of this height.
pub fn rows(height: u16) -> usize {
    usize::from(height.saturating_sub(6).max(1))
}

/// Cells of a value.
pub const fn cells(area: Rect) -> u16 {
    area.width.saturating_sub(VALUE + 2)
}

/// Draws the settings; the cursor stands in the present one.
pub fn view(screen: &SettingsScreen, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Option<Position> {
    let lang = scene.look.lang;
    let shown = screen.top..screen.rows.len().min(screen.top + rows(area.height));
    {
        let mut paint = Painter::new(buffer, area, scene.look);
        let theme = *paint.theme();
        paint.text(0, 1, lang.settings_title(), theme.title);
        paint.rule(1);
        for (line, at) in shown.clone().enumerate() {
            let row = &screen.rows[at];
            let style = if at == screen.at { theme.title } else { theme.text };
            paint.fitted(2 + line as u16, 1, VALUE - 2, &row.name, style);
        }
        paint.rule(area.height - 4);
        paint.text(area.height - 3, 1, &screen.rows[screen.at].help, theme.dim);
        paint.rule(area.height - 2);
        let own = screen.is_on_profile().then_some((Command::Choices, lang.hint_profiles()));
        let usual = [
            (Command::Accept, lang.hint_next_field()),
            (Command::SaveAndClose, lang.hint_save()),
            (Command::Back, lang.hint_save_back()),
            (Command::Help, lang.hint_help()),
        ];
        let hints: Vec<_> = own.into_iter().chain(usual).collect();
        let hints = scene.look.hints(Context::Settings, &hints, usize::from(area.width.saturating_sub(2)));
        paint.text(area.height - 1, 1, &hints, theme.dim);
    }
    let mut cursor = None;
    for (line, at) in shown.enumerate() {
        let row = &screen.rows[at];
        let place = Rect::new(area.x + VALUE, area.y + 2 + line as u16, cells(area), 1);
        if row.field.text().is_empty() && at != screen.at {
            let mut paint = Painter::new(buffer, place, scene.look);
            paint.text(0, 0, &row.empty, paint.theme().dim);
            continue;
        }
        cursor = cursor.or(row.field.view(buffer, place, at == screen.at, scene.look));
    }
    cursor
}
