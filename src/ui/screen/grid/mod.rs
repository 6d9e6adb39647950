//! Many short items in rows: Enter goes from cell to cell, digits pick, a block from a spreadsheet is pasted.

mod paste;
mod view;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use serde_json::{Value, json};

use crate::command::{Command, Context};
use crate::id::MatterId;
use crate::model::Matter;
use crate::session::Reward;
use crate::ui::choose::{Choice, Choose};
use crate::ui::form::{help, plain};
use crate::ui::grid::{Block, Grid, Wrong};
use crate::ui::help::HelpScreen;
use crate::ui::layers::Screen;
use crate::ui::outcome::{Answer, Input, Outcome};
use crate::ui::reward;
use crate::ui::scene::Scene;
use crate::ui::screen::picker::Picked;
use crate::ui::widget::Typed;

/// A grid on the screen.
#[derive(Debug)]
pub struct GridScreen {
    grid: Box<Grid>,
    /// The name its draft is kept under.
    draft: String,
    /// The first column and row that are shown.
    left: usize,
    top: usize,
    asked: Option<Asked>,
    /// The rows that are being saved.
    saving: Vec<usize>,
    /// What could not be saved.
    wrong: Vec<Wrong>,
    /// The digit it was picked by, until the first key.
    picked: Option<Picked>,
}

/// What the layer above was asked for.
#[derive(Debug)]
enum Asked {
    /// What to do with the present row.
    Row,
    /// Where the columns of a block go, or one of them.
    Block(Block, Option<usize>),
}

impl GridScreen {
    /// The grid of a matter, with what a draft of it kept.
    pub fn new(matter: &Matter, scene: &Scene) -> Self {
        let draft = Self::draft_name(&matter.id, scene);
        let cells = scene.session.draft(&draft).and_then(|kept| serde_json::from_value(kept.clone()).ok());
        let grid = Grid::new(matter, scene.session, scene.look.lang).resumed(cells.unwrap_or_default(), scene.session);
        let (saving, wrong) = (Vec::new(), Vec::new());
        Self { grid: Box::new(grid), draft, left: 0, top: 0, asked: None, saving, wrong, picked: None }
    }

    /// The name that the draft of a matter's grid is kept under.
    pub fn draft_name(matter: &MatterId, scene: &Scene) -> String {
        format!("grid-{}-{}", scene.session.year(), plain(matter.as_str()))
    }

    /// The same, picked by a digit.
    #[must_use]
    pub fn picked_by(self, picked: Option<Picked>) -> Self {
        Self { picked, ..self }
    }

    /// The same with rows that were pasted elsewhere: asks where their columns go.
    pub fn pasted(matter: &Matter, text: &str, scene: &Scene) -> Outcome {
        let mut screen = Self::new(matter, scene);
        let asks = screen.paste(text, scene);
        Outcome::Do(vec![Outcome::open(screen), asks])
    }

    fn command(&mut self, command: Command, scene: &Scene) -> Outcome {
        let session = scene.session;
        if let Some(digit) = command.digit() {
            return self.digit(digit, scene);
        }
        if self.grid.form_mut().field_mut().update(&Input::Command(command), &scene.look.clipboard) != Typed::Passed {
            return Outcome::Stay;
        }
        let (row, _) = self.grid.at();
        match command {
            Command::Accept => {
                self.grid.form_mut().take_best();
                self.grid.next(session);
            }
            Command::NextField => {
                self.grid.form_mut().take_best();
                self.grid.next_cell(session);
            }
            Command::PreviousField => self.grid.previous(session),
            Command::Down => self.grid.go_to_row(row + 1, session),
            Command::Up => self.grid.go_to_row(row.saturating_sub(1), session),
            Command::PageDown => self.grid.go_to_row(row + view::PAGE, session),
            Command::PageUp => self.grid.go_to_row(row.saturating_sub(view::PAGE), session),
            Command::CopyLast => self.grid.copy_above(session),
            Command::Choices => return self.ask_about_row(scene),
            Command::SaveAndClose | Command::SaveAndNext => return self.save(scene),
            Command::Help => return self.help(scene),
            Command::Back => return self.leave(scene),
            Command::Undo | Command::Redo => {}
            _ => return Outcome::Pass,
        }
        Outcome::Keep
    }

    /// Picks by digit where there is something to pick; elsewhere the digit is typed.
    fn digit(&mut self, digit: u8, scene: &Scene) -> Outcome {
        let picks =
            digit > 0 && !self.grid.form().goes_on(digit) && self.grid.pick(usize::from(digit) - 1, scene.session);
        if !picks {
            self.grid.form_mut().field_mut().update(&Input::Text(digit.to_string()), &scene.look.clipboard);
        }
        Outcome::Stay
    }

    fn ask_about_row(&mut self, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        self.asked = Some(Asked::Row);
        let rows = [lang.grid_insert(), lang.grid_remove()].map(Choice::new).to_vec();
        Outcome::open(Choose::new(lang.grid_menu(), rows))
    }

    /// Saves the rows that are whole; the others stay.
    fn save(&mut self, scene: &Scene) -> Outcome {
        let (change, saved, wrong) = self.grid.save(scene.session);
        self.wrong = wrong;
        if !saved.is_empty() {
            self.saving = saved;
            return Outcome::apply(change);
        }
        match self.wrong.first() {
            Some(wrong) => self.grid.go(wrong.row, wrong.column, scene.session),
            None => return Outcome::Tell(scene.look.lang.grid_nothing().into()),
        }
        Outcome::Keep
    }

    fn leave(&self, scene: &Scene) -> Outcome {
        let kept = self.value();
        let said = kept.is_some().then(|| Outcome::Tell(scene.look.lang.grid_kept().into()));
        let outcomes = [Outcome::Draft(self.draft.clone(), kept), Outcome::Close];
        Outcome::Do(outcomes.into_iter().chain(said).collect())
    }

    fn value(&self) -> Option<Value> {
        let typed = self.grid.typed();
        (!typed.is_empty()).then(|| json!(typed))
    }

    fn help(&self, scene: &Scene) -> Outcome {
        let (lang, field) = (scene.look.lang, &self.grid.form().row().field);
        let said = help(field, lang).into_iter().map(|what| lang.help_about(field.name(lang), &what));
        let said = said.chain(lang.grid_help().map(String::from)).collect();
        Outcome::open(HelpScreen::new(self.context(), said, scene.look))
    }
}

impl Screen for GridScreen {
    fn context(&self) -> Context {
        if self.grid.form().is_choice() { Context::Choice } else { Context::Grid }
    }

    fn update(&mut self, input: Input, scene: &Scene) -> Outcome {
        if let Some(back) = self.picked.take().and_then(|picked| picked.back(&input, scene)) {
            return back;
        }
        match input {
            Input::Command(command) => self.command(command, scene),
            Input::Paste(text) if paste::is_block(&text) => self.paste(&text, scene),
            Input::Text(_) | Input::Paste(_) => {
                self.grid.form_mut().field_mut().update(&input, &scene.look.clipboard);
                Outcome::Stay
            }
        }
    }

    fn answered(&mut self, answer: Answer, scene: &Scene) -> Outcome {
        let (Some(asked), Answer::Chosen(at)) = (self.asked.take(), answer) else { return Outcome::Stay };
        match (asked, at) {
            (Asked::Row, 0) => self.grid.insert_above(scene.session),
            (Asked::Row, _) => self.grid.remove(scene.session),
            (Asked::Block(block, None), 0) => self.grid.take(&block, scene.session),
            (Asked::Block(block, None), column) => return self.ask_target(block, column - 1, scene),
            (Asked::Block(block, Some(column)), to) => return self.retarget(block, column, to, scene),
        }
        Outcome::Keep
    }

    fn draft(&self) -> Option<(String, Option<Value>)> {
        Some((self.draft.clone(), self.value()))
    }

    fn arrange(&mut self, area: Rect, scene: &Scene) {
        view::arrange(self, area, scene.look.cells);
    }

    fn view(&self, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Option<Position> {
        view::view(self, buffer, area, scene)
    }

    fn saved(&mut self, saved: &Reward, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        let rows = std::mem::take(&mut self.saving);
        self.grid.let_go(&rows, scene.session);
        let said = reward::line(&lang.grid_saved(rows.len()), saved, scene);
        if self.wrong.is_empty() {
            return Outcome::Do(vec![Outcome::Draft(self.draft.clone(), None), Outcome::close_and_tell(said)]);
        }
        let left = lang.grid_left(self.wrong.len());
        self.wrong.clear();
        Outcome::Do(vec![Outcome::Keep, Outcome::Tell(format!("{said}  {left}"))])
    }
}
