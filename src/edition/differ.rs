//! What changed between two reports, in figures and in sentences.

use std::collections::{BTreeSet, HashMap};

use super::told::{Sentence, Told};
use crate::id::IndicatorId;
use crate::lang::Lang;

/// What changed from one report to another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// The figures that print otherwise.
    pub figures: Vec<FigureDifference>,
    /// The places in the text, in its order.
    pub sentences: Vec<SentenceDifference>,
}

/// A figure that prints otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureDifference {
    /// Which.
    pub id: IndicatorId,
    /// As it was; none: it did not print.
    pub old: Option<String>,
    /// As it is; none: it does not print any more.
    pub new: Option<String>,
}

/// A place in the text that reads otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SentenceDifference {
    /// It read so, and reads so.
    Changed(String, String),
    /// It is there no more.
    Gone(String),
    /// It was not there.
    New(String),
}

/// What changed from `old` to `new`.
pub fn difference(old: &Told, new: &Told) -> Difference {
    Difference { figures: figures(old, new), sentences: sentences(&old.sentences, &new.sentences) }
}

impl Difference {
    /// Whether nothing changed.
    pub const fn is_empty(&self) -> bool {
        self.figures.is_empty() && self.sentences.is_empty()
    }

    /// What changed in words, a line each.
    pub fn lines(&self, lang: Lang) -> Vec<String> {
        let figures = self.figures.iter().map(|figure| figure.text(lang));
        figures.chain(self.sentences.iter().map(|sentence| sentence.text(lang))).collect()
    }
}

impl FigureDifference {
    /// `演出场次 56场→57场`.
    pub fn text(&self, lang: Lang) -> String {
        let shown = |side: &Option<String>| side.clone().unwrap_or_else(|| lang.diff_not_there().into());
        lang.diff_figure(self.id.as_str(), &shown(&self.old), &shown(&self.new))
    }
}

impl SentenceDifference {
    /// What became of the sentence.
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::Changed(old, new) => lang.diff_changed(old, new),
            Self::Gone(old) => lang.diff_gone(old),
            Self::New(new) => lang.diff_new(new),
        }
    }
}

fn figures(old: &Told, new: &Told) -> Vec<FigureDifference> {
    let ids: BTreeSet<&IndicatorId> = old.figures.keys().chain(new.figures.keys()).collect();
    let both = |id: &IndicatorId| (old.figures.get(id).cloned(), new.figures.get(id).cloned());
    let all = ids.into_iter().map(|id| (id, both(id))).filter(|(_, (old, new))| old != new);
    all.map(|(id, (old, new))| FigureDifference { id: id.clone(), old, new }).collect()
}

/// A sentence that the other side lacks, and how many that both have stand before it.
struct Lone<'a> {
    text: &'a str,
    after: usize,
}

/// How many sentences are the same, one after the other.
fn same<'a>(old: impl Iterator<Item = &'a Sentence>, new: impl Iterator<Item = &'a Sentence>) -> usize {
    old.zip(new).take_while(|(old, new)| old.key == new.key).count()
}

/// Sentences that both have are no change, wherever they stand; the others are paired where they stand between the
/// same ones.
fn sentences(old: &[Sentence], new: &[Sentence]) -> Vec<SentenceDifference> {
    let begin = same(old.iter(), new.iter());
    let (old, new) = (&old[begin..], &new[begin..]);
    let end = same(old.iter().rev(), new.iter().rev());
    let (old, new) = (&old[..old.len() - end], &new[..new.len() - end]);
    let (gone, come) = (lone(old, new), lone(new, old));
    let mut changes = Vec::new();
    let (mut gone, mut come) = (gone.into_iter().peekable(), come.into_iter().peekable());
    loop {
        let (left, right) = (gone.peek().map(|one| one.after), come.peek().map(|one| one.after));
        let (old, new) = match (left, right) {
            (None, None) => return changes,
            (Some(left), Some(right)) if left == right => (gone.next(), come.next()),
            (Some(left), right) if right.is_none_or(|right| left < right) => (gone.next(), None),
            _ => (None, come.next()),
        };
        let text = |one: Lone<'_>| one.text.to_owned();
        changes.extend(match (old.map(text), new.map(text)) {
            (Some(old), Some(new)) => Some(SentenceDifference::Changed(old, new)),
            (Some(old), None) => Some(SentenceDifference::Gone(old)),
            (None, Some(new)) => Some(SentenceDifference::New(new)),
            (None, None) => None,
        });
    }
}

/// The sentences of `own` that `other` has not, or not as often.
fn lone<'a>(own: &'a [Sentence], other: &[Sentence]) -> Vec<Lone<'a>> {
    let mut there: HashMap<&str, usize> = HashMap::new();
    for sentence in other {
        *there.entry(&sentence.key).or_default() += 1;
    }
    let mut after = 0;
    let mut lone = Vec::new();
    for Sentence { text, key } in own {
        match there.get_mut(key.as_str()).filter(|left| **left > 0) {
            Some(left) => (*left, after) = (*left - 1, after + 1),
            None => lone.push(Lone { text, after }),
        }
    }
    lone
}
