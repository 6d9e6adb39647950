//! Typed and pasted text made fit to keep: no control characters, escape sequences or bidi controls.

/// One line: line ends and tabs become a blank, the ends are trimmed.
pub fn line(typed: &str) -> String {
    let kept: Vec<String> = lines(typed).lines().map(|line| line.trim().to_owned()).collect();
    kept.iter().filter(|line| !line.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" ")
}

/// Several lines: every sort of line end becomes `\n`; blank lines at the ends and blanks at line ends go.
pub(super) fn lines(typed: &str) -> String {
    let unescaped = without_escapes(typed);
    let text: String = unescaped.replace("\r\n", "\n").chars().filter_map(kept).collect();
    let trimmed: Vec<&str> = text.lines().map(str::trim_end).collect();
    trimmed.join("\n").trim_matches(['\n', ' ', '\u{3000}']).to_owned()
}

fn kept(c: char) -> Option<char> {
    match c {
        '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\t' => Some(' '),
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' => None,
        _ if c.is_control() => None,
        _ => Some(c),
    }
}

/// Text without the sequences that colour a terminal or move its cursor: ESC `[` … letter.
fn without_escapes(text: &str) -> String {
    let mut parts = text.split('\u{1b}');
    let mut clean = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        clean.push_str(part.strip_prefix('[').map_or(part, after_sequence));
    }
    clean
}

/// What stands after the parameters and the final letter of a sequence.
fn after_sequence(text: &str) -> &str {
    let rest = text.trim_start_matches(|c: char| matches!(c, ' '..='?'));
    rest.strip_prefix(|c: char| matches!(c, '@'..='~')).unwrap_or(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_moves_the_cursor_is_dropped_and_words_stay() {
        assert_eq!(line(" \u{1b}[31m红\u{1b}[0m\u{7}灯\u{202E}笼\t挂 \n 起 "), "红灯笼 挂 起");
        assert_eq!(lines("一 \r\n二\r三\u{0}\n\n"), "一\n二\n三");
        assert_eq!(line("\u{1b}"), "");
    }

    #[test]
    fn clean_text_stays_as_it_is() {
        for text in ["文化站里过冬至", "👩‍👩‍👧 a", "第一行\n\n  第三行"] {
            assert_eq!(lines(text), text);
        }
    }
}
