//! The head of a picture's file: what it is and how large, read without decoding it.

use std::sync::Arc;

use super::{Picture, PictureBytes, PictureFormat, Turn};
use crate::lang::Lang;

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

/// What a PNG begins with, and a JPEG.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
const JPEG: &[u8] = &[0xff, 0xd8, 0xff];
/// The marker of the segment that holds what a camera noted.
const APP1: u8 = 0xe1;
/// What a JPEG ends with.
const JPEG_END: [u8; 2] = [0xff, 0xd9];

impl Picture {
    /// Takes the bytes of a file as a picture; they are looked at, and kept as they are.
    pub fn read(name: &str, bytes: Vec<u8>) -> Result<Self, PictureFault> {
        let format = PictureFormat::of(&bytes).ok_or(PictureFault::Foreign)?;
        let head = match format {
            PictureFormat::Png => png(&bytes).map(|size| (size, Turn::default())),
            PictureFormat::Jpeg => jpeg(&bytes),
        };
        let ((wide, high), turn) =
            head.filter(|((wide, high), _)| *wide > 0 && *high > 0).ok_or(PictureFault::Broken)?;
        let pixels = if turn.is_sideways() { (high, wide) } else { (wide, high) };
        Ok(Self { name: name.to_owned(), bytes: PictureBytes(Arc::from(bytes)), format, pixels, turn })
    }
}

impl PictureFormat {
    /// Bytes of a file that say what it is.
    pub const HEAD: usize = PNG.len();

    /// What a file is that begins so.
    pub fn of(head: &[u8]) -> Option<Self> {
        let is = |sign: &[u8]| head.starts_with(sign);
        if is(PNG) { Some(Self::Png) } else { is(JPEG).then_some(Self::Jpeg) }
    }
}

/// The size of a PNG whose chunks are all there. ISO/IEC 15948, clause 5.
fn png(bytes: &[u8]) -> Option<(u32, u32)> {
    let size = bytes.get(12..24).filter(|head| head.starts_with(b"IHDR"))?;
    let size = (big(size.get(4..8)?), big(size.get(8..12)?));
    let mut at = PNG.len();
    loop {
        let long = big(bytes.get(at..at + 4)?) as usize;
        if bytes.get(at + 4..at + 8)? == b"IEND" {
            return Some(size);
        }
        at = at.checked_add(long)?.checked_add(12)?;
    }
}

/// The size of a JPEG whose end is there, and how it is put upright. ISO/IEC 10918-1, annex B.
fn jpeg(bytes: &[u8]) -> Option<((u32, u32), Turn)> {
    let mut at = 2;
    let mut turn = None;
    loop {
        let marker = *bytes.get(at + 1).filter(|_| bytes.get(at) == Some(&0xff))?;
        match marker {
            // Fill bytes, and markers that stand alone.
            0xff => at += 1,
            0x01 | 0xd0..=0xd8 => at += 2,
            0xc0..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => {
                let size = bytes.get(at + 5..at + 9)?;
                let rest = &bytes[at..];
                let ended = rest.windows(2).rev().any(|two| two == JPEG_END);
                return ended.then(|| ((wide_of(&size[2..]), wide_of(size)), turn.unwrap_or_default()));
            }
            _ => {
                let long = usize::from(u16::from_be_bytes(bytes.get(at + 2..at + 4)?.try_into().ok()?));
                let segment = bytes.get(at + 4..at + 2 + long).unwrap_or_default();
                turn = turn.or_else(|| Turn::in_segment(segment).filter(|_| marker == APP1));
                at += 2 + long;
            }
        }
    }
}

/// A number of four bytes, the highest first.
fn big(bytes: &[u8]) -> u32 {
    bytes.iter().take(4).fold(0, |number, byte| number << 8 | u32::from(*byte))
}

/// A number of two bytes.
fn wide_of(bytes: &[u8]) -> u32 {
    bytes.iter().take(2).fold(0, |number, byte| number << 8 | u32::from(*byte))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{ProptestConfig, any, proptest};

    use super::*;
    use crate::document::turn::tests::exif;

    fn png_file(wide: u32, high: u32) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, wide, high);
        encoder.set_color(png::ColorType::Grayscale);
        let mut writer = encoder.write_header().expect("a head");
        writer.write_image_data(&vec![7; (wide * high) as usize]).expect("all pixels");
        writer.finish().expect("an end");
        bytes
    }

    /// The smallest thing that has the parts of a JPEG: a comment, its size, an end.
    fn jpeg_file(wide: u16, high: u16) -> Vec<u8> {
        let [w1, w2] = wide.to_be_bytes();
        let [h1, h2] = high.to_be_bytes();
        let head = [0xff, 0xd8, 0xff, 0xfe, 0, 4, 0xff, 0xd9, 0xff, 0xc0, 0, 11, 8, h1, h2, w1, w2, 1, 1, 0x11, 0];
        [&head[..], &[0xff, 0xda, 0, 2, 1, 2, 0xff, 0xd9]].concat()
    }

    /// The same from a camera that was held so.
    fn turned_file(wide: u16, high: u16, orientation: u16) -> Vec<u8> {
        let segment = exif(orientation, true);
        let [l1, l2] = (segment.len() as u16 + 2).to_be_bytes();
        let file = jpeg_file(wide, high);
        [&file[..2], &[0xff, APP1, l1, l2], &segment, &file[2..]].concat()
    }

    #[test]
    fn a_picture_is_as_wide_as_it_is_once_it_stands_upright() {
        let read = |orientation| Picture::read("图", turned_file(4000, 3000, orientation)).expect("a picture");
        assert_eq!((read(1).pixels, read(1).turn), ((4000, 3000), Turn::default()));
        assert_eq!((read(6).pixels, read(6).turn.quarters), ((3000, 4000), 1));
        assert_eq!((read(3).pixels, read(3).turn.quarters), ((4000, 3000), 2));
    }

    fn read(bytes: Vec<u8>) -> Result<(PictureFormat, (u32, u32)), PictureFault> {
        Picture::read("图", bytes).map(|picture| (picture.format, picture.pixels))
    }

    #[test]
    fn the_size_stands_in_the_head() {
        assert_eq!(read(png_file(30, 20)), Ok((PictureFormat::Png, (30, 20))));
        assert_eq!(read(jpeg_file(4000, 3000)), Ok((PictureFormat::Jpeg, (4000, 3000))));
    }

    #[test]
    fn what_is_cut_off_or_something_else_is_told() {
        let (png, jpeg) = (png_file(30, 20), jpeg_file(40, 30));
        assert_eq!(read(png[..png.len() - 12].to_vec()), Err(PictureFault::Broken));
        assert_eq!(read(jpeg[..jpeg.len() - 2].to_vec()), Err(PictureFault::Broken));
        assert_eq!(read(jpeg_file(0, 30)), Err(PictureFault::Broken));
        assert_eq!(read(b"GIF89a".to_vec()), Err(PictureFault::Foreign));
        assert_eq!(read(Vec::new()), Err(PictureFault::Foreign));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(256))]
        #[test]
        fn no_bytes_are_too_strange(tail in proptest::collection::vec(any::<u8>(), 0..200), jpeg in any::<bool>()) {
            let (head, format) = if jpeg { (JPEG, PictureFormat::Jpeg) } else { (PNG, PictureFormat::Png) };
            if let Ok((found, (wide, high))) = read([head, &tail].concat()) {
                assert!(found == format && wide > 0 && high > 0);
            }
        }
    }
}
