//! The assessment being worked on.

use std::rc::Rc;

use domain::asked::Asked;
use domain::assessment::Assessment;
use domain::count::count;
use domain::earlier::numbers;
use domain::progress::{Progress, ProgressBySection};
use domain::save::draft::Written;

use crate::history::History;
use crate::keeping::{Base, Keeping, Listing, Sent, Unsaved, Wish, Writing};
use crate::led::Led;
use crate::place::Place;
use crate::plan_shown::PlanShown;

/// The assessment being worked on.
#[derive(Clone, Debug, PartialEq)]
pub struct Work {
    /// The assessment.
    pub assessment: Rc<Assessment>,
    /// The questions it asks.
    pub asked: Rc<Asked>,
    /// Their squares, and how they are counted.
    pub by_section: Rc<ProgressBySection>,
    /// The order of its questions where risks lead the way.
    pub(crate) led: Option<Led>,
    /// In which of its sections the person was last: where a question is looked for first.
    pub(crate) section: usize,
    /// What can be taken back.
    pub history: Rc<History>,
    /// Where it is kept.
    pub keeping: Keeping,
    /// Whether the state of keeping is to be read out: it is another than the last one that stayed.
    pub tells_keeping: bool,
    pub(crate) settled: Keeping,
    /// Goes up with each change.
    pub revision: u32,
    /// How many changes the last save file does not have; while there is no file, all of them. None
    /// where they were not counted: the draft of an earlier build.
    pub changes_since_file: Option<u32>,
    /// What of its plan is shown.
    pub plan_shown: PlanShown,
    /// Where the person was last on it; kept with the draft.
    pub last_place: Place,
    pub(crate) unsaved: Unsaved,
    /// What the batch in flight carries.
    pub(crate) sent: Option<Sent>,
    /// What this window and this device had in common last; none while nothing of it is known to lie
    /// there.
    pub(crate) base: Option<Base>,
}

impl Work {
    /// The questions of the whole assessment, counted.
    #[must_use]
    pub fn progress(&self) -> Progress {
        self.by_section.all()
    }

    /// At how many squares something is still to be answered: a matrix may have several.
    #[must_use]
    pub fn open_squares(&self) -> u32 {
        count(self.by_section.squares().filter(|square| square.waits()).count())
    }

    /// How many squares all sections have together.
    #[must_use]
    pub fn squares(&self) -> u32 {
        count(self.by_section.squares().count())
    }

    /// The assessment as the start screen lists it.
    #[must_use]
    pub fn listing(&self) -> Listing {
        let assessment = &self.assessment;
        Listing {
            id: assessment.id.clone(),
            subject: assessment.scope.subject().to_owned(),
            unit: assessment.scope.unit,
            progress: self.progress(),
            changed: assessment.changed,
            saved_to_file: assessment.saved_to_file,
            changes_since_file: self.changes_since_file,
            aside: 0,
            version: numbers(&assessment.catalogue.version),
        }
    }

    /// Whether closing the tab now would lose something that is neither on this device nor in a
    /// file.
    #[must_use]
    pub fn would_be_lost(&self) -> bool {
        let in_file = self.changes_since_file == Some(0);
        !self.is_kept() && !in_file && self.assessment.holds_work()
    }

    /// Whether all of it is on this device, or on its way there. What is on its way arrives, also when the
    /// tab closes: measured in both browsers.
    #[must_use]
    pub fn is_kept(&self) -> bool {
        matches!(self.keeping, Keeping::Device(Writing::Saved | Writing::Saving))
    }

    /// Which writing of it is known to lie on this device.
    #[must_use]
    pub fn lies(&self) -> Option<Written> {
        self.base.as_ref().map(|base| base.written)
    }

    /// What the person wants to happen with it.
    #[must_use]
    pub fn wish(&self) -> Option<Wish> {
        match self.keeping {
            Keeping::Undecided => None,
            Keeping::Nowhere => Some(Wish::Nowhere),
            Keeping::Device(_) => Some(Wish::Device),
        }
    }
}
