//! What reports hold and how they stand.

use std::rc::Rc;

use domain::answer::{Answer, Choice, Confidentiality, Sureness, TacticEffect, TacticState};
use domain::assessment::Assessment;
use domain::bank::Bank;
use domain::date::Date;
use domain::fits;
use domain::plan::{ActionId, PlannedAction, Priority, Reason, Status};
use domain::progress::{ByKind, ProgressBySection};
use domain::questions::Route;
use domain::report::{
    Block, HeadingLevel, Item, LeadsTo, Part, PartKind, Profile, Report, Shade, for_sharing,
};
use domain::save::draft::{DraftHead, Written};
use domain::sharing::{Naming, Shown};
use proptest::prelude::*;

use crate::arbitrary;
use crate::bank::{DATE, MATRIX, With, at_step, bank, empty, shown, states};

fn complete(assessment: &Assessment) -> Report {
    domain::report::complete(&bank(), assessment, DATE)
}

fn part(report: &Report, kind: PartKind) -> &Part {
    report.parts.iter().find(|part| part.kind == kind).expect("the part is there")
}

/// All findings of a part, in their order.
fn items(report: &Report, kind: PartKind) -> Vec<&Item> {
    let items = part(report, kind).blocks.iter().filter_map(|block| match block {
        Block::Items(items) => Some(items),
        _ => None,
    });
    items.flatten().collect()
}

/// All paragraphs of a part, in their order.
fn paragraphs(report: &Report, kind: PartKind) -> Vec<&str> {
    let paragraphs = part(report, kind).blocks.iter().filter_map(|block| match block {
        Block::Paragraph(paragraph) => Some(paragraph.as_str()),
        _ => None,
    });
    paragraphs.collect()
}

fn profile(report: &Report) -> &Profile {
    let mut blocks = part(report, PartKind::Profile).blocks.iter();
    let found = blocks.find_map(|block| match block {
        Block::Profile(profile) => Some(profile),
        _ => None,
    });
    found.expect("the part draws a profile")
}

fn confidential(answer: Answer) -> Answer {
    Answer { confidentiality: Confidentiality::Confidential, ..answer }
}

fn filled() -> Assessment {
    empty()
        .answered("own-promise", shown(at_step(4)))
        .answered("own-tasks", at_step(5))
        .step("tell-setbacks", 2)
        .step("see-people", 3)
        .answered("sell-check", confidential(at_step(1)))
        .unknown("run-watch")
        .not_applying("run-remedy", "No harm is known.")
        .answered("plan-first", Answer { words: "A first\nrisk.".into(), ..Answer::default() })
        .answered(MATRIX, states(&[("rsch-a", TacticState::Used), ("rsch-b", TacticState::Unused)]))
}

#[test]
fn the_parts_stand_in_their_order() {
    let kinds: Vec<PartKind> = complete(&filled()).parts.iter().map(|part| part.kind).collect();
    assert_eq!(
        kinds,
        [
            PartKind::HowToRead,
            PartKind::Board,
            PartKind::Profile,
            PartKind::Gaps,
            PartKind::NotKnown,
            PartKind::Strengths,
            PartKind::ToBeShown,
            PartKind::Improvements,
            PartKind::Tensions,
            PartKind::Tactics,
            PartKind::Reflections,
            PartKind::Plan,
            PartKind::DoesNotApply,
            PartKind::Partly,
            PartKind::Open,
            PartKind::Answers,
            PartKind::Sources,
        ]
    );
}

#[test]
fn the_short_form_says_so_and_names_what_it_did_not_ask() {
    let report = complete(&filled().short());
    let questions = report.facts.last().unwrap();
    assert!(questions.value.contains("short form"), "{}", questions.value);
    part(&report, PartKind::NotAsked);
}

#[test]
fn squares_of_the_complete_copy_carry_code_number_and_cut_corner() {
    let report = complete(&filled());
    let items = items(&report, PartKind::Gaps);
    let mark = items[0].mark.as_ref().unwrap();
    assert_eq!(mark.question.as_ref().unwrap().code, "B4.1");
    assert_eq!(mark.question.as_ref().unwrap().number, "1");
    assert!(mark.confidential);
    assert_eq!(mark.words, "B4.1, step 1, confidential");
    assert_eq!(items[0].number, Some(1));
}

#[test]
fn a_step_is_told_with_the_steps_it_adds_to() {
    let report = complete(&empty().step("see-people", 5));
    let items = items(&report, PartKind::Answers);
    let is_about = |item: &&Item| {
        let question = item.mark.as_ref().and_then(|mark| mark.question.as_ref());
        question.is_some_and(|question| question.id == "see-people".into())
    };
    assert_eq!(
        items.into_iter().find(is_about).unwrap().lines,
        [
            "Step 5: A text covers see people. And somebody decides about see people. And its effect \
          was looked at for see people."
        ]
    );
}

#[test]
fn answers_that_were_folded_away_are_not_lost() {
    let report = complete(&empty().value("plan", "none").step("plan-basis", 2));
    let blocks = &part(&report, PartKind::Answers).blocks;
    let Some(Block::Items(items)) = blocks.last() else { panic!() };
    assert_eq!(items[0].title, "What about plan basis?");
    let report =
        complete(&empty().step("own-promise", 2).value("plan", "none").step("plan-basis", 2));
    let shown: usize =
        profile(&report).rows.iter().map(|row| row.steps.iter().map(Vec::len).sum::<usize>()).sum();
    assert_eq!(shown, 1);
}

#[test]
fn one_page_says_who_could_be_harmed_what_to_decide_and_what_is_not_known() {
    let report = complete(&filled().unknown("see-part"));
    let board = part(&report, PartKind::Board);
    let headings = board.blocks.iter().filter_map(|block| match block {
        Block::Heading(_, heading) => Some(heading.as_str()),
        _ => None,
    });
    let headings: Vec<_> = headings.collect();
    assert_eq!(
        headings,
        [
            "The gravest risk, in the company’s own words",
            "Decisions needed",
            "Not known yet, the gravest first",
            "Where the answers stand, at a glance"
        ]
    );
    let Some(Block::Glance(glance)) = board.blocks.last() else {
        panic!("the profile stands on it")
    };
    assert_eq!(glance, profile(&report));
    // It repeats; with nothing to repeat it is not there.
    assert!(complete(&empty()).parts.iter().all(|part| part.kind != PartKind::Board));
}

/// What was written about the risk to start with, folded away by the answer of a decision.
fn folded(words: &str) -> (Rc<Bank>, Assessment) {
    let mut bank = Bank::clone(&bank());
    let mut questions = bank.catalogue.modules.iter_mut().flat_map(|module| &mut module.sections);
    let section = questions.find(|section| &*section.name == "Strategy").unwrap();
    let route = Route::Decision { question: "plan".into(), asked: vec!["approved".into()] };
    Rc::make_mut(&mut section.questions[2]).asked_when = Some(route);
    let words = Answer { words: words.into(), ..Answer::default() };
    (Rc::new(bank), empty().value("plan", "none").answered("plan-first", words))
}

#[test]
fn words_that_were_folded_away_stand_whole_in_the_annex() {
    let words = format!("First line.\nSecond {} end.", "line ".repeat(100));
    let (bank, assessment) = folded(&words);
    let report = domain::report::complete(&bank, &assessment, DATE);
    let Some(Block::Items(items)) = part(&report, PartKind::Answers).blocks.last() else {
        panic!()
    };
    assert!(items[0].lines.is_empty());
    let told = items[0].details.iter().map(|told| (told.label.as_str(), told.value.as_str()));
    assert_eq!(told.collect::<Vec<_>>(), [("In their words", words.trim())]);
    let board = &part(&report, PartKind::Board).blocks;
    assert!(matches!(&board[1], Block::Quote(quote) if quote.words.ends_with(" …")));
    let whole = "All of it stands under “All answers, with notes and evidence”.";
    assert_eq!(board[2], Block::Paragraph(whole.into()));
}

#[test]
fn what_was_folded_away_stands_nowhere_in_a_copy_for_sharing() {
    let (bank, mut assessment) = folded("FOLDED");
    let question = "plan-first".into();
    let action = PlannedAction::new(ActionId(1), "ACTION".into(), Reason::Answer(question));
    assessment.plan = Rc::new([action].into_iter().collect());
    let shareable = assessment.for_sharing(&bank.catalogue, Naming::default());
    let report = for_sharing(&bank, &shareable, DATE);
    let told = format!("{report:?}");
    assert!(!told.contains("ACTION") && !told.contains("FOLDED"), "{told}");
    // Marked, the decision folds away what it did before.
    let mut marked = (**assessment.answers.get(&"plan".into()).unwrap()).clone();
    marked.confidentiality = Confidentiality::Confidential;
    assessment.answers.set(&"plan".into(), Some(marked.into()));
    let shareable = assessment.for_sharing(&bank.catalogue, Naming::default());
    let told = format!("{:?}", for_sharing(&bank, &shareable, DATE));
    assert!(!told.contains("ACTION") && !told.contains("FOLDED"), "{told}");
}

#[test]
fn a_cut_quote_says_where_the_whole_of_it_stands() {
    let words = Answer { words: "word ".repeat(100), ..Answer::default() };
    let report = complete(&empty().answered("plan-first", words));
    let whole = "All of it stands under “In the words of those who answered”.";
    assert_eq!(paragraphs(&report, PartKind::Board)[0], whole);
}

#[test]
fn what_is_overdue_on_the_day_of_the_report_says_so_before_all_else() {
    let mut assessment = empty().step("see-people", 2);
    let due = |id, days, status| PlannedAction {
        due: Date::from_days(DATE.days() + days),
        status,
        ..PlannedAction::new(ActionId(id), format!("{id}"), Reason::Own)
    };
    let all = [
        due(1, -15, Status::Started),
        due(2, -1, Status::NotStarted),
        due(3, 0, Status::NotStarted),
        due(4, -15, Status::Done),
        due(5, -15, Status::Dropped),
    ];
    assessment.plan = Rc::new(all.into_iter().collect());
    let shareable = assessment.for_sharing(&bank().catalogue, Naming::default());
    let own = [complete(&assessment), for_sharing(&bank(), &shareable, DATE)];
    for report in &own {
        let said: Vec<_> =
            items(report, PartKind::Plan).iter().map(|item| &*item.pressing).collect();
        assert_eq!(said, ["Overdue, 15 days", "Overdue, 1 day", "", "", ""]);
        let days: Vec<_> = report.plan.iter().map(|row| row.days_overdue).collect();
        assert_eq!(days, [Some(15), Some(1), None, None, None]);
    }
}

#[test]
fn that_something_is_confidential_is_said_where_something_is() {
    let marked = |question: &str| {
        let confidentiality = Confidentiality::Confidential;
        empty().answered(question, Answer { confidentiality, ..at_step(2) })
    };
    let says = |assessment: &Assessment| {
        let report = complete(assessment);
        let told = [
            report.copy_notice.contains("confidential ones too"),
            report.running.ends_with("complete copy, with confidential answers"),
        ];
        assert_eq!(told[0], told[1]);
        told[0]
    };
    assert!(!says(&empty()) && !says(&empty().step("see-people", 2)));
    assert!(says(&marked("see-people")));
    // What is not asked stands in no report.
    assert!(!says(&marked("a-question-of-another-bank")));
}

#[test]
fn what_is_not_known_is_told_once_and_referred_to_from_its_gap() {
    let report = complete(&empty().unknown("see-part"));
    let gap = items(&report, PartKind::Gaps)[0].clone();
    let refers = "Not known yet, which counts as missing. Who could know stands under “What is not \
                  known yet”.";
    assert_eq!(gap.lines[0], refers);
    assert!(gap.lines.iter().all(|line| !line.contains("Could know")), "{:?}", gap.lines);
    let listed = items(&report, PartKind::NotKnown)[0].clone();
    assert_eq!(listed.lines, ["Could know: Head of sales, Trust and safety"]);
}

#[test]
fn the_gravest_of_what_is_not_known_opens_the_report() {
    let unknown = ["own-tasks", "own-promise", "see-part", "run-watch", "sell-check"];
    let assessment = unknown.into_iter().fold(empty(), |all, question| all.unknown(question));
    let report = complete(&assessment);
    let gaps = items(&report, PartKind::Gaps);
    let codes = |items: &[&Item]| -> Vec<String> {
        let marks = items.iter().filter_map(|item| item.mark.as_ref()?.question.as_ref());
        marks.map(|question| question.code.clone()).collect()
    };
    let board = items(&report, PartKind::Board);
    let unknown = &board[board.len() - 3..];
    assert_eq!(codes(unknown), codes(&gaps)[..3]);
}

#[test]
fn without_a_gravest_risk_the_page_begins_with_decisions_and_says_why() {
    let report = complete(&empty().step("see-people", 1));
    let board = &part(&report, PartKind::Board).blocks;
    assert!(
        matches!(&board[0], Block::Paragraph(why) if why.contains("Question A3.9 asks for it"))
    );
    assert_eq!(board[1], Block::Heading(HeadingLevel::Three, "Decisions needed".into()));
}

#[test]
fn words_that_stand_whole_where_the_report_begins_are_not_said_again() {
    let short = Answer { words: "A short risk.".into(), ..Answer::default() };
    let report = complete(&empty().answered("plan-first", short));
    assert!(report.parts.iter().all(|part| part.kind != PartKind::Reflections));
    let answer = items(&report, PartKind::Answers)[0].lines.clone();
    assert_eq!(answer, ["The words stand under “Where to begin”."]);
}

#[test]
fn how_sure_the_answers_are_is_counted_in_words_section_by_section() {
    let sure = |step, sureness| Answer { sureness, ..at_step(step) };
    let assessment = empty()
        .answered("own-promise", sure(2, Some(Sureness::Guess)))
        .answered("own-tasks", sure(2, Some(Sureness::Seen)))
        .answered("see-people", sure(2, Some(Sureness::Guess)))
        .answered("see-part", sure(2, None))
        .unknown("run-watch");
    let report = complete(&assessment);
    let blocks = &part(&report, PartKind::Profile).blocks;
    let Some(Block::Facts(facts)) = blocks.last() else { panic!() };
    let told: Vec<_> = facts.iter().map(|told| format!("{}: {}", told.label, told.value)).collect();
    assert_eq!(
        told,
        [
            "A1 Ownership: 2 answers: 1 rests on a guess, 1 was seen",
            "B1 Seeing: 2 answers: 1 rests on a guess, 1 not noted"
        ]
    );
    let counted = "4 answers are counted here: those by a step, a decision or a set of tactics. Answers \
                   in words are left out, and so is what is not known, doesn’t apply or is answered \
                   in part.";
    assert_eq!(paragraphs(&report, PartKind::Profile), [counted]);
    let short = "Of the 4 answers by step, decision or set of tactics, 2 rest on a guess. Of 1 nobody \
                 has noted how sure it is.";
    assert!(paragraphs(&report, PartKind::Board).contains(&short));
    assert!(!format!("{told:?}").contains('%'));
    // With squares that are missing, counts would show that something was left out.
    let shareable = assessment.for_sharing(&bank().catalogue, Naming::default());
    let shared = format!("{:?}", for_sharing(&bank(), &shareable, DATE).parts);
    assert!(!shared.contains("rest on a guess") && !shared.contains("not noted"), "{shared}");
}

#[test]
fn where_nobody_noted_how_sure_an_answer_is_one_sentence_says_so() {
    let report = complete(&empty().step("own-promise", 2));
    let said = "Nobody has noted yet how sure these answers are.";
    assert!(paragraphs(&report, PartKind::Board).contains(&said));
    let blocks = &part(&report, PartKind::Profile).blocks;
    assert!(!blocks.iter().any(|block| matches!(block, Block::Facts(_))));
}

#[test]
fn what_was_not_asked_is_one_line_a_section() {
    let report = complete(&filled().short());
    let [Block::Folds(folds)] = &part(&report, PartKind::NotAsked).blocks[..] else { panic!() };
    let told: Vec<_> = folds.iter().map(|fold| fold.summary.as_str()).collect();
    assert_eq!(
        told,
        [
            "A1 Ownership: 1 question",
            "A3 Strategy: 1 question",
            "B1 Seeing: 1 question",
            "B2 Tactics: 3 tactics",
            "B8 Being open: 1 question"
        ]
    );
    assert_eq!(folds[0].list, ["What about own tasks?"]);
}

#[test]
fn sources_are_those_of_what_was_answered() {
    let mut bank = Bank::clone(&bank());
    for (id, help) in &mut bank.guidance.questions {
        help.sources[0].name = format!("Source of {id}").into();
    }
    let report = domain::report::complete(&bank, &empty().step("see-people", 1), DATE);
    let blocks = &part(&report, PartKind::Sources).blocks;
    let Some(Block::Facts(sources)) = blocks.last() else { panic!() };
    let names: Vec<_> = sources.iter().map(|source| source.label.as_str()).collect();
    assert_eq!(names, ["Source of see-people"]);
}

#[test]
fn a_gap_that_a_fact_moves_up_leads_to_the_fact_whatever_was_said_of_it() {
    let said = ["direct", "unknown"].map(|said| empty().fact("scope-state", said));
    for assessment in said.into_iter().chain([empty()]) {
        let assessment = assessment.step("sell-check", 1);
        let gap = items(&complete(&assessment), PartKind::Gaps)[0].clone();
        let [lead] = &gap.leads[..] else { panic!("{gap:?}") };
        assert_eq!(lead.to, LeadsTo::Fact("scope-state".into()));
        assert!(gap.lines.iter().any(|line| line.contains(&lead.words)), "{gap:?}");
        let bank = bank();
        let all = Naming { reach: Shown::Yes, ..Naming::default() };
        let shared = for_sharing(&bank, &assessment.for_sharing(&bank.catalogue, all), DATE);
        assert!(items(&shared, PartKind::Gaps)[0].leads.is_empty(), "a copy for sharing");
    }
}

#[test]
fn where_nothing_is_not_known_the_page_for_those_who_decide_says_so() {
    let says = "No answer is “I don’t know yet”.";
    let unknown = Answer { choice: Some(Choice::NotKnown), ..Answer::default() };
    let is_said = |assessment: &Assessment| {
        paragraphs(&complete(assessment), PartKind::Board).contains(&says)
    };
    assert!(is_said(&empty().step("see-people", 1)));
    assert!(!is_said(&empty().step("see-people", 1).answered("sell-check", unknown)));
}

#[test]
fn the_first_page_says_how_many_questions_are_not_asked_because_of_other_answers() {
    let (bank, assessment) = folded("FOLDED");
    let cover = format!("{:?}", domain::report::complete(&bank, &assessment, DATE).facts);
    assert!(cover.contains("not asked, because of"), "{cover}");
    let whole = format!("{:?}", complete(&empty()).facts);
    assert!(!whole.contains("not asked, because of"), "{whole}");
}

#[test]
fn what_an_answer_folded_away_and_what_a_fact_did_are_told_apart() {
    let folded = empty().value("plan", "none").fact("scope-state", "no");
    let report = complete(&folded.step("plan-basis", 2).step("tell-setbacks", 3));
    let cover = format!("{:?}", report.facts);
    let says = "1 more is not asked, because of another answer. 1 more is not asked, because of a \
                fact that was set";
    assert!(cover.contains(says), "{cover}");
    let blocks = &part(&report, PartKind::Answers).blocks;
    let below = |heading: &str| {
        let at = blocks
            .iter()
            .position(|block| matches!(block, Block::Heading(_, text) if text == heading));
        let Some(Block::Items(items)) = at.and_then(|at| blocks.get(at + 1)) else {
            panic!("{heading}")
        };
        items.iter().map(|item| item.title.clone()).collect::<Vec<_>>()
    };
    let by_answer = below("Not asked now, because of another answer");
    assert_eq!(by_answer, ["What about plan basis?"]);
    let by_fact = below("Not asked now, because of a fact that was set");
    assert_eq!(by_fact, ["What about tell setbacks?"]);
    let alone = format!("{:?}", complete(&empty().fact("scope-state", "no")).facts);
    assert!(alone.contains("a fact that was set") && !alone.contains("another answer"), "{alone}");
}

#[test]
fn a_next_improvement_is_suggested_for_the_plan() {
    let report = complete(&empty().step("see-people", 3));
    let item = items(&report, PartKind::Improvements)[0].clone();
    assert_eq!(item.lines, ["The next step adds: somebody decides about see people."]);
    let suggested = &report.suggestions[item.suggestion.unwrap() as usize];
    assert_eq!(suggested.what, "Go one step further: somebody decides about see people.");
}

#[test]
fn it_is_said_of_how_many_tactics_in_use_the_effect_is_not_known() {
    let said = |used: &[&str]| {
        let used: Vec<_> = used.iter().map(|id| (*id, TacticState::Used)).collect();
        let mut answer = states(&used);
        for (_, tactic) in &mut answer.tactics {
            tactic.effect = Some(TacticEffect::Some);
        }
        answer.tactics[0].1.effect = Some(TacticEffect::Unknown);
        let report = complete(&empty().answered(MATRIX, answer));
        paragraphs(&report, PartKind::Tactics).concat()
    };
    assert_eq!(said(&["rsch-a"]), "For the one tactic in use, the effect is not known.");
    assert_eq!(
        said(&["rsch-a", "rsch-b", "dsgn-a"]),
        "For 1 of the 3 tactics in use, the effect is not known."
    );
}

#[test]
fn the_profile_says_what_it_leaves_out_and_nothing_that_is_nought() {
    let said = |assessment: &Assessment| {
        let report = complete(assessment);
        part(&report, PartKind::Profile).intro.clone().unwrap()
    };
    let whole = said(&filled());
    let counts = "Of the 14 questions asked, 10 have steps: 5 are answered, 1 is not known yet, \
                  1 doesn’t apply and 3 have no answer. The other 4 (1 in words, 2 decisions and 1 set \
                  of tactics): 1 is answered, 1 is partly answered and 2 have no answer. One square is one question";
    assert!(whole.starts_with(counts), "{whole}");
    let short = said(&filled().short());
    assert!(short.starts_with("Of the 10 questions of the short form, 6 have steps: "), "{short}");
}

#[test]
fn nothing_answered_is_a_report_without_verdict() {
    let report = complete(&empty());
    assert_eq!(part(&report, PartKind::Profile).intro, None);
    assert_eq!(part(&report, PartKind::Gaps).count, Some(0));
}

#[test]
fn names_and_dates() {
    let report = complete(&filled());
    assert_eq!(report.file_stem, "Tidewell-Locate_2026-11-24");
    assert_eq!(
        report.running,
        "Tidewell Locate · 24 November 2026 · complete copy, with confidential answers"
    );
    let mut unnamed = filled();
    std::rc::Rc::make_mut(&mut unnamed.scope).product.clear();
    assert_eq!(complete(&unnamed).file_stem, "respect-in-practice_2026-11-24");
}

#[test]
fn the_blank_questionnaire_holds_every_question_and_no_answer() {
    let bank = bank();
    let report = domain::report::blank(&bank, DATE);
    assert_eq!(report.file_stem, "respect-in-practice_questions");
    let titles: Vec<&str> = report
        .parts
        .iter()
        .flat_map(|part| &part.blocks)
        .filter_map(|block| if let Block::Items(items) = block { Some(items) } else { None })
        .flatten()
        .map(|item| &*item.title)
        .collect();
    assert_eq!(titles.len(), bank.catalogue.questions().count());
    assert_eq!(titles[0], "A1.3 What about own promise?");
}

#[test]
fn no_sentence_is_left_unfilled() {
    let mut assessment = filled().step("own-promise", 4);
    assessment.set_dismissal(&"t-all".into(), Some("because".into()));
    for report in [complete(&assessment), complete(&assessment.short())] {
        let told = format!("{report:?}");
        for name in ["{count}", "{codes}", "{text}", "{subject}", "{who}", "{because}", "{unit}"] {
            assert!(!told.contains(name), "{name}");
        }
    }
}

proptest! {
    #[test]
    fn reports_never_panic_and_come_out_the_same_twice(assessment in arbitrary::assessment()) {
        let report = complete(&assessment);
        prop_assert_eq!(report, complete(&assessment));
    }

    #[test]
    fn report_page_and_draft_count_each_question_that_is_asked_once(
        assessment in arbitrary::assessment(),
    ) {
        let bank = bank();
        let asked = domain::asked::Asked::of(&bank.catalogue, &assessment.scope, &assessment.answers);
        let page = ProgressBySection::of(&asked, &assessment.answers).all();
        prop_assert_eq!(page.all() as usize, asked.questions().count());
        prop_assert_eq!(ByKind::of(asked.questions()).all(), page.all());
        let head = DraftHead::of(&assessment, "", page, None, Written::default());
        let head = DraftHead::from_bytes(&head.to_bytes()).unwrap().progress();
        prop_assert_eq!(
            (head.said(), head.not_known, head.partly, head.open, head.answers()),
            (page.said(), page.not_known, page.partly, page.open, page.answers()),
        );
        let report = complete(&assessment);
        let counted = |kind| {
            let part = report.parts.iter().find(|part| part.kind == kind);
            part.and_then(|part| part.count).unwrap_or_default()
        };
        prop_assert_eq!(counted(PartKind::Partly), page.partly);
        prop_assert_eq!(counted(PartKind::Open), page.open);
    }

    #[test]
    fn every_answer_asked_stands_in_the_complete_copy(assessment in arbitrary::assessment()) {
        let bank = bank();
        let report = complete(&assessment);
        let asked = domain::asked::Asked::of(&bank.catalogue, &assessment.scope, &assessment.answers);
        let blocks = report.parts.iter().filter(|part| part.kind == PartKind::Answers);
        let told: Vec<_> = blocks
            .flat_map(|part| &part.blocks)
            .filter_map(|block| if let Block::Items(items) = block { Some(items) } else { None })
            .flatten()
            .filter_map(|item| item.mark.as_ref()?.question.as_ref().map(|found| found.id.clone()))
            .collect();
        for question in asked.questions() {
            if assessment.answers.get(&question.id).is_some() {
                prop_assert!(told.contains(&question.id), "{}", question.id);
            }
        }
    }
}

#[test]
fn what_is_answered_in_part_is_not_said_to_have_no_answer() {
    let begun =
        empty().answered(MATRIX, states(&[("rsch-a", TacticState::Used)])).step("see-people", 3);
    let report = complete(&begun);
    let found = items(&report, PartKind::Partly);
    let mark = found[0].mark.as_ref().unwrap();
    assert_eq!((mark.shade, &*mark.words), (Shade::Partly, "B2, partly answered"));
    assert_eq!(found[0].lines, ["A state is given for 1 of 7 tactics."]);
    assert_eq!(part(&report, PartKind::Partly).count, Some(1));
    let is_it = |item: &&Item| item.mark.as_ref().is_some_and(|mark| mark.words.starts_with("B2,"));
    assert!(!items(&report, PartKind::Open).iter().any(is_it));
    // Of the matrix as a whole likewise.
    let is_matrix =
        |item: &&&Item| item.mark.as_ref().is_some_and(|mark| mark.words.starts_with("B2,"));
    let answers = items(&report, PartKind::Answers);
    let whole = answers.iter().find(is_matrix).unwrap();
    assert_eq!(whole.mark.as_ref().unwrap().words, "B2, partly answered");
    assert!(whole.lines[0].starts_with("A state is given for 1 of 7 tactics."), "{whole:?}");
}

#[test]
fn what_has_no_answer_or_only_part_of_one_is_listed_once() {
    let begun =
        empty().answered(MATRIX, states(&[("rsch-a", TacticState::Used)])).step("see-people", 3);
    let report = complete(&begun);
    let named = |code: &str| {
        let says = |part: &&Part| {
            let told = part.blocks.iter().filter(|block| !matches!(block, Block::Profile(_)));
            format!("{:?}", told.collect::<Vec<_>>()).contains(code)
        };
        report.parts.iter().filter(says).map(|part| part.kind).collect::<Vec<_>>()
    };
    let open = items(&report, PartKind::Open)[0].mark.clone().unwrap().question.unwrap().code;
    assert_eq!(named(&format!("\"{open}\"")), [PartKind::Open]);
    assert!(!named("\"B2\"").contains(&PartKind::Profile));
    assert_eq!(paragraphs(&report, PartKind::Profile), [""; 0]);
}

#[test]
fn what_is_done_or_dropped_stands_apart_from_what_is_to_be_done() {
    let action = |id, priority, status| PlannedAction {
        priority,
        status,
        ..PlannedAction::new(ActionId(id), format!("ACT {id}"), Reason::Own)
    };
    let told = |all: Vec<PlannedAction>| {
        let assessment = Assessment { plan: Rc::new(all.into_iter().collect()), ..empty() };
        let shareable = assessment.for_sharing(&bank().catalogue, Naming::default());
        let both = [complete(&assessment), for_sharing(&bank(), &shareable, DATE)].map(|report| {
            let mut told = Vec::new();
            for block in &part(&report, PartKind::Plan).blocks {
                match block {
                    Block::Heading(_, heading) => told.push(heading.clone()),
                    Block::Items(items) => told.extend(items.iter().map(|item| item.title.clone())),
                    _ => {}
                }
            }
            // Tables have the same order.
            let rows: Vec<_> = report.plan.iter().map(|row| row.what.clone()).collect();
            let acts = told.iter().filter(|told| told.starts_with("ACT")).cloned();
            assert_eq!(rows, acts.collect::<Vec<_>>());
            told
        });
        assert_eq!(both[0], both[1]);
        both[0].join(" | ")
    };
    use Priority::{First, Later, Next};
    use Status::{Done, Dropped, NotStarted, Started};
    let mixed = vec![
        action(1, First, Done),
        action(2, First, NotStarted),
        action(3, Next, Dropped),
        action(4, Later, Started),
    ];
    let expected = "First | ACT 2 | Later | ACT 4 | Done or dropped | ACT 1 | ACT 3";
    assert_eq!(told(mixed), expected);
    assert_eq!(told(vec![action(1, Next, NotStarted)]), "Next | ACT 1", "no heading of nothing");
    assert_eq!(told(vec![action(1, Next, Done)]), "Done or dropped | ACT 1");
}

#[test]
fn the_page_for_those_who_decide_says_how_much_more_is_not_known() {
    let said = |assessment: &Assessment| {
        let report = complete(assessment);
        let told = paragraphs(&report, PartKind::Board).into_iter();
        let told = told.filter(|told| told.starts_with("Not known in all")).map(str::to_owned);
        let shareable = assessment.for_sharing(&bank().catalogue, Naming::default());
        let shared = for_sharing(&bank(), &shareable, DATE);
        assert!(!format!("{:?}", shared.parts).contains("Not known in all"));
        (told.collect::<Vec<_>>().join(" "), part(&report, PartKind::NotKnown).count)
    };
    let ends = "All of it stands under “What is not known yet”.";
    let unknown = ["own-tasks", "own-promise", "see-part", "run-watch", "sell-check"];
    let three = unknown.into_iter().take(3).fold(empty(), |all, question| all.unknown(question));
    assert_eq!(said(&three), (String::new(), Some(3)), "all of it stands there");
    let five = unknown.into_iter().fold(empty(), |all, question| all.unknown(question));
    assert_eq!(said(&five), (format!("Not known in all: 5 questions. {ends}"), Some(5)));
    let tactics = states(&[("use-a", TacticState::Unknown), ("rsch-a", TacticState::Unknown)]);
    let both = three.answered(MATRIX, tactics.clone());
    let expected = format!("Not known in all: 3 questions and 2 tactics. {ends}");
    assert_eq!(said(&both), (expected, Some(5)));
    let alone = format!("Not known in all: 2 tactics. {ends}");
    assert_eq!(said(&empty().answered(MATRIX, tactics)), (alone, Some(2)));
}

#[test]
fn who_could_know_is_cut_where_room_is_short_and_whole_where_it_is_listed() {
    let names = "The deputy of the head of sales. ".repeat(9);
    let could_know = names.clone();
    let answer = Answer { could_know, choice: Some(Choice::NotKnown), ..Answer::default() };
    let report = complete(&empty().answered("see-part", answer));
    let line = |kind| items(&report, kind).last().unwrap().lines[0].clone();
    assert_eq!(line(PartKind::NotKnown), format!("Could know: {}", names.trim()));
    let short = line(PartKind::Board);
    assert!(short.ends_with('…') && short.chars().count() < fits::COULD_KNOW + 20, "{short}");
}

#[test]
fn a_complete_copy_says_how_many_questions_it_asks_and_one_for_sharing_does_not() {
    let said = |report: &Report| report.facts.last().unwrap().value.clone();
    let whole = said(&complete(&filled()));
    assert!(whole.contains("complete form (14 questions asked): "), "{whole}");
    let short = said(&complete(&filled().short()));
    assert!(short.contains("short form (10 questions asked): "), "{short}");
    let shareable = filled().for_sharing(&bank().catalogue, Naming::default());
    let shared = said(&for_sharing(&bank(), &shareable, DATE));
    assert!(shared.contains("complete form: "), "{shared}");
}

#[test]
fn a_square_never_shows_a_step_for_what_is_none() {
    let report = complete(&filled());
    let items = items(&report, PartKind::NotKnown);
    assert_eq!(items[0].mark.as_ref().unwrap().shade, Shade::NotKnown);
}
