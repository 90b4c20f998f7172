//! Reports as the worker draws them for the page.

use std::rc::Rc;

use domain::drawing::Drawing;
use domain::example::Example;
use domain::id::TensionId;

use crate::request::Request;

/// A report drawn by the worker. The last drawing stays until the next has come.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DrawnReport {
    /// What is drawn.
    pub drawn: Option<Drawn>,
    /// Whether the one that was asked for last did not come.
    pub failed: bool,
    pub(crate) request: Request,
    /// Whether it has been on screen since the person came to it.
    pub(crate) stands: bool,
    /// Which tensions were set aside when the person came to it: they stand folded.
    pub(crate) aside: Vec<TensionId>,
}

impl DrawnReport {
    /// Whether a newer one is being drawn.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        self.request.is_under_way()
    }
}

/// An example as drawn. It comes from the worker and stays in the tab: nothing of it is ever kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ShownExample {
    /// Which.
    pub example: Example,
    /// Its drawing.
    pub drawing: DrawnReport,
}

/// A drawing, compared by pointer: each is drawn as a whole.
#[derive(Clone, Debug)]
pub struct Drawn(pub Rc<Drawing>);

impl PartialEq for Drawn {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
