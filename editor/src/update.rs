//! What a command makes of a state.

use std::rc::Rc;

use domain::asked::Asked;
use domain::assessment::{Assessment, CatalogueVersion, Timestamp};
use domain::catalogue::Catalogue;
use domain::id::AssessmentId;
use domain::report::Copy;
use domain::scope::{Form, Scope};
use domain::sharing::Naming;

use crate::command::{Command, Moment};
use crate::effect::Effect;
use crate::history::{Change, Field, History};
use crate::keeping::{Keeping, Unsaved};
use crate::place::Place;
use crate::state::{
    self, Destination, Download, Drawing, Opening, Seal, Shelf, ShownExample, State, Trials, Work,
};

mod answering;
mod choosing;
mod deleting;
mod drafts;
mod first;
mod jobs;
mod later;
mod planning;
mod sheets;
mod storing;
mod travelling;
mod undoing;

pub use later::Later;

/// Carries a command out, or gives it back.
type Act = fn(&mut State, &mut Vec<Effect>, Command, Moment) -> Result<(), Command>;

/// The state after a command, and what the browser has to do. A command that changes nothing gives
/// an equal state.
#[must_use]
pub fn update(state: &State, command: Command, moment: Moment) -> (State, Vec<Effect>) {
    // With the later half at hand nothing has to wait for it.
    step(state, command, moment, Some(&Later::HERE)).unwrap_or_else(|_| (state.clone(), Vec::new()))
}

/// The same for a page to which the later half may not have come yet.
///
/// # Errors
/// The command, where it is one of the later half and that is not here: it has to be said again then.
pub fn step(
    state: &State,
    command: Command,
    moment: Moment,
    later: Option<&Later>,
) -> Result<(State, Vec<Effect>), Command> {
    let mut next = state.clone();
    let mut effects = Vec::new();
    let act = later.map_or(first::act as Act, |later| later.act);
    act(&mut next, &mut effects, command, moment)?;
    travelling::settle(&mut next, &mut effects);
    if let Some(later) = later {
        (later.draw_what_shows)(&mut next, &mut effects, moment);
    }
    storing::flush(&mut next, &mut effects);
    storing::settle(&mut next);
    Ok((next, effects))
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
        later: state::Later::OnItsWay,
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
        example: ShownExample::default(),
        paper: Drawing::default(),
        download: Download {
            copy: Copy::Complete,
            naming: Naming::default(),
            shows_going_out: false,
            print_when_drawn: false,
            files: Vec::new(),
        },
        sheet: state::ReturnedSheet::None,
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
        plan: Rc::default(),
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
        Change::Plan(..) => {
            work.unsaved.touch_plan();
            return;
        }
        Change::Answers(before, after) => {
            work.unsaved.touch_plan();
            for (id, _) in before.answers.iter().chain(after.answers.iter()) {
                work.unsaved.touch(id);
            }
        }
        Change::Scope(..) | Change::Dismissal(..) => work.unsaved.touch_head(),
    }
    ask_anew(state);
}

/// Works out anew what is asked: of another scope, on another route, or of the whole bank.
fn ask_anew(state: &mut State) {
    let Some(work) = &mut state.work else { return };
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
