//! How a page begins, and what work begins with.

use std::rc::Rc;

use domain::asked::Asked;
use domain::assessment::{Assessment, CatalogueVersion, Timestamp};
use domain::catalogue::Catalogue;
use domain::id::AssessmentId;
use domain::progress::ProgressBySection;
use domain::report::Edition;
use domain::scope::Scope;
use domain::sharing::Naming;

use crate::download::Download;
use crate::drawn::{DrawnReport, ShownExample};
use crate::history::History;
use crate::keeping::{Keeping, Unsaved};
use crate::keys::Keys;
use crate::message::Effect;
use crate::offline::Offline;
use crate::opened::Wishes;
use crate::own_words::Own;
use crate::place::Place;
use crate::plan_shown::PlanShown;
use crate::returned_sheet::ReturnedSheet;
use crate::seal::{Seal, Trials};
use crate::state::{Destination, LaterHalf, Opening, Shelf, State};
use crate::stood::AllStood;
use crate::work::Work;
use crate::{first, later};

/// The state in which the page starts, at the place in its address, with the assessment that this
/// tab had open before a reload, in the window that drew this number, with what the address wishes.
#[must_use]
pub fn begin(
    catalogue: Rc<Catalogue>,
    place: Place,
    remembered: Option<AssessmentId>,
    window: u32,
    wishes: Wishes,
) -> (State, Vec<Effect>) {
    let mut effects = vec![later::Effect::ReadShelf.into()];
    let opening = match (place.needs_assessment(), remembered) {
        (true, Some(id)) => {
            effects.push(first::Effect::Hold(id.clone()).into());
            effects.push(later::Effect::ReadDraft(id.clone()).into());
            Some(Opening { id, to: Destination::Here })
        }
        _ => None,
    };
    let state = State {
        catalogue,
        later: LaterHalf::OnItsWay,
        wishes,
        place,
        work: None,
        opening,
        shelf: Shelf::Reading,
        unread: Rc::default(),
        seal: Seal::Loading,
        offline: Offline::default(),
        own: Own::default(),
        notice: None,
        left_behind: None,
        left_is_put_off: false,
        carried_over: None,
        dialog: None,
        missing: Vec::new(),
        days_unread: Vec::new(),
        result: DrawnReport::default(),
        blank: DrawnReport::default(),
        example: ShownExample::default(),
        paper: DrawnReport::default(),
        download: Download {
            edition: Edition::Complete,
            naming: Naming::default(),
            shows_going_out: false,
            print_when_drawn: false,
            files: Vec::new(),
        },
        sheet: ReturnedSheet::None,
        trials: Trials::None,
        today: None,
        help_open: false,
        card_open: false,
        said: (0, None),
        takes_back: None,
        keys: Keys::On,
        jobs: Vec::new(),
        next_job: 0,
        takes_long: None,
        next_batch: 0,
        window,
        deleting: None,
        after_name: None,
        reading: None,
        stood: AllStood::default(),
    };
    (state, effects)
}

/// A new assessment of what is wished for, with nothing else chosen.
pub(super) fn blank(
    catalogue: &Catalogue,
    wishes: &Wishes,
    id: AssessmentId,
    now: Timestamp,
) -> Assessment {
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
            modules: wishes.modules.clone(),
            form: wishes.form,
            facts: Vec::new(),
        }),
        answers: Default::default(),
        dismissals: Vec::new(),
        plan: Rc::default(),
        sheets: Rc::default(),
        risks: Rc::default(),
        created: now,
        changed: now,
        saved_to_file: None,
    }
}

/// Work on an assessment that has nothing a file could lack: it is new, or comes from one.
pub(super) fn work_on(catalogue: &Catalogue, assessment: Assessment, keeping: Keeping) -> Work {
    let asked = Asked::of(catalogue, &assessment.scope, &assessment.answers);
    Work {
        led: None,
        plan_shown: PlanShown::default(),
        last_place: Place::Choose,
        tells_keeping: true,
        settled: keeping.clone(),
        by_section: Rc::new(ProgressBySection::of(&asked, &assessment.answers)),
        asked: Rc::new(asked),
        section: 0,
        assessment: Rc::new(assessment),
        history: Rc::new(History::default()),
        keeping,
        revision: 0,
        changes_since_file: Some(0),
        unsaved: Unsaved::default(),
        sent: None,
        base: None,
    }
}
