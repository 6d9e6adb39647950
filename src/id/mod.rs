//! Typed ids: what one thing calls another, for ever, whatever its name becomes.
//!
//! Template things (sections, matters, kinds …) have short names chosen by the template; records have ULIDs.

mod name;
mod record;

pub use name::{
    AnnexId, CadenceId, ChoiceId, FieldId, IdError, IndicatorId, KindId, MatterId, PassageId, RegisterId, SectionId,
    SettingId,
};
pub use record::{EntryId, IdMaker, ItemId};
