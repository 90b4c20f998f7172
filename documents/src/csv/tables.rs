//! Which tables there are, and their columns. Names of files and columns are the same in every language
//! and are never changed; `docs/report-format.md` lists them.

use domain::report::rows::{Concluded, Fact, FactKind, Planned, RiskFact};
use domain::risk::{Named, RiskField};

use super::lines::{Line, Of};

/// A table.
pub(super) struct Table {
    /// The name of its file.
    pub(super) name: &'static str,
    /// What its lines are.
    pub(super) of: Of,
    /// Its columns in their order.
    pub(super) columns: &'static [(&'static str, Cell)],
}

/// What stands in a column.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Cell {
    /// The number of the finding or action.
    Number,
    /// The number of the risk: `R2`.
    Risk,
    /// The name of the section.
    Section,
    /// What is asked.
    Question,
    /// The code of the section.
    SectionCode,
    /// The code of the question.
    QuestionCode,
    /// `yes` where anything that the line is about is confidential.
    Confidential,
    /// The phase.
    Phase,
    /// The tactic.
    Tactic,
    /// What kind of fact it is.
    Kind,
    /// The kind in words.
    Label,
    /// What is said.
    Value,
    /// The step, where it is one.
    Step,
    /// All that is said of this kind, one below the other.
    Said(FactKind),
    /// Which dimension it is.
    Dimension,
    /// What is said of the dimension.
    Of(Rated),
    /// The same as a step, where it is known.
    StepOf(Rated),
}

/// What is said of a dimension.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Rated {
    /// Where it stands before measures.
    Before,
    /// Why.
    Because,
    /// Where it stands with the measures in use.
    After,
}

impl Table {
    /// Whether it tells of questions also where nothing is answered.
    pub(super) fn is_of_questions(&self) -> bool {
        matches!(self.of, Of::Cover | Of::Answers)
    }
}

impl Cell {
    /// Whether a copy for sharing has no such column: a code that is missing would show, and so would a
    /// place for what is never told there.
    pub(super) fn is_own(self) -> bool {
        matches!(
            self,
            Self::SectionCode
                | Self::QuestionCode
                | Self::Confidential
                | Self::Said(FactKind::Concluded(Concluded::SetAside))
        )
    }

    /// What stands there in a line.
    pub(super) fn value(self, line: &Line<'_>) -> String {
        let first = line.facts.first();
        let number = |number: Option<u32>| number.map(|number| number.to_string());
        let step = |fact: Option<&Fact>| number(fact.and_then(|fact| fact.step).map(u32::from));
        let rated = |rated: Rated| line.named.map(|named| rated.of(named));
        let found = match self {
            Self::Number => number(line.number),
            Self::Risk => line.risk.map(|number| format!("R{number}")),
            Self::Section => line.rows.map(|rows| rows.section.name.clone()),
            Self::Question => line.rows.map(|rows| rows.question.name.clone()),
            Self::SectionCode => line.rows.map(|rows| rows.section.code.clone()),
            Self::QuestionCode => line.rows.map(|rows| rows.question.code.clone()),
            Self::Confidential => line.is_confidential.then(|| "yes".to_owned()),
            Self::Phase => line.tactic.map(|tactic| tactic.phase.clone()),
            Self::Tactic => line.tactic.map(|tactic| tactic.name.clone()),
            Self::Kind => first.map(|fact| fact.kind.name().to_owned()),
            Self::Label => first.map(|fact| fact.label.clone()),
            Self::Value => first.map(|fact| fact.value.clone()),
            Self::Step => step(first),
            Self::Said(kind) => Some(said(line, kind)),
            Self::Dimension => rated(Rated::Before).map(|kind| dimension(kind).to_owned()),
            Self::Of(what) => rated(what).map(|kind| said(line, kind)),
            Self::StepOf(what) => {
                let kind = rated(what);
                step(line.facts.iter().find(|fact| Some(fact.kind) == kind))
            }
        };
        found.unwrap_or_default()
    }
}

impl Rated {
    fn of(self, named: Named) -> FactKind {
        FactKind::Risk(match self {
            Self::Before => RiskFact::Before(named),
            Self::Because => RiskFact::Reason(named),
            Self::After => RiskFact::After(named),
        })
    }
}

fn said(line: &Line<'_>, kind: FactKind) -> String {
    let facts = line.facts.iter().filter(|fact| fact.kind == kind);
    facts.map(|fact| fact.value.as_str()).collect::<Vec<_>>().join("\n")
}

/// The name of a dimension in files.
fn dimension(kind: FactKind) -> &'static str {
    kind.name().trim_start_matches("risk-")
}

const fn of_risk(kind: RiskFact) -> Cell {
    Cell::Said(FactKind::Risk(kind))
}

const fn field(field: RiskField) -> Cell {
    of_risk(RiskFact::Field(field))
}

const fn concluded(kind: Concluded) -> Cell {
    Cell::Said(FactKind::Concluded(kind))
}

const fn planned(kind: Planned) -> Cell {
    Cell::Said(FactKind::Planned(kind))
}

const SECTION: (&str, Cell) = ("section", Cell::Section);
const QUESTION: (&str, Cell) = ("question", Cell::Question);
const SECTION_CODE: (&str, Cell) = ("section_code", Cell::SectionCode);
const QUESTION_CODE: (&str, Cell) = ("question_code", Cell::QuestionCode);
const CONFIDENTIAL: (&str, Cell) = ("confidential", Cell::Confidential);
const RISK: (&str, Cell) = ("risk", Cell::Risk);
const FACT: (&str, Cell) = ("fact", Cell::Kind);
const LABEL: (&str, Cell) = ("label", Cell::Label);
const VALUE: (&str, Cell) = ("value", Cell::Value);
const ELSEWHERE: (&str, Cell) = ("elsewhere", concluded(Concluded::Elsewhere));

/// All tables in their order.
pub(super) const TABLES: &[Table] = &[
    Table { name: "about.csv", of: Of::Cover, columns: &[FACT, LABEL, VALUE] },
    Table {
        name: "risks.csv",
        of: Of::Risks,
        columns: &[
            RISK,
            ("name", field(RiskField::Name)),
            ("story", field(RiskField::Story)),
            ("rights", field(RiskField::Rights)),
            ("people", field(RiskField::People)),
            ("hit_harder", of_risk(RiskFact::HitHarder)),
            ("users", field(RiskField::Users)),
            ("where", field(RiskField::Place)),
            ("when", field(RiskField::When)),
            ("who", field(RiskField::Who)),
            ("product", field(RiskField::Product)),
            ("arises", field(RiskField::Arises)),
            ("status", field(RiskField::Status)),
            ("since", field(RiskField::Since)),
            ("note", field(RiskField::Note)),
            ("evidence", field(RiskField::Evidence)),
            ("band", of_risk(RiskFact::Band)),
            ("grounds", of_risk(RiskFact::Grounds)),
            ("delay", of_risk(RiskFact::Delay)),
            ("likelihood", of_risk(RiskFact::Likelihood)),
            ("likelihood_after", of_risk(RiskFact::Rarer)),
            CONFIDENTIAL,
        ],
    },
    Table {
        name: "severity.csv",
        of: Of::Severity,
        columns: &[
            RISK,
            ("dimension", Cell::Dimension),
            ("mark", Cell::StepOf(Rated::Before)),
            ("says", Cell::Of(Rated::Before)),
            ("because", Cell::Of(Rated::Because)),
            ("after_mark", Cell::StepOf(Rated::After)),
            ("after", Cell::Of(Rated::After)),
            CONFIDENTIAL,
        ],
    },
    Table {
        name: "risk-phases.csv",
        of: Of::Phases,
        columns: &[
            RISK,
            ("phase", Cell::Phase),
            ("says", of_risk(RiskFact::Cover)),
            ("fits", of_risk(RiskFact::Fits)),
            CONFIDENTIAL,
        ],
    },
    Table {
        name: "gaps.csv",
        of: Of::Concluded(&[Concluded::Gap]),
        columns: &[
            ("gap", Cell::Number),
            SECTION,
            QUESTION,
            VALUE,
            ELSEWHERE,
            ("harm", concluded(Concluded::Harm)),
            ("waits", concluded(Concluded::Waits)),
            ("raised", concluded(Concluded::Raised)),
            ("next", concluded(Concluded::Next)),
            SECTION_CODE,
            QUESTION_CODE,
            CONFIDENTIAL,
        ],
    },
    Table {
        name: "gap-touches.csv",
        of: Of::Touches,
        columns: &[("gap", Cell::Number), RISK, ("because", Cell::Value), CONFIDENTIAL],
    },
    Table {
        name: "practices.csv",
        of: Of::Concluded(&[Concluded::Strength, Concluded::ToBeShown, Concluded::Improvement]),
        columns: &[
            FACT,
            ("number", Cell::Number),
            SECTION,
            QUESTION,
            VALUE,
            ELSEWHERE,
            ("could_show", concluded(Concluded::CouldShow)),
            ("next_step", concluded(Concluded::NextStep)),
            SECTION_CODE,
            QUESTION_CODE,
            CONFIDENTIAL,
        ],
    },
    Table {
        name: "tensions.csv",
        of: Of::Concluded(&[Concluded::Tension]),
        columns: &[
            ("tension", Cell::Number),
            VALUE,
            ("why", concluded(Concluded::Why)),
            ("ask", concluded(Concluded::Ask)),
            ("set_aside", concluded(Concluded::SetAside)),
            CONFIDENTIAL,
        ],
    },
    Table {
        name: "tension-sides.csv",
        of: Of::Concluded(&[Concluded::Side]),
        columns: &[
            ("tension", Cell::Number),
            SECTION,
            QUESTION,
            VALUE,
            SECTION_CODE,
            QUESTION_CODE,
            CONFIDENTIAL,
        ],
    },
    Table {
        name: "tactics-next.csv",
        of: Of::Concluded(&[Concluded::Next]),
        columns: &[
            ("number", Cell::Number),
            SECTION,
            QUESTION,
            VALUE,
            SECTION_CODE,
            QUESTION_CODE,
            CONFIDENTIAL,
        ],
    },
    Table {
        name: "actions.csv",
        of: Of::Planned,
        columns: &[
            ("action", Cell::Number),
            ("what", planned(Planned::What)),
            ("priority", planned(Planned::Priority)),
            ("owner", planned(Planned::Owner)),
            ("due", planned(Planned::Due)),
            ("overdue", planned(Planned::Overdue)),
            ("status", planned(Planned::Status)),
            ("first_step", planned(Planned::FirstStep)),
            ("effort", planned(Planned::Effort)),
            ("needs", planned(Planned::Needs)),
            ("first_sign", planned(Planned::FirstSign)),
            ("reason", planned(Planned::Reason)),
            ("risks", planned(Planned::Risks)),
            SECTION,
            QUESTION,
            SECTION_CODE,
            QUESTION_CODE,
            CONFIDENTIAL,
        ],
    },
    Table {
        name: "action-risks.csv",
        of: Of::RiskActions,
        columns: &[("action", Cell::Number), RISK],
    },
    Table {
        name: "answers.csv",
        of: Of::Answers,
        columns: &[
            SECTION,
            QUESTION,
            FACT,
            LABEL,
            VALUE,
            ("step", Cell::Step),
            SECTION_CODE,
            QUESTION_CODE,
            CONFIDENTIAL,
        ],
    },
    Table {
        name: "tactics.csv",
        of: Of::Tactics,
        columns: &[
            SECTION,
            QUESTION,
            ("phase", Cell::Phase),
            ("tactic", Cell::Tactic),
            ("state", Cell::Said(FactKind::TacticState)),
            ("effect", Cell::Said(FactKind::Effect)),
            ("how_known", Cell::Said(FactKind::HowKnown)),
            ("could_know", Cell::Said(FactKind::CouldKnow)),
            ("because", Cell::Said(FactKind::Because)),
            SECTION_CODE,
            QUESTION_CODE,
            CONFIDENTIAL,
        ],
    },
];
