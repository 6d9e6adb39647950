//! What a terminal sends for a key.

/// The bytes of a key: a name such as `F8`, `Enter`, `Ctrl-S`, or a character itself.
pub fn bytes(name: &str) -> &str {
    match named(name) {
        Some(bytes) => bytes,
        None => name.strip_prefix("Ctrl-").map_or(name, |letter| control(letter)),
    }
}

fn named(name: &str) -> Option<&'static str> {
    Some(match name {
        "Enter" => "\r",
        "Esc" => "\x1b",
        "Tab" => "\t",
        "Shift-Tab" => "\x1b[Z",
        "Backspace" => "\x7f",
        "Space" => " ",
        "Up" => "\x1b[A",
        "Down" => "\x1b[B",
        "Right" => "\x1b[C",
        "Left" => "\x1b[D",
        "Home" => "\x1b[H",
        "End" => "\x1b[F",
        "PgUp" => "\x1b[5~",
        "PgDn" => "\x1b[6~",
        "Del" => "\x1b[3~",
        _ => return function(name),
    })
}

fn function(name: &str) -> Option<&'static str> {
    Some(match name {
        "F1" => "\x1bOP",
        "F2" => "\x1bOQ",
        "F3" => "\x1bOR",
        "F4" => "\x1bOS",
        "F5" => "\x1b[15~",
        "F6" => "\x1b[17~",
        "F7" => "\x1b[18~",
        "F8" => "\x1b[19~",
        "F9" => "\x1b[20~",
        _ => return None,
    })
}

/// The control character of a letter.
fn control(letter: &str) -> &'static str {
    const ALL: &str =
        "\x01\x02\x03\x04\x05\x06\x07\x08\t\n\x0b\x0c\r\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a";
    let at = letter.bytes().next().expect("a control key has a letter") - b'A';
    &ALL[usize::from(at)..=usize::from(at)]
}

#[test]
fn keys_are_sent_as_a_terminal_sends_them() {
    assert_eq!(["Enter", "Ctrl-S", "F9", "7", "汉"].map(bytes), ["\r", "\x13", "\x1b[20~", "7", "汉"]);
}
