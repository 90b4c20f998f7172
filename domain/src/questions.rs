//! The kinds of question. Each is a room of its own, a file of this folder; [`room`] says what it
//! has to hold, and this file alone knows them all.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::answer::{Answer, Instead};
use crate::id::{Code, FactId, GroupId, QuestionId, TacticId, ValueId};
use crate::texts::Texts;

pub(crate) mod cell;
pub mod decision;
pub mod ladder;
pub mod reflection;
pub mod register;
pub mod room;
pub mod square;
pub mod tactics;

pub use crate::step::Step;
pub use decision::{Decision, DecisionValue};
pub use ladder::{Ladder, LadderStep};
pub use reflection::Reflection;
pub use register::FromRegister;
pub use room::{Asks, Phase};
pub use square::Square;
pub use tactics::{Matrix, Squares, Tactic, TacticGroup};

use room::{OnPaper, OnScreen, OnSheet, Own, OwnFact, Said, Typed};

/// One question with the words that one needs to answer it. Help and findings are kept apart
/// ([`crate::guidance`], [`crate::rules`]) because they are loaded later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Stable name.
    pub id: QuestionId,
    /// Place in the complete bank, the same in the short and the complete form.
    pub code: Code,
    /// Weight for people.
    pub weight: Weight,
    /// The group whose reason its gap shares.
    pub group: GroupId,
    /// What is asked.
    pub prompt: Rc<str>,
    /// What to know before one answers: under the question, where a bracket in it would hide what is asked.
    pub beneath: Option<Rc<str>>,
    /// What *Doesn't apply* asks instead of why, where the reason has to show one thing.
    pub because_asks: Option<Rc<str>>,
    /// Roles that usually know the answer.
    pub who_knows: Vec<Rc<str>>,
    /// Whether something that a person said folds the question away.
    pub asked_when: Option<Route>,
    /// What kind of answer it takes.
    pub kind: Kind,
}

/// What routes a question. Where nothing was said about that, the question is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Route {
    /// The answer to a decision.
    Decision {
        /// The decision.
        question: QuestionId,
        /// The values with which the question is asked.
        asked: Vec<ValueId>,
    },
    /// A fact about whom the subject reaches. It names what folds the question away, so that a value
    /// which this bank does not know hides nothing, as one that is not known does not.
    Fact {
        /// The fact.
        fact: FactId,
        /// The values with which the question is folded away.
        folded: Vec<ValueId>,
    },
}

/// How much a question weighs for people, before severity itself is known (catalogue, part iii).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Weight {
    /// Strengthens the rest; shields few people soon by itself.
    P1,
    /// Without it, protection depends on luck or single persons.
    P2,
    /// Acts on grave harm directly.
    P3,
}

/// What a question takes as its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// Five steps of practice.
    Ladder(Ladder),
    /// Many tactics, by phase or group.
    Tactics(Matrix),
    /// Free words with prompts.
    Reflection(Reflection),
    /// One choice that is a fact, not a step.
    Decision(Decision),
    /// What the register of risks answers.
    Register(FromRegister),
}

/// Asks the room of a kind. It is the one place that names all of them.
macro_rules! of_kind {
    ($kind:expr, $room:ident => $asked:expr) => {
        match $kind {
            Kind::Ladder($room) => $asked,
            Kind::Tactics($room) => $asked,
            Kind::Reflection($room) => $asked,
            Kind::Decision($room) => $asked,
            Kind::Register($room) => $asked,
        }
    };
}

impl Question {
    /// Who is asked first about it: who was named as somebody who could know, or else the first of those
    /// who usually do.
    #[must_use]
    pub fn first_to_ask<'a>(&'a self, named: &'a str) -> Option<&'a str> {
        match named.trim() {
            "" => self.who_knows.first().map(|usual| &**usual),
            named => Some(named),
        }
    }

    /// The fact that routes the question, where one does.
    #[must_use]
    pub fn routing_fact(&self) -> Option<&FactId> {
        match self.asked_when.as_ref()? {
            Route::Decision { .. } => None,
            Route::Fact { fact, .. } => Some(fact),
        }
    }

    /// What is asked beside the answer.
    #[must_use]
    pub fn asks(&self) -> Asks {
        of_kind!(&self.kind, room => room.asks())
    }

    /// One square for the question as a whole.
    #[must_use]
    pub fn square(&self, answer: Option<&Answer>) -> Square {
        let Some(answer) = answer else { return Square::Open };
        match answer.instead() {
            Some(Instead::DoesNotApply) if answer.because.trim().is_empty() => Square::Open,
            Some(Instead::DoesNotApply) => Square::DoesNotApply,
            Some(Instead::NotKnown) => Square::NotKnown,
            None => of_kind!(&self.kind, room => room.square(answer)),
        }
    }

    /// The parts that are asked one by one, each with its square; none where the question is asked
    /// as a whole.
    #[must_use]
    pub fn phases(&self, answer: Option<&Answer>) -> Vec<Phase<'_>> {
        of_kind!(&self.kind, room => room.phases(answer))
    }

    /// The part with this name, where it is asked one by one.
    #[must_use]
    pub fn phase(&self, id: &str) -> Option<Phase<'_>> {
        self.phases(None).into_iter().find(|phase| **phase.id == *id)
    }

    /// The squares that stand for the question in navigation and strip: one, or one per phase.
    #[must_use]
    pub fn squares(&self, answer: Option<&Answer>) -> Vec<Square> {
        let phases = self.phases(answer);
        let whole = self.square(answer);
        if phases.is_empty() {
            return vec![whole];
        }
        // Without its reason it is as open as any other.
        let does_not_apply = answer.and_then(Answer::instead) == Some(Instead::DoesNotApply);
        let square = |phase: Phase<'_>| if does_not_apply { whole } else { phase.square };
        phases.into_iter().map(square).collect()
    }

    /// The question with no other tactics than those that are kept; none where it has no tactics.
    #[must_use]
    pub fn limited(&self, keeps: &dyn Fn(&TacticId) -> bool) -> Option<Self> {
        let kind = of_kind!(&self.kind, room => room.limited(keeps).map(Kind::from))?;
        Some(Self { kind, ..self.clone() })
    }

    /// The steps, where the question has them.
    #[must_use]
    pub fn ladder(&self) -> Option<&Ladder> {
        if let Kind::Ladder(ladder) = &self.kind { Some(ladder) } else { None }
    }

    /// The values, where the question has them.
    #[must_use]
    pub fn decision(&self) -> Option<&Decision> {
        match &self.kind {
            Kind::Decision(decision) => Some(decision),
            Kind::Register(from_register) => Some(&from_register.values),
            Kind::Ladder(_) | Kind::Tactics(_) | Kind::Reflection(_) => None,
        }
    }

    /// Whether the register of risks answers it, and nobody else.
    #[must_use]
    pub fn is_answered_by_register(&self) -> bool {
        matches!(self.kind, Kind::Register(_))
    }

    /// The tactics, where the question has them.
    #[must_use]
    pub fn matrix(&self) -> Option<&Matrix> {
        if let Kind::Tactics(matrix) = &self.kind { Some(matrix) } else { None }
    }
}

/// What findings, reports and sheets ask. See [`OnPaper`].
impl Question {
    pub(crate) fn own<'a>(&'a self, answer: &'a Answer) -> Option<Own<'a>> {
        of_kind!(&self.kind, room => room.own(answer))
    }

    pub(crate) fn said(
        &self,
        answer: &Answer,
        texts: &Texts,
        readings: &[(ValueId, Rc<str>)],
    ) -> Said {
        of_kind!(&self.kind, room => room.said(answer, texts, readings))
    }

    pub(crate) fn fact(
        &self,
        answer: &Answer,
        texts: &Texts,
        readings: &[(ValueId, Rc<str>)],
    ) -> Option<OwnFact> {
        of_kind!(&self.kind, room => room.fact(answer, texts, readings))
    }

    pub(crate) fn lines(&self, texts: &Texts) -> Vec<String> {
        let beneath = self.beneath.iter().map(ToString::to_string);
        beneath.chain(of_kind!(&self.kind, room => room.lines(texts))).collect()
    }

    /// The question with what to know before one answers, where both share a cell.
    #[must_use]
    pub fn with_beneath(&self) -> String {
        let beneath = self.beneath.as_deref();
        beneath
            .map_or_else(|| self.prompt.to_string(), |beneath| format!("{} {beneath}", self.prompt))
    }

    pub(crate) fn offers(&self, texts: &Texts) -> Vec<(Option<Step>, String)> {
        of_kind!(&self.kind, room => room.offers(texts))
    }

    pub(crate) fn on_sheet(&self, texts: &Texts) -> OnSheet {
        of_kind!(&self.kind, room => room.on_sheet(texts))
    }

    pub(crate) fn typed(&self, cell: &str) -> Option<Typed> {
        of_kind!(&self.kind, room => room.typed(cell))
    }
}

/// A kind from its room.
macro_rules! from_rooms {
    ($($kind:ident of $room:ident),+) => {$(
        impl From<$room> for Kind {
            fn from(room: $room) -> Self {
                Self::$kind(room)
            }
        }
    )+};
}

from_rooms! {
    Ladder of Ladder, Tactics of Matrix, Reflection of Reflection, Decision of Decision,
    Register of FromRegister
}
