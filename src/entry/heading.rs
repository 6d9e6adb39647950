//! Headings of tables that others made → the fields they mean.

use super::common::CommonField;
use super::item::Field;
use crate::lang::Lang;
use crate::model::Kind;
use crate::text::fold_heading;

/// Shortest name that is recognized inside a longer heading, in characters.
const SHORTEST: usize = 2;

/// What else the fields that every item has are called in tables.
const ALSO: [(CommonField, &[&str]); 6] = [
    (CommonField::Title, &["名称", "题目", "事由"]),
    (CommonField::When, &["时间", "日期"]),
    (CommonField::Unit, &["部门"]),
    (CommonField::Tags, &["关键词"]),
    (CommonField::Evidence, &["附件", "佐证材料"]),
    (CommonField::Note, &["说明"]),
];

/// How surely a heading means a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Surely {
    /// It ends or begins with the field's name: 参加人数 for 人数.
    Probably,
    /// It is the field's name, id or one of its usual other names.
    Exactly,
}

/// The field of `kind` that a heading means: the one with the longest name in it, the kind's own before the others.
pub fn headed<'a>(heading: &str, kind: &'a Kind) -> Option<(Field<'a>, Surely)> {
    let heading = fold_heading(heading);
    let own = kind.fields.iter().map(|spec| (Field::Own(spec), vec![spec.name.as_str(), spec.id.as_str()]));
    let common = CommonField::ALL.into_iter().map(|field| (Field::Common(field), names(field, kind)));
    let all: Vec<(Field<'a>, Vec<&str>)> = own.chain(common).collect();
    let fits = all.iter().filter_map(|(field, names)| Some((fit(&heading, names)?, *field)));
    let best = fits.rev().max_by_key(|(fit, _)| *fit)?;
    Some((best.1, best.0.0))
}

/// What a field is called; how many an item counts for, also by what its kind is counted in: 场次, 篇.
fn names(field: CommonField, kind: &Kind) -> Vec<&str> {
    let also = ALSO.iter().filter(|(other, _)| *other == field).flat_map(|(_, names)| names.iter().copied());
    let unit = (field == CommonField::Count).then_some(kind.unit.as_str()).filter(|unit| !unit.is_empty());
    [field.name(Lang::Zh), field.name(Lang::En), field.id()].into_iter().chain(also).chain(unit).collect()
}

/// How well the best of `names` fits: how surely, and how much of the heading it is.
fn fit(heading: &str, names: &[&str]) -> Option<(Surely, usize)> {
    let fit = |name: &&str| {
        let name = fold_heading(name);
        let length = name.chars().count();
        match () {
            () if name == heading => Some((Surely::Exactly, length)),
            () if length < SHORTEST || name.is_ascii() => None,
            () if heading.ends_with(&name) || heading.starts_with(&name) => Some((Surely::Probably, length)),
            () => None,
        }
    };
    names.iter().filter_map(fit).max()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind() -> Kind {
        let fields = r#"[{"id":"attendance","name":"人数","type":"amount","unit":"人"},
            {"id":"submitted","name":"报送日","type":"when"},{"id":"place","name":"地点","type":"text"}]"#;
        serde_json::from_str(&format!(
            r#"{{"id":"meeting","name":"会议","unit":"场次","sentence":"","fields":{fields}}}"#
        ))
        .expect("a kind")
    }

    fn found(heading: &str) -> Option<(String, Surely)> {
        headed(heading, &kind()).map(|(field, surely)| (field.id().to_owned(), surely))
    }

    #[test]
    fn a_heading_means_the_field_that_is_called_so() {
        for (heading, id) in [
            ("标题", "title"),
            ("Date", "when"),
            ("名称 *", "title"),
            ("人数（人）", "attendance"),
            ("place", "place"),
            ("时间：", "when"),
            ("场次", "count"),
        ] {
            assert_eq!(found(heading), Some((id.into(), Surely::Exactly)), "{heading}");
        }
    }

    #[test]
    fn a_longer_heading_means_the_longest_name_in_it() {
        for (heading, id) in [
            ("参加人数", "attendance"),
            ("活动时间", "when"),
            ("报送日期", "submitted"),
            ("举办地点（详细）", "place"),
            ("活动名称", "title"),
        ] {
            assert_eq!(found(heading), Some((id.into(), Surely::Probably)), "{heading}");
        }
        assert_eq!(found("序号"), None);
        assert_eq!(found(""), None);
    }
}
