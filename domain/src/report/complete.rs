//! The complete copy: everything, confidential answers marked. An example holds the same of an
//! invented company.

use super::drawing::Drawing;
use super::{Copy, Report};
use crate::asked::Asked;
use crate::assessment::Assessment;
use crate::catalogue::Catalogue;
use crate::date::Date;
use crate::findings;
use crate::guidance::Guidance;
use crate::rules::Rules;
use crate::texts::Texts;

/// The complete report on an assessment. Never to be handed on: see [`super::for_sharing`].
#[must_use]
pub fn complete(
    catalogue: &Catalogue,
    guidance: &Guidance,
    rules: &Rules,
    texts: &Texts,
    assessment: &Assessment,
    date: Date,
) -> Report {
    whole(catalogue, guidance, rules, texts, assessment, date, Copy::Complete)
}

/// The report on an invented company, which says so.
#[must_use]
pub fn example(
    catalogue: &Catalogue,
    guidance: &Guidance,
    rules: &Rules,
    texts: &Texts,
    assessment: &Assessment,
    date: Date,
) -> Report {
    whole(catalogue, guidance, rules, texts, assessment, date, Copy::Example)
}

fn whole(
    catalogue: &Catalogue,
    guidance: &Guidance,
    rules: &Rules,
    texts: &Texts,
    assessment: &Assessment,
    date: Date,
    copy: Copy,
) -> Report {
    let asked = Asked::of(catalogue, &assessment.scope, &assessment.answers);
    let findings = findings::of(catalogue, rules, assessment);
    let drawing = Drawing {
        catalogue,
        guidance,
        rules,
        texts,
        assessment,
        asked: &asked,
        findings: &findings,
        copy,
    };
    let parts = [
        Some(drawing.how_to_read()),
        drawing.board(),
        drawing.profile(),
        drawing.gaps(),
        drawing.not_known(),
        drawing.strengths(),
        drawing.to_be_shown(),
        drawing.improvements(),
        drawing.tensions(),
        drawing.tactics(),
        drawing.reflections(),
        drawing.plan(),
        drawing.actions(),
        drawing.does_not_apply(),
        drawing.not_asked(),
        drawing.open(),
        drawing.answers(),
        Some(drawing.sources()),
    ];
    let rows = [drawing.scope_rows(), drawing.asked_rows(), drawing.folded_rows()];
    drawing.report(date, parts.into_iter().flatten().collect(), rows.concat())
}
