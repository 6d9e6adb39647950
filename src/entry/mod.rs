//! What people type or paste → values of fields, and back to what a form shows.

use chrono::NaiveDate;

use crate::lang::Lang;
use crate::model::{FieldSpec, FieldValue, Ledger, Year};

/// What typed text is read against.
#[derive(Clone, Copy, Debug)]
pub struct Desk<'a> {
    /// Registers and template.
    pub ledger: &'a Ledger,
    /// The year the clerk works in.
    pub year: Year,
    /// 今天.
    pub today: NaiveDate,
}

/// Why typed text is no value of its field: what is wrong, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryError;

impl EntryError {
    /// Says what is wrong.
    pub fn text(&self, _lang: Lang) -> String {
        todo!()
    }

    /// Says what to do.
    pub fn hint(&self, _lang: Lang) -> String {
        todo!()
    }
}

/// Reads what was typed into a field; an empty text is no value.
pub fn read(_spec: &FieldSpec, _typed: &str, _desk: Desk<'_>) -> Result<Option<FieldValue>, EntryError> {
    todo!()
}

/// What a form shows for a value: reads back to the same value.
pub fn typed(_spec: &FieldSpec, _value: &FieldValue, _desk: Desk<'_>) -> String {
    todo!()
}

/// What the form echoes beside it: `2022年12月20日 周二 今天`.
pub fn echo(_spec: &FieldSpec, _value: &FieldValue, _desk: Desk<'_>, _lang: Lang) -> String {
    todo!()
}
