//! Numbers with their units, as a text says them: 12场次, 1.2万人次, 近百名, 四次.

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

const LEADING: &[&str] = &["大约", "约", "将近", "接近", "近", "超过", "超", "逾"];
const HAN: &str = "零〇一二两三四五六七八九十百千万亿";
/// What opens a stretch in which numbers are names, and what closes it.
const QUOTES: &[(char, char)] = &[('“', '”'), ('《', '》'), ('〔', '〕'), ('「', '」')];

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
    let after = |at: usize, is_in: fn(char) -> bool| {
        let rest = &text[at..];
        at + rest.find(|c| !is_in(c)).unwrap_or(rest.len())
    };
    let lead = LEADING.iter().find(|word| text[at..].starts_with(**word)).map_or(at, |word| at + word.len());
    let first = text[lead..].chars().next()?;
    let digits =
        if first.is_ascii_digit() { after(lead, |c| c.is_ascii_digit() || c == '.' || c == ',') } else { lead };
    let end = after(digits, |c| HAN.contains(c));
    let end = after(end, |c| matches!(c, '多' | '余'));
    (end > lead).then_some(at..end)
}

fn of_unit<'a>(text: &'a str, number: Range<usize>, units: &[&str]) -> Option<Said<'a>> {
    let rest = &text[number.end..];
    let unit = units.iter().filter(|unit| rest.starts_with(**unit)).max_by_key(|unit| unit.len())?;
    // 12人次 is nothing of 人; 第3次 is one of them; 一次 is seldom a number.
    let is_longer = !unit.ends_with('次') && rest[unit.len()..].starts_with('次');
    let written = &text[number.clone()];
    if is_longer || text[..number.start].ends_with('第') || written == "一" {
        return None;
    }
    let end = number.end + unit.len();
    Some(Said { number: written, unit: &text[number.end..end], text: &text[number.start..end], at: number.start })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        said(text, &["场次", "人次", "人", "次", "名"]).into_iter().map(|one| one.text).collect()
    }

    #[test]
    fn numbers_are_found_before_the_longest_unit() {
        assert_eq!(found("演出12场次，受众1.2万余人次，先后四次"), ["12场次", "1.2万余人次", "四次"]);
        assert_eq!(found("近百名干部、1,200人参加"), ["近百名", "1,200人"]);
    }

    #[test]
    fn ordinals_names_and_turns_of_speech_are_no_numbers() {
        assert_eq!(found("第3次会议，一次次走访，“万名干部进万家”，《百人百场次》，3月25日，2022年"), [""; 0]);
        assert_eq!(found("12人次"), ["12人次"]);
        assert_eq!(said("12人次", &["人"]), []);
    }
}
