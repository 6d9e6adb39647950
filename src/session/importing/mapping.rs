//! Which column of a table is which field: as chosen, as remembered, as its heading says.

use std::collections::BTreeMap;

use super::TableError;
use crate::entry::{self, CommonField, Field, Surely};
use crate::import::Headings;
use crate::lang::Lang;
use crate::model::Kind;
use crate::text::fold_heading;

/// What a heading was said to be: the field's id, by the heading as it is compared.
pub type Said = BTreeMap<String, Role>;

/// What a column is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// Left out.
    Ignored,
    /// 事项: which matter each row is a record of.
    Matter,
    /// A field, by its id.
    Field(String),
}

/// How a column came to its role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// Nobody knows it.
    Unknown,
    /// Its heading holds the field's name.
    Guessed,
    /// Its heading is the field's name.
    Named,
    /// It was said when such a table was imported before.
    Remembered,
    /// It was said now.
    Chosen,
}

/// A column with its role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Where it stands, counted from 0.
    pub at: usize,
    /// Its heading.
    pub heading: String,
    /// What it is.
    pub role: Role,
    /// How that is known.
    pub how: How,
}

/// Letters of columns.
const LETTERS: usize = 26;

/// The code of the column that names the matter of each row, and of a column that is left out.
const MATTER: &str = "matter";
const NONE: &str = "-";

impl Column {
    /// Its letter, as spreadsheets have it: A, B, …, Z, AA.
    pub fn letter(&self) -> String {
        let mut letters = Vec::new();
        let mut left = self.at + 1;
        while left > 0 {
            letters.push(char::from(b'A' + ((left - 1) % LETTERS) as u8));
            left = (left - 1) / LETTERS;
        }
        letters.iter().rev().collect()
    }
}

impl How {
    /// What is said of it, where it is not plain.
    pub const fn text(self, lang: Lang) -> &'static str {
        match self {
            Self::Guessed => lang.table_guessed(),
            Self::Remembered => lang.table_remembered(),
            Self::Unknown | Self::Named | Self::Chosen => "",
        }
    }

    /// The stable word for it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Guessed => "guessed",
            Self::Named => "named",
            Self::Remembered => "remembered",
            Self::Chosen => "chosen",
        }
    }
}

impl Role {
    /// The role as it is kept: the field's id, `matter`, or `-`.
    pub fn code(&self) -> &str {
        match self {
            Self::Ignored => NONE,
            Self::Matter => MATTER,
            Self::Field(id) => id,
        }
    }

    /// The role of this code.
    pub fn of_code(code: &str) -> Self {
        match code {
            NONE | "" => Self::Ignored,
            code if is_matter(code) => Self::Matter,
            id => Self::Field(id.into()),
        }
    }

    /// The role that was typed: the name or id of a field of `kind`, 事项, or - for none.
    pub fn typed(text: &str, kind: &Kind) -> Result<Self, TableError> {
        match Self::of_code(text.trim()) {
            Self::Field(name) => {
                entry::field_of(&name, kind).map(|field| Self::Field(field.id().into())).map_err(TableError::Field)
            }
            other => Ok(other),
        }
    }
}

/// Whether a heading is that of the column which names the matter of each row.
pub fn is_matter(heading: &str) -> bool {
    let plain = fold_heading(heading);
    [Lang::Zh, Lang::En].iter().any(|lang| plain == lang.table_matter())
}

/// Whether a heading is one that a table of `kind` may have.
pub fn is_known(heading: &str, kind: &Kind, said: &[&Said]) -> bool {
    let plain = fold_heading(heading);
    let is_exact = |(_, surely): (Field<'_>, Surely)| surely == Surely::Exactly;
    is_matter(heading)
        || said.iter().any(|said| said.contains_key(&plain))
        || entry::headed(heading, kind).is_some_and(is_exact)
}

/// Gives every column its role; two columns never share a field, the one that is surer has it.
pub fn columns(headings: &Headings, kind: &Kind, chosen: &Said, remembered: &Said) -> Vec<Column> {
    let found = |(at, heading): &(usize, String)| {
        let (role, how) = role(heading, kind, chosen, remembered);
        Column { at: *at, heading: heading.clone(), role, how }
    };
    let mut columns: Vec<Column> = headings.columns.iter().map(found).collect();
    let mut surest: Vec<usize> = (0..columns.len()).collect();
    surest.sort_by_key(|at| std::cmp::Reverse(columns[*at].how));
    let mut taken: Vec<Role> = Vec::new();
    for at in surest {
        let column = &mut columns[at];
        if column.role != Role::Ignored && taken.contains(&column.role) {
            (column.role, column.how) = (Role::Ignored, How::Unknown);
        }
        taken.push(column.role.clone());
    }
    columns
}

fn role(heading: &str, kind: &Kind, chosen: &Said, remembered: &Said) -> (Role, How) {
    let plain = fold_heading(heading);
    let stands = |role: &&Role| match role {
        Role::Field(id) => entry::field_of(id, kind).is_ok(),
        _ => true,
    };
    let said = |said: &Said, how| said.get(&plain).filter(stands).map(|role| (role.clone(), how));
    let named = || {
        is_matter(heading).then_some((Role::Matter, How::Named)).or_else(|| {
            let (field, surely) = entry::headed(heading, kind)?;
            let how = if surely == Surely::Exactly { How::Named } else { How::Guessed };
            Some((Role::Field(field.id().into()), how))
        })
    };
    said(chosen, How::Chosen)
        .or_else(|| said(remembered, How::Remembered))
        .or_else(named)
        .unwrap_or((Role::Ignored, How::Unknown))
}

/// Demands the columns that every item needs, unless all rows are given the value.
pub fn demand(columns: &[Column], given: &[CommonField]) -> Result<(), TableError> {
    let needed = [CommonField::Title, CommonField::When];
    let is_there = |field: &CommonField| {
        given.contains(field) || columns.iter().any(|column| column.role == Role::Field(field.id().into()))
    };
    match needed.into_iter().find(|field| !is_there(field)) {
        Some(missing) => {
            Err(TableError::NoColumn(missing, columns.iter().map(|column| column.heading.clone()).collect()))
        }
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_letters_that_a_spreadsheet_gives_them() {
        let letter = |at| Column { at, heading: String::new(), role: Role::Ignored, how: How::Unknown }.letter();
        assert_eq!(
            [0, 1, 25, 26, 27, 51, 52, 701, 702].map(letter),
            ["A", "B", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA"]
        );
    }
}
