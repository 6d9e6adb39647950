//! Places left open by hand: `**`, `××`, `XX`, `____`.

use std::ops::Range;

/// The blanks typed by hand in `text`, as byte ranges: each run of two or more of one sign is one blank.
///
/// `XX` inside a longer Latin word, as in XXL, is none.
pub fn typed_blanks(text: &str) -> Vec<Range<usize>> {
    let mut blanks = Vec::new();
    let mut rest = text;
    while let Some(found) = rest.find(['*', '×', 'X', '_']) {
        let from = text.len() - rest.len() + found;
        let run = run_at(text, from);
        rest = &text[run.end..];
        if is_blank(text, &run) {
            blanks.push(run);
        }
    }
    blanks
}

/// The run of one sign that begins at `from`.
fn run_at(text: &str, from: usize) -> Range<usize> {
    let run = &text[from..];
    let sign = run.chars().next().unwrap_or_default();
    from..text.len() - run.trim_start_matches(sign).len()
}

fn is_blank(text: &str, run: &Range<usize>) -> bool {
    let signs = &text[run.clone()];
    signs.chars().nth(1).is_some() && !(signs.starts_with('X') && is_inside_a_word(text, run))
}

fn is_inside_a_word(text: &str, run: &Range<usize>) -> bool {
    let before = text[..run.start].chars().next_back();
    let after = text[run.end..].chars().next();
    before.is_some_and(is_latin) || after.is_some_and(is_latin)
}

fn is_latin(c: char) -> bool {
    c.is_alphabetic() && c < '\u{0250}'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        typed_blanks(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn each_run_is_one_blank() {
        assert_eq!(found("开展**次，参加***人，××单位XX同志，____场"), ["**", "***", "××", "XX", "____"]);
        assert_eq!(found("20XX年XXX人"), ["XX", "XXX"]);
        assert_eq!(found("**××"), ["**", "××"]);
    }

    #[test]
    fn single_signs_and_latin_words_are_none() {
        assert_eq!(found("3×4，a*b，X光，file_name，XXL，MAXX，XXè"), [""; 0]);
    }

    #[test]
    fn ranges_are_those_of_the_text() {
        assert_eq!(typed_blanks("共**次"), vec![3..5]);
    }
}
