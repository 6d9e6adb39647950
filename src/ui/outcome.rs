//! What goes into a layer and what comes out of it: plain data both ways.

use serde_json::Value;

use super::layers::Layer;
use crate::command::Command;
use crate::id::EntryId;
use crate::model::{Change, Variant, Year};
use crate::session::FileFormat;

/// What a layer receives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A command that applies in its context.
    Command(Command),
    /// Typed characters: text of a field, or the beginning of a search.
    Text(String),
    /// Pasted text: line ends are `\n`, other control characters are gone. It never saves, jumps or confirms.
    Paste(String),
}

/// What a layer wants to happen.
#[derive(Debug)]
pub enum Outcome {
    /// Nothing but a new drawing.
    Stay,
    /// The input means nothing here: what it means everywhere is done, if anything.
    Pass,
    /// Opens a layer above this one.
    Open(Box<Layer>),
    /// Opens a layer in the place of this one.
    Replace(Box<Layer>),
    /// Closes this layer.
    Close,
    /// Closes this layer and gives the one below what it asked for.
    Answer(Answer),
    /// Closes every layer but the lowest.
    Home,
    /// Saves the change; once it is on disk, the layer's `saved` is asked what next. A failure is told, and the layer
    /// stays as it is.
    Apply(Box<Change>),
    /// Takes the newest change back.
    Undo,
    /// Does again what was taken back.
    Redo,
    /// Asks, and does what was asked only after a yes.
    Confirm(Box<Question>),
    /// Keeps what stands typed in every layer.
    Keep,
    /// Keeps a draft under a name, or lets it go.
    Draft(String, Option<Value>),
    /// Works in another year of the ledger.
    Year(Year),
    /// Writes the report of a variant.
    Publish(Variant),
    /// Writes a reminder to each of the units.
    Remind(Vec<EntryId>, FileFormat),
    /// Says something in the lowest line, until the next key.
    Tell(String),
    /// Does what a command means to the highest layer.
    Run(Command),
    /// Gives typed characters to the highest layer.
    Type(String),
    /// Leaves the program; asks first when what stands typed cannot be kept.
    Quit,
    /// Leaves the program, whatever cannot be kept.
    Abandon,
    /// One after the other, until one is refused. When a draft could not be kept, the rest follows only after a yes.
    Do(Vec<Outcome>),
}

/// What a layer was asked for by the one below.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The index of a choice.
    Chosen(usize),
    /// A line of text, without blanks around it.
    Typed(String),
}

/// A question with what a yes does.
#[derive(Debug)]
pub struct Question {
    /// The question.
    pub text: String,
    /// What yes is called: a verb, never just "yes".
    pub yes: String,
    /// What happens then.
    pub then: Outcome,
}

impl Outcome {
    /// Opens a layer above this one.
    pub fn open(layer: impl Into<Layer>) -> Self {
        Self::Open(Box::new(layer.into()))
    }

    /// Opens a layer in the place of this one.
    pub fn replace(layer: impl Into<Layer>) -> Self {
        Self::Replace(Box::new(layer.into()))
    }

    /// Saves a change.
    pub fn apply(change: Change) -> Self {
        Self::Apply(Box::new(change))
    }

    /// Closes this layer and says something.
    pub fn close_and_tell(text: impl Into<String>) -> Self {
        Self::Do(vec![Self::Close, Self::Tell(text.into())])
    }
}
