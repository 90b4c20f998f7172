//! Who gets a question sheet, and what is on it.

use domain::answer::{Answer, Choice, TacticAnswer, TacticState};
use domain::asked::Asked;
use domain::assessment::Assessment;
use domain::bank::Bank;
use domain::findings::reading::CouldKnow;
use domain::guidance::TacticHelp;
use domain::report::{Block, PartKind, Report};
use domain::sharing::{Naming, Shown};
use domain::sheet::QuestionSheet;
use domain::sheet::people::{Among, People, rows, sheet_for};
use domain::sheet::record::{
    Arrival, CameAs, SavedSheet, SheetForm, SheetId, SheetRecords, SheetReturn,
};

use crate::bank::{DATE, MATRIX, TACTICS, With, bank, empty};
use crate::sharing::sharing;

/// What earlier versions of the page filled in: all who usually know.
const ALL: &str = "Head of sales, Trust and safety";

/// A bank in which one function leads on the tactics of each phase.
fn led() -> Bank {
    let mut bank = (*bank()).clone();
    for (phase, tactics) in TACTICS {
        let lead = if *phase == "use" { "legal" } else { "sales" };
        bank.guidance.tactics.extend(tactics.iter().map(|tactic| {
            let help =
                TacticHelp { lead: lead.into(), sign: "".into(), caution: None, terms: Vec::new() };
            ((*tactic).into(), help)
        }));
    }
    bank.guidance.tactics.sort_by(|one, other| one.0.cmp(&other.0));
    bank
}

/// No tactic is known, with this typed beside each.
fn unknown_tactics(typed: &str) -> Assessment {
    let mut answer = Answer::default();
    for tactic in TACTICS.iter().flat_map(|(_, tactics)| *tactics) {
        let unknown =
            TacticAnswer { could_know: typed.into(), ..TacticAnswer::new(TacticState::Unknown) };
        answer.set_tactic(&(*tactic).into(), Some(unknown));
    }
    empty().answered(MATRIX, answer)
}

fn not_known(typed: &str) -> Answer {
    let choice = Some(Choice::NotKnown);
    Answer { choice, could_know: typed.into(), ..Answer::default() }
}

fn with<T>(bank: &Bank, assessment: &Assessment, look: impl FnOnce(Among<'_>) -> T) -> T {
    let Bank { catalogue, guidance, .. } = bank;
    let asked = &Asked::of(catalogue, &assessment.scope, &assessment.answers);
    look(Among { asked, assessment, catalogue, guidance })
}

fn people(bank: &Bank, assessment: &Assessment) -> Vec<(String, u32)> {
    let people = with(bank, assessment, People::of).people;
    people.iter().map(|person| (person.name.to_string(), person.could_know)).collect()
}

fn named<const N: usize>(people: [(&str, u32); N]) -> Vec<(String, u32)> {
    people.map(|(name, count)| (name.to_owned(), count)).into()
}

#[test]
fn a_tactic_that_nobody_knows_stands_on_the_sheet_of_the_one_who_leads() {
    let bank = led();
    let one_each = named([("Sales", 5), ("Legal", 2)]);
    assert_eq!(people(&bank, &unknown_tactics("")), one_each);
    // What earlier versions filled in, as they wrote it and as somebody may have left it.
    for typed in [ALL, "head of sales;Trust and Safety\n"] {
        assert_eq!(people(&bank, &unknown_tactics(typed)), one_each, "{typed}");
    }
}

#[test]
fn whoever_was_named_wins_over_the_one_who_leads() {
    let bank = led();
    for (typed, expected) in [
        ("Anna", named([("Anna", 7)])),
        ("Anna, Ben", named([("Anna", 7), ("Ben", 7)])),
        ("Head of sales", named([("Head of sales", 7)])),
        ("Trust and safety, Head of sales", named([("Trust and safety", 7), ("Head of sales", 7)])),
        ("Head of sales, Trust and safety, Anna", {
            named([("Head of sales", 7), ("Trust and safety", 7), ("Anna", 7)])
        }),
    ] {
        assert_eq!(people(&bank, &unknown_tactics(typed)), expected, "{typed}");
    }
}

#[test]
fn a_question_that_nobody_knows_goes_to_the_first_who_usually_knows() {
    let assessment = empty().unknown("own-promise").answered("cease", not_known(ALL));
    assert_eq!(people(&bank(), &assessment), named([("Head of sales", 2)]));
    let named_by_hand = empty().answered("cease", not_known("Legal, Anna"));
    assert_eq!(people(&bank(), &named_by_hand), named([("Legal", 1), ("Anna", 1)]));
}

#[test]
fn a_report_names_the_one_who_leads_beside_what_is_not_known() {
    let bank = led();
    let found = |assessment: &Assessment| {
        let asked = Asked::of(&bank.catalogue, &assessment.scope, &assessment.answers);
        domain::findings::of(&bank, assessment, &asked).not_known
    };
    let usual =
        |names: &[&str]| CouldKnow::Usual(names.iter().map(|name| (*name).into()).collect());
    let all = found(&unknown_tactics(ALL));
    let [matrix] = &all[..] else { panic!("{all:?}") };
    assert_eq!(matrix.could_know, usual(&["Sales", "Legal"]), "none of it is known");
    let mut some = unknown_tactics("");
    let mut answer = some.answers.get(&MATRIX.into()).map(|answer| (**answer).clone()).unwrap();
    answer.set_tactic(&"use-a".into(), Some(TacticAnswer::new(TacticState::Used)));
    some.answers.set(&MATRIX.into(), Some(answer.into()));
    let all = found(&some);
    assert_eq!(all.last().map(|unknown| unknown.could_know.clone()), Some(usual(&["Legal"])));
}

#[test]
fn the_rows_of_a_sheet_are_counted_as_it_has_them() {
    let bank = led();
    let assessment = unknown_tactics("").answered("own-promise", not_known("Sales"));
    let sheet = |assessment: &Assessment, who: &str| {
        with(&bank, assessment, |among| {
            let theirs = sheet_for(among, who);
            let sheet = QuestionSheet::for_person(&bank, SheetId(7), "", &theirs);
            assert_eq!(rows(&theirs), sheet.rows(), "{who}");
            assert_eq!(sheet.id, Some(SheetId(7)));
            sheet.rows()
        })
    };
    assert_eq!(sheet(&assessment, "sales"), 1 + 5);
    assert_eq!(sheet(&assessment, "Legal"), 2);
    assert_eq!(QuestionSheet::blank(&bank).id, None);
}

/// A sheet that went to Anna and came back.
fn with_record() -> Assessment {
    let mut sheets = SheetRecords::default();
    let saved = SavedSheet {
        who: "Works council".into(),
        form: SheetForm::Workbook,
        rows: 13,
        on: DATE,
        arrival: Arrival::NotSaid,
    };
    sheets.save(SheetId(7), saved);
    sheets.sheet_mut(SheetId(7)).unwrap().to = "Anna Q.".into();
    let came = SheetReturn { on: DATE, rows: 13, taken: 9, left: 2, unreadable: 1 };
    sheets.take_back(CameAs::Numbered(7), SheetId(1), came);
    sheets.take_back(
        CameAs::Earlier,
        SheetId(1),
        SheetReturn { rows: 1, taken: 1, left: 0, unreadable: 0, ..came },
    );
    Assessment { sheets: sheets.into(), ..empty().step("see-people", 2) }
}

fn part(report: &Report) -> Option<String> {
    let part = report.parts.iter().find(|part| part.kind == PartKind::Sheets)?;
    let [Block::Items(items)] = &part.blocks[..] else { panic!("{part:?}") };
    let item = items.iter().map(|item| {
        let details = item.details.iter().map(|one| format!("{}: {}", one.label, one.value));
        format!("{}\n{}", item.title, details.collect::<Vec<_>>().join("\n"))
    });
    Some(item.collect::<Vec<_>>().join("\n"))
}

#[test]
fn the_complete_copy_says_what_went_out_and_what_came_back() {
    let report = domain::report::complete(&bank(), &with_record(), DATE);
    assert_eq!(
        part(&report).unwrap(),
        "Works council\n\
         Saved: 24 November 2026, as a workbook, 13 questions and tactics\n\
         Who has it: Anna Q.\n\
         Came back: 24 November 2026: 9 of 13 rows taken over; 2 left as they were; \
         1 could not be read\n\
         A sheet of an earlier version of this page\n\
         Came back: 24 November 2026: 1 of 1 row taken over"
    );
    assert_eq!(report.sheets.len(), 2);
    let nothing = domain::report::complete(&bank(), &empty(), DATE);
    assert!(part(&nothing).is_none(), "a report is no list of what could have been done");
}

#[test]
fn no_copy_for_sharing_says_who_was_asked_whatever_names_it_carries() {
    let all =
        Naming { company: Shown::Yes, product: Shown::Yes, people: Shown::Yes, reach: Shown::Yes };
    for naming in [Naming::default(), all] {
        let report = sharing(&with_record(), naming);
        assert!(part(&report).is_none() && report.sheets.is_empty());
        let without = empty().step("see-people", 2);
        assert_eq!(report, sharing(&without, naming), "nothing tells that there was a record");
    }
}
