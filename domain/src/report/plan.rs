//! The plan, and what the answers suggest for it.

use super::named::{effort_key, in_words, priority_key, status_key};
use super::reporter::Reporter;
use super::{Block, HeadingLevel, Item, Labelled, Part, PartKind, PlanRow, Suggestion};
use crate::findings::Action;
use crate::plan::{PlannedAction, Priority, Reason};
use crate::texts::{Key, report as keys};

impl Reporter<'_> {
    /// The plan, group by group: what is to be done, and apart from it what is over. When it was done is
    /// not known: nobody was asked.
    pub(super) fn plan(self) -> Option<Part> {
        let plan = &self.assessment.plan;
        let mut blocks = Vec::new();
        let mut add = |heading: Key, items: Vec<Item>| {
            if !items.is_empty() {
                blocks.push(Block::Heading(HeadingLevel::Three, self.text(heading)));
                blocks.push(Block::Items(items));
            }
        };
        for priority in Priority::ALL {
            let group = plan.to_do().filter(|action| action.priority == priority);
            add(priority_key(priority), group.map(|action| self.planned(action)).collect());
        }
        add(keys::PLAN_OVER, plan.over().map(|action| self.planned(action)).collect());
        let part = self.part(
            PartKind::Plan,
            keys::PARTS_PLAN_HEADING,
            Some(keys::PARTS_PLAN_INTRO),
            blocks,
            Some(keys::PARTS_PLAN_EMPTY),
        )?;
        Some(part.counted(self, plan.actions().len()))
    }

    /// The same, one row an action, in the same order.
    pub(super) fn plan_rows(self) -> Vec<PlanRow> {
        let row = |action: &PlannedAction| PlanRow {
            id: (!self.is_for_sharing()).then_some(action.id.0),
            what: self.named(action),
            priority: self.text(priority_key(action.priority)),
            owner: action.owner.trim().to_owned(),
            due: action.due,
            days_overdue: action.days_overdue(self.date),
            overdue: self.overdue(action).unwrap_or_default(),
            status: self.text(status_key(action.status)),
            is_over: action.is_over(),
            first_step: action.first_step.trim().to_owned(),
            effort: action.effort.map(|effort| self.text(effort_key(effort))).unwrap_or_default(),
            needs: action.needs.trim().to_owned(),
            first_sign: action.first_sign.trim().to_owned(),
            reason: self.reason(action).unwrap_or_default(),
            risks: self.action_risks(action),
            is_confidential: self.rests_on_confidential(action),
        };
        self.assessment.plan.as_told().map(row).collect()
    }

    /// What the answers suggest to do, most severe first. Nothing in a copy for sharing: it is not
    /// worked with.
    pub(super) fn suggestions(self) -> Vec<Suggestion> {
        if self.is_for_sharing() {
            return Vec::new();
        }
        let actions = self.found.findings.actions.iter();
        actions
            .map(|action| Suggestion {
                question: action.question().id.clone(),
                mark: self.mark(action.question()),
                what: self.suggested(action),
                because: {
                    let touches = self.touching_at(&action.question().id);
                    self.sentences(&self.because(action), &touches)
                },
            })
            .collect()
    }

    fn planned(self, action: &PlannedAction) -> Item {
        let question = action.reason.question();
        let question = question.and_then(|id| self.bank.catalogue.question(id));
        let mut details = Vec::new();
        let mut add = |key: Key, value: &str| {
            if !value.trim().is_empty() {
                details.push(Labelled { label: self.text(key), value: value.trim().to_owned() });
            }
        };
        add(keys::PLAN_OWNER, &action.owner);
        if let Some(due) = action.due {
            add(keys::PLAN_DUE, &in_words(&self.bank.texts, due));
        }
        add(keys::PLAN_STATUS, &self.text(status_key(action.status)));
        if let Some(effort) = action.effort {
            add(keys::PLAN_EFFORT, &self.text(effort_key(effort)));
        }
        add(keys::PLAN_NEEDS, &action.needs);
        add(keys::PLAN_FIRST_STEP, &action.first_step);
        add(keys::PLAN_FIRST_SIGN, &action.first_sign);
        let risks = Some(self.action_risks(action)).filter(|risks| !risks.is_empty());
        Item {
            mark: question.and_then(|question| self.mark(question)),
            pressing: self.overdue(action).unwrap_or_default(),
            lines: self.reason(action).into_iter().chain(risks).collect(),
            details,
            ..Item::titled(&self.named(action))
        }
    }

    /// What is planned, by whom and until when, where there is room for little more.
    pub(super) fn planned_in_short(self, action: &PlannedAction) -> Item {
        let owner = action.owner.trim();
        let due = action.due.map(|due| in_words(&self.bank.texts, due)).unwrap_or_default();
        let status = self.text(status_key(action.status));
        let told = [owner, &*due, &*status].map(str::to_owned);
        let told: Vec<_> = told.into_iter().filter(|told| !told.is_empty()).collect();
        Item {
            pressing: self.overdue(action).unwrap_or_default(),
            lines: vec![self.phrases(&told)],
            ..Item::titled(&self.named(action))
        }
    }

    /// The same with a label for each, whether something is said or not.
    pub(super) fn planned_by_column(self, action: &PlannedAction) -> Item {
        let due = action.due.map(|due| in_words(&self.bank.texts, due)).unwrap_or_default();
        let columns = [
            (keys::PLAN_OWNER, action.owner.trim().to_owned()),
            (keys::PLAN_DUE, due),
            (keys::PLAN_STATUS, self.text(status_key(action.status))),
            (keys::PLAN_FIRST_SIGN, action.first_sign.trim().to_owned()),
        ];
        let labelled = |(key, value)| Labelled { label: self.text(key), value };
        Item {
            pressing: self.overdue(action).unwrap_or_default(),
            details: columns.map(labelled).into(),
            ..Item::titled(&self.named(action))
        }
    }

    /// That the day until when it was to be done has passed, and for how long.
    fn overdue(self, action: &PlannedAction) -> Option<String> {
        let days = action.days_overdue(self.date)?;
        Some(self.bank.texts.count(keys::PLAN_OVERDUE, days, &[]))
    }

    /// What is done. An action without words says so.
    pub(super) fn named(self, action: &PlannedAction) -> String {
        match action.what.trim() {
            "" => self.text(keys::PLAN_BLANK),
            what => what.to_owned(),
        }
    }

    /// Why an action is planned, as a sentence. One whose reason is gone says so.
    fn reason(self, action: &PlannedAction) -> Option<String> {
        let question = action.reason.question()?;
        let found =
            self.found.findings.actions.iter().find(|found| found.question().id == *question);
        match (found, &action.reason) {
            (Some(found), _) => Some(self.because(found)),
            (None, Reason::Answer(_)) => Some(self.text(keys::PLAN_GONE)),
            (None, Reason::Kept(_)) => Some(self.text(keys::PLAN_KEPT)),
            (None, Reason::Own) => None,
        }
    }

    /// What a finding suggests.
    pub(super) fn suggested(self, action: &Action) -> String {
        match action {
            Action::Close { what, .. } | Action::Choose { what, .. } => what.to_string(),
            Action::Improve { question, step, higher } => {
                self.further(question, *step, higher.as_ref())
            }
            Action::FindEffect { tactics, .. } => {
                let names: Vec<_> = tactics.iter().map(|tactic| tactic.name.clone()).collect();
                let tactics = self.phrases(&names);
                self.bank.texts.with(keys::PLAN_FIND_EFFECT, &[("tactics", &tactics)])
            }
        }
    }

    /// The sentence of the gap that an action closes, or what is asked where there is no gap.
    fn because(self, action: &Action) -> String {
        let question = action.question();
        let gap = self.found.findings.gaps.iter().find(|gap| gap.question.id == question.id);
        gap.map_or(&question.prompt, |gap| &gap.sentence).to_string()
    }
}
