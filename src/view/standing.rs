//! A report that stands on a screen of its own, for everybody to read: the questions, an example. What
//! is said until it stands, and the files in which it can be had.

use domain::report::format::Format;
use domain::texts::later::{self as key, Key};
use editor::download::FileState;
use editor::drawn::DrawnReport;
use editor::seal::Seal;
use editor::state::State;
use editor::target::Target;
use editor::{first, later};
use yew::prelude::*;

use crate::view::dispatch::Dispatch;
use crate::view::handed_out::{arrival, file_said, format_words};
use crate::view::parts::button::{self, Button};
use crate::view::parts::icon::Icon;
use crate::view::parts::notice::{About, notice};
use crate::view::words::LaterWords;

/// What is said of a report that does not stand yet, or cannot.
pub(crate) struct Says {
    /// It is being drawn.
    pub(crate) waiting: Key,
    /// What draws it is not there; why stands in the notice above.
    pub(crate) cannot: Key,
    /// It could not be drawn.
    pub(crate) failed: Key,
    /// What can be done then.
    pub(crate) failed_then: Key,
}

/// What is said while there is no drawing.
pub(crate) fn said(
    drawing: &DrawnReport,
    says: &Says,
    state: &State,
    words: &LaterWords,
) -> AttrValue {
    if drawing.drawn.is_some() || drawing.failed {
        AttrValue::default()
    } else if state.has_worker() || state.seal == Seal::Loading {
        words.get(says.waiting)
    } else {
        words.get(says.cannot)
    }
}

/// What stands in the place of a drawing that could not be made.
pub(crate) fn instead(
    drawing: &DrawnReport,
    says: &Says,
    words: &LaterWords,
    dispatch: &Dispatch,
) -> Html {
    if !drawing.failed {
        return Html::default();
    }
    let again = Button::plain(words.get(key::QUESTIONS_AGAIN));
    notice(
        About::Fault,
        words.get(says.failed),
        words.get(says.failed_then),
        button::button(again, dispatch.always(first::Command::LoadAnew)),
    )
}

/// A button that saves the report in a format.
pub(crate) fn save(
    format: Format,
    target: Target,
    words: &LaterWords,
    dispatch: &Dispatch,
) -> Html {
    let name = format_words(format).file;
    let label = words.with(key::QUESTIONS_SAVE, &[("format", &words.get(name))]);
    let save = Button::plain(label).before(Icon::Download);
    button::button(save, dispatch.always(later::Command::Write(target)))
}

/// What became of the files that were asked for, and what can be done where one did not arrive.
pub(crate) fn files(
    files: impl Iterator<Item = (Format, Target)>,
    state: &State,
    words: &LaterWords,
    dispatch: &Dispatch,
) -> Html {
    html! {
        for (format, target) in files {
            <div key={format.extension()}>
                <p class="file">{ became(format, &target, state, words) }</p>
                { arrival(&target, state, words, dispatch) }
            </div>
        }
    }
}

/// What became of a file that was asked for.
pub(crate) fn became(format: Format, target: &Target, state: &State, words: &LaterWords) -> Html {
    html! {
        if let Some(file) = state.file_state(target) {
            <span role={matches!(file, FileState::Failed(_)).then_some("alert")}>
                <b>{ words.get(format_words(format).file) }</b>{ " " }{ file_said(file, words) }
            </span>
        }
    }
}
