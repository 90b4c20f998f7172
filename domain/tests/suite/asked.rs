//! What is asked, whichever parts are chosen: the gravest risk always, for the report begins with it.

use std::rc::Rc;

use domain::answer::{Answer, Choice, TacticAnswer, TacticState};
use domain::asked::{Asked, AskedSection, Folded, SectionOf};
use domain::assessment::Assessment;
use domain::progress::Progress;
use domain::questions::Square;
use domain::report::{Block, PartKind};
use domain::risk::{Register, Risk, RiskId, Status};
use domain::save::Save;
use domain::scope::Form;
use domain::sharing::Naming;

use crate::bank::{DATE, MATRIX, With, bank, empty};

/// The question that is asked before all others, of the module `own`.
const FIRST: &str = "plan-first";

/// An assessment of these modules.
fn of(modules: &[&str], form: Form) -> Assessment {
    let mut assessment = empty();
    let scope = Rc::make_mut(&mut assessment.scope);
    scope.modules = modules.iter().map(|id| (*id).into()).collect();
    scope.form = form;
    assessment
}

fn asked(assessment: &Assessment) -> Asked {
    Asked::of(&bank().catalogue, &assessment.scope, &assessment.answers)
}

fn named(section: &AskedSection) -> (String, &str) {
    let name = match &section.of {
        SectionOf::First => "First".to_owned(),
        SectionOf::Bank { code, .. } => code.to_string(),
    };
    (name, section.module.as_str())
}

const PARTS: [(&[&str], Form, (&str, &str)); 6] = [
    (&["own", "prevent"], Form::Short, ("First", "own")),
    (&["own"], Form::Short, ("First", "own")),
    (&["prevent"], Form::Short, ("First", "prevent")),
    (&["own", "prevent"], Form::Complete, ("First", "own")),
    (&["own"], Form::Complete, ("First", "own")),
    (&["prevent"], Form::Complete, ("First", "prevent")),
];

#[test]
fn the_gravest_risk_is_asked_once_and_first_whichever_parts_are_chosen_in_both_forms() {
    for (modules, form, (section, module)) in PARTS {
        let asked = asked(&of(modules, form));
        let times = asked.questions().filter(|question| question.id.as_str() == FIRST).count();
        assert_eq!(times, 1, "{modules:?} {form:?}");
        let begins = asked.sections.first().map(named);
        assert_eq!(begins, Some((section.to_owned(), module)), "{modules:?} {form:?}");
        let under = |section: &AskedSection| modules.contains(&section.module.as_str());
        assert!(asked.sections.iter().all(under), "{modules:?} {form:?}");
    }
}

/// The same assessment with these risks listed.
fn listing(mut assessment: Assessment, risks: &[Risk]) -> Assessment {
    assessment.risks = Rc::new(Register::of(risks));
    assessment.answer_by_register();
    assessment
}

#[test]
fn where_a_risk_is_listed_it_is_folded_away_with_its_words_and_asked_again_without_one() {
    let words = Answer { words: "The wrong door is broken in.".into(), ..Answer::default() };
    for (modules, form, _) in PARTS {
        let open = of(modules, form).answered(FIRST, words.clone());
        let before = asked(&open);
        let listed = listing(open.clone(), &[Risk::new(RiskId(3))]);
        let folded = asked(&listed);
        let count = |asked: &Asked| asked.questions().count();
        assert_eq!(count(&folded) + 1, count(&before), "{modules:?} {form:?}");
        assert_eq!(folded.folded().by_answers, before.folded().by_answers + 1);
        assert_eq!(folded.first(), before.first(), "other questions speak of it all the same");
        assert_eq!(folded.sections.len(), before.sections.len(), "it can be opened");
        let report = format!("{:?}", domain::report::complete(&bank(), &listed, DATE));
        assert!(report.contains("The wrong door"), "{modules:?} {form:?}");
        let progress =
            |asked: &Asked, of: &Assessment| Progress::of(asked.questions(), &of.answers);
        assert_eq!(progress(&folded, &listed).answered + 1, progress(&before, &open).answered);
        assert_eq!(asked(&listing(listed.clone(), &[])), before, "{modules:?} {form:?}");
    }
}

#[test]
fn a_risk_that_stays_here_folds_nothing_away_in_a_copy() {
    let hidden = Risk { status: Some(Status::Happened), ..Risk::new(RiskId(1)) };
    let answer = Answer { words: "Told.".into(), ..Answer::default() };
    let told = |risks: &[Risk]| {
        let assessment = listing(empty().answered(FIRST, answer.clone()), risks);
        let shareable = assessment.for_sharing(&bank().catalogue, Naming::default());
        asked(shareable.assessment()).questions().any(|question| question.id.as_str() == FIRST)
    };
    assert!(told(std::slice::from_ref(&hidden)));
    assert!(!told(&[hidden, Risk::new(RiskId(2))]));
}

#[test]
fn without_a_part_nothing_is_asked() {
    for form in [Form::Short, Form::Complete] {
        for modules in [&[][..], &["gone"][..]] {
            assert_eq!(asked(&of(modules, form)).sections, [], "{modules:?} {form:?}");
            let chosen: Vec<_> = modules.iter().map(|id| (*id).into()).collect();
            assert_eq!(bank().catalogue.count_of(&chosen, form), 0);
        }
    }
}

#[test]
fn as_many_questions_are_promised_as_are_asked_under_each_part_and_in_all() {
    let whole = &bank().catalogue;
    for catalogue in [whole, &whole.first_part()] {
        for (modules, form, _) in PARTS {
            let assessment = of(modules, form);
            let scope = &assessment.scope;
            let asked = asked(&assessment);
            let all = asked.questions().count();
            assert_eq!(
                catalogue.count_of(&scope.modules, form) as usize,
                all,
                "{modules:?} {form:?}"
            );
            for module in catalogue.modules.iter().filter(|of| scope.modules.contains(&of.id)) {
                let under = asked.sections.iter().filter(|section| section.module == module.id);
                let under: usize = under.map(|section| section.questions.len()).sum();
                let promised = catalogue.count_under(module, &scope.modules, form);
                assert_eq!(promised as usize, under, "{modules:?} {form:?} {}", module.id);
            }
        }
    }
}

#[test]
fn with_any_part_the_page_for_those_who_decide_begins_with_the_gravest_risk() {
    for (modules, form, _) in PARTS {
        let words = Answer { words: "The wrong door is broken in.".into(), ..Answer::default() };
        let assessment = of(modules, form).answered(FIRST, words).step("see-people", 1);
        let progress = Progress::of(asked(&assessment).questions(), &assessment.answers);
        assert!(progress.answered >= 1, "it is counted: {modules:?} {form:?}");
        let begins = |report: &domain::report::Report| {
            let board = report.parts.iter().find(|part| part.kind == PartKind::Board);
            let blocks = board.map(|board| board.blocks.iter()).into_iter().flatten();
            let quotes = blocks.filter(|block| matches!(block, Block::Quote(_))).cloned();
            format!("{:?}", quotes.collect::<Vec<_>>())
        };
        let complete = domain::report::complete(&bank(), &assessment, DATE);
        assert!(begins(&complete).contains("The wrong door"), "{modules:?} {form:?}");
        let shareable = assessment.for_sharing(&bank().catalogue, Naming::default());
        let shared = domain::report::for_sharing(&bank(), &shareable, DATE);
        assert!(begins(&shared).contains("The wrong door"), "shared: {modules:?} {form:?}");
    }
}

#[test]
fn the_gravest_risk_outlives_a_save_file_and_another_window_with_one_part_alone() {
    let words = |words: &str| Answer { words: words.into(), ..Answer::default() };
    let base = of(&["prevent"], Form::Complete);
    let ours = base.clone().answered(FIRST, words("Ours."));
    let theirs = base.clone().step("see-people", 2);
    let (merged, _) = domain::merge::assessments(&base, &ours, &theirs);
    let kept = Save::of(&merged).into_assessment();
    for assessment in [merged, kept] {
        let progress = Progress::of(asked(&assessment).questions(), &assessment.answers);
        assert_eq!(progress.answered, 2);
    }
}

#[test]
fn tactics_that_are_set_aside_without_a_reason_are_open_in_every_phase() {
    let bank = bank();
    let question = bank.catalogue.question(&MATRIX.into()).unwrap();
    let tactics = question.matrix().unwrap().tactics();
    let mut answer = Answer::default();
    for tactic in tactics {
        answer.set_tactic(&tactic.id, Some(TacticAnswer::new(TacticState::Used)));
    }
    let squares = |answer: &Answer| question.squares(Some(answer));
    assert!(squares(&answer).iter().all(|square| *square == Square::Answered));
    answer.choice = Some(Choice::DoesNotApply);
    assert!(squares(&answer).iter().all(|square| *square == Square::Open), "no reason yet");
    answer.because = "We make none.".into();
    assert!(squares(&answer).iter().all(|square| *square == Square::DoesNotApply));
    assert!(squares(&answer).len() > 1, "one for each phase");
}

#[test]
fn a_question_about_a_fact_alone_is_folded_away_where_that_is_not_so_and_nowhere_else() {
    let by_fact = "tell-setbacks";
    let is = |assessment: &Assessment| {
        let asked = asked(assessment);
        let sections = || asked.sections.iter();
        let folded = sections().flat_map(|section| &section.folded);
        let folded = folded.filter(|question| question.id.as_str() == by_fact).count();
        let all = asked.questions().filter(|question| question.id.as_str() == by_fact).count();
        assert_eq!(asked.folded(), Folded { by_answers: 0, by_facts: u32::from(folded == 1) });
        (all, folded)
    };
    let open = || empty().step(by_fact, 1);
    assert_eq!(is(&open()), (1, 0), "a fact left open hides nothing");
    for value in ["direct", "unknown", "a value of another bank"] {
        assert_eq!(is(&open().fact("scope-state", value)), (1, 0), "{value}");
    }
    let no = open().fact("scope-state", "no");
    assert_eq!(is(&no), (0, 1));
    assert!(no.answers.get(&by_fact.into()).is_some(), "what was answered is kept");
    assert_eq!(is(&no.fact("scope-state", "direct")), (1, 0), "and is asked again");
}

#[test]
fn a_fact_folds_nothing_away_in_the_short_form() {
    let catalogue = &bank().catalogue;
    let mut short = catalogue.clone();
    short.short_form.questions.push("tell-setbacks".into());
    for (form, asks) in [(Form::Short, true), (Form::Complete, false)] {
        let assessment = of(&["own", "prevent"], form).fact("scope-state", "no");
        let asked = Asked::of(&short, &assessment.scope, &assessment.answers);
        let is_asked = asked.questions().any(|question| question.id.as_str() == "tell-setbacks");
        assert_eq!(is_asked, asks, "{form:?}");
    }
}

#[test]
fn what_a_fact_folded_away_is_no_finding() {
    let gaps = |value| {
        let assessment = empty().fact("scope-state", value).step("tell-setbacks", 1);
        let found = domain::findings::Found::of(&bank(), &assessment).findings;
        found.gaps.iter().map(|gap| gap.question.id.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(gaps("direct"), ["tell-setbacks"]);
    assert!(gaps("no").is_empty());
}
