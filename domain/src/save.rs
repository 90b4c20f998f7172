//! The save file, and the drafts that the browser keeps: wire types of their own, per version, so
//! that the types of an assessment can change while every file ever made stays readable.
//!
//! The same structs are written as JSON (the save file; in the worker) and as `postcard` (drafts,
//! and what crosses to the worker), hence nothing in them that `postcard` cannot read: no
//! `flatten`, `untagged`, `tag` or skipped fields.

pub mod draft;
mod kept;
pub mod locked;
pub mod v1;
pub mod v2;
pub mod v3;
pub mod v4;

pub use v4::Save;

/// The format's name, first field of every save file.
pub const FORMAT: &str = "respect-in-practice";

/// The version this build writes.
pub const VERSION: u32 = 4;

/// The oldest version this build reads.
pub const OLDEST: u32 = 1;
