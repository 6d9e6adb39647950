//! Picking a file: the folders and tables of a folder, numbered and searched, or a path that is typed.

use std::path::{Path, PathBuf};

use crate::session::Shelf;
use crate::ui::choose::{Choice, Choose};
use crate::ui::scene::Scene;

/// What a choice leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pick {
    /// Another folder.
    Folder(PathBuf),
    /// A file.
    File(PathBuf),
    /// A path that is typed.
    Typed,
}

/// The choice among what a folder holds, tables first; the picks are in its order.
pub fn choose(shelf: &Shelf, scene: &Scene) -> (Choose, Vec<Pick>) {
    let lang = scene.look.lang;
    let mut picks = Vec::new();
    let mut choices = Vec::new();
    for (name, bytes) in &shelf.tables {
        picks.push(Pick::File(shelf.folder.join(name)));
        choices.push(Choice::with(name, size(*bytes)));
    }
    picks.push(Pick::Typed);
    choices.push(Choice::new(lang.import_type_path()));
    if let Some(parent) = shelf.folder.parent() {
        picks.push(Pick::Folder(parent.to_owned()));
        choices.push(Choice::with("../", lang.import_parent()));
    }
    for name in &shelf.folders {
        picks.push(Pick::Folder(shelf.folder.join(name)));
        choices.push(Choice::new(format!("{name}/")));
    }
    let title = lang.import_pick_file(&shelf.folder.display().to_string());
    (Choose::new(title, choices).or_path(lang.import_take_path()), picks)
}

/// A length as people say it.
fn size(bytes: u64) -> String {
    match bytes.div_ceil(1 << 10) {
        kilobytes if kilobytes < 1 << 10 => format!("{kilobytes} KB"),
        kilobytes => format!("{} MB", kilobytes.div_ceil(1 << 10)),
    }
}

/// The path that was typed: `~` is the home, and what is no whole path lies in `folder`.
pub fn path(typed: &str, folder: &Path) -> PathBuf {
    let typed = typed.trim().trim_matches(['"', '\'']);
    match (typed.strip_prefix("~/"), std::env::home_dir()) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => folder.join(typed),
    }
}
