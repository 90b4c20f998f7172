//! Where each answer stands, as squares. Only ladders stand in it.

use std::rc::Rc;

use super::reporter::Reporter;
use super::{Block, Mark, Part, PartKind, Profile, ProfileRow, Shade};
use crate::asked::SectionOf;
use crate::findings::Spread;
use crate::progress::{ByKind, Progress};
use crate::questions::{Question, Step};
use crate::scope::Form;
use crate::texts::report::{self as keys, Key};

impl Reporter<'_> {
    /// The part with the profile.
    pub(super) fn profile(self) -> Option<Part> {
        let mut blocks = Vec::new();
        if let Some(stands) = self.stands() {
            blocks.push(Block::Profile(stands));
            blocks.extend(self.how_sure());
        }
        let part = self.part(
            PartKind::Profile,
            keys::PARTS_PROFILE_HEADING,
            Some(keys::PARTS_PROFILE_INTRO),
            blocks,
            Some(keys::PARTS_PROFILE_EMPTY),
        )?;
        let intro = part.intro.map(|intro| self.sentences(&self.counted_by_kind(), &intro));
        Some(Part { intro, ..part })
    }

    /// How many of the questions have steps, how they were answered, and of what kind the others are, in
    /// the complete copy. Nothing is added up to a judgement.
    fn counted_by_kind(self) -> String {
        if self.is_for_sharing() {
            return String::new();
        }
        let texts = &self.bank.texts;
        let asked = || self.found.asked.questions();
        let has_steps = |question: &&Rc<Question>| question.ladder().is_some();
        let of_steps = Progress::of(asked().filter(has_steps), &self.assessment.answers);
        let of_others = asked().filter(|question| !has_steps(question));
        let of_others = Progress::of(of_others, &self.assessment.answers);
        let counts = self.states(of_steps);
        let kinds = ByKind::of(asked());
        let of = match self.assessment.scope.form {
            Form::Short => keys::PARTS_PROFILE_OF_SHORT,
            Form::Complete => keys::PARTS_PROFILE_OF_COMPLETE,
        };
        let all = kinds.all().to_string();
        let told = texts.count(of, kinds.steps, &[("all", &all), ("counts", &counts)]);
        let others = self.counted(&[
            (keys::PARTS_PROFILE_IN_WORDS, kinds.words),
            (keys::PARTS_PROFILE_DECISIONS, kinds.decisions),
            (keys::PARTS_PROFILE_SETS_OF_TACTICS, kinds.tactics),
        ]);
        let rest = kinds.all() - kinds.steps;
        let of_others = self.states(of_others);
        let values = [("kinds", &*others), ("counts", &*of_others)];
        let others = (rest > 0).then(|| texts.count(keys::PARTS_PROFILE_OTHERS, rest, &values));
        self.sentences(&told, &others.unwrap_or_default())
    }

    /// How many are in which state.
    fn states(self, progress: Progress) -> String {
        self.counted(&[
            (keys::PARTS_PROFILE_ANSWERED, progress.answered),
            (keys::PARTS_PROFILE_NOT_KNOWN, progress.not_known),
            (keys::PARTS_PROFILE_DOES_NOT_APPLY, progress.does_not_apply),
            (keys::PARTS_PROFILE_PARTLY, progress.partly),
            (keys::PARTS_PROFILE_UNANSWERED, progress.open),
        ])
    }

    /// What is there, with its count.
    pub(super) fn counted(self, counts: &[(Key, u32)]) -> String {
        let some = counts.iter().filter(|(_, count)| *count > 0);
        let some = some.map(|(key, count)| self.bank.texts.count(*key, *count, &[]));
        self.joined(&some.collect::<Vec<_>>())
    }

    /// Where each answer stands. None where there is none to a question about practice.
    pub(super) fn stands(self) -> Option<Profile> {
        let spread = &self.found.findings.spread;
        let answered = |spread: &Spread| has_squares(spread) || !spread.does_not_apply.is_empty();
        let shown = spread.iter().filter(|spread| !self.is_for_sharing() || has_squares(spread));
        spread.iter().any(answered).then(|| Profile {
            rows: shown.map(|spread| self.row(spread)).collect(),
            shows_does_not_apply: !self.is_for_sharing(),
        })
    }

    /// Name and code of a section. The code stays out of a copy for sharing: a number that is
    /// missing in a row of numbers would show.
    pub(super) fn section_name(self, of: &SectionOf) -> (String, String) {
        match of {
            SectionOf::First => (String::new(), self.text(keys::WORDS_FIRST)),
            SectionOf::Bank { name, .. } if self.is_for_sharing() => {
                (String::new(), name.to_string())
            }
            SectionOf::Bank { code, name, .. } => (code.to_string(), name.to_string()),
        }
    }

    fn row(self, spread: &Spread) -> ProfileRow {
        let (code, name) = self.section_name(&spread.of);
        let [one, two, three, four, five] = &spread.steps;
        let on = |questions: &[Rc<Question>], step| self.squares(questions, Shade::Step(step));
        ProfileRow {
            code,
            name,
            steps: [
                on(one, Step::One),
                on(two, Step::Two),
                on(three, Step::Three),
                on(four, Step::Four),
                on(five, Step::Five),
            ],
            not_known: self.squares(&spread.not_known, Shade::NotKnown),
            does_not_apply: self.squares(&spread.does_not_apply, Shade::DoesNotApply),
        }
    }

    fn squares(self, questions: &[Rc<Question>], shade: Shade) -> Vec<Mark> {
        questions
            .iter()
            .filter_map(|question| self.mark_as(question, &question.code, shade))
            .collect()
    }
}

fn has_squares(spread: &Spread) -> bool {
    spread.steps.iter().any(|questions| !questions.is_empty()) || !spread.not_known.is_empty()
}
