//! The editions of the year: what was written, when, by whom, where, and what changed since. Enter shows one as it was
//! written; F4 offers what can be done with it.

mod changes;
mod view;

pub use changes::ChangesScreen;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::places;
use super::report::ReportScreen;
use crate::command::{Command, Context};
use crate::lang::Lang;
use crate::model::EditionKey;
use crate::ui::choose::{Choice, Choose};
use crate::ui::layers::Screen;
use crate::ui::outcome::{Answer, Input, Outcome, Question};
use crate::ui::scene::Scene;
use crate::ui::widget::ListCursor;

/// The editions, the newest first.
#[derive(Debug)]
pub struct EditionsScreen {
    rows: Vec<EditionKey>,
    cursor: ListCursor,
    asked: Asked,
}

/// What a popup above was opened for.
#[derive(Debug, Default)]
enum Asked {
    #[default]
    Nothing,
    /// What to do with an edition.
    Deed(EditionKey),
    /// With which of these to compare it.
    Other(EditionKey, Vec<EditionKey>),
}

/// What can be done with an edition, in the order of the digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Deed {
    Read,
    CompareNow,
    CompareOther,
    Freeze,
}

const DEEDS: [Deed; 4] = [Deed::Read, Deed::CompareNow, Deed::CompareOther, Deed::Freeze];

impl EditionsScreen {
    /// All editions of the year.
    pub fn new(scene: &Scene) -> Self {
        let mut screen = Self { rows: Vec::new(), cursor: ListCursor::new(0), asked: Asked::Nothing };
        screen.refresh(scene);
        screen
    }

    fn selected(&self) -> Option<EditionKey> {
        self.rows.get(self.cursor.selected()?).cloned()
    }

    fn command(&mut self, command: Command, scene: &Scene) -> Outcome {
        match (command, self.selected()) {
            (Command::Accept, Some(key)) => read(key, scene),
            (Command::Choices, Some(key)) => {
                let choices = DEEDS.map(|deed| Choice::new(deed.label(scene.look.lang)));
                let title = name(&key, scene.look.lang);
                self.asked = Asked::Deed(key);
                Outcome::open(Choose::new(title, choices.into()))
            }
            (Command::Accept | Command::Choices | Command::Editions, _) => Outcome::Stay,
            _ if self.cursor.update(command) => Outcome::Stay,
            _ => places::go(command, scene),
        }
    }

    fn deed(&mut self, deed: Deed, key: EditionKey, scene: &Scene) -> Outcome {
        match deed {
            Deed::Read => read(key, scene),
            Deed::CompareNow => {
                let changes = scene.session.changes_since(&key);
                let title = scene.look.lang.changes_since_title(&name(&key, scene.look.lang));
                Outcome::open(ChangesScreen::new(title, changes.lines(scene.look.lang), scene))
            }
            Deed::CompareOther => self.ask_other(key, scene),
            Deed::Freeze => freeze(&key, scene),
        }
    }

    fn ask_other(&mut self, key: EditionKey, scene: &Scene) -> Outcome {
        let others = self.rows.iter().filter(|other| other.variant == key.variant && **other != key);
        let others: Vec<EditionKey> = others.cloned().collect();
        let lang = scene.look.lang;
        if others.is_empty() {
            return Outcome::Tell(lang.editions_no_other().into());
        }
        let choices = others.iter().map(|other| Choice::new(name(other, lang))).collect();
        self.asked = Asked::Other(key, others);
        Outcome::open(Choose::new(lang.editions_which(), choices))
    }
}

impl Deed {
    const fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Read => lang.editions_read(),
            Self::CompareNow => lang.editions_compare_now(),
            Self::CompareOther => lang.editions_compare_other(),
            Self::Freeze => lang.editions_freeze(),
        }
    }
}

/// 全年第2稿.
fn name(key: &EditionKey, lang: Lang) -> String {
    lang.edition_name(&key.variant.name(lang), key.number)
}

fn read(key: EditionKey, scene: &Scene) -> Outcome {
    Outcome::open(ReportScreen::edition(key, scene))
}

/// The older of two against the newer.
fn compare(one: &EditionKey, other: &EditionKey, scene: &Scene) -> Outcome {
    let lang = scene.look.lang;
    let (old, new) = if one.number < other.number { (one, other) } else { (other, one) };
    let changes = scene.session.changes_between(old, new);
    let title = lang.changes_between_title(&name(old, lang), &name(new, lang));
    Outcome::open(ChangesScreen::new(title, changes.lines(lang), scene))
}

fn freeze(key: &EditionKey, scene: &Scene) -> Outcome {
    let lang = scene.look.lang;
    match scene.session.freeze(key) {
        Ok(change) => Outcome::Confirm(Box::new(Question {
            text: lang.editions_freeze_question(&name(key, lang)),
            yes: lang.editions_freeze().into(),
            then: Outcome::apply(change),
        })),
        Err(error) => Outcome::Tell(lang.with_hint(&error.text(lang), &error.hint(lang))),
    }
}

impl Screen for EditionsScreen {
    fn context(&self) -> Context {
        Context::List
    }

    fn update(&mut self, input: Input, scene: &Scene) -> Outcome {
        match input {
            Input::Command(command) => self.command(command, scene),
            Input::Text(_) | Input::Paste(_) => Outcome::Stay,
        }
    }

    fn answered(&mut self, answer: Answer, scene: &Scene) -> Outcome {
        let Answer::Chosen(at) = answer else { return Outcome::Stay };
        match std::mem::take(&mut self.asked) {
            Asked::Deed(key) => DEEDS.get(at).map_or(Outcome::Stay, |deed| self.deed(*deed, key, scene)),
            Asked::Other(key, others) => others.get(at).map_or(Outcome::Stay, |other| compare(&key, other, scene)),
            Asked::Nothing => Outcome::Stay,
        }
    }

    fn arrange(&mut self, area: Rect, _scene: &Scene) {
        self.cursor.arrange(view::rows(area.height));
    }

    fn view(&self, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Option<Position> {
        Some(view::view(self, buffer, area, scene))
    }

    fn refresh(&mut self, scene: &Scene) {
        self.rows = scene.session.editions().into_iter().rev().map(|(key, _)| key.clone()).collect();
        self.cursor.resize(self.rows.len());
    }
}
