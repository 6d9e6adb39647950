//! A Rust file as the tests about our own source see it: code without comments and literals, and the literals apart.

use std::fs;
use std::path::{Path, PathBuf};

/// A string literal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Literal {
    /// The line where it begins, from 1.
    pub line: usize,
    /// What stands between the quotes, escapes as written.
    pub text: String,
}

/// A source file, taken apart.
#[derive(Clone, Debug)]
pub struct RustSource {
    /// Below `src`, with `/`.
    pub path: String,
    /// The text with comments and literals blanked; lines stay where they were.
    pub code: String,
    /// The string literals in their order.
    pub literals: Vec<Literal>,
}

impl RustSource {
    /// Takes a text apart.
    pub fn read(path: &str, text: &str) -> Self {
        let mut scan =
            Scan { chars: text.chars().collect(), at: 0, line: 1, code: String::new(), literals: Vec::new() };
        while scan.step() {}
        Self { path: path.into(), code: scan.code, literals: scan.literals }
    }

    /// How many lines it has.
    pub fn lines(&self) -> usize {
        self.code.lines().count()
    }

    /// The modules that it stands in: `board/todo.rs` → board, todo.
    pub fn module(&self) -> Vec<&str> {
        let path = self.path.trim_end_matches(".rs");
        let path = path.strip_suffix("/mod").unwrap_or(path);
        if path == "lib" || path == "main" { Vec::new() } else { path.split('/').collect() }
    }

    /// The lines that are compiled for tests only, first and last, from 1.
    pub fn test_lines(&self) -> Vec<(usize, usize)> {
        self.test_items().map(|(start, end)| (self.line_at(start), self.line_at(end))).collect()
    }

    /// The names of the files that are compiled for tests only: `#[cfg(test)] mod bench;` → bench.
    pub fn test_modules(&self) -> Vec<&str> {
        let items = self.test_items().filter_map(|(start, end)| self.code[start..end].strip_suffix(';'));
        items.filter_map(|item| Some(item.rsplit_once("mod ")?.1.trim())).collect()
    }

    /// The line of a byte of the code.
    pub fn line_at(&self, byte: usize) -> usize {
        self.code[..byte].matches('\n').count() + 1
    }

    fn test_items(&self) -> impl Iterator<Item = (usize, usize)> {
        self.code.match_indices("#[cfg(test)]").map(|(start, _)| (start, item_end(&self.code, start)))
    }
}

/// Every `.rs` file below `src`.
pub fn all() -> Vec<RustSource> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    collect(&root, &mut paths);
    paths.sort();
    paths.iter().map(|path| read(&root, path)).collect()
}

fn read(root: &Path, path: &Path) -> RustSource {
    let below: Vec<_> =
        path.strip_prefix(root).expect("it was found there").iter().map(|part| part.to_string_lossy()).collect();
    RustSource::read(&below.join("/"), &fs::read_to_string(path).expect("a source file is text"))
}

fn collect(dir: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).expect("src can be listed") {
        let path = entry.expect("src can be listed").path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// Where the item ends that begins at `start`: after its `;` or its closing brace.
fn item_end(code: &str, start: usize) -> usize {
    let mut depth = 0_usize;
    for (at, c) in code[start..].char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 && matches!(c, ';' | '}') {
            return start + at + 1;
        }
    }
    code.len()
}

struct Scan {
    chars: Vec<char>,
    at: usize,
    line: usize,
    code: String,
    literals: Vec<Literal>,
}

impl Scan {
    fn step(&mut self) -> bool {
        let Some(c) = self.peek(0) else { return false };
        match c {
            '/' if self.peek(1) == Some('/') => self.blank_while(|scan| scan.peek(0) != Some('\n')),
            '/' if self.peek(1) == Some('*') => self.block_comment(),
            '"' => self.quoted(),
            'r' | 'b' if self.starts_raw() => self.raw(),
            '\'' => self.tick(),
            _ if is_word(c) => self.word(),
            _ => self.keep(),
        }
        true
    }

    fn peek(&self, ahead: usize) -> Option<char> {
        self.chars.get(self.at + ahead).copied()
    }

    fn keep(&mut self) {
        self.take(true);
    }

    fn blank(&mut self) {
        self.take(false);
    }

    fn take(&mut self, kept: bool) {
        let Some(c) = self.peek(0) else { return };
        self.line += usize::from(c == '\n');
        self.code.push(if kept || c == '\n' { c } else { ' ' });
        self.at += 1;
    }

    fn word(&mut self) {
        while self.peek(0).is_some_and(is_word) {
            self.keep();
        }
    }

    fn blank_while(&mut self, goes_on: impl Fn(&Self) -> bool) {
        while self.peek(0).is_some() && goes_on(self) {
            self.blank();
        }
    }

    fn block_comment(&mut self) {
        let mut depth = 0_usize;
        loop {
            let step = match (self.peek(0), self.peek(1)) {
                (Some('/'), Some('*')) => 1,
                (Some('*'), Some('/')) => -1,
                (None, _) => return,
                _ => 0,
            };
            self.blank();
            if step != 0 {
                self.blank();
                depth = depth.saturating_add_signed(step);
            }
            if depth == 0 {
                return;
            }
        }
    }

    fn quoted(&mut self) {
        let (line, start) = (self.line, self.at + 1);
        self.keep();
        while self.peek(0).is_some_and(|c| c != '"') {
            if self.peek(0) == Some('\\') {
                self.blank();
            }
            self.blank();
        }
        self.literal(line, start);
        self.keep();
    }

    /// Whether `r"`, `r#"`, `br"` or the like begins here.
    fn starts_raw(&self) -> bool {
        let r = usize::from(self.peek(0) == Some('b'));
        let hashes = self.hashes(r + 1);
        self.peek(r) == Some('r') && self.peek(r + 1 + hashes) == Some('"')
    }

    /// How many `#` stand in a row, some characters ahead.
    fn hashes(&self, ahead: usize) -> usize {
        self.chars.iter().skip(self.at + ahead).take_while(|c| **c == '#').count()
    }

    fn raw(&mut self) {
        let line = self.line;
        self.blank_while(|scan| matches!(scan.peek(0), Some('b' | 'r')));
        let hashes = self.hashes(0);
        self.blank_while(|scan| scan.peek(0) == Some('#'));
        self.keep();
        let start = self.at;
        self.blank_while(|scan| {
            !(scan.peek(0) == Some('"') && (1..=hashes).all(|ahead| scan.peek(ahead) == Some('#')))
        });
        self.literal(line, start);
        self.keep();
        self.blank_while(|scan| scan.peek(0) == Some('#'));
    }

    fn literal(&mut self, line: usize, start: usize) {
        let text = self.chars[start.min(self.at)..self.at].iter().collect();
        self.literals.push(Literal { line, text });
    }

    /// A character literal, or the tick of a lifetime.
    fn tick(&mut self) {
        let escaped = self.peek(1) == Some('\\');
        if !escaped && self.peek(2) != Some('\'') {
            return self.keep();
        }
        self.blank();
        if escaped {
            self.blank();
        }
        self.blank();
        self.blank_while(|scan| scan.peek(0) != Some('\''));
        self.blank();
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

#[test]
fn comments_and_literals_are_blanked_and_lines_stay() {
    let text = "// crate::a\nlet x = \"crate::b\\\"\"; /* crate::c /* d */ */\nlet y = r#\"e \"f\"\"#;";
    let source = RustSource::read("x.rs", text);
    assert!(!source.code.contains("crate"), "{}", source.code);
    assert_eq!(source.lines(), 3);
    let found: Vec<_> = source.literals.iter().map(|one| (one.line, one.text.as_str())).collect();
    assert_eq!(found, [(2, "crate::b\\\""), (3, "e \"f\"")]);
}

#[test]
fn character_literals_and_lifetimes_are_told_apart() {
    let source = RustSource::read("x.rs", "fn f<'a>(x: &'a str) { ['\"', '\\'', '\\u{3000}', 'b'] } \"汉\"");
    assert_eq!(source.literals, [Literal { line: 1, text: "汉".into() }]);
    assert!(source.code.contains("&'a str"));
}

#[test]
fn a_word_that_ends_in_r_begins_no_raw_literal() {
    let source = RustSource::read("x.rs", "for\"a\"; br\"b\"; b\"c\"");
    let texts: Vec<_> = source.literals.iter().map(|one| one.text.as_str()).collect();
    assert_eq!(texts, ["a", "b", "c"]);
}

#[test]
fn what_is_compiled_for_tests_only_is_found() {
    let source = RustSource::read(
        "a/mod.rs",
        "#[cfg(test)]\nmod bench;\nfn f() {}\n#[cfg(test)]\nmod tests {\n  fn g() {}\n}\n",
    );
    assert_eq!(source.test_modules(), ["bench"]);
    assert_eq!(source.test_lines(), [(1, 2), (4, 7)]);
    assert_eq!(source.module(), ["a"]);
}
