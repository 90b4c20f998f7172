//! Opening, beginning and listing assessments.

use std::rc::Rc;

use domain::assessment::{Assessment, Timestamp};
use domain::id::AssessmentId;

use super::{blank, storing, travelling, work_on};
use crate::command::Command;
use crate::effect::Effect;
use crate::keeping::{Keeping, Listing, StorageFault, Wish, Writing};
use crate::place::Place;
use crate::state::{AfterName, Destination, Dialog, Going, Notice, Opening, Shelf, State, Work};

/// The person wants a new assessment.
pub(super) fn begin(state: &mut State, effects: &mut Vec<Effect>) {
    if asks_to_leave(state, Command::Begin) {
        return;
    }
    state.after_name = Some(AfterName::Begin);
    effects.push(Effect::DrawName);
}

/// A name was drawn for what was waiting for one.
pub(super) fn named(state: &mut State, effects: &mut Vec<Effect>, id: AssessmentId, at: Timestamp) {
    match state.after_name.take() {
        Some(AfterName::Begin) => {
            let assessment = blank(&state.catalogue, id, at);
            put_down(state, effects);
            let refused = matches!(state.shelf, Shelf::Refused(_));
            let keeping = if refused { Keeping::Nowhere } else { Keeping::Undecided };
            state.work = Some(work_on(&state.catalogue, assessment, keeping, false));
            travelling::go(state, effects, Place::Choose);
        }
        Some(AfterName::OpenBeside(assessment)) => {
            let mut assessment = (*assessment).clone();
            assessment.id = id;
            open(state, effects, assessment);
        }
        None => {}
    }
}

/// The person wants to go on with an assessment on this device.
pub(super) fn go_on(state: &mut State, effects: &mut Vec<Effect>, id: AssessmentId) {
    if let Some(work) = state.work.as_ref().filter(|work| work.assessment.id == id) {
        let place = work.last_place.clone();
        travelling::go(state, effects, place);
        return;
    }
    if asks_to_leave(state, Command::Continue(id.clone())) {
        return;
    }
    put_down(state, effects);
    effects.push(Effect::Hold(id.clone()));
    state.opening = Some(Opening { id, to: Destination::LastPlace, writes: None });
}

/// What is on this device was read.
pub(super) fn shelf(state: &mut State, effects: &mut Vec<Effect>, listings: Rc<[Listing]>) {
    let listings = newest_first(&listings);
    // An address that needs an assessment, in a tab that had none open: the newest is meant.
    if state.work.is_none()
        && state.opening.is_none()
        && state.place.needs_assessment()
        && let Some(newest) = listings.first()
    {
        let id = newest.id.clone();
        effects.push(Effect::Hold(id.clone()));
        state.opening = Some(Opening { id, to: Destination::Here, writes: None });
    }
    // The newest changes of the open one may still be on their way.
    let open = state.work.as_ref().filter(|work| matches!(work.keeping, Keeping::Device(_)));
    let newest = |one: &Listing| match open {
        Some(work) if work.assessment.id == one.id => work.listing(),
        _ => one.clone(),
    };
    state.shelf = Shelf::Listed(listings.iter().map(newest).collect());
    super::deleting::take_off_shelf(state);
}

/// This browser keeps nothing. Work goes on in this tab.
pub(super) fn storage_refused(state: &mut State, effects: &mut Vec<Effect>, fault: StorageFault) {
    state.shelf = Shelf::Refused(fault.clone());
    if state.opening.take().is_some() {
        effects.push(Effect::LetGo);
    }
    if let Some(work) = &mut state.work
        && matches!(work.keeping, Keeping::Device(_))
    {
        work.keeping = Keeping::Device(Writing::Failed(fault));
        work.unsaved.stalled = true;
    }
}

/// A draft was read.
pub(super) fn arrived(
    state: &mut State,
    effects: &mut Vec<Effect>,
    assessment: Assessment,
    place: Place,
    damaged: u32,
) {
    let Some(opening) = state.opening.take_if(|opening| opening.id == assessment.id) else {
        return;
    };
    let held = opening.writes == Some(true);
    let keeping = if held { Keeping::Device(Writing::Saved) } else { Keeping::ReadOnly };
    effects.push(Effect::Remember(Some(opening.id)));
    let place = if place.needs_assessment() { place } else { Place::Choose };
    let mut work = work_on(&state.catalogue, assessment, keeping, held);
    work.last_place = place.clone();
    state.work = Some(work);
    // What was drawn may be older than what the other tab wrote.
    state.result = Default::default();
    state.paper = Default::default();
    state.sheet = Default::default();
    if opening.to == Destination::LastPlace {
        travelling::go(state, effects, place);
    }
    state.notice = (damaged > 0).then_some(Notice::RecordsDamaged(damaged));
}

/// The draft is not on this device any more.
pub(super) fn gone(state: &mut State, effects: &mut Vec<Effect>, id: &AssessmentId) {
    if state.opening.take_if(|opening| opening.id == *id).is_some() {
        effects.push(Effect::LetGo);
        effects.push(Effect::Remember(None));
        if let Some(work) = state.work.as_mut().filter(|work| work.is_read_only()) {
            // The other tab deleted it: what is open here is all there is.
            work.keeping = Keeping::Undecided;
        }
        state.notice = Some(Notice::DraftGone);
    }
}

/// This tab alone writes the assessment.
pub(super) fn held(state: &mut State, effects: &mut Vec<Effect>, id: &AssessmentId) {
    if let Some(opening) = &mut state.opening
        && opening.id == *id
    {
        opening.writes = Some(true);
        effects.push(Effect::ReadDraft(id.clone()));
    } else if let Some(work) = &mut state.work
        && work.assessment.id == *id
    {
        work.held = true;
    }
}

/// Another tab writes it.
pub(super) fn taken(state: &mut State, effects: &mut Vec<Effect>, id: &AssessmentId) {
    if let Some(opening) = &mut state.opening
        && opening.id == *id
    {
        opening.writes = Some(false);
        effects.push(Effect::ReadDraft(id.clone()));
    } else if let Some(work) = &mut state.work
        && work.assessment.id == *id
        && !work.is_read_only()
    {
        // What is open here came from a file; what the other tab writes must not be overwritten.
        work.keeping = Keeping::Undecided;
        work.held = false;
        work.unsaved = Default::default();
        state.notice = Some(Notice::HeldElsewhere);
    }
}

/// The other tab has let go: read what it wrote, and write from now on.
pub(super) fn free(state: &mut State, effects: &mut Vec<Effect>, id: AssessmentId) {
    let reads =
        state.work.as_ref().is_some_and(|work| work.assessment.id == id && work.is_read_only());
    if reads {
        effects.push(Effect::Hold(id.clone()));
        state.opening = Some(Opening { id, to: Destination::Here, writes: None });
    } else if !state.work.as_ref().is_some_and(|work| work.held) {
        // Nobody here wants it any more.
        effects.push(Effect::LetGo);
    }
}

/// A file held this assessment: opens it, unless it is on this device already.
pub(super) fn from_file(state: &mut State, effects: &mut Vec<Effect>, assessment: Assessment) {
    let listed = match &state.shelf {
        Shelf::Listed(listings) => {
            listings.iter().find(|listing| listing.id == assessment.id).cloned()
        }
        Shelf::Reading | Shelf::Refused(_) => None,
    };
    let assessment = Rc::new(assessment);
    let open_here = state
        .work
        .as_ref()
        .filter(|work| work.assessment.id == assessment.id && work.wish().is_some())
        .map(Work::listing);
    match open_here.or(listed) {
        Some(listing) => state.dialog = Some(Dialog::Replace(assessment, Box::new(listing))),
        None if asks_to_leave(state, Command::Come(assessment.clone())) => {}
        None => open(state, effects, (*assessment).clone()),
    }
}

/// Opens the assessment of a file beside the one with the same name: it gets a name of its own.
pub(super) fn open_beside(state: &mut State, effects: &mut Vec<Effect>) {
    if let Some(Dialog::Replace(assessment, _)) = state.dialog.take()
        && !asks_to_leave(state, Command::ComeBeside(assessment.clone()))
    {
        come_beside(state, effects, assessment);
    }
}

/// Opens the assessment of a file under a new name.
pub(super) fn come_beside(
    state: &mut State,
    effects: &mut Vec<Effect>,
    assessment: Rc<Assessment>,
) {
    state.after_name = Some(AfterName::OpenBeside(assessment));
    effects.push(Effect::DrawName);
}

/// Puts an assessment from a file in place.
pub(super) fn open(state: &mut State, effects: &mut Vec<Effect>, assessment: Assessment) {
    put_down(state, effects);
    state.work = Some(work_on(&state.catalogue, assessment, Keeping::Undecided, false));
    let work = state.work.as_ref();
    let place = work
        .and_then(|work| work.asked.sections.iter().find_map(|section| state.entry(section)))
        .unwrap_or(Place::Choose);
    travelling::go(state, effects, place);
    state.notice = Some(Notice::FileOpened);
}

/// Puts an assessment from a file in the place of the one on this device.
pub(super) fn replace(state: &mut State, effects: &mut Vec<Effect>, assessment: Assessment) {
    let here = state.work.as_ref().filter(|work| work.assessment.id == assessment.id);
    let wish = here.and_then(Work::wish).unwrap_or(Wish::Device);
    let same = state.work.take_if(|work| {
        work.assessment.id == assessment.id && matches!(work.keeping, Keeping::Device(_))
    });
    let Some(work) = same else {
        open(state, effects, assessment);
        storing::keep(state, effects, wish);
        return;
    };
    // The old answers that the new assessment lacks are deleted by a batch that replaces all.
    let held = work.held;
    let in_flight = work.unsaved.in_flight;
    let mut fresh = work_on(&state.catalogue, assessment, Keeping::Device(Writing::Saving), held);
    fresh.unsaved.in_flight = in_flight;
    fresh.last_place = work.last_place;
    fresh.revision = work.revision + 1;
    storing::touch_all(&mut fresh);
    state.work = Some(fresh);
}

/// Lets go of the open assessment. What it holds is on this device, in a file, or was given up.
pub(super) fn put_down(state: &mut State, effects: &mut Vec<Effect>) {
    storing::send_off_all(state, effects);
    let held = state.work.take().is_some_and(|work| work.held);
    if state.opening.take().is_some() || held {
        effects.push(Effect::LetGo);
    }
    state.result = Default::default();
    state.paper = Default::default();
    state.sheet = Default::default();
    state.download.files.clear();
    state.jobs.clear();
    effects.push(Effect::Remember(None));
}

/// Asks before something is left that would be lost. Whether it asked.
pub(super) fn asks_to_leave(state: &mut State, command: Command) -> bool {
    let Some(going) = going(state) else { return false };
    state.dialog = Some(Dialog::Leave(Box::new(command), going));
    true
}

/// What would be lost by leaving the open assessment, if anything.
fn going(state: &State) -> Option<Going> {
    let work = state.work.as_ref().filter(|work| work.would_be_lost())?;
    Some(Going {
        subject: work.assessment.scope.subject().to_owned(),
        answers: u32::try_from(work.assessment.answers.len()).unwrap_or(u32::MAX),
        assessments: 1,
    })
}

/// The same, newest change first. By insertion: there are few, and a sort of the library weighs more
/// than all of them.
fn newest_first(listings: &[Listing]) -> Rc<[Listing]> {
    let mut sorted: Vec<Listing> = Vec::new();
    for listing in listings {
        let newer = |other: &Listing| other.changed < listing.changed;
        let at = sorted.iter().position(newer).unwrap_or(sorted.len());
        sorted.insert(at, listing.clone());
    }
    sorted.into()
}
