//! The registers: their entries listed, changed in the form that items have, merged, retired, deleted.

use std::fs;

use insta::assert_snapshot;
use taizhang::lang::Lang;

use super::bench::{Bench, Setting};

fn registers(bench: &mut Bench) -> &mut Bench {
    bench.press("Ctrl-K 名录 Enter")
}

/// The register of outlets, with what is typed searched.
fn outlets<'a>(bench: &'a mut Bench, typed: &str) -> &'a mut Bench {
    registers(bench).press("3").press(typed)
}

#[test]
fn the_registers_are_numbered_and_counted() {
    assert_snapshot!(registers(&mut Bench::sample()).screen(), @"
     名录
    --------------------------------------------------------------------------------

     1  单位              37个
     2  人员               0个
     3  媒体              10个
     4  场所              10个
     5  名单              18个














    --------------------------------------------------------------------------------
     按数字，或上下键加回车；Esc 返回
    ");
}

#[test]
fn entries_stand_with_what_is_known_of_them_the_most_used_first() {
    assert_snapshot!(outlets(&mut Bench::sample(), "").screen(), @"
     名录 媒体 10个  打字就查找
    --------------------------------------------------------------------------------
     名称                     情况                                             用到
     区融媒体中心             客户端  区级  条                                   33
     学习强国                 客户端  中央级  篇                                 14
     市日报                   报  市级  篇                                       10
     新华网                   网站  中央级  篇                                    7
     省日报                   报  省级  篇                                        6
     人民网                   网站  中央级  篇                                    5
     地方新闻网               网站  市级  篇                                      5
     群众文化                 刊物  市级  篇                                      5
     电视台                   电视台  市级  条                                    5
     省电台                   电台  省级  条                                      4






    --------------------------------------------------------------------------------
     名称: 区融媒体中心  类: 客户端  级别: 区级  量词: 条

    --------------------------------------------------------------------------------
     回车改  F3新增  F4可做的  Ctrl-Z撤销  Esc返回  F1帮助
    ");
}

#[test]
fn the_form_of_an_entry_is_that_of_items() {
    let mut bench = Bench::sample();
    assert_snapshot!(outlets(&mut bench, "xhw Enter").screen(), @"
     名录 媒体: 改
    --------------------------------------------------------------------------------
     1 名称       * 新华网
     2 印刷名
     3 别名
     4 类           网站
     5 级别         中央级
     6 量词         篇
     7 分值




    --------------------------------------------------------------------------------
     屏幕上和查找时的名称


    --------------------------------------------------------------------------------
     存后不改变任何数据



    --------------------------------------------------------------------------------
     回车下一格  F8存并记下一条  Ctrl-S存  Ctrl-D照上条  Esc收起留草稿  F1怎么填
    ");
}

#[test]
fn a_new_entry_is_found_in_the_form_of_an_item() {
    let mut bench = Bench::sample();
    outlets(&mut bench, "F3 农民日报 Enter 《农民日报》 Enter 农报 Enter 1 1 Ctrl-S");
    bench.shows("已记。").press("农报").shows("农民日报").press("Esc Esc Esc");
    bench.press("F3 网台 1 丰收了 Enter nmrb").shows("农民日报").press("Enter Ctrl-S").shows("已记。");
}

#[test]
fn a_rename_follows_everywhere() {
    let mut bench = Bench::sample();
    bench.press("F7 新社网站").shows("没有找到").press("Esc Esc");
    outlets(&mut bench, "xhw Enter 新社网站 Ctrl-S").shows("已改。").press("Esc Esc Esc");
    bench.press("F7 新社网站").lacks("没有找到").press("Enter").shows("新社网站");
}

#[test]
fn a_merge_asks_with_the_count_of_what_follows_and_is_undone() {
    let mut bench = Bench::sample();
    outlets(&mut bench, "xhw F4 3").shows("把“新华网”并到").press("人民网 Enter").shows("7条记录");
    bench.press("1").shows("名录已改。").shows("没有找到").press("Ctrl-Z").shows("新华网");
}

#[test]
fn a_retired_entry_is_offered_no_longer_until_it_comes_back() {
    let mut bench = Bench::sample();
    outlets(&mut bench, "xhw F4 4").shows("停用").press("Esc Esc Esc");
    bench.press("F3 网台 1 稿子 Enter xhw").shows("没有对得上的").press("Esc");
    outlets(&mut bench, "xhw F4 4").lacks("停用");
}

#[test]
fn only_an_entry_that_nothing_names_is_deleted() {
    let mut bench = Bench::sample();
    outlets(&mut bench, "Del").shows("处用到，不能删除");
    bench.press("F3 农民日报 Ctrl-S 农民日报 F4 5").shows("删除“农民日报”？").press("1").shows("没有找到");
}

#[test]
fn a_name_like_one_that_is_there_is_asked_about() {
    let mut bench = Bench::sample();
    bench.press("F3 网台 1 稿子 Enter 欣华网 Enter F4").shows("名录里已有 新华网");
    bench.press("2 Esc");
    outlets(&mut bench, "F3 欣华网 Ctrl-S").shows("“欣华网”和已有的 新华网 很像").press("2").shows("名录 媒体: 新增");
}

#[test]
fn several_new_names_in_one_field_are_added_one_after_the_other() {
    let mut bench = Bench::sample();
    bench.press("F3 网台 1 转载");
    while !bench.row().contains("转载媒体") {
        bench.press("Enter");
    }
    bench.press("天边晨报、海角晚报 Enter F4").shows("天边晨报”加进").press("1 Enter F4").shows("海角晚报”加进");
    bench.press("1 Enter").lacks("里没有").press("Up").shows("天边晨报、海角晚报");
}

#[test]
fn what_is_typed_for_an_entry_is_kept_and_taken_up_again() {
    let mut bench = Bench::sample();
    outlets(&mut bench, "F3 农民日 Esc").shows("草稿留着").press("Esc Esc").shows("名录 媒体").shows("农民日");
    bench.press("Home Enter").shows("名录 媒体: 新增").shows("农民日").press("Ctrl-S").lacks("草稿    名录");
}

#[test]
fn the_registers_fit_a_small_screen_and_speak_english() {
    let mut bench = Bench::of(Setting { size: (60, 20), lang: Lang::En, ..Setting::default() });
    bench.press("Ctrl-K registers Enter").shows("Registers").press("3");
    assert_snapshot!(bench.screen(), @"
     Register 媒体: 10  type to search
    ------------------------------------------------------------
     label                    details                      uses
     区融媒体中心             客户端  区级  条               33
     学习强国                 客户端  中央级  篇             14
     市日报                   报  市级  篇                   10
     新华网                   网站  中央级  篇                7
     省日报                   报  省级  篇                    6
     人民网                   网站  中央级  篇                5
     地方新闻网               网站  市级  篇                  5
     群众文化                 刊物  市级  篇                  5
     电视台                   电视台  市级  条                5
     省电台                   电台  省级  条                  4


    ------------------------------------------------------------
     label: 区融媒体中心  类: 客户端  级别: 区级  量词: 条

    ------------------------------------------------------------
     Enter edit  F3 new  F4 actions  Ctrl-Z undo  Esc back
    ");
}

#[test]
fn a_register_is_written_as_a_table_and_a_table_is_shown_before_it_is_taken() {
    let mut bench = Bench::with_folder(Setting::default());
    let folder = bench.path().with_extension("reports");
    outlets(&mut bench, "xhw F4 导出 Enter").shows("已导出");
    assert!(folder.join("媒体.xlsx").is_file());
    let import = |bench: &mut Bench, path: &str| {
        bench.press("F4 导入 Enter").shows("名录的表格在哪里").paste(path).press("Enter");
    };
    import(&mut bench, "媒体.xlsx");
    bench.shows("名录没有变");

    fs::write(folder.join("坏.csv"), "名称,级别\n农民日报,没有\n").expect("written");
    import(&mut bench, "坏.csv");
    bench.shows("一行也没有导入").shows("第2行[级别]");

    fs::write(folder.join("新.csv"), "名称,级别\n农民日报,中央级\n新华网,市级\n人民网,中央级\n").expect("written");
    import(&mut bench, "没有.csv");
    bench.shows("没有").shows("名录的表格在哪里").paste("新.csv").press("Enter");
    bench.shows("新增 1 个，改 1 个，没变 1 个").press("Esc Esc").shows("10个");
    import(&mut bench, "新.csv");
    bench.press("1").shows("11个").shows("农民日报").press("Ctrl-Z").shows("10个").lacks("农民日报");
    fs::remove_dir_all(folder).expect("taken away");
}

#[test]
fn a_register_with_nothing_in_it_takes_a_table() {
    let mut bench = Bench::sample();
    fs::write(bench.path().join("人员.csv"), "名称\n李文\n").expect("written");
    let path = bench.path().join("人员.csv").display().to_string();
    registers(&mut bench).press("2 F4").shows("新增").press("导入 Enter").paste(&path).press("Enter");
    bench.shows("新增 1 个").press("1").shows("李文");
}
