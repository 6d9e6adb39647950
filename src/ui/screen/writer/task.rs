//! Opening a text at one of its figures, with what is to be done with it.

use super::WriterScreen;
use super::figure::name_of;
use crate::ui::outcome::Outcome;
use crate::ui::scene::Scene;
use crate::ui::widget::Piece;

/// What is to be done with a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// Another one takes its place.
    Another,
    /// It is written another way.
    Writing,
    /// The words around it are edited.
    Words,
}

impl WriterScreen {
    /// Opens the screen on the `nth` figure of a name, from 0, and asks at once what the task needs.
    pub fn on(mut self, name: &str, nth: usize, task: Task, scene: &Scene) -> Outcome {
        self.stand_on(name, nth);
        let asks = match task {
            Task::Another => self.ask_another(scene),
            Task::Writing => self.ask_writing(scene),
            Task::Words => Outcome::Stay,
        };
        Outcome::Do(vec![Outcome::open(self), asks])
    }

    /// Puts the cursor on the figure; of fewer that are there, on the last.
    fn stand_on(&mut self, name: &str, nth: usize) {
        let pieces = self.parts.iter().enumerate().flat_map(|(part, one)| {
            one.field.pieces().into_iter().enumerate().map(move |(at, piece)| (part, at, piece))
        });
        let is_named = |piece: &Piece| matches!(piece, Piece::Unit(unit) if name_of(unit) == name);
        let found = pieces.filter(|(.., piece)| is_named(piece)).take(nth + 1).last();
        if let Some((part, at, _)) = found {
            self.at = part;
            self.parts[part].field.stand_in(at, 0);
        }
    }
}
