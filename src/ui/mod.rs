//! The terminal interface.
//!
//! [`layers`] holds the trait that every screen implements, [`outcome`] what goes into a screen and comes out of it,
//! [`scene`] what it sees.

pub mod dialog;
pub mod help;
pub mod keyboard;
pub mod layers;
pub mod outcome;
pub mod scene;
pub mod theme;
pub mod widget;
