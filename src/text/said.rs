//! Numbers with their units, as a text says them: 12场次, 1.2万人次, 近百名, 四次, １２篇, 12.5％.

use std::ops::Range;

/// A number that a text says of something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said<'a> {
    /// The number as it stands, with the words that make it 约.
    pub number: &'a str,
    /// Its unit.
    pub unit: &'a str,
    /// Both.
    pub text: &'a str,
    /// Where the number begins, in bytes.
    pub at: usize,
}

/// What people count in, whatever the office: months, days and years are dates, no measures.
pub const MEASURES: [&str; 58] = [
    "个",
    "项",
    "次",
    "场",
    "名",
    "人",
    "位",
    "篇",
    "条",
    "件",
    "份",
    "册",
    "本",
    "期",
    "部",
    "家",
    "支",
    "批",
    "类",
    "处",
    "所",
    "幅",
    "张",
    "块",
    "套",
    "辆",
    "台",
    "户",
    "门",
    "节",
    "堂",
    "轮",
    "组",
    "首",
    "集",
    "版",
    "座",
    "间",
    "亩",
    "枚",
    "封",
    "人次",
    "场次",
    "课时",
    "公里",
    "平方米",
    "吨",
    "元",
    "万元",
    "亿元",
    "字",
    "种",
    "项次",
    "件次",
    "户次",
    "%",
    "％",
    "个百分点",
];

const LEADING: &[&str] = &["大约", "约", "将近", "接近", "近", "超过", "超", "逾"];
const HAN: &str = "零〇一二两三四五六七八九十百千万亿";
const SCALES: &str = "百千万亿";
/// What opens a stretch in which numbers are names, and what closes it.
const QUOTES: &[(char, char)] = &[('“', '”'), ('《', '》'), ('〔', '〕'), ('「', '」')];
/// Between the numbers of a range.
const RANGE: &[char] = &['-', '—', '–', '～', '~', '至', '到'];
/// Between the hour and the minutes.
const CLOCK: &[char] = &['时', '点', ':', '：'];
/// Before a ten, hundred or more: nobody knows how many.
const UNTOLD: &[char] = &['数', '几', '上', '成'];
/// Measures that names and turns of speech take too: 四个意识, 八项规定, 五位一体, 十分.
const OF_NAMES: &[&str] = &["个", "项", "位", "分"];

/// The numbers in `text` that stand before one of `units`; ordinals and what stands in quotes or 《》 are names.
pub fn said<'a>(text: &'a str, units: &[&str]) -> Vec<Said<'a>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        if let Some((_, close)) = QUOTES.iter().find(|(open, _)| *open == c) {
            at = text[at..].find(*close).map_or(text.len(), |end| at + end + close.len_utf8());
            continue;
        }
        let Some(number) = number(text, at) else {
            at += c.len_utf8();
            continue;
        };
        at = number.end;
        found.extend(of_unit(text, number, units));
    }
    found
}

/// The number that begins at `at`, with the words around it that make it 约.
fn number(text: &str, at: usize) -> Option<Range<usize>> {
    let lead = LEADING.iter().find(|word| text[at..].starts_with(**word)).map_or(at, |word| at + word.len());
    let mut end = lead;
    // 1万2千 goes on behind its 万.
    while let Some(next) = digits(text, end).or_else(|| after(text, end, |c| HAN.contains(c))) {
        end = next;
    }
    if end == lead {
        return None;
    }
    if let Some(more) = after(text, end, |c| matches!(c, '多' | '余')) {
        end = after(text, more, |c| matches!(c, '万' | '亿')).unwrap_or(more);
    }
    Some(at..end)
}

/// Where the digits at `at` end; a point or comma is theirs only between two of them.
fn digits(text: &str, at: usize) -> Option<usize> {
    let end = after(text, at, is_digit)?;
    let inner = after(text, end, |c| matches!(c, '.' | ',' | '．')).and_then(|point| digits(text, point));
    Some(inner.unwrap_or(end))
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

/// Where the characters of a sort end that begin at `at`, one at least.
fn after(text: &str, at: usize, is_in: impl Fn(char) -> bool) -> Option<usize> {
    let rest = &text[at..];
    let length = rest.find(|c| !is_in(c)).unwrap_or(rest.len());
    (length > 0).then_some(at + length)
}

fn of_unit<'a>(text: &'a str, number: Range<usize>, units: &[&str]) -> Option<Said<'a>> {
    let rest = &text[number.end..];
    let unit = units.iter().filter(|unit| rest.starts_with(**unit)).max_by_key(|unit| unit.len())?;
    // 12人次 is nothing of 人.
    let is_longer = !unit.ends_with('次') && rest[unit.len()..].starts_with('次');
    let written = &text[number.clone()];
    if is_longer || is_no_count(&text[..number.start], written) || is_phrase(written, unit) {
        return None;
    }
    let end = number.end + unit.len();
    Some(Said { number: written, unit: &text[number.end..end], text: &text[number.start..end], at: number.start })
}

/// Whether what stands before a number makes it one of several (第3), the end of a range (3至5), the minutes of an hour,
/// or vague (数十).
fn is_no_count(before: &str, number: &str) -> bool {
    let is_number = |c| is_digit(c) || HAN.contains(c);
    let goes_on = |signs: &[char]| before.strip_suffix(signs).is_some_and(|from| from.ends_with(is_number));
    let is_untold = before.ends_with(UNTOLD) && number.starts_with(|c| c == '十' || SCALES.contains(c));
    before.ends_with('第') || goes_on(RANGE) || goes_on(CLOCK) || is_untold
}

/// Whether a number is a turn of speech: 一次, 百人, 四个.
fn is_phrase(number: &str, unit: &str) -> bool {
    let mut chars = number.chars();
    let (Some(only), None) = (chars.next(), chars.next()) else { return false };
    only == '一' || SCALES.contains(only) || OF_NAMES.contains(&unit) && HAN.contains(only)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        said(text, &MEASURES).into_iter().map(|one| one.text).collect()
    }

    #[test]
    fn numbers_are_found_before_the_longest_unit() {
        assert_eq!(found("演出12场次，受众1.2万余人次，先后四次"), ["12场次", "1.2万余人次", "四次"]);
        assert_eq!(found("近百名干部、1,200人参加"), ["近百名", "1,200人"]);
        assert_eq!(said("共四次。", &["次"]), [Said { number: "四", unit: "次", text: "四次", at: 3 }]);
    }

    #[test]
    fn however_a_number_is_written_it_is_one() {
        assert_eq!(found("发稿１２篇，其中头版3篇"), ["１２篇", "3篇"]);
        assert_eq!(found("受众1万2千人，同比增长12.5％，提高2个百分点"), ["1万2千人", "12.5％", "2个百分点"]);
        assert_eq!(found("发放30多万份、三百余册，投入1.2亿元"), ["30多万份", "三百余册", "1.2亿元"]);
        assert_eq!(found("共计187,其中12篇"), ["12篇"]);
        assert_eq!(found("建成文化广场十二个，总数达到30个，会上3人发言"), ["十二个", "30个", "3人"]);
    }

    #[test]
    fn ordinals_names_and_turns_of_speech_are_no_numbers() {
        for text in [
            "第3次会议，一次次走访，“万名干部进万家”，《百人百场次》，3月25日，2022年",
            "增强四个意识，落实八项规定，统筹五位一体，做到两个维护",
            "千人广场舞，数十次，几十名，上百人",
            "（2022）3号文件，渝委发〔2022〕12号，第二十次全国代表大会",
            "上午9时30分，12月上旬，2021—2022年，G20，电话02367890123",
            "共3至5次，10—20人",
            "党的二十大、十九届六中全会、“十四五”规划",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
        assert_eq!(found("12人次"), ["12人次"]);
        assert_eq!(said("12人次", &["人"]), []);
        assert_eq!(said("上午9时30分，十分重要，三分之一", &["分"]), []);
    }
}
