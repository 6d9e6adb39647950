//! Pictures: the bytes of each as a part of its own, once, and where it stands in the text.

use std::collections::BTreeMap;

use super::bar;
use super::xml::filled;
use crate::document::{Bar, Picture, PictureBytes, PictureFormat};
use crate::model::TextArea;

/// The place of a picture in the text.
const PICTURE: &str = include_str!("parts/picture.xml");
/// English Metric Units in a twip.
const EMU: usize = 635;

/// The pictures of a document, in the order of their first place.
#[derive(Debug, Default)]
pub(super) struct Media {
    /// What becomes a part.
    pub(super) parts: Vec<MediaPart>,
    /// The bars drawn already, by their lengths.
    bars: BTreeMap<(u16, u16), usize>,
    /// Places so far; each has a number of its own.
    places: usize,
}

/// A picture as a part of the package.
#[derive(Debug)]
pub(super) struct MediaPart {
    /// Its bytes, as they came.
    pub(super) bytes: PictureBytes,
    /// What they are.
    pub(super) format: PictureFormat,
}

impl MediaPart {
    /// The id that the text knows the part by; `number` counts from 0.
    pub(super) fn id(number: usize) -> String {
        format!("picture{}", number + 1)
    }
}

impl Media {
    /// The run that shows the picture on a page with this text area.
    pub(super) fn picture(&mut self, picture: &Picture, area: TextArea) -> String {
        let part = self.part(picture.bytes.clone(), picture.format);
        self.place(part, &picture.name, picture.fitted(area.width, area.height))
    }

    /// The run that shows a bar, `width` twips wide where it is longest.
    pub(super) fn bar(&mut self, bar: Bar, name: &str, width: usize) -> String {
        let key = (bar.now, bar.before);
        let known = self.bars.get(&key).copied();
        let part = known.unwrap_or_else(|| self.part(bar::drawn(bar), PictureFormat::Png));
        self.bars.insert(key, part);
        self.place(part, name, (width, bar::HEIGHT))
    }

    fn part(&mut self, bytes: PictureBytes, format: PictureFormat) -> usize {
        self.parts.push(MediaPart { bytes, format });
        self.parts.len() - 1
    }

    fn place(&mut self, part: usize, name: &str, (wide, high): (usize, usize)) -> String {
        self.places += 1;
        let [wide, high] = [wide, high].map(|twips| (twips * EMU).to_string());
        let (id, part) = (self.places.to_string(), MediaPart::id(part));
        filled(PICTURE, &[("id", &id), ("part", &part), ("name", name), ("wide", &wide), ("high", &high)])
    }
}
