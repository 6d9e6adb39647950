//! Finding Chinese by 汉字, 拼音, initials or a subsequence.

use std::borrow::Cow;
use std::fmt;
use std::sync::LazyLock;

use ib_matcher::matcher::{IbMatcher, PinyinMatchConfig};
use ib_matcher::pinyin::{PinyinData, PinyinNotation};

use super::fold::fold_form;

/// The readings of all 汉字.
static READINGS: LazyLock<PinyinData> =
    LazyLock::new(|| PinyinData::new(PinyinNotation::Ascii | PinyinNotation::AsciiFirstLetter));

/// The initials of the common 汉字, one bit a letter: most places of a text are passed over by one look here.
static INITIALS: LazyLock<Vec<u32>> = LazyLock::new(|| HAN.map(initials_of).collect());

const HAN: std::ops::RangeInclusive<char> = '\u{4E00}'..='\u{9FFF}';

/// Steps between two ways of matching; within one, a shorter text comes first.
const TIER: u32 = 64;

/// What is being looked for.
#[derive(Debug)]
pub struct Query {
    words: Vec<Word>,
}

impl Query {
    /// Prepares a query; full-width letters and letter case do not matter. Words between blanks are all to be found.
    pub fn new(typed: &str) -> Self {
        Self { words: plain_form(typed).split_whitespace().map(Word::new).collect() }
    }

    /// How well `text` matches, larger is better; `None`: not at all. An empty query matches everything equally.
    pub fn score(&self, text: &str) -> Option<u32> {
        if self.words.is_empty() {
            return Some(0);
        }
        self.score_plain(&plain_form(text))
    }

    /// The same of a text that was made ready before.
    pub fn score_of(&self, text: &Findable) -> Option<u32> {
        let may_match = |word: &Word| word.spelled.as_ref().is_none_or(|spelled| text.may_hold(spelled.first));
        if !self.words.iter().all(may_match) {
            return None;
        }
        if self.words.is_empty() { Some(0) } else { self.score_plain(&text.plain) }
    }

    fn score_plain(&self, text: &str) -> Option<u32> {
        let mut lowest = u32::MAX;
        for word in &self.words {
            lowest = lowest.min(word.tier(text)? as u32);
        }
        let longer = u32::try_from(text.chars().count()).map_or(TIER - 1, |chars| chars.min(TIER - 1));
        Some(lowest * TIER + TIER - 1 - longer)
    }

    /// Whether `text` matches at all: looks no further than the first place that does.
    pub fn is_in(&self, text: &str) -> bool {
        let text = plain_form(text);
        self.words.iter().all(|word| word.is_in(&text))
    }
}

/// How a text is spelled, 拼音 for 汉字, so that sorting by it is what people expect; of several readings the first.
pub fn spelling(text: &str) -> String {
    let mut spelled = String::new();
    for c in text.chars().map(plain_char) {
        let before = spelled.len();
        READINGS.get_pinyins_and_for_each(c, |reading| {
            if spelled.len() == before {
                spelled.push_str(reading.notation(PinyinNotation::Ascii).unwrap_or_default());
            }
        });
        if spelled.len() == before {
            spelled.push(c);
        } else {
            // Syllables are told apart: xian before xi'an would mix two names.
            spelled.push(' ');
        }
    }
    spelled
}

/// A text made ready to be looked through at every key: its plain form, and the letters its readings begin with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Findable {
    plain: String,
    letters: u32,
}

impl Findable {
    /// Makes a text ready.
    pub fn new(text: &str) -> Self {
        let plain = plain_form(text).into_owned();
        let letters = plain.chars().map(|c| letter_bit(c) | initials(c)).fold(0, |all, letters| all | letters);
        Self { plain, letters }
    }

    /// Whether a word that begins with `first` may stand in it.
    fn may_hold(&self, first: char) -> bool {
        let letter = letter_bit(first);
        if letter == 0 { self.plain.contains(first) } else { self.letters & letter != 0 }
    }
}

/// Whether two names can be read alike: as many characters, each the same as the other's or of one reading with it.
pub fn sounds_like(one: &str, other: &str) -> bool {
    let (one, other) = (plain_form(one), plain_form(other));
    let alike = |(a, b): (char, char)| a == b || readings(a).iter().any(|reading| readings(b).contains(reading));
    one.chars().count() == other.chars().count() && one.chars().zip(other.chars()).all(alike)
}

/// Every reading of `c`, without tones.
fn readings(c: char) -> Vec<String> {
    let mut found = Vec::new();
    READINGS.get_pinyins_and_for_each(c, |reading| {
        found.extend(reading.notation(PinyinNotation::Ascii).map(ToString::to_string));
    });
    found
}

/// The ways of matching, best last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Tier {
    Subsequence = 1,
    InitialsInside,
    InitialsPrefix,
    InitialsWhole,
    PinyinInside,
    PinyinPrefix,
    PinyinWhole,
    Inside,
    Prefix,
    Whole,
}

/// One word of a query.
struct Word {
    text: String,
    /// Matchers for full 拼音 and for initials mixed with it; words without letters have none.
    spelled: Option<Spelled>,
}

impl Word {
    fn new(text: &str) -> Self {
        let spelled = text.chars().any(|c| c.is_ascii_alphabetic()).then(|| Spelled::new(text));
        Self { text: text.to_owned(), spelled }
    }

    fn tier(&self, text: &str) -> Option<Tier> {
        self.literal(text).or_else(|| match &self.spelled {
            Some(spelled) => spelled.tier(text),
            None => self.is_subsequence_of(text).then_some(Tier::Subsequence),
        })
    }

    fn is_in(&self, text: &str) -> bool {
        text.contains(&self.text)
            || match &self.spelled {
                Some(spelled) => spelled.is_in(text),
                None => self.is_subsequence_of(text),
            }
    }

    /// Whether the characters stand in `text` in this order; digits and signs would stand there by chance.
    fn is_subsequence_of(&self, text: &str) -> bool {
        let mut rest = text.chars();
        self.text.chars().all(|c| !c.is_ascii() && rest.any(|known| known == c))
    }

    fn literal(&self, text: &str) -> Option<Tier> {
        match text.find(&self.text)? {
            0 if text.len() == self.text.len() => Some(Tier::Whole),
            0 => Some(Tier::Prefix),
            _ => Some(Tier::Inside),
        }
    }
}

impl fmt::Debug for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text.fmt(f)
    }
}

/// A word to be read as 拼音.
struct Spelled {
    first: char,
    /// It is one letter: where it may begin, it is.
    is_letter: bool,
    full: IbMatcher<'static>,
    mixed: IbMatcher<'static>,
}

impl Spelled {
    fn new(text: &str) -> Self {
        let first = text.chars().next().unwrap_or_default();
        let mixed = PinyinNotation::Ascii | PinyinNotation::AsciiFirstLetter;
        let (full, mixed) = (matcher(text, PinyinNotation::Ascii), matcher(text, mixed));
        Self { first, is_letter: text.len() == 1, full, mixed }
    }

    fn tier(&self, text: &str) -> Option<Tier> {
        let mut best = None;
        for (at, _) in text.char_indices().filter(|&(_, c)| may_begin(self.first, c)) {
            best = best.max(self.tier_at(text, at));
        }
        best
    }

    fn is_in(&self, text: &str) -> bool {
        let mut places = text.char_indices().filter(|&(_, c)| may_begin(self.first, c));
        if self.is_letter {
            return places.next().is_some();
        }
        places.any(|(at, _)| self.mixed.test(&text[at..]).is_some())
    }

    fn tier_at(&self, text: &str, at: usize) -> Option<Tier> {
        let rest = &text[at..];
        let mixed = self.mixed.test(rest)?;
        let full = self.full.test(rest);
        let end = full.as_ref().unwrap_or(&mixed).end();
        Some(match (full.is_some(), at, end == rest.len()) {
            (true, 0, true) => Tier::PinyinWhole,
            (true, 0, false) => Tier::PinyinPrefix,
            (true, ..) => Tier::PinyinInside,
            (false, 0, true) => Tier::InitialsWhole,
            (false, 0, false) => Tier::InitialsPrefix,
            (false, ..) => Tier::InitialsInside,
        })
    }
}

fn matcher(text: &str, notations: PinyinNotation) -> IbMatcher<'static> {
    let pinyin = PinyinMatchConfig::builder(notations).data(&READINGS).build();
    IbMatcher::builder(text).is_pattern_partial(true).pinyin(pinyin).build()
}

/// Whether a match of a word that begins with `first` can begin at `c`.
fn may_begin(first: char, c: char) -> bool {
    if c == first {
        return true;
    }
    if !first.is_ascii_lowercase() || c.is_ascii() {
        return false;
    }
    initials(c) & letter_bit(first) != 0
}

/// The first letters of every reading of `c`, looked up where they are known.
fn initials(c: char) -> u32 {
    if c.is_ascii() {
        return 0;
    }
    if HAN.contains(&c) { INITIALS[c as usize - *HAN.start() as usize] } else { initials_of(c) }
}

/// The first letters of every reading of `c`.
fn initials_of(c: char) -> u32 {
    let mut letters = 0;
    READINGS.get_pinyins_and_for_each(c, |reading| {
        let initial = reading.notation(PinyinNotation::AsciiFirstLetter).and_then(|letter| letter.chars().next());
        letters |= initial.map_or(0, letter_bit);
    });
    letters
}

/// The bit of a letter `a` to `z`.
fn letter_bit(letter: char) -> u32 {
    u32::from(letter).checked_sub(u32::from('a')).and_then(|place| 1u32.checked_shl(place)).unwrap_or(0)
}

/// Lower case, full-width forms folded.
fn plain_form(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| plain_char(c) == c) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(plain_char).collect())
}

fn plain_char(c: char) -> char {
    fold_form(c).to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(query: &str, text: &str) -> bool {
        Query::new(query).score(text).is_some()
    }

    fn ranked<'a>(query: &str, texts: &[&'a str]) -> Vec<&'a str> {
        let query = Query::new(query);
        let mut found: Vec<_> = texts.iter().filter_map(|text| Some((query.score(text)?, *text))).collect();
        found.sort_by_key(|&(score, _)| std::cmp::Reverse(score));
        found.into_iter().map(|(_, text)| text).collect()
    }

    #[test]
    fn every_reading_of_a_character_is_found() {
        for query in ["zq", "cq", "chongqing", "zhongqing", "chongq", "重q"] {
            assert!(finds(query, "重庆"), "{query}");
        }
        assert!(finds("yh", "中国银行"));
        assert!(finds("yinhang", "中国银行"));
        assert!(finds("cj", "长江") && finds("zj", "长江"));
        assert!(!finds("xq", "重庆"));
    }

    #[test]
    fn width_and_case_of_letters_do_not_matter() {
        assert!(finds("ＷＹＹＣ", "文艺演出进社区"));
        assert!(finds("WeChat", "wechat公众号"));
        assert!(finds("wechat", "ＷｅＣｈａｔ公众号"));
    }

    #[test]
    fn characters_in_order_are_found_last() {
        assert!(finds("文进社", "文艺演出进社区"));
        assert!(!finds("社进文", "文艺演出进社区"));
        assert!(!finds("12", "1月2日"));
    }

    #[test]
    fn closer_matches_come_first() {
        assert_eq!(
            ranked("学习", &["学理论习", "中心组学习", "学习强国平台", "学习", "学习强国"]),
            ["学习", "学习强国", "学习强国平台", "中心组学习", "学理论习"]
        );
        assert_eq!(
            ranked("xuexi", &["中心组学习", "学习强国", "xuexi", "学习"]),
            ["xuexi", "学习", "学习强国", "中心组学习"]
        );
        assert_eq!(ranked("xx", &["中心组学习", "学习强国", "学习", "会议"]), ["学习", "学习强国", "中心组学习"]);
    }

    #[test]
    fn a_text_made_ready_is_found_as_any_other() {
        for text in ["重庆晚报", "ＷｅＣｈａｔ公众号", "中心组学习", "1月2日", ""] {
            for typed in ["", "cq", "zhong", "重", "wechat", "公号", "xx 中", "1", "月日", "z1"] {
                let query = Query::new(typed);
                assert_eq!(query.score_of(&Findable::new(text)), query.score(text), "{typed} {text}");
            }
        }
    }

    #[test]
    fn names_of_one_sound_are_alike() {
        for (one, other) in [("新华网", "欣华网"), ("重庆", "崇庆"), ("长青社区", "常青社区"), ("A社", "Ａ社")]
        {
            assert!(sounds_like(one, other), "{one} {other}");
        }
        assert!(!sounds_like("新华网", "新华社") && !sounds_like("新华", "新华网") && !sounds_like("a", "b"));
    }

    #[test]
    fn all_words_are_to_be_found() {
        assert!(finds("zxz 学习", "中心组学习"));
        assert!(!finds("zxz 会议", "中心组学习"));
        assert_eq!(Query::new("").score("甲"), Query::new(" ").score("乙丙"));
    }

    #[test]
    fn to_be_in_a_text_is_to_have_a_score_there() {
        for query in ["c", "cq", "zhongq", "重q", "银", "中行", "q", "v", "zgyh", "中国 yh", ""] {
            for text in ["重庆", "中国银行", "QQ空间", "长江", ""] {
                let query = Query::new(query);
                assert_eq!(query.is_in(text), query.score(text).is_some(), "{query:?} {text}");
            }
        }
    }

    #[test]
    fn spelled_names_sort_as_people_look_them_up() {
        let mut names = ["中学", "安庆", "B站", "白沙", "阿里", "2022年"];
        names.sort_by_key(|name| spelling(name));
        assert_eq!(names, ["2022年", "阿里", "安庆", "白沙", "B站", "中学"]);
        assert!(spelling("西安") < spelling("先"));
    }

    #[test]
    fn the_quick_look_misses_no_reading() {
        let mixed = PinyinNotation::Ascii | PinyinNotation::AsciiFirstLetter;
        for letter in 'a'..='z' {
            let matcher = matcher(&letter.to_string(), mixed);
            for c in HAN.step_by(7) {
                assert_eq!(matcher.is_match(c.to_string().as_str()), may_begin(letter, c), "{letter} {c}");
            }
        }
    }
}
