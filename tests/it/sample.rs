//! The sample ledger, told through the public face: what it holds and what its report says.

use chrono::NaiveDate;
use taizhang::document::{Block, Document, FigureSource, Role, Run, Source};
use taizhang::model::{Ledger, SettingValue, Variant, Year};
use taizhang::query::{Scope, State, Value, figures};
use taizhang::report::{compose, figure_text};
use taizhang::template::sample;

fn ledger() -> Ledger {
    let mut ledger = Ledger::default();
    for change in sample() {
        change.apply(&mut ledger).expect("the sample fits itself");
    }
    ledger
}

fn year(number: i32) -> Year {
    Year::try_from(number).expect("a year of the sample")
}

fn last_day(number: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(number, 12, 31).expect("each year has a last day")
}

fn report(ledger: &Ledger, number: i32) -> Document {
    compose(ledger, year(number), &Variant::Whole, last_day(number))
}

fn named(mut ledger: Ledger) -> Ledger {
    for (id, name) in [("省", "江南"), ("市", "临江市"), ("区", "青川")] {
        ledger.settings.insert(id.parse().expect("a short id"), SettingValue(name.into()));
    }
    ledger
}

/// The paragraphs of a report, each with its role.
fn paragraphs(document: &Document) -> impl Iterator<Item = (Role, String, usize)> {
    document.blocks.iter().filter_map(|block| match block {
        Block::Paragraph(paragraph) => {
            let blanks = paragraph.runs.iter().filter(|run| run.blank).count();
            Some((paragraph.role, paragraph.text(), blanks))
        }
        _ => None,
    })
}

/// The name in the braces that a blank stands for.
fn blank_name(run: &Run) -> Option<&str> {
    match &run.source {
        Source::Token { name, .. } if run.blank => Some(name),
        _ => None,
    }
}

#[test]
fn each_matter_of_the_template_has_an_item_in_2022() {
    let ledger = ledger();
    let template = ledger.template(year(2022)).expect("the year is there");
    assert_eq!(template.matters.len(), 71);
    for matter in &template.matters {
        assert!(ledger.items_of(year(2022)).any(|item| item.card.matter == matter.id), "{} {}", matter.id, matter.name);
    }
}

#[test]
fn the_blanks_of_2022_are_92_each_in_its_part() {
    let document = report(&ledger(), 2022);
    let mut parts = vec![("title".to_owned(), 0)];
    for (role, text, blanks) in paragraphs(&document) {
        let begins = role == Role::Heading1 || text.starts_with('（') || text.starts_with("2022年，在");
        if begins {
            parts.push((text.chars().take(4).collect(), 0));
        }
        parts.last_mut().expect("there is a title").1 += blanks;
    }
    let counts: Vec<usize> = parts.iter().map(|part| part.1).filter(|blanks| *blanks > 0).collect();
    assert_eq!(counts, [1, 7, 20, 23, 11, 11, 13, 4, 1, 1], "{parts:?}");
    assert_eq!(document.blanks(), 92);
}

#[test]
fn the_blanks_of_2022_are_places_outlets_names_and_numbers() {
    let document = report(&ledger(), 2022);
    let of_place = |place: &str, ending: &str| {
        let printed = document.runs().zip(document.runs().skip(1));
        printed.filter(|(run, next)| run.blank && next.text.starts_with(ending) && of_setting(run, place)).count()
    };
    let direct: Vec<usize> = [("区", "区"), ("省", "省"), ("市", "市")].map(|(place, end)| of_place(place, end)).into();
    let inside = document.runs().filter(|run| run.blank && is_outlets(run)).count();
    // Four of the outlets' nine blanks are the province in the names of its paper and its radio.
    assert_eq!(direct, [29, 13, 13]);
    assert_eq!(inside, 9);
    let numbers = document.runs().filter_map(blank_name).filter(|name| NUMBERS.contains(name)).count();
    assert_eq!(numbers, 15);
    let names = document.blanks() - direct.iter().sum::<usize>() - inside - numbers;
    assert_eq!(names, 13);
}

const NUMBERS: [&str; 15] = [
    "专题党课场次",
    "党课参加人次",
    "演出场次",
    "演出受众",
    "重点网站原创新闻",
    "报台视稿件",
    "倡议书份数",
    "法制讲座场次",
    "反邪教人次",
    "净网会议次数",
    "约谈次数",
    "舆情事件数",
    "省报稿件数",
    "市报稿件数",
    "市报头条数",
];

const OUTLETS: [&str; 6] = ["重点网站", "报台视媒体", "省报", "市报", "省电台", "电视台"];

fn of_setting(run: &Run, place: &str) -> bool {
    matches!(&run.source, Source::Token { figure: FigureSource::Setting(id), .. } if id.as_str() == place)
}

fn is_outlets(run: &Run) -> bool {
    blank_name(run).is_some_and(|name| OUTLETS.contains(&name))
}

#[test]
fn three_names_leave_33_blanks() {
    let document = report(&named(ledger()), 2022);
    assert_eq!(document.blanks(), 33);
    let text: String = paragraphs(&document).map(|(_, text, _)| text).collect();
    for said in ["青川区委理论学习中心组", "《江南省日报》、江南省电台、**以及**等", "临江市园艺场"]
    {
        assert!(text.contains(said), "{said}");
    }
}

#[test]
fn the_given_figures_of_2022_come_out_of_the_items() {
    let ledger = ledger();
    let template = ledger.template(year(2022)).expect("the year is there");
    let figures = figures(&ledger, Scope::whole(year(2022), last_day(2022)));
    for (name, said) in GIVEN {
        let id = name.parse().expect("an id");
        let indicator = template.indicator(&id).unwrap_or_else(|| panic!("there is no {name}"));
        let value = figures.get(&id).and_then(|figure| figure.value.as_ref());
        assert_eq!(figure_text(indicator, value, year(2022)), said, "{name}");
    }
    for name in NUMBERS {
        let figure = figures.get(name).expect("it is measured");
        assert_eq!(figure.value, None, "{name}");
    }
}

const GIVEN: [(&str, &str); 35] = [
    ("中心组次数", "四次"),
    ("请进来次数", "四次"),
    ("上级来讲具名次数", "两次"),
    ("诗词作品数", "100多首"),
    ("例会次数", "五次"),
    ("每次发言人数", "四名"),
    ("例会发言人次", "20人次"),
    ("标语条数", "300多条幅"),
    ("每社区宣传点数", "3处"),
    ("宣传形式数", "八种"),
    ("意识形态制度数", "五份"),
    ("网络舆情制度数", "两份"),
    ("制度合计", "七份"),
    ("报送通知数", "1份"),
    ("师德制度数", "两份"),
    ("创城方案数", "两份"),
    ("书屋规定数", "1份"),
    ("舆情机制数", "五项"),
    ("反邪教形式数", "七种"),
    ("网络安全事故数", "0起"),
    ("农家书屋覆盖率", "100％"),
    ("歌咏比赛荣誉数", "一项"),
    ("荣誉合计", "五项"),
    ("创城经费", "100多万元"),
    ("提升工程数", "四项"),
    ("集中整治数", "四项"),
    ("评选类别数", "六类"),
    ("文化站周开放小时", "42小时"),
    ("文化站项目数", "8个"),
    ("文化站日接待", "50余人次"),
    ("群众活动场次", "30多场次"),
    ("较大型活动数", "八项"),
    ("采访活动数", "六项"),
    ("问题数", "四个"),
    ("计划数", "五项"),
];

#[test]
fn the_community_is_named_in_one_item_and_printed_twice() {
    let mut ledger = ledger();
    let honoured =
        ledger.items.values_mut().find(|item| item.card.matter.as_str() == "5.3").expect("the honour is recorded");
    let winner = "winner".parse().expect("an id");
    let mut item = (**honoured).clone();
    item.card.fields.insert(winner, taizhang::model::FieldValue::Text("东门社区".into()));
    *honoured = item.into();
    let document = report(&ledger, 2022);
    assert_eq!(document.blanks(), 90);
    let text: String = paragraphs(&document).map(|(_, text, _)| text).collect();
    assert_eq!(text.matches("东门社区获“特色文化产业名村”称号").count(), 2);
}

#[test]
fn the_year_before_composes_and_serves_for_comparison() {
    let ledger = ledger();
    let text: String = paragraphs(&report(&ledger, 2021)).map(|(_, text, _)| text).collect();
    assert!(text.contains("刊发8篇，其中头版头条2篇"), "{text}");
    let before = figures(&ledger, Scope::whole(year(2021), last_day(2021)));
    for name in NUMBERS {
        let figure = before.get(name).expect("it is measured");
        assert!(matches!(figure.value, Some(Value::Number(..))), "{name}");
    }
}

#[test]
fn no_sentence_of_the_reports_is_torn() {
    for number in [2021, 2022] {
        for (_, text, _) in paragraphs(&report(&named(ledger()), number)) {
            for torn in
                ["。。", "，。", "；。", "，，", "、、", "“”", "《》", "《《", "》》", "{", "}", "多多", "的的", "等等"]
            {
                assert!(!text.contains(torn), "{torn} in {text}");
            }
        }
    }
}

#[test]
fn the_figures_signed_for_in_2022_have_not_changed_since() {
    let ledger = ledger();
    let figures = figures(&ledger, Scope::whole(year(2022), last_day(2022)));
    assert!(figures.values().filter(|figure| figure.state == State::Checked).count() > 20);
    let changed: Vec<_> = figures.iter().filter(|(_, figure)| figure.state == State::Changed).collect();
    assert!(changed.is_empty(), "{changed:?}");
}
