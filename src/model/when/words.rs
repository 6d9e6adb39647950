//! The words of a typed or printed date; the first of a meaning is the one that prints.

use super::span::{Edge, Part, Third};

/// From its first day on.
pub(super) const SINCE: &[&str] = &["以来", "至今", "起"];
/// A deadline, after it.
pub(super) const BEFORE: &[&str] = &["前", "之前", "以前", "止"];
/// Up to it.
pub(super) const UNTIL: &[&str] = &["截至"];
/// A deadline, before it.
pub(super) const DEADLINE: &[&str] = &["截止到", "截止至", "截止"];

pub(super) const PARTS: &[(&str, Part)] = &[
    ("凌晨", Part::Dawn),
    ("早上", Part::Early),
    ("清晨", Part::Early),
    ("早晨", Part::Early),
    ("上午", Part::Morning),
    ("中午", Part::Noon),
    ("下午", Part::Afternoon),
    ("傍晚", Part::Dusk),
    ("晚上", Part::Evening),
    ("晚间", Part::Evening),
    ("夜间", Part::Night),
    ("深夜", Part::Night),
    ("夜里", Part::Night),
    ("晚", Part::Evening),
];
pub(super) const THIRDS: &[(&str, Third)] = &[("上旬", Third::First), ("中旬", Third::Second), ("下旬", Third::Last)];
pub(super) const YEAR_EDGES: &[(&str, Edge)] =
    &[("年初", Edge::Begin), ("年中", Edge::Middle), ("年底", Edge::End), ("年末", Edge::End)];
pub(super) const BARE_EDGES: &[(&str, Edge)] =
    &[("初", Edge::Begin), ("中", Edge::Middle), ("底", Edge::End), ("末", Edge::End)];
pub(super) const HALVES: &[(&str, u32)] = &[("上半年", 1), ("下半年", 2)];
/// Signs between year, month and day.
pub(super) const SIGNS: &[(&str, char)] = &[("-", '-'), ("/", '/'), (".", '.')];
