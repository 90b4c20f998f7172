//! Words with what they mean: all of them on a page, or a few beside a question.

use yew::prelude::*;

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
