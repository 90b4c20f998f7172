//! An assessment of the whole bank in which whatever can be typed was typed to do harm.

use std::rc::Rc;

use compiler::kinds;
use domain::answer::{Answer, Confidentiality, Evidence, EvidenceKind, Sureness};
use domain::assessment::{Answers, Assessment, CatalogueVersion, Timestamp};
use domain::catalogue::Catalogue;
use domain::date::Date;
use domain::elsewhere::{Elsewhere, HigherStep};
use domain::id::AssessmentId;
use domain::plan::{ActionId, Effort, PlannedAction, Priority, Reason, Status};
use domain::questions::Question;
use domain::scope::{Form, Scope, Unit};
use domain::sheet::record::{
    Arrival, RecordedSheet, SavedSheet, SheetForm, SheetId, SheetRecord, SheetReturn,
};

use crate::tree;

/// The texts, one list for all tests.
const FILE: &str = "tests/hostile.json";

/// The texts, one after the other and again from the first.
struct Typed {
    texts: Vec<String>,
    next: usize,
}

impl Typed {
    fn read() -> Result<Self, String> {
        let bytes =
            std::fs::read(tree::root().join(FILE)).map_err(|error| format!("{FILE}: {error}"))?;
        let texts = serde_json::from_slice(&bytes).map_err(|error| format!("{FILE}: {error}"))?;
        Ok(Self { texts, next: 0 })
    }

    fn text(&mut self) -> String {
        let text = self.texts.get(self.next % self.texts.len().max(1)).cloned();
        self.next += 1;
        text.unwrap_or_default()
    }
}

/// All of it; every fifth answer is confidential.
pub(crate) fn assessment(catalogue: &Catalogue) -> Result<Assessment, String> {
    let mut typed = Typed::read()?;
    let scope = Scope {
        unit: Some(Unit::Product),
        company: typed.text(),
        product: typed.text(),
        functions: catalogue.functions.iter().map(|function| function.id.clone()).collect(),
        other_function: typed.text(),
        person: typed.text(),
        modules: catalogue.modules.iter().map(|module| module.id.clone()).collect(),
        form: Form::Complete,
        facts: Vec::new(),
    };
    let answers: Answers = catalogue
        .questions()
        .enumerate()
        .map(|(number, question)| (question.id.clone(), answer(number, question, &mut typed)))
        .collect();
    let about = catalogue.questions().map(|question| question.id.clone());
    let plan = (1..).zip(about.zip(typed.texts.clone())).map(|(number, (question, what))| {
        let month = 1 + (number % 12) as u8;
        PlannedAction {
            owner: typed.text(),
            first_step: typed.text(),
            effort: pick(&Effort::ALL, number as usize),
            needs: typed.text(),
            first_sign: typed.text(),
            due: (number % 3 > 0).then_some(Date { year: 2027, month, day: 28 }),
            priority: pick(&Priority::ALL, number as usize / 30).unwrap_or(Priority::Later),
            status: pick(&Status::ALL, number as usize).unwrap_or_default(),
            ..PlannedAction::new(ActionId(number), what, Reason::Answer(question))
        }
    });
    let plan = Rc::new(plan.collect());
    let sheets = typed
        .texts
        .clone()
        .into_iter()
        .zip(1..)
        .map(|(who, number)| sheet(number, who, typed.text()));
    let sheets = Rc::new(sheets.collect());
    Ok(Assessment {
        id: AssessmentId::from("hostile"),
        catalogue: CatalogueVersion {
            id: catalogue.id.clone(),
            version: catalogue.version.clone(),
        },
        scope: Rc::new(scope),
        answers,
        dismissals: Vec::new(),
        plan,
        sheets,
        risks: Rc::default(),
        created: Timestamp::default(),
        changed: Timestamp::default(),
        saved_to_file: None,
    })
}

/// A question sheet that went out, and of every other one what came back.
fn sheet(number: u32, who: String, to: String) -> SheetRecord {
    let on = Date { year: 2026, month: 11, day: 12 };
    let back = SheetReturn { on, rows: 13, taken: 9, left: 2, unreadable: 1 };
    SheetRecord {
        id: SheetId(number),
        sheet: RecordedSheet::Saved(SavedSheet {
            who,
            form: SheetForm::Workbook,
            rows: 13,
            on,
            arrival: Arrival::NotSaid,
        }),
        to,
        returns: if number.is_multiple_of(2) { vec![back] } else { Vec::new() },
    }
}

fn answer(number: usize, question: &Question, typed: &mut Typed) -> Answer {
    let evidence = Evidence {
        kind: pick(&EvidenceKind::ALL, number).unwrap_or_default(),
        place: typed.text(),
        as_of: typed.text(),
    };
    let mut answer = Answer {
        choice: None,
        words: typed.text(),
        could_know: typed.text(),
        because: typed.text(),
        note: typed.text(),
        evidence: vec![evidence],
        sureness: pick(&Sureness::ALL, number),
        confidentiality: if number % 5 == 4 {
            Confidentiality::Confidential
        } else {
            Confidentiality::Open
        },
        tactics: Vec::new(),
        elsewhere: Elsewhere { highest: pick(&HigherStep::ALL, number), place: typed.text() },
    };
    kinds::fill(question, number, &mut || typed.text(), &mut answer);
    answer
}

fn pick<T: Clone>(all: &[T], number: usize) -> Option<T> {
    all.get(number % all.len().max(1)).cloned()
}
