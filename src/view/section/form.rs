//! One question with its answer.

use std::rc::Rc;

use domain::answer::Answer;
use domain::questions::Question;
use domain::texts::first as key;
use yew::prelude::*;

use crate::view::asking::Asking;
use crate::view::dispatch::Dispatch;
use crate::view::given::Later;
use crate::view::parts::icon::{Icon, icon};
use crate::view::pieces::{Asked, Gravest};
use crate::view::section::choices::{INSTRUCTION, NAMED_RISK, QUESTION};
use crate::view::section::questions;
use crate::view::shared_guidance::SharedGuidance;
use crate::view::words::Words;

/// What a question is drawn from.
#[derive(PartialEq)]
pub(super) struct Form {
    pub(super) question: Rc<Question>,
    pub(super) answer: Option<Rc<Answer>>,
    /// The phase, for a matrix with one square per phase.
    pub(super) phase: Option<Rc<str>>,
    /// Where the question stands: "A1.8, 2 of 13 in this section".
    pub(super) line: AttrValue,
    /// What was said about the gravest risk.
    pub(super) gravest: Option<Gravest>,
    pub(super) guidance: Option<SharedGuidance>,
    /// What draws the kinds of the later half.
    pub(super) later: Option<Later>,
}

/// The question. Keyed by its place, so that another question is another form, and nothing but that
/// takes a field from under somebody's hands.
pub(super) fn draw(props: &Form, words: &Words, dispatch: &Dispatch) -> Html {
    let asking = Asking { question: props.question.id.clone(), dispatch: dispatch.clone() };
    let blank = Answer::default();
    let answer = props.answer.as_deref().unwrap_or(&blank);
    let asked = Asked {
        asking: &asking,
        question: &props.question,
        answer,
        phase: props.phase.as_deref(),
        guidance: props.guidance.as_deref(),
        words,
    };
    let drawn = questions::draw(asked, props.later.as_ref());
    html! {
        <section id={props.question.id.shared()} class={classes!("question", drawn.class)}>
            <div class="asking">
                <p class="line">
                    <span class="code">{ &props.line }</span>
                    if answer.is_confidential() {
                        <span class="confidential">
                            { icon(Icon::Lock) }
                            <b>{ words.get(key::SECTION_QUESTION_CONFIDENTIAL) }</b>
                        </span>
                    }
                </p>
                <h2 id={QUESTION} tabindex="-1">{ drawn.heading }</h2>
                <div class="named-risk" id={NAMED_RISK}>
                    if let (Some(later), Some(gravest)) = (&props.later, &props.gravest) {
                        { (later.views.gravest)(gravest, asked, &later.words) }
                    }
                </div>
                <div class="instruction" id={INSTRUCTION}>
                    if let Some(beneath) = &props.question.beneath {
                        <p class="beneath">{ beneath.clone() }</p>
                    }
                    <p>{ drawn.instruction }</p>
                </div>
            </div>
            <div class="answer">{ drawn.answer }</div>
        </section>
    }
}
