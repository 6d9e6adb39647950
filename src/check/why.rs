//! Why something is a finding, and what to do about it.

use super::Shown;
use crate::document::PictureFault;
use crate::lang::Lang;
use crate::model::ClashKey;
use crate::token::Trouble;

/// Why something is a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// A token cannot print what it should.
    Token {
        /// The token as it is stored.
        token: String,
        /// What is wrong with it.
        what: Trouble,
        /// The name or format that was probably meant.
        nearest: Option<String>,
    },
    /// The item's own wording says another number than its fields.
    Contradicts {
        /// What the wording says, with its unit.
        said: String,
        /// The field.
        field: String,
        /// What the field says, with its unit.
        own: String,
    },
    /// Done, and counted in no window of its year.
    OutsideYear {
        /// The date.
        when: String,
        /// The year the item stands in.
        year: String,
    },
    /// Done on a day that has not come yet.
    InFuture {
        /// The date.
        when: String,
    },
    /// Another item has the same matter, date and title.
    Double {
        /// When it was recorded, as `12-20 李`.
        other: String,
    },
    /// A figure is counted while units have not answered.
    Owed {
        /// Units that have answered.
        answered: usize,
        /// Units that have not.
        owed: usize,
    },
    /// A figure leaves out what nobody knows yet.
    Open {
        /// So many addends.
        open: usize,
    },
    /// A file named as evidence is not there.
    NoFile {
        /// Its path, as typed.
        path: String,
    },
    /// A picture named as evidence is one that no report can show.
    BadPicture {
        /// Its path, as typed.
        path: String,
        /// Why.
        fault: PictureFault,
    },
    /// Signs stand twice.
    Doubled {
        /// The signs as they stand.
        signs: String,
        /// The sign that should stand there.
        instead: char,
    },
    /// Two copies of the ledger had different values when they were merged.
    Lost {
        /// Which clash.
        clash: ClashKey,
        /// What stands.
        kept: Shown,
        /// What was not taken.
        lost: Shown,
    },
    /// One copy of the ledger had taken a record away, and the other had changed it.
    TakenAway {
        /// Which clash.
        clash: ClashKey,
        /// The record stands.
        stands: bool,
    },
    /// One copy of the ledger had put an item into the bin, and the other had changed it.
    Binned {
        /// Which clash.
        clash: ClashKey,
    },
}

impl Why {
    /// What is wrong, as a plain sentence.
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::Token { token, what, .. } => what.text(token, lang),
            Self::Contradicts { said, field, own } => lang.check_contradicts(said, field, own),
            Self::OutsideYear { when, year } => lang.check_outside_year(when, year),
            Self::InFuture { when } => lang.check_in_future(when),
            Self::Double { other } => lang.check_double(other),
            Self::Owed { answered, owed } => lang.check_owed(*answered, *owed),
            Self::Open { open } => lang.check_open(*open),
            Self::NoFile { path } => lang.check_no_file(path),
            Self::BadPicture { path, fault } => lang.check_bad_picture(path, fault.text(lang)),
            Self::Doubled { signs, instead } => lang.check_doubled(signs, *instead),
            Self::Lost { kept, lost, .. } => lang.check_lost(&kept.text(lang), &lost.text(lang)),
            Self::TakenAway { stands: true, .. } => lang.check_stands().into(),
            Self::TakenAway { stands: false, .. } => lang.check_gone().into(),
            Self::Binned { .. } => lang.check_binned().into(),
        }
    }

    /// The same of a merge that has not been made: what it would do.
    pub fn ahead(&self, lang: Lang) -> String {
        match self {
            Self::Lost { kept, lost, .. } => lang.merge_would_lose(&kept.text(lang), &lost.text(lang)),
            Self::TakenAway { stands: true, .. } => lang.merge_would_stand().into(),
            Self::TakenAway { stands: false, .. } => lang.merge_would_go().into(),
            Self::Binned { .. } => lang.merge_would_bin().into(),
            other => other.text(lang),
        }
    }

    /// What to do about it.
    pub fn hint(&self, lang: Lang) -> String {
        match self {
            Self::Token { nearest: Some(nearest), .. } => lang.check_token_nearest(nearest),
            Self::Token { what: Trouble::Grammar(error), .. } => error.hint(lang),
            Self::Token { what: Trouble::NoBase, .. } => lang.check_no_base_hint().into(),
            Self::Token { .. } => lang.check_token_hint().into(),
            Self::Contradicts { .. } => lang.check_contradicts_hint().into(),
            Self::OutsideYear { .. } => lang.check_outside_year_hint().into(),
            Self::InFuture { .. } => lang.check_in_future_hint().into(),
            Self::Double { .. } => lang.check_double_hint().into(),
            Self::Owed { .. } => lang.check_owed_hint().into(),
            Self::Open { .. } => lang.check_open_hint().into(),
            Self::NoFile { .. } => lang.check_no_file_hint().into(),
            Self::BadPicture { .. } => lang.check_bad_picture_hint().into(),
            Self::Doubled { .. } => lang.check_doubled_hint().into(),
            Self::Lost { .. } => lang.check_lost_hint().into(),
            Self::TakenAway { .. } => lang.check_taken_away_hint().into(),
            Self::Binned { .. } => lang.check_binned_hint().into(),
        }
    }

    /// The clash that it is about.
    pub const fn clash(&self) -> Option<&ClashKey> {
        match self {
            Self::Lost { clash, .. } | Self::TakenAway { clash, .. } | Self::Binned { clash } => Some(clash),
            _ => None,
        }
    }

    /// The stable word for the rule that found it.
    pub const fn rule(&self) -> &'static str {
        match self {
            Self::Token { what: Trouble::NoBase, .. } => "no_base",
            Self::Token { .. } => "token",
            Self::Contradicts { .. } => "wording",
            Self::OutsideYear { .. } => "outside_year",
            Self::InFuture { .. } => "in_future",
            Self::Double { .. } => "double",
            Self::Owed { .. } => "owed",
            Self::Open { .. } => "open",
            Self::NoFile { .. } => "evidence",
            Self::BadPicture { .. } => "picture",
            Self::Doubled { .. } => "punctuation",
            Self::Lost { .. } | Self::TakenAway { .. } | Self::Binned { .. } => "merged",
        }
    }
}
