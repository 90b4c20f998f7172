//! The screen *result*: what the answers say. It is never locked, and grows with each answer.

use domain::texts::interface as key;
use editor::state::{Seal, Work};
use editor::{Command, Place};
use yew::prelude::*;

use super::frame::address;
use super::paper::paper;
use super::parts::button::{self, Button, Weight};
use super::parts::icon::Icon;
use super::parts::notice::{About, notice};
use super::parts::steps::steps;
use super::parts::title::title;
use super::{Dispatch, Shared, Words};

/// The screen.
pub(crate) fn screen(state: &Shared, words: &Words, dispatch: &Dispatch) -> Html {
    let standing = Standing::of(state);
    // What was drawn last stays until it is drawn anew, also where that did not succeed.
    let drawn = state.result.drawn.as_ref().filter(|_| standing != Standing::Empty);
    let (kicker, lead) = match drawn {
        Some(drawn) => (drawn.0.running.clone().into(), drawn.0.lead.clone().into()),
        None => (AttrValue::default(), AttrValue::default()),
    };
    html! {
        <>
            { title(kicker, words.get(key::APP_TITLE_RESULT), lead) }
            <div class="waiting" role="status">{ standing.said(words) }</div>
            <div class="instead">{ standing.instead(state, words, dispatch) }</div>
            <div class="findings">
                if let Some(drawn) = drawn {
                    { paper(drawn, state.work.as_ref(), words, dispatch) }
                }
            </div>
            { way_on(words) }
        </>
    }
}

/// What can be shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// The result.
    Drawn,
    /// Nothing is answered.
    Empty,
    /// What draws it is still on its way.
    Loading,
    /// It is being drawn.
    Waiting,
    /// What draws it has not come.
    NoWorker,
    /// The page is not sealed, so it draws nothing.
    NotSealed,
    /// It could not be drawn.
    Failed,
}

impl Standing {
    fn of(state: &Shared) -> Self {
        let nothing = |work: &Work| work.assessment.answers.is_empty();
        if state.work.as_ref().is_none_or(nothing) {
            Self::Empty
        } else if state.result.fault.is_some() {
            Self::Failed
        } else if state.result.drawn.is_some() {
            Self::Drawn
        } else {
            match &state.seal {
                _ if state.has_worker() => Self::Waiting,
                Seal::Loading => Self::Loading,
                Seal::Sealed(_) => Self::NoWorker,
                Seal::Not(_) => Self::NotSealed,
            }
        }
    }

    fn said(self, words: &Words) -> AttrValue {
        match self {
            Self::Loading => words.get(key::RESULT_LOADING),
            Self::Waiting => words.get(key::RESULT_WAITING),
            Self::Drawn | Self::Empty | Self::NoWorker | Self::NotSealed | Self::Failed => {
                AttrValue::default()
            }
        }
    }

    fn instead(self, state: &Shared, words: &Words, dispatch: &Dispatch) -> Html {
        let (first, then) = match self {
            Self::Drawn | Self::Loading | Self::Waiting => return Html::default(),
            Self::Empty => return nothing(state, words),
            Self::NoWorker => (key::RESULT_NO_WORKER, key::RESULT_NO_WORKER_THEN),
            Self::NotSealed => (key::RESULT_NOT_SEALED, key::RESULT_NOT_SEALED_THEN),
            Self::Failed => (key::RESULT_FAILED, key::RESULT_FAILED_THEN),
        };
        let again = Button { label: words.get(key::RESULT_AGAIN), ..Button::default() };
        let again = button::button(again, dispatch.always(Command::LoadAnew));
        notice(About::Fault, words.get(first), words.get(then), again)
    }
}

/// One sentence and the next step.
fn nothing(state: &Shared, words: &Words) -> Html {
    let sections = state.work.iter().flat_map(|work| &work.asked.sections);
    let first = sections.filter_map(|section| state.entry(section)).next();
    let first = first.unwrap_or(Place::Choose);
    let begin =
        Button { weight: Weight::Main, label: words.get(key::RESULT_BEGIN), ..Button::default() };
    html! {
        <div class="nothing">
            <p class="lead">{ words.get(key::RESULT_EMPTY) }</p>
            <div class="buttons">{ button::link(begin, address(&first)) }</div>
        </div>
    }
}

fn way_on(words: &Words) -> Html {
    let open = Button {
        label: words.get(key::NAVIGATION_OPEN),
        before: Some(Icon::Back),
        ..Button::default()
    };
    let download = Button {
        weight: Weight::Main,
        label: words.get(key::NAVIGATION_DOWNLOAD),
        after: Some(Icon::Next),
        ..Button::default()
    };
    steps(
        button::link(open, address(&Place::Open)),
        button::link(download, address(&Place::Download)),
    )
}
