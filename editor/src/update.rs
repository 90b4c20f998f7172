//! What a command makes of a state.

use std::rc::Rc;

use domain::asked::Asked;
use domain::assessment::{Assessment, CatalogueVersion, Timestamp};
use domain::catalogue::Catalogue;
use domain::id::AssessmentId;
use domain::report::Copy;
use domain::scope::{Form, Scope};
use domain::sharing::Naming;

use crate::command::{Came, Command, Moment};
use crate::effect::Effect;
use crate::history::{Change, Field, History};
use crate::keeping::{Keeping, Unsaved};
use crate::place::Place;
use crate::state::{Destination, Download, Drawing, Opening, Seal, Shelf, State, Trials, Work};

mod answering;
mod choosing;
mod deleting;
mod drafts;
mod jobs;
mod storing;
mod travelling;
mod undoing;

/// The state after a command, and what the browser has to do. A command that changes nothing gives
/// an equal state.
#[must_use]
pub fn update(state: &State, command: Command, moment: Moment) -> (State, Vec<Effect>) {
    let mut next = state.clone();
    let mut effects = Vec::new();
    act(&mut next, &mut effects, command, moment);
    travelling::settle(&mut next, &mut effects);
    jobs::draw_what_shows(&mut next, &mut effects, moment);
    storing::flush(&mut next, &mut effects);
    storing::settle(&mut next);
    (next, effects)
}

/// The state in which the page starts, at the place in its address, with the assessment that this
/// tab had open before a reload.
#[must_use]
pub fn begin(
    catalogue: Rc<Catalogue>,
    place: Place,
    remembered: Option<AssessmentId>,
) -> (State, Vec<Effect>) {
    let mut effects = vec![Effect::ReadShelf];
    let opening = match (place.needs_assessment(), remembered) {
        (true, Some(id)) => {
            effects.push(Effect::Hold(id.clone()));
            Some(Opening { id, to: Destination::Here, writes: None })
        }
        _ => None,
    };
    let state = State {
        catalogue,
        guidance: None,
        place,
        work: None,
        opening,
        shelf: Shelf::Reading,
        seal: Seal::Loading,
        notice: None,
        dialog: None,
        missing: Vec::new(),
        result: Drawing::default(),
        blank: Drawing::default(),
        paper: Drawing::default(),
        download: Download {
            copy: Copy::Complete,
            naming: Naming::default(),
            shows_going_out: false,
            print_when_drawn: false,
            files: Vec::new(),
        },
        trials: Trials::None,
        help_open: false,
        said: (0, None),
        jobs: Vec::new(),
        next_job: 0,
        next_batch: 0,
        deleting: None,
        after_name: None,
    };
    (state, effects)
}

fn act(state: &mut State, effects: &mut Vec<Effect>, command: Command, moment: Moment) {
    match command {
        Command::Answer(question, answering) => {
            answering::answer(state, effects, &question, answering, moment.at);
        }
        Command::Choose(choosing) => choosing::choose(state, choosing, moment.at),
        Command::SetAside(tension, because) => {
            answering::set_aside(state, &tension, because, moment.at);
        }
        Command::Undo => undoing::turn(state, effects, crate::history::Way::Undo, moment.at),
        Command::Redo => undoing::turn(state, effects, crate::history::Way::Redo, moment.at),
        Command::Go(place) => travelling::go(state, effects, place),
        Command::Wandered(place) => travelling::wandered(state, effects, place),
        Command::Begin => drafts::begin(state, effects),
        Command::GoToFirstQuestion => choosing::go_to_first_question(state, effects),
        Command::Keep(wish) => storing::keep(state, effects, wish),
        Command::Continue(id) => drafts::go_on(state, effects, id),
        Command::AskToDelete(deletion) => deleting::ask(state, deletion),
        Command::Confirm => deleting::confirm(state, effects, moment),
        Command::ConfirmBeside => drafts::open_beside(state, effects),
        Command::CloseDialog => state.dialog = None,
        Command::FileChosen(name, bytes) => jobs::open(state, effects, name, &bytes),
        Command::FileUnreadable(name) => {
            state.notice = Some(crate::state::Notice::FileUnreadable(name));
        }
        Command::FileTooLarge(name) => {
            let fault = domain::job::Fault::TooLarge;
            state.notice = Some(crate::state::Notice::FileRefused(name, fault));
        }
        Command::Write(target) => jobs::write(state, effects, target, moment),
        Command::CancelWriting(target) => jobs::cancel(state, effects, target, moment),
        Command::ChooseCopy(copy) => jobs::choose_copy(state, copy),
        Command::ChooseNaming(naming) => jobs::choose_naming(state, naming),
        Command::ShowGoingOut(shows) => jobs::show_going_out(state, shows),
        Command::Print => jobs::print(state),
        Command::TryToSend => {
            state.trials = Trials::Running;
            effects.push(Effect::TryToSend);
        }
        Command::ShowHelp(open) => state.help_open = open,
        Command::CloseNotice => state.notice = None,
        Command::LoadAnew => effects.push(Effect::LoadAnew),
        Command::Come(assessment) => drafts::open(state, effects, (*assessment).clone()),
        Command::ComeBeside(assessment) => drafts::come_beside(state, effects, assessment),
        Command::ComeInstead(assessment) => {
            drafts::replace(state, effects, (*assessment).clone());
        }
        Command::Came(came) => {
            // Nobody else holds it; what came is not copied.
            if let Ok(came) = Rc::try_unwrap(came) {
                arrive(state, effects, came, moment);
            }
        }
    }
}

fn arrive(state: &mut State, effects: &mut Vec<Effect>, came: Came, moment: Moment) {
    match came {
        Came::Shelf(listings) => drafts::shelf(state, effects, listings),
        Came::StorageRefused(fault) => drafts::storage_refused(state, effects, fault),
        Came::Draft(assessment, place, damaged) => {
            drafts::arrived(state, effects, *assessment, place, damaged);
        }
        Came::NoDraft(id) => drafts::gone(state, effects, &id),
        Came::Kept(number) => storing::kept(state, number),
        Came::NotKept(number, fault) => storing::not_kept(state, number, fault),
        Came::Deleted => deleting::done(state, effects),
        Came::NotDeleted(fault) => deleting::failed(state, effects, fault),
        Came::Name(id) => drafts::named(state, effects, id, moment.at),
        Came::Held(id) => drafts::held(state, effects, &id),
        Came::Taken(id) => drafts::taken(state, effects, &id),
        Came::Free(id) => drafts::free(state, effects, id),
        Came::Job(number, outcome) => jobs::done(state, effects, number, outcome, moment),
        Came::WorkerStopped => jobs::stopped(state, effects),
        Came::Guidance(guidance) => state.guidance = Some(guidance),
        Came::Sealed(facts) => state.seal = Seal::Sealed(facts),
        Came::NotSealed(reason) => state.seal = Seal::Not(reason),
        Came::Tried(trials) => state.trials = Trials::Done(moment.at, trials),
    }
}

/// A new assessment of the whole bank, with nothing chosen.
fn blank(catalogue: &Catalogue, id: AssessmentId, at: Timestamp) -> Assessment {
    Assessment {
        id,
        catalogue: CatalogueVersion {
            id: catalogue.id.clone(),
            version: catalogue.version.clone(),
        },
        scope: Rc::new(Scope {
            unit: None,
            company: String::new(),
            product: String::new(),
            functions: Vec::new(),
            other_function: String::new(),
            person: String::new(),
            modules: catalogue.modules.iter().map(|module| module.id.clone()).collect(),
            form: Form::Short,
            facts: Vec::new(),
        }),
        answers: Default::default(),
        dismissals: Vec::new(),
        created: at,
        changed: at,
        saved_to_file: None,
    }
}

/// Work on an assessment.
fn work_on(catalogue: &Catalogue, assessment: Assessment, keeping: Keeping, held: bool) -> Work {
    Work {
        last_place: Place::Choose,
        tells_keeping: true,
        settled: keeping.clone(),
        asked: Rc::new(Asked::of(catalogue, &assessment.scope, &assessment.answers)),
        assessment: Rc::new(assessment),
        history: Rc::new(History::default()),
        keeping,
        held,
        revision: 0,
        unsaved: Unsaved::default(),
    }
}

/// Applies a change, remembers it, and notes what is not on this device yet.
fn change(state: &mut State, change: Change, field: Option<Field>, at: Timestamp) {
    let Some(work) = &mut state.work else { return };
    if work.is_read_only() || change.is_void() {
        return;
    }
    let assessment = Rc::make_mut(&mut work.assessment);
    change.apply(crate::history::Way::Redo, assessment);
    assessment.changed = at;
    Rc::make_mut(&mut work.history).remember(change.clone(), field, at);
    changed(state, &change);
}

/// What follows from a change, done or taken back.
fn changed(state: &mut State, change: &Change) {
    let Some(work) = &mut state.work else { return };
    work.revision += 1;
    match change {
        Change::Answer(id, ..) => {
            work.unsaved.touch(id);
            let routes = state
                .catalogue
                .questions()
                .any(|question| question.asked_when.as_ref().is_some_and(|on| on.question == *id));
            if !routes {
                return;
            }
        }
        Change::Answers(before, after) => {
            work.unsaved.touch_head();
            for (id, _) in before.answers.iter().chain(after.answers.iter()) {
                work.unsaved.touch(id);
            }
        }
        Change::Scope(..) | Change::Dismissal(..) => work.unsaved.touch_head(),
    }
    let assessment = &work.assessment;
    let asked = Asked::of(&state.catalogue, &assessment.scope, &assessment.answers);
    if asked != *work.asked {
        work.asked = Rc::new(asked);
    }
}

/// Tells assistive technology something.
fn say(state: &mut State, said: crate::state::Said) {
    state.said = (state.said.0 + 1, Some(said));
}
