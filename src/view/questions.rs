//! The screen *questions*: all of them on one page, to read, to print and to talk about before one
//! starts.

use domain::report::Edition;
use domain::report::format::Format;
use domain::texts::later as key;
use editor::target::Target;
use editor::{Place, State, later};
use yew::prelude::*;

use crate::view::dispatch::Dispatch;
use crate::view::given::LaterGiven;
use crate::view::link::address;
use crate::view::paper::paper;
use crate::view::parts::button::{self, Button};
use crate::view::parts::icon::Icon;
use crate::view::parts::title::title;
use crate::view::standing::{self, Says};
use crate::view::words::LaterWords;

const SAYS: Says = Says {
    waiting: key::QUESTIONS_WAITING,
    cannot: key::QUESTIONS_CANNOT,
    failed: key::QUESTIONS_FAILED,
    failed_then: key::QUESTIONS_FAILED_THEN,
};

/// The screen.
pub(crate) fn screen(given: LaterGiven<'_>) -> Html {
    let LaterGiven { state, words, dispatch, .. } = given;
    let said = standing::said(&state.blank, &SAYS, state, words);
    let files = formats().map(|format| (format, Target::Blank(format)));
    html! {
        <>
            <div class="heading screen-only">
                { title(
                    AttrValue::default(),
                    words.get(key::APP_TITLE_QUESTIONS),
                    words.get(key::QUESTIONS_LEAD),
                ) }
                <div class="buttons">{ buttons(state, words, dispatch) }</div>
                <div class="files">{ standing::files(files, state, words, dispatch) }</div>
            </div>
            <p class="waiting screen-only" role="status">{ said }</p>
            <div class="instead">{ standing::instead(&state.blank, &SAYS, words, dispatch) }</div>
            <div class="blank">
                if let Some(drawn) = &state.blank.drawn {
                    { paper(drawn, None, words, dispatch) }
                }
            </div>
        </>
    }
}

fn buttons(state: &State, words: &LaterWords, dispatch: &Dispatch) -> Html {
    let back = Button::plain(words.get(key::QUESTIONS_BACK)).before(Icon::Back);
    let print = Button::main(words.get(key::QUESTIONS_PRINT));
    html! {
        <>
            <span key="print">
                if state.blank.drawn.is_some() {
                    { button::button(print, dispatch.always(later::Command::Print)) }
                }
            </span>
            for format in formats() {
                <span key={format.extension()}>
                    { standing::save(format, Target::Blank(format), words, dispatch) }
                </span>
            }
            <span key="back">{ button::link(back, address(&Place::Start)) }</span>
        </>
    }
}

/// The formats of questions without answers.
fn formats() -> impl Iterator<Item = Format> {
    Format::ALL.into_iter().filter(|format| format.is_for(Edition::Blank))
}
