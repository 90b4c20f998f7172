//! Something the page has to say.

use yew::prelude::*;

/// What a notice is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum About {
    /// Information.
    Information,
    /// The page's own state.
    State,
    /// A fault of the page or of a file; never an answer.
    Fault,
}

/// A notice: the first words bold, then what else there is to know, then what can be done.
///
/// Accessibility: a fault has `role="alert"` and is read out when it appears; the others are not,
/// and stand where reading comes to them. The kind does not rest on the colour of the edge: the
/// words say it. `actions` has its wrapper, so buttons come and go without moving what is beside.
pub(crate) fn notice(about: About, first: AttrValue, then: AttrValue, actions: Html) -> Html {
    let (class, role) = about.looks();
    html! {
        <div {class} {role}>
            <p><strong>{ first }</strong>{ " " }{ then }</p>
            <div class="buttons">{ actions }</div>
        </div>
    }
}

/// The page's own state in more than words: something stands between them and what can be done.
pub(crate) fn state(first: AttrValue, then: AttrValue, inside: Html, actions: Html) -> Html {
    let (class, role) = About::State.looks();
    html! {
        <div {class} {role}>
            <p><strong>{ first }</strong>{ " " }{ then }</p>
            <div>{ inside }</div>
            <div class="buttons">{ actions }</div>
        </div>
    }
}

impl About {
    fn looks(self) -> (&'static str, Option<&'static str>) {
        match self {
            Self::Information => ("notice", None),
            Self::State => ("notice state", None),
            Self::Fault => ("notice fault", Some("alert")),
        }
    }
}
