//! What the page around this one is told, where there is one.

use domain::id::AssessmentId;

use crate::place::Place;
use crate::state::State;
use crate::work::Work;

/// How the page stands, as the page around it is told: counts and kinds, and nothing that anybody wrote
/// or chose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// What kind of screen it is.
    pub screen: &'static str,
    /// Whether something would be lost if the page went now.
    pub unsaved: bool,
    /// Of each section that is asked how many questions it has, and at how many of them nothing is to be
    /// answered any more.
    pub sections: Vec<(u16, u16)>,
    /// Whether that is so of all.
    pub complete: bool,
    section: Option<usize>,
    of: Option<AssessmentId>,
}

impl Standing {
    /// How it stands now. Where the page around it would see from the counts which question was answered,
    /// they stay what they were: until the section is left.
    #[must_use]
    pub fn after(&self, state: &State) -> Self {
        let work = state.work.as_ref();
        let (section, of) = (state.section_here(), work.map(|work| work.assessment.id.clone()));
        let stays = section.is_some() && section == self.section && of == self.of;
        let (sections, complete) = match work {
            Some(_) if stays => (self.sections.clone(), self.complete),
            Some(work) => counted(work),
            None => Default::default(),
        };
        Self {
            screen: kind(&state.place),
            unsaved: state.would_be_lost(),
            sections,
            complete,
            section,
            of,
        }
    }
}

fn counted(work: &Work) -> (Vec<(u16, u16)>, bool) {
    let whole = work.progress();
    let sections = (0..work.asked.sections.len()).filter_map(|at| work.by_section.section(at));
    let number = |count: u32| u16::try_from(count).unwrap_or(u16::MAX);
    let counts =
        sections.map(|section| (number(section.counts.all()), number(section.counts.closed())));
    (counts.collect(), whole.all() > 0 && whole.closed() == whole.all())
}

/// The kind of a screen. Never which question it is, or which example.
fn kind(place: &Place) -> &'static str {
    match place {
        Place::Start => "start",
        Place::Choose => "choose",
        Place::Reach(_) => "reach",
        Place::Questions => "questions",
        Place::Question(..) => "section",
        Place::Open => "open",
        Place::Sheets => "sheets",
        Place::Result => "result",
        Place::Plan(_) => "plan",
        Place::Risks(_) => "risks",
        Place::Severity(_) => "severity",
        Place::Risk(_) => "risk",
        Place::Download => "download",
        Place::Sealed => "sealed",
        Place::Words => "words",
        Place::Source => "source",
        Place::Example(_) => "example",
    }
}
