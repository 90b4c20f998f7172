//! What stands against a risk, phase by phase. More tactics in use is not better, and none is counted: a
//! phase is looked at for whether anything stands there at all. What stands against any risk says that something is
//! in use, and not that it has an effect on this one; nor does what may stand against it, for all that is known.

use std::rc::Rc;

use super::Context;
use super::reading::stated_tactics;
use crate::answer::{TacticAnswer, TacticEffect, TacticState};
use crate::id::TacticId;
use crate::questions::{Matrix, Question, Tactic, TacticGroup};
use crate::risk::{Measure, Named, Risk, Start};
use crate::sorted::sorted;
use crate::ties::Stand;

/// How many tactics are named that would fit a phase in which nothing is in use.
const FITS_AT_MOST: usize = 3;

/// A phase of a product's life, with the tactics that stand against one risk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundPhase {
    /// Name of the phase in the bank: `design`.
    pub id: Rc<str>,
    /// Name as shown.
    pub name: Rc<str>,
    /// What stands there.
    pub cover: Cover,
    /// The tactics of the bank that stand against the risk, each with what was said about it; none where nothing
    /// was said, or it was not asked. First stands what lowers the risk, as was said of it; then what is in use,
    /// of that what names such a risk, and what does most; then the order of the bank.
    pub tactics: Vec<(Tactic, Option<TacticAnswer>)>,
    /// Whether the harm gets its start there.
    pub starts_here: bool,
    /// What it means that nothing is in use there, as far as each of the tactics is answered.
    pub empty: Option<Empty>,
    /// Where nothing is in use: tactics not used that would fit, those first that are about such a risk by
    /// name. Three at most.
    pub fits: Vec<Tactic>,
}

/// What stands against a risk in one phase, by the tactic that does most. Those that do more come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cover {
    /// Something is in use, and an effect was seen.
    EffectSeen,
    /// Something is in use, and its effect on this risk is not known.
    EffectNotKnown,
    /// Something is planned, and nothing is in use.
    Planned,
    /// Nothing is in use as far as it is answered, and something is not answered.
    NotAnswered,
    /// Nothing is in use as far as it is known, and of something it is not known.
    NotKnown,
    /// Nothing is in use as far as it was asked, and something was not asked.
    NotAsked,
    /// Nothing is in use, or nothing in use has an effect.
    Nothing,
    /// The bank has nothing that stands against such a risk.
    NoneListed,
}

/// What it means that nothing is in use against a risk in a phase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Empty {
    /// A gap: the harm gets its start there or before.
    Gap,
    /// The harm gets its start later: something for the next version.
    NextVersion,
}

impl FoundPhase {
    /// Whether it is named as a gap that nothing is in use there.
    #[must_use]
    pub fn is_gap(&self) -> bool {
        self.empty == Some(Empty::Gap)
    }
}

/// The phases of the matrix whose groups are stages of a product's life.
pub(super) fn of(context: Context<'_>, risk: &Risk) -> Vec<FoundPhase> {
    let by_stage = |question: &'_ &Rc<Question>| {
        let groups = question.matrix().map(|matrix| &matrix.groups);
        groups.is_some_and(|groups| groups.iter().all(|group| stage(group).is_some()))
    };
    let Some(question) = context.bank.catalogue.questions().find(by_stage) else {
        return Vec::new();
    };
    let groups = question.matrix().into_iter().flat_map(|matrix| &matrix.groups);
    let phase = |group| Some(phase(context, risk, question, group, stage(group)?));
    groups.filter_map(phase).collect()
}

/// Whether nothing is in use against a risk in any phase from where it starts on, as far as each tactic there is
/// answered. Where it starts has to be known.
pub(super) fn nothing_stands(context: Context<'_>, risk: &Risk) -> bool {
    let stage =
        |phase: &FoundPhase| Start::STAGES.into_iter().find(|stage| stage.name() == &*phase.id);
    let is_from_start_on = |phase: &FoundPhase| {
        stage(phase).is_some_and(|stage| matches!(When::of(risk, stage), When::Start | When::Later))
    };
    let mut phases = of(context, risk);
    phases.retain(|phase| !phase.tactics.is_empty() && is_from_start_on(phase));
    risk.arises.known().is_some() && !phases.is_empty() && phases.iter().all(FoundPhase::is_gap)
}

/// The stage for which a group of tactics stands.
fn stage(group: &TacticGroup) -> Option<Start> {
    Start::STAGES.into_iter().find(|stage| stage.name() == &*group.id)
}

fn phase(
    context: Context<'_>,
    risk: &Risk,
    question: &Question,
    group: &TacticGroup,
    stage: Start,
) -> FoundPhase {
    let asked = context.question(&question.id);
    let stated = asked.map(|asked| stated_tactics(asked, context.answer(&question.id)));
    let said = |tactic: &Tactic| {
        let found = stated.iter().flatten().find(|found| found.tactic.id == tactic.id);
        found.map(|found| found.answer.clone())
    };
    let is_asked = |tactic: &Tactic| {
        let mut asked =
            asked.and_then(|asked| asked.matrix()).into_iter().flat_map(Matrix::tactics);
        asked.any(|asked| asked.id == tactic.id)
    };
    let against: Vec<_> = group
        .tactics
        .iter()
        .filter_map(|tactic| {
            let tie = context.bank.guidance.ties.tactic(&tactic.id)?;
            Some((tactic, tie.against(risk)?, said(tactic)))
        })
        .collect();
    let covers = against
        .iter()
        .map(|(tactic, stand, said)| cover(said.as_ref(), is_asked(tactic), *stand))
        .collect::<Vec<_>>();
    let is_empty = !covers.is_empty()
        && covers.iter().all(|cover| matches!(cover, Cover::Planned | Cover::Nothing));
    let when = When::of(risk, stage);
    let empty = is_empty.then(|| when.empty()).flatten();
    let fits = against
        .iter()
        .filter(|(_, _, said)| said.as_ref().map(|said| said.state) == Some(TacticState::Unused));
    // A row of any letters fits each risk: what names this one comes first.
    let fits = sorted(fits, |(_, stand, _)| *stand);
    let fits = fits.into_iter().map(|(tactic, ..)| (*tactic).clone()).take(FITS_AT_MOST);
    let fits = if empty.is_some() { fits.collect() } else { Vec::new() };
    let told = sorted(against, |(tactic, stand, said)| {
        let does = said.as_ref().map_or(Does::Nothing, Does::of);
        (!lowers(risk, &tactic.id), does > Does::NotKnown, *stand, does)
    });
    FoundPhase {
        id: group.id.clone(),
        name: group.name.clone(),
        cover: covers.into_iter().min().unwrap_or(Cover::NoneListed),
        fits,
        tactics: told.into_iter().map(|(tactic, _, said)| (tactic.clone(), said)).collect(),
        starts_here: when == When::Start,
        empty,
    }
}

/// Whether this is said to make a risk lighter or rarer.
fn lowers(risk: &Risk, tactic: &TacticId) -> bool {
    let falls = Named::ALL.into_iter().filter_map(|named| risk.severity.fall(named)?.by.as_ref());
    let mut by = falls.chain(risk.rarer().and_then(|fall| fall.by.as_ref()));
    by.any(|by| matches!(by, Measure::Tactic(id) if id == tactic))
}

/// How much a tactic does, the most first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Does {
    Clear,
    Some,
    NotKnown,
    Planned,
    Nothing,
}

impl Does {
    fn of(said: &TacticAnswer) -> Self {
        match (said.state, said.effect) {
            (TacticState::Used, Some(TacticEffect::Clear)) => Self::Clear,
            (TacticState::Used, Some(TacticEffect::Some)) => Self::Some,
            (TacticState::Used, _) => Self::NotKnown,
            (TacticState::Planned, _) => Self::Planned,
            _ => Self::Nothing,
        }
    }
}

/// What one tactic that stands so against a risk does.
fn cover(said: Option<&TacticAnswer>, is_asked: bool, stand: Stand) -> Cover {
    let Some(said) = said else {
        return if is_asked { Cover::NotAnswered } else { Cover::NotAsked };
    };
    match (said.state, said.effect) {
        (TacticState::Used, Some(TacticEffect::Some | TacticEffect::Clear)) => match stand {
            Stand::Named => Cover::EffectSeen,
            Stand::Any | Stand::Open => Cover::EffectNotKnown,
        },
        (TacticState::Used, Some(TacticEffect::Unknown) | None) => Cover::EffectNotKnown,
        (TacticState::Planned, _) => Cover::Planned,
        (TacticState::Unknown, _) => Cover::NotKnown,
        (TacticState::Used, Some(TacticEffect::None))
        | (TacticState::Unused | TacticState::Unfit, _) => Cover::Nothing,
    }
}

/// When a phase comes, beside the start of a harm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum When {
    /// Before it.
    Before,
    /// It starts there.
    Start,
    /// It can be met there.
    Later,
    /// It has nothing to do with it.
    Apart,
}

impl When {
    /// When a stage comes. Where nobody knows yet where the harm starts, it can be met at each.
    fn of(risk: &Risk, stage: Start) -> Self {
        let Some(arises) = risk.arises.known() else { return Self::Later };
        let mut all = arises.iter().flat_map(|start| first_stages(*start));
        // Own rules are met where they are made and where they are followed, and nowhere between.
        let mut lasting = arises.iter().filter(|start| **start != Start::OwnRules);
        if all.clone().any(|first| *first == stage) {
            Self::Start
        } else if lasting.any(|start| first_stages(*start).iter().any(|first| *first < stage)) {
            Self::Later
        } else if all.all(|first| stage < *first) {
            Self::Before
        } else {
            Self::Apart
        }
    }

    /// What it means there that nothing is in use.
    fn empty(self) -> Option<Empty> {
        match self {
            Self::Start | Self::Later => Some(Empty::Gap),
            Self::Before => Some(Empty::NextVersion),
            Self::Apart => None,
        }
    }
}

/// The stages at which a start is first met.
fn first_stages(start: Start) -> &'static [Start] {
    match start {
        Start::Research => &[Start::Research],
        Start::Design => &[Start::Design],
        Start::Development | Start::Bought => &[Start::Development],
        Start::Deployment => &[Start::Deployment],
        Start::Use => &[Start::Use],
        Start::OwnRules => &[Start::Design, Start::Use],
    }
}
