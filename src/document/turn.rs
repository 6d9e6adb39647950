//! How a camera was held: the orientation that stands in the head of a JPEG. Exif 2.32, 4.6.4; TIFF 6.0.

/// How the pixels of a file are put upright: mirrored left to right first, then turned clockwise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Turn {
    /// Mirrored left to right.
    pub mirrored: bool,
    /// Quarters of a full turn, 0–3.
    pub quarters: u8,
}

/// What the segment begins with that holds the orientation.
const EXIF: &[u8] = b"Exif\0\0";
/// The tag of the orientation.
const ORIENTATION: u16 = 0x0112;
/// Bytes of an entry of a directory.
const ENTRY: usize = 12;

impl Turn {
    /// The turn that an orientation means, 1–8; anything else is upright.
    const fn of(orientation: u16) -> Self {
        let (mirrored, quarters) = match orientation {
            2 => (true, 0),
            3 => (false, 2),
            4 => (true, 2),
            5 => (true, 3),
            6 => (false, 1),
            7 => (true, 1),
            8 => (false, 3),
            _ => (false, 0),
        };
        Self { mirrored, quarters }
    }

    /// Whether what was wide is high.
    pub const fn is_sideways(self) -> bool {
        self.quarters % 2 == 1
    }

    /// What a segment of a JPEG says, without its marker and length; none: it is no Exif, or says nothing of it.
    pub(super) fn in_segment(segment: &[u8]) -> Option<Self> {
        let tiff = Tiff::new(segment.strip_prefix(EXIF)?)?;
        let directory = tiff.long(4)?;
        let entries = usize::from(tiff.short(directory)?);
        let mut at = (0..entries).map_while(|entry| directory.checked_add(2 + entry * ENTRY));
        let found = at.find(|at| tiff.short(*at) == Some(ORIENTATION))?;
        Some(Self::of(tiff.short(found.checked_add(8)?)?))
    }
}

/// The numbers of a TIFF, in its own byte order.
struct Tiff<'a> {
    bytes: &'a [u8],
    is_little: bool,
}

impl<'a> Tiff<'a> {
    fn new(bytes: &'a [u8]) -> Option<Self> {
        match bytes.get(..4)? {
            b"II*\0" => Some(Self { bytes, is_little: true }),
            b"MM\0*" => Some(Self { bytes, is_little: false }),
            _ => None,
        }
    }

    fn short(&self, at: usize) -> Option<u16> {
        let bytes = self.bytes.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if self.is_little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    }

    fn long(&self, at: usize) -> Option<usize> {
        let bytes = self.bytes.get(at..at.checked_add(4)?)?.try_into().ok()?;
        usize::try_from(if self.is_little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) }).ok()
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use proptest::prelude::{ProptestConfig, any, proptest};

    use super::*;

    /// The segment of a camera that was held so, in either byte order.
    pub(crate) fn exif(orientation: u16, is_little: bool) -> Vec<u8> {
        let short = |number: u16| if is_little { number.to_le_bytes() } else { number.to_be_bytes() };
        let long = |number: u32| if is_little { number.to_le_bytes() } else { number.to_be_bytes() };
        let entry = |tag: u16, value: u16| [&short(tag)[..], &short(3), &long(1), &short(value), &[0, 0]].concat();
        let head: &[u8] = if is_little { b"II*\0" } else { b"MM\0*" };
        [EXIF, head, &long(8), &short(2), &entry(0x010f, 7), &entry(ORIENTATION, orientation), &long(0)].concat()
    }

    #[test]
    fn the_orientation_is_read_in_both_byte_orders() {
        for is_little in [true, false] {
            let turn = |orientation| Turn::in_segment(&exif(orientation, is_little)).expect("it is there");
            assert_eq!(turn(1), Turn::default());
            assert_eq!(turn(6), Turn { mirrored: false, quarters: 1 });
            assert_eq!(turn(5), Turn { mirrored: true, quarters: 3 });
            assert_eq!(turn(99), Turn::default());
            let sideways: Vec<u16> = (1..=8).filter(|orientation| turn(*orientation).is_sideways()).collect();
            assert_eq!(sideways, [5, 6, 7, 8]);
        }
        assert_eq!(Turn::in_segment(b"http://ns.adobe.com/xap/1.0/\0"), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(256))]
        #[test]
        fn no_segment_is_too_strange(
            cut in 0..60usize,
            at in 6..60usize,
            bytes in proptest::collection::vec(any::<u8>(), 4),
        ) {
            let mut segment = exif(6, true);
            for (place, byte) in segment.iter_mut().skip(at).zip(bytes) {
                *place = byte;
            }
            segment.truncate(cut.max(6));
            Turn::in_segment(&segment);
        }
    }
}
