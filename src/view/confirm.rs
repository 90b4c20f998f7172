//! A question that must be answered before something goes: what goes is named and counted, the safe
//! answer has the focus, Escape leaves.

use std::rc::Rc;

use domain::asked::Asked;
use domain::assessment::{Assessment, Timestamp};
use domain::id::AssessmentId;
use domain::progress::Progress;
use domain::texts::later::{self as key, Key};
use editor::download::Awaited;
use editor::going::{Going, GoingScope};
use editor::keeping::{Deletion, Keeping, Listing};
use editor::later;
use editor::state::{Dialog as Question, Held, Shelf, State};
use editor::target::Target;
use yew::prelude::*;

use crate::browser::clock;
use crate::view::dispatch::Dispatch;
use crate::view::given::LaterGiven;
use crate::view::parts::dialog::{Main, Modal, WayOut, modal};
use crate::view::parts::facts::facts;
use crate::view::words::LaterWords;
use crate::view::{keys, passphrase};

/// The dialog that is open, if one is. One that follows another is another element, so that it is
/// shown by itself.
pub(crate) fn dialog(given: LaterGiven<'_>) -> Html {
    let LaterGiven { state, words, dispatch, .. } = given;
    let Some(question) = &state.dialog else { return Html::default() };
    let asking = match &**question {
        Question::Delete(deletion, going) => delete(state, deletion, going, words, dispatch),
        Question::Leave(_) => leave(state, words, dispatch),
        Question::Keys => Asking {
            id: "keys",
            title: words.get(key::KEYS_TITLE),
            body: keys::list(state, words, dispatch),
            safe: words.get(key::KEYS_CLOSE),
            main: Main::Safe,
            onsafe: Callback::noop(),
            ways: Vec::new(),
        },
        Question::Passphrase(aim, problem) => Asking {
            id: "ask-passphrase",
            title: passphrase::title(aim, words),
            body: passphrase::body(aim, *problem, words, dispatch),
            safe: words.get(key::PASSPHRASE_CANCEL),
            main: Main::InBody,
            onsafe: Callback::noop(),
            ways: Vec::new(),
        },
        Question::Replace(file, here) => replace(state, file, here, words, dispatch),
    };
    html! {
        <div key={asking.id}>
            { modal(Modal {
                id: asking.id,
                title: asking.title,
                body: asking.body,
                safe: asking.safe,
                main: asking.main,
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
    main: Main,
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
    let unread = |id: &AssessmentId| state.unread.iter().any(|unread| unread.id == *id);
    // Of one that cannot be read, nobody knows what it holds.
    let is_known = match deletion {
        Deletion::Answers | Deletion::Stored => true,
        Deletion::Draft(id) => !unread(id),
        Deletion::Left(_) => going.assessments > 0,
        Deletion::Everything => false,
    };
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
        Deletion::Left(_) => (
            "let-go",
            named(key::CONFIRM_LEFT_TITLE, key::CONFIRM_LEFT_TITLE_UNNAMED, going, words),
            if is_known { key::CONFIRM_LEFT_ABOUT } else { key::CONFIRM_LEFT_ABOUT_UNREAD },
            key::CONFIRM_LEFT_SAFE,
            key::CONFIRM_LEFT_GO,
        ),
        Deletion::Everything => (
            "delete-everything",
            words.get(key::CONFIRM_EVERYTHING_TITLE),
            key::CONFIRM_EVERYTHING_ABOUT,
            key::CONFIRM_EVERYTHING_SAFE,
            key::CONFIRM_EVERYTHING_GO,
        ),
    };
    let goes = all(going, words);
    let body = html! {
        <>
            if *deletion == Deletion::Everything {
                <p>{ assessments(state, going, words) }</p>
            }
            if goes.is_empty() {
                if is_known {
                    <p>{ words.get(key::CONFIRM_NOTHING) }</p>
                }
            } else {
                if *deletion != Deletion::Everything {
                    <p>{ words.get(key::CONFIRM_GOES) }</p>
                }
                { listed(goes) }
            }
            <p>{ words.get(about) }</p>
            if *deletion == Deletion::Everything && state.would_be_lost() {
                <p>{ words.get(key::CONFIRM_EVERYTHING_ALONE) }</p>
            }
        </>
    };
    Asking {
        id,
        title,
        body,
        safe: words.get(safe),
        main: Main::Safe,
        onsafe: Callback::noop(),
        ways: vec![way(go, later::Command::Confirm, words, dispatch)],
    }
}

fn leave(state: &State, words: &LaterWords, dispatch: &Dispatch) -> Asking {
    let going = &state.work.as_ref().map(Going::of_work).unwrap_or_default();
    let save =
        way(key::CONFIRM_LEAVE_SAVE, later::Command::Write(Target::SaveFile), words, dispatch);
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
                { listed(all(going, words)) }
                if let Some((file, _)) = file {
                    <p>{ words.with(key::CONFIRM_LEAVE_FILE, &[("file", &file.name)]) }</p>
                }
            </>
        },
        safe: words.get(key::CONFIRM_LEAVE_SAFE),
        main: Main::Safe,
        onsafe: Callback::noop(),
        ways: there.into_iter().chain(state.has_worker().then_some(save)).chain([go]).collect(),
    }
}

/// What is open and kept nowhere is in this tab, and nothing can stand beside it there.
fn replace(
    state: &State,
    file: &Rc<Assessment>,
    here: &Held,
    words: &LaterWords,
    dispatch: &Dispatch,
) -> Asking {
    let in_tab = state
        .work
        .as_ref()
        .is_some_and(|work| work.assessment.id == file.id && work.keeping == Keeping::Nowhere);
    let asked = Asked::of(&state.catalogue, &file.scope, &file.answers);
    let progress = Progress::of(asked.questions(), &file.answers);
    let about = |changed: Timestamp, holds: &Going| {
        let changed = words.with(
            key::CONFIRM_REPLACE_CHANGED,
            &[
                ("day", &clock::day(words.language(), changed.0)),
                ("time", &clock::time(words.language(), changed.0)),
            ],
        );
        let holds = all(holds, words).into_iter();
        let holds = holds.reduce(|before, next| {
            words.with(key::CONFIRM_COMMA, &[("before", &before), ("next", &next)])
        });
        let holds = holds.unwrap_or_else(|| words.get(key::CONFIRM_REPLACE_NOTHING));
        words.with(key::CONFIRM_REPLACE_HOLDS, &[("changed", &changed), ("holds", &holds)])
    };
    let in_file = Going::of(file, progress);
    let both = |place| {
        facts(vec![
            (words.get(key::CONFIRM_REPLACE_FILE), about(file.changed, &in_file)),
            (words.get(place), about(here.changed, &here.going)),
        ])
    };
    let nothing = words.get(key::CONFIRM_REPLACE_CANCEL);
    if in_tab {
        return Asking {
            id: "replace",
            title: words.get(key::CONFIRM_REPLACE_TITLE_IN_TAB),
            body: html! {
                <>
                    { both(key::CONFIRM_REPLACE_IN_TAB) }
                    <p>{ words.get(key::CONFIRM_REPLACE_ABOUT_IN_TAB) }</p>
                </>
            },
            safe: nothing,
            main: Main::Safe,
            onsafe: Callback::noop(),
            ways: vec![way(
                key::CONFIRM_REPLACE_GO_IN_TAB,
                later::Command::Confirm,
                words,
                dispatch,
            )],
        };
    }
    let cancel = WayOut { label: nothing, onclick: Callback::noop() };
    Asking {
        id: "replace",
        title: words.get(key::CONFIRM_REPLACE_TITLE),
        body: html! {
            <>
                { both(key::CONFIRM_REPLACE_HERE) }
                <p>{ words.get(key::CONFIRM_REPLACE_ABOUT) }</p>
            </>
        },
        safe: words.get(key::CONFIRM_REPLACE_BESIDE),
        main: Main::Safe,
        onsafe: dispatch.always(later::Command::ConfirmBeside),
        ways: vec![way(key::CONFIRM_REPLACE_GO, later::Command::Confirm, words, dispatch), cancel],
    }
}

/// All that goes, each with its number. Every field is named: a new one does not compile before it is said
/// here in which words it goes.
fn all(going: &Going, words: &LaterWords) -> Vec<AttrValue> {
    let Going {
        subject: _,
        answers,
        others,
        earlier,
        explained,
        actions,
        sheets,
        risks,
        scope: GoingScope { unit, names, functions, facts },
        assessments: _,
    } = going;
    let counted = |count: &u32, says| (*count > 0).then(|| words.count(says, *count));
    let each = [
        counted(answers, key::CONFIRM_GOING_ANSWERS),
        counted(others, key::CONFIRM_GOING_OTHERS),
        counted(earlier, key::CONFIRM_GOING_EARLIER),
        counted(explained, key::CONFIRM_GOING_EXPLAINED),
        counted(actions, key::CONFIRM_GOING_ACTIONS),
        counted(sheets, key::CONFIRM_GOING_SHEETS),
        counted(risks, key::CONFIRM_GOING_RISKS),
        counted(facts, key::CONFIRM_GOING_FACTS),
        unit.then(|| words.get(key::CONFIRM_GOING_UNIT)),
        counted(names, key::CONFIRM_GOING_NAMES),
        counted(functions, key::CONFIRM_GOING_FUNCTIONS),
    ];
    each.into_iter().flatten().collect()
}

fn listed(all: Vec<AttrValue>) -> Html {
    html! {
        <ul>
            for says in all {
                <li>{ says }</li>
            }
        </ul>
    }
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
    let left = state.waits().iter().filter_map(|left| left.usable(&state.catalogue));
    let subjects = listings.iter().map(|listing| &listing.subject).chain(unread);
    let subjects = subjects.map(String::as_str);
    let subjects = subjects.chain(left.map(|draft| draft.assessment.scope.subject()));
    let subjects = subjects.map(|subject| AttrValue::from(subject.to_owned()));
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
