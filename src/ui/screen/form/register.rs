//! Names and their registers: one that is new is put there from a form, and one that looks like another is asked about.

use super::FormScreen;
use crate::model::{Change, Entry};
use crate::ui::form::Unknown;
use crate::ui::outcome::{Outcome, Question};
use crate::ui::scene::Scene;

impl FormScreen {
    /// Asks whether to put a name into its register, and says which it looks like; where the register wants to know
    /// more of it, opens its form.
    pub(super) fn ask_to_register(&mut self, unknown: &Unknown, scene: &Scene) -> Outcome {
        let (session, lang) = (scene.session, scene.look.lang);
        let entry = session.blank_entry(&unknown.register, &unknown.label);
        if !session.missing_entry_fields(&entry).is_empty() {
            return Outcome::open(Self::new_entry(&unknown.register, &unknown.label, scene));
        }
        self.adding = true;
        let ask = lang.form_register_ask(&unknown.label, &unknown.register_name);
        let similar = similar(&entry, scene);
        Outcome::Confirm(Box::new(Question {
            text: if similar.is_empty() { ask } else { lang.form_register_similar(&ask, &similar) },
            yes: lang.form_register_yes().into(),
            then: Outcome::apply(session.keep_entry(&entry)),
        }))
    }

    /// Saves at once, unless the name of an entry is new and looks like another one: then asks first.
    pub(super) fn confirmed(&self, change: Change, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        let Some(entry) = self.form.entry() else { return Outcome::apply(change) };
        let old = scene.session.ledger().entries.get(&entry.id);
        let is_renamed = old.is_none_or(|old| old.label != entry.label);
        let similar = if is_renamed { similar(entry, scene) } else { String::new() };
        if similar.is_empty() {
            return Outcome::apply(change);
        }
        Outcome::Confirm(Box::new(Question {
            text: lang.form_similar(&entry.label, &similar),
            yes: lang.form_similar_yes().into(),
            then: Outcome::apply(change),
        }))
    }
}

/// The labels that the entry's looks like.
fn similar(entry: &Entry, scene: &Scene) -> String {
    let labels: Vec<&str> = scene.session.similar(entry).into_iter().map(|other| other.label.as_str()).collect();
    labels.join(scene.look.lang.between())
}
