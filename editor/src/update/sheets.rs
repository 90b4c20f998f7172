//! Question sheets that come back. Nothing of one is taken over before the person has chosen.

use std::rc::Rc;

use domain::answer::Answer;
use domain::assessment::Timestamp;
use domain::count::count;
use domain::job::Job;
use domain::save::Save;
use domain::sheet::proposal::{Becomes, Proposal, taken_over};

use super::asking::ask;
use super::changing::change;
use super::travelling;
use crate::effect::Focus;
use crate::first;
use crate::history::{Change, Everything};
use crate::later::Taking;
use crate::message::Effect;
use crate::place::Place;
use crate::request::Request;
use crate::returned_sheet::{ReturnedSheet, SheetRead};
use crate::state::{Purpose, State};

/// A file that may be a sheet came from outside.
pub(super) fn read(state: &mut State, effects: &mut Vec<Effect>, file: Rc<str>, bytes: Rc<[u8]>) {
    state.sheet = ReturnedSheet::Read(Rc::new(SheetRead {
        file,
        proposal: None,
        takes: Vec::new(),
        bytes,
        request: Request::default(),
    }));
    compare_anew(state, effects);
}

/// Compares the sheet with the assessment, unless that is as it was when they were compared last.
pub(super) fn compare_anew(state: &mut State, effects: &mut Vec<Effect>) {
    let (Some(work), ReturnedSheet::Read(read)) = (&state.work, &mut state.sheet) else { return };
    let revision = work.revision;
    if read.request.is_for(revision) {
        return;
    }
    let save = Box::new(Save::of(&work.assessment));
    let job = Job::Compare(save, read.bytes.to_vec());
    let purpose = Purpose::Compare(read.file.clone());
    let number = ask(state, effects, purpose, job);
    if let ReturnedSheet::Read(read) = &mut state.sheet {
        Rc::make_mut(read).request.ask_for(revision, number);
    }
}

/// The worker was stopped while it compared them, for another reason.
pub(super) fn lost(state: &mut State, effects: &mut Vec<Effect>) {
    if let ReturnedSheet::Read(read) = &mut state.sheet {
        Rc::make_mut(read).request.ask_anew();
    }
    compare_anew(state, effects);
}

/// The sheet was compared. What replaces nothing is chosen from the start, unless the sheet was made
/// for something else.
pub(super) fn compared(
    state: &mut State,
    effects: &mut Vec<Effect>,
    number: u32,
    proposal: Proposal,
) {
    let ReturnedSheet::Read(read) = &mut state.sheet else { return };
    if !read.request.awaits(number) {
        // The assessment has changed since, and they are being compared anew.
        return;
    }
    let read = Rc::make_mut(read);
    let rows = proposal.rows.iter().enumerate();
    read.request.answered();
    let is_meant = proposal.other_subject.is_none();
    let takes = rows.filter(|(_, row)| is_meant && row.becomes == Becomes::Adds);
    read.takes = takes.map(|(at, _)| at).collect();
    let is_first = read.proposal.replace(Rc::new(proposal)).is_none();
    if state.place != Place::Sheets {
        travelling::go(state, effects, Place::Sheets);
    } else if is_first {
        effects.push(first::Effect::Focus(Focus::Screen).into());
    }
}

/// The person chose what is taken over.
pub(super) fn take(state: &mut State, effects: &mut Vec<Effect>, taking: Taking, now: Timestamp) {
    let ReturnedSheet::Read(read) = &mut state.sheet else { return };
    match taking {
        Taking::Row(row) => {
            let takes = &mut Rc::make_mut(read).takes;
            if let Err(at) = takes.binary_search(&row) {
                takes.insert(at, row);
            }
        }
        Taking::NotRow(row) => Rc::make_mut(read).takes.retain(|taken| *taken != row),
        Taking::Nothing => {
            state.sheet = ReturnedSheet::None;
            effects.push(first::Effect::Focus(Focus::Screen).into());
        }
        Taking::Now => {
            if !read.is_waiting() {
                let read = read.clone();
                take_now(state, effects, &read, now);
            }
        }
    }
}

fn take_now(state: &mut State, effects: &mut Vec<Effect>, read: &SheetRead, now: Timestamp) {
    let Some(work) = &state.work else { return };
    let Some(proposal) = &read.proposal else { return };
    let before = Everything::of(&work.assessment);
    let mut after = before.clone();
    let rows = read.takes.iter().filter_map(|at| proposal.rows.get(*at));
    for row in rows {
        let (question, given) = row.given.clone().into_answer();
        let blank = Answer::default();
        let answer = after.answers.get(&question).map_or(&blank, |answer| &**answer);
        let answer = taken_over(answer, &given);
        after.answers.set(&question, Some(Rc::new(answer)));
    }
    change(state, Change::Answers(Box::new(before), Box::new(after)), None, now);
    state.sheet = ReturnedSheet::Taken(count(read.takes.len()));
    effects.push(first::Effect::Focus(Focus::Screen).into());
}
