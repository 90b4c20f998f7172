//! The screen on which people answer: one section, one question at a time.

use std::rc::Rc;

use domain::answer::Answer;
use domain::asked::SectionOf;
use domain::count::count;
use domain::texts::first as key;
use editor::Place;
use editor::stops::stops;
use yew::prelude::*;
use yew::virtual_dom::Key;

use crate::view::dispatch::Dispatch;
use crate::view::given::Given;
use crate::view::memo::memo;
use crate::view::parts::title::title;
use crate::view::pieces::Phases;
use crate::view::section_name::section_name;
use crate::view::shared_guidance::SharedGuidance;
use crate::view::words::Words;

pub(crate) mod before;
mod choices;
mod could_know;
pub(crate) mod evidence;
pub(crate) mod folded;
mod form;
mod go;
pub(crate) mod help;
mod here;
pub(crate) mod phases;
pub(crate) mod questions;
mod strip;

use here::{Here, router};

/// The screen.
pub(crate) fn screen(given: Given<'_>) -> Html {
    Here::of(given.state, given).map(Here::screen).unwrap_or_default()
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
                        { self.phases(phase) }
                    }
                </div>
                <div class="before">{ self.given.draw(|later| later.before) }</div>
                <div class="asked">
                    { self.memo(self.state.place.hash(), self.form(self.line(all.len(), at)), form::draw) }
                </div>
                // Below, so that answering the decision moves nothing under somebody's hands.
                <div class="unasked">{ self.given.draw(|later| later.folded) }</div>
                { go::bar(self) }
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

    fn form(self, line: AttrValue) -> form::Form {
        form::Form {
            question: self.question.clone(),
            answer: self.answer(),
            phase: self.phase(),
            line,
            folded_by: self.folded_by(),
            guidance: self.state.guidance().cloned().map(SharedGuidance),
            later: self.given.later.cloned(),
            help_open: self.state.help_open,
        }
    }

    fn title(self) -> Html {
        let (code, name) = section_name(&self.section.of, self.given.words);
        let modules = &self.state.catalogue.modules;
        let module = modules.iter().find(|module| module.id == self.section.module);
        let module = module.map(|module| module.name.clone()).unwrap_or_default();
        let kicker = if code.is_empty() {
            module.into()
        } else {
            self.given.words.with(key::SECTION_KICKER, &[("code", &code), ("module", &module)])
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
        let Some(at) = at else { return self.question.code.shared().into() };
        let (at, all) = ((at + 1).to_string(), all.to_string());
        self.given
            .words
            .with(key::SECTION_QUESTION_PLACE, &[("code", code), ("at", &at), ("count", &all)])
    }

    /// The decision by which the question is folded away, if it is.
    fn folded_by(self) -> Option<AttrValue> {
        let folded = self.section.folded.iter().any(|folded| folded.id == self.question.id);
        folded.then(|| router(&self, self.question).map(|by| by.code.shared().into())).flatten()
    }
}
