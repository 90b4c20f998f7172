//! A module's file: its sections and questions, with the help and the sentences beside each.

use std::rc::Rc;

use domain::catalogue::{Module, Section};
use domain::guidance::{Help, TacticHelp};
use domain::id::{Code, GroupId, ModuleId, QuestionId, TacticId, ValueId};
use domain::questions::{
    Decision, DecisionValue, Kind, Ladder, LadderStep, Matrix, Question, Reflection, Route,
    Squares, Tactic, TacticGroup,
};
use domain::rules::Sentences;

use super::known::{Known, one_of, weight};
use super::read::{Names, Table, plain};
use crate::problem::{At, Problems};

/// Marks a step that adds to the one before.
const ADDS: &str = "+ ";

/// What all modules hold, apart from the questions themselves.
#[derive(Default)]
pub(crate) struct Beside {
    /// Help beside questions.
    pub(crate) help: Vec<(QuestionId, Help)>,
    /// Help beside tactics.
    pub(crate) tactics: Vec<(TacticId, TacticHelp)>,
    /// Sentences of findings.
    pub(crate) sentences: Vec<(QuestionId, Sentences)>,
    routes: Vec<(At, String, Route)>,
    names: AllNames,
}

#[derive(Default)]
struct AllNames {
    modules: Names,
    sections: Names,
    codes: Names,
    questions: Names,
    tactics: Names,
}

/// Reads a module.
pub(crate) fn read(file: Table<'_>, known: &Known, beside: &mut Beside) -> Module {
    let mut module = Module {
        id: ModuleId::from(""),
        name: Rc::default(),
        about: Rc::default(),
        left_out: 0,
        sections: Vec::new(),
    };
    let mut letter = Rc::default();
    if let Some(table) = file.table("module") {
        let id = table.text("id");
        beside.names.modules.take(&id, &table, "id");
        module.id = ModuleId::from(&*id);
        module.name = table.text("name");
        module.about = table.text("about");
        letter = table.text("letter");
        table.close();
    }
    for mut table in file.tables("section") {
        let code = table.text("code");
        table.called(&code);
        beside.names.sections.take(&code, &table, "code");
        if !code.is_empty() && number(code.strip_prefix(&*letter).unwrap_or_default()).is_none() {
            let reason = format!("expected “{letter}” and a number, found “{code}”");
            table.problem(&table.place("code"), "code", reason);
        }
        let (name, about) = (table.text("name"), table.text("about"));
        table.close();
        let code = Code::from(&*code);
        module.sections.push(Section { code, name, about, questions: Vec::new() });
    }
    for mut table in file.tables("question") {
        let id = table.text("id");
        table.called(&id);
        beside.names.questions.take(&id, &table, "id");
        place(&table, &mut module.sections, question(&id, &table, known, beside));
        table.close();
    }
    file.close();
    module
}

/// Looks up what the routes of all modules name, once every question is known.
pub(crate) fn check_routes(beside: &Beside, known: &Known, problems: &Problems) {
    for (at, field, route) in &beside.routes {
        match known.question(route.question.as_str()).map(|question| &question.kind) {
            Ok(Kind::Decision(decision)) => {
                let values: Vec<_> = decision.values.iter().map(|value| value.id.clone()).collect();
                for value in &route.values {
                    let of = format!("“{}”", route.question);
                    if let Err(reason) = one_of(&values, value.as_str(), &of) {
                        problems.add(at, field, reason);
                    }
                }
            }
            Ok(_) => problems.add(at, field, format!("“{}” is no decision", route.question)),
            Err(reason) => problems.add(at, field, reason),
        }
    }
}

/// Puts a question into the section that its code names; codes ascend within a section.
fn place(table: &Table<'_>, sections: &mut [Section], question: Question) {
    let code = question.code.as_str();
    let name = code.split('.').next().unwrap_or_default();
    let Some(section) = sections.iter_mut().find(|section| section.code.as_str() == name) else {
        if !code.is_empty() {
            let reason = format!("no section “{name}” in this file");
            table.problem(&table.place("code"), "code", reason);
        }
        return;
    };
    let last = section.questions.last().map(|before| place_number(before.code.as_str()));
    match (place_number(code), last) {
        (None, _) => {
            let reason = format!("expected a section and a number, found “{code}”");
            table.problem(&table.place("code"), "code", reason);
        }
        (this, Some(last)) if last >= this => {
            let reason = format!("“{code}” stands behind a higher number of its section");
            table.problem(&table.place("code"), "code", reason);
        }
        _ => {}
    }
    section.questions.push(Rc::new(question));
}

/// The number behind the section; 0 for a matrix that is the whole section.
fn place_number(code: &str) -> Option<u32> {
    code.split_once('.').map_or(Some(0), |(_, behind)| number(behind))
}

fn number(digits: &str) -> Option<u32> {
    (!digits.starts_with('0') && digits.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| digits.parse().ok())?
}

fn question(id: &str, table: &Table<'_>, known: &Known, beside: &mut Beside) -> Question {
    let id = QuestionId::from(id);
    let code = table.text("code");
    beside.names.codes.take(&code, table, "code");
    let weight = table.number("weight", 1..=3).map_or(domain::questions::Weight::P1, weight);
    let group = GroupId::from(&*table.text("group"));
    match known.groups.get(&group) {
        None if !group.as_str().is_empty() => {
            table.problem(&table.place("group"), "group", format!("no group “{group}”"));
        }
        Some(expected) if *expected != weight => {
            let expected = *expected as u8 + 1;
            let reason = format!("the questions of group “{group}” weigh {expected}");
            table.problem(&table.place("weight"), "weight", reason);
        }
        _ => {}
    }
    let prompt = table.text("prompt");
    let who_knows = plain(table.texts("who_knows"));
    let asked_when = table.table_if("asked_when").map(|route| {
        let found = Route {
            question: QuestionId::from(&*route.text("question")),
            values: plain(route.texts("values")).iter().map(|id| ValueId::from(&**id)).collect(),
        };
        beside.routes.push((route.at.clone(), table.field("asked_when"), found.clone()));
        route.close();
        found
    });

    let mut sentences = Sentences {
        low: None,
        strength: None,
        unknown: Rc::default(),
        open_words: None,
        readings: Vec::new(),
        gaps: Vec::new(),
        next: table.text("next"),
    };
    let kind = kind(table, &code, &mut sentences, beside);
    if let Some(finding) = table.table("finding") {
        sentences.unknown = finding.text("unknown");
        match &kind {
            Some(Kind::Ladder(_)) => {
                sentences.low = Some(finding.text("low"));
                sentences.strength = Some(finding.text("strength"));
            }
            Some(Kind::Tactics(_) | Kind::Reflection(_)) => {
                sentences.open_words = Some(finding.text("open_words"));
            }
            Some(Kind::Decision(_)) | None => {}
        }
        finding.close();
    }

    let sources = known.resolve(table, "sources", |name| {
        known.sources.get(name).cloned().ok_or_else(|| format!("no source “{name}”"))
    });
    let is_reflection = matches!(kind, Some(Kind::Reflection(_)));
    let evidence = if is_reflection { table.texts_if("evidence") } else { table.texts("evidence") };
    let stuck = if is_reflection { table.texts_if("stuck") } else { Vec::new() };
    let help = Help {
        why: table.text("why"),
        sources,
        evidence: plain(evidence),
        stuck: plain(stuck),
        terms: Vec::new(),
    };
    beside.help.push((id.clone(), help));
    beside.sentences.push((id.clone(), sentences));

    let kind = kind.unwrap_or(Kind::Decision(Decision { values: Vec::new() }));
    Question { id, code: Code::from(&*code), weight, group, prompt, who_knows, asked_when, kind }
}

/// The kind of a question; none, with a problem, where it cannot be told.
fn kind(
    table: &Table<'_>,
    code: &str,
    sentences: &mut Sentences,
    beside: &mut Beside,
) -> Option<Kind> {
    match &*table.text("kind") {
        "ladder" => ladder(table).map(Kind::Ladder),
        "tactics" => Some(Kind::Tactics(matrix(table, code, beside))),
        "reflection" => {
            let prompts = plain(table.texts("prompts"));
            let asks_evidence = !table.texts_if("evidence").is_empty();
            Some(Kind::Reflection(Reflection { prompts, asks_evidence }))
        }
        "decision" => Some(Kind::Decision(decision(table, sentences))),
        "" => None,
        other => {
            let reason =
                format!("expected ladder, tactics, reflection or decision, found “{other}”");
            table.problem(&table.place("kind"), "kind", reason);
            None
        }
    }
}

fn ladder(table: &Table<'_>) -> Option<Ladder> {
    let placed = table.texts("steps");
    let mut steps = Vec::<LadderStep>::new();
    for step in &placed {
        let (adds, text) = match step.text.strip_prefix(ADDS) {
            Some(text) => (true, Rc::from(text)),
            None => (false, step.text.clone()),
        };
        if adds && steps.is_empty() {
            table.problem(&step.at, "steps", "the first step has nothing to add to");
        }
        if let Some(twin) = steps.iter().position(|before| before.text == text) {
            let reason = format!("expected five distinct steps; this one equals step {}", twin + 1);
            table.problem(&step.at, "steps", reason);
        }
        steps.push(LadderStep { adds, text });
    }
    let found = steps.len();
    let steps = <[LadderStep; 5]>::try_from(steps).ok();
    if steps.is_none() && found > 0 {
        let reason = format!("expected five distinct steps, found {found}");
        table.problem(&table.place("steps"), "steps", reason);
    }
    // A ladder whose steps are wrong is still read as a ladder, so that its sentences are checked.
    let blank = || LadderStep { adds: false, text: Rc::default() };
    Some(Ladder { steps: steps.unwrap_or_else(|| std::array::from_fn(|_| blank())) })
}

fn matrix(table: &Table<'_>, code: &str, beside: &mut Beside) -> Matrix {
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
            let behind = own.strip_prefix(code).and_then(|behind| behind.strip_prefix('.'));
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
            tactics: tactics(&part, beside),
        });
        part.close();
    }
    Matrix { squares, groups }
}

fn tactics(part: &Table<'_>, beside: &mut Beside) -> Vec<Tactic> {
    let mut tactics = Vec::new();
    for mut table in part.tables("tactic") {
        let id = table.text("id");
        table.called(&id);
        beside.names.tactics.take(&id, &table, "id");
        let help = TacticHelp {
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

fn decision(table: &Table<'_>, sentences: &mut Sentences) -> Decision {
    let mut names = Names::default();
    let mut values = Vec::new();
    for mut value in table.tables("value") {
        let id = value.text("id");
        value.called(&id);
        names.take(&id, &value, "id");
        let id = ValueId::from(&*id);
        sentences.readings.push((id.clone(), value.text("reading")));
        if let Some(gap) = value.text_if("gap") {
            sentences.gaps.push((id.clone(), gap));
        }
        values.push(DecisionValue { id, text: value.text("text") });
        value.close();
    }
    if values.len() == 1 {
        table.problem(table.at, "value", "expected at least two values, found one");
    }
    Decision { values }
}
