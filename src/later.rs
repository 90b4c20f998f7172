//! The half of the app that nobody needs before the first question can be answered. It is a WASM
//! module of its own, `later.wasm`, which shares memory and table with the first one and comes after
//! it; `docs/architecture.md` says how the one becomes two.
//!
//! **Invariant:** nothing but this file names what stands in [`Later`], or it moves into the first
//! module. `cargo xtask size` shows it.

use std::sync::OnceLock;

use domain::catalogue::Catalogue;
use domain::guidance::Guidance;
use domain::plan::Plan;
use domain::save::draft;
use editor::{Effect, State};
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::prelude::*;

use crate::browser::{page, seal};
use crate::shell::Runner;
use crate::view::{self, Dispatch, Shared, Words};

/// Draws a screen, or what stands around every screen.
type Draw = fn(&Shared, &Words, &Dispatch) -> Html;

/// What the second module does.
pub(crate) struct Later {
    /// What people can ask for.
    pub(crate) editor: editor::Later,
    /// What the browser is asked for.
    pub(crate) run: fn(&Runner, Effect),
    /// The plan as it is kept.
    pub(crate) plan_to_bytes: fn(&Plan) -> Vec<u8>,
    read: fn(&[u8]) -> Option<(Guidance, Catalogue)>,
    pub(crate) questions: Draw,
    pub(crate) example: Draw,
    pub(crate) review: Draw,
    pub(crate) sheets: Draw,
    pub(crate) result: Draw,
    pub(crate) plan: Draw,
    pub(crate) download: Draw,
    pub(crate) sealed: Draw,
    /// What the words mean; where the questions come from.
    pub(crate) reading: Draw,
    /// What is on this device, on the start screen.
    pub(crate) shelf: Draw,
    pub(crate) navigation: Draw,
    pub(crate) notices: Draw,
    pub(crate) dialog: Draw,
    /// What a question can do without at first.
    pub(crate) section: view::section::Later,
}

static LATER: OnceLock<Later> = OnceLock::new();

/// The later half, where it is here with all that it needs.
pub(crate) fn of(state: &State) -> Option<&'static Later> {
    with(state.guidance().map(|guidance| &**guidance))
}

/// The code of the later half, where it is here: its words may still be on their way.
pub(crate) fn get() -> Option<&'static Later> {
    LATER.get()
}

/// The same, for what is drawn from the help alone.
pub(crate) fn with(guidance: Option<&Guidance>) -> Option<&'static Later> {
    guidance.and_then(|_| LATER.get())
}

/// Something that the later half draws. Nothing, as long as it is not here.
pub(crate) fn draw(state: &State, draw: impl FnOnce(&'static Later) -> Html) -> Html {
    of(state).map(draw).unwrap_or_default()
}

/// Waits for the second module, and for the help with its words and the whole bank.
pub(crate) async fn load() -> Option<(Guidance, Catalogue)> {
    let later = later().await.ok()?;
    let read = later.read;
    LATER.set(later).ok()?;
    read(&seal::guidance().await?)
}

#[wasm_split(later, fallible)]
fn later() -> Result<Later, SplitLoaderError> {
    // For as long as the page stands.
    std::mem::forget(page::title_when_printed(view::paper::TITLE));
    Ok(Later {
        editor: editor::Later::HERE,
        run: crate::shell::run_later,
        plan_to_bytes: draft::plan_to_bytes,
        read: |bytes| postcard::from_bytes(bytes).ok(),
        questions: view::questions::screen,
        example: view::example::screen,
        review: view::review::screen,
        sheets: view::sheets::screen,
        result: view::result::screen,
        plan: view::plan::screen,
        download: view::download::screen,
        sealed: view::sealed::screen,
        reading: view::reading::screen,
        shelf: view::start::shelf,
        navigation: view::navigation::navigation,
        notices: view::notices::notices,
        dialog: view::confirm::dialog,
        section: view::section::Later::HERE,
    })
}
