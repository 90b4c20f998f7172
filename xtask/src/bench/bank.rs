//! Banks of any size, made from the questions of the real one: the same kinds, the same lengths of
//! text, in sections of ten.

use std::rc::Rc;

use domain::catalogue::{Catalogue, Module, Section, ShortForm};
use domain::guidance::Guidance;
use domain::id::{Code, QuestionId};
use domain::questions::Question;
use domain::rules::Rules;

use compiler::kinds;
use domain::bank::Bank;

const IN_A_SECTION: usize = 10;

/// A bank of so many questions. The short form asks all of them; there is no help and no rule, which
/// are not needed to answer.
pub(super) fn of(bank: &Bank, questions: usize) -> Bank {
    let real: Vec<_> = bank.catalogue.questions().collect();
    let all: Vec<_> = real.iter().cycle().take(questions).enumerate().collect();
    let sections = all.chunks(IN_A_SECTION).enumerate().map(|(at, chunk)| {
        let code = format!("A{}", at + 1);
        let made = chunk.iter().enumerate().map(|(place, (number, question))| {
            Rc::new(made(question, *number, &format!("{code}.{}", place + 1)))
        });
        Section {
            code: Code::from(&*code),
            name: format!("Section {code}").into(),
            about: "Made for measuring.".into(),
            questions: made.collect(),
        }
    });
    let first = bank.catalogue.modules.first();
    let module = Module {
        id: first.map_or_else(|| "made".into(), |module| module.id.clone()),
        name: "Made".into(),
        about: "Made for measuring.".into(),
        left_out: 0,
        sections: sections.collect(),
    };
    let catalogue = Catalogue {
        short_form: short_form(&module),
        modules: vec![module],
        ..bank.catalogue.clone()
    };
    Bank {
        catalogue,
        guidance: Guidance::default(),
        rules: Rules::default(),
        texts: bank.texts.clone(),
    }
}

fn made(question: &Question, number: usize, code: &str) -> Question {
    let mut made = question.clone();
    made.id = QuestionId::from(&*format!("{}-{number}", question.id));
    made.code = Code::from(code);
    made.asked_when = None;
    kinds::renumber(&mut made, number);
    made
}

fn short_form(module: &Module) -> ShortForm {
    let questions = || module.sections.iter().flat_map(|section| &section.questions);
    let tactics = questions().flat_map(|question| kinds::tactics(question));
    ShortForm {
        first: Vec::new(),
        questions: questions().map(|question| question.id.clone()).collect(),
        tactics: tactics.map(|tactic| tactic.id.clone()).collect(),
        more: Vec::new(),
        at_most_more: 0,
    }
}
