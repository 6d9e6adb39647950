//! Reading what people type as a date.

use chrono::{Datelike, NaiveDate};

use super::error::{Fault, agrees};
use super::festival::Festival;
use super::numbers::{day, day_of, full, month, month_range, year};
use super::piece::{is_strange_year, last_month, quarter, weekdays};
use super::relative;
use super::scan::{Number, Scan, folded};
use super::span::{Bound, Month, Span, YEARS};
use super::words::{BARE_EDGES, BEFORE, DEADLINE, HALVES, PARTS, SIGNS, SINCE, THIRDS, UNTIL, YEAR_EDGES};

/// What typed text is read against: a year where it names none, and the day it was typed on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Around {
    pub(super) year: Option<i32>,
    pub(super) today: Option<NaiveDate>,
}

/// One end of a range, or the whole of what is no range.
pub(super) enum Point {
    /// A day, and the sign that joined its month and day; where the year stands too, no sign is in doubt.
    Day(NaiveDate, Option<char>),
    /// A month, and whether more may follow it.
    Month(Month),
    /// Anything else.
    Other(Span),
}

impl Point {
    /// A day not written in numbers.
    pub(super) const fn day(day: NaiveDate) -> Self {
        Self::Day(day, None)
    }
}

/// Reads a whole time.
pub(super) fn when(typed: &str, around: Around) -> Result<(Span, Bound), Fault> {
    let text = folded(typed).ok_or(Fault::Unclear)?;
    if text.is_empty() {
        return Err(Fault::Empty);
    }
    let mut reader = Reader { scan: Scan::over(&text), around, month: None };
    let (span, bound) = reader.bounded()?;
    let inside = YEARS.contains(&span.first().year()) && YEARS.contains(&span.last().year());
    if inside { Ok((span, bound)) } else { Err(Fault::Year(span.last().year().unsigned_abs())) }
}

/// Reads with a cursor; the right end of a range takes year and month from the left one.
struct Reader<'a> {
    scan: Scan<'a>,
    around: Around,
    month: Option<Month>,
}

impl Reader<'_> {
    fn bounded(&mut self) -> Result<(Span, Bound), Fault> {
        let leading = self.leading();
        let span = self.span()?;
        let trailing = self.trailing();
        if !self.scan.is_done() {
            return Err(Fault::Unclear);
        }
        match (leading, trailing) {
            (Bound::Before, Bound::Before) => Ok((span, Bound::Before)),
            (Bound::Plain, bound) | (bound, Bound::Plain) => Ok((span, bound)),
            _ => Err(Fault::Unclear),
        }
    }

    fn leading(&mut self) -> Bound {
        if self.scan.eat_any(DEADLINE) {
            Bound::Before
        } else if self.scan.eat_any(UNTIL) {
            Bound::Until
        } else {
            self.scan.eat_any(&["自", "从"]);
            Bound::Plain
        }
    }

    fn trailing(&mut self) -> Bound {
        if self.scan.eat_any(SINCE) {
            Bound::Since
        } else if self.scan.eat_any(BEFORE) {
            Bound::Before
        } else {
            Bound::Plain
        }
    }

    fn span(&mut self) -> Result<Span, Fault> {
        match self.point()? {
            Point::Day(first, sign) => self.day_or_range(first, sign),
            Point::Month(first) => self.month_or_range(first),
            Point::Other(span) => Ok(span),
        }
    }

    /// A day, a part of it, or a range that begins with it.
    fn day_or_range(&mut self, first: NaiveDate, sign: Option<char>) -> Result<Span, Fault> {
        if self.is_past_range_sign(sign != Some('-')) {
            self.around.year = Some(first.year());
            self.month = Some(Month::of(first));
            let Point::Day(last, _) = self.point()? else { return Err(Fault::Unclear) };
            self.range_weekdays(first, last)?;
            return match first.cmp(&last) {
                std::cmp::Ordering::Less => Ok(Span::Days(first, last)),
                std::cmp::Ordering::Equal => Ok(Span::Day(first)),
                std::cmp::Ordering::Greater => Err(Fault::Backwards),
            };
        }
        Ok(self.scan.pick(PARTS).map_or(Span::Day(first), |part| Span::Part(first, part)))
    }

    /// A month, a piece of it, or a range of months.
    fn month_or_range(&mut self, first: Month) -> Result<Span, Fault> {
        if let Some(third) = self.scan.pick(THIRDS) {
            return Ok(Span::Third(first, third));
        }
        if let Some(edge) = self.scan.pick(BARE_EDGES) {
            return Ok(Span::MonthEdge(first, edge));
        }
        if !self.is_past_range_sign(true) {
            return Ok(Span::Month(first));
        }
        self.around.year = Some(first.year());
        let Point::Month(last) = self.point()? else { return Err(Fault::Unclear) };
        month_range(first, last)
    }

    /// Takes a range sign; 至今 is none.
    fn is_past_range_sign(&mut self, dash: bool) -> bool {
        self.scan.after("至今").is_none() && self.scan.range_sign(dash)
    }

    fn point(&mut self) -> Result<Point, Fault> {
        let around = self.around;
        if let Some(point) = around.today.and_then(|today| relative::point(&mut self.scan, today)) {
            return self.month_tail(point);
        }
        if let Some(point) = self.compact()? {
            return self.with_weekday(point);
        }
        let named = around.today.and_then(|today| relative::year(&mut self.scan, today));
        let (year, sign) = named.map_or_else(|| self.year(), |year| Ok((Some(year), None)))?;
        if let Some(sign) = sign {
            return self.after_year_sign(year.ok_or(Fault::Unclear)?, sign);
        }
        if let Some(span) = self.piece_of_year(year)? {
            return Ok(Point::Other(span));
        }
        match (self.scan.number(), year) {
            (Some(number), _) => self.lead_by(number, year),
            (None, Some(year)) => {
                self.scan.eat("度");
                Ok(Point::Other(Span::Year(year)))
            }
            (None, None) => Err(Fault::Unclear),
        }
    }

    /// 20220325, 202203, 0325.
    fn compact(&mut self) -> Result<Option<Point>, Fault> {
        let before = self.scan;
        let Some(Number { value, digits }) = self.scan.number() else { return Ok(None) };
        match digits {
            8 => day(year(value / 10_000)?, value / 100 % 100, value % 100).map(|day| Some(Point::day(day))),
            6 => month(year(value / 100)?, value % 100).map(|month| Some(Point::Month(month))),
            4 if is_strange_year(&self.scan, value) => Err(Fault::Year(value)),
            4 if year(value).is_err() && self.scan.after("年").is_none() => {
                day(self.own_year()?, value / 100, value % 100).map(|day| Some(Point::day(day)))
            }
            3 => Err(Fault::Ambiguous),
            _ => {
                self.scan = before;
                Ok(None)
            }
        }
    }

    /// A year in digits with 年, or the sign that follows it.
    fn year(&mut self) -> Result<(Option<i32>, Option<char>), Fault> {
        let before = self.scan;
        if let Some(Number { value, digits }) = self.scan.number() {
            if self.scan.eat("年") {
                return Ok((Some(year(if digits == 2 { full(value) } else { value })?), None));
            }
            if year(value).is_ok() {
                return Ok((Some(year(value)?), self.scan.pick(SIGNS)));
            }
        }
        self.scan = before;
        Ok((None, None))
    }

    /// 3-25 after 2022-, or only 3.
    fn after_year_sign(&mut self, year: i32, sign: char) -> Result<Point, Fault> {
        let number = self.scan.number().ok_or(Fault::Unclear)?.value;
        let month = month(year, number)?;
        match self.second(sign) {
            Some(number) => self.finished(day_of(month, number)?, None),
            None => Ok(Point::Month(month)),
        }
    }

    /// 年初, 上半年, 二季度, 春节期间.
    fn piece_of_year(&mut self, year: Option<i32>) -> Result<Option<Span>, Fault> {
        if let Some(festival) = self.festival(year)? {
            return Ok(Some(festival));
        }
        let edge = self.scan.pick(YEAR_EDGES);
        if let Some(edge) = edge.or_else(|| year.and_then(|_| self.scan.pick(BARE_EDGES))) {
            return Ok(Some(Span::YearEdge(self.year_or_own(year)?, edge)));
        }
        if self.scan.eat("全年") {
            return Ok(Some(Span::Year(self.year_or_own(year)?)));
        }
        if let Some(half) = self.scan.pick(HALVES) {
            return Ok(Some(Span::Half(self.year_or_own(year)?, half)));
        }
        if let Some(number) = self.scan.attempt(quarter) {
            let year = self.year_or_own(year)?;
            return if (1..=4).contains(&number) {
                Ok(Some(Span::Quarter(year, number)))
            } else {
                Err(Fault::Quarter(number))
            };
        }
        Ok(None)
    }

    /// 春节, 五一期间, 端午当天.
    fn festival(&mut self, year: Option<i32>) -> Result<Option<Span>, Fault> {
        let Some(festival) = Festival::take(&mut self.scan) else { return Ok(None) };
        let day = festival.day(self.year_or_own(year)?)?;
        let during = self.scan.eat("期间");
        self.scan.eat_any(&["当天", "当日"]);
        Ok(Some(Span::Festival(festival, day, during)))
    }

    /// What a first number leads: 3月…, 3-25, 5~7月, 17日.
    fn lead_by(&mut self, first: Number, year: Option<i32>) -> Result<Point, Fault> {
        if self.scan.eat("月") {
            self.scan.eat("份");
            let month = month(self.year_or_own(year)?, first.value)?;
            return self.month_tail(Point::Month(month));
        }
        if let Some(last) = self.scan.attempt(last_month) {
            let year = self.year_or_own(year)?;
            return month_range(month(year, first.value)?, month(year, last)?).map(Point::Other);
        }
        if let Some(sign) = self.scan.pick(SIGNS) {
            return self.lead_by_sign(first, year, sign);
        }
        let has_word = self.scan.eat_any(&["日", "号"]);
        match self.month {
            Some(month) if year.is_none() => self.finished(day_of(month, first.value)?, None),
            _ if has_word || first.digits > 0 => Err(Fault::Ambiguous),
            _ => Err(Fault::Unclear),
        }
    }

    /// 3-25, or 22-3-25 with a year of two digits.
    fn lead_by_sign(&mut self, first: Number, year: Option<i32>, sign: char) -> Result<Point, Fault> {
        let second = self.scan.number().ok_or(Fault::Unclear)?.value;
        let is_year = first.value > 12 && first.digits == 2 && year.is_none();
        if let Some(third) = is_year.then(|| self.second(sign)).flatten() {
            let year = self::year(full(first.value))?;
            return self.finished(day(year, second, third)?, None);
        }
        if first.digits > 4 {
            return Err(Fault::Year(first.value));
        }
        if first.value > 12 && self.scan.eat_any(&["日", "号"]) {
            return Err(Fault::Ambiguous);
        }
        let day = day(self.year_or_own(year)?, first.value, second)?;
        self.finished(day, Some(sign))
    }

    /// The number after another `sign`, unless it begins the right end of a range.
    fn second(&mut self, sign: char) -> Option<u32> {
        self.scan.attempt(|scan| if scan.pick(SIGNS)? == sign { Some(scan.number()?.value) } else { None })
    }

    /// A day of the month, when a number follows: 25日, 25.
    fn month_tail(&mut self, point: Point) -> Result<Point, Fault> {
        let Point::Month(month) = point else { return self.with_weekday(point) };
        match self.scan.number() {
            Some(number) => self.finished(day_of(month, number.value)?, None),
            None => Ok(Point::Month(month)),
        }
    }

    /// Takes 日 and a weekday after a day.
    fn finished(&mut self, day: NaiveDate, sign: Option<char>) -> Result<Point, Fault> {
        self.scan.eat_any(&["日", "号"]);
        self.with_weekday(Point::Day(day, sign))
    }

    fn with_weekday(&mut self, point: Point) -> Result<Point, Fault> {
        if let Point::Day(day, _) = point
            && let Some((typed, _)) = self.scan.attempt(|scan| weekdays(scan).filter(|found| found.1.is_none()))
        {
            agrees(day, typed)?;
        }
        Ok(point)
    }

    /// Checks 周三至周日 after a range.
    fn range_weekdays(&mut self, first: NaiveDate, last: NaiveDate) -> Result<(), Fault> {
        match self.scan.attempt(weekdays) {
            Some((start, Some(end))) => agrees(first, start).and(agrees(last, end)),
            Some((end, None)) => agrees(last, end),
            None => Ok(()),
        }
    }

    fn year_or_own(&self, year: Option<i32>) -> Result<i32, Fault> {
        year.map_or_else(|| self.own_year(), Ok)
    }

    fn own_year(&self) -> Result<i32, Fault> {
        self.around.year.ok_or(Fault::NoYear)
    }
}
