//! What every screen is drawn from, and what the later half draws.

use domain::answer::Answer;
use domain::questions::Matrix;
use yew::prelude::*;

use crate::view::asking::Asking;
use crate::view::dispatch::Dispatch;
use crate::view::pieces::{Asked, Drawn, Help, Phases};
use crate::view::shared::Shared;
use crate::view::words::Words;

/// What a screen is given.
#[derive(Clone, Copy)]
pub(crate) struct Given<'a> {
    /// All that is so.
    pub(crate) state: &'a Shared,
    /// The words to say it in.
    pub(crate) words: &'a Words,
    /// Where what people do goes.
    pub(crate) dispatch: &'a Dispatch,
    /// What the later half draws, where that is here with its words and the help.
    pub(crate) later: Option<&'static LaterViews>,
}

/// Draws a screen, or a part of it.
pub(crate) type Draw = fn(Given<'_>) -> Html;

/// What the later half draws. A value and no module, so that the first half cannot name what comes
/// later, and draws nothing of it before it is here.
pub(crate) struct LaterViews {
    pub(crate) questions: Draw,
    pub(crate) example: Draw,
    pub(crate) review: Draw,
    pub(crate) sheets: Draw,
    pub(crate) result: Draw,
    pub(crate) plan: Draw,
    pub(crate) download: Draw,
    pub(crate) sealed: Draw,
    /// What the words mean; where the questions come from.
    pub(crate) reading: Draw,
    /// What is on this device, on the start screen.
    pub(crate) shelf: Draw,
    pub(crate) navigation: Draw,
    pub(crate) notices: Draw,
    pub(crate) dialog: Draw,
    /// The answered question before the one that is shown.
    pub(crate) before: Draw,
    /// Questions of the section that are folded away.
    pub(crate) folded: Draw,
    /// The phases of a matrix.
    pub(crate) phases: fn(&Phases, &Words, &Dispatch) -> Html,
    /// Help beside the question.
    pub(crate) help: fn(&Help, &Words, &Dispatch) -> Html,
    /// What could be looked at.
    pub(crate) evidence: fn(&Asking, &Answer, &Words) -> Html,
    /// The answer to a question about tactics.
    pub(crate) tactics: fn(Asked<'_>, &Matrix) -> Drawn,
}

/// There is one, and it is here or not.
impl PartialEq for LaterViews {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Given<'_> {
    /// Something that the later half draws. Nothing, as long as that is not here.
    pub(crate) fn later(self, draw: impl FnOnce(&'static LaterViews) -> Draw) -> Html {
        self.later.map(|later| draw(later)(self)).unwrap_or_default()
    }
}
