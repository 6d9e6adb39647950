//! Copies and damages files.

use std::fs;
use std::path::{Path, PathBuf};

use super::chance::Chance;

/// Blocks that are mixed.
const BLOCK: usize = 4096;

/// Copies a directory that may change meanwhile: what has gone is left out.
pub fn copy_tree(from: &Path, to: &Path) {
    fs::create_dir(to).expect("made");
    for entry in fs::read_dir(from).into_iter().flatten().flatten() {
        let target = to.join(entry.file_name());
        match entry.file_type() {
            Ok(sort) if sort.is_dir() => copy_tree(&entry.path(), &target),
            _ => drop(fs::copy(entry.path(), target)),
        }
    }
}

/// All files below a directory, sorted.
pub fn files(dir: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir).into_iter().flatten().flatten() {
        match entry.file_type() {
            Ok(sort) if sort.is_dir() => found.extend(files(&entry.path())),
            _ => found.push(entry.path()),
        }
    }
    found.sort();
    found
}

/// Gives some blocks of the files in `to` the content they have in `other`, or zeros.
pub fn mix(to: &Path, other: &Path, chance: &mut Chance) {
    for path in files(to) {
        let name = path.strip_prefix(to).expect("it stands there");
        let old = fs::read(other.join(name)).unwrap_or_default();
        let mut bytes = fs::read(&path).expect("read");
        let share = [2, 8, 40][chance.below(3)];
        for start in (0..bytes.len()).step_by(BLOCK) {
            if chance.once_in(share) {
                let end = bytes.len().min(start + BLOCK);
                for (at, byte) in bytes[start..end].iter_mut().enumerate() {
                    *byte = old.get(start + at).copied().unwrap_or(0);
                }
            }
        }
        fs::write(&path, bytes).expect("written");
    }
}

/// A way to hurt a file.
#[derive(Clone, Copy, Debug)]
pub enum Hurt {
    /// Nothing after this byte is left.
    Truncated(usize),
    /// A bit of this byte is another.
    Flipped(usize, u8),
    /// The file is gone.
    Gone,
}

impl Hurt {
    /// Hurts a file of `len` bytes in some way.
    pub fn any(len: usize, chance: &mut Chance) -> Self {
        match chance.below(8) {
            0 => Self::Gone,
            1..4 => Self::Truncated(chance.below(len)),
            _ => Self::Flipped(chance.below(len), 1 << chance.below(8)),
        }
    }

    /// Hurts the file.
    pub fn hurt(self, path: &Path) {
        let mut bytes = fs::read(path).expect("read");
        match self {
            Self::Gone => return fs::remove_file(path).expect("removed"),
            Self::Truncated(len) => bytes.truncate(len),
            Self::Flipped(at, bit) => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= bit;
                }
            }
        }
        fs::write(path, bytes).expect("written");
    }
}
