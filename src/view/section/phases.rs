//! The phases of a matrix, each with the states of its tactics.

use domain::answer::{Answer, TacticState};
use domain::count::count;
use domain::id::TacticId;
use domain::questions::TacticGroup;
use domain::texts::later as key;
use editor::Place;
use yew::prelude::*;

use crate::view::dispatch::Dispatch;
use crate::view::parts::phases::{self, phases};
use crate::view::parts::square::{Shade, legend};
use crate::view::pieces::Phases;
use crate::view::section::here::number;
use crate::view::tactic_state::tactic_state_key;
use crate::view::words::LaterWords;

/// The phases, and what their shapes mean.
pub(crate) fn draw(from: &Phases, words: &LaterWords, _: &Dispatch) -> Html {
    let groups = from.question.matrix().map(|matrix| &matrix.groups[..]).unwrap_or_default();
    let all = groups.iter().map(|group| one(from, group, words)).collect();
    html! {
        <>
            { phases(words.get(key::SECTION_PHASES), all) }
            { shapes(words) }
        </>
    }
}

fn one(from: &Phases, group: &TacticGroup, words: &LaterWords) -> phases::Phase {
    let state = |id: &TacticId| state(from.answer.as_deref(), id);
    let answered = group.tactics.iter().filter(|tactic| state(&tactic.id).is_some()).count();
    let place = Place::Question(from.question.id.clone(), Some(group.id.clone()));
    let code = group.code.as_ref().unwrap_or(&from.question.code);
    let at = answered.to_string();
    phases::Phase {
        key: (&*group.id).into(),
        number: number(code.as_str()).to_owned().into(),
        name: group.name.clone().into(),
        href: format!("#{}", place.hash()).into(),
        glyphs: group
            .tactics
            .iter()
            .map(|tactic| (tactic.id.as_str().into(), shade(state(&tactic.id))))
            .collect(),
        words: words.count_with(
            key::SECTION_TACTIC_PHASE_STATE,
            count(group.tactics.len()),
            &[("at", &at)],
        ),
        current: group.id == from.phase,
    }
}

/// What the shapes mean.
pub(super) fn shapes(words: &LaterWords) -> Html {
    let entry = |state| (shade(Some(state)), false, words.get(tactic_state_key(state)));
    legend(TacticState::ALL.map(entry).into())
}

/// The state of a tactic.
fn state(answer: Option<&Answer>, id: &TacticId) -> Option<TacticState> {
    answer.and_then(|answer| answer.tactic(id)).map(|tactic| tactic.state)
}

/// The shape of a state.
pub(super) fn shade(state: Option<TacticState>) -> Shade {
    match state {
        None => Shade::Dot,
        Some(TacticState::Used) => Shade::Full,
        Some(TacticState::Planned) => Shade::Half,
        Some(TacticState::Unused) => Shade::Empty,
        Some(TacticState::Unknown) => Shade::Hatched,
        Some(TacticState::Unfit) => Shade::Dashed,
    }
}
