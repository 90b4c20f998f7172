//! One way to count: whoever says how many questions or answers there are says the same.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::expect_used)]

mod common;

use common::{Tab, question};
use domain::answer::{Choice, TacticState};
use domain::questions::Step;
use editor::first::{Answering, Choosing};
use editor::keeping::Deletion;
use editor::standing::Standing;
use editor::state::Dialog;
use editor::{Place, first, later};

fn choose(id: &'static str, choice: Choice) -> first::Command {
    first::Command::Answer(id.into(), Answering::Choose(choice))
}

/// One of each: an answer, not known, a matrix in part with all of one phase, and words beside no answer.
fn begun() -> Tab {
    let mut tab = Tab::working();
    tab.send(choose(question::LADDER, Choice::Step(Step::Two)));
    tab.send(first::Command::Answer(question::FIRST.into(), Answering::NotKnown(String::new())));
    for tactic in ["B2-research-1", "B2-research-2"] {
        let state = later::Answering::Tactic(tactic.into(), TacticState::Used);
        tab.send(later::Command::Answer(question::PHASES.into(), state));
    }
    let note = Answering::Write(editor::field::AnswerText::Note, "A note alone.".into());
    tab.send(first::Command::Answer(question::GROUPS.into(), note));
    tab.settle();
    tab
}

#[test]
fn list_draft_dialog_and_the_page_around_count_the_same() {
    let mut tab = begun();
    let progress = tab.work().progress();
    assert_eq!((progress.said(), progress.not_known, progress.partly), (1, 1, 1));
    assert_eq!(progress.all() as usize, tab.work().asked.questions().count());
    assert_eq!(tab.work().listing().progress, progress);
    let id = tab.assessment().id.clone();
    assert_eq!(tab.device.borrow().records[id.as_str()].progress, progress);
    tab.send(first::Command::Go(Place::Open));
    let around = Standing::default().after(&tab.state);
    let (asked, closed) = around
        .sections
        .iter()
        .fold((0, 0), |sum, one| (sum.0 + u32::from(one.0), sum.1 + u32::from(one.1)));
    assert_eq!((asked, closed), (progress.all(), progress.closed()));
    tab.send(later::Command::AskToDelete(Deletion::Answers));
    let Some(Dialog::Delete(_, going)) = tab.state.dialog.as_deref() else { panic!() };
    assert_eq!((going.answers, going.others), (progress.answers(), 1), "and a note alone");
}

#[test]
fn from_short_to_complete_what_was_answered_of_a_matrix_is_partly_answered_and_no_answer_is_less() {
    let mut tab = Tab::working();
    tab.send(first::Command::Choose(Choosing::Form(domain::scope::Form::Short)));
    let state = later::Answering::Tactic("B2-design-1".into(), TacticState::Unused);
    tab.send(later::Command::Answer(question::PHASES.into(), state));
    let short = tab.work().progress();
    tab.send(first::Command::Choose(Choosing::Form(domain::scope::Form::Complete)));
    let complete = tab.work().progress();
    assert_eq!((short.answered, complete.partly), (1, 1));
    assert_eq!(short.answers(), complete.answers());
}
