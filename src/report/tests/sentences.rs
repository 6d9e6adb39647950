//! What the sentences of items print.

use super::{composed, outlet, set, setting, worded};
use crate::model::{Count, FieldValue, Item, Printed};
use crate::query::bench::{Bench, amount};

#[test]
fn a_group_goes_when_a_token_directly_in_it_is_absent() {
    let mut bench = Bench::new();
    let wording = "{标题}{?，作者{作者}}{?，共{次数}篇{?，{字数}字}}";
    assert_eq!(worded(&mut bench, wording, |_| {}), "甲，共1篇。");
    let full = |item: &mut Item| {
        set(item, "author", FieldValue::Text("王某".into()));
        set(item, "words", FieldValue::Amount(amount(800)));
    };
    assert_eq!(worded(&mut bench, wording, full), "甲，作者王某，共1篇，800字。");
}

#[test]
fn absent_prints_nothing_and_open_prints_a_blank() {
    let mut bench = Bench::new();
    let wording = "{媒体}刊{标题}，{作者}，{内容}。";
    assert_eq!(worded(&mut bench, wording, |_| {}), "**刊甲。");
    let open = |item: &mut Item| set(item, "author", FieldValue::Open);
    assert_eq!(worded(&mut bench, wording, open), "**刊甲，**。");
}

#[test]
fn the_kinds_sentence_serves_where_there_is_no_own() {
    let mut bench = Bench::new();
    let site = outlet(&mut bench);
    let text = worded(&mut bench, "", |item| set(item, "outlet", FieldValue::Entry(site)));
    assert_eq!(text, "3月25日，新华网刊发《甲》。");
}

#[test]
fn a_field_may_tell_what_stands_where_it_is_empty() {
    let mut bench = Bench::new();
    bench.template(|template| {
        let author = template.kinds[0].fields.iter_mut().find(|spec| spec.id.as_str() == "author");
        author.expect("a field").otherwise = "本报".into();
    });
    assert_eq!(worded(&mut bench, "{作者}讯{?，{作者}记}。", |_| {}), "本报讯，本报记。");
    let given = |item: &mut Item| set(item, "author", FieldValue::Text("王某".into()));
    assert_eq!(worded(&mut bench, "{作者}讯。", given), "王某讯。");
    assert_eq!(worded(&mut bench, "{作者}讯。", |item| set(item, "author", FieldValue::Open)), "**讯。");
}

#[test]
fn an_event_of_the_default_template_has_a_verb_whatever_its_part_in_it() {
    let mut bench = Bench::new();
    bench.template(|template| {
        let event = crate::template::default_template().kinds.into_iter().find(|kind| kind.id.as_str() == "event");
        template.kinds = vec![event.expect("it has events")];
    });
    let unit = bench.entry("units", "柳湾镇", &[]);
    let mut told = |role: Option<&str>| {
        worded(&mut bench, "", |item| {
            item.card.kind = "event".parse().expect("an id");
            item.card.unit = Some(unit);
            if let Some(role) = role {
                set(item, "role", FieldValue::Choice(role.parse().expect("an id")));
            }
        })
    };
    assert_eq!(told(None), "3月25日，柳湾镇开展甲。");
    assert_eq!(told(Some("organiser")), "3月25日，柳湾镇承办甲。");
}

#[test]
fn a_title_is_never_bracketed_twice() {
    let mut bench = Bench::new();
    for wording in ["{标题|书}", "《{标题}》"] {
        assert_eq!(worded(&mut bench, wording, |item| item.card.title = "《办法》".into()), "《办法》。");
        assert_eq!(worded(&mut bench, wording, |item| item.card.title = "办法".into()), "《办法》。");
        assert_eq!(worded(&mut bench, wording, |item| item.card.title = "**".into()), "《**》。");
    }
    assert_eq!(composed(&bench).blanks(), 1);
}

#[test]
fn a_sentence_ends_with_exactly_one_stop() {
    let mut bench = Bench::new();
    for wording in ["{标题}", "{标题}。", "{标题}。。", "{标题}；", "{标题}，{作者}。"] {
        assert_eq!(worded(&mut bench, wording, |_| {}), "甲。", "{wording}");
    }
    assert_eq!(worded(&mut bench, "他说：“好。”", |_| {}), "他说：“好。”");
    assert_eq!(worded(&mut bench, "在{媒体}", |_| {}), "在**。");
}

#[test]
fn blanks_typed_by_hand_are_blanks_in_words_and_values() {
    let mut bench = Bench::new();
    let text = worded(&mut bench, "在××村，{标题}", |item| item.card.title = "XX小学".into());
    assert_eq!(text, "在**村，**小学。");
    assert_eq!(composed(&bench).blanks(), 2);
}

#[test]
fn a_setting_named_in_a_title_is_put_in() {
    let mut bench = Bench::new();
    setting(&mut bench, "区", "青川");
    assert_eq!(
        worded(&mut bench, "", |item| item.card.title = "{区}方案{x}".into()),
        "3月25日，**刊发《青川区方案{x}》。"
    );
}

#[test]
fn an_entry_prints_its_printed_name() {
    let mut bench = Bench::new();
    let paper = outlet(&mut bench);
    for (name, text) in [(Printed::As("{区}日报".into()), "**区日报。"), (Printed::Open, "**。")] {
        bench.ledger.entries.get_mut(&paper).expect("it is there").printed = Some(name);
        assert_eq!(worded(&mut bench, "{媒体}", |item| set(item, "outlet", FieldValue::Entry(paper))), text);
    }
}

#[test]
fn an_open_count_is_a_blank_of_its_item() {
    let mut bench = Bench::new();
    let text = worded(&mut bench, "讲{次数}课", |item| item.card.count = Some(Count::Open));
    assert_eq!(text, "讲**课。");
}

#[test]
fn a_day_prints_its_weekday_where_that_is_asked_for() {
    let mut bench = Bench::new();
    assert_eq!(worded(&mut bench, "{日期|星期}，{标题}", |_| {}), "3月25日（星期五），甲。");
    assert_eq!(worded(&mut bench, "{标题|星期}", |_| {}), "**。");
}

#[test]
fn signs_around_what_was_left_out_are_settled() {
    let mut bench = Bench::new();
    assert_eq!(worded(&mut bench, "{标题}（{作者}）、{内容}；共{次数}篇", |_| {}), "甲；共1篇。");
    let said = |item: &mut Item| {
        set(item, "author", FieldValue::Text("“老王”，".into()));
        set(item, "content", FieldValue::Texts(vec!["学《办法》。".into(), "学“法”".into()]));
    };
    assert_eq!(worded(&mut bench, "{标题}由“{作者}”写，讲“{内容}”", said), "甲由“老王”写，讲“学《办法》、学‘法’”。");
    assert_eq!(worded(&mut bench, "{标题}读{内容|书}。", said), "甲读《学〈办法〉》和《学“法”》。");
}
