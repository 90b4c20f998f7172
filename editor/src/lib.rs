//! An assessment being worked on.
