//! What every layer sees: the open ledger, and how things look on this terminal.

use std::cell::RefCell;
use std::sync::Arc;

use super::busy::Busy;
use super::theme::Theme;
use super::widget::Piece;
use super::work::Waker;
use crate::command::{Command, Context};
use crate::keymap::{Keymap, Mode};
use crate::lang::Lang;
use crate::session::Session;
use crate::text::Cells;

/// Cells that a name has in a sentence.
const BRIEF: usize = 48;

/// What a layer is given with each input and each drawing.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// The open ledger.
    pub session: &'a Session,
    /// The looks.
    pub look: &'a Look,
}

/// How things look on this terminal, and what their keys are.
#[derive(Clone, Debug)]
pub struct Look {
    /// Language of the interface.
    pub lang: Lang,
    /// Widths of characters.
    pub cells: Cells,
    /// Colours.
    pub theme: Theme,
    /// The keymap in force.
    pub keymap: Arc<Keymap>,
    /// Whether letters are typed or are commands.
    pub mode: Mode,
    /// What was copied or cut last.
    pub clipboard: Clipboard,
    /// What says that the disk keeps the program waiting.
    pub(super) busy: Busy,
    /// What wakes the event loop from a worker.
    pub(super) waker: Waker,
}

/// What was copied or cut last, for all fields.
#[derive(Clone, Debug, Default)]
pub struct Clipboard(RefCell<Clip>);

/// Copied text: as it is seen, and with its figures where it has any.
#[derive(Clone, Debug, Default)]
struct Clip {
    text: String,
    pieces: Option<Vec<Piece>>,
}

impl Look {
    /// The looks for a terminal of these widths.
    pub fn new(lang: Lang, cells: Cells, theme: Theme, keymap: Arc<Keymap>) -> Self {
        Self {
            lang,
            cells,
            theme,
            keymap,
            mode: Mode::default(),
            clipboard: Clipboard::default(),
            busy: Busy::default(),
            waker: Waker::default(),
        }
    }

    /// The shortest key of a command that works in `context` now.
    pub fn key(&self, command: Command, context: Context) -> Option<String> {
        self.keymap.shortest(command, context, self.mode, self.lang)
    }

    /// A name as a sentence holds it: cut where it would flood the message.
    pub fn brief(&self, name: &str) -> String {
        let name = name.replace('\n', " ");
        if self.cells.width(&name) > BRIEF { self.cells.fit(&name, BRIEF).trim_end().to_owned() } else { name }
    }

    /// A line of hints, each `F3记一条`, of the commands that have a key in `context`; as many as `cells` hold.
    pub fn hints(&self, context: Context, commands: &[(Command, &str)], cells: usize) -> String {
        let mut line = String::new();
        for (command, label) in commands {
            let Some(key) = self.key(*command, context) else { continue };
            let gap = if line.is_empty() { "" } else { "  " };
            let space = if self.lang == Lang::Zh { "" } else { " " };
            let hint = format!("{gap}{key}{space}{label}");
            if self.cells.width(&line) + self.cells.width(&hint) > cells {
                break;
            }
            line.push_str(&hint);
        }
        line
    }
}

impl Clipboard {
    /// What is on it.
    pub fn get(&self) -> String {
        self.0.borrow().text.clone()
    }

    /// The same with its figures, when it was copied with them.
    pub fn pieces(&self) -> Option<Vec<Piece>> {
        self.0.borrow().pieces.clone()
    }

    /// Puts `text` on it, unless it is empty.
    pub fn set(&self, text: &str) {
        if !text.is_empty() {
            self.0.replace(Clip { text: text.into(), pieces: None });
        }
    }

    /// Puts a text with figures on it, which is seen as `text`.
    pub fn set_pieces(&self, text: &str, pieces: Vec<Piece>) {
        self.0.replace(Clip { text: text.into(), pieces: Some(pieces) });
    }
}
