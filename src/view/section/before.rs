//! The answered question before the one that is shown, folded to one line.

use domain::answer::{Answer, Instead};
use domain::questions::{Question, Square};
use domain::texts::later as key;
use editor::first;
use editor::stops::stops;
use yew::prelude::*;

use crate::view::earlier;
use crate::view::given::LaterGiven;
use crate::view::parts::folded::{Folded, folded};
use crate::view::section::here::{Here, square};
use crate::view::section::questions::short::short;
use crate::view::words::LaterWords;

/// The line, and what was answered to an earlier version of the question that is shown.
pub(crate) fn row(given: LaterGiven<'_>) -> Html {
    let Some(here) = Here::of(given.state, given) else { return html! {} };
    match earlier::beside(given, &here.question.id) {
        None => line(here),
        Some(beside) => html! {
            <>
                <div>{ line(here) }</div>
                <div>{ beside }</div>
            </>
        },
    }
}

/// The line, where the stop before is another question of this section and has an answer.
fn line(here: Here<'_, LaterGiven<'_>>) -> Html {
    let given = here.given;
    let stops = stops(here.section);
    let at = stops.iter().position(|stop| stop.place() == here.state.place);
    let before = at.and_then(|at| at.checked_sub(1)).and_then(|at| stops.get(at));
    let Some(before) = before.filter(|stop| stop.question.id != here.question.id) else {
        return html! {};
    };
    if square(here.work, before) == Square::Open {
        return html! {};
    }
    let Some(answer) = here.work.assessment.answers.get(&before.question.id) else {
        return html! {};
    };
    let line = Folded {
        id: "before".into(),
        code: before.code.shared().into(),
        prompt: before.question.prompt.clone().into(),
        answer: told(&before.question, answer, given.words),
        change: given.words.get(key::SECTION_BEFORE_CHANGE),
    };
    folded(line, given.dispatch.always(first::Command::Go(before.place())))
}

/// An answer in a few words.
fn told(question: &Question, answer: &Answer, words: &LaterWords) -> AttrValue {
    match answer.instead() {
        Some(Instead::NotKnown) => words.get(key::SECTION_BEFORE_NOT_KNOWN),
        Some(Instead::DoesNotApply) => words.get(key::SECTION_BEFORE_DOES_NOT_APPLY),
        None => short(question, answer, words),
    }
}
