//! A small file system that is really full, and one that is really read-only, where the machine lets us mount them.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;

use taizhang::store::{RealDisk, Store, StoreError, Trouble};
use tempfile::TempDir;

use super::kit::chance::Chance;
use super::kit::scribe::Scribe;
use super::kit::witness::Witness;
use super::ledger;
use crate::desk::PROGRAM;

/// A file system of its own, unmounted in the end.
struct Mounted {
    root: TempDir,
}

impl Mounted {
    /// None: this machine does not let us.
    fn new() -> Option<Self> {
        let root = tempfile::tempdir().expect("a directory");
        let mounted = mount(&["-t", "tmpfs", "-o", "size=48m", "tmpfs"], root.path());
        if !mounted {
            println!("skipped: no file system can be mounted here");
        }
        mounted.then_some(Self { root })
    }

    fn remount(&self, how: &str) {
        assert!(mount(&["-o", how], self.root.path()), "{how}");
    }

    /// Fills it to the last byte; the file's removal makes room again.
    fn fill(&self) {
        let mut file = fs::File::create(self.root.path().join("filler")).expect("made");
        let mut size = 1 << 20;
        while size > 0 {
            if file.write(&vec![1; size]).is_err() {
                size /= 2;
            }
        }
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        drop(Command::new("umount").arg("-l").arg(self.root.path()).stderr(Stdio::null()).status());
    }
}

fn mount(arguments: &[&str], at: &Path) -> bool {
    let mut command = Command::new("mount");
    command.args(arguments).arg(at).stderr(Stdio::null());
    // A mount of "remount" names only the place.
    command.status().is_ok_and(|status| status.success())
}

#[test]
fn a_full_disk_refuses_and_goes_on_when_there_is_room() {
    let Some(disk) = Mounted::new() else { return };
    let mut witness = Witness::new(&disk.root.path().join("台 账"));
    drop(Store::create(&witness.dir, Arc::new(RealDisk)).expect("a ledger").close());
    let (mut store, ledger, _) = witness.open().expect("it opens");
    let mut scribe = Scribe::new(Chance::new(5), ledger);
    let mut save = |witness: &mut Witness, store: &mut Store| {
        let saved = scribe.commit(store);
        if let Ok((seq, mark)) = saved {
            witness.confirm(seq, mark);
        }
        saved.map(drop)
    };
    (0..20).for_each(|_| save(&mut witness, &mut store).expect("saved"));
    disk.fill();
    // What a reserve lets through is confirmed as well; in the end the disk is full.
    let refused = (0..4_000).find_map(|_| save(&mut witness, &mut store).err());
    assert!(matches!(refused, Some(StoreError::Io { trouble: Trouble::Full, .. })), "{refused:?}");
    drop(store.close());
    match witness.open() {
        Ok((store, ..)) => drop(store.close()),
        Err(told) => assert!(told.contains("full"), "{told}"),
    }
    fs::remove_file(disk.root.path().join("filler")).expect("removed");
    witness.examine(1).expect("everything confirmed is there");
}

/// What the program says on standard error, in a language; it must have refused with one sentence.
fn refused(data: &Path, lang: &str, arguments: &[&str]) -> String {
    let mut command = Command::new(PROGRAM);
    command.args(["--lang", lang]).args(arguments).env_clear().env("TAIZHANG_DATA", data).stdin(Stdio::null());
    let ran = command.output().expect("it runs");
    let said = String::from_utf8(ran.stderr).expect("text");
    assert_eq!(ran.status.code(), Some(1), "{said}");
    said
}

#[test]
fn the_program_says_on_a_full_or_read_only_disk_what_to_do() {
    let Some(disk) = Mounted::new() else { return };
    let dir = disk.root.path().join("台 账");
    let ok = |arguments: &[&str]| {
        let mut command = Command::new(PROGRAM);
        command.args(arguments).env_clear().env("TAIZHANG_DATA", &dir).stdin(Stdio::null());
        assert!(command.output().expect("it runs").status.success(), "{arguments:?}");
    };
    ok(&["init", "--year", "2022"]);
    disk.remount("remount,ro");
    for (lang, found, hint) in [("zh", "磁盘是只读的", "取消写保护"), ("en", "read-only", "write protection")]
    {
        let said = refused(&dir, lang, &["set", "区=东湖区"]);
        assert!(said.contains(found) && said.contains(hint), "{said}");
    }
    ok(&["list"]);
    disk.remount("remount,rw");
    let _ = fs::remove_file(dir.join("reserve"));
    disk.fill();
    for (lang, found, hint) in [("zh", "磁盘已满", "腾出一些空间"), ("en", "the disk is full", "free some space")]
    {
        let said = refused(&dir, lang, &["set", &format!("区={}", "东湖区".repeat(4_000))]);
        assert!(said.contains(found) && said.contains(hint), "{said}");
    }
    ok(&["list"]);
    fs::remove_file(disk.root.path().join("filler")).expect("removed");
    ok(&["set", "区=东湖区"]);
}

#[test]
fn a_verb_that_takes_the_reserve_says_so_and_the_next_with_room_makes_it_anew() {
    let Some(disk) = Mounted::new() else { return };
    let dir = disk.root.path().join("台 账");
    let run = |value: &str| {
        let mut command = Command::new(PROGRAM);
        command.args(["--lang", "zh", "set", value]).env_clear().env("TAIZHANG_DATA", &dir).stdin(Stdio::null());
        let ran = command.output().expect("it runs");
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
        String::from_utf8(ran.stderr).expect("text")
    };
    let mut made = Command::new(PROGRAM);
    made.args(["init", "--year", "2022"]).env_clear().env("TAIZHANG_DATA", &dir).stdin(Stdio::null());
    assert!(made.output().expect("it runs").status.success());
    let reserve = dir.join("reserve");
    assert!(reserve.exists());
    disk.fill();
    let told = run(&format!("区={}", "东湖区".repeat(4_000)));
    assert!(told.contains("预留的空间") && told.contains("腾出磁盘空间") && !reserve.exists(), "{told}");
    fs::remove_file(disk.root.path().join("filler")).expect("removed");
    run("区=东湖区");
    assert!(reserve.exists());
}

#[test]
fn a_restore_for_which_there_is_no_room_leaves_nothing() {
    let Some(disk) = Mounted::new() else { return };
    let (_root, whole) = ledger::closed(30);
    let (file, into) = (whole.dir.with_extension("zst"), disk.root.path().join("新"));
    Store::backup(&whole.dir, Some(&file)).expect("made");
    disk.fill();
    let refused = Store::restore(&file, &into);
    assert!(matches!(refused, Err(StoreError::Io { trouble: Trouble::Full, .. })), "{refused:?}");
    let names: Vec<_> =
        fs::read_dir(disk.root.path()).expect("a list").map(|one| one.expect("read").file_name()).collect();
    assert_eq!(names, ["filler"]);
}

#[test]
fn a_ledger_that_cannot_be_moved_aside_is_not_replaced() {
    let Some(disk) = Mounted::new() else { return };
    let (_root, whole) = ledger::closed(10);
    let file = whole.dir.with_extension("zst");
    Store::backup(&whole.dir, Some(&file)).expect("made");
    // Where a file system is mounted nothing can be renamed.
    let place = disk.root.path().to_owned();
    drop(Store::restore(&file, &place.join("新")).expect("restored"));
    for name in fs::read_dir(place.join("新")).expect("a list").map(|one| one.expect("read").file_name()) {
        fs::rename(place.join("新").join(&name), place.join(&name)).expect("moved");
    }
    fs::remove_dir(place.join("新")).expect("empty");
    let refused = Store::restore(&file, &place);
    assert!(matches!(refused, Err(StoreError::Io { trouble: Trouble::Busy, .. })), "{refused:?}");
    assert_eq!(Store::history(&place).expect("it is there").len(), 10);
    let name = place.file_name().expect("a name").to_string_lossy().into_owned();
    let beside = fs::read_dir(place.parent().expect("a directory")).expect("a list");
    let left: Vec<_> = beside
        .map(|one| one.expect("read").file_name().to_string_lossy().into_owned())
        .filter(|beside| beside.starts_with(&format!("{name}.")))
        .collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn a_read_only_file_system_is_told_and_can_be_read() {
    let Some(disk) = Mounted::new() else { return };
    let (_root, whole) = ledger::closed(10);
    let mut witness = ledger::copy(&whole, disk.root.path());
    disk.remount("remount,ro");
    let opened = Store::open(&witness.dir, Arc::new(RealDisk)).map(drop);
    assert!(matches!(opened, Err(StoreError::Io { trouble: Trouble::ReadOnly, .. })), "{opened:?}");
    assert_eq!(Store::history(&witness.dir).expect("it can be read").len(), 10);
    disk.remount("remount,rw");
    witness.examine(0).expect("everything is there");
}
