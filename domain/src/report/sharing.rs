//! The copy for sharing, made from [`Shareable`] alone.
//!
//! **Invariant:** nothing in it tells that something was left out: no count, no code, no id, no
//! square for what is open or does not apply, no section without an answer. Every copy says that
//! answers may be left out, whether or not one was.

use super::drawing::Drawing;
use super::{Copy, Report};
use crate::asked::Asked;
use crate::catalogue::Catalogue;
use crate::date::Date;
use crate::findings;
use crate::guidance::Guidance;
use crate::rules::Rules;
use crate::sharing::Shareable;
use crate::texts::Texts;

/// The report on what may be told.
#[must_use]
pub fn for_sharing(
    catalogue: &Catalogue,
    guidance: &Guidance,
    rules: &Rules,
    texts: &Texts,
    shareable: &Shareable,
    date: Date,
) -> Report {
    let assessment = shareable.assessment();
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
        copy: Copy::Sharing,
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
        drawing.answers(),
        Some(drawing.sources()),
    ];
    drawing.report(date, parts.into_iter().flatten().collect(), drawing.asked_rows())
}
