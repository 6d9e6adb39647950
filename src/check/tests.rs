//! Each rule on a small ledger.

use std::collections::{BTreeMap, BTreeSet};

use super::{Finding, Ground, Group, Place, Severity, Why, findings, records};
use crate::document::PictureFault;
use crate::lang::Lang;
use crate::model::{
    Answers, Basis, Clash, Condition, Evidence, FieldValue, Measure, Period, Record, Status, Test, When,
};
use crate::query::bench::{Bench, amount, counted, day, year};
use crate::query::figures;
use crate::token::{FaultPlace, TokenFault, Trouble};

fn check(bench: &Bench, faults: &[TokenFault], missing: &[&str]) -> Vec<Finding> {
    let missing: BTreeSet<String> = missing.iter().map(|path| (*path).into()).collect();
    let ground = Ground {
        ledger: &bench.ledger,
        year: year(2022),
        today: day(2022, 12, 20),
        figures: &figures(&bench.ledger, Bench::scope()),
        missing: &missing,
        pictures: &BTreeMap::from([("大.jpg".to_owned(), PictureFault::TooLarge)]),
    };
    findings(&ground, faults, records(&ground))
}

/// The rules that found something, in order.
fn rules(bench: &Bench) -> Vec<&'static str> {
    check(bench, &[], &[]).iter().map(|one| one.why.rule()).collect()
}

fn section(finding: &Finding) -> Option<String> {
    finding.section.as_ref().map(ToString::to_string)
}

/// What the wording of an item with 312 人次 and the count 4 contradicts.
fn contradicted(wording: &str) -> Option<String> {
    let mut bench = Bench::new();
    bench.add("宣讲", day(2022, 3, 1), |item| {
        item.card.fields.insert("people".parse().expect("an id"), FieldValue::Amount(amount(312)));
        item.card.count = Some(counted(4));
        item.body.wording = wording.into();
    });
    let found = check(&bench, &[], &[]);
    found.into_iter().find_map(|one| match one.why {
        Why::Contradicts { said, field, own } => Some(format!("{said} {field} {own}")),
        _ => None,
    })
}

#[test]
fn a_number_of_the_wording_that_is_not_the_fields_is_an_error() {
    assert_eq!(contradicted("受众300人次。").as_deref(), Some("300人次 人数 312人次"));
    assert_eq!(contradicted("刊发五篇，受众312人次。").as_deref(), Some("五篇 次数 4篇"));
    assert_eq!(contradicted("受众400多人次。").as_deref(), Some("400多人次 人数 312人次"));
}

#[test]
fn a_wording_that_says_the_same_or_part_of_it_is_fine() {
    for wording in [
        "受众312人次，其中干部50人次。",
        "受众300多人次，刊发四篇。",
        "受众{人数}人次，其中干部50人次。",
        "与900字的短评一道。",
        "“千人百人次”活动，第3篇。",
        "",
    ] {
        assert_eq!(contradicted(wording), None, "{wording}");
    }
}

#[test]
fn what_is_done_lies_in_its_year_and_not_in_the_future() {
    let mut bench = Bench::new();
    let add = |bench: &mut Bench, start, period: Option<&str>, status| {
        bench.add("学习", start, |item| {
            item.card.year = year(2022);
            item.card.status = status;
            item.card.period = period.map(|text| Period::parse(text, year(2022)).expect("a period"));
        });
    };
    add(&mut bench, day(2022, 3, 1), None, Status::Done);
    add(&mut bench, day(2023, 1, 5), None, Status::Planned);
    assert_eq!(rules(&bench), [""; 0]);
    add(&mut bench, day(2021, 12, 30), None, Status::Done);
    assert_eq!(rules(&bench), ["outside_year"]);
    add(&mut bench, day(2022, 12, 25), None, Status::Done);
    assert_eq!(rules(&bench), ["outside_year", "in_future"]);
    bench.add("期限", day(2022, 12, 30), |item| {
        item.card.when = When::parse("12月30日前", year(2022), day(2022, 12, 20)).expect("a limit");
    });
    add(&mut bench, day(2021, 12, 29), Some("一季度"), Status::Done);
    assert_eq!(rules(&bench).len(), 2, "done before a limit; its period lies in the year");
}

#[test]
fn an_item_recorded_twice_is_found_once_and_another_outlet_is_another_item() {
    let mut bench = Bench::new();
    let (one, other) = (bench.entry("outlets", "市日报", &[]), bench.entry("outlets", "省日报", &[]));
    let outlet = |id| ("outlet".parse().expect("an id"), FieldValue::Entry(id));
    for id in [one, other] {
        bench.add("过冬至", day(2022, 12, 1), |item| item.card.fields.extend([outlet(id)]));
    }
    assert_eq!(rules(&bench), [""; 0]);
    let double = bench.add("过冬至 ", day(2022, 12, 1), |item| item.card.fields.extend([outlet(one)]));
    let found = check(&bench, &[], &[]);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].place, Place::Item { id: double, field: "title".into() });
    bench.merge(other, one);
    assert_eq!(rules(&bench), ["double", "double"], "the outlets are one");
}

#[test]
fn a_figure_is_doubtful_while_units_owe_or_addends_are_open() {
    let mut bench = Bench::new();
    let unit = bench.entry("units", "柳湾镇", &[("class", "应报")]);
    bench.entry("units", "教育局", &[("class", "应报")]);
    bench.indicator("听众", Measure::Sum("people".parse().expect("an id")), |_| {});
    bench.add("甲", day(2022, 3, 1), |item| {
        item.card.fields.insert("people".parse().expect("an id"), FieldValue::Amount(amount(3)));
    });
    bench.add("乙", day(2022, 3, 2), |item| {
        item.card.fields.insert("people".parse().expect("an id"), FieldValue::Open);
    });
    assert_eq!(rules(&bench), ["open"]);
    bench.indicator("报送", Measure::Returns, |one| {
        one.basis = Basis::Returns;
        one.answers = Answers::Units;
        let field = "unit.class".parse().expect("an operand");
        one.conditions = vec![Condition { field, test: Test::Is(vec!["应报".into()]) }];
    });
    bench.returns("报送", unit, 4);
    let found = check(&bench, &[], &[]);
    let owed = found.iter().find(|one| one.why.rule() == "owed").expect("教育局 owes");
    assert_eq!((&owed.why, section(owed)), (&Why::Owed { answered: 1, owed: 1 }, Some("1".into())));
}

#[test]
fn evidence_that_is_not_there_is_found_and_other_evidence_is_not_looked_for() {
    let mut bench = Bench::new();
    let item = bench.add("甲", day(2022, 3, 1), |item| {
        item.body.evidence = vec![Evidence::File("签到.xlsx".into()), Evidence::Box("盒3".into())];
    });
    assert!(check(&bench, &[], &[]).is_empty());
    let found = check(&bench, &[], &["签到.xlsx", "盒3"]);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].group, &found[0].place), (Group::Claims, &Place::Item { id: item, field: "evidence".into() }));
}

#[test]
fn doubled_signs_become_the_strongest_of_them_and_tokens_stay() {
    let mut bench = Bench::new();
    bench.passage("1", None, |passage| {
        passage.lead = "今年以来，，".into();
        passage.text = "共{次数|汉}次，。{{、、}}{?受众{人数}；；}……".into();
    });
    let found = check(&bench, &[], &[]);
    let Some(Record::Passage(mended)) = found[0].fix.as_deref() else { panic!("{found:?}") };
    assert_eq!(mended.lead, "今年以来，");
    assert_eq!(mended.text, "共{次数|汉}次。{{、}}{?受众{人数}；}……");
    assert_eq!((found.len(), found[0].severity), (1, Severity::Note));
}

#[test]
fn the_gravest_stand_first_and_each_has_its_section() {
    let mut bench = Bench::new();
    bench.passage("1", None, |passage| passage.lead = "要点：：".into());
    bench.passage("1.2", Some("1"), |passage| passage.text = "{没有}".into());
    let place = FaultPlace::Passage("1.2".parse().expect("an id"));
    let fault = TokenFault { place, token: "{没有}".into(), what: Trouble::Unknown, nearest: None };
    let found = check(&bench, &[fault], &[]);
    assert_eq!(found.iter().map(|one| one.severity).collect::<Vec<_>>(), [Severity::Error, Severity::Note]);
    assert!(found.iter().all(|one| section(one) == Some("1".into())), "{found:?}");
}

#[test]
fn a_value_that_lost_when_copies_were_merged_is_a_finding_until_it_stands_or_is_settled() {
    let mut bench = Bench::new();
    bench.add("宣讲", day(2022, 3, 1), |item| item.card.title = "现在的".into());
    let record = bench.ledger.items.keys().next().expect("an item").to_string();
    let lost = |field: &str, lost: serde_json::Value| {
        let json = serde_json::json!({ "sort": "items", "record": record, "field": field, "lost": lost });
        serde_json::from_value::<Clash>(json).expect("a clash")
    };
    let told = |bench: &Bench| -> Vec<String> {
        let found = check(bench, &[], &[]).into_iter().filter(|one| one.why.rule() == "merged");
        found.map(|one| one.why.text(Lang::Zh)).collect()
    };
    let clashes = [
        lost("title", "没用的".into()),
        lost("status", "cancelled".into()),
        lost("note", "现在没有".into()),
        lost("key", true.into()),
        lost("", serde_json::Value::Null),
        lost("title", "现在的".into()),
        Clash { settled: true, ..lost("title", "看过的".into()) },
    ];
    bench.ledger.clashes.extend(clashes.into_iter().map(|clash| (clash.key(), clash)));
    let mut found = told(&bench);
    found.sort();
    assert_eq!(
        found,
        [
            "合并时一边删了，另一边改过，留下了",
            "合并时用了“完成”，没有用“取消”",
            "合并时用了“现在的”，没有用“没用的”",
            "合并时用了“（空）”，没有用“是”",
            "合并时用了“（空）”，没有用“现在没有”",
        ]
    );
    bench.ledger.items.clear();
    assert_eq!(told(&bench), [""; 0], "of an item that is gone no field is told");
}
