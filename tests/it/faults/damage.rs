//! Files of the ledger are cut, changed and removed, one at a time, at many places.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use taizhang::lang::Lang;
use taizhang::model::{Act, Change, Ledger, Verb};
use taizhang::store::{Healed, Logged, Notice, RealDisk, Seq, Store, StoreError};

use super::kit::chance::Chance;
use super::kit::files::{Hurt, files};
use super::kit::witness::Witness;
use super::ledger;

/// Runs with a copy of the ledger, one of its files hurt.
fn with_hurt(witness: &Witness, path: &Path, hurt: Hurt, run: impl FnOnce(&mut Witness)) {
    let root = tempfile::tempdir().expect("a directory");
    let mut copy = ledger::copy(witness, root.path());
    hurt.hurt(&copy.dir.join(path.strip_prefix(&witness.dir).expect("it is the ledger's")));
    run(&mut copy);
}

fn is_of_journal(witness: &Witness, path: &Path) -> bool {
    path.starts_with(witness.dir.join("journal"))
}

#[test]
fn a_hurt_file_beside_the_journal_loses_nothing() {
    let (_root, witness) = ledger::closed(30);
    let mut chance = Chance::new(3);
    let all = files(&witness.dir);
    let beside: Vec<_> = all.iter().filter(|path| !is_of_journal(&witness, path)).collect();
    assert!(beside.len() >= 4, "{beside:?}");
    for path in beside {
        let len = fs::metadata(path).expect("it is there").len() as usize;
        let ends = [Hurt::Gone, Hurt::Truncated(0), Hurt::Truncated(len / 2), Hurt::Truncated(len.saturating_sub(1))];
        let flips = (0..12).map(|_| Hurt::any(len, &mut chance)).collect::<Vec<_>>();
        for hurt in ends.into_iter().chain(flips) {
            with_hurt(&witness, path, hurt, |copy| match copy.examine(0) {
                Ok(_) => {}
                // What says that it was written by a newer program is not touched, even if only a bit is wrong.
                Err(told) if told.contains("newer") && path.ends_with("FORMAT") => {}
                Err(loss) => panic!("{} {hurt:?}: {loss}", path.display()),
            });
        }
    }
}

#[test]
fn a_hurt_journal_is_mended_or_told_and_never_lies() {
    let (_root, witness) = ledger::closed(30);
    let whole = Store::read(&witness.dir).expect("it is whole");
    let mut chance = Chance::new(4);
    let all = files(&witness.dir);
    for path in all.iter().filter(|path| is_of_journal(&witness, path)) {
        let len = fs::metadata(path).expect("it is there").len() as usize;
        for n in 0..40 {
            let hurt = if n == 0 { Hurt::Gone } else { Hurt::any(len, &mut chance) };
            with_hurt(&witness, path, hurt, |copy| assert_told(copy, path, hurt, &whole));
        }
    }
}

/// Every record is there; what cannot be told any more is how single changes went, and the store has said so.
fn assert_told(copy: &mut Witness, path: &Path, hurt: Hurt, whole: &Ledger) {
    let before = files(&copy.dir.join("journal")).into_iter().map(|path| fs::read(path).expect("read"));
    let bytes: usize = before.map(|bytes| bytes.len()).sum();
    let found = Store::check(&copy.dir);
    match Store::open_thoroughly(&copy.dir, Arc::new(RealDisk)) {
        // What says that it was written by a newer program is not touched, even if only a bit is wrong.
        Err(told) => assert!(matches!(told, StoreError::Newer(_)), "{} {hurt:?}: {told}", path.display()),
        Ok((store, ledger, mut notices)) => {
            notices.retain(|notice| !matches!(notice, Notice::Mended(_)));
            drop(store.close());
            assert_eq!(&ledger, whole, "{} {hurt:?}: records are lost", path.display());
            let lost = copy.examine(0).err();
            assert!(
                lost.is_none() || !notices.is_empty() && !found.is_empty(),
                "{} {hurt:?}, silently: {lost:?}",
                path.display()
            );
        }
    }
    let after = files(&copy.dir.join("journal")).into_iter().map(|path| fs::read(path).expect("read"));
    let left: usize = after.map(|bytes| bytes.len()).sum();
    assert!(left >= bytes, "{hurt:?}: of {bytes} bytes {left} are left");
}

#[test]
fn a_line_that_no_backup_has_is_healed_and_its_records_are_named() {
    let (_root, witness) = ledger::closed(30);
    let whole = Store::read(&witness.dir).expect("it is whole");
    fs::remove_dir_all(witness.dir.join("backup")).expect("removed");
    let journal = files(&witness.dir.join("journal")).remove(0);
    for line in [0, 7, 28] {
        let root = tempfile::tempdir().expect("a directory");
        let copy = ledger::copy(&witness, root.path());
        spoil(&copy.dir.join("journal").join(journal.file_name().expect("a name")), line);
        let (store, found, notices) = Store::open_thoroughly(&copy.dir, Arc::new(RealDisk)).expect("it opens");
        drop(store.close());
        assert_eq!(found, whole, "line {line}");
        let healed = healed(&notices);
        assert_eq!((healed.from_backup, healed.lost, healed.asides.len()), (0, 1, 1));
        assert!(!healed.items.is_empty(), "line {line} changed something");
        assert_eq!(Store::history(&copy.dir).expect("whole again").len(), 30);
        assert!(Store::check(&copy.dir).is_empty());
    }
}

#[test]
fn one_wrong_byte_that_nothing_else_knows_is_put_right_by_the_checksum() {
    let (_root, witness) = ledger::closed(30);
    for gone in ["db", "backup"] {
        fs::remove_dir_all(witness.dir.join(gone)).expect("removed");
    }
    let name = "00000000000000000001.jsonl";
    let bytes = fs::read(witness.dir.join("journal").join(name)).expect("read");
    let mut chance = Chance::new(5);
    let ends = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at).collect::<Vec<_>>();
    let last = [ends[ends.len() - 2] + 12, ends[ends.len() - 1] - 40, ends[ends.len() - 1], ends[4]];
    for at in (0..12).map(|_| chance.below(bytes.len())).chain(last) {
        for bit in [1, 2, 0x40] {
            let root = tempfile::tempdir().expect("a directory");
            let mut copy = ledger::copy(&witness, root.path());
            Hurt::Flipped(at, bit).hurt(&copy.dir.join("journal").join(name));
            let (store, _, notices) = Store::open(&copy.dir, Arc::new(RealDisk)).expect("it opens");
            drop(store.close());
            let healed = healed(&notices);
            assert!(healed.lost == 0 && healed.asides.len() == 1, "byte {at}: {healed:?}");
            copy.examine(0).unwrap_or_else(|loss| panic!("byte {at}: {loss}"));
        }
    }
}

#[test]
fn of_a_large_line_with_a_hole_the_rest_comes_back_and_what_is_gone_is_named() {
    let root = tempfile::tempdir().expect("a directory");
    let dir = root.path().join("台账");
    let mut store = Store::create(&dir, Arc::new(RealDisk)).expect("a ledger");
    let edits: Vec<_> = (0..200).map(ledger::setting).collect();
    let mut whole = Ledger::default();
    let change = Change { act: Act { verb: Verb::Init, what: "2022".into() }, edits };
    change.apply(&mut whole).expect("it fits");
    let at = chrono::DateTime::UNIX_EPOCH;
    store.commit(Logged { seq: Seq(0), at, by: "甲".into(), change, undoes: None }).expect("saved");
    drop(store.close());
    for gone in ["db", "backup"] {
        fs::remove_dir_all(dir.join(gone)).expect("removed");
    }
    let path = dir.join("journal/00000000000000000001.jsonl");
    let mut bytes = fs::read(&path).expect("read");
    let hole = bytes.windows(3).position(|three| three == b"s77").expect("it is there") + 20;
    bytes[hole..hole + 10].fill(0);
    fs::write(&path, &bytes).expect("written");
    let (store, found, notices) = Store::open(&dir, Arc::new(RealDisk)).expect("it opens");
    drop(store.close());
    let healed = healed(&notices);
    assert_eq!((healed.lost, healed.unsure, &healed.unread[..]), (1, true, &["s77".to_owned()][..]));
    assert_eq!(fs::read(&healed.asides[0]).expect("kept"), bytes);
    whole.settings.remove("s77");
    assert_eq!(found, whole);
    let said: Vec<_> = notices.iter().map(|notice| notice.text(Lang::Zh)).collect();
    assert!(!said.iter().any(|said| said.contains("没有丢失")), "{said:?}");
    assert!(Store::check(&dir).is_empty());
}

#[test]
fn what_nothing_else_has_is_told_and_what_can_be_made_out_is_there_and_named() {
    let (_root, witness) = ledger::closed(30);
    let history = Store::history(&witness.dir).expect("it is whole");
    let name = "00000000000000000001.jsonl";
    for (line, is_readable) in [(5, true), (12, true), (21, true), (12, false)] {
        let root = tempfile::tempdir().expect("a directory");
        let copy = ledger::copy(&witness, root.path());
        for gone in ["db", "backup"] {
            fs::remove_dir_all(copy.dir.join(gone)).expect("removed");
        }
        let path = copy.dir.join("journal").join(name);
        if is_readable {
            garble(&path, line);
        } else {
            blot(&path, line);
        }
        let (store, _, notices) = Store::open(&copy.dir, Arc::new(RealDisk)).expect("it opens");
        drop(store.close());
        let healed = healed(&notices);
        assert!(healed.unsure && healed.lost == 1, "{healed:?}");
        assert!(!is_readable || !healed.items.is_empty(), "line {line}: {healed:?}");
        let left = Store::history(&copy.dir).expect("whole again");
        assert_eq!(left.len(), history.len());
        let others = |logged: &&Logged| logged.seq.0 != line as u64 + 1;
        assert!(left.iter().filter(others).eq(history.iter().filter(others)), "the others stay");
        assert!(Store::check(&copy.dir).is_empty());
    }
}

fn healed(notices: &[Notice]) -> &Healed {
    let healed =
        notices.iter().find_map(|notice| if let Notice::Healed(healed) = notice { Some(healed) } else { None });
    healed.unwrap_or_else(|| panic!("{notices:?}"))
}

/// Changes two bytes of a 汉字 in the line: its JSON can still be read, its checksum is wrong.
fn garble(path: &Path, line: usize) {
    let mut bytes = fs::read(path).expect("read");
    let (start, end) = bounds(&bytes, line);
    let sign = bytes[start..end].iter().rposition(|byte| *byte >= 0xe4).expect("a line has 汉字");
    bytes[start + sign + 1] ^= 1;
    bytes[start + sign + 2] ^= 1;
    fs::write(path, bytes).expect("written");
}

/// Takes the middle of the line for good.
fn blot(path: &Path, line: usize) {
    let mut bytes = fs::read(path).expect("read");
    let (start, end) = bounds(&bytes, line);
    bytes[start + 40..end - 40].fill(b' ');
    fs::write(path, bytes).expect("written");
}

#[test]
fn closed_and_compressed_segments_are_healed_from_the_backup() {
    let (_root, mut witness) = ledger::nearly_full();
    for _ in 0..2 {
        witness.examine(0).expect("whole");
    }
    Store::backup(&witness.dir, None).expect("a backup");
    let first = files(&witness.dir.join("journal")).remove(0);
    assert!(first.extension().is_some_and(|ending| ending == "zst"), "{first:?}");
    let len = fs::metadata(&first).expect("it is there").len() as usize;
    for hurt in [Hurt::Gone, Hurt::Truncated(0), Hurt::Truncated(len / 2), Hurt::Flipped(len / 3, 2)] {
        with_hurt(&witness, &first, hurt, |copy| {
            assert!(!Store::check(&copy.dir).is_empty(), "{hurt:?}");
            drop(Store::open_thoroughly(&copy.dir, Arc::new(RealDisk)).expect("it opens").0.close());
            copy.examine(0).unwrap_or_else(|loss| panic!("{hurt:?}: {loss}"));
        });
    }
}

/// Changes two signs in the middle of the line.
fn spoil(path: &Path, line: usize) {
    let mut bytes = fs::read(path).expect("read");
    let (start, end) = bounds(&bytes, line);
    let middle = usize::midpoint(start, end);
    bytes[middle] ^= 1;
    bytes[middle + 9] ^= 1;
    fs::write(path, bytes).expect("written");
}

/// Where the line begins and ends.
fn bounds(bytes: &[u8], line: usize) -> (usize, usize) {
    let ends = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1);
    let starts: Vec<_> = std::iter::once(0).chain(ends).collect();
    (starts[line], starts[line + 1])
}
