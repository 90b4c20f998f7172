//! Questions that the answer to a decision folded away. They can be opened all the same.

use domain::count::count;
use domain::texts::later as key;
use editor::Place;
use yew::prelude::*;

use crate::view::given::LaterGiven;
use crate::view::link::link;
use crate::view::section::here::{Here, router};

/// The list, folded itself.
pub(crate) fn list(given: LaterGiven<'_>) -> Html {
    let Some(here) = Here::of(given.state, given) else { return html! {} };
    let Some(by) = here.section.folded.first().and_then(|question| router(&here, question)) else {
        return html! {};
    };
    let summary = given.words.count_with(
        key::SECTION_FOLDED_SUMMARY,
        count(here.section.folded.len()),
        &[("code", by.code.as_str())],
    );
    html! {
        <details>
            <summary>{ summary }</summary>
            <ul>
                for question in &here.section.folded {
                    <li key={question.id.as_str()}>
                        <span class="code">{ question.code.shared() }</span>
                        { " " }
                        { link(
                            &Place::Question(question.id.clone(), None),
                            "",
                            given.dispatch,
                            html! { question.prompt.clone() },
                        ) }
                    </li>
                }
            </ul>
        </details>
    }
}
