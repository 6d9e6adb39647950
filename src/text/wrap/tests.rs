//! What wrapping promises, on chosen texts and on any text.

use proptest::prelude::*;

use super::*;

const CELLS: Cells = Cells { ambiguous_wide: false };

fn lines(text: &str, width: usize) -> Vec<&str> {
    lines_after(text, width, 0)
}

fn lines_after(text: &str, width: usize, first: usize) -> Vec<&str> {
    wrap(text, width, first, CELLS).into_iter().map(|range| &text[range]).collect()
}

#[test]
fn chinese_breaks_anywhere_and_fills_the_line() {
    assert_eq!(lines("全年开展理论学习十二次", 8), ["全年开展", "理论学习", "十二次"]);
    assert_eq!(lines("", 8), [""]);
}

#[test]
fn a_closing_sign_takes_the_character_before_it_down() {
    assert_eq!(lines("一二三四。五六", 8), ["一二三", "四。五六"]);
    assert_eq!(lines("一二三》。五六", 8), ["一二", "三》。五", "六"]);
}

#[test]
fn an_opening_sign_goes_down_with_what_follows() {
    assert_eq!(lines("一二三《四五》", 8), ["一二三", "《四五》"]);
    assert_eq!(lines("一二“（三四", 7), ["一二", "“（三四"]);
}

#[test]
fn words_and_numbers_stay_together() {
    assert_eq!(lines("在people.com.cn发", 14), ["在", "people.com.cn", "发"]);
    assert_eq!(lines("增长达到12.5％左右", 12), ["增长达到", "12.5％左右"]);
    assert_eq!(lines("回顾过去2022年工作", 10), ["回顾过去", "2022年工作"]);
    assert_eq!(lines("人数为１２．５万人", 12), ["人数为", "１２．５万人"]);
}

#[test]
fn halves_of_a_dash_are_not_parted() {
    let text = "一二三——四";
    let broken: Vec<&str> =
        wrap(text, 8, 0, Cells { ambiguous_wide: true }).into_iter().map(|line| &text[line]).collect();
    assert_eq!(broken, ["一二三", "——四"]);
}

#[test]
fn a_word_longer_than_a_line_is_cut() {
    assert_eq!(lines("abcdefgh", 3), ["abc", "def", "gh"]);
    assert_eq!(lines("。。。。。", 4), ["。。", "。。", "。"]);
}

#[test]
fn blanks_hang_at_a_line_end() {
    assert_eq!(lines("one two  three", 8), ["one two", "three"]);
    assert_eq!(lines("abcd    ef", 4), ["abcd", "ef"]);
    assert_eq!(lines("ab  ", 8), ["ab  "]);
    assert_eq!(lines("ab     ", 4), ["ab  "]);
    assert_eq!(lines("　　首行缩进", 8), ["　　首行", "缩进"]);
}

#[test]
fn line_ends_break() {
    assert_eq!(lines("一\n\n二\r\n三\r", 8), ["一", "", "二", "三", ""]);
}

#[test]
fn the_first_line_leaves_room_for_what_stands_there() {
    assert_eq!(lines_after("一二三四五", 8, 4), ["一二", "三四五"]);
    assert_eq!(lines_after("abcdef", 8, 4), ["", "abcdef"]);
    assert_eq!(lines_after("一二", 8, 8), ["", "一二"]);
    assert_eq!(lines_after("一\n二三四五", 8, 4), ["一", "二三四五"]);
}

#[test]
fn a_blank_that_carries_a_mark_is_not_lost() {
    assert_eq!(lines("a \u{dd8}b", 1).concat(), "a \u{dd8}b");
}

#[test]
fn a_grapheme_wider_than_the_line_stands_alone() {
    assert_eq!(lines("一二", 1), ["一", "二"]);
    assert_eq!(lines("一", 0), ["一"]);
}

/// Texts of the signs that matter, and any others.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof!["[一二三，。《》“”（）——……a-c0-2.％ 　\n×*]{0,60}", "\\PC{0,40}"]
}

fn is_only_blanks(text: &str) -> bool {
    text.chars().all(|c| Sign::of(c.encode_utf8(&mut [0; 4])).is_blank() || matches!(c, '\n' | '\r'))
}

proptest! {
    #[test]
    fn no_line_is_wider_than_the_screen(text in any_text(), width in 1usize..20, first in 0usize..20, ambiguous_wide: bool) {
        let cells = Cells { ambiguous_wide };
        for (index, range) in wrap(&text, width, first, cells).into_iter().enumerate() {
            let line = &text[range];
            let room = if index == 0 { width.saturating_sub(first) } else { width };
            let single = index > 0 || first == 0;
            prop_assert!(cells.width(line) <= room || single && cells.graphemes(line).count() == 1, "{line:?}");
        }
    }

    #[test]
    fn nothing_but_blanks_and_line_ends_is_lost(text in any_text(), width in 1usize..20, first in 0usize..20) {
        let mut end = 0;
        for range in wrap(&text, width, first, CELLS) {
            prop_assert!(range.start >= end);
            prop_assert!(is_only_blanks(&text[end..range.start]), "{:?}", &text[end..range.start]);
            end = range.end;
        }
        prop_assert!(is_only_blanks(&text[end..]));
    }

    #[test]
    fn breaks_obey_the_signs_where_a_line_can_hold_them(text in "[一二三四五六]{1,3}([，。》][一二三]{1,2}|《[一二]){0,20}", width in 10usize..20) {
        for line in lines(&text, width).into_iter().skip(1) {
            prop_assert!(!line.starts_with(['，', '。', '》']), "{line}");
        }
        for line in lines(&text, width) {
            prop_assert!(!line.ends_with('《') || text.ends_with(line), "{line}");
        }
    }
}
