//! One plain screen: another program has the ledger open, or its disk takes no writing. To look only, or to leave.

use crossterm::event::{KeyCode, KeyEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::run::{Flow, Program, Signal};
use super::scene::Look;
use super::widget::line;
use crate::store::StoreError;
use crate::text::wrap;

/// Where the text begins.
const LEFT: u16 = 2;

/// The plain screen. It begins on looking, which changes nothing.
#[derive(Debug)]
pub struct Taken {
    said: Vec<String>,
    look: Look,
    looks: bool,
}

impl Taken {
    /// Says who holds the ledger, or what else stands in the way.
    pub fn new(why: &StoreError, look: &Look) -> Self {
        let lang = look.lang;
        let said = match why {
            StoreError::Locked(holder) => vec![lang.taken(&holder.text(lang)), lang.taken_why().into()],
            why => vec![why.text(lang), why.hint(lang)],
        };
        Self { said, look: look.clone(), looks: true }
    }

    /// Whether the user wants to look.
    pub const fn looks(&self) -> bool {
        self.looks
    }

    fn choose(&mut self, looks: bool) -> Flow {
        self.looks = looks;
        Flow::Quit
    }
}

impl Program for Taken {
    fn update(&mut self, signal: Signal) -> Flow {
        let Signal::Key(key) = signal else { return Flow::Stay };
        if key.kind == KeyEventKind::Release {
            return Flow::Stay;
        }
        match key.code {
            KeyCode::Char('1' | '１') => return self.choose(true),
            KeyCode::Char('2' | '２' | 'q') | KeyCode::Esc => return self.choose(false),
            KeyCode::Enter => return Flow::Quit,
            KeyCode::Up | KeyCode::Down | KeyCode::Tab | KeyCode::BackTab => self.looks = !self.looks,
            _ => {}
        }
        Flow::Stay
    }

    fn view(&mut self, buffer: &mut Buffer, area: Rect) -> Option<Position> {
        let (theme, cells, lang) = (&self.look.theme, self.look.cells, self.look.lang);
        let width = area.width.saturating_sub(2 * LEFT).max(1);
        let mut y = area.y + 1;
        for text in &self.said {
            for range in wrap(text, usize::from(width), 0, cells) {
                line::put(buffer, area.x + LEFT, y, width, &text[range], theme.text, cells);
                y += 1;
            }
            y += 1;
        }
        let rows = [(true, lang.taken_look()), (false, lang.taken_leave())];
        for (row, (looks, text)) in (y..).zip(rows) {
            let style = if looks == self.looks { theme.selected } else { theme.text };
            line::put(buffer, area.x + LEFT, row, width, text, style, cells);
        }
        line::put(buffer, area.x + LEFT, y + 3, width, lang.taken_hint(), theme.text, cells);
        Some(Position::new(area.x + LEFT, y + u16::from(!self.looks))).filter(|at| area.contains(*at))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crossterm::event::{KeyEvent, KeyModifiers};

    use super::*;
    use crate::keymap::Keymap;
    use crate::lang::Lang;
    use crate::store::{Doing, Holder, Trouble};
    use crate::text::Cells;
    use crate::ui::theme::Theme;

    fn taken() -> Taken {
        taken_by(&StoreError::Locked(Holder { pid: 4711, host: "窗口三".into(), since: None }))
    }

    fn taken_by(why: &StoreError) -> Taken {
        let look = Look::new(Lang::Zh, Cells::default(), Theme::plain(), Arc::new(Keymap::office()));
        Taken::new(why, &look)
    }

    fn press(taken: &mut Taken, code: KeyCode) -> Flow {
        taken.update(Signal::Key(KeyEvent::new(code, KeyModifiers::NONE)))
    }

    #[test]
    fn it_says_who_holds_the_ledger_on_any_screen() {
        for (width, height) in [(0, 0), (1, 1), (20, 5), (80, 24)] {
            let area = Rect::new(0, 0, width, height);
            let mut buffer = Buffer::empty(area);
            taken().view(&mut buffer, area);
            let shown = line::shown(&buffer);
            assert!(width < 80 || shown.contains("4711") && shown.contains("窗口三"), "{shown}");
        }
    }

    #[test]
    fn it_says_that_the_disk_is_read_only_and_what_helps() {
        let (doing, path) = (Doing::Opening, "/U盘/台账/LOCK".into());
        let why = StoreError::Io { doing, path, trouble: Trouble::ReadOnly };
        assert!(why.leaves_looking());
        let area = Rect::new(0, 0, 80, 24);
        let mut buffer = Buffer::empty(area);
        taken_by(&why).view(&mut buffer, area);
        let shown = line::shown(&buffer);
        assert!(["磁盘是只读的", "取消写保护", "1 只看不改"].iter().all(|said| shown.contains(said)), "{shown}");
    }

    #[test]
    fn a_digit_chooses_and_so_do_arrows_and_enter() {
        for (keys, looks) in [
            (&[KeyCode::Char('1')][..], true),
            (&[KeyCode::Char('２')], false),
            (&[KeyCode::Enter], true),
            (&[KeyCode::Down, KeyCode::Enter], false),
            (&[KeyCode::Esc], false),
        ] {
            let mut taken = taken();
            let flows: Vec<Flow> = keys.iter().map(|code| press(&mut taken, *code)).collect();
            assert_eq!((flows.last(), taken.looks()), (Some(&Flow::Quit), looks), "{keys:?}");
        }
    }
}
