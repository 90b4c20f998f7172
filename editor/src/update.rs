//! What a message makes of a state.

use crate::message::{Command, Effect, Message, Moment};
use crate::state::State;

mod answering;
mod asking;
mod beginning;
mod changing;
mod choosing;
mod deleting;
mod drafts;
mod first;
mod jobs;
mod later;
mod planning;
mod sheets;
mod shelf;
mod storing;
mod travelling;
mod undoing;

pub use beginning::begin;
pub use later::LaterUpdate;

/// What became of a message.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The state after it. A message that changes nothing leaves an equal one.
    pub state: State,
    /// What the browser has to do.
    pub effects: Vec<Effect>,
    /// What is for the later half while that is not here: to be said again once it is.
    pub waits: Option<crate::later::Message>,
}

/// Does what a message asks, and what follows from it. A page to which the later half has not come yet
/// has none to give.
#[must_use]
pub fn step(state: &State, message: Message, moment: Moment, later: Option<&LaterUpdate>) -> Step {
    let mut next = state.clone();
    let mut effects = Vec::new();
    let mut waits = None;
    let mut due = Some(message);
    while let Some(message) = due {
        let follows: Option<Command> = match (message, later) {
            (Message::First(message), _) => first::act(&mut next, &mut effects, message, moment),
            (Message::Later(message), Some(later)) => {
                (later.act)(&mut next, &mut effects, message, moment)
            }
            (Message::Later(message), None) => {
                waits = Some(message);
                None
            }
            (Message::Turn(way), Some(later)) => {
                (later.turn)(&mut next, &mut effects, way, moment.now);
                None
            }
            // What is done last by the time the later half is here may be something else.
            (Message::Turn(_), None) => None,
        };
        due = follows.map(Message::from);
    }
    travelling::settle(&mut next, &mut effects);
    if let Some(later) = later {
        (later.draw_what_shows)(&mut next, &mut effects, moment);
    }
    storing::flush(&mut next, &mut effects);
    storing::settle(&mut next);
    Step { state: next, effects, waits }
}

/// The same with the later half at hand, so that nothing waits.
#[must_use]
pub fn update(state: &State, message: impl Into<Message>, moment: Moment) -> (State, Vec<Effect>) {
    let step = step(state, message.into(), moment, Some(&LaterUpdate::HERE));
    (step.state, step.effects)
}
