//! The plan as its screen lists it: in which part each action stands, and which are hidden.

use domain::date::Date;
use domain::id::QuestionId;
use domain::plan::{ActionId, Plan, PlannedAction, Priority};

use crate::place::Place;
use crate::plan_shown::PlanShown;
use crate::state::State;

/// The plan as it is listed: in which part each action stands.
#[derive(Clone, Copy, Debug)]
pub struct Listed<'a> {
    plan: &'a Plan,
    shown: &'a PlanShown,
    open: Option<ActionId>,
    today: Option<Date>,
}

impl<'a> Listed<'a> {
    /// The plan of the open assessment.
    #[must_use]
    pub fn of(state: &'a State) -> Option<Self> {
        let work = state.work.as_ref()?;
        Some(Self {
            plan: &work.assessment.plan,
            shown: &work.plan_shown,
            open: open(&state.place),
            today: state.today,
        })
    }

    /// The same of a plan that is being made of it.
    pub(crate) fn with<'b>(&'b self, plan: &'b Plan) -> Listed<'b> {
        Listed { plan, ..*self }
    }

    /// The action that is open.
    #[must_use]
    pub fn open(&self) -> Option<ActionId> {
        self.open
    }

    /// Those of a group that are still to be done.
    pub fn group(self, priority: Priority) -> impl Iterator<Item = &'a PlannedAction> {
        self.plan.of(priority).filter(move |action| self.shows(action))
    }

    /// Those that are done or dropped.
    pub fn over(self) -> impl Iterator<Item = &'a PlannedAction> {
        let all = self.plan.actions().iter();
        all.filter(move |action| self.is_among_over(action) && self.lets(action))
    }

    /// How many the filter hides.
    #[must_use]
    pub fn hidden(self) -> usize {
        self.plan.actions().iter().filter(|action| !self.lets(action)).count()
    }

    /// Whether an action stands in its group, and is not hidden.
    #[must_use]
    pub fn shows(self, action: &PlannedAction) -> bool {
        !self.is_among_over(action) && self.lets(action)
    }

    fn is_among_over(self, action: &PlannedAction) -> bool {
        if self.open == Some(action.id) { self.shown.among_over } else { action.is_over() }
    }

    /// What is open stays, whatever is typed into it.
    fn lets(self, action: &PlannedAction) -> bool {
        let shows = |today| self.shown.filter.shows(action, today);
        self.open == Some(action.id) || self.today.is_none_or(shows)
    }
}

/// The action that is open at a place.
fn open(place: &Place) -> Option<ActionId> {
    match place {
        Place::Plan(open) => *open,
        _ => None,
    }
}

/// Who would do what is planned about a question, as far as anything tells: who could know, as it was
/// typed, or the first of those who usually do.
#[must_use]
pub fn could_own(state: &State, question: &QuestionId) -> Option<String> {
    let work = state.work.as_ref()?;
    let found = state.catalogue.question(question)?;
    let answer = work.assessment.answers.get(question);
    let typed = answer.map(|answer| answer.could_know.as_str()).unwrap_or_default();
    found.first_to_ask(typed).map(str::to_owned)
}
