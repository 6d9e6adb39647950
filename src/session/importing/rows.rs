//! Rows → items: every fault is told with its row and column, every double with what it doubles.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use chrono::{Datelike, NaiveDate};

use super::mapping::{self, Column, Role};
use super::sums::SumRow;
use super::typed::typed;
use super::{Importer, Plan, RowFault, TableError, remembered};
use crate::entry::{self, CommonField, Desk, EntryError, Field};
use crate::id::{EntryId, FieldId, ItemId, KindId, MatterId};
use crate::import::{Cell, GoOn, Row, Table};
use crate::lang::Lang;
use crate::model::{Card, FieldType, FieldValue, Item, Kind, Matter};
use crate::text::fold;

/// Rows between two questions whether to go on.
const STRIDE: usize = 128;

/// What became of a table's rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    /// The kind whose fields the columns are.
    pub kind: KindId,
    /// Every column that has a heading.
    pub columns: Vec<Column>,
    /// New items, with the numbers of their rows; they get their ids when they are recorded.
    pub new: Vec<(usize, Item)>,
    /// Rows that the ledger or the table has already.
    pub doubles: Vec<Double>,
    /// Rows that are no items, a fault each.
    pub faulty: Vec<Faulty>,
    /// Rows that add up others; no items.
    pub sums: Vec<SumRow>,
    /// Numbers of the new rows whose dates lie outside the year.
    pub outside: Vec<usize>,
}

/// A row that is there already: same matter, same date, same title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Double {
    /// Its number.
    pub row: usize,
    /// Its title.
    pub title: String,
    /// What it doubles.
    pub of: Twin,
}

/// What a row doubles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Twin {
    /// An item of the ledger.
    Item(ItemId),
    /// A row above it.
    Row(usize),
}

/// A cell that is no value, or a row that lacks one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faulty {
    /// The row's number.
    pub row: usize,
    /// The column's heading; none: the row has no such column.
    pub heading: Option<String>,
    /// What is wrong.
    pub fault: RowFault,
}

impl Checked {
    /// How many rows are faulty, each counted once.
    pub fn faulty_rows(&self) -> usize {
        let mut rows: Vec<usize> = self.faulty.iter().map(|one| one.row).collect();
        rows.dedup();
        rows.len()
    }
}

impl Double {
    /// Which row it is, and what it doubles.
    pub fn text(&self, lang: Lang) -> String {
        let of = match self.of {
            Twin::Item(id) => lang.table_in_ledger(&id.to_string()),
            Twin::Row(row) => lang.table_same_as(row),
        };
        lang.table_double(self.row, &self.title, &of)
    }
}

impl Faulty {
    /// Row, column, and what is wrong.
    pub fn text(&self, lang: Lang) -> String {
        let heading = self.heading.as_ref().map(|heading| format!("[{heading}]")).unwrap_or_default();
        lang.table_fault(self.row, &heading, &self.fault.text(lang))
    }
}

/// What makes two items one.
type Same = (MatterId, NaiveDate, NaiveDate, String);

/// Makes items of all rows.
pub(super) fn check(importer: &Importer, table: &Table, plan: &Plan, go_on: GoOn<'_>) -> Result<Checked, TableError> {
    let mut reader = Reader::new(importer, plan);
    let mut known: HashMap<Same, Twin> =
        importer.ledger.items_of(importer.year).map(|item| (same(&item.card), Twin::Item(item.card.id))).collect();
    let mut checked = Checked {
        kind: plan.kind.clone(),
        columns: plan.columns.clone(),
        new: Vec::new(),
        doubles: Vec::new(),
        faulty: Vec::new(),
        sums: Vec::new(),
        outside: Vec::new(),
    };
    for (at, row) in table.below(&plan.headings).enumerate() {
        if at.is_multiple_of(STRIDE) && !go_on(at) {
            return Err(TableError::Cancelled);
        }
        if let Some(sum) = SumRow::read(row, &plan.columns) {
            checked.sums.push(sum);
            continue;
        }
        match reader.item(row)? {
            Ok(item) => {
                let twin = *known.entry(same(&item.card)).or_insert(Twin::Row(row.number));
                checked.take(row.number, item, twin);
            }
            Err(faults) => checked.faulty.extend(faults),
        }
    }
    Ok(checked)
}

impl Checked {
    fn take(&mut self, row: usize, item: Item, twin: Twin) {
        if twin != Twin::Row(row) {
            return self.doubles.push(Double { row, title: item.card.title, of: twin });
        }
        if item.card.when.start().year() != item.card.year.number() {
            self.outside.push(row);
        }
        self.new.push((row, item));
    }
}

fn same(card: &Card) -> Same {
    (card.matter.clone(), card.when.start(), card.when.end(), fold(card.title.trim()).to_lowercase())
}

/// What a text was read as.
type Value = Result<Option<FieldValue>, EntryError>;

/// Reads rows, each text of a choice or register once.
struct Reader<'a> {
    importer: &'a Importer,
    desk: Desk<'a>,
    plan: &'a Plan,
    columns: BTreeMap<KindId, Rc<[Column]>>,
    values: HashMap<(KindId, FieldId, String), Value>,
    units: HashMap<String, Result<Option<EntryId>, EntryError>>,
}

impl<'a> Reader<'a> {
    fn new(importer: &'a Importer, plan: &'a Plan) -> Self {
        let columns = BTreeMap::from([(plan.kind.clone(), plan.columns.clone().into())]);
        let (values, units) = (HashMap::new(), HashMap::new());
        Self { importer, desk: importer.desk(), plan, columns, values, units }
    }

    /// The item of a row, or all its faults.
    fn item(&mut self, row: &Row) -> Result<Result<Item, Vec<Faulty>>, TableError> {
        let importer = self.importer;
        let matter = match self.matter(row) {
            Ok(matter) => matter,
            Err(fault) => {
                let heading = self.matter_column().map(|column| &column.heading);
                return Ok(Err(vec![faulty(row, heading, fault)]));
            }
        };
        let kind = importer.kind(&matter.kind)?;
        let columns = self.columns_of(kind);
        let mut item = importer.blank(matter);
        let mut faults = Vec::new();
        for (field, text) in &importer.request.given {
            let set = entry::set(&mut item, field, text, self.desk);
            faults.extend(set.err().map(|error| faulty(row, None, RowFault::Entry(error))));
        }
        for column in &*columns {
            if let Role::Field(id) = &column.role
                && let Ok(field) = entry::field_of(id, kind)
                && let Err(fault) = self.cell(&mut item, field, row.cell(column.at))
            {
                faults.push(faulty(row, Some(&column.heading), fault));
            }
        }
        faults.extend(missing(row, kind, &columns, &item, &faults));
        Ok(if faults.is_empty() { Ok(item) } else { Err(faults) })
    }

    /// Sets a field to what a cell holds; a blank one leaves it, unless no item is without it.
    fn cell(&mut self, item: &mut Item, field: Field<'_>, cell: Option<&Cell>) -> Result<(), RowFault> {
        let set = match cell {
            Some(Cell::Flawed(flaw)) => return Err(RowFault::Flaw(flaw.clone())),
            Some(Cell::Text(text)) => self.set(item, field, &typed(&field, text)),
            None if is_needed(field) && !self.is_given(&field) => entry::set(item, field.id(), "", self.desk),
            None => Ok(()),
        };
        set.map_err(RowFault::Entry)
    }

    /// Sets a field as the form does.
    fn set(&mut self, item: &mut Item, field: Field<'_>, text: &str) -> Result<(), EntryError> {
        match field {
            Field::Common(CommonField::Unit) => {
                let desk = self.desk;
                let unit = self
                    .units
                    .entry(text.to_owned())
                    .or_insert_with(|| entry::set(item, field.id(), text, desk).map(|()| item.card.unit));
                item.card.unit = unit.clone()?;
                Ok(())
            }
            Field::Own(spec)
                if matches!(
                    spec.holds,
                    FieldType::Entry { .. } | FieldType::Entries { .. } | FieldType::Choice { .. }
                ) =>
            {
                let key = (item.card.kind.clone(), spec.id.clone(), text.to_owned());
                let desk = self.desk;
                let value = self.values.entry(key).or_insert_with(|| entry::read(spec, text, desk));
                if let Some(value) = value.clone()? {
                    item.card.fields.insert(spec.id.clone(), value);
                }
                Ok(())
            }
            _ => entry::set(item, field.id(), text, self.desk),
        }
    }

    /// The matter of a row: what it says itself, else what all rows are.
    fn matter(&self, row: &Row) -> Result<&'a Matter, RowFault> {
        let said = self.matter_column().and_then(|column| row.cell(column.at)).and_then(Cell::text);
        match said.map(str::trim).unwrap_or_default() {
            "" => self.importer.matter().ok_or_else(|| RowFault::NoMatter(String::new())),
            name => self.importer.template().matter_named(name).ok_or_else(|| RowFault::NoMatter(name.into())),
        }
    }

    fn matter_column(&self) -> Option<&'a Column> {
        self.plan.columns.iter().find(|column| column.role == Role::Matter)
    }

    /// The columns as the fields of a kind.
    fn columns_of(&mut self, kind: &Kind) -> Rc<[Column]> {
        if let Some(known) = self.columns.get(&kind.id) {
            return Rc::clone(known);
        }
        let remembered = remembered::of(&self.importer.ledger, &kind.id);
        let columns = mapping::columns(&self.plan.headings, kind, &self.importer.chosen(), &remembered);
        Rc::clone(self.columns.entry(kind.id.clone()).or_insert(columns.into()))
    }

    fn is_given(&self, field: &Field<'_>) -> bool {
        let means = |name: &str| CommonField::named(name.trim()).is_some_and(|common| common.id() == field.id());
        self.importer.request.given.iter().any(|(name, _)| means(name))
    }
}

/// The required fields that the item of a row lacks, unless something else is wrong with them.
fn missing(row: &Row, kind: &Kind, columns: &[Column], item: &Item, known: &[Faulty]) -> Vec<Faulty> {
    let lacking = kind.fields.iter().filter(|spec| spec.required && !item.card.fields.contains_key(&spec.id));
    let named = |id: &str| columns.iter().find(|column| column.role == Role::Field(id.into()));
    let faults = lacking.map(|spec| {
        let heading = named(spec.id.as_str()).map(|column| &column.heading);
        faulty(row, heading, RowFault::Required(spec.name.clone()))
    });
    faults.filter(|one| one.heading.is_none() || known.iter().all(|other| other.heading != one.heading)).collect()
}

/// Whether no item is without it.
const fn is_needed(field: Field<'_>) -> bool {
    matches!(field, Field::Common(CommonField::Title | CommonField::When))
}

fn faulty(row: &Row, heading: Option<&String>, fault: RowFault) -> Faulty {
    Faulty { row: row.number, heading: heading.cloned(), fault }
}
