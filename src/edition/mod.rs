//! Editions (第n稿): a report as it is kept, shown again, and compared with another or with today's.

mod differ;
mod keep;
mod show;
#[cfg(test)]
mod tests;
mod told;

pub use differ::{Difference, FigureDifference, SentenceDifference, difference};
pub use keep::kept;
pub use show::document;
pub use told::Told;
