//! Undo and redo: each change holds what was before and after, so that taking it back needs no
//! knowledge of what it meant.

use std::rc::Rc;

use domain::answer::Answer;
use domain::assessment::{Answers, Assessment, Dismissal, Timestamp};
use domain::id::{QuestionId, TensionId};
use domain::merge;
use domain::plan::Plan;
use domain::risk::Register;
use domain::scope::Scope;
use domain::sheet::record::{SheetId, SheetRecords, SheetReturn};

use crate::field::Field;

/// How many changes are remembered.
const LIMIT: usize = 1000;

/// Typing in one field within this time is one change.
const PAUSE_MILLISECONDS: i64 = 2_000;

/// What was done and taken back. Lives as long as the tab.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    done: Vec<Rc<Entry>>,
    undone: Vec<Rc<Entry>>,
    /// Whether the field that was typed in last was left since.
    is_left: bool,
    /// Goes up whenever another change is the newest.
    steps: u32,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What changed.
    pub change: Change,
    /// The field that was typed in, if it was typing.
    field: Option<Field>,
    at: Timestamp,
}

/// What changed, before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// An answer.
    Answer(QuestionId, Option<Rc<Answer>>, Option<Rc<Answer>>),
    /// What is assessed.
    Scope(Rc<Scope>, Rc<Scope>),
    /// The reason for which a tension is set aside.
    Dismissal(TensionId, Option<String>, Option<String>),
    /// What is planned.
    Plan(Rc<Plan>, Rc<Plan>),
    /// What a person says of a question sheet that is on record. That one went out or came back is none:
    /// it is so, whatever is taken back.
    Sheets(Rc<SheetRecords>, Rc<SheetRecords>),
    /// Risks, and which were taken out or put elsewhere.
    Risks(Rc<Register>, Rc<Register>),
    /// All answers, reasons, actions and sheets at once, and why.
    Answers(Box<Everything>, Box<Everything>, Because),
}

/// Why answers changed together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because {
    /// Somebody starts again.
    StartAgain,
    /// A risk was listed, which answers questions.
    Listed,
    /// Rows of this question sheet were taken over, which is on record as having come back so.
    Taken(SheetId, SheetReturn),
    /// Another window had chosen otherwise at the same time.
    Met,
}

/// All answers, reasons, actions and sheets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Everything {
    /// All answers.
    pub answers: Answers,
    /// All reasons.
    pub dismissals: Vec<Dismissal>,
    /// All actions.
    pub plan: Rc<Plan>,
    /// All sheets on record.
    pub sheets: Rc<SheetRecords>,
    /// All risks.
    pub risks: Rc<Register>,
}

impl Everything {
    /// What an assessment holds now.
    #[must_use]
    pub fn of(assessment: &Assessment) -> Self {
        Self {
            answers: assessment.answers.clone(),
            dismissals: assessment.dismissals.clone(),
            plan: assessment.plan.clone(),
            sheets: assessment.sheets.clone(),
            risks: assessment.risks.clone(),
        }
    }
}

/// Which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Take back.
    Undo,
    /// Put back.
    Redo,
}

impl Way {
    /// From what to what it leads, of what was before and after.
    fn ends<T>(self, before: T, after: T) -> (T, T) {
        match self {
            Self::Undo => (after, before),
            Self::Redo => (before, after),
        }
    }
}

impl History {
    /// Whether something can be taken or put back.
    #[must_use]
    pub fn has(&self, way: Way) -> bool {
        match way {
            Way::Undo => !self.done.is_empty(),
            Way::Redo => !self.undone.is_empty(),
        }
    }

    /// What would be taken or put back next.
    #[must_use]
    pub fn next(&self, way: Way) -> Option<&Change> {
        let from = match way {
            Way::Undo => &self.done,
            Way::Redo => &self.undone,
        };
        from.last().map(|entry| &entry.change)
    }

    /// Tells states apart: another number means that another change was done, or one was turned.
    #[must_use]
    pub(crate) fn steps(&self) -> u32 {
        self.steps
    }

    /// Remembers a change. Typing on in the same field is one change with what was typed before.
    pub fn remember(&mut self, change: Change, field: Option<Field>, now: Timestamp) {
        self.steps = self.steps.wrapping_add(1);
        self.undone.clear();
        let is_left = std::mem::take(&mut self.is_left);
        if let (Some(last), Some(typed)) = (self.done.last(), &field)
            && last.field == field
            && !is_left
            // A clock that was set back ends it as a pause does.
            && (typed.is_one_change()
                || (0..PAUSE_MILLISECONDS).contains(&now.0.saturating_sub(last.at.0)))
            && let Some(joined) = last.change.joined(&change)
        {
            self.done.pop();
            // Typed and taken away again: there is nothing to take back.
            if !joined.is_void() {
                self.done.push(Rc::new(Entry { change: joined, field, at: now }));
            }
            return;
        }
        if self.done.len() == LIMIT {
            self.done.remove(0);
        }
        self.done.push(Rc::new(Entry { change, field, at: now }));
    }

    /// The field that was typed in is left: what is typed there next is another change.
    pub fn leave(&mut self) {
        self.is_left = true;
    }

    /// Moves the newest change over and gives it.
    pub fn turn(&mut self, way: Way) -> Option<Rc<Entry>> {
        let (from, to) = match way {
            Way::Undo => (&mut self.done, &mut self.undone),
            Way::Redo => (&mut self.undone, &mut self.done),
        };
        let entry = from.pop()?;
        self.steps = self.steps.wrapping_add(1);
        to.push(entry.clone());
        Some(entry)
    }
}

impl Change {
    /// Puts an assessment to where it was before or after this change.
    pub fn apply(&self, way: Way, assessment: &mut Assessment) {
        match self {
            Self::Answer(id, before, after) => {
                let answer = if way == Way::Undo { before } else { after };
                assessment.answers.set(id, answer.clone());
            }
            Self::Scope(before, after) => {
                assessment.scope = if way == Way::Undo { before } else { after }.clone();
            }
            Self::Dismissal(id, before, after) => {
                let because = if way == Way::Undo { before } else { after };
                assessment.set_dismissal(id, because.clone());
            }
            Self::Plan(before, after) => {
                assessment.plan = if way == Way::Undo { before } else { after }.clone();
            }
            Self::Sheets(before, after) => {
                assessment.sheets = if way == Way::Undo { before } else { after }.clone();
            }
            Self::Risks(before, after) => {
                assessment.risks = if way == Way::Undo { before } else { after }.clone();
            }
            Self::Answers(before, after, _) => {
                let everything = if way == Way::Undo { before } else { after };
                assessment.answers = everything.answers.clone();
                assessment.dismissals = everything.dismissals.clone();
                assessment.plan = everything.plan.clone();
                assessment.sheets = everything.sheets.clone();
                assessment.risks = everything.risks.clone();
            }
        }
    }

    /// The same for an assessment of which another window wrote something since: what it wrote stays.
    pub fn apply_beside(&self, way: Way, assessment: &mut Assessment) {
        match self {
            Self::Answer(id, before, after) => {
                let (from, to) = way.ends(before, after);
                let now = assessment.answers.get(id).cloned();
                let answer = merge::answer(from.as_ref(), to.as_ref(), now.as_ref());
                assessment.answers.set(id, answer);
            }
            Self::Scope(before, after) => {
                let (from, to) = way.ends(before, after);
                assessment.scope = merge::scopes(from, to, &assessment.scope).into();
            }
            Self::Plan(before, after) => {
                let (from, to) = way.ends(before, after);
                assessment.plan = merge::plans(from, to, &assessment.plan).into();
            }
            Self::Sheets(before, after) => {
                let (from, to) = way.ends(before, after);
                assessment.sheets = merge::records(from, to, &assessment.sheets).into();
            }
            Self::Risks(before, after) => {
                let (from, to) = way.ends(before, after);
                assessment.risks = merge::registers(from, to, &assessment.risks).into();
            }
            Self::Answers(before, after, because) => {
                let (from, to) = way.ends(before, after);
                let with = |everything: &Everything| Assessment {
                    answers: everything.answers.clone(),
                    dismissals: everything.dismissals.clone(),
                    plan: everything.plan.clone(),
                    sheets: everything.sheets.clone(),
                    risks: everything.risks.clone(),
                    ..assessment.without_answers()
                };
                let mut merged = merge::assessments(&with(from), &with(to), assessment).0;
                merged.risks = merge::registers(&from.risks, &to.risks, &assessment.risks).into();
                if let Because::Taken(sheet, came) = *because {
                    // That it came back stays where it stands, and says how many rows are taken over.
                    let (from, to) = way.ends(came.before_taking(), came);
                    merged.sheets = assessment.sheets.clone();
                    Rc::make_mut(&mut merged.sheets).say_of_return(sheet, from, to);
                }
                *assessment = merged;
            }
            Self::Dismissal(..) => self.apply(way, assessment),
        }
        // Whatever became of answers, those that the register gives are what it says.
        assessment.answer_by_register();
    }

    /// Whether it ends where it began.
    #[must_use]
    pub fn is_void(&self) -> bool {
        match self {
            Self::Answer(_, before, after) => before == after,
            Self::Scope(before, after) => before == after,
            Self::Dismissal(_, before, after) => before == after,
            Self::Plan(before, after) => before == after,
            Self::Sheets(before, after) => before == after,
            Self::Risks(before, after) => before == after,
            Self::Answers(before, after, _) => before == after,
        }
    }

    /// This change and the next as one, if they are of the same thing and nothing else has happened to that
    /// in between: what another window wrote, or what went on record, would be taken back with it.
    fn joined(&self, next: &Self) -> Option<Self> {
        Some(match (self, next) {
            (Self::Answer(id, before, then), Self::Answer(other, from, after))
                if id == other && then == from =>
            {
                Self::Answer(id.clone(), before.clone(), after.clone())
            }
            (Self::Scope(before, then), Self::Scope(from, after)) if then == from => {
                Self::Scope(before.clone(), after.clone())
            }
            (Self::Dismissal(id, before, then), Self::Dismissal(other, from, after))
                if id == other && then == from =>
            {
                Self::Dismissal(id.clone(), before.clone(), after.clone())
            }
            (Self::Plan(before, then), Self::Plan(from, after)) if then == from => {
                Self::Plan(before.clone(), after.clone())
            }
            (Self::Sheets(before, then), Self::Sheets(from, after)) if then == from => {
                Self::Sheets(before.clone(), after.clone())
            }
            (Self::Risks(before, then), Self::Risks(from, after)) if then == from => {
                Self::Risks(before.clone(), after.clone())
            }
            _ => return None,
        })
    }
}
