//! Words with what they mean: all of them as a page, or a few beside a question.

use yew::prelude::*;

use crate::view::parts::icon::{Icon, icon};

/// A word and what it means.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Meaning {
    /// Tells it apart from the others.
    pub(crate) id: AttrValue,
    /// The word.
    pub(crate) name: AttrValue,
    /// What it means.
    pub(crate) says: AttrValue,
    /// Where that comes from.
    pub(crate) source: Option<AttrValue>,
}

/// All of them, one below the other.
///
/// Accessibility: a description list; each entry has an id, so that it can be pointed to.
pub(crate) fn list(meanings: Vec<Meaning>) -> Html {
    html! {
        <dl class="terms">
            for Meaning { id, name, says, source } in meanings {
                <div key={id.as_str()} id={format!("term-{id}")}>
                    <dt>{ name }</dt>
                    <dd>
                        <p>{ says }</p>
                        if let Some(source) = source {
                            <p class="hint">{ source }</p>
                        }
                    </dd>
                </div>
            }
        </dl>
    }
}

/// A few of them, each folded under its word, and the way to all of them.
///
/// Accessibility: a heading below the question's own; a list of native `details`, each of which says
/// whether it is open; nothing is shown on hover.
pub(crate) fn folded(heading: AttrValue, meanings: Vec<Meaning>, all: Html) -> Html {
    html! {
        <section key="terms">
            <h3>{ heading }</h3>
            for Meaning { id, name, says, .. } in meanings {
                <details key={id.as_str()}>
                    <summary>{ icon(Icon::Down) }<span>{ name }</span></summary>
                    <p>{ says }</p>
                </details>
            }
            <p key="all">{ all }</p>
        </section>
    }
}
