//! The columns of a register's table.

use crate::entry::{self, Desk, EntryError, Field, NameField};
use crate::lang::Lang;
use crate::model::{Entry, FieldSpec, Register};
use crate::session::importing::typed;
use crate::text::fold_heading;

/// A column of such a table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Column<'a> {
    /// A field that every entry has.
    Name(NameField),
    /// 停用.
    Retired,
    /// A field of the register.
    Own(&'a FieldSpec),
}

impl<'a> Column<'a> {
    /// All columns of a register.
    pub(super) fn all(register: &'a Register) -> Vec<Self> {
        let own = register.fields.iter().map(Self::Own);
        NameField::ALL.map(Self::Name).into_iter().chain([Self::Retired]).chain(own).collect()
    }

    /// What it is called.
    pub(super) fn name(&self, lang: Lang) -> &'a str {
        match self {
            Self::Name(field) => field.name(lang),
            Self::Retired => lang.registers_is_retired(),
            Self::Own(spec) => &spec.name,
        }
    }

    fn id(&self) -> &'a str {
        match self {
            Self::Name(field) => field.id(),
            Self::Retired => Lang::En.registers_is_retired(),
            Self::Own(spec) => spec.id.as_str(),
        }
    }

    /// Whether a heading, as headings are compared, is its id or name.
    pub(super) fn is_headed(&self, heading: &str) -> bool {
        [self.id(), self.name(Lang::Zh), self.name(Lang::En)].iter().any(|name| fold_heading(name) == heading)
    }

    /// What stands in it for an entry: [`Self::set`] reads it back.
    pub(super) fn shown(&self, entry: &Entry, desk: Desk<'_>) -> String {
        match self {
            Self::Name(field) => entry::shown_entry(entry, *field),
            Self::Retired if entry.retired => entry::flag_name(true).into(),
            Self::Retired => String::new(),
            Self::Own(spec) => {
                entry.fields.get(&spec.id).map(|value| entry::typed(spec, value, desk)).unwrap_or_default()
            }
        }
    }

    /// Takes what stands in a cell.
    pub(super) fn set(&self, entry: &mut Entry, text: &str, desk: Desk<'_>) -> Result<(), EntryError> {
        match self {
            Self::Retired => entry.retired = entry::flag(self.name(Lang::Zh), text)?,
            Self::Own(spec) => entry::set_entry(entry, self.id(), &typed(&Field::Own(spec), text), desk)?,
            Self::Name(_) => entry::set_entry(entry, self.id(), text, desk)?,
        }
        Ok(())
    }
}

/// A column that a table has: where it stands, what heads it, what it is.
pub(super) type Placed<'a> = (usize, String, Column<'a>);
