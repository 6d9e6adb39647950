//! The disk fails under a form: one line says what is wrong and what to do, and what was typed stays.

use std::io::ErrorKind;
use std::sync::Arc;

use taizhang::lang::Lang;

use super::bench::{Bench, Setting};
use crate::store::disk::FailingDisk;

/// What is typed as the title.
const TITLE: &str = "文化站里过冬至";

/// A form that is ready to be saved.
fn form(lang: Lang) -> (FailingDisk, Bench) {
    let disk = FailingDisk::new();
    let mut bench = Bench::on(Setting { lang, ..Setting::default() }, Arc::new(disk.clone()));
    bench.press("F3 网台 Enter").press(TITLE).press("Enter 1").shows(TITLE);
    (disk, bench)
}

#[test]
fn a_disk_that_refuses_is_told_with_the_remedy_and_the_form_stays_as_it_is() {
    for (lang, kind, told, remedy) in [
        (Lang::Zh, ErrorKind::StorageFull, "没有保存：磁盘已满", "腾出一些空间"),
        (Lang::En, ErrorKind::StorageFull, "not saved: the disk is full", "free some space"),
        (Lang::Zh, ErrorKind::ReadOnlyFilesystem, "没有保存：磁盘是只读的", "取消写保护"),
        (Lang::En, ErrorKind::ReadOnlyFilesystem, "not saved: the disk is read-only", "write protection"),
        (Lang::Zh, ErrorKind::PermissionDenied, "没有保存：没有读写权限", "管理员"),
        (Lang::En, ErrorKind::PermissionDenied, "not saved: no permission", "grant you access"),
    ] {
        let (disk, mut bench) = form(lang);
        disk.refuse_writes(Some(kind));
        bench.press("Ctrl-S").shows(TITLE);
        // Where the sentence breaks depends on the length of the path in it.
        let shown: String = bench.screen().split_whitespace().collect();
        let plain = |text: &str| text.split_whitespace().collect::<String>();
        assert!(shown.contains(&plain(told)) && shown.contains(&plain(remedy)), "{}", bench.screen());
        disk.refuse_writes(None);
        bench.press("Ctrl-S").lacks(told);
        bench.press("F3 Esc").shows(TITLE);
    }
}

#[test]
fn when_nothing_can_be_written_any_more_the_form_says_to_open_the_ledger_anew() {
    let (disk, mut bench) = form(Lang::Zh);
    disk.fail_next_syncs(usize::MAX);
    bench.press("Ctrl-S").shows("没有保存").shows(TITLE);
    disk.fail_next_syncs(0);
    bench.press("Ctrl-S").shows("已停止写入").shows("退出后重新打开台账").shows(TITLE);
    bench.press("Esc");
    let mut again = bench.restart();
    again.press("F3 网台 Enter").shows(TITLE);
    again.press("Ctrl-S").press("F3 Esc").shows(TITLE);
}
