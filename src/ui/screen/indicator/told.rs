//! A definition in words, a line for each of its parts: nobody sees a formula.

use crate::entry::{CommonField, flag_name};
use crate::id::{FieldId, MatterId};
use crate::model::{
    Condition, FieldSpec, FieldType, Indicator, Kind, Measure, Operand, Status, Template, Test, Window,
};
use crate::query;
use crate::text::ordinal_han;
use crate::ui::scene::Scene;

/// The register that an item's 单位 is an entry of.
const UNITS: &str = "units";

/// The kinds that an indicator looks at.
pub(super) fn kinds<'a>(indicator: &Indicator, template: &'a Template) -> Vec<&'a Kind> {
    let of_matters = indicator.matters.iter().filter_map(|id| template.matter(id)).map(|matter| &matter.kind);
    let named: Vec<_> =
        if indicator.kinds.is_empty() { of_matters.collect() } else { indicator.kinds.iter().collect() };
    template.kinds.iter().filter(|kind| named.is_empty() || named.contains(&&kind.id)).collect()
}

/// The fields of the items that an indicator looks at, each once.
pub(super) fn fields<'a>(indicator: &Indicator, template: &'a Template) -> Vec<&'a FieldSpec> {
    let mut found: Vec<&FieldSpec> = Vec::new();
    for spec in kinds(indicator, template).into_iter().flat_map(|kind| &kind.fields) {
        if found.iter().all(|known| known.id != spec.id) {
            found.push(spec);
        }
    }
    found
}

/// Those that hold numbers.
pub(super) fn numbers<'a>(indicator: &Indicator, template: &'a Template) -> Vec<&'a FieldSpec> {
    let mut fields = fields(indicator, template);
    fields.retain(|spec| matches!(spec.holds, FieldType::Amount { .. }));
    fields
}

/// The field of an operand: of a register's entries where these are listed, else of the items.
pub(super) fn spec<'a>(operand: &Operand, indicator: &Indicator, template: &'a Template) -> Option<&'a FieldSpec> {
    match (operand, &indicator.measure) {
        (Operand::Field(id), Measure::Entries(register)) => template.register(register)?.field(id),
        (Operand::Field(id), _) => field(id, indicator, template),
        (Operand::Attribute(of, id), _) => {
            template.register(&register_of(of, indicator, template)?.parse().ok()?)?.field(id)
        }
        _ => None,
    }
}

/// The register whose entries a field of an item names.
pub(super) fn register_of<'a>(id: &FieldId, indicator: &Indicator, template: &'a Template) -> Option<&'a str> {
    match &field(id, indicator, template).map(|spec| &spec.holds) {
        Some(FieldType::Entry { register } | FieldType::Entries { register }) => Some(register.as_str()),
        None if id.as_str() == CommonField::Unit.id() => Some(UNITS),
        _ => None,
    }
}

/// A field of the kinds that are looked at, else of any: what is called by one id has not one name everywhere.
fn field<'a>(id: &FieldId, indicator: &Indicator, template: &'a Template) -> Option<&'a FieldSpec> {
    let own = kinds(indicator, template).into_iter().find_map(|kind| kind.field(id));
    own.or_else(|| template.kinds.iter().find_map(|kind| kind.field(id)))
}

/// What a field is called.
fn field_name(id: &FieldId, indicator: &Indicator, template: &Template) -> String {
    field(id, indicator, template).map_or_else(|| id.to_string(), |spec| spec.name.clone())
}

/// What an operand is called.
pub(super) fn operand(operand: &Operand, indicator: &Indicator, scene: &Scene) -> String {
    let (template, lang) = (scene.session.template(), scene.look.lang);
    let own = spec(operand, indicator, template).map(|spec| spec.name.clone());
    match operand {
        Operand::Attribute(of, id) => {
            let of = CommonField::named(of.as_str())
                .map_or_else(|| field_name(of, indicator, template), |one| one.name(lang).into());
            format!("{of}·{}", own.unwrap_or_else(|| id.to_string()))
        }
        Operand::Field(id) => own.unwrap_or_else(|| id.to_string()),
        _ => CommonField::named(operand.field()).map_or_else(String::new, |field| field.name(lang).into()),
    }
}

/// What is measured.
pub(super) fn measure(indicator: &Indicator, scene: &Scene) -> String {
    let (template, lang) = (scene.session.template(), scene.look.lang);
    let name = |id: &FieldId| field_name(id, indicator, template);
    let register = |id| template.register(id).map_or_else(|| format!("{id}"), |one| one.name.clone());
    match &indicator.measure {
        Measure::Count => lang.indicator_count().into(),
        Measure::Sum(field) => lang.indicator_sum(&name(field)),
        Measure::Latest(field) => lang.indicator_latest(&name(field)),
        Measure::Mean(field) => lang.indicator_mean(&name(field)),
        Measure::Max(field) => lang.indicator_max(&name(field)),
        Measure::Min(field) => lang.indicator_min(&name(field)),
        Measure::Returns => lang.indicator_returns().into(),
        Measure::Fixed { value, basis } => {
            let value = value.as_ref().map_or_else(|| "**".into(), ToString::to_string);
            lang.indicator_fixed(&value, basis)
        }
        Measure::List(of) => lang.indicator_list(&operand(of, indicator, scene)),
        Measure::Entries(id) => lang.indicator_entries(&register(id)),
        Measure::Coverage { roster, by } => lang.indicator_coverage(&register(roster), &operand(by, indicator, scene)),
        Measure::Share { part, whole } => lang.indicator_share(part.as_str(), whole.as_str()),
    }
}

/// Of which matters.
pub(super) fn which(indicator: &Indicator, scene: &Scene) -> String {
    let (template, lang) = (scene.session.template(), scene.look.lang);
    if !looks_at_items(indicator) {
        return lang.indicator_not_items().into();
    }
    let Indicator { matters, kinds, .. } = indicator;
    let whole = template.sections.iter().find(|section| {
        let own: Vec<&MatterId> =
            template.matters.iter().filter(|one| one.section == section.id).map(|one| &one.id).collect();
        own.len() > 1 && own.len() == matters.len() && own.iter().all(|id| matters.contains(id))
    });
    let mut names: Vec<String> = match whole {
        Some(section) => vec![lang.indicator_all_of(&section.name)],
        None => matters
            .iter()
            .map(|id| template.matter(id).map_or_else(|| id.to_string(), |one| one.name.clone()))
            .collect(),
    };
    names.extend(
        kinds.iter().map(|id| lang.indicator_of_kind(template.kind(id).map_or(id.as_str(), |kind| kind.name.as_str()))),
    );
    match names.as_slice() {
        [] => lang.indicator_any().into(),
        [only] => only.clone(),
        several => lang.indicator_several(several.len(), &several.join(lang.between())),
    }
}

/// Whether the figure is taken from items.
pub(super) const fn looks_at_items(indicator: &Indicator) -> bool {
    !matches!(indicator.measure, Measure::Entries(_) | Measure::Fixed { .. } | Measure::Share { .. })
}

/// All conditions.
pub(super) fn conditions(indicator: &Indicator, scene: &Scene) -> String {
    let lang = scene.look.lang;
    if indicator.conditions.is_empty() {
        return lang.indicator_none().into();
    }
    let said: Vec<String> = indicator.conditions.iter().map(|one| condition(one, indicator, scene)).collect();
    said.join(lang.indicator_and())
}

/// One condition.
pub(super) fn condition(condition: &Condition, indicator: &Indicator, scene: &Scene) -> String {
    let lang = scene.look.lang;
    let name = operand(&condition.field, indicator, scene);
    let joined = |words: &[String]| {
        let words: Vec<String> = words.iter().map(|one| word(one, &condition.field, indicator, scene)).collect();
        words.join(lang.indicator_or())
    };
    match &condition.test {
        Test::Is(words) => lang.indicator_is(&name, &joined(words)),
        Test::Not(words) => lang.indicator_is_not(&name, &joined(words)),
        Test::Given(true) => lang.indicator_is_given(&name),
        Test::Given(false) => lang.indicator_is_missing(&name),
        Test::AtLeast(least) => lang.indicator_is_least(&name, &least.to_string()),
    }
}

/// A word of a condition, as people know it.
pub(super) fn word(word: &str, of: &Operand, indicator: &Indicator, scene: &Scene) -> String {
    let session = scene.session;
    if let Ok(flag) = word.parse::<bool>() {
        return flag_name(flag).into();
    }
    if *of == Operand::Status {
        let status = serde_json::from_value::<Status>(word.into());
        return status.map_or_else(|_| word.into(), |status| query::status_text(status, scene.look.lang).into());
    }
    let entry = word.parse().ok().and_then(|id| session.ledger().entry(id));
    let choice = match spec(of, indicator, session.template()).map(|spec| &spec.holds) {
        Some(FieldType::Choice { choices }) => choices.iter().find(|choice| choice.id.as_str() == word),
        _ => None,
    };
    entry.map(|entry| entry.label.clone()).or_else(|| choice.map(|one| one.name.clone())).unwrap_or_else(|| word.into())
}

/// Over which stretch.
pub(super) fn window(window: &Window, scene: &Scene) -> String {
    let lang = scene.look.lang;
    match window {
        Window::Whole => lang.indicator_whole_window().into(),
        Window::FromMonth(month) => lang.indicator_from_month(*month),
        Window::Months(1, 6) => lang.indicator_first_half().into(),
        Window::Months(7, 12) => lang.indicator_second_half().into(),
        Window::Months(from, to) if from == to => lang.indicator_month(*from),
        Window::Months(from, to) if from % 3 == 1 && *to == from + 2 => {
            lang.indicator_quarter(&ordinal_han((to / 3).into()))
        }
        Window::Months(from, to) => lang.indicator_months(*from, *to),
        Window::Within(when) => when.print(scene.session.year()),
    }
}
