//! A question that must be answered before something goes: what goes is named and counted, the safe
//! answer has the focus, Escape leaves.

use std::rc::Rc;

use domain::asked::Asked;
use domain::assessment::{Assessment, Timestamp};
use domain::catalogue::Catalogue;
use domain::id::AssessmentId;
use domain::progress::Progress;
use domain::texts::later::{self as key, Key};
use editor::download::Awaited;
use editor::keeping::{Deletion, Listing};
use editor::later;
use editor::state::{Dialog as Question, Going, Shelf, State};
use editor::target::Target;
use yew::prelude::*;

use crate::browser::clock;
use crate::view::dispatch::Dispatch;
use crate::view::given::LaterGiven;
use crate::view::keys;
use crate::view::parts::dialog::{Modal, WayOut, modal};
use crate::view::parts::facts::facts;
use crate::view::words::LaterWords;

/// The dialog that is open, if one is. One that follows another is another element, so that it is
/// shown by itself.
pub(crate) fn dialog(given: LaterGiven<'_>) -> Html {
    let LaterGiven { state, words, dispatch, .. } = given;
    let Some(question) = &state.dialog else { return Html::default() };
    let asking = match &**question {
        Question::Delete(deletion, going) => delete(state, deletion, going, words, dispatch),
        Question::Leave(_, going) => leave(state, going, words, dispatch),
        Question::Keys => Asking {
            id: "keys",
            title: words.get(key::KEYS_TITLE),
            body: keys::list(state, words, dispatch),
            safe: words.get(key::KEYS_CLOSE),
            onsafe: Callback::noop(),
            ways: Vec::new(),
        },
        Question::Replace(file, here) => replace(&state.catalogue, file, here, words, dispatch),
    };
    html! {
        <div key={asking.id}>
            { modal(Modal {
                id: asking.id,
                title: asking.title,
                body: asking.body,
                safe: asking.safe,
                onsafe: asking.onsafe,
                ways: asking.ways,
                onclose: dispatch.always(later::Command::CloseDialog),
            }) }
        </div>
    }
}

/// What a dialog asks.
struct Asking {
    id: &'static str,
    title: AttrValue,
    body: Html,
    safe: AttrValue,
    onsafe: Callback<()>,
    ways: Vec<WayOut>,
}

fn delete(
    state: &State,
    deletion: &Deletion,
    going: &Going,
    words: &LaterWords,
    dispatch: &Dispatch,
) -> Asking {
    let (id, title, about, safe, go) = match deletion {
        Deletion::Answers => (
            "clear-answers",
            words.get(key::CONFIRM_ANSWERS_TITLE),
            key::CONFIRM_ANSWERS_ABOUT,
            key::CONFIRM_ANSWERS_SAFE,
            key::CONFIRM_ANSWERS_GO,
        ),
        Deletion::Stored => (
            "take-off",
            named(key::CONFIRM_STORED_TITLE, key::CONFIRM_STORED_TITLE_UNNAMED, going, words),
            key::CONFIRM_STORED_ABOUT,
            key::CONFIRM_STORED_SAFE,
            key::CONFIRM_STORED_GO,
        ),
        Deletion::Draft(_) => (
            "delete-draft",
            named(key::CONFIRM_DRAFT_TITLE, key::CONFIRM_DRAFT_TITLE_UNNAMED, going, words),
            key::CONFIRM_DRAFT_ABOUT,
            key::CONFIRM_DRAFT_SAFE,
            key::CONFIRM_DRAFT_GO,
        ),
        Deletion::Everything => (
            "delete-everything",
            words.get(key::CONFIRM_EVERYTHING_TITLE),
            key::CONFIRM_EVERYTHING_ABOUT,
            key::CONFIRM_EVERYTHING_SAFE,
            key::CONFIRM_EVERYTHING_GO,
        ),
    };
    let answers = match going.answers {
        0 => words.get(key::CONFIRM_NO_ANSWERS),
        count => words.count(key::CONFIRM_ANSWERS_GOES, count),
    };
    let unread = |id: &AssessmentId| state.unread.iter().any(|unread| unread.id == *id);
    // Of one that cannot be read, nobody knows how many answers it holds.
    let counts = match deletion {
        Deletion::Answers | Deletion::Stored => true,
        Deletion::Draft(id) => !unread(id),
        Deletion::Everything => going.answers > 0 && state.unread.is_empty(),
    };
    let besides = counted(
        &[
            (going.others, key::CONFIRM_OTHERS_GO),
            (going.actions, key::CONFIRM_ACTIONS_GOES),
            (going.explained, key::CONFIRM_EXPLAINED_GOES),
        ],
        words,
    );
    let body = html! {
        <>
            if *deletion == Deletion::Everything {
                <p>{ assessments(state, going, words) }</p>
            }
            if counts {
                <p>{ answers }</p>
            }
            for says in besides {
                <p>{ says }</p>
            }
            <p>{ words.get(about) }</p>
        </>
    };
    Asking {
        id,
        title,
        body,
        safe: words.get(safe),
        onsafe: Callback::noop(),
        ways: vec![way(go, later::Command::Confirm, words, dispatch)],
    }
}

fn leave(state: &State, going: &Going, words: &LaterWords, dispatch: &Dispatch) -> Asking {
    let save =
        way(key::CONFIRM_LEAVE_SAVE, later::Command::Write(Target::SaveFile), words, dispatch);
    let lost = counted(
        &[
            (going.answers, key::CONFIRM_LEAVE_ANSWERS),
            (going.others, key::CONFIRM_LEAVE_OTHERS),
            (going.actions, key::CONFIRM_LEAVE_ACTIONS),
            (going.explained, key::CONFIRM_LEAVE_EXPLAINED),
        ],
        words,
    );
    let scope = going.scope.then(|| words.get(key::CONFIRM_LEAVE_SCOPE));
    let lost = lost.into_iter().chain(scope);
    let go = way(key::CONFIRM_LEAVE_GO, later::Command::Confirm, words, dispatch);
    // What was done since it was made is in no file.
    let revision = state.work.as_ref().map(|work| work.revision);
    let is_whole = |awaited: Awaited| revision.is_some_and(|now| awaited.is_of(now));
    let file = state.awaited_file().filter(|(_, awaited)| is_whole(*awaited));
    let there = file.map(|_| {
        let says = later::Command::SayArrived(Target::SaveFile);
        way(key::CONFIRM_LEAVE_THERE, says, words, dispatch)
    });
    Asking {
        id: "leave",
        title: named(key::CONFIRM_LEAVE_TITLE, key::CONFIRM_LEAVE_TITLE_UNNAMED, going, words),
        body: html! {
            <>
                <p>{ words.get(key::CONFIRM_LEAVE_ABOUT) }</p>
                <ul>
                    for says in lost {
                        <li>{ says }</li>
                    }
                </ul>
                if let Some((file, _)) = file {
                    <p>{ words.with(key::CONFIRM_LEAVE_FILE, &[("file", &file.name)]) }</p>
                }
            </>
        },
        safe: words.get(key::CONFIRM_LEAVE_SAFE),
        onsafe: Callback::noop(),
        ways: there.into_iter().chain(state.has_worker().then_some(save)).chain([go]).collect(),
    }
}

fn replace(
    catalogue: &Catalogue,
    file: &Rc<Assessment>,
    here: &Listing,
    words: &LaterWords,
    dispatch: &Dispatch,
) -> Asking {
    let asked = Asked::of(catalogue, &file.scope, &file.answers);
    let progress = Progress::of(asked.questions(), &file.answers);
    let about = |changed: Timestamp, count: u32| {
        let changed = words.with(
            key::CONFIRM_REPLACE_CHANGED,
            &[
                ("day", &clock::day(words.language(), changed.0)),
                ("time", &clock::time(words.language(), changed.0)),
            ],
        );
        AttrValue::from(format!("{changed} {}", words.count(key::CONFIRM_REPLACE_COUNT, count)))
    };
    let both = vec![
        (words.get(key::CONFIRM_REPLACE_FILE), about(file.changed, progress.answers())),
        (words.get(key::CONFIRM_REPLACE_HERE), about(here.changed, here.progress.answers())),
    ];
    let cancel =
        WayOut { label: words.get(key::CONFIRM_REPLACE_CANCEL), onclick: Callback::noop() };
    Asking {
        id: "replace",
        title: words.get(key::CONFIRM_REPLACE_TITLE),
        body: html! {
            <>
                { facts(both) }
                <p>{ words.get(key::CONFIRM_REPLACE_ABOUT) }</p>
            </>
        },
        safe: words.get(key::CONFIRM_REPLACE_BESIDE),
        onsafe: dispatch.always(later::Command::ConfirmBeside),
        ways: vec![way(key::CONFIRM_REPLACE_GO, later::Command::Confirm, words, dispatch), cancel],
    }
}

/// Of each of these how many there are, where there are any.
fn counted(all: &[(u32, Key)], words: &LaterWords) -> Vec<AttrValue> {
    let some = all.iter().filter(|(count, _)| *count > 0);
    some.map(|(count, says)| words.count(*says, *count)).collect()
}

fn way(label: Key, command: later::Command, words: &LaterWords, dispatch: &Dispatch) -> WayOut {
    WayOut { label: words.get(label), onclick: dispatch.always(command) }
}

fn named(title: Key, unnamed: Key, going: &Going, words: &LaterWords) -> AttrValue {
    match going.subject.as_str() {
        "" => words.get(unnamed),
        subject => words.with(title, &[("subject", subject)]),
    }
}

/// How many assessments go, and the names of those that have one.
fn assessments(state: &State, going: &Going, words: &LaterWords) -> AttrValue {
    let listings: &[Listing] = match &state.shelf {
        Shelf::Listed(listings) => listings,
        Shelf::Reading | Shelf::Refused(_) => &[],
    };
    let unread = state.unread.iter().map(|unread| &unread.subject);
    let subjects = listings.iter().map(|listing| &listing.subject).chain(unread);
    let subjects = subjects.map(|subject| AttrValue::from(subject.clone()));
    let subjects = subjects.filter(|subject| !subject.is_empty()).reduce(|before, next| {
        words.with(key::CONFIRM_COMMA, &[("before", &before), ("next", &next)])
    });
    let count = going.assessments;
    match subjects {
        None => words.count(key::CONFIRM_ASSESSMENTS, count),
        Some(subjects) => {
            words.count_with(key::CONFIRM_ASSESSMENTS_NAMED, count, &[("subjects", &subjects)])
        }
    }
}
