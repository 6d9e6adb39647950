//! Settings: the office's names, who is typing, where files go.

mod profiles;
mod view;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use serde_json::{Map, Value};

use crate::command::{Command, Context};
use crate::document::{FigureSource, Run, Source};
use crate::id::SettingId;
use crate::session::{BACKUPS, CLERK, FOLDER, PHONE, PROFILE, Reward, SessionError, default_folder};
use crate::ui::help::HelpScreen;
use crate::ui::layers::Screen;
use crate::ui::outcome::{Answer, Input, Outcome, Question};
use crate::ui::reward;
use crate::ui::scene::Scene;
use crate::ui::widget::{TextField, Typed};
use profiles::Profiles;

/// What is typed here is kept under this name until it is saved.
pub const DRAFT: &str = "settings";

/// The settings on the screen, a field each.
#[derive(Debug)]
pub struct SettingsScreen {
    rows: Vec<Row>,
    at: usize,
    top: usize,
    profiles: Profiles,
    /// The last thing done was to change a page set-up: undo takes that back.
    undoable: bool,
}

/// A setting and what stands typed for it.
#[derive(Debug)]
struct Row {
    id: SettingId,
    name: String,
    help: String,
    field: TextField,
    begun: String,
    /// What stands there while it is empty.
    empty: String,
}

impl SettingsScreen {
    /// All settings.
    pub fn new(scene: &Scene) -> Self {
        let mut rows: Vec<Row> = scene.session.setting_ids().into_iter().map(|id| row(id, scene)).collect();
        if let Some(first) = rows.first_mut() {
            first.field.enter();
        }
        Self { rows, at: 0, top: 0, profiles: Profiles::default(), undoable: false }
    }

    /// The settings with the cursor on one of them.
    pub fn at(id: &SettingId, scene: &Scene) -> Self {
        let mut screen = Self::new(scene);
        let at = screen.rows.iter().position(|row| row.id == *id);
        screen.go_to(at.unwrap_or(0));
        screen
    }

    fn go_to(&mut self, to: usize) {
        self.rows[self.at].field.leave();
        self.at = to.min(self.rows.len() - 1);
        self.rows[self.at].field.enter();
    }

    fn command(&mut self, command: Command, scene: &Scene) -> Outcome {
        let field = &mut self.rows[self.at].field;
        if field.update(&Input::Command(command), &scene.look.clipboard) != Typed::Passed {
            return Outcome::Stay;
        }
        match command {
            Command::Accept | Command::NextField | Command::Down => self.go_to(self.at + 1),
            Command::PreviousField | Command::Up => self.go_to(self.at.saturating_sub(1)),
            Command::SaveAndClose => return self.save(false, scene),
            Command::Back => return self.save(true, scene),
            Command::Help => return self.help(scene),
            Command::Choices if self.is_on_profile() => return self.offer_profiles(scene),
            Command::Undo | Command::Redo if !self.undoable => {}
            _ => return Outcome::Pass,
        }
        Outcome::Stay
    }

    /// Whether the cursor stands on the page set-up.
    fn is_on_profile(&self) -> bool {
        self.rows[self.at].id.as_str() == PROFILE
    }

    /// What stands typed and is not what is set.
    fn changed(&self) -> impl Iterator<Item = (&str, &str)> {
        let changed = self.rows.iter().filter(|row| row.field.text().trim() != row.begun);
        changed.map(|row| (row.id.as_str(), row.field.text()))
    }

    /// Saves what was changed; leaving saves too, as nothing typed is ever lost.
    fn save(&self, leaving: bool, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        let values: Vec<(&str, &str)> = self.changed().collect();
        if values.is_empty() {
            return Outcome::Do(vec![no_draft(), Outcome::Close]);
        }
        let change = scene.session.set(&values);
        match if leaving && scene.session.is_reader() { Err(SessionError::ReadOnly) } else { change } {
            Ok(change) => Outcome::apply(change),
            Err(error) if leaving => Outcome::Confirm(Box::new(Question {
                text: lang.settings_refused(&error.text(lang)),
                yes: lang.settings_leave().into(),
                then: Outcome::Do(vec![no_draft(), Outcome::Close]),
            })),
            Err(error) => Outcome::Tell(lang.with_hint(&error.text(lang), &error.hint(lang))),
        }
    }

    fn help(&self, scene: &Scene) -> Outcome {
        let row = &self.rows[self.at];
        let said = vec![scene.look.lang.help_about(&row.name, &row.help)];
        Outcome::open(HelpScreen::new(self.context(), said, scene.look))
    }
}

/// Lets what was kept go.
fn no_draft() -> Outcome {
    Outcome::Draft(DRAFT.into(), None)
}

fn row(id: SettingId, scene: &Scene) -> Row {
    let lang = scene.look.lang;
    let setting = scene.session.template().setting(&id);
    let profiles = lang.settings_profile_help(&scene.session.ledger().profile_names(lang).join(" "));
    let (name, help) = match (setting, id.as_str()) {
        (Some(setting), _) => (setting.name.as_str(), setting.help.as_str()),
        (None, CLERK) => (lang.settings_clerk(), lang.settings_clerk_help()),
        (None, PHONE) => (lang.settings_phone(), lang.settings_phone_help()),
        (None, FOLDER) => (lang.settings_folder(), lang.settings_folder_help()),
        (None, PROFILE) => (lang.settings_profile(), profiles.as_str()),
        (None, BACKUPS) => (lang.settings_backups(), lang.settings_backups_help()),
        (None, other) => (other, ""),
    };
    let begun = scene.session.setting(id.as_str()).unwrap_or_default().to_string();
    let empty = match id.as_str() {
        FOLDER => lang.settings_folder_open(&default_folder().display().to_string()),
        _ if is_printed(&id, scene) => lang.settings_open().into(),
        _ => lang.settings_unset().into(),
    };
    let typed = scene.session.draft(DRAFT).and_then(|draft| draft.get(id.as_str())?.as_str().map(String::from));
    let field = TextField::single(typed.as_deref().unwrap_or(&begun));
    Row { name: name.into(), help: help.into(), field, begun, empty, id }
}

/// Whether the report has a place for a setting.
fn is_printed(id: &SettingId, scene: &Scene) -> bool {
    let is_place =
        |run: &Run| matches!(&run.source, Source::Token { figure: FigureSource::Setting(one), .. } if one == id);
    scene.session.document().runs().any(is_place)
}

impl Screen for SettingsScreen {
    fn context(&self) -> Context {
        Context::Settings
    }

    fn update(&mut self, input: Input, scene: &Scene) -> Outcome {
        self.forget_profile();
        match input {
            Input::Command(command) => self.command(command, scene),
            Input::Text(_) | Input::Paste(_) => {
                self.undoable = false;
                self.rows[self.at].field.update(&input, &scene.look.clipboard);
                Outcome::Stay
            }
        }
    }

    fn arrange(&mut self, area: Rect, scene: &Scene) {
        let room = view::rows(area.height);
        self.top = self.top.clamp((self.at + 1).saturating_sub(room), self.at);
        for row in &mut self.rows {
            row.field.arrange(view::cells(area), 1, scene.look.cells);
        }
    }

    fn view(&self, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Option<Position> {
        view::view(self, buffer, area, scene)
    }

    fn answered(&mut self, answer: Answer, scene: &Scene) -> Outcome {
        self.profile_answered(answer, scene)
    }

    /// Takes over what is set otherwise now, where nothing else stands typed.
    fn refresh(&mut self, scene: &Scene) {
        let now: Vec<Row> = scene.session.setting_ids().into_iter().map(|id| row(id, scene)).collect();
        for (at, now) in now.into_iter().enumerate() {
            let Some(row) = self.rows.get_mut(at).filter(|row| row.id == now.id) else { continue };
            if row.field.text().trim() == row.begun && now.begun != row.begun {
                row.field = TextField::single(&now.begun);
                if at == self.at {
                    row.field.enter();
                }
            }
            (row.begun, row.help) = (now.begun, now.help);
        }
    }

    fn saved(&mut self, saved: &Reward, scene: &Scene) -> Outcome {
        if let Some(next) = self.profile_saved(scene) {
            return next;
        }
        let line = reward::line(scene.look.lang.settings_saved(), saved, scene);
        Outcome::Do(vec![no_draft(), Outcome::close_and_tell(line)])
    }

    fn draft(&self) -> Option<(String, Option<Value>)> {
        let typed: Map<String, Value> = self.changed().map(|(id, text)| (id.into(), text.into())).collect();
        Some((DRAFT.into(), (!typed.is_empty()).then_some(Value::Object(typed))))
    }
}
