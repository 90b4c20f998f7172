//! Where each answer stands, what holds, what is still to be shown, and what the next step is.

use std::rc::Rc;

use super::Context;
use super::reading::Reading;
use crate::asked::SectionOf;
use crate::elsewhere::Higher;
use crate::questions::room::Own;
use crate::questions::{Question, Step};

/// One section: its ladders by where they stand, in the order of the bank. There is no total.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spread {
    /// Which section.
    pub of: SectionOf,
    /// Questions on steps 1 to 5.
    pub steps: [Vec<Rc<Question>>; 5],
    /// Questions not known yet.
    pub not_known: Vec<Rc<Question>>,
    /// Questions that don't apply.
    pub does_not_apply: Vec<Rc<Question>>,
}

/// A practice at a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Practice {
    /// The question it rests on.
    pub question: Rc<Question>,
    /// Its step.
    pub step: Step,
    /// What the practice is, as a sentence, where the bank has one for this step.
    pub sentence: Option<Rc<str>>,
    /// How far it goes elsewhere or in part. It makes no strength.
    pub higher: Option<Higher>,
}

/// Practices by what they mean.
pub(super) struct Practices {
    pub(super) strengths: Vec<Practice>,
    pub(super) to_be_shown: Vec<Practice>,
    pub(super) improvements: Vec<Practice>,
}

pub(super) fn spread(context: Context<'_>) -> Vec<Spread> {
    context
        .asked
        .sections
        .iter()
        .filter(|section| section.questions.iter().any(|question| question.ladder().is_some()))
        .map(|section| {
            let standing_at = |wanted: Reading<'_>| -> Vec<Rc<Question>> {
                section
                    .questions
                    .iter()
                    .filter(|question| question.ladder().is_some())
                    .filter(|question| {
                        Reading::of(question, context.answer(&question.id)) == wanted
                    })
                    .cloned()
                    .collect()
            };
            Spread {
                of: section.of.clone(),
                steps: Step::ALL.map(|step| standing_at(Reading::Own(Own::Step(step)))),
                not_known: standing_at(Reading::NotKnown),
                does_not_apply: standing_at(Reading::DoesNotApply),
            }
        })
        .collect()
}

pub(super) fn of(context: Context<'_>) -> Practices {
    let mut practices =
        Practices { strengths: Vec::new(), to_be_shown: Vec::new(), improvements: Vec::new() };
    for (question, answer) in context.questions() {
        let reading = Reading::of(question, answer);
        let Some(step) = reading.step() else { continue };
        let higher = reading.higher(answer);
        let sentence =
            context.bank.rules.sentences(&question.id).and_then(|found| found.strength.clone());
        match step {
            Step::One | Step::Two => {}
            Step::Three => practices.improvements.push(Practice {
                question: question.clone(),
                step,
                sentence: None,
                higher,
            }),
            Step::Four | Step::Five => {
                let shown = answer.is_some_and(crate::answer::Answer::has_evidence);
                let list =
                    if shown { &mut practices.strengths } else { &mut practices.to_be_shown };
                list.push(Practice { question: question.clone(), step, sentence, higher });
            }
        }
    }
    practices
}
