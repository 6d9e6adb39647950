//! The rows of the import screen: what can be chosen, each column with its field, what would come of it.

use super::{ImportScreen, Tried};
use crate::id::MatterId;
use crate::import::Cell;
use crate::lang::Lang;
use crate::session::{Checked, Column, SessionError, TableError};
use crate::ui::scene::Scene;

/// Rows of the table that are shown of a column.
const SAMPLES: usize = 4;

/// Most rows of a sort that are listed; the rest is counted.
const LISTED: usize = 500;

/// What Enter does on a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Chooses another file.
    File,
    /// Chooses another sheet.
    Sheet,
    /// Chooses what the rows are records of.
    Matter,
    /// Records them.
    Go,
    /// Chooses the field of a column, by its place among those with headings.
    Column(usize),
    /// Tries the table out again.
    Again,
    /// Says the whole row.
    Tell,
}

/// A row: what it is called, and what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What Enter does.
    pub deed: Deed,
    /// What it is called.
    pub name: String,
    /// What it says.
    pub text: String,
}

/// All rows of the screen as things stand.
pub fn rows(screen: &ImportScreen, scene: &Scene) -> Vec<Row> {
    let lang = scene.look.lang;
    let row = |deed, name: &str, text: String| Row { deed, name: name.into(), text };
    let path = screen.path.as_ref().map_or_else(|| lang.import_no_file().into(), |path| path.display().to_string());
    let mut rows = vec![row(Deed::File, lang.import_file(), path)];
    if let Some(book) = screen.book.as_ref().filter(|book| !book.sheets.is_empty()) {
        rows.push(row(Deed::Sheet, lang.import_sheet(), lang.import_sheets(&book.table.name, book.sheets.len())));
    }
    rows.push(row(Deed::Matter, lang.table_matter(), matter(screen, scene)));
    let checked = match &screen.tried {
        Tried::Nothing => None,
        Tried::Stopped => {
            rows.push(row(Deed::Again, lang.import_again(), lang.import_stopped().into()));
            None
        }
        Tried::Working(_) => {
            rows.push(row(Deed::Tell, "", lang.import_reading().into()));
            None
        }
        Tried::Failed(error) => {
            rows.push(row(Deed::Tell, lang.import_trouble(), error.text(lang)));
            rows.push(row(Deed::Tell, "", hint(error, lang)));
            None
        }
        Tried::Checked(checked) => {
            let (new, doubles, faulty) = (checked.new.len(), checked.doubles.len(), checked.faulty_rows());
            rows.push(row(Deed::Go, lang.import_go(), lang.import_sum(new, doubles, faulty)));
            Some(checked)
        }
    };
    rows.extend(columns(screen, scene));
    rows.extend(checked.into_iter().flat_map(|checked| results(checked, scene)));
    rows
}

/// What to do here; the command line does it in other ways.
fn hint(error: &SessionError, lang: Lang) -> String {
    match error {
        SessionError::Table(TableError::NoMatter) => lang.import_choose_matter().into(),
        SessionError::Table(TableError::NoColumn(..)) => lang.import_choose_column().into(),
        other => other.hint(lang),
    }
}

fn matter(screen: &ImportScreen, scene: &Scene) -> String {
    let named = |id: &MatterId| scene.session.template().matters.iter().find(|matter| matter.id == *id);
    let matter = screen.matter.as_ref().and_then(named);
    matter.map_or_else(|| scene.look.lang.import_by_column().into(), |matter| format!("{} {}", matter.id, matter.name))
}

/// A row for each column: its field, and what stands in its first cells.
fn columns(screen: &ImportScreen, scene: &Scene) -> Vec<Row> {
    let (Some(book), Some(plan)) = (&screen.book, &screen.plan) else { return Vec::new() };
    let lang = scene.look.lang;
    let samples = |column: &Column| {
        let cells = plan.rows(&book.table).take(SAMPLES).map(|row| row.cell(column.at).and_then(Cell::text));
        cells.map(|text| text.unwrap_or("-").trim().replace('\n', " ")).collect::<Vec<_>>().join(" | ")
    };
    let row = |(at, column): (usize, &Column)| {
        let role = scene.session.role_name(&column.role, &plan.kind, lang);
        let text = lang.import_column(&column.heading, &role, column.how.text(lang), &samples(column));
        Row { deed: Deed::Column(at), name: lang.import_column_name(&column.letter()), text }
    };
    plan.columns.iter().enumerate().map(row).collect()
}

/// What would be left out: doubles, and every fault.
fn results(checked: &Checked, scene: &Scene) -> Vec<Row> {
    let lang = scene.look.lang;
    let faults = checked.faulty.iter().map(|one| (lang.import_fault(), one.text(lang)));
    let doubles = checked.doubles.iter().map(|one| (lang.import_double(), one.text(lang)));
    let sums = checked.sums.iter().map(|one| (lang.import_look(), lang.import_left_sum(&one.text(lang))));
    let outside = checked.outside.first().map(|row| {
        let year = scene.session.year().to_string();
        (lang.import_look(), lang.table_outside(checked.outside.len(), &year, *row))
    });
    let row = |(name, text): (&str, String)| Row { deed: Deed::Tell, name: name.into(), text };
    let mut rows: Vec<Row> = outside
        .into_iter()
        .chain(sums.take(LISTED))
        .chain(faults.take(LISTED))
        .chain(doubles.take(LISTED))
        .map(row)
        .collect();
    let left = checked.faulty.len().saturating_sub(LISTED) + checked.doubles.len().saturating_sub(LISTED);
    if left > 0 {
        rows.push(row(("", lang.import_more(left))));
    }
    rows
}
