//! Decisions that are needed, for those who decide: who decides what by when. The plan says which, in
//! its order; what is done or dropped is gone. Where the plan has fewer than fit, the gravest gaps of
//! which nothing was ever planned fill up.

use std::borrow::Cow;

use super::board::beginning;
use super::named::{effort_key, in_words};
use super::reporter::{Reporter, number};
use super::{Item, Lead, LeadsTo};
use crate::date::Date;
use crate::findings::Gap;
use crate::findings::reading::who_could_know;
use crate::plan::PlannedAction;
use crate::questions::Question;
use crate::texts::report as keys;

/// How many decisions there is room for.
const DECISIONS: usize = 3;

/// How many characters of an action there is room for.
const ACTION: usize = 140;

/// How many characters of an owner there is room for.
const OWNER: usize = 60;

/// How many characters there is room for of what an action needs.
const NEEDS: usize = 100;

/// What a decision is needed about.
#[derive(Clone, Copy)]
enum Needed<'a> {
    /// What is planned and still to be done.
    Planned(&'a PlannedAction),
    /// A gap of which nothing is planned.
    Gap(&'a Gap),
}

impl<'a> Reporter<'a> {
    /// What decisions are needed about, the first ones first.
    fn needed(self) -> impl Iterator<Item = Needed<'a>> {
        let plan = &self.assessment.plan;
        let planned = plan.actions().iter().filter(|action| !action.is_over());
        let gaps = self.found.findings.gaps.iter();
        let unplanned = gaps.filter(|gap| plan.about(&gap.question.id) == 0);
        planned.map(Needed::Planned).chain(unplanned.map(Needed::Gap)).take(DECISIONS)
    }
}

impl Reporter<'_> {
    /// The decisions, each with who decides and by when.
    pub(super) fn decisions(self) -> Vec<Item> {
        let mut items: Vec<Item> = Vec::new();
        for (index, needed) in self.needed().enumerate() {
            let item = match needed {
                Needed::Planned(action) => {
                    let mut item = self.planned_decision(action);
                    // Two actions about one question are two decisions.
                    if items.iter().any(|other| other.title == item.title) {
                        item.title = self.whether(&self.named(action));
                        item.lines.drain(..item.lines.len().saturating_sub(1));
                    }
                    item
                }
                Needed::Gap(gap) => self.unplanned_decision(gap),
            };
            items.push(Item { number: number(index), ..item });
        }
        items
    }

    /// What is planned, as a decision. Where its words are not those that the bank suggests, they stand
    /// below the decision.
    fn planned_decision(self, action: &PlannedAction) -> Item {
        let question = action.reason.question();
        let question = question.and_then(|id| self.bank.catalogue.question(id));
        let said = self.named(action);
        let decision = question.and_then(|question| self.decision_about(question));
        let mut lines = Vec::new();
        let title = match decision {
            Some(decision) => {
                let suggested = question.and_then(|question| self.next(question));
                if suggested.as_deref() != Some(said.as_str()) {
                    lines.push(beginning(&said, ACTION).unwrap_or(said));
                }
                decision
            }
            None => self.whether(&said),
        };
        let about = question.map(|found| &**found);
        let agreed = match action.days_overdue(self.date) {
            Some(_) => self.decides(&action.owner, about),
            None => self.agreed(&action.owner, action.due, about),
        };
        let planned = self.text(keys::BOARD_PLANNED);
        let (line, leads) = if self.is_for_sharing() {
            (agreed, Vec::new())
        } else {
            let lead = Lead { to: LeadsTo::Action(action.id), words: planned.clone() };
            let ended = self.bank.texts.with(keys::BOARD_ENDED, &[("words", &planned)]);
            (self.sentences(&agreed, &ended), vec![lead])
        };
        lines.extend([line, self.takes(action)].into_iter().filter(|line| !line.is_empty()));
        Item {
            pressing: self.overdue_since(action).unwrap_or_default(),
            mark: question.and_then(|question| self.mark(question)),
            lines,
            leads,
            ..Item::titled(&title)
        }
    }

    /// A gap of which nothing is planned, as a decision.
    fn unplanned_decision(self, gap: &Gap) -> Item {
        let question = &gap.question;
        let decision = self.decision_about(question);
        let next = || gap.next.as_deref().map(|next| self.whether(next));
        let title = decision.or_else(next).unwrap_or_else(|| gap.sentence.to_string());
        let unplanned = self.text(keys::BOARD_UNPLANNED);
        Item {
            mark: self.mark(question),
            lines: vec![self.sentences(&unplanned, &self.agreed("", None, Some(question)))],
            suggestion: self.closing(gap),
            ..Item::titled(&title)
        }
    }

    /// What the bank says is to be decided about a question.
    fn decision_about(self, question: &Question) -> Option<String> {
        let sentences = self.bank.rules.sentences(&question.id)?;
        Some(sentences.decision.to_string()).filter(|decision| !decision.is_empty())
    }

    /// What the bank suggests for the low steps of a question.
    fn next(self, question: &Question) -> Option<String> {
        let sentences = self.bank.rules.sentences(&question.id)?;
        Some(sentences.next.to_string())
    }

    /// An action as a decision.
    fn whether(self, action: &str) -> String {
        let action = beginning(action, ACTION).unwrap_or_else(|| action.to_owned());
        self.bank.texts.with(keys::BOARD_WHETHER, &[("action", &action)])
    }

    /// Who decides, and by when. What is missing is said, but not in a copy for sharing, where an owner
    /// may be left out.
    fn agreed(self, owner: &str, due: Option<Date>, question: Option<&Question>) -> String {
        let texts = &self.bank.texts;
        let date = due.map(|due| in_words(texts, due));
        let owner = shown(owner);
        if let (owner, Some(date)) = (&*owner, &date)
            && !owner.is_empty()
        {
            return texts.with(keys::BOARD_OWNER_DUE, &[("owner", owner), ("date", date)]);
        }
        let when = match date {
            Some(date) => texts.with(keys::BOARD_DUE, &[("date", &date)]),
            None if self.is_for_sharing() => String::new(),
            None => self.text(keys::BOARD_UNDATED),
        };
        self.sentences(&self.decides(&owner, question), &when)
    }

    /// Who decides.
    fn decides(self, owner: &str, question: Option<&Question>) -> String {
        match &*shown(owner) {
            "" if self.is_for_sharing() => String::new(),
            "" => self.nobody(question),
            owner => self.bank.texts.with(keys::BOARD_ENDED, &[("words", owner)]),
        }
    }

    /// That the day has passed by which it was to be decided.
    fn overdue_since(self, action: &PlannedAction) -> Option<String> {
        action.days_overdue(self.date)?;
        let date = in_words(&self.bank.texts, action.due?);
        Some(self.bank.texts.with(keys::BOARD_OVERDUE, &[("date", &date)]))
    }

    /// How much of an effort it is and what it needs, where the plan says so.
    fn takes(self, action: &PlannedAction) -> String {
        let texts = &self.bank.texts;
        let effort = action.effort.map(|effort| self.text(effort_key(effort)));
        let needs = action.needs.trim();
        let needs = beginning(needs, NEEDS).unwrap_or_else(|| needs.to_owned());
        let told = [(keys::PLAN_EFFORT, effort.unwrap_or_default()), (keys::PLAN_NEEDS, needs)];
        let told = told.into_iter().filter(|(_, value)| !value.is_empty());
        let told = told.map(|(label, value)| {
            let label = self.text(label);
            texts.with(keys::WORDS_LABELLED, &[("label", &label), ("value", &value)])
        });
        self.phrases(&told.collect::<Vec<_>>())
    }

    /// That nobody decides yet, and who could know.
    fn nobody(self, question: Option<&Question>) -> String {
        let could = question.and_then(|question| {
            let typed = self.answer(&question.id).map(|answer| answer.could_know.as_str());
            who_could_know(typed.unwrap_or_default(), question).names().first().cloned()
        });
        match could {
            Some(who) => self.bank.texts.with(keys::BOARD_NOBODY_COULD_KNOW, &[("who", &who)]),
            None => self.text(keys::BOARD_NOBODY),
        }
    }

    /// Two sentences, of which one may be empty.
    pub(super) fn sentences(self, before: &str, next: &str) -> String {
        match (before, next) {
            ("", only) | (only, "") => only.to_owned(),
            (before, next) => {
                let both = [("before", before), ("next", next)];
                self.bank.texts.with(keys::WORDS_SENTENCES, &both)
            }
        }
    }
}

/// An owner, as far as there is room.
fn shown(owner: &str) -> Cow<'_, str> {
    let owner = owner.trim();
    beginning(owner, OWNER).map_or(Cow::Borrowed(owner), Cow::Owned)
}
