//! What every source file keeps to: a size that can be read, and no user text in the code that draws or decides.

use crate::rust_source::{self, RustSource};

/// The most lines a file may have.
const LONGEST: usize = 350;

/// The rooms whose texts stand in `lang`, or in an `error.rs`.
const WORDLESS: [&str; 3] = ["ui", "cli", "session"];

/// Files that may hold 汉字 all the same, and why.
const EXEMPT: [(&str, &str); 3] = [
    ("session/name.rs", "a report is a Chinese document, its file's name too, whatever the interface speaks"),
    ("session/publish.rs", "the folders of a desktop are called so on the disk"),
    ("ui/first/mod.rs", "the ids of three settings, not words"),
];

#[test]
fn no_source_file_is_too_long_to_read() {
    let sources = rust_source::all();
    let long = sources.iter().filter(|source| source.lines() > LONGEST);
    let told: Vec<String> = long.map(|source| format!("src/{}: {} lines", source.path, source.lines())).collect();
    assert!(told.is_empty(), "longer than {LONGEST} lines:\n{}", told.join("\n"));
}

#[test]
fn no_user_text_stands_where_it_is_drawn_or_decided() {
    let sources = rust_source::all();
    let rooms = sources.iter().filter(|source| source.module().first().is_some_and(|room| WORDLESS.contains(room)));
    let told: Vec<String> = rooms.filter(|source| !is_exempt(source, &sources)).flat_map(chinese).collect();
    assert!(told.is_empty(), "汉字 outside src/lang and error.rs:\n{}", told.join("\n"));
}

#[test]
fn every_exemption_is_still_needed() {
    let sources = rust_source::all();
    let is_used = |path: &str| sources.iter().any(|source| source.path == path && !chinese(source).is_empty());
    let idle: Vec<_> = EXEMPT.iter().filter(|(path, _)| !is_used(path)).collect();
    assert!(idle.is_empty(), "no longer needed: {idle:?}");
}

fn is_exempt(source: &RustSource, all: &[RustSource]) -> bool {
    source.path.ends_with("/error.rs")
        || EXEMPT.iter().any(|(path, _)| *path == source.path)
        || is_for_tests(source, all)
}

/// Whether the file, or a module around it, is compiled for tests only.
fn is_for_tests(source: &RustSource, all: &[RustSource]) -> bool {
    let module = source.module();
    let around = all.iter().filter(|one| module.starts_with(&one.module()) && one.module().len() < module.len());
    around.into_iter().any(|one| one.test_modules().contains(&module[one.module().len()]))
}

/// One line for every literal of `source` with 汉字 outside its tests.
fn chinese(source: &RustSource) -> Vec<String> {
    let tests = source.test_lines();
    let in_tests = |line: usize| tests.iter().any(|(first, last)| (*first..=*last).contains(&line));
    let told = source.literals.iter().filter(|literal| literal.text.chars().any(is_han) && !in_tests(literal.line));
    told.map(|literal| format!("src/{}:{}: {:?}", source.path, literal.line, literal.text)).collect()
}

/// Whether a character is a 汉字, or a sign that only Chinese texts have.
fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{3001}'..='\u{3011}' | '\u{ff01}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff1f}' | '\u{20000}'..='\u{3ffff}')
}

#[test]
fn a_chinese_literal_is_found_and_one_in_a_comment_or_test_is_not() {
    let text = "// 汉\nlet x = \"已存\";\n#[cfg(test)]\nmod tests {\n    const Y: &str = \"字\";\n}\n";
    assert_eq!(chinese(&RustSource::read("ui/app.rs", text)), ["src/ui/app.rs:2: \"已存\""]);
    assert_eq!(chinese(&RustSource::read("ui/app.rs", "let x = \"a: {b}\";")), [""; 0]);
}

#[test]
fn a_file_that_is_declared_for_tests_is_for_tests() {
    let parent = RustSource::read("ui/mod.rs", "mod app;\n#[cfg(test)]\nmod bench;\n");
    let bench = RustSource::read("ui/bench.rs", "\"汉\"");
    let deeper = RustSource::read("ui/bench/deep.rs", "\"汉\"");
    let app = RustSource::read("ui/app.rs", "\"汉\"");
    let all = [parent, bench, deeper, app];
    assert!(is_for_tests(&all[1], &all) && is_for_tests(&all[2], &all) && !is_for_tests(&all[3], &all));
}
