//! One answer of an example. It takes the fields that the page offers for the kind of its question,
//! and exactly one choice.

use domain::answer::{Answer, Choice, Confidentiality, Evidence};
use domain::elsewhere::{Elsewhere, HigherStep};
use domain::questions::{Question, Step};
use domain::save::v4;

use super::named::{named, named_if};
use crate::content::read::Table;
use crate::kinds;
use crate::problem::Problems;

/// Says who could know.
const NOT_KNOWN: &str = "not-known";
/// Says why.
const DOES_NOT_APPLY: &str = "does-not-apply";

/// Reads the answer to a question.
pub(super) fn read(question: &Question, table: Table<'_>, problems: &Problems) -> Answer {
    let mut answer = Answer {
        note: text(&table, "note"),
        confidentiality: if table.truth_if("confidential") {
            Confidentiality::Confidential
        } else {
            Confidentiality::Open
        },
        ..Answer::default()
    };
    choice(question, &table, &mut answer, problems);
    let asks = question.asks();
    if asks.evidence {
        answer.evidence = table.tables_if("evidence").into_iter().map(evidence).collect();
    }
    if asks.elsewhere
        && let Some(beyond) = table.table_if("elsewhere")
    {
        answer.elsewhere = elsewhere(beyond);
        let is_read = answer.choice.is_some() && answer.elsewhere.highest.is_some();
        if is_read && answer.higher().is_none() {
            let reason = "expected a step above the one of the answer";
            table.problem(&table.place("elsewhere"), "elsewhere", reason);
        }
    }
    if asks.sureness {
        answer.sureness = named_if::<v4::Sureness>(&table, "sure").map(Into::into);
    }
    table.close();
    answer
}

/// Reads what was chosen.
fn choice(question: &Question, table: &Table<'_>, answer: &mut Answer, problems: &Problems) {
    let room = kinds::room(&question.kind);
    let own = room.field();
    let given: Vec<_> =
        [own, NOT_KNOWN, DOES_NOT_APPLY].into_iter().filter(|field| table.has(field)).collect();
    match given.as_slice() {
        [_] => {}
        [] => {
            let expected = format!("missing: expected this, {NOT_KNOWN} or {DOES_NOT_APPLY}");
            table.problem(table.at, own, expected);
        }
        [first, second, ..] => {
            let reason = format!("stands beside “{first}”; one of them is the answer");
            table.problem(&table.place(second), second, reason);
        }
    }
    room.sample(table, answer, problems);
    if table.has(NOT_KNOWN) {
        answer.choice = Some(Choice::NotKnown);
        answer.could_know = text(table, NOT_KNOWN);
    }
    if table.has(DOES_NOT_APPLY) {
        answer.choice = Some(Choice::DoesNotApply);
        answer.because = text(table, DOES_NOT_APPLY);
    }
}

fn elsewhere(table: Table<'_>) -> Elsewhere {
    let step = table.number("step", 2..=5).and_then(Step::from_number);
    let place = table.text("place").as_ref().to_owned();
    table.close();
    Elsewhere { highest: step.and_then(HigherStep::new), place }
}

/// Reads one row of evidence.
pub(super) fn evidence(table: Table<'_>) -> Evidence {
    let evidence = Evidence {
        kind: named::<v4::EvidenceKind>(&table, "kind").map(Into::into).unwrap_or_default(),
        place: table.text("place").as_ref().to_owned(),
        as_of: table.text("as-of").as_ref().to_owned(),
    };
    table.close();
    evidence
}

fn text<'a>(table: &Table<'a>, field: &'a str) -> String {
    table.text_if(field).unwrap_or_default().as_ref().to_owned()
}
