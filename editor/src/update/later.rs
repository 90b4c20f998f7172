//! What nobody can ask for before the first question can be answered. The app has this half, and
//! whatever it alone needs, in a module of its own that comes after the first load.
//!
//! **Invariant:** nothing names [`Later::HERE`] but [`super::update`] and whoever loads it, or the half
//! moves into the first load.

use std::rc::Rc;

use super::{Act, answering, deleting, drafts, first, jobs, planning, sheets, storing, undoing};
use crate::command::{Came, Command, Moment};
use crate::effect::Effect;
use crate::history::Way;
use crate::state::{Notice, State, Trials};

/// The later half of what a command does.
#[derive(Clone, Copy, Debug)]
pub struct Later {
    pub(super) act: Act,
    pub(super) draw_what_shows: fn(&mut State, &mut Vec<Effect>, Moment),
}

impl Later {
    /// The half itself.
    pub const HERE: Self = Self { act: whole, draw_what_shows: jobs::draw_what_shows };
}

/// Carries any command out. None is left.
fn whole(
    state: &mut State,
    effects: &mut Vec<Effect>,
    command: Command,
    moment: Moment,
) -> Result<(), Command> {
    act(state, effects, command, moment);
    Ok(())
}

/// Carries any command out.
pub(super) fn act(state: &mut State, effects: &mut Vec<Effect>, command: Command, moment: Moment) {
    let Err(left) = first::act(state, effects, command, moment) else { return };
    match left {
        Command::Answer(question, answering) => {
            answering::answer_later(state, effects, &question, answering, moment.at);
        }
        Command::SetAside(tension, because) => {
            answering::set_aside(state, &tension, because, moment.at);
        }
        Command::Plan(planning) => planning::plan(state, effects, planning, moment.at),
        Command::Take(taking) => sheets::take(state, effects, taking, moment.at),
        Command::Undo => undoing::turn(state, effects, Way::Undo, moment.at),
        Command::Redo => undoing::turn(state, effects, Way::Redo, moment.at),
        Command::Keep(wish) => storing::keep(state, effects, wish),
        Command::Continue(id) => drafts::go_on(state, effects, id),
        Command::AskToDelete(deletion) => deleting::ask(state, deletion),
        Command::Confirm => deleting::confirm(state, effects, moment),
        Command::ConfirmBeside => drafts::open_beside(state, effects),
        Command::CloseDialog => state.dialog = None,
        Command::FileChosen(name, bytes) => jobs::open(state, effects, name, bytes),
        Command::FileUnreadable(name) => state.notice = Some(Notice::FileUnreadable(name)),
        Command::FileTooLarge(name) => {
            let fault = domain::job::Fault::TooLarge;
            state.notice = Some(Notice::FileRefused(name, fault));
        }
        Command::Write(target) => jobs::write(state, effects, target, moment),
        Command::CancelWriting(target) => jobs::cancel(state, effects, &target, moment),
        Command::ChooseCopy(copy) => jobs::choose_copy(state, copy),
        Command::ChooseNaming(naming) => jobs::choose_naming(state, naming),
        Command::ShowGoingOut(shows) => jobs::show_going_out(state, shows),
        Command::Print => jobs::print(state),
        Command::TryToSend => {
            state.trials = Trials::Running;
            effects.push(Effect::TryToSend);
        }
        Command::CloseNotice => state.notice = None,
        Command::Come(assessment) => drafts::open(state, effects, (*assessment).clone()),
        Command::ComeBeside(assessment) => drafts::come_beside(state, effects, assessment),
        Command::ComeInstead(assessment) => {
            drafts::replace(state, effects, (*assessment).clone());
        }
        Command::Came(came) => {
            if let Ok(came) = Rc::try_unwrap(came) {
                arrive(state, effects, came, moment);
            }
        }
        // The first half has carried them out.
        Command::Choose(_)
        | Command::Go(_)
        | Command::Wandered(_)
        | Command::Begin
        | Command::GoToFirstQuestion
        | Command::ShowHelp(_)
        | Command::LoadAnew => {}
    }
}

fn arrive(state: &mut State, effects: &mut Vec<Effect>, came: Came, moment: Moment) {
    match came {
        Came::Shelf(listings) => drafts::shelf(state, effects, listings),
        Came::Draft(assessment, place, damaged) => {
            drafts::arrived(state, effects, *assessment, place, damaged);
        }
        Came::NoDraft(id) => drafts::gone(state, effects, &id),
        Came::Deleted => deleting::done(state, effects),
        Came::NotDeleted(fault) => deleting::failed(state, effects, fault),
        Came::Taken(id) => drafts::taken(state, effects, &id),
        Came::Free(id) => drafts::free(state, effects, id),
        Came::Job(number, outcome) => jobs::done(state, effects, number, outcome, moment),
        Came::WorkerStopped => jobs::stopped(state, effects),
        Came::Tried(trials) => state.trials = Trials::Done(moment.at, trials),
        // The first half has carried them out.
        Came::StorageRefused(_)
        | Came::Kept(_)
        | Came::NotKept(..)
        | Came::Name(_)
        | Came::Held(_)
        | Came::LaterHalf(..)
        | Came::NoLaterHalf
        | Came::Sealed(_)
        | Came::NotSealed(_) => {}
    }
}
