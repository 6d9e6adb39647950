//! Reads from a source file which rooms of the crate it names.

use crate::rust_source::RustSource;

/// A path into the crate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// Its line, from 1.
    pub line: usize,
    /// The top-level module that it leads to; `*` for all of them.
    pub room: String,
    /// Its beginning, as it would be written from the crate's root.
    pub path: String,
}

/// Every path of the file that starts at the crate's root, or climbs to it through `super`.
pub fn of(source: &RustSource) -> Vec<Import> {
    let mut found = rooted(source);
    found.extend(climbing(source));
    found.sort_by_key(|import| import.line);
    found
}

/// The paths that begin with `crate::`.
fn rooted(source: &RustSource) -> Vec<Import> {
    let starts = source.code.match_indices("crate::").filter(|(at, _)| !ends_in_word(&source.code[..*at]));
    starts.flat_map(|(at, word)| branches(source, at + word.len())).collect()
}

/// The paths whose `super`s lead up to the crate's root.
fn climbing(source: &RustSource) -> Vec<Import> {
    let code = &source.code;
    let starts =
        code.match_indices("super::").filter(|(at, _)| !code[..*at].ends_with("::") && !ends_in_word(&code[..*at]));
    let climbs = starts.filter_map(|(at, _)| {
        let tail = code[at..].trim_start_matches("super::");
        let climbed = (code.len() - at - tail.len()) / "super::".len();
        let depth = source.module().len() + inline_modules(&code[..at]);
        (climbed == depth).then_some(code.len() - tail.len())
    });
    climbs.flat_map(|at| branches(source, at)).collect()
}

/// The imports that the path tree at byte `at` of the code opens with.
fn branches(source: &RustSource, at: usize) -> Vec<Import> {
    let tree = &source.code[at..];
    let single = || vec![import(source, at)];
    tree.strip_prefix('{')
        .map_or_else(single, |inside| heads(inside).into_iter().map(|head| import(source, at + 1 + head)).collect())
}

/// Where the branches of `{a, b::{c, d}}` begin, given what follows the brace.
fn heads(inside: &str) -> Vec<usize> {
    let (mut depth, mut begins, mut found) = (0_usize, true, Vec::new());
    for (at, c) in inside.char_indices() {
        match c {
            '}' if depth == 0 => break,
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => begins = true,
            _ if begins && !c.is_whitespace() => {
                found.push(at);
                begins = false;
            }
            _ => {}
        }
    }
    found
}

fn import(source: &RustSource, at: usize) -> Import {
    let mut words = source.code[at..].split("::").map(word);
    let room = words.next().unwrap_or_default().to_string();
    let next = words.next().filter(|next| !next.is_empty() && source.code[at + room.len()..].starts_with("::"));
    let path = next.map_or_else(|| format!("crate::{room}"), |next| format!("crate::{room}::{next}"));
    Import { line: source.line_at(at), room, path }
}

/// The identifier, or the star, that a text begins with.
fn word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    if text.starts_with('*') { "*" } else { &text[..end] }
}

fn ends_in_word(text: &str) -> bool {
    text.ends_with(|c: char| c.is_alphanumeric() || c == '_')
}

/// How many `mod x {` are open at the end of `code`.
fn inline_modules(code: &str) -> usize {
    let mut open = Vec::new();
    for (at, c) in code.char_indices() {
        match c {
            '{' => open.push(opens_module(&code[..at])),
            '}' => {
                open.pop();
            }
            _ => {}
        }
    }
    open.into_iter().filter(|is_module| *is_module).count()
}

fn opens_module(before: &str) -> bool {
    let name = before.trim_end().trim_end_matches(|c: char| c.is_alphanumeric() || c == '_');
    name.len() < before.trim_end().len() && name.trim_end().ends_with("mod") && name.ends_with(' ')
}

fn paths(path: &str, text: &str) -> Vec<String> {
    of(&RustSource::read(path, text)).into_iter().map(|import| format!("{} {}", import.line, import.path)).collect()
}

#[test]
fn trees_are_opened_to_their_first_branches() {
    let text = "use crate::{\n    text,\n    model::{Card, when::When},\n};\nuse crate::id::{A, B};";
    assert_eq!(paths("x.rs", text), ["2 crate::text", "3 crate::model", "5 crate::id"]);
}

#[test]
fn inline_paths_and_those_of_macros_are_read() {
    let text = "fn f(x: crate::model::Card) -> $crate::lang::Lang {}\npub(crate) fn g() {}";
    assert_eq!(paths("x.rs", text), ["1 crate::model::Card", "1 crate::lang::Lang"]);
}

#[test]
fn comments_literals_and_other_crates_are_no_imports() {
    let text = "//! [`crate::ui`]\nuse mycrate::ui; const X: &str = \"crate::cli\";";
    assert_eq!(paths("x.rs", text), [""; 0]);
}

#[test]
fn supers_are_counted_from_where_they_stand() {
    assert_eq!(paths("a/b.rs", "use super::super::ui::App;"), ["1 crate::ui::App"]);
    assert_eq!(paths("a/b.rs", "use super::c;"), [""; 0]);
    assert_eq!(paths("a/b.rs", "mod tests { use super::super::c; use super::super::super::d; }"), ["1 crate::d"]);
    assert_eq!(paths("a/mod.rs", "use super::b;"), ["1 crate::b"]);
}
