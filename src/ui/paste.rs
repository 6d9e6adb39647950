//! Pasted text: as such, or as a burst of keys on terminals that do not tell.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// Fewest characters that make a burst of keys a paste: nobody types so many between two reads.
const BURST: usize = 4;

/// Pasted text as text: line ends are `\n`, escape sequences and other control characters are gone.
pub fn clean(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                chars.next_if_eq(&'\n');
                clean.push('\n');
            }
            '\n' => clean.push('\n'),
            '\t' => clean.push('\t'),
            '\x1b' if chars.next_if_eq(&'[').is_some() => {
                while chars.next_if(|c| !('@'..='~').contains(c)).is_some() {}
                chars.next();
            }
            '\u{feff}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            c if c.is_control() => {}
            c => clean.push(c),
        }
    }
    clean
}

/// The same events, each burst of typed characters as one paste.
pub fn joined(events: Vec<Event>) -> Vec<Event> {
    let mut joined = Vec::new();
    let mut burst: Vec<Event> = Vec::new();
    for event in events {
        if typed(&event).is_some() {
            burst.push(event);
        } else {
            close(&mut joined, &mut burst);
            joined.push(event);
        }
    }
    close(&mut joined, &mut burst);
    joined
}

fn close(joined: &mut Vec<Event>, burst: &mut Vec<Event>) {
    if burst.len() < BURST {
        joined.append(burst);
    } else {
        joined.push(Event::Paste(burst.drain(..).filter_map(|event| typed(&event)).collect()));
    }
}

/// The character that an event would add to a paste.
pub fn typed(event: &Event) -> Option<char> {
    match event {
        Event::Key(KeyEvent { code, modifiers, kind, .. })
            if *kind != KeyEventKind::Release && (*modifiers - KeyModifiers::SHIFT).is_empty() =>
        {
            match code {
                KeyCode::Char(c) => Some(*c),
                KeyCode::Enter => Some('\n'),
                KeyCode::Tab => Some('\t'),
                _ => None,
            }
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<Event> {
        let code = |c| if c == '\n' { KeyCode::Enter } else { KeyCode::Char(c) };
        text.chars().map(|c| Event::Key(KeyEvent::new(code(c), KeyModifiers::NONE))).collect()
    }

    #[test]
    fn r10_line_ends_become_one_sort_and_control_characters_go() {
        assert_eq!(clean("一\r\n二\r三\n\x1b[31m红\x1b[0m\x07\x1b\u{202e}\u{feff}"), "一\n二\n三\n红");
        assert_eq!(clean("\x1b["), "");
    }

    #[test]
    fn ten_thousand_characters_come_through_as_they_are() {
        let text: String = "扎实推进“文明”创建…①—\n".chars().cycle().take(10_000).collect();
        assert_eq!(clean(&text), text);
    }

    #[test]
    fn r10_a_burst_of_keys_is_a_paste_and_a_few_keys_are_keys() {
        assert_eq!(joined(keys("一句话\n")), [Event::Paste("一句话\n".into())]);
        assert_eq!(joined(keys("中文")), keys("中文"));
        let esc = Event::Key(KeyEvent::new(KeyCode::Esc, KeyModifiers::NONE));
        let mixed: Vec<Event> = keys("abcd").into_iter().chain([esc.clone()]).chain(keys("e")).collect();
        assert_eq!(joined(mixed), [Event::Paste("abcd".into()), esc, keys("e").remove(0)]);
    }
}
