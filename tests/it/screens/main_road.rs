//! The main road: a new article, its reward, its figure in the report, undo.

use insta::assert_snapshot;

use super::bench::{Bench, Setting};

/// The keys of a new article but its title: the picker, the matter, to the outlet, the outlet by digit, to the date,
/// saved.
const BEFORE: &str = "F3 网台 1";

#[test]
fn an_article_takes_six_keys_besides_its_title() {
    let mut bench = Bench::sample();
    bench.press("F3 2 文化站里过冬至 Enter");
    assert_snapshot!(bench.screen(), @"
     记一条: 6.5 网台报道和同比   今年第44条稿件
    --------------------------------------------------------------------------------
     1 标题       * 文化站里过冬至
     2 媒体       * 学习强国                             = 同上一条  客户端，中央级
     3 日期       * 12月20日                             = 2022年12月20日 周二 今天
     4 单位         柳湾镇                               = 同上一条
     5 作者
     6 版位
     7 首发         原创                                 = 同上一条
     8 链接
     9 佐证
     0 写入总结     只计数
     其余17项: 转载媒体 通讯员 报送日 审核人 审核日 流程 分值 领导批示  PgDn 下一页
    --------------------------------------------------------------------------------
     选媒体  按数字就选并跳下一格，也可打汉字、拼音                    F4换一批 1/2
     1 区融媒体中心  2 学习强国      3 群众文化      4 市日报        5 人民网
     6 地方新闻网    7 电视台        8 省电台        9 省日报
    --------------------------------------------------------------------------------
     存后算进     客户端稿件数 32→33篇
                  用稿合计 32→33篇（条）


    --------------------------------------------------------------------------------
     回车下一格  F8存并记下一条  Ctrl-S存  Ctrl-D照上条  Esc收起留草稿  F1怎么填
    ");
    bench.press("1 Ctrl-S");
    bench.shows("已记。");
}

#[test]
fn what_was_saved_is_there_after_an_end_without_a_word() {
    let mut bench = Bench::sample();
    bench.press(BEFORE).press("文化站里过冬至 Enter 1 Ctrl-S").shows("已记。");
    let mut again = bench.restart();
    again.press("F7 文化站里过冬至").shows("1/1");
}

#[test]
fn a_save_is_undone_and_done_again_in_words() {
    let mut bench = Bench::sample();
    bench.press(BEFORE).press("文化站里过冬至 Enter 1 Ctrl-S").shows("已记。");
    bench.press("Ctrl-Z").shows("已撤销").press("F7 文化站里过冬至").shows("0/0");
    bench.press("Esc Esc Ctrl-Y").shows("已重做").press("F7 文化站里过冬至").shows("1/1");
}

#[test]
fn the_same_works_with_the_vim_keymap() {
    let mut bench = Bench::of(Setting { keymap: "vim", ..Setting::default() });
    bench.press("o 网台 1").press("文化站里过冬至 Enter 1 Esc Z Z").shows("已记。");
    bench.press("s / 文化站里过冬至").shows("1/1").press("Esc d d").shows("移入回收站");
    bench.press("1").shows("已移入回收站").press("u").shows("已撤销");
}

#[test]
fn a_figure_of_the_report_opens_its_items_and_esc_comes_back_to_it() {
    let mut bench = Bench::sample();
    bench.press("F6 Down Down Right");
    let (screen, cursor) = (bench.screen(), bench.cursor);
    bench.press("Enter").shows("数据:").press("Enter").shows("改一条:").press("Esc Esc");
    assert_eq!((bench.screen(), bench.cursor), (screen, cursor));
}
