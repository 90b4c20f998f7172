//! What ties questions and tactics to risks: which gaps touch which risk, and why, in words; which tactics stand
//! against it. The rows are content; what a row means is here.

use serde::{Deserialize, Serialize};

use crate::id::{QuestionId, TacticId};
use crate::risk::{Letter, Party, People, Risk, Start};

/// All ties, sorted by id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ties {
    /// Of questions. One that is not here touches no risk, whatever it is.
    pub questions: Vec<(QuestionId, QuestionTie)>,
    /// Of tactics.
    pub tactics: Vec<(TacticId, TacticTie)>,
}

/// Which letters a row names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Letters {
    /// Any.
    Any,
    /// These.
    Some(Vec<char>),
}

/// Which risks a gap at a question touches.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionTie {
    /// Who does it.
    pub who: Letters,
    /// Where the harm gets its start.
    pub arises: Letters,
    /// Who is hurt.
    pub people: Letters,
    /// Whether it touches those risks alone that hurt one of these people.
    pub people_needed: bool,
    /// Whether it is aimed at every risk that has happened.
    pub aimed_at_harm: bool,
}

/// Which risks a tactic stands against.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TacticTie {
    /// Who does it.
    pub who: Letters,
    /// What kind of harm it is.
    pub harm: Letters,
    /// Where the harm has to get its start; none: anywhere.
    pub only_from: Option<char>,
    /// Who has to be hurt; none: anybody.
    pub only_for: Option<char>,
}

/// That a gap touches a risk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Touch {
    /// How closely.
    pub aim: Aim,
    /// Why, in the order in which it is said.
    pub because: Vec<Because>,
}

/// How closely a gap touches a risk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aim {
    /// It names something of the risk.
    Aimed,
    /// It concerns any risk, or this one at a later stage.
    General,
}

/// Why a gap touches a risk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because {
    /// These may do it.
    DoneBy(Party),
    /// It gets its start there.
    StartsIn(Start),
    /// It hits these.
    Hits(People),
    /// People have been harmed.
    Harmed,
    /// It can be stopped at a later stage.
    StoppedHere,
    /// Each risk depends on it.
    EachDepends,
}

impl Ties {
    /// The row of a question.
    #[must_use]
    pub fn question(&self, id: &QuestionId) -> Option<&QuestionTie> {
        row(&self.questions, id)
    }

    /// The row of a tactic.
    #[must_use]
    pub fn tactic(&self, id: &TacticId) -> Option<&TacticTie> {
        row(&self.tactics, id)
    }
}

fn row<'a, Id: Ord, Tie>(rows: &'a [(Id, Tie)], id: &Id) -> Option<&'a Tie> {
    let at = rows.binary_search_by(|(found, _)| found.cmp(id)).ok()?;
    rows.get(at).map(|(_, tie)| tie)
}

impl Letters {
    /// Those that it names and a risk has, in the order of the risk.
    fn shared<L: Letter>(&self, of_risk: &[L]) -> Vec<L> {
        of_risk.iter().copied().filter(|one| self.names(one.letter())).collect()
    }

    /// Whether it meets what is known of a risk: any letter meets all, and what is not known meets all.
    fn meets<L: Letter>(&self, known: Option<&[L]>) -> bool {
        *self == Self::Any || known.is_none_or(|known| !self.shared(known).is_empty())
    }

    fn names(&self, letter: char) -> bool {
        matches!(self, Self::Some(letters) if letters.contains(&letter))
    }
}

impl QuestionTie {
    /// How a gap touches a risk, if it does. The reasons are never none, and name what the row names and the
    /// risk has.
    #[must_use]
    pub fn touches(&self, risk: &Risk) -> Option<Touch> {
        let who: Option<Vec<_>> = risk.who.known().map(|who| who.main_first().collect());
        let arises = risk.arises.known().map(Vec::as_slice);
        let people = risk.people();
        let done_by = self.who.shared(who.as_deref().unwrap_or_default());
        let starts_in = self.arises.shared(arises.unwrap_or_default());
        let hits = self.people.shared(&people);
        let later = arises.is_some_and(|arises| self.is_later(arises));
        // Misuse has a cause before it, which nobody has named.
        let cause_unknown = arises == Some(&[Start::Use]);
        let touches = self.who.meets(who.as_deref())
            && (self.arises.meets(arises) || later || cause_unknown)
            && !(self.people_needed && risk.people.known().is_some() && hits.is_empty());
        if !touches {
            return None;
        }
        let named = done_by.into_iter().map(Because::DoneBy);
        let named = named.chain(starts_in.into_iter().map(Because::StartsIn));
        let named = named.chain(hits.into_iter().map(Because::Hits));
        let harmed = self.aimed_at_harm && risk.has_harmed();
        let mut because: Vec<_> = named.chain(harmed.then_some(Because::Harmed)).collect();
        let aim = if because.is_empty() { Aim::General } else { Aim::Aimed };
        if because.is_empty() {
            because.push(if later { Because::StoppedHere } else { Because::EachDepends });
        }
        Some(Touch { aim, because })
    }

    /// Whether it names a later stage than the earliest at which the harm starts: there it can be met. What is
    /// bought is met in development too, and own rules in use.
    fn is_later(&self, arises: &[Start]) -> bool {
        let earliest = arises.iter().filter_map(|start| match start {
            Start::Bought => Start::Development.stage(),
            other => other.stage(),
        });
        let names = |stage: Start| self.arises.names(stage.letter());
        earliest
            .min()
            .is_some_and(|earliest| Start::STAGES.into_iter().skip(earliest + 1).any(names))
            || arises.contains(&Start::Bought) && names(Start::Development)
            || arises.contains(&Start::OwnRules) && names(Start::Use)
    }
}

impl TacticTie {
    /// Whether a tactic in use stands against a risk.
    #[must_use]
    pub fn covers(&self, risk: &Risk) -> bool {
        let who = risk.who.known().map(|who| who.parties.as_slice());
        let mut kinds = risk.rights.iter().flat_map(|right| right.kinds());
        let harm = self.harm == Letters::Any
            || risk.rights.is_empty()
            || kinds.any(|kind| self.harm.names(kind.letter()));
        self.who.meets(who)
            && harm
            && has(self.only_from, risk.arises.known().map(Vec::as_slice))
            && has(self.only_for, risk.people.known().map(|_| risk.people()).as_deref())
    }
}

/// Whether a risk has the one letter that is needed, or it is not known whether it has.
fn has<L: Letter>(needed: Option<char>, known: Option<&[L]>) -> bool {
    let Some(letter) = needed else { return true };
    known.is_none_or(|known| known.iter().any(|one| one.letter() == letter))
}
