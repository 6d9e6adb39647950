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

    /// Whether `text` stands in it as it is written.
    pub fn contains(&self, text: &str) -> bool {
        self.plain.contains(&*plain_form(text))
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
mod tests;
