//! An assessment being worked on: what a person does becomes a [`Command`], [`update`] gives the new
//! [`State`] and the [`Effect`]s that a browser has to carry out.
//!
//! **Invariant:** pure. No web, no clock, no Yew: time comes in with each command.

pub mod command;
pub mod effect;
pub mod history;
pub mod keeping;
pub mod place;
pub mod state;
pub mod update;

pub use command::{Command, Moment};
pub use effect::Effect;
pub use place::Place;
pub use state::State;
pub use update::{Later, step, update};
