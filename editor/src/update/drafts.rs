//! Beginning and opening assessments.

use std::rc::Rc;

use domain::assessment::{Assessment, Timestamp};
use domain::earlier::numbers;
use domain::id::AssessmentId;

use super::beginning::{blank, work_on};
use super::{carrying, changing, storing, travelling};
use crate::carried_over::CarriedOver;
use crate::effect::Entry;
use crate::going::Going;
use crate::keeping::{Base, Draft, Keeping, StorageFault, Unreadable, Wanted, Wish, Writing};
use crate::left_behind::Left;
use crate::message::{Command, Effect};
use crate::place::Place;
use crate::state::{AfterName, Destination, Dialog, Held, Notice, Opening, Shelf, State};
use crate::work::Work;
use crate::{first, later};

/// The person wants a new assessment.
pub(super) fn begin(state: &mut State, effects: &mut Vec<Effect>) {
    if asks_to_leave(state, first::Command::Begin.into()) {
        return;
    }
    state.after_name = Some(AfterName::Begin);
    effects.push(first::Effect::DrawName.into());
}

/// A name was drawn for what was waiting for one.
pub(super) fn named(
    state: &mut State,
    effects: &mut Vec<Effect>,
    id: AssessmentId,
    now: Timestamp,
) {
    match state.after_name.take() {
        Some(AfterName::Begin) => {
            let assessment = blank(&state.catalogue, &state.wishes, id, now);
            put_down(state, effects);
            let refused = matches!(state.shelf, Shelf::Refused(_));
            let nowhere = refused || state.wishes.kept_nowhere;
            let keeping = if nowhere { Keeping::Nowhere } else { Keeping::Undecided };
            state.work = Some(work_on(&state.catalogue, assessment, keeping));
            travelling::go(state, effects, Place::Choose);
        }
        Some(AfterName::OpenBeside(assessment, carried)) => {
            let mut assessment = (*assessment).clone();
            assessment.id = id;
            put_in_place(state, effects, assessment, carried);
        }
        None => {}
    }
}

/// The person wants to go on with an assessment on this device.
pub(super) fn go_on(state: &mut State, effects: &mut Vec<Effect>, id: AssessmentId) {
    if let Some(work) = state.work.as_ref().filter(|work| work.assessment.id == id) {
        let place = travelling::goes_on_at(state, work.last_place.clone());
        travelling::go(state, effects, place);
        return;
    }
    if asks_to_leave(state, later::Command::Continue(id.clone()).into()) {
        return;
    }
    put_down(state, effects);
    read(state, effects, id, Destination::LastPlace);
}

/// Has a draft read, and held so that no other window deletes it.
pub(super) fn read(
    state: &mut State,
    effects: &mut Vec<Effect>,
    id: AssessmentId,
    to: Destination,
) {
    effects.push(first::Effect::Hold(id.clone()).into());
    effects.push(later::Effect::ReadDraft(id.clone()).into());
    state.opening = Some(Opening { id, to });
}

/// This browser keeps nothing. Work goes on in this tab.
pub(super) fn storage_refused(state: &mut State, effects: &mut Vec<Effect>, fault: StorageFault) {
    state.shelf = Shelf::Refused(fault.clone());
    if state.opening.take().is_some() {
        effects.push(first::Effect::LetGo.into());
    }
    if let Some(work) = &mut state.work
        && matches!(work.keeping, Keeping::Device(_))
    {
        work.keeping = Keeping::Device(Writing::Failed(fault));
        work.unsaved.stall();
    }
}

/// What was read, if this page may use it, for whatever it was wanted; else it is said why not.
pub(super) fn usable(state: &mut State, effects: &mut Vec<Effect>, draft: Draft) -> Option<Draft> {
    let assessment = &draft.assessment;
    if carrying::is_of_newer(state, numbers(&assessment.catalogue.version)) {
        unread(state, effects, &assessment.id, Unreadable::Newer);
        return None;
    }
    Some(draft)
}

/// A draft was read, and can be used.
pub(super) fn arrived(state: &mut State, effects: &mut Vec<Effect>, draft: Draft) {
    let Draft { mut assessment, place, changes_since_file, written, damaged, .. } = draft;
    let Some(opening) = state.opening.take_if(|opening| opening.id == assessment.id) else {
        return;
    };
    let before = assessment.clone();
    let carried = carrying::carry_over(state, &mut assessment);
    let becomes_another = assessment != before;
    effects.push(first::Effect::Remember(Some(opening.id)).into());
    let place = if place.needs_assessment() { place } else { Place::Choose };
    let base = Base { assessment: before.clone(), changes_since_file, written };
    let mut work = work_on(&state.catalogue, assessment, Keeping::Device(Writing::Saved));
    work.base = Some(base);
    work.last_place = place.clone();
    work.changes_since_file = changes_since_file;
    // A file that is being written holds what was open here before, which may be another state.
    work.revision = state.work.as_ref().map_or(0, |before| before.revision + 1);
    // What the bank does not know is no news of a draft: it was there before.
    state.carried_over = carried.filter(|carried| !carried.earlier.is_empty());
    if becomes_another {
        carrying::touch_carried(&mut work, &before);
    }
    state.work = Some(work);
    // What was drawn is of what was open before.
    state.result = Default::default();
    state.paper = Default::default();
    state.sheet = Default::default();
    if opening.to == Destination::LastPlace {
        let place = travelling::goes_on_at(state, place);
        travelling::go(state, effects, place);
    }
    state.notice = (damaged > 0).then_some(Notice::RecordsDamaged(damaged));
}

/// What this page alone held when the page around took it out is here again. What was open opens as it
/// was, unless that would put something away that somebody has begun meanwhile and would lose; then it
/// waits, with what waited before, until a person has chosen. So does what another version has left.
pub(super) fn left_behind(
    state: &mut State,
    effects: &mut Vec<Effect>,
    left: Rc<[Left]>,
    was_open: bool,
) {
    let is_free = was_open && !state.work.as_ref().is_some_and(Work::would_be_lost);
    let first = left.first().filter(|_| is_free).cloned();
    wait(state, left);
    if let Some(Left::Draft(draft, wish)) = first
        && !is_newer(state, &draft)
    {
        let_left_go(state, 0);
        open_as_it_was(state, effects, *draft, wish);
    }
}

fn is_newer(state: &State, draft: &Draft) -> bool {
    carrying::is_of_newer(state, numbers(&draft.assessment.catalogue.version))
}

/// Nobody pressed anything, so the focus stays where it is.
fn open_as_it_was(state: &mut State, effects: &mut Vec<Effect>, left: Draft, wish: Option<Wish>) {
    let place = put_left_in_place(state, effects, left, wish);
    if state.place == Place::Start || state.place.needs_assessment() {
        let place = travelling::settled(state, place);
        if place != state.place {
            effects.push(first::Effect::Address(place.clone(), Entry::Same).into());
            state.place = place;
        }
    }
    state.notice = Some(Notice::LeftBehind);
}

/// Opens what was left behind. Where the person was on it.
fn put_left_in_place(
    state: &mut State,
    effects: &mut Vec<Effect>,
    left: Draft,
    wish: Option<Wish>,
) -> Place {
    let Draft { mut assessment, place, changes_since_file, .. } = left;
    let carried = carrying::carry_over(state, &mut assessment);
    let revision = state.work.as_ref().map_or(0, |before| before.revision + 1);
    put_down(state, effects);
    // A new assessment was begun, and has no name yet.
    state.after_name = None;
    // What this device refused has another name now than what lies there, so nothing counts as chosen.
    let keeping = match wish {
        Some(Wish::Nowhere) => Keeping::Nowhere,
        Some(Wish::Device) | None => Keeping::Undecided,
    };
    let mut work = work_on(&state.catalogue, assessment, keeping);
    work.last_place = if place.needs_assessment() { place } else { Place::Choose };
    work.changes_since_file = changes_since_file;
    work.revision = revision;
    let place = work.last_place.clone();
    state.work = Some(work);
    state.carried_over = carried.filter(|carried| !carried.earlier.is_empty());
    state.missing.clear();
    place
}

/// The person wants what waits at this place. What is open is left as ever: what of it would be lost is
/// asked about.
pub(super) fn open_left(state: &mut State, effects: &mut Vec<Effect>, at: usize) {
    let Some(Left::Draft(draft, wish)) = state.waits().get(at).cloned() else { return };
    if is_newer(state, &draft) || asks_to_leave(state, later::Command::OpenLeft(at).into()) {
        return;
    }
    let_left_go(state, at);
    let place = put_left_in_place(state, effects, *draft, wish);
    let place = travelling::settled(state, place);
    travelling::go(state, effects, place);
    state.notice = Some(Notice::LeftBehind);
}

/// The person wants to think of it later on: it stands on the start screen from now on.
pub(super) fn put_off_left(state: &mut State, effects: &mut Vec<Effect>) {
    state.left_is_put_off = true;
    // What was pressed goes with what it stood in.
    changing::show_notice(effects);
}

/// What waits at this place is gone from there: it was opened, or given up.
pub(super) fn let_left_go(state: &mut State, at: usize) {
    let rest = state.waits().iter().enumerate().filter(|(other, _)| *other != at);
    let rest = rest.map(|(_, left)| left.clone()).collect();
    wait(state, rest);
}

/// These wait.
fn wait(state: &mut State, all: Rc<[Left]>) {
    state.left_behind = Some(all).filter(|all| !all.is_empty());
}

/// The draft is not on this device any more.
pub(super) fn gone(state: &mut State, effects: &mut Vec<Effect>, id: &AssessmentId) {
    not_had(state, effects, id, Notice::DraftGone);
}

/// The draft is on this device, and this page cannot read it.
pub(super) fn unread(
    state: &mut State,
    effects: &mut Vec<Effect>,
    id: &AssessmentId,
    why: Unreadable,
) {
    not_had(state, effects, id, Notice::DraftUnread(why));
}

/// What was wanted of a draft cannot be had, and that is said. Where it was to be opened, it is let go;
/// the list that offered it is read anew.
fn not_had(state: &mut State, effects: &mut Vec<Effect>, id: &AssessmentId, why: Notice) {
    if state.opening.take_if(|opening| opening.id == *id).is_some() {
        effects.push(first::Effect::LetGo.into());
        effects.push(first::Effect::Remember(None).into());
    }
    state.notice = Some(why);
    changing::show_notice(effects);
    effects.push(later::Effect::ReadShelf.into());
}

/// A file held this assessment: opens it, unless it is on this device already.
pub(super) fn from_file(state: &mut State, effects: &mut Vec<Effect>, assessment: Assessment) {
    let is_listed = match &state.shelf {
        Shelf::Listed(listings) => listings.iter().any(|listing| listing.id == assessment.id),
        Shelf::Reading | Shelf::Refused(_) => false,
    };
    let assessment = Rc::new(assessment);
    if state.unread.iter().any(|unread| unread.id == assessment.id) {
        // What cannot be read here stays as it lies: to keep this one would put it in its place.
        let command = Command::from(later::Command::OpenBeside(assessment.clone()));
        if !asks_to_leave(state, command) {
            open_beside(state, effects, assessment);
        }
        return;
    }
    let is_here = |work: &&Work| work.assessment.id == assessment.id && work.wish().is_some();
    if let Some(work) = state.work.as_ref().filter(is_here) {
        let (changed, going) = (work.assessment.changed, Going::of_work(work));
        ask_to_replace(state, assessment, Held { changed, going });
    } else if is_listed {
        // All that it holds is named, so it is read first.
        let id = assessment.id.clone();
        effects.push(later::Effect::ReadFor(id, Wanted::Replacement(assessment)).into());
    } else if !asks_to_leave(state, later::Command::OpenFromFile(assessment.clone()).into()) {
        open(state, effects, (*assessment).clone());
    }
}

/// A file holds what is here already: which of them is meant is asked.
pub(super) fn ask_to_replace(state: &mut State, file: Rc<Assessment>, here: Held) {
    state.dialog = Some(Rc::new(Dialog::Replace(file, here)));
}

/// The person wants the assessment of a file beside the one with the same name.
pub(super) fn confirm_beside(state: &mut State) -> Option<Command> {
    let Dialog::Replace(assessment, _) = &*state.dialog.take()? else { return None };
    let command = Command::from(later::Command::OpenBeside(assessment.clone()));
    (!asks_to_leave(state, command.clone())).then_some(command)
}

/// Opens the assessment of a file under a name of its own, which has to be drawn first.
pub(super) fn open_beside(
    state: &mut State,
    effects: &mut Vec<Effect>,
    assessment: Rc<Assessment>,
) {
    let mut assessment = (*assessment).clone();
    let carried = carrying::carry_over(state, &mut assessment);
    state.after_name = Some(AfterName::OpenBeside(assessment.into(), carried));
    effects.push(first::Effect::DrawName.into());
}

/// Opens the assessment of a file.
pub(super) fn open(state: &mut State, effects: &mut Vec<Effect>, mut assessment: Assessment) {
    let carried = carrying::carry_over(state, &mut assessment);
    put_in_place(state, effects, assessment, carried);
}

/// Puts an assessment from a file in place. Part of the first half, as names are drawn for that; what
/// is carried over has been.
fn put_in_place(
    state: &mut State,
    effects: &mut Vec<Effect>,
    assessment: Assessment,
    carried: Option<Rc<CarriedOver>>,
) {
    put_down(state, effects);
    state.carried_over = carried;
    state.work = Some(work_on(&state.catalogue, assessment, Keeping::Undecided));
    travelling::go(state, effects, state.beginning().place());
    state.notice = Some(Notice::FileOpened);
}

/// Puts an assessment from a file in the place of the one on this device.
pub(super) fn replace(state: &mut State, effects: &mut Vec<Effect>, mut assessment: Assessment) {
    let here = state.work.as_ref().filter(|work| work.assessment.id == assessment.id);
    let wish = here.and_then(Work::wish).unwrap_or(Wish::Device);
    let same = state.work.take_if(|work| {
        work.assessment.id == assessment.id && matches!(work.keeping, Keeping::Device(_))
    });
    let Some(work) = same else {
        open(state, effects, assessment);
        match wish {
            Wish::Device => storing::keep_on_device(state, effects),
            Wish::Nowhere => storing::keep_nowhere(state),
        }
        return;
    };
    state.carried_over = carrying::carry_over(state, &mut assessment);
    // The old answers that the new assessment lacks are deleted by a batch that replaces all.
    let keeping = Keeping::Device(Writing::Saving);
    let mut fresh = work_on(&state.catalogue, assessment, keeping);
    // What is in flight goes first.
    fresh.unsaved = work.unsaved;
    fresh.sent = work.sent;
    fresh.last_place = work.last_place;
    fresh.revision = work.revision + 1;
    storing::touch_all(&mut fresh);
    state.work = Some(fresh);
}

/// Lets go of the open assessment. What it holds is on this device, in a file, or was given up.
pub(super) fn put_down(state: &mut State, effects: &mut Vec<Effect>) {
    storing::send_off_all(state, effects);
    let open = state.work.take();
    let held = open.is_some_and(|work| matches!(work.keeping, Keeping::Device(_)));
    if state.opening.take().is_some() || held {
        effects.push(first::Effect::LetGo.into());
    }
    state.result = Default::default();
    state.paper = Default::default();
    state.sheet = Default::default();
    state.carried_over = None;
    state.download.files.clear();
    state.jobs.clear();
    effects.push(first::Effect::Remember(None).into());
}

/// Asks before something is left that would be lost. Whether it asked.
pub(super) fn asks_to_leave(state: &mut State, command: Command) -> bool {
    if !state.work.as_ref().is_some_and(Work::would_be_lost) {
        return false;
    }
    state.dialog = Some(Rc::new(Dialog::Leave(command)));
    true
}
