//! Something that may be said, folded to one line that says what is in it.

use yew::prelude::*;

use crate::view::parts::icon::{Icon, icon};

/// The line.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Fold {
    /// What it is.
    pub(crate) name: AttrValue,
    /// Whether something was said.
    pub(crate) is_filled: bool,
    /// What was said, or that nothing was.
    pub(crate) says: AttrValue,
    /// What can be done about it: "Add", "Change".
    pub(crate) act: AttrValue,
}

/// A line that opens.
///
/// Accessibility: a native `details`, whose summary names what it is, what is in it and what can be
/// done, and is 44 px high. Long text is cut off by an ellipsis in the line alone, and stands in full
/// inside. The browser keeps it open or shut: nothing that is typed or drawn anew folds it.
pub(crate) fn fold(fold: Fold, inside: Html) -> Html {
    let shows = if fold.is_filled { Icon::Down } else { Icon::Plus };
    html! {
        <details class="fold">
            <summary>
                { icon(shows) }
                <b>{ fold.name }</b>
                { " " }<span class="holds">{ fold.says }</span>
                { " " }<span class="does">{ fold.act }</span>
            </summary>
            <div class="inside">{ inside }</div>
        </details>
    }
}
