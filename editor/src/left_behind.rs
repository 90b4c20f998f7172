//! What this page alone held when the page around took it out.

use std::rc::Rc;

use domain::catalogue::Catalogue;
use domain::earlier::{comes_after, numbers};

use crate::keeping::{Draft, Wish};

/// One assessment that was left behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Left {
    /// The assessment, and what the person had chosen about keeping it.
    Draft(Box<Draft>, Option<Wish>),
    /// What another version of the page has left, as that wrote it. This one cannot read it.
    OfAnotherVersion(Rc<[u8]>),
}

impl Left {
    /// The assessment, if a page that asks these questions may use it.
    #[must_use]
    pub fn usable(&self, catalogue: &Catalogue) -> Option<&Draft> {
        let Self::Draft(draft, _) = self else { return None };
        let is_newer =
            comes_after(numbers(&draft.assessment.catalogue.version), numbers(&catalogue.version));
        (!is_newer).then_some(draft)
    }
}
