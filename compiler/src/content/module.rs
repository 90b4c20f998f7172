//! A module's file: its sections and questions, with the help and the sentences beside each.

use std::rc::Rc;

use domain::catalogue::{Module, Section};
use domain::guidance::Help;
use domain::id::{Code, GroupId, ModuleId, QuestionId, ValueId};
use domain::questions::{Question, Route, Weight};
use domain::rules::Sentences;

use super::beside::{Beside, Routed, number};
use super::known::{Known, one_of, weight};
use super::read::{Table, plain};
use crate::kinds::{self, Reading};
use crate::problem::Problems;

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

/// Looks up what the routes by decisions of all modules name, once every question is known.
pub(crate) fn check_routes(beside: &Beside, known: &Known, problems: &Problems) {
    for Routed { at, field, decision, asked } in &beside.routes {
        let values =
            known.question(decision.as_str()).map(|question| kinds::room(&question.kind).values());
        match values {
            Ok(Some(values)) => {
                for value in asked {
                    let of = format!("“{decision}”");
                    if let Err(reason) = one_of(&values, value.as_str(), &of) {
                        problems.add(at, field, reason);
                    }
                }
            }
            Ok(None) => problems.add(at, field, format!("“{decision}” is no decision")),
            Err(reason) => problems.add(at, field, reason),
        }
    }
}

/// What a question is asked after: the answer to a decision, or a fact.
fn route(table: &Table<'_>, field: String, known: &Known, beside: &mut Beside) -> Route {
    if table.has("fact") {
        return by_fact(table, known);
    }
    let question = QuestionId::from(&*table.text("question"));
    let asked: Vec<_> =
        plain(table.texts("values")).iter().map(|id| ValueId::from(&**id)).collect();
    beside.routes.push(Routed {
        at: table.at.clone(),
        field,
        decision: question.clone(),
        asked: asked.clone(),
    });
    Route::Decision { question, asked }
}

/// A fact that is not known folds nothing away, and one with which everything is asked is no route.
fn by_fact(table: &Table<'_>, known: &Known) -> Route {
    let (fact, asked) = known.read_fact(table);
    let all = known.facts.get(&fact).map(Vec::as_slice).unwrap_or_default();
    let folded: Vec<_> = all.iter().filter(|value| !asked.contains(value)).cloned().collect();
    if folded.iter().any(|value| value.as_str() == "unknown") {
        let reason = "expected “unknown” among them: it folds nothing away";
        table.problem(&table.place("values"), "values", reason);
    }
    if folded.is_empty() && !all.is_empty() {
        let reason = format!("none of “{fact}” is left to fold the question away");
        table.problem(&table.place("values"), "values", reason);
    }
    Route::Fact { fact, folded }
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

fn question(id: &str, table: &Table<'_>, known: &Known, beside: &mut Beside) -> Question {
    let id = QuestionId::from(id);
    let code = table.text("code");
    beside.names.codes.take(&code, table, "code");
    let weight = table.number("weight", 1..=3).map_or(Weight::P1, weight);
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
        let found = self::route(&route, table.field("asked_when"), known, beside);
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
        decision: table.text("decision"),
    };
    let sources = known.resolve(table, "sources", |name| {
        known.sources.get(name).cloned().ok_or_else(|| format!("no source “{name}”"))
    });
    let mut help = Help {
        why: table.text("why"),
        sources,
        evidence: Vec::new(),
        stuck: Vec::new(),
        example: None,
        terms: Vec::new(),
    };
    let finding = table.table("finding");
    if let Some(finding) = &finding {
        sentences.unknown = finding.text("unknown");
    }
    let reading = &mut Reading {
        code: &code,
        finding: finding.as_ref(),
        sentences: &mut sentences,
        help: &mut help,
        known,
        beside,
    };
    let kind = kinds::read(table, reading).unwrap_or_else(|| {
        help.evidence = plain(table.texts("evidence"));
        kinds::unread()
    });
    finding.into_iter().for_each(Table::close);
    beside.help.push((id.clone(), help));
    beside.sentences.push((id.clone(), sentences));

    Question { id, code: Code::from(&*code), weight, group, prompt, who_knows, asked_when, kind }
}
