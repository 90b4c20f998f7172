//! Beside the files: what stays out, what goes out, under which name and where to. Counts of what
//! is confidential stand here alone, where only its owner sees them.

use std::rc::Rc;

use domain::answer::Answer;
use domain::count::count;
use domain::questions::{self, Question};
use domain::report::format::Format;
use domain::texts::later as key;
use editor::download::FileState;
use editor::state::State;
use editor::target::Target;
use editor::work::Work;
use editor::{Place, later};
use yew::prelude::*;
use yew::virtual_dom::Key;

use crate::view::dispatch::Dispatch;
use crate::view::download::is_for_sharing;
use crate::view::link::address;
use crate::view::parts::button::Button;
use crate::view::parts::square::{Shade, Square};
use crate::view::parts::{button, list};
use crate::view::unnamed;
use crate::view::words::LaterWords;

pub(super) fn beside(state: &State, work: &Work, words: &LaterWords, dispatch: &Dispatch) -> Html {
    let sharing = is_for_sharing(state);
    let read = if sharing { key::DOWNLOAD_READ_SHARING } else { key::DOWNLOAD_READ_COMPLETE };
    html! {
        <>
            <section>
                <h2>{ words.get(key::DOWNLOAD_OUT_OF_IT) }</h2>
                { stays_out(work, sharing, words) }
            </section>
            <section>
                <h2>{ words.get(key::DOWNLOAD_READ) }</h2>
                <p>{ words.get(read) }</p>
                { shows(state, work, words, dispatch) }
            </section>
            <section>
                <h2>{ words.get(key::DOWNLOAD_FILE_NAME) }</h2>
                { file_name(state, work, sharing, words) }
                <div class="unnamed">{ unnamed::line(work, words) }</div>
            </section>
            <section>
                <h2>{ words.get(key::DOWNLOAD_WHERE) }</h2>
                <p>{ words.get(key::DOWNLOAD_WHERE_ABOUT) }</p>
            </section>
        </>
    }
}

fn stays_out(work: &Work, sharing: bool, words: &LaterWords) -> Html {
    let confidential: Vec<_> = work.asked.confidential(&work.assessment.answers).collect();
    let count = count(confidential.len());
    let first = match (sharing, count) {
        (_, 0) => words.get(key::DOWNLOAD_NONE_CONFIDENTIAL),
        (true, _) => words.count(key::DOWNLOAD_STAYS_OUT, count),
        (false, _) => words.count(key::DOWNLOAD_STAYS_IN, count),
    };
    let squares = confidential.iter().map(|(question, answer)| square(question, answer, words));
    html! {
        <>
            <p>{ first }</p>
            <div class="risks">
                if !work.assessment.risks.kept().is_empty() {
                    <p>{ words.get(key::DOWNLOAD_CONFIDENTIAL_RISKS) }</p>
                }
            </div>
            <div class="confidential">
                if count > 0 {
                    { list::tags(squares.collect()) }
                }
            </div>
            <div class="sentence">
                if sharing {
                    <p>{ words.get(key::DOWNLOAD_SENTENCE) }</p>
                }
            </div>
        </>
    }
}

/// The questions that this assessment asks or has folded away, with their answers.
fn answers(work: &Work) -> impl Iterator<Item = (&Rc<Question>, &Answer)> {
    let sections = work.asked.sections.iter();
    sections.flat_map(|section| section.questions.iter().chain(&section.folded)).filter_map(
        |question| work.assessment.answers.get(&question.id).map(|answer| (question, &**answer)),
    )
}

fn square(question: &Question, answer: &Answer, words: &LaterWords) -> Square {
    let shade = match (answer.step(), question.square(Some(answer))) {
        (Some(step), _) => Shade::Step(step.number()),
        (None, questions::Square::Partly) => Shade::Partly,
        (None, questions::Square::Answered) => Shade::Full,
        (None, questions::Square::NotKnown) => Shade::Hatched,
        (None, questions::Square::DoesNotApply) => Shade::Dashed,
        (None, questions::Square::Open) => Shade::Empty,
    };
    let code = question.code.as_str();
    Square {
        key: Key::from(question.id.as_str()),
        shade,
        cut: true,
        label: Some(code.to_owned().into()),
        words: Some(words.with(key::DOWNLOAD_CONFIDENTIAL, &[("code", code)])),
        href: Some(address(&Place::Question(question.id.clone(), None))),
    }
}

/// The button that shows what goes out, or no longer.
fn shows(state: &State, work: &Work, words: &LaterWords, dispatch: &Dispatch) -> Html {
    let sharing = is_for_sharing(state);
    let goes_out = |answer: &Answer| !sharing || !answer.is_confidential();
    let notes = answers(work).filter(|(_, answer)| goes_out(answer) && has_words(answer)).count();
    let notes = count(notes);
    let shown = state.download.shows_going_out;
    let label = match notes {
        _ if shown => words.get(key::DOWNLOAD_HIDE),
        0 => words.get(key::DOWNLOAD_SHOW_ALL),
        notes => words.count(key::DOWNLOAD_SHOW, notes),
    };
    let show = Button::quiet(label);
    html! {
        <>
            { button::button(show, dispatch.always(later::Command::ShowGoingOut(!shown))) }
            <p class="below" role="status">
                if shown && state.paper.drawn.is_some() {
                    { words.get(key::DOWNLOAD_BELOW) }
                }
            </p>
        </>
    }
}

/// Whether something was written beside the choice.
fn has_words(answer: &Answer) -> bool {
    let written = [&answer.note, &answer.words, &answer.because];
    written.iter().any(|text| !text.trim().is_empty()) || answer.has_evidence()
}

fn file_name(state: &State, work: &Work, sharing: bool, words: &LaterWords) -> Html {
    let about = match (sharing, work.assessment.scope.subject()) {
        (true, _) => key::DOWNLOAD_NAME_SHARING,
        (false, "") => key::DOWNLOAD_NAME_UNNAMED,
        (false, _) => key::DOWNLOAD_NAME_COMPLETE,
    };
    let handed_out = Format::ALL.into_iter().find_map(|format| {
        match state.file_state(&Target::Report(format)) {
            Some(FileState::HandedOut(file)) => Some(file.name.clone()),
            _ => None,
        }
    });
    html! {
        <>
            <p>{ words.get(about) }</p>
            <p class="name">
                if let Some(name) = handed_out {
                    <code>{ name }</code>
                }
            </p>
        </>
    }
}
