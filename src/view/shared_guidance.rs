//! The help as pieces hold it: none of them copies it, and it is compared by pointer.

use std::ops::Deref;
use std::rc::Rc;

use domain::guidance::Guidance;

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
