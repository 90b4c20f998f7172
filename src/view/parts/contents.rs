//! The contents of a long screen in one line that stays in view.

use yew::prelude::*;
use yew::virtual_dom::Key;

use crate::view::parts::icon::{Icon, icon};

/// A part of a screen.
pub(crate) struct ContentsEntry {
    /// The id of its heading.
    pub(crate) id: AttrValue,
    /// Its short name.
    pub(crate) name: AttrValue,
    /// How much is in it, where counting says something.
    pub(crate) count: Option<AttrValue>,
    /// Whether it is the one that is read.
    pub(crate) current: bool,
    /// Moves what is seen to it.
    pub(crate) show: Callback<MouseEvent>,
}

/// The line; where the page is narrow, the current part and what opens the list.
///
/// Accessibility: a named `nav` with a list of links within the page; the current one has
/// `aria-current`, a line below and bold words. Folded by a native `details` as in [`super::nav`]; it
/// folds again once a part is gone to, or another one is read. A link moves the focus to the heading of its part; `href` is
/// the address of the screen itself, for those who open it in another tab.
pub(crate) fn contents(
    href: AttrValue,
    label: AttrValue,
    all: AttrValue,
    entries: Vec<ContentsEntry>,
) -> Html {
    let here = entries.iter().find(|entry| entry.current);
    let (key, name) = match here {
        Some(here) => (Key::from(here.id.to_string()), here.name.clone()),
        None => (Key::from(""), AttrValue::default()),
    };
    html! {
        <nav class="contents-line screen-only" aria-label={label}>
            <details key={key}>
                <summary><b>{ name }</b><span>{ all }{ icon(Icon::Down) }</span></summary>
            </details>
            <ul key="list">
                for entry in entries {
                    <li key={entry.id.to_string()}>
                        <a
                            href={href.clone()}
                            aria-current={entry.current.then_some("true")}
                            onclick={entry.show}
                        >
                            { entry.name }
                            if let Some(count) = entry.count {
                                { " " }<span class="count">{ count }</span>
                            }
                        </a>
                    </li>
                }
            </ul>
        </nav>
    }
}
