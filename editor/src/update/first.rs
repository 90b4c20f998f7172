//! What the first load can do: begin, choose, answer, keep. Everything else is the later half.

use std::rc::Rc;

use super::{answering, ask_anew, choosing, drafts, storing, travelling};
use crate::command::{Came, Command, Moment};
use crate::effect::Effect;
use crate::state::{Later, Seal, State};

/// Carries a command out.
///
/// # Errors
/// The command, where it belongs to the later half.
pub(super) fn act(
    state: &mut State,
    effects: &mut Vec<Effect>,
    command: Command,
    moment: Moment,
) -> Result<(), Command> {
    match command {
        Command::Answer(question, answering) => {
            let left = answering::answer(state, &question, answering, moment.at);
            return left.map_err(|answering| Command::Answer(question, answering));
        }
        Command::Choose(choosing) => choosing::choose(state, choosing, moment.at),
        Command::Go(place) => travelling::go(state, effects, place),
        Command::Wandered(place) => travelling::wandered(state, effects, place),
        Command::Begin => drafts::begin(state, effects),
        Command::GoToFirstQuestion => choosing::go_to_first_question(state, effects),
        Command::Keep(wish) if !storing::deletes(state, wish) => {
            storing::keep(state, effects, wish);
        }
        Command::ShowHelp(open) => state.help_open = open,
        Command::LoadAnew => effects.push(Effect::LoadAnew),
        // Nobody else holds it; what came is not copied.
        Command::Came(came) => match Rc::try_unwrap(came) {
            Ok(came) => return arrive(state, effects, came, moment).map_err(Command::from),
            Err(_) => return Ok(()),
        },
        left => return Err(left),
    }
    Ok(())
}

fn arrive(
    state: &mut State,
    effects: &mut Vec<Effect>,
    came: Came,
    moment: Moment,
) -> Result<(), Came> {
    match came {
        Came::StorageRefused(fault) => drafts::storage_refused(state, effects, fault),
        Came::Kept(number) => storing::kept(state, number),
        Came::NotKept(number, fault) => storing::not_kept(state, number, fault),
        Came::Name(id) => drafts::named(state, effects, id, moment.at),
        Came::Held(id) => drafts::held(state, effects, &id),
        Came::LaterHalf(guidance, catalogue) => {
            state.later = Later::Here(guidance);
            state.catalogue = catalogue;
            ask_anew(state);
        }
        Came::NoLaterHalf => state.later = Later::Missing,
        Came::Sealed(facts) => state.seal = Seal::Sealed(facts),
        Came::NotSealed(reason) => state.seal = Seal::Not(reason),
        left => return Err(left),
    }
    Ok(())
}
