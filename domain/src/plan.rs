//! The plan: what a company takes from its answers, who does it and until when. Part of the
//! assessment, in the person's own words; nothing in it comes or goes by itself.

use crate::bounds::listed::ACTIONS;
use crate::date::Date;
use crate::id::QuestionId;
use crate::risk::RiskId;

mod filter;
mod standing;

pub use filter::{ByDue, ByOwner, Filter, SOON};
pub use standing::Standing;

/// How many actions come into *First* by themselves: more than these nobody begins at once.
const FIRST_HOLDS: usize = 3;

/// Actions in their order: first those of *First*, then *Next*, then *Later*.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan(Vec<PlannedAction>);

/// Tells actions of one plan apart. Never given again while the action lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ActionId(pub u32);

/// One action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedAction {
    /// Tells it apart from the others.
    pub id: ActionId,
    /// What is done, as worded.
    pub what: String,
    /// What it is done about.
    pub reason: Reason,
    /// How soon.
    pub priority: Priority,
    /// Function or name.
    pub owner: String,
    /// Until when.
    pub due: Option<Date>,
    /// How far it is.
    pub status: Status,
    /// What is done first.
    pub first_step: String,
    /// How much of an effort it is, where somebody has said.
    pub effort: Option<Effort>,
    /// What it needs, and from whom.
    pub needs: String,
    /// By what one sees first that something has changed for people.
    pub first_sign: String,
    /// The risks it is for. One that is no longer listed stays, and its name with it in the register.
    pub risks: Vec<RiskId>,
}

/// What an action is done about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Nothing that was answered: the action is the person's own.
    Own,
    /// What was answered to this question.
    Answer(QuestionId),
    /// The same, and it stays although the answer gives no reason for it any more.
    Kept(QuestionId),
}

/// How soon an action is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Priority {
    /// Before all others.
    First,
    /// Then.
    Next,
    /// After that.
    Later,
}

/// How far an action is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// Nothing has been done yet.
    #[default]
    NotStarted,
    /// It is being done.
    Started,
    /// It is done.
    Done,
    /// It will not be done.
    Dropped,
}

/// How much of an effort an action is, as the person guesses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// Days.
    Small,
    /// Weeks.
    Medium,
    /// Months, or money that somebody has to grant.
    Large,
}

/// Where an action goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// One place up, over the edge of its group where it is the first there.
    Up,
    /// One place down, likewise.
    Down,
    /// To the end of a group.
    To(Priority),
    /// Before another action, into its group.
    Before(ActionId),
}

impl Priority {
    /// All, soonest first.
    pub const ALL: [Self; 3] = [Self::First, Self::Next, Self::Later];
}

impl Status {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::NotStarted, Self::Started, Self::Done, Self::Dropped];
}

impl Effort {
    /// All, the smallest first.
    pub const ALL: [Self; 3] = [Self::Small, Self::Medium, Self::Large];
}

impl Reason {
    /// The question behind it.
    #[must_use]
    pub fn question(&self) -> Option<&QuestionId> {
        match self {
            Self::Own => None,
            Self::Answer(question) | Self::Kept(question) => Some(question),
        }
    }
}

impl PlannedAction {
    /// An action with nothing but its words and its reason, among the first.
    #[must_use]
    pub fn new(id: ActionId, what: String, reason: Reason) -> Self {
        Self {
            id,
            what,
            reason,
            priority: Priority::First,
            owner: String::new(),
            due: None,
            status: Status::default(),
            first_step: String::new(),
            effort: None,
            needs: String::new(),
            first_sign: String::new(),
            risks: Vec::new(),
        }
    }

    /// Whether nothing is to be done any more.
    #[must_use]
    pub fn is_over(&self) -> bool {
        matches!(self.status, Status::Done | Status::Dropped)
    }

    /// For how many days it is overdue on a day; none where it is not, or is over.
    #[must_use]
    pub fn days_overdue(&self, today: Date) -> Option<u32> {
        let due = self.due.filter(|_| !self.is_over())?;
        u32::try_from(today.days() - due.days()).ok().filter(|days| *days > 0)
    }
}

impl Plan {
    /// The actions in their order.
    #[must_use]
    pub fn actions(&self) -> &[PlannedAction] {
        &self.0
    }

    /// Whether nothing is planned.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether it takes no more actions.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.0.len() >= ACTIONS
    }

    /// The actions that are still to be done.
    pub fn to_do(&self) -> impl Iterator<Item = &PlannedAction> {
        self.0.iter().filter(|action| !action.is_over())
    }

    /// The actions that are done or dropped.
    pub fn over(&self) -> impl Iterator<Item = &PlannedAction> {
        self.0.iter().filter(|action| action.is_over())
    }

    /// All actions as files tell them: what is over stands behind what is to be done.
    pub fn as_told(&self) -> impl Iterator<Item = &PlannedAction> {
        self.to_do().chain(self.over())
    }

    /// The actions of a group.
    pub fn of(&self, priority: Priority) -> impl Iterator<Item = &PlannedAction> {
        self.0.iter().filter(move |action| action.priority == priority)
    }

    /// An action.
    #[must_use]
    pub fn action(&self, id: ActionId) -> Option<&PlannedAction> {
        self.0.iter().find(|action| action.id == id)
    }

    /// An action, to be changed. Its group is changed by [`Plan::go`] alone.
    pub fn action_mut(&mut self, id: ActionId) -> Option<&mut PlannedAction> {
        self.0.iter_mut().find(|action| action.id == id)
    }

    /// How many actions are about a question.
    #[must_use]
    pub fn about(&self, question: &QuestionId) -> usize {
        self.each_about(question).count()
    }

    /// The actions about a question, in their order.
    pub fn each_about<'a>(
        &'a self,
        question: &'a QuestionId,
    ) -> impl Iterator<Item = &'a PlannedAction> {
        self.0.iter().filter(move |action| action.reason.question() == Some(question))
    }

    /// An id that no action has.
    #[must_use]
    pub fn next_id(&self) -> ActionId {
        let highest = self.0.iter().map(|action| action.id.0).max();
        if let Some(next) = highest.unwrap_or_default().checked_add(1) {
            return ActionId(next);
        }
        // A file may hold the last number there is.
        let is_free = |id: &ActionId| self.action(*id).is_none();
        (1..=u32::MAX).map(ActionId).find(is_free).unwrap_or(ActionId(0))
    }

    /// Puts an action at the end of its group. One whose id is there already gets another.
    pub fn add(&mut self, mut action: PlannedAction) {
        if self.action(action.id).is_some() {
            action.id = self.next_id();
        }
        self.0.insert(self.end_of(action.priority), action);
    }

    /// Takes an action out.
    pub fn remove(&mut self, id: ActionId) {
        self.0.retain(|action| action.id != id);
    }

    /// Where an action that comes new goes: to *First* while that holds few that are still to be done.
    #[must_use]
    pub fn room(&self) -> Priority {
        let first = self.of(Priority::First).filter(|action| !action.is_over()).count();
        if first < FIRST_HOLDS { Priority::First } else { Priority::Next }
    }

    /// Who does something, each once, in the order of the plan.
    #[must_use]
    pub fn owners(&self) -> Vec<&str> {
        let mut owners = Vec::new();
        for owner in self.0.iter().map(|action| action.owner.trim()) {
            if !owner.is_empty() && !owners.contains(&owner) {
                owners.push(owner);
            }
        }
        owners
    }

    /// Moves an action. What is nowhere else to go stays.
    pub fn go(&mut self, id: ActionId, to: Move) {
        self.go_among(id, to, |_| true);
    }

    /// Moves an action where only some are shown: one step goes past what is hidden to the next that is
    /// shown, so that each step is seen.
    pub fn go_among(&mut self, id: ActionId, to: Move, shows: impl Fn(&PlannedAction) -> bool) {
        let Some(at) = self.0.iter().position(|action| action.id == id) else { return };
        let mut action = self.0.remove(at);
        let place = match to {
            Move::Up => self.above(at, &mut action, shows),
            Move::Down => self.below(at, &mut action, shows),
            Move::To(priority) => {
                action.priority = priority;
                self.end_of(priority)
            }
            Move::Before(target) => match self.0.iter().position(|other| other.id == target) {
                Some(place) => {
                    action.priority = self.0.get(place).map_or(action.priority, |it| it.priority);
                    place
                }
                None => at,
            },
        };
        self.0.insert(place, action);
    }

    /// Whether a move leads an action somewhere else.
    #[must_use]
    pub fn can_go(&self, id: ActionId, to: Move, shows: impl Fn(&PlannedAction) -> bool) -> bool {
        if let (Move::To(priority), Some(action)) = (to, self.action(id)) {
            return action.priority != priority;
        }
        let mut moved = self.clone();
        moved.go_among(id, to, shows);
        moved != *self
    }

    /// Where an action that was taken out at `at` comes by one step up; at the edge of its group it
    /// changes over to the end of the one above.
    fn above(
        &self,
        at: usize,
        action: &mut PlannedAction,
        shows: impl Fn(&PlannedAction) -> bool,
    ) -> usize {
        let same = |other: &PlannedAction| other.priority == action.priority && shows(other);
        if let Some(place) = self.0.iter().take(at).rposition(same) {
            return place;
        }
        action.priority = match action.priority {
            Priority::First => return at,
            Priority::Next => Priority::First,
            Priority::Later => Priority::Next,
        };
        self.end_of(action.priority)
    }

    /// The same down, to the beginning of the group below.
    fn below(
        &self,
        at: usize,
        action: &mut PlannedAction,
        shows: impl Fn(&PlannedAction) -> bool,
    ) -> usize {
        let same = |other: &PlannedAction| other.priority == action.priority && shows(other);
        if let Some(place) = self.0.iter().skip(at).position(same) {
            return at + place + 1;
        }
        let end = self.end_of(action.priority);
        action.priority = match action.priority {
            Priority::First => Priority::Next,
            Priority::Next => Priority::Later,
            Priority::Later => return at,
        };
        end
    }

    /// The place behind the last action of a group.
    fn end_of(&self, priority: Priority) -> usize {
        self.0.iter().filter(|other| other.priority <= priority).count()
    }
}

impl FromIterator<PlannedAction> for Plan {
    fn from_iter<I: IntoIterator<Item = PlannedAction>>(all: I) -> Self {
        let mut plan = Self::default();
        for action in all {
            plan.add(action);
        }
        plan
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn action(id: u32, priority: Priority) -> PlannedAction {
        let new = PlannedAction::new(ActionId(id), format!("{id}"), Reason::Own);
        PlannedAction { priority, ..new }
    }

    fn plan() -> Plan {
        use Priority::{First, Later, Next};
        [(1, First), (2, First), (3, Next), (4, Later)]
            .map(|(id, priority)| action(id, priority))
            .into_iter()
            .collect()
    }

    fn shown(plan: &Plan) -> String {
        let group = |priority| plan.of(priority).map(|action| action.what.clone());
        Priority::ALL.map(|priority| group(priority).collect::<String>()).join("|")
    }

    #[test]
    fn actions_stand_in_the_order_of_their_groups() {
        assert_eq!(shown(&plan()), "12|3|4");
        let mut plan = plan();
        plan.add(action(5, Priority::First));
        assert_eq!(shown(&plan), "125|3|4");
        assert_eq!(plan.next_id(), ActionId(6));
        // Behind the last number there is comes the first that is free.
        let mut last = Plan::default();
        for _ in 0..3 {
            last.add(action(u32::MAX, Priority::First));
        }
        let ids: Vec<_> = last.actions().iter().map(|action| action.id.0).collect();
        assert_eq!(ids, [u32::MAX, 1, 2]);
        // The same id again is another action.
        plan.add(action(5, Priority::Later));
        let ids: Vec<_> = plan.actions().iter().map(|action| action.id.0).collect();
        assert_eq!(ids, [1, 2, 5, 3, 4, 6]);
    }

    #[test]
    fn a_step_goes_over_the_edge_of_a_group_and_stops_at_the_ends() {
        let steps = [
            (2, Move::Up, "21|3|4"),
            (2, Move::Down, "1|23|4"),
            (1, Move::Up, "12|3|4"),
            (3, Move::Up, "123||4"),
            (3, Move::Down, "12||34"),
            (4, Move::Down, "12|3|4"),
            (4, Move::Up, "12|34|"),
        ];
        for (id, step, expected) in steps {
            let mut plan = plan();
            let can_go = plan.can_go(ActionId(id), step, |_| true);
            plan.go(ActionId(id), step);
            assert_eq!(can_go, expected != "12|3|4", "{id} {step:?}");
            assert_eq!(shown(&plan), expected, "{id} {step:?}");
        }
    }

    #[test]
    fn overdue_is_what_is_to_be_done_still_from_the_day_after_it_was_due() {
        let day = |text| Date::parse(text).unwrap();
        let due = |status| PlannedAction {
            due: Some(day("2026-11-13")),
            status,
            ..action(1, Priority::First)
        };
        for (today, overdue) in [
            ("2026-11-12", None),
            ("2026-11-13", None),
            ("2026-11-14", Some(1)),
            ("2026-11-28", Some(15)),
            ("2028-03-01", Some(474)),
        ] {
            for status in Status::ALL {
                let expected = overdue.filter(|_| !due(status).is_over());
                assert_eq!(due(status).days_overdue(day(today)), expected, "{today} {status:?}");
            }
        }
        assert!(Status::ALL.map(due).iter().filter(|action| action.is_over()).count() == 2);
        assert_eq!(action(1, Priority::First).days_overdue(day("2026-11-28")), None);
    }

    #[test]
    fn a_step_goes_past_what_is_hidden_and_each_one_is_seen() {
        use Priority::{First, Next};
        let plan: Plan = [(1, First), (2, First), (3, First), (4, Next), (5, Next)]
            .map(|(id, priority)| action(id, priority))
            .into_iter()
            .collect();
        let steps = [
            // 2 and 4 are hidden.
            (3, Move::Up, "312|45|"),
            (1, Move::Down, "231|45|"),
            (1, Move::Up, "123|45|"),
            (5, Move::Up, "1235|4|"),
            (3, Move::Down, "12|345|"),
        ];
        for (id, step, expected) in steps {
            let shows = |action: &PlannedAction| ![2, 4].contains(&action.id.0);
            let mut moved = plan.clone();
            moved.go_among(ActionId(id), step, shows);
            assert_eq!(shown(&moved), expected, "{id} {step:?}");
            assert_eq!(plan.can_go(ActionId(id), step, shows), moved != plan, "{id} {step:?}");
        }
    }

    #[test]
    fn three_that_are_to_be_done_fill_what_comes_first() {
        let mut plan = Plan::default();
        for id in 1..=3 {
            assert_eq!(plan.room(), Priority::First, "{id}");
            plan.add(action(id, plan.room()));
        }
        assert_eq!(plan.room(), Priority::Next);
        plan.action_mut(ActionId(2)).unwrap().status = Status::Done;
        assert_eq!(plan.room(), Priority::First, "what is done leaves room");
    }

    #[test]
    fn who_does_something_is_named_once_in_the_order_of_the_plan() {
        let owned =
            |id, owner: &str| PlannedAction { owner: owner.into(), ..action(id, Priority::First) };
        let all = [owned(1, "Legal "), owned(2, ""), owned(3, "Sales"), owned(4, "Legal")];
        assert_eq!(all.into_iter().collect::<Plan>().owners(), ["Legal", "Sales"]);
    }

    #[test]
    fn an_action_goes_to_a_group_or_before_another() {
        let mut plan = plan();
        assert!(plan.can_go(ActionId(1), Move::To(Priority::Later), |_| true));
        assert!(!plan.can_go(ActionId(1), Move::To(Priority::First), |_| true), "it is there");
        plan.go(ActionId(1), Move::To(Priority::Later));
        assert_eq!(shown(&plan), "2|3|41");
        plan.go(ActionId(4), Move::Before(ActionId(3)));
        assert_eq!(shown(&plan), "2|43|1");
        plan.go(ActionId(4), Move::Before(ActionId(9)));
        plan.go(ActionId(9), Move::Up);
        assert_eq!(shown(&plan), "2|43|1");
    }
}
