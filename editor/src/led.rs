//! The order of the questions where risks lead the way. It rests on what ties questions to risks, which the
//! later half looks into; what follows from it is for the first half, too.

use std::rc::Rc;

use domain::asked::Asked;
use domain::progress::ProgressBySection;
use domain::risk::Register;

/// Where a stop is: the how-manieth of which of the sections that are asked, each from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct At {
    pub(crate) section: usize,
    pub(crate) stop: usize,
}

/// All stops, in the order of the bank.
pub(crate) fn places(squares: &ProgressBySection) -> impl Iterator<Item = At> {
    let sections = (0..).map_while(|section| Some((section, squares.section(section)?)));
    sections.flat_map(|(section, one)| (0..one.squares.len()).map(move |stop| At { section, stop }))
}

/// The stops behind the facts in that order, and of what it was made.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Led {
    pub(crate) risks: Rc<Register>,
    pub(crate) asked: Rc<Asked>,
    pub(crate) order: Rc<[At]>,
}
