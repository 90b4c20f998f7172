//! Which screen stands at which place, and what the browser is told of it. The only place that knows
//! all screens.

use domain::texts::first as key;
use editor::keeping::Keeping;
use editor::work::Work;
use editor::{Place, State};
use yew::prelude::*;

use crate::view::given::{Draw, Given, LaterViews};
use crate::view::words::Words;
use crate::view::{choose, frame, section, start, waiting};

/// The screen at which the person is.
pub(super) fn screen(given: Given<'_>) -> Html {
    let (class, content) = content(given);
    frame::frame(given, class, content)
}

/// Class and content of the screen.
fn content(given: Given<'_>) -> (&'static str, Html) {
    let Given { state, words, .. } = given;
    let place = &state.place;
    if state.opening.is_some() || (state.work.is_none() && place.needs_assessment()) {
        return ("waiting", waiting::screen(words, key::APP_WAITING));
    }
    let (class, draw): (_, fn(&LaterViews) -> Draw) = match place {
        Place::Start => return ("start", start::screen(given)),
        Place::Choose => return ("choose", choose::screen(given)),
        Place::Question(..) => return ("section", section::screen(given)),
        Place::Reach(_) => ("reach", |later| later.reach),
        Place::Questions => ("questions", |later| later.questions),
        Place::Open => ("review", |later| later.review),
        Place::Sheets => ("sheets", |later| later.sheets),
        Place::Result => ("result", |later| later.result),
        Place::Risks(_) => ("risks", |later| later.risks),
        Place::Severity(_) => ("severity", |later| later.severity),
        Place::Risk(_) => ("risk", |later| later.risk),
        Place::Plan(_) => ("plan", |later| later.plan),
        Place::Download => ("download", |later| later.download),
        Place::Sealed => ("sealed", |later| later.sealed),
        Place::Example(_) => ("example", |later| later.example),
        Place::Words | Place::Source => ("reading", |later| later.reading),
    };
    match given.later() {
        Some((views, given)) => (class, draw(views)(given)),
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

/// The title of the document: the screen, what is assessed, and the tool. In first words, so that it
/// can be said before a screen of the later half is here.
pub(super) fn title(state: &State, words: &Words) -> String {
    let screen = match &state.place {
        Place::Start => return words.get(key::APP_NAME).to_string(),
        Place::Choose => choose::name(state, words),
        Place::Reach(_) => words.get(key::CHOOSE_REACH),
        Place::Questions => words.get(key::APP_TITLE_QUESTIONS),
        Place::Question(id, _) => match state.question() {
            Some((question, _)) => format!("{} {}", question.code, question.prompt).into(),
            None => id.shared().into(),
        },
        Place::Open => words.get(key::APP_TITLE_OPEN),
        Place::Sheets => words.get(key::APP_TITLE_SHEETS),
        Place::Result => words.get(key::APP_TITLE_RESULT),
        Place::Risks(_) | Place::Risk(_) => words.get(key::APP_TITLE_RISKS),
        Place::Severity(_) => words.get(key::APP_TITLE_SEVERITY),
        Place::Plan(_) => words.get(key::APP_TITLE_PLAN),
        Place::Download => words.get(key::APP_TITLE_DOWNLOAD),
        Place::Sealed => words.get(key::APP_TITLE_SEALED),
        Place::Words => words.get(key::APP_TITLE_WORDS),
        Place::Source => words.get(key::APP_TITLE_SOURCE),
        Place::Example(_) => words.get(key::APP_TITLE_EXAMPLE),
    };
    // Browsers keep titles among what they know of their windows, as long as these are open and after: what is to
    // be kept nowhere does not stand there.
    let is_kept = |work: &Work| matches!(work.keeping, Keeping::Device(_));
    let subject = state.subject().filter(|_| state.work.as_ref().is_some_and(is_kept));
    match subject.filter(|subject| !subject.is_empty()) {
        Some(subject) => format!("{screen} · {subject} · {}", words.get(key::APP_NAME)),
        None => format!("{screen} · {}", words.get(key::APP_NAME)),
    }
}
