//! The real content beside a risk: which tactics stand against it in which phase, and which gaps come first.

use std::rc::Rc;

use domain::answer::TacticState;
use domain::assessment::Assessment;
use domain::findings::{Cover, Empty};
use domain::risk::{Mark, Needed, Party, People, Register, Right, Risk, RiskId, Start, Who};
use domain::step::Step;

use crate::bank::{self, With, states};
use crate::{Real, real};

/// The wrong people are arrested by a State that found them with the product.
fn arrests() -> Risk {
    let mut risk = Risk {
        name: Needed::filled("The wrong are arrested".into()),
        rights: vec![Right::new(3).unwrap()],
        people: Needed::filled(vec![People::Decided]),
        who: Needed::filled(Who { parties: vec![Party::State], main: None }),
        arises: Needed::filled(vec![Start::Design, Start::Deployment]),
        ..Risk::new(RiskId(1))
    };
    risk.severity.scale.mark = Some(Mark::Known(Step::Five));
    risk
}

fn listing(real: &Real, risk: &Risk) -> Assessment {
    let mut assessment = bank::empty();
    let scope = Rc::make_mut(&mut assessment.scope);
    scope.modules = real.catalogue.modules.iter().map(|module| module.id.clone()).collect();
    assessment.risks = Rc::new(Register::of([risk]));
    assessment.answer_by_register();
    assessment
}

#[test]
fn in_five_phases_it_is_said_what_stands_against_a_risk_and_what_would_fit() {
    let real = real();
    let matrix = real.catalogue.question(&"prevent-tactics".into()).unwrap().matrix().unwrap();
    let unused: Vec<_> =
        matrix.tactics().map(|tactic| (tactic.id.as_str(), TacticState::Unused)).collect();
    let assessment = listing(&real, &arrests()).answered("prevent-tactics", states(&unused));
    let found = real.findings(&assessment).risks.remove(0);
    let (gap, next) = (Some(Empty::Gap), Some(Empty::NextVersion));
    let phases: Vec<_> =
        found.phases.iter().map(|phase| (&*phase.id, phase.empty, phase.starts_here)).collect();
    let expected = [
        ("research", next, false),
        ("design", gap, true),
        ("development", gap, false),
        ("deployment", gap, true),
        ("use", gap, false),
    ];
    assert_eq!(phases, expected);
    for phase in &found.phases {
        assert_eq!(phase.cover, Cover::Nothing, "{}", phase.id);
        assert!((1..=3).contains(&phase.fits.len()), "{}", phase.id);
    }
    let against = |at: usize| {
        let tactics = found.phases[at].tactics.iter();
        tactics.map(|(tactic, _)| tactic.id.as_str()).collect::<Vec<_>>()
    };
    assert!(against(1).contains(&"dsgn-limit-compelled"), "a State, and liberty");
    assert!(!against(1).contains(&"dsgn-friction"), "individuals alone");
    assert!(!against(2).contains(&"dev-worker-care"), "workers alone");
    let fits = found.phases[4].fits.iter().map(|tactic| tactic.id.as_str());
    let fits: Vec<_> = fits.collect();
    assert_eq!(fits[0], "use-misuse-signals", "what names a State comes before what fits any");
    assert!(!fits.contains(&"use-trusted-channels"), "{fits:?}");
}

#[test]
fn of_what_weighs_alike_what_is_aimed_at_the_gravest_risk_comes_first() {
    let real = real();
    let gaps = |assessment: Assessment| {
        // No fact raises one of these.
        let low = assessment
            .step("prevent-foresee-uses", 2)
            .step("prevent-motivate", 2)
            .step("third-workers", 1);
        let gaps = real.findings(&low).gaps.into_iter();
        let ids = gaps.map(|gap| gap.question.id.to_string());
        ids.filter(|id| !id.starts_with("assess-")).collect::<Vec<_>>()
    };
    let mut none = listing(&real, &arrests());
    none.risks = Rc::default();
    none.answer_by_register();
    assert_eq!(gaps(none)[0], "third-workers", "the lowest step");
    // Aimed at a State; any risk; and no worker is hurt.
    let expected = ["prevent-motivate", "prevent-foresee-uses", "third-workers"];
    assert_eq!(gaps(listing(&real, &arrests())), expected);
}
