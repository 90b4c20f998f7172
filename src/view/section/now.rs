//! What is chosen at the question that is shown, in words: for the foot of the window.

use domain::answer::{Answer, Instead};
use domain::count::count;
use domain::questions::{Question, Square};
use domain::texts::later as key;
use yew::AttrValue;
use yew::prelude::*;

use crate::view::foot::{progress, progress_in_short};
use crate::view::given::LaterGiven;
use crate::view::section::here::Here;
use crate::view::section::questions::short::short;
use crate::view::words::LaterWords;

/// What is chosen, and how far all of it is.
pub(crate) fn now(given: LaterGiven<'_>) -> Html {
    let Some(here) = Here::of(given.state, given) else { return html! {} };
    let answer = here.work.assessment.answers.get(&here.question.id);
    let chosen =
        chosen(here.question, answer.map(|answer| &**answer), here.phase().as_deref(), given.words);
    html! {
        <>
            <b>{ chosen }</b>
            <span class="how-far">{ " · " }{ progress(here.work, given.words) }</span>
        </>
    }
}

/// How far all of it is, for where the foot has no room for that.
pub(crate) fn so_far(given: LaterGiven<'_>) -> Html {
    let work = given.state.work.as_ref();
    html! { work.map(|work| progress_in_short(work, given.words)).unwrap_or_default() }
}

fn chosen(
    question: &Question,
    answer: Option<&Answer>,
    phase: Option<&str>,
    words: &LaterWords,
) -> AttrValue {
    let open = || words.get(key::SECTION_NOW_OPEN);
    match answer.and_then(Answer::instead) {
        Some(Instead::NotKnown) => return words.get(key::SECTION_BEFORE_NOT_KNOWN),
        Some(Instead::DoesNotApply) => {
            let has_reason = answer.is_some_and(|answer| !answer.because.trim().is_empty());
            return words.get(if has_reason {
                key::SECTION_BEFORE_DOES_NOT_APPLY
            } else {
                key::SECTION_NOW_NO_REASON
            });
        }
        None => {}
    }
    if let Some(matrix) = question.matrix() {
        let group = phase.and_then(|phase| matrix.group(phase));
        let groups = group.map_or(&matrix.groups[..], std::slice::from_ref);
        let asked = || groups.iter().flat_map(|group| &group.tactics);
        let has_state = |id| answer.is_some_and(|answer| answer.tactic(id).is_some());
        let at = asked().filter(|tactic| has_state(&tactic.id)).count().to_string();
        let all = count(asked().count());
        return words.count_with(key::SECTION_NOW_TACTICS, all, &[("at", &at)]);
    }
    match answer {
        Some(answer) if question.square(Some(answer)) != Square::Open => {
            short(question, answer, words)
        }
        _ => open(),
    }
}
