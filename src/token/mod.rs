//! Text with figures in it: the grammar of tokens, parsed and printed.
//!
//! Stored text reads `共{中心组次数|汉}次{?，其中{演出场次}场}`; the user sees only the printed figures.
//! `parse` never fails: what is wrong becomes a [`Part::Wrong`], prints `**` and is reported by the checks.
//!
//! ```text
//! text  = { CHAR | "{{" | "}}" | token | group }
//! token = "{" NAME { "|" format } "}"
//! group = "{?" text "}"
//! ```
//! Inside braces full-width digits, letters and signs of the grammar fold to half width, blanks at the edges go.
//! Where `}}` would close groups, a literal `}` is written `{}}`: in a group inside a group, and right after a group
//! of the first level.

mod error;
mod fault;
mod format;
mod parse;
mod print;

use std::ops::Range;

pub use error::TokenError;
pub use fault::{FaultPlace, TokenFault, Trouble};
pub use format::{Format, Sort};

/// A text with tokens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TokenText {
    /// Its parts, in order.
    pub parts: Vec<Part>,
}

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Plain words, braces unescaped; the range is that of the stored text, in bytes.
    Plain(String, Range<usize>),
    /// A figure to be put in.
    Token(Token),
    /// `{?…}`: dropped with its punctuation when a token directly in it is absent.
    Group(Vec<Part>),
    /// Not a token.
    Wrong(WrongToken),
}

/// `{name|format|…}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// What is taken.
    pub name: String,
    /// How it prints, in the order written; at most one of each sort.
    pub formats: Vec<Format>,
    /// Where it stands in the stored text, in bytes.
    pub span: Range<usize>,
}

/// What stands where a token should: it prints `**`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongToken {
    /// The stored text as it stands.
    pub stored: String,
    /// What is wrong with it.
    pub error: TokenError,
    /// Where it stands in the stored text, in bytes.
    pub span: Range<usize>,
}

impl TokenText {
    /// Reads stored text; never fails.
    pub fn parse(stored: &str) -> Self {
        Self { parts: parse::parts(stored) }
    }

    /// Words without tokens: braces in `words` are only braces.
    pub fn plain(words: &str) -> Self {
        let part = (!words.is_empty()).then(|| Part::Plain(words.to_owned(), 0..print::escaped_len(words)));
        Self { parts: part.into_iter().collect() }
    }

    /// All parts, those in groups after their group.
    pub fn all_parts(&self) -> impl Iterator<Item = &Part> {
        let mut open = vec![self.parts.iter()];
        std::iter::from_fn(move || {
            loop {
                let Some(part) = open.last_mut()?.next() else {
                    open.pop();
                    continue;
                };
                if let Part::Group(parts) = part {
                    open.push(parts.iter());
                }
                return Some(part);
            }
        })
    }

    /// Its words, each figure as `…`: what a text is called where it is spoken of.
    pub fn gist(&self) -> String {
        let said = self.all_parts().filter_map(|part| match part {
            Part::Plain(words, _) => Some(words.as_str()),
            Part::Token(_) => Some("…"),
            Part::Group(_) | Part::Wrong(_) => None,
        });
        said.collect()
    }

    /// The tokens, also those in groups.
    pub fn tokens(&self) -> impl Iterator<Item = &Token> {
        self.all_parts().filter_map(|part| match part {
            Part::Token(token) => Some(token),
            _ => None,
        })
    }

    /// The text in which tokens of the name `old` are of the name `new`; none: it has no such token.
    pub fn renamed(mut self, old: &str, new: &str) -> Option<Self> {
        rename(&mut self.parts, old, new).then_some(self)
    }

    /// What is wrong, also in groups.
    pub fn errors(&self) -> impl Iterator<Item = &WrongToken> {
        self.all_parts().filter_map(|part| match part {
            Part::Wrong(wrong) => Some(wrong),
            _ => None,
        })
    }
}

/// Gives the tokens of a name another; whether there were any.
fn rename(parts: &mut [Part], old: &str, new: &str) -> bool {
    let mut is_there = false;
    for part in parts {
        is_there |= match part {
            Part::Token(token) if token.name == old => {
                new.clone_into(&mut token.name);
                true
            }
            Part::Group(inner) => rename(inner, old, new),
            Part::Plain(..) | Part::Token(_) | Part::Wrong(_) => false,
        };
    }
    is_there
}

impl Token {
    /// The format of this sort, if one is written.
    pub fn format(&self, sort: Sort) -> Option<Format> {
        self.formats.iter().copied().find(|format| format.sort() == sort)
    }

    /// Whether this very format is written.
    pub fn has(&self, format: Format) -> bool {
        self.formats.contains(&format)
    }
}

#[cfg(test)]
mod tests;
