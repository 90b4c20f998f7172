//! The screen on which people answer: one section, one question at a time.

use std::rc::Rc;

use domain::asked::{AskedSection, SectionOf};
use domain::questions::{Kind, Question, Square};
use domain::texts::interface as key;
use editor::Place;
use editor::state::{Seal, State, Stop, Work, stops, stops_of};
use yew::prelude::*;

use super::frame::Frame;
use super::parts::title::title;
use super::{Dispatch, Shared, Words, section_name, use_dispatch, use_words};

mod asking;
mod before;
mod choices;
mod could_know;
mod evidence;
mod folded;
mod form;
mod go;
mod help;
mod phases;
mod questions;
mod strip;

use form::Form;
use help::Arrival;
use phases::Phases;
use strip::Strip;

/// What the screen is drawn from.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) state: Shared,
}

/// The screen.
#[component]
pub(crate) fn Section(props: &Props) -> Html {
    let words = use_words();
    let dispatch = use_dispatch();
    // Whether the help is unfolded outlives a question.
    let help_open = use_state_eq(|| false);
    let on_help = {
        let setter = help_open.setter();
        use_callback((), move |open: bool, ()| setter.set(open))
    };
    let state = &props.state;
    let content = state.question().zip(state.work.as_ref()).map(|((question, section), work)| {
        let here = Here { state, work, section, question, words: &words, dispatch: &dispatch };
        here.screen(*help_open, on_help)
    });
    html! { <Frame state={state.clone()} class="section">{ content.unwrap_or_default() }</Frame> }
}

/// Where the person is, with all that the parts of the screen are drawn from.
#[derive(Clone, Copy)]
struct Here<'a> {
    state: &'a State,
    work: &'a Work,
    section: &'a AskedSection,
    question: &'a Rc<Question>,
    words: &'a Words,
    dispatch: &'a Dispatch,
}

impl Here<'_> {
    fn screen(self, help_open: bool, on_help: Callback<bool>) -> Html {
        let all = stops(self.section);
        let at = all.iter().position(|stop| stop.place() == self.state.place);
        let only_phases = all.iter().all(|stop| stop.phase.is_some());
        let answer = self.work.assessment.answers.get(&self.question.id);
        html! {
            <>
                { self.title() }
                <div class="stops">
                    if !only_phases {
                        <Strip stops={strip::stops(self.work, &all, &self.state.place)} />
                    }
                    if let Some(phase) = self.phase() {
                        <Phases question={self.question} answer={answer.cloned()} {phase} />
                    }
                </div>
                <div class="unasked">{ folded::list(self) }</div>
                <div class="before">{ before::row(self, &all, at) }</div>
                <div class="asked">
                    <Form
                        key={self.state.place.hash()}
                        question={self.question}
                        answer={answer.cloned()}
                        phase={self.phase()}
                        line={self.line(all.len(), at)}
                        folded_by={self.folded_by()}
                        guidance={self.state.guidance.clone()}
                        arrival={self.arrival()}
                        {help_open}
                        {on_help}
                        read_only={self.work.is_read_only()}
                    />
                </div>
                { go::bar(self) }
            </>
        }
    }

    fn title(self) -> Html {
        let (code, name) = section_name(&self.section.of, self.words);
        let modules = &self.state.catalogue.modules;
        let module = modules.iter().find(|module| module.id == self.section.module);
        let module = module.map(|module| module.name.clone()).unwrap_or_default();
        let kicker = if code.is_empty() {
            module.into()
        } else {
            self.words.with(key::SECTION_KICKER, &[("code", &code), ("module", &module)])
        };
        let about = match &self.section.of {
            SectionOf::First => AttrValue::default(),
            SectionOf::Bank { about, .. } => about.clone().into(),
        };
        title(kicker, name, about)
    }

    fn phase(self) -> Option<Rc<str>> {
        match &self.state.place {
            Place::Question(_, phase) => phase.clone(),
            _ => None,
        }
    }

    /// "A1.8, 2 of 13 in this section", or which phase of how many.
    fn line(self, count: usize, at: Option<usize>) -> AttrValue {
        if let (Kind::Tactics(matrix), Some(phase)) = (&self.question.kind, self.phase())
            && let Some(at) = matrix.groups.iter().position(|group| group.id == phase)
            && let Some(group) = matrix.groups.get(at)
        {
            let code = group.code.as_ref().unwrap_or(&self.question.code);
            let (at, all) = ((at + 1).to_string(), matrix.groups.len().to_string());
            return self.words.count_with(
                key::SECTION_QUESTION_PHASE,
                small(group.tactics.len()),
                &[("code", code.as_str()), ("at", &at), ("all", &all)],
            );
        }
        let code = self.question.code.as_str();
        let Some(at) = at else { return self.question.code.shared().into() };
        let (at, count) = ((at + 1).to_string(), count.to_string());
        self.words
            .with(key::SECTION_QUESTION_PLACE, &[("code", code), ("at", &at), ("count", &count)])
    }

    /// The decision by which the question is folded away, if it is.
    fn folded_by(self) -> Option<AttrValue> {
        let folded = self.section.folded.iter().any(|folded| folded.id == self.question.id);
        folded.then(|| router(self, self.question).map(|by| by.code.shared().into())).flatten()
    }

    /// How it stands with the help. What has not come when the page seals itself never comes.
    fn arrival(self) -> Arrival {
        match (&self.state.guidance, &self.state.seal) {
            (Some(_), _) => Arrival::Here,
            (None, Seal::Loading) => Arrival::OnItsWay,
            (None, Seal::Sealed(_) | Seal::Not(_)) => Arrival::Missing,
        }
    }
}

/// The decision that routes a question.
fn router<'a>(here: Here<'a>, question: &Question) -> Option<&'a Rc<Question>> {
    let route = question.asked_when.as_ref()?;
    here.work.asked.question(&route.question)
}

/// The square of a stop.
fn square(work: &Work, stop: &Stop) -> Square {
    let answer = work.assessment.answers.get(&stop.question.id).map(|answer| &**answer);
    let at = stops_of(&stop.question).iter().position(|other| other.phase == stop.phase);
    let squares = stop.question.squares(answer);
    at.and_then(|at| squares.get(at)).copied().unwrap_or(Square::Open)
}

/// A number of things on a screen.
fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The last part of a code: `8` of `A1.8`.
fn number(code: &str) -> &str {
    code.rsplit('.').next().unwrap_or(code)
}

/// Who usually knows, as one line.
fn who_knows(question: &Question, words: &Words) -> AttrValue {
    let mut who = question.who_knows.iter();
    let first = who.next().map_or_else(AttrValue::default, |first| first.clone().into());
    who.fold(first, |before, next| {
        words.with(key::SECTION_COMMA, &[("before", &before), ("next", next)])
    })
}
