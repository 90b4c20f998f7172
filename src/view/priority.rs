//! What the groups of the plan are called.

use domain::plan::Priority;
use domain::texts::later::{self as key, Key};

/// The name of a group of the plan.
pub(crate) fn priority_key(priority: Priority) -> Key {
    match priority {
        Priority::First => key::PLAN_FIRST,
        Priority::Next => key::PLAN_NEXT,
        Priority::Later => key::PLAN_LATER,
    }
}
