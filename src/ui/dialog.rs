//! A question in the middle of the screen. Enter takes what the cursor stands on, and it begins on "no".

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::layers::Screen;
use super::outcome::{Input, Outcome, Question};
use super::scene::Scene;
use super::widget::line;
use crate::command::{Command, Context};
use crate::text::wrap;

/// Cells of the box, borders included.
const WIDTH: u16 = 56;
/// Rows of the box besides the question: borders, answers, air, the hint.
const OTHERS: u16 = 6;
/// Cells between border and text, on both sides together.
const MARGIN: u16 = 4;

/// A question that waits for its answer.
#[derive(Debug)]
pub struct Dialog {
    text: String,
    yes: String,
    then: Outcome,
    on_yes: bool,
}

impl Dialog {
    /// Asks.
    pub fn new(question: Question) -> Self {
        Self { text: question.text, yes: question.yes, then: question.then, on_yes: false }
    }

    fn answer(&mut self, yes: bool) -> Outcome {
        if !yes {
            return Outcome::Close;
        }
        Outcome::Do(vec![Outcome::Close, std::mem::replace(&mut self.then, Outcome::Stay)])
    }
}

impl Screen for Dialog {
    fn context(&self) -> Context {
        Context::Dialog
    }

    fn update(&mut self, input: Input, _scene: &Scene) -> Outcome {
        let Input::Command(command) = input else { return Outcome::Stay };
        match command {
            Command::Digit1 => return self.answer(true),
            Command::Digit2 | Command::Digit0 | Command::Back => return self.answer(false),
            Command::Accept => return self.answer(self.on_yes),
            Command::Up | Command::Left | Command::PreviousField => self.on_yes = true,
            Command::Down | Command::Right | Command::NextField => self.on_yes = false,
            Command::Quit | Command::Redraw => return Outcome::Pass,
            _ => {}
        }
        Outcome::Stay
    }

    fn view(&self, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Option<Position> {
        let look = scene.look;
        let width = WIDTH.min(area.width);
        let room = usize::from(area.height.saturating_sub(OTHERS));
        let mut lines = wrap(&self.text, usize::from(width - MARGIN), 0, look.cells);
        lines.truncate(room);
        let height = lines.len() as u16 + OTHERS;
        let inner = line::popup(buffer, area, width, height, look);
        let mut y = inner.y;
        for range in lines {
            line::put(buffer, inner.x, y, inner.width, &self.text[range], look.theme.text, look.cells);
            y += 1;
        }
        let answers = [format!("1 {}", self.yes), format!("2 {}", look.lang.question_no())];
        let chosen = usize::from(!self.on_yes);
        for (index, answer) in answers.iter().enumerate() {
            let style = if index == chosen { look.theme.cursor } else { look.theme.text };
            line::put(buffer, inner.x, y + 1 + index as u16, inner.width, answer, style, look.cells);
        }
        line::put(buffer, inner.x, y + 3, inner.width, look.lang.question_hint(), look.theme.dim, look.cells);
        Some(Position::new(inner.x, y + 1 + chosen as u16))
    }

    fn is_popup(&self) -> bool {
        true
    }
}
