//! The disk fails under a form: one line says what is wrong and what to do, and what was typed stays.

use std::io::ErrorKind;
use std::sync::Arc;

use taizhang::lang::Lang;
use taizhang::ui::run::Flow;

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
fn that_a_save_failed_stands_there_also_when_the_draft_cannot_be_kept_either() {
    let (disk, mut bench) = form(Lang::Zh);
    disk.refuse_writes(Some(ErrorKind::StorageFull));
    bench.press("Up Up 里 Ctrl-S").shows("没有保存：磁盘已满").rest().shows("没有保存：磁盘已满").shows("草稿没有存下");
    disk.refuse_writes(None);
    bench.rest().shows("没有保存：磁盘已满").press("Ctrl-S").lacks("没有保存");
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

#[test]
fn a_form_whose_draft_cannot_be_kept_stays_open_and_asks_before_the_text_is_dropped() {
    let (disk, mut bench) = form(Lang::Zh);
    disk.refuse_writes(Some(ErrorKind::StorageFull));
    bench.press("多打几个字 Esc").shows("磁盘已满").shows("就没有了").lacks("草稿留着");
    bench.press("2").shows(TITLE);
    bench.press("Esc 1").shows("没有留下").lacks("草稿留着").lacks(TITLE);
    let (disk, mut bench) = form(Lang::Zh);
    disk.refuse_writes(Some(ErrorKind::StorageFull));
    bench.press("多打几个字 Esc 2");
    disk.refuse_writes(None);
    bench.press("Esc").shows("草稿留着").press("F3 网台 Enter").shows(TITLE);
}

#[test]
fn quitting_asks_first_when_the_draft_cannot_be_kept() {
    let (disk, mut bench) = form(Lang::Zh);
    disk.refuse_writes(Some(ErrorKind::StorageFull));
    bench.press("多打几个字 Ctrl-Q").shows("现在退出").shows("磁盘已满");
    assert_eq!(bench.flow, Flow::Stay);
    bench.press("2").shows(TITLE).press("Ctrl-Q Ctrl-Q").shows("现在退出").press("2").shows(TITLE).lacks("现在退出");
    bench.press("Ctrl-Q 1");
    assert_eq!(bench.flow, Flow::Quit);
}

#[test]
fn who_only_looks_is_told_so_on_the_board_and_where_text_is_typed_and_asked_before_it_is_dropped() {
    for (lang, mark, told, asked) in
        [(Lang::Zh, "只读", "草稿也留不住", "就没有了"), (Lang::En, "read only", "Read only", "is lost")]
    {
        let mut bench = Bench::looking(Setting { lang, ..Setting::default() });
        assert!(bench.screen().lines().next().expect("a head line").contains(mark), "{}", bench.screen());
        bench.press("F3 网台 Enter").shows(told).press("Esc").lacks(asked);
        bench.press("F3 网台 Enter").press(TITLE).press("Enter Esc").shows(asked).press("2").shows(TITLE);
        bench.press("Ctrl-Q").shows(asked).press("2").shows(TITLE);
        bench.press("Esc 1").lacks(TITLE).press("Ctrl-Q");
        assert_eq!(bench.flow, Flow::Quit);
    }
}

#[test]
fn wherever_text_is_typed_it_is_asked_for_before_it_is_dropped() {
    for (keys, text, asked) in [
        ("F3 网台 F4 写了一半", "写了一半", "就没有了"),
        ("F5 宣讲场次 Enter 4567", "4567", "就没有了"),
        ("Ctrl-O 江南", "江南", "只读"),
    ] {
        let mut bench = Bench::looking(Setting::default());
        bench.press(keys).press("Esc").shows(asked).lacks("草稿留着").press("2").shows(text);
        bench.press("Esc 1").lacks(text);
        let disk = FailingDisk::new();
        let mut bench = Bench::on(Setting::default(), Arc::new(disk.clone()));
        disk.refuse_writes(Some(ErrorKind::StorageFull));
        bench.press(keys).press("Esc").shows("磁盘已满").lacks("草稿留着");
        if asked != "只读" {
            bench.press("2");
        }
        bench.shows(text);
    }
}
