//! What stands typed for a unit and is not saved: kept as a draft, read as a return.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::entry;
use crate::id::{EntryId, IndicatorId};
use crate::model::{Amount, Period, Return, ReturnSource, Unknown, Year};
use crate::ui::form::plain;
use crate::ui::scene::Scene;

/// A number as it stands typed, and its source.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// The number.
    pub text: String,
    /// Its source.
    #[serde(default)]
    pub source: ReturnSource,
}

/// The cells of a figure that are not saved, whatever stretch they are for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cells {
    cells: Vec<Kept>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Kept {
    period: Option<Period>,
    unit: EntryId,
    cell: Cell,
}

impl Cells {
    /// The cells of a draft; of one that does not read, none.
    pub fn read(draft: &Value) -> Self {
        Self::deserialize(draft).unwrap_or_default()
    }

    /// The cells as a draft, when there are any.
    pub fn write(&self) -> Option<Value> {
        (!self.is_empty()).then(|| serde_json::to_value(self).expect("cells are plain data"))
    }

    /// Whether nothing waits to be saved.
    pub const fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// How many numbers stand typed.
    pub const fn len(&self) -> usize {
        self.cells.len()
    }

    /// The stretch that the first of them is for; where there is none, another.
    pub fn period_or(&self, other: impl FnOnce() -> Option<Period>) -> Option<Period> {
        self.cells.first().map_or_else(other, |kept| kept.period.clone())
    }

    /// What stands typed for a unit.
    pub fn get(&self, period: Option<&Period>, unit: EntryId) -> Option<&Cell> {
        let own = |kept: &&Kept| kept.unit == unit && kept.period.as_ref() == period;
        self.cells.iter().find(own).map(|kept| &kept.cell)
    }

    /// Takes note of what stands typed for a unit; none: what is saved.
    pub fn set(&mut self, period: Option<&Period>, unit: EntryId, cell: Option<Cell>) {
        self.cells.retain(|kept| kept.unit != unit || kept.period.as_ref() != period);
        self.cells.extend(cell.map(|cell| Kept { period: period.cloned(), unit, cell }));
    }
}

/// The name the draft of a figure's cells is kept under.
pub fn draft_name(year: Year, id: &IndicatorId) -> String {
    format!("returns-{year}-{}", plain(id.as_str()))
}

/// Reads a number with its source; an estimate typed as such is one. Fails with what is wrong and what to do.
pub fn read(id: &IndicatorId, typed: &str, source: ReturnSource, scene: &Scene) -> Result<Option<Return>, String> {
    let lang = scene.look.lang;
    let unit = scene.session.template().indicator(id).map_or("", |indicator| indicator.unit.as_str());
    match entry::number(id.as_str(), unit, typed) {
        Ok(amount) => Ok(amount.map(|amount| Return::new(&amount, source))),
        Err(error) => Err(lang.with_hint(&error.text(lang), &error.hint(lang))),
    }
}

/// A return of zero.
pub fn zero(source: ReturnSource) -> Return {
    Return { value: Amount::exact(0.into()), source, unknown: Unknown::new() }
}
