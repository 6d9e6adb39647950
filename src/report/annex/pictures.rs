//! Pictures of evidence, each with a line under it; one that cannot be shown is said so in words.

use std::collections::BTreeMap;

use super::cells::{item_words, listed};
use super::{Cut, program};
use crate::document::{Block, Paragraph, Picture, PictureFault, Role, Run, Source};
use crate::id::ItemId;
use crate::lang::Lang;
use crate::model::{Annex, Evidence, Item, Lists};
use crate::report::desk::Desk;

/// Endings of files that are pictures.
const ENDINGS: [&str; 3] = ["png", "jpg", "jpeg"];

/// Pictures by the path that an item's evidence gives.
pub type Pictures = BTreeMap<String, Result<Picture, PictureFault>>;

/// A picture that could not be shown, and whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureTrouble {
    /// The item it proves.
    pub item: ItemId,
    /// Its path.
    pub path: String,
    /// Why.
    pub fault: PictureFault,
}

/// The paths of all pictures that the annexes will show.
pub fn wanted_pictures(annexes: &[&Annex], cut: &Cut<'_>) -> Vec<String> {
    let Some(desk) = cut.desk() else { return Vec::new() };
    let shown = annexes.iter().filter(|annex| annex.lists == Lists::Pictures);
    shown.flat_map(|annex| listed(&desk, annex)).flat_map(paths).map(str::to_owned).collect()
}

/// The pictures with their lines, by date of their items; and those that cannot be shown.
pub(super) fn blocks(desk: &Desk<'_>, annex: &Annex, pictures: &Pictures) -> (Vec<Block>, Vec<PictureTrouble>) {
    let (mut blocks, mut troubles) = (Vec::new(), Vec::new());
    let shown = listed(desk, annex).into_iter().flat_map(|item| paths(item).map(move |path| (item, path)));
    for ((item, path), number) in shown.zip(1..) {
        let mut line = vec![program(format!("图{number}　"))];
        line.extend(item_words(desk, item));
        match pictures.get(path).unwrap_or(&Err(PictureFault::Missing)) {
            Ok(picture) => {
                let name = line.iter().map(|run| run.text.as_str()).collect();
                blocks.push(Block::Picture(Picture { name, ..picture.clone() }));
            }
            Err(fault) => {
                let why = format!("（{}：{path}）", fault.text(Lang::Zh));
                line.push(Run::plain(why, Source::Item(item.card.id)));
                troubles.push(PictureTrouble { item: item.card.id, path: path.to_owned(), fault: *fault });
            }
        }
        blocks.push(Block::Paragraph(Paragraph { role: Role::Caption, runs: line }));
    }
    (blocks, troubles)
}

/// The paths of an item's evidence that are pictures by their ending.
fn paths(item: &Item) -> impl Iterator<Item = &str> {
    item.body.evidence.iter().filter_map(|evidence| match evidence {
        Evidence::File(path) => is_picture(path).then_some(path.as_str()),
        Evidence::Link(_) | Evidence::Document(_) | Evidence::Box(_) => None,
    })
}

/// Whether a file of evidence is meant to be a picture, by its ending.
pub fn is_picture(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ending)| ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}
