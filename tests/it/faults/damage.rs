//! Files of the ledger are cut, changed and removed, one at a time, at many places.

use std::fs;
use std::path::Path;

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
    let mut chance = Chance::new(4);
    let all = files(&witness.dir);
    for path in all.iter().filter(|path| is_of_journal(&witness, path)) {
        let len = fs::metadata(path).expect("it is there").len() as usize;
        for n in 0..40 {
            let hurt = if n == 0 { Hurt::Gone } else { Hurt::any(len, &mut chance) };
            with_hurt(&witness, path, hurt, |copy| assert_told(copy, path, hurt));
        }
    }
}

/// Either everything is there, or the store has said that something is not.
fn assert_told(copy: &mut Witness, path: &Path, hurt: Hurt) {
    let before = files(&copy.dir.join("journal")).into_iter().map(|path| fs::read(path).expect("read"));
    let bytes: usize = before.map(|bytes| bytes.len()).sum();
    match copy.open() {
        Err(told) => assert!(told.contains("journal") || told.contains("holds no"), "{hurt:?}: {told}"),
        Ok((store, _, notices)) => {
            drop(store.close());
            let lost = copy.examine(0).err();
            assert!(lost.is_none() || !notices.is_empty(), "{} {hurt:?}, silently: {lost:?}", path.display());
        }
    }
    let after = files(&copy.dir.join("journal")).into_iter().map(|path| fs::read(path).expect("read"));
    let left: usize = after.map(|bytes| bytes.len()).sum();
    assert!(left >= bytes, "{hurt:?}: of {bytes} bytes {left} are left");
}
