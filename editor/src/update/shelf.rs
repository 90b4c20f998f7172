//! What is on this device, as it is listed.

use std::rc::Rc;

use super::carrying::is_of_newer;
use super::drafts;
use crate::keeping::{Deletion, Keeping, Listing, Unread, Unreadable};
use crate::message::Effect;
use crate::state::{Destination, Shelf, State};

/// What is on this device was read. What this page may not use is listed as that.
pub(super) fn listed(
    state: &mut State,
    effects: &mut Vec<Effect>,
    listings: &[Listing],
    unread: &[Unread],
) {
    let (newer, usable): (Vec<_>, Vec<_>) =
        listings.iter().partition(|listing| is_of_newer(state, listing.version));
    let newer = newer.iter().map(|one| Unread {
        id: one.id.clone(),
        why: Unreadable::Newer,
        subject: one.subject.clone(),
    });
    state.unread = newer.chain(unread.iter().cloned()).collect();
    let listings = newest_first(usable.into_iter());
    // An address that needs an assessment, in a tab that had none open: the newest is meant.
    if state.work.is_none()
        && state.opening.is_none()
        && state.place.needs_assessment()
        && let Some(newest) = listings.first()
    {
        drafts::read(state, effects, newest.id.clone(), Destination::Here);
    }
    // The newest changes of the open one may still be on their way.
    let open = state.work.as_ref().filter(|work| matches!(work.keeping, Keeping::Device(_)));
    let newest = |one: &Listing| match open {
        Some(work) if work.assessment.id == one.id => work.listing(),
        _ => one.clone(),
    };
    state.shelf = Shelf::Listed(listings.iter().map(newest).collect());
    take_off(state);
}

/// What is being deleted is listed no longer: it cannot be opened while that lasts.
pub(super) fn take_off(state: &mut State) {
    let (Some(deletion), Shelf::Listed(listings)) = (&state.deleting, &state.shelf) else { return };
    let stays = |listing: &&Listing| match deletion {
        Deletion::Draft(id) => listing.id != *id,
        Deletion::Everything => false,
        Deletion::Answers | Deletion::Stored | Deletion::Left(_) => true,
    };
    state.shelf = Shelf::Listed(listings.iter().filter(stays).cloned().collect());
}

/// The same, newest change first. By insertion: there are few, and a sort of the library weighs more
/// than all of them.
fn newest_first<'a>(listings: impl Iterator<Item = &'a Listing>) -> Rc<[Listing]> {
    let mut sorted: Vec<Listing> = Vec::new();
    for listing in listings {
        let newer = |other: &Listing| other.changed < listing.changed;
        let at = sorted.iter().position(newer).unwrap_or(sorted.len());
        sorted.insert(at, listing.clone());
    }
    sorted.into()
}
