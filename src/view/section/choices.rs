//! Rows of radios: what the kind of question offers, then what stands beside every answer with the
//! same weight.

use domain::answer::{Answer, Choice, Instead};
use domain::questions::Question;
use domain::texts::first as key;
use editor::field::AnswerText;
use editor::first;
use yew::prelude::*;

use crate::view::asking::{self, AboutQuestion, Asking};
use crate::view::parts::button::{Button, button};
use crate::view::parts::field::Field;
use crate::view::parts::radios::{Row, radios};
use crate::view::pieces::Asked;
use crate::view::room;
use crate::view::section::could_know::could_know;
use crate::view::section::here::who_leads;
use crate::view::words::Words;

/// Under which id the question names the radios; those of what describes them: the gravest risk, where the
/// question speaks of it, and the instruction.
pub(super) const QUESTION: &str = "question";
pub(super) const NAMED_RISK: &str = "named-risk";
pub(super) const INSTRUCTION: &str = "instruction";
const DESCRIBED_BY: &str = "named-risk instruction";

/// What rows of radios are drawn from.
#[derive(Clone, Copy)]
pub(super) struct Choices<'a> {
    pub(super) asking: &'a Asking,
    pub(super) question: &'a Question,
    pub(super) answer: &'a Answer,
    pub(super) words: &'a Words,
}

impl<'a> Choices<'a> {
    /// The choices of a question.
    pub(super) fn of(asked: Asked<'a>) -> Self {
        let Asked { asking, question, answer, words, .. } = asked;
        Self { asking, question, answer, words }
    }

    /// The rows of the kind, then *I don't know yet* and *Doesn't apply*, all under one name.
    /// Of the kind's own rows, `chosen` is the value of the one that was chosen, and `own` says what
    /// a value stands for.
    pub(super) fn draw(
        &self,
        rows: Vec<Row>,
        chosen: Option<AttrValue>,
        own: fn(&str) -> Option<Choice>,
    ) -> Html {
        let mut frames = vec![rows, vec![self.not_known(), self.does_not_apply()]];
        frames.retain(|rows| !rows.is_empty());
        self.frames(frames, QUESTION.into(), chosen, own)
    }

    /// Radios under a name that stands elsewhere, frame by frame.
    pub(super) fn frames(
        &self,
        frames: Vec<Vec<Row>>,
        labelled_by: AttrValue,
        chosen: Option<AttrValue>,
        own: fn(&str) -> Option<Choice>,
    ) -> Html {
        let chosen = match self.answer.instead() {
            Some(Instead::NotKnown) => Some(asking::NOT_KNOWN.into()),
            Some(Instead::DoesNotApply) => Some(asking::DOES_NOT_APPLY.into()),
            None => chosen,
        };
        let usual = who_leads(self.question);
        let onchoose = self.asking.on(move |value: AttrValue| match value.as_str() {
            asking::NOT_KNOWN => Some(first::Answering::NotKnown(usual.to_string())),
            asking::DOES_NOT_APPLY => Some(first::Answering::Choose(Choice::DoesNotApply)),
            own_value => own(own_value).map(first::Answering::Choose),
        });
        radios(
            &self.question.id.shared().into(),
            labelled_by,
            Some(DESCRIBED_BY.into()),
            chosen.as_deref(),
            frames,
            &onchoose,
        )
    }

    fn not_known(&self) -> Row {
        Row {
            value: asking::NOT_KNOWN.into(),
            text: self.words.get(key::SECTION_QUESTION_NOT_KNOWN),
            more: could_know(
                "could-know".into(),
                &self.answer.could_know,
                self.asking.writes(AnswerText::CouldKnow),
                self.words,
            ),
            ..Row::default()
        }
    }

    /// *Doesn't apply*, with room for why, or for what the question asks instead.
    pub(super) fn does_not_apply(&self) -> Row {
        let missing = self.answer.because.trim().is_empty();
        let label = match &self.question.because_asks {
            Some(asks) => asks.clone().into(),
            None => self.words.get(key::SECTION_QUESTION_BECAUSE),
        };
        let oninput = self.asking.writes(AnswerText::Because);
        let mut field = Field::new("because".into(), label, &self.answer.because, oninput)
            .hinted(missing.then(|| self.words.get(key::SECTION_QUESTION_BECAUSE_MISSING)));
        field.required = true;
        Row {
            value: asking::DOES_NOT_APPLY.into(),
            text: self.words.get(key::SECTION_QUESTION_DOES_NOT_APPLY),
            more: room::line(field, self.words),
            ..Row::default()
        }
    }

    /// The button that takes the choice away.
    pub(super) fn clear(&self, label: AttrValue, answering: impl AboutQuestion) -> Html {
        let radio = format!("input[name=\"{}\"]:checked", self.question.id);
        let button_of = Button::quiet(label);
        button(button_of, self.asking.then_focus(answering, radio))
    }
}
