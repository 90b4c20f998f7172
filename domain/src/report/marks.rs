//! Squares. In a copy for sharing they carry neither code nor cut corner, and what is open, wholly
//! or in part, or does not apply is not drawn, so that no missing square can be noticed.

use super::reporter::Reporter;
use super::{Mark, MarkedQuestion, Shade};
use crate::answer::Answer;
use crate::findings::Reading;
use crate::id::Code;
use crate::questions::Question;
use crate::texts::report as keys;

impl Shade {
    /// The shade of an answer.
    pub(super) fn of(reading: Reading<'_>) -> Self {
        match reading {
            Reading::Own(_) => reading.step().map_or(Self::Answered, Self::Step),
            Reading::NotKnown => Self::NotKnown,
            Reading::DoesNotApply => Self::DoesNotApply,
            Reading::Partly => Self::Partly,
            Reading::Open => Self::Open,
        }
    }
}

impl Reporter<'_> {
    /// The square of a question, where this copy draws one.
    pub(super) fn mark(self, question: &Question) -> Option<Mark> {
        let reading = Reading::of(question, self.answer(&question.id));
        self.mark_as(question, &question.code, Shade::of(reading))
    }

    /// The square of a question, or of one phase of it, with this shade.
    pub(super) fn mark_as(self, question: &Question, code: &Code, shade: Shade) -> Option<Mark> {
        if self.is_for_sharing() {
            return match shade {
                Shade::Open | Shade::Partly | Shade::DoesNotApply => None,
                Shade::Step(_) | Shade::Answered | Shade::NotKnown => Some(Mark {
                    question: None,
                    shade,
                    confidential: false,
                    words: self.plain_words(shade),
                }),
            };
        }
        let confidential = self.edition.is_whole() && self.is_confidential(question);
        let words = self.coded_words(code, shade);
        Some(Mark {
            question: Some(MarkedQuestion {
                id: question.id.clone(),
                code: code.as_str().to_owned(),
                number: code.as_str().rsplit('.').next().unwrap_or_default().to_owned(),
            }),
            shade,
            confidential,
            words: if confidential {
                self.bank.texts.with(keys::WORDS_MARK_CONFIDENTIAL, &[("mark", &words)])
            } else {
                words
            },
        })
    }

    /// Whether the answer to a question is confidential.
    pub(super) fn is_confidential(self, question: &Question) -> bool {
        self.answer(&question.id).is_some_and(Answer::is_confidential)
    }

    fn coded_words(self, code: &Code, shade: Shade) -> String {
        let key = match shade {
            Shade::Step(_) => keys::WORDS_MARK_STEP,
            Shade::Answered => keys::WORDS_MARK_ANSWERED,
            Shade::NotKnown => keys::WORDS_MARK_NOT_KNOWN,
            Shade::DoesNotApply => keys::WORDS_MARK_DOES_NOT_APPLY,
            Shade::Partly => keys::WORDS_MARK_PARTLY,
            Shade::Open => keys::WORDS_MARK_OPEN,
        };
        self.bank.texts.with(key, &[("code", code.as_str()), ("step", &step_digit(shade))])
    }

    fn plain_words(self, shade: Shade) -> String {
        let key = match shade {
            Shade::Step(_) => keys::WORDS_PLAIN_STEP,
            Shade::Answered => keys::WORDS_PLAIN_ANSWERED,
            Shade::NotKnown => keys::WORDS_PLAIN_NOT_KNOWN,
            Shade::DoesNotApply => keys::WORDS_PLAIN_DOES_NOT_APPLY,
            Shade::Partly => keys::WORDS_PLAIN_PARTLY,
            Shade::Open => keys::WORDS_PLAIN_OPEN,
        };
        self.bank.texts.with(key, &[("step", &step_digit(shade))])
    }
}

fn step_digit(shade: Shade) -> String {
    match shade {
        Shade::Step(step) => step.number().to_string(),
        Shade::Answered | Shade::NotKnown | Shade::DoesNotApply | Shade::Partly | Shade::Open => {
            String::new()
        }
    }
}
