//! The grammar by example, and its round trips on any text.

use proptest::prelude::*;

use super::*;
use crate::lang::Lang;

fn plain(words: &str) -> Part {
    Part::Plain(words.to_owned(), 0..0)
}

fn token(name: &str, formats: &[Format]) -> Part {
    Part::Token(Token { name: name.to_owned(), formats: formats.to_vec(), span: 0..0 })
}

fn wrong(stored: &str, error: TokenError) -> Part {
    Part::Wrong(WrongToken { stored: stored.to_owned(), error, span: 0..0 })
}

/// The parts without their places.
fn shape(parts: &[Part]) -> Vec<Part> {
    parts
        .iter()
        .map(|part| match part {
            Part::Plain(words, _) => plain(words),
            Part::Token(known) => token(&known.name, &known.formats),
            Part::Group(parts) => Part::Group(shape(parts)),
            Part::Wrong(known) => wrong(&known.stored, known.error.clone()),
        })
        .collect()
}

fn read(stored: &str) -> Vec<Part> {
    shape(&TokenText::parse(stored).parts)
}

#[test]
fn words_tokens_and_groups_are_read() {
    assert_eq!(
        read("共{中心组次数|汉}次{?，其中{演出场次}场}。"),
        [
            plain("共"),
            token("中心组次数", &[Format::Han]),
            plain("次"),
            Part::Group(vec![plain("，其中"), token("演出场次", &[]), plain("场")]),
            plain("。"),
        ]
    );
    assert_eq!(read(""), []);
}

#[test]
fn several_formats_of_different_sorts_stand_together() {
    assert_eq!(
        read("{经费|万|.1|超过|单位}"),
        [token("经费", &[Format::Wan, Format::Decimals(1), Format::Over, Format::Unit])]
    );
    assert_eq!(read("{镇街|列|前3}"), [token("镇街", &[Format::List, Format::First(3)])]);
}

#[test]
fn groups_nest_and_close_together() {
    let inner = Part::Group(vec![plain("b"), token("c", &[])]);
    assert_eq!(read("{?a{?b{c}}}d"), [Part::Group(vec![plain("a"), inner]), plain("d")]);
}

#[test]
fn doubled_braces_are_braces() {
    assert_eq!(read("{{a}}"), [plain("{a}")]);
    assert_eq!(read("{{{a}}}"), [plain("{"), token("a", &[]), plain("}")]);
    assert_eq!(read("{?a}}b}"), [Part::Group(vec![plain("a}b")])]);
    assert_eq!(read("{?a}{}}b"), [Part::Group(vec![plain("a")]), plain("}b")]);
}

#[test]
fn full_width_forms_fold_inside_braces_only() {
    let text = TokenText::parse("１{ 第１期｜．１｜ 约 }｜{？ａ}");
    assert_eq!(text.to_string(), "１{第1期|.1|约}｜{?ａ}");
    assert_eq!(TokenText::parse("{稿件（网站）}").to_string(), "{稿件（网站）}");
}

#[test]
fn wrong_parts_stand_as_they_were_and_say_why() {
    assert_eq!(read("共{次"), [plain("共"), wrong("{", TokenError::Unbalanced), plain("次")]);
    assert_eq!(read("a}b"), [plain("a"), wrong("}", TokenError::Unbalanced), plain("b")]);
    assert_eq!(read("{}{a|}"), [wrong("{}", TokenError::Empty), wrong("{a|}", TokenError::Empty)]);
    assert_eq!(read("{a\n}")[0], wrong("{", TokenError::Unbalanced));
    assert_eq!(read("{a|超}"), [wrong("{a|超}", TokenError::UnknownFormat("超".to_owned(), Some("超过")))]);
    assert_eq!(read("{a|汉|序}"), [wrong("{a|汉|序}", TokenError::TwiceTheSameSort(Format::Ordinal))]);
    assert_eq!(read("{?a{b}"), [wrong("{?", TokenError::Unbalanced), plain("a"), token("b", &[])]);
}

#[test]
fn nesting_without_end_is_refused_not_followed() {
    let deep = format!("{}{}", "{?".repeat(1000), "}".repeat(1000));
    assert_eq!(TokenText::parse(&deep).to_string(), deep);
    let open = "{?".repeat(20_000);
    assert_eq!(TokenText::parse(&open).errors().count(), 20_000);
}

#[test]
fn tokens_and_errors_are_found_in_groups_with_their_places() {
    let stored = "共{a}{?，{b|汉}{c|x}}";
    let text = TokenText::parse(stored);
    let tokens: Vec<&str> = text.tokens().map(|token| &stored[token.span.clone()]).collect();
    let errors: Vec<&str> = text.errors().map(|wrong| &stored[wrong.span.clone()]).collect();
    assert_eq!(tokens, ["{a}", "{b|汉}"]);
    assert_eq!(errors, ["{c|x}"]);
}

#[test]
fn a_token_tells_its_formats_by_sort() {
    let text = TokenText::parse("{a|万|约}");
    let token = text.tokens().next().expect("one token");
    assert_eq!(token.format(Sort::Scale), Some(Format::Wan));
    assert_eq!(token.format(Sort::Numeral), None);
    assert!(token.has(Format::About));
}

#[test]
fn errors_speak_both_languages() {
    let error = TokenError::UnknownFormat("超".to_owned(), Some("超过"));
    assert_eq!(error.text(Lang::Zh), "没有“超”这种写法");
    assert_eq!(error.hint(Lang::Zh), "是不是“超过”？");
    assert_eq!(error.to_string(), "there is no format `超`");
    assert_eq!(error.hint(Lang::En), "did you mean `超过`?");
}

/// Texts of the signs that matter.
fn any_stored() -> impl Strategy<Value = String> {
    prop_oneof!["[{}?|a.1汉约\n]{0,24}", "([{}?]|\\{\\?|\\{a\\}|\\}\\}|x){0,16}", "\\PC{0,30}"]
}

fn any_format() -> impl Strategy<Value = Format> {
    let all: Vec<Format> = Format::all().collect();
    prop_oneof![proptest::sample::select(all), (0u8..=9).prop_map(Format::Decimals), (1u16..).prop_map(Format::First)]
}

fn any_token() -> impl Strategy<Value = Part> {
    ("[a-c汉（1][a-c汉 ]{0,3}[a-c汉）1]", proptest::collection::vec(any_format(), 0..4)).prop_map(
        |(name, mut formats)| {
            let mut sorts = Vec::new();
            formats.retain(|format| {
                !sorts.contains(&format.sort()) && {
                    sorts.push(format.sort());
                    true
                }
            });
            token(&name, &formats)
        },
    )
}

/// Trees as they may be built: words not empty and never side by side.
fn any_parts() -> impl Strategy<Value = Vec<Part>> {
    let leaf = prop_oneof!["[{}?|a汉]{1,4}".prop_map(|words| plain(&words)), any_token()];
    let part = leaf.prop_recursive(4, 24, 4, |inner| {
        proptest::collection::vec(inner, 0..4).prop_map(|parts| Part::Group(without_neighbouring_words(parts)))
    });
    proptest::collection::vec(part, 0..5).prop_map(without_neighbouring_words)
}

fn without_neighbouring_words(mut parts: Vec<Part>) -> Vec<Part> {
    parts.dedup_by(|a, b| matches!((a, b), (Part::Plain(..), Part::Plain(..))));
    parts
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn printing_gives_the_stored_text_again(stored in any_stored()) {
        prop_assume!(stored.chars().all(|c| crate::text::fold_form(c) == c && (c == '\n' || !c.is_whitespace())));
        prop_assert_eq!(TokenText::parse(&stored).to_string(), stored);
    }

    #[test]
    fn reading_what_was_printed_changes_nothing(stored in any_stored()) {
        let first = TokenText::parse(&stored);
        let second = TokenText::parse(&first.to_string());
        prop_assert_eq!(shape(&second.parts), shape(&first.parts));
    }

    #[test]
    fn every_tree_is_read_as_it_was_printed(parts in any_parts()) {
        let text = TokenText { parts };
        prop_assert_eq!(shape(&TokenText::parse(&text.to_string()).parts), text.parts);
    }

    #[test]
    fn plain_words_stay_plain(words in any_stored()) {
        let text = TokenText::plain(&words);
        prop_assert_eq!(TokenText::parse(&text.to_string()), text);
    }

    #[test]
    fn spans_cover_the_stored_text(stored in any_stored()) {
        let text = TokenText::parse(&stored);
        for wrong in text.errors() {
            prop_assert_eq!(&stored[wrong.span.clone()], &wrong.stored);
        }
        for token in text.tokens() {
            let stored = &stored[token.span.clone()];
            let has_braces = stored.starts_with('{') && stored.ends_with('}');
            prop_assert!(has_braces);
        }
    }
}

#[test]
fn the_gist_has_the_words_and_a_mark_for_each_figure() {
    assert_eq!(TokenText::parse("共{次数|汉}次{?，{{其中}}{场次}场}。").gist(), "共…次，{其中}…场。");
}

#[test]
fn a_token_gets_another_name_wherever_it_stands_and_the_rest_stays() {
    let renamed = |text: &str| TokenText::parse(text).renamed("次数", "场数").map(|text| text.to_string());
    assert_eq!(
        renamed("共{次数|汉}次{?，其中{次数}场{?（{人次}）}}{{次数"),
        Some("共{场数|汉}次{?，其中{场数}场{?（{人次}）}}{{次数".into())
    );
    assert_eq!(renamed("共{人次}，次数"), None);
}
