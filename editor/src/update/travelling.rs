//! Going from screen to screen.

use crate::effect::{Entry, Focus, InPlan, InRisks};
use crate::message::Effect;
use crate::place::Place;
use crate::state::{Notice, Shelf, State};
use crate::stops::{Stop, same_section, stops_of};
use crate::{first, later};

/// The person went somewhere.
pub(super) fn go(state: &mut State, effects: &mut Vec<Effect>, place: Place) {
    let place = settled(state, place);
    if place == state.place {
        effects.push(first::Effect::Focus(focus_at(state, &place)).into());
        return;
    }
    effects.push(first::Effect::Address(place.clone(), Entry::New).into());
    enter(state, effects, place);
}

/// The browser's back or forward button led somewhere: its history already says so.
pub(super) fn wandered(state: &mut State, effects: &mut Vec<Effect>, place: Place) {
    let settled = settled(state, place.clone());
    if settled != place {
        effects.push(first::Effect::Address(settled.clone(), Entry::Same).into());
    }
    if settled != state.place {
        enter(state, effects, settled);
    }
}

/// Puts the present place right where what is asked, or whether something is open, has changed, and
/// notes it as the one to go on at.
pub(super) fn settle(state: &mut State, effects: &mut Vec<Effect>) {
    let place = settled(state, state.place.clone());
    if place != state.place {
        effects.push(first::Effect::Address(place.clone(), Entry::Same).into());
        state.place = place;
    }
    if let (Some(here), Some(work)) = (state.section_here(), &mut state.work) {
        work.section = here;
    }
    if let Some(work) = &mut state.work
        && state.opening.is_none()
        && state.place.needs_assessment()
        && work.last_place != state.place
    {
        work.last_place = state.place.clone();
        // The head record holds the place, so that a person comes back to it.
        work.unsaved.touch_head();
    }
}

/// The nearest place that exists: an address can name a question that is not asked, or a screen
/// that needs an assessment when none is open.
pub(super) fn settled(state: &State, place: Place) -> Place {
    if !place.needs_assessment() {
        return place;
    }
    let Some(work) = &state.work else {
        let may_come = state.opening.is_some() || state.shelf == Shelf::Reading;
        return if may_come { place } else { Place::Start };
    };
    // Without any part there is nothing to say of answers.
    let tells = matches!(place, Place::Open | Place::Result | Place::Question(..));
    if tells && work.assessment.scope.modules.is_empty() {
        return Place::Choose;
    }
    if let Place::Plan(Some(action)) = &place {
        let is_there = work.assessment.plan.action(*action).is_some();
        return if is_there { place } else { Place::Plan(None) };
    }
    if let Place::Risks(Some(risk)) | Place::Severity(risk) | Place::Risk(risk) = &place {
        let is_there = work.assessment.risks.get(*risk).is_some();
        return if is_there { place } else { Place::Risks(None) };
    }
    let Place::Question(id, phase) = &place else { return place };
    let section = work.asked.section_at(id, work.section);
    let section = section.and_then(|at| work.asked.sections.get(at));
    let Some(question) = section.and_then(|section| section.question(id)) else {
        return state.beginning().place();
    };
    let stops = stops_of(question);
    let known = stops.iter().find(|stop| stop.phase == *phase).or(stops.first());
    known.map(Stop::place).unwrap_or(place)
}

/// Where somebody goes on who left at a place: there, if that question still waits for an answer; else
/// at the first place where something is still to be said. Where none is, or nobody has begun to answer, where they left.
pub(super) fn goes_on_at(state: &State, left: Place) -> Place {
    let left = settled(state, left);
    let begun = state.work.as_ref().is_some_and(|work| !work.assessment.answers.is_empty());
    if state.waits_at(&left) || matches!(left, Place::Reach(_)) || (left == Place::Choose && !begun)
    {
        return left;
    }
    state.first_waiting().map_or(left, |first| first.place())
}

fn enter(state: &mut State, effects: &mut Vec<Effect>, place: Place) {
    effects.push(first::Effect::Focus(focus_at(state, &place)).into());
    if let Place::Plan(Some(action)) = place {
        effects.push(later::Effect::FocusInPlan(InPlan::Row(action)).into());
    }
    // A risk opens and closes in its place, and so does the focus stay.
    if let (Place::Risks(Some(risk)), _) | (Place::Risks(None), Place::Risks(Some(risk))) =
        (&place, &state.place)
    {
        effects.push(later::Effect::FocusInRisks(InRisks::Opens(*risk)).into());
    }
    if let Some(work) = &mut state.work {
        work.plan_shown.come();
    }
    state.place = place;
    state.missing.clear();
    state.days_unread.clear();
    state.takes_back = None;
    if !matches!(state.notice, Some(Notice::FileOpened)) {
        state.notice = None;
    }
    state.dialog = None;
    state.download.print_when_drawn = false;
    if matches!(state.place, Place::Start | Place::Sealed) {
        // Of what is on this device since the list was read, the list says nothing: it is read first.
        if is_unlisted(state) {
            state.shelf = Shelf::Reading;
        }
        effects.push(later::Effect::ReadShelf.into());
    }
}

/// Whether what is open is on this device and not in the list of what is.
fn is_unlisted(state: &State) -> bool {
    let Shelf::Listed(listings) = &state.shelf else { return false };
    state.work.as_ref().is_some_and(|work| {
        work.is_kept() && !listings.iter().any(|listing| listing.id == work.assessment.id)
    })
}

/// Within a section the focus goes to the question, between screens to the heading of the screen.
fn focus_at(state: &State, place: &Place) -> Focus {
    if let Place::Reach(Some(fact)) = place {
        return Focus::Fact(fact.clone());
    }
    let (Place::Question(id, _), Some((_, here)), Some(work)) =
        (place, state.question(), &state.work)
    else {
        return Focus::Screen;
    };
    match work.asked.section_of(id) {
        Some(there) if same_section(&there.of, &here.of) => Focus::Question,
        _ => Focus::Screen,
    }
}
