//! What the worker is asked for: drawings, files to hand out, files from outside.

use std::rc::Rc;

use domain::assessment::Timestamp;
use domain::job::{Extent, Job, OpenFault, Outcome, Source, Stands, WriteFault};
use domain::report::Edition;
use domain::save::Save;
use domain::sharing::Naming;
use domain::sheet::container::Container;

use super::asking::{ask, refuse, set_file};
use super::changing::{say, show_notice};
use super::{arriving, drafts, passphrases, sheets};
use crate::download::{FileState, HandingOut, Holds};
use crate::drawn::{Drawn, DrawnReport, ShownExample};
use crate::keeping::Wanted;
use crate::later;
use crate::later::Said;
use crate::message::{Effect, Moment};
use crate::passphrase::Aim;
use crate::place::Place;
use crate::returned_sheet::ReturnedSheet;
use crate::state::{Notice, Purpose, State};
use crate::target::Target;

/// Asks for the drawing that the present screen shows, if it is not there or no longer true.
pub(super) fn draw_what_shows(state: &mut State, effects: &mut Vec<Effect>, moment: Moment) {
    if state.place != Place::Result {
        state.result.stands = false;
    }
    if !state.has_worker() {
        return;
    }
    match state.place {
        Place::Questions if state.blank == DrawnReport::default() => {
            let extent = Extent::Whole(Stands::Alone);
            let job = Job::Draw(Source::Blank, moment.today, extent);
            let job = ask(state, effects, Purpose::DrawBlank, job);
            state.blank.request.ask(job);
        }
        Place::Questions if state.blank.drawn.is_some() => print_if_wanted(state, effects),
        Place::Example(example) => {
            if state.example.example != example {
                state.example = ShownExample { example, drawing: DrawnReport::default() };
            }
            if state.example.drawing == DrawnReport::default() {
                let extent = Extent::Whole(Stands::Below);
                let job = Job::Draw(Source::Example(example), moment.today, extent);
                let job = ask(state, effects, Purpose::DrawExample, job);
                state.example.drawing.request.ask(job);
            }
        }
        // The plan stands beside what the answers suggest, which comes with the result, as each risk does.
        Place::Result | Place::Plan(_) | Place::Risk(_) => {
            let Some(work) = &state.work else { return };
            if !state.result.stands {
                let aside = work.assessment.dismissals.iter();
                let aside: Vec<_> = aside.map(|found| found.tension.clone()).collect();
                state.result.stands = true;
                if state.result.aside != aside {
                    state.result.aside = aside;
                    state.result.request.ask_anew();
                }
            }
            if !state.result.request.is_for(work.revision) {
                let save = Box::new(Save::of(&work.assessment));
                let revision = work.revision;
                let extent = Extent::Result(state.result.aside.clone());
                let job = Job::Draw(Source::Complete(save), moment.today, extent);
                let job = ask(state, effects, Purpose::DrawResult, job);
                state.result.request.ask_for(revision, job);
            }
        }
        Place::Download if state.download.shows_going_out || state.download.print_when_drawn => {
            let Some(work) = &state.work else { return };
            if !state.paper.request.is_for(work.revision) {
                let revision = work.revision;
                let Some(source) = source(state) else { return };
                let shows = state.download.shows_going_out;
                let stands = if shows { Stands::Below } else { Stands::Alone };
                let job = Job::Draw(source, moment.today, Extent::Whole(stands));
                state.paper = DrawnReport::default();
                let job = ask(state, effects, Purpose::DrawPaper, job);
                state.paper.request.ask_for(revision, job);
            } else if state.paper.drawn.is_some() {
                print_if_wanted(state, effects);
            }
        }
        Place::Sheets => sheets::compare_anew(state, effects),
        _ => {}
    }
}

fn print_if_wanted(state: &mut State, effects: &mut Vec<Effect>) {
    if std::mem::take(&mut state.download.print_when_drawn) {
        effects.push(later::Effect::Print.into());
    }
}

/// The person wants to print. What could not be drawn is tried again.
pub(super) fn print(state: &mut State) {
    if state.has_worker() {
        state.download.print_when_drawn = true;
        if state.paper.failed {
            state.paper = DrawnReport::default();
        }
    } else {
        state.paper.failed = true;
    }
}

/// The person wants to see what goes out, or no longer. On the screen its title stands below that
/// of the screen.
pub(super) fn show_going_out(state: &mut State, shows: bool) {
    if state.download.shows_going_out != shows || state.paper.failed {
        state.download.shows_going_out = shows;
        state.paper = DrawnReport::default();
    }
}

/// A file came from outside.
pub(super) fn open(state: &mut State, effects: &mut Vec<Effect>, name: Rc<str>, bytes: Rc<[u8]>) {
    state.notice = None;
    if !state.has_worker() {
        state.notice = Some(Notice::FileRefused(name, OpenFault::NotHere));
        return;
    }
    if passphrases::asks_to_open(state, &name, &bytes) {
        return;
    }
    if Container::of(&bytes).is_some() && state.work.is_some() {
        sheets::read(state, effects, name, bytes);
    } else {
        ask(state, effects, Purpose::Open(name), Job::Open(bytes.to_vec()));
    }
}

/// The person wants a file.
pub(super) fn write(state: &mut State, effects: &mut Vec<Effect>, target: Target, moment: Moment) {
    if !state.has_worker() {
        set_file(state, target, FileState::Failed(WriteFault::NotHere));
        return;
    }
    let (job, becomes) = match target {
        Target::SaveFile => {
            let Some(work) = &state.work else { return };
            let holds = Holds::Revision(work.revision);
            arriving::save_file((*work.assessment).clone(), holds, moment)
        }
        // Which it is locked with is asked each time, as it is kept nowhere: also where the worker is started
        // anew while it writes.
        Target::LockedFile => {
            state.download.files.retain(|(found, _)| *found != target);
            passphrases::ask_for(state, Aim::Lock, None);
            return;
        }
        Target::Listed(id) => {
            effects.push(later::Effect::ReadFor(id, Wanted::File).into());
            return;
        }
        Target::Report(format) => {
            let Some(source) = source(state) else { return };
            (Job::Write(source, moment, format), HandingOut::Only)
        }
        Target::Blank(format) => (Job::Write(Source::Blank, moment, format), HandingOut::Only),
        Target::Example(example, format) => {
            (Job::Write(Source::Example(example), moment, format), HandingOut::Only)
        }
        Target::QuestionSheet(ref who, format) => {
            let Some((id, saved)) = sheets::to_be_saved(state, who, format, moment.today) else {
                return;
            };
            let Some(work) = &state.work else { return };
            if !work.assessment.sheets.has_room_for(Some(id)) {
                state.notice = Some(Notice::SheetsFull);
                return;
            }
            let save = Box::new(Save::of(&work.assessment));
            let source = Source::QuestionSheet(save, who.to_string(), id.0);
            let becomes = HandingOut::Records(id, saved.into());
            (Job::Write(source, moment, format), becomes)
        }
    };
    set_file(state, target.clone(), FileState::Writing);
    ask(state, effects, Purpose::Write(target, becomes), job);
}

/// The person no longer wants a file. The worker cannot be interrupted, so it is started anew and
/// asked again for everything else, but for a file from outside, which is not here any more.
pub(super) fn cancel(
    state: &mut State,
    effects: &mut Vec<Effect>,
    target: &Target,
    moment: Moment,
) {
    let before = state.jobs.len();
    state
        .jobs
        .retain(|(_, purpose)| !matches!(purpose, Purpose::Write(found, _) if found == target));
    state.download.files.retain(|(found, _)| found != target);
    if state.jobs.len() < before {
        start_anew(state, effects, moment);
    }
}

/// The person waits no longer for a file from outside. Which of them holds the worker is not known here, so
/// none is read on.
pub(super) fn stop_reading(state: &mut State, effects: &mut Vec<Effect>, moment: Moment) {
    let Some(name) = state.reading_file().cloned() else { return };
    state.jobs.retain(|(_, purpose)| purpose.reads().is_none());
    refuse_sheet(state, name, OpenFault::PutOff);
    start_anew(state, effects, moment);
}

/// Starts the worker anew, and asks it again for what is still wanted.
fn start_anew(state: &mut State, effects: &mut Vec<Effect>, moment: Moment) {
    effects.push(later::Effect::RestartWorker.into());
    for (_, purpose) in std::mem::take(&mut state.jobs) {
        if let Purpose::Write(target, _) = purpose {
            write(state, effects, target, moment);
        } else if let Purpose::Compare(_) = purpose {
            sheets::lost(state, effects);
        } else if let Some(drawing) = drawing(state, &purpose) {
            // What shows is drawn again as this command ends.
            *drawing = DrawnReport { drawn: drawing.drawn.take(), ..DrawnReport::default() };
        } else {
            give_up(state, purpose);
        }
    }
}

/// The person chose which copy: files and paper of the other are no longer meant.
pub(super) fn choose_edition(state: &mut State, edition: Edition) {
    if state.download.edition != edition {
        state.download.edition = edition;
        forget_reports(state);
    }
}

/// The person chose which names a copy for sharing carries.
pub(super) fn choose_naming(state: &mut State, naming: Naming) {
    if state.download.naming != naming {
        state.download.naming = naming;
        forget_reports(state);
    }
}

fn forget_reports(state: &mut State) {
    state.download.files.retain(|(target, _)| !matches!(target, Target::Report(_)));
    state.jobs.retain(|(_, purpose)| !matches!(purpose, Purpose::Write(Target::Report(_), _)));
    state.paper = DrawnReport::default();
    state.download.print_when_drawn = false;
}

/// The worker came back. A job that is no longer meant is dropped.
pub(super) fn done(
    state: &mut State,
    effects: &mut Vec<Effect>,
    number: u32,
    outcome: Outcome,
    now: Timestamp,
) {
    let Some(at) = state.jobs.iter().position(|(found, _)| *found == number) else { return };
    let (_, purpose) = state.jobs.remove(at);
    if drawing(state, &purpose).is_some_and(|drawing| !drawing.request.awaits(number)) {
        // A newer drawing has been asked for.
        return;
    }
    match (purpose, outcome) {
        (Purpose::Write(target, becomes), Outcome::Written(file)) => {
            let handed_out = arriving::handed_out(&file, &becomes);
            effects.push(later::Effect::HandOut(file).into());
            if matches!(target, Target::Listed(_)) {
                show_notice(effects);
            }
            set_file(state, target, FileState::HandedOut(handed_out));
            if let HandingOut::Records(id, saved) = becomes {
                sheets::went_out(state, id, Rc::unwrap_or_clone(saved), now);
            }
            say(state, Said::FileReady);
        }
        (Purpose::Open(_) | Purpose::OpenLocked(..), Outcome::Opened(save)) => {
            let assessment = save.into_assessment();
            arriving::opened(state, effects, &assessment);
            drafts::from_file(state, effects, assessment);
        }
        (purpose, Outcome::Drawn(drawn)) => {
            if let Some(drawing) = drawing(state, &purpose) {
                drawing.request.answered();
                drawing.failed = false;
                drawing.drawn = Some(Drawn(Rc::new(*drawn)));
            }
        }
        (Purpose::Compare(_), Outcome::Compared(proposal)) => {
            sheets::compared(state, effects, number, *proposal);
        }
        (Purpose::Write(target, _), Outcome::NotWritten(fault)) => {
            set_file(state, target, FileState::Failed(fault));
        }
        (Purpose::Open(name), Outcome::NotOpened(fault)) => refuse(state, name, fault),
        (Purpose::Compare(name), Outcome::NotOpened(fault)) => refuse_sheet(state, name, fault),
        (Purpose::OpenLocked(name, bytes), Outcome::NotOpened(fault)) => {
            passphrases::refused(state, name, bytes, fault);
        }
        // It stopped, or answered something else than it was asked.
        (
            purpose,
            Outcome::Stopped
            | Outcome::Written(_)
            | Outcome::NotWritten(_)
            | Outcome::Opened(_)
            | Outcome::Compared(_)
            | Outcome::NotOpened(_),
        ) => give_up(state, purpose),
    }
}

/// The worker stopped: what was asked is lost, and said so.
pub(super) fn stopped(state: &mut State, effects: &mut Vec<Effect>) {
    for (_, purpose) in std::mem::take(&mut state.jobs) {
        give_up(state, purpose);
    }
    effects.push(later::Effect::RestartWorker.into());
}

fn refuse_sheet(state: &mut State, name: Rc<str>, fault: OpenFault) {
    state.sheet = ReturnedSheet::None;
    refuse(state, name, fault);
}

/// The worker will not do it.
fn give_up(state: &mut State, purpose: Purpose) {
    match purpose {
        Purpose::Write(target, _) => {
            set_file(state, target, FileState::Failed(WriteFault::Stopped));
        }
        Purpose::Open(name) | Purpose::OpenLocked(name, _) => {
            refuse(state, name, OpenFault::Stopped);
        }
        Purpose::Compare(name) => refuse_sheet(state, name, OpenFault::Stopped),
        purpose => {
            if purpose == Purpose::DrawPaper {
                state.download.print_when_drawn = false;
            }
            if let Some(drawing) = drawing(state, &purpose) {
                drawing.request.answered();
                drawing.failed = true;
            }
        }
    }
}

fn drawing<'a>(state: &'a mut State, purpose: &Purpose) -> Option<&'a mut DrawnReport> {
    match purpose {
        Purpose::DrawResult => Some(&mut state.result),
        Purpose::DrawBlank => Some(&mut state.blank),
        Purpose::DrawPaper => Some(&mut state.paper),
        Purpose::DrawExample => Some(&mut state.example.drawing),
        Purpose::Write(..) | Purpose::Open(_) | Purpose::Compare(_) | Purpose::OpenLocked(..) => {
            None
        }
    }
}

/// What a report of the copy that is chosen is made from.
fn source(state: &State) -> Option<Source> {
    let save = Box::new(Save::of(&state.work.as_ref()?.assessment));
    Some(match state.download.edition {
        Edition::Complete => Source::Complete(save),
        Edition::Sharing => Source::Sharing(save, state.download.naming),
        Edition::Blank => Source::Blank,
        // Nobody's work, and so nothing to choose on the download screen.
        Edition::Example => return None,
    })
}
