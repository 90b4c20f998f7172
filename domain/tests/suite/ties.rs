//! Which gaps touch which risk, and why: each clause of the rule with a case that fires and its near miss.

use domain::risk::{
    Letter, Needed, Party, People, Right, Risk, RiskId, Start, Status, Uses, When, Who,
};
use domain::ties::{
    Aim, Because, Letters, NotKnown, OnHarm, QuestionTie, Stand, TacticMark, TacticTie, Touch,
};
use fixtures::risks;
use proptest::prelude::*;
use proptest::sample::subsequence;

use Because::{DoneBy, EachDepends, Harmed, Hits, StartsIn, StoppedHere};

fn not_known(what: NotKnown) -> Because {
    Because::NotKnown(what)
}

fn letters(end: &str) -> Letters {
    if end == "." { Letters::Any } else { Letters::Some(end.chars().collect()) }
}

/// A tie as the content writes it, with each end said.
fn tie(row: &str) -> QuestionTie {
    let (row, on_harm) =
        row.strip_suffix(" +h").map_or((row, OnHarm::AsToAny), |row| (row, OnHarm::Aimed));
    let people_needed = row.ends_with('!');
    let ends: Vec<_> = row.trim_end_matches('!').split('/').collect();
    let [who, arises, people] = ends[..] else { panic!("who/arises/people") };
    let [who, arises, people] = [who, arises, people].map(letters);
    QuestionTie { who, arises, people, people_needed, on_harm }
}

fn all<L: Letter>(ticked: &str) -> Vec<L> {
    ticked.chars().map(|letter| L::of(letter).unwrap()).collect()
}

/// A risk of which these letters are ticked, `?` for what is not known yet, in the order who/arises/people.
fn risk(ticked: &str) -> Risk {
    let mut risk = Risk::new(RiskId(1));
    let ends: Vec<_> = ticked.split('/').collect();
    let [who, arises, people] = ends[..] else { panic!("who/arises/people") };
    if who != "?" {
        risk.who = Needed::filled(Who { parties: all(who), main: None });
    }
    if arises != "?" {
        risk.arises = Needed::filled(all(arises));
    }
    if people != "?" {
        risk.people = Needed::filled(all(people));
    }
    risk
}

#[track_caller]
fn touches(row: &str, ticked: &str, aim: Aim, because: &[Because]) {
    let expected = Some(Touch { aim, because: because.to_vec() });
    assert_eq!(tie(row).touches(&risk(ticked)), expected, "{row} and {ticked}");
}

#[track_caller]
fn misses(row: &str, ticked: &str) {
    assert_eq!(tie(row).touches(&risk(ticked)), None, "{row} and {ticked}");
}

#[test]
fn who_does_it_is_shared_or_any() {
    touches("SE/./.", "S/d/G", Aim::Aimed, &[DoneBy(Party::State)]);
    misses("SE/./.", "I/d/G");
    touches("././.", "I/d/G", Aim::General, &[EachDepends]);
}

#[test]
fn where_it_starts_is_shared_or_any_or_a_later_stage_than_the_earliest() {
    touches("./dv/.", "S/d/G", Aim::Aimed, &[StartsIn(Start::Design)]);
    touches("./l/.", "S/d/G", Aim::General, &[StoppedHere]);
    touches("./l/.", "S/du/G", Aim::General, &[StoppedHere]);
    misses("./r/.", "S/d/G");
    misses("./d/.", "S/lu/G");
    misses("./d/.", "S/ul/G");
    // Nearer than a later stage: a letter that both have.
    touches("./lu/.", "S/du/G", Aim::Aimed, &[StartsIn(Start::Use)]);
}

#[test]
fn what_is_bought_is_met_in_development_and_later_and_a_row_of_it_meets_nothing_else() {
    touches("./b/.", "B/b/G", Aim::Aimed, &[StartsIn(Start::Bought)]);
    misses("./b/.", "S/rdv/G");
    misses("./b/.", "S/o/G");
    touches("./v/.", "B/b/G", Aim::General, &[StoppedHere]);
    touches("./l/.", "B/b/G", Aim::General, &[StoppedHere]);
    misses("./d/.", "B/b/G");
    misses("./o/.", "B/b/G");
}

#[test]
fn own_rules_are_met_by_themselves_and_in_use_alone() {
    touches("./o/.", "O/o/G", Aim::Aimed, &[StartsIn(Start::OwnRules)]);
    touches("./u/.", "O/o/G", Aim::General, &[StoppedHere]);
    misses("./l/.", "O/o/G");
    misses("./do/.", "S/l/G");
    touches("./ou/.", "O/ou/G", Aim::Aimed, &[StartsIn(Start::OwnRules), StartsIn(Start::Use)]);
}

#[test]
fn misuse_alone_has_a_cause_before_it_and_meets_each_start() {
    for start in ["r", "d", "v", "l", "b", "o"] {
        let because = [not_known(NotKnown::Cause)];
        touches(&format!("./{start}/."), "S/u/G", Aim::General, &because);
    }
    touches("./u/.", "S/u/G", Aim::Aimed, &[StartsIn(Start::Use)]);
    // With another start beside it, a cause is named.
    misses("./r/.", "S/lu/G");
}

#[test]
fn what_is_not_known_yet_meets_all_in_general_and_is_the_reason() {
    use NotKnown::{People as Whom, Start as Where, Who as ByWhom};
    touches("SE/./.", "?/d/G", Aim::General, &[not_known(ByWhom)]);
    touches("./r/.", "S/?/G", Aim::General, &[not_known(Where)]);
    touches("././C!", "S/d/?", Aim::General, &[not_known(Whom)]);
    // A row of any is about each risk, whatever is known of it.
    touches("././.", "?/?/?", Aim::General, &[EachDepends]);
    touches("././C", "S/d/?", Aim::General, &[EachDepends]);
    let mut said = risk("I/l/G");
    said.who.not_known = true;
    said.arises.not_known = true;
    said.people.not_known = true;
    let touch = tie("S/d/C!").touches(&said).unwrap();
    assert_eq!(
        (touch.aim, touch.because),
        (Aim::General, [ByWhom, Where, Whom].map(not_known).to_vec()),
        "kept, and not known"
    );
    assert_eq!(
        tie("I/l/G").touches(&said).unwrap().aim,
        Aim::General,
        "what is kept names nothing"
    );
    misses("S/./.", "I/?/?");
}

#[test]
fn where_nobody_knows_the_start_who_does_it_aims_no_row_about_a_stage() {
    touches("S/l/.", "S/?/G", Aim::General, &[not_known(NotKnown::Start)]);
    touches("S/./.", "S/?/G", Aim::Aimed, &[DoneBy(Party::State)]);
    touches("S/l/H", "S/?/H", Aim::Aimed, &[Hits(People::Heightened)]);
    touches("S/l/.", "S/r/G", Aim::Aimed, &[DoneBy(Party::State)]);
}

#[test]
fn what_starts_in_bought_work_is_met_by_no_later_stage() {
    misses("./l/.", "BO/b/W");
    misses("O/dl/.", "BO/bv/WN");
    touches("./b/W!", "BO/b/W", Aim::Aimed, &[StartsIn(Start::Bought), Hits(People::Workers)]);
    touches("./v/.", "BO/bv/W", Aim::Aimed, &[StartsIn(Start::Development)]);
    // With another start, and where others are hurt than workers, it can be stopped later.
    touches("./u/.", "BO/bl/W", Aim::General, &[StoppedHere]);
    touches("./l/.", "BO/b/G", Aim::General, &[StoppedHere]);
}

#[test]
fn people_aim_a_row_and_are_needed_only_where_it_is_marked() {
    touches("././HC", "S/d/C", Aim::Aimed, &[Hits(People::Children)]);
    touches("././HC", "S/d/G", Aim::General, &[EachDepends]);
    touches("././C!", "S/d/CG", Aim::Aimed, &[Hits(People::Children)]);
    misses("././C!", "S/d/G");
    let mut filmed = risk("S/d/G");
    filmed.users = Some(Uses::Both);
    assert_eq!(tie("././N!").touches(&filmed).unwrap().because, [Hits(People::NonUsers)]);
    filmed.users = Some(Uses::Users);
    assert_eq!(tie("././N!").touches(&filmed), None);
}

#[test]
fn what_happened_aims_a_row_that_says_so_and_touches_anyway() {
    let mut happened = risk("S/d/G");
    happened.status = Some(Status::Happened);
    let because = |row: &str, risk: &Risk| tie(row).touches(risk).map(|touch| touch.because);
    assert_eq!(because("././. +h", &happened), Some(vec![Harmed]));
    assert_eq!(because("./l/. +h", &happened), Some(vec![Harmed]), "later, and harmed");
    assert_eq!(because("S/./. +h", &happened), Some(vec![Harmed, DoneBy(Party::State)]));
    assert_eq!(because("././.", &happened), Some(vec![EachDepends]));
    assert_eq!(because("I/./. +h", &happened), None, "somebody else did it");
    happened.status = Some(Status::Elsewhere);
    assert_eq!(because("././. +h", &happened), Some(vec![EachDepends]));
}

#[test]
fn reasons_name_the_main_party_first_then_starts_then_people() {
    let mut risk = risk("SIE/dl/NH");
    risk.who.value.main = Some(Party::Enterprise);
    let touch = tie("SET/ld/HN").touches(&risk).unwrap();
    let expected = [
        DoneBy(Party::Enterprise),
        DoneBy(Party::State),
        StartsIn(Start::Design),
        StartsIn(Start::Deployment),
        Hits(People::NonUsers),
        Hits(People::Heightened),
    ];
    assert_eq!(touch.because, expected);
    // One that was the main one, and is not ticked any more, is named by nobody.
    risk.who.value.main = Some(Party::Technologists);
    let touch = tie("T/./.").touches(&risk);
    assert_eq!(touch, None);
}

fn tactic(who: &str, harm: &str) -> TacticTie {
    TacticTie { who: letters(who), harm: letters(harm), mark: None }
}

fn hitting(ticked: &str, rights: &[u8]) -> Risk {
    let rights = rights.iter().map(|number| Right::new(*number).unwrap()).collect();
    Risk { rights, ..risk(ticked) }
}

#[test]
fn a_tactic_stands_against_a_risk_by_who_does_it_and_what_kind_of_harm_it_is() {
    let against = |ticked, rights: &[u8]| tactic("SI", "LV").against(&hitting(ticked, rights));
    assert_eq!(against("S/d/G", &[12]), Some(Stand::Named));
    assert_eq!(against("E/d/G", &[12]), None, "somebody else");
    assert_eq!(against("S/d/G", &[9]), None, "another harm");
    assert_eq!(against("S/d/G", &[9, 12]), Some(Stand::Named), "one of several");
    assert_eq!(tactic("SI", ".").against(&hitting("S/d/G", &[25])), Some(Stand::Named));
    assert_eq!(tactic(".", ".").against(&hitting("S/d/G", &[25])), Some(Stand::Any));
    // Some rights are of two kinds.
    for kind in ["V", "W"] {
        let stand = tactic(".", kind).against(&hitting("S/d/G", &[13]));
        assert_eq!(stand, Some(Stand::Named), "{kind}");
    }
    assert_eq!(tactic(".", "L").against(&hitting("S/d/G", &[13])), None);
}

#[test]
fn a_tactic_may_stand_against_a_risk_where_something_is_not_known_yet() {
    let against = |ticked, rights: &[u8]| tactic("SI", "LV").against(&hitting(ticked, rights));
    assert_eq!(against("S/d/G", &[]), Some(Stand::Open), "any harm where none is named");
    assert_eq!(against("?/d/G", &[12]), Some(Stand::Open), "anybody where none is known");
    assert_eq!(against("?/d/G", &[9]), None, "another harm, whoever does it");
    assert_eq!(against("S/?/G", &[12]), Some(Stand::Open), "any phase where none is known");
    assert_eq!(tactic(".", ".").against(&hitting("S/?/G", &[12])), Some(Stand::Open));
    assert_eq!(tactic(".", "V").against(&hitting("?/d/G", &[12])), Some(Stand::Named));
}

fn marked(mark: TacticMark, tactic: TacticTie) -> TacticTie {
    TacticTie { mark: Some(mark), ..tactic }
}

#[test]
fn a_tactic_for_one_start_or_for_workers_stands_against_no_other_risk() {
    let bought = marked(TacticMark::OnlyFrom('b'), tactic(".", "."));
    assert_eq!(bought.against(&risk("S/db/G")), Some(Stand::Named));
    assert_eq!(bought.against(&risk("B/dv/G")), None);
    assert_eq!(bought.against(&risk("B/?/G")), None, "nobody knows where it starts");
    let own = marked(TacticMark::OnlyFrom('o'), tactic(".", "PV"));
    assert_eq!(own.against(&hitting("O/o/G", &[9])), Some(Stand::Named));
    assert_eq!(own.against(&hitting("O/u/G", &[9])), None);
    assert_eq!(own.against(&hitting("O/o/G", &[1])), None);
    let workers = marked(TacticMark::OnlyFor('W'), tactic(".", "."));
    assert_eq!(workers.against(&risk("B/b/WG")), Some(Stand::Named));
    assert_eq!(workers.against(&risk("B/b/G")), None);
    assert_eq!(workers.against(&risk("B/b/?")), Some(Stand::Open));
}

#[test]
fn against_harm_in_bought_work_stands_what_is_marked_for_it_alone() {
    let any = tactic(".", ".");
    let (harm, elsewhere) = (risk("BO/bv/W"), risk("BO/bd/W"));
    assert_eq!(any.against(&harm), None);
    assert_eq!(any.against(&elsewhere), Some(Stand::Any), "it starts in design, too");
    assert_eq!(any.against(&risk("BO/b/G")), Some(Stand::Any), "no worker is hurt");
    for mark in [TacticMark::OnlyFrom('b'), TacticMark::OnlyFor('W'), TacticMark::AlsoFor('W')] {
        assert_eq!(marked(mark, any.clone()).against(&harm), Some(Stand::Named), "{mark:?}");
    }
    for mark in [TacticMark::OnlyFrom('v'), TacticMark::OnlyFor('G'), TacticMark::TenseTimes] {
        assert_eq!(marked(mark, any.clone()).against(&harm), None, "{mark:?}");
    }
    let also = marked(TacticMark::AlsoFor('W'), any);
    assert_eq!(also.against(&risk("S/d/G")), Some(Stand::Any), "it stands against others as well");
}

#[test]
fn a_tactic_for_tense_times_stands_against_what_is_worst_then() {
    let tense = marked(TacticMark::TenseTimes, tactic("SIE", "LV"));
    let when = |when| Risk { when, ..hitting("S/d/G", &[12]) };
    assert_eq!(tense.against(&when(Some(When::TenseTimes))), Some(Stand::Named));
    assert_eq!(tense.against(&when(Some(When::Always))), None);
    assert_eq!(tense.against(&when(None)), Some(Stand::Open));
}

fn any_letters<L: Letter>(needed: bool) -> impl Strategy<Value = Letters> {
    let all: Vec<_> = L::ALL.iter().map(|one| one.letter()).collect();
    let some = subsequence(all.clone(), 1..=all.len()).prop_map(Letters::Some);
    prop_oneof![if needed { 0_u32 } else { 1 } => Just(Letters::Any), 3 => some]
}

fn any_tie() -> impl Strategy<Value = QuestionTie> {
    let ends = (any_letters::<Party>(false), any_letters::<Start>(false));
    let people =
        any::<bool>().prop_flat_map(|needed| (Just(needed), any_letters::<People>(needed).boxed()));
    let on_harm = proptest::sample::select(&[OnHarm::AsToAny, OnHarm::Aimed, OnHarm::First][..]);
    (ends, people, on_harm).prop_map(|((who, arises), (people_needed, people), on_harm)| {
        QuestionTie { who, arises, people, people_needed, on_harm }
    })
}

fn names(letters: &Letters, letter: char) -> bool {
    matches!(letters, Letters::Some(letters) if letters.contains(&letter))
}

proptest! {
    #[test]
    fn a_touch_has_reasons_that_name_what_the_row_and_the_risk_both_have(
        tie in any_tie(),
        risk in risks::risk(),
    ) {
        let Some(touch) = tie.touches(&risk) else { return Ok(()) };
        prop_assert!(!touch.because.is_empty());
        let is_open = |one: &Because| matches!(one, Because::NotKnown(_));
        let is_general = |one: &Because| is_open(one) || [StoppedHere, EachDepends].contains(one);
        prop_assert_eq!(touch.aim == Aim::General, touch.because.iter().all(is_general));
        prop_assert_eq!(touch.aim == Aim::General, touch.because.iter().any(is_general));
        prop_assert!(
            touch.aim == Aim::Aimed || touch.because.len() == 1 || touch.because.iter().all(is_open)
        );
        for because in touch.because {
            let both = match because {
                DoneBy(party) => {
                    let known = risk.who.known().is_some_and(|who| who.parties.contains(&party));
                    known && names(&tie.who, party.letter())
                }
                StartsIn(start) => {
                    let known = risk.arises.known().is_some_and(|arises| arises.contains(&start));
                    known && names(&tie.arises, start.letter())
                }
                Hits(people) => {
                    risk.people().contains(&people) && names(&tie.people, people.letter())
                }
                Harmed => tie.on_harm != OnHarm::AsToAny && risk.has_harmed(),
                Because::NotKnown(NotKnown::Who) => risk.who.known().is_none(),
                Because::NotKnown(NotKnown::Start) => risk.arises.known().is_none(),
                Because::NotKnown(NotKnown::Cause) => risk.arises.known() == Some(&vec![Start::Use]),
                Because::NotKnown(NotKnown::People) => risk.people.known().is_none(),
                StoppedHere => risk.arises.known().is_some() && tie.arises != Letters::Any,
                EachDepends => true,
            };
            prop_assert!(both, "{:?}", because);
        }
    }

    #[test]
    fn where_nobody_knows_the_start_no_row_about_a_stage_is_aimed_by_who_does_it(
        tie in any_tie(),
        mut risk in risks::risk(),
    ) {
        risk.arises.not_known = true;
        let because = tie.touches(&risk).map(|touch| touch.because).unwrap_or_default();
        let by_who = because.iter().any(|one| matches!(one, DoneBy(_)));
        prop_assert!(!by_who || tie.arises == Letters::Any, "{:?}", because);
    }

    /// Except where nothing was known, or misuse alone was ticked: what is known then may rule a row out. So may that
    /// workers are hurt, where they do bought work.
    #[test]
    fn one_letter_more_loses_no_touch(
        tie in any_tie(),
        risk in risks::risk(),
        party in proptest::sample::select(Party::ALL),
        start in proptest::sample::select(Start::ALL),
        people in proptest::sample::select(People::ALL),
    ) {
        let touched = tie.touches(&risk);
        let mut more = risk.clone();
        if more.who.known().is_some() && !more.who.value.parties.contains(&party) {
            more.who.value.parties.push(party);
        }
        let misuse_alone = more.arises.value == [Start::Use];
        if more.arises.known().is_some() && !misuse_alone && !more.arises.value.contains(&start) {
            more.arises.value.push(start);
        }
        let adds = people != People::Workers && more.people.known().is_some();
        if adds && !more.people.value.contains(&people) {
            more.people.value.push(people);
        }
        let still = tie.touches(&more);
        prop_assert!(touched.is_none() || still.is_some());
        let is_aimed = |touch: Option<Touch>| touch.is_some_and(|touch| touch.aim == Aim::Aimed);
        prop_assert!(!is_aimed(touched) || is_aimed(still), "and none gets less close");
    }
}
