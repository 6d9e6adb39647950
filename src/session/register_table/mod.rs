//! Registers as tables: a row an entry, a column a field; read back, all rows are one change.

mod column;
mod matching;

#[cfg(test)]
mod tests;

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use super::name::file_stem;
use super::place::put;
use super::{Double, Faulty, Session, SessionError, TableError, TableFormat};
use crate::entry::NameField;
use crate::export::{Cell, Sheet};
use crate::import::{Row, Table};
use crate::lang::Lang;
use crate::model::{Act, Change, Entry, Register, Verb};
use crate::text::fold_heading;

use column::{Column, Placed};
use matching::{Matching, text};

/// Pairs of names that are compared at most.
const COMPARED: usize = 1_000_000;

/// What would become of a register by the rows of a table; nothing is changed yet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RegisterPlan {
    /// Entries that the register has not.
    pub new: Vec<Entry>,
    /// Entries that it has, as they would be.
    pub changed: Vec<Entry>,
    /// How many rows say what the register says.
    pub same: usize,
    /// Rows about an entry that a row above is about; they are left out.
    pub doubles: Vec<Double>,
    /// Cells that are no values, and rows that lack one.
    pub faulty: Vec<Faulty>,
    /// Headings of columns that are no field of the register.
    pub ignored: Vec<String>,
    /// New labels that look like some that the register has, each with those.
    pub alike: Vec<(String, Vec<String>)>,
}

impl RegisterPlan {
    /// How many rows are faulty, each counted once.
    pub fn faulty_rows(&self) -> usize {
        self.faulty.iter().map(|one| one.row).collect::<HashSet<_>>().len()
    }

    /// The new labels that look like known ones, in so many pairs at most: `新华网江南频道～新华网`.
    pub fn alike_text(&self, most: usize, lang: Lang) -> String {
        let pair = |(label, others): &(String, Vec<String>)| format!("{label}～{}", others[0]);
        self.alike.iter().take(most).map(pair).collect::<Vec<_>>().join(lang.between())
    }

    /// Whether taking it would change nothing.
    pub const fn is_empty(&self) -> bool {
        self.new.is_empty() && self.changed.is_empty()
    }
}

impl Session {
    /// Writes a register as a table into a file; one that is there is replaced only when that is said.
    pub fn export_register(
        &self,
        register: &Register,
        (path, format, replace): (&Path, TableFormat, bool),
        lang: Lang,
    ) -> Result<(), SessionError> {
        put(&*self.disk, path, &format.bytes(&self.register_sheet(register, lang))?, replace)
    }

    /// Writes a register as a workbook into the folder for reports, under a name that is free there.
    pub fn write_register(&self, register: &Register, lang: Lang) -> Result<PathBuf, SessionError> {
        let format = TableFormat::Xlsx;
        let bytes = format.bytes(&self.register_sheet(register, lang))?;
        self.put_beside(&self.ready_folder()?, &file_stem(&register.name), format.extension(), &bytes)
    }

    /// What the rows of a table would make of a register.
    ///
    /// A row is about the entry of its label, else the one that has it as an alias, or whose label it has among its
    /// aliases: that row renames it. An empty cell empties its field; a field without a column stays as it is.
    pub fn register_table(&self, register: &Register, table: &Table) -> Result<RegisterPlan, SessionError> {
        let all = Column::all(register);
        let column = |heading: &str| all.iter().find(|column| column.is_headed(&fold_heading(heading))).copied();
        let headings = table.headings(|text| column(text).is_some()).map_err(TableError::from)?;
        let mut plan = RegisterPlan::default();
        let mut columns: Vec<Placed<'_>> = Vec::new();
        for (at, heading) in &headings.columns {
            match column(heading).filter(|found| columns.iter().all(|(_, _, known)| known != found)) {
                Some(found) => columns.push((*at, heading.clone(), found)),
                None => plan.ignored.push(heading.clone()),
            }
        }
        let label = columns.iter().find(|(_, _, column)| *column == Column::Name(NameField::Label));
        let (label, ..) = label.ok_or_else(|| {
            TableError::NoLabel(headings.columns.iter().map(|(_, heading)| heading.clone()).collect())
        })?;
        let rows: Vec<&Row> = table.below(&headings).collect();
        let matching = Matching::new(self, register, &columns, rows.iter().map(|row| text(row, *label)));
        matching.plan(&rows, *label, &mut plan);
        plan.alike = self.alike(&plan.new, self.entries(&register.id).count());
        Ok(plan)
    }

    /// The new entries whose labels look like some of the `known` ones, as long as comparing them takes no time to wait
    /// for.
    fn alike(&self, new: &[Entry], known: usize) -> Vec<(String, Vec<String>)> {
        let alike = |entry: &Entry| {
            let others: Vec<String> = self.similar(entry).into_iter().map(|other| other.label.clone()).collect();
            (!others.is_empty()).then(|| (entry.label.clone(), others))
        };
        new.iter().take(COMPARED / known.max(1)).filter_map(alike).collect()
    }

    /// The change that makes of a register what was planned.
    pub fn import_register(&self, plan: &RegisterPlan, file: &str) -> Change {
        let entries = plan.new.iter().chain(&plan.changed);
        let edits = entries.flat_map(|entry| self.keep_entry(entry).edits).collect();
        Change { act: Act { verb: Verb::Import, what: file.into() }, edits }
    }

    fn register_sheet(&self, register: &Register, lang: Lang) -> Sheet {
        let columns = Column::all(register);
        let row = |entry: &Entry| columns.iter().map(|column| Cell::text(column.shown(entry, self.desk()))).collect();
        Sheet {
            name: register.name.clone(),
            headings: columns.iter().map(|column| column.name(lang).into()).collect(),
            rows: self.entries(&register.id).map(row).collect(),
        }
    }
}
