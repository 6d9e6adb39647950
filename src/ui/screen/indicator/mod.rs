//! A figure's definition: five lines that are picked, its name and unit, and what it gives now. Nobody sees a formula.

mod conditions;
mod proposal;
mod rest;
mod told;
mod view;
mod what;
mod which;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::command::{Command, Context};
use crate::id::{IndicatorId, MatterId, SectionId};
use crate::model::{Answers, Basis, Indicator, Measure, Unknown, Window};
use crate::query::Figure;
use crate::report::figure_text;
use crate::session::Reward;
use crate::ui::form::plain;
use crate::ui::layers::Screen;
use crate::ui::outcome::{Answer, Input, Outcome};
use crate::ui::reward;
use crate::ui::scene::Scene;
use crate::ui::widget::{TextField, Typed};

use conditions::Where;
use what::What;
use which::Pick;

/// The name that a new figure is tried out under.
const TRIAL: &str = "new-figure";

/// What a new figure begins with.
#[derive(Clone, Debug, Default)]
pub struct Start {
    /// Where it is listed.
    pub section: Option<SectionId>,
    /// What it counts.
    pub matter: Option<MatterId>,
}

/// The definition on the screen.
#[derive(Debug)]
pub struct IndicatorScreen {
    /// The figure that is defined anew; none: a new one.
    old: Option<IndicatorId>,
    /// The name its draft is kept under.
    draft: String,
    begun: Box<Kept>,
    indicator: Box<Indicator>,
    name: TextField,
    unit: TextField,
    at: usize,
    asked: Option<Asked>,
    now: Option<Box<Now>>,
    resumed: bool,
}

/// What a draft keeps: the definition, and what is typed as name and unit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Kept {
    indicator: Indicator,
    name: String,
    unit: String,
}

/// What the definition gives now.
#[derive(Debug)]
struct Now {
    /// As lists show it, with its unit.
    value: String,
    /// As a text prints it where it says nothing else.
    written: String,
    figure: Figure,
}

/// What the layer above was asked for.
#[derive(Debug)]
enum Asked {
    What(What),
    Which(Vec<Pick>),
    Where(Where),
    Window(Vec<Window>),
    Within,
    Writing(Vec<String>),
    Section(Vec<SectionId>),
}

/// A line of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Row {
    What,
    Which,
    Where,
    When,
    Writing,
    Name,
    Unit,
    Section,
}

const ROWS: [Row; 8] = [Row::What, Row::Which, Row::Where, Row::When, Row::Writing, Row::Name, Row::Unit, Row::Section];

impl IndicatorScreen {
    /// A new figure, with what a draft of it kept.
    pub fn new(start: Start, scene: &Scene) -> Self {
        let template = scene.session.template();
        let matter = start.matter.and_then(|id| template.matter(&id));
        let section = start.section.or_else(|| matter.map(|matter| matter.section.clone()));
        let begun = Indicator {
            id: TRIAL.parse().expect("a constant id"),
            section: section.unwrap_or_else(|| template.sections[0].id.clone()),
            measure: Measure::Count,
            matters: matter.map(|matter| matter.id.clone()).into_iter().collect(),
            kinds: Vec::new(),
            conditions: Vec::new(),
            window: Window::Whole,
            basis: Basis::Items,
            unit: String::new(),
            format: String::new(),
            answers: Answers::We,
            private: false,
            every: None,
            unknown: Unknown::new(),
        };
        let draft = format!("figure-new-{}", scene.session.year());
        Self::open(None, draft, Kept { indicator: begun, name: String::new(), unit: String::new() }, scene)
    }

    /// The definition of a figure there is; none: there is none of this name.
    pub fn edit(id: &IndicatorId, scene: &Scene) -> Option<Self> {
        let indicator = scene.session.template().indicator(id)?.clone();
        let draft = format!("figure-{}-{}", scene.session.year(), plain(id.as_str()));
        let begun = Kept { name: id.to_string(), unit: indicator.unit.clone(), indicator };
        Some(Self::open(Some(id.clone()), draft, begun, scene))
    }

    fn open(old: Option<IndicatorId>, draft: String, begun: Kept, scene: &Scene) -> Self {
        let kept = scene.session.draft(&draft).and_then(|kept| serde_json::from_value::<Kept>(kept.clone()).ok());
        let resumed = kept.is_some();
        let Kept { indicator, name, unit } = kept.unwrap_or_else(|| begun.clone());
        let (name, unit) = (TextField::single(&name), TextField::single(&unit));
        let (begun, indicator) = (Box::new(begun), Box::new(indicator));
        let mut screen = Self { old, draft, begun, indicator, name, unit, at: 0, asked: None, now: None, resumed };
        screen.propose(scene);
        if !screen.resumed {
            // What is proposed was not typed.
            *screen.begun = screen.kept();
        }
        screen.look(scene);
        screen
    }

    /// The unit as it stands in the form.
    fn unit(&self) -> String {
        self.unit.text().trim().to_owned()
    }

    fn kept(&self) -> Kept {
        Kept { indicator: (*self.indicator).clone(), name: self.name.text().into(), unit: self.unit.text().into() }
    }

    fn value(&self) -> Option<Value> {
        let kept = self.kept();
        (kept != *self.begun).then(|| serde_json::to_value(kept).expect("a definition is plain data"))
    }

    /// Takes what the definition gives now.
    fn look(&mut self, scene: &Scene) {
        let tried = self.tried();
        let trial = scene.session.try_out(self.old.as_ref(), &tried);
        let value = figure_text(&tried, trial.figure.value.as_ref(), scene.session.year());
        let written = scene.session.trial_desk(&trial).renamed("", tried.id.as_str()).shown;
        self.now = Some(Box::new(Now { value, written, figure: trial.figure }));
    }

    fn row(&self) -> Row {
        ROWS[self.at]
    }

    /// The field of the present row, when it is typed in.
    fn field(&mut self) -> Option<&mut TextField> {
        match self.row() {
            Row::Name => Some(&mut self.name),
            Row::Unit => Some(&mut self.unit),
            _ => None,
        }
    }

    fn go(&mut self, step: isize, scene: &Scene) {
        if let Some(field) = self.field() {
            field.leave();
            self.look(scene);
        }
        self.at = self.at.saturating_add_signed(step).min(ROWS.len() - 1);
        if let Some(field) = self.field() {
            field.enter();
        }
    }

    fn command(&mut self, command: Command, scene: &Scene) -> Outcome {
        let input = Input::Command(command);
        if self.field().is_some_and(|field| field.update(&input, &scene.look.clipboard) != Typed::Passed) {
            return Outcome::Stay;
        }
        match command {
            Command::Accept if self.field().is_none() => return self.pick(scene),
            Command::Choices => return self.pick(scene),
            Command::Accept | Command::NextField | Command::Down => self.go(1, scene),
            Command::PreviousField | Command::Up => self.go(-1, scene),
            Command::SaveAndClose | Command::SaveAndNext => return self.save(scene),
            Command::Back => return self.leave(scene),
            Command::Undo | Command::Redo => {}
            _ => return Outcome::Pass,
        }
        Outcome::Stay
    }

    /// Opens what the present row is picked from.
    fn pick(&mut self, scene: &Scene) -> Outcome {
        match self.row() {
            Row::What => Outcome::open(self.ask_what(scene)),
            Row::Which => self.ask_which(scene),
            Row::Where => self.ask_where(scene),
            Row::When => self.ask_window(scene),
            Row::Writing => self.ask_writing(scene),
            Row::Section => self.ask_section(scene),
            Row::Name | Row::Unit => Outcome::Stay,
        }
    }

    fn take(&mut self, asked: Asked, answer: Answer, scene: &Scene) -> Outcome {
        match (asked, answer) {
            (Asked::What(what), answer) => return self.take_what(what, answer, scene),
            (Asked::Where(asked), answer) => return self.take_where(asked, answer, scene),
            (Asked::Which(mut picks), Answer::Chosen(at)) => self.take_which(picks.swap_remove(at), scene),
            (Asked::Window(mut windows), Answer::Chosen(at)) if at < windows.len() => {
                self.indicator.window = windows.swap_remove(at);
            }
            (Asked::Window(_), Answer::Chosen(_)) => {
                return self.ask_within(scene.look.lang.indicator_ask_window(), scene);
            }
            (Asked::Within, Answer::Typed(typed)) => return self.within(&typed, scene),
            (Asked::Writing(mut formats), Answer::Chosen(at)) => self.indicator.format = formats.swap_remove(at),
            (Asked::Section(mut sections), Answer::Chosen(at)) => self.indicator.section = sections.swap_remove(at),
            _ => {}
        }
        Outcome::Stay
    }

    fn save(&mut self, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        if self.old.is_some() && self.kept() == *self.begun {
            return self.closed();
        }
        let name = self.name.text().trim();
        if name.is_empty() {
            self.at = ROWS.iter().position(|row| *row == Row::Name).expect("it is a row");
            return Outcome::Tell(lang.indicator_nameless().into());
        }
        let id: IndicatorId = match name.parse() {
            Ok(id) => id,
            Err(error) => return Outcome::Tell(error.text(lang)),
        };
        let new = Indicator { id, unit: self.unit(), ..(*self.indicator).clone() };
        let change = match &self.old {
            Some(old) => scene.session.redefine(old, new),
            None => scene.session.define(new),
        };
        match change {
            Ok(change) => Outcome::apply(change),
            Err(error) => Outcome::Tell(lang.with_hint(&error.text(lang), &error.hint(lang))),
        }
    }

    fn leave(&self, scene: &Scene) -> Outcome {
        if self.value().is_none() {
            return self.closed();
        }
        let kept = Outcome::Draft(self.draft.clone(), self.value());
        Outcome::Do(vec![kept, Outcome::close_and_tell(scene.look.lang.indicator_left())])
    }

    /// Closes, and lets the draft go.
    fn closed(&self) -> Outcome {
        Outcome::Do(vec![Outcome::Draft(self.draft.clone(), None), Outcome::Close])
    }
}

impl Screen for IndicatorScreen {
    fn context(&self) -> Context {
        Context::Form
    }

    fn update(&mut self, input: Input, scene: &Scene) -> Outcome {
        match (input, self.field()) {
            (Input::Command(command), _) => self.command(command, scene),
            (input @ (Input::Text(_) | Input::Paste(_)), Some(field)) => {
                field.update(&input, &scene.look.clipboard);
                Outcome::Stay
            }
            // What is typed on a row that is picked searches what it is picked from.
            (Input::Text(text), None) => Outcome::Do(vec![self.pick(scene), Outcome::Type(text)]),
            (Input::Paste(_), None) => Outcome::Stay,
        }
    }

    fn answered(&mut self, answer: Answer, scene: &Scene) -> Outcome {
        let Some(asked) = self.asked.take() else { return Outcome::Stay };
        let outcome = self.take(asked, answer, scene);
        if self.asked.is_none() {
            self.propose(scene);
            self.look(scene);
        }
        outcome
    }

    fn view(&self, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Option<Position> {
        view::view(self, buffer, area, scene)
    }

    fn arrange(&mut self, area: Rect, scene: &Scene) {
        for field in [&mut self.name, &mut self.unit] {
            field.arrange(view::cells(area), 1, scene.look.cells);
        }
    }

    fn saved(&mut self, saved: &Reward, scene: &Scene) -> Outcome {
        let name = self.name.text().trim().to_owned();
        let line = reward::line(&scene.look.lang.indicator_saved(&name), saved, scene);
        let done = Outcome::Draft(self.draft.clone(), None);
        Outcome::Do(vec![done, Outcome::Tell(line), Outcome::Answer(Answer::Typed(name))])
    }

    fn draft(&self) -> Option<(String, Option<Value>)> {
        Some((self.draft.clone(), self.value()))
    }

    fn refresh(&mut self, scene: &Scene) {
        self.look(scene);
    }
}
