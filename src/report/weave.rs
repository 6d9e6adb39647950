//! Weaving: stored text with tokens → runs, each with its source.

use std::ops::Range;

use super::bits::{Bit, cut_at_blanks};
use super::desk::Desk;
use super::number_text::Around;
use super::settle::settled;
use super::taking::{Taken, take};
use crate::document::{FigureSource, Run, Source, Span};
use crate::id::PassageId;
use crate::model::{Common, Given, Item};
use crate::text::nearest;
use crate::token::{FaultPlace, Part, Token, TokenError, TokenFault, TokenText, Trouble};

/// Where stored text stands.
#[derive(Clone, Copy)]
pub(super) enum Stand<'a> {
    /// In a passage, after so many bytes of its other texts.
    Passage(&'a PassageId, usize),
    /// In an item's sentence.
    Item(&'a Item),
}

/// Weaves stored text into runs.
pub(super) fn weave(desk: &Desk<'_>, stand: Stand<'_>, stored: &str) -> Vec<Run> {
    let mut loom = Loom { desk, stand, stored, runs: Vec::new() };
    loom.parts(&TokenText::parse(stored).parts, "", Depth::Text);
    settled(loom.runs)
}

/// Whether parts stand in a text or in a group of it, which goes when something in it is not there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Depth {
    Text,
    Group,
}

/// A text being woven.
struct Loom<'a> {
    desk: &'a Desk<'a>,
    stand: Stand<'a>,
    stored: &'a str,
    runs: Vec<Run>,
}

impl Loom<'_> {
    /// Weaves parts that `after` follows; says whether every token directly in them was there.
    fn parts(&mut self, parts: &[Part], after: &str, depth: Depth) -> bool {
        let mut whole = true;
        for (at, part) in parts.iter().enumerate() {
            let next = parts.get(at + 1).map_or(after, leading);
            match part {
                Part::Plain(words, range) => self.plain(words, range),
                Part::Token(token) => whole &= self.token(token, next, depth),
                Part::Group(inner) => self.group(inner, next),
                Part::Wrong(wrong) => self.wrong(&wrong.stored, &wrong.error),
            }
        }
        whole
    }

    fn group(&mut self, parts: &[Part], after: &str) {
        let kept = self.runs.len();
        if !self.parts(parts, after, Depth::Group) {
            self.runs.truncate(kept);
        }
    }

    fn plain(&mut self, words: &str, range: &Range<usize>) {
        let mut at = 0;
        for bit in cut_at_blanks(words) {
            // A blank prints as `**` whatever was typed; its length in the text is that of the sign typed.
            let end = at + if bit.blank { typed_len(&words[at..]) } else { bit.text.len() };
            let source =
                self.words_source(range.start + stored_len(&words[..at])..range.start + stored_len(&words[..end]));
            self.runs.push(run(bit, source));
            at = end;
        }
    }

    fn words_source(&self, range: Range<usize>) -> Source {
        match self.stand {
            Stand::Passage(id, offset) => {
                Source::Passage(id.clone(), Span { start: range.start + offset, end: range.end + offset })
            }
            Stand::Item(item) => Source::Item(item.card.id),
        }
    }

    /// Weaves a token; says whether there was anything.
    fn token(&mut self, token: &Token, after: &str, depth: Depth) -> bool {
        let before = self.runs.last().map_or("", |run| run.text.as_str());
        match take(self.desk, self.item(), token, Around { before, after }) {
            Taken::Absent => return false,
            Taken::Missing(..) if depth == Depth::Group => return false,
            Taken::NoBase => {
                self.fault(&self.stored[token.span.clone()], Trouble::NoBase, None);
                return false;
            }
            Taken::Printed(bits, figure) | Taken::Missing(bits, figure) => self.printed(&token.name, bits, &figure),
            Taken::Unknown => {
                let near = self.nearest(&token.name);
                self.blank(&token.name, FigureSource::Unknown);
                self.fault(&self.stored[token.span.clone()], Trouble::Unknown, near);
            }
            Taken::Misfit(format, figure) => {
                self.blank(&token.name, figure);
                self.fault(&self.stored[token.span.clone()], Trouble::Misfit(format), None);
            }
        }
        true
    }

    fn wrong(&mut self, stored: &str, error: &TokenError) {
        let near = if let TokenError::UnknownFormat(_, near) = error { near.map(str::to_owned) } else { None };
        self.blank(stored, FigureSource::Unknown);
        self.fault(stored, Trouble::Grammar(error.clone()), near);
    }

    fn printed(&mut self, name: &str, bits: Vec<Bit>, figure: &FigureSource) {
        for bit in bits {
            let source = self.token_source(name, of_member(figure, &bit));
            self.runs.push(run(bit, source));
        }
    }

    fn blank(&mut self, name: &str, figure: FigureSource) {
        let source = self.token_source(name, figure);
        self.runs.push(Run::blank(source));
    }

    fn token_source(&self, name: &str, figure: FigureSource) -> Source {
        let (passage, item) = match self.stand {
            Stand::Passage(id, _) => (Some(id.clone()), None),
            Stand::Item(item) => (None, Some(item.card.id)),
        };
        Source::Token { passage, item, name: name.to_owned(), figure }
    }

    fn item(&self) -> Option<&Item> {
        if let Stand::Item(item) = self.stand { Some(item) } else { None }
    }

    fn fault(&self, token: &str, what: Trouble, nearest: Option<String>) {
        let place = match self.stand {
            Stand::Passage(id, _) => FaultPlace::Passage(id.clone()),
            Stand::Item(item) if item.body.wording.is_empty() => FaultPlace::Kind(item.card.kind.clone()),
            Stand::Item(item) => FaultPlace::Item(item.card.id),
        };
        self.desk.note(TokenFault { place, token: token.to_owned(), what, nearest });
    }

    fn nearest(&self, name: &str) -> Option<String> {
        let template = self.desk.template;
        let mut names: Vec<&str> = Vec::new();
        if let Some(item) = self.item() {
            let kind = template.kind(&item.card.kind);
            names.extend(kind.into_iter().flat_map(|kind| kind.fields.iter().map(|field| field.name.as_str())));
            names.extend(Common::ALL.map(Common::name));
        }
        names.extend(template.settings.iter().map(|setting| setting.id.as_str()));
        names.extend(template.indicators.iter().map(|indicator| indicator.id.as_str()));
        names.extend(template.registers.iter().map(|register| register.name.as_str()));
        names.extend(Given::ALL.map(Given::name));
        nearest(name, names.into_iter()).map(str::to_owned)
    }
}

fn run(bit: Bit, source: Source) -> Run {
    if bit.blank { Run::blank(source) } else { Run::plain(bit.text, source) }
}

/// What a member of a list was taken from, where a blank stands for one.
fn of_member(figure: &FigureSource, bit: &Bit) -> FigureSource {
    match (figure, bit.item) {
        (FigureSource::Indicator { id, .. }, Some(item)) if bit.blank => {
            FigureSource::Indicator { id: id.clone(), items: vec![item], units: Vec::new() }
        }
        _ => figure.clone(),
    }
}

/// The words that a part surely begins with.
fn leading(part: &Part) -> &str {
    match part {
        Part::Plain(words, _) => words,
        _ => "",
    }
}

/// Bytes of the blank that `text` begins with.
fn typed_len(text: &str) -> usize {
    crate::text::typed_blanks(text).first().map_or(0, |blank| blank.end)
}

/// Bytes that words take in stored text, where each brace stands twice.
fn stored_len(words: &str) -> usize {
    words.len() + words.bytes().filter(|byte| matches!(byte, b'{' | b'}')).count()
}
