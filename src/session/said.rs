//! What a user says of figures, as changes: units' returns, a confirmed zero, 记全至, 定数, 已核, 已催.

use chrono::NaiveDate;

use super::Session;
use crate::id::{EntryId, IndicatorId};
use crate::lang::Lang;
use crate::model::{
    Act, Amount, Change, Checked, Edit, FigureKey, FigureNote, Period, Record, RecordKey, Return, ReturnKey,
    ReturnSource, Verb,
};
use crate::query::{self, State};

/// The language of what is kept in the history: acts are told in the words of the office.
const KEPT: Lang = Lang::Zh;

impl Session {
    /// The change that makes `given` a unit's return for a stretch of the year; none takes it away.
    pub fn give(&self, id: &IndicatorId, unit: EntryId, period: Option<&Period>, given: Option<Return>) -> Change {
        let told = given.as_ref().map_or_else(|| "-".into(), |given| given.value.to_string());
        let what = format!("{id} {} {told}", self.unit_name(unit));
        figure_change(what, self.give_edit(id, unit, period, given).into_iter().collect())
    }

    /// The change that makes zero the return of each of the units.
    pub fn give_zeros(&self, id: &IndicatorId, units: &[EntryId], period: Option<&Period>) -> Change {
        let zero = || Return::new(&Amount::exact(0.into()), ReturnSource::Counted);
        let edits = units.iter().filter_map(|unit| self.give_edit(id, *unit, period, Some(zero())));
        let names: Vec<&str> = units.iter().map(|unit| self.unit_name(*unit)).collect();
        figure_change(format!("{id} {} 0", names.join(KEPT.between())), edits.collect())
    }

    /// The change that confirms that a figure is zero, or takes that back.
    pub fn confirm_zero(&self, id: &IndicatorId, zero: bool) -> Change {
        let what = format!("{id} {}", if zero { "0" } else { "-" });
        self.noted(what, &[id], |_, note| note.zero = zero)
    }

    /// The change that says up to which day a figure's items are recorded without gaps.
    pub fn complete_to(&self, id: &IndicatorId, day: Option<NaiveDate>) -> Change {
        let what =
            day.map_or_else(|| format!("{id} -"), |day| format!("{id} {}", KEPT.board_partial_to(&day.to_string())));
        self.noted(what, &[id], |_, note| note.complete_to = day)
    }

    /// The change that sets a figure to a number by hand, with its basis; none has it computed again.
    pub fn fix(&self, id: &IndicatorId, fixed: Option<(&Amount, &str)>) -> Change {
        let told = fixed.map_or_else(|| "-".into(), |(amount, basis)| format!("{amount} {basis}"));
        let own = |(amount, basis): (&Amount, &str)| (amount.clone(), basis.to_owned());
        self.noted(format!("{id} {told}"), &[id], |_, note| note.fixed = fixed.map(own))
    }

    /// The change with which whoever is typing signs for figures as they are now; what has no value is passed over.
    pub fn sign(&self, ids: &[IndicatorId]) -> Change {
        let valued: Vec<(&IndicatorId, rust_decimal::Decimal)> =
            ids.iter().filter_map(|id| Some((id, self.figures().get(id)?.value.as_ref()?.number()))).collect();
        let names: Vec<&str> = valued.iter().map(|(id, _)| id.as_str()).collect();
        let what = format!("{} {}", names.join(KEPT.between()), KEPT.state_checked());
        let ids: Vec<&IndicatorId> = valued.iter().map(|(id, _)| *id).collect();
        let value = |id: &IndicatorId| valued.iter().find(|(one, _)| *one == id).map(|(_, value)| *value);
        self.noted(what, &ids, |id, note| {
            note.checked = value(id).map(|value| Checked { by: self.clerk(), at: self.now(), value });
        })
    }

    /// The change that takes a signature back.
    pub fn unsign(&self, id: &IndicatorId) -> Change {
        self.noted(format!("{id} {}", KEPT.state_unchecked()), &[id], |_, note| note.checked = None)
    }

    /// The figures that lack nothing and wait only for a signature.
    pub fn to_sign(&self) -> Vec<IndicatorId> {
        let waits = |state: State| matches!(state, State::Unchecked | State::Changed);
        let indicators = self.template().indicators.iter();
        let ripe = indicators.filter(|one| {
            let figure = self.figures().get(&one.id);
            figure.is_some_and(|figure| waits(figure.state) && query::lack(one, figure, self.scope()).is_none())
        });
        ripe.map(|one| one.id.clone()).collect()
    }

    /// The change that notes that units were asked today: for one figure, else for all that they owe.
    pub fn urge(&self, units: &[EntryId], only: Option<&IndicatorId>) -> Change {
        let owing = query::owing(&self.ledger, self.scope());
        let owes = |unit: &EntryId, id: &IndicatorId| {
            owing.get(unit).is_some_and(|owed| owed.iter().any(|one| one.indicator.id == *id))
        };
        let is_meant = |id: &IndicatorId| only.is_none_or(|only| only == id);
        let ids: Vec<&IndicatorId> = self.template().indicators.iter().map(|one| &one.id).collect();
        let asked: Vec<&IndicatorId> =
            ids.into_iter().filter(|id| is_meant(id) && units.iter().any(|unit| owes(unit, id))).collect();
        let names: Vec<&str> = units.iter().map(|unit| self.unit_name(*unit)).collect();
        let what = KEPT.returns_urged_act(&names.join(KEPT.between()));
        let today = self.today();
        self.noted(what, &asked, |id, note| {
            note.urged.extend(units.iter().filter(|unit| owes(unit, id)).map(|unit| (*unit, today)));
        })
    }

    /// What a unit is called on the screen.
    pub fn unit_name(&self, unit: EntryId) -> &str {
        self.ledger.entry(unit).map_or("", |entry| entry.label.as_str())
    }

    fn give_edit(
        &self,
        id: &IndicatorId,
        unit: EntryId,
        period: Option<&Period>,
        given: Option<Return>,
    ) -> Option<Edit> {
        let key = ReturnKey { year: self.year, indicator: id.clone(), period: period.cloned(), unit };
        let key = query::return_key(&self.ledger, key);
        let known = self.ledger.returns.get(&key).map(|old| old.unknown.clone());
        let given = given.map(|given| Return { unknown: known.unwrap_or_default(), ..given });
        let key = RecordKey::Return(key);
        let (old, new) = (key.get(&self.ledger), given.map(Record::Return));
        (old != new).then_some(Edit { key, old, new })
    }

    /// The change of what is noted of figures; a note that says nothing is not kept.
    fn noted(&self, what: String, ids: &[&IndicatorId], said: impl Fn(&IndicatorId, &mut FigureNote)) -> Change {
        let edit = |id: &&IndicatorId| {
            let key = FigureKey(self.year, (*id).clone());
            let old = self.ledger.figures.get(&key).cloned();
            let mut note = old.clone().unwrap_or_default();
            said(id, &mut note);
            let new = (note != FigureNote::default()).then_some(note);
            let key = RecordKey::Figure(key);
            (old != new).then(|| Edit { key, old: old.map(Record::Figure), new: new.map(Record::Figure) })
        };
        figure_change(what, ids.iter().filter_map(edit).collect())
    }
}

fn figure_change(what: String, edits: Vec<Edit>) -> Change {
    Change { act: Act { verb: Verb::Figure, what }, edits }
}

#[cfg(test)]
mod tests {
    use super::super::bench::Bench;
    use super::*;
    use crate::query::Lack;

    fn id(text: &str) -> IndicatorId {
        text.parse().expect("an id")
    }

    fn lack(bench: &Bench, name: &str) -> Option<Lack> {
        let session = &bench.session;
        let indicator = session.template().indicator(&id(name)).expect("the sample has it");
        query::lack(indicator, &session.figures()[&id(name)], session.scope())
    }

    fn apply(bench: &mut Bench, change: &Change) {
        assert!(!change.edits.is_empty(), "{:?} changes something", change.act);
        bench.session.apply(change).expect("saved");
    }

    /// Does the change, takes it back, and does it again.
    fn to_and_fro(bench: &mut Bench, change: &Change) {
        let before = bench.session.ledger().clone();
        apply(bench, change);
        let after = bench.session.ledger().clone();
        bench.session.undo().expect("undone");
        assert_eq!(*bench.session.ledger(), before);
        bench.session.redo().expect("done again");
        assert_eq!(*bench.session.ledger(), after);
    }

    #[test]
    fn a_return_is_saved_undone_and_there_after_opening_again() {
        let mut bench = Bench::sample();
        let name = id("演出场次");
        let unit = bench.session.figures()[&name].owed[0];
        let owed = bench.session.figures()[&name].owed.len();
        let given = Return::new(&Amount::parse("300多").expect("a number"), ReturnSource::Counted);
        let change = bench.session.give(&name, unit, None, Some(given.clone()));
        to_and_fro(&mut bench, &change);
        assert_eq!(lack(&bench, "演出场次"), Some(Lack::Owed(owed - 1)));
        let same = bench.session.give(&name, unit, None, Some(given));
        assert_eq!(same.edits, [], "what is there already changes nothing");
        let bench = bench.reopened();
        assert_eq!(bench.session.figures()[&name].owed.len(), owed - 1);
    }

    #[test]
    fn zeros_for_all_that_owe_are_one_change() {
        let mut bench = Bench::sample();
        let name = id("反邪教人次");
        let owed = bench.session.figures()[&name].owed.clone();
        let change = bench.session.give_zeros(&name, &owed, None);
        assert_eq!(change.edits.len(), owed.len());
        to_and_fro(&mut bench, &change);
        assert_eq!(lack(&bench, "反邪教人次"), None);
        assert_eq!(bench.session.figures()[&name].value.as_ref().map(query::Value::number), Some(0.into()));
    }

    #[test]
    fn what_is_said_of_a_figure_is_a_change_that_can_be_taken_back() {
        let mut bench = Bench::sample();
        let name = id("网台报道数");
        assert_eq!(lack(&bench, "网台报道数"), Some(Lack::Nothing));
        let change = bench.session.confirm_zero(&name, true);
        to_and_fro(&mut bench, &change);
        assert_eq!(lack(&bench, "网台报道数"), None);
        let until = NaiveDate::from_ymd_opt(2022, 10, 31);
        let change = bench.session.complete_to(&name, until);
        to_and_fro(&mut bench, &change);
        assert_eq!(lack(&bench, "网台报道数"), until.map(Lack::Until));
        let number = Amount::parse("1200").expect("a number");
        let change = bench.session.fix(&id("党员干部总数"), Some((&number, "组织部年报")));
        to_and_fro(&mut bench, &change);
        assert_eq!(lack(&bench, "党员干部总数"), None);
        assert_eq!(bench.session.basis(&id("党员干部总数")), Some("组织部年报"));
    }

    #[test]
    fn a_figure_that_changes_after_it_was_signed_for_says_so() {
        let mut bench = Bench::sample();
        bench.set(&[("clerk", "李")]).expect("set");
        let name = id("网台报道数");
        let change = bench.session.confirm_zero(&name, true);
        apply(&mut bench, &change);
        let change = bench.session.sign(std::slice::from_ref(&name));
        apply(&mut bench, &change);
        let state = |bench: &Bench| bench.session.figures()[&name].state;
        assert_eq!(state(&bench), State::Checked);
        let key = FigureKey(bench.session.year(), name.clone());
        let by = bench.session.ledger().figures[&key].checked.as_ref().map(|checked| checked.by.clone());
        assert_eq!(by.as_deref(), Some("李"));
        let number = Amount::parse("5").expect("a number");
        let change = bench.session.fix(&name, Some((&number, "网信办通报")));
        apply(&mut bench, &change);
        assert_eq!(state(&bench), State::Changed);
        let change = bench.session.unsign(&name);
        apply(&mut bench, &change);
        assert_eq!(state(&bench), State::Unchecked);
    }

    #[test]
    fn signing_for_all_signs_only_for_what_lacks_nothing() {
        let mut bench = Bench::sample();
        let ripe = bench.session.to_sign();
        assert!(!ripe.is_empty() && ripe.iter().all(|one| lack(&bench, one.as_str()).is_none()));
        let change = bench.session.sign(&ripe);
        to_and_fro(&mut bench, &change);
        assert_eq!(bench.session.to_sign(), []);
        let nothing = bench.session.sign(&[id("采访产出稿件")]);
        assert_eq!(nothing.edits, [], "what has no value cannot be signed for");
    }

    #[test]
    fn a_unit_is_noted_as_urged_for_what_it_owes_alone() {
        let mut bench = Bench::sample();
        let name = id("演出场次");
        let unit = bench.session.figures()[&name].owed[0];
        let change = bench.session.urge(&[unit], None);
        to_and_fro(&mut bench, &change);
        let session = &bench.session;
        let urged = |name: &str| {
            let note = session.ledger().figures.get(&FigureKey(session.year(), id(name)));
            note.and_then(|note| note.urged.get(&unit).copied())
        };
        assert_eq!(urged("演出场次"), Some(session.today()));
        assert_eq!(urged("法制讲座场次"), None, "schools owe that");
        let line = session.board().todo.iter().find(|todo| todo.name == "演出场次").expect("it is still owed");
        assert!(matches!(line.task, crate::board::Task::Owed { urged: Some(_), .. }), "{line:?}");
    }
}
