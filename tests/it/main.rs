//! Tests through the public face of the crate, one file a subject.

#[cfg(feature = "office")]
mod office;
mod sample;
