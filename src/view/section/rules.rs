//! Below the answer, and before what may be said beside it: how a step is chosen where practice differs or
//! something is done in part, and the gravest risk in full.
//!
//! Both are folded to one line, below the steps that they are about: above them each would be one more stop
//! between question and answer.

use std::rc::Rc;

use domain::fits;
use domain::gravest::{Gravest, is_spoken_of};
use domain::questions::Question;
use domain::texts::later as key;
use editor::later;
use yew::prelude::*;

use crate::view::dispatch::Dispatch;
use crate::view::given::LaterGiven;
use crate::view::memo::memo;
use crate::view::parts::icon::{Icon, icon};
use crate::view::pieces;
use crate::view::section::gravest::{to_risk, way};
use crate::view::section::here::Here;
use crate::view::shared_guidance::SharedGuidance;
use crate::view::words::LaterWords;

/// What the lines are drawn from.
#[derive(PartialEq)]
struct Rules {
    question: Rc<Question>,
    /// Whether it is unfolded how a step is chosen.
    open: bool,
    /// The phase, for a matrix with one square per phase.
    phase: Option<Rc<str>>,
    /// What was said about the gravest risk.
    gravest: Option<pieces::Gravest>,
    guidance: Option<SharedGuidance>,
}

/// The lines.
pub(crate) fn lines(given: LaterGiven<'_>) -> Html {
    let LaterGiven { state, words, dispatch, .. } = given;
    let Some(here) = Here::of(state, given) else { return Html::default() };
    let rules = Rules {
        question: here.question.clone(),
        open: state.card_open,
        phase: here.phase(),
        gravest: here.gravest(),
        guidance: state.guidance().cloned().map(SharedGuidance),
    };
    memo(state.place.hash(), rules, draw, words, dispatch)
}

impl Rules {
    /// The gravest risk, where the question speaks of it and has room for its beginning alone.
    fn cut(&self) -> Option<&pieces::Gravest> {
        let (gravest, guidance) = (self.gravest.as_ref()?, self.guidance.as_ref()?);
        let phase = self.phase.as_deref();
        let is_cut = fits::too_many(&named(gravest), fits::NAMED_RISK) > 0
            && is_spoken_of(&gravest.asked_by, &self.question, phase, guidance);
        is_cut.then_some(gravest)
    }
}

fn said(gravest: &pieces::Gravest) -> Gravest<'_> {
    Gravest::of(&gravest.asked_by, gravest.answer.as_deref(), &gravest.risks)
}

/// The words in which it is named; none where it is not.
fn named(gravest: &pieces::Gravest) -> Rc<str> {
    match said(gravest) {
        Gravest::Listed { words, .. } => words,
        Gravest::Named(words) => words.into(),
        _ => "".into(),
    }
}

/// The way to where they stand.
fn change(gravest: &pieces::Gravest, words: &LaterWords, dispatch: &Dispatch) -> Html {
    match said(gravest) {
        Gravest::Listed { id, .. } => to_risk(id, words, dispatch),
        _ => way(gravest, key::SECTION_GRAVEST_CHANGE, words, dispatch),
    }
}

fn draw(rules: &Rules, words: &LaterWords, dispatch: &Dispatch) -> Html {
    html! {
        <>
            <div>
                if rules.question.ladder().is_some() {
                    { card(rules.open, words, dispatch) }
                }
            </div>
            <div>
                if let Some(gravest) = rules.cut() {
                    <details>
                        <summary>{ icon(Icon::Down) }{ words.get(key::SECTION_GRAVEST_WHOLE) }</summary>
                        <div class="inside">
                            <p class="own-words">{ named(gravest) }</p>
                            <p>{ change(gravest, words, dispatch) }</p>
                        </div>
                    </details>
                }
            </div>
        </>
    }
}

/// The state decides whether it is open, so that it is at the next question as it was left at this one.
fn card(open: bool, words: &LaterWords, dispatch: &Dispatch) -> Html {
    let onclick = dispatch.on(later::Command::ShowCard).reform(move |press: MouseEvent| {
        press.prevent_default();
        !open
    });
    html! {
        <details {open}>
            <summary {onclick}>{ icon(Icon::Down) }{ words.get(key::SECTION_CARD_SUMMARY) }</summary>
            <div class="inside">
                <p>{ words.get(key::SECTION_CARD_STEP) }</p>
                <p>{ words.get(key::SECTION_CARD_DIFFERS) }{ " " }{ words.get(key::SECTION_CARD_LOWEST) }</p>
                <p>{ words.get(key::SECTION_CARD_DONE) }</p>
                <p>{ words.get(key::SECTION_CARD_LISTS) }</p>
            </div>
        </details>
    }
}
