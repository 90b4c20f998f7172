//! Where each answer stands, as squares. Only ladders stand in it.

use std::rc::Rc;

use super::reporter::Reporter;
use super::{Block, Mark, Part, PartKind, Profile, ProfileRow, Shade};
use crate::asked::SectionOf;
use crate::findings::Spread;
use crate::questions::{Question, Step};
use crate::texts::report::{self as keys, Key};

impl Reporter<'_> {
    /// The part with the profile.
    pub(super) fn profile(self) -> Option<Part> {
        let mut blocks = Vec::new();
        if let Some(stands) = self.stands() {
            blocks.push(Block::Profile(stands));
            blocks.extend(self.waiting_below());
        }
        self.part(
            PartKind::Profile,
            keys::PARTS_PROFILE_HEADING,
            Some(keys::PARTS_PROFILE_INTRO),
            blocks,
            Some(keys::PARTS_PROFILE_EMPTY),
        )
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

    /// Sentences that name the questions that are answered in part, and those without an answer, in
    /// the complete copy.
    fn waiting_below(self) -> impl Iterator<Item = Block> {
        let findings = &self.found.findings;
        let partly = findings.partly.iter().map(|partly| partly.question.code.as_str()).collect();
        let open = findings.open.iter().map(|open| open.code.as_str()).collect();
        let named = move |(key, codes): (Key, Vec<&str>)| {
            (!self.is_for_sharing() && !codes.is_empty()).then(|| {
                let codes = self.joined(&codes);
                Block::Paragraph(self.bank.texts.with(key, &[("codes", &codes)]))
            })
        };
        [(keys::PARTS_PROFILE_PARTLY, partly), (keys::PARTS_PROFILE_OPEN, open)]
            .into_iter()
            .filter_map(named)
    }
}

fn has_squares(spread: &Spread) -> bool {
    spread.steps.iter().any(|questions| !questions.is_empty()) || !spread.not_known.is_empty()
}
