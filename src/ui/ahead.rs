//! Keys typed while the terminal was being probed: the few bytes that came before the reader thread began.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

/// The keys in `bytes`; sequences that are no key are dropped.
pub fn events(bytes: &[u8]) -> Vec<Event> {
    let text = String::from_utf8_lossy(bytes);
    let mut rest = text.as_ref();
    let mut events = Vec::new();
    while let Some(c) = rest.chars().next() {
        let (event, length) = match sequence(rest) {
            Some((code, length)) => (code.map(|code| KeyEvent::new(code, KeyModifiers::NONE)), length),
            None => (Some(single(c)), c.len_utf8()),
        };
        events.extend(event.map(Event::Key));
        rest = &rest[length..];
    }
    events
}

/// The key of an escape sequence at the beginning of `text`, and the sequence's length.
fn sequence(text: &str) -> Option<(Option<KeyCode>, usize)> {
    if let Some(body) = text.strip_prefix("\x1bO") {
        let last = body.chars().next()?;
        return Some((letter(last), 2 + last.len_utf8()));
    }
    let body = text.strip_prefix("\x1b[")?;
    let end = body.find(|c: char| ('@'..='~').contains(&c))?;
    let (parameters, last) = (&body[..end], body[end..].chars().next()?);
    let code = if last == '~' { numbered(parameters) } else { letter(last) };
    Some((code, 2 + end + last.len_utf8()))
}

const fn letter(last: char) -> Option<KeyCode> {
    Some(match last {
        'A' => KeyCode::Up,
        'B' => KeyCode::Down,
        'C' => KeyCode::Right,
        'D' => KeyCode::Left,
        'H' => KeyCode::Home,
        'F' => KeyCode::End,
        'Z' => KeyCode::BackTab,
        'P' => KeyCode::F(1),
        'Q' => KeyCode::F(2),
        'R' => KeyCode::F(3),
        'S' => KeyCode::F(4),
        _ => return None,
    })
}

fn numbered(parameters: &str) -> Option<KeyCode> {
    Some(match parameters.parse().ok()? {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        n @ 11..=15 => KeyCode::F(n - 10),
        n @ 17..=21 => KeyCode::F(n - 11),
        n @ 23..=24 => KeyCode::F(n - 12),
        _ => return None,
    })
}

fn single(c: char) -> KeyEvent {
    let plain = |code| KeyEvent::new(code, KeyModifiers::NONE);
    match c {
        '\r' => plain(KeyCode::Enter),
        '\t' => plain(KeyCode::Tab),
        '\x1b' => plain(KeyCode::Esc),
        '\x7f' => plain(KeyCode::Backspace),
        '\x01'..='\x1a' => {
            let letter = char::from(c as u8 - 1 + b'a');
            KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL)
        }
        c => plain(KeyCode::Char(c)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_ahead_is_read_as_keys() {
        let codes: Vec<KeyCode> = events("\x1bOR中\x1b[A\x1b[20~\x1b[99~\r\x1b".as_bytes())
            .into_iter()
            .filter_map(|event| event.as_key_event().map(|key| key.code))
            .collect();
        let expected = [KeyCode::F(3), KeyCode::Char('中'), KeyCode::Up, KeyCode::F(9), KeyCode::Enter, KeyCode::Esc];
        assert_eq!(codes, expected);
    }

    #[test]
    fn control_letters_keep_their_ctrl() {
        let expected = KeyEvent::new(KeyCode::Char('s'), KeyModifiers::CONTROL);
        assert_eq!(events(b"\x13"), [Event::Key(expected)]);
    }
}
