//! At the end of the result: whether what it rests on is in a file, and the button that puts it there.

use domain::texts::later as key;
use editor::download::FileState;
use editor::later;
use editor::state::State;
use editor::target::Target;
use editor::work::Work;
use yew::prelude::*;

use crate::browser::clock;
use crate::view::dispatch::Dispatch;
use crate::view::handed_out::{arrival, file_said};
use crate::view::parts::button::{Button, button};
use crate::view::parts::icon::Icon;
use crate::view::parts::title::part;
use crate::view::words::LaterWords;

/// The reminder.
///
/// Accessibility: what became of the file is read out where the button is; a fault at once.
pub(super) fn reminder(
    state: &State,
    work: &Work,
    words: &LaterWords,
    dispatch: &Dispatch,
) -> Html {
    let file = state.file_state(&Target::SaveFile);
    let has_failed = matches!(file, Some(FileState::Failed(_)));
    let became = file.map(|file| file_said(file, words)).unwrap_or_default();
    let save = Button::plain(words.get(key::RESULT_SAVE)).before(Icon::Download).named("save-file");
    let inside = html! {
        <>
            <p key={is_in_file(state, work, words).to_string()}>{ is_in_file(state, work, words) }</p>
            <div class="buttons">
                { button(save, dispatch.always(later::Command::Write(Target::SaveFile))) }
            </div>
            <p class="file" role={if has_failed { "alert" } else { "status" }}>{ became }</p>
            { arrival(&Target::SaveFile, state, words, dispatch) }
        </>
    };
    part("keep".into(), words.get(key::RESULT_KEEP), None, None, inside)
}

/// Whether it is in a file: true in every state.
fn is_in_file(state: &State, work: &Work, words: &LaterWords) -> AttrValue {
    let language = words.language();
    let at = |at: i64| [clock::day(language, at), clock::time(language, at)];
    if let Some((_, awaited)) = state.awaited_file() {
        let [day, time] = at(awaited.made.0);
        return words.with(key::DOWNLOAD_NOT_CONFIRMED, &[("day", &day), ("time", &time)]);
    }
    let Some(saved) = work.assessment.saved_to_file else {
        return words.get(key::RESULT_NEVER_SAVED);
    };
    let [day, time] = at(saved.0);
    let values = [("day", day.as_str()), ("time", time.as_str())];
    match work.changes_since_file {
        Some(0) => words.with(key::RESULT_SAVED, &values),
        Some(changes) => words.count_with(key::RESULT_SAVED_AND_CHANGED, changes, &values),
        None => words.with(key::DOWNLOAD_SAVED_AND_CHANGED, &values),
    }
}
