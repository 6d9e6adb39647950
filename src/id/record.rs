//! Ids of records: ULIDs, which sort by the moment they were made.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use ulid::{Generator, Ulid};

use super::PassageId;

macro_rules! record_ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(Ulid);

        impl $name {
            /// Makes an id from its 128 bits: 48 of milliseconds since 1970, 80 of chance.
            pub const fn from_bits(bits: u128) -> Self {
                Self(Ulid(bits))
            }

            /// The 128 bits of the id.
            pub const fn to_bits(self) -> u128 {
                self.0.0
            }
        }

        impl FromStr for $name {
            type Err = ulid::DecodeError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Ulid::from_string(&text.to_ascii_uppercase()).map(Self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

record_ids! {
    /// Names an item (条目).
    ItemId;
    /// Names an entry of a register (名录).
    EntryId;
}

/// Makes fresh ids: later ones sort after earlier ones, also within a millisecond.
#[derive(Debug, Default)]
pub struct IdMaker(Generator);

impl IdMaker {
    /// The next id, as bits for any of the record ids.
    pub fn next_bits(&mut self) -> u128 {
        match self.0.generate() {
            Ok(id) => id.0,
            Err(overflow) => overflow.commit_overflow_increment().0,
        }
    }

    /// An id for a new item.
    pub fn item(&mut self) -> ItemId {
        ItemId::from_bits(self.next_bits())
    }

    /// An id for a new passage: no passage ever had it, so that nothing kept of another is taken for its own.
    pub fn passage(&mut self) -> PassageId {
        format!("p{}", self.item()).parse().expect("a ULID holds no sign that an id cannot have")
    }

    /// An id for a new entry of a register.
    pub fn entry(&mut self) -> EntryId {
        EntryId::from_bits(self.next_bits())
    }
}
