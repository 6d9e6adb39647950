//! A writer is killed at any moment, by `kill -9`.

use std::fs;
use std::path::Path;
use std::time::Duration;

use taizhang::store::{RealDisk, Store};

use super::kit::chance::Chance;
use super::kit::files::files;
use super::kit::part::{Part, Player, restored};
use super::kit::scribe::mark;
use super::kit::witness::Witness;
use super::ledger;
use crate::store::older::kept;

#[test]
fn a_killed_writer_loses_nothing_that_was_confirmed() {
    let mut chance = Chance::new(1);
    let (mut root, mut witness) = ledger::closed(0);
    for round in 0..100 {
        if round % 20 == 19 {
            (root, witness) = ledger::closed(0);
        }
        let player = Player::start(Part::Write, &witness.dir, chance.number(), None);
        if chance.once_in(4) {
            player.kill_after(Duration::from_micros(chance.below(150_000) as u64), &mut witness);
        } else {
            let moment = Duration::from_micros(chance.below(3_000) as u64);
            player.kill_after_saves(chance.below(40), moment, &mut witness);
        }
        witness.examine(1).unwrap_or_else(|loss| panic!("round {round}: {loss}"));
    }
    drop(root);
}

#[test]
fn a_visit_that_is_killed_at_any_act_loses_nothing() {
    let (_root, mut witness) = ledger::closed(0);
    let mut stop = 0;
    while Player::start(Part::Visit, &witness.dir, stop as u64, Some(stop)).kill_where_it_stops(&mut witness) {
        witness.examine(1).unwrap_or_else(|loss| panic!("stopped at {stop}: {loss}"));
        stop += 1;
    }
    assert!(stop > 4, "a visit has acts: {stop}");
}

#[test]
fn a_kill_at_any_act_of_a_change_of_segments_loses_nothing() {
    let (_root, full) = ledger::nearly_full();
    for stop in 0.. {
        let root = tempfile::tempdir().expect("a directory");
        let mut witness = ledger::copy(&full, root.path());
        let stopped = Player::start(Part::Visit, &witness.dir, 1, Some(stop)).kill_where_it_stops(&mut witness);
        witness.examine(1).unwrap_or_else(|loss| panic!("stopped at {stop}: {loss}"));
        if !stopped {
            assert!(stop > 10, "a change of segments and the compression of one have acts: {stop}");
            return;
        }
    }
}

#[test]
fn a_kill_while_backing_up_and_restoring_leaves_whole_backups_and_the_ledger() {
    let (_root, mut witness) = ledger::closed(40);
    let mut chance = Chance::new(6);
    for round in 0..20 {
        let time = Duration::from_micros(chance.below(200_000) as u64);
        Player::start(Part::Keep, &witness.dir, 1, None).kill_after(time, &mut witness);
        let found = witness.examine_backups(&restored(&witness.dir)).and_then(|()| witness.examine(0).map(drop));
        found.unwrap_or_else(|loss| panic!("round {round}: {loss}"));
    }
}

#[test]
fn a_kill_at_any_act_of_a_recovery_loses_nothing() {
    let (_root, whole) = ledger::closed(10);
    for stop in 0.. {
        let root = tempfile::tempdir().expect("a directory");
        let mut witness = ledger::copy(&whole, root.path());
        ruin(&witness.dir);
        let stopped = Player::start(Part::Visit, &witness.dir, 1, Some(stop)).kill_where_it_stops(&mut witness);
        witness.examine(1).unwrap_or_else(|loss| panic!("stopped at {stop}: {loss}"));
        if !stopped {
            assert!(stop > 10, "a recovery has acts: {stop}");
            return;
        }
    }
}

/// No FORMAT, a broken database, a torn last line.
fn ruin(dir: &Path) {
    fs::remove_file(dir.join("FORMAT")).expect("removed");
    fs::write(dir.join("db/db"), "x").expect("written");
    let segment = dir.join("journal/00000000000000000001.jsonl");
    let torn = [fs::read(&segment).expect("read"), b"deadbeef {".to_vec()].concat();
    fs::write(segment, torn).expect("written");
}

#[test]
fn a_ledger_whose_making_is_killed_can_be_made_or_opened_after() {
    for stop in 0.. {
        let (_root, mut witness) = ledger::place();
        let player = Player::start(Part::Make, &witness.dir, 1, Some(stop));
        if !player.kill_where_it_stops(&mut witness) {
            assert!(stop > 6, "a making has acts: {stop}");
            return;
        }
        if taizhang::store::is_ledger(&witness.dir) {
            witness.examine(1).unwrap_or_else(|loss| panic!("stopped at {stop}: {loss}"));
        } else {
            assert_eq!(witness.count(), 0, "stopped at {stop}");
            Store::create(&witness.dir, std::sync::Arc::new(RealDisk)).expect("it can be made");
        }
    }
}

#[test]
fn a_kill_at_any_act_of_healing_loses_nothing() {
    let (_root, whole) = ledger::closed(30);
    Store::backup(&whole.dir, None).expect("a backup");
    let journal = files(&whole.dir.join("journal")).remove(0);
    let mut bytes = fs::read(&journal).expect("read");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&journal, bytes).expect("written");
    fs::write(whole.dir.join("damaged"), "seen").expect("marked");
    for stop in 0.. {
        let root = tempfile::tempdir().expect("a directory");
        let mut witness = ledger::copy(&whole, root.path());
        let stopped = Player::start(Part::Visit, &witness.dir, 1, Some(stop)).kill_where_it_stops(&mut witness);
        witness.examine(1).unwrap_or_else(|loss| panic!("stopped at {stop}: {loss}"));
        if !stopped {
            assert!(stop > 6, "healing has acts: {stop}");
            return;
        }
    }
}

#[test]
fn a_kill_while_an_older_ledger_is_taken_over_loses_nothing() {
    let mut chance = Chance::new(8);
    for round in 0..15 {
        let (_root, dir) = kept("ledger-1");
        let mut witness = Witness::new(&dir);
        for logged in Store::history(&dir).expect("readable") {
            witness.confirm(logged.seq, mark(&logged));
        }
        let time = Duration::from_micros(chance.below(120_000) as u64);
        Player::start(Part::Visit, &dir, round, None).kill_after(time, &mut witness);
        witness.examine(1).unwrap_or_else(|loss| panic!("round {round}: {loss}"));
    }
}
