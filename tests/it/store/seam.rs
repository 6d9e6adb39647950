//! Damage that spans lines of the journal: what database or cache know of them is there again, and nothing else is said.

use std::fs;
use std::path::Path;

use taizhang::lang::Lang;
use taizhang::model::Ledger;
use taizhang::store::{Notice, Seq, Store};

use super::bench::{Bench, copy_tree, segment, setting, text};

/// A ledger of six changes, a setting each, whose only backup has none of them.
fn six() -> Bench {
    let mut bench = Bench::new();
    for name in NAMES {
        bench.put(&setting(name), text(name)).expect("saved");
    }
    bench
}

const NAMES: [&str; 6] = ["甲", "乙", "丙", "丁", "戊", "己"];

fn without_backups(dir: &Path) {
    let _ = fs::remove_dir_all(dir.join("backup"));
}

/// Changes the lines of the first segment.
fn rewrite(dir: &Path, change: impl FnOnce(&mut Vec<Vec<u8>>)) {
    let path = segment(dir, 1);
    let bytes = fs::read(&path).expect("read");
    let mut lines: Vec<_> = bytes.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
    change(&mut lines);
    fs::write(&path, lines.concat()).expect("written");
}

/// A hole from the middle of the line `first` to that of the next: the end between them is gone.
fn hole(lines: &mut Vec<Vec<u8>>, first: usize) {
    let next = lines.remove(first);
    let line = &mut lines[first - 1];
    let middle = line.len() - 40;
    line[middle..].fill(0);
    line.extend(vec![0; 40]);
    line.extend(&next[40..]);
}

fn blot(lines: &mut [Vec<u8>], seq: usize) {
    let line = &mut lines[seq - 1];
    let end = line.len() - 1;
    line[..end].fill(0);
}

fn assert_all_there(bench: Bench, found: &Ledger, notices: &[Notice]) {
    assert_eq!(found, &bench.ledger);
    let said: Vec<_> = notices.iter().map(|notice| notice.text(Lang::Zh)).collect();
    assert!(!said.iter().any(|said| said.contains("别处也没有")), "{said:?}");
    let (bench, found, notices) = bench.reopened(|_| {});
    assert_eq!((&found, notices), (&bench.ledger, vec![]));
    let dir = bench.dir();
    bench.store.close();
    assert!(Store::check(&dir).is_empty());
}

#[test]
fn lines_that_a_hole_joined_at_the_end_come_back_from_the_database() {
    for first in [3, 4, 5] {
        let (bench, found, notices) = six().reopened(|dir| {
            without_backups(dir);
            rewrite(dir, |lines| hole(lines, first));
        });
        assert!(matches!(notices[0], Notice::Healed(_)), "{notices:?}");
        assert_all_there(bench, &found, &notices);
    }
}

#[test]
fn a_line_that_was_cut_before_the_next_was_written_behind_it_comes_back_from_the_database() {
    let (bench, found, notices) = six().reopened(|dir| {
        without_backups(dir);
        rewrite(dir, |lines| {
            let cut = lines[4].len() - 40;
            lines[4].truncate(cut);
        });
    });
    assert_all_there(bench, &found, &notices);
}

#[test]
fn damage_in_the_middle_and_a_lost_end_come_back_together() {
    let (bench, found, notices) = six().reopened(|dir| {
        without_backups(dir);
        rewrite(dir, |lines| {
            blot(lines, 3);
            lines.truncate(5);
        });
    });
    assert_eq!(bench.store.last(), Seq(6), "no number is given twice");
    assert_all_there(bench, &found, &notices);
}

#[test]
fn a_database_that_lags_behind_gives_what_it_knows() {
    let mut bench = Bench::new();
    for name in &NAMES[..4] {
        bench.put(&setting(name), text(name)).expect("saved");
    }
    let (mut bench, ..) = bench.reopened(|dir| copy_tree(&dir.join("db"), &dir.join("../old")));
    for name in &NAMES[4..] {
        bench.put(&setting(name), text(name)).expect("saved");
    }
    let (bench, found, notices) = bench.reopened(|dir| {
        without_backups(dir);
        let _ = fs::remove_file(dir.join("cache"));
        fs::remove_dir_all(dir.join("db")).expect("removed");
        fs::rename(dir.join("../old"), dir.join("db")).expect("moved");
        rewrite(dir, |lines| {
            blot(lines, 2);
            let (line, end) = (&mut lines[5], 60);
            line[end..end + 30].fill(0);
        });
    });
    let gone: Vec<_> = NAMES.into_iter().filter(|name| setting(name).get(&found).is_none()).collect();
    assert!(gone.is_empty() || gone == ["己"], "{gone:?}");
    let dir = bench.dir();
    bench.store.close();
    assert_eq!(Store::read(&dir).expect("whole again"), found, "the journal has what the database had");
    let told = notices.iter().any(|notice| matches!(notice, Notice::Healed(healed) if healed.unsure));
    assert!(told, "what the last line made, nothing else knows: {notices:?}");
}
