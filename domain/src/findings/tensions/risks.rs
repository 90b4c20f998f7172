//! Conditions on the risks that are listed. One that looks at a field which is empty, or not known yet, does
//! not hold: no rule rests on what nobody said.

use std::rc::Rc;

use super::super::{Context, phases};
use super::Ground;
use crate::findings::risks::Listed;
use crate::plan::Status;
use crate::risk::{Letter, Named, Right, Risk, RiskField, RiskId, Uses};
use crate::rules::RiskCondition;

/// A risk that a tension rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RiskGround {
    /// Which one.
    pub risk: RiskId,
    /// Its number in the order of risks, from 1: 2 for R2.
    pub number: u8,
    /// Its name; empty where that is not known.
    pub name: Rc<str>,
    /// On what of it, where that may be confidential by itself.
    pub on: Vec<On>,
}

/// Something of a risk that a tension can rest on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum On {
    /// A field.
    Field(RiskField),
    /// What is planned for it.
    Plan,
}

/// The risks of which a condition holds.
pub(super) fn holding(context: Context<'_>, condition: &RiskCondition) -> Vec<Ground> {
    let holding = context.risks.iter().filter(|listed| holds(context, &listed.risk, condition));
    holding.map(|listed| ground(listed, condition)).collect()
}

/// All risks, where the condition holds of each of them.
pub(super) fn all(context: Context<'_>, condition: &RiskCondition) -> Option<Vec<Ground>> {
    let holding = holding(context, condition);
    (!holding.is_empty() && holding.len() == context.risks.len()).then_some(holding)
}

fn ground(listed: &Listed, condition: &RiskCondition) -> Ground {
    let mut on = Vec::new();
    rests_on(condition, &mut on);
    let Listed { risk, placed } = listed;
    Ground::Risk(RiskGround { risk: risk.id, number: placed.number, name: listed.name(), on })
}

fn holds(context: Context<'_>, risk: &Risk, condition: &RiskCondition) -> bool {
    match condition {
        RiskCondition::All(all) => all.iter().all(|one| holds(context, risk, one)),
        RiskCondition::Any(any) => any.iter().any(|one| holds(context, risk, one)),
        RiskCondition::StatusIs(name) => risk.status.is_some_and(|status| status.name() == &**name),
        RiskCondition::BandIs(name) => risk.severity.band().0.name() == &**name,
        RiskCondition::UsersAre(name) => {
            risk.users.map(Uses::name).is_some_and(|users| users == &**name)
        }
        RiskCondition::RightsWithin(numbers) => {
            let mut rights = risk.rights.iter().map(|right| Right::number(*right));
            !risk.rights.is_empty() && rights.all(|number| numbers.contains(&number))
        }
        RiskCondition::WhoWithout(letter) => risk
            .who
            .known()
            .is_some_and(|who| who.parties.iter().all(|party| party.letter() != *letter)),
        RiskCondition::FallsAssumed => falls_assumed(risk),
        RiskCondition::NothingStands => phases::nothing_stands(context, risk),
        RiskCondition::Unowned => !context.assessment.plan.actions().iter().any(|action| {
            action.risks.contains(&risk.id)
                && action.status != Status::Dropped
                && !action.owner.trim().is_empty()
                && action.due.is_some()
        }),
    }
}

/// Whether something of it is lower after measures, and nobody has tested any of that.
fn falls_assumed(risk: &Risk) -> bool {
    let falls = Named::ALL.into_iter().filter_map(|named| risk.severity.fall(named));
    let falls = falls.map(|fall| fall.is_assumed());
    let mut falls = falls.chain(risk.rarer().map(|fall| fall.is_assumed())).peekable();
    falls.peek().is_some() && falls.all(|is_assumed| is_assumed)
}

fn rests_on(condition: &RiskCondition, on: &mut Vec<On>) {
    let more = match condition {
        RiskCondition::All(some) | RiskCondition::Any(some) => {
            return some.iter().for_each(|one| rests_on(one, on));
        }
        RiskCondition::StatusIs(_) => On::Field(RiskField::Status),
        RiskCondition::UsersAre(_) => On::Field(RiskField::Users),
        RiskCondition::RightsWithin(_) => On::Field(RiskField::Rights),
        RiskCondition::WhoWithout(_) => On::Field(RiskField::Who),
        RiskCondition::FallsAssumed => On::Field(RiskField::After),
        RiskCondition::NothingStands => On::Field(RiskField::Arises),
        RiskCondition::Unowned => On::Plan,
        RiskCondition::BandIs(_) => return,
    };
    if !on.contains(&more) {
        on.push(more);
    }
}
