//! Lists as they print: A、B以及C等; 《A》《B》和《C》; each with its date.

use super::bits::{Bit, text_of};
use super::shape::Shape;
use super::tidy::{inner, is_within};
use crate::token::Format;

/// A member of a list, its words woven.
pub(super) struct Member {
    /// What it prints.
    pub(super) bits: Vec<Bit>,
    /// Its date as it prints, for 逐.
    pub(super) date: Option<String>,
}

/// Prints a list. Fails with the format that does not fit.
pub(super) fn list_text(mut members: Vec<Member>, shape: &Shape) -> Result<Vec<Bit>, Format> {
    let of_dates = shape.of_dates().filter(|_| shape.list != Some(Format::Each));
    if let Some(format) = shape.of_numbers().or(shape.unit.then_some(Format::Unit)).or(of_dates) {
        return Err(format);
    }
    let all = members.len();
    members.truncate(shape.first.map_or(all, usize::from));
    let is_cut = members.len() < all;
    let bits = match shape.list {
        Some(Format::Titles) => titles(members, is_cut),
        Some(Format::Each) => between(&members.into_iter().map(dated).collect::<Vec<_>>(), "；"),
        Some(_) if !is_cut => enumerated(members),
        _ => between(&members.into_iter().map(|member| member.bits).collect::<Vec<_>>(), "、"),
    };
    Ok(if is_cut { [bits, vec![Bit::words("等")]].concat() } else { bits })
}

/// A、B以及C等.
fn enumerated(members: Vec<Member>) -> Vec<Bit> {
    let mut words: Vec<Vec<Bit>> = members.into_iter().map(|member| member.bits).collect();
    let Some(last) = words.pop() else { return Vec::new() };
    if words.is_empty() {
        return last;
    }
    [between(&words, "、"), vec![Bit::words("以及")], last, vec![Bit::words("等")]].concat()
}

/// 《A》《B》和《C》.
fn titles(members: Vec<Member>, is_cut: bool) -> Vec<Bit> {
    let mut words: Vec<Vec<Bit>> = members.into_iter().map(|member| titled(member.bits)).collect();
    match words.pop() {
        Some(last) if is_cut || words.is_empty() => [words.concat(), last].concat(),
        Some(last) => [words.concat(), vec![Bit::words("和")], last].concat(),
        None => Vec::new(),
    }
}

/// The words in 《》, unless they have them.
pub(super) fn titled(mut bits: Vec<Bit>) -> Vec<Bit> {
    if is_within(&text_of(&bits), '《', '》') {
        return bits;
    }
    for bit in &mut bits {
        bit.text = inner(&bit.text, '《').into_owned();
    }
    [vec![Bit::words("《")], bits, vec![Bit::words("》")]].concat()
}

fn dated(member: Member) -> Vec<Bit> {
    [member.date.map(Bit::words).into_iter().collect(), member.bits].concat()
}

/// Members with a sign between them; two in quotation marks or 《》 need no 、 (GB/T 15834-2011, 4.5.3.5).
fn between(words: &[Vec<Bit>], sign: &str) -> Vec<Bit> {
    let mut said: Vec<Bit> = Vec::new();
    for member in words {
        let meet = sign == "、" && text_of(&said).ends_with(['”', '》']) && text_of(member).starts_with(['“', '《']);
        if !said.is_empty() && !meet {
            said.push(Bit::words(sign));
        }
        said.extend_from_slice(member);
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(names: &[&str], formats: &[Format]) -> String {
        let member = |name: &&str| Member { bits: vec![Bit::words(*name)], date: Some("3月25日".into()) };
        let members = names.iter().map(member).collect();
        text_of(&list_text(members, &Shape::new(formats, "")).expect("it fits"))
    }

    #[test]
    fn members_are_enumerated() {
        assert_eq!(text(&["甲", "乙", "丙"], &[Format::List]), "甲、乙以及丙等");
        assert_eq!(text(&["甲"], &[Format::List]), "甲");
        assert_eq!(text(&["“甲”", "“乙”", "《丙》", "丁"], &[Format::List]), "“甲”“乙”《丙》以及丁等");
        assert_eq!(text(&["甲", "乙"], &[]), "甲、乙");
    }

    #[test]
    fn titles_stand_in_brackets_once() {
        assert_eq!(text(&["甲", "《乙》", "丙"], &[Format::Titles]), "《甲》《乙》和《丙》");
        assert_eq!(text(&["甲"], &[Format::Titles]), "《甲》");
        assert_eq!(text(&["关于印发《乙》的通知"], &[Format::Titles]), "《关于印发〈乙〉的通知》");
    }

    #[test]
    fn a_cut_list_ends_in_and_so_on() {
        assert_eq!(text(&["甲", "乙", "丙"], &[Format::List, Format::First(2)]), "甲、乙等");
        assert_eq!(text(&["甲", "乙", "丙"], &[Format::Titles, Format::First(2)]), "《甲》《乙》等");
        assert_eq!(text(&["甲", "乙"], &[Format::List, Format::First(5)]), "甲以及乙等");
    }

    #[test]
    fn each_stands_with_its_date() {
        assert_eq!(text(&["学习会", "读书班"], &[Format::Each]), "3月25日学习会；3月25日读书班");
    }

    #[test]
    fn a_number_format_does_not_fit_a_list() {
        assert_eq!(list_text(Vec::new(), &Shape::new(&[Format::About], "")).err(), Some(Format::About));
    }
}
