//! The rows of an item's form: the fields its matter shows first, then all the others.

use super::picks::{Pick, Usage, flag, picks, units};
use crate::entry::{self, CommonField, NameField};
use crate::lang::Lang;
use crate::model::{Entry, FieldSpec, FieldType, InReport, Item, Kind, Matter, Status};
use crate::query;
use crate::session::Session;

/// Rows on the first page.
pub const PAGE: usize = 10;

/// Where an item can stand, by their digits.
const STATUSES: [Status; 4] = [Status::Planned, Status::Running, Status::Done, Status::Cancelled];
/// How an item can enter the report, by their digits.
const WAYS: [InReport; 4] = [InReport::Sentence, InReport::Counted, InReport::Ignored, InReport::Internal];

/// What a row is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field {
    /// A field that every item has.
    Common(CommonField),
    /// A field that every entry of a register has.
    Name(NameField),
    /// A field of the kind or register.
    Own(FieldSpec),
}

/// A row: a field and what can be picked for it.
#[derive(Clone, Debug)]
pub struct Row {
    /// The field.
    pub field: Field,
    /// What can be picked, the most used first; empty: it is typed.
    pub picks: Vec<Pick>,
}

impl Field {
    /// Its id, by which it is set.
    pub fn id(&self) -> &str {
        match self {
            Self::Common(common) => common.id(),
            Self::Name(name) => name.id(),
            Self::Own(spec) => spec.id.as_str(),
        }
    }

    /// Its name on the screen.
    pub fn name(&self, lang: Lang) -> &str {
        match self {
            Self::Common(common) => common.name(lang),
            Self::Name(name) => name.name(lang),
            Self::Own(spec) => &spec.name,
        }
    }

    /// Whether saving asks for it.
    pub fn is_required(&self) -> bool {
        match self {
            Self::Common(common) => matches!(common, CommonField::Title | CommonField::When),
            Self::Name(name) => *name == NameField::Label,
            Self::Own(spec) => spec.required,
        }
    }

    /// One sentence for F1.
    pub fn help(&self, lang: Lang) -> &str {
        match self {
            Self::Common(common) => lang.common_help(common.id()),
            Self::Name(name) => lang.entry_help(name.id()),
            Self::Own(spec) => &spec.help,
        }
    }

    /// Whether several entries of a register can stand in it.
    pub const fn is_several(&self) -> bool {
        matches!(self, Self::Own(FieldSpec { holds: FieldType::Entries { .. }, .. }))
    }

    /// Whether it may hold several lines.
    pub fn is_long(&self) -> bool {
        match self {
            Self::Common(common) => matches!(common, CommonField::Wording | CommonField::Note),
            Self::Name(_) => false,
            Self::Own(spec) => spec.holds == FieldType::Lines,
        }
    }
}

impl Row {
    /// What stands in it, as its picks say it: yes and no in their language.
    pub fn spoken(&self, text: String) -> String {
        let is_flag = match &self.field {
            Field::Common(common) => matches!(common, CommonField::Key | CommonField::Checked),
            Field::Name(_) => false,
            Field::Own(spec) => spec.holds == FieldType::Flag,
        };
        let is_said = |(yes, _): &(bool, &Pick)| is_flag && text == entry::flag_name(*yes);
        [true, false].into_iter().zip(&self.picks).find(is_said).map(|(_, pick)| pick.text.clone()).unwrap_or(text)
    }
}

/// The rows for an item of `matter`, with what can be picked in them.
pub fn rows(item: &Item, matter: Option<&Matter>, session: &Session, lang: Lang) -> Vec<Row> {
    let usage = Usage::of_items(item, session);
    let picked = |field: Field| Row { picks: offered(&field, &usage, session, lang), field };
    fields(item, matter, session).into_iter().map(picked).collect()
}

/// The rows for an item of `matter`, with nothing to pick.
pub fn bare(item: &Item, matter: Option<&Matter>, session: &Session) -> Vec<Row> {
    fields(item, matter, session).into_iter().map(|field| Row { field, picks: Vec::new() }).collect()
}

/// The fields of an item of `matter`: title and date always on the first page.
fn fields(item: &Item, matter: Option<&Matter>, session: &Session) -> Vec<Field> {
    let kind = session.template().kind(&item.card.kind);
    let first = matter.map_or(&[][..], |matter| &matter.first);
    let mut fields: Vec<Field> = vec![Field::Common(CommonField::Title), Field::Common(CommonField::When)];
    let shown: Vec<Field> = first.iter().filter_map(|id| field(id.as_str(), kind)).collect();
    if shown.iter().any(|one| *one == fields[1]) {
        fields.truncate(1);
    }
    if shown.contains(&fields[0]) {
        fields.remove(0);
    }
    fields.extend(shown);
    let own = kind.into_iter().flat_map(|kind| kind.fields.iter().cloned().map(Field::Own));
    for rest in own.chain(CommonField::ALL.iter().copied().map(Field::Common)) {
        if !fields.contains(&rest) {
            fields.push(rest);
        }
    }
    fields
}

/// The rows for an entry: its names, then the register's own fields.
pub fn entry_rows(entry: &Entry, session: &Session, lang: Lang) -> Vec<Row> {
    let specs = session.template().register(&entry.register).map_or(&[][..], |register| &register.fields);
    let usage = Usage::of_all(session);
    let own = specs.iter().cloned().map(Field::Own);
    let fields = NameField::ALL.map(Field::Name).into_iter().chain(own);
    fields.map(|field| Row { picks: offered(&field, &usage, session, lang), field }).collect()
}

fn field(id: &str, kind: Option<&Kind>) -> Option<Field> {
    let own = || kind?.fields.iter().find(|spec| spec.id.as_str() == id).cloned().map(Field::Own);
    CommonField::named(id).map(Field::Common).or_else(own)
}

fn offered(field: &Field, usage: &Usage, session: &Session, lang: Lang) -> Vec<Pick> {
    match field {
        Field::Own(spec) => picks(&spec.id, &spec.holds, usage, session, lang),
        Field::Common(CommonField::Unit) => units(usage, session),
        Field::Common(CommonField::Status) => {
            STATUSES.map(|status| Pick::plain(query::status_text(status, Lang::Zh))).into()
        }
        Field::Common(CommonField::InReport) => {
            WAYS.map(|way| Pick::plain(entry::in_report_name(way, Lang::Zh))).into()
        }
        Field::Common(CommonField::Key | CommonField::Checked) => flag(lang),
        Field::Common(_) | Field::Name(_) => Vec::new(),
    }
}
