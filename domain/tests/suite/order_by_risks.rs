//! The order of gaps where risks are listed, and what stands against each risk, phase by phase.

use std::rc::Rc;

use domain::answer::{TacticAnswer, TacticEffect, TacticState};
use domain::assessment::Assessment;
use domain::bank::Bank;
use domain::findings::{Cover, Empty, Findings, Found, FoundPhase};
use domain::id::TacticId;
use domain::plan::{ActionId, PlannedAction, Reason};
use domain::risk::{
    After, Fall, Mark, Measure, Needed, Party, People, Register, Right, Risk, RiskId, Start,
    Status, Who,
};
use domain::step::Step;
use domain::ties::{Aim, Letters, OnHarm, QuestionTie, TacticTie};
use proptest::prelude::*;

use crate::arbitrary;
use crate::bank::{MATRIX, With, bank, empty, states};

fn letters(letters: &str) -> Letters {
    match letters {
        "." => Letters::Any,
        named => Letters::Some(named.chars().collect()),
    }
}

/// The bank with these rows of questions: id, who, arises.
fn tied(rows: &[(&str, &str, &str)]) -> Bank {
    let mut bank = Bank::clone(&bank());
    let mut ties: Vec<_> = rows
        .iter()
        .map(|(id, who, arises)| {
            let tie = QuestionTie {
                who: letters(who),
                arises: letters(arises),
                people: Letters::Any,
                people_needed: false,
                on_harm: OnHarm::AsToAny,
            };
            ((*id).into(), tie)
        })
        .collect();
    ties.sort_by(|a: &(domain::id::QuestionId, _), b| a.0.cmp(&b.0));
    bank.guidance.ties.questions = ties;
    bank
}

/// A risk of this scale that one party does, with a start.
fn risk(id: u32, scale: Step, who: Party, start: Start) -> Risk {
    let mut one = Risk {
        name: Needed::filled(format!("Risk {id}")),
        who: Needed::filled(Who { parties: vec![who], main: Some(who) }),
        arises: Needed::filled(vec![start]),
        people: Needed::filled(vec![People::Decided]),
        ..Risk::new(RiskId(id))
    };
    one.severity.scale.mark = Some(Mark::Known(scale));
    one.severity.scope.mark = Some(Mark::Known(Step::One));
    one.severity.irremediability.mark = Some(Mark::Known(Step::One));
    one
}

fn gravest(id: u32, who: Party) -> Risk {
    risk(id, Step::Five, who, Start::Design)
}

fn to_watch(id: u32, who: Party) -> Risk {
    risk(id, Step::Two, who, Start::Design)
}

/// An assessment in which no fact raises anything, with these risks.
fn listing(risks: &[Risk]) -> Assessment {
    let mut assessment = empty().fact("scope-state", "no").fact("scope-custom", "no");
    assessment.risks = Rc::new(Register::of(risks));
    assessment.answer_by_register();
    assessment
}

fn of(bank: &Bank, assessment: &Assessment) -> Findings {
    Found::of(bank, assessment).findings
}

/// The questions behind the gaps, in their order.
#[track_caller]
fn check(bank: &Bank, assessment: &Assessment, expected: &[&str]) {
    let findings = of(bank, assessment);
    let found: Vec<&str> = findings.gaps.iter().map(|gap| gap.question.id.as_str()).collect();
    assert_eq!(found, expected);
}

#[test]
fn the_gravest_risk_that_a_gap_touches_comes_before_its_weight() {
    let bank = tied(&[("own-tasks", "S", "."), ("see-people", "I", ".")]);
    let low =
        |one: Assessment| one.step("own-tasks", 2).step("see-people", 1).step("run-remedy", 1);
    let risks = [to_watch(1, Party::Individuals), gravest(2, Party::State)];
    // Of the heaviest weight, and at the lowest step; but it touches no risk.
    check(&bank, &low(listing(&risks)), &["own-tasks", "see-people", "run-remedy"]);
    check(&bank, &low(listing(&risks[..1])), &["see-people", "run-remedy", "own-tasks"]);
}

#[test]
fn inside_a_band_those_of_harm_that_was_done_come_first_and_no_band_is_left_for_it() {
    let bank =
        tied(&[("own-promise", "S", "."), ("run-remedy", "E", "."), ("see-people", "I", ".")]);
    let low =
        |one: Assessment| one.step("own-promise", 2).step("see-people", 1).step("run-remedy", 1);
    let mut done = gravest(1, Party::State);
    done.status = Some(Status::Happening);
    let mut slight = to_watch(2, Party::Enterprise);
    slight.status = Some(Status::Happened);
    let all = [done, slight, gravest(3, Party::Individuals)];
    check(&bank, &low(listing(&all)), &["own-promise", "see-people", "run-remedy"]);
}

#[test]
fn what_helps_people_in_danger_now_comes_first_of_all_where_a_gravest_or_severe_risk_has_happened()
{
    let mut bank = tied(&[("own-promise", ".", "."), ("see-people", "I", ".")]);
    bank.guidance.ties.questions[0].1.on_harm = OnHarm::First;
    let low = |one: Assessment| one.step("own-promise", 2).step("see-people", 1);
    let happened = |one: Risk| Risk { status: Some(Status::Happened), ..one };
    let severe = || risk(2, Step::Four, Party::State, Start::Design);
    let gravest = gravest(1, Party::Individuals);
    let first = low(listing(&[gravest.clone(), happened(severe())]));
    check(&bank, &first, &["own-promise", "see-people"]);
    // Elsewhere, or slight: by band and weight, as any.
    let elsewhere = Risk { status: Some(Status::Elsewhere), ..severe() };
    check(&bank, &low(listing(&[gravest.clone(), elsewhere])), &["see-people", "own-promise"]);
    let slight = happened(to_watch(2, Party::State));
    check(&bank, &low(listing(&[gravest.clone(), slight])), &["see-people", "own-promise"]);
    // A row that is aimed at harm alone stays in its band.
    bank.guidance.ties.questions[0].1.on_harm = OnHarm::Aimed;
    check(&bank, &low(listing(&[gravest, happened(severe())])), &["see-people", "own-promise"]);
}

#[test]
fn what_is_missing_under_a_risk_does_not_follow_the_order_of_other_risks() {
    // The first is aimed at both, and weighs less.
    let bank = tied(&[("own-promise", "SI", "."), ("see-people", "I", ".")]);
    let all = [gravest(1, Party::State), to_watch(2, Party::Individuals)];
    let low = listing(&all).step("own-promise", 1).step("see-people", 2);
    check(&bank, &low, &["own-promise", "see-people"]);
    let findings = of(&bank, &low);
    let touching = findings.gaps_touching(RiskId(2)).into_iter();
    let touching: Vec<_> = touching.map(|(gap, _)| gap.question.id.as_str()).collect();
    assert_eq!(touching, ["see-people", "own-promise"]);
}

#[test]
fn in_one_band_weight_comes_before_aim_aim_before_waiting_and_waiting_before_the_step() {
    let all = [gravest(1, Party::State)];
    let bank = tied(&[
        ("own-promise", "S", "."),
        ("see-people", ".", "."),
        ("see-part", ".", "."),
        ("run-remedy", "S", "."),
    ]);
    let low = listing(&all)
        .step("own-promise", 1)
        .step("see-people", 1)
        .step("see-part", 2)
        .value("cease", "no-part")
        .step("run-remedy", 2);
    // `own-promise` weighs less, `run-remedy` alone is aimed, and `cease` waits for `see-part`.
    check(&bank, &low, &["run-remedy", "see-part", "see-people", "own-promise"]);
}

#[test]
fn how_closely_a_gap_touches_a_lesser_risk_does_not_move_it() {
    let bank = tied(&[("see-people", ".", "u"), ("run-remedy", "S", ".")]);
    // What starts in research can be met in use, as anything can: that is no aim.
    let all = [
        risk(1, Step::Five, Party::State, Start::Research),
        risk(2, Step::Two, Party::Individuals, Start::Use),
    ];
    let low = |risks: &[Risk]| listing(risks).step("see-people", 1).step("run-remedy", 2);
    check(&bank, &low(&all[1..]), &["see-people", "run-remedy"]);
    check(&bank, &low(&all), &["run-remedy", "see-people"]);
}

#[test]
fn a_gap_names_all_risks_that_it_touches_gravest_first_and_a_risk_its_gaps_aimed_first() {
    let bank = tied(&[("see-people", ".", "."), ("run-remedy", "I", ".")]);
    let all = [to_watch(1, Party::Individuals), gravest(2, Party::State)];
    let findings = of(&bank, &listing(&all).step("see-people", 1).step("run-remedy", 1));
    let named = |gap: usize| {
        let touches = findings.gaps[gap].touches.iter();
        touches.map(|one| format!("R{} {}", one.number, one.name)).collect::<Vec<_>>()
    };
    assert_eq!(named(0), ["R1 Risk 2", "R2 Risk 1"]);
    assert_eq!(named(1), ["R2 Risk 1"]);
    let touching = |id| {
        let gaps = findings.gaps_touching(RiskId(id)).into_iter();
        gaps.map(|(gap, touch)| (gap.question.id.as_str(), touch.aim)).collect::<Vec<_>>()
    };
    assert_eq!(touching(1), [("run-remedy", Aim::Aimed), ("see-people", Aim::General)]);
    assert_eq!(touching(2), [("see-people", Aim::General)]);
    assert_eq!(touching(3), []);
}

#[test]
fn a_risk_has_the_actions_that_are_for_it() {
    let mut assessment = listing(&[gravest(1, Party::State), to_watch(2, Party::State)]);
    let action = |id, risks: &[u32]| PlannedAction {
        risks: risks.iter().copied().map(RiskId).collect(),
        ..PlannedAction::new(ActionId(id), "Do it".into(), Reason::Own)
    };
    assessment.plan =
        Rc::new([action(1, &[2]), action(2, &[]), action(3, &[1, 2])].into_iter().collect());
    let actions: Vec<_> =
        of(&bank(), &assessment).risks.iter().map(|one| one.actions.clone()).collect();
    assert_eq!(actions, [vec![ActionId(3)], vec![ActionId(1), ActionId(3)]]);
}

/// The bank with rows for some tactics: id, who, harm.
fn against(rows: &[(&str, &str, &str)]) -> Bank {
    let mut bank = Bank::clone(&bank());
    let mut ties: Vec<(TacticId, _)> = rows
        .iter()
        .map(|(id, who, harm)| {
            let tie = TacticTie { who: letters(who), harm: letters(harm), mark: None };
            ((*id).into(), tie)
        })
        .collect();
    ties.sort_by(|a, b| a.0.cmp(&b.0));
    bank.guidance.ties.tactics = ties;
    bank
}

/// All tactics of the bank stand against what a State does.
fn all_against() -> Bank {
    against(
        &["rsch-a", "rsch-b", "dsgn-a", "dsgn-b", "dsgn-c", "use-a", "use-b"]
            .map(|id| (id, "S", ".")),
    )
}

fn phases(bank: &Bank, assessment: &Assessment) -> Vec<FoundPhase> {
    of(bank, assessment).risks.remove(0).phases
}

fn used(effect: TacticEffect) -> TacticAnswer {
    TacticAnswer { effect: Some(effect), ..TacticAnswer::new(TacticState::Used) }
}

#[test]
fn what_stands_in_a_phase_is_said_by_the_tactic_that_does_most() {
    use TacticState::{Planned, Unfit, Unknown, Unused, Used};
    let one = |state| TacticAnswer::new(state);
    let none_seen = || used(TacticEffect::None);
    for (first, second, cover, is_gap) in [
        (Some(one(Unused)), Some(used(TacticEffect::Clear)), Cover::EffectSeen, false),
        (Some(used(TacticEffect::Some)), None, Cover::EffectSeen, false),
        (Some(used(TacticEffect::Unknown)), Some(one(Planned)), Cover::EffectNotKnown, false),
        (Some(one(Used)), Some(one(Unused)), Cover::EffectNotKnown, false),
        (Some(one(Planned)), Some(one(Unused)), Cover::Planned, true),
        (Some(one(Planned)), None, Cover::Planned, false),
        (Some(one(Unused)), None, Cover::NotAnswered, false),
        (None, None, Cover::NotAnswered, false),
        (Some(one(Unused)), Some(one(Unknown)), Cover::NotKnown, false),
        (Some(one(Unused)), Some(one(Unfit)), Cover::Nothing, true),
        (Some(none_seen()), Some(one(Unused)), Cover::Nothing, true),
    ] {
        let mut answer = states(&[]);
        answer.set_tactic(&"use-a".into(), first.clone());
        answer.set_tactic(&"use-b".into(), second.clone());
        let assessment = listing(&[gravest(1, Party::State)]).answered(MATRIX, answer);
        let phases = phases(&all_against(), &assessment);
        let used = phases.iter().find(|phase| &*phase.id == "use").unwrap();
        assert_eq!((used.cover, used.is_gap()), (cover, is_gap), "{first:?} {second:?}");
    }
}

#[test]
fn what_does_not_stand_against_a_risk_says_nothing_of_it() {
    let bank = against(&[("dsgn-a", "S", "."), ("dsgn-b", "I", "."), ("use-a", "I", ".")]);
    let answer = states(&[("dsgn-a", TacticState::Unused), ("dsgn-b", TacticState::Used)]);
    let found = phases(&bank, &listing(&[gravest(1, Party::State)]).answered(MATRIX, answer));
    let design = &found[1];
    assert_eq!((design.cover, design.is_gap()), (Cover::Nothing, true), "dsgn-b is in use");
    let tactics: Vec<_> = design.tactics.iter().map(|(tactic, _)| tactic.id.as_str()).collect();
    assert_eq!(tactics, ["dsgn-a"]);
    let [.., in_use] = found.as_slice() else { panic!() };
    assert_eq!((in_use.cover, in_use.is_gap()), (Cover::NoneListed, false), "the bank has none");
}

#[test]
fn what_stands_against_any_risk_or_may_stand_against_it_shows_no_effect_on_this_one() {
    let bank = against(&[("use-a", "S", "."), ("use-b", ".", ".")]);
    let cover = |risk: Risk, said: &[(&str, TacticAnswer)]| {
        let mut answer = states(&[]);
        for (id, said) in said {
            answer.set_tactic(&(*id).into(), Some(said.clone()));
        }
        phases(&bank, &listing(&[risk]).answered(MATRIX, answer)).pop().unwrap().cover
    };
    let state = || gravest(1, Party::State);
    let (named, any) = (("use-a", used(TacticEffect::Clear)), ("use-b", used(TacticEffect::Clear)));
    assert_eq!(cover(state(), std::slice::from_ref(&any)), Cover::EffectNotKnown);
    assert_eq!(cover(state(), &[named.clone(), any]), Cover::EffectSeen);
    let mut nobody_knows_who = state();
    nobody_knows_who.who.not_known = true;
    assert_eq!(cover(nobody_knows_who, std::slice::from_ref(&named)), Cover::EffectNotKnown);
    let mut nobody_knows_where = state();
    nobody_knows_where.arises.not_known = true;
    assert_eq!(cover(nobody_knows_where, &[named]), Cover::EffectNotKnown);
}

#[test]
fn first_stands_what_lowers_the_risk_then_what_names_such_a_risk_then_what_stands_against_any() {
    let bank = against(&[("dsgn-a", ".", "."), ("dsgn-b", "S", "."), ("dsgn-c", "S", ".")]);
    let named = |measure: Option<&str>, last: TacticState| {
        let mut one = gravest(1, Party::State);
        let by = measure.map(|id| Measure::Tactic(id.into()));
        let scale = Fall { by, ..Fall::new(Step::Two) };
        one.severity.after = Some(After { scale: Some(scale), ..After::default() });
        let mut answer = states(&[("dsgn-c", last)]);
        answer.set_tactic(&"dsgn-a".into(), Some(used(TacticEffect::Clear)));
        answer.set_tactic(&"dsgn-b".into(), Some(used(TacticEffect::Some)));
        let found = phases(&bank, &listing(&[one]).answered(MATRIX, answer));
        let tactics = found[1].tactics.iter().map(|(tactic, _)| tactic.id.to_string());
        tactics.collect::<Vec<_>>()
    };
    assert_eq!(named(None, TacticState::Used), ["dsgn-b", "dsgn-c", "dsgn-a"]);
    assert_eq!(named(None, TacticState::Planned), ["dsgn-b", "dsgn-a", "dsgn-c"], "in use first");
    assert_eq!(named(Some("dsgn-a"), TacticState::Used), ["dsgn-a", "dsgn-b", "dsgn-c"]);
    assert_eq!(named(Some("dsgn-c"), TacticState::Planned), ["dsgn-c", "dsgn-b", "dsgn-a"]);
}

/// Research, design and use, with nothing in use: what that means in each, and where the harm starts.
fn when(starts: &[Start]) -> Vec<(Option<Empty>, bool)> {
    let unused: Vec<_> = ["rsch-a", "rsch-b", "dsgn-a", "dsgn-b", "dsgn-c", "use-a", "use-b"]
        .map(|id| (id, TacticState::Unused))
        .to_vec();
    let mut one = gravest(1, Party::State);
    one.arises.value = starts.to_vec();
    let assessment = listing(&[one]).answered(MATRIX, states(&unused));
    let phases = phases(&all_against(), &assessment);
    phases.iter().map(|phase| (phase.empty, phase.starts_here)).collect()
}

#[test]
fn a_phase_with_nothing_in_use_is_a_gap_from_the_earliest_start_on_and_before_it_for_the_next_version()
 {
    let (gap, next) = (Some(Empty::Gap), Some(Empty::NextVersion));
    assert_eq!(when(&[Start::Research]), [(gap, true), (gap, false), (gap, false)]);
    assert_eq!(when(&[Start::Design]), [(next, false), (gap, true), (gap, false)]);
    assert_eq!(when(&[Start::Design, Start::Use]), [(next, false), (gap, true), (gap, true)]);
    assert_eq!(when(&[Start::Use]), [(next, false), (next, false), (gap, true)]);
    // What is bought comes in by development.
    assert_eq!(when(&[Start::Bought]), [(next, false), (next, false), (gap, false)]);
    assert_eq!(when(&[Start::OwnRules]), [(next, false), (gap, true), (gap, true)]);
    // Nobody knows where it starts: it can be met in each.
    assert_eq!(when(&[]), [(gap, false), (gap, false), (gap, false)]);
}

#[test]
fn what_the_short_form_does_not_ask_is_not_asked_and_no_gap() {
    let answer = states(&[
        ("rsch-a", TacticState::Unused),
        ("dsgn-a", TacticState::Unused),
        ("dsgn-b", TacticState::Used),
    ]);
    let assessment = listing(&[risk(1, Step::Five, Party::State, Start::Research)]);
    let found = phases(&all_against(), &assessment.answered(MATRIX, answer).short());
    let covers: Vec<_> = found.iter().map(|phase| (phase.cover, phase.is_gap())).collect();
    let expected =
        [(Cover::NotAsked, false), (Cover::EffectNotKnown, false), (Cover::NotAsked, false)];
    assert_eq!(covers, expected);
}

#[test]
fn what_would_fit_is_not_used_yet_three_at_most_and_first_what_names_such_a_risk() {
    let mut bank = against(&[
        ("dsgn-a", ".", "."),
        ("dsgn-b", ".", "."),
        ("dsgn-c", "S", "."),
        ("dsgn-d", ".", "."),
        ("dsgn-e", ".", "L"),
    ]);
    let module = &mut bank.catalogue.modules[1];
    let matrix = &mut module.sections[1].questions[0];
    let domain::questions::Kind::Tactics(tactics) = &mut Rc::make_mut(matrix).kind else {
        panic!()
    };
    let group = &mut tactics.groups[1];
    for id in ["dsgn-d", "dsgn-e"] {
        let mut more = group.tactics[0].clone();
        more.id = id.into();
        group.tactics.push(more);
    }
    let fits = |said: &[(&str, TacticState)]| {
        let mut one = gravest(1, Party::State);
        one.rights = vec![Right::new(1).unwrap()];
        let found = phases(&bank, &listing(&[one]).answered(MATRIX, states(said)));
        found[1].fits.iter().map(|tactic| tactic.id.to_string()).collect::<Vec<_>>()
    };
    let all =
        ["dsgn-a", "dsgn-b", "dsgn-c", "dsgn-d", "dsgn-e"].map(|id| (id, TacticState::Unused));
    assert_eq!(fits(&all), ["dsgn-c", "dsgn-e", "dsgn-a"]);
    let mut other = all;
    other[0].1 = TacticState::Planned;
    other[1].1 = TacticState::Unfit;
    assert_eq!(fits(&other), ["dsgn-c", "dsgn-e", "dsgn-d"]);
    other[3].1 = TacticState::Used;
    assert_eq!(fits(&other), Vec::<String>::new(), "something is in use");
}

proptest! {
    #[test]
    fn where_no_risk_is_listed_ties_move_nothing(mut assessment in arbitrary::assessment()) {
        assessment.risks = Rc::default();
        assessment.answer_by_register();
        let mut tied = tied(&[("own-promise", ".", "."), ("see-people", "S", "d"), ("run-watch", ".", ".")]);
        tied.guidance.ties.tactics = all_against().guidance.ties.tactics;
        prop_assert_eq!(of(&tied, &assessment), of(&bank(), &assessment));
    }

    #[test]
    fn risks_order_gaps_and_make_or_hide_none(assessment in arbitrary::assessment()) {
        let bank = tied(&[("own-promise", ".", "."), ("see-people", "S", "d"), ("run-watch", "I", "u")]);
        let ids = |bank: &Bank| {
            let mut ids: Vec<_> =
                of(bank, &assessment).gaps.iter().map(|gap| gap.question.id.clone()).collect();
            ids.sort();
            ids
        };
        prop_assert_eq!(ids(&bank), ids(&crate::bank::bank()));
        let touches: Vec<_> =
            of(&bank, &assessment).gaps.iter().map(|gap| gap.touches.is_empty()).collect();
        prop_assert!(touches.is_sorted(), "what touches no risk comes after all that does");
    }
}
