//! The report's pages: from a figure to the field it is taken from, and back to the same place.

use taizhang::lang::Lang;

use super::bench::{Bench, Setting};

/// The report of the sample, the cursor on the first figure of this name.
fn at(name: &str) -> Bench {
    let mut bench = Bench::sample();
    bench.press("F6");
    walked(bench, name)
}

/// The cursor of the open pages on the first figure of this name.
fn walked(mut bench: Bench, name: &str) -> Bench {
    for _ in 0..200 {
        if bench.screen().contains(name) {
            return bench;
        }
        bench.press("Right");
    }
    panic!("{name} is not in the report");
}

#[test]
fn a_figure_leads_to_its_items_to_the_field_it_is_taken_from_and_back() {
    let mut bench = at("中心组次数");
    let row = bench.row();
    assert!(row.contains("四次"), "{row}");
    bench.press("Enter").shows("数据: 中心组次数");
    bench.press("Enter");
    assert!(bench.row().contains("次数"), "{}", bench.row());
    bench.press("Esc Esc");
    assert_eq!(bench.row(), row);
}

#[test]
fn a_figure_of_the_units_numbers_leads_to_them_and_back_to_its_place() {
    for (name, said) in [("报送稿件数", "已报8/10家"), ("党课参加人次", "已报0/")] {
        let mut bench = at(name);
        let (screen, cursor) = (bench.screen(), bench.cursor);
        bench.press("Enter").shows(said).shows("未报").press("Esc");
        assert_eq!((bench.screen(), bench.cursor), (screen, cursor), "{name}");
    }
}

#[test]
fn a_figure_that_names_entries_leads_to_the_first_without_a_printed_name() {
    let mut bench = at("待填: 重点网站");
    bench.press("Enter").shows("名录 媒体");
    assert!(bench.row().contains("地方新闻网"), "{}", bench.row());
    bench.press("Esc").shows("待填: 重点网站");
}

#[test]
fn a_number_that_nobody_has_set_is_asked_for_where_it_prints() {
    let mut bench = super::writer::figure(Setting::default());
    bench.press("F4 4 F4 6 党员干部总数 1 Ctrl-S").shows("已存报告。").press("Home");
    let mut bench = walked(bench, "待填: 党员干部总数");
    bench.press("Enter").shows("数多少名").press("Esc F4 1 512 Enter").shows("依据");
    bench.press("Esc F7 2").shows("报告：上半年");
}

#[test]
fn a_changed_figure_is_found_again_on_the_pages() {
    let mut bench = at("中心组次数");
    bench.press("Enter Enter 5 Ctrl-S Esc");
    assert!(bench.row().contains("八次"), "{}", bench.row());
    bench.shows("中心组次数");
}

#[test]
fn a_field_in_an_items_sentence_leads_to_its_form_at_that_field() {
    let mut bench = at("学习内容");
    bench.press("Enter");
    assert!(bench.row().contains("学习内容"), "{}", bench.row());
}

#[test]
fn a_figure_of_a_variant_opens_the_items_of_its_window_and_esc_comes_back_to_it() {
    let mut bench = Bench::sample();
    bench.press("F6 F7 2").shows("报告：上半年");
    let mut bench = walked(bench, "中心组次数");
    let (screen, cursor) = (bench.screen(), bench.cursor);
    bench.press("Enter").shows("数据: 中心组次数").shows("上半年").shows("2/2").lacks("10月29日");
    bench.press("Enter").shows("改一条:").press("Esc Esc");
    assert_eq!((bench.screen(), bench.cursor), (screen, cursor));
    let mut whole = at("中心组次数");
    whole.press("Enter").shows("4/4").shows("10月29日");
}

#[test]
fn a_figure_of_a_theme_opens_the_items_of_its_tag() {
    let mut bench = Bench::sample();
    bench.press("F6 F7").press("专题 Enter").shows("报告：专题");
    for _ in 0..200 {
        if bench.press("Right").screen().contains("条记录") && !bench.screen().contains("0条记录") {
            break;
        }
    }
    let told = bench.rows("条记录")[0].clone();
    let many = told.split_whitespace().last().expect("words").trim_end_matches("条记录").to_owned();
    bench.press("Enter").shows("专题“").shows(&format!("/{many}"));
}

#[test]
fn findings_are_walked_through_on_the_pages_round_about() {
    let mut bench = Bench::sample();
    bench.press("F6").shows("疑点6处").press("F8").shows("疑点 1/4 疑问  数据 报送稿件数  已报8家，还差2家");
    assert!(bench.row().contains("各单位全年报送169篇"), "{}", bench.row());
    bench.press("F8 F8 Ctrl-D").shows("疑点 4/4").shows("另有2处不在正文");
    bench.press("F8").shows("疑点 1/4").press("Ctrl-U").shows("疑点 4/4");
    bench.press("F4").shows("全部疑点  2处不在正文").press("下一处疑点 Enter").shows("疑点 1/4");
    bench.press("F4").press("全部疑点 Enter").shows("疑点 6处").press("Esc").shows("报送稿件数");
}

#[test]
fn enter_mends_a_finding_where_it_is_and_comes_back_to_the_same_place() {
    let mut bench = Bench::sample();
    bench.press("F6 F8");
    let (row, cursor) = (bench.row(), bench.cursor);
    bench.press("Enter").shows("报送稿件数（篇）").press("Esc");
    assert_eq!((bench.row(), bench.cursor), (row, cursor));
    bench.press("Right Enter").shows("采用稿件数（篇）");
}

/// Moves down to the field of this name.
fn to_field(bench: &mut Bench, name: &str) {
    for _ in 0..30 {
        if bench.row().contains(name) {
            return;
        }
        bench.press("Down");
    }
    panic!("no {name}:\n{}", bench.screen());
}

#[test]
fn a_finding_about_an_items_sentence_leads_to_its_field_and_is_gone_once_mended() {
    let mut bench = at("学习内容");
    bench.press("Enter");
    to_field(&mut bench, "佐证");
    bench
        .press("没有.jpg Ctrl-S")
        .shows("疑点7处")
        .press("Ctrl-U")
        .shows("疑点 1/5 疑问")
        .shows("佐证文件不在：没有.jpg");
    let cursor = bench.cursor;
    assert!(bench.row().contains("开展第一季度集体学"), "{}", bench.row());
    bench.press("Enter").shows("改一条:");
    assert!(bench.row().contains("佐证"), "{}", bench.row());
    bench.press("盒3 Ctrl-S").shows("疑点6处");
    assert_eq!(bench.cursor, cursor);
    bench.press("F8").shows("疑点 1/4 疑问  数据 报送稿件数");
}

#[test]
fn without_findings_that_is_said_and_an_edition_is_only_read() {
    Bench::empty()
        .press("F6 F8")
        .shows("没有疑点")
        .press("F4")
        .shows("全部疑点")
        .lacks("不在正文")
        .press("Esc Ctrl-U Tab Shift-Tab");
    let mut bench = Bench::with_folder(Setting::default());
    bench.press("F9 Esc 9 3 Enter").shows("全年第1稿").lacks("疑点6处").press("F8").shows("只能看");
}

#[test]
fn blanks_are_walked_backwards_too() {
    let mut bench = Bench::sample();
    bench.press("F6 Tab Tab");
    let cursor = bench.cursor;
    bench.press("Tab Shift-Tab");
    assert_eq!(bench.cursor, cursor);
    bench.press("Home Shift-Tab").shows("第8/8页");
}

/// Leafs to the first table; its head.
fn head(bench: &mut Bench) -> String {
    for _ in 0..12 {
        if let Some(head) = bench.rows("序号").first() {
            return head.clone();
        }
        bench.press("PgDn");
    }
    panic!("no table:\n{}", bench.screen());
}

#[test]
fn annexes_follow_the_report_as_they_print_and_their_rows_open_what_is_behind_them() {
    let mut bench = Bench::with_annexes(Setting::default(), &["活动一览表", "核对表"]);
    bench.press("F6").shows("待填90处");
    let head = head(&mut bench);
    bench.shows("附件1").shows("2022年活动一览表");
    assert!(head.contains("名称") && !head.contains("佐证"), "{head}");
    let first = bench.row();
    bench.press("Right Right").press("Enter").shows("改一条:").press("Esc");
    assert_eq!(bench.row(), first);
    for _ in 0..12 {
        bench.press("Right");
    }
    bench.shows("2月18日").press("PgDn");
    assert!(bench.rows("序号")[0].contains("日期"), "the head stands on each page");
    bench.press("End").shows("数据").press("Enter").shows("名录 媒体");
}

#[test]
fn a_large_screen_shows_the_whole_width_of_a_page_that_lies_across() {
    let mut bench = Bench::with_annexes(Setting { size: (120, 40), ..Setting::default() }, &["活动一览表"]);
    bench.press("F6");
    let head = head(&mut bench);
    assert!(head.contains("日期") && head.contains("人数"), "{head}");
    bench.press("F8").shows("疑点 1/4");
}

#[test]
fn a_page_of_more_lines_than_the_screen_is_leafed_through() {
    let mut bench = Bench::with_annexes(Setting::default(), &["图表"]);
    bench.press("F6 End PgUp").shows("第6-27行 共27行").press("PgUp").shows("第1-22行 共27行").shows("附件");
    bench.press("PgDn").shows("第6-27行").press("PgDn").shows("第10/10页");
}

#[test]
fn the_pages_speak_english_too() {
    let mut bench = Bench::of(Setting { lang: Lang::En, ..Setting::default() });
    bench.press("F6").shows("6 findings").press("F8").shows("Finding 1/4 (doubt)");
    assert_eq!(
        bench.press("Left").hints(),
        " Tab blank  F8 finding  Enter items  F4 more  F9 write  Esc back  F1 help"
    );
    bench.press("F4").shows("next finding").shows("2 not in the text");
}
