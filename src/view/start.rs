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

pub(crate) mod about;
mod ago;
pub(crate) mod shelf;

/// The screen.
pub(crate) fn screen(given: Given<'_>) -> Html {
    let Given { words, dispatch, .. } = given;
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
            <div class="buttons">
                // As in `index.html`: buttons that are links would cost more.
                <a class="quiet" href="#words"><span>{ words.get(key::APP_TITLE_WORDS) }</span></a>
                <a class="quiet" href="#source"><span>{ words.get(key::APP_TITLE_SOURCE) }</span></a>
            </div>
            // At the end, where it moves nothing when it comes.
            <div class="about-it">{ given.draw(|later| later.about) }</div>
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

/// A piece of a result, to be looked at: sections, and in each how many squares stand at the steps 1 to 5
/// and at what is not known.
const SKETCH: [(Key, [u8; 6]); 3] = [
    (key::START_SKETCH_STRATEGY, [0, 4, 1, 0, 0, 1]),
    (key::START_SKETCH_SALE, [1, 1, 0, 2, 0, 2]),
    (key::START_SKETCH_AFTER, [1, 2, 2, 0, 1, 0]),
];

/// How the squares of each of these columns look.
const SHADES: [&str; 6] = [
    "square chart s1",
    "square chart s2",
    "square chart s3",
    "square chart s4",
    "square chart s5",
    "square chart hatched",
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
            // What it shows stands in the words above it.
            <div class="sketch" aria-hidden="true">
                <p>
                    <span />
                    for step in 1..6 {
                        <span key={step.to_string()}>{ step }</span>
                    }
                </p>
                for (name, columns) in SKETCH {
                    <p key={name.place()}>
                        <span>{ words.get(name) }</span>
                        for (squares, class) in columns.into_iter().zip(SHADES) {
                            <span key={class}>
                                for square in 0..squares {
                                    <i key={square.to_string()} {class} />
                                }
                            </span>
                        }
                    </p>
                }
            </div>
        </section>
    }
}
