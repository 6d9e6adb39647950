//! The one door by which form and command line change an entry of a register.

use super::error::{EntryError, Fault, FieldName};
use super::value::{self, cleaned};
use super::{Desk, OPEN, list};
use crate::id::{EntryId, RegisterId};
use crate::lang::Lang;
use crate::model::{Entry, FieldSpec, Printed, Register};
use crate::text::nearest;

/// A field that every entry of a register has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NameField {
    /// 名称: on screen and in searches.
    Label,
    /// 印刷名: in print, `**` when nobody knows it yet.
    Printed,
    /// 别名: other names it is found by.
    Aliases,
}

impl NameField {
    /// All of them, in the order of a form.
    pub const ALL: [Self; 3] = [Self::Label, Self::Printed, Self::Aliases];

    /// What it is called on screen.
    pub const fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Label => lang.entry_label(),
            Self::Printed => lang.entry_printed(),
            Self::Aliases => lang.entry_aliases(),
        }
    }

    /// The stable name in scripts.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Label => "label",
            Self::Printed => "printed",
            Self::Aliases => "aliases",
        }
    }

    /// The field of this id or name, in either language.
    pub fn named(name: &str) -> Option<Self> {
        let is_named =
            |field: &Self| field.id() == name || [Lang::Zh, Lang::En].iter().any(|lang| field.name(*lang) == name);
        Self::ALL.into_iter().find(is_named)
    }
}

/// Sets the field called `name` of `entry` to what was typed; after an error the entry is as it was.
pub fn set_entry(entry: &mut Entry, name: &str, typed: &str, desk: Desk<'_>) -> Result<(), EntryError> {
    let name = name.trim();
    if let Some(field) = NameField::named(name) {
        return set_name(entry, field, typed).map_err(|fault| EntryError::new(FieldName::Name(field), fault));
    }
    let spec = spec(&entry.register, name, desk)?;
    match value::read(spec, typed, desk)? {
        Some(value) => drop(entry.fields.insert(spec.id.clone(), value)),
        None => drop(entry.fields.remove(&spec.id)),
    }
    Ok(())
}

/// What a form shows for a field that every entry has: [`set_entry`] reads it back.
pub fn shown_entry(entry: &Entry, field: NameField) -> String {
    match (field, &entry.printed) {
        (NameField::Label, _) => entry.label.clone(),
        (NameField::Printed, None) => String::new(),
        (NameField::Printed, Some(Printed::Open)) => OPEN.into(),
        (NameField::Printed, Some(Printed::As(text))) => text.clone(),
        (NameField::Aliases, _) => list::join(&entry.aliases),
    }
}

/// The entry of a register that is called so, merges followed; an error names those that fit as well.
pub fn entry_named(typed: &str, register: &Register, desk: Desk<'_>) -> Result<EntryId, EntryError> {
    let failed = |fault| EntryError::new(FieldName::Own(register.name.clone()), fault);
    super::register::one(typed, &register.id, desk).map_err(failed)
}

fn set_name(entry: &mut Entry, field: NameField, typed: &str) -> Result<(), Fault> {
    let text = cleaned(typed, field != NameField::Aliases)?;
    match field {
        NameField::Label if text.is_empty() || text == OPEN => return Err(Fault::Empty),
        NameField::Label => entry.label = text,
        NameField::Printed => {
            entry.printed = match text.as_str() {
                "" => None,
                OPEN => Some(Printed::Open),
                _ => Some(Printed::As(text)),
            }
        }
        NameField::Aliases => entry.aliases = list::split(&text),
    }
    Ok(())
}

/// The register's own field that `name` means; an error proposes the nearest name.
fn spec<'a>(register: &RegisterId, name: &str, desk: Desk<'a>) -> Result<&'a FieldSpec, EntryError> {
    let fields = desk.ledger.template(desk.year).and_then(|template| template.register(register));
    let fields = fields.map_or(&[][..], |register| &register.fields);
    let found = fields.iter().find(|spec| spec.id.as_str() == name || spec.name == name);
    found.ok_or_else(|| {
        let names = fields.iter().map(|spec| spec.name.as_str());
        let nearest = nearest(name, names.chain(NameField::ALL.map(|field| field.name(Lang::Zh)))).map(str::to_owned);
        EntryError::new(FieldName::Own(name.into()), Fault::NoField { nearest })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::bench::{Bench, day, year};

    fn desk(bench: &Bench) -> Desk<'_> {
        Desk { ledger: &bench.ledger, year: year(2022), today: day(2022, 12, 20) }
    }

    fn entry(bench: &mut Bench) -> Entry {
        let id = bench.entry("outlets", "市日报", &[]);
        bench.ledger.entries[&id].clone()
    }

    #[test]
    fn every_field_reads_back_as_it_is_shown() {
        let mut bench = Bench::new();
        let mut one = entry(&mut bench);
        let mut again = one.clone();
        for (field, typed) in [("名称", "市报"), ("printed", "《{市}日报》"), ("别名", "市报；日报"), ("类别", "报")]
        {
            set_entry(&mut one, field, typed, desk(&bench)).expect("it fits");
        }
        for field in NameField::ALL {
            set_entry(&mut again, field.id(), &shown_entry(&one, field), desk(&bench)).expect("it reads back");
        }
        again.fields = one.fields.clone();
        assert_eq!(again, one);
        assert_eq!((one.label.as_str(), one.aliases.len(), one.fields.len()), ("市报", 2, 1));
        set_entry(&mut one, "印刷名", "**", desk(&bench)).expect("open");
        assert_eq!(one.printed, Some(Printed::Open));
    }

    #[test]
    fn an_entry_is_never_nameless_and_a_strange_field_is_told_the_nearest() {
        let mut bench = Bench::new();
        let mut one = entry(&mut bench);
        let before = one.clone();
        for typed in ["", " ", "**"] {
            assert_eq!(set_entry(&mut one, "label", typed, desk(&bench)).expect_err("nameless").fault, Fault::Empty);
        }
        let error = set_entry(&mut one, "类", "报", desk(&bench)).expect_err("no such field");
        assert!(matches!(error.fault, Fault::NoField { .. }));
        assert_eq!(one, before);
    }
}
