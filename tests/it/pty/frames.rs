//! Frames in what a program writes: each ends with the cursor shown and put in its place.

/// What comes before the last motion of a frame.
const CURSOR_SHOWN: &[u8] = b"\x1b[?25h";

/// The frames that were drawn so far.
#[derive(Debug, Default)]
pub struct Frames {
    /// How many are whole.
    pub count: usize,
    /// How many bytes of `CURSOR_SHOWN` have just come.
    matched: usize,
    /// The cursor is shown; its motion is still to come.
    is_ending: bool,
    /// More has come since the last whole one.
    has_begun: bool,
}

impl Frames {
    /// Counts the frames that end in `bytes`.
    pub fn follow(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.has_begun = true;
            if self.is_ending && byte == b'H' {
                *self = Self { count: self.count + 1, ..Self::default() };
                continue;
            }
            self.matched = match CURSOR_SHOWN.get(self.matched) {
                Some(&next) if next == byte => self.matched + 1,
                _ => usize::from(byte == CURSOR_SHOWN[0]),
            };
            self.is_ending |= self.matched == CURSOR_SHOWN.len();
        }
    }

    /// Whether nothing of another one has come.
    pub const fn is_whole(&self) -> bool {
        !self.has_begun
    }
}

#[test]
fn a_frame_ends_with_the_motion_after_the_cursor_is_shown() {
    let mut frames = Frames::default();
    frames.follow(b"\x1b[1;1Habc\x1b[?2");
    assert_eq!((frames.count, frames.is_whole()), (0, false));
    frames.follow(b"5h\x1b[3;4H");
    assert_eq!((frames.count, frames.is_whole()), (1, true));
    frames.follow(b"\x1b[m");
    assert_eq!((frames.count, frames.is_whole()), (1, false));
}
