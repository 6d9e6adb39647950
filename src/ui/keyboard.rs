//! From keys to inputs: looks them up, keeps the beginning of a longer key, and knows the mode.

use std::sync::Arc;

use crossterm::event::KeyEvent;
use keybinds::KeyInput;

use super::outcome::Input;
use crate::command::{Command, Context};
use crate::keymap::{Keymap, Meaning, Mode};

/// The state of the keyboard.
#[derive(Debug)]
pub struct Keyboard {
    keymap: Arc<Keymap>,
    mode: Mode,
    begun: Vec<KeyInput>,
}

impl Keyboard {
    /// A keyboard that stands in `context`.
    pub fn new(keymap: Arc<Keymap>, context: Context) -> Self {
        let mode = keymap.first_mode(context);
        Self { keymap, mode, begun: Vec::new() }
    }

    /// Whether letters are typed or are commands in `context`.
    pub fn mode(&self, context: Context) -> Mode {
        self.keymap.mode_in(context, self.mode)
    }

    /// Takes note that a layer opened, or was come back to.
    pub fn enter(&mut self, context: Context) {
        self.mode = self.keymap.first_mode(context);
        self.begun.clear();
    }

    /// The keys that an event stands for; each is to be read in the context that the one before leads to.
    pub fn keys(&self, event: &KeyEvent, context: Context) -> Vec<KeyInput> {
        self.keymap.keys(event, context, self.mode)
    }

    /// What a key means in `context`, if it is complete and means anything.
    pub fn read(&mut self, key: KeyInput, context: Context) -> Option<Input> {
        self.begun.push(key);
        let mut meaning = self.keymap.meaning(&self.begun, context, self.mode);
        if meaning == Meaning::Nothing && self.begun.len() > 1 {
            self.begun = vec![key];
            meaning = self.keymap.meaning(&self.begun, context, self.mode);
        }
        if meaning != Meaning::Prefix {
            self.begun.clear();
        }
        self.input(meaning)
    }

    fn input(&mut self, meaning: Meaning) -> Option<Input> {
        match meaning {
            Meaning::Command(Command::InsertMode) => self.mode = Mode::Insert,
            Meaning::Command(Command::NormalMode) => self.mode = Mode::Normal,
            Meaning::Command(command) => return Some(Input::Command(command)),
            Meaning::Text(c) => return Some(Input::Text(c.into())),
            Meaning::Prefix | Meaning::Nothing => {}
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use crossterm::event::{KeyCode, KeyModifiers};

    use super::*;

    fn typed(keyboard: &mut Keyboard, context: Context, text: &str) -> Vec<Input> {
        let mut inputs = Vec::new();
        for c in text.chars() {
            let code = if c == '\u{1b}' { KeyCode::Esc } else { KeyCode::Char(c) };
            for key in keyboard.keys(&KeyEvent::new(code, KeyModifiers::NONE), context) {
                inputs.extend(keyboard.read(key, context));
            }
        }
        inputs
    }

    #[test]
    fn a_longer_key_is_waited_for_and_a_wrong_one_is_forgotten() {
        let vim = Arc::new(Keymap::load("vim").expect("vim"));
        let mut keyboard = Keyboard::new(vim, Context::List);
        assert_eq!(typed(&mut keyboard, Context::List, "gg"), [Input::Command(Command::Top)]);
        assert_eq!(typed(&mut keyboard, Context::List, "gj"), [Input::Command(Command::Down)]);
        assert_eq!(typed(&mut keyboard, Context::List, "ggg"), [Input::Command(Command::Top)]);
    }

    #[test]
    fn esc_stops_typing_before_it_goes_back() {
        let vim = Arc::new(Keymap::load("vim").expect("vim"));
        let mut keyboard = Keyboard::new(vim, Context::Form);
        let inputs = typed(&mut keyboard, Context::Form, "j\u{1b}j\u{1b}");
        let expected = [Input::Text("j".into()), Input::Command(Command::NextField), Input::Command(Command::Back)];
        assert_eq!(inputs, expected);
    }

    #[test]
    fn alt_x_inside_tmux_is_esc_and_x() {
        let mut keyboard = Keyboard::new(Arc::new(Keymap::office()), Context::List);
        let keys = keyboard.keys(&KeyEvent::new(KeyCode::Char('5'), KeyModifiers::ALT), Context::List);
        let inputs: Vec<Input> = keys
            .into_iter()
            .zip([Context::List, Context::Board])
            .filter_map(|(key, at)| keyboard.read(key, at))
            .collect();
        assert_eq!(inputs, [Input::Command(Command::Back), Input::Command(Command::Digit5)]);
    }
}
