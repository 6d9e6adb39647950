//! A theme (专题): the ledger as if it held only what carries a tag.

use crate::id::IndicatorId;
use crate::model::{Ledger, Template, Year};

/// The ledger with those items alone that carry `tag`, and those returns whose indicator looks at nothing but matters
/// that carry it.
#[must_use]
pub fn themed(ledger: &Ledger, year: Year, tag: &str) -> Ledger {
    let mut themed = ledger.clone();
    themed.items.retain(|_, item| carries(&item.card.tags, tag));
    let template = ledger.template(year);
    themed.returns.retain(|key, _| template.is_some_and(|template| is_of_theme(template, &key.indicator, tag)));
    themed
}

fn carries(tags: &[String], tag: &str) -> bool {
    tags.iter().any(|one| one == tag)
}

fn is_of_theme(template: &Template, indicator: &IndicatorId, tag: &str) -> bool {
    let matters = template.indicator(indicator).map(|indicator| &indicator.matters[..]).unwrap_or_default();
    let own = |id| template.matter(id).is_some_and(|matter| carries(&matter.tags, tag));
    !matters.is_empty() && matters.iter().all(own)
}
