//! Each kind of tension: one case that fires and near misses that must not.

use domain::answer::{Answer, Sureness, TacticAnswer, TacticEffect, TacticState};
use domain::assessment::Assessment;
use domain::findings::{Found, FoundTension, Ground};

use crate::bank::{MATRIX, TACTICS, With, at_step, bank, empty, shown, states};

/// A rule that fires once per question has the question behind its name.
fn of_rule(found: &FoundTension, rule: &str) -> bool {
    found.tension.as_str().split(':').next() == Some(rule)
}

fn found(assessment: &Assessment) -> Vec<FoundTension> {
    Found::of(&bank(), assessment).findings.tensions
}

#[track_caller]
fn fires(rule: &str, assessment: &Assessment) -> FoundTension {
    let found = found(assessment).into_iter().find(|found| of_rule(found, rule));
    found.expect("the rule fires")
}

#[track_caller]
fn silent(rule: &str, assessment: &Assessment) {
    assert!(found(assessment).iter().all(|found| !of_rule(found, rule)), "{rule} fired");
}

fn names(found: &FoundTension) -> Vec<String> {
    found
        .grounds
        .iter()
        .map(|ground| match ground {
            Ground::Answer(question) => question.id.to_string(),
            Ground::Tactic(_, tactic) => tactic.id.to_string(),
            Ground::Fact(fact, value) => format!("{fact}={value}"),
            Ground::Risk(risk) => format!("R{}", risk.number),
        })
        .collect()
}

#[test]
fn two_steps_that_pull_apart() {
    let fired = fires("t-all", &empty().step("own-promise", 4).step("tell-setbacks", 2));
    assert_eq!(names(&fired), ["own-promise", "tell-setbacks"]);
    silent("t-all", &empty().step("own-promise", 4).step("tell-setbacks", 3));
    silent("t-all", &empty().step("own-promise", 4).unknown("tell-setbacks"));
    silent("t-all", &empty().step("own-promise", 4).not_applying("tell-setbacks", "no reports"));
    silent("t-all", &empty().step("own-promise", 4));
    silent("t-all", &empty().short().step("own-promise", 4).step("tell-setbacks", 1));
}

#[test]
fn one_of_several_is_enough_and_all_that_hold_are_named() {
    let part = empty().value("cease", "open").step("run-remedy", 2);
    assert_eq!(names(&fires("t-any", &part)), ["cease", "run-remedy"]);
    let both = part.step("run-watch", 4);
    assert_eq!(names(&fires("t-any", &both)), ["cease", "run-watch", "run-remedy"]);
    silent("t-any", &empty().value("cease", "no-part").step("run-remedy", 2));
    silent("t-any", &empty().step("run-watch", 5).step("run-remedy", 2));
    silent("t-any", &empty().value("cease", "open").step("run-remedy", 3));
}

#[test]
fn a_fact_against_an_answer() {
    let fired = fires("t-fact", &empty().fact("scope-custom", "yes").step("see-part", 1));
    assert_eq!(names(&fired), ["scope-custom=yes", "see-part"]);
    silent("t-fact", &empty().fact("scope-custom", "unknown").step("see-part", 1));
    silent("t-fact", &empty().step("see-part", 1));
}

#[test]
fn set_aside_on_a_fact_that_is_not_known() {
    let aside = || empty().not_applying("sell-check", "no States");
    fires("t-set-aside", &aside().fact("scope-state", "unknown"));
    fires("t-set-aside", &aside());
    silent("t-set-aside", &aside().fact("scope-state", "no"));
    silent("t-set-aside", &empty().not_applying("sell-check", " "));
}

#[test]
fn a_tactic_in_use_against_an_answer() {
    let low = || empty().step("run-safeguard", 2);
    let used = low().answered(MATRIX, states(&[("dsgn-c", TacticState::Used)]));
    assert_eq!(names(&fires("t-tactic", &used)), ["dsgn-c", "run-safeguard"]);
    silent("t-tactic", &low().answered(MATRIX, states(&[("dsgn-c", TacticState::Planned)])));
    silent("t-tactic", &low().answered(MATRIX, states(&[("dsgn-b", TacticState::Used)])));
    // The short form does not show this tactic, so what was said about it does not count.
    silent("t-tactic", &used.short());
}

#[test]
fn many_tactics_in_use_and_the_effect_of_most_not_known() {
    let matrix = |used: usize, unknown: usize| {
        let mut answer = Answer::default();
        let all = TACTICS.iter().flat_map(|(_, tactics)| tactics.iter());
        for (index, id) in all.take(used).enumerate() {
            let effect = if index < unknown { TacticEffect::Unknown } else { TacticEffect::Some };
            answer.set_tactic(
                &(*id).into(),
                Some(TacticAnswer { effect: Some(effect), ..TacticAnswer::new(TacticState::Used) }),
            );
        }
        empty().answered(MATRIX, answer)
    };
    fires("t-effect", &matrix(5, 3));
    fires("t-effect", &matrix(6, 4));
    silent("t-effect", &matrix(6, 3));
    silent("t-effect", &matrix(4, 4));
    let mut aside = (**matrix(5, 5).answers.get(&MATRIX.into()).unwrap()).clone();
    aside.choice = Some(domain::answer::Choice::DoesNotApply);
    aside.because = "a service".into();
    silent("t-effect", &empty().answered(MATRIX, aside));
}

#[test]
fn sure_and_nothing_to_show_for_it_once_per_question() {
    let checked = |step| Answer { sureness: Some(Sureness::Checked), ..at_step(step) };
    let two = empty().answered("see-people", checked(4)).answered("run-watch", checked(5));
    let fired: Vec<_> =
        found(&two).iter().filter(|found| of_rule(found, "t-sure")).map(names).collect();
    assert_eq!(fired, [["see-people"], ["run-watch"]]);
    silent("t-sure", &empty().answered("see-people", shown(checked(4))));
    silent("t-sure", &empty().answered("see-people", checked(3)));
    let seen = Answer { sureness: Some(Sureness::Seen), ..at_step(4) };
    silent("t-sure", &empty().answered("see-people", seen));
    // Only what weighs most for people.
    silent("t-sure", &empty().answered("own-promise", checked(4)));
}

#[test]
fn one_question_set_aside_leaves_the_others_of_the_rule() {
    let checked = |step| Answer { sureness: Some(Sureness::Checked), ..at_step(step) };
    let mut two = empty().answered("see-people", checked(4)).answered("run-watch", checked(5));
    two.set_dismissal(&"t-sure:see-people".into(), Some("Shown to the board.".into()));
    let reasons: Vec<_> = found(&two)
        .into_iter()
        .filter(|found| of_rule(found, "t-sure"))
        .map(|found| found.because)
        .collect();
    assert_eq!(reasons, [Some("Shown to the board.".to_owned()), None]);
}

#[test]
fn set_aside_with_a_reason_it_is_still_found() {
    let mut assessment = empty().step("own-promise", 4).step("tell-setbacks", 2);
    assessment.set_dismissal(&"t-all".into(), Some("The report is in print.".into()));
    assert_eq!(fires("t-all", &assessment).because.as_deref(), Some("The report is in print."));
}
