//! The numbered actions among the units: another stretch, zeros, reminders, what was asked.

use super::super::list::{ListScreen, Subject};
use super::{UnitsScreen, cell};
use crate::id::EntryId;
use crate::model::{Every, Period, Variant};
use crate::query;
use crate::report;
use crate::session::FileFormat;
use crate::ui::choose::{Choice, Choose};
use crate::ui::outcome::{Answer, Outcome, Question};
use crate::ui::scene::Scene;

/// Something that can be done here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum UnitAct {
    /// Shows another stretch.
    Period,
    /// Writes a reminder to the unit under the cursor.
    Remind(FileFormat),
    /// Writes one to each unit that owes.
    RemindAll(FileFormat),
    /// Notes that the unit was asked.
    Urge,
    /// Notes that all that owe were asked.
    UrgeAll,
    /// Confirms that what the unit returned is zero.
    Zero,
    /// Makes zero the return of all that owe.
    ZeroAll,
    /// Takes the unit's return away.
    Remove,
    /// Opens the single items.
    Items,
}

/// What was asked for.
#[derive(Debug)]
pub(super) enum Asked {
    /// Which action.
    Act(Vec<UnitAct>),
    /// Which stretch.
    Period(Vec<Option<Period>>),
}

impl UnitsScreen {
    /// Offers what can be done here.
    pub(super) fn offer(&mut self, scene: &Scene) -> Outcome {
        let acts = self.possible();
        let choices = acts.iter().map(|act| self.choice(act, scene)).collect();
        self.asked = Some(Asked::Act(acts));
        Outcome::open(Choose::new(self.id.as_str(), choices))
    }

    /// Takes the answer to what was asked.
    pub(super) fn take_answer(&mut self, answer: &Answer, scene: &Scene) -> Outcome {
        let (Some(asked), Answer::Chosen(at)) = (self.asked.take(), answer) else { return Outcome::Stay };
        match asked {
            Asked::Act(acts) => acts.get(*at).map_or(Outcome::Stay, |act| self.perform(act, scene)),
            Asked::Period(periods) => {
                if let Some(period) = periods.into_iter().nth(*at) {
                    self.show(period, scene);
                }
                Outcome::Stay
            }
        }
    }

    fn possible(&self) -> Vec<UnitAct> {
        let owes = self.row().is_some_and(|row| row.owes);
        let owing = self.rows.iter().any(|row| row.owes);
        [
            (true, UnitAct::Period),
            (owes, UnitAct::Remind(FileFormat::Docx)),
            (owes, UnitAct::Remind(FileFormat::Text)),
            (owing, UnitAct::RemindAll(FileFormat::Docx)),
            (owes, UnitAct::Urge),
            (owing, UnitAct::UrgeAll),
            (self.row().is_some(), UnitAct::Zero),
            (owing, UnitAct::ZeroAll),
            (self.row().is_some_and(|row| row.given.is_some()), UnitAct::Remove),
            (true, UnitAct::Items),
        ]
        .into_iter()
        .filter_map(|(can, act)| can.then_some(act))
        .collect()
    }

    fn choice(&self, act: &UnitAct, scene: &Scene) -> Choice {
        let lang = scene.look.lang;
        let unit = self.row().map_or("", |row| scene.session.unit_name(row.unit));
        let owing = self.rows.iter().filter(|row| row.owes).count();
        match act {
            UnitAct::Period => Choice::with(lang.unit_act_period(), self.stretch(scene)),
            UnitAct::Remind(format) => Choice::with(lang.unit_act_remind(format.extension()), unit),
            UnitAct::RemindAll(format) => Choice::new(lang.act_remind(format.extension(), owing)),
            UnitAct::Urge => Choice::with(lang.unit_act_urge(), unit),
            UnitAct::UrgeAll => Choice::new(lang.act_urge(owing)),
            UnitAct::Zero => Choice::with(lang.act_zero(), unit),
            UnitAct::ZeroAll => Choice::new(lang.unit_act_zeros(owing)),
            UnitAct::Remove => Choice::with(lang.unit_act_remove(), unit),
            UnitAct::Items => Choice::new(lang.act_items()),
        }
    }

    fn perform(&mut self, act: &UnitAct, scene: &Scene) -> Outcome {
        let session = scene.session;
        let Some(unit) = self.row().map(|row| row.unit) else { return Outcome::Stay };
        match act {
            UnitAct::Period => self.ask_period(scene),
            UnitAct::Remind(format) => Outcome::Remind(vec![unit], *format),
            UnitAct::RemindAll(format) => Outcome::Remind(self.owing(), *format),
            UnitAct::Urge => Outcome::apply(session.urge(&[unit], Some(&self.id))),
            UnitAct::UrgeAll => Outcome::apply(session.urge(&self.owing(), Some(&self.id))),
            UnitAct::Zero => self.zero(scene),
            UnitAct::ZeroAll => self.ask_zeros(scene),
            UnitAct::Remove => self.save(unit, None, scene),
            UnitAct::Items => Outcome::open(ListScreen::new(Subject::Figure(self.id.clone(), Variant::Whole), scene)),
        }
    }

    /// Takes zero as the unit's return; asks first when another number stands typed.
    pub(super) fn zero(&mut self, scene: &Scene) -> Outcome {
        let Some(unit) = self.row().map(|row| row.unit) else { return Outcome::Stay };
        let (lang, given) = (scene.look.lang, cell::zero(self.source));
        let Some(typed) = self.typed_beside_zero(scene) else { return self.save(unit, Some(given), scene) };
        let change = scene.session.give(&self.id, unit, self.period.as_ref(), Some(given));
        if change.edits.is_empty() {
            return Outcome::Tell(lang.units_zero_saved(&typed));
        }
        self.saving = Some(unit);
        Outcome::Confirm(Box::new(Question {
            text: lang.units_zero_ask(scene.session.unit_name(unit), &typed),
            yes: lang.act_zero().into(),
            then: Outcome::apply(change),
        }))
    }

    /// What stands typed in the present row, is not saved, and is no zero.
    fn typed_beside_zero(&self, scene: &Scene) -> Option<String> {
        let typed = self.field.text().trim();
        let zero = cell::zero(self.source);
        let is_zero = cell::read(&self.id, typed, self.source, scene).is_ok_and(|read| read == Some(zero));
        (!self.is_unchanged() && !typed.is_empty() && !is_zero).then(|| scene.look.brief(typed))
    }

    /// The stretch that is shown, in words.
    pub(super) fn stretch(&self, scene: &Scene) -> String {
        let indicator = scene.session.template().indicator(&self.id);
        let year = scene.session.year();
        indicator.map_or_else(String::new, |one| report::stretch_text(one, self.period.as_ref(), year))
    }

    fn owing(&self) -> Vec<EntryId> {
        self.rows.iter().filter(|row| row.owes).map(|row| row.unit).collect()
    }

    fn ask_zeros(&self, scene: &Scene) -> Outcome {
        let (lang, units) = (scene.look.lang, self.owing());
        Outcome::Confirm(Box::new(Question {
            text: lang.unit_zeros_ask(units.len(), self.id.as_str()),
            yes: lang.act_zero().into(),
            then: Outcome::apply(scene.session.give_zeros(&self.id, &units, self.period.as_ref())),
        }))
    }

    /// Asks for another stretch: those of the figure's own rhythm first.
    fn ask_period(&mut self, scene: &Scene) -> Outcome {
        let session = scene.session;
        let Some(indicator) = session.template().indicator(&self.id) else { return Outcome::Stay };
        let own = query::rhythm(session.ledger(), indicator, session.year());
        let others = [Every::Year, Every::Half, Every::Quarter, Every::Month].into_iter().filter(|one| *one != own);
        let all = std::iter::once(own).chain(others);
        let periods: Vec<Option<Period>> = all.flat_map(|every| query::periods(every, session.year())).collect();
        let text = |period: &Option<Period>| report::stretch_text(indicator, period.as_ref(), session.year());
        let choices = periods.iter().map(|period| Choice::new(text(period))).collect();
        let at = periods.iter().position(|period| *period == self.period).unwrap_or_default();
        self.asked = Some(Asked::Period(periods));
        Outcome::open(Choose::new(scene.look.lang.unit_act_period(), choices).on(at))
    }

    fn show(&mut self, period: Option<Period>, scene: &Scene) {
        self.leave();
        self.period = period;
        self.look(scene);
        self.cursor.select(self.next_owing(0).unwrap_or(0));
        self.enter();
    }
}
