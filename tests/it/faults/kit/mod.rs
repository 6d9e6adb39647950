//! The tools with which the store is broken. The tests use them for a minute, `tests/bench/torture` for hours.

pub mod chance;
pub mod disk;
pub mod files;
pub mod part;
pub mod platter;
pub mod power;
pub mod recorder;
pub mod scribe;
pub mod witness;
