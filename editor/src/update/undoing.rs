//! Undo and redo. The page goes to where the change was, so that a person sees what happened.

use std::rc::Rc;

use domain::assessment::Timestamp;

use super::changing::{changed, say};
use super::travelling;
use crate::history::{Because, Change, Way};
use crate::later::Said;
use crate::message::Effect;
use crate::place::Place;
use crate::returned_sheet::ReturnedSheet;
use crate::state::{Notice, State};

pub(super) fn turn(state: &mut State, effects: &mut Vec<Effect>, way: Way, now: Timestamp) {
    let Some(work) = &mut state.work else { return };
    let Some(entry) = Rc::make_mut(&mut work.history).turn(way) else {
        say(state, Said::NothingThere);
        return;
    };
    let assessment = Rc::make_mut(&mut work.assessment);
    entry.change.apply_beside(way, assessment);
    assessment.changed = now;
    // Fields say what holds now.
    state.days_unread.clear();
    changed(state, &entry.change);
    let code = match &entry.change {
        Change::Answer(id, ..) => {
            // What is kept of an answer to an earlier wording is undone at its question.
            let id = id.question();
            let here = matches!(&state.place, Place::Question(at, _) if *at == id);
            if !here && !matches!(state.place, Place::Result | Place::Open) {
                travelling::go(state, effects, Place::Question(id.clone(), None));
            }
            state.catalogue.question(&id).map(|question| question.code.clone())
        }
        Change::Scope(..) => {
            if state.place != Place::Choose {
                travelling::go(state, effects, Place::Choose);
            }
            None
        }
        Change::Plan(..) => {
            if !matches!(state.place, Place::Plan(_)) {
                travelling::go(state, effects, Place::Plan(None));
            }
            None
        }
        Change::Risks(..) => {
            if !matches!(state.place, Place::Risks(_) | Place::Severity(_) | Place::Risk(_)) {
                travelling::go(state, effects, Place::Risks(None));
            }
            None
        }
        Change::Sheets(..) => {
            if state.place != Place::Sheets {
                travelling::go(state, effects, Place::Sheets);
            }
            None
        }
        Change::Answers(.., because) => {
            // What was said of it is so no longer.
            match because {
                Because::Taken(..) if matches!(state.sheet, ReturnedSheet::Taken(_)) => {
                    state.sheet = ReturnedSheet::None;
                }
                Because::Met => {
                    state.notice.take_if(|notice| matches!(notice, Notice::Met(_)));
                }
                Because::Listed => {
                    let register = &state.work.as_ref();
                    let is_there = |place: &Place| match place {
                        Place::Risks(Some(id)) => {
                            register.is_some_and(|work| work.assessment.risks.get(*id).is_some())
                        }
                        place => *place == Place::Risks(None),
                    };
                    if !is_there(&state.place) {
                        travelling::go(state, effects, Place::Risks(None));
                    }
                }
                Because::Taken(..) | Because::StartAgain => {}
            }
            None
        }
        Change::Dismissal(..) => None,
    };
    say(state, if way == Way::Undo { Said::Undone(code) } else { Said::Redone(code) });
}
