//! Puts the questions in order where risks lead the way.

use std::rc::Rc;

use domain::risks_first::risks_first;

use crate::led::Led;
use crate::on_the_way::before_facts;
use crate::state::State;

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
    let others = asked.sections.iter().skip(before_facts(asked));
    let others = others.flat_map(|section| section.questions.iter().cloned());
    let order = risks_first(others, &guidance.ties, risks).into();
    work.led = Some(Led { risks: risks.clone(), asked: asked.clone(), order });
}
