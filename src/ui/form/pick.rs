//! Picking in the present row: by digit, or by a part of a name. Where several go into one field, each is added.

use std::cell::Ref;

use super::picks::matching;
use super::{Form, Pick};
use crate::entry;
use crate::session::Session;
use crate::text::fold;

/// Picks that have a digit.
const DIGITS: usize = 9;

/// What the picks of a row were searched for last, and which of them matched, the best first.
#[derive(Debug, Default)]
pub struct Sought {
    row: Option<usize>,
    wanted: String,
    found: Vec<usize>,
}

impl Form {
    /// Whether digits pick in the present row.
    pub fn is_choice(&self) -> bool {
        !self.row().picks.is_empty()
    }

    /// The picks that match what is typed in the present row: all of them in a row just entered.
    pub fn offered(&self) -> Vec<&Pick> {
        let picks = &self.row().picks;
        self.found().iter().map(|at| &picks[*at]).collect()
    }

    /// Which picks match, searched once for each text; of a text that goes on, only those that matched before.
    fn found(&self) -> Ref<'_, Vec<usize>> {
        let wanted = self.wanted();
        let mut sought = self.sought.borrow_mut();
        if sought.row != Some(self.at) {
            *sought =
                Sought { row: Some(self.at), wanted: String::new(), found: matching(&self.row().picks, None, "") };
        }
        if sought.wanted != wanted {
            let goes_on = wanted.starts_with(&sought.wanted) && !sought.wanted.is_empty();
            let found = matching(&self.row().picks, goes_on.then_some(&sought.found[..]), wanted);
            *sought = Sought { row: Some(self.at), wanted: wanted.into(), found };
        }
        drop(sought);
        Ref::map(self.sought.borrow(), |sought| &sought.found)
    }

    /// The picks that have a digit now, from 1.
    pub fn numbered(&self) -> Vec<&Pick> {
        self.offered().into_iter().skip(self.passed).take(DIGITS).collect()
    }

    /// Gives the digits to the next picks; after the last ones, to the first again.
    pub fn more_picks(&mut self) {
        let next = self.passed + DIGITS;
        self.passed = if next < self.offered().len() { next } else { 0 };
    }

    /// Which page of the picks has the digits, from 1, and how many pages there are.
    pub fn picks_page(&self) -> (usize, usize) {
        (self.passed / DIGITS + 1, self.offered().len().div_ceil(DIGITS).max(1))
    }

    /// Whether a pick stands among what is in the present row.
    pub fn has(&self, pick: &Pick) -> bool {
        self.names().any(|name| name == pick.text)
    }

    /// The part of the present row's text that a pick is looked for by.
    ///
    /// A name typed whole is looked for as any other, so that the first digit is its own; where several go into the
    /// field, the next one may follow it.
    pub(super) fn wanted(&self) -> &str {
        let (field, several) = (&self.fields[self.at], self.row().field.is_several());
        let last = if several { self.names().last().unwrap_or("") } else { field.text() };
        let is_whole = |pick: &Pick| pick.text == last && (several || pick.label != last);
        if field.is_fresh() || self.row().picks.iter().any(is_whole) { "" } else { last }
    }

    /// Whether a digit goes on with what is typed: a name has both in it. A blank typed first begins a name with a digit.
    pub fn goes_on(&self, digit: u8) -> bool {
        let (field, several) = (&self.fields[self.at], self.row().field.is_several());
        let last = field.text().rsplit(|c| several && entry::BETWEEN.contains(&c)).next().unwrap_or("");
        let longer = fold(format!("{last}{digit}").trim());
        let is_begun = last.starts_with([' ', '\u{3000}']);
        is_begun || !field.is_fresh() && !last.is_empty() && self.row().picks.iter().any(|pick| pick.holds(&longer))
    }

    /// What stands in the present row, one name after the other; the last one may be empty.
    fn names(&self) -> impl Iterator<Item = &str> {
        let several = self.row().field.is_several();
        self.fields[self.at].text().split(move |c| several && entry::BETWEEN.contains(&c)).map(str::trim)
    }

    fn is_pick(&self, text: &str) -> bool {
        self.row().picks.iter().any(|pick| pick.text == text)
    }

    /// Where something is picked and only a part of its name was typed: takes the best match. 汉字 must stand in the
    /// name as they were typed, so that a name that is not known yet is never taken for another one.
    pub fn take_best(&mut self) {
        let wanted = self.wanted().trim();
        if wanted.is_empty() || wanted == "**" {
            return;
        }
        let fits = |pick: &&&Pick| wanted.is_ascii() || pick.label.contains(wanted);
        if let Some(text) = self.offered().iter().find(fits).map(|pick| pick.text.clone()) {
            self.put(&text);
        }
    }

    /// Takes the n-th of the numbered picks, from 0, and goes on, unless several can be picked; whether there was one.
    pub fn pick(&mut self, n: usize, session: &Session) -> bool {
        let Some(text) = self.numbered().get(n).map(|pick| pick.text.clone()) else { return false };
        if self.row().field.is_several() {
            self.toggle(&text);
            return true;
        }
        self.put(&text);
        self.go_to(self.at + 1, session);
        true
    }

    /// Adds a pick to those in the present row, or takes it away again.
    fn toggle(&mut self, text: &str) {
        let is_whole = |name: &str| name.is_empty() || self.is_pick(name);
        let last_is_whole = self.fields[self.at].is_fresh() || self.names().last().is_none_or(is_whole);
        let mut names: Vec<String> = self.names().map(String::from).filter(|name| !name.is_empty()).collect();
        let had = names.iter().any(|name| name == text);
        if !last_is_whole {
            names.pop();
        }
        names.retain(|name| name != text);
        if !had {
            names.push(text.into());
        }
        let mut joined = entry::join(&names);
        if !joined.is_empty() {
            joined.push(entry::BETWEEN[0]);
        }
        let passed = self.passed;
        self.field_mut().set(&joined);
        self.passed = passed;
    }

    /// Puts a pick in the place of what it was looked for by.
    fn put(&mut self, text: &str) {
        if self.row().field.is_several() {
            let mut names: Vec<&str> = self.names().filter(|name| !name.is_empty()).collect();
            names.pop();
            names.push(text);
            let joined = entry::join(&names);
            self.fields[self.at].set(&joined);
        } else {
            self.fields[self.at].set(text);
        }
    }
}
