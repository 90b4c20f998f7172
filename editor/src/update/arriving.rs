//! What becomes of files that were handed to the browser. The page cannot see whether one arrived, so a
//! save file counts once the person says that it is there, or once it is opened.

use std::rc::Rc;

use domain::assessment::{Assessment, Timestamp};
use domain::count::count;
use domain::job::{File, Job};
use domain::save::Save;
use domain::sheet::container::Container;

use super::changing::say;
use crate::download::{Awaited, Copying, FileState, HandedOut, HandingOut, Holds};
use crate::keeping::{Draft, Wanted};
use crate::later;
use crate::later::Said;
use crate::message::{Command, Effect, Moment};
use crate::state::{Dialog, Notice, State};
use crate::target::Target;
use crate::work::Work;

/// The job that makes the save file of an assessment, and what is known once that is there. The file says
/// that it was saved as it was made: whoever opens it has it in a file.
pub(super) fn save_file(assessment: Assessment, holds: Holds, moment: Moment) -> (Job, HandingOut) {
    let (save, becomes) = saves(assessment, holds, moment.now);
    (Job::Save(save, moment.today), becomes)
}

/// The same, whatever job makes it.
pub(super) fn saves(
    mut assessment: Assessment,
    holds: Holds,
    made: Timestamp,
) -> (Box<Save>, HandingOut) {
    let (before, changed) = (assessment.saved_to_file.replace(made), assessment.changed);
    let save = Box::new(Save::of(&assessment));
    (save, HandingOut::Saves(Awaited { made, changed, before, holds }))
}

/// What there is to know of a file as it is handed out.
pub(super) fn handed_out(file: &File, becomes: &HandingOut) -> HandedOut {
    let is_packed = Container::is_packed(&file.bytes);
    let text = std::str::from_utf8(&file.bytes).ok().filter(|_| !is_packed);
    HandedOut {
        size: count(file.bytes.len()),
        name: file.name.as_str().into(),
        text: text.map(Rc::from),
        copying: Copying::NotAsked,
        awaited: match becomes {
            HandingOut::Saves(awaited) => Some(*awaited),
            HandingOut::Only | HandingOut::Records(..) => None,
        },
    }
}

/// The person says that a save file is there. What was asked before leaving may follow as a command.
pub(super) fn say_arrived(
    state: &mut State,
    effects: &mut Vec<Effect>,
    target: &Target,
) -> Option<Command> {
    let awaited = taken_off(state, target)?;
    arrived(state, effects, target, awaited);
    if let Target::SaveFile | Target::LockedFile = target {
        say(state, Said::SavedToFile);
        state.notice.take_if(|notice| matches!(notice, Notice::FileIsOld(_)));
        effects.push(later::Effect::FocusOnSave.into());
    }
    if state.work.as_ref().is_some_and(Work::would_be_lost) {
        return None;
    }
    let asked = state.dialog.take_if(|dialog| matches!(**dialog, Dialog::Leave(..)))?;
    let Dialog::Leave(command) = Rc::unwrap_or_clone(asked) else { return None };
    Some(command)
}

/// A save file was opened, so it is there: also where nobody said so.
pub(super) fn opened(state: &mut State, effects: &mut Vec<Effect>, file: &Assessment) {
    let is_open = state.work.as_ref().is_some_and(|work| work.assessment.id == file.id);
    let listed = Target::Listed(file.id.clone());
    for target in [Target::SaveFile, Target::LockedFile, listed] {
        let awaited = state.file_state(&target).and_then(awaited);
        if let Some(awaited) = awaited.filter(|awaited| file.saved_to_file == Some(awaited.made))
            && (is_open || matches!(target, Target::Listed(_)))
        {
            taken_off(state, &target);
            arrived(state, effects, &target, awaited);
        }
    }
}

fn arrived(state: &mut State, effects: &mut Vec<Effect>, target: &Target, awaited: Awaited) {
    match (target, awaited.holds, &mut state.work) {
        (Target::Listed(id), ..) => {
            effects.push(later::Effect::ReadFor(id.clone(), Wanted::Saved(awaited)).into());
        }
        (_, Holds::Revision(revision), Some(work))
            if !is_overtaken(&awaited, work.assessment.saved_to_file) =>
        {
            // What was done since the file was made is not in it.
            work.changes_since_file = Some(work.revision.saturating_sub(revision));
            Rc::make_mut(&mut work.assessment).saved_to_file = Some(awaited.made);
            work.unsaved.touch_head();
        }
        _ => {}
    }
}

/// Has a save file that is there count for an assessment that is not open. Whether it does.
pub(super) fn counts(draft: &mut Draft, awaited: Awaited) -> bool {
    let saved = draft.assessment.saved_to_file;
    let Holds::Changes(held) = awaited.holds else { return false };
    if is_overtaken(&awaited, saved) {
        return false;
    }
    draft.changes_since_file = match (held, draft.changes_since_file) {
        (Some(held), Some(now)) if saved == awaited.before => Some(now.saturating_sub(held)),
        (None, None) if draft.assessment.changed == awaited.changed => Some(0),
        (_, now) => now,
    };
    draft.assessment.saved_to_file = Some(awaited.made);
    true
}

/// Whether another file counts meanwhile, and that one is newer: of another window.
fn is_overtaken(awaited: &Awaited, saved: Option<Timestamp>) -> bool {
    saved != awaited.before && saved > Some(awaited.made)
}

/// What is known of a save file that nobody said to be there yet, which is said no longer.
fn taken_off(state: &mut State, target: &Target) -> Option<Awaited> {
    let found = state.file_state(target).and_then(awaited)?;
    state.download.files.retain(|(other, _)| other != target);
    Some(found)
}

fn awaited(file: &FileState) -> Option<Awaited> {
    match file {
        FileState::HandedOut(file) => file.awaited,
        FileState::Writing | FileState::Failed(_) => None,
    }
}

/// The person wants the text of a file, as nothing arrived.
pub(super) fn copy_text(state: &mut State, effects: &mut Vec<Effect>, target: &Target) {
    if let Some(file) = handed_out_as(state, target)
        && let Some(text) = file.text.clone()
    {
        file.copying = Copying::NotAsked;
        effects.push(later::Effect::CopyText(target.clone(), text).into());
    }
}

/// The browser put the text into the clipboard, or did not. It is shown of one file at a time.
pub(super) fn copied(
    state: &mut State,
    effects: &mut Vec<Effect>,
    target: &Target,
    copying: Copying,
) {
    if copying == Copying::Refused {
        for (_, file) in &mut state.download.files {
            if let FileState::HandedOut(file) = file
                && file.copying == Copying::Refused
            {
                file.copying = Copying::NotAsked;
            }
        }
        effects.push(later::Effect::FocusOnText.into());
    }
    if let Some(file) = handed_out_as(state, target) {
        file.copying = copying;
    }
}

fn handed_out_as<'a>(state: &'a mut State, target: &Target) -> Option<&'a mut HandedOut> {
    state.download.files.iter_mut().find_map(|(found, file)| match file {
        FileState::HandedOut(file) if found == target => Some(file),
        _ => None,
    })
}
