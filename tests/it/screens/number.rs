//! A number typed by hand into the report's words asks what it is.

use insta::assert_snapshot;
use taizhang::lang::Lang;

use super::bench::{Bench, Setting};
use super::writer::{figure, in_form};

/// The words around the figure of how often the study group met, open.
fn words(setting: Setting) -> Bench {
    let mut bench = figure(setting);
    bench.press("F4 4");
    bench
}

#[test]
fn a_typed_number_asks_before_it_is_saved() {
    let mut bench = words(Setting::default());
    bench.press("，另学习4次， Ctrl-S");
    assert_snapshot!(bench.screen(), @"
     改报告: 组织中心组学习。
    --------------------------------------------------------------------------------
     首句  组织中心组学习。

     正文  **区委理论学习中心组全年组织集体学习，另学习4次，四次。

     结尾
              +----------------------------------------------------------+
              | 手打的“4次”是什么数                                      |
              | 查找:                                                    |
              |  1  只是字  不再问                                       |
              |  2  选数据  中心组次数、请进来次数、每次发言人数、提升.. |
              |  3  记为定数  记下谁说的、依据什么                       |
              |                                                          |
              | 按数字选，打字查找，上下键加回车；Esc 返回               |
              +----------------------------------------------------------+




    --------------------------------------------------------------------------------
     下划线的是数据，整个算一个字；F4 插入数据
     〔〕里的话在没有数时整句略去
     F4数据  Ctrl-S存  Ctrl-Z撤销  Esc收起留草稿  F1帮助
    ");
}

#[test]
fn it_asks_in_english_on_a_wide_screen() {
    let mut bench = words(Setting { size: (120, 40), lang: Lang::En, ..Setting::default() });
    bench.press("，另发稿１８７篇， Ctrl-S");
    assert_snapshot!(bench.screen(), @"
     Report text: 组织中心组学习。
    ------------------------------------------------------------------------------------------------------------------------
     Lead  组织中心组学习。

     Text  **区委理论学习中心组全年组织集体学习，另发稿１８７篇，四次。

     Closin








                                  +----------------------------------------------------------+
                                  | What is the typed １８７篇                               |
                                  | Search:                                                  |
                                  |  1  only words  not asked again                          |
                                  |  2  a figure  which follows the ledger                   |
                                  |  3  set by hand  who says so, and its basis              |
                                  |                                                          |
                                  | a digit picks, typing searches; Esc goes back            |
                                  +----------------------------------------------------------+












    ------------------------------------------------------------------------------------------------------------------------
     Underlined are figures, each one character; F4 inserts one
     what stands in 〔〕 is left out when a figure in it is missing
     F4 figures  Ctrl-S save  Ctrl-Z undo  Esc keep draft  F1 help
    ");
}

#[test]
fn only_words_is_remembered_by_the_text() {
    let mut bench = words(Setting::default());
    bench.press("，印发资料12册， Ctrl-S").shows("手打的“12册”是什么数").press("1").shows("已存报告。");
    bench.press("F4 4").shows("印发资料12册").press("很好 Ctrl-S").shows("已存报告。");
}

#[test]
fn it_is_remembered_by_a_draft_too() {
    let mut bench = words(Setting::default());
    bench.press("，印发资料12册，开会3次， Ctrl-S 1").shows("手打的“3次”").press("Esc Esc").shows("草稿留着");
    bench.press("F4 4").shows("已接上").press("Ctrl-S").shows("手打的“3次”").press("1").shows("已存报告。");
}

#[test]
fn a_figure_of_the_same_value_is_offered_first_and_takes_the_digits() {
    let mut bench = words(Setting::default());
    bench.press("，另学习4次， Ctrl-S 2").shows("“4次”换成哪个数据").shows("1  中心组次数  四次").press("1");
    bench.shows("已存报告。").press("F4 4").shows("另学习四次");
}

#[test]
fn a_number_that_somebody_answers_for_becomes_a_figure_with_its_basis() {
    let mut bench = words(Setting::default());
    bench.press("，发放图书500册， Ctrl-S 3").shows("谁说的").press("区图书馆 Enter").shows("依据是什么");
    bench
        .press("Enter")
        .shows("定数要有依据")
        .press("登记簿 Enter")
        .shows("发放图书")
        .press("Enter")
        .shows("已存报告。");
    bench.press("Esc F5 F5 发放图书").shows("500册").press("Enter").shows("登记簿（区图书馆）");
    bench.press("Ctrl-Z").shows("已撤销：改报告").press("Ctrl-Z").shows("已撤销：数据");
}

#[test]
fn several_numbers_are_answered_at_once() {
    let mut bench = words(Setting::default());
    bench.press("，发书500册，开会3次， Ctrl-S").shows("这2个都只是字").press("4").shows("已存报告。");
}

#[test]
fn dates_years_documents_and_names_do_not_ask() {
    let mut bench = words(Setting::default());
    bench.press("，3月5日按〔2022〕12号文件落实八项规定，第3次会议， Ctrl-S").shows("已存报告。");
}

#[test]
fn esc_leads_back_to_the_words_and_loses_nothing() {
    let mut bench = words(Setting::default());
    bench.press("，发书500册， Ctrl-S Esc").shows("发书500册").shows("改报告").press("Esc").shows("草稿留着");
}

#[test]
fn a_sentence_typed_in_a_form_asks_when_it_is_left() {
    let mut bench = in_form();
    bench.press("End 出动记者5人。 Down").shows("手打的“5人”是什么数").press("1").shows("改一条").shows("出动记者5人");
    bench.press("Down Ctrl-S").shows("已改。");
}

#[test]
fn a_sentence_that_is_saved_at_once_asks_too_and_can_be_left_without_an_answer() {
    let mut bench = in_form();
    bench.press("End 出动记者5人。 Ctrl-S").shows("手打的“5人”是什么数").press("Esc Esc").shows("改一条");
    bench.press("Ctrl-S").shows("已改。");
}
