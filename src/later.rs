//! The later half of the app: what nobody needs before the first question can be answered. It is a
//! WASM module of its own, `later.wasm`, which shares memory and table with the first one and comes
//! after it; `docs/architecture.md` says how the one becomes two.
//!
//! **Invariant:** nothing but this file names what stands in [`Later`], or it moves into the first
//! module. `cargo xtask size` shows it.

use domain::pack;
use domain::save::draft;
use editor::LaterUpdate;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use crate::browser::{page, seal};
use crate::shell::runner::{self, LaterRunner};
use crate::view::given::LaterViews;
use crate::view::words::LaterWords;
use crate::view::{self, section};

/// What the later half does.
pub(crate) struct Later {
    /// What people can ask for.
    pub(crate) update: LaterUpdate,
    /// What the browser is asked for.
    pub(crate) runner: LaterRunner,
    /// What people see.
    pub(crate) views: LaterViews,
    /// Keeps out of fields what has no room there, and says so in these words.
    pub(crate) keep_out: fn(LaterWords),
    read: fn(&[u8]) -> Option<pack::Later>,
}

/// Waits for the later half, for the help with its words, and for the whole bank. All of it or nothing.
pub(crate) async fn load() -> Option<(Later, pack::Later)> {
    let later = later().await.ok()?;
    let words = (later.read)(&seal::guidance().await?)?;
    Some((later, words))
}

#[wasm_split(later, fallible)]
fn later() -> Result<Later, SplitLoaderError> {
    // For as long as the page stands.
    std::mem::forget(page::title_when_printed(view::paper::TITLE));
    Ok(Later {
        update: LaterUpdate::HERE,
        runner: LaterRunner {
            run: runner::later::run,
            hear: runner::later::hear,
            tell: runner::later::tell,
            stand: runner::standing::tell,
            plan_to_bytes: draft::plan_to_bytes,
            sheets_to_bytes: draft::sheets_to_bytes,
            risks_to_bytes: draft::risks_to_bytes,
        },
        views: LaterViews {
            questions: view::questions::screen,
            example: view::example::screen,
            review: view::review::screen,
            sheets: view::sheets::screen,
            result: view::result::screen,
            risks: view::risks::screen,
            severity: view::risks::severity::screen,
            risk: view::risks::page::screen,
            plan: view::plan::screen,
            download: view::download::screen,
            sealed: view::sealed::screen,
            within: view::within::line,
            run_by: view::own_words::in_header,
            beside_keeping: view::within::beside_keeping,
            set: view::choose::set::lines,
            reach: view::reach::screen,
            reading: view::reading::screen,
            shelf: view::start::shelf::shelf,
            about: view::start::about::about,
            navigation: view::navigation::navigation,
            notices: view::notices::notices,
            dialog: view::confirm::dialog,
            said: view::said::said,
            before: section::before::row,
            folded_here: section::folded::here,
            folded: section::folded::list,
            phases: section::phases::draw,
            help: section::help::draw,
            gravest: section::gravest::line,
            rules: section::rules::lines,
            beside: section::beside::draw,
            now: section::now::now,
            so_far: section::now::so_far,
            next_open: view::foot::next_open,
            told: view::foot::told,
            history: view::foot::history,
            foot: view::foot::bar,
            tactics: section::questions::tactics::draw,
            register: section::questions::register::draw,
        },
        keep_out: view::room::keep_out,
        read: |bytes| pack::Later::from_bytes(bytes, crate::BUILD).ok(),
    })
}
