//! What a field wants, in a sentence or two, with examples.

use super::Field;
use crate::lang::Lang;
use crate::model::FieldType;

/// What the field wants: its own help first, then what values of its sort look like.
pub fn help(field: &Field, lang: Lang) -> Vec<String> {
    let own = field.help(lang);
    let mut said: Vec<String> = Vec::new();
    if !own.is_empty() {
        said.push(own.into());
    }
    if let Field::Own(spec) = field {
        said.push(sort(&spec.holds, lang));
    }
    if field.is_required() && !matches!(field, Field::Name(_)) {
        said.push(lang.form_required_help().into());
    }
    said
}

/// What values of a sort look like.
fn sort(holds: &FieldType, lang: Lang) -> String {
    match holds {
        FieldType::Text => lang.help_text().into(),
        FieldType::Lines => lang.help_lines().into(),
        FieldType::Texts => lang.help_texts().into(),
        FieldType::Amount { unit } => lang.help_amount(unit),
        FieldType::When => lang.help_when().into(),
        FieldType::Choice { .. } => lang.help_choice().into(),
        FieldType::Entry { .. } => lang.help_entry().into(),
        FieldType::Entries { .. } => lang.help_entries().into(),
        FieldType::Flag => lang.help_flag().into(),
        FieldType::Item => lang.help_item().into(),
    }
}
