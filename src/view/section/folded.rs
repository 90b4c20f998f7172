//! Questions that the answer to a decision, a fact about whom it reaches, or the list of risks folded away.
//! They can be opened all the same.

use std::rc::Rc;

use domain::asked::SectionOf;
use domain::count::count;
use domain::questions::Question;
use domain::texts::later as key;
use editor::Place;
use yew::prelude::*;

use crate::view::given::LaterGiven;
use crate::view::link::link;
use crate::view::section::here::{Here, Router, router};

/// By what the question that is shown is folded away, where it is, and the way to change that.
pub(crate) fn here(given: LaterGiven<'_>) -> Html {
    let Some(here) = Here::of(given.state, given) else { return html! {} };
    let words = given.words;
    if !here.section.folded.iter().any(|folded| folded.id == here.question.id) {
        return html! {};
    }
    let (says, place) = match router(&here, here.question) {
        None if here.section.of == SectionOf::First => {
            (words.get(key::SECTION_FOLDED_HERE_RISKS), Place::Risks(None))
        }
        None => return html! {},
        Some(Router::Decision(by)) => (
            words.with(key::SECTION_FOLDED_HERE, &[("code", by.code.as_str())]),
            Place::Question(by.id.clone(), None),
        ),
        Some(Router::Fact(by)) => (
            words.with(key::SECTION_FOLDED_HERE_FACT, &[("fact", &by.prompt)]),
            Place::Reach(Some(by.id.clone())),
        ),
    };
    let change = html! { words.get(key::SECTION_FOLDED_CHANGE) };
    html! {
        <p class="notice">{ says }{ " " }{ link(&place, "", given.dispatch, change) }</p>
    }
}

/// The lists, each folded itself.
pub(crate) fn list(given: LaterGiven<'_>) -> Html {
    let Some(here) = Here::of(given.state, given) else { return html! {} };
    let folded = here.section.folded.iter();
    let (by_facts, by_answers): (Vec<_>, Vec<_>) =
        folded.partition(|question| question.routing_fact().is_some());
    html! {
        <>
            <div>{ by_answer(here, &by_answers) }</div>
            <div>{ by_fact(here, &by_facts) }</div>
        </>
    }
}

/// What the answer to a decision folded away.
fn by_answer(here: Here<'_, LaterGiven<'_>>, folded: &[&Rc<Question>]) -> Html {
    let by = folded.first().and_then(|question| router(&here, question));
    let Some(Router::Decision(by)) = by else { return html! {} };
    let summary = here.given.words.count_with(
        key::SECTION_FOLDED_SUMMARY,
        count(folded.len()),
        &[("code", by.code.as_str())],
    );
    html! {
        <details>
            <summary>{ summary }</summary>
            <ul>
                for question in folded {
                    <li key={question.id.as_str()}>{ open(here, question) }</li>
                }
            </ul>
        </details>
    }
}

/// What facts folded away, each with the fact, which leads to where it is changed.
fn by_fact(here: Here<'_, LaterGiven<'_>>, folded: &[&Rc<Question>]) -> Html {
    if folded.is_empty() {
        return html! {};
    }
    let given = here.given;
    html! {
        <details>
            <summary>{ given.words.count(key::SECTION_FOLDED_FACTS, count(folded.len())) }</summary>
            <ul>
                for question in folded {
                    <li key={question.id.as_str()}>
                        { open(here, question) }
                        if let Some(Router::Fact(fact)) = router(&here, question) {
                            { " " }
                            { link(
                                &Place::Reach(Some(fact.id.clone())),
                                "",
                                given.dispatch,
                                given
                                    .words
                                    .with(key::SECTION_FOLDED_FACT, &[("fact", &fact.prompt)])
                                    .into(),
                            ) }
                        }
                    </li>
                }
            </ul>
        </details>
    }
}

/// The way to a question.
fn open(here: Here<'_, LaterGiven<'_>>, question: &Question) -> Html {
    html! {
        <>
            <span class="code">{ question.code.shared() }</span>
            { " " }
            { link(
                &Place::Question(question.id.clone(), None),
                "",
                here.given.dispatch,
                html! { question.prompt.clone() },
            ) }
        </>
    }
}
