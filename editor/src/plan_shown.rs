//! What of the plan is shown on its screen. It belongs to the tab, and nothing of it is kept.

use domain::plan::Filter;

/// What of the plan is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanShown {
    /// Which actions.
    pub filter: Filter,
    /// Whether what is done or dropped is unfolded.
    pub over: bool,
    /// Whether what the answers suggest is unfolded.
    pub suggestions: bool,
    /// Whether the action that is open was opened among those that are done or dropped. Where it stands
    /// while it is open does not change with its state.
    pub(crate) among_over: bool,
}

impl PlanShown {
    /// The person comes from another screen, or to another action. What is open stands in its group then.
    pub(crate) fn come(&mut self) {
        self.among_over = false;
    }
}
