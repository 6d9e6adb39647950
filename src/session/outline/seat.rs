//! Where passages stand: ranks among their siblings, levels, and what a passage is on the page where it has come to.

use super::super::Session;
use super::{OutlineError, called};
use crate::id::PassageId;
use crate::model::{Change, Edit, Flow, Numbering, Passage, Rank, Style};
use crate::query::{self, Tree};

/// Levels that an official document numbers: 一、（一）1.（1） (GB/T 9704-2012, 7.3.3).
const LEVELS: usize = 4;

impl Session {
    /// The change that puts a passage before the one ahead of it, or behind the next.
    pub fn shift_passage(&self, id: &PassageId, down: bool) -> Result<Change, OutlineError> {
        let (tree, passage) = (self.tree(), self.the_passage(id)?);
        let row = tree.under(passage.parent.as_ref());
        let at = place(&tree, passage);
        let to = if down { Some(at + 1) } else { at.checked_sub(1) };
        let Some((to, other)) = to.and_then(|to| Some((to, row.get(to)?))) else { return Err(OutlineError::AtEnd) };
        if [passage, *other].iter().any(|one| one.style == Style::Title) {
            return Err(OutlineError::TitleFirst);
        }
        Ok(self.written(seated(row, vec![passage.clone()], to)))
    }

    /// The change that puts a passage under the one ahead of it.
    pub fn indent_passage(&self, id: &PassageId) -> Result<Change, OutlineError> {
        let (tree, passage) = (self.tree(), self.the_passage(id)?);
        let row = tree.under(passage.parent.as_ref());
        let ahead = place(&tree, passage).checked_sub(1).and_then(|at| row.get(at)).ok_or(OutlineError::NoneAhead)?;
        self.put(&tree, passage, Some(&ahead.id), usize::MAX)
    }

    /// The change that puts a passage right behind the one above it.
    pub fn outdent_passage(&self, id: &PassageId) -> Result<Change, OutlineError> {
        let (tree, passage) = (self.tree(), self.the_passage(id)?);
        let above = passage.parent.as_ref().and_then(|id| tree.passage(id)).ok_or(OutlineError::OnTop)?;
        self.put(&tree, passage, above.parent.as_ref(), place(&tree, above) + 1)
    }

    /// The change that puts a passage under another one, after all that is there.
    pub fn move_passage(&self, id: &PassageId, parent: &PassageId) -> Result<Change, OutlineError> {
        let (tree, passage) = (self.tree(), self.the_passage(id)?);
        self.put(&tree, passage, Some(&self.the_passage(parent)?.id), usize::MAX)
    }

    /// Puts a passage with everything under it at another place. Matters whose items hang there go to the section.
    fn put(
        &self,
        tree: &Tree<'_>,
        passage: &Passage,
        parent: Option<&PassageId>,
        at: usize,
    ) -> Result<Change, OutlineError> {
        if self.is_fixed(tree, passage) {
            return Err(OutlineError::Fixed(called(passage)));
        }
        let is_within = |id: &PassageId| *id == passage.id || tree.above(id).iter().any(|one| one.id == passage.id);
        if parent.is_some_and(is_within) {
            return Err(OutlineError::UnderItself);
        }
        let height = tree.height(&passage.id);
        check_room(tree, parent, height, tree.above(&passage.id).len() + height)?;
        let row = tree.under(parent);
        let others: Vec<&Passage> = row.iter().copied().filter(|one| one.id != passage.id).collect();
        let (above, beside) = (parent.and_then(|id| tree.passage(id)), beside(&others, at));
        let style = if passage.lead.is_empty() { Style::Point } else { style(above, beside) };
        let moved = Passage { parent: parent.cloned(), style, flow: flow(above, beside), ..passage.clone() };
        let mut change = self.written(seated(row, vec![moved], at));
        change.edits.extend(self.resettled(parent, is_within));
        Ok(change)
    }

    /// The edit that gives the matters of some passages the section of where these have come to.
    fn resettled(&self, parent: Option<&PassageId>, has_moved: impl Fn(&PassageId) -> bool) -> Option<Edit> {
        let template = self.template();
        let section = query::section_of_passage(&self.ledger, template, self.year, parent?)?;
        self.reformed(|template| {
            for matter in template.matters.iter_mut().filter(|matter| has_moved(&matter.passage)) {
                matter.section = section.clone();
            }
        })
    }

    /// Whether a passage must stay where it is: the title, the sections, and what they lie in.
    pub(super) fn is_fixed(&self, tree: &Tree<'_>, passage: &Passage) -> bool {
        let sections = self.template().sections.iter().filter_map(|section| section.id.as_str().parse().ok());
        let lies_in = |id: PassageId| id == passage.id || tree.above(&id).iter().any(|one| one.id == passage.id);
        passage.style == Style::Title || sections.into_iter().any(lies_in)
    }
}

/// Checks that `height` levels have room under a parent; what lay as deep as `now` before may lie so again.
pub(super) fn check_room(
    tree: &Tree<'_>,
    parent: Option<&PassageId>,
    height: usize,
    now: usize,
) -> Result<(), OutlineError> {
    let Some(id) = parent else { return Ok(()) };
    if tree.passage(id).is_some_and(|parent| parent.style == Style::Title) {
        return Err(OutlineError::UnderTitle);
    }
    let depth = tree.above(id).len() + 1 + height;
    if depth < LEVELS || depth <= now { Ok(()) } else { Err(OutlineError::TooDeep) }
}

/// Which of its siblings a passage is, from 0.
pub(super) fn place(tree: &Tree<'_>, passage: &Passage) -> usize {
    let row = tree.under(passage.parent.as_ref());
    row.iter().position(|one| one.id == passage.id).unwrap_or(row.len())
}

/// The neighbour that a passage at `at` takes after: the one ahead, else the next; the title is nobody's.
pub(super) fn beside<'a>(row: &[&'a Passage], at: usize) -> Option<&'a Passage> {
    let at = at.min(row.len());
    let near = at.checked_sub(1).and_then(|ahead| row.get(ahead)).into_iter().chain(row.get(at));
    near.copied().find(|one| one.style != Style::Title)
}

/// What a passage with a lead is on the page, under a parent and beside a neighbour.
pub(super) fn style(parent: Option<&Passage>, beside: Option<&Passage>) -> Style {
    match (beside, parent) {
        (Some(beside), _) => beside.style,
        (None, None) => Style::Part,
        (None, Some(parent)) if parent.style == Style::Part && parent.numbering == Numbering::Sections => {
            Style::Section
        }
        (None, Some(_)) => Style::Point,
    }
}

/// Whether a point begins a paragraph under a parent and beside a neighbour: as that one does, else as its number wants.
pub(super) fn flow(parent: Option<&Passage>, beside: Option<&Passage>) -> Flow {
    let runs_on = |parent: &Passage| matches!(parent.numbering, Numbering::Shi | Numbering::Sides);
    match beside.filter(|beside| beside.style == Style::Point) {
        Some(beside) => beside.flow,
        None if parent.is_some_and(runs_on) => Flow::Run,
        None => Flow::Paragraph,
    }
}

/// The passages, ranked to stand at `at` in the row, in their order; then those of the row that must be ranked anew.
pub(super) fn seated(row: &[&Passage], moved: Vec<Passage>, at: usize) -> Vec<Passage> {
    let is_moved = |one: &&&Passage| moved.iter().any(|moved| moved.id == one.id);
    let others: Vec<&Passage> = row.iter().filter(|one| !is_moved(one)).copied().collect();
    let at = at.min(others.len());
    let low = at.checked_sub(1).map(|ahead| &others[ahead].rank);
    let high = others.get(at).map(|next| &next.rank);
    // Two of one rank leave no room between them: everything behind is ranked anew.
    let is_tight = low.zip(high).is_some_and(|(low, high)| low >= high);
    let behind = if is_tight { &others[at..] } else { &[] };
    let ranks = Rank::row(low, if is_tight { None } else { high }, moved.len() + behind.len());
    let behind = behind.iter().copied().cloned();
    moved.into_iter().chain(behind).zip(ranks).map(|(one, rank)| Passage { rank, ..one }).collect()
}
