//! How one answer reads, in the words of findings: they know steps and values, and no kinds.

use std::rc::Rc;

use crate::answer::{Answer, Choice, TacticAnswer};
use crate::catalogue::Catalogue;
use crate::elsewhere::Higher;
use crate::guidance::Guidance;
use crate::id::{TacticId, ValueId};
use crate::questions::room::Own;
use crate::questions::{Question, Square, Step, Tactic, TacticGroup};

/// How an answer reads. Words that do not match the kind of the question read as open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading<'a> {
    /// The kind's own answer.
    Own(Own<'a>),
    /// "I don't know yet".
    NotKnown,
    /// "Doesn't apply, because".
    DoesNotApply,
    /// Some of it is answered, and not all.
    Partly,
    /// No answer.
    Open,
}

impl<'a> Reading<'a> {
    /// How the answer to a question reads.
    #[must_use]
    pub fn of(question: &'a Question, answer: Option<&'a Answer>) -> Self {
        let Some(answer) = answer else { return Self::Open };
        match question.square(Some(answer)) {
            Square::Open => Self::Open,
            // A part that is a value says something by itself, as that the first risk is not rated yet.
            Square::Partly => match question.own(answer) {
                Some(own @ Own::Value(_)) => Self::Own(own),
                _ => Self::Partly,
            },
            Square::NotKnown => Self::NotKnown,
            Square::DoesNotApply => Self::DoesNotApply,
            Square::Answered => question.own(answer).map_or(Self::Open, Self::Own),
        }
    }

    /// The step, where it is one.
    #[must_use]
    pub fn step(self) -> Option<Step> {
        if let Self::Own(Own::Step(step)) = self { Some(step) } else { None }
    }

    /// What counts of a higher step, where the answer reads as a step.
    #[must_use]
    pub fn higher(self, answer: Option<&Answer>) -> Option<Higher> {
        self.step().and(answer?.higher())
    }

    /// The value of a decision, where it is one.
    #[must_use]
    pub fn value(self) -> Option<&'a ValueId> {
        if let Self::Own(Own::Value(value)) = self { Some(value) } else { None }
    }

    /// The words of a person, where they are the answer.
    #[must_use]
    pub fn words(self) -> Option<&'a str> {
        if let Self::Own(Own::Words(words)) = self { Some(words) } else { None }
    }
}

/// One tactic that has a state, in its phase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatedTactic<'a> {
    /// The phase or group.
    pub group: &'a TacticGroup,
    /// The tactic.
    pub tactic: &'a Tactic,
    /// What was said about it.
    pub answer: &'a TacticAnswer,
}

/// The tactics asked that have a state, also while others have none. Nothing of a matrix that does
/// not apply counts.
#[must_use]
pub fn stated_tactics<'a>(
    question: &'a Question,
    answer: Option<&'a Answer>,
) -> Vec<StatedTactic<'a>> {
    let (Some(matrix), Some(answer)) = (question.matrix(), answer) else { return Vec::new() };
    // Without its reason, too, which is still to be said.
    if answer.choice == Some(Choice::DoesNotApply) {
        return Vec::new();
    }
    matrix
        .groups
        .iter()
        .flat_map(|group| group.tactics.iter().map(move |tactic| (group, tactic)))
        .filter_map(|(group, tactic)| {
            answer.tactic(&tactic.id).map(|answer| StatedTactic { group, tactic, answer })
        })
        .collect()
}

/// Who could know an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CouldKnow {
    /// As typed.
    Typed(Vec<Rc<str>>),
    /// The roles that the bank names: nobody in the company has said so.
    Usual(Vec<Rc<str>>),
}

impl CouldKnow {
    /// Their names.
    #[must_use]
    pub fn names(&self) -> &[Rc<str>] {
        match self {
            Self::Typed(names) | Self::Usual(names) => names,
        }
    }
}

/// Who could know the answer: as typed, or else the roles that the bank names.
#[must_use]
pub fn who_could_know(typed: &str, question: &Question) -> CouldKnow {
    if is_filled_in(typed, question) {
        CouldKnow::Usual(question.who_knows.clone())
    } else {
        CouldKnow::Typed(vec![typed.trim().into()])
    }
}

/// Who could know about one tactic of a question: as typed, or else the one function that leads on it.
#[must_use]
pub fn who_leads(
    typed: &str,
    question: &Question,
    tactic: &TacticId,
    catalogue: &Catalogue,
    guidance: &Guidance,
) -> CouldKnow {
    match (who_could_know(typed, question), guidance.lead(tactic, catalogue)) {
        (CouldKnow::Usual(_), Some(lead)) => CouldKnow::Usual(vec![lead]),
        (who, _) => who,
    }
}

/// The single names in a text, as people write several into one field.
pub fn single_names(text: &str) -> impl Iterator<Item = &str> {
    let names = text.split([',', ';', '\n', '،', '؛', '、']).map(str::trim);
    names.filter(|name| !name.is_empty())
}

/// Whether nobody has named anybody. All roles of the bank at once are what earlier versions of the page
/// had filled in themselves: nobody typed them.
fn is_filled_in(typed: &str, question: &Question) -> bool {
    let roles = &question.who_knows;
    typed.trim().is_empty()
        || roles.len() > 1
            && single_names(typed)
                .map(str::to_lowercase)
                .eq(roles.iter().flat_map(|role| single_names(role)).map(str::to_lowercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_apart_in_any_script() {
        let names: Vec<_> = single_names("Sales, Legal;مبيعات، 法務、\n ,Ops").collect();
        assert_eq!(names, ["Sales", "Legal", "مبيعات", "法務", "Ops"]);
    }
}
