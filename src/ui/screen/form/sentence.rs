//! The sentence of the item in a form: edited where figures are live, asked about where a number was typed.

use super::FormScreen;
use crate::ui::numbers;
use crate::ui::outcome::Outcome;
use crate::ui::scene::Scene;
use crate::ui::screen::writer::WriterScreen;

impl FormScreen {
    /// Opens the large editor of a long text; of a sentence, the one that knows figures.
    pub(super) fn choices(&mut self, scene: &Scene) -> Outcome {
        if self.form.sentence() == Some(self.form.at()) {
            self.form.settle(scene.session);
            let writer = |item| Outcome::open(WriterScreen::form(item, scene).knowing(&self.asked));
            return self.form.item().map_or(Outcome::Stay, writer);
        }
        self.large = self.form.row().field.is_long();
        Outcome::Stay
    }

    /// Asks about a number that was typed into the item's sentence, where it is edited; none: there is nothing to ask,
    /// or the sentence is not what is left.
    pub(super) fn ask_number(&mut self, left: Option<usize>, scene: &Scene) -> Option<Outcome> {
        let at = self.form.sentence().filter(|at| left.is_none_or(|left| left == *at))?;
        let typed = numbers::numbers(self.form.field(at), scene.session);
        if numbers::unasked(typed, &self.asked).is_empty() {
            return None;
        }
        self.form.go_to(at, scene.session);
        self.form.settle(scene.session);
        let item = self.form.item()?;
        Some(WriterScreen::form(item, scene).asking(&self.asked, scene))
    }
}
