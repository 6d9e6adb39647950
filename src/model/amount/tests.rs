//! What people type as numbers, and what is understood.

use proptest::prelude::*;
use rust_decimal::Decimal;

use super::{Amount, Mark};
use crate::lang::Lang;

fn shown(typed: &str) -> String {
    Amount::parse(typed).unwrap_or_else(|error| panic!("{error}")).to_string()
}

#[test]
fn numbers_are_read_in_every_usual_writing() {
    let rows = [
        ("12", "12"),
        ("１２", "12"),
        ("1,200", "1200"),
        ("1，200", "1200"),
        ("12,345.50", "12345.5"),
        ("1.2万", "12000"),
        ("2亿", "200000000"),
        ("3百", "300"),
        ("3百万", "3000000"),
        ("1万2千", "12000"),
        ("1万2000", "12000"),
        ("3+4+5", "12"),
        ("3＋4＋5", "12"),
        ("十二", "12"),
        ("两百", "200"),
        ("一万二千", "12000"),
        ("三点五万", "35000"),
        ("300多", "300多"),
        ("30多万", "300000多"),
        ("1万多", "10000多"),
        ("50余", "50余"),
        ("近百", "近100"),
        ("将近100", "近100"),
        ("约50", "约50"),
        ("超过2万", "超过20000"),
        ("逾千", "超过1000"),
        ("估300", "估300"),
        ("300(估)", "估300"),
        ("300（估）", "估300"),
        ("估约300", "估约300"),
        (" 7 ", "7"),
        ("0", "0"),
        ("1.50", "1.5"),
        ("100多+20", "120多"),
    ];
    for (typed, wanted) in rows {
        assert_eq!(shown(typed), wanted, "{typed}");
    }
}

#[test]
fn what_is_no_number_says_why() {
    let rows = [
        ("-3", "数量从零起"),
        ("约300多", "约、近、超过、多、余只写一个"),
        ("300多余", "约、近、超过、多、余只写一个"),
        ("1万2", "请把数写全，例如 12000 或 1.2万"),
        ("12,34", "逗号每三位一个，例如 1,200"),
        ("12345678901234567890123456789", "最多28位"),
        ("9999999999999999999999999999亿", "最多28位"),
    ];
    for (typed, wanted) in rows {
        assert_eq!(Amount::parse(typed).expect_err(typed).hint(Lang::Zh), wanted, "{typed}");
    }
    for typed in [
        "",
        "**",
        "十几",
        "两三",
        "七八",
        "三五十",
        "abc",
        "1.2.3",
        ".5",
        "5.",
        "+",
        "3+",
        "多",
        "约",
        "3多4",
        "1e5",
        "\u{1b}[1m3",
        ",",
        "万万万万万万",
    ] {
        assert!(Amount::parse(typed).is_err(), "{typed}");
    }
}

#[test]
fn a_sum_with_any_more_in_it_is_more() {
    let sum = |typed: &[&str]| {
        let amounts: Vec<Amount> = typed.iter().map(|typed| Amount::parse(typed).expect(typed)).collect();
        Amount::sum(&amounts).expect("small numbers add up").to_string()
    };
    assert_eq!(sum(&[]), "0");
    assert_eq!(sum(&["1.1", "2.2"]), "3.3");
    assert_eq!(sum(&["300多", "20", "约5"]), "325多");
    assert_eq!(sum(&["50余", "50余"]), "100余");
    assert_eq!(sum(&["50余", "超过10"]), "约60");
    assert_eq!(sum(&["近100", "50"]), "近150");
    assert_eq!(sum(&["近100", "50余"]), "约150");
    assert_eq!(sum(&["估100", "50"]), "估150");
}

#[test]
fn a_sum_too_long_is_refused() {
    let most = Amount::parse(&"9".repeat(28)).expect("28 digits fit");
    assert!(Amount::sum([&most, &most]).is_err());
    assert!(Amount::new(Decimal::NEGATIVE_ONE, Mark::Exact, false).is_err());
    assert!(Amount::new(Decimal::MAX, Mark::Exact, false).is_err());
}

#[test]
fn a_template_may_write_a_whole_number() {
    assert_eq!(serde_json::from_str::<Amount>("8").expect("a number"), Amount::exact(Decimal::from(8)));
    assert_eq!(serde_json::to_string(&Amount::exact(Decimal::from(8))).expect("a string"), "\"8\"");
    assert!(serde_json::from_str::<Amount>("-8").is_err());
}

fn any_mark() -> impl Strategy<Value = Mark> {
    prop::sample::select(vec![Mark::Exact, Mark::More, Mark::Rest, Mark::Near, Mark::Over, Mark::About])
}

fn any_amount() -> impl Strategy<Value = Amount> {
    (0_i128..10_i128.pow(28), 0_u32..=28, any_mark(), any::<bool>()).prop_map(|(mantissa, scale, mark, estimated)| {
        Amount::new(Decimal::from_i128_with_scale(mantissa, scale), mark, estimated).expect("28 digits fit")
    })
}

proptest! {
    #[test]
    fn neither_order_nor_grouping_of_addends_matters(marks in prop::collection::vec(any_mark(), 3)) {
        let joined = |marks: &[Mark]| marks.iter().copied().fold(Mark::Exact, Mark::joined);
        let (a, b, c) = (marks[0], marks[1], marks[2]);
        prop_assert_eq!(joined(&[a, b, c]), joined(&[c, b, a]));
        prop_assert_eq!(a.joined(b.joined(c)), a.joined(b).joined(c));
    }

    #[test]
    fn every_amount_reads_back_as_it_prints(amount in any_amount()) {
        prop_assert_eq!(Amount::parse(&amount.to_string()), Ok(amount));
    }

    #[test]
    fn no_text_makes_the_reader_fall_over(typed in "[0-9.,+多余近约万亿百千十点一二零估（）]{0,40}") {
        if let Ok(amount) = Amount::parse(&typed) {
            prop_assert_eq!(Amount::parse(&amount.to_string()), Ok(amount));
        }
    }
}
