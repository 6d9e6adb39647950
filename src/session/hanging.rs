//! Where items hang in the report: before and after each other, on another passage, cited on further ones.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{Session, SessionError};
use crate::id::{ItemId, PassageId};
use crate::model::{Card, Change, Item, Place, Rank};
use crate::query;

/// An item in the row of a passage: rank, date and id say where.
type Standing = (Option<Rank>, NaiveDate, ItemId);

impl Session {
    /// The passage that an item hangs on first.
    pub fn home_of(&self, card: &Card) -> Option<PassageId> {
        let template = self.ledger.template(card.year)?;
        query::places_of(&self.ledger, template, card).first().map(|(passage, _)| (*passage).clone())
    }

    /// The change that puts an item right before or after another one of its passage; none: they hang on different
    /// ones.
    ///
    /// Items without a rank stand before those with one, so whoever must stand behind the moved one is given one too.
    pub fn move_beside(&self, id: ItemId, other: ItemId, after: bool) -> Result<Option<Change>, SessionError> {
        let (item, beside) = (self.existing(id)?, self.existing(other)?);
        let Some(passage) = self.home_of(&item.card) else { return Ok(None) };
        if self.home_of(&beside.card).as_ref() != Some(&passage) {
            return Ok(None);
        }
        let mut row = self.row(&passage);
        row.retain(|standing| standing.2 != id);
        let Some(at) = row.iter().position(|standing| standing.2 == other) else { return Ok(None) };
        let at = at + usize::from(after);
        row.insert(at, (None, item.card.when.start(), id));
        let ranked = ranks(&row, at).into_iter().map(|(id, rank)| {
            let mut item = self.existing(id)?.as_ref().clone();
            self.places_to_change(&mut item).iter_mut().filter(|place| place.passage == passage).for_each(|place| {
                place.rank = Some(rank.clone());
            });
            Ok(item)
        });
        // The moved one goes first: the act is called after it.
        self.edit_all(ranked.collect::<Result<_, SessionError>>()?).map(Some)
    }

    /// The change that hangs the items on a passage instead of the one they hang on first.
    pub fn hang_on(&self, ids: &[ItemId], passage: &PassageId) -> Result<Change, SessionError> {
        self.alter(ids, |item| {
            let places = self.places_to_change(item);
            if places.first().is_some_and(|home| home.passage == *passage) {
                return;
            }
            places.drain(..places.len().min(1));
            places.retain(|place| place.passage != *passage);
            places.insert(0, Place { passage: passage.clone(), rank: None });
        })
    }

    /// Whether every one of the items is cited on the passage besides its home.
    pub fn are_cited_on(&self, ids: &[ItemId], passage: &PassageId) -> bool {
        let cites = |item: &Arc<Item>| item.card.places.iter().skip(1).any(|place| place.passage == *passage);
        ids.iter().all(|id| self.ledger.items.get(id).is_some_and(cites))
    }

    /// The change that cites the items on a passage too, or, where all of them are, no longer does.
    pub fn cite_on(&self, ids: &[ItemId], passage: &PassageId) -> Result<Change, SessionError> {
        let gone = self.are_cited_on(ids, passage);
        self.alter(ids, |item| {
            let places = self.places_to_change(item);
            if gone {
                let mut at = 0;
                places.retain(|place| {
                    at += 1;
                    at == 1 || place.passage != *passage
                });
            } else if !places.iter().any(|place| place.passage == *passage) {
                places.push(Place { passage: passage.clone(), rank: None });
            }
        })
    }

    /// The places of an item, its matter's written out where it had none of its own.
    fn places_to_change<'i>(&self, item: &'i mut Item) -> &'i mut Vec<Place> {
        if item.card.places.is_empty()
            && let Some(template) = self.ledger.template(item.card.year)
        {
            let places = query::places_of(&self.ledger, template, &item.card);
            item.card.places = places.into_iter().map(|(id, _)| Place { passage: id.clone(), rank: None }).collect();
        }
        &mut item.card.places
    }

    /// The rank of the last item that hangs on a passage.
    pub(super) fn last_rank(&self, passage: &PassageId) -> Option<Rank> {
        self.row(passage).pop()?.0
    }

    /// The items that hang on a passage, in their order.
    fn row(&self, passage: &PassageId) -> Vec<Standing> {
        let template = self.template();
        let mut row: Vec<Standing> = Vec::new();
        for Item { card, .. } in self.ledger.items_of(self.year) {
            let places = query::places_of(&self.ledger, template, card);
            let here = places.into_iter().find(|(id, _)| *id == passage);
            row.extend(here.map(|(_, rank)| (rank.cloned(), card.when.start(), card.id)));
        }
        row.sort();
        row
    }
}

/// New ranks from the moved item on, for those that need one to stay behind it.
fn ranks(row: &[Standing], moved: usize) -> Vec<(ItemId, Rank)> {
    let low = moved.checked_sub(1).and_then(|before| row[before].0.as_ref());
    let lacking = row[moved..].iter().take_while(|standing| standing.0.is_none()).count();
    let high = row.get(moved + lacking).and_then(|standing| standing.0.as_ref());
    // Two of one rank leave no room between them: everything behind is ranked anew.
    let is_tight = high.is_some_and(|high| low.is_some_and(|low| low >= high));
    let (many, high) = if is_tight { (row.len() - moved, None) } else { (lacking, high) };
    row[moved..].iter().map(|standing| standing.2).zip(Rank::row(low, high, many)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::bench::Bench;
    use super::*;

    /// Three party lectures, and their order in the report.
    fn lectures() -> (Bench, Vec<ItemId>) {
        let mut bench = Bench::empty();
        let mut add = |title: &str, day: &str| bench.add("1.4", &[("标题", title), ("日期", day)]).card.id;
        let ids = vec![add("甲", "3-1"), add("乙", "3-2"), add("丙", "3-3"), add("丁", "3-4")];
        (bench, ids)
    }

    fn order(bench: &Bench) -> String {
        let ledger = bench.session.ledger();
        let home = bench.session.home_of(&ledger.items.values().next().expect("an item").card).expect("a passage");
        bench.session.row(&home).iter().map(|standing| ledger.items[&standing.2].card.title.as_str()).collect()
    }

    fn go(bench: &mut Bench, id: ItemId, other: ItemId, after: bool) {
        let change = bench.session.move_beside(id, other, after).expect("they are there").expect("one passage");
        bench.session.apply(&change).expect("saved");
    }

    #[test]
    fn items_go_before_and_after_each_other_and_back() {
        let (mut bench, ids) = lectures();
        assert_eq!(order(&bench), "甲乙丙丁");
        go(&mut bench, ids[2], ids[1], false);
        assert_eq!(order(&bench), "甲丙乙丁");
        go(&mut bench, ids[0], ids[3], true);
        assert_eq!(order(&bench), "丙乙丁甲");
        go(&mut bench, ids[0], ids[2], false);
        assert_eq!(order(&bench), "甲丙乙丁");
        bench.session.undo().expect("undone");
        assert_eq!(order(&bench), "丙乙丁甲");
    }

    #[test]
    fn a_step_among_those_with_ranks_changes_one_item() {
        let (mut bench, ids) = lectures();
        go(&mut bench, ids[3], ids[0], false);
        let change = bench.session.move_beside(ids[3], ids[0], true).expect("they are there").expect("one passage");
        assert_eq!(change.edits.len(), 1);
        bench.session.apply(&change).expect("saved");
        assert_eq!(order(&bench), "甲丁乙丙");
    }

    #[test]
    fn equal_ranks_make_room_by_ranking_what_follows() {
        let (mut bench, ids) = lectures();
        let change = bench.session.alter(&ids, |item| {
            bench.session.places_to_change(item)[0].rank = Some(Rank::nth(0));
        });
        bench.session.apply(&change.expect("they are there")).expect("saved");
        go(&mut bench, ids[3], ids[0], true);
        assert_eq!(order(&bench), "甲丁乙丙");
    }

    #[test]
    fn an_item_moves_to_another_passage_and_is_cited_on_others() {
        let (mut bench, ids) = lectures();
        let other: PassageId = "2".parse().expect("an id");
        let section = |bench: &Bench| {
            let (ledger, template) = (bench.session.ledger(), bench.session.template());
            query::section_of(ledger, template, &ledger.items[&ids[0]].card).map(ToString::to_string)
        };
        bench.session.apply(&bench.session.cite_on(&ids, &other).expect("they are there")).expect("saved");
        assert!(bench.session.are_cited_on(&ids, &other));
        assert_eq!(section(&bench).as_deref(), Some("1"), "only home counts on the board");
        bench.session.apply(&bench.session.cite_on(&ids, &other).expect("they are there")).expect("saved");
        assert!(!bench.session.are_cited_on(&ids, &other));
        bench.session.apply(&bench.session.hang_on(&ids[..1], &other).expect("it is there")).expect("saved");
        assert_eq!(section(&bench).as_deref(), Some("2"));
        assert_eq!(bench.session.move_beside(ids[0], ids[1], true).expect("they are there"), None);
    }
}
