//! Reading a keymap file: tables are places, a row is a command and its keys.

use std::str::FromStr;
use std::sync::Arc;

use keybinds::KeySeq;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::error::KeymapError;
use super::{Mode, Origin, Table, key};
use crate::command::{Command, Context, Group};
use crate::text::nearest;

/// The table that holds the tables of the normal mode.
const NORMAL: &str = "normal";
/// The row that names the keymap this one builds on.
const BASE: &str = "base";
/// The row that lists where typing begins at once though there is a normal mode.
const INSERT_FIRST: &str = "insert_first";

/// A keymap file, read.
#[derive(Debug)]
pub struct KeyFile {
    /// The keymap it builds on.
    pub base: Option<(Origin, String)>,
    /// Where typing begins at once.
    pub insert_first: Option<Vec<Context>>,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// A command with its keys in one table; no keys: it has none there.
#[derive(Clone, Debug)]
pub struct Row {
    /// Where.
    pub table: Table,
    /// What.
    pub command: Command,
    /// By which keys, each with its place in the file.
    pub keys: Vec<(KeySeq, Origin)>,
}

/// Reads `text`, which stands in the file called `name`.
pub fn read(name: &str, text: &str) -> Result<KeyFile, KeymapError> {
    Reader { name: Arc::from(name), text }.file()
}

struct Reader<'a> {
    name: Arc<str>,
    text: &'a str,
}

impl Reader<'_> {
    fn origin(&self, offset: usize) -> Origin {
        let line = self.text[..offset.min(self.text.len())].matches('\n').count() + 1;
        Origin { file: Arc::clone(&self.name), line }
    }

    fn at<T>(&self, spanned: &Spanned<T>) -> Origin {
        self.origin(spanned.span().start)
    }

    fn file(&self) -> Result<KeyFile, KeymapError> {
        let parsed = DeTable::parse(self.text).map_err(|error| {
            KeymapError::Toml(self.origin(error.span().map_or(0, |span| span.start)), error.message().into())
        })?;
        let mut file = KeyFile { base: None, insert_first: None, rows: Vec::new() };
        for (name, value) in parsed.get_ref() {
            match (name.get_ref().as_ref(), value.get_ref()) {
                (BASE, DeValue::String(base)) => file.base = Some((self.at(value), base.to_string())),
                (INSERT_FIRST, DeValue::Array(_)) => file.insert_first = Some(self.contexts(value)?),
                (NORMAL, DeValue::Table(tables)) => {
                    for (name, value) in tables {
                        file.rows.extend(self.table(Mode::Normal, name, value)?);
                    }
                }
                _ => file.rows.extend(self.table(Mode::Insert, name, value)?),
            }
        }
        Ok(file)
    }

    fn contexts(&self, value: &Spanned<DeValue<'_>>) -> Result<Vec<Context>, KeymapError> {
        self.texts(value)?
            .into_iter()
            .map(|(name, at)| Context::from_str(&name).map_err(|()| unknown_table(at, &name)))
            .collect()
    }

    fn table(
        &self,
        mode: Mode,
        name: &Spanned<impl AsRef<str>>,
        value: &Spanned<DeValue<'_>>,
    ) -> Result<Vec<Row>, KeymapError> {
        let label = name.get_ref().as_ref();
        let place = place(label).ok_or_else(|| unknown_table(self.at(name), label))?;
        let DeValue::Table(rows) = value.get_ref() else { return Err(unknown_table(self.at(name), label)) };
        rows.iter().map(|(command, keys)| self.row(Table { mode, place }, command, keys)).collect()
    }

    fn row(
        &self,
        table: Table,
        name: &Spanned<impl AsRef<str>>,
        keys: &Spanned<DeValue<'_>>,
    ) -> Result<Row, KeymapError> {
        let label = name.get_ref().as_ref();
        let command = Command::from_str(label).map_err(|()| {
            let near = nearest(label, Command::ALL.iter().map(|command| command.name()));
            KeymapError::UnknownCommand(self.at(name), label.into(), near.map(String::from))
        })?;
        if !Context::ALL.iter().any(|&context| table.holds(context) && command.applies_in(context)) {
            return Err(KeymapError::Useless(self.at(name), label.into(), table.to_string()));
        }
        let keys = self.texts(keys)?.into_iter().map(|(text, at)| parsed(&text, at)).collect::<Result<_, _>>()?;
        Ok(Row { table, command, keys })
    }

    fn texts(&self, value: &Spanned<DeValue<'_>>) -> Result<Vec<(String, Origin)>, KeymapError> {
        match value.get_ref() {
            DeValue::String(text) => Ok(vec![(text.to_string(), self.at(value))]),
            DeValue::Array(array) => {
                let nested = array.iter().map(|one| match one.get_ref() {
                    DeValue::String(text) => Ok((text.to_string(), self.at(one))),
                    _ => Err(KeymapError::NotKeys(self.at(one))),
                });
                nested.collect()
            }
            _ => Err(KeymapError::NotKeys(self.at(value))),
        }
    }
}

fn place(name: &str) -> Option<super::Place> {
    let group = Group::from_str(name).map(super::Place::Group);
    group.or_else(|()| Context::from_str(name).map(super::Place::Context)).ok()
}

fn unknown_table(at: Origin, name: &str) -> KeymapError {
    let contexts = Context::ALL.iter().map(|context| context.name());
    let known = contexts.chain(Group::ALL.iter().map(|group| group.name())).chain([NORMAL, BASE, INSERT_FIRST]);
    KeymapError::UnknownTable(at, name.into(), nearest(name, known).map(String::from))
}

fn parsed(text: &str, at: Origin) -> Result<(KeySeq, Origin), KeymapError> {
    match key::parse(text) {
        Ok(keys) if key::is_ambiguous(&keys) => Err(KeymapError::UnusableKey(at, text.into())),
        Ok(keys) => Ok((keys, at)),
        Err(bad) => {
            let near = nearest_key(&bad);
            Err(KeymapError::UnknownKey(at, bad, near))
        }
    }
}

/// The key written with the nearest known names for its parts.
fn nearest_key(text: &str) -> Option<String> {
    let parts = text.split('+').map(|part| {
        let single = part.chars().count() == 1;
        if single { Some(part) } else { nearest(part, key::NAMES.iter().copied()) }
    });
    Some(parts.collect::<Option<Vec<_>>>()?.join("+"))
}
