//! What many pieces hold and none of them copies: compared by pointer.

use std::ops::Deref;
use std::rc::Rc;

use domain::guidance::Guidance;
use editor::State;

/// The state: a screen draws anew when, and only when, something changed.
#[derive(Clone)]
pub(crate) struct Shared(pub(crate) Rc<State>);

impl Deref for Shared {
    type Target = State;

    fn deref(&self) -> &State {
        &self.0
    }
}

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// The help: it never changes once it is here.
#[derive(Clone)]
pub(crate) struct SharedGuidance(pub(crate) Rc<Guidance>);

impl Deref for SharedGuidance {
    type Target = Guidance;

    fn deref(&self) -> &Guidance {
        &self.0
    }
}

impl PartialEq for SharedGuidance {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
