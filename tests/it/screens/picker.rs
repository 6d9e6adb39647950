//! Picking what is recorded: a digit picks at once, and yet a matter's number can be typed.

use super::bench::{Bench, Setting};
use taizhang::lang::Lang;

#[test]
fn a_matters_number_is_typed_though_a_digit_picks_at_once() {
    let mut bench = Bench::sample();
    bench.press("F3 2").shows("记一条:").press(".").shows("选事项").shows("2.10").press("7");
    assert!(bench.row().contains("2.7"), "{}", bench.row());
    bench.press("Enter").shows("记一条: 2.7").press("Esc").lacks("草稿");
}

#[test]
fn a_number_may_be_full_width_and_have_two_digits_behind_the_dot() {
    for typed in ["２．７", "2。7", "２。７"] {
        Bench::sample().press("F3").press(typed).press("Enter").shows("记一条: 2.7");
    }
    Bench::sample().press("F3 2.13 Enter").shows("记一条: 2.13");
    Bench::of(Setting { lang: Lang::En, ..Setting::default() }).press("F3 2.7 Enter").shows("New: 2.7");
}

#[test]
fn a_dot_after_something_else_is_a_dot() {
    let mut bench = Bench::sample();
    bench.press("F3 1 1 .").shows("记一条:");
    assert!(bench.row().contains("1."), "{}", bench.row());
    bench.press("Esc F3 网台 1 .").shows("记一条: 6.5");
}

#[test]
fn after_a_blank_digits_search() {
    Bench::sample().press("F3 Space 6.5 Enter").shows("记一条: 6.5");
}

#[test]
fn a_grid_is_picked_by_number_too() {
    let mut bench = Bench::sample();
    bench.press("Ctrl-K 多条录入 Enter").shows("选事项").press("2.7 Enter").shows("多条录入: 2.7");
}

#[test]
fn help_says_how_a_number_is_typed() {
    Bench::sample().press("F3 F1").shows("2.7").press("Esc").shows("选事项");
}
