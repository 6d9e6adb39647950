//! The formats of a token, sorted by what they do.

use crate::token::{Format, Part, TokenText};

/// How a token asks its value to print: at most one format of each sort.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Shape {
    /// 万, 亿, ％, n/N.
    pub(super) scale: Option<Format>,
    /// 约, 超过, 近.
    pub(super) round: Option<Format>,
    /// .n: the place that is rounded at.
    pub(super) decimals: Option<u8>,
    /// 汉, 序.
    pub(super) numeral: Option<Format>,
    /// 单位.
    pub(super) unit: bool,
    /// 去年, 同比.
    pub(super) base: Option<Format>,
    /// 列, 书, 逐.
    pub(super) list: Option<Format>,
    /// 星期.
    pub(super) weekday: bool,
    /// 前n.
    pub(super) first: Option<u16>,
}

impl Shape {
    /// Sorts the formats of a token; where they say nothing of how the value looks, the indicator's own format does.
    pub(super) fn new(formats: &[Format], default: &str) -> Self {
        let asked = Self::of(formats);
        let says_nothing = Self { unit: false, base: None, ..asked } == Self::default();
        if !says_nothing || default.is_empty() || asked.base == Some(Format::YearOnYear) {
            return asked;
        }
        let own = Self::of(&parsed(default));
        Self { unit: asked.unit || own.unit, base: asked.base, ..own }
    }

    fn of(formats: &[Format]) -> Self {
        formats.iter().fold(Self::default(), |shape, format| shape.with(*format))
    }

    fn with(self, format: Format) -> Self {
        let some = Some(format);
        match format {
            Format::Wan | Format::Yi | Format::Percent | Format::Ratio => Self { scale: some, ..self },
            Format::About | Format::Over | Format::Near => Self { round: some, ..self },
            Format::Decimals(decimals) => Self { decimals: Some(decimals), ..self },
            Format::Han | Format::Ordinal => Self { numeral: some, ..self },
            Format::Unit => Self { unit: true, ..self },
            Format::LastYear | Format::YearOnYear => Self { base: some, ..self },
            Format::List | Format::Titles | Format::Each => Self { list: some, ..self },
            Format::Weekday => Self { weekday: true, ..self },
            Format::First(first) => Self { first: Some(first), ..self },
        }
    }

    /// A format that only numbers have.
    pub(super) fn of_numbers(&self) -> Option<Format> {
        self.scale.or(self.round).or(self.decimals.map(Format::Decimals)).or(self.numeral)
    }

    /// A format that only lists and dates have.
    pub(super) fn of_lists(&self) -> Option<Format> {
        self.list.or(self.first.map(Format::First)).or(self.of_dates())
    }

    /// A format that only dates have.
    pub(super) fn of_dates(&self) -> Option<Format> {
        self.weekday.then_some(Format::Weekday)
    }
}

/// The formats of an indicator's own format, written as in a token.
fn parsed(formats: &str) -> Vec<Format> {
    let text = TokenText::parse(&format!("{{x|{formats}}}"));
    text.parts
        .into_iter()
        .flat_map(|part| if let Part::Token(token) = part { token.formats } else { Vec::new() })
        .collect()
}
