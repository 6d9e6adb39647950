//! The smallest screen: nothing overlaps, nothing needed is cut.

use insta::assert_snapshot;
use unicode_width::UnicodeWidthStr;

use super::bench::{Bench, Setting};

const SMALL: (u16, u16) = (60, 20);

fn small() -> Bench {
    Bench::of(Setting { size: SMALL, ..Setting::default() })
}

#[test]
fn the_board_is_whole() {
    assert_snapshot!(small().screen(), @"
     台账  区委宣传部  2022年   截至 12月20日 周二    录入:未填
    ------------------------------------------------------------
     今天要办 25件  还有 24 件，往下翻        上下键选 回车去办
    >逾期    周一例会谈心得             应有11次 已记5次
    ------------------------------------------------------------
     部分     事项有/应 记录  最近 数据已核/应有 缺数 待核 疑点
     1 理论学习    4/ 4   24 10-29          3/ 9    3    3    -
     2 主题宣传   13/14   54 12-01          4/17    4    9    -
     3 意识形态   18/19   79 12-19          8/26    8   10    3
     4 文明创建    9/ 9   43 11-30          6/20    -   14    -
     5 文化惠民    8/ 8   62 12-03          4/12    -    8    1
     6 对外宣传    5/ 5   35 12-06          1/ 8    5    2    1
     7 队伍建设    3/ 3    6 09-06          1/ 3    -    2    -
     合计         60/62  303 12-19         27/95   20   48    5
     8 存在问题4条  9 下一步打算5条  0 明年计划5条
    ------------------------------------------------------------
     报告  全年稿，待填90处
     刚才  这次打开后还没有改动
    ------------------------------------------------------------
     F3记一条  F5补数核对  F6看报告  F7查找统计  F9出文
    ");
}

#[test]
fn the_form_is_whole() {
    assert_snapshot!(small().press("F3 群众文化 1 冬至演出 Enter Enter 1").screen(), @"
     记一条: 5.7 群众文化活动   今年第69条活动
    ------------------------------------------------------------
     1 标题       * 冬至演出
     2 日期       * 12月20日         = 2022年12月20日 周二 今天
     3 单位         城东街道
     4 角色         主办                       = 同上一条
     5 重点
     6 次数
     7 受众
     8 地点
     9 佐证
     0 写入总结     只计数
     其余23项: 活动类别 主办单位 节目数 作品数 ..   PgDn 下一页
     选角色  按数字就选并跳下一格，也可打汉字、拼音
     1 主办              2 承办              3 参加


     存后算进     群众活动场次 35→36场次
    ------------------------------------------------------------
     回车下一格  F8存并记下一条  Ctrl-S存  Ctrl-D照上条
    ");
}

#[test]
fn every_place_fits_every_size() {
    for ambiguous_wide in [false, true] {
        let mut bench = Bench::of(Setting { ambiguous_wide, ..Setting::default() });
        for size in [SMALL, (80, 24), (100, 30), (120, 40), (160, 50), (200, 60)] {
            bench.resize(size);
            for keys in ["Ctrl-L", "F3", "1", "F1", "Esc Esc F5", "Esc F6", "Esc F7", "Esc Ctrl-O", "Esc"] {
                let screen = bench.press(keys).screen();
                let widest = screen.lines().map(UnicodeWidthStr::width).max().unwrap_or(0);
                assert!(widest <= usize::from(size.0), "{keys} at {size:?}:\n{screen}");
                let hint = screen.lines().last().unwrap_or_default();
                assert!(!hint.trim().is_empty(), "{keys} at {size:?} has no hints:\n{screen}");
            }
        }
    }
}
