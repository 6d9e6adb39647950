//! Tidying what people typed into a field, so that it stands well within a sentence.

use std::borrow::Cow;

/// Signs that a value ends or begins with only by chance: the sentence around it has its own.
const IDLE: [char; 6] = ['，', '、', '；', '：', '。', '\u{3000}'];
/// What stands inside of quotes and titles in place of the same sign (GB/T 15834-2011, 4.8.3.4 and 4.15.3.4).
const INNER: [([char; 2], [&str; 2]); 2] = [(['“', '”'], ["‘", "’"]), (['《', '》'], ["〈", "〉"])];

/// A value without idle signs at its ends; its lines stand one after the other. Nothing but such signs stays as it is.
pub(super) fn tidy(text: &str) -> Cow<'_, str> {
    let bare = |line: &'_ str| line.trim_matches(is_idle).len();
    if !text.contains('\n') {
        let tidy = text.trim_matches(is_idle);
        return Cow::Borrowed(if tidy.is_empty() { text } else { tidy });
    }
    let mut tidied = String::new();
    let mut full_stop = false;
    for line in text.lines().filter(|line| bare(line) > 0) {
        if !tidied.is_empty() && !tidied.ends_with(['！', '？', '…']) {
            tidied.push(if full_stop { '。' } else { '；' });
        }
        tidied.push_str(line.trim_matches(is_idle));
        full_stop = line.trim_end().ends_with('。');
    }
    if tidied.is_empty() { Cow::Borrowed(text) } else { Cow::Owned(tidied) }
}

fn is_idle(c: char) -> bool {
    IDLE.contains(&c) || c.is_whitespace()
}

/// Words as they stand between `open` and its partner: “ ” in quotes become ‘ ’, 《 》 in titles become 〈 〉.
pub(super) fn inner(text: &str, open: char) -> Cow<'_, str> {
    match INNER.iter().find(|(outer, _)| outer[0] == open && text.contains(outer)) {
        Some((outer, within)) => Cow::Owned(text.replace(outer[0], within[0]).replace(outer[1], within[1])),
        None => Cow::Borrowed(text),
    }
}

/// Whether a text stands as a whole between `open` and `close`, or in several such pairs.
pub(super) fn is_within(text: &str, open: char, close: char) -> bool {
    text.len() > open.len_utf8() && text.starts_with(open) && text.ends_with(close)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_at_the_ends_go_and_those_within_stay() {
        assert_eq!(tidy("，各镇街、各部门。 "), "各镇街、各部门");
        assert_eq!(tidy("怎么办？"), "怎么办？");
        assert_eq!(tidy("，"), "，");
    }

    #[test]
    fn lines_stand_one_after_the_other() {
        assert_eq!(tidy("抓学习\n\n抓宣传；\n"), "抓学习；抓宣传");
        assert_eq!(tidy("抓学习。\n行吗？\n抓宣传。"), "抓学习。行吗？抓宣传");
    }

    #[test]
    fn quotes_within_quotes_and_titles_within_titles_change() {
        assert_eq!(inner("学“习”", '“'), "学‘习’");
        assert_eq!(inner("关于印发《办法》的通知", '《'), "关于印发〈办法〉的通知");
        assert_eq!(inner("学“习”", '《'), "学“习”");
    }
}
