//! The store under accidents: kills, power cuts, damaged files, full and failing disks. What was confirmed is there
//! afterwards, every time.

mod damage;
#[cfg(unix)]
mod full;
mod kill;
pub mod kit;
mod ledger;
mod place;
mod power;
#[cfg(unix)]
mod privacy;
#[cfg(unix)]
mod program;
mod race;
mod refusal;

/// Does nothing, except where a test has started this program to play a part and be killed.
#[test]
fn plays_a_part() {
    kit::part::play_if_asked();
}
