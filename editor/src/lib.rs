//! An assessment being worked on. What a person does and what the browser comes back with is a
//! [`Message`]; [`step`] changes the [`State`] and gives the [`Effect`]s that a browser has to carry
//! out.
//!
//! The app comes in two halves: [`first`] and [`later`] say by their types which message and which
//! effect belongs to which.
//!
//! **Invariant:** pure. No web, no clock, no Yew: time comes in with each message.

pub mod caret;
pub mod carried_over;
pub mod css;
pub mod day;
pub mod download;
pub mod drawn;
pub mod effect;
pub mod field;
pub mod first;
pub mod going;
pub mod history;
pub mod keeping;
pub mod keys;
pub mod later;
mod led;
pub mod left;
pub mod left_behind;
pub mod listed_plan;
pub mod listed_risks;
pub mod message;
pub mod offline;
pub mod on_the_way;
pub mod opened;
pub mod own_words;
pub mod passphrase;
pub mod place;
pub mod plan_shown;
pub mod returned_sheet;
pub mod risking;
pub mod seal;
pub mod standing;
pub mod state;
pub mod stood;
pub mod stops;
pub mod target;
pub mod update;
pub mod work;

mod request;

pub use message::{Command, Effect, Message, Moment};
pub use place::Place;
pub use state::State;
pub use update::{Follows, LaterUpdate, step};
