//! An item's own wording that says another number than its fields.

use super::agree::agrees;
use super::{Finding, Ground, Group, Place, Severity, Why};
use crate::model::{Amount, Common, Count, FieldType, Item, Kind, Template, UNIT_SIGNS};
use crate::text::{Said, said};
use crate::token::{Part, TokenText};

/// An amount of an item: the field's name, its unit, its value.
type Own<'a> = (&'a str, &'a str, &'a Amount);

/// Each wording in which no number of a unit is that of a field of this unit. Where one is, the others are parts of it
/// (其中…), and where a token prints the field nothing can differ.
pub(super) fn check(ground: &Ground<'_>, template: &Template, found: &mut Vec<Finding>) {
    let units = template.units();
    for item in ground.ledger.items_of(ground.year).filter(|item| !item.body.wording.is_empty()) {
        let Some(kind) = template.kind(&item.card.kind) else { continue };
        if let Some(why) = contradiction(item, kind, &units) {
            let place = Place::common(item.card.id, Common::Wording);
            found.push(Finding::new(Group::Numbers, Severity::Error, place, why));
        }
    }
}

fn contradiction(item: &Item, kind: &Kind, units: &[&str]) -> Option<Why> {
    let text = TokenText::parse(&item.body.wording);
    let words = text.all_parts().filter_map(|part| if let Part::Plain(words, _) = part { Some(words) } else { None });
    let numbers: Vec<(Said<'_>, Amount)> = words
        .flat_map(|words| said(words, units))
        .filter_map(|one| Some((one, Amount::parse(one.number).ok()?)))
        .collect();
    let own = amounts(item, kind);
    let printed = |(name, ..): &Own<'_>| text.tokens().any(|token| token.name == *name);
    numbers.iter().find_map(|(said, _)| {
        let mut of_unit = own.iter().filter(|(_, unit, _)| is_of(unit, said.unit)).peekable();
        let (field, unit, amount) = of_unit.peek()?;
        let is_said = |own: &Own<'_>| {
            let mut alike = numbers.iter().filter(|(one, _)| one.unit == said.unit);
            printed(own) || alike.any(|(_, said)| agrees(said, own.2))
        };
        let why =
            Why::Contradicts { said: said.text.to_owned(), field: (*field).to_owned(), own: format!("{amount}{unit}") };
        (!of_unit.any(is_said)).then_some(why)
    })
}

/// What the item says in numbers.
fn amounts<'a>(item: &'a Item, kind: &'a Kind) -> Vec<Own<'a>> {
    let fields = kind.fields.iter().filter_map(|spec| match &spec.holds {
        FieldType::Amount { unit } => {
            Some((spec.name.as_str(), unit.as_str(), item.card.fields.get(&spec.id)?.as_amount()?))
        }
        _ => None,
    });
    let count = match &item.card.count {
        Some(Count::Given(amount)) => Some((Common::Count.name(), kind.unit.as_str(), amount)),
        Some(Count::Open) | None => None,
    };
    fields.chain(count).collect()
}

fn is_of(own: &str, said: &str) -> bool {
    own.split(UNIT_SIGNS).any(|unit| unit == said)
}
