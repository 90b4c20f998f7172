//! Titles of screens and of their parts.

use yew::prelude::*;

/// The title of a screen, under the place it belongs to, over its first sentence.
///
/// Accessibility: the one `h1`; it takes the focus when the screen changes (`tabindex="-1"`). What
/// stands above it is text, not a heading.
pub(crate) fn title(kicker: AttrValue, title: AttrValue, lead: AttrValue) -> Html {
    html! {
        <div class="title">
            if !kicker.is_empty() {
                <p class="kicker">{ kicker }</p>
            }
            <h1 tabindex="-1">{ title }</h1>
            if !lead.is_empty() {
                <p class="lead">{ lead }</p>
            }
        </div>
    }
}

/// A part of a screen or report: heading, perhaps a count at its end, a sentence, what it holds.
///
/// Accessibility: a section named by its heading; the count belongs to the heading.
pub(crate) fn part(
    id: AttrValue,
    heading: AttrValue,
    count: Option<AttrValue>,
    intro: Option<AttrValue>,
    inside: Html,
) -> Html {
    html! {
        <section class="part" aria-labelledby={id.clone()}>
            <h2 {id}>
                <span>{ heading }</span>
                if let Some(count) = count {
                    { " " }<span class="count">{ count }</span>
                }
            </h2>
            if let Some(intro) = intro {
                <p class="hint">{ intro }</p>
            }
            <div class="inside">{ inside }</div>
        </section>
    }
}
