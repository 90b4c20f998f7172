//! How a plan stands on a day, in numbers of actions. No share and no total of what is done.

use super::{Plan, Status};
use crate::count::count;
use crate::date::Date;

/// How many actions stand how. Each is counted once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Their day has passed, and they are still to be done.
    pub overdue: u32,
    /// Still to be done, with a day that has not passed: how many, and the latest of these days.
    pub due: Option<(u32, Date)>,
    /// Still to be done, without a day.
    pub undated: u32,
    /// Done.
    pub done: u32,
    /// Not to be done any more.
    pub dropped: u32,
}

impl Standing {
    /// How a plan stands.
    #[must_use]
    pub fn of(plan: &Plan, today: Date) -> Self {
        let is = |status| count(plan.actions().iter().filter(|it| it.status == status).count());
        let waiting = || plan.actions().iter().filter(|action| !action.is_over());
        let days = waiting().filter_map(|action| action.due.filter(|due| *due >= today));
        let number = count(days.clone().count());
        Self {
            overdue: count(waiting().filter(|it| it.days_overdue(today).is_some()).count()),
            due: days.max().map(|latest| (number, latest)),
            undated: count(waiting().filter(|action| action.due.is_none()).count()),
            done: is(Status::Done),
            dropped: is(Status::Dropped),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{ActionId, PlannedAction, Reason};
    use super::*;

    #[test]
    fn each_action_is_counted_once_and_what_is_over_is_never_overdue() {
        let day = |text| Date::parse(text).unwrap();
        let all = [
            (Some("2026-11-13"), Status::NotStarted),
            (Some("2026-11-28"), Status::Started),
            (Some("2027-01-31"), Status::NotStarted),
            (None, Status::Started),
            (Some("2026-11-13"), Status::Done),
            (None, Status::Done),
            (Some("2027-05-01"), Status::Dropped),
        ];
        let plan: Plan = (1..)
            .zip(all)
            .map(|(id, (due, status))| PlannedAction {
                due: due.map(day),
                status,
                ..PlannedAction::new(ActionId(id), String::new(), Reason::Own)
            })
            .collect();
        let expected = Standing {
            overdue: 1,
            due: Some((2, day("2027-01-31"))),
            undated: 1,
            done: 2,
            dropped: 1,
        };
        assert_eq!(Standing::of(&plan, day("2026-11-28")), expected);
        assert_eq!(Standing::of(&Plan::default(), day("2026-11-28")), Standing::default());
    }
}
