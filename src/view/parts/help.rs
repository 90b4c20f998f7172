//! Help beside a question.

use yew::prelude::*;
use yew::virtual_dom::Key;

use crate::view::parts::icon::{Icon, icon};

/// One part of the help.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct HelpPart {
    /// Tells it apart from the others.
    pub(crate) key: Key,
    /// Its heading.
    pub(crate) heading: AttrValue,
    /// What it says, paragraph by paragraph.
    pub(crate) paragraphs: Vec<AttrValue>,
    /// What it lists.
    pub(crate) list: Vec<AttrValue>,
}

/// Help: beside the question on a wide page, folded under its answer on a narrow one.
///
/// Accessibility: an `aside` with a native `details`, after the answer in the order of the source, so
/// that nothing stands between question and answer for the keyboard; headings below the question's own. The text comes right after the fold
/// instead of in it, so that a wide page can show it in every browser. `open` is remembered by
/// whoever holds it; nothing is shown on hover. `last` is a part that is more than text.
pub(crate) fn help(
    label: AttrValue,
    open: bool,
    ontoggle: Callback<bool>,
    parts: Vec<HelpPart>,
    last: Html,
) -> Html {
    // The state decides, so that the next question opens as this one was left.
    let onclick = ontoggle.reform(move |press: MouseEvent| {
        press.prevent_default();
        !open
    });
    html! {
        <aside class="help" aria-label={label.clone()}>
            <details {open}>
                <summary {onclick}>{ icon(Icon::Down) }<span>{ label }</span></summary>
            </details>
            <div class="help-parts">
                for part in parts {
                    { one(part) }
                }
                { last }
            </div>
        </aside>
    }
}

/// What is folded under a line of the help, with how many there are.
///
/// Accessibility: a native `details`; the count is read with the words.
pub(crate) fn folded(heading: AttrValue, count: usize, inside: Html) -> Html {
    html! {
        <details class="more-help">
            <summary>
                <span>{ heading }</span>
                { " " }<span class="count">{ count }</span>
                { icon(Icon::Down) }
            </summary>
            { inside }
        </details>
    }
}

/// One part of a side column: heading, text, list.
pub(crate) fn one(part: HelpPart) -> Html {
    html! {
        <section key={part.key}>
            <h3>{ part.heading }</h3>
            <div>
                for text in part.paragraphs {
                    <p key={text.to_string()}>{ text }</p>
                }
            </div>
            if !part.list.is_empty() {
                <ul>
                    for text in part.list {
                        <li key={text.to_string()}>{ text }</li>
                    }
                </ul>
            }
        </section>
    }
}
