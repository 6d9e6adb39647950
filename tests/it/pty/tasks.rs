//! What a clerk does every day, with the keys counted; none of them is one that an input method would take.

use super::clerk::{Counted, board};
use crate::desk::Desk;

/// The most keys that the first article may take besides its title, and the next one of the same outlet.
const FIRST: usize = 6;
const NEXT: usize = 3;
/// The most keys that a corrected figure may take, its item found by four characters of its name.
const CORRECTED: usize = 25;

#[test]
fn an_article_takes_six_keys_besides_its_title_and_the_next_one_three() {
    let desk = Desk::sample();
    let pty = board(&desk, &[], (80, 24));
    let mut clerk = Counted::new(&pty);
    clerk.press("F3");
    pty.wait_for("2 网台报道和同比");
    clerk.press("2");
    pty.wait_for("记一条: 6.5");
    pty.send("文化站里过冬至");
    pty.wait_for("文化站里过冬至");
    clerk.press("Enter");
    pty.wait_for("1 区融媒体中心");
    clerk.press("1");
    pty.wait_for("客户端，区级");
    clerk.press("F8");
    pty.wait_for("已记");
    assert!(clerk.keys <= FIRST, "{} keys", clerk.keys);

    let mut clerk = Counted::new(&pty);
    pty.send("社区里的年夜饭");
    pty.wait_for("社区里的年夜饭");
    clerk.press("F8");
    pty.wait_gone("社区里的年夜饭 ");
    pty.wait_for("已记");
    assert!(clerk.keys <= NEXT, "{} keys", clerk.keys);
    drop(pty);
    let listed = desk.ok(&["list", "--month", "12"]);
    assert!(listed.contains("文化站里过冬至") && listed.contains("社区里的年夜饭"), "{listed}");
    assert_eq!(
        desk.json(&["list", "社区里的年夜饭", "--json"])[0]["fields"]["outlet"],
        desk.json(&["list", "文化站里过冬至", "--json"])[0]["fields"]["outlet"]
    );
}

#[test]
fn a_figure_is_corrected_in_twenty_five_keys_and_what_it_changed_is_said() {
    let desk = Desk::sample();
    let pty = board(&desk, &[], (80, 24));
    let mut clerk = Counted::new(&pty);
    clerk.press("F7");
    pty.wait_for("打字就查找");
    clerk.commit("北园社区");
    pty.wait_for("1/2");
    clerk.press("Enter");
    pty.wait_for("改一条: 1.3");
    clerk.press("Down Down Down Down Down Down Down");
    clerk.press("1 2 0");
    pty.wait_for("原来：90");
    clerk.press("Ctrl-S");
    pty.wait_for("已改");
    let told = pty.text();
    println!("a corrected figure took {} keys:\n{told}", clerk.keys);
    for part in ["巡回宣讲人次 604→634人次", "理论学习"] {
        assert!(told.contains(part), "{part}\n{told}");
    }
    assert!(clerk.keys <= CORRECTED, "{} keys", clerk.keys);
}
