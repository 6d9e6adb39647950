//! Finding Chinese by 汉字, 拼音, initials or a subsequence.

/// What is being looked for.
#[derive(Debug)]
pub struct Query {}

impl Query {
    /// Prepares a query; full-width letters and letter case do not matter.
    pub fn new(_typed: &str) -> Self {
        todo!()
    }

    /// How well `text` matches, larger is better; `None`: not at all. An empty query matches everything equally.
    pub fn score(&self, _text: &str) -> Option<u32> {
        todo!()
    }
}
