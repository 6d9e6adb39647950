//! Ids that a template gives: short words without blanks, equal ones sharing their memory.

use std::cell::RefCell;
use std::collections::HashSet;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::lang::Lang;

/// Longest id, in characters.
const LONGEST: usize = 48;

/// A text that cannot be an id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdError(String);

impl IdError {
    /// Says which text is no id, and why.
    pub fn text(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => format!("`{}` 不能作编号：编号为 1 至 {LONGEST} 个字，不含空格、引号、括号和竖线", self.0),
            Lang::En => {
                format!("`{}` is no id: 1 to {LONGEST} characters without blanks, quotes, braces or bars", self.0)
            }
        }
    }
}

impl fmt::Display for IdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Lang::En))
    }
}

impl std::error::Error for IdError {}

fn checked(text: &str) -> Result<Arc<str>, IdError> {
    let fits = !text.is_empty() && text.chars().count() <= LONGEST;
    let clean = !text.chars().any(|c| c.is_whitespace() || c.is_control() || "\"'`{}|\\".contains(c));
    if fits && clean { Ok(interned(text)) } else { Err(IdError(text.chars().take(LONGEST + 1).collect())) }
}

/// Returns the one shared copy of `text` of this thread, so that 100,000 items of one kind hold one id.
fn interned(text: &str) -> Arc<str> {
    thread_local! {
        static POOL: RefCell<HashSet<Arc<str>>> = RefCell::new(HashSet::new());
    }
    POOL.with_borrow_mut(|pool| {
        if let Some(known) = pool.get(text) {
            return Arc::clone(known);
        }
        let new: Arc<str> = Arc::from(text);
        pool.insert(Arc::clone(&new));
        new
    })
}

macro_rules! name_ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                checked(text).map(Self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), self.0)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    )*};
}

name_ids! {
    /// Names a section (部分): `1` to `7`, and the closing parts `8`, `9`, `0`.
    SectionId;
    /// Names a matter (事项): `1.1`, `2.7`.
    MatterId;
    /// Names a kind (类别): `article`.
    KindId;
    /// Names a field of a kind: `outlet`.
    FieldId;
    /// Names a choice of a field: `front`.
    ChoiceId;
    /// Names an indicator (指标): its name in tokens, `中心组次数`.
    IndicatorId;
    /// Names a cadence (频次).
    CadenceId;
    /// Names a passage (段落) within its year.
    PassageId;
    /// Names a register (名录): `units`, `outlets`.
    RegisterId;
    /// Names a setting (设置): `区`.
    SettingId;
    /// Names an annex (附件) of a template: `figures`.
    AnnexId;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_ids_share_their_memory() {
        let (a, b): (KindId, KindId) = ("article".parse().expect("an id"), "article".parse().expect("an id"));
        assert!(Arc::ptr_eq(&a.0, &b.0));
    }

    #[test]
    fn a_brace_or_a_blank_makes_no_id() {
        for bad in ["", "a b", "a{b", "a|b", &"长".repeat(LONGEST + 1)] {
            assert!(bad.parse::<FieldId>().is_err(), "{bad}");
        }
    }
}
