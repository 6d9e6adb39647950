//! Stored text as it is edited: words, and figures as units that show what they print today.
//!
//! The user never sees braces. What stands in them is a [`Figure`], and `{?…}` a clause with an [`Edge`] at both ends;
//! [`stored`] makes the stored text again.
//!
//! [`Edge`]: Live::Edge

use chrono::NaiveDate;

use super::bits::{Bit, text_of};
use super::desk::Desk;
use super::number_text::Around;
use super::taking::{Taken, take};
use crate::model::{Amount, Common, Given, Item, Ledger, Mark, Template, Variant, Year};
use crate::query::Figures;
use crate::text::fold;
use crate::token::{Format, Part, Token, TokenText};

/// What a text says where nobody counted: 多次.
pub const MANY: &str = "多";

/// A piece of a text as it is edited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Live {
    /// Words; braces in them are only braces.
    Words(String),
    /// A figure.
    Figure(Figured),
    /// Where a clause begins (`true`) or ends that is left out when a figure in it is not there.
    Edge(bool),
}

/// A figure as it is edited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figured {
    /// The token as it is stored, braces included.
    pub stored: String,
    /// What it prints today; a name in brackets where it prints nothing.
    pub shown: String,
    /// It prints as a blank, or not at all.
    pub is_blank: bool,
}

/// A figure that can be put into a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Its name.
    pub name: String,
    /// What it would be.
    pub figured: Figured,
    /// Where it comes from.
    pub from: Origin,
}

/// Where a figure that is offered comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// A field of the item whose sentence it is.
    Field,
    /// An indicator.
    Indicator,
    /// A setting.
    Setting,
    /// The calendar.
    Calendar,
    /// A list of a register's entries.
    Register,
}

/// The desk that texts are edited at.
pub struct LiveDesk<'a> {
    desk: Desk<'a>,
    item: Option<&'a Item>,
}

impl<'a> LiveDesk<'a> {
    /// Sits down at it, with the figures of the year and of the year before; none when the ledger has no such year.
    pub fn new(ledger: &'a Ledger, year: Year, as_of: NaiveDate, figures: (&'a Figures, &'a Figures)) -> Option<Self> {
        let desk = Desk::new(ledger, year, &Variant::Whole, as_of)?;
        Some(Self { desk: desk.with(figures.0, figures.1), item: None })
    }

    /// The same for the sentence of an item, whose fields come first.
    #[must_use]
    pub fn of_item(self, item: &'a Item) -> Self {
        Self { item: Some(item), ..self }
    }

    /// The same with a template that is not the year's yet, and the figures it gives.
    #[must_use]
    pub fn with(self, template: &'a Template, figures: (&'a Figures, &'a Figures)) -> Self {
        Self { desk: self.desk.under(template).with(figures.0, figures.1), ..self }
    }

    /// Cuts stored text into pieces.
    pub fn pieces(&self, stored: &str) -> Vec<Live> {
        let mut pieces = Vec::new();
        self.cut(&TokenText::parse(stored).parts, &mut pieces);
        pieces
    }

    /// What can be put into the text, with what it would print today: the item's fields, then indicators and the rest.
    pub fn offers(&self) -> Vec<Offer> {
        let template = self.desk.template;
        let kind = self.item.and_then(|item| template.kind(&item.card.kind));
        let fields = kind.into_iter().flat_map(|kind| kind.fields.iter().map(|field| field.name.as_str()));
        let common = self.item.into_iter().flat_map(|_| Common::ALL.map(Common::name));
        let named = fields.chain(common).map(|name| (name, Origin::Field));
        let indicators = template.indicators.iter().map(|one| (one.id.as_str(), Origin::Indicator));
        let settings = template.settings.iter().map(|one| (one.id.as_str(), Origin::Setting));
        let given = Given::ALL.map(|one| (one.name(), Origin::Calendar));
        let registers = template.registers.iter().map(|one| (one.name.as_str(), Origin::Register));
        let all = named.chain(indicators).chain(settings).chain(given).chain(registers);
        all.map(|(name, from)| self.offer(name, from)).collect()
    }

    /// The ways a figure can be written, the present one first, each with what it prints today and no two alike; its
    /// unit is left to the words `after` it where they say it.
    pub fn writings(&self, stored: &str, after: &str) -> Vec<Figured> {
        let Some(token) = only_token(stored) else { return Vec::new() };
        let mut found = vec![self.figured(&token)];
        let is_said = self.unit(&token.name).is_some_and(|unit| after.starts_with(unit));
        for mut formats in ways() {
            formats.retain(|format| !is_said || *format != Format::Unit);
            let other = Token { formats, ..token.clone() };
            let figured = self.figured(&other);
            let fits = matches!(self.take(&other), Taken::Printed(..)) && !is_lost(&other, &figured);
            if fits && found.iter().all(|one| one.shown != figured.shown) {
                found.push(figured);
            }
        }
        found
    }

    /// The token `stored` names something else: `name`, written the same way where that fits.
    pub fn renamed(&self, stored: &str, name: &str) -> Figured {
        let bare = Token { name: name.into(), formats: Vec::new(), span: 0..0 };
        let formats = only_token(stored).map(|token| token.formats).unwrap_or_default();
        let same = Token { formats, ..bare.clone() };
        let fits = !matches!(self.take(&same), Taken::Misfit(..) | Taken::NoBase);
        self.figured(if fits { &same } else { &bare })
    }

    /// The figure of a name, written as a typed number is, alone or with its unit (then true); where no way of writing
    /// gives that, plainly.
    pub fn written_as(&self, name: &str, number: &str, unit: &str) -> (Figured, bool) {
        let bare = Token { name: name.into(), formats: Vec::new(), span: 0..0 };
        let is_exact = Amount::parse(number).is_ok_and(|amount| amount.mark() == Mark::Exact);
        let says_it = |formats: &Vec<Format>| !formats.iter().any(|format| says_another(*format, is_exact));
        let found: Vec<Figured> = std::iter::once(Vec::new())
            .chain(ways().into_iter().filter(says_it))
            .map(|formats| Token { formats, ..bare.clone() })
            .filter(|token| matches!(self.take(token), Taken::Printed(..)))
            .map(|token| self.figured(&token))
            .collect();
        let plain = |text: &str| fold(text).replace(',', "");
        let like = |text: &str| found.iter().find(|one| plain(&one.shown) == plain(text)).cloned();
        match like(number) {
            Some(alone) => (alone, false),
            None => like(&format!("{number}{unit}")).map_or_else(|| (self.figured(&bare), false), |both| (both, true)),
        }
    }

    fn offer(&self, name: &str, from: Origin) -> Offer {
        let plain = Token { name: name.into(), formats: Vec::new(), span: 0..0 };
        let with_unit = Token { formats: vec![Format::Unit], ..plain.clone() };
        let has_unit = from == Origin::Indicator && !matches!(self.take(&with_unit), Taken::Misfit(..));
        Offer { name: name.into(), figured: self.figured(if has_unit { &with_unit } else { &plain }), from }
    }

    /// What the figure of a name is counted in.
    fn unit(&self, name: &str) -> Option<&str> {
        let indicator = self.desk.template.indicators.iter().find(|one| one.id.as_str() == name)?;
        Some(indicator.unit.as_str()).filter(|unit| !unit.is_empty())
    }

    fn take(&self, token: &Token) -> Taken {
        take(&self.desk, self.item, token, Around::default())
    }

    fn cut(&self, parts: &[Part], pieces: &mut Vec<Live>) {
        for part in parts {
            match part {
                Part::Plain(words, _) => pieces.push(Live::Words(words.clone())),
                Part::Token(token) => pieces.push(Live::Figure(self.figured(token))),
                Part::Wrong(wrong) => pieces.push(Live::Figure(Figured::blank(wrong.stored.clone(), "**".into()))),
                Part::Group(inner) => {
                    pieces.push(Live::Edge(true));
                    self.cut(inner, pieces);
                    pieces.push(Live::Edge(false));
                }
            }
        }
    }

    fn figured(&self, token: &Token) -> Figured {
        let stored = token.to_string();
        match self.take(token) {
            Taken::Printed(bits, _) | Taken::Missing(bits, _) if !text_of(&bits).is_empty() => {
                Figured { stored, shown: text_of(&bits), is_blank: bits.iter().any(is_blank) }
            }
            Taken::Unknown | Taken::Misfit(..) => Figured::blank(stored, "**".into()),
            _ => Figured::blank(stored, format!("[{}]", token.name)),
        }
    }
}

impl Figured {
    fn blank(stored: String, shown: String) -> Self {
        Self { stored, shown, is_blank: true }
    }
}

fn is_blank(bit: &Bit) -> bool {
    bit.blank
}

/// The text to be stored for the pieces; an edge without its other end is left out.
pub fn stored(pieces: &[Live]) -> String {
    let mut open: Vec<Vec<Part>> = vec![Vec::new()];
    for piece in pieces {
        let level = open.last_mut().expect("the text itself is never closed");
        match piece {
            Live::Words(words) => level.extend(TokenText::plain(words).parts),
            Live::Figure(figure) => level.extend(TokenText::parse(&figure.stored).parts),
            Live::Edge(true) => open.push(Vec::new()),
            Live::Edge(false) if open.len() > 1 => {
                let inner = open.pop().expect("there are two");
                let around = open.last_mut().expect("the text itself is never closed");
                around.extend((!inner.is_empty()).then_some(Part::Group(inner)));
            }
            Live::Edge(false) => {}
        }
    }
    TokenText { parts: open.into_iter().flatten().collect() }.to_string()
}

/// The one token that `stored` is.
fn only_token(stored: &str) -> Option<Token> {
    match TokenText::parse(stored).parts.pop()? {
        Part::Token(token) => Some(token),
        _ => None,
    }
}

/// Whether a number is far too small for the 万 or 亿 it would be written in.
fn is_lost(token: &Token, figured: &Figured) -> bool {
    (token.has(Format::Wan) || token.has(Format::Yi)) && figured.shown.starts_with("0.")
}

/// Whether a format makes of a number what a typed one does not say: another window, or 约 where it is exact.
fn says_another(format: Format, is_exact: bool) -> bool {
    match format {
        Format::LastYear | Format::YearOnYear => true,
        Format::About | Format::Over | Format::Near => is_exact,
        _ => false,
    }
}

/// The ways of writing that are tried, the most common first.
fn ways() -> Vec<Vec<Format>> {
    use Format::{
        About, Decimals, Each, First, Han, LastYear, List, Near, Over, Percent, Titles, Unit, Wan, YearOnYear, Yi,
    };
    vec![
        vec![Unit],
        vec![],
        vec![About, Unit],
        vec![About],
        vec![Over, Unit],
        vec![Near, Unit],
        vec![Han, Unit],
        vec![Han],
        vec![Wan, Decimals(1), Unit],
        vec![Wan, About, Unit],
        vec![Yi, Decimals(1), Unit],
        vec![Percent],
        vec![YearOnYear],
        vec![LastYear, Unit],
        vec![List],
        vec![List, First(3)],
        vec![Titles],
        vec![Each],
    ]
}
