//! Pictures of evidence, each with a line under it; one that cannot be shown is said so in words.

use std::collections::BTreeMap;

use super::Cut;
use super::cells::listed;
use crate::document::{Block, Paragraph, Picture, Role, Run, Source};
use crate::id::ItemId;
use crate::lang::Lang;
use crate::model::{Annex, Evidence, Item, Lists};
use crate::report::desk::Desk;

/// Endings of files that are pictures.
const ENDINGS: [&str; 3] = ["png", "jpg", "jpeg"];

/// Pictures by the path that an item's evidence gives.
pub type Pictures = BTreeMap<String, Result<Picture, PictureFault>>;

/// Why a picture cannot be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureFault {
    /// No such file, or it cannot be read.
    Missing,
    /// More bytes than a report can carry.
    TooLarge,
    /// Neither a PNG nor a JPEG.
    Foreign,
    /// Its end is missing, or it has no size.
    Broken,
}

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

impl PictureFault {
    /// Says why, without the path.
    pub const fn text(self, lang: Lang) -> &'static str {
        match self {
            Self::Missing => lang.picture_missing(),
            Self::TooLarge => lang.picture_too_large(),
            Self::Foreign => lang.picture_foreign(),
            Self::Broken => lang.picture_broken(),
        }
    }
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
        let named = format!("图{number}　{} {}", item.card.when.print(desk.year()), item.card.title);
        let line = |role, text| {
            let runs = vec![Run::plain(text, Source::Item(item.card.id))];
            Block::Paragraph(Paragraph { role, runs })
        };
        match pictures.get(path).unwrap_or(&Err(PictureFault::Missing)) {
            Ok(picture) => {
                blocks.push(Block::Picture(Picture { name: named.clone(), ..picture.clone() }));
                blocks.push(line(Role::Caption, named));
            }
            Err(fault) => {
                blocks.push(line(Role::Caption, format!("{named}（{}：{path}）", fault.text(Lang::Zh))));
                troubles.push(PictureTrouble { item: item.card.id, path: path.to_owned(), fault: *fault });
            }
        }
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

fn is_picture(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ending)| ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}
