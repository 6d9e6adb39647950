//! One plain screen: this terminal would lose Chinese, and what helps. In both languages, since one of them may be
//! unreadable here; nothing on it needs more than ASCII to be understood.

use crossterm::event::{KeyCode, KeyEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::probe::Trouble;
use super::run::{Flow, Program, Signal};
use super::scene::Look;
use super::widget::line;
use crate::lang::Lang;
use crate::text::wrap;

/// The plain screen.
#[derive(Debug)]
pub struct Notice {
    lines: Vec<String>,
    look: Look,
    goes_on: bool,
}

impl Notice {
    /// Says what is wrong and what helps.
    pub fn new(trouble: &Trouble, look: &Look) -> Self {
        let said = |lang: Lang| match trouble {
            Trouble::Locale(locale) => lang.not_utf8_locale(locale),
            Trouble::Width(cells) => lang.not_utf8_width(*cells),
        };
        let mut lines = Vec::new();
        for lang in [Lang::En, Lang::Zh] {
            lines.push(said(lang));
            lines.extend([lang.not_utf8_remedy(), lang.not_utf8_tools(), lang.not_utf8_keys(), ""].map(String::from));
        }
        Self { lines, look: look.clone(), goes_on: false }
    }

    /// Whether the user wants to go on all the same.
    pub const fn goes_on(&self) -> bool {
        self.goes_on
    }
}

impl Program for Notice {
    fn update(&mut self, signal: Signal) -> Flow {
        let Signal::Key(key) = signal else { return Flow::Stay };
        self.goes_on = key.code == KeyCode::Enter;
        let ends = self.goes_on || matches!(key.code, KeyCode::Esc | KeyCode::Char('q'));
        if ends && key.kind != KeyEventKind::Release { Flow::Quit } else { Flow::Stay }
    }

    fn view(&mut self, buffer: &mut Buffer, area: Rect) -> Option<Position> {
        let width = area.width.saturating_sub(2);
        let mut y = area.y + 1;
        for text in &self.lines {
            for range in wrap(text, usize::from(width.max(1)), 0, self.look.cells) {
                line::put(buffer, area.x + 1, y, width, &text[range], self.look.theme.text, self.look.cells);
                y += 1;
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::keymap::Keymap;
    use crate::text::Cells;
    use crate::ui::theme::Theme;

    #[test]
    fn it_fits_any_screen_and_names_the_locale() {
        let look = Look::new(Lang::Zh, Cells::default(), Theme::plain(), Arc::new(Keymap::office()));
        let mut notice = Notice::new(&Trouble::Locale("zh_CN.GBK".into()), &look);
        for (width, height) in [(0, 0), (1, 1), (2, 3), (20, 5), (80, 24)] {
            let area = Rect::new(0, 0, width, height);
            let mut buffer = Buffer::empty(area);
            assert_eq!(notice.view(&mut buffer, area), None);
            assert!(width < 80 || line::shown(&buffer).contains("zh_CN.GBK"));
        }
    }
}
