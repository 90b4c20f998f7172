//! Tactics, phase by phase. They are never added up across phases.

use super::reporter::Reporter;
use super::{Block, Glyph, HeadingLevel, Item, Part, PartKind, TacticColumn, TacticRow};
use crate::answer::{TacticEffect, TacticState};
use crate::count::count;
use crate::findings::Action;
use crate::findings::reading::{StatedTactic, stated_tactics};
use crate::questions::{Question, TacticGroup};
use crate::texts::report as keys;

impl Glyph {
    pub(super) fn of(state: TacticState) -> Self {
        match state {
            TacticState::Used => Self::Used,
            TacticState::Planned => Self::Planned,
            TacticState::Unused => Self::Unused,
            TacticState::Unknown => Self::Unknown,
            TacticState::Unfit => Self::Unfit,
        }
    }
}

impl Reporter<'_> {
    /// The tactics of all matrices, and what to do next about them. A phase without any state is left
    /// out.
    pub(super) fn tactics(self) -> Option<Part> {
        let matrices: Vec<&Question> = self
            .found
            .asked
            .questions()
            .map(|question| &**question)
            .filter(|question| !self.stated(question).is_empty())
            .collect();
        let mut blocks = Vec::new();
        for question in &matrices {
            if matrices.len() > 1 {
                let heading = question.prompt.to_string();
                blocks.push(Block::Heading(HeadingLevel::Three, heading));
            }
            blocks.extend(self.effect_unknown(question));
            blocks.push(Block::Tactics(self.columns(question)));
        }
        let next = self.next_about_tactics();
        if !next.is_empty() {
            blocks.push(Block::Items(next));
        }
        self.part(
            PartKind::Tactics,
            keys::PARTS_TACTICS_HEADING,
            Some(keys::PARTS_TACTICS_INTRO),
            blocks,
            None,
        )
        .filter(|_| !matrices.is_empty())
    }

    /// What to do next about tactics, where no gap says it.
    fn next_about_tactics(self) -> Vec<Item> {
        let all = (0..).zip(&self.found.findings.actions);
        let next = all.filter(|(_, action)| action.is_about_tactics());
        let item = |(at, action): (u32, &Action)| Item {
            mark: self.mark(action.question()),
            suggestion: (!self.is_for_sharing()).then_some(at),
            ..Item::titled(&match action {
                Action::FindEffect { .. } => self.text(keys::WORDS_ACTION_FIND_EFFECT),
                Action::Choose { .. } | Action::Close { .. } | Action::Improve { .. } => {
                    self.suggested(action)
                }
            })
        };
        next.map(item).collect()
    }

    fn stated<'a>(&self, question: &'a Question) -> Vec<StatedTactic<'a>>
    where
        Self: 'a,
    {
        stated_tactics(question, self.answer(&question.id))
    }

    /// How many tactics in use have no known effect, in the complete copy.
    fn effect_unknown(self, question: &Question) -> Option<Block> {
        let stated = self.stated(question);
        let used = || stated.iter().filter(|found| found.answer.state == TacticState::Used);
        let unknown =
            used().filter(|found| found.answer.effect == Some(TacticEffect::Unknown)).count();
        let count = count(used().count());
        (unknown > 0 && !self.is_for_sharing()).then(|| {
            let unknown = [("unknown", &*unknown.to_string())];
            let key = keys::PARTS_TACTICS_EFFECT_UNKNOWN;
            Block::Paragraph(self.bank.texts.count(key, count, &unknown))
        })
    }

    fn columns(self, question: &Question) -> Vec<TacticColumn> {
        let stated = self.stated(question);
        let groups = question.matrix().map(|matrix| matrix.groups.as_slice()).unwrap_or_default();
        groups
            .iter()
            .map(|group| (group, stated.iter().filter(|found| found.group.id == group.id)))
            .map(|(group, stated)| self.column(question, group, stated.collect()))
            .filter(|column| !column.tactics.is_empty())
            .collect()
    }

    fn column(
        self,
        question: &Question,
        group: &TacticGroup,
        stated: Vec<&StatedTactic<'_>>,
    ) -> TacticColumn {
        let used = stated.iter().filter(|found| found.answer.state == TacticState::Used).count();
        let used = count(used);
        let summary = (!self.is_for_sharing()).then(|| {
            let all = group.tactics.len().to_string();
            self.bank.texts.count(keys::PARTS_TACTICS_SUMMARY, used, &[("all", &all)])
        });
        TacticColumn {
            name: group.name.to_string(),
            summary,
            starts: None,
            fits: None,
            tactics: stated
                .into_iter()
                .map(|found| TacticRow {
                    glyph: Glyph::of(found.answer.state),
                    state: self.state(Some(found.answer.state)),
                    name: found.tactic.name.to_string(),
                    detail: self.tactic_detail(question, &found.tactic.id, found.answer),
                })
                .collect(),
        }
    }
}
