//! One question with its answer and all that stands beside it.

use std::rc::Rc;

use domain::answer::{Answer, Confidentiality, Sureness};
use domain::questions::Question;
use domain::texts::first::{self as key, Key};
use editor::field::AnswerText;
use editor::first;
use yew::prelude::*;

use crate::view::asking::{Asking, Options};
use crate::view::dispatch::Dispatch;
use crate::view::given::Later;
use crate::view::memo::memo;
use crate::view::parts::checkbox::{Checkbox, checkbox};
use crate::view::parts::field::Field;
use crate::view::parts::icon::{Icon, icon};
use crate::view::parts::segments::{Asks, segments};
use crate::view::parts::text_area::{Writing, text_area};
use crate::view::pieces::{Asked, Help};
use crate::view::section::choices::{INSTRUCTION, QUESTION};
use crate::view::section::questions;
use crate::view::shared_guidance::SharedGuidance;
use crate::view::words::Words;

const SURE: Options<Sureness, Key> = Options { all: &Sureness::ALL, of: sure };

/// What a question is drawn from.
#[derive(PartialEq)]
pub(super) struct Form {
    pub(super) question: Rc<Question>,
    pub(super) answer: Option<Rc<Answer>>,
    /// The phase, for a matrix with one square per phase.
    pub(super) phase: Option<Rc<str>>,
    /// Where the question stands: "A1.8, 2 of 13 in this section".
    pub(super) line: AttrValue,
    /// Code of the decision that folded the question away.
    pub(super) folded_by: Option<AttrValue>,
    pub(super) guidance: Option<SharedGuidance>,
    /// What stands beside the answer and comes with the help.
    pub(super) later: Option<Later>,
    pub(super) help_open: bool,
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
                <p class="instruction" id={INSTRUCTION}>{ drawn.instruction }</p>
                if let Some(code) = &props.folded_by {
                    <p class="notice">{ words.with(key::SECTION_FOLDED_HERE, &[("code", code)]) }</p>
                }
            </div>
            { help(props, dispatch) }
            <div class="answering">
                <div class="answer">{ drawn.answer }</div>
                { beside(props, &asking, answer, words) }
            </div>
        </section>
    }
}

fn help(props: &Form, dispatch: &Dispatch) -> Html {
    let (Some(guidance), Some(later)) = (&props.guidance, &props.later) else {
        return Html::default();
    };
    let help = Help {
        question: props.question.clone(),
        guidance: guidance.clone(),
        phase: props.phase.clone(),
        open: props.help_open,
    };
    memo("help", help, later.views.help, &later.words, dispatch)
}

/// Note, evidence, how sure, confidential.
fn beside(props: &Form, asking: &Asking, answer: &Answer, words: &Words) -> Html {
    let asks = props.question.asks();
    html! {
        <div class="beside">
            if asks.note {
                { note(asking, answer, words) }
            }
            if let Some(later) = props.later.as_ref().filter(|_| asks.evidence) {
                { (later.views.evidence)(asking, answer, &later.words) }
            }
            <div class="sure">
                if asks.sureness {
                    { how_sure(asking, answer, words) }
                }
                { confidential(asking, answer, words) }
            </div>
        </div>
    }
}

fn note(asking: &Asking, answer: &Answer, words: &Words) -> Html {
    let oninput = asking.writes(AnswerText::Note);
    let label = words.get(key::SECTION_NOTE_TITLE);
    let field = Field::new("note".into(), label, &answer.note, oninput);
    text_area(&field.hinted(Some(words.get(key::SECTION_NOTE_HINT))), Writing::Note)
}

fn how_sure(asking: &Asking, answer: &Answer, words: &Words) -> Html {
    segments(
        &"sure".into(),
        Asks::Words(words.get(key::SECTION_SURE_TITLE)),
        None,
        answer.sureness.map(|sureness| SURE.value(sureness)),
        SURE.list(|key| words.get(key)),
        &asking.on(|value: AttrValue| SURE.find(&value).map(first::Answering::Sure)),
    )
}

fn confidential(asking: &Asking, answer: &Answer, words: &Words) -> Html {
    checkbox(&Checkbox {
        id: "confidential".into(),
        label: words.get(key::SECTION_CONFIDENTIAL_TITLE),
        hint: Some(words.get(key::SECTION_CONFIDENTIAL_HINT)),
        checked: answer.is_confidential(),
        onchange: asking.on(|checked| {
            Some(first::Answering::Confidentiality(if checked {
                Confidentiality::Confidential
            } else {
                Confidentiality::Open
            }))
        }),
    })
}

fn sure(sureness: Sureness) -> (&'static str, Key) {
    match sureness {
        Sureness::Guess => ("guess", key::SECTION_SURE_GUESS),
        Sureness::Seen => ("seen", key::SECTION_SURE_SEEN),
        Sureness::Checked => ("checked", key::SECTION_SURE_CHECKED),
    }
}
