//! The order of the questions where risks lead the way. It rests on what ties questions to risks, which the
//! later half looks into; what follows from it is for the first half, too.

use std::rc::Rc;

use domain::asked::Asked;
use domain::questions::Question;
use domain::risk::Register;

/// The questions in that order, and of what it was made.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Led {
    pub(crate) risks: Rc<Register>,
    pub(crate) asked: Rc<Asked>,
    pub(crate) order: Rc<[Rc<Question>]>,
}
