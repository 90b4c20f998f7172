//! Version 2 of the save file: read for ever, and written no more. Its answers said nothing of a step
//! above the one chosen; where such a file is opened nothing was said of one.
//!
//! What did not change since is taken from version 3. Before a type changes there after a release, the
//! one of version 2 comes here.

use serde::{Deserialize, Serialize};

use super::v3::{
    self, ActionRecord, Choice, ElsewhereRecord, EvidenceRecord, Head, SheetEntry, StepNumber,
    Sureness, TacticRecord,
};
use crate::answer::{self, Confidentiality, TacticAnswer};
use crate::elsewhere::Elsewhere;
use crate::id::QuestionId;

/// A save file of version 2.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Save {
    /// Always `respect-in-practice`.
    pub format: String,
    /// Always 2 in this version.
    pub version: u32,
    /// What is assessed, and when.
    pub head: Head,
    /// Answers by question, sorted by id.
    pub answers: Vec<AnswerRecord>,
    /// What is planned, in its order.
    pub plan: Vec<ActionRecord>,
    /// Question sheets that went out, in the order in which they did, and what came back on them.
    pub sheets: Vec<SheetEntry>,
}

/// One answer with its question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerRecord {
    /// Id of the question.
    pub question: String,
    /// What was chosen.
    pub choice: Option<Choice>,
    /// The words of a reflection.
    pub words: String,
    /// States of tactics, sorted by id.
    pub tactics: Vec<TacticRecord>,
    /// Who could know, where it was typed.
    pub could_know: String,
    /// Why it does not apply.
    pub because: String,
    /// What is behind the answer.
    pub note: String,
    /// What could be looked at.
    pub evidence: Vec<EvidenceRecord>,
    /// How sure the person is.
    pub sureness: Option<Sureness>,
    /// Whether it stays out of everything made for sharing.
    pub confidential: bool,
}

/// The same in the version that is written now.
impl From<Save> for v3::Save {
    fn from(save: Save) -> Self {
        Self {
            format: save.format,
            version: super::VERSION,
            head: save.head,
            answers: save.answers.into_iter().map(Into::into).collect(),
            plan: save.plan,
            sheets: save.sheets,
        }
    }
}

impl From<AnswerRecord> for v3::AnswerRecord {
    fn from(record: AnswerRecord) -> Self {
        record.with(ElsewhereRecord { highest: None, place: String::new() })
    }
}

impl AnswerRecord {
    /// What it holds of an answer.
    #[must_use]
    pub fn of(id: &QuestionId, answer: &answer::Answer) -> Self {
        Self {
            question: id.as_str().to_owned(),
            choice: answer.choice.as_ref().map(|choice| match choice {
                answer::Choice::Step(step) => Choice::Step(StepNumber(*step)),
                answer::Choice::Decision(value) => Choice::Decision(value.as_str().to_owned()),
                answer::Choice::NotKnown => Choice::NotKnown,
                answer::Choice::DoesNotApply => Choice::DoesNotApply,
            }),
            words: answer.words.clone(),
            tactics: answer
                .tactics
                .iter()
                .map(|(id, tactic)| TacticRecord {
                    tactic: id.as_str().to_owned(),
                    state: tactic.state.into(),
                    effect: tactic.effect.map(Into::into),
                    known: tactic.known.map(Into::into),
                    could_know: tactic.could_know.clone(),
                    because: tactic.because.clone(),
                })
                .collect(),
            could_know: answer.could_know.clone(),
            because: answer.because.clone(),
            note: answer.note.clone(),
            evidence: answer
                .evidence
                .iter()
                .map(|evidence| EvidenceRecord {
                    kind: evidence.kind.into(),
                    place: evidence.place.clone(),
                    as_of: evidence.as_of.clone(),
                })
                .collect(),
            sureness: answer.sureness.map(Into::into),
            confidential: answer.is_confidential(),
        }
    }

    /// The question and answer of a record.
    #[must_use]
    pub fn into_answer(self) -> (QuestionId, answer::Answer) {
        let mut answer = answer::Answer {
            choice: self.choice.map(|choice| match choice {
                Choice::Step(StepNumber(step)) => answer::Choice::Step(step),
                Choice::Decision(value) => answer::Choice::Decision(value.as_str().into()),
                Choice::NotKnown => answer::Choice::NotKnown,
                Choice::DoesNotApply => answer::Choice::DoesNotApply,
            }),
            words: self.words,
            tactics: Vec::new(),
            could_know: self.could_know,
            because: self.because,
            note: self.note,
            evidence: self
                .evidence
                .into_iter()
                .map(|record| answer::Evidence {
                    kind: record.kind.into(),
                    place: record.place,
                    as_of: record.as_of,
                })
                .collect(),
            sureness: self.sureness.map(Into::into),
            confidentiality: if self.confidential {
                Confidentiality::Confidential
            } else {
                Confidentiality::Open
            },
            elsewhere: Elsewhere::default(),
        };
        for record in self.tactics {
            answer.set_tactic(
                &record.tactic.as_str().into(),
                Some(TacticAnswer {
                    state: record.state.into(),
                    effect: record.effect.map(Into::into),
                    known: record.known.map(Into::into),
                    could_know: record.could_know,
                    because: record.because,
                }),
            );
        }
        (self.question.as_str().into(), answer)
    }
    /// The record of version 3 with this behind it.
    pub(super) fn with(self, elsewhere: ElsewhereRecord) -> v3::AnswerRecord {
        v3::AnswerRecord {
            question: self.question,
            choice: self.choice,
            words: self.words,
            tactics: self.tactics,
            could_know: self.could_know,
            because: self.because,
            note: self.note,
            evidence: self.evidence,
            sureness: self.sureness,
            confidential: self.confidential,
            elsewhere,
        }
    }

    /// What a record of version 3 has of it, and what stands behind that.
    pub(super) fn and_elsewhere(record: v3::AnswerRecord) -> (Self, ElsewhereRecord) {
        let before = Self {
            question: record.question,
            choice: record.choice,
            words: record.words,
            tactics: record.tactics,
            could_know: record.could_know,
            because: record.because,
            note: record.note,
            evidence: record.evidence,
            sureness: record.sureness,
            confidential: record.confidential,
        };
        (before, record.elsewhere)
    }
}
