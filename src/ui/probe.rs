//! What this terminal makes of Chinese: prints some, and asks where the cursor went. Before the reader thread starts.
//!
//! “ is of ambiguous width: one cell in most terminals, two in some. 中 is two wherever UTF-8 is understood; in a
//! GB18030 session typed Chinese would vanish without an event.

use std::io;

use crossterm::event::Event;

use super::ahead;

/// The row that is printed on, from 1. Not the first: F3 with Shift looks like an answer from there.
const ROW: u16 = 2;

/// “, of ambiguous width.
const QUOTE: char = '\u{201c}';
/// 中 twice: an odd number of bytes would leave a two-byte encoding waiting for another.
const HAN: &str = "\u{4e2d}\u{4e2d}";

/// What the terminal answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Probe {
    /// Cells that “ takes.
    pub quote: Option<u16>,
    /// Cells that 中中 takes.
    pub han: Option<u16>,
    /// Keys that were typed meanwhile.
    pub typed: Vec<Event>,
}

/// Asks the terminal, and waits 200 ms at most.
#[cfg(unix)]
pub fn probe() -> io::Result<Probe> {
    use std::io::{Read, Write};
    use std::time::{Duration, Instant};

    use rustix::event::{PollFd, PollFlags, poll};

    let mut tty = super::terminal::tty()?;
    let mut out = io::stdout();
    write!(out, "\x1b[{ROW};1H{QUOTE}\x1b[6n\r{HAN}\x1b[6n\r\x1b[2K")?;
    out.flush()?;
    let deadline = Instant::now() + Duration::from_millis(200);
    let mut bytes = Vec::new();
    while answers(&bytes).0.len() < 2 {
        let left = deadline.saturating_duration_since(Instant::now());
        let timeout = left.try_into().ok();
        let mut fds = [PollFd::new(&tty, PollFlags::IN)];
        if left.is_zero() || poll(&mut fds, timeout.as_ref())? == 0 {
            break;
        }
        let mut buffer = [0; 1024];
        match tty.read(&mut buffer)? {
            0 => break,
            count => bytes.extend_from_slice(&buffer[..count]),
        }
    }
    Ok(judged(&bytes))
}

/// Asks the terminal.
#[cfg(not(unix))]
pub fn probe() -> io::Result<Probe> {
    Ok(Probe::default())
}

fn judged(bytes: &[u8]) -> Probe {
    let (columns, rest) = answers(bytes);
    let cells = |index: usize| columns.get(index).map(|column| column.saturating_sub(1));
    Probe { quote: cells(0), han: cells(1), typed: ahead::events(&rest) }
}

/// The columns the cursor was in, and the bytes that are no answer.
fn answers(bytes: &[u8]) -> (Vec<u16>, Vec<u8>) {
    let (mut columns, mut rest) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < bytes.len() {
        if let Some((column, length)) = answer(&bytes[at..]) {
            columns.push(column);
            at += length;
        } else {
            rest.push(bytes[at]);
            at += 1;
        }
    }
    (columns, rest)
}

/// The column in an answer at the beginning of `bytes`, and the answer's length: `ESC [ row ; column R`.
fn answer(bytes: &[u8]) -> Option<(u16, usize)> {
    let body = bytes.strip_prefix(b"\x1b[")?;
    let end = body.iter().position(|byte| !byte.is_ascii_digit() && *byte != b';')?;
    let (row, column) = std::str::from_utf8(&body[..end]).ok()?.split_once(';')?;
    let here = body[end] == b'R' && row.parse() == Ok(ROW);
    here.then_some((column.parse().ok()?, end + 3))
}

/// Why this terminal cannot show or take Chinese.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The locale names another encoding.
    Locale(String),
    /// 中中 takes this many cells, not four.
    Width(u16),
}

/// Whether Chinese would be lost here, judged by the locale's name and by what the terminal answered.
pub fn trouble(locale: &str, probe: &Probe) -> Option<Trouble> {
    if codeset(locale).is_some_and(|codeset| !is_utf8(codeset)) {
        return Some(Trouble::Locale(locale.into()));
    }
    probe.han.filter(|&cells| cells != 4).map(Trouble::Width)
}

/// The encoding that a locale's name ends in: `UTF-8` in `zh_CN.UTF-8@pinyin`.
fn codeset(locale: &str) -> Option<&str> {
    let (_, codeset) = locale.split_once('.')?;
    codeset.split('@').next().filter(|codeset| !codeset.is_empty())
}

fn is_utf8(codeset: &str) -> bool {
    codeset.replace('-', "").eq_ignore_ascii_case("utf8")
}

#[cfg(test)]
mod tests {
    use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

    use super::*;

    #[test]
    fn answers_are_told_from_keys_typed_meanwhile() {
        let probe = judged("\x1b[2;3R好\x1b[2;5R\r".as_bytes());
        assert_eq!((probe.quote, probe.han), (Some(2), Some(4)));
        let key = |code| Event::Key(KeyEvent::new(code, KeyModifiers::NONE));
        assert_eq!(probe.typed, [key(KeyCode::Char('好')), key(KeyCode::Enter)]);
    }

    #[test]
    fn a_terminal_that_does_not_answer_is_taken_as_an_ordinary_one() {
        let probe = judged(b"");
        assert_eq!(probe, Probe::default());
        assert_eq!(trouble("zh_CN.UTF-8", &probe), None);
    }

    #[test]
    fn another_encoding_is_seen_by_the_locale_or_by_the_width() {
        let fine = Probe { quote: Some(1), han: Some(4), typed: Vec::new() };
        for locale in ["", "C", "POSIX", "zh_CN", "zh_CN.UTF-8", "zh_CN.utf8", "C.UTF-8", "zh_CN.UTF-8@pinyin"] {
            assert_eq!(trouble(locale, &fine), None, "{locale}");
        }
        assert_eq!(trouble("zh_CN.GB18030", &fine), Some(Trouble::Locale("zh_CN.GB18030".into())));
        let wrong = Probe { han: Some(6), ..fine };
        assert_eq!(trouble("zh_CN.UTF-8", &wrong), Some(Trouble::Width(6)));
    }
}
