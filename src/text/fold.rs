//! Full-width forms folded to half width, where they are keys or numbers; never in text.
//!
//! The table is our own: Unicode's compatibility forms would turn ① into 1 and … into three dots.

/// Distance from a full-width form (U+FF01 to U+FF5E) to its ASCII character.
const FULL_WIDTH_OFFSET: u32 = 0xFEE0;

/// Folds one character that arrives as a key: ？ → ?, １ → 1, 【 → [.
pub fn fold_key(key: char) -> char {
    match key {
        '。' => '.',
        '、' => '/',
        '【' | '「' => '[',
        '】' | '」' => ']',
        '『' => '{',
        '』' => '}',
        '《' | '〈' => '<',
        '》' | '〉' => '>',
        '“' | '”' => '"',
        '‘' | '’' => '\'',
        '·' => '`',
        '—' => '_',
        '…' => '^',
        '￥' => '$',
        _ => fold_form(key),
    }
}

/// Folds digits, letters and signs of a number or date: ０-９ 。．－ ，.
pub fn fold(text: &str) -> String {
    text.chars().map(fold_sign).collect()
}

/// A heading as it is compared: without blanks, line ends, stars, colons and what stands in brackets behind it.
pub fn fold_heading(heading: &str) -> String {
    let folded: String = fold(heading).to_lowercase().chars().filter(|c| !c.is_whitespace() && *c != '*').collect();
    let bare = folded.trim_end_matches(':');
    let without = bare.strip_suffix(')').and_then(|inside| inside.rsplit_once('(')).map(|(before, _)| before);
    without.filter(|before| !before.is_empty()).unwrap_or(bare).to_owned()
}

/// Folds a full-width form or the full-width blank to ASCII; every other character stays.
pub fn fold_form(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '！'..='～' => char::from_u32(u32::from(c) - FULL_WIDTH_OFFSET).unwrap_or(c),
        _ => c,
    }
}

fn fold_sign(c: char) -> char {
    match c {
        '。' => '.',
        '—' | '–' | '−' | '‐' | '‑' | '―' => '-',
        '〜' | '∼' => '~',
        '∶' => ':',
        _ => fold_form(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_typed_in_chinese_mode_reach_their_command() {
        let folded: String = "？／、：；１ａＺ【】『』「」·～—－。".chars().map(fold_key).collect();
        assert_eq!(folded, "?//:;1aZ[]{}[]`~_-.");
    }

    #[test]
    fn numbers_and_dates_fold() {
        assert_eq!(fold("２０２２。３．１５－１６，１：３０％"), "2022.3.15-16,1:30%");
        assert_eq!(fold("7月13日—17日"), "7月13日-17日");
    }

    #[test]
    fn a_heading_is_compared_without_its_unit_and_signs() {
        for text in ["人数（人）", " 人 数", "人数*", "人数：", "人数\n（人次）"] {
            assert_eq!(fold_heading(text), "人数", "{text}");
        }
        assert_eq!(fold_heading("（备注）"), "(备注)");
    }

    #[test]
    fn what_is_neither_stays_as_it_is() {
        assert_eq!(fold("①…、三月《说明》"), "①…、三月《说明》");
        assert_eq!(fold_key('中'), '中');
        assert_eq!(fold_key('①'), '①');
    }
}
