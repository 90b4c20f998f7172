//! What the states of a tactic are called.

use domain::answer::TacticState;
use domain::texts::later::{self as key, Key};

/// The name of a state.
pub(crate) fn tactic_state_key(state: TacticState) -> Key {
    match state {
        TacticState::Used => key::SECTION_TACTIC_USED,
        TacticState::Planned => key::SECTION_TACTIC_PLANNED,
        TacticState::Unused => key::SECTION_TACTIC_UNUSED,
        TacticState::Unknown => key::SECTION_TACTIC_UNKNOWN,
        TacticState::Unfit => key::SECTION_TACTIC_UNFIT,
    }
}
