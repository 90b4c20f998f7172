//! Which screen stands at which place, and what the browser is told of it. The only place that knows
//! all screens.

use domain::texts::{Texts, interface as key};
use editor::{Place, State};
use yew::prelude::*;

use crate::view::given::{Draw, Given};
use crate::view::{choose, frame, section, start, waiting};

/// The screen at which the person is.
pub(super) fn screen(given: Given<'_>) -> Html {
    let (class, content) = content(given);
    frame::frame(given, class, content)
}

/// Class and content of the screen.
fn content(given: Given<'_>) -> (&'static str, Html) {
    let Given { state, words, later, .. } = given;
    let place = &state.place;
    if state.opening.is_some() || (state.work.is_none() && place.needs_assessment()) {
        return ("waiting", waiting::screen(words, key::APP_WAITING));
    }
    let (class, draw): (_, Option<Draw>) = match place {
        Place::Start => ("start", Some(start::screen)),
        Place::Choose => ("choose", Some(choose::screen)),
        Place::Question(..) => ("section", Some(section::screen)),
        Place::Questions => ("questions", later.map(|later| later.questions)),
        Place::Open => ("review", later.map(|later| later.review)),
        Place::Sheets => ("sheets", later.map(|later| later.sheets)),
        Place::Result => ("result", later.map(|later| later.result)),
        Place::Plan => ("plan", later.map(|later| later.plan)),
        Place::Download => ("download", later.map(|later| later.download)),
        Place::Sealed => ("sealed", later.map(|later| later.sealed)),
        Place::Example(_) => ("example", later.map(|later| later.example)),
        Place::Words | Place::Source => ("reading", later.map(|later| later.reading)),
    };
    match draw {
        Some(draw) => (class, draw(given)),
        None => ("waiting", waiting::screen(words, key::APP_LOADING)),
    }
}

/// What each printed page says that it belongs to: the line at the foot of the report that stands
/// on the screen.
pub(super) fn running(state: &State) -> String {
    let report = match state.place {
        Place::Result => &state.result,
        Place::Questions => &state.blank,
        Place::Download => &state.paper,
        Place::Example(_) => &state.example.drawing,
        _ => return String::new(),
    };
    report.drawn.as_ref().map(|drawn| drawn.0.running.clone()).unwrap_or_default()
}

/// The title of the document: the screen, what is assessed, and the tool.
pub(super) fn title(state: &State, texts: &Texts) -> String {
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
