//! Tests through the public face of the crate, one file a subject.

#[cfg(unix)]
mod cli;
#[cfg(unix)]
mod desk;
mod documents;
mod faults;
mod floors;
mod habits;
#[cfg(unix)]
mod hostile;
mod imports;
#[cfg(feature = "office")]
mod office;
#[cfg(unix)]
mod own_year;
mod pty;
#[cfg(unix)]
mod readme;
mod rust_source;
mod sample;
mod screens;
mod session;
mod store;
