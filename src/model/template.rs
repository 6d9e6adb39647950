//! The template: everything about an office that is data. Nothing about a particular office is in Rust code.

use serde::{Deserialize, Serialize};

use super::{Annex, Cadence, Entry, FieldType, Indicator, Kind, Matter, Passage, Register, Setting, Unknown};
use crate::id::{AnnexId, IndicatorId, KindId, MatterId, RegisterId, SectionId, SettingId};

/// A template whose references all hold; made by reading TOML, or a year's stored copy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    /// Its name on screen.
    pub name: String,
    /// The seven sections and three closing parts, in the order of the report.
    pub sections: Vec<Section>,
    /// Kinds.
    pub kinds: Vec<Kind>,
    /// Matters, in the order of the sections.
    pub matters: Vec<Matter>,
    /// Indicators.
    pub indicators: Vec<Indicator>,
    /// Cadences.
    pub cadences: Vec<Cadence>,
    /// Registers.
    pub registers: Vec<Register>,
    /// Entries a new ledger begins with.
    pub entries: Vec<Entry>,
    /// Settings.
    pub settings: Vec<Setting>,
    /// The passages a new year begins with.
    pub passages: Vec<Passage>,
    /// The annexes that can go with the report.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub annexes: Vec<Annex>,
    /// What a newer program keeps here.
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// A section (部分).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Permanent id, and its digit: `1` … `9`, `0`.
    pub id: SectionId,
    /// Name on screen.
    pub name: String,
    /// Whether it is one of the closing parts.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub closing: bool,
    /// What a newer program keeps here.
    #[serde(flatten)]
    pub unknown: Unknown,
}

macro_rules! by_id {
    ($($(#[$doc:meta])* $name:ident: $list:ident, $id:ty => $out:ty;)*) => {
        impl Template {$(
            $(#[$doc])*
            pub fn $name(&self, id: &$id) -> Option<&$out> {
                self.$list.iter().find(|one| one.id == *id)
            }
        )*}
    };
}

by_id! {
    /// The section of this id.
    section: sections, SectionId => Section;
    /// The kind of this id.
    kind: kinds, KindId => Kind;
    /// The matter of this id.
    matter: matters, MatterId => Matter;
    /// The indicator of this id.
    indicator: indicators, IndicatorId => Indicator;
    /// The register of this id.
    register: registers, RegisterId => Register;
    /// The setting of this id.
    setting: settings, SettingId => Setting;
    /// The annex of this id.
    annex: annexes, AnnexId => Annex;
}

/// The signs between the units that something is counted in: 篇（条）.
pub const UNIT_SIGNS: [char; 3] = ['（', '）', '/'];

impl Template {
    /// Whether it says of anything that the public version does not tell it.
    pub fn keeps_private(&self) -> bool {
        let fields = self.kinds.iter().flat_map(|kind| &kind.fields);
        let marks = fields.map(|one| one.private).chain(self.registers.iter().map(|one| one.private));
        let marks = marks.chain(self.indicators.iter().map(|one| one.private));
        marks.chain(self.settings.iter().map(|one| one.private)).any(|private| private)
    }

    /// Every unit that its items or their fields are counted in.
    pub fn units(&self) -> Vec<&str> {
        let fields = self.kinds.iter().flat_map(|kind| &kind.fields);
        let of_fields = fields.filter_map(|spec| match &spec.holds {
            FieldType::Amount { unit } => Some(unit),
            _ => None,
        });
        let all = self.kinds.iter().map(|kind| &kind.unit).chain(of_fields);
        let mut units: Vec<&str> =
            all.flat_map(|unit| unit.split(UNIT_SIGNS)).filter(|unit| !unit.is_empty()).collect();
        units.sort_unstable();
        units.dedup();
        units
    }

    /// The matter that a person means: by id, name, or a piece of exactly one name.
    pub fn matter_named(&self, text: &str) -> Option<&Matter> {
        let exact = self.matters.iter().find(|matter| matter.id.as_str() == text || matter.name == text);
        exact.or_else(|| only(self.matters.iter().filter(|matter| matter.name.contains(text))))
    }

    /// The kind that a person means: by id or name.
    pub fn kind_named(&self, text: &str) -> Option<&Kind> {
        self.kinds.iter().find(|kind| kind.id.as_str() == text || kind.name == text)
    }
}

fn only<'a, T>(mut found: impl Iterator<Item = &'a T>) -> Option<&'a T> {
    found.next().filter(|_| found.next().is_none())
}
