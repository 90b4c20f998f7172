//! What people see: each screen is a function of the state, and says what was done as a command.
//!
//! **Invariant:** decides nothing and keeps nothing that must survive a screen. Names no browser
//! interface but through `browser::event`; every sentence comes from the content.

use std::ops::Deref;
use std::rc::Rc;

use domain::asked::SectionOf;
use domain::guidance::Guidance;
use domain::plan::Priority;
use domain::texts::{Key, Texts, interface as key};
use editor::{Command, Place, State};
use yew::prelude::*;

use crate::browser::files::{self, Picked};
use crate::later;

pub(crate) mod parts;

pub(crate) mod back;
pub(crate) mod choose;
pub(crate) mod confirm;
pub(crate) mod download;
pub(crate) mod example;
pub(crate) mod frame;
pub(crate) mod handed_out;
pub(crate) mod memo;
pub(crate) mod navigation;
pub(crate) mod notices;
pub(crate) mod paper;
pub(crate) mod plan;
pub(crate) mod questions;
pub(crate) mod reading;
pub(crate) mod result;
pub(crate) mod review;
pub(crate) mod sealed;
pub(crate) mod section;
pub(crate) mod sheets;
pub(crate) mod standing;
pub(crate) mod start;
pub(crate) mod waiting;

/// No save file has ever been near this size; a larger file is another one, and would only freeze
/// the page.
const LARGEST_FILE: u32 = 20 * 1024 * 1024;

/// The state, compared by pointer: a screen draws anew when, and only when, something changed.
#[derive(Clone)]
pub(crate) struct Shared(pub(crate) Rc<State>);

impl Deref for Shared {
    type Target = State;

    fn deref(&self) -> &State {
        &self.0
    }
}

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// The words of the chosen language. Never changes while the page stands.
#[derive(Clone)]
pub(crate) struct Words(pub(crate) Rc<Texts>);

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Words {
    /// A text.
    pub(crate) fn get(&self, key: Key) -> AttrValue {
        self.0.get(key).into()
    }

    /// A text with values for its `{names}`.
    pub(crate) fn with(&self, key: Key, values: &[(&str, &str)]) -> AttrValue {
        self.0.with(key, values).into()
    }

    /// The form of a text that a number takes.
    pub(crate) fn count(&self, key: Key, count: u32) -> AttrValue {
        self.0.count(key, count, &[]).into()
    }

    /// The same with values for its other `{names}`.
    pub(crate) fn count_with(&self, key: Key, count: u32, values: &[(&str, &str)]) -> AttrValue {
        self.0.count(key, count, values).into()
    }
}

/// The help, compared by pointer: it never changes once it is here.
#[derive(Clone)]
pub(crate) struct SharedGuidance(pub(crate) Rc<Guidance>);

impl Deref for SharedGuidance {
    type Target = Guidance;

    fn deref(&self) -> &Guidance {
        &self.0
    }
}

impl PartialEq for SharedGuidance {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Where commands go. Never changes while the page stands.
#[derive(Clone, PartialEq)]
pub(crate) struct Dispatch(pub(crate) Callback<Command>);

impl Dispatch {
    /// Sends a command.
    pub(crate) fn send(&self, command: Command) {
        self.0.emit(command);
    }

    /// A callback that sends what a function makes of an event.
    pub(crate) fn on<E>(&self, command: impl Fn(E) -> Command + 'static) -> Callback<E> {
        self.0.reform(command)
    }

    /// A callback that sends this command.
    pub(crate) fn always<E>(&self, command: Command) -> Callback<E> {
        self.0.reform(move |_| command.clone())
    }
}

/// The screen at which the person is.
pub(crate) fn screen(state: &Shared, words: &Words, dispatch: &Dispatch) -> Html {
    let (class, content) = content(state, words, dispatch);
    frame::frame(state, words, dispatch, class, content)
}

/// Class and content of the screen.
fn content(state: &Shared, words: &Words, dispatch: &Dispatch) -> (&'static str, Html) {
    let place = &state.place;
    if state.opening.is_some() || (state.work.is_none() && place.needs_assessment()) {
        return ("waiting", waiting::screen(words, key::APP_WAITING));
    }
    let draw = match place {
        Place::Start => return ("start", start::screen(state, words, dispatch)),
        Place::Choose => return ("choose", choose::screen(state, words, dispatch)),
        Place::Question(..) => return ("section", section::screen(state, words, dispatch)),
        Place::Questions => ("questions", later::of(state).map(|later| later.questions)),
        Place::Open => ("review", later::of(state).map(|later| later.review)),
        Place::Sheets => ("sheets", later::of(state).map(|later| later.sheets)),
        Place::Result => ("result", later::of(state).map(|later| later.result)),
        Place::Plan => ("plan", later::of(state).map(|later| later.plan)),
        Place::Download => ("download", later::of(state).map(|later| later.download)),
        Place::Sealed => ("sealed", later::of(state).map(|later| later.sealed)),
        Place::Example(_) => ("example", later::of(state).map(|later| later.example)),
        Place::Words | Place::Source => ("reading", later::of(state).map(|later| later.reading)),
    };
    match draw {
        (class, Some(draw)) => (class, draw(state, words, dispatch)),
        (_, None) => ("waiting", waiting::screen(words, key::APP_LOADING)),
    }
}

/// What each printed page says that it belongs to: the line at the foot of the report that stands
/// on the screen.
pub(crate) fn running(state: &State) -> String {
    let drawing = match state.place {
        Place::Result => &state.result,
        Place::Questions => &state.blank,
        Place::Download => &state.paper,
        Place::Example(_) => &state.example.drawing,
        _ => return String::new(),
    };
    drawing.drawn.as_ref().map(|drawn| drawn.0.running.clone()).unwrap_or_default()
}

/// The title of the document: the screen, what is assessed, and the tool.
pub(crate) fn title(state: &State, words: &Words) -> String {
    let texts = &words.0;
    let screen = match &state.place {
        Place::Start => return texts.get(key::APP_NAME).to_string(),
        Place::Choose => texts.get(key::APP_TITLE_CHOOSE),
        Place::Questions => texts.get(key::APP_TITLE_QUESTIONS),
        Place::Question(id, _) => match state.question() {
            Some((question, _)) => format!("{} {}", question.code, question.prompt).into(),
            None => id.shared(),
        },
        Place::Open => texts.get(key::APP_TITLE_OPEN),
        Place::Sheets => texts.get(key::SHEETS_TITLE),
        Place::Result => texts.get(key::APP_TITLE_RESULT),
        Place::Plan => texts.get(key::APP_TITLE_PLAN),
        Place::Download => texts.get(key::APP_TITLE_DOWNLOAD),
        Place::Sealed => texts.get(key::APP_TITLE_SEALED),
        Place::Words => texts.get(key::APP_TITLE_WORDS),
        Place::Source => texts.get(key::APP_TITLE_SOURCE),
        Place::Example(_) => texts.get(key::APP_TITLE_EXAMPLE),
    };
    match state.subject().filter(|subject| !subject.is_empty()) {
        Some(subject) => format!("{screen} · {subject} · {}", texts.get(key::APP_NAME)),
        None => format!("{screen} · {}", texts.get(key::APP_NAME)),
    }
}

/// The name of a group of the plan.
pub(crate) fn priority_key(priority: Priority) -> Key {
    match priority {
        Priority::First => key::PLAN_FIRST,
        Priority::Next => key::PLAN_NEXT,
        Priority::Later => key::PLAN_LATER,
    }
}

/// Code and name of a section.
pub(crate) fn section_name(of: &SectionOf, words: &Words) -> (AttrValue, AttrValue) {
    match of {
        SectionOf::First => (AttrValue::from(""), words.get(key::APP_SECTION_FIRST)),
        SectionOf::Bank { code, name, .. } => (code.shared().into(), name.clone().into()),
    }
}

/// Reads the first of the files that were chosen or dropped and says what it held.
pub(crate) fn open_file(picked: Vec<Picked>, dispatch: Callback<Command>) {
    let Some(file) = picked.into_iter().next() else { return };
    let name: Rc<str> = file.name().into();
    wasm_bindgen_futures::spawn_local(async move {
        dispatch.emit(match file.read(LARGEST_FILE).await {
            Ok(opened) => Command::FileChosen(name, opened.bytes.into()),
            Err(files::Fault::TooLarge) => Command::FileTooLarge(name),
            Err(files::Fault::Other(_)) => Command::FileUnreadable(name),
        });
    });
}
