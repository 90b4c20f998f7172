//! The questions that the register answers: which risks are listed, how grave they are, and how near.

use std::rc::Rc;

use crate::answer::{Answer, Choice};
use crate::assessment::{Answers, Assessment};
use crate::id::{QuestionId, ValueId};
use crate::risk::{Kept, Rated, Register};

/// A question that the register answers, by its id in the bank.
#[derive(Clone, Copy, Debug)]
pub struct Answered {
    /// Id of the question.
    pub question: &'static str,
    /// The values that the register can give, in the order of [`Answered::value`].
    pub values: &'static [&'static str],
    says: fn(&Register) -> Option<Choice>,
}

/// The questions that the register answers, by their ids in the bank.
pub const QUESTIONS: [&str; 3] = [RISKS_LISTED, SEVERITY, LIKELIHOOD];

/// The question whether risks are listed.
pub const RISKS_LISTED: &str = "sense-salient-list";

/// The question how grave they are.
const SEVERITY: &str = "assess-severity";

/// The question how near they are.
const LIKELIHOOD: &str = "assess-likelihood";

/// What it is answered with where any are.
const LISTED: &str = "listed";

/// All of them, in the order of the bank.
pub const ANSWERED_BY_REGISTER: [Answered; 3] = [
    Answered { question: RISKS_LISTED, values: &[LISTED], says: listed },
    Answered {
        question: SEVERITY,
        values: &["all-rated", "first-rated", "first-not-rated"],
        says: severity,
    },
    Answered {
        question: LIKELIHOOD,
        values: &["all-said", "first-said", "first-not-said"],
        says: likelihood,
    },
];

/// Whether it was answered that risks are listed.
#[must_use]
pub fn lists_risks(answers: &Answers) -> bool {
    let answer = answers.get(&QuestionId::from(RISKS_LISTED));
    answer.and_then(|answer| answer.value()).is_some_and(|value| value.as_str() == LISTED)
}

fn value(value: &str) -> Choice {
    Choice::Decision(ValueId::from(value))
}

fn listed(register: &Register) -> Option<Choice> {
    (!register.kept().is_empty()).then(|| value(LISTED))
}

fn severity(register: &Register) -> Option<Choice> {
    said(register, |one| one.rated, ["all-rated", "first-rated", "first-not-rated"])
}

fn likelihood(register: &Register) -> Option<Choice> {
    said(register, |one| one.near, ["all-said", "first-said", "first-not-said"])
}

/// What is said of the register where something is to be said of each risk. What is not known of the first
/// one is not known.
fn said(
    register: &Register,
    of: impl Fn(&Kept) -> Rated,
    [all, first_alone, first_missing]: [&str; 3],
) -> Option<Choice> {
    let kept = register.kept();
    let first = of(register.first()?);
    Some(match first {
        Rated::No => value(first_missing),
        Rated::NotKnown => Choice::NotKnown,
        Rated::Yes if kept.iter().all(|one| of(one) != Rated::No) => value(all),
        Rated::Yes => value(first_alone),
    })
}

impl Assessment {
    /// What is chosen where somebody chooses this, after what was chosen before: of a question that the
    /// register answers, what it gives.
    #[must_use]
    pub fn chosen(
        &self,
        question: &QuestionId,
        before: Option<Choice>,
        choice: Option<Choice>,
    ) -> Option<Choice> {
        if !QUESTIONS.contains(&question.as_str()) {
            return choice;
        }
        // With a risk listed the register has answered it.
        match self.risks.kept() {
            [] => choice.filter(|choice| choice.instead().is_some()),
            _ => before,
        }
    }

    /// Has the register answer the questions that it answers. Whoever changes the register calls it.
    pub fn answer_by_register(&mut self) {
        answer(&self.risks.clone(), &mut self.answers);
    }
}

impl Answered {
    /// What the register gives. Where it says nothing as no risk is listed, what a person said instead of an
    /// answer stays.
    fn gives(&self, register: &Register, before: Option<Choice>) -> Option<Choice> {
        (self.says)(register).or_else(|| {
            before.filter(|choice| choice.instead().is_some() && register.kept().is_empty())
        })
    }
}

/// The same for answers.
fn answer(register: &Register, answers: &mut Answers) {
    for answered in ANSWERED_BY_REGISTER {
        let id = QuestionId::from(answered.question);
        let before = answers.get(&id).map(|answer| (**answer).clone()).unwrap_or_default();
        let choice = answered.gives(register, before.choice.clone());
        if choice != before.choice {
            answers.set(&id, Some(Rc::new(Answer { choice, ..before })));
        }
    }
}
