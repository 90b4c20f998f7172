//! What is assessed.

use std::rc::Rc;

use domain::assessment::Timestamp;

use super::changing::change;
use super::travelling;
use crate::effect::Focus;
use crate::field::{Field, ScopeText};
use crate::first::{self, Choosing};
use crate::history::Change;
use crate::keeping::Keeping;
use crate::message::Effect;
use crate::state::{Missing, State};

pub(super) fn choose(state: &mut State, choosing: Choosing, now: Timestamp) {
    let Some(work) = &state.work else { return };
    let before = work.assessment.scope.clone();
    let mut after = (*before).clone();
    let field = match &choosing {
        Choosing::Write(text, _) => Some(Field::Scope(*text)),
        _ => None,
    };
    match choosing {
        Choosing::Unit(unit) => after.unit = Some(unit),
        Choosing::Write(text, typed) => {
            *match text {
                ScopeText::Company => &mut after.company,
                ScopeText::Product => &mut after.product,
                ScopeText::OtherFunction => &mut after.other_function,
                ScopeText::Person => &mut after.person,
            } = typed;
        }
        Choosing::Function(id) => {
            let order = state.catalogue.functions.iter().map(|function| &function.id);
            toggle(&mut after.functions, &id, order);
        }
        Choosing::Module(id) => {
            let order = state.catalogue.modules.iter().map(|module| &module.id);
            toggle(&mut after.modules, &id, order);
        }
        Choosing::Form(form) => after.form = form,
        Choosing::Fact(fact, value) => after.set_fact(&fact, &value),
    }
    if after != *before {
        change(state, Change::Scope(before, Rc::new(after)), field, now);
        let missing = missing(state);
        state.missing.retain(|found| missing.contains(found));
    }
}

pub(super) fn go_to_first_question(state: &mut State, effects: &mut Vec<Effect>) {
    state.missing = missing(state);
    if !state.missing.is_empty() {
        effects.push(first::Effect::Focus(Focus::Faults).into());
        return;
    }
    travelling::go(state, effects, state.beginning().place());
}

pub(super) fn missing(state: &State) -> Vec<Missing> {
    let Some(work) = &state.work else { return Vec::new() };
    let scope = &work.assessment.scope;
    let mut missing = Vec::new();
    if scope.unit.is_none() {
        missing.push(Missing::Unit);
    }
    if scope.modules.is_empty() {
        missing.push(Missing::Modules);
    }
    if work.keeping == Keeping::Undecided {
        missing.push(Missing::Keeping);
    }
    missing
}

/// Takes an id in or out, keeping the order of the bank; ids the bank does not have stay last.
fn toggle<'a, T: Clone + PartialEq + 'a>(
    chosen: &mut Vec<T>,
    id: &T,
    order: impl Iterator<Item = &'a T>,
) {
    if chosen.contains(id) {
        chosen.retain(|found| found != id);
        return;
    }
    chosen.push(id.clone());
    let mut sorted: Vec<T> = order.filter(|id| chosen.contains(id)).cloned().collect();
    let others = chosen.iter().filter(|id| !sorted.contains(id)).cloned().collect::<Vec<_>>();
    sorted.extend(others);
    *chosen = sorted;
}
