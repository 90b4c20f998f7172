//! Deleting, after a confirmation that says what goes.

use std::rc::Rc;

use domain::count::count;

use super::changing::{change, say, show_notice};
use super::{drafts, shelf, storing, travelling};
use crate::going::Going;
use crate::history::{Because, Change, Everything};
use crate::keeping::{Deletion, Draft, StorageFault, Wanted};
use crate::later;
use crate::message::{Command, Effect, Moment};
use crate::place::Place;
use crate::state::{Dialog, Notice, Said, Shelf, State};

/// The person wants something deleted: says what would go. One on this device that is not open is read
/// first, as nothing else knows all that it holds.
pub(super) fn ask(state: &mut State, effects: &mut Vec<Effect>, deletion: Deletion) {
    let listings: &[_] = match &state.shelf {
        Shelf::Listed(listings) => listings,
        Shelf::Reading | Shelf::Refused(_) => &[],
    };
    let open = state.work.as_ref();
    let going = match &deletion {
        Deletion::Answers => open.map(Going::of_work).unwrap_or_default().to_start_again(),
        Deletion::Stored => open.map(Going::of_work).unwrap_or_default(),
        Deletion::Left(at) => left(state, *at).map(Going::of_draft).unwrap_or_default(),
        Deletion::Draft(id) => match open.filter(|work| work.assessment.id == *id) {
            Some(work) => Going::of_work(work),
            None if listings.iter().any(|listing| listing.id == *id) => {
                effects.push(later::Effect::ReadFor(id.clone(), Wanted::Deletion).into());
                return;
            }
            // Nothing of it can be read but its subject, if that.
            None => {
                let unread = state.unread.iter().find(|unread| unread.id == *id);
                let subject = unread.map(|unread| unread.subject.clone()).unwrap_or_default();
                Going { subject, assessments: 1, ..Going::default() }
            }
        },
        Deletion::Everything => {
            let unlisted =
                open.filter(|work| !listings.iter().any(|one| one.id == work.assessment.id));
            let waits = state.waits();
            let drafts = waits.iter().filter_map(|left| left.usable(&state.catalogue));
            Going {
                answers: listings.iter().map(|one| one.progress.answers()).sum::<u32>()
                    + unlisted.map_or(0, |work| work.progress().answers())
                    + drafts.map(|draft| draft.progress.answers()).sum::<u32>(),
                assessments: count(listings.len() + state.unread.len() + waits.len())
                    + u32::from(unlisted.is_some()),
                ..Going::default()
            }
        }
    };
    state.dialog = Some(Rc::new(Dialog::Delete(deletion, going)));
}

/// An assessment on this device was read: says what of it would go.
pub(super) fn ask_about(state: &mut State, draft: &Draft) {
    let deletion = Deletion::Draft(draft.assessment.id.clone());
    state.dialog = Some(Rc::new(Dialog::Delete(deletion, Going::of_draft(draft))));
}

/// What waits at this place, if that is an assessment.
fn left(state: &State, at: usize) -> Option<&Draft> {
    state.waits().get(at)?.usable(&state.catalogue)
}

/// The person no longer wants the open assessment on this device. Where that holds work, says first what
/// goes from there.
pub(super) fn ask_to_take_off(state: &mut State, effects: &mut Vec<Effect>) {
    if state.work.as_ref().is_some_and(|work| work.assessment.holds_work()) {
        ask(state, effects, Deletion::Stored);
    } else {
        storing::take_off_device(state, effects);
    }
}

/// The person pressed the button that goes ahead. What was asked about may follow as a command.
pub(super) fn confirm(
    state: &mut State,
    effects: &mut Vec<Effect>,
    moment: Moment,
) -> Option<Command> {
    match Rc::unwrap_or_clone(state.dialog.take()?) {
        Dialog::Delete(Deletion::Answers, _) => start_again(state, effects, moment),
        Dialog::Delete(Deletion::Stored, _) => storing::take_off_device(state, effects),
        Dialog::Delete(Deletion::Draft(id), _) => {
            let open = state.work.as_ref().is_some_and(|work| work.assessment.id == id);
            if open || state.opening.as_ref().is_some_and(|opening| opening.id == id) {
                abandon(state, effects);
            }
            effects.push(later::Effect::Delete(id.clone()).into());
            state.deleting = Some(Deletion::Draft(id));
            shelf::take_off(state);
        }
        Dialog::Delete(Deletion::Left(at), _) => {
            drafts::let_left_go(state, at);
            show_notice(effects);
        }
        Dialog::Delete(Deletion::Everything, _) => {
            abandon(state, effects);
            state.left_behind = None;
            effects.push(later::Effect::DeleteEverything.into());
            state.deleting = Some(Deletion::Everything);
            shelf::take_off(state);
        }
        Dialog::Leave(command) => {
            abandon(state, effects);
            return Some(command);
        }
        Dialog::Replace(assessment, _) => {
            let other = state.work.as_ref().is_some_and(|work| work.assessment.id != assessment.id);
            let command = Command::from(later::Command::ReplaceDraft(assessment));
            if !(other && drafts::asks_to_leave(state, command.clone())) {
                return Some(command);
            }
        }
        Dialog::Keys | Dialog::Passphrase(..) => {}
    }
    None
}

/// All answers go, what is assessed stays. Can be taken back as long as the tab is open.
fn start_again(state: &mut State, effects: &mut Vec<Effect>, moment: Moment) {
    let Some(work) = &state.work else { return };
    let before = Everything::of(&work.assessment);
    let everything = Change::Answers(Box::new(before), Box::default(), Because::StartAgain);
    change(state, everything, None, moment.now);
    say(state, Said::Cleared);
    travelling::go(state, effects, Place::Choose);
}

/// It is gone, and said so. (An assessment that is to be kept no longer goes unsaid.)
pub(super) fn done(state: &mut State, effects: &mut Vec<Effect>, records: Rc<[u8]>) {
    if state.deleting.take().is_some() {
        state.notice = Some(Notice::Deleted(records));
        show_notice(effects);
    }
    effects.push(later::Effect::ReadShelf.into());
}

/// It is still there, and listed again.
pub(super) fn failed(state: &mut State, effects: &mut Vec<Effect>, fault: StorageFault) {
    state.deleting = None;
    state.notice = Some(Notice::NotDeleted(fault));
    show_notice(effects);
    effects.push(later::Effect::ReadShelf.into());
}

/// The open assessment is given up without writing it once more.
fn abandon(state: &mut State, effects: &mut Vec<Effect>) {
    if let Some(work) = &mut state.work {
        work.unsaved = Default::default();
    }
    drafts::put_down(state, effects);
    if state.place.needs_assessment() {
        travelling::go(state, effects, Place::Start);
    }
}
