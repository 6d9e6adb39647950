//! Where what a figure lacks is done: the units' numbers, the item with the open field, a new item, a number by hand.

use super::acts::Asking;
use super::form::FormScreen;
use super::list::{ListScreen, Subject};
use super::places;
use super::registers::EntriesScreen;
use super::units::UnitsScreen;
use crate::check::Why;
use crate::id::{IndicatorId, RegisterId};
use crate::model::{Answers, Indicator, Item, Measure, Printed, Variant};
use crate::query::{self, Figure, Lack, Value};
use crate::ui::outcome::Outcome;
use crate::ui::scene::Scene;

/// Opens the place where the figure is completed; of one that lacks nothing, what is behind it.
pub fn work(id: &IndicatorId, asking: &mut Asking, scene: &Scene) -> Outcome {
    let session = scene.session;
    let (Some(indicator), Some(figure)) = (session.template().indicator(id), session.figures().get(id)) else {
        return Outcome::Stay;
    };
    match query::lack(indicator, figure, session.scope()) {
        Some(Lack::Unset) => asking.ask_number(id, "", scene),
        Some(Lack::Open(_)) => open(indicator, scene),
        Some(Lack::Until(_)) => asking.offer(id, scene),
        Some(Lack::Owed(_) | Lack::Nothing) if is_asked_of_units(indicator) => units(id, scene),
        Some(Lack::Nothing) => record(indicator, scene),
        Some(Lack::Owed(_) | Lack::Without(_)) | None => places::figure(id, scene),
    }
}

/// Opens the place where what was found of a figure is mended: its units' numbers, the open field, else its items.
pub fn mend(id: &IndicatorId, why: &Why, scene: &Scene) -> Outcome {
    match (why, scene.session.template().indicator(id)) {
        (Why::Owed { .. }, Some(indicator)) if is_asked_of_units(indicator) => units(id, scene),
        (Why::Open { .. }, Some(indicator)) => open(indicator, scene),
        _ => places::figure(id, scene),
    }
}

/// Opens what a figure of the report is made of: its items, or the units' numbers or the register where it has none;
/// asks for the number of one that nobody has set.
pub fn behind(id: &IndicatorId, variant: &Variant, asking: &mut Asking, scene: &Scene) -> Outcome {
    let session = scene.session;
    let (Some(indicator), Some(figure)) = (session.template().indicator(id), session.figure_of(id, variant)) else {
        return Outcome::Stay;
    };
    match &indicator.measure {
        Measure::Entries(register) => Outcome::open(entries(register, &figure, scene)),
        Measure::Fixed { .. } if figure.value.is_none() => asking.ask_number(id, "", scene),
        _ if is_asked_of_units(indicator) && (figure.items.is_empty() || figure.value.is_none()) => units(id, scene),
        _ => places::figure_of(id, variant, scene),
    }
}

/// The register that a figure names entries of, the cursor on the first whose printed name nobody has said yet.
fn entries(register: &RegisterId, figure: &Figure, scene: &Scene) -> EntriesScreen {
    let Some(Value::List(named)) = &figure.value else { return EntriesScreen::new(register.clone(), scene) };
    let entries = || named.iter().filter_map(|one| scene.session.ledger().entry(one.entry?));
    let open = entries().find(|entry| entry.printed == Some(Printed::Open));
    let first = open.or_else(|| entries().next());
    first.map_or_else(|| EntriesScreen::new(register.clone(), scene), |entry| EntriesScreen::at(entry, scene))
}

/// A new item of what a figure counts.
pub fn another(id: &IndicatorId, scene: &Scene) -> Outcome {
    let indicator = scene.session.template().indicator(id);
    indicator.map_or(Outcome::Stay, |indicator| record(indicator, scene))
}

/// Opens the units' numbers for a figure.
pub fn units(id: &IndicatorId, scene: &Scene) -> Outcome {
    let indicator = scene.session.template().indicator(id);
    indicator.map_or(Outcome::Stay, |indicator| Outcome::open(UnitsScreen::new(indicator, scene)))
}

/// Whether the units are asked for the figure, each for its own number.
fn is_asked_of_units(indicator: &Indicator) -> bool {
    query::is_returned(indicator) || indicator.answers == Answers::Units && query::takes_returns(indicator)
}

/// The form of the item whose number is open, at that field; of several, their list.
fn open(indicator: &Indicator, scene: &Scene) -> Outcome {
    let session = scene.session;
    let items = session.figures().get(&indicator.id).map_or(&[][..], |figure| figure.items.as_slice());
    match query::open_items(session.ledger(), indicator, session.scope(), items).as_slice() {
        [only] => Outcome::open(form(only, indicator, scene)),
        _ => Outcome::open(ListScreen::new(Subject::Figure(indicator.id.clone(), Variant::Whole), scene)),
    }
}

fn form(item: &Item, indicator: &Indicator, scene: &Scene) -> FormScreen {
    match indicator.measure.field() {
        Some(field) => FormScreen::edit_at(item, field, scene),
        None => FormScreen::edit(item, scene),
    }
}

/// A new item of what the figure counts; where no matter is named, what is behind it.
fn record(indicator: &Indicator, scene: &Scene) -> Outcome {
    let matter = indicator.matters.first().and_then(|id| scene.session.template().matter(id));
    match (&indicator.measure, matter) {
        (Measure::Entries(register), _) => {
            let name = scene.session.template().register(register).map_or("", |one| one.name.as_str());
            Outcome::Tell(scene.look.lang.work_register(name))
        }
        (_, Some(matter)) => Outcome::open(FormScreen::new(matter, scene)),
        (_, None) => places::figure(&indicator.id, scene),
    }
}
