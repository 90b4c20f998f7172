//! Each severe risk to people with what stands against it, what is missing, what is not known of it, and what
//! is planned for it.

use std::rc::Rc;

use super::phases::FoundPhase;
use super::{Context, phases};
use crate::assessment::Assessment;
use crate::plan::ActionId;
use crate::risk::{
    Band, Delay, Grounds, Likelihood, Mark, Named, Nearness, Placed, Risk, RiskField, order,
};

/// A severe risk to people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundRisk {
    /// All that was said of it.
    pub risk: Risk,
    /// Its number and place.
    pub placed: Placed,
    /// Its band.
    pub band: Band,
    /// Why it is in that band.
    pub grounds: Grounds,
    /// What stands against it, phase by phase. None where the bank has no tactics by phase.
    pub phases: Vec<FoundPhase>,
    /// What is not known of it, in the order in which it is asked.
    pub not_known: Vec<RiskUnknown>,
    /// What is planned for it, in the order of the plan.
    pub actions: Vec<ActionId>,
}

/// Something that is not known of a risk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RiskUnknown {
    /// What.
    pub what: RiskPart,
    /// Whether somebody said so; otherwise nothing was said, or it may not be told.
    pub is_said: bool,
}

/// What is asked of a risk and counts where it is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RiskPart {
    /// One of the fields that are needed: which gaps touch it rests on them.
    Field(RiskField),
    /// A dimension of its severity: it counts as 4.
    Dimension(Named),
    /// Whether waiting makes it impossible to put right: it counts as yes.
    Delay,
    /// How near it is: it counts as expected.
    Likelihood,
}

/// A risk of the register, opened, at its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Listed {
    pub(super) risk: Risk,
    pub(super) placed: Placed,
}

impl Listed {
    /// Its name; empty where that is not known.
    pub(super) fn name(&self) -> Rc<str> {
        self.risk.name.known().map_or("", |name| name.trim()).into()
    }
}

/// The risks that are listed, in their order.
pub(super) fn listed(assessment: &Assessment) -> Vec<Listed> {
    let register = &assessment.risks;
    let all = order(register).into_iter();
    all.filter_map(|placed| Some(Listed { risk: register.get(placed.id)?.open(), placed }))
        .collect()
}

pub(super) fn of(context: Context<'_>) -> Vec<FoundRisk> {
    let found = context.risks.iter().map(|Listed { risk, placed }| {
        let (band, grounds) = risk.severity.band();
        let actions = context.assessment.plan.actions().iter();
        let actions = actions.filter(|action| action.risks.contains(&risk.id));
        FoundRisk {
            risk: risk.clone(),
            placed: *placed,
            band,
            grounds,
            phases: phases::of(context, risk),
            not_known: not_known(risk),
            actions: actions.map(|action| action.id).collect(),
        }
    });
    found.collect()
}

fn not_known(risk: &Risk) -> Vec<RiskUnknown> {
    let needed = [
        (RiskField::Name, risk.name.known().is_none(), risk.name.not_known),
        (RiskField::People, risk.people.known().is_none(), risk.people.not_known),
        (RiskField::Who, risk.who.known().is_none(), risk.who.not_known),
        (RiskField::Arises, risk.arises.known().is_none(), risk.arises.not_known),
    ];
    let needed = needed.into_iter().filter_map(|(field, is_unknown, is_said)| {
        is_unknown.then_some(RiskUnknown { what: RiskPart::Field(field), is_said })
    });
    let severity = &risk.severity;
    let dimensions = severity.not_known().map(|named| RiskUnknown {
        what: RiskPart::Dimension(named),
        is_said: severity.dimension(named).mark == Some(Mark::NotKnown),
    });
    let delay = match severity.delay {
        Some(Delay::Yes | Delay::No) => None,
        said => Some(RiskUnknown { what: RiskPart::Delay, is_said: said.is_some() }),
    };
    let likelihood = match risk.nearness() {
        Nearness::Said(Likelihood::NotKnown) => Some(true),
        Nearness::NotSaid => Some(false),
        Nearness::Harmed | Nearness::Said(_) => None,
    };
    let likelihood = likelihood.map(|is_said| RiskUnknown { what: RiskPart::Likelihood, is_said });
    needed.chain(dimensions).chain(delay).chain(likelihood).collect()
}
