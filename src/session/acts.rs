//! What a user does, as changes: record, edit, bin, bring back, set, begin a year.

use std::sync::Arc;

use super::{CLERK, FOLDER, Session, SessionError};
use crate::id::{ItemId, SettingId};
use crate::model::{
    Act, Body, Card, Change, Edit, FieldSpec, Item, Matter, Record, RecordKey, SettingValue, Stamp, Status, Template,
    Verb, When, Year,
};
use crate::template;
use crate::text::nearest;

impl Session {
    /// An item of `matter` as its form opens: the matter's defaults, dated today within the ledger's year.
    ///
    /// Its title is empty; the form and the command line ask for one before they save.
    pub fn blank_item(&self, matter: &Matter) -> Item {
        let stamp = self.stamp();
        Item {
            card: Card {
                id: self.ids.borrow_mut().item(),
                year: self.year,
                matter: matter.id.clone(),
                kind: matter.kind.clone(),
                title: String::new(),
                when: When::day(self.today_in_year()),
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
                created: stamp.clone(),
                updated: stamp,
                unknown: serde_json::Map::new(),
            },
        }
    }

    /// The change that records a new item.
    pub fn add(&self, item: Item) -> Change {
        one(Verb::Add, item.card.title.clone(), None, Some(item))
    }

    /// The change that makes the item of `new`'s id what `new` is; its change time becomes now.
    pub fn edit(&self, mut new: Item) -> Result<Change, SessionError> {
        let old = self.existing(new.card.id)?.clone();
        new.body.updated = self.stamp();
        Ok(one(Verb::Edit, old.card.title.clone(), Some(old), Some(new)))
    }

    /// The change that puts an item into the bin.
    pub fn bin(&self, id: ItemId) -> Result<Change, SessionError> {
        self.moved(id, true, Verb::Bin)
    }

    /// The change that takes an item out of the bin.
    pub fn restore(&self, id: ItemId) -> Result<Change, SessionError> {
        self.moved(id, false, Verb::Restore)
    }

    /// The change that sets settings: (name or id, value); an empty value unsets.
    pub fn set(&self, values: &[(&str, &str)]) -> Result<Change, SessionError> {
        let mut edits: Vec<Edit> = Vec::new();
        let mut names = Vec::new();
        for (name, value) in values {
            let id = self.setting_id(name)?;
            names.push(format!("{name}={value}"));
            let new = (!value.trim().is_empty()).then(|| Record::Setting(SettingValue(value.trim().to_string())));
            edits.retain(|edit| edit.key != RecordKey::Setting(id.clone()));
            let key = RecordKey::Setting(id);
            edits.push(Edit { old: key.get(&self.ledger), key, new });
        }
        edits.retain(|edit| edit.old != edit.new);
        Ok(Change { act: Act { verb: Verb::Set, what: names.join(" ") }, edits })
    }

    /// The change that begins `year` with the template of `from` (else of the year worked in) and its closing plans.
    pub fn begin_year(&self, year: Year, from: Option<Year>) -> Result<Change, SessionError> {
        if self.ledger.years.contains_key(&year) {
            return Err(SessionError::YearExists(year));
        }
        let from = from.unwrap_or(self.year);
        let known = || self.ledger.years.keys().copied().collect();
        let source: &Arc<Template> = self.ledger.template(from).ok_or_else(|| SessionError::NoYear(from, known()))?;
        Ok(template::begin_year(&self.ledger, Template::clone(source), year))
    }

    /// The settings this ledger knows: those of the template, who is typing, where files go.
    pub fn setting_ids(&self) -> Vec<SettingId> {
        let own = [CLERK, FOLDER].map(|id| id.parse().expect("a constant id"));
        self.template().settings.iter().map(|setting| setting.id.clone()).chain(own).collect()
    }

    /// The required fields that an item leaves empty.
    pub fn missing_fields(&self, item: &Item) -> Vec<&FieldSpec> {
        let specs = self.template().kind(&item.card.kind).map_or(&[][..], |kind| &kind.fields);
        specs.iter().filter(|spec| spec.required && !item.card.fields.contains_key(&spec.id)).collect()
    }

    fn setting_id(&self, name: &str) -> Result<SettingId, SessionError> {
        let by_name = self.template().settings.iter().find(|one| one.id.as_str() == name || one.name == name);
        if let Some(setting) = by_name {
            return Ok(setting.id.clone());
        }
        let known = self.setting_ids();
        let found = known.iter().find(|id| id.as_str() == name).cloned();
        let near = || nearest(name, known.iter().map(SettingId::as_str)).map(String::from);
        found.ok_or_else(|| SessionError::NoSetting(name.into(), near()))
    }

    fn moved(&self, id: ItemId, binned: bool, verb: Verb) -> Result<Change, SessionError> {
        let old = self.existing(id)?.clone();
        let mut new = old.clone();
        new.card.binned = binned;
        new.body.updated = self.stamp();
        Ok(one(verb, old.card.title.clone(), Some(old), Some(new)))
    }

    fn existing(&self, id: ItemId) -> Result<&Item, SessionError> {
        self.ledger.items.get(&id).map(Arc::as_ref).ok_or_else(|| SessionError::NoItem(id.to_string()))
    }

    fn stamp(&self) -> Stamp {
        Stamp { by: self.clerk(), at: self.now() }
    }

    /// Today, or the nearest day of the year worked in.
    fn today_in_year(&self) -> chrono::NaiveDate {
        let day =
            |month, day| chrono::NaiveDate::from_ymd_opt(self.year.number(), month, day).expect("a day of each year");
        self.clock.today.clamp(day(1, 1), day(12, 31))
    }
}

fn one(verb: Verb, what: String, old: Option<Item>, new: Option<Item>) -> Change {
    Change { act: Act { verb, what }, edits: Edit::item(old, new).into_iter().collect() }
}
