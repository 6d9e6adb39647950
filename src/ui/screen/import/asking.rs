//! What the import asks a layer above for: a file, a sheet, a matter, the field of a column.

use std::path::{Path, PathBuf};

use super::ImportScreen;
use super::files::{self, Pick};
use crate::entry::CommonField;
use crate::id::MatterId;
use crate::session::Role;
use crate::ui::ask::Ask;
use crate::ui::choose::{Choice, Choose};
use crate::ui::outcome::{Answer, Outcome};
use crate::ui::scene::Scene;

/// What a layer above is asked for.
#[derive(Debug)]
pub(super) enum Asked {
    Nothing,
    /// The folder that is looked into, and what it offers.
    File(PathBuf, Vec<Pick>),
    Path,
    Sheet,
    Matter(Vec<Option<MatterId>>),
    Column(String, Vec<Role>),
}

impl ImportScreen {
    /// Asks for a file of a folder, or of the nearest one above it that there is.
    pub(super) fn ask_file(&mut self, folder: &Path, scene: &Scene) -> Outcome {
        let found = folder.ancestors().find_map(|folder| scene.session.shelf(folder).ok());
        let Some(found) = found else { return self.ask_path(scene) };
        let (choose, picks) = files::choose(&found, scene);
        self.asked = Asked::File(found.folder, picks);
        Outcome::open(choose)
    }

    fn ask_path(&mut self, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        let begun = self.path.as_ref().map(|path| path.display().to_string()).unwrap_or_default();
        self.asked = Asked::Path;
        Outcome::open(Ask::new(lang.import_ask_path(), lang.import_ask_path_help(), &begun))
    }

    /// Asks for a sheet of the workbook.
    pub(super) fn ask_sheet(&mut self, scene: &Scene) -> Outcome {
        let sheets = self.book.as_ref().map(|book| book.sheets.clone()).unwrap_or_default();
        self.asked = Asked::Sheet;
        Outcome::open(Choose::new(scene.look.lang.import_ask_sheet(), sheets.into_iter().map(Choice::new).collect()))
    }

    /// Asks what the rows are records of.
    pub(super) fn ask_matter(&mut self, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        let matters = &scene.session.template().matters;
        let choices = matters.iter().map(|matter| Choice::with(&matter.name, matter.id.as_str()));
        let by_column = Choice::new(lang.import_by_column());
        self.asked = Asked::Matter(matters.iter().map(|matter| Some(matter.id.clone())).chain([None]).collect());
        Outcome::open(Choose::new(lang.import_ask_matter(), choices.chain([by_column]).collect()))
    }

    /// Asks which field a column is.
    pub(super) fn ask_column(&mut self, at: usize, scene: &Scene) -> Outcome {
        let Some(plan) = &self.plan else { return Outcome::Stay };
        let (lang, column) = (scene.look.lang, &plan.columns[at]);
        let Some(kind) = scene.session.template().kind(&plan.kind) else { return Outcome::Stay };
        let (first, rest) = CommonField::ALL.split_at(2);
        let common = |fields: &[CommonField]| fields.iter().map(|field| field.id().to_owned()).collect::<Vec<_>>();
        let own = kind.fields.iter().map(|spec| spec.id.to_string());
        let fields = common(first).into_iter().chain(own).chain(common(rest)).map(Role::Field);
        let roles: Vec<Role> = fields.chain([Role::Matter, Role::Ignored]).collect();
        let holder = |role: &Role| plan.columns.iter().find(|one| one.role == *role && *role != Role::Ignored);
        let choice = |role: &Role| {
            let held = holder(role).map(|one| lang.import_held_by(&one.heading)).unwrap_or_default();
            Choice::with(scene.session.role_name(role, &plan.kind, lang), held)
        };
        let now = roles.iter().position(|role| *role == column.role).unwrap_or(0);
        let choose = Choose::new(lang.import_ask_column(&column.heading), roles.iter().map(choice).collect()).on(now);
        self.asked = Asked::Column(column.heading.clone(), roles);
        Outcome::open(choose)
    }

    /// Follows the choice of a file.
    fn picked(&mut self, pick: Option<Pick>, scene: &Scene) -> Outcome {
        match pick {
            Some(Pick::Folder(folder)) => return self.ask_file(&folder, scene),
            Some(Pick::Typed) => return self.ask_path(scene),
            Some(Pick::File(path)) => self.turn_to(path, scene),
            None => {}
        }
        Outcome::Stay
    }

    /// Follows a path that was typed, which lies in `folder` when it is no whole one.
    fn take_path(&mut self, typed: &str, folder: &Path, scene: &Scene) -> Outcome {
        let path = files::path(typed, folder);
        let is_folder = scene.session.shelf(&path).is_ok();
        self.picked(Some(if is_folder { Pick::Folder(path) } else { Pick::File(path) }), scene)
    }

    /// Takes what a layer above was asked for.
    pub(super) fn hear_answer(&mut self, answer: Answer, scene: &Scene) -> Outcome {
        match (std::mem::replace(&mut self.asked, Asked::Nothing), answer) {
            (Asked::File(_, picks), Answer::Chosen(at)) => return self.picked(picks.into_iter().nth(at), scene),
            (Asked::File(folder, _), Answer::Typed(typed)) => return self.take_path(&typed, &folder, scene),
            (Asked::Path, Answer::Typed(typed)) if !typed.is_empty() => {
                return self.take_path(&typed, &scene.session.folder(), scene);
            }
            (Asked::Sheet, Answer::Chosen(at)) => {
                self.sheet = self.book.take().and_then(|book| book.sheets.get(at).cloned());
            }
            (Asked::Matter(matters), Answer::Chosen(at)) => self.matter = matters.into_iter().nth(at).flatten(),
            (Asked::Column(heading, roles), Answer::Chosen(at)) => {
                self.chosen.retain(|(known, _)| *known != heading);
                self.chosen.extend(roles.into_iter().nth(at).map(|role| (heading, role)));
            }
            _ => return Outcome::Stay,
        }
        self.try_out(scene);
        Outcome::Stay
    }
}
