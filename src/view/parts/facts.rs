//! Labels with values.

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
