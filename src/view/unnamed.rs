//! What is looked at and has no name yet: asked again where a name would stand.

use domain::texts::later as key;
use editor::Place;
use editor::work::Work;
use yew::prelude::*;

use crate::view::link::address;
use crate::view::words::LaterWords;

/// That what is looked at has no name yet, and where it gets one. Empty where it has one.
pub(crate) fn line(work: &Work, words: &LaterWords) -> Html {
    if !work.assessment.scope.subject().is_empty() {
        return Html::default();
    }
    html! {
        <p class="hint">
            { words.get(key::REVIEW_UNNAMED) }{ " " }
            <a href={address(&Place::Choose)}>{ words.get(key::REVIEW_NAME_IT) }</a>
        </p>
    }
}
