//! Keys go in, whole screens come out: the interface without a terminal.

mod bench;
mod checks;
mod disk;
mod editions;
mod forms;
mod grid;
mod imports;
mod indicator;
mod lists;
mod main_road;
mod matters;
mod number;
mod outline;
mod picker;
mod places;
mod profiles;
mod registers;
mod report;
mod returns;
mod small;
mod units;
mod writer;
