//! Tables on a ledger: what becomes of their rows.

use super::super::bench::Bench;
use super::*;
use crate::import::Book;
use crate::lang::Lang;

fn book(text: &str) -> Book {
    import::read(text.as_bytes(), None, &|_| true).expect("rows")
}

fn request(matter: &str) -> Request {
    Request { matter: matter.parse().ok(), ..Request::default() }
}

/// What becomes of a table whose rows are records of `request`'s matter.
fn tried(bench: &Bench, request: Request, text: &str) -> Result<Checked, TableError> {
    let importer = bench.session.importer(request);
    let book = book(text);
    let plan = importer.plan(&book.table)?;
    importer.check(&book.table, &plan, &|_| true)
}

fn checked(bench: &Bench, matter: &str, text: &str) -> Checked {
    tried(bench, request(matter), text).expect("it can be tried")
}

/// The faults, a line each: row, heading, what is wrong.
fn faults(checked: &Checked) -> Vec<String> {
    let told = checked
        .faulty
        .iter()
        .map(|one| format!("{} {} {}", one.row, one.heading.as_deref().unwrap_or("-"), one.fault.text(Lang::Zh)));
    told.collect()
}

fn titles(checked: &Checked) -> Vec<&str> {
    checked.new.iter().map(|(_, item)| item.card.title.as_str()).collect()
}

const SHOWS: &str = "日期,标题,场次,受众\n12-1,迎新演出,2,300多\n12月上旬,社区演出,,\n";

#[test]
fn every_form_that_can_be_typed_can_be_imported() {
    let bench = Bench::sample();
    let rows = "时间,名称,单位\n44915,甲,\n2022/12/20 0:00,乙,\n12-20,丙,\n十二月二十日,丁,\n7-13~17,戊,\n10月上旬,己,\n端午,庚,\n";
    let checked = checked(&bench, "2.7", rows);
    assert_eq!(faults(&checked), [""; 0]);
    let starts: Vec<String> = checked.new.iter().map(|(_, item)| item.card.when.start().to_string()).collect();
    assert_eq!(starts[..4], ["2022-12-20"; 4]);
    assert_eq!(starts[4..6], ["2022-07-13", "2022-10-01"]);
}

#[test]
fn one_change_records_all_and_one_undo_takes_all_back() {
    let mut bench = Bench::empty();
    let before = bench.session.ledger().clone();
    let checked = checked(&bench, "2.7", SHOWS);
    assert_eq!((checked.new.len(), checked.doubles.len(), checked.faulty.len()), (2, 0, 0));
    bench.session.apply(&bench.session.import(checked, "演出.csv")).expect("saved");
    assert_eq!(bench.session.ledger().items.len(), 2);
    let order: Vec<&str> = bench.session.ledger().items.values().map(|item| item.card.title.as_str()).collect();
    assert_eq!(order, ["迎新演出", "社区演出"], "ids follow the rows");
    assert_eq!(bench.session.last_act().map(|last| last.act.text(Lang::Zh)).as_deref(), Some("导入[演出.csv]"));
    bench.session.undo().expect("undone");
    assert_eq!(*bench.session.ledger(), before);
}

#[test]
fn what_the_ledger_or_the_table_has_already_is_a_double() {
    let mut bench = Bench::empty();
    let there = bench.add("2.7", &[("标题", "迎新演出"), ("日期", "12-1")]);
    let checked = checked(&bench, "2.7", &format!("{SHOWS}12-2,迎新演出,,\n12月上旬, 社区演出 ,,\n"));
    assert_eq!(titles(&checked), ["社区演出", "迎新演出"]);
    let twins: Vec<(usize, Twin)> = checked.doubles.iter().map(|double| (double.row, double.of)).collect();
    assert_eq!(twins, [(2, Twin::Item(there.card.id)), (5, Twin::Row(3))]);
}

#[test]
fn what_lies_in_the_bin_is_no_double() {
    let mut bench = Bench::empty();
    let there = bench.add("2.7", &[("标题", "迎新演出"), ("日期", "12-1")]);
    bench.session.apply(&bench.session.bin(there.card.id).expect("there")).expect("saved");
    assert_eq!(checked(&bench, "2.7", SHOWS).doubles, []);
}

#[test]
fn every_wrong_cell_of_a_row_is_told_with_its_column() {
    let bench = Bench::sample();
    let text = "日期,题目,媒体\n6月31日,甲,没有的报\n,乙,新华网\n12-20,,新华网\n12-20,丁,\n";
    let checked = checked(&bench, "3.7", text);
    let told = faults(&checked);
    assert_eq!(told.len(), 5, "{told:?}");
    assert!(told[0].starts_with("2 日期 日期：`6月31日`") && told[0].ends_with("天）"), "{told:?}");
    assert!(told[1].starts_with("2 媒体 媒体：名录[") && told[1].contains("`没有的报`"), "{told:?}");
    assert!(told[2].starts_with("3 日期 日期：不能空着"), "{told:?}");
    assert!(told[3].starts_with("4 题目 标题：不能空着"), "{told:?}");
    assert!(told[4].starts_with("5 媒体 媒体：必填"), "{told:?}");
    assert_eq!((checked.faulty_rows(), checked.new.len()), (4, 0));
}

#[test]
fn a_mapping_that_was_chosen_is_remembered_with_the_import_and_goes_with_its_undo() {
    let mut bench = Bench::empty();
    let text = "何时,何事,日期\n12-1,甲,不要\n";
    assert!(matches!(tried(&bench, request("2.7"), text), Err(TableError::NoColumn(CommonField::Title, _))));
    let chosen = [("何时", "when"), ("何事", "title"), ("日期", "-")];
    let chosen = chosen.map(|(heading, code)| (heading.to_owned(), Role::of_code(code))).to_vec();
    let asked = Request { chosen, ..request("2.7") };
    let made = tried(&bench, asked, text).expect("mapped");
    bench.session.apply(&bench.session.import(made, "a.csv")).expect("saved");
    let again = checked(&bench, "2.7", &text.replace('甲', "乙"));
    let how: Vec<How> = again.columns.iter().map(|column| column.how).collect();
    assert_eq!((titles(&again), how), (vec!["乙"], vec![How::Remembered; 3]));
    bench.session.undo().expect("undone");
    assert!(tried(&bench, request("2.7"), text).is_err());
}

#[test]
fn two_columns_never_share_a_field() {
    let bench = Bench::empty();
    let checked = checked(&bench, "2.7", "活动时间,日期,活动名称,标题\n1-1,12-1,乙,甲\n");
    assert_eq!(titles(&checked), ["甲"]);
    assert_eq!(checked.new[0].1.card.when.start().to_string(), "2022-12-01");
}

#[test]
fn rows_may_say_their_matter_themselves() {
    let bench = Bench::sample();
    let text = "事项,日期,标题,媒体\n2.7,12-1,演出,\n3.7,12-2,稿件,新华网\n没有的事,12-3,丙,\n";
    let made = tried(&bench, Request::default(), text).expect("a column says it");
    let matters: Vec<&str> = made.new.iter().map(|(_, item)| item.card.matter.as_str()).collect();
    assert_eq!(matters, ["2.7", "3.7"]);
    assert!(faults(&made)[0].starts_with("4 事项 没有叫 `没有的事`"), "{:?}", faults(&made));
    assert!(made.new[1].1.card.fields.contains_key("outlet"), "each row has the fields of its own kind");
    assert_eq!(tried(&bench, Request::default(), SHOWS), Err(TableError::NoMatter));
}

#[test]
fn what_all_rows_are_given_stands_where_no_cell_says_otherwise() {
    let bench = Bench::empty();
    let given = vec![("日期".to_owned(), "2022年".to_owned())];
    let made = tried(&bench, Request { given, ..request("2.7") }, "标题,场次\n甲,1\n乙,2\n").expect("dated");
    assert_eq!(made.new.len(), 2);
    assert_eq!(made.new[0].1.card.when.print(bench.session.year()), "2022年");
    let wrong = vec![("日期".to_owned(), "明日复明日".to_owned())];
    let refused = tried(&bench, Request { given: wrong, ..request("2.7") }, "标题,场次\n甲,1\n");
    assert!(matches!(refused, Err(TableError::Given(_))), "{refused:?}");
}

#[test]
fn dates_of_another_year_are_told() {
    let bench = Bench::empty();
    assert_eq!(checked(&bench, "2.7", "日期,标题\n2021-12-1,甲\n12-1,乙\n").outside, [2]);
}

#[test]
fn a_check_that_is_told_to_stop_stops_and_changes_nothing() {
    let bench = Bench::empty();
    let importer = bench.session.importer(request("2.7"));
    let book = book(&format!("日期,标题\n{}", "12-1,甲\n".repeat(1000)));
    let plan = importer.plan(&book.table).expect("mapped");
    assert_eq!(importer.check(&book.table, &plan, &|rows| rows < 500), Err(TableError::Cancelled));
}

#[test]
fn what_is_no_file_with_a_table_is_told() {
    let bench = Bench::empty();
    let load = |path: &Path| bench.session.load_table(path, None, &|_| true);
    assert!(matches!(load(&bench.path().join("没有.csv")), Err(SessionError::NoFile(_))));
    assert!(matches!(load(bench.path()), Err(SessionError::Table(TableError::Folder(_)))));
}

#[cfg(unix)]
#[test]
fn a_file_that_says_it_is_a_gigabyte_is_not_read() {
    let bench = Bench::empty();
    let path = bench.path().join("大.xlsx");
    std::fs::File::create(&path).and_then(|file| file.set_len(1 << 30)).expect("a sparse file");
    let refused = bench.session.load_table(&path, None, &|_| true);
    assert!(matches!(refused, Err(SessionError::Table(TableError::Import(ImportError::TooLarge)))), "{refused:?}");
}
