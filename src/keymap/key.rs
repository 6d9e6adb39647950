//! Keys: as terminals send them, as keymap files write them, as the screen names them.

use crossterm::event::{KeyEvent, KeyEventKind};
use keybinds::{Key, KeyInput, KeySeq, Mods};

use crate::lang::Lang;
use crate::text;

/// Names that a keymap file may use, for proposing the nearest.
pub const NAMES: &[&str] = &[
    "Enter",
    "Esc",
    "Tab",
    "Space",
    "Plus",
    "Backspace",
    "Delete",
    "Insert",
    "Home",
    "End",
    "PageUp",
    "PageDown",
    "Up",
    "Down",
    "Left",
    "Right",
    "F1",
    "F2",
    "F3",
    "F4",
    "F5",
    "F6",
    "F7",
    "F8",
    "F9",
    "F10",
    "F11",
    "F12",
    "Ctrl",
    "Alt",
    "Shift",
];

/// Letters whose Ctrl key terminals send as Backspace, Tab, Enter or Esc.
const AMBIGUOUS: &str = "hijm[";

/// The key that an event means; none: it means nothing (a release, a lone modifier).
///
/// Backspace arrives as Ctrl-H from some clients, the keypad's Enter as Ctrl-J from tmux.
pub fn from_event(event: &KeyEvent) -> Option<KeyInput> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let input = KeyInput::from(event);
    match (input.key(), input.mods()) {
        (Key::Ignored | Key::Unidentified, _) => None,
        (Key::Char('h' | 'H'), Mods::CTRL) => Some(Key::Backspace.into()),
        (Key::Char('j' | 'J'), Mods::CTRL) => Some(Key::Enter.into()),
        (Key::Char(c), mods) => Some(KeyInput::new(lowered(c, mods), mods - Mods::SHIFT)),
        _ => Some(input),
    }
}

/// A key with Ctrl has no letter case.
const fn lowered(c: char, mods: Mods) -> char {
    if mods.contains(Mods::CTRL) { c.to_ascii_lowercase() } else { c }
}

/// The same key, its full-width character as the half-width one.
pub fn folded(input: KeyInput) -> KeyInput {
    match input.key() {
        Key::Char(c) => KeyInput::new(text::fold_key(c), input.mods()),
        _ => input,
    }
}

/// The character that a key types.
pub fn typed(input: KeyInput) -> Option<char> {
    match input.key() {
        Key::Char(c) if !input.mods().intersects(Mods::CTRL | Mods::ALT | Mods::CMD | Mods::WIN) => {
            (!c.is_control()).then_some(c)
        }
        _ => None,
    }
}

/// The two keys that Alt with a character may have been: inside tmux, Esc and a key typed soon after arrive as one.
pub fn parted(input: KeyInput) -> Option<[KeyInput; 2]> {
    match input.key() {
        Key::Char(c) if input.mods() == Mods::ALT => Some([Key::Esc.into(), c.into()]),
        _ => None,
    }
}

/// Reads what a keymap file writes: `Ctrl+n`, `Ctrl-N`, `Shift+Tab`, `g g`.
pub fn parse(text: &str) -> Result<KeySeq, String> {
    let keys: Result<Vec<KeyInput>, String> = text.split_ascii_whitespace().map(parse_one).collect();
    keys.and_then(|keys| if keys.is_empty() { Err(text.into()) } else { Ok(keys.into_iter().collect()) })
}

fn parse_one(text: &str) -> Result<KeyInput, String> {
    let mut plus = text.to_owned();
    for modifier in ["Ctrl-", "Alt-", "Shift-"] {
        if text.len() > modifier.len() {
            plus = plus.replace(modifier, &modifier.replace('-', "+"));
        }
    }
    let input: KeyInput = plus.parse().map_err(|_| text.to_owned())?;
    match input.key() {
        Key::Char(c) if c.is_control() => Err(text.into()),
        Key::Char(c) => Ok(KeyInput::new(lowered(c, input.mods()), input.mods())),
        _ => Ok(input),
    }
}

/// Whether terminals send the key as another one.
pub fn is_ambiguous(keys: &KeySeq) -> bool {
    keys.as_slice().iter().any(|input| match input.key() {
        Key::Char(c) => input.mods() == Mods::CTRL && AMBIGUOUS.contains(c),
        _ => false,
    })
}

/// What the keys are called on the screen: `Ctrl-N`, `F3`, 回车.
pub fn label(keys: &KeySeq, lang: Lang) -> String {
    let names: Vec<String> = keys.as_slice().iter().map(|&input| label_one(input, lang)).collect();
    names.join(if names.iter().all(|name| name.chars().count() == 1) { "" } else { " " })
}

fn label_one(input: KeyInput, lang: Lang) -> String {
    let mods = input.mods();
    let held = [(Mods::CTRL, "Ctrl-"), (Mods::ALT, "Alt-"), (Mods::SHIFT, "Shift-")];
    let mut label: String = held.iter().filter(|(one, _)| mods.contains(*one)).map(|(_, name)| *name).collect();
    match input.key() {
        Key::Char(c) if c != ' ' && mods.contains(Mods::CTRL) => label.extend(c.to_uppercase()),
        Key::Char(c) if c != ' ' => label.push(c),
        key => label.push_str(&key_name(key, lang)),
    }
    label
}

fn key_name(key: Key, lang: Lang) -> String {
    match (key, lang) {
        (Key::Enter, Lang::Zh) => "回车".into(),
        (Key::Char(' '), Lang::Zh) => "空格".into(),
        (Key::Backspace, Lang::Zh) => "退格".into(),
        (Key::Up, Lang::Zh) => "上键".into(),
        (Key::Down, Lang::Zh) => "下键".into(),
        (Key::Left, Lang::Zh) => "左键".into(),
        (Key::Right, Lang::Zh) => "右键".into(),
        (Key::Delete, _) => "Del".into(),
        (Key::PageUp, _) => "PgUp".into(),
        (Key::PageDown, _) => "PgDn".into(),
        (key, _) => key.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use crossterm::event::{KeyCode, KeyModifiers};

    use super::*;

    fn key(code: KeyCode, modifiers: KeyModifiers) -> Option<String> {
        from_event(&KeyEvent::new(code, modifiers)).map(|input| input.to_string())
    }

    #[test]
    fn r8_ctrl_h_is_backspace_and_ctrl_j_is_enter() {
        assert_eq!(key(KeyCode::Char('h'), KeyModifiers::CONTROL).as_deref(), Some("Backspace"));
        assert_eq!(key(KeyCode::Char('j'), KeyModifiers::CONTROL).as_deref(), Some("Enter"));
    }

    #[test]
    fn r9_a_release_means_nothing_and_a_repeat_counts() {
        let mut event = KeyEvent::new(KeyCode::Enter, KeyModifiers::NONE);
        event.kind = KeyEventKind::Release;
        assert_eq!(from_event(&event), None);
        event.kind = KeyEventKind::Repeat;
        assert_eq!(from_event(&event), Some(Key::Enter.into()));
    }

    #[test]
    fn shift_tab_and_capital_letters_arrive_as_written() {
        assert_eq!(key(KeyCode::BackTab, KeyModifiers::SHIFT).as_deref(), Some("Shift+Tab"));
        assert_eq!(key(KeyCode::Char('G'), KeyModifiers::SHIFT).as_deref(), Some("G"));
        assert_eq!(key(KeyCode::Char('N'), KeyModifiers::CONTROL | KeyModifiers::SHIFT).as_deref(), Some("Ctrl+n"));
    }

    #[test]
    fn keys_are_written_as_the_screen_shows_them_too() {
        assert_eq!(parse("Ctrl-N"), parse("Ctrl+n"));
        assert_eq!(parse("Shift-Tab"), parse("Shift+Tab"));
        assert!(parse("Ctlr+n").is_err());
        assert!(parse("").is_err());
        assert_eq!(parse("-").map(|keys| keys.to_string()).as_deref(), Ok("-"));
    }

    #[test]
    fn labels_are_short() {
        let shown = |text: &str| label(&parse(text).expect("a key"), Lang::Zh);
        assert_eq!(
            ["Ctrl+n", "F3", "Enter", "Shift+Tab", "g g", "PageDown", "Space"].map(shown),
            ["Ctrl-N", "F3", "回车", "Shift-Tab", "gg", "PgDn", "空格"]
        );
    }
}
