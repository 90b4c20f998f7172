//! The register of risks: what is listed, said, put elsewhere and taken out, what is taken back, and what two
//! windows make of it.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::expect_used)]

mod common;

use common::{Tab, question};
use domain::answer::{Choice, Confidentiality, EvidenceKind, HowKnown};
use domain::assessment::Assessment;
use domain::merge::Elsewhere;
use domain::risk::{
    AT_MOST, CHOICES_AT_MOST, Delay, EVIDENCE_AT_MOST, Fall, Heightened, Letter, Likelihood, Mark,
    Measure, Month, Named, Party, People, Register, Right, Risk, RiskField, RiskId, Since, Start,
    Status, Uses, When, order,
};
use domain::step::Step;
use editor::day::{DayField, Typed};
use editor::field::{EvidenceText, RiskText};
use editor::first::Answering;
use editor::history::Way;
use editor::keeping::{Deletion, Keeping, Wanted, Writing};
use editor::risking::{Editing, Falling, NeededField, Risking};
use editor::state::{Dialog, Met, Notice};
use editor::{Message, Place, first, later};

fn act(tab: &mut Tab, risking: Risking) {
    tab.send(later::Command::Risk(risking));
}

fn edit(tab: &mut Tab, id: u32, editing: Editing) {
    act(tab, Risking::Edit(RiskId(id), editing));
}

fn name(tab: &mut Tab, id: u32, name: &str) {
    edit(tab, id, Editing::Text(RiskText::Name, name.into()));
}

fn register(tab: &Tab) -> &Register {
    &tab.assessment().risks
}

fn risk(tab: &Tab, id: u32) -> Risk {
    register(tab).get(RiskId(id)).expect("it is listed").open()
}

/// The names of all risks, by their numbers in the register.
fn names(assessment: &Assessment) -> Vec<String> {
    let mut kept: Vec<_> = assessment.risks.kept().iter().collect();
    kept.sort_by_key(|one| one.id);
    kept.into_iter().map(|one| one.name.to_string()).collect()
}

fn in_order(tab: &Tab) -> Vec<u32> {
    order(register(tab)).iter().map(|placed| placed.id.0).collect()
}

/// A tab with as many risks.
fn listed(count: u32) -> Tab {
    let mut tab = Tab::working();
    for id in 1..=count {
        act(&mut tab, Risking::Add);
        name(&mut tab, id, &format!("Risk {id}"));
    }
    tab.now += 10_000;
    tab
}

fn write_gravest(tab: &mut Tab, words: &str) {
    // The gravest risk is asked for first.
    let (_, gravest) = tab.state.catalogue.first().next().unwrap();
    let id = gravest.id.clone();
    let write = Answering::Write(editor::field::AnswerText::Words, words.into());
    tab.send(first::Command::Answer(id, write));
}

fn answer(tab: &Tab, question: &str) -> Option<Choice> {
    tab.assessment().answers.get(&question.into()).and_then(|answer| answer.choice.clone())
}

#[test]
fn the_first_risk_begins_with_the_words_of_the_gravest_one_which_are_confidential_from_then_on() {
    let mut tab = Tab::working();
    write_gravest(&mut tab, " She is found. \n");
    act(&mut tab, Risking::Add);
    assert_eq!(risk(&tab, 1).story, "She is found.");
    assert!(risk(&tab, 1).confidential.has(RiskField::Story));
    let gravest = tab.assessment().answers.get(&question::FIRST.into()).unwrap();
    assert!(gravest.is_confidential());
    assert_eq!(gravest.words, " She is found. \n", "the answer stays as it was typed");
    assert_eq!((&tab.state.place, tab.address()), (&Place::Risks(Some(RiskId(1))), "risks.1"));
    assert_eq!(tab.state.said.1, Some(later::Said::RiskAdded.into()));
    act(&mut tab, Risking::Add);
    assert_eq!(risk(&tab, 2), Risk::new(RiskId(2)), "the second one is blank");
    // One step back takes the risk, its words and what became of the answer.
    tab.send(Message::Turn(Way::Undo));
    tab.send(Message::Turn(Way::Undo));
    assert!(register(&tab).is_empty());
    assert!(!tab.assessment().answers.get(&question::FIRST.into()).unwrap().is_confidential());
}

#[test]
fn whoever_says_something_of_the_first_risk_has_listed_it_and_stays_where_they_are() {
    let mut tab = Tab::working();
    write_gravest(&mut tab, "She is found.");
    tab.send(first::Command::Go(Place::Risks(None)));
    let (said, focus) = (tab.state.said.clone(), tab.focus_in_risks);
    edit(&mut tab, 2, Editing::People(People::Children));
    assert!(register(&tab).is_empty(), "no other one stands there");
    edit(&mut tab, 1, Editing::People(People::Children));
    assert_eq!(risk(&tab, 1).people.value, [People::Children]);
    assert_eq!(risk(&tab, 1).story, "She is found.");
    assert_eq!((&tab.state.place, tab.address()), (&Place::Risks(Some(RiskId(1))), "risks.1"));
    assert_eq!((tab.state.said.clone(), tab.focus_in_risks), (said, focus), "nothing is told");
    name(&mut tab, 1, "Found");
    assert_eq!(register(&tab).kept().len(), 1);
    tab.send(Message::Turn(Way::Undo));
    tab.send(Message::Turn(Way::Undo));
    assert!(register(&tab).is_empty());
    assert_eq!(tab.state.place, Place::Risks(None));
}

#[test]
fn without_words_about_the_gravest_risk_the_first_one_is_blank_and_no_answer_changes() {
    for words in ["", " \n"] {
        let mut tab = Tab::working();
        write_gravest(&mut tab, words);
        let before = tab.assessment().answers.get(&question::FIRST.into()).cloned();
        act(&mut tab, Risking::Add);
        assert!(risk(&tab, 1).is_blank(), "{words:?}");
        assert_eq!(tab.assessment().answers.get(&question::FIRST.into()), before.as_ref());
    }
}

#[test]
fn what_is_typed_into_a_risk_stands_in_the_field_it_was_typed_into() {
    let mut tab = listed(2);
    let all = [
        RiskText::Name,
        RiskText::Story,
        RiskText::HitHarder,
        RiskText::Place,
        RiskText::Product,
        RiskText::Note,
        RiskText::Because(Named::Scale),
        RiskText::Because(Named::Scope),
        RiskText::Because(Named::Irremediability),
    ];
    for (number, text) in all.into_iter().enumerate() {
        edit(&mut tab, 1, Editing::Text(text, format!("{number}")));
    }
    let one = risk(&tab, 1);
    let because = |named| one.severity.dimension(named).because.as_str();
    let texts = [
        one.name.value.as_str(),
        &one.story,
        &one.hit_harder,
        &one.place,
        &one.product,
        &one.note,
        because(Named::Scale),
        because(Named::Scope),
        because(Named::Irremediability),
    ];
    assert_eq!(texts, ["0", "1", "2", "3", "4", "5", "6", "7", "8"]);
    assert_eq!(risk(&tab, 2).name.value, "Risk 2", "the other one is untouched");
}

#[test]
fn a_month_that_is_none_changes_nothing_and_stands_there_as_it_was_typed() {
    let mut tab = listed(1);
    let known = |tab: &Tab| risk(tab, 1).since;
    let left = |text: &str| Editing::Month(Typed { text: Some(text.into()), is_left: true });
    let unread = |tab: &Tab| {
        let unread = tab.state.unread_day(DayField::Since(RiskId(1)));
        unread.map(|unread| (unread.text.clone(), unread.is_told))
    };
    edit(&mut tab, 1, left("3/2026"));
    let march = Month::parse("2026-03").map(Since::Month);
    assert_eq!(known(&tab), march);
    for none in ["spring", "0026-03", "2200-01"] {
        edit(&mut tab, 1, left(none));
        assert_eq!(known(&tab), march, "what was there stays");
        assert_eq!(unread(&tab), Some((none.into(), true)));
    }
    edit(&mut tab, 1, left("2026-04"));
    assert_eq!((known(&tab), unread(&tab)), (Month::parse("2026-04").map(Since::Month), None));
    edit(&mut tab, 1, left("spring"));
    edit(&mut tab, 1, Editing::Since(Some(Since::NobodyYet)));
    assert_eq!(unread(&tab), None);
    edit(&mut tab, 1, left(" "));
    assert_eq!(known(&tab), None, "an empty field says nothing");
    edit(&mut tab, 1, left("spring"));
    tab.send(first::Command::Go(Place::Plan(None)));
    assert_eq!(unread(&tab), None, "elsewhere nothing of it is left");
}

#[test]
fn a_month_that_is_left_empty_or_is_none_lists_no_risk() {
    let mut tab = listed(0);
    for text in ["", "spring"] {
        edit(&mut tab, 1, Editing::Month(Typed { text: Some(text.into()), is_left: true }));
        assert!(tab.work().assessment.risks.kept().is_empty(), "{text:?}");
    }
    assert!(tab.state.unread_day(DayField::Since(RiskId(1))).is_some(), "and what was typed stays");
}

#[test]
fn what_is_chosen_of_a_risk_is_put_and_taken_back_by_choosing_it_again() {
    let mut tab = listed(1);
    for people in [People::Users, People::NonUsers, People::Children] {
        edit(&mut tab, 1, Editing::People(people));
    }
    edit(&mut tab, 1, Editing::People(People::Children));
    for group in [Heightened::Conflict, Heightened::Women, Heightened::Older] {
        edit(&mut tab, 1, Editing::Heightened(group));
    }
    edit(&mut tab, 1, Editing::Heightened(Heightened::Older));
    edit(&mut tab, 1, Editing::Users(Some(Uses::Both)));
    edit(&mut tab, 1, Editing::When(Some(When::AfterChange)));
    edit(&mut tab, 1, Editing::Status(Some(Status::Elsewhere)));
    let month = Month::parse("2025-03").map(Since::Month);
    edit(&mut tab, 1, Editing::Since(month));
    edit(&mut tab, 1, Editing::Field(RiskField::Name, Confidentiality::Confidential));
    edit(&mut tab, 1, Editing::Field(RiskField::Story, Confidentiality::Open));
    edit(&mut tab, 1, Editing::Whole(Confidentiality::Confidential));
    let one = risk(&tab, 1);
    assert_eq!(one.people.value, [People::NonUsers, People::Users], "as they are offered");
    assert_eq!(one.heightened, [Heightened::Women, Heightened::Conflict]);
    assert_eq!((one.users, one.when), (Some(Uses::Both), Some(When::AfterChange)));
    assert_eq!((one.status, one.since), (Some(Status::Elsewhere), month));
    assert!(one.confidential.has(RiskField::Name) && !one.confidential.has(RiskField::Story));
    assert_eq!(one.confidentiality, Confidentiality::Confidential);
    edit(&mut tab, 1, Editing::Users(None));
    edit(&mut tab, 1, Editing::Since(Some(Since::NobodyYet)));
    assert_eq!((risk(&tab, 1).users, risk(&tab, 1).since), (None, Some(Since::NobodyYet)));
}

#[test]
fn how_grave_it_is_is_said_by_dimension_and_what_measures_do_by_what_falls() {
    let mut tab = listed(1);
    let (scale, near) = (Falling::Dimension(Named::Scale), Falling::Likelihood);
    edit(&mut tab, 1, Editing::FallTo(Named::Scale, Some(Step::Two)));
    assert_eq!(risk(&tab, 1).severity.after, None, "nothing falls before measures are looked at");
    edit(&mut tab, 1, Editing::Mark(Named::Scale, Some(Mark::Known(Step::Five))));
    edit(&mut tab, 1, Editing::Mark(Named::Scope, Some(Mark::NotKnown)));
    edit(&mut tab, 1, Editing::Delay(Some(Delay::No)));
    edit(&mut tab, 1, Editing::Likelihood(Some(Likelihood::Expected)));
    edit(&mut tab, 1, Editing::After(true));
    edit(&mut tab, 1, Editing::By(scale, Some(Measure::Words("Too early.".into()))));
    edit(&mut tab, 1, Editing::FallTo(Named::Scale, Some(Step::Four)));
    edit(&mut tab, 1, Editing::By(scale, Some(Measure::Tactic("B2-design-1".into()))));
    edit(&mut tab, 1, Editing::Known(scale, Some(HowKnown::Affected)));
    edit(&mut tab, 1, Editing::FallTo(Named::Scale, Some(Step::Three)));
    edit(&mut tab, 1, Editing::RarerTo(Some(Likelihood::Unlikely)));
    edit(&mut tab, 1, Editing::By(near, Some(Measure::Words("A notice.".into()))));
    let severity = risk(&tab, 1).severity;
    assert_eq!(severity.scale.mark, Some(Mark::Known(Step::Five)));
    assert_eq!(severity.scope.mark, Some(Mark::NotKnown));
    assert_eq!(
        (severity.delay, severity.likelihood),
        (Some(Delay::No), Some(Likelihood::Expected))
    );
    let after = severity.after.unwrap();
    let fallen = Fall {
        to: Step::Three,
        by: Some(Measure::Tactic("B2-design-1".into())),
        known: Some(HowKnown::Affected),
    };
    assert_eq!(after.scale, Some(fallen), "another mark keeps measure and proof");
    let rarer = after.likelihood.unwrap();
    assert_eq!(
        (rarer.to, rarer.by),
        (Likelihood::Unlikely, Some(Measure::Words("A notice.".into())))
    );
    assert_eq!((after.scope, after.irremediability), (None, None));
    edit(&mut tab, 1, Editing::FallTo(Named::Scale, None));
    assert_eq!(risk(&tab, 1).severity.after.unwrap().scale, None);
    edit(&mut tab, 1, Editing::After(false));
    assert_eq!(risk(&tab, 1).severity.after, None);
}

#[test]
fn not_known_yet_keeps_what_stood_there_and_saying_more_takes_it_back() {
    let mut tab = listed(1);
    edit(&mut tab, 1, Editing::People(People::Workers));
    edit(&mut tab, 1, Editing::Who(Party::State));
    edit(&mut tab, 1, Editing::Arises(Start::Use));
    use NeededField::{Arises, Name, People as Hurt, Who};
    for field in [Name, Hurt, Who, Arises] {
        edit(&mut tab, 1, Editing::NotKnown(field, true));
    }
    let one = risk(&tab, 1);
    assert_eq!((one.name.known(), one.people.known()), (None, None));
    assert_eq!((one.who.known(), one.arises.known()), (None, None));
    assert_eq!(one.name.value, "Risk 1");
    assert_eq!(one.people.value, [People::Workers]);
    assert_eq!(one.who.value.parties, [Party::State]);
    assert_eq!(one.arises.value, [Start::Use]);
    assert_eq!(one.needed_said(), 4, "it is an answer");
    assert_eq!(&*register(&tab).get(RiskId(1)).unwrap().name, "", "no name is shown for it");
    // Blanks name nothing; a word does, and so does what is chosen.
    name(&mut tab, 1, " ");
    assert!(risk(&tab, 1).name.not_known);
    name(&mut tab, 1, "Found");
    edit(&mut tab, 1, Editing::People(People::Children));
    edit(&mut tab, 1, Editing::Who(Party::Ourselves));
    edit(&mut tab, 1, Editing::NotKnown(Arises, false));
    let one = risk(&tab, 1);
    assert_eq!(one.name.known().map(String::as_str), Some("Found"));
    assert_eq!(one.people.known(), Some(&vec![People::Children, People::Workers]));
    assert!(one.who.known().is_some());
    assert_eq!(one.arises.known(), Some(&vec![Start::Use]));
}

#[test]
fn no_more_than_ten_risks_three_rights_three_starts_and_ten_rows_are_taken() {
    let mut tab = listed(10);
    assert_eq!(register(&tab).kept().len(), AT_MOST);
    let before = tab.assessment().clone();
    let place = tab.state.place.clone();
    act(&mut tab, Risking::Add);
    assert_eq!((tab.assessment(), &tab.state.place), (&before, &place));
    assert_eq!(tab.state.said.1, Some(later::Said::NoMoreRisks.into()), "and it is said why");

    for right in Right::all().take(4) {
        edit(&mut tab, 1, Editing::Right(right));
    }
    for start in Start::ALL {
        edit(&mut tab, 1, Editing::Arises(*start));
    }
    for _ in 0..=EVIDENCE_AT_MOST {
        edit(&mut tab, 1, Editing::AddEvidence);
    }
    assert_eq!(tab.state.said.1, Some(later::Said::NoMoreEvidence.into()), "and it is said why");
    let one = risk(&tab, 1);
    assert_eq!(one.rights.iter().map(|right| right.number()).collect::<Vec<_>>(), [1, 2, 3]);
    assert_eq!(one.arises.value, Start::ALL[..CHOICES_AT_MOST]);
    assert_eq!(one.evidence.len(), EVIDENCE_AT_MOST);
    // Where one goes there is room for another.
    edit(&mut tab, 1, Editing::Right(Right::new(2).unwrap()));
    edit(&mut tab, 1, Editing::Right(Right::new(9).unwrap()));
    edit(&mut tab, 1, Editing::Arises(Start::Research));
    edit(&mut tab, 1, Editing::Arises(Start::OwnRules));
    let one = risk(&tab, 1);
    assert_eq!(one.rights.iter().map(|right| right.number()).collect::<Vec<_>>(), [1, 3, 9]);
    assert_eq!(one.arises.value, [Start::Design, Start::Development, Start::OwnRules]);
    edit(&mut tab, 1, Editing::HitHarder(Right::new(9).unwrap()));
    edit(&mut tab, 1, Editing::HitHarder(Right::new(1).unwrap()));
    let numbers: Vec<_> = risk(&tab, 1).rights.iter().map(|right| right.number()).collect();
    assert_eq!(numbers, [1, 9, 3], "what is hit hardest already stays first");
}

#[test]
fn a_row_of_evidence_is_changed_and_taken_out_by_its_place() {
    let mut tab = listed(1);
    for place in ["one", "two"] {
        edit(&mut tab, 1, Editing::AddEvidence);
        let at = risk(&tab, 1).evidence.len() - 1;
        edit(&mut tab, 1, Editing::WriteEvidence(at, EvidenceText::Place, place.into()));
    }
    edit(&mut tab, 1, Editing::WriteEvidence(1, EvidenceText::AsOf, "May".into()));
    edit(&mut tab, 1, Editing::EvidenceKind(1, EvidenceKind::Test));
    edit(&mut tab, 1, Editing::RemoveEvidence(0));
    edit(&mut tab, 1, Editing::RemoveEvidence(7));
    edit(&mut tab, 1, Editing::WriteEvidence(7, EvidenceText::Place, "nowhere".into()));
    let rows = risk(&tab, 1).evidence;
    assert_eq!(rows.len(), 1);
    assert_eq!(
        (rows[0].kind, &*rows[0].place, &*rows[0].as_of),
        (EvidenceKind::Test, "two", "May")
    );
}

#[test]
fn one_party_alone_is_the_main_one_and_of_several_somebody_says() {
    let mut tab = listed(1);
    let main = |tab: &Tab| risk(tab, 1).who.value.main;
    edit(&mut tab, 1, Editing::Who(Party::Enterprise));
    assert_eq!(main(&tab), Some(Party::Enterprise));
    edit(&mut tab, 1, Editing::Who(Party::State));
    assert_eq!(main(&tab), Some(Party::Enterprise), "it stays the main one");
    edit(&mut tab, 1, Editing::Main(Party::State));
    assert_eq!(main(&tab), Some(Party::State));
    edit(&mut tab, 1, Editing::Who(Party::Ourselves));
    edit(&mut tab, 1, Editing::Who(Party::State));
    assert_eq!(main(&tab), None, "one that is gone is none, and of two nobody has said");
    edit(&mut tab, 1, Editing::Who(Party::Enterprise));
    assert_eq!(main(&tab), Some(Party::Ourselves), "one is left");
    edit(&mut tab, 1, Editing::Main(Party::Suppliers));
    assert_eq!(main(&tab), None, "who does not do it is no main one");
}

#[test]
fn a_risk_that_goes_is_said_and_comes_back_with_all_of_it() {
    let mut tab = listed(2);
    edit(&mut tab, 2, Editing::Text(RiskText::Story, "Of the second.".into()));
    tab.send(first::Command::Go(Place::Severity(RiskId(2))));
    let before = tab.assessment().clone();
    act(&mut tab, Risking::Remove(RiskId(2)));
    assert_eq!(names(tab.assessment()), ["Risk 1"]);
    assert_eq!(register(&tab).removed()[0].name, "Risk 2", "actions that were for it say its name");
    assert_eq!(tab.state.place, Place::Risks(None));
    assert_eq!(tab.state.said.1, Some(later::Said::RiskRemoved(1).into()));
    tab.send(first::Command::Go(Place::Open));
    tab.send(Message::Turn(Way::Undo));
    assert_eq!(tab.state.place, Place::Risks(None), "one sees what came back");
    assert_eq!(common::content(tab.assessment()), common::content(&before));
    tab.send(Message::Turn(Way::Redo));
    assert_eq!(names(tab.assessment()), ["Risk 1"]);
    act(&mut tab, Risking::Add);
    assert!(register(&tab).get(RiskId(3)).is_some(), "a number is never given again");
    tab.visit("risk.2");
    assert_eq!(tab.state.place, Place::Risks(None), "it is no place any more");
}

#[test]
fn the_place_inside_a_band_is_chosen_with_a_reason_and_the_band_is_not_left() {
    let mut tab = listed(4);
    for (id, scale) in [(1, Step::Five), (2, Step::Five), (3, Step::Five), (4, Step::One)] {
        edit(&mut tab, id, Editing::Mark(Named::Scale, Some(Mark::Known(scale))));
    }
    assert_eq!(in_order(&tab), [1, 2, 3, 4]);
    act(&mut tab, Risking::Reorder(RiskId(3), Some(RiskId(1))));
    assert_eq!(in_order(&tab), [3, 1, 2, 4]);
    assert_eq!(tab.state.said.1, Some(later::Said::RiskMoved(1).into()));
    tab.now += 10_000;
    for typed in ["N", "No", "Now"] {
        act(&mut tab, Risking::BecauseThere(RiskId(3), typed.into()));
    }
    // To the end of its band, and the reason stays.
    act(&mut tab, Risking::Reorder(RiskId(3), None));
    assert_eq!(in_order(&tab), [1, 2, 3, 4]);
    assert_eq!(register(&tab).reordered()[0].because, "Now");
    // Before one of another band nobody gets.
    act(&mut tab, Risking::Reorder(RiskId(4), Some(RiskId(1))));
    assert_eq!(in_order(&tab), [1, 2, 3, 4]);
    assert_eq!(tab.state.said.1, Some(later::Said::RiskStays.into()));
    tab.send(Message::Turn(Way::Undo));
    assert_eq!(
        (in_order(&tab), &*register(&tab).reordered()[0].because),
        (vec![3, 1, 2, 4], "Now")
    );
    tab.send(Message::Turn(Way::Undo));
    assert_eq!(register(&tab).reordered()[0].because, "", "what was typed is one change");
    act(&mut tab, Risking::OrderByBand(RiskId(3)));
    assert_eq!(in_order(&tab), [1, 2, 3, 4]);
    assert!(register(&tab).reordered().is_empty());
    act(&mut tab, Risking::BecauseThere(RiskId(3), "Of no place".into()));
    act(&mut tab, Risking::Reorder(RiskId(9), None));
    act(&mut tab, Risking::Reorder(RiskId(1), Some(RiskId(9))));
    act(&mut tab, Risking::Reorder(RiskId(1), Some(RiskId(1))));
    assert!(register(&tab).reordered().is_empty(), "there is nothing to put, or to put it before");
}

#[test]
fn typing_into_one_field_of_a_risk_is_one_change() {
    let typings: [fn(String) -> Editing; 4] = [
        |typed| Editing::Text(RiskText::Story, typed),
        |typed| Editing::Text(RiskText::Because(Named::Scope), typed),
        |typed| Editing::WriteEvidence(0, EvidenceText::Place, typed),
        |typed| Editing::By(Falling::Dimension(Named::Scale), Some(Measure::Words(typed))),
    ];
    for typing in typings {
        let mut tab = listed(1);
        edit(&mut tab, 1, Editing::AddEvidence);
        edit(&mut tab, 1, Editing::After(true));
        edit(&mut tab, 1, Editing::FallTo(Named::Scale, Some(Step::One)));
        let before = tab.assessment().risks.clone();
        for typed in ["a", "ab", "abc"] {
            edit(&mut tab, 1, typing(typed.into()));
        }
        assert_ne!(tab.assessment().risks, before);
        tab.send(Message::Turn(Way::Undo));
        assert_eq!(tab.assessment().risks, before);
    }
}

#[test]
fn undo_goes_to_where_risks_are_seen_and_stays_where_one_sees_them() {
    let mut tab = listed(1);
    name(&mut tab, 1, "Found");
    tab.send(first::Command::Go(Place::Result));
    tab.send(Message::Turn(Way::Undo));
    assert_eq!(tab.state.place, Place::Risks(None));
    tab.send(first::Command::Go(Place::Risk(RiskId(1))));
    tab.send(Message::Turn(Way::Redo));
    assert_eq!((&tab.state.place, &*risk(&tab, 1).name.value), (&Place::Risk(RiskId(1)), "Found"));
    // Where what is taken back is that it was listed, its place is none any more.
    for _ in 0..3 {
        tab.send(Message::Turn(Way::Undo));
    }
    assert!(register(&tab).is_empty());
    assert_eq!(tab.state.place, Place::Risks(None));
}

#[test]
fn questions_that_the_register_answers_follow_it_and_what_is_taken_back() {
    let mut tab = listed(1);
    let listed = Some(Choice::Decision("listed".into()));
    assert_eq!(answer(&tab, "sense-salient-list"), listed);
    let not_rated = Some(Choice::Decision("first-not-rated".into()));
    assert_eq!(answer(&tab, "assess-severity"), not_rated);
    for named in Named::ALL {
        edit(&mut tab, 1, Editing::Mark(named, Some(Mark::Known(Step::Three))));
    }
    edit(&mut tab, 1, Editing::Likelihood(Some(Likelihood::NotKnown)));
    assert_eq!(answer(&tab, "assess-severity"), Some(Choice::Decision("all-rated".into())));
    assert_eq!(answer(&tab, "assess-likelihood"), Some(Choice::NotKnown));
    tab.send(Message::Turn(Way::Undo));
    let not_said = Some(Choice::Decision("first-not-said".into()));
    assert_eq!(answer(&tab, "assess-likelihood"), not_said);
    tab.settle();
    assert_eq!(tab.draft(&tab.assessment().id).as_ref(), Some(tab.assessment()));
    act(&mut tab, Risking::Remove(RiskId(1)));
    for question in ["sense-salient-list", "assess-severity", "assess-likelihood"] {
        assert_eq!(answer(&tab, question), None, "{question}");
    }
    tab.settle();
    assert_eq!(tab.draft(&tab.assessment().id).as_ref(), Some(tab.assessment()));
}

#[test]
fn what_is_said_instead_of_an_answer_stands_while_no_risk_is_listed_and_changes_nothing_else_then()
{
    let mut tab = Tab::working();
    let choose =
        |choice| first::Command::Answer("assess-severity".into(), Answering::Choose(choice));
    tab.send(choose(Choice::NotKnown));
    assert_eq!(answer(&tab, "assess-severity"), Some(Choice::NotKnown));
    act(&mut tab, Risking::Add);
    let not_rated = Some(Choice::Decision("first-not-rated".into()));
    assert_eq!(answer(&tab, "assess-severity"), not_rated, "one is listed, and it can be rated");
    tab.send(Message::Turn(Way::Undo));
    assert_eq!(answer(&tab, "assess-severity"), Some(Choice::NotKnown));
    tab.send(Message::Turn(Way::Redo));
    edit(&mut tab, 1, Editing::Mark(Named::Scale, Some(Mark::Known(Step::One))));
    tab.send(choose(Choice::NotKnown));
    assert_eq!(answer(&tab, "assess-severity"), not_rated, "the register alone says what it holds");
    tab.settle();
    assert_eq!(tab.draft(&tab.assessment().id).as_ref(), Some(tab.assessment()));
}

#[test]
fn a_draft_that_is_read_again_has_the_risks_as_they_were() {
    let mut tab = listed(3);
    edit(&mut tab, 2, Editing::NotKnown(NeededField::Name, true));
    act(&mut tab, Risking::Reorder(RiskId(3), Some(RiskId(1))));
    act(&mut tab, Risking::Remove(RiskId(2)));
    tab.settle();
    let left = tab.assessment().clone();
    let device = tab.device.clone();
    let mut again = Tab::reopen(&device, "risks.3", Some(left.id.clone()));
    again.settle();
    assert_eq!(again.assessment(), &left);
    assert_eq!(again.state.place, Place::Risks(Some(RiskId(3))));
}

#[test]
fn a_risk_alone_is_work_that_leaving_asks_about_and_one_that_is_gone_is_none() {
    let mut tab = Tab::open(&std::rc::Rc::default(), "");
    tab.settle();
    tab.send(first::Command::Begin);
    assert!(!tab.assessment().holds_work(), "nothing was said yet");
    act(&mut tab, Risking::Add);
    assert!(tab.work().would_be_lost());
    tab.send(first::Command::Begin);
    assert!(matches!(tab.state.dialog.as_deref(), Some(Dialog::Leave(_))));
    tab.send(later::Command::CloseDialog);
    act(&mut tab, Risking::Remove(RiskId(1)));
    assert!(!tab.work().would_be_lost(), "no question is asked that could name nothing");
}

#[test]
fn starting_again_names_how_many_risks_go_and_one_step_brings_them_back() {
    let mut tab = listed(2);
    let before = tab.assessment().clone();
    tab.send(later::Command::AskToDelete(Deletion::Answers));
    let Some(Dialog::Delete(_, going)) = tab.state.dialog.as_deref() else { panic!() };
    assert_eq!(going.risks, 2);
    tab.send(later::Command::Confirm);
    assert!(register(&tab).is_empty());
    tab.settle();
    assert_eq!(tab.draft(&before.id).as_ref(), Some(tab.assessment()));
    tab.send(Message::Turn(Way::Undo));
    assert_eq!(common::content(tab.assessment()), common::content(&before));
    tab.settle();
    assert_eq!(tab.draft(&before.id).as_ref(), Some(tab.assessment()));
}

#[test]
fn a_file_beside_what_is_open_says_how_many_risks_each_holds() {
    let mut tab = listed(2);
    let mut file = tab.assessment().clone();
    std::rc::Rc::make_mut(&mut file.risks).remove(RiskId(1));
    tab.open_file(&file);
    let Some(Dialog::Replace(_, here)) = tab.state.dialog.as_deref() else { panic!() };
    assert_eq!(here.going.risks, 2);
    tab.send(later::Command::Confirm);
    assert_eq!(names(tab.assessment()), ["Risk 2"]);
    tab.settle();
    assert_eq!(tab.draft(&file.id).map(|kept| names(&kept)), Some(vec!["Risk 2".to_owned()]));
}

#[test]
fn a_copy_from_the_list_has_the_risks() {
    let mut tab = listed(2);
    tab.settle();
    let id = tab.assessment().id.clone();
    tab.send(first::Command::Go(Place::Start));
    tab.settle();
    tab.send(later::Command::Want(id.clone(), Wanted::Copy("Copy".into())));
    tab.settle();
    let copies: Vec<_> = tab.device.borrow().records.keys().cloned().collect();
    assert_eq!(copies.len(), 2);
    for copy in &copies {
        let kept = tab.draft(&copy.as_str().into()).unwrap();
        assert_eq!(names(&kept), ["Risk 1", "Risk 2"]);
    }
}

/// Two windows on one assessment with two risks, both with all of it.
fn two() -> (Tab, Tab) {
    let mut first = listed(2);
    first.settle();
    let mut second = Tab::open(&first.device, "");
    second.settle();
    second.send(later::Command::Continue(first.assessment().id.clone()));
    second.settle();
    (first, second)
}

fn meet(tabs: [&mut Tab; 2]) {
    let [first, second] = tabs;
    for _ in 0..4 {
        for tab in [&mut *first, &mut *second] {
            tab.settle();
            tab.notice();
            tab.settle();
        }
    }
}

fn met(tab: &Tab) -> Option<&Met> {
    match &tab.state.notice {
        Some(Notice::Met(met)) => Some(met),
        _ => None,
    }
}

#[test]
fn of_two_windows_that_change_a_risk_each_both_are_there_and_nothing_is_told() {
    let (mut first, mut second) = two();
    name(&mut first, 1, "Changed in the first");
    name(&mut second, 2, "Changed in the second");
    meet([&mut first, &mut second]);
    let both = ["Changed in the first", "Changed in the second"];
    for tab in [&first, &second] {
        assert_eq!(names(tab.assessment()), both);
        assert!(met(tab).is_none());
        assert_eq!(tab.work().keeping, Keeping::Device(Writing::Saved));
    }
    // Undo takes back what was done here alone.
    first.send(Message::Turn(Way::Undo));
    assert_eq!(names(first.assessment()), ["Risk 1", "Changed in the second"]);
}

#[test]
fn a_risk_that_two_windows_changed_stands_twice_and_that_is_told_where_it_was_found() {
    let (mut first, mut second) = two();
    name(&mut first, 1, "As the first has it");
    edit(&mut second, 1, Editing::Text(RiskText::Story, "As the second has it.".into()));
    second.send(first::Command::Go(Place::Risks(Some(RiskId(1)))));
    meet([&mut first, &mut second]);
    for tab in [&first, &second] {
        assert_eq!(names(tab.assessment()), ["As the first has it", "Risk 2", "Risk 1"]);
        assert_eq!(risk(tab, 3).story, "As the second has it.");
    }
    let told = met(&second).expect("it is told");
    assert_eq!(told.elsewhere, [Elsewhere::Risk(RiskId(3))]);
    assert_eq!(second.state.place, Place::Risks(Some(RiskId(3))), "one goes on with one’s own");
    // Typing on does not make a third.
    edit(&mut second, 3, Editing::Text(RiskText::Story, "As the second has it, still.".into()));
    name(&mut first, 1, "As the first has it, still");
    meet([&mut first, &mut second]);
    assert_eq!(register(&first).kept().len(), 3);
    assert_eq!(first.assessment().risks, second.assessment().risks);
}

#[test]
fn what_is_taken_back_after_two_windows_changed_the_same_risk_makes_no_further_one() {
    let (mut first, mut second) = two();
    name(&mut first, 1, "As the first has it");
    name(&mut second, 1, "As the second has it");
    meet([&mut first, &mut second]);
    second.now += 10_000;
    second.send(Message::Turn(Way::Undo));
    let mut there = names(second.assessment());
    there.sort_unstable();
    assert_eq!(there, ["As the first has it", "As the second has it", "Risk 2"]);
}

#[test]
fn two_risks_that_two_windows_list_at_the_same_time_are_two_and_actions_are_for_their_own() {
    let (mut first, mut second) = two();
    act(&mut first, Risking::Add);
    name(&mut first, 3, "New in the first");
    first.settle();
    act(&mut second, Risking::Add);
    name(&mut second, 3, "New in the second");
    act(&mut second, Risking::Reorder(RiskId(3), Some(RiskId(1))));
    act(&mut second, Risking::BecauseThere(RiskId(3), "It is new.".into()));
    second.send(first::Command::Go(Place::Severity(RiskId(3))));
    meet([&mut first, &mut second]);
    for tab in [&first, &second] {
        let all = ["Risk 1", "Risk 2", "New in the first", "New in the second"];
        assert_eq!(names(tab.assessment()), all);
        assert_eq!(met(tab), None, "nothing of either became another");
        let moved = &register(tab).reordered()[0];
        assert_eq!((moved.risk, moved.before), (RiskId(4), Some(RiskId(1))));
    }
    assert_eq!(second.state.place, Place::Severity(RiskId(4)));
    assert_eq!(second.address(), "severity.4");
}

#[test]
fn a_risk_that_one_window_took_out_and_the_other_changed_stays() {
    let (mut first, mut second) = two();
    act(&mut first, Risking::Remove(RiskId(1)));
    first.settle();
    name(&mut second, 1, "Changed meanwhile");
    meet([&mut first, &mut second]);
    for tab in [&first, &second] {
        assert_eq!(names(tab.assessment()), ["Changed meanwhile", "Risk 2"]);
        assert!(register(tab).removed().is_empty());
    }
}
