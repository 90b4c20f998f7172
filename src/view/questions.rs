//! The screen *questions*: all of them on one page, to read, to print and to talk about before one
//! starts.

use domain::report::Copy;
use domain::report::format::Format;
use domain::texts::interface as key;
use editor::command::Target;
use editor::state::{FileState, Seal};
use editor::{Command, Place};
use yew::prelude::*;

use super::frame::address;
use super::handed_out::{file_said, format_words};
use super::paper::paper;
use super::parts::button::{self, Button};
use super::parts::icon::Icon;
use super::parts::notice::{About, notice};
use super::parts::title::title;
use super::{Dispatch, Shared, Words};

/// The screen.
pub(crate) fn screen(state: &Shared, words: &Words, dispatch: &Dispatch) -> Html {
    html! {
        <>
            <div class="heading screen-only">
                { title(
                    AttrValue::default(),
                    words.get(key::APP_TITLE_QUESTIONS),
                    words.get(key::QUESTIONS_LEAD),
                ) }
                <div class="buttons">{ buttons(state, words, dispatch) }</div>
                <div class="files">{ files(state, words) }</div>
            </div>
            <p class="waiting screen-only" role="status">{ said(state, words) }</p>
            <div class="instead">{ instead(state, words, dispatch) }</div>
            <div class="blank">
                if let Some(drawn) = &state.blank.drawn {
                    { paper(drawn, None, words, dispatch) }
                }
            </div>
        </>
    }
}

fn buttons(state: &Shared, words: &Words, dispatch: &Dispatch) -> Html {
    let back = Button::plain(words.get(key::QUESTIONS_BACK)).before(Icon::Back);
    let print = Button::main(words.get(key::QUESTIONS_PRINT));
    html! {
        <>
            <span key="print">
                if state.blank.drawn.is_some() {
                    { button::button(print, dispatch.always(Command::Print)) }
                }
            </span>
            for format in formats() {
                <span key={format.extension()}>{ save(format, words, dispatch) }</span>
            }
            <span key="back">{ button::link(back, address(&Place::Start)) }</span>
        </>
    }
}

/// The formats of questions without answers.
fn formats() -> impl Iterator<Item = Format> {
    Format::ALL.into_iter().filter(|format| format.is_for(Copy::Blank))
}

fn save(format: Format, words: &Words, dispatch: &Dispatch) -> Html {
    let name = format_words(format).file;
    let label = words.with(key::QUESTIONS_SAVE, &[("format", &words.get(name))]);
    let save = Button::plain(label).before(Icon::Download);
    button::button(save, dispatch.always(Command::Write(Target::Blank(format))))
}

/// What became of the files that were asked for.
fn files(state: &Shared, words: &Words) -> Html {
    html! {
        for format in formats() {
            <p key={format.extension()} class="file">
                if let Some(file) = state.file_state(Target::Blank(format)) {
                    <span role={file_role(file)}>
                        <b>{ words.get(format_words(format).file) }</b>{ " " }{ file_said(file, words) }
                    </span>
                }
            </p>
        }
    }
}

fn file_role(file: &FileState) -> Option<&'static str> {
    matches!(file, FileState::Failed(_)).then_some("alert")
}

fn said(state: &Shared, words: &Words) -> AttrValue {
    if state.blank.drawn.is_some() || state.blank.fault.is_some() {
        AttrValue::default()
    } else if state.has_worker() || state.seal == Seal::Loading {
        words.get(key::QUESTIONS_WAITING)
    } else {
        // Why stands in the notice above.
        words.get(key::QUESTIONS_CANNOT)
    }
}

fn instead(state: &Shared, words: &Words, dispatch: &Dispatch) -> Html {
    if state.blank.fault.is_none() {
        return Html::default();
    }
    let again = Button::plain(words.get(key::QUESTIONS_AGAIN));
    notice(
        About::Fault,
        words.get(key::QUESTIONS_FAILED),
        words.get(key::QUESTIONS_FAILED_THEN),
        button::button(again, dispatch.always(Command::LoadAnew)),
    )
}
