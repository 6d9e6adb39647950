//! What rows that add up others are called in tables that others made.

/// What such rows are called, alone or with a word more: 合计, 本页小计, 全年总计.
const SUMS: [&str; 4] = ["合计", "小计", "总计", "共计"];
/// The same in English, alone.
const SUMS_EN: [&str; 4] = ["sum", "total", "subtotal", "grandtotal"];
/// Most characters of what such a row is called.
const LONGEST: usize = 6;

/// Whether a text is what a row is called that adds up those above it.
pub fn is_sum(text: &str) -> bool {
    let is_sign = |c: char| c.is_whitespace() || matches!(c, ':' | '：');
    let word: String = text.chars().filter(|c| !is_sign(*c)).collect::<String>().to_lowercase();
    let is_named = SUMS.iter().any(|sum| word.starts_with(sum) || word.ends_with(sum));
    SUMS_EN.contains(&word.as_str()) || is_named && word.chars().count() <= LONGEST
}

#[test]
fn a_sum_is_known_by_its_word_and_not_by_a_title_that_has_it() {
    for text in ["合计", "合 计：", "本页小计", "全年总计", "Total", "Grand total"] {
        assert!(is_sum(text), "{text}");
    }
    for text in ["合计划拨经费仪式", "统计局来访", "设计小组成立", "total war"] {
        assert!(!is_sum(text), "{text}");
    }
}
