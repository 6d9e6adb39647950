//! A bar as a picture: the longer and darker one of now, the thin light one it is compared with below.

use std::sync::Arc;

use crate::document::{Bar, PictureBytes};

/// How high a bar prints, in twips.
pub(super) const HEIGHT: usize = 260;

/// Pixels of the picture: three to a point, so that edges stay sharp in print.
const WIDE: usize = 600;
const HIGH: usize = 30;
/// Rows of pixels of the bar of now, and of the other below it.
const NOW: std::ops::Range<usize> = 3..19;
const BEFORE: std::ops::Range<usize> = 21..27;
/// Grey of the bar of now, of the other, and of the paper.
const DARK: u8 = 0x40;
const LIGHT: u8 = 0xb8;
const PAPER: u8 = 0xff;

/// Draws the bar as a PNG; the same bar is the same bytes.
pub(super) fn drawn(bar: Bar) -> PictureBytes {
    let mut pixels = vec![PAPER; WIDE * HIGH];
    for (rows, length, grey) in [(NOW, bar.now, DARK), (BEFORE, bar.before, LIGHT)] {
        for row in rows {
            pixels[row * WIDE..][..long(length)].fill(grey);
        }
    }
    PictureBytes(Arc::from(png(&pixels)))
}

/// The pixels of a length in thousandths; what is more than nothing is seen.
fn long(thousandths: u16) -> usize {
    (usize::from(thousandths.min(1000)) * WIDE).div_ceil(1000)
}

fn png(pixels: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, WIDE as u32, HIGH as u32);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Fast);
    let mut writer = encoder.write_header().expect("memory takes all");
    writer.write_image_data(pixels).expect("as many pixels as were told");
    writer.finish().expect("memory takes all");
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The pixels of a row that are not paper.
    fn inked(bytes: &PictureBytes, row: usize) -> usize {
        let mut reader = png::Decoder::new(std::io::Cursor::new(&*bytes.0)).read_info().expect("a PNG");
        let mut pixels = vec![0; WIDE * HIGH];
        reader.next_frame(&mut pixels).expect("a picture");
        pixels[row * WIDE..][..WIDE].iter().filter(|pixel| **pixel != PAPER).count()
    }

    #[test]
    fn a_bar_is_as_long_as_its_number() {
        let bytes = drawn(Bar { now: 500, before: 1000 });
        assert_eq!((inked(&bytes, NOW.start), inked(&bytes, BEFORE.start), inked(&bytes, 0)), (WIDE / 2, WIDE, 0));
        let least = drawn(Bar { now: 1, before: 0 });
        assert_eq!((inked(&least, NOW.start), inked(&least, BEFORE.start)), (1, 0));
        assert_eq!(drawn(Bar { now: 7, before: 9 }), drawn(Bar { now: 7, before: 9 }));
    }
}
