//! What a message makes of a state.

use std::rc::Rc;

use crate::message::{Command, Effect, Message, Moment};
use crate::state::State;

mod answering;
mod arriving;
mod asking;
mod beginning;
mod carrying;
mod changing;
mod choosing;
mod days;
mod deleting;
mod drafts;
mod first;
mod jobs;
mod keys;
mod later;
mod leading;
mod listed;
mod looking;
mod merging;
mod passphrases;
mod planning;
mod risking;
mod sheets;
mod shelf;
mod storing;
mod travelling;
mod undoing;

pub use beginning::begin;
pub use later::LaterUpdate;

/// What follows from a message.
#[derive(Clone, Debug, PartialEq)]
pub struct Follows {
    /// What the browser has to do.
    pub effects: Vec<Effect>,
    /// What is for the later half while that is not here: to be said again once it is.
    pub waits: Option<Rc<crate::later::Message>>,
}

/// Makes of a state what a message asks, and what follows from it. A message that changes nothing leaves
/// an equal state. A page to which the later half has not come yet has none to give.
///
/// In place: whoever has the state has it alone, so nothing of it is copied with each key.
#[must_use]
pub fn step(
    state: &mut State,
    message: Message,
    moment: Moment,
    later: Option<&LaterUpdate>,
) -> Follows {
    state.today = Some(moment.today);
    let mut effects = Vec::new();
    let mut waits = None;
    let turns = matches!(message, Message::Turn(_));
    let before = (state.said.0, steps(state));
    let mut due = Some(message);
    while let Some(message) = due {
        let follows: Option<Command> = match (message, later) {
            (Message::First(message), _) => first::act(state, &mut effects, message, moment),
            (Message::Later(message), Some(later)) => {
                (later.act)(state, &mut effects, message, moment)
            }
            (Message::Later(message), None) => {
                waits = Some(message);
                None
            }
            (Message::Turn(way), Some(later)) => {
                (later.turn)(state, &mut effects, way, moment.now);
                None
            }
            // What is done last by the time the later half is here may be something else.
            (Message::Turn(_), None) => None,
        };
        due = follows.map(Message::from);
    }
    let after = (state.said.0, steps(state));
    if after.0 != before.0 {
        // What was done and is told can be taken back there, if to take it back is a step.
        state.takes_back = after.1.filter(|_| after.1 != before.1 && !turns);
    }
    travelling::settle(state, &mut effects);
    if let Some(later) = later {
        (later.draw_what_shows)(state, &mut effects, moment);
    }
    storing::flush(state, &mut effects);
    storing::settle(state);
    Follows { effects, waits }
}

/// Which change of the open assessment is the newest.
fn steps(state: &State) -> Option<u32> {
    state.work.as_ref().map(|work| work.history.steps())
}
