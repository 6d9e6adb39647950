//! Breaking a title into lines of about equal length, at the ends of words, the first not the shorter.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::script::letters;
use super::typeset::TypeSize;

/// What a break costs where it must not be; larger than any sum of the others in one title line.
const NEVER: usize = 1_000_000;
/// What each line costs: one more is better than cutting a word or a year.
const LINE: usize = 300;
/// What a line longer than the one above it costs.
const LONGER_BELOW: usize = 100;

/// What a title line holds at most, in twips: 156 mm, twenty full characters.
const WIDTH: usize = 8845;
/// Half a character of a title, in twips: lines are balanced by it.
const HALF: usize = 220;

/// Breaks `title` into lines that fit on paper `width` twips wide, balanced; one more than needed where a word would be
/// cut.
///
/// The ranges are bytes of `title`; a line end in it breaks and is left out. There is always one line at least.
pub fn balance(title: &str, width: usize) -> Vec<Range<usize>> {
    let width = width.clamp(1, WIDTH);
    let mut lines = Vec::new();
    let mut start = 0;
    for part in title.split('\n') {
        let breaks = balance_part(part, width);
        lines.extend(breaks.into_iter().map(|line| start + line.start..start + line.end));
        start += part.len() + 1;
    }
    lines
}

/// Balances one stretch without line ends.
fn balance_part(part: &str, width: usize) -> Vec<Range<usize>> {
    let whole = TypeSize::TITLE.width(part);
    if whole <= width {
        return std::iter::once(0..part.len()).collect();
    }
    let places = places(part);
    let fewest = whole.div_ceil(width);
    let ideals = [fewest, fewest + 1].map(|lines| whole.div_ceil(lines));
    let ways = ideals.map(|ideal| cheapest(&places, ideal, width));
    let (_, from) = ways.iter().min_by_key(|(cost, _)| *cost).expect("two ways were tried");
    trace(&places, from)
}

/// A place where a line may end.
struct Place {
    /// Byte in the title.
    at: usize,
    /// What stands before it, in twips.
    before: usize,
    /// What ending a line here costs.
    cost: usize,
}

/// All places between characters, from the start to the end of the title.
fn places(part: &str) -> Vec<Place> {
    let mut before = 0;
    let mut last = None;
    let mut places = Vec::new();
    let mut letters = letters(part).peekable();
    for ((at, grapheme), cost) in part.grapheme_indices(true).zip(costs(part)) {
        places.push(Place { at, before, cost });
        while let Some(letter) = letters.next_if(|letter| letter.at < at + grapheme.len()) {
            before += TypeSize::TITLE.advance(last.replace(letter), letter);
        }
    }
    places.push(Place { at: part.len(), before, cost: 0 });
    places
}

/// The cost of all lines; and for each place, where the line that ends here starts, so that all up to here cost least.
fn cheapest(places: &[Place], ideal: usize, width: usize) -> (usize, Vec<usize>) {
    let mut total = vec![0; places.len()];
    let mut from = vec![0; places.len()];
    for end in 1..places.len() {
        let mut best = usize::MAX;
        for start in (0..end).rev() {
            let length = places[end].before - places[start].before;
            if length > width && start + 1 < end {
                break;
            }
            let above = places[start].before - places[from[start]].before;
            let uneven = if start > 0 && length > above { LONGER_BELOW } else { 0 };
            let cost = total[start] + LINE + (length.abs_diff(ideal) / HALF).pow(2) + places[end].cost + uneven;
            if cost < best {
                (best, from[end]) = (cost, start);
            }
        }
        total[end] = best;
    }
    (total[places.len() - 1], from)
}

/// The lines, followed back from the end.
fn trace(places: &[Place], from: &[usize]) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut end = places.len() - 1;
    while end > 0 {
        lines.push(places[from[end]].at..places[end].at);
        end = from[end];
    }
    lines.reverse();
    lines
}

/// What a line end before each character costs.
fn costs(part: &str) -> Vec<usize> {
    let mut inside = 0;
    let mut quoted = 0_usize;
    let mut since = 0_usize;
    let mut last = "";
    let mut costs = Vec::new();
    for (at, next) in part.grapheme_indices(true) {
        let mut cost = if at < inside { 300 } else { join(last, next, &part[at..]) };
        since = if cost == 0 { 0 } else { since };
        cost += if cost == LOOSE && since % 2 == 1 { 80 } else { 0 };
        cost += if quoted > 0 { 200 } else { 0 };
        costs.push(cost);
        quoted = (quoted + usize::from(OPENING.contains(next))).saturating_sub(usize::from(CLOSES.contains(next)));
        if at >= inside {
            inside = at + word_at(&part[at..]);
        }
        since += 1;
        last = next;
    }
    costs
}

/// A break between two characters of which nothing is known.
const LOOSE: usize = 40;
/// Signs that open.
const OPENING: &str = "（《〈“‘「『【〔([";
/// Signs that close what was opened.
const CLOSES: &str = "）》〉”’」』】〕)]";
/// Signs that never begin a line, besides those that close.
const TRAILING: &str = "，。、；：？！…—·％%,.;:?!~～";
/// Words that begin a new thought: a line may well begin with them.
const LINKS: [&str; 6] = ["和", "与", "及", "暨", "以及", "并"];

/// What a line end between `last` and `rest`, which begins with `next`, costs.
fn join(last: &str, next: &str, rest: &str) -> usize {
    let ascii = |text: &str| text.starts_with(|c: char| c.is_ascii_graphic());
    let digit = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    if last.is_empty() {
        0
    } else if CLOSES.contains(next) || TRAILING.contains(next) || OPENING.contains(last) || (ascii(last) && ascii(next))
    {
        NEVER
    } else if digit(last) {
        400
    } else if CLOSES.contains(last) || TRAILING.contains(last) || OPENING.contains(next) || ascii(next) || ascii(last) {
        0
    } else if last == "年" {
        150
    } else if last == " " || last == "的" || LINKS.iter().any(|link| rest.starts_with(link)) {
        0
    } else {
        LOOSE
    }
}

/// Bytes of the longest known word at the head of `rest`; 0 when none is known.
fn word_at(rest: &str) -> usize {
    WORDS.split(' ').filter(|word| rest.starts_with(word)).map(str::len).max().unwrap_or(0)
}

/// Words that titles of official documents are made of: never cut.
const WORDS: &str = "\
    工作 总结 计划 报告 方案 意见 通知 情况 汇报 要点 安排 部署 落实 开展 进一步 加强 关于 \
    推进 推动 专项 整治 行动 活动 实施 考核 评估 调研 述职 责任制 责任 目标 任务 完成 机关 \
    街道 社区 乡镇 学校 宣传部 组织部 统战部 政法委 纪委 监委 党委 党组 区委 市委 县委 省委 \
    政府 人民 委员会 办公室 领导小组 中心组 党建 年度 年终 半年 上半年 下半年 季度 全年 \
    一季度 二季度 三季度 四季度 宣传 思想 文化 意识形态 精神文明 文明 建设 理论 学习 教育 \
    新闻 舆论 舆情 网络 安全 管理 服务 发展 改革 创新 创建 志愿 队伍 干部 公共 事业 规划 \
    明年";

#[cfg(test)]
mod tests {
    use proptest::prelude::{ProptestConfig, proptest};

    use super::*;

    fn lines(title: &str) -> Vec<&str> {
        balance(title, WIDTH).into_iter().map(|line| &title[line]).collect()
    }

    #[test]
    fn a_short_title_is_one_line() {
        assert_eq!(lines("2022年工作总结"), ["2022年工作总结"]);
        assert_eq!(lines(""), [""]);
    }

    #[test]
    fn a_long_title_breaks_between_words_the_first_line_not_the_shorter() {
        assert_eq!(
            lines("中共临江区委宣传部2022年工作总结和2023年工作计划"),
            ["中共临江区委宣传部2022年工作总结", "和2023年工作计划"]
        );
        assert_eq!(
            lines("关于进一步加强全区意识形态工作责任制落实情况的报告"),
            ["关于进一步加强全区意识形态", "工作责任制落实情况的报告"]
        );
    }

    #[test]
    fn years_and_names_in_brackets_stay_whole() {
        let broken = lines("某某区人民政府办公室关于印发《某某区2022年度公共文化服务体系建设实施方案》的通知");
        assert!(broken.iter().any(|line| line.contains("2022年")), "{broken:?}");
        assert!(broken.iter().all(|line| !line.starts_with('》')), "{broken:?}");
    }

    #[test]
    fn a_line_end_typed_in_the_title_is_kept() {
        assert_eq!(lines("甲区\n2022年工作总结"), ["甲区", "2022年工作总结"]);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn no_character_is_lost_and_no_line_is_too_long(title in "[一-龥0-9a-z（）、年 ]{0,90}") {
            let lines = lines(&title);
            assert_eq!(lines.concat(), title);
            let longest_word = title.split(|c: char| !c.is_ascii()).map(str::len).max().unwrap_or(0);
            assert!(longest_word > 20 || lines.iter().all(|line| TypeSize::TITLE.width(line) <= WIDTH), "{lines:?}");
        }
    }
}
