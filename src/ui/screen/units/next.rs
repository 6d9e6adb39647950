//! Which figure, and which stretch of it, the units owe next.

use crate::id::IndicatorId;
use crate::model::{Indicator, Period};
use crate::query;
use crate::ui::scene::Scene;

/// The first stretch that anybody owes, else the last that is due, else the first there is.
pub(super) fn first_open(indicator: &Indicator, scene: &Scene) -> Option<Period> {
    let session = scene.session;
    let due = query::due(session.ledger(), indicator, session.scope());
    let owes = |period: &&Option<Period>| {
        let rows = query::unit_rows(session.ledger(), indicator, session.scope(), period.as_ref());
        rows.iter().any(|row| row.owes)
    };
    let open = due.iter().find(owes).or(due.last()).cloned();
    let first = || {
        let rhythm = query::rhythm(session.ledger(), indicator, session.year());
        query::periods(rhythm, session.year()).into_iter().next()
    };
    open.or_else(first).flatten()
}

/// The figure, and the stretch of it, that units owe: this one's, else the next in the order of the template.
pub(super) fn next_place<'a>(id: &IndicatorId, scene: &Scene<'a>) -> Option<(&'a Indicator, Option<Period>)> {
    let session = scene.session;
    let all = &session.template().indicators;
    let at = all.iter().position(|one| one.id == *id).unwrap_or_default();
    let mut round = all[at..].iter().chain(&all[..at]);
    let owes = |one: &&Indicator| session.figures().get(&one.id).is_some_and(|figure| !figure.owed.is_empty());
    round.find(owes).map(|one| (one, first_open(one, scene)))
}
