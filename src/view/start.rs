//! The start screen. Stands in `index.html` before the app runs; drawn again in the same elements and
//! words, so that nothing moves when the app takes over.

use domain::texts::Place as _;
use domain::texts::first::{self as key, Key};
use editor::{Place, first};
use yew::prelude::*;

use crate::view::dispatch::Dispatch;
use crate::view::given::Given;
use crate::view::link::{address, link};
use crate::view::opener::opener;
use crate::view::parts::button::{self, Button};
use crate::view::parts::icon::{Icon, icon};
use crate::view::words::Words;

mod ago;
pub(crate) mod shelf;

/// The screen.
pub(crate) fn screen(given: Given<'_>) -> Html {
    let Given { state, words, dispatch, .. } = given;
    html! {
        <>
            <div class="opening">
                { invitation(words, dispatch) }
                { outcome(words) }
            </div>
            <section class="shelf" aria-labelledby="shelf">
                <h2 id="shelf">{ words.get(key::START_SHELF) }</h2>
                { on_device(given) }
            </section>
            <div class="columns">
                for module in &state.catalogue.modules {
                    <section key={module.id.as_str()}>
                        <h2>{ module.name.clone() }</h2>
                        <p>{ module.about.clone() }</p>
                    </section>
                }
                for (title, about) in COLUMNS {
                    <section key={title.place()}>
                        <h2>{ words.get(title) }</h2>
                        <p>{ words.get(about) }</p>
                    </section>
                }
            </div>
            <div class="buttons">
                // As in `index.html`: buttons that are links would cost more.
                <a class="quiet" href="#words"><span>{ words.get(key::APP_TITLE_WORDS) }</span></a>
                <a class="quiet" href="#source"><span>{ words.get(key::APP_TITLE_SOURCE) }</span></a>
            </div>
            <p class="needs">{ words.get(key::START_NEEDS) }</p>
        </>
    }
}

/// What is on this device. Until that can be listed, what `index.html` says.
fn on_device(given: Given<'_>) -> Html {
    match given.later() {
        Some((later, given)) => (later.shelf)(given),
        None => html! {
            <div class="rows">
                <p class="none">{ given.words.get(key::START_SHELF_NONE) }</p>
            </div>
        },
    }
}

/// What stands beside the modules.
const COLUMNS: [(Key, Key); 2] =
    [(key::START_TIME, key::START_TIME_ABOUT), (key::START_NOT, key::START_NOT_ABOUT)];

const LEGEND: [(&str, Key, Key); 6] = [
    ("square full", key::START_SQUARE_FULL, key::START_SQUARE_FULL_MORE),
    ("square hatched", key::START_SQUARE_HATCHED, key::START_SQUARE_HATCHED_MORE),
    ("square partly", key::START_SQUARE_PARTLY, key::START_SQUARE_PARTLY_MORE),
    ("square empty", key::START_SQUARE_EMPTY, key::START_SQUARE_EMPTY_MORE),
    ("square dashed", key::START_SQUARE_DASHED, key::START_SQUARE_DASHED_MORE),
    ("square full cut", key::START_SQUARE_CUT, key::START_SQUARE_CUT_MORE),
];

fn invitation(words: &Words, dispatch: &Dispatch) -> Html {
    let check = html! { words.get(key::START_PROMISE_CHECK) };
    html! {
        <div class="invitation">
            <h1 tabindex="-1">{ words.get(key::START_TITLE) }</h1>
            <p class="lead">{ words.get(key::START_LEAD) }</p>
            <p class="promise">
                { icon(Icon::Lock) }
                <span>
                    { words.get(key::START_PROMISE) }{ " " }
                    { link(&Place::Sealed, "", dispatch, check) }
                </span>
            </p>
            <div class="buttons">{ buttons(words, dispatch) }</div>
        </div>
    }
}

fn buttons(words: &Words, dispatch: &Dispatch) -> Html {
    let begin = Button::main(words.get(key::START_BEGIN)).named("begin");
    let open = Button::plain(words.get(key::START_OPEN)).named("open");
    let questions = Button::quiet(words.get(key::START_QUESTIONS));
    html! {
        <>
            { button::button(begin, dispatch.always(first::Command::Begin)) }
            { opener(open, dispatch) }
            { button::link(questions, address(&Place::Questions)) }
        </>
    }
}

fn outcome(words: &Words) -> Html {
    html! {
        <section class="outcome" aria-labelledby="outcome">
            <p class="about">
                <strong id="outcome">{ words.get(key::START_RESULT_TITLE) }</strong>{ " " }
                { words.get(key::START_RESULT_LEAD) }{ " " }
                <a href="#example">{ words.get(key::START_EXAMPLE) }</a>
            </p>
            <ul class="legend">
                for (class, name, more) in LEGEND {
                    <li key={class}>
                        <span {class} aria-hidden="true" />
                        <span>
                            <strong>{ words.get(name) }</strong>{ " " }{ words.get(more) }
                        </span>
                    </li>
                }
            </ul>
        </section>
    }
}
