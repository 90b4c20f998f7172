//! What the editor is told and what it asks for, of both halves: each says by its type which half it
//! belongs to.

use std::rc::Rc;

pub use domain::moment::Moment;

use crate::history::Way;
use crate::{first, later};

/// What the editor is told.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// For the first half, which is always here.
    First(first::Message),
    /// For the later half: waits until that is here. Shared, so that the first half, which sends and
    /// keeps it, holds nothing of how one is copied: that alone weighs 3 KB.
    Later(Rc<later::Message>),
    /// A person takes back the last change, or puts it back. The later half does it, and where that is
    /// not here nothing does: later on, another change would be the last one.
    Turn(Way),
}

/// What a person did, or what follows from it.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Of the first half.
    First(first::Command),
    /// Of the later half.
    Later(later::Command),
}

/// One thing for the browser to do. What comes of it returns as a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Of the first half.
    First(first::Effect),
    /// Of the later half: waits until that is here.
    Later(later::Effect),
}

impl From<Command> for Message {
    fn from(command: Command) -> Self {
        match command {
            Command::First(command) => command.into(),
            Command::Later(command) => command.into(),
        }
    }
}

/// What belongs to a half is of both.
macro_rules! of_both {
    ($($half:ident::$name:ident into $both:ident::$variant:ident as $inner:expr;)+) => {$(
        impl From<$half::$name> for $both {
            fn from(one: $half::$name) -> Self {
                Self::$variant($inner(one))
            }
        }
    )+};
}

of_both! {
    first::Command into Message::First as first::Message::Command;
    first::Came into Message::First as first::Message::Came;
    later::Command into Message::Later as |command| Rc::new(later::Message::Command(command));
    later::Came into Message::Later as |came| Rc::new(later::Message::Came(came));
    later::Message into Message::Later as Rc::new;
    first::Command into Command::First as std::convert::identity;
    later::Command into Command::Later as std::convert::identity;
    first::Effect into Effect::First as std::convert::identity;
    later::Effect into Effect::Later as std::convert::identity;
}
