//! Which actions of a plan are shown. Nothing of it is part of the plan.

use super::PlannedAction;
use crate::date::Date;

/// Within how many days something is due soon.
pub const SOON: i32 = 30;

/// Which actions are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Whose.
    pub owner: ByOwner,
    /// Due when.
    pub due: ByDue,
}

/// Whose actions are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum ByOwner {
    /// Everybody's, and those of nobody.
    #[default]
    Everybody,
    /// Those that nobody has.
    Nobody,
    /// Those of one owner, as typed without blanks around it.
    One(String),
}

/// When the actions that are shown are due.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ByDue {
    /// Whenever.
    #[default]
    Any,
    /// The day has passed, and it is still to be done.
    Overdue,
    /// Still to be done, and within [`SOON`] days from today.
    Soon,
    /// No day is set.
    Undated,
}

impl ByDue {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Any, Self::Overdue, Self::Soon, Self::Undated];
}

impl Filter {
    /// Whether it hides anything at all.
    #[must_use]
    pub fn is_set(&self) -> bool {
        *self != Self::default()
    }

    /// Whether an action is shown.
    #[must_use]
    pub fn shows(&self, action: &PlannedAction, today: Date) -> bool {
        let owner = action.owner.trim();
        let is_of = match &self.owner {
            ByOwner::Everybody => true,
            ByOwner::Nobody => owner.is_empty(),
            ByOwner::One(name) => owner == name,
        };
        let is_due = match self.due {
            ByDue::Any => true,
            ByDue::Overdue => action.days_overdue(today).is_some(),
            ByDue::Soon => action.due.is_some_and(|due| {
                !action.is_over() && (0..=SOON).contains(&(due.days() - today.days()))
            }),
            ByDue::Undated => action.due.is_none(),
        };
        is_of && is_due
    }
}

#[cfg(test)]
mod tests {
    use super::super::{ActionId, Reason, Status};
    use super::*;

    fn action(owner: &str, due: Option<&str>, status: Status) -> PlannedAction {
        PlannedAction {
            owner: owner.into(),
            due: due.map(|due| Date::parse(due).unwrap()),
            status,
            ..PlannedAction::new(ActionId(1), String::new(), Reason::Own)
        }
    }

    fn shown(filter: &Filter, all: &[PlannedAction]) -> Vec<usize> {
        let today = Date::parse("2026-11-28").unwrap();
        let shown = all.iter().enumerate().filter(|(_, action)| filter.shows(action, today));
        shown.map(|(at, _)| at).collect()
    }

    #[test]
    fn both_filters_hold_together_and_nothing_is_hidden_without_one() {
        let all = [
            action("Legal", Some("2026-11-13"), Status::Started),
            action(" Legal ", Some("2026-11-28"), Status::NotStarted),
            action("Sales", Some("2026-12-28"), Status::NotStarted),
            action("", Some("2026-12-29"), Status::NotStarted),
            action("", None, Status::Done),
            action("Sales", Some("2026-11-13"), Status::Done),
            action("Sales", Some("2026-12-01"), Status::Dropped),
        ];
        let by = |owner: ByOwner, due: ByDue| shown(&Filter { owner, due }, &all);
        let one = |name: &str| ByOwner::One(name.into());
        assert_eq!(by(ByOwner::Everybody, ByDue::Any), [0, 1, 2, 3, 4, 5, 6]);
        assert_eq!(by(ByOwner::Everybody, ByDue::Overdue), [0]);
        assert_eq!(by(ByOwner::Everybody, ByDue::Soon), [1, 2]);
        assert_eq!(by(ByOwner::Everybody, ByDue::Undated), [4]);
        assert_eq!(by(ByOwner::Nobody, ByDue::Any), [3, 4]);
        assert_eq!(by(one("Legal"), ByDue::Any), [0, 1]);
        assert_eq!(by(one("Legal"), ByDue::Soon), [1]);
        assert_eq!(by(one("Nobody like that"), ByDue::Any), [0_usize; 0]);
        assert!(!Filter::default().is_set());
        assert!(Filter { due: ByDue::Soon, ..Filter::default() }.is_set());
    }
}
