//! The screen *result*: what to do first, then what the answers say. It is never locked, and grows with
//! each answer.

use domain::texts::later as key;
use editor::seal::Seal;
use editor::work::Work;
use editor::{Place, State, first};
use yew::prelude::*;

use crate::view::contents;
use crate::view::dispatch::Dispatch;
use crate::view::given::LaterGiven;
use crate::view::link::address;
use crate::view::paper::paper;
use crate::view::parts::button::{self, Button};
use crate::view::parts::icon::Icon;
use crate::view::parts::notice::{About, notice};
use crate::view::parts::steps::steps;
use crate::view::parts::title::title;
use crate::view::words::LaterWords;

mod reminder;

/// The screen.
pub(crate) fn screen(given: LaterGiven<'_>) -> Html {
    let LaterGiven { state, words, dispatch, .. } = given;
    let standing = Standing::of(state);
    // What was drawn last stays until it is drawn anew, also where that did not succeed.
    let drawn = state.result.drawn.as_ref().filter(|_| standing != Standing::Empty);
    let kicker = drawn.map(|drawn| drawn.0.running.clone().into()).unwrap_or_default();
    html! {
        <>
            { title(kicker, words.get(key::APP_TITLE_RESULT), AttrValue::default()) }
            <div class="contents-of">
                if let Some(drawn) = drawn {
                    { contents::line(drawn, state, words, dispatch) }
                }
            </div>
            <p class="waiting" role="status">{ standing.said(words) }</p>
            <div class="instead">{ standing.instead(state, words, dispatch) }</div>
            <div class="findings">
                if let Some(drawn) = drawn {
                    { paper(drawn, state.work.as_ref(), words, dispatch) }
                }
            </div>
            <div class="in-a-file screen-only">
                if let (Some(_), Some(work)) = (drawn, &state.work) {
                    { reminder::reminder(state, work, words, dispatch) }
                }
            </div>
            <div class="buttons">
                { button::link(Button::quiet(words.get(key::RESULT_READ)), address(&Place::Source)) }
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
    /// It is being drawn.
    Waiting,
    /// What draws it is not there; why stands in the notice above.
    Cannot,
    /// It could not be drawn.
    Failed,
}

impl Standing {
    fn of(state: &State) -> Self {
        let nothing = |work: &Work| work.assessment.answers.is_empty();
        if state.work.as_ref().is_none_or(nothing) {
            Self::Empty
        } else if state.result.failed {
            Self::Failed
        } else if state.result.drawn.is_some() {
            Self::Drawn
        } else if state.has_worker() || state.seal == Seal::Loading {
            Self::Waiting
        } else {
            Self::Cannot
        }
    }

    fn said(self, words: &LaterWords) -> AttrValue {
        match self {
            Self::Waiting => words.get(key::RESULT_WAITING),
            Self::Cannot => words.get(key::RESULT_CANNOT),
            Self::Drawn | Self::Empty | Self::Failed => AttrValue::default(),
        }
    }

    fn instead(self, state: &State, words: &LaterWords, dispatch: &Dispatch) -> Html {
        match self {
            Self::Drawn | Self::Waiting | Self::Cannot => Html::default(),
            Self::Empty => nothing(state, words),
            Self::Failed => {
                let again = Button::plain(words.get(key::RESULT_AGAIN));
                notice(
                    About::Fault,
                    words.get(key::RESULT_FAILED),
                    words.get(key::RESULT_FAILED_THEN),
                    button::button(again, dispatch.always(first::Command::LoadAnew)),
                )
            }
        }
    }
}

/// One sentence and the next step.
fn nothing(state: &State, words: &LaterWords) -> Html {
    let first = state.beginning().place();
    let begin = Button::main(words.get(key::RESULT_BEGIN));
    html! {
        <div class="nothing">
            <p class="lead">{ words.get(key::RESULT_EMPTY) }</p>
            <div class="buttons">{ button::link(begin, address(&first)) }</div>
        </div>
    }
}

fn way_on(words: &LaterWords) -> Html {
    let open = Button::plain(words.get(key::APP_TITLE_OPEN)).before(Icon::Back);
    let plan = Button::main(words.get(key::APP_TITLE_PLAN)).after(Icon::Next);
    let plan = button::link(plan, address(&Place::Plan(None)));
    steps(button::link(open, address(&Place::Open)), plan)
}
