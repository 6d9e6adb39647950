//! Text with separated values (.csv, .txt): quoted cells, tabs, commas or semicolons → rows.

use super::GoOn;
use super::cell::Cell;
use super::error::ImportError;
use super::limit::STRIDE;
use super::table::Table;

/// What may part the cells of a line, the likelier first where two are as good.
const SEPARATORS: [char; 4] = ['\t', ',', ';', '，'];

/// Lines by which the separator is chosen.
const LOOK: usize = 20;

/// What a spreadsheet reads as the beginning of a formula; a text that begins so was written with a ' before it.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// Reads all lines of a text.
pub(super) fn read(text: &str, go_on: GoOn<'_>) -> Result<Table, ImportError> {
    let (separator, text) = separator(text);
    let mut reader = Reader { rest: text, line: 1, separator };
    let mut table = Table::default();
    while !reader.rest.is_empty() {
        let number = reader.line;
        let mut column = 0;
        loop {
            let (cell, is_last) = reader.cell()?;
            table.put(number, column, Cell::Text(bare(cell)))?;
            if is_last {
                break;
            }
            column += 1;
        }
        if table.rows.len().is_multiple_of(STRIDE) && !go_on(table.rows.len()) {
            return Err(ImportError::Cancelled);
        }
    }
    Ok(table)
}

/// The separator: as a first line `sep=;` says it, else the one that stands in most of the first lines.
fn separator(text: &str) -> (char, &str) {
    let first = text.lines().next().unwrap_or_default();
    if let Some(sign) = first.strip_prefix("sep=").and_then(|sign| sign.chars().next()) {
        return (sign, text[first.len()..].trim_start_matches('\r').strip_prefix('\n').unwrap_or_default());
    }
    let found = |sign: &char| text.lines().take(LOOK).filter(|line| outside_quotes(line, *sign)).count();
    let best = SEPARATORS.iter().rev().max_by_key(|sign| found(sign)).copied().unwrap_or(',');
    (if found(&best) == 0 { ',' } else { best }, text)
}

fn outside_quotes(line: &str, sign: char) -> bool {
    line.split('"').step_by(2).any(|part| part.contains(sign))
}

/// A text without the ' that keeps a spreadsheet from reading it as a formula.
fn bare(text: String) -> String {
    let is_formula = |rest: &&str| rest.trim_start_matches(['\'', ' ', '\n']).starts_with(FORMULA);
    match text.strip_prefix('\'').filter(is_formula) {
        Some(rest) => rest.to_owned(),
        None => text,
    }
}

struct Reader<'a> {
    rest: &'a str,
    /// The line that `rest` begins in, from 1.
    line: usize,
    separator: char,
}

impl Reader<'_> {
    /// The next cell, and whether its line ends with it.
    fn cell(&mut self) -> Result<(String, bool), ImportError> {
        let quoted = self.rest.trim_start_matches(' ').strip_prefix('"');
        match quoted {
            Some(inside) => self.quoted(inside),
            None => Ok(self.plain(String::new())),
        }
    }

    /// A cell in quotes, in which two stand for one; what follows the closing one up to the separator belongs to it.
    fn quoted(&mut self, inside: &str) -> Result<(String, bool), ImportError> {
        let opened = self.line;
        self.rest = &self.rest[self.rest.len() - inside.len()..];
        let mut text = String::new();
        loop {
            let Some(end) = self.rest.find('"') else { return Err(ImportError::Unclosed(opened)) };
            let part = &self.rest[..end];
            self.line += part.matches('\n').count();
            text.push_str(part);
            self.rest = &self.rest[end + 1..];
            match self.rest.strip_prefix('"') {
                Some(rest) => {
                    text.push('"');
                    self.rest = rest;
                }
                None => return Ok(self.plain(text)),
            }
        }
    }

    /// What stands before the next separator or line end, after `text`.
    fn plain(&mut self, mut text: String) -> (String, bool) {
        let end = self.rest.find([self.separator, '\n', '\r']).unwrap_or(self.rest.len());
        let (part, rest) = self.rest.split_at(end);
        text.push_str(part);
        let (rest, is_last) = match rest.strip_prefix(self.separator) {
            Some(rest) => (rest, false),
            None => (rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\n', '\r'])).unwrap_or(rest), true),
        };
        self.rest = rest;
        self.line += usize::from(is_last);
        (text, is_last)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    fn rows(text: &str) -> Vec<Vec<String>> {
        let table = read(text, &|_| true).expect("rows");
        table.rows.iter().map(|row| row.texts().into_iter().map(str::to_owned).collect()).collect()
    }

    fn numbers(text: &str) -> Vec<usize> {
        read(text, &|_| true).expect("rows").rows.iter().map(|row| row.number).collect()
    }

    #[test]
    fn quotes_line_ends_and_separators_inside_them_are_kept() {
        let text = "标题,备注\r\n\"甲,乙\",\"说\"\"好\"\"\n再来\"\r\n丙,\r\r\n,,丁";
        assert_eq!(rows(text), [vec!["标题", "备注"], vec!["甲,乙", "说\"好\"\n再来"], vec!["丙"], vec!["", "", "丁"]]);
        assert_eq!(numbers(text), [1, 2, 4, 6], "a blank line counts, and so do those inside quotes");
    }

    #[test]
    fn the_separator_is_the_one_that_parts_the_lines() {
        for (text, wanted) in [
            ("日期\t标题\n12-20\t甲，乙,丙\n", ["12-20", "甲，乙,丙"]),
            ("日期;标题\n12-20;甲\n", ["12-20", "甲"]),
            ("日期，标题\n12-20，甲\n", ["12-20", "甲"]),
            ("sep=|\r\n日期|标题\r\n12-20|甲\r\n", ["12-20", "甲"]),
        ] {
            assert_eq!(rows(text)[1], wanted, "{text}");
        }
        assert_eq!(rows("标题\n一列\n"), [["标题"], ["一列"]]);
    }

    #[test]
    fn a_quote_that_is_never_closed_is_told_with_its_line() {
        assert_eq!(read("标题\n\"甲\n乙\n", &|_| true), Err(ImportError::Unclosed(2)));
    }

    #[test]
    fn a_text_that_was_kept_from_being_a_formula_is_itself_again() {
        assert_eq!(rows("'=1+1,'甲,-5,''=1,'＝"), [["=1+1", "'甲", "-5", "'=1", "＝"]]);
    }

    #[test]
    fn reading_ends_when_it_is_told_to() {
        let text = "甲\n".repeat(STRIDE * 3);
        let asked = AtomicUsize::new(0);
        let go_on = |rows| {
            asked.store(rows, Ordering::Relaxed);
            rows < STRIDE * 2
        };
        assert_eq!(read(&text, &go_on), Err(ImportError::Cancelled));
        assert_eq!(asked.into_inner(), STRIDE * 2);
    }
}
