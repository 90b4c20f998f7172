//! Decisions that are needed, for those who decide: what, carried out by whom and by when. What stands
//! first in the plan comes first, in its order; then the gravest gaps of which nothing was ever planned,
//! which nobody has judged yet; then what was judged to be able to wait. What is done or dropped is gone.

use super::named::{effort_key, in_words};
use super::reporter::{Reporter, number};
use super::{Item, Lead, LeadsTo};
use crate::count::count;
use crate::date::Date;
use crate::findings::Gap;
use crate::findings::reading::who_could_know;
use crate::fits::{self, shortened};
use crate::plan::{PlannedAction, Priority};
use crate::questions::Question;
use crate::texts::report as keys;

/// How many decisions there is room for.
const DECISIONS: usize = 3;

/// What a decision is needed about.
#[derive(Clone, Copy)]
enum Needed<'a> {
    /// What is planned and still to be done.
    Planned(&'a PlannedAction),
    /// A gap of which nothing is planned.
    Gap(&'a Gap),
}

impl Needed<'_> {
    /// The action, where it is planned.
    fn planned(&self) -> Option<&PlannedAction> {
        match self {
            Self::Planned(action) => Some(action),
            Self::Gap(_) => None,
        }
    }

    /// Whether it is planned about the same question as an action.
    fn is_about(&self, action: &PlannedAction) -> bool {
        let question = self.planned().and_then(|planned| planned.reason.question());
        question.is_some() && question == action.reason.question()
    }
}

impl<'a> Reporter<'a> {
    /// What decisions are needed about, the first ones first.
    fn needed(self) -> Vec<Needed<'a>> {
        let plan = &self.assessment.plan;
        let is_first = |action: &&PlannedAction| action.priority == Priority::First;
        let first = plan.to_do().filter(is_first).map(Needed::Planned);
        let waiting = plan.to_do().filter(|action| !is_first(action)).map(Needed::Planned);
        let gaps = self.found.findings.gaps.iter();
        let unplanned = gaps.filter(|gap| plan.about(&gap.question.id) == 0).map(Needed::Gap);
        first.chain(unplanned).chain(waiting).take(DECISIONS).collect()
    }
}

impl Reporter<'_> {
    /// The decisions, each with who carries it out and by when.
    pub(super) fn decisions(self) -> Vec<Item> {
        let needed = self.needed();
        let item = |(index, one): (usize, &Needed<'_>)| {
            let item = match one {
                Needed::Planned(action) => {
                    let mut before = needed.iter().take(index);
                    self.planned_decision(action, before.any(|other| other.is_about(action)))
                }
                Needed::Gap(gap) => self.unplanned_decision(gap),
            };
            Item { number: number(index), ..item }
        };
        needed.iter().enumerate().map(item).collect()
    }

    /// That more is planned than stands among the decisions, how much of it is overdue, and where what
    /// can wait is found. Nothing in a copy for sharing, which counts nothing.
    pub(super) fn planned_besides(self) -> Option<String> {
        let needed = self.needed();
        let is_shown = |action: &PlannedAction| {
            needed.iter().filter_map(Needed::planned).any(|shown| shown.id == action.id)
        };
        let more = || self.assessment.plan.to_do().filter(|action| !is_shown(action));
        let all = count(more().count());
        if all == 0 || self.is_for_sharing() {
            return None;
        }
        let overdue = more().filter(|action| action.days_overdue(self.date).is_some());
        let overdue = overdue.count();
        let (next, later) = (self.text(keys::PLAN_NEXT), self.text(keys::PLAN_LATER));
        let key = if overdue == 0 { keys::BOARD_MORE } else { keys::BOARD_MORE_OVERDUE };
        let overdue = overdue.to_string();
        let values = [("next", &*next), ("later", &*later), ("overdue", &*overdue)];
        Some(self.bank.texts.count(key, all, &values))
    }

    /// What is planned, as a decision. Where its words are not those that the bank suggests, they stand
    /// below the decision. A second action about one question is a decision in its own words.
    fn planned_decision(self, action: &PlannedAction, is_second: bool) -> Item {
        let question = action.reason.question();
        let question = question.and_then(|id| self.bank.catalogue.question(id));
        let said = self.named(action);
        let decision = question.and_then(|question| self.decision_about(question));
        let (title, action_said) = match decision.filter(|_| !is_second) {
            Some(decision) => {
                let is_own = !question.is_some_and(|question| self.suggests(question, &said));
                (decision, is_own.then(|| shortened(&said, fits::WHAT)))
            }
            None => (self.whether(&said), None),
        };
        let about = question.map(|found| &**found);
        let agreed = match action.days_overdue(self.date) {
            Some(_) => self.carried_out(&action.owner, about),
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
        let touches = self.action_in_short(action);
        let lines = action_said.into_iter().chain([line, touches, self.takes(action)]);
        Item {
            pressing: self.overdue_since(action).unwrap_or_default(),
            mark: question.and_then(|question| self.mark(question)),
            lines: lines.filter(|line| !line.is_empty()).collect(),
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
        let planned = self.sentences(&unplanned, &self.agreed("", None, Some(question)));
        let touches = Some(self.touching_in_short(gap)).filter(|touches| !touches.is_empty());
        // Where that is stands further on: there is no room for it here.
        let beyond = gap.higher.as_ref().map(|higher| self.beyond(higher));
        Item {
            mark: self.mark(question),
            lines: beyond.into_iter().chain([planned]).chain(touches).collect(),
            suggestion: self.closing(gap),
            ..Item::titled(&title)
        }
    }

    /// What the bank says is to be decided about a question.
    fn decision_about(self, question: &Question) -> Option<String> {
        let sentences = self.bank.rules.sentences(&question.id)?;
        Some(sentences.decision.to_string()).filter(|decision| !decision.is_empty())
    }

    /// Whether these are the words that are suggested for the low steps of a question: those of the bank,
    /// or with what is to be brought over before them.
    fn suggests(self, question: &Question, said: &str) -> bool {
        let sentences = self.bank.rules.sentences(&question.id);
        let mut gaps = self.found.findings.gaps.iter();
        let gap = gaps.find(|gap| gap.question.id == question.id);
        let of_gap = gap.and_then(|gap| gap.next.as_deref());
        sentences.is_some_and(|found| *found.next == *said) || of_gap == Some(said)
    }

    /// An action as a decision.
    fn whether(self, action: &str) -> String {
        let action = shortened(action, fits::WHAT);
        self.bank.texts.with(keys::BOARD_WHETHER, &[("action", &action)])
    }

    /// Who carries it out, and by when. What is missing is said, but not in a copy for sharing, where an owner
    /// may be left out.
    fn agreed(self, owner: &str, due: Option<Date>, question: Option<&Question>) -> String {
        let texts = &self.bank.texts;
        let date = due.map(|due| in_words(texts, due));
        let named = shortened(owner, fits::OWNER);
        if let Some(date) = date.as_ref().filter(|_| !named.is_empty()) {
            return texts.with(keys::BOARD_OWNER_DUE, &[("owner", &named), ("date", date)]);
        }
        let when = match date {
            Some(date) => texts.with(keys::BOARD_DUE, &[("date", &date)]),
            None if self.is_for_sharing() => String::new(),
            None => self.text(keys::BOARD_UNDATED),
        };
        self.sentences(&self.carried_out(owner, question), &when)
    }

    /// Who carries it out.
    fn carried_out(self, owner: &str, question: Option<&Question>) -> String {
        match &*shortened(owner, fits::OWNER) {
            "" if self.is_for_sharing() => String::new(),
            "" => self.nobody(question),
            owner => self.bank.texts.with(keys::BOARD_OWNER, &[("owner", owner)]),
        }
    }

    /// That the day has passed by which it was to be carried out.
    fn overdue_since(self, action: &PlannedAction) -> Option<String> {
        action.days_overdue(self.date)?;
        let date = in_words(&self.bank.texts, action.due?);
        Some(self.bank.texts.with(keys::BOARD_OVERDUE, &[("date", &date)]))
    }

    /// How much of an effort it is and what it needs, where the plan says so.
    fn takes(self, action: &PlannedAction) -> String {
        let texts = &self.bank.texts;
        let effort = action.effort.map(|effort| self.text(effort_key(effort)));
        let needs = shortened(&action.needs, fits::NEEDS);
        let told = [(keys::PLAN_EFFORT, effort.unwrap_or_default()), (keys::PLAN_NEEDS, needs)];
        let told = told.into_iter().filter(|(_, value)| !value.is_empty());
        let told = told.map(|(label, value)| {
            let label = self.text(label);
            texts.with(keys::WORDS_LABELLED, &[("label", &label), ("value", &value)])
        });
        let told: Vec<_> = told.collect();
        match &told[..] {
            [effort, needs] => {
                let effort = texts.with(keys::BOARD_ENDED, &[("words", effort)]);
                self.sentences(&effort, needs)
            }
            _ => self.phrases(&told),
        }
    }

    /// That nobody carries it out yet, and who could know.
    fn nobody(self, question: Option<&Question>) -> String {
        let could = question.and_then(|question| {
            let typed = self.answer(&question.id).map(|answer| answer.could_know.as_str());
            who_could_know(typed.unwrap_or_default(), question).names().first().cloned()
        });
        match could {
            Some(who) => {
                let who = shortened(&who, fits::COULD_KNOW);
                self.bank.texts.with(keys::BOARD_NOBODY_COULD_KNOW, &[("who", &who)])
            }
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
