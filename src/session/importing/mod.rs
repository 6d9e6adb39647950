//! Tables that others made → items, in one change.
//!
//! [`load`] reads the file, [`Importer::plan`] says which column is which field, [`Importer::check`] makes items of the
//! rows and tells the doubles and the faults, [`Session::import`] makes the one change. An importer is a copy of what
//! it needs, so that a worker can run it; nothing of the ledger changes before the end, so that cancelling leaves no
//! trace.

mod error;
mod mapping;
mod remembered;
mod rows;
mod shelf;
mod sums;
mod typed;

#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::path::Path;

use chrono::NaiveDate;

use super::{Session, SessionError};
use crate::entry::{self, CommonField, Desk, Field};
use crate::id::{ItemId, KindId, MatterId};
use crate::import::{self, Book, FILE, GoOn, Headings, ImportError, Row, Table};
use crate::lang::Lang;
use crate::model::{Act, Change, Edit, InReport, Item, Kind, Ledger, Matter, Stamp, Template, Verb, Year};
use crate::store::{Disk, FoundKind, Trouble};
use crate::text::fold_heading;

pub use error::{RowFault, TableError};
pub use mapping::{Column, How, Role, Said};
pub use rows::{Checked, Double, Faulty, Twin};
pub use shelf::Shelf;
pub use sums::SumRow;
pub(super) use typed::typed;

/// What a table is imported as.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// What its rows are records of, unless they say it themselves.
    pub matter: Option<MatterId>,
    /// What columns are, by their headings.
    pub chosen: Vec<(String, Role)>,
    /// What all rows are given where no column says it: (field's name or id, text).
    pub given: Vec<(String, String)>,
}

/// Makes items of rows; a copy of what it needs of the ledger.
#[derive(Clone, Debug)]
pub struct Importer {
    ledger: Ledger,
    year: Year,
    today: NaiveDate,
    day: NaiveDate,
    stamp: Stamp,
    request: Request,
}

/// Which column is which field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The kind whose fields they are; rows of other matters may be of others.
    pub kind: KindId,
    /// Every column that has a heading.
    pub columns: Vec<Column>,
    headings: Headings,
}

impl Plan {
    /// The rows below the headings.
    pub fn rows<'a>(&'a self, table: &'a Table) -> impl Iterator<Item = &'a Row> {
        table.below(&self.headings)
    }
}

/// Reads a table from the disk.
///
/// # Errors
/// There is no such file, it cannot be read, or it is no table.
pub fn load(disk: &dyn Disk, path: &Path, sheet: Option<&str>, go_on: GoOn<'_>) -> Result<Book, SessionError> {
    let failed = |error: std::io::Error| SessionError::Unread(path.to_path_buf(), Trouble::of(&error));
    let look = |at: &Path| disk.look(at).map_err(failed)?.ok_or_else(|| SessionError::NoFile(path.to_path_buf()));
    let (mut at, mut found) = (Cow::Borrowed(path), look(path)?);
    if found.kind == FoundKind::Link {
        // It may lead to a pipe, which would be waited for.
        at = path.canonicalize().map_err(failed)?.into();
        found = look(&at)?;
    }
    match found.kind {
        FoundKind::Dir => return Err(TableError::Folder(path.to_path_buf()).into()),
        FoundKind::Link | FoundKind::Other => return Err(SessionError::NoTable(path.to_path_buf())),
        FoundKind::File if found.len > FILE as u64 => return Err(TableError::from(ImportError::TooLarge).into()),
        FoundKind::File => {}
    }
    let bytes = disk.read_range(&at, 0, FILE + 1).map_err(failed)?;
    import::read(&bytes, sheet, go_on).map_err(|error| TableError::from(error).into())
}

impl Session {
    /// Reads a table from the session's disk.
    pub fn load_table(&self, path: &Path, sheet: Option<&str>, go_on: GoOn<'_>) -> Result<Book, SessionError> {
        load(&*self.disk, path, sheet, go_on)
    }

    /// What makes items of a table's rows.
    pub fn importer(&self, request: Request) -> Importer {
        Importer {
            ledger: self.ledger.clone(),
            year: self.year,
            today: self.today(),
            day: self.today_in_year(),
            stamp: self.stamp(),
            request,
        }
    }

    /// What the role of a column is called, in a table of this kind.
    pub fn role_name(&self, role: &Role, kind: &KindId, lang: Lang) -> String {
        let named = |id: &str| {
            let kind = self.template().kind(kind)?;
            entry::field_of(id, kind).ok().map(|field| field.name(lang).to_owned())
        };
        match role {
            Role::Ignored => lang.table_ignored().into(),
            Role::Matter => lang.table_matter().into(),
            Role::Field(id) => named(id).unwrap_or_else(|| id.clone()),
        }
    }

    /// The change that records all new items of `checked`, and remembers what was said of its columns.
    pub fn import(&self, checked: Checked, file: &str) -> Change {
        let remembering = self.remembering(&checked);
        let mut ids = self.ids.borrow_mut();
        let added = checked.new.into_iter().filter_map(|(_, mut item)| {
            item.card.id = ids.item();
            Edit::item(None, Some(item))
        });
        Change { act: Act { verb: Verb::Import, what: file.into() }, edits: added.chain(remembering).collect() }
    }
}

impl Importer {
    /// Finds the headings of a table, and which column is which field.
    ///
    /// # Errors
    /// No matter is known, a heading that was chosen is not there, or a field that every item needs has no column.
    pub fn plan(&self, table: &Table) -> Result<Plan, TableError> {
        let kind = match self.matter() {
            Some(matter) => self.kind(&matter.kind)?,
            None => self.kind_of_rows(table)?,
        };
        let (chosen, remembered) = (self.chosen(), remembered::of(&self.ledger, &kind.id));
        let headings = table.headings(|text| mapping::is_known(text, kind, &[&chosen, &remembered]))?;
        let said = |text: &str| headings.columns.iter().any(|(_, heading)| fold_heading(heading) == fold_heading(text));
        if let Some((strange, _)) = self.request.chosen.iter().find(|(heading, _)| !said(heading)) {
            let known = headings.columns.iter().map(|(_, heading)| heading.clone()).collect();
            return Err(TableError::NoHeading(strange.clone(), known));
        }
        let columns = mapping::columns(&headings, kind, &chosen, &remembered);
        Ok(Plan { kind: kind.id.clone(), columns, headings })
    }

    /// Makes items of the rows; nothing in the ledger changes.
    ///
    /// # Errors
    /// A field that every item needs has no column, what all rows are given is no value, or it was cancelled.
    pub fn check(&self, table: &Table, plan: &Plan, go_on: GoOn<'_>) -> Result<Checked, TableError> {
        let kind = self.kind(&plan.kind)?;
        let given = self.given(kind)?;
        let common =
            given.iter().filter_map(|(field, _)| if let Field::Common(one) = field { Some(*one) } else { None });
        mapping::demand(&plan.columns, &common.collect::<Vec<CommonField>>())?;
        if self.matter().is_none() && plan.columns.iter().all(|column| column.role != Role::Matter) {
            return Err(TableError::NoMatter);
        }
        rows::check(self, table, plan, go_on)
    }

    /// What all rows are given, with the fields of `kind`; proved on an item.
    fn given<'a>(&'a self, kind: &'a Kind) -> Result<Vec<(Field<'a>, &'a str)>, TableError> {
        let field = |(name, text): &'a (String, String)| {
            entry::field_of(name, kind).map(|field| (field, text.as_str())).map_err(TableError::Given)
        };
        let given = self.request.given.iter().map(field).collect::<Result<Vec<_>, _>>()?;
        let matter =
            self.template().matters.iter().find(|matter| matter.kind == kind.id).ok_or(TableError::NoMatter)?;
        let mut item = self.blank(matter);
        for (field, text) in &given {
            entry::set(&mut item, field.id(), text, self.desk()).map_err(TableError::Given)?;
        }
        Ok(given)
    }

    /// What was chosen, by the headings as they are compared.
    fn chosen(&self) -> Said {
        self.request.chosen.iter().map(|(heading, role)| (fold_heading(heading), role.clone())).collect()
    }

    /// The kind of the first row whose matter is known: a column says it.
    fn kind_of_rows(&self, table: &Table) -> Result<&Kind, TableError> {
        let headings = table.headings(mapping::is_matter)?;
        let column = headings.columns.iter().find(|(_, heading)| mapping::is_matter(heading));
        let (at, _) = column.ok_or(TableError::NoMatter)?;
        let named = |row: &Row| self.template().matter_named(row.cell(*at)?.text()?.trim());
        let matter = table.below(&headings).find_map(named).ok_or(TableError::NoMatter)?;
        self.kind(&matter.kind)
    }

    fn kind(&self, id: &KindId) -> Result<&Kind, TableError> {
        self.template().kind(id).ok_or(TableError::NoMatter)
    }

    fn matter(&self) -> Option<&Matter> {
        let id = self.request.matter.as_ref()?;
        self.template().matters.iter().find(|matter| matter.id == *id)
    }

    fn template(&self) -> &Template {
        self.ledger.template(self.year).expect("an importer's year is one of its ledger's")
    }

    fn desk(&self) -> Desk<'_> {
        Desk { ledger: &self.ledger, year: self.year, today: self.today }
    }

    /// An item that has no id of its own yet.
    fn blank(&self, matter: &Matter) -> Item {
        super::blank::blank(ItemId::from_bits(0), self.year, matter, self.day, self.stamp.clone())
    }
}

/// The first matter of a kind whose items count, else the first.
pub fn matter_of<'a>(template: &'a Template, kind: &KindId) -> Option<&'a Matter> {
    let mut same = template.matters.iter().filter(|matter| matter.kind == *kind);
    same.clone().find(|matter| matter.in_report != InReport::Ignored).or_else(|| same.next())
}
