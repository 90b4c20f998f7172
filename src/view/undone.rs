//! What a change was, in a few words: for the buttons that take it back or put it back.

use domain::answer::{Answer, Choice};
use domain::catalogue::Catalogue;
use domain::fits;
use domain::id::QuestionId;
use domain::texts::later::{self as key, Key};
use editor::history::{Because, Change};
use yew::AttrValue;

use crate::view::words::LaterWords;

/// What it was; at another question than the one that is shown, with the code of that.
pub(crate) fn what(
    change: &Change,
    here: Option<&QuestionId>,
    catalogue: &Catalogue,
    words: &LaterWords,
) -> AttrValue {
    match change {
        Change::Answer(id, before, after) => {
            let blank = Answer::default();
            let before = before.as_deref().unwrap_or(&blank);
            let what = answered(before, after.as_deref().unwrap_or(&blank), words);
            let id = id.question();
            match catalogue.question(&id).filter(|_| here != Some(&id)) {
                Some(question) => {
                    let code = question.code.as_str();
                    words.with(key::FRAME_UNDO_AT, &[("what", &what), ("code", code)])
                }
                None => what,
            }
        }
        Change::Scope(..) => words.get(key::FRAME_UNDO_SCOPE),
        Change::Dismissal(..) => words.get(key::FRAME_UNDO_TENSION),
        Change::Plan(before, after) => {
            let (before, after) = (before.actions().len(), after.actions().len());
            words.get(match before.cmp(&after) {
                std::cmp::Ordering::Less => key::FRAME_UNDO_ADDED,
                std::cmp::Ordering::Equal => key::FRAME_UNDO_PLAN,
                std::cmp::Ordering::Greater => key::FRAME_UNDO_REMOVED,
            })
        }
        Change::Sheets(before, after) if after.count() < before.count() => {
            words.get(key::FRAME_UNDO_SHEET_REMOVED)
        }
        Change::Sheets(..) => words.get(key::FRAME_UNDO_SHEETS),
        Change::Risks(before, after) if after.kept().len() < before.kept().len() => {
            words.get(key::FRAME_UNDO_RISK_REMOVED)
        }
        Change::Risks(..) => words.get(key::FRAME_UNDO_RISKS),
        Change::Answers(.., because) => match because {
            Because::Listed => words.get(key::FRAME_UNDO_RISK_ADDED),
            Because::Taken(_, came) => words.count(key::FRAME_UNDO_TAKEN, came.taken),
            Because::Met => words.get(key::FRAME_UNDO_MET),
            Because::StartAgain => words.get(key::FRAME_UNDO_ANSWERS),
        },
    }
}

/// How many letters of what was removed there is room for beside the way to take that back.
const REMOVED: usize = 80;

/// The beginning of the words of what a change removed: of an action.
pub(crate) fn removed(change: &Change) -> Option<String> {
    let Change::Plan(before, after) = change else { return None };
    let gone = before.actions().iter().find(|action| after.action(action.id).is_none())?;
    (!gone.what.trim().is_empty()).then(|| fits::shortened(&gone.what, REMOVED))
}

/// What of an answer became another.
fn answered(before: &Answer, after: &Answer, words: &LaterWords) -> AttrValue {
    if before.choice != after.choice {
        return match &after.choice {
            Some(Choice::Step(step)) => {
                words.with(key::FRAME_UNDO_STEP, &[("step", &step.number().to_string())])
            }
            Some(Choice::Decision(_)) => words.get(key::FRAME_UNDO_CHOICE),
            Some(Choice::NotKnown) => words.get(key::FRAME_UNDO_NOT_KNOWN),
            Some(Choice::DoesNotApply) => words.get(key::FRAME_UNDO_DOES_NOT_APPLY),
            None if before.words != after.words => words.get(key::FRAME_UNDO_WORDS),
            None => words.get(key::FRAME_UNDO_CLEARED),
        };
    }
    let (was, is) = (&before.elsewhere, &after.elsewhere);
    let parts: [(bool, Key); 10] = [
        (before.tactics != after.tactics, key::FRAME_UNDO_TACTIC),
        (before.words != after.words, key::FRAME_UNDO_WORDS),
        (before.could_know != after.could_know, key::FRAME_UNDO_COULD_KNOW),
        (before.because != after.because, key::FRAME_UNDO_BECAUSE),
        (was.highest != is.highest, key::FRAME_UNDO_HIGHEST),
        (was.place != is.place, key::FRAME_UNDO_ELSEWHERE),
        (before.note != after.note, key::FRAME_UNDO_NOTE),
        (before.evidence != after.evidence, key::FRAME_UNDO_EVIDENCE),
        (before.sureness != after.sureness, key::FRAME_UNDO_SURE),
        (before.confidentiality != after.confidentiality, key::FRAME_UNDO_CONFIDENTIAL),
    ];
    let first = parts.into_iter().find(|(differs, _)| *differs);
    words.get(first.map_or(key::FRAME_UNDO_SOMETHING, |(_, says)| says))
}
