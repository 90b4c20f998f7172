//! What one line of a table is about, and which lines there are.

use std::slice;

use domain::report::rows::{
    Concluded, Fact, FactKind, NumberedRows, QuestionRows, Rows, TacticRows,
};
use domain::risk::Named;

/// What the lines of a table are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    /// What the report says of itself.
    Cover,
    /// Risks to people.
    Risks,
    /// Of each risk its dimensions.
    Severity,
    /// Of each risk the phases.
    Phases,
    /// Of each risk the actions for it.
    RiskActions,
    /// What was concluded, of these kinds.
    Concluded(&'static [Concluded]),
    /// Of each gap the risks that it touches.
    Touches,
    /// Actions of the plan.
    Planned,
    /// What is said at each question.
    Answers,
    /// At each question its tactics.
    Tactics,
}

/// What one line is about.
#[derive(Clone, Copy, Default)]
pub(super) struct Line<'a> {
    /// The number of the finding or action.
    pub(super) number: Option<u32>,
    /// The number of the risk.
    pub(super) risk: Option<u32>,
    /// The dimension of the risk.
    pub(super) named: Option<Named>,
    /// The question, where it is about one.
    pub(super) rows: Option<&'a QuestionRows>,
    /// The tactic or phase.
    pub(super) tactic: Option<&'a TacticRows>,
    /// Whether anything that it is about is confidential.
    pub(super) is_confidential: bool,
    /// What is said.
    pub(super) facts: &'a [Fact],
}

impl<'a> Line<'a> {
    fn about(rows: &'a QuestionRows) -> Self {
        Self {
            rows: Some(rows),
            is_confidential: rows.confidential,
            facts: &rows.facts,
            ..Self::default()
        }
    }

    fn numbered(found: &'a NumberedRows) -> Self {
        Self { number: Some(found.number), ..Self::about(&found.rows) }
    }

    fn of_risk(risk: &'a NumberedRows) -> Self {
        Self { risk: Some(risk.number), ..Self::about(&risk.rows) }
    }

    fn tactic(self, tactic: &'a TacticRows) -> Self {
        Self { tactic: Some(tactic), facts: &tactic.facts, ..self }
    }
}

/// The lines of a table.
pub(super) fn of(rows: &Rows, of: Of) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    match of {
        Of::Cover => lines.extend(
            rows.cover.iter().map(|fact| Line { facts: slice::from_ref(fact), ..Line::default() }),
        ),
        Of::Risks | Of::Severity | Of::Phases | Of::RiskActions => {
            for risk in &rows.risks {
                of_risk(risk, of, &mut lines);
            }
        }
        Of::Concluded(kinds) => {
            let is_one = |found: &&NumberedRows| {
                found.rows.facts.first().is_some_and(
                    |fact| matches!(fact.kind, FactKind::Concluded(kind) if kinds.contains(&kind)),
                )
            };
            lines.extend(rows.concluded.iter().filter(is_one).map(Line::numbered));
        }
        Of::Touches => {
            for gap in &rows.concluded {
                let line = Line::numbered(gap);
                for fact in gap.rows.facts.iter().filter(|fact| fact.risk.is_some()) {
                    let number = fact.risk.map(u32::from);
                    let mut risks = rows.risks.iter().filter(|risk| Some(risk.number) == number);
                    lines.push(Line {
                        risk: number,
                        facts: slice::from_ref(fact),
                        is_confidential: line.is_confidential
                            || risks.any(|risk| risk.rows.confidential),
                        ..line
                    });
                }
            }
        }
        Of::Planned => lines.extend(rows.planned.iter().map(Line::numbered)),
        Of::Answers => {
            for question in &rows.questions {
                let line = Line::about(question);
                let facts = question.facts.iter().map(slice::from_ref);
                lines.extend(facts.map(|facts| Line { facts, ..line }));
            }
        }
        Of::Tactics => {
            for question in &rows.questions {
                let line = Line::about(question);
                lines.extend(question.tactics.iter().map(|tactic| line.tactic(tactic)));
            }
        }
    }
    lines
}

fn of_risk<'a>(risk: &'a NumberedRows, of: Of, lines: &mut Vec<Line<'a>>) {
    let line = Line::of_risk(risk);
    match of {
        Of::Severity => {
            lines.extend(Named::ALL.map(|named| Line { named: Some(named), ..line }));
        }
        Of::Phases => lines.extend(risk.rows.tactics.iter().map(|phase| line.tactic(phase))),
        Of::RiskActions => lines.extend(
            risk.rows.facts.iter().filter(|fact| fact.action.is_some()).map(|fact| Line {
                number: fact.action,
                facts: slice::from_ref(fact),
                ..line
            }),
        ),
        _ => lines.push(line),
    }
}
