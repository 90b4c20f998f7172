//! Puts the questions in order where risks lead the way.

use std::rc::Rc;

use domain::risks_first::risks_first;

use crate::led::{At, Led};
use crate::on_the_way::before_facts;
use crate::state::State;
use crate::stops::{Stop, stops};

/// Puts them in order anew where the risks, or what is asked, are others than before.
pub(super) fn settle(state: &mut State) {
    let guidance = state.guidance().cloned();
    let (Some(work), Some(guidance)) = (&mut state.work, guidance) else { return };
    let (risks, asked) = (&work.assessment.risks, &work.asked);
    if !risks.leads() || risks.kept().is_empty() {
        work.led = None;
        return;
    }
    let is_same = |led: &Led| Rc::ptr_eq(&led.risks, risks) && Rc::ptr_eq(&led.asked, asked);
    if work.led.as_ref().is_some_and(is_same) {
        return;
    }
    let behind = asked.sections.iter().enumerate().skip(before_facts(asked));
    let order = risks_first(asked.questions().cloned(), &guidance.ties, risks);
    let order = order.iter().flat_map(|question| {
        let found = behind.clone().find(|(_, section)| section.question(&question.id).is_some());
        found.into_iter().flat_map(|(section, asked)| {
            let of = |(_, stop): &(usize, &Stop)| stop.question.id == question.id;
            let stops = stops(asked);
            let places = stops.iter().enumerate().filter(of).map(|(stop, _)| At { section, stop });
            places.collect::<Vec<_>>()
        })
    });
    work.led = Some(Led { risks: risks.clone(), asked: asked.clone(), order: order.collect() });
}
