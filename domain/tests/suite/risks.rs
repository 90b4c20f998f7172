//! Which risk is how grave, in which order risks stand, and what of them may leave the company.

use std::rc::Rc;

use domain::answer::Confidentiality;
use domain::answered_by_register::ANSWERED_BY_REGISTER;
use domain::assessment::Assessment;
use domain::findings::{Findings, Found, RiskPart};
use domain::risk::{
    Band, Delay, Dimension, Grounds, Likelihood, Mark, Named, Needed, Register, Reordering, Risk,
    RiskField, RiskId, Severity, Status, order,
};
use domain::sharing::{Naming, Shareable, Shown};
use domain::step::Step;
use fixtures::risks;
use proptest::prelude::*;

use crate::arbitrary;
use crate::bank::{bank, empty};

fn mark(number: u8) -> Dimension {
    Dimension { mark: Step::from_number(number).map(Mark::Known), ..Dimension::default() }
}

/// A risk with scale, scope and irremediability.
fn risk(id: u32, name: &str, [scale, scope, irremediability]: [u8; 3]) -> Risk {
    let severity = Severity {
        scale: mark(scale),
        scope: mark(scope),
        irremediability: mark(irremediability),
        delay: Some(Delay::No),
        likelihood: Some(Likelihood::Expected),
        after: None,
    };
    Risk { name: Needed::filled(name.to_owned()), severity, ..Risk::new(RiskId(id)) }
}

/// The names of risks in their order.
fn names(register: &Register) -> Vec<String> {
    let placed = order(register).into_iter();
    placed.map(|placed| register.get(placed.id).unwrap().name.to_string()).collect()
}

/// Name, profile, delay, likelihood, band and grounds, in the order expected.
type Vignette = (&'static str, [u8; 3], Delay, Likelihood, Band, Grounds);

/// Invented cases, in the order in which they are to stand.
const VIGNETTES: [Vignette; 7] = {
    use Likelihood::{Expected, Possible, Unlikely};
    [
        (
            "people in hiding are found",
            [5, 2, 5],
            Delay::Yes,
            Possible,
            Band::Gravest,
            Grounds::Scale,
        ),
        ("activists are tortured", [5, 3, 5], Delay::No, Expected, Band::Gravest, Grounds::Scale),
        ("patients are killed", [5, 2, 5], Delay::No, Unlikely, Band::Gravest, Grounds::Scale),
        (
            "templates leak for ever",
            [3, 1, 5],
            Delay::No,
            Possible,
            Band::Gravest,
            Grounds::Irremediability,
        ),
        ("the wrong are jailed", [4, 1, 4], Delay::No, Expected, Band::Severe, Grounds::Scale),
        ("credit is refused", [3, 5, 3], Delay::No, Expected, Band::Severe, Grounds::ManyHit),
        ("a dialect is misheard", [1, 5, 1], Delay::No, Expected, Band::ToWatch, Grounds::None),
    ]
};

fn vignettes() -> Vec<Risk> {
    let all = VIGNETTES.iter().zip(1..);
    all.map(|((name, profile, delay, likelihood, ..), id)| {
        let mut one = risk(id, name, *profile);
        one.severity.delay = Some(*delay);
        one.severity.likelihood = Some(*likelihood);
        one
    })
    .collect()
}

#[test]
fn invented_cases_stand_in_their_bands_and_in_their_order_however_they_were_entered() {
    let expected = VIGNETTES.map(|(name, ..)| name);
    for ((name, .., band, grounds), one) in VIGNETTES.iter().zip(vignettes()) {
        assert_eq!(one.severity.band(), (*band, *grounds), "{name}");
    }
    let mut entered = vignettes();
    for _ in 0..entered.len() {
        entered.rotate_left(1);
        assert_eq!(names(&Register::of(&entered)), expected);
        let backwards: Vec<_> = entered.iter().rev().cloned().collect();
        assert_eq!(names(&Register::of(&backwards)), expected);
    }
}

#[test]
fn the_lines_between_bands_lie_where_they_are_written_down() {
    use Band::{Gravest, Severe, ToWatch};
    for (profile, band) in [
        ([5, 1, 1], Gravest),
        ([3, 1, 5], Gravest),
        ([2, 1, 5], ToWatch),
        ([4, 1, 1], Severe),
        ([4, 5, 5], Gravest),
        ([4, 5, 4], Severe),
        ([3, 1, 4], Severe),
        ([3, 3, 1], Severe),
        ([3, 2, 3], ToWatch),
        ([2, 5, 1], Severe),
        ([2, 4, 4], ToWatch),
        ([2, 5, 5], Severe),
        ([1, 5, 5], ToWatch),
    ] {
        assert_eq!(risk(1, "", profile).severity.band().0, band, "{profile:?}");
    }
}

#[test]
fn inside_a_band_delay_comes_before_scale_scale_before_undoing_and_that_before_scope() {
    let waits = |id, name: &str, profile| risk(id, name, profile);
    let mut cannot_wait = risk(1, "cannot wait", [3, 1, 5]);
    cannot_wait.severity.delay = Some(Delay::Yes);
    let mut nobody_knows = risk(2, "nobody knows", [3, 1, 5]);
    nobody_knows.severity.delay = Some(Delay::NotKnown);
    let all = [
        waits(6, "scope", [4, 2, 5]),
        waits(5, "undoing", [4, 3, 5]),
        waits(4, "scale", [5, 1, 1]),
        nobody_knows,
        cannot_wait,
    ];
    let expected = ["cannot wait", "nobody knows", "scale", "undoing", "scope"];
    assert_eq!(names(&Register::of(&all)), expected);
}

#[test]
fn equals_share_a_place_and_stand_by_name_and_likelihood_alone_tells_them_apart() {
    let mut all = vec![risk(1, "b", [4, 2, 4]), risk(2, "a", [4, 2, 4]), risk(3, "c", [4, 2, 4])];
    let shared = |all: &[Risk]| {
        let placed = order(&Register::of(all));
        placed.iter().map(|one| (one.id.0, one.equals_before)).collect::<Vec<_>>()
    };
    assert_eq!(shared(&all), [(2, false), (1, true), (3, true)]);
    all[2].severity.likelihood = Some(Likelihood::NotKnown);
    assert_eq!(shared(&all), [(2, false), (1, true), (3, true)], "not known counts as expected");
    all[0].severity.likelihood = Some(Likelihood::Possible);
    assert_eq!(shared(&all), [(2, false), (3, true), (1, false)]);
    all[0].status = Some(Status::Happened);
    assert_eq!(shared(&all), [(1, false), (2, false), (3, true)], "what has happened is nearest");
}

#[test]
fn what_is_not_known_of_a_risk_is_told_apart_from_what_nobody_has_said() {
    let mut one = risk(1, "A door opens", [5, 1, 1]);
    one.who = Needed { not_known: true, ..Needed::default() };
    one.severity.scope.mark = Some(Mark::NotKnown);
    one.severity.likelihood = None;
    let mut assessment = empty();
    assessment.risks = Rc::new(Register::of([&one]));
    let found = Found::of(&bank(), &assessment).findings;
    let said: Vec<_> = found.risks[0].not_known.iter().map(|it| (it.what, it.is_said)).collect();
    assert_eq!(
        said,
        [
            (RiskPart::Field(RiskField::People), false),
            (RiskPart::Field(RiskField::Who), true),
            (RiskPart::Field(RiskField::Arises), false),
            (RiskPart::Dimension(Named::Scope), true),
            (RiskPart::Likelihood, false),
        ]
    );
    one.status = Some(Status::Happening);
    one.severity.delay = None;
    assessment.risks = Rc::new(Register::of([&one]));
    let found = Found::of(&bank(), &assessment).findings;
    let last: Vec<_> = found.risks[0].not_known.iter().rev().take(1).map(|it| it.what).collect();
    assert_eq!(last, [RiskPart::Delay], "of what is happening nobody asks how near it is");
}

/// A risk of which each part stands in some copy for sharing or in none.
fn telling(id: u32) -> Risk {
    let mut one = risk(id, "OPEN NAME", [4, 2, 4]);
    one.story = "STORY".into();
    one.status = Some(Status::Elsewhere);
    one
}

fn with(assessment: &Assessment, risks: &Register) -> Assessment {
    let mut other = assessment.clone();
    for answered in ANSWERED_BY_REGISTER {
        other.answers.set(&answered.question.into(), None);
    }
    other.risks = Rc::new(risks.clone());
    other.answer_by_register();
    other
}

fn shared(assessment: &Assessment) -> (Shareable, Findings) {
    let naming =
        Naming { company: Shown::Yes, product: Shown::Yes, people: Shown::Yes, reach: Shown::Yes };
    let shareable = assessment.for_sharing(&bank().catalogue, naming);
    let findings = Found::of(&bank(), shareable.assessment()).findings;
    (shareable, findings)
}

#[test]
fn a_risk_that_happened_stays_here_whatever_was_released() {
    for status in [Status::Happening, Status::Happened] {
        let mut one = telling(1);
        one.status = Some(status);
        one.confidentiality = Confidentiality::Open;
        one.confidential = std::iter::empty().collect();
        let told = shared(&with(&empty(), &Register::of([&one])));
        assert_eq!(told, shared(&with(&empty(), &Register::default())));
    }
}

#[test]
fn risks_are_numbered_anew_without_those_that_stay_here() {
    let mut gravest = risk(1, "STAYS", [5, 5, 5]);
    gravest.confidentiality = Confidentiality::Confidential;
    let register = Register::of([&gravest, &telling(2)]);
    let (shareable, findings) = shared(&with(&empty(), &register));
    assert!(!format!("{shareable:?}{findings:?}").contains("STAYS"));
    let numbers: Vec<_> = findings.risks.iter().map(|one| one.placed.number).collect();
    assert_eq!(numbers, [1]);
    assert_eq!(findings.risks[0].risk.severity.likelihood, None, "it rests on whether it happened");
}

/// The same register with other words in what is confidential of one risk.
fn other_words(register: &Register, at: usize) -> Option<Register> {
    let kept = register.kept();
    let kept = kept.get(at % kept.len().max(1))?;
    let mut one = kept.open();
    for field in one.confidential.iter() {
        let words = || "OTHER WORDS".to_owned();
        match field {
            RiskField::Name => one.name = Needed::filled(words()),
            RiskField::Story => one.story = words(),
            RiskField::Rights => one.rights.clear(),
            RiskField::People => one.hit_harder = words(),
            RiskField::Users => one.users = None,
            RiskField::Place => one.place = words(),
            RiskField::When => one.when = None,
            RiskField::Who => one.who = Needed::default(),
            RiskField::Product => one.product = words(),
            RiskField::Arises => one.arises.value.clear(),
            RiskField::Status => one.severity.likelihood = Some(Likelihood::NoRoute),
            RiskField::Since => one.since = None,
            RiskField::Note => one.note = words(),
            RiskField::Evidence => one.evidence.clear(),
            RiskField::Reasons => one.severity.scale.because = words(),
            RiskField::After => one.severity.after = None,
        }
    }
    let mut other = register.clone();
    other.put(&one);
    Some(other)
}

fn stands_in_order(register: &Register) -> bool {
    register.kept().iter().map(|one| one.id).eq(order(register).iter().map(|placed| placed.id))
}

fn place(register: &Register, id: RiskId) -> Option<u8> {
    order(register).iter().find(|placed| placed.id == id).map(|placed| placed.number)
}

fn each(marks: [u8; 3]) -> Severity {
    risk(1, "", marks).severity
}

proptest! {
    #[test]
    fn raising_any_dimension_never_lowers_a_risk(
        register in risks::register(),
        at in any::<prop::sample::Index>(),
    ) {
        prop_assume!(!register.kept().is_empty());
        let before = at.get(register.kept()).open();
        for named in Named::ALL {
            let Some(raised) = risks::raised(&before, named) else { continue };
            prop_assert!(raised.severity.band().0 <= before.severity.band().0);
            prop_assert!(raised.standing() < before.standing());
            let mut after = register.clone();
            after.put(&raised);
            prop_assert!(place(&after, before.id) <= place(&register, before.id), "{:?}", named);
        }
    }

    #[test]
    fn a_register_holds_its_risks_in_their_order_whatever_was_done_to_it(
        register in risks::register(),
        other in risks::register(),
        at in any::<prop::sample::Index>(),
        to in any::<prop::sample::Index>(),
    ) {
        prop_assert!(stands_in_order(&register));
        prop_assert!(stands_in_order(&register.for_sharing()));
        prop_assert!(stands_in_order(&domain::merge::registers(&Register::default(), &register, &other)));
        prop_assume!(!register.kept().is_empty());
        let (risk, before) = (at.get(register.kept()).id, to.get(register.kept()).id);
        let mut moved = register.clone();
        moved.reorder(Reordering { risk, before: Some(before), because: String::new() });
        prop_assert!(stands_in_order(&moved));
        moved.order_by_band(risk);
        prop_assert!(stands_in_order(&moved));
        moved.remove(before);
        prop_assert!(stands_in_order(&moved));
    }

    #[test]
    fn in_which_order_risks_are_entered_changes_nothing(
        mut all in prop::collection::vec(risks::risk().boxed(), 0..6),
        seed in any::<prop::sample::Index>(),
    ) {
        // Each is told apart by its words alone: the first that is entered has the lowest id.
        let entered = |all: &[Risk]| {
            let numbered = all.iter().zip(1..).map(|(one, id)| Risk { id: RiskId(id), ..one.clone() });
            let register = Register::of(&numbered.collect::<Vec<_>>());
            let placed = order(&register).into_iter();
            let inside = placed.map(|placed| {
                let one = register.get(placed.id).unwrap().open();
                (placed.number, placed.equals_before, Risk { id: RiskId(0), ..one })
            });
            inside.collect::<Vec<_>>()
        };
        let before = entered(&all);
        let by = seed.index(all.len().max(1));
        all.rotate_left(by);
        prop_assert_eq!(&entered(&all), &before);
        all.reverse();
        prop_assert_eq!(&entered(&all), &before);
    }

    #[test]
    fn neither_likelihood_nor_what_measures_do_moves_a_band_and_what_they_do_orders_nothing(
        one in risks::risk(),
        likelihood in prop::option::of(prop::sample::select(&Likelihood::ALL[..])),
        status in prop::option::of(prop::sample::select(Status::ALL)),
        after in prop::option::of(risks::after()),
    ) {
        let mut other = one.clone();
        other.severity.after = after;
        prop_assert_eq!(other.standing(), one.standing());
        other.severity.likelihood = likelihood;
        other.status = status;
        prop_assert_eq!(other.severity.band(), one.severity.band());
        prop_assert_eq!(&other.standing().to_bytes()[..5], &one.standing().to_bytes()[..5]);
    }

    #[test]
    fn few_people_never_lower_what_scale_or_undoing_alone_make_of_a_risk(
        scale in 1_u8..=5,
        scope in 1_u8..=5,
        irremediability in 1_u8..=5,
    ) {
        let (band, grounds) = each([scale, scope, irremediability]).band();
        let few = each([scale, 1, irremediability]).band();
        if !matches!(grounds, Grounds::ManyHit | Grounds::Scope) {
            prop_assert_eq!(few, (band, grounds));
        }
        if band == Band::Gravest {
            prop_assert_eq!(few.0, Band::Gravest);
        }
    }

    #[test]
    fn what_is_not_known_counts_as_four(one in risks::risk(), named in prop::sample::select(&Named::ALL[..])) {
        let standing = |mark| {
            let mut other = one.clone();
            other.severity.dimension_mut(named).mark = mark;
            (other.severity.band(), other.standing())
        };
        let four = standing(Some(Mark::Known(Step::Four)));
        prop_assert_eq!(standing(Some(Mark::NotKnown)), four);
        prop_assert_eq!(standing(None), four);
    }

    #[test]
    fn a_risk_that_stays_here_and_none_are_the_same_in_a_copy(
        assessment in arbitrary::assessment(),
        hidden in risks::risk(),
        happened in any::<bool>(),
    ) {
        let mut hidden = Risk { id: RiskId(77), ..hidden };
        if happened {
            hidden.status = Some(Status::Happened);
            hidden.confidentiality = Confidentiality::Open;
        } else {
            hidden.confidentiality = Confidentiality::Confidential;
        }
        let mut more = (*assessment.risks).clone();
        more.put(&hidden);
        let without = with(&assessment, &assessment.risks);
        prop_assert_eq!(shared(&with(&assessment, &more)), shared(&without));
    }

    #[test]
    fn what_is_written_into_a_confidential_field_changes_nothing_in_a_copy(
        assessment in arbitrary::assessment(),
        at in any::<usize>(),
    ) {
        let Some(other) = other_words(&assessment.risks, at) else { return Ok(()) };
        let before = with(&assessment, &assessment.risks);
        prop_assert_eq!(shared(&with(&assessment, &other)), shared(&before));
    }
}
