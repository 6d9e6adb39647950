//! Every place where text is typed, key by key: signs of all widths, marks that combine, pastes of ten thousand
//! characters. The cursor stands behind what is typed after each key, and nothing is saved or left.

use std::fs;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;
use vt100::Screen;

use super::clerk::{start_in, wait_board};
use super::{Pty, Sort};
use crate::desk::Desk;

/// What is typed, each a key of its own: 汉字, signs, signs of ambiguous width, a mark on the letter before, a picture.
const SIGNS: [&str; 9] = ["汉", "，", "“", "①", "—", "e", "\u{301}", "🎉", "。"];

/// How many of them a place for a number has room for.
const NUMBER: usize = 7;

/// Characters of a paste.
const PASTED: usize = 10_000;

/// The last one of a paste.
const LAST: &str = "末";

/// What a place takes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Takes {
    /// Text, edited anywhere in it.
    Text,
    /// The same in one line: several lines pasted are rows of a table there.
    Line,
    /// What is looked for: typed and taken back at its end; several lines pasted are no search.
    Search,
    /// The same, where line ends are blanks.
    Choice,
    /// As text, with room for a number only.
    Number,
}

impl Takes {
    /// Whether the cursor goes back and forth in it.
    const fn is_edited(self) -> bool {
        matches!(self, Self::Text | Self::Line | Self::Number)
    }
}

/// A place where text is typed: the keys that lead there from the board, each with what is seen then.
struct Place {
    name: &'static str,
    way: &'static [(&'static str, &'static str)],
    takes: Takes,
    /// How often Esc leads back to the board.
    out: usize,
}

const PLACES: [Place; 14] = [
    Place { name: "a title", way: &[FORM], takes: Takes::Text, out: 1 },
    Place { name: "a text field", way: &[FORM, ("Down Down Down Down", "作者")], takes: Takes::Text, out: 1 },
    Place {
        name: "a pick field",
        way: &[("F3 1", "记一条: 5.7"), ("Down Down", "选单位")],
        takes: Takes::Text,
        out: 1,
    },
    Place {
        name: "a field of several lines",
        way: &[FORM, ("PgDn PgDn Down Down Down Down", "备注")],
        takes: Takes::Text,
        out: 1,
    },
    // The draft of the form comes back to its note.
    Place { name: "the large editor", way: &[FORM, ("F4", "备注")], takes: Takes::Text, out: 2 },
    Place { name: "the search of matters", way: &[("F3", "选事项")], takes: Takes::Choice, out: 2 },
    Place { name: "the search of a list", way: &[("F7", "打字就查找")], takes: Takes::Search, out: 2 },
    Place {
        name: "the search of a choice",
        way: &[("F7", "打字就查找"), ("F4 2", "改状态")],
        takes: Takes::Choice,
        out: 3,
    },
    Place { name: "a question", way: &[("F7", "打字就查找"), ("F4 4", "加标签")], takes: Takes::Text, out: 2 },
    Place {
        name: "a cell of the grid", way: &[("F3", "选事项"), ("F4", "多条录入")], takes: Takes::Line, out: 1
    },
    Place {
        name: "a unit's number",
        way: &[("F5", "补数表"), ("报 送 稿 Enter", "已报8/10家")],
        takes: Takes::Number,
        out: 3,
    },
    Place { name: "a setting", way: &[("Ctrl-O", "本省名称")], takes: Takes::Text, out: 1 },
    Place {
        name: "an entry's name",
        way: &[("Ctrl-K 名 录 Enter", "名单  "), ("3 F3", "名录 媒体: 新增")],
        takes: Takes::Text,
        out: 3,
    },
    Place {
        name: "a passage",
        way: &[("Ctrl-K 段 落 Enter", "报告的段落"), ("6 Enter", "改报告"), ("Down Down Down", "结尾")],
        takes: Takes::Text,
        out: 2,
    },
];

/// The form of an article.
const FORM: (&str, &str) = ("F3 2", "记一条: 6.5");

#[test]
fn where_ambiguous_characters_are_narrow_every_place_takes_what_is_typed() {
    every_place(Sort::Narrow, UnicodeWidthStr::width);
}

#[test]
fn where_they_are_wide_every_place_takes_what_is_typed() {
    every_place(Sort::Wide, UnicodeWidthStr::width_cjk);
}

fn every_place(sort: Sort, width: fn(&str) -> usize) {
    let desk = Desk::sample();
    let pty = start_in(&desk, &[], (80, 24), sort);
    wait_board(&pty);
    for place in &PLACES {
        let typist = Typist { pty: &pty, place, width };
        for (keys, seen) in place.way {
            pty.press(keys);
            pty.wait(&format!("{}: {seen}", place.name), |screen| screen.contents().contains(seen));
        }
        let before = saved(&desk);
        typist.types();
        typist.pastes();
        assert_eq!(saved(&desk), before, "{}: nothing was saved", place.name);
        for _ in 0..place.out {
            let before = pty.text();
            pty.press("Esc");
            pty.wait(&format!("{}: Esc does something", place.name), |screen| screen.contents() != before);
        }
        pty.wait_for("今天要办 ");
        pty.wait_gone("| 菜单");
    }
}

/// Bytes of all that was ever saved.
fn saved(desk: &Desk) -> u64 {
    let journal = fs::read_dir(desk.data().join("journal")).expect("a journal");
    journal.flatten().map(|file| file.metadata().expect("it is there").len()).sum()
}

/// Someone who types at a place.
struct Typist<'a> {
    pty: &'a Pty,
    place: &'a Place,
    /// Cells that a text takes in this terminal.
    width: fn(&str) -> usize,
}

impl Typist<'_> {
    /// Types the signs one by one, goes back over them where one can, and takes them back one by one.
    fn types(&self) {
        let signs = if self.place.takes == Takes::Number { &SIGNS[..NUMBER] } else { &SIGNS };
        let (first, others) = signs.split_first().expect("there are signs");
        self.pty.send(first);
        self.pty.wait(&format!("{}: {first}", self.place.name), |screen| behind(screen) == *first);
        let (row, after) = self.cursor();
        let start = usize::from(after) - (self.width)(first);
        let stands = |text: &str| {
            let wanted = (row, (start + (self.width)(text)) as u16);
            self.pty.wait(&format!("{}: the cursor at {wanted:?} behind {text}", self.place.name), |screen| {
                screen.cursor_position() == wanted
            });
        };
        let mut typed = (*first).to_owned();
        for sign in others {
            self.pty.send(sign);
            typed += sign;
            stands(&typed);
        }
        let signs: Vec<&str> = typed.graphemes(true).collect();
        let heads: Vec<String> = (0..signs.len()).rev().map(|count| signs[..count].concat()).collect();
        if self.place.takes.is_edited() {
            for head in &heads {
                self.pty.press("Left");
                stands(head);
            }
            self.pty.press("End");
            stands(&typed);
        }
        for head in &heads[..heads.len() - 1] {
            self.pty.press("Backspace");
            stands(head);
        }
    }

    /// Pastes a long text; the cursor stands behind its end, and the place is still there.
    fn pastes(&self) {
        let line = match self.place.takes {
            Takes::Text | Takes::Choice | Takes::Number => "扎实推进e\u{301}文明创建工作，“五一”①。\r\n",
            Takes::Line | Takes::Search => "扎实推进e\u{301}文明创建工作，“五一”①。",
        };
        let text: String = line.chars().cycle().take(PASTED).collect();
        self.pty.paste(&format!("{text}{LAST}"));
        let (name, (_, seen)) = (self.place.name, self.place.way.last().expect("it has a way"));
        self.pty.wait(&format!("{name}: the end of what was pasted"), |screen| behind(screen) == LAST);
        if self.place.takes.is_edited() {
            self.pty.wait(&format!("{name}: still there"), |screen| screen.contents().contains(seen));
        }
        self.pty.press("Backspace");
        self.pty.wait(&format!("{name}: without its end"), |screen| behind(screen) != LAST);
    }

    fn cursor(&self) -> (u16, u16) {
        super::locked(&self.pty.shared.parser).screen().cursor_position()
    }
}

/// What stands before the cursor.
fn behind(screen: &Screen) -> String {
    let (row, column) = screen.cursor_position();
    let cell = |column: u16| screen.cell(row, column).map(|cell| cell.contents().to_owned()).unwrap_or_default();
    let near = column.checked_sub(1).map(cell).unwrap_or_default();
    // The right half of a wide sign is empty.
    if near.is_empty() { column.checked_sub(2).map(cell).unwrap_or_default() } else { near }
}
