//! A numbered choice in the middle of the screen: a digit picks, typing searches by 汉字, 拼音 or initials.
//!
//! The layer below opens it and is told the index of what was chosen.

use std::cmp::Reverse;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::layers::Screen;
use super::outcome::{Answer, Input, Outcome};
use super::paint::Painter;
use super::scene::Scene;
use super::widget::{ListCursor, SearchLine, line};
use crate::command::{Command, Context};

/// Cells of the box, borders included.
const WIDTH: u16 = 60;
/// Rows of the box besides the choices: borders, title, what is typed, a rule's worth of air, the hint.
const OTHERS: u16 = 6;
/// Where a choice's words begin, behind its digit.
const LABEL: u16 = 4;

/// Something to choose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// What it is called.
    pub label: String,
    /// What it would give, or where it belongs; may be empty.
    pub detail: String,
    /// Other names it is found by.
    pub aliases: Vec<String>,
}

/// Choices that wait for one to be picked.
#[derive(Debug)]
pub struct Choose {
    title: String,
    choices: Vec<Choice>,
    line: SearchLine,
    /// What is said of a path that is typed instead of a choice; `None` where none is taken.
    path: Option<String>,
    /// Indexes of the choices that match, best first.
    found: Vec<usize>,
    cursor: ListCursor,
}

impl Choice {
    /// A choice that is only its name.
    pub fn new(label: impl Into<String>) -> Self {
        Self { label: label.into(), ..Self::default() }
    }

    /// A choice with something more to say.
    pub fn with(label: impl Into<String>, detail: impl Into<String>) -> Self {
        Self { detail: detail.into(), ..Self::new(label) }
    }
}

impl Choose {
    /// Offers the choices in their order, the most used first.
    pub fn new(title: impl Into<String>, choices: Vec<Choice>) -> Self {
        let (found, cursor) = ((0..choices.len()).collect(), ListCursor::new(choices.len()));
        Self { title: title.into(), choices, line: SearchLine::default(), path: None, found, cursor }
    }

    /// The same, the cursor on the choice at `index`.
    #[must_use]
    pub fn on(mut self, index: usize) -> Self {
        self.cursor.select(index);
        self
    }

    /// The same, a path that is typed answered as it stands; `said` tells so.
    #[must_use]
    pub fn or_path(mut self, said: impl Into<String>) -> Self {
        self.path = Some(said.into());
        self
    }

    /// What is said of the path that is typed, when it is one and no choice matches it.
    fn typed_path(&self) -> Option<&str> {
        let is_path = self.found.is_empty() && self.line.text().contains('/');
        self.path.as_deref().filter(|_| is_path)
    }

    fn search(&mut self) {
        let query = self.line.query();
        let score = |choice: &Choice| {
            let names = std::iter::once(&choice.label).chain(&choice.aliases);
            names.filter_map(|name| query.score(name)).max()
        };
        let scored = self.choices.iter().enumerate().filter_map(|(at, choice)| Some((Reverse(score(choice)?), at)));
        let mut scored: Vec<_> = scored.collect();
        if !self.line.is_empty() {
            scored.sort_unstable();
        }
        self.found = scored.into_iter().map(|(_, at)| at).collect();
        self.cursor = ListCursor::new(self.found.len());
    }

    /// Picks by digit, unless what is typed goes on with it: a path, or a name with digits in it. A blank typed first
    /// begins a name with a digit.
    fn digit(&mut self, digit: u8) -> Outcome {
        let longer = format!("{}{digit}", self.line.text());
        let longer = longer.trim_start();
        let goes_on = |choice: &Choice| choice.label.contains(longer) || choice.detail.contains(longer);
        let is_begun = self.line.text().starts_with([' ', '\u{3000}']) || longer.contains('/');
        if !self.line.is_empty() && (is_begun || self.choices.iter().any(goes_on)) {
            self.line.update(&Input::Text(digit.to_string()));
            self.search();
            return Outcome::Stay;
        }
        digit.checked_sub(1).map_or(Outcome::Stay, |at| self.pick(usize::from(at)))
    }

    fn pick(&self, at: usize) -> Outcome {
        self.found.get(at).map_or(Outcome::Stay, |index| Outcome::Answer(Answer::Chosen(*index)))
    }

    fn row(&self, at: usize, row: u16, paint: &mut Painter<'_>) {
        let (choice, theme) = (&self.choices[self.found[at]], *paint.theme());
        if at < 9 {
            paint.text(row, 1, &(at + 1).to_string(), theme.title);
        }
        let end = paint.text(row, LABEL, &choice.label, theme.text);
        let room = paint.width().saturating_sub(end + 2);
        paint.fitted(row, end + 2, room, &choice.detail, theme.dim);
        if self.cursor.selected() == Some(at) {
            paint.mark(row, theme.cursor);
        }
    }
}

impl Screen for Choose {
    fn context(&self) -> Context {
        Context::Picker
    }

    fn update(&mut self, input: Input, _scene: &Scene) -> Outcome {
        if self.line.update(&input) {
            self.search();
            return Outcome::Stay;
        }
        let Input::Command(command) = input else { return Outcome::Stay };
        match (command, command.digit()) {
            (_, Some(digit)) => self.digit(digit),
            (Command::Accept, _) if self.typed_path().is_some() => {
                Outcome::Answer(Answer::Typed(self.line.text().to_owned()))
            }
            (Command::Accept, _) => self.cursor.selected().map_or(Outcome::Stay, |at| self.pick(at)),
            (Command::Back, _) => Outcome::Close,
            (Command::Help | Command::Quit | Command::Redraw, _) => Outcome::Pass,
            _ => {
                self.cursor.update(command);
                Outcome::Stay
            }
        }
    }

    fn arrange(&mut self, area: Rect, _scene: &Scene) {
        let room = area.height.saturating_sub(OTHERS).max(1);
        self.cursor.arrange(usize::from(room).min(self.choices.len().max(1)));
    }

    fn view(&self, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Option<Position> {
        let lang = scene.look.lang;
        let height = (self.choices.len().max(1) as u16).saturating_add(OTHERS);
        let inside = line::popup(buffer, area, WIDTH, height, scene.look);
        let mut paint = Painter::new(buffer, inside, scene.look);
        let theme = *paint.theme();
        paint.text(0, 0, &self.title, theme.title);
        let after = paint.text(1, 0, &format!("{}: ", lang.picker_search()), theme.dim);
        let end = paint.text(1, after, self.line.shown(scene.look.cells), theme.field);
        for (row, at) in self.cursor.shown().enumerate() {
            self.row(at, 2 + row as u16, &mut paint);
        }
        if self.found.is_empty() {
            paint.text(2, LABEL, self.typed_path().unwrap_or(lang.form_no_match()), theme.dim);
        }
        paint.text(inside.height.saturating_sub(1), 0, lang.choose_hint(), theme.dim);
        // Candidate windows follow the cursor: it stands where characters go.
        Some(paint.place(1, end))
    }

    fn is_popup(&self) -> bool {
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choose() -> Choose {
        let choices = ["重庆晚报", "长江日报", "银行内刊"].map(Choice::new).to_vec();
        Choose::new("选媒体", choices)
    }

    fn typed(text: &str) -> Vec<usize> {
        let mut choose = choose();
        choose.line.update(&Input::Text(text.into()));
        choose.search();
        choose.found
    }

    #[test]
    fn choices_keep_their_order_until_something_is_typed() {
        assert_eq!(choose().found, [0, 1, 2]);
        assert_eq!(typed("日报"), [1]);
        assert_eq!(typed("cqwb"), [0]);
        assert_eq!(typed("yinhang"), [2]);
        assert_eq!(typed("没有"), [0; 0]);
    }

    #[test]
    fn the_index_is_that_of_the_choice_not_of_the_row() {
        let mut choose = choose();
        choose.line.update(&Input::Text("yh".into()));
        choose.search();
        assert!(matches!(choose.pick(0), Outcome::Answer(Answer::Chosen(2))));
        assert!(matches!(choose.pick(1), Outcome::Stay));
    }

    #[test]
    fn a_blank_begins_a_name_with_a_digit() {
        let mut choose = Choose::new("选媒体", ["12371网", "人民网"].map(Choice::new).to_vec());
        assert!(matches!(choose.digit(2), Outcome::Answer(Answer::Chosen(1))));
        choose.line.update(&Input::Text(" ".into()));
        assert!(matches!(choose.digit(1), Outcome::Stay) && matches!(choose.digit(2), Outcome::Stay));
        assert_eq!((choose.line.text(), &choose.found[..]), (" 12", &[0][..]));
    }
}
