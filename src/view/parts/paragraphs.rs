//! Words that others wrote, or a list of what is told, each in a paragraph of its own, which runs as its first
//! letter does.

use yew::prelude::*;

/// The paragraphs. What was written is text, whatever it looks like.
pub(crate) fn paragraphs(all: impl Iterator<Item = AttrValue>) -> Html {
    html! {
        <>
            for (at, one) in all.enumerate() {
                <p key={at.to_string()} dir="auto">{ one }</p>
            }
        </>
    }
}
