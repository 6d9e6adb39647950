//! A register as a table: written into the folder for reports, or read and shown before it is taken.

use super::super::import::typed_path;
use super::EntriesScreen;
use super::actions::{Asked, told};
use crate::model::Register;
use crate::session::{Faulty, RegisterPlan, SessionError};
use crate::ui::ask::Ask;
use crate::ui::outcome::{Outcome, Question};
use crate::ui::scene::Scene;

/// Faults, and names alike, that are told at once.
const TOLD: usize = 3;

impl EntriesScreen {
    /// Writes the register into the folder for reports, and says where.
    pub(super) fn export(&self, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        let written = self.table(scene).and_then(|register| scene.session.write_register(register, lang));
        match written {
            Ok(path) => Outcome::Tell(lang.registers_exported(&path.display().to_string())),
            Err(error) => told(&error, scene),
        }
    }

    /// Asks where the table is.
    pub(super) fn ask_table(&mut self, scene: &Scene) -> Outcome {
        self.ask(scene.look.lang.registers_ask_table_help(), "", scene)
    }

    /// Reads the table at the path that was typed, and asks whether to take it; what would not do is asked again.
    pub(super) fn read_table(&mut self, typed: &str, scene: &Scene) -> Outcome {
        let (session, lang) = (scene.session, scene.look.lang);
        if typed.is_empty() {
            return Outcome::Stay;
        }
        let path = typed_path(typed, &session.folder());
        let read = self.table(scene).and_then(|register| {
            let book = session.load_table(&path, None, &|_| true)?;
            session.register_table(register, &book.table)
        });
        match read {
            Ok(plan) => {
                let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
                ask_to_import(&plan, &name, scene)
            }
            Err(error) => self.ask(&lang.with_hint(&error.text(lang), &error.hint(lang)), typed, scene),
        }
    }

    fn ask(&mut self, said: &str, begun: &str, scene: &Scene) -> Outcome {
        self.asked = Some(Asked::Table);
        Outcome::open(Ask::new(scene.look.lang.registers_ask_table(), said, begun))
    }

    fn table<'a>(&self, scene: &Scene<'a>) -> Result<&'a Register, SessionError> {
        scene.session.register_named(self.register.as_str())
    }
}

/// Asks before the register changes; where rows are faulty, tells the first faults instead.
fn ask_to_import(plan: &RegisterPlan, file: &str, scene: &Scene) -> Outcome {
    let lang = scene.look.lang;
    if !plan.faulty.is_empty() {
        return Outcome::Tell(faults(&plan.faulty, plan.faulty_rows(), scene));
    }
    if plan.is_empty() {
        return Outcome::Tell(lang.register_nothing_new().into());
    }
    let mut text = lang.registers_import_ask(plan.new.len(), plan.changed.len(), plan.same);
    if !plan.doubles.is_empty() {
        text.push_str(&lang.registers_import_doubles(plan.doubles.len()));
    }
    if !plan.alike.is_empty() {
        text.push_str(&lang.registers_import_alike(plan.alike.len(), &plan.alike_text(TOLD, lang)));
    }
    if !plan.ignored.is_empty() {
        text.push_str(&lang.registers_import_ignored(&plan.ignored.join(lang.between())));
    }
    Outcome::Confirm(Box::new(Question {
        text,
        yes: lang.registers_import_yes().into(),
        then: Outcome::apply(scene.session.import_register(plan, file)),
    }))
}

fn faults(faulty: &[Faulty], rows: usize, scene: &Scene) -> String {
    let lang = scene.look.lang;
    let mut lines = vec![lang.table_none_taken(rows)];
    lines.extend(faulty.iter().take(TOLD).map(|one| one.text(lang)));
    if faulty.len() > TOLD {
        lines.push(lang.registers_import_more(faulty.len() - TOLD));
    }
    lines.join("\n")
}
