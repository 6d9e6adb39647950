//! The store from outside: what was committed is there again, whatever happened in between.

mod agree;
mod backups;
mod bench;
mod branch;
mod cache;
mod damage;
pub mod disk;
mod doctor;
mod merge;
mod obstacle;
pub mod older;
mod packed;
mod place;
mod reopen;
mod restore;
mod seam;
mod unknown;
