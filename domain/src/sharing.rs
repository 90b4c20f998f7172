//! The agenda's rule of confidence as a type: what is made for sharing is made from [`Shareable`],
//! and only [`Assessment::for_sharing`] makes one. The wrong call does not compile.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::answer::Answer;
use crate::answered_by_register::{RISKS_LISTED, lists_risks};
use crate::asked::Asked;
use crate::assessment::{Answers, Assessment};
use crate::catalogue::Catalogue;
use crate::earlier::is_same;
use crate::id::QuestionId;
use crate::plan::Plan;

/// An assessment from which all that must not leave the company is gone.
///
/// Gone are: confidential answers whole, with note, evidence and reasons; answers to questions that
/// are not asked, as all answers together say it, so that a decision that is marked confidential
/// folds away what it did before; the reasons for which
/// tensions were set aside (one may rest on a confidential answer); what is planned about a question
/// without an answer that may be told; which question sheets went out; every name that was not chosen,
/// owners of actions and what these need from whom among them; risks that are confidential as a whole, with
/// what is planned for them alone, and confidential fields of others, with what rests on them.
/// An assessment with a confidential answer and the same one with that question left open, and what
/// it folds away, give equal values here, so that nothing made from it can tell them apart. Marking
/// one more answer never adds anything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shareable {
    assessment: Assessment,
    reach: Shown,
}

/// Which names a copy for sharing carries, and whether what was said about reach stands in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Naming {
    /// The company.
    pub company: Shown,
    /// The product or service.
    pub product: Shown,
    /// Who answered: functions and person; who could know, where it was typed; owners of actions, and
    /// what these need and from whom.
    pub people: Shown,
    /// What was said about whom the product reaches, as a reason for what stands in the report.
    pub reach: Shown,
}

/// Whether a name is carried.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Shown {
    /// Left out.
    #[default]
    No,
    /// Put in.
    Yes,
}

impl Shareable {
    /// What may be told.
    #[must_use]
    pub fn assessment(&self) -> &Assessment {
        &self.assessment
    }

    /// Whether what was said about reach may stand as a reason.
    #[must_use]
    pub fn reach(&self) -> Shown {
        self.reach
    }
}

impl Assessment {
    /// This assessment without all that must not leave the company.
    #[must_use]
    pub fn for_sharing(&self, catalogue: &Catalogue, naming: Naming) -> Shareable {
        // What is asked may rest on which risks are listed: those that may be told.
        let mut told_of = self.clone();
        told_of.risks = self.risks.for_sharing().into();
        told_of.answer_by_register();
        let Self { risks, answers: all, .. } = told_of;
        let asked = Asked::of(catalogue, &self.scope, &all);
        let mut scope = (*self.scope).clone();
        if naming.company == Shown::No {
            scope.company.clear();
        }
        if naming.product == Shown::No {
            scope.product.clear();
        }
        if naming.people == Shown::No {
            scope.person.clear();
            scope.functions.clear();
            scope.other_function.clear();
        }
        let mut answers = Answers::default();
        let told = asked.questions().filter_map(|question| {
            let answer = all.get(&question.id)?;
            (!answer.is_confidential()).then(|| (&question.id, (**answer).clone()))
        });
        for (id, mut answer) in told {
            if naming.people == Shown::No {
                answer.could_know.clear();
                for (_, tactic) in &mut answer.tactics {
                    tactic.could_know.clear();
                }
            }
            answers.set(id, Some(answer.into()));
        }
        // That an answer was given to an earlier wording goes where the answer goes.
        for (id, kept) in all.iter().filter(|(id, _)| id.is_earlier_wording()) {
            let answer = answers.get(&id.question());
            if answer.is_some_and(|answer| is_same(kept, answer)) {
                answers.set(id, Some(kept.clone()));
            }
        }
        // That risks are listed folds a question away, also where nobody is asked whether they are.
        let list = QuestionId::from(RISKS_LISTED);
        if lists_risks(&all) && asked.question(&list).is_none() {
            let choice = all.get(&list).and_then(|answer| answer.choice.clone());
            answers.set(&list, Some(Answer { choice, ..Answer::default() }.into()));
        }
        let mut dismissals = self.dismissals.clone();
        for dismissal in &mut dismissals {
            dismissal.because.clear();
        }
        // What is planned about an answer that is not here would tell of it; so would the same action
        // where the question was left open.
        let plan: Plan = self
            .plan
            .actions()
            .iter()
            .filter(|action| {
                let mut of_risks = action.risks.iter();
                match action.reason.question() {
                    Some(question) => answers.get(question).is_some(),
                    // An action of one's own for risks goes where they go.
                    None => action.risks.is_empty() || of_risks.any(|id| risks.get(*id).is_some()),
                }
            })
            .cloned()
            .map(|mut action| {
                action.risks.retain(|risk| risks.get(*risk).is_some());
                if naming.people == Shown::No {
                    action.owner.clear();
                    action.needs.clear();
                }
                action
            })
            .collect();
        Shareable {
            assessment: Self {
                scope: scope.into(),
                answers,
                dismissals,
                plan: plan.into(),
                // They name people, and tell what is not known.
                sheets: Rc::default(),
                risks,
                ..self.clone()
            },
            reach: naming.reach,
        }
    }
}
