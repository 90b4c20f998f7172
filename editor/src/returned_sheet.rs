//! A question sheet that came back.

use std::rc::Rc;

use domain::sheet::proposal::Proposal;

use crate::request::Request;

/// A sheet of questions that came back.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum ReturnedSheet {
    /// None did, or it was put away.
    #[default]
    None,
    /// One was read, and nothing has been taken over yet.
    Read(Rc<SheetRead>),
    /// So many of its rows were taken over.
    Taken(u32),
}

/// A question sheet that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetRead {
    /// Name of the file.
    pub file: Rc<str>,
    /// What it would change; none until that is known.
    pub proposal: Option<Rc<Proposal>>,
    /// Places of the rows that are to be taken over, in their order.
    pub takes: Vec<usize>,
    pub(crate) bytes: Rc<[u8]>,
    /// The comparison with the assessment.
    pub(crate) request: Request,
}

impl SheetRead {
    /// Whether it is being compared with the assessment as it is now.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        self.request.is_under_way()
    }
}
