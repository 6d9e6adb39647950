//! Composing: (ledger, year, variant, as-of date) → Document. Pure.

mod annex;
mod bits;
mod calendar;
mod compose;
mod desk;
mod fault;
mod layout;
mod list_text;
mod live;
mod naming;
mod number_text;
mod numbering;
mod outline;
mod owed;
mod sentence;
mod settle;
mod shape;
mod slip;
mod taking;
#[cfg(test)]
mod tests;
mod tidy;
mod value_text;
mod veil;
mod weave;

pub use annex::{Annexed, Cut, PictureTrouble, Pictures, annexed, is_picture, wanted_pictures};
pub use compose::{Composed, KnownFigures, compose, compose_from};
pub use fault::{faults, wording_faults};
pub use live::{Figured, Live, LiveDesk, MANY, Offer, Origin, stored};
pub use naming::setting_text;
pub use outline::{OutlineOf, OutlineRow, report_outline};
pub use owed::{OwedBlank, owed_blanks};
pub use sentence::{first_sentence, full_stop, sentence_text};
pub use slip::{Slip, SlipRow, slip, slip_name, stretch_text};
pub use value_text::figure_text;
