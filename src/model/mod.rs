//! The words of the ledger, as types that cannot hold an invalid value.

mod amount;
mod change;
mod common;
mod field;
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
pub use change::{Act, Change, ChangeError, Edit, Record, RecordKey, Verb};
pub use common::{Common, Given};
pub use field::{Choice, FieldSpec, FieldType, FieldValue, Fields};
pub use figure::{Checked, FigureKey, FigureNote, Return, ReturnKey, ReturnSource};
pub use indicator::{Basis, Condition, Indicator, Measure, Operand, Test, Window};
pub use item::{Body, Card, Count, Evidence, InReport, Item, Place, Stamp, Status};
pub use kind::{Cadence, Every, Kind};
pub use ledger::Ledger;
pub use matter::{Answers, Matter};
pub use passage::{Flow, Numbering, Passage, PassageKey, Rank, Style};
pub use profile::{Fonts, Margins, Profile, TextArea};
pub use register::{Entry, Printed, Register};
pub use setting::{Setting, SettingKey, SettingValue};
pub use template::{Section, Template};
pub use variant::{Quarter, Tag, Variant, VariantError};
pub use when::{Period, When, WhenError};
pub use year::{Year, YearBook};
