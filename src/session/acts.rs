//! What a user does, as changes: record, edit, bin, bring back, set, begin a year.

use std::sync::Arc;

use super::office::OWN;
use super::{PROFILE, Session, SessionError, blank};
use crate::entry;
use crate::id::{ItemId, SettingId};
use crate::lang::Lang;
use crate::model::{
    Act, Change, Edit, FieldSpec, Item, Matter, Record, RecordKey, SettingValue, Stamp, Template, Verb, Year,
};
use crate::template;
use crate::text::nearest;

impl Session {
    /// An item of `matter` as its form opens: the matter's defaults, dated today within the ledger's year.
    ///
    /// Its title is empty; the form and the command line ask for one before they save.
    pub fn blank_item(&self, matter: &Matter) -> Item {
        let id = self.ids.borrow_mut().item();
        blank::blank(id, self.year, matter, self.today_in_year(), self.stamp())
    }

    /// The change that records a new item.
    pub fn add(&self, item: Item) -> Change {
        one(Verb::Add, item.card.title.clone(), None, Some(item))
    }

    /// The change that makes the item of `new`'s id what `new` is; its change time becomes now.
    ///
    /// Where nothing is new there is nothing in the change, and applying it does nothing.
    pub fn edit(&self, new: Item) -> Result<Change, SessionError> {
        self.edit_all(vec![new])
    }

    /// The change that puts an item into the bin.
    pub fn bin(&self, id: ItemId) -> Result<Change, SessionError> {
        self.bin_all(&[id])
    }

    /// The change that takes an item out of the bin.
    pub fn restore(&self, id: ItemId) -> Result<Change, SessionError> {
        self.restore_all(&[id])
    }

    /// The change that sets settings: (name or id, value), each cleaned into one line; an empty value unsets.
    pub fn set(&self, values: &[(&str, &str)]) -> Result<Change, SessionError> {
        let mut edits: Vec<Edit> = Vec::new();
        let mut names = Vec::new();
        for (name, value) in values {
            let id = self.setting_id(name)?;
            let value = entry::line(value);
            if id.as_str() == PROFILE && !value.is_empty() {
                self.profile_named(&value)?;
            }
            names.push(format!("{name}={value}"));
            let new = (!value.is_empty()).then_some(Record::Setting(SettingValue(value)));
            edits.retain(|edit| edit.key != RecordKey::Setting(id.clone()));
            let key = RecordKey::Setting(id);
            edits.push(Edit { old: key.get(&self.ledger), key, new });
        }
        edits.retain(|edit| edit.old != edit.new);
        Ok(Change { act: Act { verb: Verb::Set, what: names.join(" ") }, edits })
    }

    /// The change that begins `year` with the template of `from`, else of the year before it that the ledger has, else
    /// of its first year.
    pub fn begin_year(&self, year: Year, from: Option<Year>) -> Result<Change, SessionError> {
        if self.ledger.years.contains_key(&year) {
            return Err(SessionError::YearExists(year));
        }
        let years = &self.ledger.years;
        let nearest = || years.range(..year).next_back().or_else(|| years.first_key_value());
        let from = from.or_else(|| nearest().map(|(year, _)| *year)).unwrap_or(self.year);
        let known = || years.keys().copied().collect();
        let source: &Arc<Template> = self.ledger.template(from).ok_or_else(|| SessionError::NoYear(from, known()))?;
        Ok(template::begin_year(&self.ledger, Template::clone(source), year))
    }

    /// The settings this ledger knows: those of the template, who is typing, where files go.
    pub fn setting_ids(&self) -> Vec<SettingId> {
        let own = OWN.map(|(id, _)| id.parse().expect("a constant id"));
        self.template().settings.iter().map(|setting| setting.id.clone()).chain(own).collect()
    }

    /// The required fields that an item leaves empty.
    pub fn missing_fields(&self, item: &Item) -> Vec<&FieldSpec> {
        let kind = self.ledger.template(item.card.year).and_then(|template| template.kind(&item.card.kind));
        let specs = kind.map_or(&[][..], |kind| &kind.fields);
        specs.iter().filter(|spec| spec.required && !item.card.fields.contains_key(&spec.id)).collect()
    }

    /// The setting of this id or name.
    fn setting_id(&self, name: &str) -> Result<SettingId, SessionError> {
        let name = name.trim();
        let declared = &self.template().settings;
        if let Some(setting) = declared.iter().find(|one| one.id.as_str() == name || one.name == name) {
            return Ok(setting.id.clone());
        }
        let is_own = |(id, called): &(&str, fn(Lang) -> &'static str)| {
            *id == name || [Lang::Zh, Lang::En].iter().any(|lang| called(*lang) == name)
        };
        let found = OWN.iter().find(|own| is_own(own)).map(|(id, _)| id.parse().expect("a constant id"));
        let known = self.setting_ids();
        let own_names = OWN.iter().map(|(_, called)| called(Lang::Zh));
        let names = declared.iter().map(|one| one.name.as_str()).chain(own_names);
        let near = || nearest(name, known.iter().map(SettingId::as_str).chain(names)).map(String::from);
        found.ok_or_else(|| SessionError::NoSetting(name.into(), near()))
    }

    pub(super) fn stamp(&self) -> Stamp {
        Stamp { by: self.clerk(), at: self.now() }
    }

    /// Today, or the nearest day of the year worked in.
    pub(super) fn today_in_year(&self) -> chrono::NaiveDate {
        let day =
            |month, day| chrono::NaiveDate::from_ymd_opt(self.year.number(), month, day).expect("a day of each year");
        self.clock.today.clamp(day(1, 1), day(12, 31))
    }
}

fn one(verb: Verb, what: String, old: Option<Item>, new: Option<Item>) -> Change {
    Change { act: Act { verb, what }, edits: Edit::item(old, new).into_iter().collect() }
}

#[cfg(test)]
mod tests {
    use super::super::bench::{Bench, year};
    use super::*;
    use crate::report;

    #[test]
    fn a_setting_is_found_by_id_or_name_and_a_stranger_is_told_the_nearest() {
        let mut bench = Bench::empty();
        bench.set(&[("区", "青山区"), (" 录入 ", "")]).expect_err("no such name");
        assert_eq!(bench.session.setting("区"), None, "a failed act sets nothing");
        let nearest = |name: &str| match bench.session.set(&[(name, "x")]) {
            Err(SessionError::NoSetting(_, nearest)) => nearest,
            other => panic!("{name} was taken: {other:?}"),
        };
        assert_eq!(nearest("本单元").as_deref(), Some("本单位"));
        assert_eq!(nearest("clark").as_deref(), Some("clerk"));
        assert_eq!(nearest("天气预报"), None);
    }

    #[test]
    fn a_setting_is_kept_as_one_clean_line_and_an_empty_value_unsets_it() {
        let mut bench = Bench::empty();
        bench.set(&[("区", " \u{1b}[31m青山\u{7}\n ")]).expect("set");
        assert_eq!(bench.session.setting("区").as_deref(), Some("青山"));
        bench.set(&[("区", "东湖"), ("区", "\u{0}")]).expect("unset, the last word counts");
        assert_eq!(bench.session.setting("区"), None);
        assert_eq!(bench.session.set(&[("区", "")]).expect("nothing to do").edits, []);
    }

    #[test]
    fn a_name_without_its_ending_prints_with_it() {
        let mut bench = Bench::empty();
        let title = |bench: &Bench| bench.session.document().meta.title.clone();
        let open = title(&bench);
        for name in ["青山", "青山区"] {
            bench.set(&[("区", name)]).expect("set");
            assert!(crate::export::plain(bench.session.document()).contains("青山区"));
            assert!(!crate::export::plain(bench.session.document()).contains("青山区区"));
        }
        bench.set(&[("区", "")]).expect("unset");
        assert_eq!(title(&bench), open);
    }

    #[test]
    fn a_default_of_the_template_stands_until_someone_says_otherwise() {
        let mut bench = Bench::empty();
        let default = bench.session.setting("自称").map(String::from);
        assert!(default.is_some());
        bench.set(&[("自称", "我县")]).expect("set");
        assert_eq!(bench.session.setting("自称").as_deref(), Some("我县"));
        bench.set(&[("自称", "")]).expect("unset");
        assert_eq!(bench.session.setting("自称").map(String::from), default);
    }

    #[test]
    fn a_year_begins_with_the_passages_of_the_template_and_the_entries_the_ledger_lacks() {
        let mut bench = Bench::sample();
        let before = bench.session.ledger().clone();
        bench.session.apply(&bench.session.begin_year(year(2023), None).expect("it fits")).expect("saved");
        let ledger = bench.session.ledger();
        let template = ledger.template(year(2023)).expect("a template");
        assert_eq!(template, before.template(year(2022)).expect("a template"));
        assert_eq!(ledger.passages_of(year(2023)).count(), template.passages.len());
        assert_eq!(ledger.entries, before.entries, "all entries are there already");
        assert_eq!(ledger.items, before.items);
        let document = report::compose(ledger, year(2023), &crate::model::Variant::Whole, bench.session.today());
        assert!(document.meta.title.contains("2023"));
    }

    #[test]
    fn a_year_takes_the_template_of_the_year_before_it() {
        let mut bench = Bench::sample();
        let mut book = bench.session.ledger().years[&year(2021)].clone();
        Arc::make_mut(&mut book.template).name = "旧模板".into();
        let key = RecordKey::Year(year(2021));
        let edit = Edit { old: key.get(bench.session.ledger()), key, new: Some(Record::Year(book)) };
        let act = Act { verb: Verb::Year, what: String::new() };
        bench.session.apply(&Change { act, edits: vec![edit] }).expect("saved");
        let name = |made: i32, from: Option<i32>| {
            let change = bench.session.begin_year(year(made), from.map(year)).expect("it fits");
            let mut ledger = bench.session.ledger().clone();
            change.apply(&mut ledger).expect("it fits");
            ledger.template(year(made)).expect("a template").name.clone()
        };
        let newer = bench.session.template().name.clone();
        assert_eq!(name(2023, None), newer);
        assert_eq!(name(2023, Some(2021)), "旧模板");
        assert_eq!(name(2020, None), "旧模板", "the first there is");
    }

    #[test]
    fn a_year_is_not_begun_twice_nor_from_one_that_is_not_there() {
        let bench = Bench::sample();
        let begun = |made, from: Option<i32>| bench.session.begin_year(year(made), from.map(year));
        assert!(matches!(begun(2021, None), Err(SessionError::YearExists(_))));
        match begun(2023, Some(2019)) {
            Err(SessionError::NoYear(asked, known)) => {
                assert_eq!((asked, known), (year(2019), vec![year(2021), year(2022)]));
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_new_item_is_dated_within_the_year_worked_in() {
        let mut bench = Bench::sample();
        let start = |bench: &Bench| bench.item("2.7", &[]).card.when.start().to_string();
        assert_eq!(start(&bench), "2022-12-20");
        bench.session.set_year(year(2021)).expect("it is there");
        assert_eq!(start(&bench), "2021-12-31");
    }

    #[test]
    fn an_edit_keeps_who_made_it_and_notes_who_changed_it() {
        let mut bench = Bench::empty();
        bench.set(&[("clerk", "李")]).expect("set");
        let made = bench.add("2.7", &[("标题", "演出")]);
        bench.set(&[("clerk", "王")]).expect("set");
        let mut new = made.clone();
        new.card.title = "迎新演出".into();
        bench.session.apply(&bench.session.edit(new).expect("it is there")).expect("saved");
        let body = &bench.session.ledger().items[&made.card.id].body;
        assert_eq!((body.created.by.as_str(), body.updated.by.as_str()), ("李", "王"));
        assert!(body.updated.at > body.created.at);
        assert_eq!(bench.session.last_act().map(|last| last.by.as_str()), Some("王"));
    }

    #[test]
    fn required_fields_are_those_of_the_items_own_year() {
        let bench = Bench::sample();
        let mut item = bench.item("3.7", &[("标题", "稿件")]);
        let missing = |item: &Item| bench.session.missing_fields(item).len();
        assert_eq!(missing(&item), 1);
        item.card.year = year(2021);
        assert_eq!(missing(&item), 1);
        item.card.year = year(2099);
        assert_eq!(missing(&item), 0, "nothing is known of that year");
    }
}
