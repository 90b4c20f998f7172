//! Labels with values, and what people wrote.

use yew::prelude::*;

/// Labels and values, side by side where there is room.
///
/// Accessibility: a description list.
pub(crate) fn facts(facts: Vec<(AttrValue, AttrValue)>) -> Html {
    html! {
        <dl class="facts">
            // One label can stand there twice, as for two pieces of evidence.
            for (at, (label, value)) in facts.into_iter().enumerate() {
                <div key={at}><dt>{ label }</dt><dd>{ value }</dd></div>
            }
        </dl>
    }
}

/// What a person wrote, in their words and lines, in the voice of what people answer.
///
/// Accessibility: a `figure` whose caption says what the words are about.
pub(crate) fn quote(mark: Html, label: AttrValue, words: AttrValue) -> Html {
    html! {
        <figure class="quote">
            <figcaption>{ mark }<span>{ label }</span></figcaption>
            <blockquote>{ words }</blockquote>
        </figure>
    }
}
