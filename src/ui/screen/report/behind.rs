//! What is behind a stretch of the pages: Enter opens the place where it is mended.

use super::ReportScreen;
use crate::document::{FigureSource, Source};
use crate::id::ItemId;
use crate::model::Common;
use crate::ui::outcome::Outcome;
use crate::ui::scene::Scene;
use crate::ui::screen::form::FormScreen;
use crate::ui::screen::registers::EntriesScreen;
use crate::ui::screen::settings::SettingsScreen;
use crate::ui::screen::work;
use crate::ui::screen::writer::Task;

impl ReportScreen {
    /// Opens what is behind the run under the cursor.
    pub(super) fn open(&mut self, scene: &Scene) -> Outcome {
        let (Some(stop), Some(run)) = (self.stop(), self.run()) else {
            return Outcome::Tell(scene.look.lang.report_no_source().into());
        };
        match &run.source {
            Source::Token { figure: FigureSource::Indicator { id, .. }, .. } => {
                let (id, variant) = (id.clone(), self.variant().clone());
                self.asked = None;
                work::behind(&id, &variant, &mut self.asking, scene)
            }
            Source::Token { figure, name, .. } => behind(figure, name, scene),
            // A row of an annex tells of the whole item, its sentence only of the wording.
            Source::Item(id) if stop.block >= self.document.annexes() => form(*id, "", scene),
            Source::Item(id) => form(*id, Common::Wording.name(), scene),
            Source::Passage(..) | Source::Program => self.edit(Task::Words, scene),
        }
    }
}

/// The place where what is no indicator is mended: its item, its setting, its entry.
fn behind(figure: &FigureSource, name: &str, scene: &Scene) -> Outcome {
    match figure {
        FigureSource::Field(id) => form(*id, name, scene),
        FigureSource::Setting(id) => Outcome::open(SettingsScreen::at(id, scene)),
        FigureSource::Entries(ids) => {
            let first = ids.first().and_then(|id| scene.session.ledger().entry(*id));
            first.map_or(Outcome::Stay, |entry| Outcome::open(EntriesScreen::at(entry, scene)))
        }
        FigureSource::Tally(items) => Outcome::Tell(scene.look.lang.report_items(items.len())),
        FigureSource::Calendar => Outcome::Tell(scene.look.lang.report_calendar().into()),
        FigureSource::Indicator { .. } | FigureSource::Unknown => {
            Outcome::Tell(scene.look.lang.report_unknown().into())
        }
    }
}

/// The form of an item, at the field that a token calls so.
fn form(id: ItemId, name: &str, scene: &Scene) -> Outcome {
    let Some(item) = scene.session.ledger().items.get(&id) else { return Outcome::Stay };
    let kind = scene.session.template().kind(&item.card.kind);
    let own = kind.and_then(|kind| kind.field_named(name)).map(|spec| spec.id.as_str());
    let field = own.or_else(|| Common::called(name).map(Common::id)).unwrap_or_default();
    Outcome::open(FormScreen::edit_at(item, field, scene))
}
