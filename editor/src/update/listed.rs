//! What is done with an assessment on this device from the list, without opening it.

use std::rc::Rc;

use domain::assessment::Timestamp;
use domain::id::AssessmentId;
use domain::progress::Progress;
use domain::save::draft::Written;
use domain::scope::{Scope, Unit};

use super::asking::{ask, set_file};
use super::beginning::{blank, work_on};
use super::{arriving, changing, deleting, drafts, storing, travelling};
use crate::download::{FileState, Holds};
use crate::effect::Batch;
use crate::field::Field;
use crate::going::Going;
use crate::history::Change;
use crate::keeping::{Draft, Keeping, Wanted};
use crate::later::Said;
use crate::message::{Command, Effect, Moment};
use crate::opened::Wishes;
use crate::place::Place;
use crate::state::{Held, Notice, Purpose, State};
use crate::target::Target;
use crate::work::Work;
use crate::{first, later};

/// The person wants something of an assessment that is listed. One that is open is the one that is
/// here, and what is wanted of it may follow as a command; another is read first.
pub(super) fn want(
    state: &mut State,
    effects: &mut Vec<Effect>,
    id: AssessmentId,
    wanted: Wanted,
    moment: Moment,
) -> Option<Command> {
    let Some(work) = state.work.as_ref().filter(|work| work.assessment.id == id) else {
        effects.push(later::Effect::ReadFor(id, wanted).into());
        return None;
    };
    match wanted {
        Wanted::File => return Some(later::Command::Write(Target::SaveFile).into()),
        Wanted::Copy(name) => {
            let draft = Draft {
                assessment: (*work.assessment).clone(),
                place: work.last_place.clone(),
                progress: work.progress(),
                changes_since_file: work.changes_since_file,
                written: Written::default(),
                damaged: 0,
            };
            copy(effects, draft, &name);
        }
        Wanted::Name(name) => {
            let before = work.assessment.scope.clone();
            let change = Change::Scope(before.clone(), named(&before, &name).into());
            changing::change(state, change, None::<Field>, moment.now);
            effects.push(later::Effect::ReadShelf.into());
        }
        // It was not open as its file was made, or what of it goes was asked for.
        Wanted::Saved(_) | Wanted::Deletion | Wanted::Replacement(_) => {
            effects.push(later::Effect::ReadFor(id, wanted).into())
        }
    }
    None
}

/// It was read, and can be used. One of an earlier version of the questions stays one: its answers are
/// carried over where that can be shown, as it, its copy or its file is opened.
pub(super) fn read(
    state: &mut State,
    effects: &mut Vec<Effect>,
    wanted: Wanted,
    draft: Draft,
    moment: Moment,
) {
    match wanted {
        Wanted::File => {
            let Draft { assessment, changes_since_file, .. } = draft;
            let target = Target::Listed(assessment.id.clone());
            let holds = Holds::Changes(changes_since_file);
            let (job, becomes) = arriving::save_file(assessment, holds, moment);
            set_file(state, target.clone(), FileState::Writing);
            ask(state, effects, Purpose::Write(target, becomes), job);
        }
        Wanted::Saved(awaited) => {
            let mut draft = draft;
            let expects = Some(draft.written);
            if arriving::counts(&mut draft, awaited) {
                put(state, effects, draft, expects);
            }
            changing::say(state, Said::SavedToFile);
        }
        Wanted::Deletion => deleting::ask_about(state, &draft),
        Wanted::Replacement(file) => {
            let (changed, going) = (draft.assessment.changed, Going::of_draft(&draft));
            drafts::ask_to_replace(state, file, Held { changed, going });
        }
        Wanted::Copy(name) => copy(effects, draft, &name),
        Wanted::Name(name) => {
            let mut assessment = draft.assessment.clone();
            assessment.scope = named(&assessment.scope, &name).into();
            assessment.changed = moment.now;
            let count = draft.changes_since_file.map(|count| count.saturating_add(1));
            let expects = Some(draft.written);
            put(state, effects, Draft { assessment, changes_since_file: count, ..draft }, expects);
        }
    }
}

/// A copy needs a name of its own, which has to be drawn first.
fn copy(effects: &mut Vec<Effect>, mut draft: Draft, name: &str) {
    draft.assessment.scope = named(&draft.assessment.scope, name).into();
    effects.push(later::Effect::NameCopy(Box::new(draft)).into());
}

/// The name of a copy was drawn.
pub(super) fn copied(
    state: &mut State,
    effects: &mut Vec<Effect>,
    mut draft: Draft,
    id: AssessmentId,
    now: Timestamp,
) {
    let assessment = &mut draft.assessment;
    assessment.id = id;
    (assessment.created, assessment.changed, assessment.saved_to_file) = (now, now, None);
    draft.changes_since_file = Some(0);
    put(state, effects, draft, None);
}

/// The person wants back what was deleted.
pub(super) fn put_back(state: &mut State, effects: &mut Vec<Effect>) {
    // It stays offered until it is there.
    if let Some(Notice::Deleted(records)) = &state.notice {
        effects.push(later::Effect::PutBack(records.clone()).into());
    }
}

/// It is back.
pub(super) fn back_again(state: &mut State, effects: &mut Vec<Effect>) {
    if matches!(state.notice, Some(Notice::Deleted(_))) {
        state.notice = None;
    }
    changing::say(state, Said::PutBack);
    changing::show_notice(effects);
    effects.push(later::Effect::ReadShelf.into());
}

/// Puts an assessment that is not open: its head where something is expected there, else all of it.
fn put(state: &mut State, effects: &mut Vec<Effect>, draft: Draft, expects: Option<Written>) {
    effects.push(first::Effect::Keep(batch(state, draft, expects)).into());
    effects.push(later::Effect::ReadShelf.into());
}

fn batch(state: &mut State, draft: Draft, expects: Option<Written>) -> Batch {
    let Draft { assessment, place, progress, changes_since_file, .. } = draft;
    let number = state.next_batch;
    state.next_batch += 1;
    let whole = expects.is_none();
    let answers = assessment.answers.iter().filter(|_| whole);
    let answers = answers.map(|(id, answer)| (id.clone(), Some(answer.clone()))).collect();
    Batch {
        number,
        with_plan: whole && !assessment.plan.is_empty(),
        with_sheets: whole && !assessment.sheets.is_empty(),
        with_risks: whole && !assessment.risks.is_empty(),
        answers,
        assessment: Rc::new(assessment),
        place,
        progress,
        changes_since_file,
        replaces_all: whole,
        expects,
        written: Written::new(state.window, number),
    }
}

/// The same scope with another name of what is assessed.
fn named(scope: &Scope, name: &str) -> Scope {
    let mut scope = scope.clone();
    match scope.unit {
        Some(Unit::Product) => scope.product = name.to_owned(),
        Some(Unit::Company) | None => scope.company = name.to_owned(),
    }
    scope
}

/// The person wants what can be read of an assessment whose beginning cannot: into one with nothing
/// chosen.
pub(super) fn open_unread(
    state: &mut State,
    effects: &mut Vec<Effect>,
    id: AssessmentId,
    now: Timestamp,
) {
    if drafts::asks_to_leave(state, later::Command::OpenUnread(id.clone()).into()) {
        return;
    }
    let draft = Draft {
        assessment: blank(&state.catalogue, &Wishes::none(&state.catalogue), id, now),
        place: Place::Choose,
        progress: Progress::default(),
        changes_since_file: None,
        written: Written::default(),
        damaged: 0,
    };
    effects.push(later::Effect::ReadWithoutHead(Box::new(draft)).into());
}

/// It was read: it is opened, and put anew.
pub(super) fn without_head(state: &mut State, effects: &mut Vec<Effect>, draft: Draft) {
    drafts::put_down(state, effects);
    state.work = Some(work_on(&state.catalogue, draft.assessment, Keeping::Undecided));
    storing::keep_on_device(state, effects);
    travelling::go(state, effects, Place::Choose);
    state.notice = Some(Notice::WithoutHead);
}

/// How long a save file may lack changes before that is said, in milliseconds: a day.
const OLD: i64 = 24 * 60 * 60 * 1_000;

/// Reminds of a save file that lacks changes and is old, where nothing else is to be said.
pub(super) fn remind(state: &mut State, now: Timestamp) {
    let lacks = |work: &Work| {
        let saved = work.assessment.saved_to_file?;
        let count = work.changes_since_file.filter(|count| *count > 0)?;
        (now.0.saturating_sub(saved.0) >= OLD).then_some(count)
    };
    if state.notice.is_none()
        && let Some(count) = state.work.as_ref().and_then(lacks)
    {
        state.notice = Some(Notice::FileIsOld(count));
    }
}
