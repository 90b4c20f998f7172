//! An answered question in one line.

use yew::prelude::*;

/// What stands in the line.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Folded {
    /// Id of the button, to which the focus comes back.
    pub(crate) id: AttrValue,
    /// Code of the question.
    pub(crate) code: AttrValue,
    /// The question.
    pub(crate) prompt: AttrValue,
    /// The answer in short: "Step 3".
    pub(crate) answer: AttrValue,
    /// What pressing does: "Change".
    pub(crate) change: AttrValue,
}

/// A question folded to one line.
///
/// Accessibility: a heading with a button that says it is closed (`aria-expanded`); pressing it
/// opens the question and moves the focus to its heading. Folding happens only when a section is
/// entered: nothing folds or jumps while people work.
pub(crate) fn folded(folded: Folded, onclick: Callback<MouseEvent>) -> Html {
    html! {
        <h2 class="folded">
            <button type="button" id={folded.id} aria-expanded="false" {onclick}>
                <span class="code">{ folded.code }</span>
                { " " }<span class="text">{ folded.prompt }</span>
                { " " }<span class="second">{ folded.answer }</span>
                { " " }<span class="quiet">{ folded.change }</span>
            </button>
        </h2>
    }
}
