//! The points of the plan, to be taken over into the next year: Space marks, F4 says what they are records of.

use std::collections::{BTreeMap, BTreeSet};

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::refused;
use crate::command::{Command, Context};
use crate::id::MatterId;
use crate::model::{Matter, PlanPoint, Year};
use crate::session::{OutlineError, PlanRow, Reward};
use crate::ui::choose::{Choice, Choose};
use crate::ui::layers::Screen;
use crate::ui::outcome::{Answer, Input, Outcome};
use crate::ui::paint::Painter;
use crate::ui::scene::Scene;
use crate::ui::widget::ListCursor;

/// Cells of the matter's name, at the right edge.
const MATTER: u16 = 26;

/// The points, those that are marked, and what they will be records of.
#[derive(Debug)]
pub struct PlanScreen {
    year: Year,
    rows: Vec<PlanRow>,
    cursor: ListCursor,
    marked: BTreeSet<PlanPoint>,
    matters: BTreeMap<PlanPoint, MatterId>,
    asked: Option<Asked>,
}

/// For which point a matter is asked, from which, and whether it is taken over then.
#[derive(Debug)]
struct Asked {
    point: PlanPoint,
    offered: Vec<MatterId>,
    then_take: bool,
}

impl PlanScreen {
    /// Opens the points of the plan, where there are any.
    pub fn open(scene: &Scene) -> Outcome {
        let Some(year) = scene.session.year().next() else {
            return refused(&OutlineError::NoYearAfter, scene);
        };
        let (rows, cursor) = (Vec::new(), ListCursor::new(0));
        let (marked, matters) = (BTreeSet::new(), BTreeMap::new());
        let mut screen = Self { year, rows, cursor, marked, matters, asked: None };
        screen.refresh(scene);
        if screen.rows.is_empty() {
            return Outcome::Tell(scene.look.lang.plan_none().into());
        }
        Outcome::open(screen)
    }

    fn selected(&self) -> Option<&PlanRow> {
        self.rows.get(self.cursor.selected()?)
    }

    fn matter<'a>(&'a self, row: &'a PlanRow) -> Option<&'a MatterId> {
        self.matters.get(&row.point).or(row.matter.as_ref())
    }

    /// The matters of the next year, else of this one.
    fn known<'a>(&self, scene: &Scene<'a>) -> &'a [Matter] {
        let session = scene.session;
        &session.ledger().template(self.year).unwrap_or_else(|| session.template()).matters
    }

    /// Takes over what is marked, else what is selected; asks first what those are of which nobody knows it.
    fn take(&mut self, scene: &Scene) -> Outcome {
        let selected = self.selected().map(|row| row.point.clone());
        let is_meant = |row: &&PlanRow| {
            let meant = if self.marked.is_empty() {
                selected == Some(row.point.clone())
            } else {
                self.marked.contains(&row.point)
            };
            meant && !row.taken
        };
        let rows: Vec<&PlanRow> = self.rows.iter().filter(is_meant).collect();
        if rows.is_empty() {
            return Outcome::Tell(scene.look.lang.plan_all_taken().into());
        }
        if let Some(row) = rows.iter().find(|row| self.matter(row).is_none()) {
            let point = row.point.clone();
            return self.ask_matter(&point, true, scene);
        }
        let chosen: Vec<(PlanPoint, MatterId)> =
            rows.iter().filter_map(|row| Some((row.point.clone(), self.matter(row)?.clone()))).collect();
        match scene.session.schedule(&chosen) {
            Ok(change) => Outcome::apply(change),
            Err(error) => refused(&error, scene),
        }
    }

    /// Asks what a point is a record of: the matters of the section it speaks of first.
    fn ask_matter(&mut self, point: &PlanPoint, then_take: bool, scene: &Scene) -> Outcome {
        let Some(row) = self.rows.iter().find(|row| row.point == *point) else { return Outcome::Stay };
        let mut matters: Vec<&Matter> = self.known(scene).iter().collect();
        matters.sort_by_key(|matter| Some(&matter.section) != row.section.as_ref());
        let choices = matters.iter().map(|matter| Choice::new(format!("{} {}", matter.id, matter.name))).collect();
        let title = scene.look.lang.plan_which(&row.title);
        let offered = matters.iter().map(|matter| matter.id.clone()).collect();
        self.asked = Some(Asked { point: point.clone(), offered, then_take });
        Outcome::open(Choose::new(title, choices))
    }

    fn mark(&mut self) {
        if let Some(row) = self.selected().filter(|row| !row.taken) {
            let point = row.point.clone();
            if !self.marked.remove(&point) {
                self.marked.insert(point);
            }
        }
        self.cursor.update(Command::Down);
    }

    fn mark_all(&mut self) {
        let open: BTreeSet<PlanPoint> =
            self.rows.iter().filter(|row| !row.taken).map(|row| row.point.clone()).collect();
        self.marked = if self.marked == open { BTreeSet::new() } else { open };
    }

    fn line(&self, at: usize, row: u16, paint: &mut Painter<'_>, scene: &Scene) {
        let (lang, theme, planned) = (scene.look.lang, *paint.theme(), &self.rows[at]);
        let right = paint.width().saturating_sub(MATTER);
        let style = if planned.taken { theme.dim } else { theme.text };
        let mark = if self.marked.contains(&planned.point) { "[x]" } else { "[ ]" };
        paint.text(row, 1, if planned.taken { "   " } else { mark }, theme.text);
        paint.fitted(row, 5, right.saturating_sub(6), &planned.title, style);
        let known = self.matter(planned).and_then(|id| self.known(scene).iter().find(|matter| matter.id == *id));
        let said = match known {
            _ if planned.taken => lang.plan_taken().into(),
            Some(matter) => format!("{} {}", matter.id, matter.name),
            None => lang.plan_no_matter().into(),
        };
        paint.fitted(row, right, MATTER.saturating_sub(1), &said, theme.dim);
    }
}

impl Screen for PlanScreen {
    fn context(&self) -> Context {
        Context::List
    }

    fn update(&mut self, input: Input, scene: &Scene) -> Outcome {
        let Input::Command(command) = input else { return Outcome::Stay };
        match command {
            Command::Accept => return self.take(scene),
            Command::Choices => {
                let point = self.selected().filter(|row| !row.taken).map(|row| row.point.clone());
                return point.map_or(Outcome::Stay, |point| self.ask_matter(&point, false, scene));
            }
            Command::Mark => self.mark(),
            Command::SelectAll => self.mark_all(),
            Command::Back => return Outcome::Close,
            Command::Undo | Command::Redo | Command::Help | Command::Palette | Command::Quit | Command::Redraw => {
                return Outcome::Pass;
            }
            _ => _ = self.cursor.update(command),
        }
        Outcome::Stay
    }

    fn answered(&mut self, answer: Answer, scene: &Scene) -> Outcome {
        let (Some(asked), Answer::Chosen(at)) = (self.asked.take(), answer) else { return Outcome::Stay };
        if let Some(matter) = asked.offered.into_iter().nth(at) {
            self.matters.insert(asked.point, matter);
        }
        if asked.then_take { self.take(scene) } else { Outcome::Stay }
    }

    fn saved(&mut self, _saved: &Reward, scene: &Scene) -> Outcome {
        self.marked.clear();
        Outcome::Tell(scene.look.lang.plan_done(&self.year.to_string()))
    }

    fn arrange(&mut self, area: Rect, _scene: &Scene) {
        self.cursor.arrange(usize::from(area.height.saturating_sub(5).max(1)));
    }

    fn view(&self, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Option<Position> {
        let lang = scene.look.lang;
        let mut paint = Painter::new(buffer, area, scene.look);
        let theme = *paint.theme();
        let year = self.year.to_string();
        paint.text(0, 1, &lang.plan_title(&year, self.rows.len()), theme.title);
        paint.rule(1);
        for (row, at) in self.cursor.shown().enumerate() {
            let row = 2 + row as u16;
            self.line(at, row, &mut paint, scene);
            if self.cursor.selected() == Some(at) {
                paint.mark(row, theme.cursor);
            }
        }
        let is_there = scene.session.ledger().years.contains_key(&self.year);
        let said = if is_there { lang.plan_hint().into() } else { lang.plan_begins(&year) };
        paint.rule(area.height.saturating_sub(3));
        paint.text(area.height.saturating_sub(2), 1, &said, theme.dim);
        let hints = [
            (Command::Accept, lang.hint_take()),
            (Command::Mark, lang.hint_mark()),
            (Command::Choices, lang.hint_matter()),
            (Command::Undo, Command::Undo.label(lang)),
            (Command::Back, lang.hint_back()),
            (Command::Help, lang.hint_help()),
        ];
        let hints = scene.look.hints(Context::List, &hints, usize::from(area.width.saturating_sub(2)));
        paint.text(area.height.saturating_sub(1), 1, &hints, theme.dim);
        Some(paint.place(2 + self.cursor.offset() as u16, 0))
    }

    fn refresh(&mut self, scene: &Scene) {
        self.rows = scene.session.plan();
        self.cursor.resize(self.rows.len());
        self.marked.retain(|point| self.rows.iter().any(|row| row.point == *point && !row.taken));
    }
}
