//! Assessments for counting pages. Two of somebody who writes: a note of forty words at every third
//! question, six actions in the plan. One whose page for those who decide is at its fullest: everything
//! typed that it shows is longer than there is room for, and nobody carries out what is planned, because
//! who could know is longer than an owner. One where everything is as long as its field says. One in which
//! somebody listed three risks.

use std::rc::Rc;

use compiler::kinds;
use domain::answer::{Answer, Choice, Confidentiality, Evidence, EvidenceKind, HowKnown, Sureness};
use domain::assessment::{Answers, Assessment, CatalogueVersion, Timestamp};
use domain::bank::Bank;
use domain::catalogue::{Catalogue, Module};
use domain::date::Date;
use domain::elsewhere::{Elsewhere, HigherStep};
use domain::findings::{Found, Gap};
use domain::fits;
use domain::id::AssessmentId;
use domain::plan::{ActionId, Effort, PlannedAction, Priority, Reason, Status};
use domain::questions::{Question, Step};
use domain::risk::{
    After, Delay, Dimension, Fall, Letter as _, Likelihood, Mark, Measure, Month, Needed, Party,
    People, Register, Right, Risk, RiskId, Severity, Since, Start, Status as RiskStatus, Uses,
    When, Who,
};
use domain::scope::{Form, Scope, Unit};

/// Forty words.
const NOTE: &str = "We wrote this down after the second incident, in the spring, and two of the teams \
                    that sell to resellers have worked by it since then; nobody has asked the people \
                    who are found by it yet, and the third team has not begun.";

/// Where a higher step is true.
const PLACE: &str = "The cloud division; the team that sells to resellers has not begun.";

/// What somebody wrote about the risk to start with.
const WORDS: &str = "People who fled a violent partner can be found through a photograph that a friend \
                     has put on a page for all to see. A reseller sold a search of that kind last year, \
                     and we learned of it from a newspaper. ";

/// A sentence for fields that can hold any number of them.
const LONG: &str = "The head of the department for the relations with resellers and the deputy of the \
                    person who looks after investigations on behalf of public authorities settle it. ";

/// How much somebody writes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Typed {
    /// What is usual.
    Usual,
    /// As much as there is room for on one page, to the letter.
    ToTheLimit,
    /// More than there is room for on one page.
    TooMuch,
}

/// The assessments by their names.
pub(crate) fn all(bank: &Bank) -> Vec<(&'static str, Assessment)> {
    vec![
        ("paper-short", assessment(bank, Form::Short, Typed::Usual)),
        ("paper-complete", assessment(bank, Form::Complete, Typed::Usual)),
        ("paper-full-limits", assessment(bank, Form::Complete, Typed::ToTheLimit)),
        ("paper-full-page", assessment(bank, Form::Complete, Typed::TooMuch)),
        ("paper-risks", with_risks(assessment(bank, Form::Short, Typed::Usual))),
    ]
}

fn assessment(bank: &Bank, form: Form, typed: Typed) -> Assessment {
    let catalogue = &bank.catalogue;
    let name = match typed {
        Typed::Usual => "Tidewell Locate".to_owned(),
        Typed::ToTheLimit | Typed::TooMuch => format!("Tidewell Locate {LONG}"),
    };
    // The short form is what a new assessment begins with: the parts that it shortens.
    let is_asked = |module: &&Module| form == Form::Complete || catalogue.is_shortened(module);
    let modules = catalogue.modules.iter().filter(is_asked);
    let scope = Scope {
        unit: Some(Unit::Product),
        company: "Tidewell".to_owned(),
        product: name,
        functions: catalogue.functions.iter().take(2).map(|one| one.id.clone()).collect(),
        other_function: String::new(),
        person: String::new(),
        modules: modules.map(|module| module.id.clone()).collect(),
        form,
        facts: Vec::new(),
    };
    let mut assessment = Assessment {
        id: AssessmentId::from("paper"),
        catalogue: CatalogueVersion {
            id: catalogue.id.clone(),
            version: catalogue.version.clone(),
        },
        scope: Rc::new(scope),
        answers: answers(catalogue, typed),
        dismissals: Vec::new(),
        plan: Rc::default(),
        sheets: Rc::default(),
        risks: Rc::default(),
        created: Timestamp::default(),
        changed: Timestamp::default(),
        saved_to_file: None,
    };
    let found = Found::of(bank, &assessment);
    let gaps = found.findings.gaps.iter().take(6).enumerate();
    let plan = gaps.map(|(at, gap)| action(at, gap, typed)).collect();
    assessment.plan = Rc::new(plan);
    assessment
}

/// The same with three risks, each with an action.
fn with_risks(mut assessment: Assessment) -> Assessment {
    let risks: Vec<_> = (1..=3).map(risk).collect();
    assessment.risks = Rc::new(Register::of(&risks));
    assessment.answer_by_register();
    let mut plan = assessment.plan.actions().to_vec();
    for (action, risk) in plan.iter_mut().zip(1..=3) {
        action.risks = vec![RiskId(risk)];
    }
    assessment.plan = Rc::new(plan.into_iter().collect());
    assessment
}

/// A risk as somebody describes it who takes an hour for it: each field has something, and none is full.
fn risk(id: u32) -> Risk {
    let starts = [Start::Design, Start::Deployment, Start::Use];
    let dimension = |step| Dimension {
        mark: Some(Mark::Known(step)),
        because: "Three of five people whom we asked say so.".to_owned(),
    };
    let by = Measure::Words("Searches by photograph are held back for a day.".to_owned());
    Risk {
        name: Needed::filled(format!("People who fled are found by photograph ({id})")),
        story: WORDS.repeat(2),
        rights: Right::all().take(3).collect(),
        people: Needed::filled(People::ALL.iter().copied().take(3).collect()),
        hit_harder: "Those who moved with children, as these go to a school.".to_owned(),
        users: Some(Uses::Both),
        place: "Wherever shelters are few.".to_owned(),
        when: Some(When::TenseTimes),
        who: Needed::filled(Who { parties: Party::ALL.to_vec(), main: Some(Party::State) }),
        product: "Search by photograph, sold by resellers.".to_owned(),
        arises: Needed::filled(starts.to_vec()),
        status: Some(RiskStatus::Elsewhere),
        since: Month::parse("2026-03").map(Since::Month),
        note: NOTE.to_owned(),
        evidence: vec![
            Evidence {
                kind: EvidenceKind::Document,
                place: "Paper on resellers, page 4".to_owned(),
                as_of: "May 2026".to_owned(),
            };
            2
        ],
        severity: Severity {
            scale: dimension(Step::Five),
            scope: dimension(Step::Three),
            irremediability: dimension(Step::Four),
            delay: Some(Delay::Yes),
            likelihood: Some(Likelihood::Expected),
            after: Some(After {
                scope: Some(Fall {
                    to: Step::Two,
                    by: Some(by),
                    known: Some(HowKnown::Impression),
                }),
                ..After::default()
            }),
        },
        ..Risk::new(RiskId(id))
    }
}

/// Questions that are not asked in the short form have answers too: they stay where they were given.
fn answers(catalogue: &Catalogue, typed: Typed) -> Answers {
    let questions = catalogue.questions().enumerate();
    questions.map(|(at, question)| (question.id.clone(), answer(at, question, typed))).collect()
}

fn answer(at: usize, question: &Question, typed: Typed) -> Answer {
    let mut answer = Answer {
        note: if at.is_multiple_of(3) { NOTE.to_owned() } else { String::new() },
        sureness: Sureness::ALL.get(at % Sureness::ALL.len()).copied(),
        confidentiality: match at % 10 {
            9 => Confidentiality::Confidential,
            _ => Confidentiality::Open,
        },
        // As often as two raters met what is not the same everywhere, 11 of 106, and as far apart: by a
        // step.
        elsewhere: match at % 10 {
            6 => Elsewhere { highest: HigherStep::new(Step::Three), place: PLACE.to_owned() },
            _ => Elsewhere::default(),
        },
        ..Answer::default()
    };
    let could_know = || typed.text("Sales", 3, fits::COULD_KNOW);
    kinds::fill(question, at, &mut || could_know(), &mut answer);
    // It is asked where the answer is not known, and kept where it is known since.
    if typed != Typed::Usual {
        answer.could_know = could_know();
    }
    match answer.choice {
        None if answer.tactics.is_empty() => {
            answer.words = match typed {
                Typed::Usual => WORDS.to_owned(),
                Typed::ToTheLimit => to_the_letter(WORDS, fits::RISK),
                Typed::TooMuch => WORDS.repeat(4),
            };
        }
        Some(Choice::DoesNotApply) => answer.because = "We sell to companies alone.".to_owned(),
        _ => {}
    }
    answer
}

fn action(at: usize, gap: &Gap, typed: Typed) -> PlannedAction {
    let number = u32::try_from(at + 1).unwrap_or(u32::MAX);
    let suggested = gap.next.as_ref().map(ToString::to_string).unwrap_or_default();
    let reason = match typed {
        // The first one stands as a decision of its own, in its own words.
        Typed::ToTheLimit | Typed::TooMuch if at == 0 => Reason::Own,
        _ => Reason::Answer(gap.question.id.clone()),
    };
    PlannedAction {
        owner: match typed {
            // Who could know takes its place.
            Typed::TooMuch if at < 3 => String::new(),
            _ => typed.text("Head of product", 3, fits::OWNER),
        },
        needs: typed.text("", 3, fits::NEEDS),
        effort: Some(Effort::Medium),
        first_step: typed.text("Ask who was there.", 3, fits::WHAT),
        due: Some(match typed {
            Typed::Usual => Date { year: 2027, month: 3, day: 28 },
            // Overdue, which is said as well.
            Typed::ToTheLimit | Typed::TooMuch => Date { year: 2026, month: 3, day: 28 },
        }),
        priority: if at < 3 { Priority::First } else { Priority::Next },
        status: if at == 4 { Status::Started } else { Status::NotStarted },
        ..PlannedAction::new(ActionId(number), typed.text(&suggested, 5, fits::WHAT), reason)
    }
}

impl Typed {
    /// What somebody types: what is usual, so many letters, or the long sentence so many times.
    fn text(self, usual: &str, times: usize, room: usize) -> String {
        match self {
            Self::Usual => usual.to_owned(),
            Self::ToTheLimit => to_the_letter(LONG, room),
            Self::TooMuch => LONG.repeat(times),
        }
    }
}

/// Words of just so many letters. The last one is no space, which would count for nothing.
fn to_the_letter(words: &str, letters: usize) -> String {
    let all = words.chars().cycle().take(letters.saturating_sub(1));
    all.chain(['z']).collect()
}
