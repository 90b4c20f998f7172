//! Several windows on the same assessment: all of them write, nothing of any is lost in whatever order
//! it comes, and at the end each shows what the others did.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::expect_used)]

mod common;

use std::rc::Rc;

use common::{Tab, content, made, question};
use domain::answer::Choice;
use domain::assessment::Assessment;
use domain::merge::Elsewhere;
use domain::questions::Step;
use domain::risk::{AT_MOST, Kept, RiskId};
use editor::field::{ActionText, AnswerText, RiskText, ScopeText};
use editor::first::{Answering, Choosing};
use editor::history::Way;
use editor::keeping::{Deletion, Keeping, StorageFault, Writing};
use editor::later::Planning;
use editor::risking::{Editing, Risking};
use editor::state::{Met, Notice};
use editor::{Message, Place, first, later};
use proptest::prelude::*;

/// Two windows on one assessment, both with all of it.
fn two() -> (Tab, Tab) {
    let first = Tab::working();
    let mut second = Tab::open(&first.device, "");
    second.settle();
    second.send(later::Command::Continue(first.assessment().id.clone()));
    second.settle();
    (first, second)
}

fn choose(step: Step) -> first::Command {
    first::Command::Answer(question::LADDER.into(), Answering::Choose(Choice::Step(step)))
}

fn write(id: &str, field: AnswerText, text: &str) -> first::Command {
    first::Command::Answer(id.into(), Answering::Write(field, text.into()))
}

fn tell(id: RiskId, text: RiskText, typed: &str) -> later::Command {
    later::Command::Risk(Risking::Edit(id, Editing::Text(text, typed.into())))
}

fn note(tab: &Tab, id: &str) -> String {
    let answer = tab.assessment().answers.get(&id.into());
    answer.map(|answer| answer.note.clone()).unwrap_or_default()
}

/// All that was said between the windows arrives, until none has anything to say.
fn settle_all(tabs: &mut [&mut Tab]) {
    for _ in 0..6 {
        for tab in &mut *tabs {
            tab.settle();
            tab.notice();
            tab.settle();
        }
    }
}

/// What somebody does in a window.
#[derive(Clone, Copy, Debug)]
enum Act {
    /// Types one word more at the end of the note of a question.
    Type(usize),
    /// Types one word more into the name of the company.
    Name,
    /// Chooses a step.
    Choose(usize, Step),
    /// Writes an action of one's own.
    Plan,
    /// Lists a risk with a name, while there is room.
    List,
    /// Types one word more into the story of the risk that is listed first.
    Tell,
    /// The storage does the next thing.
    Store,
    /// Hears that another window wrote.
    Hear,
    /// Goes to another question.
    Go(usize),
}

const NOTED: [&str; 3] = [question::LADDER, question::FIRST, question::WORDS];

fn act() -> impl Strategy<Value = (usize, Act)> {
    let question = 0..NOTED.len();
    let act = prop_oneof![
        5 => question.clone().prop_map(Act::Type),
        1 => Just(Act::Name),
        3 => (0_usize..2, proptest::sample::select(Step::ALL.to_vec()))
            .prop_map(|(question, step)| Act::Choose(question, step)),
        2 => Just(Act::Plan),
        1 => Just(Act::List),
        2 => Just(Act::Tell),
        6 => Just(Act::Store),
        4 => Just(Act::Hear),
        1 => question.prop_map(Act::Go),
    ];
    (0_usize..3, act)
}

/// All words that stand in notes, in the name, in the plan, and in risks.
fn words(assessment: &Assessment) -> Vec<String> {
    let notes = assessment.answers.iter().map(|(_, answer)| answer.note.clone());
    let plan = assessment.plan.actions().iter().map(|action| action.what.clone());
    let risks = assessment.risks.risks().into_iter();
    let risks = risks.flat_map(|risk| [risk.name.value, risk.story]);
    let texts = notes.chain(plan).chain(risks).chain([assessment.scope.company.clone()]);
    texts.flat_map(|text| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..made::config() })]

    /// Three windows do things in any order, while what each writes and what each hears of the others
    /// comes early or late.
    #[test]
    fn in_any_order_of_edits_no_answer_is_lost_and_all_windows_show_the_same(
        acts in prop::collection::vec(act(), 1..60),
    ) {
        let (mut first, mut second) = two();
        let mut third = Tab::open(&first.device, "");
        third.settle();
        third.send(later::Command::Continue(first.assessment().id.clone()));
        third.settle();
        let mut typed = Vec::new();
        let mut chosen = Vec::new();
        {
            let mut tabs = [&mut first, &mut second, &mut third];
            for (number, (who, act)) in acts.into_iter().enumerate() {
                let tab = &mut *tabs[who];
                let word = format!("w{number}x");
                match act {
                    Act::Type(at) => {
                        let text = format!("{} {word}", note(tab, NOTED[at]));
                        tab.send(write(NOTED[at], AnswerText::Note, &text));
                        typed.push(word);
                    }
                    Act::Name => {
                        let name = format!("{} {word}", tab.assessment().scope.company);
                        tab.send(first::Command::Choose(Choosing::Write(ScopeText::Company, name)));
                        typed.push(word);
                    }
                    Act::Choose(at, step) => {
                        let choice = Answering::Choose(Choice::Step(step));
                        tab.send(first::Command::Answer(NOTED[at].into(), choice));
                        chosen.push(NOTED[at]);
                    }
                    Act::Plan => {
                        tab.send(later::Command::Plan(Planning::Write));
                        let id = tab.assessment().plan.actions().iter().map(|one| one.id).max();
                        let text = Planning::Text(id.unwrap(), ActionText::What, word.clone());
                        tab.send(later::Command::Plan(text));
                        typed.push(word);
                    }
                    Act::List if tab.assessment().risks.kept().len() < AT_MOST => {
                        tab.send(later::Command::Risk(Risking::Add));
                        let Place::Risks(Some(id)) = tab.state.place else { panic!("it is open") };
                        tab.send(tell(id, RiskText::Name, &word));
                        typed.push(word);
                    }
                    Act::Tell => {
                        let risk = tab.assessment().risks.kept().first().map(Kept::open);
                        if let Some(risk) = risk {
                            let text = format!("{} {word}", risk.story);
                            tab.send(tell(risk.id, RiskText::Story, &text));
                            typed.push(word);
                        }
                    }
                    Act::List => {}
                    Act::Store => drop(tab.step()),
                    Act::Hear => tab.notice(),
                    Act::Go(at) => {
                        let place = Place::Question(NOTED[at].into(), None);
                        tab.send(first::Command::Go(place));
                    }
                }
            }
            settle_all(&mut tabs);
        }
        let kept = first.draft(&first.assessment().id).unwrap();
        for tab in [&first, &second, &third] {
            prop_assert_eq!(content(tab.assessment()), content(&kept));
            prop_assert_eq!(&tab.work().keeping, &Keeping::Device(Writing::Saved));
        }
        let words = words(&kept);
        for word in typed {
            prop_assert!(words.iter().any(|there| there.contains(&word)), "{word} of {words:?}");
        }
        for id in chosen {
            prop_assert!(kept.answers.get(&id.into()).is_some_and(|answer| answer.choice.is_some()));
        }
    }

    /// Whatever is done in two windows one after the other, each time heard by the other, both show it.
    #[test]
    fn what_is_done_in_one_window_is_shown_in_the_other(
        commands in prop::collection::vec(made::change_or_turn(), 0..20),
    ) {
        let (mut first, mut second) = two();
        for (number, commands) in commands.into_iter().enumerate() {
            let (here, there) =
                if number % 2 == 0 { (&mut first, &mut second) } else { (&mut second, &mut first) };
            for command in commands {
                here.send(command);
            }
            here.settle();
            there.notice();
            there.settle();
            prop_assert_eq!(content(here.assessment()), content(there.assessment()));
            prop_assert!(!there.work().would_be_lost());
        }
    }
}

#[test]
fn two_texts_for_one_answer_are_both_kept_and_said_so() {
    let (mut first, mut second) = two();
    first.send(write(question::LADDER, AnswerText::Note, "From the first window"));
    second.send(write(question::LADDER, AnswerText::Note, "By the other one"));
    first.settle();
    second.settle();
    let both = "From the first window\nBy the other one";
    assert_eq!(note(&second, question::LADDER), both);
    let met = Met { texts: vec!["A1.1".into()], ..Met::default() };
    assert_eq!(second.state.notice, Some(Notice::Met(met.into())));
    first.notice();
    first.settle();
    assert_eq!(note(&first, question::LADDER), both);
    assert_eq!(first.draft(&first.assessment().id).unwrap(), *second.assessment());
}

#[test]
fn of_two_choices_the_last_one_stands_and_undo_brings_back_the_other() {
    let (mut first, mut second) = two();
    first.send(choose(Step::Two));
    second.send(choose(Step::Four));
    first.settle();
    second.settle();
    first.notice();
    first.settle();
    let step = |tab: &Tab| tab.assessment().answers.get(&question::LADDER.into()).unwrap().step();
    assert_eq!((step(&first), step(&second)), (Some(Step::Four), Some(Step::Four)));
    let met = met(&second);
    assert_eq!(
        *met,
        Met { choices: vec!["A1.1".into()], takes_back: met.takes_back, ..Met::default() }
    );
    assert!(second.state.takes_back(&met), "Undo stands beside the message");
    second.send(Message::Turn(Way::Undo));
    assert_eq!(step(&second), Some(Step::Two));
    assert_eq!(second.state.notice, None, "what it said is so no longer");
}

#[test]
fn undo_brings_back_all_choices_that_met_and_stands_beside_the_message_until_something_else_is_done()
 {
    let (mut first, mut second) = two();
    let questions = [question::LADDER, question::FIRST, question::ROUTED];
    for id in questions {
        first.send(chosen(id, Step::Two));
        second.send(chosen(id, Step::Four));
    }
    first.settle();
    second.settle();
    first.notice();
    first.settle();
    let steps =
        |tab: &Tab| questions.map(|id| tab.assessment().answers.get(&id.into()).unwrap().step());
    assert_eq!(steps(&second), [Some(Step::Four); 3]);
    let met = met(&second);
    assert_eq!(met.choices.len(), 3);
    second.send(write(question::WORDS, AnswerText::Note, "Something else."));
    assert!(!second.state.takes_back(&met), "Undo would take back that now");
    second.send(Message::Turn(Way::Undo));
    second.send(Message::Turn(Way::Undo));
    assert_eq!(steps(&second), [Some(Step::Two); 3]);
    second.send(Message::Turn(Way::Redo));
    assert_eq!(steps(&second), [Some(Step::Four); 3]);
}

#[test]
fn where_outside_the_questions_two_windows_met_is_told() {
    let (mut first, mut second) = two();
    first.send(later::Command::Plan(later::Planning::Write));
    settle_all(&mut [&mut first, &mut second]);
    let id = first.assessment().plan.actions()[0].id;
    let what = |typed: &str| {
        later::Command::Plan(later::Planning::Text(id, ActionText::What, typed.into()))
    };
    let company =
        |typed: &str| first::Command::Choose(Choosing::Write(ScopeText::Company, typed.into()));
    let because = |typed: &str| later::Command::SetAside("t-one".into(), Some(typed.into()));
    first.send(what("Of one."));
    second.send(what("Two words."));
    first.send(company("One"));
    second.send(company("Two"));
    first.send(because("Of one."));
    second.send(because("Two words."));
    first.settle();
    second.settle();
    let met = met(&second);
    assert_eq!(
        *met,
        Met {
            elsewhere: vec![Elsewhere::Scope, Elsewhere::Action(id), Elsewhere::Explained],
            ..Met::default()
        }
    );
}

fn met(tab: &Tab) -> Rc<Met> {
    match &tab.state.notice {
        Some(Notice::Met(met)) => met.clone(),
        other => panic!("{other:?}"),
    }
}

fn chosen(question: &str, step: Step) -> first::Command {
    first::Command::Answer(question.into(), first::Answering::Choose(Choice::Step(step)))
}

#[test]
fn taking_back_a_change_leaves_what_another_window_wrote_since() {
    let (mut first, mut second) = two();
    first.send(choose(Step::Two));
    first.settle();
    second.notice();
    second.settle();
    second.send(write(question::LADDER, AnswerText::Note, "Of the other window"));
    second.settle();
    first.notice();
    first.settle();
    first.send(Message::Turn(Way::Undo));
    let answer = first.assessment().answers.get(&question::LADDER.into()).unwrap();
    assert_eq!((answer.step(), &*answer.note), (None, "Of the other window"));
    first.send(Message::Turn(Way::Redo));
    let answer = first.assessment().answers.get(&question::LADDER.into()).unwrap();
    assert_eq!((answer.step(), &*answer.note), (Some(Step::Two), "Of the other window"));
}

#[test]
fn what_another_window_wrote_while_somebody_types_is_not_taken_back_with_the_typing() {
    let (mut first, mut second) = two();
    first.send(later::Command::Plan(Planning::Write));
    settle_all(&mut [&mut first, &mut second]);
    let id = first.assessment().plan.actions()[0].id;
    let what =
        |typed: &str| later::Command::Plan(Planning::Text(id, ActionText::What, typed.into()));
    first.send(what("Train"));
    first.settle();
    second.notice();
    second.settle();
    second.send(later::Command::Plan(Planning::Write));
    second.settle();
    first.notice();
    first.settle();
    first.send(what("Train sales"));
    for typed in ["Train", ""] {
        first.send(Message::Turn(Way::Undo));
        let actions = first.assessment().plan.actions();
        assert_eq!((actions.len(), &*actions[0].what), (2, typed), "the other action stays");
    }
}

#[test]
fn what_a_file_lacks_is_counted_over_both_windows() {
    let (mut first, mut second) = two();
    first.send(choose(Step::Two));
    first.settle();
    first.save_file();
    first.settle();
    second.notice();
    second.settle();
    assert_eq!(second.work().changes_since_file, Some(0));
    first.send(write(question::LADDER, AnswerText::Note, "one"));
    second.send(write(question::FIRST, AnswerText::Note, "two"));
    settle_all(&mut [&mut first, &mut second]);
    assert_eq!(first.work().changes_since_file, Some(2));
    assert_eq!(second.work().changes_since_file, Some(2));
}

#[test]
fn a_storage_that_was_emptied_is_noticed_at_the_next_change_and_all_is_put_anew() {
    let mut tab = Tab::working();
    tab.send(choose(Step::Two));
    tab.send(write(question::FIRST, AnswerText::Note, "kept"));
    tab.settle();
    tab.device.borrow_mut().records.clear();
    tab.send(write(question::FIRST, AnswerText::Note, "kept anew"));
    tab.step();
    assert_eq!(tab.work().keeping, Keeping::Device(Writing::Saving), "not all of it is there yet");
    tab.settle();
    assert_eq!(tab.work().keeping, Keeping::Device(Writing::Saved));
    assert_eq!(tab.draft(&tab.assessment().id).unwrap(), *tab.assessment());
    assert_eq!(tab.state.notice, Some(Notice::PutAnew));
}

#[test]
fn a_storage_that_was_emptied_is_noticed_when_the_window_is_shown_again() {
    let mut tab = Tab::working();
    tab.send(choose(Step::Two));
    tab.settle();
    tab.device.borrow_mut().records.clear();
    tab.notice();
    tab.settle();
    assert_eq!(tab.draft(&tab.assessment().id).unwrap(), *tab.assessment());
    assert_eq!(tab.state.notice, Some(Notice::PutAnew));
}

#[test]
fn what_was_refused_is_tried_again_when_the_window_is_shown_again() {
    let mut tab = Tab::working();
    tab.settle();
    tab.device.borrow_mut().refuses = Some(StorageFault::Full);
    tab.send(choose(Step::Two));
    tab.settle();
    assert_eq!(tab.work().keeping, Keeping::Device(Writing::Failed(StorageFault::Full)));
    tab.device.borrow_mut().refuses = None;
    tab.notice();
    tab.settle();
    assert_eq!(tab.work().keeping, Keeping::Device(Writing::Saved));
    assert_eq!(tab.draft(&tab.assessment().id).unwrap(), *tab.assessment());
}

#[test]
fn what_another_window_has_open_cannot_be_deleted_under_its_hands() {
    let first = Tab::working();
    let mut second = Tab::open(&first.device, "");
    second.settle();
    for deletion in [Deletion::Draft(first.assessment().id.clone()), Deletion::Everything] {
        second.send(later::Command::AskToDelete(deletion));
        second.settle();
        second.send(later::Command::Confirm);
        second.settle();
        assert_eq!(second.state.notice, Some(Notice::NotDeleted(StorageFault::Blocked)));
    }
    assert_eq!(first.draft(&first.assessment().id).unwrap(), *first.assessment());
}

/// Without locks nobody can tell who has it open.
#[test]
fn a_draft_that_another_window_deleted_is_kept_nowhere_and_says_so() {
    let (mut first, mut second) = two();
    let id = first.assessment().id.clone();
    first.send(choose(Step::Two));
    first.settle();
    second.notice();
    second.settle();
    second.device.borrow_mut().records.clear();
    second.send(later::Came::DeletedElsewhere(id));
    second.settle();
    assert_eq!(second.state.notice, Some(Notice::DraftGone));
    assert_eq!(
        second.work().keeping,
        Keeping::Undecided,
        "it can be kept again, or saved to a file"
    );
    assert_eq!(second.assessment().answers.len(), 1);
    second.send(first::Command::Keep(editor::keeping::Wish::Device));
    second.settle();
    assert_eq!(second.draft(&second.assessment().id).unwrap(), *second.assessment());
}

#[test]
fn a_file_in_the_place_of_a_draft_that_another_window_has_open_is_what_both_show() {
    let (mut first, mut second) = two();
    first.send(choose(Step::Two));
    first.settle();
    let file = first.save_file();
    first.send(choose(Step::Three));
    settle_all(&mut [&mut first, &mut second]);
    second.open_file(&file);
    second.send(later::Command::Confirm);
    settle_all(&mut [&mut second, &mut first]);
    let step = |tab: &Tab| tab.assessment().answers.get(&question::LADDER.into()).unwrap().step();
    assert_eq!((step(&first), step(&second)), (Some(Step::Two), Some(Step::Two)));
}

#[test]
fn what_was_typed_while_a_batch_flew_is_kept_with_what_another_window_wrote() {
    let (mut first, mut second) = two();
    second.send(write(question::FIRST, AnswerText::Note, "theirs"));
    second.settle();
    first.send(write(question::FIRST, AnswerText::Note, "o"));
    first.send(write(question::FIRST, AnswerText::Note, "ours"));
    settle_all(&mut [&mut first, &mut second]);
    assert_eq!(note(&first, question::FIRST), "theirs\nours");
    assert_eq!(note(&second, question::FIRST), "theirs\nours");
}
