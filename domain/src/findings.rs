//! What the answers mean: a pure function of bank, rules and answers.
//!
//! **Invariant:** nothing is added up to a judgement. Gaps stand in the order of what they may mean
//! for people; what is not known stands beside what is; only questions that are asked count.

use std::cmp::Reverse;
use std::rc::Rc;

use crate::answer::Answer;
use crate::asked::Asked;
use crate::assessment::Assessment;
use crate::bank::Bank;
use crate::id::{FactId, QuestionId, ValueId};
use crate::questions::Question;
use crate::risk::RiskId;
use crate::sorted::sorted;
use crate::ties::Touch;

pub mod actions;
pub mod gaps;
pub mod limits;
pub mod phases;
pub mod practice;
pub mod reading;
pub mod risks;
pub mod sureness;
pub mod tensions;
pub mod touches;
pub mod unknowns;

pub use actions::Action;
pub use gaps::Gap;
pub use limits::{NotApplying, NotAsked, Partly};
pub use phases::{Cover, Empty, FoundPhase};
pub use practice::{Practice, Spread};
pub use reading::Reading;
pub use risks::{FoundRisk, RiskPart, RiskUnknown};
pub use sureness::SectionSureness;
pub use tensions::{FoundTension, Ground, On, RiskGround};
pub use touches::Touched;
pub use unknowns::Unknown;

use risks::Listed;

/// All that the answers of one assessment mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Findings {
    /// Where each answer stands, section by section.
    pub spread: Vec<Spread>,
    /// Severe risks to people, gravest first: R1, R2 and so on.
    pub risks: Vec<FoundRisk>,
    /// Gaps, in the order of what they may mean for people.
    pub gaps: Vec<Gap>,
    /// What is not known yet, and who could know.
    pub not_known: Vec<Unknown>,
    /// Step 4 or 5 with evidence.
    pub strengths: Vec<Practice>,
    /// Step 4 or 5 without evidence.
    pub to_be_shown: Vec<Practice>,
    /// Step 3.
    pub improvements: Vec<Practice>,
    /// Answers that do not fit each other yet, set aside or not.
    pub tensions: Vec<FoundTension>,
    /// How sure the answers are, section by section.
    pub sureness: Vec<SectionSureness>,
    /// What to do next, in the order of the gaps.
    pub actions: Vec<Action>,
    /// What does not apply, with the reason.
    pub does_not_apply: Vec<NotApplying>,
    /// What has no answer yet.
    pub open: Vec<Rc<Question>>,
    /// What is answered in part.
    pub partly: Vec<Partly>,
    /// What the short form leaves out: never a gap, never a strength.
    pub not_asked: Vec<NotAsked>,
}

/// What an assessment asks and what its answers mean: made once, and handed to whoever reports it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The questions asked.
    pub asked: Asked,
    /// What the answers to them mean.
    pub findings: Findings,
}

impl Found {
    /// Looks at an assessment.
    #[must_use]
    pub fn of(bank: &Bank, assessment: &Assessment) -> Self {
        let asked = Asked::of(&bank.catalogue, &assessment.scope, &assessment.answers);
        Self::among(bank, assessment, asked)
    }

    /// What the answers mean where it is known already which questions are asked.
    #[must_use]
    pub fn among(bank: &Bank, assessment: &Assessment, asked: Asked) -> Self {
        Self { findings: of(bank, assessment, &asked), asked }
    }
}

/// What the answers of an assessment to the questions asked mean.
#[must_use]
pub fn of(bank: &Bank, assessment: &Assessment, asked: &Asked) -> Findings {
    let listed = risks::listed(assessment);
    let context = Context { bank, assessment, asked, risks: &listed };
    let gaps = gaps::of(context);
    let practices = practice::of(context);
    let (open, partly) = limits::waiting(context);
    Findings {
        risks: risks::of(context),
        spread: practice::spread(context),
        not_known: unknowns::of(context),
        strengths: practices.strengths,
        to_be_shown: practices.to_be_shown,
        improvements: practices.improvements,
        tensions: tensions::of(context),
        sureness: sureness::of(context),
        actions: actions::of(context, &gaps),
        does_not_apply: limits::does_not_apply(context),
        open,
        partly,
        not_asked: limits::not_asked(context),
        gaps,
    }
}

impl Findings {
    /// The gaps that touch a risk, each with how and why: those that are aimed at it first, then by their weight,
    /// and in their order otherwise. Which other risks they touch says nothing of this one.
    #[must_use]
    pub fn gaps_touching(&self, risk: RiskId) -> Vec<(&Gap, &Touch)> {
        let touching = self.gaps.iter().filter_map(|gap| {
            let touched = gap.touches.iter().find(|touched| touched.risk == risk)?;
            Some((gap, &touched.touch))
        });
        sorted(touching, |(gap, touch)| (touch.aim, Reverse(gap.level)))
    }
}

/// What every finding is made from.
#[derive(Clone, Copy)]
struct Context<'a> {
    bank: &'a Bank,
    assessment: &'a Assessment,
    asked: &'a Asked,
    /// The risks that are listed, gravest first.
    risks: &'a [Listed],
}

impl<'a> Context<'a> {
    /// The questions asked, each with its answer.
    fn questions(self) -> impl Iterator<Item = (&'a Rc<Question>, Option<&'a Answer>)> {
        self.asked.questions().map(move |question| (question, self.answer(&question.id)))
    }

    fn answer(self, id: &QuestionId) -> Option<&'a Answer> {
        self.assessment.answers.get(id).map(|answer| &**answer)
    }

    /// The question, if it is asked: one that is folded away or left out counts for nothing.
    fn question(self, id: &QuestionId) -> Option<&'a Rc<Question>> {
        self.asked.questions().find(|question| question.id == *id)
    }

    /// How the answer to a question reads, if the question is asked.
    fn reading(self, id: &QuestionId) -> Option<Reading<'a>> {
        self.question(id).map(|question| Reading::of(question, self.answer(id)))
    }

    /// What the bank proposes for the low steps of a question.
    fn proposal(self, question: &Question) -> Option<Rc<str>> {
        let sentences = self.bank.rules.sentences(&question.id)?;
        Some(sentences.next.clone()).filter(|next| !next.is_empty())
    }

    /// The value of a scope fact. One left open, or with a value that the bank does not have,
    /// counts as not known.
    fn fact(self, id: &FactId) -> ValueId {
        let known = self.bank.catalogue.facts.iter().find(|fact| fact.id == *id);
        self.assessment
            .scope
            .fact(id)
            .filter(|value| known.is_some_and(|fact| fact.values.iter().any(|v| v.id == **value)))
            .cloned()
            .unwrap_or_else(|| ValueId::from("unknown"))
    }

    /// The place of a question in the bank.
    fn place(self, id: &QuestionId) -> usize {
        self.bank
            .catalogue
            .questions()
            .position(|question| question.id == *id)
            .unwrap_or(usize::MAX)
    }
}
