//! Lists of items as tables: .xlsx and .csv, with the columns that were chosen, kept by name.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};

use super::name::file_stem;
use super::place::put;
use super::{Session, SessionError};
use crate::entry::{self, CommonField, Field};
use crate::export::{self, Cell, ExportError, Sheet};
use crate::id::{EntryId, SettingId};
use crate::lang::Lang;
use crate::model::{
    Act, Amount, Change, Count, Edit, FieldValue, Item, Mark, Record, RecordKey, SettingValue, Verb, When,
};
use crate::query;
use crate::text::nearest;

/// The setting that keeps the choices of columns: JSON, the columns' codes by the name of the choice.
const KEY: &str = "list-columns";

/// Signs between columns that are typed.
const BETWEEN: &[char] = &[',', '，', '、'];

/// A sort of file that a list is written as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TableFormat {
    /// .xlsx.
    #[default]
    Xlsx,
    /// .csv.
    Csv,
}

/// A column of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListColumn {
    /// 编号.
    Id,
    /// 部分.
    Section,
    /// 事项.
    Matter,
    /// 类别.
    Kind,
    /// A field: one that every item has by its id, one of kinds by its name, whichever kinds call it so.
    Field(String),
}

impl TableFormat {
    /// The format that a file's ending asks for.
    pub fn of(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?;
        [Self::Xlsx, Self::Csv].into_iter().find(|format| ending.eq_ignore_ascii_case(format.extension()))
    }

    /// The ending of such files.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
        }
    }

    /// The bytes of a table in this format.
    pub(super) fn bytes(self, sheet: &Sheet) -> Result<Vec<u8>, ExportError> {
        match self {
            Self::Xlsx => export::xlsx(sheet),
            Self::Csv => Ok(export::csv(sheet)),
        }
    }
}

impl ListColumn {
    /// Those that are no fields.
    const OWN: [Self; 4] = [Self::Id, Self::Section, Self::Matter, Self::Kind];

    /// What it is kept as.
    pub fn code(&self) -> &str {
        match self {
            Self::Id => "id",
            Self::Section => "section",
            Self::Matter => "matter",
            Self::Kind => "kind",
            Self::Field(code) => code,
        }
    }
}

impl Session {
    /// Writes items as a table into a file; one that is there is replaced only when that is said.
    pub fn export_list(
        &self,
        items: &[&Item],
        columns: &[ListColumn],
        (path, format, replace): (&Path, TableFormat, bool),
        lang: Lang,
    ) -> Result<(), SessionError> {
        put(&*self.disk, path, &self.list_bytes(items, columns, format, lang)?, replace)
    }

    /// Writes items as a table into the folder for reports, under the first name that is free; returns where.
    pub fn export_list_to_folder(
        &self,
        stem: &str,
        items: &[&Item],
        columns: &[ListColumn],
        format: TableFormat,
        lang: Lang,
    ) -> Result<PathBuf, SessionError> {
        let bytes = self.list_bytes(items, columns, format, lang)?;
        self.put_beside(&self.ready_folder()?, &file_stem(stem), format.extension(), &bytes)
    }

    /// The bytes of such a file.
    pub fn list_bytes(
        &self,
        items: &[&Item],
        columns: &[ListColumn],
        format: TableFormat,
        lang: Lang,
    ) -> Result<Vec<u8>, SessionError> {
        let names = Names::default();
        let row = |item: &&Item| columns.iter().map(|column| self.cell(item, column, &names)).collect();
        let sheet = Sheet {
            name: self.year.to_string(),
            headings: columns.iter().map(|column| self.column_name(column, lang)).collect(),
            rows: items.iter().map(row).collect(),
        };
        Ok(format.bytes(&sheet)?)
    }

    /// The columns of a list unless others are chosen: the matter, and every field that one of the items fills.
    pub fn usual_columns(&self, items: &[&Item]) -> Vec<ListColumn> {
        let mut own: BTreeSet<&str> = BTreeSet::new();
        for card in items.iter().map(|item| &item.card) {
            let kind = self.ledger.template(card.year).and_then(|template| template.kind(&card.kind));
            let specs = kind.into_iter().flat_map(|kind| &kind.fields);
            own.extend(specs.filter(|spec| card.fields.contains_key(&spec.id)).map(|spec| spec.name.as_str()));
        }
        let says = |field: CommonField| {
            let shown = |item: &&Item| !entry::shown(item, Field::Common(field), self.desk_of(item)).is_empty();
            matches!(field, CommonField::Title | CommonField::When) || items.iter().any(shown)
        };
        let is_filled = |id: &str| common(id).map_or_else(|| own.contains(id), says);
        let filled = self.field_columns().into_iter().filter(|column| is_filled(column.code()));
        std::iter::once(ListColumn::Matter).chain(filled).collect()
    }

    /// Every column a list can have: those that are no fields, then the fields of all kinds.
    pub fn list_columns(&self) -> Vec<ListColumn> {
        ListColumn::OWN.into_iter().chain(self.field_columns()).collect()
    }

    /// What a column is called.
    pub fn column_name(&self, column: &ListColumn, lang: Lang) -> String {
        match column {
            ListColumn::Id => lang.table_id().into(),
            ListColumn::Section => lang.table_section().into(),
            ListColumn::Matter => lang.table_matter().into(),
            ListColumn::Kind => lang.table_kind().into(),
            ListColumn::Field(code) => common(code).map_or(code.as_str(), |field| field.name(lang)).into(),
        }
    }

    /// The columns that were typed: the name of a choice that is kept, else names or ids with commas between them.
    pub fn columns_named(&self, text: &str) -> Result<Vec<ListColumn>, SessionError> {
        if let Some(kept) = self.column_choices().remove(text.trim()) {
            return Ok(kept);
        }
        let names = text.split(BETWEEN).map(str::trim).filter(|name| !name.is_empty());
        names.map(|name| self.column_named(name)).collect()
    }

    /// The choices of columns that are kept, by their names.
    pub fn column_choices(&self) -> BTreeMap<String, Vec<ListColumn>> {
        let kept = self.ledger.settings.get(&key()).map(|value| value.0.as_str());
        let codes: BTreeMap<String, Vec<String>> =
            kept.and_then(|json| serde_json::from_str(json).ok()).unwrap_or_default();
        let column = |code: String| {
            let own = ListColumn::OWN.into_iter().find(|column| column.code() == code);
            own.unwrap_or(ListColumn::Field(code))
        };
        codes.into_iter().map(|(name, codes)| (name, codes.into_iter().map(column).collect())).collect()
    }

    /// The change that keeps a choice of columns under a name; none chosen: that lets it go.
    pub fn keep_columns(&self, name: &str, columns: &[ListColumn]) -> Change {
        let name = entry::line(name);
        let mut choices = self.column_choices();
        match columns {
            [] => drop(choices.remove(&name)),
            columns => drop(choices.insert(name.clone(), columns.to_vec())),
        }
        let codes: BTreeMap<&String, Vec<&str>> =
            choices.iter().map(|(name, columns)| (name, columns.iter().map(ListColumn::code).collect())).collect();
        let json = serde_json::to_string(&codes).expect("names and codes are plain data");
        let key = RecordKey::Setting(key());
        let new = (!codes.is_empty()).then_some(Record::Setting(SettingValue(json)));
        let edit = Edit { old: key.get(&self.ledger), key, new };
        let edits = if edit.old == edit.new { Vec::new() } else { vec![edit] };
        Change { act: Act { verb: Verb::Set, what: name }, edits }
    }

    fn column_named(&self, name: &str) -> Result<ListColumn, SessionError> {
        let called = |column: &ListColumn| {
            let names = [Lang::Zh, Lang::En].map(|lang| self.column_name(column, lang));
            column.code() == name || names.iter().any(|one| one.eq_ignore_ascii_case(name))
        };
        let all = self.list_columns();
        let by_id = || {
            let spec = self.template().kinds.iter().find_map(|kind| kind.field_named(name))?;
            Some(ListColumn::Field(spec.name.clone()))
        };
        let names: Vec<String> = all.iter().map(|column| self.column_name(column, Lang::Zh)).collect();
        let near = || nearest(name, names.iter().map(String::as_str)).map(str::to_owned);
        let found = all.iter().find(|column| called(column)).cloned().or_else(by_id);
        found.ok_or_else(|| SessionError::NoColumn(name.into(), near()))
    }

    /// The fields of all kinds, each once: title and date, those of the kinds, the other common ones.
    fn field_columns(&self) -> Vec<ListColumn> {
        let (first, rest) = CommonField::ALL.split_at(2);
        let common = |fields: &[CommonField]| fields.iter().map(|field| field.id().to_owned()).collect::<Vec<_>>();
        let own = self.template().kinds.iter().flat_map(|kind| kind.fields.iter().map(|spec| spec.name.clone()));
        let mut columns: Vec<ListColumn> = Vec::new();
        for id in common(first).into_iter().chain(own).chain(common(rest)) {
            let column = ListColumn::Field(id);
            if !columns.contains(&column) {
                columns.push(column);
            }
        }
        columns
    }

    fn cell(&self, item: &Item, column: &ListColumn, names: &Names) -> Cell {
        let template = self.ledger.template(item.card.year);
        match column {
            ListColumn::Id => Cell::text(item.card.id.to_string()),
            ListColumn::Section => {
                let section = template.and_then(|template| query::section_of(&self.ledger, template, &item.card));
                Cell::text(section.map(ToString::to_string).unwrap_or_default())
            }
            ListColumn::Matter => {
                let id = &item.card.matter;
                let matter = template.and_then(|template| template.matters.iter().find(|matter| matter.id == *id));
                let reads_back = |name: &str| {
                    template.and_then(|template| template.matter_named(name)).is_some_and(|found| found.id == *id)
                };
                let name = matter.map(|matter| matter.name.as_str()).filter(|name| reads_back(name));
                Cell::text(name.unwrap_or(id.as_str()))
            }
            ListColumn::Kind => {
                let kind = template.and_then(|template| template.kind(&item.card.kind));
                Cell::text(kind.map_or(item.card.kind.as_str(), |kind| kind.name.as_str()))
            }
            ListColumn::Field(code) => self.field_cell(item, code, names),
        }
    }

    /// A field as a day or number where it is one exactly, else as a form shows it.
    fn field_cell(&self, item: &Item, code: &str, names: &Names) -> Cell {
        let (desk, card) = (self.desk_of(item), &item.card);
        let kind = || self.ledger.template(card.year).and_then(|template| template.kind(&card.kind));
        let own = || kind()?.fields.iter().find(|spec| spec.name == code).map(Field::Own);
        let Some(field) = common(code).map(Field::Common).or_else(own) else { return Cell::Empty };
        let typed = match field {
            Field::Common(CommonField::When) => day(&card.when),
            Field::Common(CommonField::Due) => card.due.map(Cell::Date),
            Field::Common(CommonField::Count) => match &card.count {
                Some(Count::Given(amount)) => number(amount),
                _ => None,
            },
            Field::Common(CommonField::Unit) => {
                card.unit.map(|unit| Cell::text(names.of(unit, || entry::shown(item, field, desk))))
            }
            Field::Common(_) => None,
            Field::Own(spec) => match card.fields.get(&spec.id) {
                Some(FieldValue::When(when)) => day(when),
                Some(FieldValue::Amount(amount)) => number(amount),
                Some(FieldValue::Entry(id)) => Some(Cell::text(names.of(*id, || entry::shown(item, field, desk)))),
                _ => None,
            },
        };
        typed.unwrap_or_else(|| Cell::text(entry::shown(item, field, desk)))
    }
}

/// The names of entries, each found once: a register may be long.
#[derive(Debug, Default)]
struct Names(RefCell<HashMap<EntryId, String>>);

impl Names {
    fn of(&self, id: EntryId, find: impl FnOnce() -> String) -> String {
        self.0.borrow_mut().entry(id).or_insert_with(find).clone()
    }
}

/// The field of this id that every item has.
fn common(id: &str) -> Option<CommonField> {
    CommonField::ALL.into_iter().find(|field| field.id() == id)
}

/// A day, when it is that and no more.
fn day(when: &When) -> Option<Cell> {
    (*when == When::day(when.start())).then(|| Cell::Date(when.start()))
}

/// A number, when it is exact.
fn number(amount: &Amount) -> Option<Cell> {
    (amount.mark() == Mark::Exact && !amount.is_estimated()).then(|| Cell::Number(amount.value()))
}

fn key() -> SettingId {
    KEY.parse().expect("a constant id")
}
