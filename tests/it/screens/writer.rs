//! The report's own words: figures are one for every key, and nobody sees a brace.

use insta::assert_snapshot;

use super::bench::{Bench, Setting};

/// The form of an item of the sample, in its sentence.
pub(super) fn in_form() -> Bench {
    let mut bench = Bench::sample();
    bench.press("F7 端午 Space 采访 Enter");
    for _ in 0..40 {
        if bench.row().contains("写法") {
            break;
        }
        bench.press("Down");
    }
    bench
}

/// The sentence of the item, open.
pub(super) fn sentence() -> Bench {
    let mut bench = in_form();
    bench.press("F4").shows("改这一条的句子");
    bench
}

#[test]
fn the_sentence_of_an_item_begins_as_its_kind_makes_it() {
    let mut bench = sentence();
    assert_snapshot!(bench.screen(), @"
     改这一条的句子: “我们的节日·端午”采访
    --------------------------------------------------------------------------------
     句子  6月上旬，组织“我们的节日·端午”采访。

















    --------------------------------------------------------------------------------
     日期  F4 出处、换数据、写法
     〔〕里的话在没有数时整句略去
     F4数据  Ctrl-S存  Ctrl-Z撤销  Esc收起留草稿  F1帮助
    ");
    bench.press("Right Right Right Right F4").shows("数据: 标题");
}

#[test]
fn another_writing_shows_its_result_and_the_item_keeps_it() {
    let mut bench = sentence();
    bench
        .press("Right Right Right Right F4 3")
        .shows("1  “我们的节日·端午”采访")
        .press("2")
        .shows("组织《“我们的节日·端午”采访》");
    bench
        .press("Ctrl-S")
        .shows("改一条")
        .shows("原来：6月上旬，组织“我们的节日·端午”采访。")
        .press("Ctrl-S")
        .shows("已改。");
}

#[test]
fn a_figure_is_deleted_whole_and_undo_brings_it_back() {
    let mut bench = sentence();
    bench.press("End Left Backspace").shows("组织。").press("Ctrl-Z").shows("组织“我们的节日·端午”采访。");
}

#[test]
fn a_figure_is_inserted_with_todays_value() {
    let mut bench = sentence();
    bench.press("End ，全年共 F4 中心组次数").shows("四次").press("1").shows("全年共四次").lacks("{");
}

#[test]
fn what_is_left_unsaved_is_given_to_the_form() {
    let mut bench = sentence();
    bench.press("End 另有展览。 Esc").shows("改一条").shows("写法").press("Esc").shows("草稿留着");
}

#[test]
fn a_figure_made_words_no_longer_follows() {
    let mut bench = sentence();
    bench.press("Right Right Right Right F4 5 F4").shows("插入哪个数据");
}

/// The report, the cursor on the figure of how often the study group met.
pub(super) fn figure(setting: Setting) -> Bench {
    let mut bench = Bench::of(setting);
    bench.press("F6");
    for _ in 0..60 {
        if bench.screen().contains("中心组次数") {
            break;
        }
        bench.press("Right");
    }
    bench.shows("中心组次数");
    bench
}

#[test]
fn f4_on_a_figure_of_the_report_leads_to_its_writings_and_back_to_its_place() {
    let mut bench = figure(Setting::default());
    bench.press("F4").shows("数据: 中心组次数").press("3").shows("中心组次数怎么写").press("中心 Backspace Backspace");
    bench.press("2").shows("改报告: 组织中心组学习").press("Ctrl-S").shows("已存报告。").shows("中心组次数");
    bench.press("Ctrl-Z").shows("已撤销：改报告");
}

#[test]
fn no_writing_says_the_unit_twice_that_stands_after_the_figure() {
    let mut bench = Bench::sample();
    bench.press("F6 F8").shows("报送稿件数").press("F4 3").shows("1  169").lacks("169篇").shows("160多");
    bench.press("2").shows("160多篇〔，采用");
}

#[test]
fn the_words_around_a_figure_are_edited_in_its_place() {
    let mut bench = figure(Setting::default());
    bench.press("F4 4").shows("改报告: 组织中心组学习").press("（均为集中学习） Ctrl-S").shows("已存报告。");
    let printed: String = bench.screen().split_whitespace().collect();
    assert!(printed.contains("集中学习"), "{printed}");
}

#[test]
fn what_is_typed_in_a_passage_and_left_is_taken_up_again() {
    let mut bench = figure(Setting::default());
    bench.press("F4 4").press("写了一半 Esc").shows("草稿留着").press("F4 4").shows("写了一半").shows("已接上");
    let mut again = bench.restart();
    again.press("F6").lacks("写了一半");
}

#[test]
fn a_paragraph_without_figures_is_edited_too() {
    let mut bench = Bench::sample();
    bench.press("F6 End").press("Up Up Up");
    for _ in 0..40 {
        if bench.press("F4").screen().contains("1  改这段文字") {
            break;
        }
        bench.press("Esc Up");
    }
    bench.press("1").shows("改报告: ");
}
