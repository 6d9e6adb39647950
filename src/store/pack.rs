//! Compression: closed segments of the journal become a tenth as long; a crash at any point leaves one whole form.

use std::io::{self, Read};
use std::path::Path;

use super::disk::{Disk, replace_checked};
use super::error::StoreError;
use super::segment::{Segment, segments};

/// Compresses well at a speed that the disk cannot follow anyway.
const LEVEL: i32 = 3;

/// What could be decompressed.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Unpacked {
    /// The bytes, up to the first damage.
    pub(super) bytes: Vec<u8>,
    /// Whether they are all.
    pub(super) whole: bool,
}

/// Compresses, with a checksum of its own.
pub(super) fn packed(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = zstd::Encoder::new(Vec::new(), LEVEL)?;
    encoder.include_checksum(true)?;
    io::Write::write_all(&mut encoder, bytes)?;
    encoder.finish()
}

/// Decompresses what [`packed`] made.
pub(super) fn unpacked(packed: &[u8]) -> Unpacked {
    let mut bytes = Vec::new();
    let read = zstd::Decoder::new(packed).and_then(|mut decoder| decoder.read_to_end(&mut bytes));
    Unpacked { whole: read.is_ok() && !packed.is_empty(), bytes }
}

/// Compresses the oldest closed segment of the ledger in `dir` that is not compressed yet; false: there is none.
pub(super) fn pack_one(disk: &dyn Disk, dir: &Path) -> Result<bool, StoreError> {
    let mut all = segments(disk, dir)?;
    all.pop();
    let Some(segment) = all.iter().find(|segment| !segment.packed) else { return Ok(false) };
    pack(disk, segment).map_err(|error| StoreError::io(super::Doing::Saving, &segment.path, &error))?;
    Ok(true)
}

// The plain form goes only when the compressed one was read back from the disk and is the same.
fn pack(disk: &dyn Disk, segment: &Segment) -> io::Result<()> {
    let bytes = disk.read(&segment.path)?;
    let same = |found: &[u8]| unpacked(found) == Unpacked { bytes: bytes.clone(), whole: true };
    replace_checked(disk, &segment.packed_path(), &packed(&bytes)?, same)?;
    disk.remove(&segment.path)?;
    segment.path.parent().map_or(Ok(()), |journal| disk.sync_dir(journal))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_packed_is_there_again() {
        let bytes = "东湖区文化站\n".repeat(1000).into_bytes();
        let small = packed(&bytes).expect("packed");
        assert!(small.len() * 10 < bytes.len());
        assert_eq!(unpacked(&small), Unpacked { bytes, whole: true });
    }

    #[test]
    fn what_is_cut_or_flipped_is_not_whole() {
        let bytes: Vec<u8> = (0..200_000u32).flat_map(|n| (n * 7).to_le_bytes()).collect();
        let small = packed(&bytes).expect("packed");
        for cut in [0, 1, small.len() / 2, small.len() - 1] {
            assert!(!unpacked(&small[..cut]).whole, "{cut}");
        }
        let mut flipped = small;
        let middle = flipped.len() / 2;
        flipped[middle] ^= 1;
        assert!(!unpacked(&flipped).whole);
    }
}
