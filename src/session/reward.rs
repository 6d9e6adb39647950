//! The line of reward: what a save changed besides the item itself.

use super::printed::changed_sections;
use super::{Memo, Session, Whole};
use crate::id::{IndicatorId, SectionId};
use crate::model::{Card, Change};
use crate::query::{self, Figures, Value};

/// What an act changed in the figures and blanks of the year.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reward {
    /// Figures whose value is another now, in the order of their ids.
    pub figures: Vec<FigureChange>,
    /// Blanks in the whole-year report before and after.
    pub blanks: Option<(usize, usize)>,
    /// The sections of that report that print something else now.
    pub sections: Vec<SectionId>,
}

/// A figure before and after.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureChange {
    /// Which.
    pub id: IndicatorId,
    /// Its value before; none: 缺.
    pub old: Option<Value>,
    /// Its value after.
    pub new: Option<Value>,
}

impl Session {
    /// The figures that `change` would change, without making it.
    pub fn foresee(&self, change: &Change) -> Vec<FigureChange> {
        if change.check(&self.ledger).is_err() {
            return Vec::new();
        }
        let all = || {
            let mut ledger = self.ledger.clone();
            change.apply(&mut ledger).expect("the change was checked against this ledger");
            query::figures(&ledger, self.scope())
        };
        let after = query::figures_with(&self.ledger, self.scope(), change).unwrap_or_else(all);
        changed(self.figures(), &after)
    }

    /// What `change`, just made, altered of what was known before; what nobody had asked for is not compared.
    pub(super) fn reward(&mut self, change: &Change, before: Memo) -> Reward {
        let Memo { figures, last_year, whole, .. } = before;
        let is_of_this = |card: &&Card| Some(card.year) != self.year.previous();
        if change.cards().is_some_and(|cards| cards.iter().all(is_of_this)) {
            self.memo.last_year = last_year;
        }
        let figures = figures.into_inner().map(|old| self.retake(change, old)).unwrap_or_default();
        let Some(Whole { document: old, .. }) = whole.get() else { return Reward { figures, ..Reward::default() } };
        let blanks = Some((old.blanks(), self.document().blanks()));
        let sections = changed_sections((old, self.document()), &self.ledger, self.template(), self.year);
        Reward { figures, blanks, sections }
    }

    /// Brings the old figures up to date, those that can be other than they were; says which are.
    fn retake(&mut self, change: &Change, mut old: Figures) -> Vec<FigureChange> {
        let Some(touched) = query::figures_with(&self.ledger, self.scope(), change) else {
            return changed(&old, self.figures());
        };
        let changes = changed(&old, &touched);
        old.extend(touched);
        self.memo.figures = old.into();
        changes
    }
}

fn changed(before: &Figures, after: &Figures) -> Vec<FigureChange> {
    query::changed_figures(before, after).into_iter().map(|(id, old, new)| FigureChange { id, old, new }).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::bench::Bench;
    use super::*;
    use crate::model::{Item, Status};

    #[test]
    fn a_save_names_the_figures_it_changed_and_the_blanks_it_filled() {
        let mut bench = Bench::sample();
        let (number, blanks) = (figure(&bench, "重点网站原创新闻"), bench.session.document().blanks());
        assert_eq!(number, None);
        let typed = [("标题", "文化站里过冬至"), ("媒体", "新华网"), ("首发", "原创"), ("日期", "12-20")];
        let item = bench.item("3.7", &typed);
        let reward = bench.session.apply(&bench.session.add(item)).expect("saved");
        let changed = reward.figures.iter().find(|one| one.id.as_str() == "重点网站原创新闻").expect("it is named");
        assert_eq!((changed.old.clone(), changed.new.clone()), (None, figure(&bench, "重点网站原创新闻")));
        assert!(changed.new.is_some());
        let after = bench.session.document().blanks();
        assert!(after < blanks);
        assert_eq!(reward.blanks, Some((blanks, after)));
        let (_, back) = bench.session.undo().expect("undone");
        assert!(back.figures.iter().any(|one| one.id == changed.id && one.new.is_none()));
        assert_eq!(back.blanks, Some((after, blanks)));
    }

    #[test]
    fn what_nobody_looked_at_is_not_compared() {
        let mut bench = Bench::empty();
        let item = bench.item("1.4", &[("标题", "专题党课")]);
        assert_eq!(bench.session.apply(&bench.session.add(item)).expect("saved"), Reward::default());
    }

    #[test]
    fn what_does_not_fit_foresees_nothing() {
        let mut bench = Bench::empty();
        let item = bench.add("1.4", &[("标题", "专题党课")]);
        assert_eq!(bench.session.foresee(&bench.session.add(item)), []);
    }

    fn figure(bench: &Bench, id: &str) -> Option<Value> {
        bench.session.figures().get(&id.parse::<IndicatorId>().expect("an id"))?.value.clone()
    }

    /// What a user may do to an item of the sample.
    fn touched(item: &mut Item, how: u8) {
        match how % 5 {
            0 => item.card.binned = true,
            1 => item.card.status = Status::Cancelled,
            2 => item.card.fields.clear(),
            3 => item.card.title.push('甲'),
            _ => item.card.unit = None,
        }
    }

    #[test]
    fn what_is_foreseen_is_what_the_save_then_tells() {
        let mut bench = Bench::sample();
        let mut runner = proptest::test_runner::TestRunner::deterministic();
        for _ in 0..12 {
            let tree = (any::<prop::sample::Index>(), any::<u8>()).new_tree(&mut runner).expect("a value");
            let (at, how) = proptest::strategy::ValueTree::current(&tree);
            let items: Vec<_> = bench.session.ledger().items_of(bench.session.year()).cloned().collect();
            let mut item = at.get(&items).clone();
            touched(&mut item, how);
            let change = bench.session.edit(item).expect("it is there");
            let foreseen = bench.session.foresee(&change);
            assert_eq!(bench.session.apply(&change).expect("saved").figures, foreseen);
            assert_eq!(*bench.session.figures(), query::figures(bench.session.ledger(), bench.session.scope()));
        }
    }
}
