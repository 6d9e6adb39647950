//! Page set-ups in the settings: chosen by digit, made, changed, renamed and removed.

use insta::assert_snapshot;

use super::bench::Bench;

/// The settings, the cursor on the page set-up.
fn on_profile(bench: &mut Bench) -> &mut Bench {
    bench.press("Ctrl-O");
    for _ in 0..20 {
        if bench.row().contains("版式") {
            break;
        }
        bench.press("Down");
    }
    bench
}

#[test]
fn a_page_set_up_is_chosen_by_digit() {
    let mut bench = Bench::sample();
    assert_snapshot!(on_profile(&mut bench).press("F4").screen(), @"
     设置
    --------------------------------------------------------------------------------
     本省名称         （未填，报告里印 **）
     本市名称         （未填，报告里印 **）
     本区名称         （未填，报告里印 **）
     自称     +----------------------------------------------------------+
     本单位名 | 版式                                                     |
     上级部门 | 查找:                                                    |
     录入人   |  1  标准  上边距37  行距28.95                            |
     联系电话 |  2  严格  上边距34.6  行距29.45                          |
     文件夹   |  3  28磅  上边距37  行距28                               |
     版式     |  4  网格  上边距37  行距28.95  网格                      |
     第二备份 |  5  核稿  上边距37  行距28.95  附件3个                   |
              |  6  用印  上边距37  行距28.95  用印                      |
              |  7  照“标准”另建一种，或改它…                            |
              |                                                          |
              | 按数字选，打字查找，上下键加回车；Esc 返回               |
              +----------------------------------------------------------+


    --------------------------------------------------------------------------------
     出文用哪种版式，F4 选、另建、改：标准 严格 28磅 网格 核稿 用印
    --------------------------------------------------------------------------------
     F4选版式  回车下一格  Ctrl-S存  Esc存并返回  F1帮助
    ");
    bench.press("2").shows("严格").press("Ctrl-S").shows("已存设置");
    on_profile(&mut bench).press("F4").shows("照“严格”另建一种").press("Esc Esc Ctrl-Z").shows("已撤销");
}

#[test]
fn a_page_set_up_of_ones_own_is_made_and_its_lines_are_changed() {
    let mut bench = Bench::sample();
    on_profile(&mut bench).press("F4 7 1 标准 Enter").shows("已经有叫 `标准` 的版式");
    bench.press("我们的 Enter").shows("版式“我们的”已记下").shows("改“我们的”").shows("上边距  37");
    bench.press("5").shows("行距改成多少").press("宽 Enter").shows("行距 不能是 `宽`");
    assert_snapshot!(bench.press("28 Enter").screen(), @"
     设置
    ----------+----------------------------------------------------------+----------
     本省名称 | 改“我们的”…                                              |
     本市名称 | 查找:                                                    |
     本区名称 |  1  上边距  37                                           |
     自称     |  2  下边距  35                                           |
     本单位名 |  3  左边距  28                                           |
     上级部门 |  4  右边距  26                                           |
     录入人   |  5  行距  28                                             |
     联系电话 |  6  紧缩字距  0.25                                       |
     文件夹   |  7  网格  否                                             |
     版式     |  8  待填标黄  是                                         |
     第二备份 |  9  用印  否                                             |
              |     标题字体  方正小标宋简体                             |
              |     一级标题字体  黑体                                   |
              |     二级标题字体  楷体_GB2312                            |
              |     正文字体  仿宋_GB2312                                |
              |     西文字体  Times New Roman                            |
              |     页码字体  宋体                                       |
              |     附件  无                                             |
    ----------|                                                          |----------
     出文用哪 | 按数字选，打字查找，上下键加回车；Esc 返回               |
    ----------+----------------------------------------------------------+----------
     版式“我们的”已记下
    ");
    bench.press("Esc Esc").shows("已存设置").press("Ctrl-Z").shows("已撤销：设置[profile=我们的]");
}

#[test]
fn a_page_set_up_of_ones_own_is_renamed_and_removed_and_each_is_undone() {
    let mut bench = Bench::sample();
    on_profile(&mut bench).press("F4 7 1 我们的 Enter Esc Ctrl-S").shows("已存设置");
    on_profile(&mut bench).press("F4 8 3").shows("给“我们的”改名").press("严格 Enter").shows("已经有叫 `严格` 的版式");
    bench.press("区里的 Enter").shows("版式“我们的”改名为“区里的”");
    assert!(bench.row().contains("区里的"), "{}", bench.row());
    bench.press("Ctrl-Z").shows("已撤销");
    assert!(bench.row().contains("我们的"), "{}", bench.row());
    bench.press("F4 8 4").shows("版式“我们的”已删去").press("F4").lacks("7  我们的");
    bench.press("Esc Ctrl-Z").shows("已撤销").press("F4").shows("7  我们的");
    bench.press("Esc Esc F4").lacks("版式");
}
