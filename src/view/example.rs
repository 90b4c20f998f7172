//! The screen *example*: the result of a company that was invented, as people will see their own.
//! Nothing on it can be changed, and nothing of it is kept.

use domain::example::Example;
use domain::report::format::Format;
use domain::texts::later as key;
use editor::target::Target;
use editor::{Place, State, first};
use yew::prelude::*;

use crate::view::back::back;
use crate::view::companies::about;
use crate::view::contents;
use crate::view::dispatch::Dispatch;
use crate::view::given::LaterGiven;
use crate::view::link::address;
use crate::view::paper::paper;
use crate::view::parts::button::{self, Button};
use crate::view::parts::icon::Icon;
use crate::view::parts::list::{Entry, list};
use crate::view::parts::steps::steps;
use crate::view::parts::title::title;
use crate::view::standing::{self, Says};
use crate::view::words::LaterWords;

const SAYS: Says = Says {
    waiting: key::EXAMPLE_WAITING,
    cannot: key::EXAMPLE_CANNOT,
    failed: key::EXAMPLE_FAILED,
    failed_then: key::EXAMPLE_FAILED_THEN,
};

/// The formats that people look at.
const FORMATS: [Format; 3] = [Format::Html, Format::Docx, Format::Xlsx];

/// The screen.
pub(crate) fn screen(given: LaterGiven<'_>) -> Html {
    let LaterGiven { state, words, dispatch, .. } = given;
    let Place::Example(example) = state.place else { return Html::default() };
    let drawing = &state.example.drawing;
    let files = FORMATS.into_iter().map(|format| (format, Target::Example(example, format)));
    let [name, _] = about(example).map(|key| words.get(key));
    html! {
        <>
            <div class="heading screen-only">
                { title(
                    words.get(key::EXAMPLE_KICKER),
                    words.with(key::EXAMPLE_TITLE, &[("name", &name)]),
                    words.get(key::EXAMPLE_LEAD),
                ) }
                <nav aria-label={words.get(key::EXAMPLE_ALL)}>{ list(companies(example, words)) }</nav>
                <div class="buttons">{ buttons(example, state, words, dispatch) }</div>
                <div class="files">{ standing::files(files, state, words, dispatch) }</div>
            </div>
            <p class="waiting screen-only" role="status">
                { standing::said(drawing, &SAYS, state, words) }
            </p>
            <div class="instead">{ standing::instead(drawing, &SAYS, words, dispatch) }</div>
            <div class="contents-of">
                if let Some(drawn) = &drawing.drawn {
                    { contents::line(drawn, state, words, dispatch) }
                }
            </div>
            <div class="example findings">
                if let Some(drawn) = &drawing.drawn {
                    { paper(drawn, None, words, dispatch) }
                }
            </div>
            <div class="screen-only">
                { steps(back(state, words), begin(words, dispatch)) }
            </div>
        </>
    }
}

/// The three companies, the present one marked.
fn companies(here: Example, words: &LaterWords) -> Vec<Entry> {
    let entry = |example: Example| {
        let [name, about] = about(example).map(|key| words.get(key));
        let name = if example == here {
            html! { <span aria-current="page">{ name }</span> }
        } else {
            html! { <a href={address(&Place::Example(example))}>{ name }</a> }
        };
        Entry {
            key: example.name().into(),
            mark: Html::default(),
            text: html! {
                <>
                    <b>{ name }</b>
                    <span class="hint">{ about }</span>
                </>
            },
            note: Html::default(),
            end: Html::default(),
        }
    };
    Example::ALL.into_iter().map(entry).collect()
}

/// Files, and the way back, which would be far below all answers otherwise.
fn buttons(example: Example, state: &State, words: &LaterWords, dispatch: &Dispatch) -> Html {
    html! {
        <>
            for format in FORMATS {
                <span key={format.extension()}>
                    { standing::save(format, Target::Example(example, format), words, dispatch) }
                </span>
            }
            <span key="back">{ back(state, words) }</span>
        </>
    }
}

/// The way on: one's own.
fn begin(words: &LaterWords, dispatch: &Dispatch) -> Html {
    let begin = Button::main(words.get(key::EXAMPLE_BEGIN)).after(Icon::Next);
    button::button(begin, dispatch.always(first::Command::Begin))
}
