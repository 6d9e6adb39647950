//! The passages of a year as a tree: what hangs under what, in the order of the report.

use std::collections::HashMap;

use crate::id::PassageId;
use crate::model::{Ledger, Passage, PassageKey, Year};

/// The passages of a year, each under its parent and in its place among its siblings.
#[derive(Debug)]
pub struct Tree<'a> {
    ledger: &'a Ledger,
    year: Year,
    below: HashMap<Option<&'a PassageId>, Vec<&'a Passage>>,
}

impl<'a> Tree<'a> {
    /// Sorts the passages of a year.
    pub fn new(ledger: &'a Ledger, year: Year) -> Self {
        let mut below: HashMap<Option<&PassageId>, Vec<&Passage>> = HashMap::new();
        for passage in ledger.passages_of(year) {
            below.entry(passage.parent.as_ref()).or_default().push(passage);
        }
        for row in below.values_mut() {
            row.sort_by(|a, b| (&a.rank, &a.id).cmp(&(&b.rank, &b.id)));
        }
        Self { ledger, year, below }
    }

    /// The passage of this id.
    pub fn passage(&self, id: &PassageId) -> Option<&'a Passage> {
        self.ledger.passages.get(&PassageKey(self.year, id.clone()))
    }

    /// What hangs right under a passage; under none: the roots.
    pub fn under<'b>(&'b self, parent: Option<&'b PassageId>) -> &'b [&'a Passage] {
        self.below.get(&parent).map_or(&[], Vec::as_slice)
    }

    /// The passages above one, the nearest first.
    pub fn above(&self, id: &PassageId) -> Vec<&'a Passage> {
        let parent = |passage: &'a Passage| self.passage(passage.parent.as_ref()?);
        // Passages that lie under each other in a ring have no end.
        std::iter::successors(self.passage(id).and_then(parent), |at| parent(at)).take(self.below.len()).collect()
    }

    /// How many levels hang under a passage.
    pub fn height(&self, id: &PassageId) -> usize {
        self.under(Some(id)).iter().map(|child| 1 + self.height(&child.id)).max().unwrap_or(0)
    }
}

/// The passages of a year in the order of the report, each with how deep it lies.
pub fn outline(ledger: &Ledger, year: Year) -> Vec<(&Passage, usize)> {
    let tree = Tree::new(ledger, year);
    let mut found = Vec::new();
    let mut open: Vec<(&Passage, usize)> = tree.under(None).iter().rev().map(|passage| (*passage, 0)).collect();
    while let Some((passage, depth)) = open.pop() {
        found.push((passage, depth));
        open.extend(tree.under(Some(&passage.id)).iter().rev().map(|child| (*child, depth + 1)));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::bench::{Bench, year};
    use super::*;

    fn bench() -> Bench {
        let mut bench = Bench::new();
        for (name, parent) in [("1", None), ("2", None), ("1.b", Some("1")), ("1.a", Some("1")), ("1.b.x", Some("1.b"))]
        {
            bench.passage(name, parent, |_| {});
        }
        bench
    }

    #[test]
    fn the_outline_goes_down_before_it_goes_on() {
        let bench = bench();
        let rows = outline(&bench.ledger, year(2022));
        let rows: Vec<(&str, usize)> = rows.iter().map(|(passage, depth)| (passage.id.as_str(), *depth)).collect();
        assert_eq!(rows, [("1", 0), ("1.b", 1), ("1.b.x", 2), ("1.a", 1), ("2", 0)]);
    }

    #[test]
    fn a_passage_knows_what_is_above_and_how_much_below() {
        let mut bench = bench();
        let about = |bench: &Bench, name: &str| {
            let tree = Tree::new(&bench.ledger, year(2022));
            let id = name.parse().expect("an id");
            let above: Vec<String> = tree.above(&id).iter().map(|passage| passage.id.to_string()).collect();
            (above.join(" "), tree.height(&id))
        };
        assert_eq!(about(&bench, "1.b.x"), ("1.b 1".into(), 0));
        assert_eq!(about(&bench, "1"), (String::new(), 2));
        bench.passage("r", Some("q"), |_| {});
        bench.passage("q", Some("r"), |_| {});
        let tree = Tree::new(&bench.ledger, year(2022));
        let above = tree.above(&"r".parse().expect("an id"));
        assert_eq!(above[0].id.as_str(), "q", "a ring of an old ledger is no trap");
    }
}
