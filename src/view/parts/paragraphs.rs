//! Words that others wrote, or a list of what is told, each in a paragraph of its own.

use yew::prelude::*;

/// The paragraphs. What was written is text, whatever it looks like.
pub(crate) fn paragraphs(all: impl Iterator<Item = AttrValue>) -> Html {
    html! {
        <>
            for (at, one) in all.enumerate() {
                <p key={at.to_string()}>{ one }</p>
            }
        </>
    }
}
