//! The real content: every tension that rests on the list of risks, with a case that fires and near misses.

use std::rc::Rc;

use domain::answer::{Answer, Confidentiality, HowKnown, TacticAnswer, TacticEffect, TacticState};
use domain::assessment::Assessment;
use domain::date::Date;
use domain::findings::Ground;
use domain::id::QuestionId;
use domain::plan::{ActionId, Plan, PlannedAction, Priority, Reason, Status as ActionStatus};
use domain::report::{self, Block, Report};
use domain::risk::{
    After, Dimension, Fall, Letter, Mark, Needed, Party, People, Register, Right, Risk, RiskField,
    RiskId, Start, Status, Uses, Who,
};
use domain::sharing::Naming;
use domain::step::Step;

use crate::bank::{DATE, With};
use crate::{Real, real};

/// The rules that have a case here.
pub(crate) const RULES: &[&str] = &[
    "t-stop-never-used",
    "t-severe-unowned",
    "t-few-rights",
    "t-users-only",
    "t-own-part-missing",
    "t-happened-not-looked",
    "t-fall-assumed",
    "t-phase-empty",
];

/// A risk by a State to protesters, which starts in use and is rated at these marks.
fn risk(id: u32, marks: [u8; 3]) -> Risk {
    let mut risk = Risk::new(RiskId(id));
    risk.name = Needed::filled(format!("Risk {id}"));
    risk.people = Needed::filled(vec![People::Heightened]);
    risk.arises = Needed::filled(vec![Start::Use]);
    done_by(&mut risk, "S");
    rights(&mut risk, &[12]);
    let [scale, scope, irremediability] = marks.map(|mark| Dimension {
        mark: Step::from_number(mark).map(Mark::Known),
        because: String::new(),
    });
    risk.severity.scale = scale;
    risk.severity.scope = scope;
    risk.severity.irremediability = irremediability;
    risk
}

const GRAVEST: [u8; 3] = [5, 3, 5];
const SEVERE: [u8; 3] = [4, 1, 1];
const TO_WATCH: [u8; 3] = [2, 2, 2];

fn rights(risk: &mut Risk, numbers: &[u8]) {
    risk.rights = numbers.iter().map(|number| Right::new(*number).unwrap()).collect();
}

fn done_by(risk: &mut Risk, letters: &str) {
    let parties = letters.chars().map(|letter| Party::of(letter).unwrap()).collect();
    risk.who = Needed::filled(Who { parties, main: None });
}

/// Several risks to watch, each changed by its place.
fn several(count: u32, change: impl Fn(u32, &mut Risk)) -> Vec<Risk> {
    let of = |id| {
        let mut risk = risk(id, TO_WATCH);
        change(id, &mut risk);
        risk
    };
    (1..=count).map(of).collect()
}

fn with(real: &Real, text: &str, risks: &[Risk]) -> Assessment {
    let mut assessment = real.written(text);
    assessment.risks = Rc::new(Register::of(risks));
    assessment
}

/// The risks that a tension names, by number; none where it is silent.
fn named(real: &Real, rule: &str, assessment: &Assessment) -> Option<Vec<u8>> {
    assert!(RULES.contains(&rule));
    let findings = real.findings(assessment);
    let found = findings.tensions.into_iter().find(|found| found.tension.as_str() == rule)?;
    let number = |ground: Ground| match ground {
        Ground::Risk(risk) => Some(risk.number),
        Ground::Answer(_) | Ground::Tactic(..) | Ground::Fact(..) => None,
    };
    Some(found.grounds.into_iter().filter_map(number).collect())
}

#[track_caller]
fn fires(real: &Real, rule: &str, text: &str, risks: &[Risk], numbers: &[u8]) {
    let found = named(real, rule, &with(real, text, risks));
    assert_eq!(found.as_deref(), Some(numbers), "{rule} on {text}");
}

#[track_caller]
fn silent(real: &Real, rule: &str, text: &str, risks: &[Risk]) {
    assert_eq!(named(real, rule, &with(real, text, risks)), None, "{rule} on {text}");
}

#[test]
fn a_stop_that_was_never_used_beside_a_grave_risk() {
    let (real, rule) = (real(), "t-stop-never-used");
    let (gravest, severe, watched) = (risk(1, GRAVEST), risk(2, SEVERE), risk(3, TO_WATCH));
    let all = [gravest, severe.clone(), watched.clone()];
    fires(&real, rule, "prevent-release-stop=3", &all, &[1, 2]);
    fires(&real, rule, "prevent-release-stop=3", &[watched.clone(), severe.clone()], &[1]);
    silent(&real, rule, "prevent-release-stop=3", &[watched]);
    silent(&real, rule, "prevent-release-stop=3", &[]);
    silent(&real, rule, "prevent-release-stop=4", &[severe]);
}

#[test]
fn every_risk_hits_privacy_or_speech_alone() {
    let (real, rule) = (real(), "t-few-rights");
    let few = |id, risk: &mut Risk| rights(risk, if id == 1 { &[9, 11] } else { &[9] });
    fires(&real, rule, "sense-all-rights=3", &several(3, few), &[1, 2, 3]);
    silent(&real, rule, "sense-all-rights=3", &several(2, few));
    let one_more = |id, risk: &mut Risk| rights(risk, if id == 1 { &[9, 8] } else { &[9] });
    silent(&real, rule, "sense-all-rights=3", &several(3, one_more));
    let one_empty = |id, risk: &mut Risk| rights(risk, if id == 1 { &[] } else { &[9] });
    silent(&real, rule, "sense-all-rights=3", &several(3, one_empty));
    silent(&real, rule, "sense-all-rights=2", &several(3, few));
}

#[test]
fn every_risk_hurts_users_alone() {
    let (real, rule) = (real(), "t-users-only");
    let users = |_, risk: &mut Risk| risk.users = Some(Uses::Users);
    fires(&real, rule, "prevent-foresee-people=3", &several(3, users), &[1, 2, 3]);
    silent(&real, rule, "prevent-foresee-people=3", &several(2, users));
    silent(&real, rule, "prevent-foresee-people=2", &several(3, users));
    for other in [Some(Uses::Both), None] {
        let mixed =
            |id, risk: &mut Risk| risk.users = if id == 2 { other } else { Some(Uses::Users) };
        silent(&real, rule, "prevent-foresee-people=3", &several(3, mixed));
    }
}

#[test]
fn every_risk_is_done_by_others_alone() {
    let (real, rule) = (real(), "t-own-part-missing");
    let others = |_, risk: &mut Risk| done_by(risk, "SE");
    fires(&real, rule, "prevent-safeguard-harm=2", &several(3, others), &[1, 2, 3]);
    silent(&real, rule, "prevent-safeguard-harm=?", &several(3, others));
    silent(&real, rule, "prevent-safeguard-harm=3", &several(3, others));
    silent(&real, rule, "prevent-safeguard-harm=2", &several(2, others));
    let ours = |id, risk: &mut Risk| done_by(risk, if id == 3 { "EO" } else { "S" });
    silent(&real, rule, "prevent-safeguard-harm=2", &several(3, ours));
    let not_known = |id, risk: &mut Risk| risk.who.not_known = id == 3;
    silent(&real, rule, "prevent-safeguard-harm=2", &several(3, not_known));
}

#[test]
fn people_were_harmed_and_nobody_looked_at_the_own_part() {
    let (real, rule) = (real(), "t-happened-not-looked");
    let status = |status| {
        let mut one = risk(1, TO_WATCH);
        one.status = status;
        [one]
    };
    for harmed in [Status::Happening, Status::Happened] {
        fires(&real, rule, "prevent-cease=not-looked", &status(Some(harmed)), &[1]);
    }
    silent(&real, rule, "prevent-cease=not-looked", &status(Some(Status::Elsewhere)));
    silent(&real, rule, "prevent-cease=not-looked", &status(None));
    silent(&real, rule, "prevent-cease=unclear", &status(Some(Status::Happened)));
}

#[test]
fn a_grave_risk_is_lower_after_measures_that_nobody_tested() {
    let (real, rule) = (real(), "t-fall-assumed");
    let after = |marks, known: [Option<HowKnown>; 2]| {
        let [scale, scope] = known.map(|known| Some(Fall { known, ..Fall::new(Step::Two) }));
        let mut one = risk(1, marks);
        one.severity.after = Some(After { scale, scope, ..After::default() });
        [one]
    };
    let impression = Some(HowKnown::Impression);
    fires(&real, rule, "", &after(GRAVEST, [impression, None]), &[1]);
    fires(&real, rule, "", &after([4, 3, 1], [None, None]), &[1]);
    silent(&real, rule, "", &after(GRAVEST, [impression, Some(HowKnown::Internal)]));
    silent(&real, rule, "", &after([2, 4, 1], [None, None]));
    let mut same = risk(1, GRAVEST);
    same.severity.after = Some(After::default());
    silent(&real, rule, "", &[same.clone()]);
    // What is no lower than before is no fall.
    same.severity.after = Some(After { scale: Some(Fall::new(Step::Five)), ..After::default() });
    silent(&real, rule, "", &[same]);
}

#[test]
fn nothing_stands_against_the_gravest_risk_from_where_it_starts_on() {
    let (real, rule) = (real(), "t-phase-empty");
    let matrix = QuestionId::from("prevent-tactics");
    let tactics = real.catalogue.question(&matrix).unwrap().matrix().unwrap().tactics();
    let tactics: Vec<_> = tactics.map(|tactic| tactic.id.clone()).collect();
    let state = |of: &str| match of {
        "use-suspension" => None,
        "dsgn-misuse-input" => Some(TacticState::Used),
        _ => Some(TacticState::Unused),
    };
    let said = |suspension: Option<TacticState>| {
        let mut answer = Answer::default();
        for id in &tactics {
            let state = state(id.as_str()).or(suspension);
            answer.set_tactic(id, state.map(TacticAnswer::new));
        }
        answer
    };
    let assessment =
        |answer: Answer, one: Risk| with(&real, "", &[one]).answered(matrix.as_str(), answer);
    let of = |suspension, one| named(&real, rule, &assessment(said(suspension), one));
    let gravest = || risk(1, GRAVEST);
    // What is in use in design comes before it starts, and is no cover.
    assert_eq!(of(Some(TacticState::Unused), gravest()), Some(vec![1]));
    assert_eq!(of(Some(TacticState::Planned), gravest()), Some(vec![1]), "a plan is no cover");
    assert_eq!(of(Some(TacticState::Used), gravest()), None, "in use, effect not known");
    assert_eq!(of(None, gravest()), None, "not answered");
    assert_eq!(of(Some(TacticState::Unknown), gravest()), None, "not known");
    assert_eq!(of(Some(TacticState::Unused), risk(1, SEVERE)), None, "severe");
    let mut from_design = gravest();
    from_design.arises = Needed::filled(vec![Start::Design]);
    assert_eq!(of(Some(TacticState::Unused), from_design), None, "in use in design");
    let mut not_known = gravest();
    not_known.arises.not_known = true;
    assert_eq!(of(Some(TacticState::Unused), not_known), None, "nobody knows where it starts");
    let mut no_effect = said(Some(TacticState::Unused));
    let used =
        TacticAnswer { effect: Some(TacticEffect::None), ..TacticAnswer::new(TacticState::Used) };
    no_effect.set_tactic(&"use-suspension".into(), Some(used));
    assert_eq!(named(&real, rule, &assessment(no_effect, gravest())), Some(vec![1]), "no effect");
}

fn action(owner: &str, due: Option<Date>, risks: &[u32]) -> PlannedAction {
    PlannedAction {
        id: ActionId(1),
        what: "Look at new lists before they are loaded".into(),
        reason: Reason::Own,
        priority: Priority::First,
        owner: owner.into(),
        due,
        status: ActionStatus::NotStarted,
        first_step: String::new(),
        effort: None,
        needs: String::new(),
        first_sign: String::new(),
        risks: risks.iter().map(|id| RiskId(*id)).collect(),
    }
}

#[test]
fn nobody_has_a_grave_risk_as_a_task_until_a_date() {
    let (real, rule) = (real(), "t-severe-unowned");
    let planned = |one: Risk, action: PlannedAction| {
        let mut assessment = with(&real, "", &[one]);
        assessment.plan = Rc::new([action].into_iter().collect::<Plan>());
        assessment
    };
    let of = |marks, action| named(&real, rule, &planned(risk(1, marks), action));
    fires(&real, rule, "", &[risk(1, SEVERE)], &[1]);
    silent(&real, rule, "", &[risk(1, TO_WATCH)]);
    assert_eq!(of(GRAVEST, action("Product", Some(DATE), &[1])), None);
    assert_eq!(of(GRAVEST, action("Product", None, &[1])), Some(vec![1]), "no date");
    assert_eq!(of(GRAVEST, action(" ", Some(DATE), &[1])), Some(vec![1]), "no owner");
    assert_eq!(of(GRAVEST, action("Product", Some(DATE), &[2])), Some(vec![1]), "another risk");
    let dropped =
        PlannedAction { status: ActionStatus::Dropped, ..action("Product", Some(DATE), &[1]) };
    assert_eq!(of(GRAVEST, dropped), Some(vec![1]), "it will not be done");
}

/// What is planned may be confidential: a copy that leaves it out cannot say that nothing is.
#[test]
fn a_copy_for_sharing_does_not_say_that_nobody_owns_a_risk() {
    let real = real();
    let assessment = with(&real, "prevent-release-stop=3", &[risk(1, SEVERE)]);
    let title = |rule: &str| {
        let rules = real.rules.tensions.iter();
        rules.clone().find(|found| found.id.as_str() == rule).unwrap().title.to_string()
    };
    let told = assessment.for_sharing(&real.catalogue, Naming::default());
    let shared = format!("{:?}", report::for_sharing(&real, &told, DATE));
    assert!(shared.contains(&title("t-stop-never-used")));
    assert!(!shared.contains(&title("t-severe-unowned")));
    let complete = format!("{:?}", report::complete(&real, &assessment, DATE));
    assert!(complete.contains(&title("t-severe-unowned")));
}

#[test]
fn what_rests_on_a_confidential_field_is_confidential_and_stays_out_of_copies_for_sharing() {
    let real = real();
    let mut one = risk(1, GRAVEST);
    one.severity.after = Some(After { scale: Some(Fall::new(Step::Two)), ..After::default() });
    let check = |one: &Risk, rule: &str, text: &str| {
        let assessment = with(&real, text, std::slice::from_ref(one));
        let told = assessment.for_sharing(&real.catalogue, Naming::default());
        let item = |report: Report| {
            let blocks = report.parts.into_iter().flat_map(|part| part.blocks);
            let items = blocks.filter_map(|block| match block {
                Block::Tensions(items) => Some(items),
                _ => None,
            });
            let rule = real.rules.tensions.iter().find(|found| found.id.as_str() == rule).unwrap();
            items.flatten().find(|item| item.title == *rule.title)
        };
        let complete = item(report::complete(&real, &assessment, DATE)).unwrap();
        (complete.confidential, item(report::for_sharing(&real, &told, DATE)).is_some())
    };
    assert_eq!(check(&one, "t-fall-assumed", ""), (true, false), "by default");
    let released = one.confidential.with(RiskField::After, Confidentiality::Open);
    one.confidential = released;
    assert_eq!(check(&one, "t-fall-assumed", ""), (false, true), "released");
    assert_eq!(check(&one, "t-stop-never-used", "prevent-release-stop=3"), (false, true));
    one.status = Some(Status::Happened);
    assert_eq!(check(&one, "t-stop-never-used", "prevent-release-stop=3"), (true, false));
    assert_eq!(check(&one, "t-happened-not-looked", "prevent-cease=not-looked"), (true, false));
}
