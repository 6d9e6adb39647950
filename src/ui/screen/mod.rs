//! The screens, each a folder: `mod` decides, `view` draws.

pub mod acts;
pub mod board;
pub mod checks;
pub mod editions;
pub mod figures;
pub mod form;
pub mod grid;
pub mod import;
pub mod indicator;
pub mod list;
pub mod menu;
pub mod outline;
pub mod palette;
pub mod picker;
pub mod places;
pub mod registers;
pub mod report;
pub mod returns;
pub mod settings;
pub mod units;
pub mod work;
pub mod writer;
