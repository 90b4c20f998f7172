//! The foot of every screen inside an assessment: what can be taken or put back, how far all of it is, and
//! the way to the next open question. On the screen of a question it has the ways on and back, too
//! (`ways.rs`), and what can be taken back stands beside the answer.

use domain::texts::later::{self as key, Key};
use editor::history::Way;
use editor::work::Work;
use editor::{Message, Place, first, later, left};
use yew::prelude::*;

use crate::view::asking::Asking;
use crate::view::counted::{counted, in_short};
use crate::view::given::LaterGiven;
use crate::view::parts::button::{Button, button};
use crate::view::said::said;
use crate::view::undone::{removed, what};
use crate::view::words::LaterWords;
use editor::state::Said;

/// The foot of a screen that is no question.
pub(crate) fn bar(given: LaterGiven<'_>) -> Html {
    let Some(work) = &given.state.work else { return Html::default() };
    html! {
        <>
            <div class="told">{ told(given) }</div>
            <div class="bar">
                <div class="history">{ turns(given, work) }</div>
                <p class="now">{ progress(work, given.words) }</p>
                <div class="next-open">{ next_open(given) }</div>
            </div>
        </>
    }
}

/// How many questions are answered, and about how long the rest takes: where there is room, and where not.
pub(crate) fn progress(work: &Work, words: &LaterWords) -> Html {
    let long = left(work, counted(work.progress(), words), key::FRAME_FOOT_LEFT, words);
    html! {
        <>
            <span class="long">{ long }</span>
            <span class="short">{ progress_in_short(work, words) }</span>
        </>
    }
}

/// The same where there is little room.
pub(crate) fn progress_in_short(work: &Work, words: &LaterWords) -> AttrValue {
    left(work, in_short(work.progress(), words), key::FRAME_FOOT_LEFT_SHORT, words)
}

fn left(work: &Work, counted: AttrValue, says: Key, words: &LaterWords) -> AttrValue {
    match left::minutes(work.open_squares()) {
        None => counted,
        Some(minutes) => words.count_with(says, minutes, &[("counted", counted.as_str())]),
    }
}

/// The way to the next open question, unless the way on leads there.
pub(crate) fn next_open(given: LaterGiven<'_>) -> Html {
    let LaterGiven { state, words, dispatch } = given;
    let Some(open) = state.next_open() else { return Html::default() };
    if state.neighbours().is_some_and(|(_, on)| on.place() == open.place()) {
        return Html::default();
    }
    let onclick = dispatch.always(first::Command::Go(open.place()));
    html! {
        <button type="button" class="button" {onclick}>
            <span class="long">{ words.with(key::FRAME_FOOT_NEXT, &[("code", open.code.as_str())]) }</span>
            <span class="short">{ words.get(key::FRAME_FOOT_NEXT_SHORT) }</span>
        </button>
    }
}

/// What was done last, while it can be taken back beside that. Read out elsewhere.
pub(crate) fn told(given: LaterGiven<'_>) -> Html {
    let LaterGiven { state, words, dispatch } = given;
    let (Some(told), Some(work)) = (state.offered(), &state.work) else { return Html::default() };
    let gone = work.history.next(Way::Undo).and_then(removed);
    let says = match (gone, told) {
        (Some(gone), _) => words.with(key::FRAME_FOOT_REMOVED, &[("what", &gone)]),
        (None, Said::Cleared) => words.get(key::FRAME_SAID_CLEARED),
        (None, Said::Later(told)) => said(told, words),
    };
    let undo = Button::quiet(words.get(key::FRAME_UNDO_UNDO));
    let close = Button::quiet(words.get(key::FRAME_FOOT_CLOSE));
    html! {
        <>
            <p>{ says }</p>
            { button(undo, dispatch.always(Message::Turn(Way::Undo))) }
            { button(close, dispatch.always(later::Command::CloseSaid)) }
        </>
    }
}

/// Beside the answer: what can be taken or put back, and that the answer can be cleared.
pub(crate) fn history(given: LaterGiven<'_>) -> Html {
    let Some(work) = &given.state.work else { return Html::default() };
    html! {
        <>
            { turns(given, work) }
            <span class="clear">{ clear(given, work) }</span>
        </>
    }
}

/// A matrix has its own ways: each of its tactics is cleared by itself.
fn clear(given: LaterGiven<'_>, work: &Work) -> Html {
    let Some((question, _)) = given.state.question() else { return Html::default() };
    let answer = work.assessment.answers.get(&question.id);
    if question.matrix().is_some() || answer.is_none_or(|answer| answer.choice.is_none()) {
        return Html::default();
    }
    let asking = Asking { question: question.id.clone(), dispatch: given.dispatch.clone() };
    let label = Button::quiet(given.words.get(key::SECTION_QUESTION_CLEAR));
    // The button goes with what it clears, so the focus moves on first.
    let radio = format!("input[name=\"{}\"]:checked", question.id);
    button(label, asking.then_focus(first::Answering::Clear, radio))
}

fn turns(given: LaterGiven<'_>, work: &Work) -> Html {
    html! {
        <>
            { turn(given, work, Way::Undo) }
            { turn(given, work, Way::Redo) }
        </>
    }
}

/// A button that takes something back, or puts it back, and says what. Where there is nothing, it stays
/// in reach of the keyboard and says so when it is pressed.
fn turn(given: LaterGiven<'_>, work: &Work, way: Way) -> Html {
    let LaterGiven { state, words, dispatch } = given;
    let (short, long) = match way {
        Way::Undo => (key::FRAME_UNDO_UNDO, key::FRAME_UNDO_UNDO_WHAT),
        Way::Redo => (key::FRAME_UNDO_REDO, key::FRAME_UNDO_REDO_WHAT),
    };
    let short = words.get(short);
    let next = work.history.next(way);
    let here = match &state.place {
        Place::Question(id, _) => Some(id),
        _ => None,
    };
    let long = next
        .map(|change| words.with(long, &[("what", &what(change, here, &state.catalogue, words))]));
    let long = long.unwrap_or_else(|| short.clone());
    html! {
        <button
            type="button"
            class="quiet"
            aria-disabled={next.is_none().then_some("true")}
            onclick={dispatch.always(Message::Turn(way))}
        >
            <span class="long">{ long }</span>
            <span class="short">{ short }</span>
        </button>
    }
}
