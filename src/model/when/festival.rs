//! Festivals by name, and the day each falls on in a year.

use chinese_lunisolar_calendar::LunisolarDate;
use chrono::{Datelike, Days, NaiveDate};

use super::error::Fault;
use super::scan::Scan;

/// Years whose festivals are known.
const YEARS: std::ops::RangeInclusive<i32> = 1990..=2100;

/// A festival: a row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Festival(usize);

/// How the day of a festival is found.
enum Rule {
    /// Month and day of the civil calendar.
    Solar(u32, u32),
    /// Month and day of the 农历.
    Lunar(u8, u8),
    /// The day before 春节.
    Eve,
    /// 清明.
    Qingming,
    /// 冬至.
    Winter,
}

/// Printed name, other names, rule, and how many days 期间 lasts from its day on.
struct Row(&'static str, &'static [&'static str], Rule, u64);

use Rule::{Eve, Lunar, Qingming, Solar, Winter};

/// The public holidays of the State Council's rule last as long as they are given off; others three days.
const TABLE: &[Row] = &[
    Row("元旦", &["元旦节", "新年"], Solar(1, 1), 3),
    Row("春节", &["新春"], Lunar(1, 1), 7),
    Row("元宵", &["元宵节", "正月十五"], Lunar(1, 15), 3),
    Row("三八", &["三八节", "三八妇女节", "妇女节"], Solar(3, 8), 3),
    Row("植树节", &[], Solar(3, 12), 3),
    Row("三月三", &["三月三节"], Lunar(3, 3), 3),
    Row("清明", &["清明节"], Qingming, 3),
    Row("五一", &["五一节", "五一劳动节", "五一国际劳动节", "劳动节"], Solar(5, 1), 5),
    Row("五四", &["五四青年节", "青年节"], Solar(5, 4), 3),
    Row("六一", &["六一节", "六一儿童节", "儿童节"], Solar(6, 1), 3),
    Row("端午", &["端午节"], Lunar(5, 5), 3),
    Row("七一", &["七一建党节", "建党节"], Solar(7, 1), 3),
    Row("八一", &["八一建军节", "建军节"], Solar(8, 1), 3),
    Row("七夕", &["七夕节"], Lunar(7, 7), 3),
    Row("中元", &["中元节"], Lunar(7, 15), 3),
    Row("教师节", &[], Solar(9, 10), 3),
    Row("中秋", &["中秋节"], Lunar(8, 15), 3),
    Row("国庆", &["国庆节", "十一"], Solar(10, 1), 7),
    Row("重阳", &["重阳节"], Lunar(9, 9), 3),
    Row("记者节", &[], Solar(11, 8), 3),
    Row("冬至", &["冬至节"], Winter, 3),
    Row("腊八", &["腊八节"], Lunar(12, 8), 3),
    Row("除夕", &["大年三十", "年三十"], Eve, 3),
];

/// What may follow a festival's name; 十一月 and 三月三十日 are no festivals.
const FOLLOWING: &[&str] = &["期间", "当天", "当日", "以来", "至今", "起", "之前", "以前", "前", "止", "("];

impl Festival {
    /// Takes a festival's name from `scan`, the longest that fits.
    pub(super) fn take(scan: &mut Scan<'_>) -> Option<Self> {
        let named = |(row, Row(name, others, ..)): (usize, &'static Row)| {
            let names = std::iter::once(name).chain(others.iter());
            names.filter_map(|name| scan.after(name).map(|rest| (name.len(), row, rest))).max_by_key(|found| found.0)
        };
        let (_, row, rest) = TABLE.iter().enumerate().filter_map(named).max_by_key(|found| found.0)?;
        let follows = rest.is_empty() || FOLLOWING.iter().any(|word| rest.starts_with(word));
        follows.then(|| {
            *scan = Scan::over(rest);
            Self(row)
        })
    }

    /// Printed name.
    pub(super) fn name(self) -> &'static str {
        TABLE[self.0].0
    }

    /// Every festival.
    #[cfg(test)]
    pub(super) fn all() -> impl Iterator<Item = Self> {
        (0..TABLE.len()).map(Self)
    }

    /// Its one day in `year`; 腊八 may fall on none or two.
    pub(super) fn day(self, year: i32) -> Result<NaiveDate, Fault> {
        let days = if YEARS.contains(&year) { self.days(year) } else { Vec::new() };
        match days[..] {
            [day] => Ok(day),
            _ => Err(Fault::Festival { name: self.name(), year, days }),
        }
    }

    /// Last day of its 期间, when it falls on `day`.
    pub(super) fn last_day(self, day: NaiveDate) -> NaiveDate {
        day + Days::new(TABLE[self.0].3 - 1)
    }

    /// Its days within the civil year.
    fn days(self, year: i32) -> Vec<NaiveDate> {
        match TABLE[self.0].2 {
            Solar(month, day) => NaiveDate::from_ymd_opt(year, month, day).into_iter().collect(),
            Lunar(month, day) => lunar(year, month, day),
            Eve => lunar(year, 1, 1).into_iter().map(|new_year| new_year - Days::new(1)).collect(),
            Qingming => term(year, 4, [5.59, 4.81]).into_iter().collect(),
            Winter => term(year, 12, [22.60, 21.94]).into_iter().collect(),
        }
    }
}

/// The days of a civil year on which the 农历 writes `month` and `day`: that of the 农历 year before and its own.
fn lunar(year: i32, month: u8, day: u8) -> Vec<NaiveDate> {
    let of = |lunar_year: i32| {
        let lunar_year = u16::try_from(lunar_year).ok()?;
        LunisolarDate::from_ymd(lunar_year, month, false, day).ok().map(LunisolarDate::to_naive_date)
    };
    [year - 1, year].into_iter().filter_map(of).filter(|date| date.year() == year).collect()
}

/// The day of a solar term: of the year's last two digits Y, ⌊0.2422 Y + C⌋ less the leap days since its
/// beginning, with a C for each century.
///
/// The rule (寿星通用公式) strays by a day where the term falls close to midnight; 冬至 of 2021 is the known case
/// among the years given here. The tests hold it against the almanac's days of every year.
fn term(year: i32, month: u32, century: [f64; 2]) -> Option<NaiveDate> {
    let (since, constant) = if year < 2000 { (year - 1900, century[0]) } else { (year - 2000, century[1]) };
    let leap_days = since / 4 - since / 100;
    let early = i32::from(year == 2021 && month == 12);
    let day = (f64::from(since) * 0.2422 + constant).floor() as i32 - leap_days - early;
    NaiveDate::from_ymd_opt(year, month, u32::try_from(day).ok()?)
}
