//! What the README says is so: its commands run, its keys are those of the keymap.

use std::fs;
use std::path::Path;

use taizhang::command::{Command, Context};
use taizhang::keymap::{Binding, Keymap, Mode};
use taizhang::lang::Lang;

use crate::desk::{Desk, PROGRAM};

#[test]
fn the_examples_of_the_command_line_run_in_their_order() {
    let readme = readme();
    let examples = examples(between(&readme, "## Command line\n\n```\n", "```"));
    assert!(examples.len() >= 8, "{examples:?}");
    let desk = Desk::new();
    for words in examples {
        let mut command = desk.command(&words[1..]);
        let output = command.env_remove("TAIZHANG_DATA").output().expect("the program runs");
        assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    }
}

#[test]
fn every_example_calls_our_program() {
    assert!(PROGRAM.ends_with("taizhang"));
    let readme = readme();
    let examples = examples(between(&readme, "## Command line\n\n```\n", "```"));
    assert!(examples.iter().all(|words| words[0] == "taizhang"), "{examples:?}");
}

#[test]
fn the_keys_are_those_of_the_default_keymap() {
    let readme = readme();
    let written = between(&readme, "a test compares -->\n", "<!-- /keys -->");
    let expected = keys();
    assert!(written == expected, "the section of keys should be:\n{expected}");
}

/// The table of keys, from the default keymap: one row a command, in the order of the file.
fn keys() -> String {
    let keymap = Keymap::office();
    let places = Context::ALL.iter();
    let mut bindings: Vec<&Binding> = places.flat_map(|&place| keymap.bindings(place, Mode::Insert)).collect();
    bindings.sort_by_key(|binding| (binding.origin.line, binding.label(Lang::En).len(), binding.label(Lang::En)));
    bindings.dedup_by_key(|binding| (binding.origin.line, binding.label(Lang::En)));
    let (digits, others): (Vec<_>, Vec<_>) = bindings.into_iter().partition(|one| one.command.digit().is_some());
    let mut rows: Vec<Row> = Vec::new();
    for binding in others {
        Row::add(&mut rows, binding);
    }
    let head = "\n| key | | | where |\n|---|---|---|---|\n".to_string();
    rows.iter().map(Row::line).fold(head, |table, line| table + &line) + &digits_line(&digits)
}

/// One row for all the digits.
fn digits_line(digits: &[&Binding]) -> String {
    let mut tables = Vec::new();
    for binding in digits {
        push_new(&mut tables, binding.table.to_string());
    }
    format!("| 1 … 9, 0 | 第几项 | the numbered choice | {} |\n\n", tables.join(", "))
}

struct Row {
    command: Command,
    keys: Vec<String>,
    tables: Vec<String>,
}

impl Row {
    /// Adds a binding to the row of its command and table, or begins one.
    fn add(rows: &mut Vec<Self>, binding: &Binding) {
        let (key, table) = (binding.label(Lang::En), binding.table.to_string());
        let known = rows.iter_mut().find(|row| row.command == binding.command);
        match known {
            Some(row) => {
                push_new(&mut row.keys, key);
                push_new(&mut row.tables, table);
            }
            None => rows.push(Self { command: binding.command, keys: vec![key], tables: vec![table] }),
        }
    }

    fn line(&self) -> String {
        let (zh, en) = (self.command.label(Lang::Zh), self.command.label(Lang::En));
        let place = if self.tables == ["all"] { "everywhere".to_string() } else { self.tables.join(", ") };
        format!("| {} | {zh} | {en} | {place} |\n", self.keys.join(", "))
    }
}

fn push_new(list: &mut Vec<String>, word: String) {
    if !list.contains(&word) {
        list.push(word);
    }
}

/// The commands of a block, word by word, without what is said about them after two blanks.
fn examples(block: &str) -> Vec<Vec<&str>> {
    let commands = block.lines().filter_map(|line| line.split("  ").next());
    commands.map(|command| command.split(' ').collect()).collect()
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let after = text.split_once(start).unwrap_or_else(|| panic!("the README has {start:?}")).1;
    after.split_once(end).unwrap_or_else(|| panic!("the README has {end:?}")).0
}

fn readme() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).expect("the README is there")
}
