//! What ties questions and tactics to risks: which gaps touch which risk, and why, in words; which tactics stand
//! against it. The rows are content; what a row means is here.

use serde::{Deserialize, Serialize};

use crate::id::{QuestionId, TacticId};
use crate::risk::{Letter, Party, People, Risk, Start, When};

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
    /// What it is to a risk that has happened.
    pub on_harm: OnHarm,
}

/// What a gap is to a risk that has happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum OnHarm {
    /// What it is to any other.
    AsToAny,
    /// It is aimed at it.
    Aimed,
    /// It is aimed at it, and comes before all other gaps where such a risk is gravest or severe: what helps people
    /// who are in danger now.
    First,
}

/// Which risks a tactic stands against.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TacticTie {
    /// Who does it.
    pub who: Letters,
    /// What kind of harm it is.
    pub harm: Letters,
    /// What it needs besides, or meets besides.
    pub mark: Option<TacticMark>,
}

/// What a tactic needs of a risk, or meets of it, beside who does it and what kind of harm it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TacticMark {
    /// The harm has to get its start here.
    OnlyFrom(char),
    /// These have to be hurt.
    OnlyFor(char),
    /// It reaches these also where they do bought work.
    AlsoFor(char),
    /// It has to be worst in tense times.
    TenseTimes,
}

/// How a tactic stands against a risk. What stands closer comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stand {
    /// It names something of the risk.
    Named,
    /// It stands against any.
    Any,
    /// It may, as far as is known: what would tell is not known yet.
    Open,
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
    /// It may be one that the gap is about: this is not known yet.
    NotKnown(NotKnown),
    /// It can be stopped at a later stage.
    StoppedHere,
    /// Each risk depends on it.
    EachDepends,
}

/// What is not known of a risk, and would tell whether a gap is about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotKnown {
    /// Who does it.
    Who,
    /// Where it gets its start.
    Start,
    /// What made misuse possible.
    Cause,
    /// Whom it hits.
    People,
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

/// Whether a row names one of those that a risk has, as far as it is known which.
fn shares<L: Letter>(letters: &Letters, of_risk: Option<&[L]>) -> bool {
    of_risk.unwrap_or_default().iter().any(|one| letters.names(one.letter()))
}

impl Letters {
    /// How a tactic whose row has these letters at one end stands against a risk that has those, if it does. None:
    /// they are not known.
    fn stand(&self, known: &[char]) -> Option<Stand> {
        match self {
            Self::Any => Some(Stand::Any),
            Self::Some(_) if known.is_empty() => Some(Stand::Open),
            Self::Some(_) => known.iter().any(|one| self.names(*one)).then_some(Stand::Named),
        }
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
        let aim = self.aim(risk)?;
        let because = match aim {
            Aim::Aimed => self.named(risk),
            Aim::General => self.in_general(risk),
        };
        Some(Touch { aim, because })
    }

    /// How closely a gap touches a risk, if it does.
    #[must_use]
    pub fn aim(&self, risk: &Risk) -> Option<Aim> {
        let who = risk.who.known().map(|who| who.parties.as_slice());
        let arises = risk.arises.known().map(Vec::as_slice);
        let (does, hits) = (shares(&self.who, who), shares(&self.people, Some(&risk.people())));
        let starts = shares(&self.arises, arises);
        let meets_start = self.start_unknown(risk) || starts || self.arises == Letters::Any;
        let touches = (self.who_unknown(risk) || does || self.who == Letters::Any)
            && (meets_start || self.cause_unknown(risk) || self.is_later(risk))
            && (!self.people_needed || self.people_unknown(risk) || hits);
        let is_aimed = does && !self.start_unknown(risk) || starts || hits || self.harmed(risk);
        touches.then_some(if is_aimed { Aim::Aimed } else { Aim::General })
    }

    /// What the row names and the risk has. Of what starts nobody knows where, who does it says nothing to a row
    /// about a stage.
    fn named(&self, risk: &Risk) -> Vec<Because> {
        let who = risk.who.known().filter(|_| !self.start_unknown(risk));
        let who = who.into_iter().flat_map(|who| who.main_first());
        let done_by = who.filter(|one| self.who.names(one.letter())).map(Because::DoneBy);
        let arises = risk.arises.known().into_iter().flatten().copied();
        let starts_in = arises.filter(|one| self.arises.names(one.letter())).map(Because::StartsIn);
        let people = risk.people().into_iter();
        let hits = people.filter(|one| self.people.names(one.letter())).map(Because::Hits);
        let harmed = self.harmed(risk).then_some(Because::Harmed);
        harmed.into_iter().chain(done_by).chain(starts_in).chain(hits).collect()
    }

    /// Why a gap touches a risk of which its row names nothing.
    fn in_general(&self, risk: &Risk) -> Vec<Because> {
        let not_known = [
            (self.who_unknown(risk), NotKnown::Who),
            (self.start_unknown(risk), NotKnown::Start),
            (self.cause_unknown(risk), NotKnown::Cause),
            (self.people_unknown(risk), NotKnown::People),
        ];
        let not_known = not_known.into_iter().filter(|(is_unknown, _)| *is_unknown);
        let mut because: Vec<_> = not_known.map(|(_, what)| Because::NotKnown(what)).collect();
        if because.is_empty() {
            let later = self.is_later(risk);
            because.push(if later { Because::StoppedHere } else { Because::EachDepends });
        }
        because
    }

    fn harmed(&self, risk: &Risk) -> bool {
        self.on_harm != OnHarm::AsToAny && risk.has_harmed()
    }

    fn who_unknown(&self, risk: &Risk) -> bool {
        self.who != Letters::Any && risk.who.known().is_none()
    }

    fn start_unknown(&self, risk: &Risk) -> bool {
        self.arises != Letters::Any && risk.arises.known().is_none()
    }

    /// Misuse has a cause before it, which nobody has named.
    fn cause_unknown(&self, risk: &Risk) -> bool {
        self.arises != Letters::Any
            && !self.arises.names(Start::Use.letter())
            && risk.arises.known().is_some_and(|arises| **arises == [Start::Use])
    }

    fn people_unknown(&self, risk: &Risk) -> bool {
        self.people_needed && risk.people.known().is_none()
    }

    /// Whether it names a later stage than the earliest at which the harm starts: there it can be met. What is
    /// bought is met in development too, and own rules in use.
    fn is_later(&self, risk: &Risk) -> bool {
        let Some(arises) = risk.arises.known().filter(|_| !is_bought_work(risk)) else {
            return false;
        };
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
    /// How a tactic in use stands against a risk, if it does.
    #[must_use]
    pub fn against(&self, risk: &Risk) -> Option<Stand> {
        let reaches_bought_work = match self.mark {
            Some(TacticMark::OnlyFrom(letter)) => letter == Start::Bought.letter(),
            Some(TacticMark::OnlyFor(letter) | TacticMark::AlsoFor(letter)) => {
                letter == People::Workers.letter()
            }
            Some(TacticMark::TenseTimes) | None => false,
        };
        if is_bought_work(risk) && !reaches_bought_work {
            return None;
        }
        let who = risk.who.known().into_iter().flat_map(|who| &who.parties);
        let who: Vec<_> = who.map(|party| party.letter()).collect();
        let kinds = risk.rights.iter().flat_map(|right| right.kinds());
        let kinds: Vec<_> = kinds.map(|kind| kind.letter()).collect();
        let of_mark = self.mark.map_or(Some(Stand::Any), |mark| mark.stand(risk));
        let ends = [self.who.stand(&who)?, self.harm.stand(&kinds)?, of_mark?];
        // Which phases are behind a start that nobody knows, nobody knows.
        if ends.contains(&Stand::Open) || risk.arises.known().is_none() {
            Some(Stand::Open)
        } else if ends.contains(&Stand::Named) {
            Some(Stand::Named)
        } else {
            Some(Stand::Any)
        }
    }
}

impl TacticMark {
    fn stand(self, risk: &Risk) -> Option<Stand> {
        let hurts = |letter| risk.people().iter().any(|people| people.letter() == letter);
        match self {
            Self::OnlyFrom(letter) => {
                let is_it = |start: &Start| start.letter() == letter;
                risk.arises.known()?.iter().any(is_it).then_some(Stand::Named)
            }
            Self::OnlyFor(_) if risk.people.known().is_none() => Some(Stand::Open),
            Self::OnlyFor(letter) => hurts(letter).then_some(Stand::Named),
            Self::AlsoFor(letter) => Some(if hurts(letter) { Stand::Named } else { Stand::Any }),
            Self::TenseTimes => match risk.when {
                Some(When::TenseTimes) => Some(Stand::Named),
                Some(When::Always | When::AfterChange) => None,
                None => Some(Stand::Open),
            },
        }
    }
}

/// Whether a risk is that those are hurt who do bought work, where they do it: nobody can stop it in sale and use.
fn is_bought_work(risk: &Risk) -> bool {
    risk.arises.known().is_some_and(|arises| {
        let is_there = |start: &Start| matches!(start, Start::Bought | Start::Development);
        arises.contains(&Start::Bought) && arises.iter().all(is_there)
    }) && risk.people().contains(&People::Workers)
}
