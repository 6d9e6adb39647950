//! The report's pages: from a figure to the field it is taken from, and back to the same place.

use super::bench::Bench;

/// The report of the sample, the cursor on the first figure of this name.
fn at(name: &str) -> Bench {
    let mut bench = Bench::sample();
    bench.press("F6");
    for _ in 0..200 {
        if bench.press("Right").screen().contains(name) {
            return bench;
        }
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
