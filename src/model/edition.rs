//! An edition (第n稿): an exported report, kept as it was: its text, its figures, who wrote it and where.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::{Unknown, Variant, Year};
use crate::id::IndicatorId;

/// Names an edition: each variant of a year counts its own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EditionKey {
    /// The year reported on.
    pub year: Year,
    /// Which cut of it.
    pub variant: Variant,
    /// 第n稿, from 1.
    pub number: u32,
}

/// Names a part of an edition's text, from 0.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EditionPart(pub EditionKey, pub u32);

/// What is known of an edition besides its text. Nothing of it changes later but whether it is 定稿.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    /// When it was written.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: String,
    /// The day it is as of.
    pub as_of: NaiveDate,
    /// The file it was written to.
    pub path: String,
    /// Printed pages.
    pub pages: usize,
    /// Blanks in it.
    pub blanks: usize,
    /// How many parts its text has.
    pub parts: u32,
    /// 定稿.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub frozen: Option<Frozen>,
    /// What a newer program keeps here.
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// Who made an edition the final one (定稿), and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frozen {
    /// The name typed in the settings.
    pub by: String,
    /// The instant.
    pub at: DateTime<Utc>,
}

/// A part of an edition's text: a long report is kept in several, so that no record is too large for the store.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditionText {
    /// Its lines, in printed order.
    pub lines: Vec<EditionLine>,
    /// The figures that print in it, each as a list of figures shows it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub figures: BTreeMap<IndicatorId, String>,
    /// What a newer program keeps here.
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// A paragraph or row of a table as it printed, blanks as `**`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditionLine {
    /// What it was on the page.
    #[serde(rename = "as", default)]
    pub role: LineRole,
    /// Its text.
    pub text: String,
    /// How many bytes of it are a run-in heading.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub run_in: usize,
    /// It goes on with the line before, which was too long for one.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub goes_on: bool,
}

/// What a line was on the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LineRole {
    /// The title.
    Title,
    /// 一、
    Heading1,
    /// （一）
    Heading2,
    /// 1.
    Heading3,
    /// The office that signs.
    Signature,
    /// The date under it.
    Date,
    /// Something of an annex: its label, title or note, or a row of its table, cells parted by tabs.
    Annex,
    /// Text, and what only a newer program knows.
    #[default]
    #[serde(other)]
    Body,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for it")]
const fn is_zero(number: &usize) -> bool {
    *number == 0
}
