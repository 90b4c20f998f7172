//! The copy for sharing, made from [`Shareable`] alone.
//!
//! **Invariant:** nothing in it tells that something was left out: no count, no code, no id, no
//! square for what is open or does not apply, no section without an answer. Every copy says that
//! answers may be left out, whether or not one was. An answer to a question that is not asked now
//! stands nowhere in it, not even as a square.

use super::drawing::Drawing;
use super::{Copy, Report};
use crate::asked::Asked;
use crate::assessment::{Answers, Assessment};
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
    let assessment = &asked_alone(assessment, &asked);
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

/// Without answers to what is not asked now: whoever makes a copy for sharing does not see them.
fn asked_alone(assessment: &Assessment, asked: &Asked) -> Assessment {
    let mut answers = Answers::default();
    for question in asked.questions() {
        answers.set(&question.id, assessment.answers.get(&question.id).cloned());
    }
    Assessment { answers, ..assessment.clone() }
}
