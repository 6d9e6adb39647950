//! A picture of evidence: the bytes of its file as they are, and how large it prints.

use std::fmt;
use std::sync::Arc;

use super::Turn;

/// A picture as large as it prints, and what it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// What it shows, for those who do not see it.
    pub name: String,
    /// The file's bytes.
    pub bytes: PictureBytes,
    /// The format of the bytes.
    pub format: PictureFormat,
    /// Width and height in pixels, as it is put upright.
    pub pixels: (u32, u32),
    /// How the pixels of the file are put upright.
    pub turn: Turn,
}

/// The bytes of a picture's file, shared by all copies of the document.
#[derive(Clone, PartialEq, Eq)]
pub struct PictureBytes(pub Arc<[u8]>);

/// What a picture's bytes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureFormat {
    /// PNG.
    Png,
    /// JPEG.
    Jpeg,
}

/// The length of a pixel of a picture that is not made smaller: 96 of them an inch, in twips.
const PIXEL: u64 = 15;
/// How much of the height of a page a picture may take, in hundredths.
const SHARE: usize = 40;

impl Picture {
    /// The width and height it prints in, in twips, on a page whose text area is so large: as large as it is, made smaller
    /// until two fit on the page with what is written under them.
    pub fn fitted(&self, width: usize, height: usize) -> (usize, usize) {
        let (room_wide, room_high) = (width.max(1) as u64, (height * SHARE / 100).max(1) as u64);
        let (wide, high) = (u64::from(self.pixels.0.max(1)) * PIXEL, u64::from(self.pixels.1.max(1)) * PIXEL);
        let (mut fit_wide, mut fit_high) = (wide, high);
        if fit_wide > room_wide {
            (fit_wide, fit_high) = (room_wide, high * room_wide / wide);
        }
        if fit_high > room_high {
            (fit_wide, fit_high) = (wide * room_high / high, room_high);
        }
        (fit_wide.max(1) as usize, fit_high.max(1) as usize)
    }
}

impl PictureFormat {
    /// The ending of its files.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpeg",
        }
    }
}

impl fmt::Debug for PictureBytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes", self.0.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_keeps_its_shape_inside_its_room() {
        let fitted = |pixels| {
            let bytes = PictureBytes(Arc::from([]));
            Picture { name: String::new(), bytes, format: PictureFormat::Png, pixels, turn: Turn::default() }
                .fitted(8000, 10_000)
        };
        assert_eq!(fitted((100, 50)), (1500, 750), "a small one is not enlarged");
        assert_eq!(fitted((4000, 1000)), (8000, 2000));
        assert_eq!(fitted((1000, 4000)), (1000, 4000));
        assert_eq!(fitted((u32::MAX, 1)), (8000, 1));
        assert_eq!(fitted((0, 0)), (15, 15));
    }
}
