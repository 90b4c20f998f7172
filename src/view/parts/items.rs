//! Findings, one after the other.

use yew::prelude::*;
use yew::virtual_dom::Key;

/// One finding.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ItemView {
    /// Tells it apart from the others.
    pub(crate) key: Key,
    /// Its place in an order that means something.
    pub(crate) number: Option<AttrValue>,
    /// The square it rests on, as a tag.
    pub(crate) mark: Html,
    /// What it says.
    pub(crate) title: AttrValue,
    /// What else it says, line by line.
    pub(crate) lines: Vec<AttrValue>,
    /// Labelled details.
    pub(crate) details: Vec<(AttrValue, AttrValue)>,
}

/// Findings as a list; numbered ones as a list whose order means something.
///
/// Accessibility: `ol` or `ul`; the number is text, so it is printed and copied too. Long lists of
/// short findings (`compact`) put the square beside the words and show no heading weight.
pub(crate) fn items(items: Vec<ItemView>, compact: bool) -> Html {
    let ordered = items.first().is_some_and(|item| item.number.is_some());
    let class = if compact { "items compact" } else { "items" };
    let inside = html! {
        for item in items {
            <li key={item.key.clone()}>{ one(item) }</li>
        }
    };
    // A list never changes its kind, so both shapes may stand here.
    if ordered {
        html! { <ol {class}>{ inside }</ol> }
    } else {
        html! { <ul {class}>{ inside }</ul> }
    }
}

fn one(item: ItemView) -> Html {
    html! {
        <>
            <div class="mark-of">
                if let Some(number) = item.number {
                    <span class="order">{ number }</span>
                }
                { item.mark }
            </div>
            <div class="text">
                <p class="says">{ item.title }</p>
                for (at, line) in item.lines.into_iter().enumerate() {
                    <p key={at}>{ line }</p>
                }
                if !item.details.is_empty() {
                    { super::facts::facts(item.details) }
                }
            </div>
        </>
    }
}
