//! A profile (版式): how a report looks on paper, and what goes with it; kept by name.

mod key;
mod named;

use serde::{Deserialize, Serialize};

use crate::document::Orientation;
use crate::id::AnnexId;

pub use key::ProfileKey;

/// The long and the short side of A4, in twips.
const A4: (u16, u16) = (16838, 11906);
/// A full character of the text, 三号, in twips.
const CHARACTER: usize = 320;

/// How a report looks on paper. Lengths are in twips, 1/20 point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Profile {
    /// Around the text of an upright page.
    pub margins: Margins,
    /// The height of a line, exactly.
    pub line: u16,
    /// What each character of the text is drawn together by.
    pub tight: u16,
    /// A grid of lines and characters, as word processors draw one; `LibreOffice` sets fewer characters a line with it.
    pub grid: bool,
    /// The fonts.
    pub fonts: Fonts,
    /// Blanks stand out in yellow.
    pub highlight: bool,
    /// A seal will be stamped over the date.
    pub seal: bool,
    /// The annexes that go with the report, in their order.
    pub annexes: Vec<AnnexId>,
}

/// What is left free around the text of an upright page; a page that lies across is turned by a quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Margins {
    /// Above.
    pub top: u16,
    /// Below.
    pub bottom: u16,
    /// At the left.
    pub left: u16,
    /// At the right.
    pub right: u16,
}

/// Fonts by what they are for: names only, none is shipped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Fonts {
    /// Titles: 方正小标宋简体; elsewhere `FZXiaoBiaoSong-B05S`.
    pub title: String,
    /// Headings `一、` and heads of tables: 黑体, `SimHei`.
    pub heading: String,
    /// Headings `（一）`, also those that run on into their text: `楷体_GB2312`, 楷体, `KaiTi`.
    pub run_in: String,
    /// Text: `仿宋_GB2312`, 仿宋, `FangSong`.
    pub body: String,
    /// ASCII digits and letters everywhere but in page numbers.
    pub latin: String,
    /// Page numbers: 宋体, `SimSun`.
    pub page_number: String,
}

/// The text area of a page, in twips.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextArea {
    /// From left to right.
    pub width: usize,
    /// From top to bottom.
    pub height: usize,
}

impl Default for Profile {
    /// 22 lines of 28 characters, as the page set-up of most offices is checked: GB/T 9704-2012.
    fn default() -> Self {
        Self {
            margins: Margins { top: 2098, bottom: 1984, left: 1587, right: 1474 },
            line: 579,
            tight: 5,
            grid: false,
            fonts: Fonts::default(),
            highlight: true,
            seal: false,
            annexes: Vec::new(),
        }
    }
}

impl Default for Fonts {
    fn default() -> Self {
        Self {
            title: "方正小标宋简体".to_owned(),
            heading: "黑体".to_owned(),
            run_in: "楷体_GB2312".to_owned(),
            body: "仿宋_GB2312".to_owned(),
            latin: "Times New Roman".to_owned(),
            page_number: "宋体".to_owned(),
        }
    }
}

impl Margins {
    /// Around the text of a page that lies so.
    #[must_use]
    pub const fn turned(self, orientation: Orientation) -> Self {
        let Self { top, bottom, left, right } = self;
        match orientation {
            Orientation::Portrait => self,
            Orientation::Landscape => Self { top: left, bottom: right, left: bottom, right: top },
        }
    }
}

impl Profile {
    /// The width and height of the paper, in twips.
    pub const fn paper(orientation: Orientation) -> (u16, u16) {
        match orientation {
            Orientation::Portrait => (A4.1, A4.0),
            Orientation::Landscape => A4,
        }
    }

    /// The text area of a page that lies so.
    pub fn text_area(&self, orientation: Orientation) -> TextArea {
        let (width, height) = Self::paper(orientation);
        let Margins { top, bottom, left, right } = self.margins.turned(orientation);
        let rest = |whole: u16, a: u16, b: u16| usize::from(whole).saturating_sub(usize::from(a) + usize::from(b));
        TextArea { width: rest(width, left, right), height: rest(height, top, bottom) }
    }

    /// How many full characters stand on a line of a page that lies so.
    pub fn characters(&self, orientation: Orientation) -> usize {
        self.text_area(orientation).width / CHARACTER.saturating_sub(self.tight.into()).max(1)
    }

    /// How many lines of text stand on a page that lies so.
    pub fn lines(&self, orientation: Orientation) -> usize {
        self.text_area(orientation).height / usize::from(self.line.max(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_page_holds_22_lines_of_28_characters_and_40_across() {
        let profile = Profile::default();
        let held = |orientation| (profile.lines(orientation), profile.characters(orientation));
        assert_eq!(held(Orientation::Portrait), (22, 28));
        assert_eq!(held(Orientation::Landscape), (15, 40));
        assert_eq!(profile.text_area(Orientation::Portrait), TextArea { width: 8845, height: 12756 });
        assert_eq!(profile.text_area(Orientation::Landscape), TextArea { width: 12756, height: 8845 });
    }

    #[test]
    fn a_profile_of_an_older_program_takes_the_defaults_for_what_it_lacks() {
        let read: Profile = serde_json::from_str(r#"{"line":560,"fonts":{"body":"仿宋"}}"#).expect("a profile");
        let fonts = Fonts { body: "仿宋".into(), ..Fonts::default() };
        assert_eq!(read, Profile { line: 560, fonts, ..Profile::default() });
    }
}
