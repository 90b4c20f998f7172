//! What the first half does.

use super::{answering, changing, choosing, drafts, storing, travelling};
use crate::first::{Came, Command, Effect, Message};
use crate::message::{self, Moment};
use crate::seal::Seal;
use crate::state::{LaterHalf, State};

/// Does what a message of the first half asks. What follows from it may be of the later half.
pub(super) fn act(
    state: &mut State,
    effects: &mut Vec<message::Effect>,
    message: Message,
    moment: Moment,
) -> Option<message::Command> {
    match message {
        Message::Command(command) => return carry_out(state, effects, command, moment),
        Message::Came(came) => arrive(state, effects, came, moment),
    }
    None
}

fn carry_out(
    state: &mut State,
    effects: &mut Vec<message::Effect>,
    command: Command,
    moment: Moment,
) -> Option<message::Command> {
    match command {
        Command::Answer(question, answering) => {
            answering::answer(state, &question, answering, moment.now);
        }
        Command::Choose(choosing) => choosing::choose(state, choosing, moment.now),
        Command::Go(place) => travelling::go(state, effects, place),
        Command::Wandered(place) => travelling::wandered(state, effects, place),
        Command::Begin => drafts::begin(state, effects),
        Command::GoToFirstQuestion => choosing::go_to_first_question(state, effects),
        Command::Keep(wish) => return storing::keep(state, effects, wish),
        Command::ShowHelp(open) => state.help_open = open,
        Command::LoadAnew => effects.push(Effect::LoadAnew.into()),
    }
    None
}

fn arrive(state: &mut State, effects: &mut Vec<message::Effect>, came: Came, moment: Moment) {
    match came {
        Came::StorageRefused(fault) => drafts::storage_refused(state, effects, fault),
        Came::Kept(number) => storing::kept(state, number),
        Came::NotKept(number, fault) => storing::not_kept(state, number, fault),
        Came::Name(id) => drafts::named(state, effects, id, moment.now),
        Came::LaterHalf(guidance, catalogue) => {
            state.later = LaterHalf::Here(guidance);
            state.catalogue = catalogue;
            changing::ask_anew(state);
        }
        Came::NoLaterHalf => state.later = LaterHalf::Missing,
        Came::Sealed(facts) => state.seal = Seal::Sealed(facts),
        Came::NotSealed(reason) => state.seal = Seal::Not(reason),
    }
}
