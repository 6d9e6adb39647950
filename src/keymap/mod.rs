//! Keymaps: which key means which command where.
//!
//! `keymaps/office.toml` is the default, `keymaps/vim.toml` builds on it, a user's file on either. A file's rows
//! replace those of the keymap it builds on, row by row; within one file a doubled key is an error. A table of a
//! context goes before one of a group, a group before `all`; in the normal mode its own tables go before the others.

mod error;
mod file;
mod key;
mod resolve;

use std::collections::HashMap;
use std::fmt;
use std::fs;
use std::sync::Arc;

use crossterm::event::KeyEvent;
use keybinds::{KeyInput, KeySeq, Match};

use crate::command::{Command, Context, Group, TextMeaning};
use crate::lang::Lang;
use crate::text::{Cells, nearest};

pub use error::KeymapError;

/// The keymaps that come with the program: name, file, text.
const EMBEDDED: [(&str, &str, &str); 2] = [
    ("office", "keymaps/office.toml", include_str!("../../keymaps/office.toml")),
    ("vim", "keymaps/vim.toml", include_str!("../../keymaps/vim.toml")),
];

/// Whether letters are typed or are commands. Keymaps without `normal` tables know only the first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mode {
    /// Letters are typed.
    #[default]
    Insert,
    /// Letters are commands.
    Normal,
}

/// A line of a keymap file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The file.
    pub file: Arc<str>,
    /// The line, from 1.
    pub line: usize,
}

/// Where a table of a keymap file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// In one context.
    Context(Context),
    /// In a group of them.
    Group(Group),
}

/// A table of a keymap file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Table {
    /// The mode it is for.
    pub mode: Mode,
    /// Where it holds.
    pub place: Place,
}

/// A key with its command.
#[derive(Clone, Debug, PartialEq)]
pub struct Binding {
    /// The keys, mostly one.
    pub keys: KeySeq,
    /// What they mean.
    pub command: Command,
    /// The table it stands in.
    pub table: Table,
    /// The line it stands in.
    pub origin: Origin,
}

/// What a key means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// A command.
    Command(Command),
    /// A character to type.
    Text(char),
    /// The beginning of a longer key.
    Prefix,
    /// Nothing here.
    Nothing,
}

/// A keymap, ready to look keys up.
#[derive(Clone, Debug)]
pub struct Keymap {
    /// For each mode and context, the bindings that hold there.
    bindings: HashMap<(Mode, Context), Vec<Arc<Binding>>>,
    insert_first: Vec<Context>,
    modal: bool,
}

impl Keymap {
    /// The default keymap.
    ///
    /// # Panics
    /// Never: a test loads it.
    pub fn office() -> Self {
        Self::load("office").expect("the default keymap is tested")
    }

    /// Loads a keymap that comes with the program by its name, or a file by its path.
    pub fn load(name: &str) -> Result<Self, KeymapError> {
        if let Some((_, file, text)) = EMBEDDED.iter().find(|(known, ..)| *known == name) {
            return Self::from_text(file, text);
        }
        let text = fs::read_to_string(name).map_err(|error| KeymapError::Read(name.into(), error))?;
        Self::from_text(name, &text)
    }

    /// Reads the keymap that `text` is, in the file called `name`.
    pub fn from_text(name: &str, text: &str) -> Result<Self, KeymapError> {
        let mut name = name;
        let mut files = vec![file::read(name, text)?];
        while let Some((file, read)) = base(&files[files.len() - 1], name)? {
            name = file;
            files.push(read);
        }
        files.reverse();
        resolve::resolve(files)
    }

    /// What `keys` mean, typed one after the other.
    pub fn meaning(&self, keys: &[KeyInput], context: Context, mode: Mode) -> Meaning {
        let mode = self.mode_in(context, mode);
        let found = self.find(keys, context, mode);
        if found != Meaning::Nothing {
            return found;
        }
        let folded: Vec<KeyInput> = keys.iter().map(|&input| key::folded(input)).collect();
        match self.find(&folded, context, mode) {
            Meaning::Nothing => typed_text(keys, context, mode),
            found => found,
        }
    }

    /// The keys that an event stands for: mostly one; two where Alt-x means nothing and Esc, x was typed.
    pub fn keys(&self, event: &KeyEvent, context: Context, mode: Mode) -> Vec<KeyInput> {
        let Some(input) = key::from_event(event) else { return Vec::new() };
        match key::parted(input) {
            Some(parts) if self.meaning(&[input], context, mode) == Meaning::Nothing => parts.to_vec(),
            _ => vec![input],
        }
    }

    /// The mode that a layer of this context opens in.
    pub fn first_mode(&self, context: Context) -> Mode {
        if self.modal && !self.insert_first.contains(&context) { Mode::Normal } else { Mode::Insert }
    }

    /// The mode that counts in `context`: where nothing can be typed there is only the normal one.
    pub fn mode_in(&self, context: Context, mode: Mode) -> Mode {
        if !self.modal {
            Mode::Insert
        } else if context.text_meaning() == TextMeaning::None {
            Mode::Normal
        } else {
            mode
        }
    }

    /// Whether there is a normal mode.
    pub const fn is_modal(&self) -> bool {
        self.modal
    }

    /// The bindings that hold in a context, the nearest table first.
    pub fn bindings(&self, context: Context, mode: Mode) -> impl Iterator<Item = &Binding> {
        self.bindings.get(&(self.mode_in(context, mode), context)).into_iter().flatten().map(Arc::as_ref)
    }

    /// The shortest key of a command that works now, as the screen names it.
    pub fn shortest(&self, command: Command, context: Context, mode: Mode, lang: Lang) -> Option<String> {
        let bound = self.bindings(context, mode).filter(|binding| binding.command == command);
        bound.map(|binding| binding.label(lang)).min_by_key(|label| Cells::default().width(label))
    }

    fn find(&self, keys: &[KeyInput], context: Context, mode: Mode) -> Meaning {
        let mut found = Meaning::Nothing;
        for binding in self.bindings(context, mode) {
            match binding.keys.match_to(keys) {
                Match::Matched => return Meaning::Command(binding.command),
                Match::Prefix => found = Meaning::Prefix,
                Match::Unmatch => {}
            }
        }
        found
    }
}

impl Binding {
    /// What its keys are called on the screen.
    pub fn label(&self, lang: Lang) -> String {
        key::label(&self.keys, lang)
    }
}

impl Table {
    /// Whether it holds in `context`.
    pub const fn holds(self, context: Context) -> bool {
        match self.place {
            Place::Context(one) => one as usize == context as usize,
            Place::Group(group) => group.holds(context),
        }
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.mode == Mode::Normal {
            f.write_str("normal.")?;
        }
        f.write_str(match self.place {
            Place::Context(context) => context.name(),
            Place::Group(group) => group.name(),
        })
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.line)
    }
}

/// The embedded file that `file` builds on: the one it names, else the default one, which builds on none.
fn base(file: &file::KeyFile, name: &str) -> Result<Option<(&'static str, file::KeyFile)>, KeymapError> {
    let found = match &file.base {
        None if name == EMBEDDED[0].1 => return Ok(None),
        None => &EMBEDDED[0],
        Some((at, wanted)) => EMBEDDED.iter().find(|(known, ..)| known == wanted).ok_or_else(|| {
            let near = nearest(wanted, EMBEDDED.iter().map(|(known, ..)| *known)).map(String::from);
            KeymapError::UnknownBase(at.clone(), wanted.clone(), near)
        })?,
    };
    Ok(Some((found.1, file::read(found.1, found.2)?)))
}

fn typed_text(keys: &[KeyInput], context: Context, mode: Mode) -> Meaning {
    let [input] = keys else { return Meaning::Nothing };
    let types = mode == Mode::Insert && context.text_meaning() != TextMeaning::None;
    key::typed(*input).filter(|_| types).map_or(Meaning::Nothing, Meaning::Text)
}

#[cfg(test)]
mod tests;
