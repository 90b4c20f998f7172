//! The copy for sharing, made from [`Shareable`] alone.
//!
//! **Invariant:** nothing in it tells that something was left out: no count, no code, no id, no
//! square for what is open or does not apply, no section without an answer. Every copy says that
//! answers may be left out, whether or not one was. An answer to a question that is not asked now
//! stands nowhere in it, not even as a square.

use super::reporter::Reporter;
use super::{Edition, Report};
use crate::asked::Asked;
use crate::assessment::{Answers, Assessment};
use crate::bank::Bank;
use crate::date::Date;
use crate::findings::Found;
use crate::sharing::Shareable;

/// The report on what may be told.
#[must_use]
pub fn for_sharing(bank: &Bank, shareable: &Shareable, date: Date) -> Report {
    let told = shareable.assessment();
    let asked = Asked::of(&bank.catalogue, &told.scope, &told.answers);
    let assessment = &asked_alone(told, &asked);
    let found = &Found::among(bank, assessment, asked);
    let reporter = Reporter { bank, assessment, found, edition: Edition::Sharing };
    let parts = [
        Some(reporter.how_to_read()),
        reporter.board(),
        reporter.profile(),
        reporter.gaps(),
        reporter.not_known(),
        reporter.strengths(),
        reporter.to_be_shown(),
        reporter.improvements(),
        reporter.tensions(),
        reporter.tactics(),
        reporter.reflections(),
        reporter.plan(),
        reporter.actions(),
        reporter.does_not_apply(),
        reporter.answers(),
        Some(reporter.sources()),
    ];
    reporter.report(date, parts.into_iter().flatten().collect(), reporter.asked_rows())
}

/// Without answers to what is not asked now: whoever makes a copy for sharing does not see them.
fn asked_alone(assessment: &Assessment, asked: &Asked) -> Assessment {
    let mut answers = Answers::default();
    for question in asked.questions() {
        answers.set(&question.id, assessment.answers.get(&question.id).cloned());
    }
    Assessment { answers, ..assessment.clone() }
}
