//! The session on a disk that fails: what was not saved is not shown, and nothing half is left behind.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, NaiveDate};
use serde_json::json;
use taizhang::lang::Lang;
use taizhang::model::{Ledger, Variant, Year};
use taizhang::session::{Clock, FileFormat, PaperChoice, Session, SessionError, Target};
use taizhang::store::RealDisk;
use taizhang::template;
use tempfile::TempDir;

use crate::store::disk::FailingDisk;

/// A ledger of 2022 with a name set, on a disk that fails on demand, and a folder for reports.
struct Bench {
    dir: TempDir,
    disk: FailingDisk,
    session: Session,
}

impl Bench {
    fn new() -> Self {
        let (dir, disk) = (tempfile::tempdir().expect("a directory"), FailingDisk::new());
        let year = Year::try_from(2022).expect("a year");
        let changes = vec![template::begin_year(&Ledger::default(), template::default_template(), year)];
        let folder = dir.path().join("报告");
        fs::create_dir(&folder).expect("made");
        let session = Session::create(&dir.path().join("ledger"), changes, None, clock(), Arc::new(disk.clone()));
        let mut bench = Self { dir, disk, session: session.expect("a ledger") };
        bench.set(&[("folder", &folder.display().to_string()), ("区", "青山区")]).expect("saved");
        bench
    }

    fn set(&mut self, values: &[(&str, &str)]) -> Result<(), SessionError> {
        let change = self.session.set(values)?;
        self.session.apply(&change).map(drop)
    }

    fn folder(&self) -> PathBuf {
        self.dir.path().join("报告")
    }

    /// All that a screen shows of the ledger.
    fn shown(&self) -> impl PartialEq + std::fmt::Debug + use<> {
        let session = &self.session;
        let last = session.last_act().cloned();
        (session.ledger().clone(), session.board().clone(), session.document().clone(), session.year(), last)
    }

    /// The ledger as another program reads it.
    fn on_disk(&self) -> Ledger {
        Session::read(self.session.dir(), None, clock()).expect("it is read").ledger().clone()
    }
}

fn clock() -> Clock {
    let today = NaiveDate::from_ymd_opt(2022, 12, 20).expect("a day");
    Clock { today, as_of: None, now: || DateTime::from_timestamp(1_671_500_000, 0).expect("an instant") }
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").file_name());
    entries.map(|name| name.to_string_lossy().into_owned()).collect()
}

/// Asserts that the act was refused in words that name the reason.
fn is_told<T>(result: Result<T, SessionError>, reason: &str) {
    let error = result.err().expect("it fails");
    assert!(error.text(Lang::Zh).contains(reason), "{}", error.text(Lang::Zh));
    assert!(!error.hint(Lang::Zh).is_empty() && !error.hint(Lang::En).is_empty());
}

#[test]
fn a_failed_save_leaves_ledger_board_and_undo_as_they_were() {
    let mut bench = Bench::new();
    let before = bench.shown();
    bench.disk.fill(true);
    is_told(bench.set(&[("区", "东湖区")]), "没有保存：磁盘已满");
    assert_eq!(bench.shown(), before);
    assert_eq!(&bench.on_disk(), bench.session.ledger());
    bench.disk.fill(false);
    let (act, _) = bench.session.undo().expect("undone");
    assert!(act.what.contains("青山区"), "the last act that was saved: {act:?}");
    bench.session.redo().expect("done again");
    assert_eq!(bench.session.setting("区").as_deref(), Some("青山区"));
}

#[test]
fn a_failed_undo_or_redo_can_be_done_again_later() {
    let mut bench = Bench::new();
    for back in [true, false] {
        let turn = |session: &mut Session| if back { session.undo() } else { session.redo() };
        let before = bench.shown();
        bench.disk.fill(true);
        is_told(turn(&mut bench.session), "没有保存：磁盘已满");
        assert_eq!(bench.shown(), before);
        bench.disk.fill(false);
        turn(&mut bench.session).expect("there is room again");
        assert_eq!(&bench.on_disk(), bench.session.ledger());
    }
    assert_eq!(bench.session.setting("区").as_deref(), Some("青山区"));
}

#[test]
fn when_the_disk_no_longer_answers_nothing_is_shown_that_is_not_saved() {
    let mut bench = Bench::new();
    let before = bench.shown();
    bench.disk.fail_next_syncs(usize::MAX);
    is_told(bench.set(&[("区", "东湖区")]), "没有保存");
    bench.disk.fail_next_syncs(0);
    is_told(bench.set(&[("区", "东湖区")]), "没有保存");
    is_told(bench.session.undo(), "没有保存");
    assert_eq!(bench.shown(), before);
    let Bench { dir, session, .. } = bench;
    let shown = session.ledger().clone();
    drop(session);
    let (session, _) = Session::open(&dir.path().join("ledger"), None, clock(), Arc::new(RealDisk)).expect("it opens");
    assert_eq!(session.ledger(), &shown);
}

#[test]
fn a_draft_that_cannot_be_kept_leaves_the_one_before() {
    let mut bench = Bench::new();
    bench.session.keep_draft("new", Some(json!("写了一半"))).expect("kept");
    bench.disk.fill(true);
    is_told(bench.session.keep_draft("new", Some(json!("写完了"))), "磁盘已满");
    assert_eq!(bench.session.draft("new"), Some(&json!("写了一半")));
    bench.disk.fill(false);
    let Bench { dir, session, .. } = bench;
    drop(session);
    let (session, _) = Session::open(&dir.path().join("ledger"), None, clock(), Arc::new(RealDisk)).expect("it opens");
    assert_eq!(session.draft("new"), Some(&json!("写了一半")));
}

#[test]
fn a_report_that_cannot_be_written_leaves_nothing_in_the_folder() {
    let mut bench = Bench::new();
    let publish = |bench: &mut Bench| {
        bench.session.publish((&Variant::Whole, &PaperChoice::default()), FileFormat::Docx, &Target::Folder)
    };
    let before = bench.shown();
    let disk = bench.disk.clone();
    let disorders: [(&dyn Fn(), &str); 3] = [
        (&|| disk.fill(true), "磁盘已满"),
        (&|| disk.fail_next_syncs(1), "写不了文件"),
        (&|| disk.fail_next_rename(ErrorKind::PermissionDenied), "没有读写权限"),
    ];
    for (disorder, reason) in disorders {
        disorder();
        is_told(publish(&mut bench), reason);
        bench.disk.fill(false);
        assert_eq!(names(&bench.folder()), Vec::<String>::new(), "{reason}");
    }
    assert_eq!(bench.shown(), before);
    assert_eq!(publish(&mut bench).expect("there is room again").edition, 1);
    assert_eq!(names(&bench.folder()).len(), 1);
}

#[test]
fn a_report_that_should_be_replaced_stays_whole_when_it_cannot_be() {
    let mut bench = Bench::new();
    let path = bench.folder().join("总结.txt");
    fs::write(&path, "旧的").expect("written");
    bench.disk.fill(true);
    let target = Target::File { path: path.clone(), force: true };
    is_told(bench.session.publish((&Variant::Whole, &PaperChoice::default()), FileFormat::Text, &target), "磁盘已满");
    assert_eq!(names(&bench.folder()), ["总结.txt"]);
    assert_eq!(fs::read_to_string(&path).expect("read"), "旧的");
}
