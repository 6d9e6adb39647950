//! Pictures: the bytes of each as a part of its own, once, and where it stands in the text.

use std::collections::BTreeMap;

use super::bar;
use super::xml::filled;
use crate::document::{Bar, Picture, PictureBytes, PictureFormat, Turn};
use crate::model::TextArea;

/// The place of a picture in the text.
const PICTURE: &str = include_str!("parts/picture.xml");
/// English Metric Units in a twip.
const EMU: usize = 635;
/// A quarter of a full turn, in 60,000ths of a degree.
const QUARTER: u32 = 5_400_000;

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
        self.place(part, &picture.name, picture.fitted(area.width, area.height), picture.turn)
    }

    /// The run that shows a bar, `width` twips wide where it is longest.
    pub(super) fn bar(&mut self, bar: Bar, name: &str, width: usize) -> String {
        let key = (bar.now, bar.before);
        let known = self.bars.get(&key).copied();
        let part = known.unwrap_or_else(|| self.part(bar::drawn(bar), PictureFormat::Png));
        self.bars.insert(key, part);
        self.place(part, name, (width, bar::HEIGHT), Turn::default())
    }

    fn part(&mut self, bytes: PictureBytes, format: PictureFormat) -> usize {
        self.parts.push(MediaPart { bytes, format });
        self.parts.len() - 1
    }

    /// The picture, so wide and high once it is turned. What is written is its size before, and how much more room it
    /// takes then: word processors turn it around its middle.
    fn place(&mut self, part: usize, name: &str, (wide, high): (usize, usize), turn: Turn) -> String {
        self.places += 1;
        let (own_wide, own_high) = if turn.is_sideways() { (high, wide) } else { (wide, high) };
        let more = |turned: usize, own: usize| turned.saturating_sub(own) / 2;
        let lengths = [own_wide, own_high, more(wide, own_wide), more(high, own_high)];
        let [wide, high, beside, above] = lengths.map(|twips| (twips * EMU).to_string());
        let (id, part) = (self.places.to_string(), MediaPart::id(part));
        let rot = (u32::from(turn.quarters) * QUARTER).to_string();
        let flip = if turn.mirrored { "1" } else { "0" };
        let sizes = [("wide", wide.as_str()), ("high", &high), ("beside", &beside), ("above", &above)];
        let rest = [("id", id.as_str()), ("part", &part), ("name", name), ("rot", &rot), ("flip", flip)];
        filled(PICTURE, &[&sizes[..], &rest].concat())
    }
}
