//! The units' numbers for a figure, a row each: type, Enter, and the cursor stands at the next unit that owes.

mod acts;
mod cell;
mod next;
mod view;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use serde_json::Value;

use super::places;
use crate::command::{Command, Context};
use crate::id::{EntryId, IndicatorId};
use crate::model::{Indicator, Period, Return, ReturnSource};
use crate::query::{self, UnitRow};
use crate::session::Reward;
use crate::ui::help::HelpScreen;
use crate::ui::layers::Screen;
use crate::ui::outcome::{Answer, Input, Outcome};
use crate::ui::reward;
use crate::ui::scene::Scene;
use crate::ui::widget::{ListCursor, TextField, Typed};
use acts::Asked;
use cell::{Cell, Cells};
use next::{first_open, next_place};

/// The units of a figure.
#[derive(Debug)]
pub struct UnitsScreen {
    id: IndicatorId,
    /// For which stretch; none: the year.
    period: Option<Period>,
    rows: Vec<UnitRow>,
    cursor: ListCursor,
    /// The number of the present row, as it stands typed.
    field: TextField,
    source: ReturnSource,
    /// The cursor stands on the source instead of the number.
    on_source: bool,
    /// What stands typed in the other rows and is not saved.
    cells: Cells,
    /// The unit whose number is being saved, and what was said of it.
    saving: Option<EntryId>,
    asked: Option<Asked>,
    /// The name its draft is kept under.
    draft: String,
}

impl UnitsScreen {
    /// The units of a figure, for the first stretch that anybody owes.
    ///
    /// Where numbers stand typed and are not saved, for their stretch.
    pub fn new(indicator: &Indicator, scene: &Scene) -> Self {
        let kept = scene.session.draft(&Self::draft_name(&indicator.id, scene)).map(Cells::read).unwrap_or_default();
        let period = kept.period_or(|| first_open(indicator, scene));
        Self::at(indicator, period, scene)
    }

    /// The name that the draft of a figure's numbers is kept under.
    pub fn draft_name(id: &IndicatorId, scene: &Scene) -> String {
        cell::draft_name(scene.session.year(), id)
    }

    /// How many numbers such a draft holds.
    pub fn typed(draft: &Value) -> usize {
        Cells::read(draft).len()
    }

    fn at(indicator: &Indicator, period: Option<Period>, scene: &Scene) -> Self {
        let draft = cell::draft_name(scene.session.year(), &indicator.id);
        let mut screen = Self {
            id: indicator.id.clone(),
            period,
            rows: Vec::new(),
            cursor: ListCursor::new(0),
            field: TextField::single(""),
            source: ReturnSource::default(),
            on_source: false,
            cells: scene.session.draft(&draft).map(Cells::read).unwrap_or_default(),
            saving: None,
            asked: None,
            draft,
        };
        screen.look(scene);
        let typed = screen.rows.iter().position(|row| screen.cells.get(screen.period.as_ref(), row.unit).is_some());
        screen.cursor.select(typed.or_else(|| screen.next_owing(0)).unwrap_or(0));
        screen.enter();
        screen
    }

    /// Takes the rows from the ledger.
    fn look(&mut self, scene: &Scene) {
        let session = scene.session;
        let Some(indicator) = session.template().indicator(&self.id) else { return };
        self.rows = query::unit_rows(session.ledger(), indicator, session.scope(), self.period.as_ref());
        self.cursor.resize(self.rows.len());
    }

    fn row(&self) -> Option<&UnitRow> {
        self.rows.get(self.cursor.selected()?)
    }

    /// What is saved of a row, as it would be typed.
    fn saved_cell(row: &UnitRow) -> Cell {
        let text = row.given.as_ref().map(|given| given.value.to_string()).unwrap_or_default();
        Cell { text, source: row.given.as_ref().map(|given| given.source).unwrap_or_default() }
    }

    /// What stands in a row that the cursor is not in: typed, else saved.
    fn cell(&self, row: &UnitRow) -> Cell {
        self.cells.get(self.period.as_ref(), row.unit).cloned().unwrap_or_else(|| Self::saved_cell(row))
    }

    /// Whether what stands typed in the present row is what is saved.
    fn is_unchanged(&self) -> bool {
        let typed = Cell { text: self.field.text().trim().into(), source: self.source };
        self.row().is_none_or(|row| {
            let saved = Self::saved_cell(row);
            typed == saved || typed.text.is_empty() && saved.text.is_empty()
        })
    }

    /// Keeps what stands typed in the present row, as the cursor leaves it.
    fn leave(&mut self) {
        let Some(unit) = self.row().map(|row| row.unit) else { return };
        let typed = Cell { text: self.field.text().trim().into(), source: self.source };
        let typed = (!self.is_unchanged()).then_some(typed);
        self.cells.set(self.period.as_ref(), unit, typed);
    }

    /// Shows what stands in the row that the cursor came to.
    fn enter(&mut self) {
        let cell = self.row().map(|row| self.cell(row)).unwrap_or_default();
        self.field = TextField::single(&cell.text);
        self.field.enter();
        self.source = cell.source;
        self.on_source = false;
    }

    fn go_to(&mut self, at: usize) {
        self.leave();
        self.cursor.select(at);
        self.enter();
    }

    /// The first row from `from` on that owes, going round.
    fn next_owing(&self, from: usize) -> Option<usize> {
        let owes = |at: &usize| self.rows[*at].owes;
        (from..self.rows.len()).chain(0..from.min(self.rows.len())).find(owes)
    }

    fn command(&mut self, command: Command, scene: &Scene) -> Outcome {
        let typed =
            !self.on_source && self.field.update(&Input::Command(command), &scene.look.clipboard) != Typed::Passed;
        if typed {
            return Outcome::Stay;
        }
        match command {
            Command::Accept => return self.accept(scene),
            Command::NextField | Command::PreviousField => self.on_source = !self.on_source,
            Command::Left if self.on_source => self.turn(2),
            Command::Right if self.on_source => self.turn(1),
            Command::Zero => return self.zero(scene),
            Command::Choices => return self.offer(scene),
            Command::Help => return self.help(scene),
            Command::Back => return self.close(scene),
            _ => return self.move_or_go(command, scene),
        }
        Outcome::Stay
    }

    fn move_or_go(&mut self, command: Command, scene: &Scene) -> Outcome {
        let mut cursor = self.cursor.clone();
        if cursor.update(command) {
            self.go_to(cursor.index());
            return Outcome::Stay;
        }
        match command {
            Command::Undo | Command::Redo if !self.is_unchanged() => Outcome::Stay,
            _ => places::go(command, scene),
        }
    }

    /// Takes another source, `step` further.
    fn turn(&mut self, step: usize) {
        let at = ReturnSource::ALL.iter().position(|one| *one == self.source).unwrap_or_default();
        self.source = ReturnSource::ALL[(at + step) % ReturnSource::ALL.len()];
    }

    /// On the source a digit picks, a blank goes on.
    fn pick_source(&mut self, text: &str) {
        for c in crate::text::fold(text).chars() {
            match c.to_digit(10).and_then(|digit| ReturnSource::ALL.get((digit as usize).checked_sub(1)?)) {
                Some(source) => self.source = *source,
                None if c == ' ' => self.turn(1),
                None => {}
            }
        }
    }

    /// Saves the number of the present row; where nothing was typed, goes on.
    fn accept(&mut self, scene: &Scene) -> Outcome {
        let Some(unit) = self.row().map(|row| row.unit) else { return Outcome::Stay };
        if self.is_unchanged() {
            return self.go_on(scene);
        }
        match cell::read(&self.id, self.field.text(), self.source, scene) {
            Ok(given) => self.save(unit, given, scene),
            Err(told) => Outcome::Tell(told),
        }
    }

    fn save(&mut self, unit: EntryId, given: Option<Return>, scene: &Scene) -> Outcome {
        let change = scene.session.give(&self.id, unit, self.period.as_ref(), given);
        if change.edits.is_empty() {
            self.cells.set(self.period.as_ref(), unit, None);
            self.enter();
            return self.go_on(scene);
        }
        self.saving = Some(unit);
        Outcome::apply(change)
    }

    /// Goes to the next unit that owes; when none does, to what is owed next, and of what nobody owes to the next row.
    fn go_on(&mut self, scene: &Scene) -> Outcome {
        let next = self.cursor.index() + 1;
        if let Some(at) = self.next_owing(next).filter(|at| *at != self.cursor.index()) {
            self.go_to(at);
            return Outcome::Stay;
        }
        if self.rows.iter().any(|row| row.owes) || !self.rows.iter().any(|row| row.asked) {
            self.go_to(next);
            return Outcome::Stay;
        }
        self.leave();
        match next_place(&self.id, scene) {
            Some((indicator, period)) => {
                let next = Self::at(indicator, period, scene);
                Outcome::Do(vec![self.keep(), Outcome::replace(next)])
            }
            None => Outcome::Do(vec![self.keep(), Outcome::close_and_tell(scene.look.lang.units_all_in())]),
        }
    }

    /// Keeps what stands typed and is not saved.
    fn keep(&self) -> Outcome {
        let (name, draft) = (self.draft.clone(), self.all_cells().write());
        Outcome::Draft(name, draft)
    }

    /// What stands typed in all rows.
    fn all_cells(&self) -> Cells {
        let mut cells = self.cells.clone();
        if let Some(row) = self.row() {
            let typed = Cell { text: self.field.text().trim().into(), source: self.source };
            cells.set(self.period.as_ref(), row.unit, (!self.is_unchanged()).then_some(typed));
        }
        cells
    }

    fn close(&self, scene: &Scene) -> Outcome {
        let mut outcomes = vec![self.keep(), Outcome::Close];
        if !self.all_cells().is_empty() {
            outcomes.push(Outcome::Tell(scene.look.lang.form_left().into()));
        }
        Outcome::Do(outcomes)
    }

    fn help(&self, scene: &Scene) -> Outcome {
        let said = scene.look.lang.units_help().map(String::from).to_vec();
        Outcome::open(HelpScreen::new(self.context(), said, scene.look))
    }

    /// What follows a save: how many still owe, or what is next.
    fn after(&self, scene: &Scene) -> String {
        let lang = scene.look.lang;
        let owing = self.rows.iter().filter(|row| row.owes).count();
        if owing > 0 {
            return lang.units_left(owing);
        }
        match next_place(&self.id, scene).filter(|_| self.rows.iter().any(|row| row.asked)) {
            Some((indicator, _)) => lang.units_next(indicator.id.as_str()),
            None if self.rows.iter().any(|row| row.asked) => lang.units_all_in().into(),
            None => String::new(),
        }
    }
}

impl Screen for UnitsScreen {
    fn context(&self) -> Context {
        Context::Returns
    }

    fn update(&mut self, input: Input, scene: &Scene) -> Outcome {
        // A save that failed is not waited for any more.
        self.saving = None;
        match input {
            Input::Command(command) => return self.command(command, scene),
            Input::Text(text) if self.on_source => self.pick_source(&text),
            Input::Paste(_) if self.on_source => {}
            Input::Text(_) | Input::Paste(_) => {
                self.field.update(&input, &scene.look.clipboard);
            }
        }
        Outcome::Stay
    }

    fn arrange(&mut self, area: Rect, scene: &Scene) {
        self.cursor.arrange(view::rows(area.height));
        self.field.arrange(view::cells(), 1, scene.look.cells);
    }

    fn view(&self, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Option<Position> {
        view::view(self, buffer, area, scene)
    }

    fn saved(&mut self, saved: &Reward, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        let Some(unit) = self.saving.take() else {
            return Outcome::Tell(reward::line(lang.units_saved(), saved, scene));
        };
        self.cells.set(self.period.as_ref(), unit, None);
        self.enter();
        let begin = lang.units_saved_of(scene.session.unit_name(unit), self.field.text());
        let line = reward::line(&format!("{begin}{}  ", self.after(scene)), saved, scene);
        let next = self.next_owing(self.cursor.index() + 1);
        self.go_to(next.unwrap_or_else(|| self.cursor.index()));
        Outcome::Do(vec![self.keep(), Outcome::Tell(line.trim_end().into())])
    }

    fn answered(&mut self, answer: Answer, scene: &Scene) -> Outcome {
        self.take_answer(&answer, scene)
    }

    fn refresh(&mut self, scene: &Scene) {
        let (unit, unchanged) = (self.row().map(|row| row.unit), self.is_unchanged());
        self.look(scene);
        if let Some(at) = self.rows.iter().position(|row| Some(row.unit) == unit) {
            self.cursor.select(at);
        }
        if unchanged {
            self.enter();
        }
    }

    fn draft(&self) -> Option<(String, Option<Value>)> {
        Some((self.draft.clone(), self.all_cells().write()))
    }
}
