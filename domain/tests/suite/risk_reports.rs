//! What reports say of risks to people.

use std::rc::Rc;

use domain::answer::Confidentiality;
use domain::assessment::Assessment;
use domain::bank::Bank;
use domain::plan::{ActionId, PlannedAction, Reason};
use domain::report::rows::{FactKind, RiskFact};
use domain::report::{Block, LeadsTo, Part, PartKind, Report};
use domain::risk::{
    Dimension, Mark, Named, Needed, Party, People, Register, Risk, RiskField, RiskId, Start,
    Status, Who,
};
use domain::sharing::Naming;
use domain::step::Step;
use domain::ties::{Letters, OnHarm, QuestionTie, TacticTie, Ties};

use crate::arbitrary;
use crate::bank::{DATE, With, bank, empty};
use fixtures::risks::{full, words};
use proptest::prelude::*;

/// The small bank with the words for risks, and with ties: each question touches what a State does, each tactic
/// stands against it.
fn with_risks() -> Bank {
    let mut bank = Rc::unwrap_or_clone(bank());
    let guidance = &mut bank.guidance;
    guidance.risks = words();
    let state = || Letters::Some(vec!['S']);
    let mut questions: Vec<_> = bank
        .catalogue
        .questions()
        .map(|question| {
            let (arises, people) = (Letters::Any, Letters::Any);
            let tie = QuestionTie {
                who: state(),
                arises,
                people,
                people_needed: false,
                on_harm: OnHarm::AsToAny,
            };
            (question.id.clone(), tie)
        })
        .collect();
    questions.sort_by(|a, b| a.0.cmp(&b.0));
    let matrices = bank.catalogue.questions().filter_map(|question| question.matrix());
    let mut tactics: Vec<_> = matrices
        .flat_map(|matrix| matrix.tactics())
        .map(|tactic| {
            (tactic.id.clone(), TacticTie { who: state(), harm: Letters::Any, mark: None })
        })
        .collect();
    tactics.sort_by(|a, b| a.0.cmp(&b.0));
    guidance.ties = Ties { questions, tactics };
    bank
}

fn complete(assessment: &Assessment) -> Report {
    domain::report::complete(&with_risks(), assessment, DATE)
}

fn sharing(assessment: &Assessment) -> Report {
    let bank = with_risks();
    let told = assessment.for_sharing(&bank.catalogue, Naming::default());
    domain::report::for_sharing(&bank, &told, DATE)
}

fn listing(risks: &[Risk]) -> Assessment {
    Assessment { risks: Register::of(risks).into(), ..empty() }
}

fn risk(id: u32, name: &str, marks: [Step; 3]) -> Risk {
    let mut risk = Risk::new(RiskId(id));
    risk.name = Needed::filled(name.to_owned());
    risk.who = Needed::filled(Who { parties: vec![Party::State], main: Some(Party::State) });
    risk.arises = Needed::filled(vec![Start::Design]);
    risk.people = Needed::filled(vec![People::Children]);
    for (named, step) in Named::ALL.into_iter().zip(marks) {
        *risk.severity.dimension_mut(named) =
            Dimension { mark: Some(Mark::Known(step)), because: String::new() };
    }
    risk
}

fn pages(report: &Report) -> Vec<&Part> {
    report.parts.iter().filter(|part| part.kind == PartKind::Risk).collect()
}

fn headings(report: &Report) -> Vec<&str> {
    pages(report).iter().map(|part| part.heading.as_str()).collect()
}

/// All that a report says, one text after the other.
fn said(report: &Report) -> String {
    format!("{report:?}")
}

const GRAVEST: [Step; 3] = [Step::Five, Step::Three, Step::Five];
const SEVERE: [Step; 3] = [Step::Four, Step::Three, Step::Two];

#[test]
fn each_risk_has_a_page_in_its_order_behind_where_the_report_begins() {
    let report = complete(&listing(&[risk(1, "Later", SEVERE), risk(2, "Sooner", GRAVEST)]));
    assert_eq!(headings(&report), ["R1 · Sooner", "R2 · Later"]);
    let kinds: Vec<_> = report.parts.iter().map(|part| part.kind).collect();
    let first = kinds.iter().position(|kind| *kind == PartKind::Risk).unwrap();
    assert_eq!(kinds[first - 1], PartKind::Board);
    assert!(kinds[first + 2..].iter().all(|kind| *kind != PartKind::Risk));
}

#[test]
fn without_a_risk_a_report_is_as_it_was() {
    let assessment = empty().step("see-people", 2);
    let with = complete(&assessment);
    assert!(pages(&with).is_empty());
    assert!(!said(&with).contains("Touches"));
}

#[test]
fn the_report_begins_with_who_was_harmed_and_then_the_gravest_risk() {
    let mut harmed = risk(1, "A wrong match", SEVERE);
    harmed.status = Some(Status::Happened);
    let mut gravest = risk(2, "Protesters found", GRAVEST);
    gravest.story = "People are found at home.".into();
    let report = complete(&listing(&[harmed, gravest]));
    let board = report.parts.iter().find(|part| part.kind == PartKind::Board).unwrap();
    let [
        Block::Heading(_, first),
        Block::Items(items),
        Block::Paragraph(says),
        Block::Heading(..),
        Block::Quote(quote),
        Block::SeverityGlance(glance),
        Block::Items(then),
        ..,
    ] = board.blocks.as_slice()
    else {
        panic!("{:?}", board.blocks)
    };
    assert_eq!(first, "Happening, or has happened");
    assert_eq!(items[0].title, "R2 · A wrong match");
    assert_eq!(items[0].leads[0].to, LeadsTo::Risk(RiskId(1)));
    assert_eq!(says, "band-says harmed");
    assert_eq!(quote.label, "R1 · Protesters found · band gravest");
    assert_eq!(quote.words, "People are found at home.");
    assert_eq!(glance.rows[0].in_short, "dimension scale 5");
    assert!(then[0].title.starts_with("band-says gravest"), "{}", then[0].title);
}

#[test]
fn what_is_not_known_stands_at_four_and_says_what_to_find_out() {
    let mut open = risk(1, "Open", SEVERE);
    open.severity.scale = Dimension { mark: Some(Mark::NotKnown), because: String::new() };
    let report = complete(&listing(&[open]));
    let page = pages(&report)[0];
    let severity = page.blocks.iter().find_map(|block| match block {
        Block::Severity(severity) => Some(severity),
        _ => None,
    });
    let place = severity.unwrap().rows[0].before.unwrap();
    assert_eq!((place.mark, place.is_known), (4, false));
    assert!(said(&report).contains("find-out scale"));
}

#[test]
fn risks_below_the_highest_band_that_is_touched_shrink_to_their_numbers() {
    let risks = [risk(1, "One", GRAVEST), risk(2, "Two", GRAVEST), risk(3, "Three", SEVERE)];
    let report = complete(&Assessment { ..listing(&risks) }.step("see-people", 1));
    let gaps = report.parts.iter().find(|part| part.kind == PartKind::Gaps).unwrap();
    let said = format!("{:?}", gaps.blocks);
    assert!(
        said.contains(
            "Touches R1 (One) and R2 (Two), because they may be done by party-by state; also R3."
        ),
        "{said}"
    );
}

/// What a report says of its gaps.
fn of_gaps(report: &Report) -> String {
    let gaps = report.parts.iter().find(|part| part.kind == PartKind::Gaps).unwrap();
    format!("{:?}", gaps.blocks)
}

#[test]
fn that_people_have_been_harmed_is_said_before_whom_it_hits_and_what_is_not_known_yet_as_the_reason()
 {
    let because = |row: QuestionTie, risks: &[Risk]| {
        let mut bank = with_risks();
        for (_, tie) in &mut bank.guidance.ties.questions {
            *tie = row.clone();
        }
        let low = Assessment { ..listing(risks) }.step("see-people", 1);
        of_gaps(&domain::report::complete(&bank, &low, DATE))
    };
    let row = QuestionTie {
        who: Letters::Any,
        arises: Letters::Any,
        people: Letters::Some(vec!['C']),
        people_needed: true,
        on_harm: OnHarm::Aimed,
    };
    let mut harmed = risk(1, "One", GRAVEST);
    harmed.status = Some(Status::Happened);
    let said = because(row.clone(), std::slice::from_ref(&harmed));
    let expected = "because people have been harmed, and it hits people-hit children.";
    assert!(said.contains(expected), "{said}");
    harmed.people.not_known = true;
    let said = because(row.clone(), std::slice::from_ref(&harmed));
    assert!(said.contains("because people have been harmed.\""), "{said}");
    harmed.status = None;
    harmed.arises.not_known = true;
    let row = QuestionTie { arises: Letters::Some(vec!['l']), ..row };
    let said = because(row.clone(), std::slice::from_ref(&harmed));
    let expected = "because it is not known yet where it starts and whom it hits.";
    assert!(said.contains(expected), "{said}");
    let other = Risk { id: RiskId(2), ..harmed.clone() };
    let said = because(row, &[harmed, other]);
    let expected = "because it is not known yet where they start and whom they hit.";
    assert!(said.contains(expected), "{said}");
}

#[test]
fn of_a_lesser_risk_that_has_harmed_people_it_is_said_in_full_that_it_did() {
    let mut bank = with_risks();
    for (_, tie) in &mut bank.guidance.ties.questions {
        tie.on_harm = OnHarm::First;
    }
    let mut harmed = risk(2, "Two", SEVERE);
    harmed.status = Some(Status::Happened);
    let all = [risk(1, "One", GRAVEST), harmed, risk(3, "Three", SEVERE)];
    let low = listing(&all).step("see-people", 1);
    let said = of_gaps(&domain::report::complete(&bank, &low, DATE));
    let expected = [
        "Touches R1 (One), because it may be done by party-by state.",
        "Touches R2 (Two), because people have been harmed, and it may be done by party-by state; also R3.",
    ];
    for line in expected {
        assert!(said.contains(line), "{line} in {said}");
    }
}

#[test]
fn one_of_the_gravest_gaps_that_touches_no_risk_asks_whether_one_is_missing() {
    const ASKS: &str = "It touches no risk on the list. Is one missing there?";
    let mut individuals = risk(1, "One", SEVERE);
    individuals.who.value = Who { parties: vec![Party::Individuals], main: None };
    // What a fact raises, and what weighs as much and no fact raises.
    let low = |risks: &[Risk]| listing(risks).step("sell-check", 1);
    let apart = low(&[individuals.clone()]);
    assert!(of_gaps(&complete(&apart)).contains(ASKS));
    assert!(!said(&sharing(&apart)).contains(ASKS), "one may have been left out");
    let not_raised = listing(&[individuals.clone()]).step("see-people", 1);
    assert!(!said(&complete(&not_raised)).contains(ASKS));
    let touched = low(&[individuals, risk(2, "Two", SEVERE)]);
    assert!(!said(&complete(&touched)).contains(ASKS));
    assert!(!said(&complete(&low(&[]))).contains(ASKS), "no list");
    let mut untied = with_risks();
    untied.guidance.ties.questions.clear();
    let report = domain::report::complete(&untied, &apart, DATE);
    assert!(!said(&report).contains(ASKS), "it never touches any");
}

#[test]
fn a_decision_says_for_which_risks_it_is_where_somebody_named_them() {
    let decisions = |risks: Vec<RiskId>| {
        let mut assessment =
            listing(&[risk(1, "One", GRAVEST), risk(2, "Two", SEVERE)]).step("see-people", 1);
        let reason = Reason::Answer("see-people".into());
        let action =
            PlannedAction { risks, ..PlannedAction::new(ActionId(1), "Ask".to_owned(), reason) };
        Rc::make_mut(&mut assessment.plan).add(action);
        let report = complete(&assessment);
        let board = report.parts.iter().find(|part| part.kind == PartKind::Board).unwrap();
        format!("{:?}", board.blocks)
    };
    let named = decisions(vec![RiskId(2)]);
    assert!(named.contains("\"For R2.\"") && !named.contains("Touches"), "{named}");
    let of_its_gap = decisions(Vec::new());
    assert!(of_its_gap.contains("\"Touches R1 and R2.\""), "{of_its_gap}");
}

#[test]
fn an_action_says_for_which_risks_it_is_also_after_one_is_taken_out() {
    let mut assessment = listing(&[risk(1, "Stays", GRAVEST), risk(2, "Goes", SEVERE)]);
    let action = PlannedAction {
        risks: vec![RiskId(2), RiskId(1)],
        ..PlannedAction::new(ActionId(1), "Ask".to_owned(), Reason::Own)
    };
    Rc::make_mut(&mut assessment.plan).add(action);
    let report = complete(&assessment);
    assert_eq!(report.plan[0].risks, "For R1 (Stays) and R2 (Goes).");
    Rc::make_mut(&mut assessment.risks).remove(RiskId(2));
    let report = complete(&assessment);
    assert_eq!(report.plan[0].risks, "For R1 (Stays) and Goes (no longer listed).");
    assert!(!said(&sharing(&assessment)).contains("Goes"));
}

#[test]
fn what_is_confidential_of_a_risk_stands_nowhere_in_a_copy_for_sharing() {
    let mut hidden = full(1, "HIDDENONE");
    hidden.status = Some(Status::Happening);
    let mut fields = full(2, "shown");
    fields.story = "HIDDENSTORY".into();
    fields.note = "HIDDENNOTE".into();
    fields.product = "HIDDENPRODUCT".into();
    fields.severity.scale.because = "HIDDENREASON".into();
    fields.confidential = Risk::new(RiskId(9)).confidential;
    let assessment = listing(&[hidden, fields]).step("see-people", 1);
    let shared = sharing(&assessment);
    assert!(said(&complete(&assessment)).contains("HIDDENONE"));
    assert!(!said(&shared).contains("HIDDEN"));
    assert_eq!(pages(&shared).len(), 1);
    assert!(headings(&shared)[0].starts_with("R1 · shown"), "it is numbered anew");
    // How near it is rests on whether it has happened.
    let near = FactKind::Risk(RiskFact::Likelihood);
    assert!(shared.rows.risks[0].rows.facts.iter().all(|fact| fact.kind != near));
    assert!(shared.risks.is_empty());
    assert!(!said(&shared).contains("Stays out of"));
}

#[test]
fn two_assessments_that_differ_in_a_confidential_risk_share_the_same() {
    let shown = risk(1, "Shown", SEVERE);
    let mut hidden = full(2, "HIDDEN");
    hidden.status = Some(Status::Happened);
    let with = listing(&[shown.clone(), hidden]).step("see-people", 1);
    let without = listing(&[shown]).step("see-people", 1);
    assert_eq!(sharing(&with), sharing(&without));
}

#[test]
fn rows_of_a_risk_hold_each_field_once_and_its_number() {
    let report = complete(&listing(&[full(1, "word")]));
    let facts = &report.rows.risks[0].rows.facts;
    for field in RiskField::ALL {
        let count =
            facts.iter().filter(|fact| fact.kind == FactKind::Risk(RiskFact::Field(field))).count();
        let expected = match field {
            RiskField::Evidence => 10,
            RiskField::Reasons | RiskField::After => 0,
            _ => 1,
        };
        assert_eq!(count, expected, "{field:?}");
    }
    let scale =
        facts.iter().find(|fact| fact.kind == FactKind::Risk(RiskFact::Before(Named::Scale)));
    assert_eq!(scale.unwrap().step, Some(5));
    assert!(report.rows.iter().filter(|row| row.risk().is_some()).all(|row| row.risk() == Some(1)));
}

proptest! {
    /// What happened is confidential: that it puts some gaps first of all is not told either.
    #[test]
    fn a_risk_that_is_confidential_changes_nothing_in_a_copy_for_sharing(
        assessment in arbitrary::assessment(),
        mut hidden in fixtures::risks::risk(),
        happened in any::<bool>(),
    ) {
        hidden.id = RiskId(90);
        hidden.confidentiality = Confidentiality::Confidential;
        hidden.status = happened.then_some(Status::Happened);
        let mut bank = with_risks();
        for (_, tie) in &mut bank.guidance.ties.questions {
            tie.on_harm = OnHarm::First;
            tie.who = Letters::Any;
        }
        let told = |mut assessment: Assessment| {
            assessment.answer_by_register();
            let told = assessment.for_sharing(&bank.catalogue, Naming::default());
            domain::report::for_sharing(&bank, &told, DATE)
        };
        let mut with = assessment.clone();
        Rc::make_mut(&mut with.risks).put(&hidden);
        prop_assert_eq!(told(with), told(assessment));
    }
}
