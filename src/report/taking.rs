//! What a token takes: a field of the item, a setting, the calendar, an indicator, a register's list.

use super::bits::{Bit, joined, text_of};
use super::desk::Desk;
use super::naming::{entry_words, office_words, words};
use super::number_text::Around;
use super::shape::Shape;
use super::tidy::{inner, is_within, tidy};
use super::value_text::{Printing, year_on_year};
use super::veil;
use crate::document::FigureSource;
use crate::id::EntryId;
use crate::model::{
    Amount, Common, Count, FieldSpec, FieldType, FieldValue, Given, Indicator, Item, Measure, Register, When,
};
use crate::query::{Figure, Listed, Value, entries_of, field_texts};
use crate::token::{Format, Token};

/// Brackets and quotes that a value may have though the text around has them.
const PAIRS: [[char; 2]; 5] = [['《', '》'], ['“', '”'], ['（', '）'], ['【', '】'], ['〔', '〕']];

/// What a token printed.
pub(super) enum Taken {
    /// There is nothing: it prints nothing, and its group goes.
    Absent,
    /// Nothing was recorded: a blank, or in a group the reason to leave the clause out.
    Missing(Vec<Bit>, FigureSource),
    /// Words and blanks.
    Printed(Vec<Bit>, FigureSource),
    /// Nothing is called so.
    Unknown,
    /// This format does not fit.
    Misfit(Format, FigureSource),
    /// 同比 without anything to compare with.
    NoBase,
}

impl Taken {
    /// 某 in the place of what prints, also of a blank: the public is not told of it.
    fn veiled(self, unit: &str) -> Self {
        let bits = || joined(vec![veil::someone(), Bit::words(unit)]);
        match self {
            Self::Printed(_, source) => Self::Printed(bits(), source),
            Self::Missing(_, source) => Self::Missing(bits(), source),
            other => other,
        }
    }
}

/// Takes what `token` names; in an item's sentence its fields come first.
pub(super) fn take(desk: &Desk<'_>, item: Option<&Item>, token: &Token, around: Around<'_>) -> Taken {
    let taker = Taker { desk, token, around };
    item.and_then(|item| taker.of_item(item)).or_else(|| taker.of_office()).unwrap_or(Taken::Unknown)
}

/// One token being taken.
struct Taker<'a> {
    desk: &'a Desk<'a>,
    token: &'a Token,
    around: Around<'a>,
}

impl Taker<'_> {
    fn of_item(&self, item: &Item) -> Option<Taken> {
        let name = self.token.name.as_str();
        let kind = self.desk.template.kind(&item.card.kind);
        if let Some(spec) = kind.and_then(|kind| kind.field_named(name)) {
            let taken = self.field(item, spec);
            return Some(if veil::hides(self.desk, spec.private) { taken.veiled("") } else { taken });
        }
        self.common(item, Common::called(name)?)
    }

    fn of_office(&self) -> Option<Taken> {
        let name = self.token.name.as_str();
        let template = self.desk.template;
        self.of_settings().or_else(|| {
            let indicator = template.indicators.iter().find(|indicator| indicator.id.as_str() == name);
            let register = || template.registers.iter().find(|one| one.name == name || one.id.as_str() == name);
            // What the calendar could give and does not is not there in this variant.
            let given = || Given::called(name).map(|_| Taken::Absent);
            indicator.map(|one| self.shown(one)).or_else(|| register().map(|one| self.register(one))).or_else(given)
        })
    }

    fn of_settings(&self) -> Option<Taken> {
        let (bits, source) = office_words(self.desk, &self.token.name)?;
        Some(match self.token.formats.first() {
            Some(format) => Taken::Misfit(*format, source),
            None => Taken::Printed(bits, source),
        })
    }

    fn common(&self, item: &Item, field: Common) -> Option<Taken> {
        let card = &item.card;
        let text = |text: &str| self.texts(item, vec![listed(text)]);
        Some(match field {
            Common::Title => text(&card.title),
            Common::When => self.date(item, &card.when),
            Common::Period => card.period.as_ref().map_or(Taken::Absent, |one| text(&one.print(self.desk.year()))),
            Common::Due => card.due.map_or(Taken::Absent, |day| self.date(item, &When::day(day))),
            Common::Unit => card.unit.map_or(Taken::Absent, |unit| self.texts(item, vec![of_entry(unit)])),
            Common::Count => self.count(item),
            Common::Tags if card.tags.is_empty() => Taken::Absent,
            Common::Tags => self.texts(item, card.tags.iter().map(|tag| listed(tag)).collect()),
            Common::Key if card.key => text(field.name()),
            Common::Key => Taken::Absent,
            Common::Note if item.body.note.is_empty() => Taken::Absent,
            Common::Note => text(&item.body.note),
            Common::Status | Common::InReport | Common::Wording | Common::Evidence => return None,
        })
    }

    fn count(&self, item: &Item) -> Taken {
        let kind = self.desk.template.kind(&item.card.kind);
        let unit = kind.map_or("", |kind| kind.unit.as_str());
        match &item.card.count {
            Some(Count::Open) => self.open(item, unit),
            Some(Count::Given(amount)) => self.amount(item, amount, unit),
            None => self.amount(item, &Amount::exact(1.into()), unit),
        }
    }

    fn field(&self, item: &Item, spec: &FieldSpec) -> Taken {
        let unit = if let FieldType::Amount { unit } = &spec.holds { unit.as_str() } else { "" };
        match item.card.fields.get(&spec.id) {
            None if spec.asked => self.open(item, unit),
            None if spec.otherwise.is_empty() => Taken::Absent,
            None => self.texts(item, vec![listed(&spec.otherwise)]),
            Some(FieldValue::Open) => self.open(item, unit),
            Some(FieldValue::Amount(amount)) => self.amount(item, amount, unit),
            Some(FieldValue::When(when)) => self.date(item, when),
            Some(value) => {
                let texts = field_texts(self.desk.ledger, Some(spec), value, self.desk.year());
                if texts.is_empty() { Taken::Absent } else { self.texts(item, texts) }
            }
        }
    }

    fn open(&self, item: &Item, unit: &str) -> Taken {
        Taken::Printed(self.open_bits(unit), FigureSource::Field(item.card.id))
    }

    /// A blank; 书 keeps its brackets around it, 单位 the unit after it.
    fn open_bits(&self, unit: &str) -> Vec<Bit> {
        let shape = Shape::new(&self.token.formats, "");
        let bits = match shape.list {
            Some(Format::Titles) => super::list_text::titled(vec![Bit::blank()]),
            _ if shape.unit => vec![Bit::blank(), Bit::words(unit)],
            _ => vec![Bit::blank()],
        };
        unbracketed(joined(bits), self.around)
    }

    fn amount(&self, item: &Item, amount: &Amount, unit: &str) -> Taken {
        let value = Value::Number(amount.value(), amount.mark());
        self.value(&value, Shape::new(&self.token.formats, ""), unit, FigureSource::Field(item.card.id))
    }

    /// A date, with its weekday where that is asked for.
    fn date(&self, item: &Item, when: &When) -> Taken {
        let shape = Shape::new(&self.token.formats, "");
        let year = self.desk.year();
        let printed = if shape.weekday { when.print_weekday(year) } else { when.print(year) };
        self.texts_shaped(item, vec![listed(&printed)], Shape { weekday: false, ..shape })
    }

    fn texts(&self, item: &Item, texts: Vec<Listed>) -> Taken {
        self.texts_shaped(item, texts, Shape::new(&self.token.formats, ""))
    }

    fn texts_shaped(&self, item: &Item, texts: Vec<Listed>, shape: Shape) -> Taken {
        let date = item.card.when.clone();
        let dated = |one: Listed| Listed { when: Some(date.clone()), ..one };
        let value = Value::List(texts.into_iter().map(dated).collect());
        self.value(&value, shape, "", FigureSource::Field(item.card.id))
    }

    /// The indicator, or 某 in its place where the public is not told.
    fn shown(&self, indicator: &Indicator) -> Taken {
        let shape = Shape::new(&self.token.formats, &indicator.format);
        let taken = self.indicator(indicator);
        match taken {
            taken if !veil::hides(self.desk, indicator.private) => taken,
            Taken::Printed(..) if shape.base == Some(Format::YearOnYear) => Taken::Absent,
            taken => taken.veiled(if shape.unit { &indicator.unit } else { "" }),
        }
    }

    fn indicator(&self, indicator: &Indicator) -> Taken {
        let shape = Shape::new(&self.token.formats, &indicator.format);
        let now = self.desk.figure(&indicator.id);
        let before = || self.desk.last_year(&indicator.id);
        match shape.base {
            // What is expected of a year has no stretch before it to stand beside.
            Some(Format::YearOnYear) if now.is_some_and(|figure| figure.expected) => Taken::Absent,
            Some(Format::YearOnYear) => compared(indicator, shape, now, before()),
            Some(_) => self.figure(indicator, shape, before()),
            None => self.figure(indicator, shape, now),
        }
    }

    fn figure(&self, indicator: &Indicator, shape: Shape, figure: Option<&Figure>) -> Taken {
        let source = source(indicator, figure, None);
        match figure.and_then(|figure| figure.value.as_ref()) {
            Some(value) => {
                let taken = self.value(value, shape, &indicator.unit, source);
                if figure.is_some_and(|figure| figure.expected) { self.foretold(taken) } else { taken }
            }
            None => match misfit(indicator, &shape) {
                Some(format) => Taken::Misfit(format, source),
                None => nothing(figure, self.open_bits(&indicator.unit), source),
            },
        }
    }

    /// A number that units expect of the whole year says so, once.
    fn foretold(&self, taken: Taken) -> Taken {
        match taken {
            Taken::Printed(mut bits, source) if !self.around.before.ends_with("预计") => {
                bits.insert(0, Bit::words("全年预计"));
                Taken::Printed(joined(bits), source)
            }
            other => other,
        }
    }

    fn register(&self, register: &Register) -> Taken {
        let entries = entries_of(self.desk.ledger, Some(self.desk.template), &register.id, &[]);
        if entries.is_empty() {
            return Taken::Absent;
        }
        let source = FigureSource::Entries(entries.iter().map(|entry| entry.id).collect());
        let list = Value::List(entries.iter().map(|entry| of_entry(entry.id)).collect());
        self.value(&list, Shape::new(&self.token.formats, ""), "", source)
    }

    fn value(&self, value: &Value, shape: Shape, unit: &str, source: FigureSource) -> Taken {
        let (word, year) = (self.desk.word, self.desk.year());
        let (value, shape) = veil::folded(self.desk, value, shape);
        let printing = Printing { shape, unit, word, year, around: self.around };
        match printing.bits(&value, |one| self.member(one)) {
            Ok(bits) => Taken::Printed(unbracketed(joined(bits), self.around), source),
            Err(format) => Taken::Misfit(format, source),
        }
    }

    fn member(&self, listed: &Listed) -> Vec<Bit> {
        let entry = listed.entry.and_then(|id| self.desk.ledger.entry(id));
        match (entry, &listed.text) {
            (Some(entry), _) => entry_words(self.desk, entry),
            (None, Some(text)) => words(self.desk, &tidy(text)),
            (None, None) => vec![Bit::blank()],
        }
    }
}

/// Fits a value in between the brackets that stand around it: none twice, inner ones of their own; no 等 twice.
fn unbracketed(mut bits: Vec<Bit>, around: Around<'_>) -> Vec<Bit> {
    let text = text_of(&bits);
    let pair =
        PAIRS.into_iter().find(|[open, close]| around.before.ends_with(*open) && around.after.starts_with(*close));
    if let Some([open, close]) = pair {
        if is_within(&text, open, close) {
            trim(bits.first_mut(), |text| text.trim_start_matches(open));
            trim(bits.last_mut(), |text| text.trim_end_matches(close));
        } else {
            for bit in &mut bits {
                bit.text = inner(&bit.text, open).into_owned();
            }
        }
    }
    if around.after.starts_with('等') && text.ends_with('等') {
        trim(bits.last_mut(), |text| text.trim_end_matches('等'));
    }
    joined(bits)
}

/// How a figure stands to that of one year earlier.
fn compared(indicator: &Indicator, shape: Shape, now: Option<&Figure>, before: Option<&Figure>) -> Taken {
    let source = source(indicator, now, before);
    let value = |figure: Option<&Figure>| figure.and_then(|figure| figure.value.clone());
    let Some(current) = value(now) else { return nothing(now, vec![Bit::blank()], source) };
    match year_on_year(&current, value(before).as_ref(), shape.decimals) {
        Ok(Some(text)) => Taken::Printed(vec![Bit::words(text)], source),
        Ok(None) => Taken::NoBase,
        Err(format) => Taken::Misfit(format, source),
    }
}

/// What a figure without a value prints: open records are a blank anywhere, none may leave out its clause.
fn nothing(figure: Option<&Figure>, blank: Vec<Bit>, source: FigureSource) -> Taken {
    if figure.is_some_and(|figure| figure.open > 0) {
        Taken::Printed(blank, source)
    } else {
        Taken::Missing(blank, source)
    }
}

fn trim(bit: Option<&mut Bit>, cut: impl Fn(&str) -> &str) {
    if let Some(bit) = bit.filter(|bit| !bit.blank) {
        bit.text = cut(&bit.text).to_owned();
    }
}

fn listed(text: &str) -> Listed {
    Listed { text: Some(text.to_owned()), ..Listed::default() }
}

fn of_entry(id: EntryId) -> Listed {
    Listed { entry: Some(id), ..Listed::default() }
}

/// A format that never fits what the indicator measures, whether or not there is a value.
fn misfit(indicator: &Indicator, shape: &Shape) -> Option<Format> {
    match indicator.measure {
        Measure::List(_) | Measure::Entries(_) => shape.of_numbers(),
        Measure::Latest(_) => None,
        Measure::Coverage { .. } | Measure::Share { .. } => shape.of_lists().or(shape.round),
        _ => shape.of_lists().or(shape.scale.filter(|scale| *scale == Format::Ratio)),
    }
}

fn source(indicator: &Indicator, figure: Option<&Figure>, other: Option<&Figure>) -> FigureSource {
    let both = || figure.into_iter().chain(other);
    FigureSource::Indicator {
        id: indicator.id.clone(),
        items: both().flat_map(|figure| figure.items.iter().copied()).collect(),
        units: both().flat_map(|figure| figure.units.iter().copied()).collect(),
    }
}
