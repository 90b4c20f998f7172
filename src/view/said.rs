//! What assistive technology is told of what the later half does.

use domain::bounds::listed::{ACTIONS, EVIDENCE};
use domain::texts::later as key;
use editor::later::Said;
use yew::AttrValue;

use crate::view::priority::priority_key;
use crate::view::words::LaterWords;

/// What is said, in words.
pub(crate) fn said(said: &Said, words: &LaterWords) -> AttrValue {
    match said {
        Said::Undone(None) => words.get(key::FRAME_SAID_UNDONE),
        Said::Undone(Some(code)) => {
            words.with(key::FRAME_SAID_UNDONE_AT, &[("code", code.as_str())])
        }
        Said::Redone(None) => words.get(key::FRAME_SAID_REDONE),
        Said::Redone(Some(code)) => {
            words.with(key::FRAME_SAID_REDONE_AT, &[("code", code.as_str())])
        }
        Said::NothingThere => words.get(key::FRAME_SAID_NOTHING_THERE),
        Said::FileReady => words.get(key::FRAME_SAID_FILE_READY),
        Said::SavedToFile => words.get(key::ARRIVAL_SAVED),
        Said::PutBack => words.get(key::NOTICES_PUT_BACK),
        Said::StillHolds => words.get(key::EARLIER_SAID_HOLDS),
        Said::EvidenceRemoved => words.get(key::FRAME_SAID_EVIDENCE_REMOVED),
        Said::SheetRemoved => words.get(key::SHEETS_RECORD_SAID_REMOVED),
        Said::ReturnRemoved => words.get(key::SHEETS_RECORD_SAID_RETURN_REMOVED),
        Said::SheetTaken(0) => words.get(key::SHEETS_NOTED),
        Said::SheetTaken(count) => words.count(key::SHEETS_TAKEN, *count),
        Said::RiskAdded => words.get(key::RISKS_SAID_ADDED),
        Said::NoMoreRisks => words.get(key::RISKS_SAID_NO_MORE),
        Said::RiskRemoved(left) => words.count(key::RISKS_SAID_REMOVED, *left),
        Said::RiskMoved(at) => words.with(key::RISKS_SAID_MOVED, &[("at", &at.to_string())]),
        Said::RiskStays => words.get(key::RISKS_SAID_STAYS),
        Said::NoMoreChoices => words.get(key::RISKS_SAID_ENOUGH),
        Said::NoMoreEvidence => {
            words.with(key::SECTION_EVIDENCE_FULL, &[("most", &EVIDENCE.to_string())])
        }
        Said::NoMoreActions => words.with(key::PLAN_FULL, &[("most", &ACTIONS.to_string())]),
        Said::ActionRemoved => words.get(key::PLAN_SAID_REMOVED),
        Said::ActionAdded(priority) => {
            words.with(key::PLAN_SAID_ADDED, &[("group", &words.get(priority_key(*priority)))])
        }
        Said::ActionPutAway => words.get(key::PLAN_SAID_PUT_AWAY),
        Said::ActionMoved { at, of, priority } => words.with(
            key::PLAN_SAID_MOVED,
            &[
                ("at", &at.to_string()),
                ("of", &of.to_string()),
                ("group", &words.get(priority_key(*priority))),
            ],
        ),
    }
}
