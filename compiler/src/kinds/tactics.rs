//! Many tactics, by phase or group, as the content writes them.

use std::rc::Rc;

use domain::answer::{Answer, TacticAnswer, TacticState};
use domain::guidance::TacticHelp;
use domain::id::{Code, FunctionId, QuestionId, TacticId, ValueId};
use domain::questions::{Kind, Matrix, Squares, Tactic, TacticGroup};
use domain::rules::{Comparison, Condition, StateName};
use domain::save::v4;

use super::{Reader, Reading, Room, Words, equal};
use crate::content::beside::{Beside, number};
use crate::content::known::Known;
use crate::content::read::{Names, Table, plain};
use crate::content::style::role::Role;
use crate::problem::Problems;
use crate::register::id::Id;
use crate::samples::named::{named, named_if};

/// The field of an example’s answer.
const TACTICS: &str = "tactics";

pub(super) const READER: Reader = Reader {
    name: "tactics",
    read,
    words: &[
        Words { list: "part", field: "heading", role: Role::Asked },
        Words { list: "part", field: "name", role: Role::Label },
        Words { list: "tactic", field: "name", role: Role::Offered },
        Words { list: "tactic", field: "guards", role: Role::Label },
        Words { list: "tactic", field: "sign", role: Role::Label },
        Words { list: "tactic", field: "caution", role: Role::Help },
        Words { list: "finding", field: "open_words", role: Role::Finding },
    ],
};

fn read(table: &Table<'_>, reading: &mut Reading<'_, '_>) -> Kind {
    if let Some(finding) = reading.finding {
        reading.sentences.open_words = Some(finding.text("open_words"));
    }
    reading.help.evidence = plain(table.texts("evidence"));
    Kind::Tactics(matrix(table, reading))
}

fn matrix(table: &Table<'_>, reading: &mut Reading<'_, '_>) -> Matrix {
    let Reading { code, known, beside, .. } = reading;
    let squares = match &*table.text("squares") {
        "groups" => Squares::PerGroup,
        "one" | "" => Squares::One,
        other => {
            let reason = format!("expected “groups” or “one”, found “{other}”");
            table.problem(&table.place("squares"), "squares", reason);
            Squares::One
        }
    };
    let mut names = Names::default();
    let mut groups = Vec::new();
    for mut part in table.tables("part") {
        let id = part.text("id");
        part.called(&id);
        names.take(&id, &part, "id");
        let own = match squares {
            Squares::PerGroup => Some(part.text("code")),
            Squares::One => None,
        };
        if let Some(own) = &own {
            beside.names.codes.take(own, &part, "code");
            let behind = own.strip_prefix(*code).and_then(|behind| behind.strip_prefix('.'));
            if !own.is_empty() && behind.and_then(number).is_none() {
                let reason = format!("expected “{code}.” and a number, found “{own}”");
                part.problem(&part.place("code"), "code", reason);
            }
        }
        groups.push(TacticGroup {
            id,
            code: own.map(|own| Code::from(&*own)),
            name: part.text("name"),
            heading: part.text("heading"),
            tactics: tactics(&part, known, beside),
        });
        part.close();
    }
    Matrix { squares, groups }
}

fn tactics(part: &Table<'_>, known: &Known, beside: &mut Beside) -> Vec<Tactic> {
    let mut tactics = Vec::new();
    for mut table in part.tables("tactic") {
        let id = table.text("id");
        table.called(&id);
        beside.names.tactics.take(&id, &table, "id");
        let help = TacticHelp {
            lead: lead(&table, known),
            sign: table.text("sign"),
            caution: table.text_if("caution"),
            terms: Vec::new(),
        };
        let id = TacticId::from(&*id);
        tactics.push(Tactic {
            id: id.clone(),
            name: table.text("name"),
            guards: table.text("guards"),
        });
        table.close();
        beside.tactics.push((id, help));
    }
    tactics
}

/// The function that knows best.
fn lead(table: &Table<'_>, known: &Known) -> FunctionId {
    let name = table.text("lead");
    let id = FunctionId::from(&*name);
    if !name.is_empty() && !known.functions.contains(&id) {
        table.problem(&table.place("lead"), "lead", format!("no function “{name}”"));
    }
    id
}

/// What a tension rule means that names a tactic: `tactic=used`.
pub(crate) fn is_in_state(
    matrix: &QuestionId,
    tactic: &TacticId,
    comparison: Comparison,
    value: &str,
) -> Result<Condition, String> {
    equal(tactic.as_str(), comparison)?;
    let state = match value {
        "used" => StateName::Used,
        "planned" => StateName::Planned,
        "unused" => StateName::Unused,
        "unknown" => StateName::Unknown,
        "unfit" => StateName::Unfit,
        other => {
            return Err(format!(
                "expected used, planned, unused, unknown or unfit, found “{other}”"
            ));
        }
    };
    Ok(Condition::TacticIs(matrix.clone(), tactic.clone(), state))
}

/// What an example says about a tactic. A field is read only where the page asks for it: an effect
/// belongs to what is in use.
fn said(table: Table<'_>) -> Option<TacticAnswer> {
    let state = named::<v4::TacticState>(&table, "state").map(TacticState::from)?;
    let mut tactic = TacticAnswer::new(state);
    match state {
        TacticState::Used => {
            let effect = named::<v4::Effect>(&table, "effect");
            tactic.effect = effect.map(Into::into);
            // Nobody knows how they know of an effect that they do not know.
            if effect != Some(v4::Effect::Unknown) {
                tactic.known = named_if::<v4::HowKnown>(&table, "known").map(Into::into);
            }
        }
        TacticState::Unknown => {
            table.text("could-know").as_ref().clone_into(&mut tactic.could_know)
        }
        TacticState::Unfit => table.text("because").as_ref().clone_into(&mut tactic.because),
        TacticState::Planned | TacticState::Unused => {}
    }
    table.close();
    Some(tactic)
}

impl Room for Matrix {
    fn reader(&self) -> &'static Reader {
        &READER
    }

    fn ids(&self, question: &QuestionId) -> Vec<Id> {
        let part = |group: &TacticGroup| {
            let part = group.id.clone();
            let id = |tactic: &Tactic| Id::tactic(tactic.id.as_str(), question.as_str(), &part);
            group.tactics.iter().map(id).collect::<Vec<_>>()
        };
        self.groups.iter().flat_map(part).collect()
    }

    fn terms(&self) -> Vec<&Rc<str>> {
        self.groups.iter().map(|group| &group.heading).collect()
    }

    fn values(&self) -> Option<Vec<ValueId>> {
        None
    }

    fn has_steps(&self) -> bool {
        false
    }

    fn compared(
        &self,
        question: &QuestionId,
        _: Comparison,
        _: &str,
    ) -> Result<Condition, String> {
        Err(format!("“{question}” has neither steps nor values"))
    }

    fn called(&self, name: &str, question: &QuestionId) -> Option<Condition> {
        (name == "tactics-effect-unknown").then(|| Condition::EffectUnknown(question.clone()))
    }

    fn field(&self) -> &'static str {
        TACTICS
    }

    fn sample(&self, table: &Table<'_>, answer: &mut Answer, problems: &Problems) {
        let Some(states) = table.table_if(TACTICS) else { return };
        for (name, node) in states.entries() {
            let id = TacticId::from(name);
            if !self.tactics().any(|tactic| tactic.id == id) {
                states.problem(&node.at, name, format!("no tactic “{name}” in this question"));
                continue;
            }
            let tactic = said(Table::new(node, &states.field(name), problems));
            answer.set_tactic(&id, tactic);
        }
    }

    fn fill(&self, _: usize, text: &mut dyn FnMut() -> String, answer: &mut Answer) {
        for (tactic, state) in self.tactics().zip(TacticState::ALL.into_iter().cycle()) {
            let said = TacticAnswer {
                could_know: text(),
                because: text(),
                ..TacticAnswer::new(state)
            };
            answer.set_tactic(&tactic.id, Some(said));
        }
    }

    /// One square, so that no code is given twice.
    fn renumber(&mut self, number: usize) {
        self.squares = Squares::One;
        for group in &mut self.groups {
            group.code = None;
            for tactic in &mut group.tactics {
                tactic.id = TacticId::from(&*format!("{}-{number}", tactic.id));
            }
        }
    }
}
