//! The screen on which people answer: one section, one question at a time.
//!
//! What stands in the order of the source is the order of the keyboard: where else one could go, the
//! title, the question with its answer, the ways on, then what may be said beside the answer, and help
//! last. Styles put the ways on to the foot of the window and the help beside the question.

use std::rc::Rc;

use domain::answer::Answer;
use domain::asked::SectionOf;
use domain::count::count;
use domain::texts::first as key;
use editor::stops::stops;
use yew::prelude::*;
use yew::virtual_dom::Key;

use crate::view::dispatch::Dispatch;
use crate::view::given::Given;
use crate::view::memo::memo;
use crate::view::parts::title::title;
use crate::view::pieces::{Beside, Help, Phases};
use crate::view::section_name::section_name;
use crate::view::shared_guidance::SharedGuidance;
use crate::view::ways::{Holds, ways};
use crate::view::words::Words;

pub(crate) mod before;
pub(crate) mod beside;
mod choices;
mod could_know;
mod elsewhere;
pub(crate) mod folded;
mod folding;
mod form;
pub(crate) mod gravest;
pub(crate) mod help;
mod here;
pub(crate) mod now;
pub(crate) mod phases;
pub(crate) mod questions;
pub(crate) mod rules;
mod strip;

use here::Here;

/// The screen.
pub(crate) fn screen(given: Given<'_>) -> Html {
    Here::of(given.state, given).map(Here::screen).unwrap_or_default()
}

impl Here<'_> {
    fn screen(self) -> Html {
        let all = stops(self.section);
        let at = all.iter().position(|stop| stop.place() == self.state.place);
        // Of phases there is a strip of their own; one square alone leads nowhere.
        let is_alone = self.section.of == SectionOf::First && all.len() == 1;
        let has_strip = !is_alone && !all.iter().all(|stop| stop.phase.is_some());
        html! {
            <>
                <div class="head">
                    <div class="stops">
                        if has_strip {
                            { self.memo("strip", strip::stops(self.work, &all, &self.state.place), strip::draw) }
                        }
                        if let Some(phase) = self.phase() {
                            { self.phases(phase) }
                        }
                    </div>
                    { self.title(at == Some(0)) }
                </div>
                <p class="so-far">{ self.given.draw(|later| later.so_far) }</p>
                <div class="before">{ self.given.draw(|later| later.before) }</div>
                <div class="asked">
                    <div>{ self.given.draw(|later| later.folded_here) }</div>
                    { self.memo(self.state.place.hash(), self.form(self.line(all.len(), at)), form::draw) }
                </div>
                { self.ways() }
                <div class="beside">
                    <div class="rules">{ self.given.draw(|later| later.rules) }</div>
                    { self.beside() }
                </div>
                <div class="history">{ self.given.draw(|later| later.history) }</div>
                // Below, so that answering the decision moves nothing under somebody's hands.
                <div class="unasked">{ self.given.draw(|later| later.folded) }</div>
                <div class="helping">{ self.help() }</div>
            </>
        }
    }

    /// A piece of the screen that is drawn anew only when what it is drawn from has changed.
    fn memo<T: PartialEq + 'static>(
        self,
        key: impl Into<Key>,
        from: T,
        draw: fn(&T, &Words, &Dispatch) -> Html,
    ) -> Html {
        memo(key, from, draw, self.given.words, self.given.dispatch)
    }

    fn answer(self) -> Option<Rc<Answer>> {
        self.work.assessment.answers.get(&self.question.id).cloned()
    }

    fn phases(self, phase: Rc<str>) -> Html {
        let Some(later) = self.given.later else { return Html::default() };
        let phases = Phases { question: self.question.clone(), answer: self.answer(), phase };
        memo("phases", phases, later.views.phases, &later.words, self.given.dispatch)
    }

    /// What may be said beside the answer. Keyed by its place, as the answer is.
    fn beside(self) -> Html {
        let Some(later) = self.given.later else { return Html::default() };
        let beside = Beside {
            question: self.question.clone(),
            answer: self.answer(),
            keys: self.state.keys,
        };
        let place = self.state.place.hash();
        memo(place, beside, later.views.beside, &later.words, self.given.dispatch)
    }

    fn help(self) -> Html {
        let (Some(guidance), Some(later)) = (self.state.guidance(), self.given.later) else {
            return Html::default();
        };
        let help = Help {
            question: self.question.clone(),
            guidance: SharedGuidance(guidance.clone()),
            phase: self.phase(),
            open: self.state.help_open,
        };
        let place = self.state.place.hash();
        memo(place, help, later.views.help, &later.words, self.given.dispatch)
    }

    fn form(self, line: AttrValue) -> form::Form {
        form::Form {
            question: self.question.clone(),
            answer: self.answer(),
            phase: self.phase(),
            line,
            gravest: self.gravest(),
            guidance: self.state.guidance().cloned().map(SharedGuidance),
            later: self.given.later.cloned(),
        }
    }

    fn ways(self) -> Html {
        let given = self.given;
        let holds = Holds {
            told: given.draw(|later| later.told),
            now: given.draw(|later| later.now),
            next_open: given.draw(|later| later.next_open),
        };
        ways(given.state, given.words, given.dispatch, holds)
    }

    /// Code and name of the section, and at its first question what it is about.
    fn title(self, is_first: bool) -> Html {
        let (code, name) = section_name(&self.section.of, self.given.words);
        let about = match &self.section.of {
            SectionOf::Bank { about, .. } if is_first => about.clone().into(),
            SectionOf::Bank { .. } | SectionOf::First => AttrValue::default(),
        };
        title(code, name, about)
    }

    /// "A1.8, 2 of 13 in this section", or which phase of how many.
    fn line(self, all: usize, at: Option<usize>) -> AttrValue {
        let (here, phases) = (self.phase(), self.question.phases(None));
        let mut numbered = (1..).zip(&phases);
        if let Some((at, phase)) = numbered.find(|(_, phase)| Some(phase.id) == here.as_ref()) {
            let code = phase.code.unwrap_or(&self.question.code);
            let (at, all) = (at.to_string(), phases.len().to_string());
            return self.given.words.count_with(
                key::SECTION_QUESTION_PHASE,
                count(phase.asks),
                &[("code", code.as_str()), ("at", &at), ("all", &all)],
            );
        }
        let code = self.question.code.as_str();
        // Of one alone its place says nothing.
        let Some(at) = at.filter(|_| all > 1) else { return self.question.code.shared().into() };
        let (at, all) = ((at + 1).to_string(), all.to_string());
        self.given
            .words
            .with(key::SECTION_QUESTION_PLACE, &[("code", code), ("at", &at), ("count", &all)])
    }
}
