//! The digest: a sum over all records, in whatever order they come. It tells what the database lost without a word.

use super::record::Tree;

/// Sum of the hashes of all records, and how many they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Digest {
    sum: u64,
    count: u64,
}

impl Digest {
    /// Puts a record in.
    pub(super) fn add(&mut self, tree: Tree, key: &[u8], value: &[u8]) {
        self.sum = self.sum.wrapping_add(hash(tree, key, value));
        self.count = self.count.wrapping_add(1);
    }

    /// Takes a record out.
    fn take(&mut self, tree: Tree, key: &[u8], value: &[u8]) {
        self.sum = self.sum.wrapping_sub(hash(tree, key, value));
        self.count = self.count.wrapping_sub(1);
    }

    /// Puts `new` in the place of `old`.
    pub(super) fn replace(&mut self, tree: Tree, key: &[u8], old: Option<&[u8]>, new: Option<&[u8]>) {
        if let Some(old) = old {
            self.take(tree, key, old);
        }
        if let Some(new) = new {
            self.add(tree, key, new);
        }
    }

    /// The form in which the database keeps it.
    pub(super) fn to_bytes(self) -> [u8; 16] {
        let mut bytes = [0; 16];
        bytes[..8].copy_from_slice(&self.sum.to_be_bytes());
        bytes[8..].copy_from_slice(&self.count.to_be_bytes());
        bytes
    }

    /// Reads what [`Self::to_bytes`] wrote.
    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (sum, count) = bytes.split_first_chunk()?;
        Some(Self { sum: u64::from_be_bytes(*sum), count: u64::from_be_bytes(count.try_into().ok()?) })
    }
}

// Two checksums of 32 bits, one of them over key and value, so that two records which swap their values show.
fn hash(tree: Tree, key: &[u8], value: &[u8]) -> u64 {
    let key = crc32c::crc32c_append(crc32c::crc32c(tree.name().as_bytes()), key);
    let whole = crc32c::crc32c_append(key, value);
    u64::from(key.rotate_left(16) ^ whole) << 32 | u64::from(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(records: &[(Tree, &str, &str)]) -> Digest {
        let mut digest = Digest::default();
        for (tree, key, value) in records {
            digest.add(*tree, key.as_bytes(), value.as_bytes());
        }
        digest
    }

    #[test]
    fn the_order_of_records_does_not_matter() {
        let (a, b) = ((Tree::Items, "a", "1"), (Tree::Settings, "b", "2"));
        assert_eq!(of(&[a, b]), of(&[b, a]));
    }

    #[test]
    fn what_is_taken_out_leaves_no_trace() {
        let mut digest = of(&[(Tree::Items, "a", "1"), (Tree::Items, "b", "2")]);
        digest.take(Tree::Items, b"a", b"1");
        assert_eq!(digest, of(&[(Tree::Items, "b", "2")]));
    }

    #[test]
    fn lost_aged_and_swapped_records_show() {
        let whole = of(&[(Tree::Items, "a", "1"), (Tree::Items, "b", "2")]);
        assert_ne!(whole, of(&[(Tree::Items, "a", "1")]));
        assert_ne!(whole, of(&[(Tree::Items, "a", "1"), (Tree::Items, "b", "1")]));
        assert_ne!(whole, of(&[(Tree::Items, "a", "2"), (Tree::Items, "b", "1")]));
        assert_ne!(whole, of(&[(Tree::Items, "a", "1"), (Tree::Settings, "b", "2")]));
    }

    #[test]
    fn a_digest_is_read_as_it_was_written() {
        let digest = of(&[(Tree::Items, "a", "1")]);
        assert_eq!(Digest::from_bytes(&digest.to_bytes()), Some(digest));
        assert_eq!(Digest::from_bytes(b"short"), None);
    }
}
