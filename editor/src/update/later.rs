//! What the later half does. The app has it, and whatever it alone needs, in a module of its own that
//! comes after the first load.
//!
//! **Invariant:** nothing names [`LaterUpdate::HERE`] but [`super::update`] and whoever loads it, or the
//! half moves into the first load.

use std::rc::Rc;

use domain::assessment::Timestamp;

use super::{
    answering, arriving, carrying, deleting, drafts, jobs, keys, leading, listed, looking, merging,
    passphrases, planning, risking, sheets, shelf, undoing,
};
use crate::download::Copying;
use crate::history::Way;
use crate::later::{Came, Command, Effect, Message};
use crate::message::{self, Moment};
use crate::offline::Newer;
use crate::place::Place;
use crate::seal::Trials;
use crate::state::{Dialog, Notice, State};

/// The later half of what a message does.
#[derive(Clone, Copy, Debug)]
pub struct LaterUpdate {
    pub(super) act:
        fn(&mut State, &mut Vec<message::Effect>, Rc<Message>, Moment) -> Option<message::Command>,
    pub(super) turn: fn(&mut State, &mut Vec<message::Effect>, Way, Timestamp),
    pub(super) draw_what_shows: fn(&mut State, &mut Vec<message::Effect>, Moment),
}

impl LaterUpdate {
    /// The half itself.
    pub const HERE: Self = Self { act, turn: undoing::turn, draw_what_shows };
}

/// What follows from where the person is now: what shows is drawn, and stands as it was left.
fn draw_what_shows(state: &mut State, effects: &mut Vec<message::Effect>, moment: Moment) {
    leading::settle(state);
    if !matches!(state.place, Place::Result | Place::Example(_)) {
        state.reading = None;
    }
    let of = state.work.as_ref().map(|work| &work.assessment.id);
    let stood = state.stood.come(&state.place, of);
    // A way that leads to something on the screen is gone as it says.
    let leads = |effect: &message::Effect| {
        let message::Effect::Later(effect) = effect else { return false };
        matches!(
            effect,
            Effect::FocusInPlan(_) | Effect::FocusInRisks(_) | Effect::FocusInResult(_)
        )
    };
    if let Some(stood) = stood.filter(|_| !effects.iter().any(leads)) {
        effects.push(Effect::StandAgain(stood).into());
    }
    jobs::draw_what_shows(state, effects, moment);
}

fn act(
    state: &mut State,
    effects: &mut Vec<message::Effect>,
    message: Rc<Message>,
    moment: Moment,
) -> Option<message::Command> {
    match Rc::unwrap_or_clone(message) {
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
            answering::answer_more(state, effects, &question, answering, moment.now);
        }
        Command::SetAside(tension, because) => {
            answering::set_aside(state, &tension, because, moment.now);
        }
        Command::Plan(planning) => planning::plan(state, effects, planning, moment.now),
        Command::Risk(risking) => risking::act(state, effects, risking, moment.now),
        Command::LookAtPlan(looking) => looking::look(state, effects, looking),
        Command::Take(taking) => sheets::take(state, effects, taking, moment),
        Command::Record(id, recording) => {
            sheets::record(state, effects, id, recording, moment.now);
        }
        Command::TakeOffDevice => deleting::ask_to_take_off(state, effects),
        Command::Continue(id) => drafts::go_on(state, effects, id),
        Command::Want(id, wanted) => return listed::want(state, effects, id, wanted, moment),
        Command::OpenUnread(id) => listed::open_unread(state, effects, id, moment.now),
        Command::SaveUnread(id) => effects.push(Effect::HandOutRecords(id).into()),
        Command::PutBack => listed::put_back(state, effects),
        Command::AskToDelete(deletion) => deleting::ask(state, effects, deletion),
        Command::OpenLeft(at) => drafts::open_left(state, effects, at),
        Command::PutOffLeft => drafts::put_off_left(state, effects),
        Command::Confirm => return deleting::confirm(state, effects, moment),
        Command::ConfirmBeside => return drafts::confirm_beside(state),
        Command::CloseDialog => state.dialog = None,
        Command::FileChosen(name, bytes) => jobs::open(state, effects, name, bytes),
        Command::FileUnreadable(name) => state.notice = Some(Notice::FileUnreadable(name)),
        Command::FileRefused(name, fault) => {
            state.notice = Some(Notice::FileRefused(name, fault));
        }
        Command::GivePassphrase(given) => passphrases::given(state, effects, given, moment),
        Command::Write(target) => jobs::write(state, effects, target, moment),
        Command::CancelWriting(target) => jobs::cancel(state, effects, &target, moment),
        Command::StopReading => jobs::stop_reading(state, effects, moment),
        Command::SayArrived(target) => return arriving::say_arrived(state, effects, &target),
        Command::CopyText(target) => arriving::copy_text(state, effects, &target),
        Command::ChooseEdition(edition) => jobs::choose_edition(state, edition),
        Command::ChooseNaming(naming) => jobs::choose_naming(state, naming),
        Command::ShowGoingOut(shows) => jobs::show_going_out(state, shows),
        Command::Print => jobs::print(state),
        Command::Leave(stood) => {
            let of = state.work.as_ref().map(|work| &work.assessment.id);
            state.stood.leave(&state.place, of, stood);
        }
        Command::Show(heading) => {
            state.reading = Some(heading.clone());
            effects.push(Effect::Show(heading).into());
        }
        Command::TryToSend => {
            state.trials = Trials::Running;
            effects.push(Effect::TryToSend.into());
        }
        Command::Press(shortcut) => keys::press(state, effects, shortcut, moment.now),
        Command::ShowCard(open) => state.card_open = open,
        Command::ShowKeys => state.dialog = Some(Rc::new(Dialog::Keys)),
        Command::UseKeys(use_keys) => keys::switch(state, effects, use_keys),
        Command::CloseSaid => state.takes_back = None,
        Command::CloseNotice => state.notice = None,
        Command::CloseNewer => state.offline.newer = Newer::Closed,
        Command::CloseCarriedOver => state.carried_over = None,
        Command::StillHolds(kept_as) => {
            carrying::still_holds(state, effects, &kept_as, moment.now);
        }
        Command::OpenFromFile(assessment) => drafts::open(state, effects, (*assessment).clone()),
        Command::OpenBeside(assessment) => drafts::open_beside(state, effects, assessment),
        Command::ReplaceDraft(assessment) => {
            drafts::replace(state, effects, (*assessment).clone());
        }
    }
    None
}

fn arrive(state: &mut State, effects: &mut Vec<message::Effect>, came: Came, moment: Moment) {
    match came {
        Came::Shelf(listings, unread) => shelf::listed(state, effects, &listings, &unread),
        Came::Draft(draft) => {
            if let Some(draft) = drafts::usable(state, effects, *draft) {
                drafts::arrived(state, effects, draft);
            }
            listed::remind(state, moment.now);
        }
        Came::ReadFor(wanted, draft) => {
            if let Some(draft) = drafts::usable(state, effects, *draft) {
                listed::read(state, effects, wanted, draft, moment);
            }
        }
        Came::CopyNamed(id, draft) => listed::copied(state, effects, *draft, id, moment.now),
        Came::WithoutHead(draft) => listed::without_head(state, effects, *draft),
        Came::LeftBehind(left, was_open) => {
            drafts::left_behind(state, effects, left, was_open);
        }
        Came::NoDraft(id) => drafts::gone(state, effects, &id),
        Came::UnreadDraft(id, why) => drafts::unread(state, effects, &id, why),
        Came::Deleted(records) => deleting::done(state, effects, records),
        Came::BackAgain => listed::back_again(state, effects),
        Came::NotDeleted(fault) => deleting::failed(state, effects, fault),
        Came::Gone(number) => merging::emptied(state, number),
        Came::Overtaken(number) => merging::overtaken(state, effects, number),
        Came::Beside(beside) => merging::beside(state, effects, *beside, moment.now),
        Came::MayDiffer => {
            merging::look(state, effects);
            listed::remind(state, moment.now);
        }
        Came::GoneFromDevice(id) => merging::gone(state, &id),
        Came::DeletedElsewhere(id) => merging::deleted(state, effects, &id),
        Came::Job(number, outcome) => jobs::done(state, effects, number, outcome, moment.now),
        Came::Copied(target) => arriving::copied(state, effects, &target, Copying::Copied),
        Came::NotCopied(target) => arriving::copied(state, effects, &target, Copying::Refused),
        Came::NotPrinted => state.notice = Some(Notice::PrintRefused),
        Came::WorkerStopped => jobs::stopped(state, effects),
        Came::Offline(stands) => state.offline.stands = stands,
        Came::TakesLong(number) => state.takes_long = Some(number),
        Came::NewerPage => state.offline.newer = Newer::Here,
        Came::OwnWords(answered) => {
            state.own = answered.into();
            let accent = state.own.words().and_then(|words| words.accent.clone());
            effects.extend(accent.map(|accent| Effect::Accent(accent).into()));
        }
        Came::InView(heading) => state.reading = Some(heading),
        Came::Tried(trials) => state.trials = Trials::Done(moment.now, trials),
    }
}
