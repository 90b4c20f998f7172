//! What surrounds every screen: header, navigation, notices, questions that must be answered first,
//! and what assistive technology is told.

use domain::texts::interface as key;
use editor::keeping::{Keeping, StorageFault, Writing};
use editor::state::{Said, Seal, Work};
use editor::{Command, Place};
use yew::prelude::*;

use super::navigation::Navigation;
use super::{Dispatch, Shared, Words, confirm, notices, use_dispatch, use_words};

mod icon;

/// What the frame is drawn from.
#[derive(Properties, PartialEq)]
pub(crate) struct FrameProps {
    pub(crate) state: Shared,
    /// Class of the `main` element: the screen's name.
    #[prop_or_default]
    pub(crate) class: &'static str,
    /// The screen itself: begins with its own `<h1 tabindex="-1">`.
    #[prop_or_default]
    pub(crate) children: Html,
}

/// Surrounds a screen. A screen draws this and nothing beside it:
///
/// ```ignore
/// html! {
///     <Frame state={props.state.clone()} class="result">
///         <h1 tabindex="-1">{ words.get(key::RESULT_TITLE) }</h1>
///     </Frame>
/// }
/// ```
///
/// `main` is drawn here, with the notices as its first child. Links inside the page are made by
/// [`link`].
#[component]
pub(crate) fn Frame(props: &FrameProps) -> Html {
    let words = use_words();
    let dispatch = use_dispatch();
    let state = &props.state;
    let main = html! {
        <main id="main" class={props.class} tabindex="-1">
            <div class="notices">{ notices::notices(state, &words, &dispatch) }</div>
            { props.children.clone() }
        </main>
    };
    html! {
        <>
            <a class="skip" href="#main">{ words.get(key::FRAME_SKIP) }</a>
            { header(state, &words, &dispatch) }
            if has_navigation(state) {
                <div class="page">
                    <Navigation state={state.clone()} />
                    { main }
                </div>
            } else {
                { main }
            }
            <div class="unseen" role="status">{ said(state, &words) }</div>
            <div class="asking">{ confirm::dialog(state, &words, &dispatch) }</div>
        </>
    }
}

/// A link to a place in the page. A plain press goes there at once; with a key held, or the middle
/// button, the browser opens the address itself.
pub(crate) fn link(
    place: &Place,
    class: &'static str,
    dispatch: &Dispatch,
    children: Html,
) -> Html {
    current_link(place, class, None, dispatch, children)
}

/// The same with a value of `aria-current`, for lists of places.
pub(crate) fn current_link(
    place: &Place,
    class: &'static str,
    current: Option<&'static str>,
    dispatch: &Dispatch,
    children: Html,
) -> Html {
    let href = format!("#{}", place.hash());
    html! {
        <a {class} {href} aria-current={current} onclick={going(place, dispatch)}>{ children }</a>
    }
}

/// What a press on a link to a place does.
fn going(place: &Place, dispatch: &Dispatch) -> Callback<MouseEvent> {
    let (place, dispatch) = (place.clone(), dispatch.clone());
    Callback::from(move |event: MouseEvent| {
        let elsewhere = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
        if !elsewhere && event.button() == 0 {
            event.prevent_default();
            dispatch.send(Command::Go(place.clone()));
        }
    })
}

fn has_navigation(state: &Shared) -> bool {
    state.work.is_some() && !matches!(state.place, Place::Start | Place::Choose | Place::Sealed)
}

fn header(state: &Shared, words: &Words, dispatch: &Dispatch) -> Html {
    let subject = state.work.as_ref().map_or("", |work| work.assessment.scope.subject());
    let home = html! {
        <>
            <span class="mark" aria-hidden="true">
                <span class="square full" /><span class="square hatched" /><span class="square empty" />
            </span>
            <span class="name">{ words.get(key::APP_NAME) }</span>
        </>
    };
    html! {
        <header class="header">
            { link(&Place::Start, "home", dispatch, home) }
            if !subject.is_empty() {
                <p class="subject">{ subject.to_owned() }</p>
            }
            <SaveState shown={Kept::of(state.work.as_ref())} />
            <p class="seal">{ seal(&state.seal, words, dispatch) }</p>
        </header>
    }
}

fn seal(seal: &Seal, words: &Words, dispatch: &Dispatch) -> Html {
    let (class, content) = match seal {
        Seal::Loading => ("", html! { words.get(key::FRAME_SEAL_LOADING) }),
        Seal::Sealed(_) => (
            "",
            html! {
                <>
                    { icon::icon(icon::LOCK) }
                    <span class="long">{ words.get(key::FRAME_SEAL_SEALED) }</span>
                    <span class="short">{ words.get(key::FRAME_SEAL_SEALED_SHORT) }</span>
                </>
            },
        ),
        Seal::Not(_) => (
            "warn",
            html! { <>{ icon::icon(icon::TRIANGLE) }{ words.get(key::FRAME_SEAL_NOT) }</> },
        ),
    };
    link(&Place::Sealed, class, dispatch, content)
}

/// Where the open assessment is kept, as the header says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kept {
    /// Nothing is open.
    Nothing,
    NotChosen,
    Saving,
    Saved,
    TabOnly,
    Full,
    Failed,
    ReadOnly,
}

impl Kept {
    fn of(work: Option<&Work>) -> Self {
        match work.map(|work| &work.keeping) {
            None => Self::Nothing,
            Some(Keeping::Undecided) => Self::NotChosen,
            Some(Keeping::Nowhere | Keeping::Device(Writing::Failed(StorageFault::Refused))) => {
                Self::TabOnly
            }
            Some(Keeping::Device(Writing::Saved)) => Self::Saved,
            Some(Keeping::Device(Writing::Saving)) => Self::Saving,
            Some(Keeping::Device(Writing::Failed(StorageFault::Full))) => Self::Full,
            Some(Keeping::Device(Writing::Failed(_))) => Self::Failed,
            Some(Keeping::ReadOnly) => Self::ReadOnly,
        }
    }

    fn icon(self) -> &'static str {
        match self {
            Self::Nothing | Self::NotChosen | Self::ReadOnly => icon::SHEET,
            Self::Saving => icon::RING,
            Self::Saved => icon::TICK,
            Self::TabOnly | Self::Full | Self::Failed => icon::TRIANGLE,
        }
    }

    fn class(self) -> &'static str {
        match self {
            Self::Saving => "save saving",
            Self::TabOnly | Self::Full | Self::Failed => "save warn",
            _ => "save",
        }
    }

    fn text(self, words: &Words) -> Html {
        let key = match self {
            Self::Nothing => return html! {},
            Self::Saved => {
                return html! {
                    <>
                        <span class="long">{ words.get(key::FRAME_SAVE_SAVED) }</span>
                        <span class="short">{ words.get(key::FRAME_SAVE_SAVED_SHORT) }</span>
                    </>
                };
            }
            Self::NotChosen => key::FRAME_SAVE_NOT_CHOSEN,
            Self::Saving => key::FRAME_SAVE_SAVING,
            Self::TabOnly => key::FRAME_SAVE_TAB_ONLY,
            Self::Full => key::FRAME_SAVE_FULL,
            Self::Failed => key::FRAME_SAVE_FAILED,
            Self::ReadOnly => key::FRAME_SAVE_READ_ONLY,
        };
        html! { words.get(key) }
    }
}

#[derive(Properties, PartialEq)]
struct SaveProps {
    shown: Kept,
}

/// The save state. Shown as it is at every moment, but not read out for each key that is saved: only
/// when it has become another one.
#[component]
fn SaveState(props: &SaveProps) -> Html {
    let words = use_words();
    let settled = use_mut_ref(|| Kept::Nothing);
    let shown = props.shown;
    let quiet = shown == Kept::Saving || *settled.borrow() == shown;
    if shown != Kept::Saving {
        *settled.borrow_mut() = shown;
    }
    html! {
        <p class={shown.class()} role="status" aria-live={if quiet { "off" } else { "polite" }}>
            if shown != Kept::Nothing {
                { icon::icon(shown.icon()) }
                <span>{ shown.text(&words) }</span>
            }
        </p>
    }
}

/// The last thing said. Its number is its key: the same words said twice are read twice.
fn said(state: &Shared, words: &Words) -> Html {
    let (number, said) = &state.said;
    let text = said.as_ref().map(|said| match said {
        Said::Undone(None) => words.get(key::FRAME_SAID_UNDONE),
        Said::Undone(Some(code)) => {
            words.with(key::FRAME_SAID_UNDONE_AT, &[("code", code.as_str())])
        }
        Said::Redone(None) => words.get(key::FRAME_SAID_REDONE),
        Said::Redone(Some(code)) => {
            words.with(key::FRAME_SAID_REDONE_AT, &[("code", code.as_str())])
        }
        Said::NothingThere => words.get(key::FRAME_SAID_NOTHING_THERE),
        Said::Cleared => words.get(key::FRAME_SAID_CLEARED),
        Said::FileReady => words.get(key::FRAME_SAID_FILE_READY),
        Said::EvidenceRemoved => words.get(key::FRAME_SAID_EVIDENCE_REMOVED),
    });
    html! { <span key={*number}>{ text.unwrap_or_default() }</span> }
}
