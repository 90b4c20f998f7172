//! The complete report: everything, confidential answers marked. An example holds the same of an
//! invented company.

use super::reporter::Reporter;
use super::{Edition, Report};
use crate::assessment::Assessment;
use crate::bank::Bank;
use crate::date::Date;
use crate::findings::Found;

/// The complete report on an assessment. Never to be handed on: see [`super::for_sharing`].
#[must_use]
pub fn complete(bank: &Bank, assessment: &Assessment, date: Date) -> Report {
    whole(bank, assessment, date, Edition::Complete)
}

/// The report on an invented company, which says so.
#[must_use]
pub fn example(bank: &Bank, assessment: &Assessment, date: Date) -> Report {
    whole(bank, assessment, date, Edition::Example)
}

fn whole(bank: &Bank, assessment: &Assessment, date: Date, edition: Edition) -> Report {
    let found = &Found::of(bank, assessment);
    let reporter = Reporter { bank, assessment, found, edition, date };
    let first = [Some(reporter.how_to_read()), reporter.board()];
    let then = [
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
        reporter.does_not_apply(),
        reporter.not_asked(),
        reporter.partly(),
        reporter.open(),
        reporter.answers(),
        reporter.sheets(),
        Some(reporter.sources()),
    ];
    let rows = [reporter.scope_rows(), reporter.asked_rows(), reporter.folded_rows()];
    reporter.report(date, reporter.in_order(first, then), rows.concat())
}
