//! What every screen is drawn from, and what the later half draws.

use domain::questions::Matrix;
use editor::State;
use editor::later::Said;
use yew::prelude::*;

use crate::view::dispatch::Dispatch;
use crate::view::pieces::{Asked, Beside, Drawn, Gravest, Help, Phases};
use crate::view::words::{LaterWords, Words};

/// What a screen is given.
#[derive(Clone, Copy)]
pub(crate) struct Given<'a> {
    /// All that is so.
    pub(crate) state: &'a State,
    /// The words to say it in.
    pub(crate) words: &'a Words,
    /// Where what people do goes.
    pub(crate) dispatch: &'a Dispatch,
    /// What the later half draws, where that is here with its words and the help.
    pub(crate) later: Option<&'a Later>,
}

/// What a screen of the later half is given.
#[derive(Clone, Copy)]
pub(crate) struct LaterGiven<'a> {
    /// All that is so.
    pub(crate) state: &'a State,
    /// The words to say it in.
    pub(crate) words: &'a LaterWords,
    /// Where what people do goes.
    pub(crate) dispatch: &'a Dispatch,
}

/// The later half of what people see. A value and no module, so that the first half cannot name what
/// comes later, and draws nothing of it before it is here.
#[derive(Clone)]
pub(crate) struct Later {
    pub(crate) views: &'static LaterViews,
    pub(crate) words: LaterWords,
}

/// There is one at most.
impl PartialEq for Later {
    fn eq(&self, other: &Self) -> bool {
        self.words == other.words
    }
}

/// Draws a screen, or a part of it.
pub(crate) type Draw = fn(LaterGiven<'_>) -> Html;

/// What the later half draws.
pub(crate) struct LaterViews {
    pub(crate) questions: Draw,
    pub(crate) example: Draw,
    pub(crate) review: Draw,
    pub(crate) sheets: Draw,
    pub(crate) result: Draw,
    pub(crate) risks: Draw,
    pub(crate) severity: Draw,
    pub(crate) risk: Draw,
    pub(crate) plan: Draw,
    pub(crate) download: Draw,
    pub(crate) sealed: Draw,
    /// In the header: inside which other page this one stands.
    pub(crate) within: Draw,
    /// In the header: who runs this copy of the page.
    pub(crate) run_by: Draw,
    /// Beside the choice of keeping: what to know about it here.
    pub(crate) beside_keeping: Draw,
    /// What is set before the questions, folded.
    pub(crate) set: Draw,
    /// Whom it reaches.
    pub(crate) reach: Draw,
    /// What the words mean; where the questions come from.
    pub(crate) reading: Draw,
    /// What is on this device, on the start screen.
    pub(crate) shelf: Draw,
    /// What the assessment asks, and what it is not, on the start screen.
    pub(crate) about: Draw,
    pub(crate) navigation: Draw,
    pub(crate) notices: Draw,
    pub(crate) dialog: Draw,
    /// What assistive technology is told.
    pub(crate) said: fn(&Said, &LaterWords) -> AttrValue,
    /// The answered question before the one that is shown.
    pub(crate) before: Draw,
    /// Above the question: by what it is folded away, where it is.
    pub(crate) folded_here: Draw,
    /// Questions of the section that are folded away.
    pub(crate) folded: Draw,
    /// The phases of a matrix.
    pub(crate) phases: fn(&Phases, &LaterWords, &Dispatch) -> Html,
    /// Help beside the question.
    pub(crate) help: fn(&Help, &LaterWords, &Dispatch) -> Html,
    /// Below the question: which risk it speaks of.
    pub(crate) gravest: fn(&Gravest, Asked<'_>, &LaterWords) -> Html,
    /// Below the answer: how a step is chosen, and the gravest risk in full.
    pub(crate) rules: Draw,
    /// What may be said beside the answer.
    pub(crate) beside: fn(&Beside, &LaterWords, &Dispatch) -> Html,
    /// At the foot of a question: what is chosen, and how far all of it is.
    pub(crate) now: Draw,
    /// The latter alone.
    pub(crate) so_far: Draw,
    /// At the foot: the way to the next open question.
    pub(crate) next_open: Draw,
    /// At the foot: what was done last, while that can be taken back beside it.
    pub(crate) told: Draw,
    /// What can be taken or put back, beside an answer.
    pub(crate) history: Draw,
    /// The foot of a screen that is no question.
    pub(crate) foot: Draw,
    /// The answer to a question about tactics.
    pub(crate) tactics: fn(Asked<'_>, &Matrix, &LaterWords) -> Drawn,
    /// What the register answers.
    pub(crate) register: fn(Asked<'_>, &LaterWords) -> Drawn,
}

impl<'a> Given<'a> {
    /// What a screen of the later half is given, where that is here, and what it draws.
    pub(crate) fn later(self) -> Option<(&'static LaterViews, LaterGiven<'a>)> {
        let Self { state, dispatch, later, .. } = self;
        later.map(|later| (later.views, LaterGiven { state, words: &later.words, dispatch }))
    }

    /// Something that the later half draws. Nothing, as long as that is not here.
    pub(crate) fn draw(self, draw: fn(&LaterViews) -> Draw) -> Html {
        self.later().map(|(views, given)| draw(views)(given)).unwrap_or_default()
    }
}
