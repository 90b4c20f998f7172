//! The screen on which people answer: one section, one question at a time.

use std::rc::Rc;

use domain::answer::Answer;
use domain::asked::{AskedSection, SectionOf};
use domain::questions::{Kind, Matrix, Question, Square};
use domain::texts::interface as key;
use editor::Place;
use editor::state::{State, Stop, Work, stops, stops_of};
use yew::prelude::*;
use yew::virtual_dom::Key;

use super::memo::memo;
use super::parts::title::title;
use super::{Dispatch, Shared, SharedGuidance, Words, section_name};
use crate::later;

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

/// The screen.
pub(crate) fn screen(state: &Shared, words: &Words, dispatch: &Dispatch) -> Html {
    let content = state.question().zip(state.work.as_ref()).map(|((question, section), work)| {
        Here { state, work, section, question, words, dispatch }.screen()
    });
    content.unwrap_or_default()
}

/// What a question can do without at first.
pub(crate) struct Later {
    phases: fn(&phases::Phases, &Words, &Dispatch) -> Html,
    before: fn(Here<'_>, &[Stop], Option<usize>) -> Html,
    folded: fn(Here<'_>) -> Html,
    help: fn(&help::Help, &Words, &Dispatch) -> Html,
    evidence: fn(&asking::Asking, &Answer, &Words) -> Html,
    tactics: fn(questions::Asked<'_>, &Matrix) -> questions::Drawn,
}

impl Later {
    /// It all.
    pub(crate) const HERE: Self = Self {
        phases: phases::draw,
        before: before::row,
        folded: folded::list,
        help: help::draw,
        evidence: evidence::rows,
        tactics: questions::tactics::draw,
    };
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
    fn screen(self) -> Html {
        let all = stops(self.section);
        let at = all.iter().position(|stop| stop.place() == self.state.place);
        let only_phases = all.iter().all(|stop| stop.phase.is_some());
        html! {
            <>
                { self.title() }
                <div class="stops">
                    if !only_phases {
                        { self.memo("strip", strip::stops(self.work, &all, &self.state.place), strip::draw) }
                    }
                    if let Some(phase) = self.phase() {
                        { self.later(|later| self.memo("phases", self.phases(phase), later.phases)) }
                    }
                </div>
                <div class="before">{ self.later(|later| (later.before)(self, &all, at)) }</div>
                <div class="asked">
                    { self.memo(self.state.place.hash(), self.form(self.line(all.len(), at)), form::draw) }
                </div>
                // Below, so that answering the decision moves nothing under somebody's hands.
                <div class="unasked">{ self.later(|later| (later.folded)(self)) }</div>
                { go::bar(self) }
            </>
        }
    }

    /// A piece that the later half draws. Nothing, as long as that is not here.
    fn later(self, draw: impl FnOnce(&'static Later) -> Html) -> Html {
        later::draw(self.state, |later| draw(&later.section))
    }

    /// A piece of the screen that is drawn anew only when what it is drawn from has changed.
    fn memo<T: PartialEq + 'static>(
        self,
        key: impl Into<Key>,
        from: T,
        draw: fn(&T, &Words, &Dispatch) -> Html,
    ) -> Html {
        memo(key, from, draw, self.words, self.dispatch)
    }

    fn answer(self) -> Option<Rc<Answer>> {
        self.work.assessment.answers.get(&self.question.id).cloned()
    }

    fn phases(self, phase: Rc<str>) -> phases::Phases {
        phases::Phases { question: self.question.clone(), answer: self.answer(), phase }
    }

    fn form(self, line: AttrValue) -> form::Form {
        form::Form {
            question: self.question.clone(),
            answer: self.answer(),
            phase: self.phase(),
            line,
            folded_by: self.folded_by(),
            guidance: self.state.guidance().cloned().map(SharedGuidance),
            help_open: self.state.help_open,
            read_only: self.work.is_read_only(),
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
