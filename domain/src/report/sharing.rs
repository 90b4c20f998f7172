//! The copy for sharing, made from [`Shareable`] alone.
//!
//! **Invariant:** nothing in it tells that something was left out: no count, no code, no id, no
//! square for what is open or does not apply, no section without an answer. Every copy says that
//! answers may be left out, whether or not one was. An answer to a question that is not asked now
//! stands nowhere in it, not even as a square.

use super::reporter::Reporter;
use super::{Edition, Report};
use crate::asked::Asked;
use crate::bank::Bank;
use crate::date::Date;
use crate::findings::{Findings, Found, Ground, On};
use crate::sharing::{Shareable, Shown};

/// The report on what may be told.
#[must_use]
pub fn for_sharing(bank: &Bank, shareable: &Shareable, date: Date) -> Report {
    let told = shareable.assessment();
    let asked = Asked::of(&bank.catalogue, &told.scope, &told.answers);
    let assessment = told;
    let mut found = Found::among(bank, assessment, asked);
    if shareable.reach() == Shown::No {
        without_reach(&mut found.findings);
    }
    without_plan(&mut found.findings);
    let found = &found;
    let reporter = Reporter { bank, assessment, found, edition: Edition::Sharing, date };
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
        reporter.answers(),
        Some(reporter.sources()),
    ];
    reporter.report(date, reporter.in_order(first, then), reporter.asked_rows())
}

/// Without tensions that rest on what is not planned: an action may be there that may not be told.
fn without_plan(findings: &mut Findings) {
    let rests_on_plan =
        |ground: &Ground| matches!(ground, Ground::Risk(risk) if risk.on.contains(&On::Plan));
    findings.tensions.retain(|found| !found.grounds.iter().any(rests_on_plan));
}

/// Without what was said about reach: it is no reason, and a tension that rests on it is not there.
/// The order of the gaps stays.
fn without_reach(findings: &mut Findings) {
    for gap in &mut findings.gaps {
        gap.raised_by.clear();
    }
    let rests_on_reach = |ground: &Ground| matches!(ground, Ground::Fact(..));
    findings.tensions.retain(|found| !found.grounds.iter().any(rests_on_reach));
}
