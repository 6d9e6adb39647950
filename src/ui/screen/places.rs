//! Where commands lead that mean the same on every screen that is not typed into.

use super::checks::ChecksScreen;
use super::editions::EditionsScreen;
use super::form::FormScreen;
use super::import::ImportScreen;
use super::list::{ListScreen, Subject};
use super::menu::MenuScreen;
use super::outline::OutlineScreen;
use super::picker::PickerScreen;
use super::registers::RegistersScreen;
use super::report::ReportScreen;
use super::returns::ReturnsScreen;
use super::settings::SettingsScreen;
use super::work;
use crate::check::{Finding, Place};
use crate::command::Command;
use crate::id::IndicatorId;
use crate::model::Variant;
use crate::ui::outcome::Outcome;
use crate::ui::scene::Scene;

/// Opens the items behind a figure of the year.
pub fn figure(id: &IndicatorId, scene: &Scene) -> Outcome {
    figure_of(id, &Variant::Whole, scene)
}

/// Opens the items behind a figure of a variant; of a figure that is fixed, which has none, says where it comes from.
pub fn figure_of(id: &IndicatorId, variant: &Variant, scene: &Scene) -> Outcome {
    let Some(basis) = scene.session.basis(id) else {
        return Outcome::open(ListScreen::new(Subject::Figure(id.clone(), variant.clone()), scene));
    };
    let value = scene.session.figure_text(id);
    Outcome::Tell(scene.look.lang.figure_fixed(id.as_str(), &value, basis))
}

/// Opens the place where a finding is mended.
pub fn finding(finding: &Finding, scene: &Scene) -> Outcome {
    let session = scene.session;
    match &finding.place {
        Place::Item { id, field } => {
            let item = session.ledger().items.get(id);
            item.map_or(Outcome::Stay, |item| Outcome::open(FormScreen::edit_at(item, field, scene)))
        }
        Place::Passage(id) => Outcome::open(ReportScreen::at(id, scene)),
        Place::Figure(id) => work::mend(id, &finding.why, scene),
        Place::Ledger(_) => Outcome::Tell(finding.why.hint(scene.look.lang)),
        Place::Kind(_) => Outcome::Tell(scene.look.lang.checks_in_template().into()),
        Place::Entry(id) => {
            let entry = session.ledger().entry(*id);
            entry.map_or(Outcome::Stay, |entry| Outcome::open(FormScreen::edit_entry(entry, scene)))
        }
    }
}

/// Opens the place that a command names; what is no place is passed on.
pub fn go(command: Command, scene: &Scene) -> Outcome {
    match command {
        Command::NewItem => Outcome::open(PickerScreen::new(scene)),
        Command::Grid => Outcome::open(PickerScreen::for_grid(None, scene)),
        Command::Report => Outcome::open(ReportScreen::new(scene)),
        Command::Outline => Outcome::open(OutlineScreen::new(scene)),
        Command::Editions => Outcome::open(EditionsScreen::new(scene)),
        Command::Find => Outcome::open(ListScreen::new(Subject::All, scene)),
        Command::Bin => Outcome::open(ListScreen::new(Subject::Bin, scene)),
        Command::Returns => Outcome::open(ReturnsScreen::new(scene)),
        Command::Registers => Outcome::open(RegistersScreen::new(scene)),
        Command::Checks => Outcome::open(ChecksScreen::new(scene)),
        Command::Settings => Outcome::open(SettingsScreen::new(scene)),
        Command::Import => ImportScreen::open(scene),
        Command::Menu => Outcome::open(MenuScreen::new(scene)),
        Command::Back => Outcome::Close,
        _ => Outcome::Pass,
    }
}
