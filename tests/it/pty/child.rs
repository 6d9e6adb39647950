//! A small program for the terminal: one text field, and the news of what arrived. The test binary starts itself to
//! play it, so that the terminal is tried without a ledger.

use std::env;
use std::process::{self, Output, Stdio};
use std::sync::Arc;

use portable_pty::CommandBuilder;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use taizhang::command::{Command, Context};
use taizhang::keymap::Keymap;
use taizhang::lang::Lang;
use taizhang::ui::keyboard::Keyboard;
use taizhang::ui::outcome::Input;
use taizhang::ui::run::{Flow, Program, Signal, Stage};
use taizhang::ui::scene::Look;
use taizhang::ui::widget::{TextField, line};
use taizhang::ui::{Options, Surroundings};

use super::{Pty, Sort};

/// Set where the test binary is to play the program.
const PLAYED: &str = "TAIZHANG_TEST_CHILD";

/// What makes the test binary play it, on its main thread.
const ARGUMENTS: [&str; 4] =
    ["--exact", "pty::child::what_is_typed_arrives_in_a_program_that_is_played", "--nocapture", "--test-threads=1"];

/// The command that plays the program.
pub fn command() -> CommandBuilder {
    let mut command = CommandBuilder::new(env::current_exe().expect("the test binary"));
    command.args(ARGUMENTS);
    command.env_clear();
    command.env(PLAYED, "1");
    command
}

/// Plays it where there is no terminal.
pub fn without_terminal() -> Output {
    let mut command = process::Command::new(env::current_exe().expect("the test binary"));
    command.args(ARGUMENTS).env_clear().env(PLAYED, "1").stdin(Stdio::null());
    command.output().expect("it runs")
}

/// Both parts: the test types, and the binary that it starts comes here again to play.
#[test]
fn what_is_typed_arrives_in_a_program_that_is_played() {
    if env::var_os(PLAYED).is_some() {
        return play();
    }
    let mut pty = Pty::start(command(), 100, 24, Sort::Narrow);
    pty.send("早");
    pty.wait_for("characters=1");
    pty.send("\x11");
    assert_eq!(pty.exit_code(), 0);
}

fn play() {
    let options = Options { lang: Lang::En, keymap: Keymap::office() };
    if let Some(mut stage) = Stage::enter(options, &Surroundings::read()).expect("a terminal") {
        let mut program = Field::new(stage.look().clone());
        stage.play(&mut program).expect("it plays");
    }
}

struct Field {
    look: Look,
    keyboard: Keyboard,
    typed: TextField,
    pastes: usize,
    frames: usize,
}

impl Field {
    fn new(look: Look) -> Self {
        let keyboard = Keyboard::new(Arc::clone(&look.keymap), Context::Editor);
        Self { look, keyboard, typed: TextField::multi(""), pastes: 0, frames: 0 }
    }

    fn give(&mut self, input: &Input) -> Flow {
        match input {
            Input::Command(Command::Quit) => Flow::Quit,
            Input::Command(Command::Redraw) => Flow::Redraw,
            Input::Command(Command::Publish) => panic!("asked to panic"),
            input => {
                self.typed.update(input, &self.look.clipboard);
                Flow::Stay
            }
        }
    }
}

impl Program for Field {
    fn update(&mut self, signal: Signal) -> Flow {
        let inputs: Vec<Input> = match signal {
            Signal::Paste(text) => {
                self.pastes += 1;
                vec![Input::Paste(text)]
            }
            Signal::Key(event) => {
                let keys = self.keyboard.keys(&event, Context::Editor);
                keys.into_iter().filter_map(|key| self.keyboard.read(key, Context::Editor)).collect()
            }
        };
        inputs.iter().map(|input| self.give(input)).last().unwrap_or(Flow::Stay)
    }

    fn view(&mut self, buffer: &mut Buffer, area: Rect) -> Option<Position> {
        self.frames += 1;
        let text = self.typed.text();
        let news = format!(
            "ready {}x{} characters={} lines={} pastes={} frames={} wide={}",
            area.width,
            area.height,
            text.chars().count(),
            text.split('\n').count(),
            self.pastes,
            self.frames,
            self.look.cells.ambiguous_wide,
        );
        line::row(buffer, area, area.y, &news, Style::new(), self.look.cells);
        let room = Rect { y: area.y + 1, height: area.height - 1, ..area };
        self.typed.arrange(room.width, room.height, self.look.cells);
        self.typed.view(buffer, room, true, &self.look)
    }
}
