//! What people type, what is understood, and how it prints.

use chrono::{Datelike, NaiveDate};

use super::{Period, When};
use crate::lang::Lang;
use crate::model::Year;

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date in ISO form")
}

fn year(number: i32) -> Year {
    Year::try_from(number).expect("a year of the ledger")
}

/// Reads on 2022-12-20, a Tuesday, in the ledger of 2022.
fn read(typed: &str) -> When {
    When::parse(typed, year(2022), date("2022-12-20")).unwrap_or_else(|error| panic!("{error}"))
}

fn hint(typed: &str) -> String {
    When::parse(typed, year(2022), date("2022-12-20")).expect_err(typed).hint(Lang::Zh)
}

/// Holds that each text prints as the second and spans the days from the third to the fourth.
fn all_print(rows: &[(&str, &str, &str, &str)]) {
    for (typed, printed, start, end) in rows {
        let when = read(typed);
        assert_eq!(when.print(year(2022)), *printed, "{typed}");
        assert_eq!((when.start(), when.end()), (date(start), date(end)), "{typed}");
    }
}

#[test]
fn days_are_read_in_every_usual_writing() {
    let writings = [
        "3-25",
        "3.25",
        "3/25",
        "0325",
        "20220325",
        "2022-3-25",
        "2022-03-25",
        "2022.3.25",
        "2022/3/25",
        "22.3.25",
        "3月25日",
        "3月25号",
        "3月25",
        "2022年3月25日",
        " ３－２５ ",
        "３。２５",
        "３月２５日",
        "3-25(周五)",
        "3月25日（星期五）",
        "3月25日 周五",
        "今年3月25日",
        "22年3月25日",
    ];
    for typed in writings {
        assert_eq!(read(typed), When::day(date("2022-03-25")), "{typed}");
    }
    assert_eq!(read("12-20"), When::day(date("2022-12-20")));
    assert_eq!(read("2021-12-20").print(year(2022)), "2021年12月20日");
}

#[test]
fn days_print_with_their_weekday_where_that_is_asked_for() {
    let print = |typed| read(typed).print_weekday(year(2022));
    assert_eq!(print("3-25"), "3月25日（星期五）");
    assert_eq!(print("3月25日上午"), "3月25日（星期五）上午");
    assert_eq!(print("7-13~17"), "7月13日（星期三）至17日（星期日）");
    assert_eq!(print("2021-12-31至2022-1-3"), "2021年12月31日（星期五）至2022年1月3日（星期一）");
    assert_eq!(print("3-25前"), "3月25日（星期五）前");
    assert_eq!(print("11月上旬"), "11月上旬");
}

#[test]
fn chinese_digits_are_read() {
    for typed in ["三月二十五日", "三月廿五日", "二〇二二年三月二十五日"] {
        assert_eq!(read(typed), When::day(date("2022-03-25")), "{typed}");
    }
    assert_eq!(read("三月三十日"), When::day(date("2022-03-30")));
    assert_eq!(read("十一月初以来").print(year(2022)), "11月初以来");
    assert_eq!(read("十一月八日"), When::day(date("2022-11-08")));
}

#[test]
fn days_are_named_from_today() {
    let rows = [
        ("今天", "2022-12-20"),
        ("昨天", "2022-12-19"),
        ("前天", "2022-12-18"),
        ("明天", "2022-12-21"),
        ("上周五", "2022-12-16"),
        ("本周三", "2022-12-21"),
        ("上星期日", "2022-12-18"),
        ("周一", "2022-12-19"),
        ("下周一", "2022-12-26"),
        ("上月15日", "2022-11-15"),
    ];
    for (typed, day) in rows {
        assert_eq!(read(typed), When::day(date(day)), "{typed}");
    }
    all_print(&[
        ("上月", "11月", "2022-11-01", "2022-11-30"),
        ("上个月底", "11月底", "2022-11-21", "2022-11-30"),
        ("上周", "12月12日至18日", "2022-12-12", "2022-12-18"),
        ("去年12月", "2021年12月", "2021-12-01", "2021-12-31"),
        ("昨天下午", "12月19日下午", "2022-12-19", "2022-12-19"),
        ("本季度", "四季度", "2022-10-01", "2022-12-31"),
    ]);
}

#[test]
fn ranges_are_read_within_and_across_months_and_years() {
    for typed in [
        "7-13~17",
        "7.13-17",
        "7月13日至17日",
        "7月13—17日",
        "7-13～7-17",
        "0713-0717",
        "7.13-7.17",
        "2022-7-13~17",
        "2022-7-13-17",
        "7月13日（周三）至17日（周日）",
        "7月13日至17日（周三至周日）",
        "7-13至17",
        "7月13日——17日",
    ] {
        assert_eq!(read(typed).print(year(2022)), "7月13日至17日", "{typed}");
    }
    all_print(&[
        ("10-29~30", "10月29日至30日", "2022-10-29", "2022-10-30"),
        ("7.30-8.2", "7月30日至8月2日", "2022-07-30", "2022-08-02"),
        ("12-30~2023-1-3", "12月30日至2023年1月3日", "2022-12-30", "2023-01-03"),
        ("5-7月", "5月至7月", "2022-05-01", "2022-07-31"),
        ("5月至7月", "5月至7月", "2022-05-01", "2022-07-31"),
        ("11月~2023年2月", "11月至2023年2月", "2022-11-01", "2023-02-28"),
    ]);
}

#[test]
fn looser_times_keep_their_looseness() {
    all_print(&[
        ("11-30 上午", "11月30日上午", "2022-11-30", "2022-11-30"),
        ("11月30日（周三）上午", "11月30日上午", "2022-11-30", "2022-11-30"),
        ("2022年初", "2022年初", "2022-01-01", "2022-01-31"),
        ("年底", "2022年底", "2022-12-01", "2022-12-31"),
        ("5月份", "5月", "2022-05-01", "2022-05-31"),
        ("2022-5", "5月", "2022-05-01", "2022-05-31"),
        ("202205", "5月", "2022-05-01", "2022-05-31"),
        ("2月下旬", "2月下旬", "2022-02-21", "2022-02-28"),
        ("上半年", "上半年", "2022-01-01", "2022-06-30"),
        ("第二季度", "二季度", "2022-04-01", "2022-06-30"),
        ("Q3", "三季度", "2022-07-01", "2022-09-30"),
        ("2022", "2022年", "2022-01-01", "2022-12-31"),
        ("全年", "2022年", "2022-01-01", "2022-12-31"),
        ("2022年度", "2022年", "2022-01-01", "2022-12-31"),
        ("12-5晚", "12月5日晚上", "2022-12-05", "2022-12-05"),
        ("11月初以来", "11月初以来", "2022-11-01", "2022-12-31"),
        ("自11月以来", "11月以来", "2022-11-01", "2022-12-31"),
        ("今年以来", "2022年以来", "2022-01-01", "2022-12-31"),
        ("截止12月30日", "12月30日前", "2022-12-30", "2022-12-30"),
        ("截止12月30日前", "12月30日前", "2022-12-30", "2022-12-30"),
        ("截至12-20", "截至12月20日", "2022-12-20", "2022-12-20"),
        ("国庆前", "国庆前", "2022-10-01", "2022-10-01"),
    ]);
}

#[test]
fn festivals_fall_on_their_days() {
    all_print(&[
        ("春节期间", "春节期间", "2022-02-01", "2022-02-07"),
        ("三月三", "三月三", "2022-04-03", "2022-04-03"),
        ("端午", "端午", "2022-06-03", "2022-06-03"),
        ("端午节", "端午", "2022-06-03", "2022-06-03"),
        ("中秋", "中秋", "2022-09-10", "2022-09-10"),
        ("除夕", "除夕", "2022-01-31", "2022-01-31"),
        ("冬至", "冬至", "2022-12-22", "2022-12-22"),
        ("清明节", "清明", "2022-04-05", "2022-04-05"),
        ("十一期间", "国庆期间", "2022-10-01", "2022-10-07"),
        ("2021年春节", "2021年春节", "2021-02-12", "2021-02-12"),
    ]);
    // 2004 and 2023 have a leap second month, 2012 a leap fourth one, 1993 a leap third one.
    for day in ["1993-03-25", "2004-04-21", "2012-03-24", "2023-04-22"] {
        assert_eq!(read(&format!("{}年三月三", &day[..4])).start(), date(day));
    }
    let new_years =
        [(1990, "1990-01-27"), (2000, "2000-02-05"), (2033, "2033-01-31"), (2034, "2034-02-19"), (2100, "2100-02-09")];
    for (number, day) in new_years {
        assert_eq!(read(&format!("{number}年春节")).start(), date(day));
    }
}

#[test]
fn a_festival_that_a_year_has_twice_or_never_is_asked_for() {
    assert_eq!(hint("腊八"), "2022年有2个腊八：1月10日、12月30日，请写月和日");
    assert_eq!(hint("2023年腊八"), "2023年没有腊八，请写月和日");
    assert_eq!(read("2021年腊八").start(), date("2021-01-20"));
}

#[test]
fn what_is_impossible_or_unclear_says_why() {
    let rows = [
        ("6月31日", "6月只有30天"),
        ("2-30", "2月只有28天"),
        ("2024-2-30", "2月只有29天"),
        ("2月29日", "2月只有28天"),
        ("13-1", "月份是1至12"),
        ("20221301", "月份是1至12"),
        ("五季度", "季度是一至四"),
        ("3-25(周四)", "3月25日是周五"),
        ("325", "请写明月和日，例如 3-25 或 0325"),
        ("29日", "请写明月和日，例如 3-25 或 0325"),
        ("29-30日", "请写明月和日，例如 3-25 或 0325"),
        ("7-17~13", "请先写起日；跨年的写明年份，例如 12月30日至2023年1月3日"),
        ("12-30~1-3", "请先写起日；跨年的写明年份，例如 12月30日至2023年1月3日"),
        ("3025年1月1日", "年份写四位，1900至2199"),
        ("9999-05-05", "年份写四位，1900至2199"),
        ("1899.5.5", "年份写四位，1900至2199"),
        ("99990505", "年份写四位，1900至2199"),
        ("12022-5-5", "年份写四位，1900至2199"),
        ("9905", "月份是1至12"),
        ("0230-0305", "2月只有28天"),
    ];
    for (typed, wanted) in rows {
        assert_eq!(hint(typed), wanted, "{typed}");
    }
    for typed in [
        "",
        "改天",
        "两三日",
        "7月13日、14日",
        "上周末",
        "7-13-17",
        "3-25 9:00",
        "1e3",
        "-",
        "月",
        "3-",
        "99999999999999999999",
        "\u{1b}[31m",
        "年年年",
    ] {
        assert!(When::parse(typed, year(2022), date("2022-12-20")).is_err(), "{typed}");
    }
    assert_eq!(read("3-25").to_string(), "2022年3月25日");
    assert!("3月25日".parse::<When>().is_err(), "a stored text names its year");
}

#[test]
fn the_echo_names_year_and_weekday() {
    let today = date("2022-12-20");
    let echo = |typed: &str| read(typed).echo(Lang::Zh, today);
    assert_eq!(echo("12-20"), "2022年12月20日 周二 今天");
    assert_eq!(echo("7-13~17"), "2022年7月13日至17日 周三至周日");
    assert_eq!(echo("春节期间"), "2022年春节期间 2月1日至7日");
    assert_eq!(echo("端午"), "2022年端午 6月3日 周五");
    assert_eq!(echo("上半年"), "2022年上半年 1月1日至6月30日");
}

#[test]
fn periods_are_read_and_sorted_by_their_start() {
    let read = |typed: &str| Period::parse(typed, year(2022)).unwrap_or_else(|error| panic!("{error}"));
    let print = |typed: &str| read(typed).print(year(2022));
    assert_eq!(
        ["二季度", "第三季度", "Q2", "7月", "七月份", "上半年", "第12周"].map(print),
        ["二季度", "三季度", "二季度", "7月", "7月", "上半年", "第12周"]
    );
    assert_eq!((read("第12周").start(), read("第12周").end()), (date("2022-03-21"), date("2022-03-27")));
    assert_eq!(read("3月23日当周"), read("第12周"));
    assert_eq!(read("3-21~27"), read("第12周"));
    assert_eq!(print("2021年四季度"), "2021年四季度");
    assert!(read("2021年四季度") < read("一季度") && read("1月") < read("一季度"));
    let last = Period::week_of(date("2199-12-31"));
    assert_eq!(last.to_string().parse(), Ok(last), "the last week is numbered in the year after");
    for typed in ["第54周", "3-25", "春节", "", "上半年以来"] {
        assert!(Period::parse(typed, year(2022)).is_err(), "{typed}");
    }
}

/// The days of 清明 (April) and 冬至 (December) of 1990 to 2100 as the almanac gives them.
const QINGMING: &str =
    "554555455545554555445544554455445544554455445544554445444544454445444544454445444544444444444444444444444444445";
const WINTER: &str =
    "221222122212221222122212221222112211221122112211221122112211221122111211121112111211121112111211121111111111112";

#[test]
fn solar_terms_fall_on_the_almanacs_days() {
    for (name, days, tens) in [("清明", QINGMING, 0), ("冬至", WINTER, 20)] {
        for (number, day) in (1990..=2100).zip(days.chars()) {
            let expected = tens + day.to_digit(10).expect("the almanac is digits");
            assert_eq!(read(&format!("{number}年{name}")).start().day(), expected, "{number} {name}");
        }
    }
}
