//! What is typed to search a list.

use super::super::outcome::Input;
use crate::command::Command;
use crate::text::{Cells, Query};

/// Cells of its end that are shown: somebody who types looks there.
const SHOWN: usize = 30;

/// The line that a list is searched by: any printable character begins it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchLine {
    typed: String,
}

impl SearchLine {
    /// What stands in it.
    pub fn text(&self) -> &str {
        &self.typed
    }

    /// Its end, as much of it as is shown.
    pub fn shown(&self, cells: Cells) -> &str {
        let mut width = cells.width(&self.typed);
        let is_over = |(_, size): &(&str, usize)| {
            let over = width > SHOWN;
            width -= size;
            over
        };
        let hidden: usize = cells.graphemes(&self.typed).take_while(is_over).map(|(one, _)| one.len()).sum();
        &self.typed[hidden..]
    }

    /// Whether nothing is typed.
    pub const fn is_empty(&self) -> bool {
        self.typed.is_empty()
    }

    /// What is looked for.
    pub fn query(&self) -> Query {
        Query::new(self.typed.trim())
    }

    /// Takes an input that changes the line; false: it is for the list. Back empties the line before it leaves.
    pub fn update(&mut self, input: &Input) -> bool {
        match input {
            Input::Text(text) | Input::Paste(text) => {
                self.typed.extend(text.chars().map(|c| if c.is_control() { ' ' } else { c }));
            }
            Input::Command(Command::DeleteLeft) => {
                let last = Cells::default().graphemes(&self.typed).last().map_or(0, |(one, _)| one.len());
                self.typed.truncate(self.typed.len() - last);
            }
            Input::Command(Command::Back) if !self.is_empty() => self.typed.clear(),
            Input::Command(_) => return false,
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typing_lengthens_it_and_esc_empties_it_before_it_leaves() {
        let mut line = SearchLine::default();
        assert!(!line.update(&Input::Command(Command::Back)));
        assert!(line.update(&Input::Text("文化".into())) && line.update(&Input::Paste("站\n".into())));
        assert_eq!(line.text(), "文化站 ");
        assert!(line.update(&Input::Command(Command::DeleteLeft)));
        assert!(!line.update(&Input::Command(Command::Accept)));
        assert_eq!(line.text(), "文化站");
        assert!(line.update(&Input::Command(Command::Back)) && line.is_empty());
    }

    #[test]
    fn a_sign_goes_with_its_marks_and_the_end_of_a_long_line_is_shown() {
        let mut line = SearchLine::default();
        line.update(&Input::Paste("文e\u{301}".into()));
        line.update(&Input::Command(Command::DeleteLeft));
        assert_eq!(line.text(), "文");
        line.update(&Input::Paste(format!("{}末", "化a".repeat(5000))));
        let shown = line.shown(Cells::default());
        assert!(shown.ends_with("化a末") && Cells::default().width(shown) <= SHOWN, "{shown}");
        assert!(Cells::default().width(shown) > SHOWN - 2);
    }
}
