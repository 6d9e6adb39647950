//! What is typed to search a list.

use super::super::outcome::Input;
use crate::command::Command;
use crate::text::Query;

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
            Input::Command(Command::DeleteLeft) => drop(self.typed.pop()),
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
}
