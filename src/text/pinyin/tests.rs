//! What finds what: 汉字, 拼音, initials, subsequences.

use super::*;

fn finds(query: &str, text: &str) -> bool {
    Query::new(query).score(text).is_some()
}

fn ranked<'a>(query: &str, texts: &[&'a str]) -> Vec<&'a str> {
    let query = Query::new(query);
    let mut found: Vec<_> = texts.iter().filter_map(|text| Some((query.score(text)?, *text))).collect();
    found.sort_by_key(|&(score, _)| std::cmp::Reverse(score));
    found.into_iter().map(|(_, text)| text).collect()
}

#[test]
fn every_reading_of_a_character_is_found() {
    for query in ["zq", "cq", "chongqing", "zhongqing", "chongq", "重q"] {
        assert!(finds(query, "重庆"), "{query}");
    }
    assert!(finds("yh", "中国银行"));
    assert!(finds("yinhang", "中国银行"));
    assert!(finds("cj", "长江") && finds("zj", "长江"));
    assert!(!finds("xq", "重庆"));
}

#[test]
fn width_and_case_of_letters_do_not_matter() {
    assert!(finds("ＷＹＹＣ", "文艺演出进社区"));
    assert!(finds("WeChat", "wechat公众号"));
    assert!(finds("wechat", "ＷｅＣｈａｔ公众号"));
}

#[test]
fn characters_in_order_are_found_last() {
    assert!(finds("文进社", "文艺演出进社区"));
    assert!(!finds("社进文", "文艺演出进社区"));
    assert!(!finds("12", "1月2日"));
}

#[test]
fn closer_matches_come_first() {
    assert_eq!(
        ranked("学习", &["学理论习", "中心组学习", "学习强国平台", "学习", "学习强国"]),
        ["学习", "学习强国", "学习强国平台", "中心组学习", "学理论习"]
    );
    assert_eq!(
        ranked("xuexi", &["中心组学习", "学习强国", "xuexi", "学习"]),
        ["xuexi", "学习", "学习强国", "中心组学习"]
    );
    assert_eq!(ranked("xx", &["中心组学习", "学习强国", "学习", "会议"]), ["学习", "学习强国", "中心组学习"]);
}

#[test]
fn a_text_made_ready_is_found_as_any_other() {
    for text in ["重庆晚报", "ＷｅＣｈａｔ公众号", "中心组学习", "1月2日", ""] {
        for typed in ["", "cq", "zhong", "重", "wechat", "公号", "xx 中", "1", "月日", "z1"] {
            let query = Query::new(typed);
            assert_eq!(query.score_of(&Findable::new(text)), query.score(text), "{typed} {text}");
        }
    }
}

#[test]
fn names_of_one_sound_are_alike() {
    for (one, other) in [("新华网", "欣华网"), ("重庆", "崇庆"), ("长青社区", "常青社区"), ("A社", "Ａ社")]
    {
        assert!(sounds_like(one, other), "{one} {other}");
    }
    assert!(!sounds_like("新华网", "新华社") && !sounds_like("新华", "新华网") && !sounds_like("a", "b"));
}

#[test]
fn all_words_are_to_be_found() {
    assert!(finds("zxz 学习", "中心组学习"));
    assert!(!finds("zxz 会议", "中心组学习"));
    assert_eq!(Query::new("").score("甲"), Query::new(" ").score("乙丙"));
}

#[test]
fn to_be_in_a_text_is_to_have_a_score_there() {
    for query in ["c", "cq", "zhongq", "重q", "银", "中行", "q", "v", "zgyh", "中国 yh", ""] {
        for text in ["重庆", "中国银行", "QQ空间", "长江", ""] {
            let query = Query::new(query);
            assert_eq!(query.is_in(text), query.score(text).is_some(), "{query:?} {text}");
        }
    }
}

#[test]
fn spelled_names_sort_as_people_look_them_up() {
    let mut names = ["中学", "安庆", "B站", "白沙", "阿里", "2022年"];
    names.sort_by_key(|name| spelling(name));
    assert_eq!(names, ["2022年", "阿里", "安庆", "白沙", "B站", "中学"]);
    assert!(spelling("西安") < spelling("先"));
}

#[test]
fn the_quick_look_misses_no_reading() {
    let mixed = PinyinNotation::Ascii | PinyinNotation::AsciiFirstLetter;
    for letter in 'a'..='z' {
        let matcher = matcher(&letter.to_string(), mixed);
        for c in HAN.step_by(7) {
            assert_eq!(matcher.is_match(c.to_string().as_str()), may_begin(letter, c), "{letter} {c}");
        }
    }
}
