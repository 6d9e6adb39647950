//! A module imports only from lower floors, and neighbours on one floor do not know each other.
//!
//! The table is that of `src/lib.rs`. Paths in test modules count too.

use crate::imports::{self, Import};
use crate::rust_source::{self, RustSource};

/// The floors from the ground up.
const FLOORS: [&[&str]; 8] = [
    &["text", "id", "lang"],
    &["token", "document", "command"],
    &["model"],
    &["query", "template"],
    &["store", "entry", "report", "layout", "check", "edition", "board", "export", "import", "keymap"],
    &["session"],
    &["ui"],
    &["cli"],
];

/// What every room of the ground floor may use beside itself.
const BELOW_ALL: &str = "lang";

#[test]
fn no_module_imports_from_above_or_from_beside() {
    let wrong: Vec<String> = rust_source::all().iter().flat_map(wrong_imports).collect();
    assert!(wrong.is_empty(), "imports that point up or sideways:\n{}", wrong.join("\n"));
}

#[test]
fn every_room_has_its_floor() {
    let sources = rust_source::all();
    let rooms = sources.iter().filter_map(|source| source.module().first().copied());
    let homeless: Vec<&str> = rooms.filter(|room| floor(room).is_none()).collect();
    assert!(homeless.is_empty(), "not in the table of floors: {homeless:?}");
}

/// One line for every import of `source` that it may not have.
fn wrong_imports(source: &RustSource) -> Vec<String> {
    let Some(&room) = source.module().first() else { return Vec::new() };
    let found = imports::of(source);
    let said = |import: &Import| {
        let why = complaint(room, &import.room)?;
        Some(format!("src/{}:{}: imports {}: {why}", source.path, import.line, import.path))
    };
    found.iter().filter_map(said).collect()
}

/// Why `room` may not use `other`.
fn complaint(room: &str, other: &str) -> Option<String> {
    if room == other {
        return None;
    }
    let (Some(here), Some(there)) = (floor(room), floor(other)) else {
        return Some(format!("`{other}` is no room of the house: name the room"));
    };
    let is_fine = there < here || here == 0 && other == BELOW_ALL && room != BELOW_ALL;
    let points = if there > here { "up" } else { "sideways" };
    (!is_fine).then(|| format!("{room} (floor {here}) points {points} to {other} (floor {there})"))
}

fn floor(room: &str) -> Option<usize> {
    FLOORS.iter().position(|rooms| rooms.contains(&room))
}

fn complaints(path: &str, text: &str) -> Vec<String> {
    wrong_imports(&RustSource::read(path, text))
}

#[test]
fn down_and_into_itself_is_fine() {
    assert_eq!(complaints("query/rules.rs", "use crate::model::Card;\nuse crate::query::scope;"), [""; 0]);
    assert_eq!(complaints("text/cells.rs", "use crate::lang::Lang;"), [""; 0]);
    assert_eq!(complaints("main.rs", "fn main() { taizhang::cli::main() }"), [""; 0]);
}

#[test]
fn up_is_told_with_file_line_and_path() {
    let told = complaints("query/rules.rs", "\nuse crate::ui::app::App;");
    assert_eq!(told, ["src/query/rules.rs:2: imports crate::ui::app: query (floor 3) points up to ui (floor 6)"]);
}

#[test]
fn sideways_is_told_in_test_modules_and_inline_paths_too() {
    let text = "fn f() -> crate::store::Seq {}\n#[cfg(test)]\nmod tests {\n    use crate::{\n        board::Board,\n        model::Card,\n    };\n}";
    let told = complaints("entry/mod.rs", text);
    assert_eq!(
        told,
        [
            "src/entry/mod.rs:1: imports crate::store::Seq: entry (floor 4) points sideways to store (floor 4)",
            "src/entry/mod.rs:5: imports crate::board::Board: entry (floor 4) points sideways to board (floor 4)",
        ]
    );
    assert_eq!(complaints("lang/mod.rs", "use crate::text::fold;").len(), 1);
    assert_eq!(complaints("id/mod.rs", "use crate::text::fold;").len(), 1);
}

#[test]
fn a_way_round_through_super_is_seen() {
    let text = "use super::super::session::Session;\nmod tests { use super::super::super::cli; }";
    assert_eq!(complaints("board/todo.rs", text).len(), 2);
    assert_eq!(complaints("board/todo.rs", "use super::Board; mod tests { use super::super::section; }"), [""; 0]);
}

#[test]
fn the_whole_crate_at_once_is_refused() {
    assert_eq!(complaints("board/mod.rs", "use crate::*;").len(), 1);
}
