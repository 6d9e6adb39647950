//! The words of the ledger, as types that cannot hold an invalid value.

mod amount;
mod annex;
mod change;
mod clash;
mod common;
mod edition;
mod field;
mod fields;
mod figure;
mod indicator;
mod item;
mod kind;
mod ledger;
mod matter;
mod passage;
mod profile;
mod register;
mod setting;
mod template;
mod variant;
mod when;
mod year;

pub use amount::{Amount, AmountError, Mark};
pub use annex::{Annex, By, Chart, Column, Lists, Shows};
pub use change::{Act, Change, ChangeError, Edit, Record, RecordKey, Verb};
pub use clash::{Clash, ClashKey};
pub use common::{Common, Given};
pub use edition::{Edition, EditionKey, EditionLine, EditionPart, EditionText, Frozen, LineRole};
pub use field::{Choice, FieldSpec, FieldType, FieldValue};
pub use fields::Fields;
pub use figure::{Checked, FigureKey, FigureNote, Return, ReturnKey, ReturnSource};
pub use indicator::{Basis, Condition, Indicator, Measure, Operand, Test, Window};
pub use item::{Body, Card, Count, Evidence, InReport, Item, Place, PlanPoint, Stamp, Status};
pub use kind::{Cadence, Every, Kind};
pub use ledger::Ledger;
pub use matter::{Answers, Matter};
pub use passage::{Flow, Numbering, Passage, PassageKey, Rank, Style};
pub use profile::{Fonts, Margins, Profile, ProfileKey, TextArea};
pub use register::{Entry, Printed, Register};
pub use setting::{Setting, SettingKey, SettingValue};
pub use template::{Section, Template, UNIT_SIGNS};
pub use variant::{Quarter, Tag, Variant, VariantError};
pub use when::{Period, When, WhenError};
pub use year::{Year, YearBook};

/// What a newer program keeps in a record, and this one does not know: it stays there, whatever else is changed.
pub type Unknown = serde_json::Map<String, serde_json::Value>;
