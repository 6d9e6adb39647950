//! What can be said of a figure wherever it stands under the cursor: numbered, asked for what it needs, saved as a change.

use super::indicator::{IndicatorScreen, Start};
use crate::entry;
use crate::id::{EntryId, IndicatorId};
use crate::lang::Lang;
use crate::model::{Amount, FigureKey, FigureNote, Indicator, Measure, When};
use crate::query::{self, Lack, State};
use crate::session::FileFormat;
use crate::ui::ask::Ask;
use crate::ui::choose::{Choice, Choose};
use crate::ui::outcome::{Answer, Outcome, Question};
use crate::ui::scene::Scene;

/// Something that can be said of a figure, or done for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Goes where what it lacks is done.
    Work,
    /// Records another item of it.
    Record,
    /// Opens what is counted.
    Items,
    /// Opens the units' numbers.
    Units,
    /// Confirms that it is zero.
    Zero,
    /// Takes that back.
    NoZero,
    /// Says up to which day its items are recorded.
    Until,
    /// Sets the number by hand.
    Fix,
    /// Has it computed again.
    Free,
    /// Signs for it.
    Sign,
    /// Takes the signature back.
    Unsign,
    /// Signs for everything that lacks nothing.
    SignAll,
    /// Writes a reminder to each unit that owes it.
    Remind(FileFormat),
    /// Notes that they were asked.
    Urge,
    /// Opens how it is counted.
    Define,
    /// Makes another one.
    New,
    /// Deletes it.
    Drop,
}

/// What was asked for, until the answer comes.
#[derive(Debug, Default)]
pub struct Asking(Option<(IndicatorId, Asked)>);

#[derive(Debug)]
enum Asked {
    Which(Vec<Act>),
    Day,
    Number,
    Basis(Amount),
}

impl Act {
    fn choice(self, id: &IndicatorId, scene: &Scene) -> Choice {
        let (lang, owed) = (scene.look.lang, owed(id, scene).len());
        match self {
            Self::Work => Choice::new(lang.act_work()),
            Self::Record => Choice::new(lang.act_record()),
            Self::Items => Choice::new(lang.act_items()),
            Self::Units => Choice::new(lang.act_units()),
            Self::Zero => Choice::new(lang.act_zero()),
            Self::NoZero => Choice::new(lang.act_no_zero()),
            Self::Until => Choice::new(lang.act_until()),
            Self::Fix => Choice::new(lang.act_fix()),
            Self::Free => Choice::new(lang.act_free()),
            Self::Sign => Choice::with(lang.act_sign(), scene.session.figure_text(id)),
            Self::Unsign => Choice::new(lang.act_unsign()),
            Self::SignAll => Choice::new(lang.act_sign_all(scene.session.to_sign().len())),
            Self::Remind(format) => Choice::new(lang.act_remind(format.extension(), owed)),
            Self::Urge => Choice::new(lang.act_urge(owed)),
            Self::Define => Choice::new(lang.act_define()),
            Self::New => Choice::new(lang.act_new_figure()),
            Self::Drop => Choice::new(lang.act_drop_figure()),
        }
    }
}

impl Asking {
    /// Whether an answer is awaited.
    pub const fn waits(&self) -> bool {
        self.0.is_some()
    }

    /// Offers what can be said of a figure; what is done there comes first when it lacks something.
    pub fn offer(&mut self, id: &IndicatorId, scene: &Scene) -> Outcome {
        let acts = possible(id, scene);
        let choices = acts.iter().map(|act| act.choice(id, scene)).collect();
        self.0 = Some((id.clone(), Asked::Which(acts)));
        Outcome::open(Choose::new(id.as_str(), choices))
    }

    /// Does one of them, or asks for what it needs.
    pub fn perform(&mut self, act: Act, id: &IndicatorId, scene: &Scene) -> Outcome {
        let session = scene.session;
        match act {
            Act::Work => super::work::work(id, self, scene),
            Act::Record => super::work::another(id, scene),
            Act::Items => super::places::figure(id, scene),
            Act::Units => super::work::units(id, scene),
            Act::Zero => zero(id, scene),
            Act::NoZero => Outcome::apply(session.confirm_zero(id, false)),
            Act::Until => self.ask_day(id, scene),
            Act::Fix => self.ask_number(id, "", scene),
            Act::Free => Outcome::apply(session.fix(id, None)),
            Act::Sign => Outcome::apply(session.sign(std::slice::from_ref(id))),
            Act::Unsign => Outcome::apply(session.unsign(id)),
            Act::SignAll => sign_all(scene),
            Act::Remind(format) => Outcome::Remind(owed(id, scene).to_vec(), format),
            Act::Urge => Outcome::apply(session.urge(owed(id, scene), Some(id))),
            Act::Define => IndicatorScreen::edit(id, scene).map_or(Outcome::Stay, Outcome::open),
            Act::New => Outcome::open(IndicatorScreen::new(Start::default(), scene)),
            Act::Drop => drop_figure(id, scene),
        }
    }

    /// Takes the answer to what was asked.
    pub fn answered(&mut self, answer: Answer, scene: &Scene) -> Outcome {
        let Some((id, asked)) = self.0.take() else { return Outcome::Stay };
        match (asked, answer) {
            (Asked::Which(acts), Answer::Chosen(at)) => {
                acts.get(at).map_or(Outcome::Stay, |act| self.perform(*act, &id, scene))
            }
            (Asked::Day, Answer::Typed(typed)) => self.day(&id, &typed, scene),
            (Asked::Number, Answer::Typed(typed)) => self.number(id, &typed, scene),
            (Asked::Basis(amount), Answer::Typed(typed)) => self.basis(id, amount, &typed, scene),
            _ => Outcome::Stay,
        }
    }

    /// Asks for the number that a figure is set to by hand; its basis is asked for after it.
    pub fn ask_number(&mut self, id: &IndicatorId, why: &str, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        let unit = unit(id, scene);
        let said = if why.is_empty() { lang.ask_number(unit) } else { why.to_owned() };
        let begun = note(id, scene).and_then(|note| note.fixed.as_ref()).map(|(amount, _)| amount.to_string());
        self.0 = Some((id.clone(), Asked::Number));
        Outcome::open(Ask::new(lang.act_fixing(id.as_str()), said, &begun.unwrap_or_default()))
    }

    fn number(&mut self, id: IndicatorId, typed: &str, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        match entry::number(id.as_str(), unit(&id, scene), typed) {
            Ok(Some(amount)) => {
                let begun = scene.session.basis(&id).unwrap_or_default();
                let ask = Ask::new(lang.act_fixing(id.as_str()), lang.ask_basis(), begun);
                self.0 = Some((id, Asked::Basis(amount)));
                Outcome::open(ask)
            }
            Ok(None) => Outcome::Stay,
            Err(error) => self.ask_number(&id, &lang.with_hint(&error.text(lang), &error.hint(lang)), scene),
        }
    }

    fn basis(&mut self, id: IndicatorId, amount: Amount, typed: &str, scene: &Scene) -> Outcome {
        let (lang, basis) = (scene.look.lang, entry::line(typed));
        if basis.is_empty() {
            let ask = Ask::new(lang.act_fixing(id.as_str()), lang.ask_basis_missing(), "");
            self.0 = Some((id, Asked::Basis(amount)));
            return Outcome::open(ask);
        }
        Outcome::apply(scene.session.fix(&id, Some((&amount, &basis))))
    }

    fn ask_day(&mut self, id: &IndicatorId, scene: &Scene) -> Outcome {
        self.ask_day_because(id, scene.look.lang.ask_until(), scene)
    }

    fn ask_day_because(&mut self, id: &IndicatorId, why: &str, scene: &Scene) -> Outcome {
        let as_of = scene.session.as_of();
        let begun = When::day(as_of).print(scene.session.year());
        self.0 = Some((id.clone(), Asked::Day));
        Outcome::open(Ask::new(scene.look.lang.act_until_of(id.as_str()), why, &begun))
    }

    fn day(&mut self, id: &IndicatorId, typed: &str, scene: &Scene) -> Outcome {
        let (lang, session) = (scene.look.lang, scene.session);
        if typed.is_empty() {
            return Outcome::apply(session.complete_to(id, None));
        }
        match When::parse(typed, session.year(), session.today()) {
            Ok(when) => Outcome::apply(session.complete_to(id, Some(when.end()))),
            Err(error) => self.ask_day_because(id, &lang.with_hint(&error.text(lang), &error.hint(lang)), scene),
        }
    }
}

/// Confirms that a figure is zero, unless something is there, or is awaited.
pub fn zero(id: &IndicatorId, scene: &Scene) -> Outcome {
    let lang = scene.look.lang;
    let (Some(figure), Some(indicator)) = (scene.session.figures().get(id), scene.session.template().indicator(id))
    else {
        return Outcome::Stay;
    };
    if let Measure::Share { part, whole } = &indicator.measure {
        return Outcome::Tell(lang.zero_share(part.as_str(), whole.as_str()));
    }
    let why = match figure {
        _ if !figure.owed.is_empty() => lang.zero_owed(figure.owed.len()),
        _ if figure.open > 0 => lang.zero_open(figure.open),
        _ if figure.value.is_some() => lang.zero_there(&scene.session.figure_text(id)),
        _ if !can_be_zero(indicator, scene) => lang.zero_no_number().into(),
        _ => return Outcome::apply(scene.session.confirm_zero(id, true)),
    };
    Outcome::Tell(why)
}

/// The units that owe a figure.
pub fn owed<'a>(id: &IndicatorId, scene: &Scene<'a>) -> &'a [EntryId] {
    scene.session.figures().get(id).map_or(&[], |figure| figure.owed.as_slice())
}

/// What is noted of a figure.
fn note<'a>(id: &IndicatorId, scene: &Scene<'a>) -> Option<&'a FigureNote> {
    let session = scene.session;
    session.ledger().figures.get(&FigureKey(session.year(), id.clone()))
}

/// The measure word of a figure.
fn unit<'a>(id: &IndicatorId, scene: &Scene<'a>) -> &'a str {
    scene.session.template().indicator(id).map_or("", |indicator| indicator.unit.as_str())
}

/// Whether the figure is a number that someone can say is zero: neither a list nor one that is set with its basis, nor a
/// share, which follows from two others.
fn can_be_zero(indicator: &Indicator, scene: &Scene) -> bool {
    let is_share = matches!(indicator.measure, Measure::Share { .. });
    query::is_number(indicator) && !is_share && scene.session.basis(&indicator.id).is_none()
}

/// What can be said of a figure as it is now.
fn possible(id: &IndicatorId, scene: &Scene) -> Vec<Act> {
    let session = scene.session;
    let (Some(indicator), Some(figure)) = (session.template().indicator(id), session.figures().get(id)) else {
        return Vec::new();
    };
    let note = note(id, scene);
    let (is_number, is_fixed) = (query::is_number(indicator), session.basis(id).is_some());
    let set = note.is_some_and(|note| note.fixed.is_some());
    let zero = note.is_some_and(|note| note.zero);
    let lack = query::lack(indicator, figure, session.scope());
    let (lacks, gap) = (lack.is_some(), matches!(lack, Some(Lack::Until(_))));
    let owes = !figure.owed.is_empty();
    let is_signed = note.is_some_and(|note| note.checked.is_some()) && figure.state != State::Changed;
    [
        (lacks && !gap, Act::Work),
        (gap, Act::Record),
        (!is_fixed, Act::Items),
        (!lacks && query::takes_returns(indicator), Act::Units),
        (figure.value.is_some() && !is_signed, Act::Sign),
        (is_signed, Act::Unsign),
        (can_be_zero(indicator, scene) && !zero && figure.value.is_none() && figure.open == 0 && !owes, Act::Zero),
        (zero, Act::NoZero),
        (!is_fixed && !query::is_returned(indicator), Act::Until),
        (is_number, Act::Fix),
        (set, Act::Free),
        (owes, Act::Remind(FileFormat::Docx)),
        (owes, Act::Remind(FileFormat::Text)),
        (owes, Act::Urge),
        (!session.to_sign().is_empty(), Act::SignAll),
        (true, Act::Define),
        (true, Act::New),
        (true, Act::Drop),
    ]
    .into_iter()
    .filter_map(|(can, act)| can.then_some(act))
    .collect()
}

/// Asks before a figure is deleted; one that is used stays, and that is told.
fn drop_figure(id: &IndicatorId, scene: &Scene) -> Outcome {
    let lang = scene.look.lang;
    match scene.session.undefine(id) {
        Ok(change) => Outcome::Confirm(Box::new(Question {
            text: lang.drop_figure_ask(id.as_str()),
            yes: lang.drop_figure_yes().into(),
            then: Outcome::apply(change),
        })),
        Err(error) => Outcome::Tell(lang.with_hint(&error.text(lang), &error.hint(lang))),
    }
}

/// Asks before it signs for many.
fn sign_all(scene: &Scene) -> Outcome {
    let (lang, ripe): (Lang, Vec<IndicatorId>) = (scene.look.lang, scene.session.to_sign());
    Outcome::Confirm(Box::new(Question {
        text: lang.sign_all_ask(ripe.len()),
        yes: lang.sign_all_yes().into(),
        then: Outcome::apply(scene.session.sign(&ripe)),
    }))
}
