//! An item as its form opens: the matter's defaults, and nothing typed.

use chrono::NaiveDate;

use crate::id::ItemId;
use crate::model::{Body, Card, Item, Matter, Stamp, Status, When, Year};

/// An item of `matter` with its defaults, made and dated so; its title is empty.
pub(super) fn blank(id: ItemId, year: Year, matter: &Matter, day: NaiveDate, stamp: Stamp) -> Item {
    Item {
        card: Card {
            id,
            year,
            matter: matter.id.clone(),
            kind: matter.kind.clone(),
            title: String::new(),
            when: When::day(day),
            period: None,
            unit: None,
            status: Status::default(),
            due: None,
            count: None,
            fields: matter.defaults.clone(),
            in_report: matter.in_report,
            key: false,
            checked: false,
            tags: matter.tags.clone(),
            places: Vec::new(),
            binned: false,
        },
        body: Body {
            wording: String::new(),
            evidence: Vec::new(),
            note: String::new(),
            planned: None,
            created: stamp.clone(),
            updated: stamp,
            unknown: serde_json::Map::new(),
        },
    }
}
