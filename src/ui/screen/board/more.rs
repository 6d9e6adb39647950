//! What only a large screen shows of the year: items by month and section, figures beside last year's.

use chrono::Datelike;
use rust_decimal::Decimal;

use crate::id::IndicatorId;
use crate::query::{self, Value};
use crate::ui::scene::Scene;

/// What only a large screen shows.
#[derive(Debug)]
pub struct More {
    /// Items of each section by month.
    pub months: Vec<[usize; 12]>,
    /// Figures that have a value this year and last year.
    pub figures: Vec<Compared>,
}

/// A figure beside last year's.
#[derive(Debug)]
pub struct Compared {
    /// Which.
    pub id: IndicatorId,
    /// Its unit.
    pub unit: String,
    /// This year's value.
    pub now: Value,
    /// Last year's, over the same days.
    pub before: Value,
}

impl More {
    /// Computes it from the ledger as it stands.
    pub fn new(scene: &Scene) -> Self {
        Self { months: months(scene), figures: figures(scene) }
    }
}

fn months(scene: &Scene) -> Vec<[usize; 12]> {
    let (session, template) = (scene.session, scene.session.template());
    let sections: Vec<_> = template.sections.iter().filter(|section| !section.closing).map(|one| &one.id).collect();
    let mut counts = vec![[0_usize; 12]; sections.len()];
    let begun = session.ledger().items_of(session.year()).filter(|item| item.card.when.start() <= session.as_of());
    for item in begun {
        let home = query::section_of(session.ledger(), template, &item.card);
        if let Some(at) = home.and_then(|id| sections.iter().position(|one| *one == id)) {
            counts[at][item.card.when.start().month0() as usize] += 1;
        }
    }
    counts
}

fn figures(scene: &Scene) -> Vec<Compared> {
    let session = scene.session;
    let earlier = session.figures_last_year();
    let compared = session.template().indicators.iter().filter_map(|one| {
        let now = session.figures().get(&one.id)?.value.clone()?;
        let before = earlier.get(&one.id)?.value.clone()?;
        let is_number = |value: &Value| matches!(value, Value::Number(..));
        let both = is_number(&now) && is_number(&before) && now.number().max(before.number()) > Decimal::ZERO;
        both.then(|| Compared { id: one.id.clone(), unit: one.unit.clone(), now, before })
    });
    compared.collect()
}
