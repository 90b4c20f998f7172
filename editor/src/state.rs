//! All that a view draws.

use std::rc::Rc;

use domain::asked::{Asked, AskedSection, SectionOf};
use domain::assessment::{Assessment, Timestamp};
use domain::catalogue::Catalogue;
use domain::drawing;
use domain::example::Example;
use domain::guidance::Guidance;
use domain::id::{AssessmentId, Code, TensionId};
use domain::job::Fault;
use domain::plan::Priority;
use domain::progress::Progress;
use domain::questions::{Kind, Question, Squares};
use domain::report::Copy;
use domain::sharing::Naming;
use domain::sheet::proposal::Proposal;

use crate::command::{Command, Deletion, Target};
use crate::history::History;
use crate::keeping::{Keeping, Listing, StorageFault, Unsaved, Wish, Writing};
use crate::place::Place;

/// All that a view draws. Cloning it clones pointers.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The question bank: what the short form asks of it, until the later half is here.
    pub catalogue: Rc<Catalogue>,
    /// What comes after the first load.
    pub later: Later,
    /// Where the person is.
    pub place: Place,
    /// The assessment being worked on.
    pub work: Option<Work>,
    /// A draft being opened.
    pub opening: Option<Opening>,
    /// What is on this device.
    pub shelf: Shelf,
    /// Whether the page has sealed itself.
    pub seal: Seal,
    /// Something that happened, until it is closed.
    pub notice: Option<Notice>,
    /// A question that must be answered first.
    pub dialog: Option<Dialog>,
    /// What is missing on the screen *choose*.
    pub missing: Vec<Missing>,
    /// The result as drawn.
    pub result: Drawing,
    /// The blank questionnaire as drawn.
    pub blank: Drawing,
    /// The example that was looked at last.
    pub example: ShownExample,
    /// What goes out, or is printed, as drawn for the download screen.
    pub paper: Drawing,
    /// The download screen.
    pub download: Download,
    /// A sheet of questions that came back.
    pub sheet: ReturnedSheet,
    /// The last attempts to send something.
    pub trials: Trials,
    /// Whether the help beside a question is unfolded, where it can be folded.
    pub help_open: bool,
    /// What assistive technology is told, and a number that tells two equal sayings apart.
    pub said: (u32, Option<Said>),
    pub(crate) jobs: Vec<(u32, Purpose)>,
    pub(crate) next_job: u32,
    pub(crate) next_batch: u32,
    /// What is being deleted: not listed any more, and said to be gone once it is.
    pub(crate) deleting: Option<Deletion>,
    pub(crate) after_name: Option<AfterName>,
}

/// What comes after the first load: the code of everything but beginning, choosing and answering, the
/// words of that code, and help beside the questions. All of it or nothing.
#[derive(Clone, Debug, PartialEq)]
pub enum Later {
    /// It is being loaded.
    OnItsWay,
    /// It is here.
    Here(Rc<Guidance>),
    /// It did not come, and will not: what is not there when the page seals itself never comes.
    Missing,
}

/// The assessment being worked on.
#[derive(Clone, Debug, PartialEq)]
pub struct Work {
    /// The assessment.
    pub assessment: Rc<Assessment>,
    /// The questions it asks.
    pub asked: Rc<Asked>,
    /// What can be taken back.
    pub history: Rc<History>,
    /// Where it is kept.
    pub keeping: Keeping,
    /// Whether the state of keeping is to be read out: it is another than the last one that stayed.
    pub tells_keeping: bool,
    pub(crate) settled: Keeping,
    /// Whether this tab alone writes it.
    pub held: bool,
    /// Goes up with each change.
    pub revision: u32,
    /// Where the person was last on it; kept with the draft.
    pub last_place: Place,
    pub(crate) unsaved: Unsaved,
}

/// A draft being opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// Which.
    pub id: AssessmentId,
    /// Where to go.
    pub to: Destination,
    /// Whether this tab may write it; none until that is known.
    pub writes: Option<bool>,
}

/// Where to go once a draft is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Destination {
    /// Nowhere: the address names the place.
    Here,
    /// To where the person left it.
    LastPlace,
}

/// What is on this device.
#[derive(Clone, Debug, PartialEq)]
pub enum Shelf {
    /// Being read.
    Reading,
    /// Read.
    Listed(Rc<[Listing]>),
    /// This browser keeps nothing.
    Refused(StorageFault),
}

/// Whether the page has sealed itself.
#[derive(Clone, Debug, PartialEq)]
pub enum Seal {
    /// Later files are on their way.
    Loading,
    /// The browser refuses every connection from now on.
    Sealed(Rc<SealFacts>),
    /// It could not be done, and why.
    Not(Rc<str>),
}

/// What was loaded before the seal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealFacts {
    /// When the page sealed itself.
    pub since: Timestamp,
    /// How many files were loaded.
    pub files: u32,
    /// How many bytes crossed the network; 0 if all came from the browser's own store.
    pub bytes: u32,
    /// Whether all came from this page's address.
    pub own_address_only: bool,
    /// Files that did not come, by name.
    pub missing: Vec<Rc<str>>,
    /// Whether the worker can be started.
    pub has_worker: bool,
    /// Hash of this build.
    pub build: Rc<str>,
}

/// One way in which the page tried to send something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SendTrial {
    /// The way, e.g. `fetch`; its words are content.
    pub way: SendWay,
    /// What the browser did.
    pub verdict: Verdict,
}

/// Ways to send something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum SendWay {
    Fetch,
    Beacon,
    WebSocket,
    Image,
    Script,
    Worker,
    Form,
}

/// What the browser did, judged by its own report and not by a failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Refused, and said so.
    Refused,
    /// Not refused.
    NotRefused,
    /// This browser has no such way.
    Absent,
}

/// Attempts to send something.
#[derive(Clone, Debug, PartialEq)]
pub enum Trials {
    /// None yet.
    None,
    /// Under way.
    Running,
    /// Done.
    Done(Timestamp, Rc<[SendTrial]>),
}

/// A report drawn by the worker. The last one stays until the next has come.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    /// What is drawn.
    pub drawn: Option<Drawn>,
    /// Why none came.
    pub fault: Option<Fault>,
    /// The job under way.
    pub(crate) waiting: Option<u32>,
    /// For which revision of the assessment the newest job was asked.
    pub(crate) revision: Option<u32>,
    /// Whether it has been on screen since the person came to it.
    pub(crate) stands: bool,
    /// Which tensions were set aside when the person came to it: they stand folded.
    pub(crate) aside: Vec<TensionId>,
}

/// An example as drawn. It comes from the worker and stays in the tab: nothing of it is ever kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ShownExample {
    /// Which.
    pub example: Example,
    /// Its drawing.
    pub drawing: Drawing,
}

/// A drawing, compared by pointer: each is drawn as a whole.
#[derive(Clone, Debug)]
pub struct Drawn(pub Rc<drawing::Drawing>);

impl PartialEq for Drawn {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Drawing {
    /// Whether a newer one is being drawn.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        self.waiting.is_some()
    }
}

/// A sheet of questions that came back.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum ReturnedSheet {
    /// None did, or it was put away.
    #[default]
    None,
    /// One was read, and nothing has been taken over yet.
    Read(Rc<SheetRead>),
    /// So many of its rows were taken over.
    Taken(u32),
}

/// A sheet that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetRead {
    /// Name of the file.
    pub file: Rc<str>,
    /// What it would change; none until that is known.
    pub proposal: Option<Rc<Proposal>>,
    /// Places of the rows that are to be taken over, in their order.
    pub takes: Vec<usize>,
    pub(crate) bytes: Rc<[u8]>,
    /// The job under way.
    pub(crate) waiting: Option<u32>,
    /// With which revision of the assessment it was compared last.
    pub(crate) revision: Option<u32>,
}

impl SheetRead {
    /// Whether it is being compared with the assessment as it is now.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        self.waiting.is_some()
    }
}

/// The download screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Download {
    /// Which copy.
    pub copy: Copy,
    /// Names in a copy for sharing.
    pub naming: Naming,
    /// Whether the notes that go out are shown.
    pub shows_going_out: bool,
    /// Whether the page prints as soon as that is drawn.
    pub(crate) print_when_drawn: bool,
    /// Files asked for, newest state of each.
    pub files: Vec<(Target, FileState)>,
}

/// State of a file that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileState {
    /// Being written.
    Writing,
    /// Read back, compared and handed to the browser: so many bytes, under this name.
    HandedOut(u32, Rc<str>),
    /// Not written, and why.
    Failed(Fault),
}

/// A question that must be answered before something happens.
#[derive(Clone, Debug, PartialEq)]
pub enum Dialog {
    /// Something is to be deleted.
    Delete(Deletion, Going),
    /// What is open is kept nowhere and would go.
    Leave(Box<Command>, Going),
    /// A file holds an assessment that is on this device already.
    Replace(Rc<Assessment>, Box<Listing>),
}

/// What would go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Going {
    /// Its subject, if it is one assessment.
    pub subject: String,
    /// How many answers.
    pub answers: u32,
    /// How many assessments.
    pub assessments: u32,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A file was not opened, and why.
    FileRefused(Rc<str>, Fault),
    /// A file could not be read from the disk.
    FileUnreadable(Rc<str>),
    /// A file was opened; whether to keep it is still to be chosen.
    FileOpened,
    /// So many records of a draft could not be read.
    RecordsDamaged(u32),
    /// The draft is not on this device any more.
    DraftGone,
    /// Something could not be deleted, and why.
    NotDeleted(StorageFault),
    /// It was deleted.
    Deleted,
    /// The assessment is open in another tab, which alone writes it: this one keeps it nowhere.
    HeldElsewhere,
}

/// What is missing on the screen *choose*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// What is assessed.
    Unit,
    /// A module.
    Modules,
    /// Whether to keep it.
    Keeping,
}

/// What assistive technology is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// A change was taken back, at a question if it was one.
    Undone(Option<Code>),
    /// A change was put back.
    Redone(Option<Code>),
    /// There is nothing to take or put back.
    NothingThere,
    /// An answer was cleared.
    Cleared,
    /// A file is ready.
    FileReady,
    /// A piece of evidence went.
    EvidenceRemoved,
    /// An action went.
    ActionRemoved,
    /// What was suggested is in the plan.
    ActionAdded,
    /// An action stands elsewhere now.
    ActionMoved {
        /// Its place in the group.
        at: u32,
        /// How many there are in it.
        of: u32,
        /// The group.
        priority: Priority,
    },
}

/// What a job was asked for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Purpose {
    DrawResult,
    DrawBlank,
    DrawPaper,
    DrawExample,
    Write(Target, Option<Timestamp>),
    Open(Rc<str>),
    Compare(Rc<str>),
}

/// What is waiting for a name to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum AfterName {
    Begin,
    OpenBeside(Rc<Assessment>),
}

/// A part of a question that has a place and a square of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// The question.
    pub question: Rc<Question>,
    /// The phase, for a matrix with one square per phase.
    pub phase: Option<Rc<str>>,
    /// The code of question or phase.
    pub code: Code,
}

impl Stop {
    /// Its place.
    #[must_use]
    pub fn place(&self) -> Place {
        Place::Question(self.question.id.clone(), self.phase.clone())
    }
}

/// The stops of a section, in order: one per square.
#[must_use]
pub fn stops(section: &AskedSection) -> Vec<Stop> {
    section.questions.iter().flat_map(stops_of).collect()
}

/// The stops of a question.
pub fn stops_of(question: &Rc<Question>) -> Vec<Stop> {
    match &question.kind {
        Kind::Tactics(matrix) if matrix.squares == Squares::PerGroup => matrix
            .groups
            .iter()
            .map(|group| Stop {
                question: question.clone(),
                phase: Some(group.id.clone()),
                code: group.code.clone().unwrap_or_else(|| question.code.clone()),
            })
            .collect(),
        _ => vec![Stop { question: question.clone(), phase: None, code: question.code.clone() }],
    }
}

impl Work {
    /// The squares of the whole assessment.
    #[must_use]
    pub fn progress(&self) -> Progress {
        Progress::of(self.asked.questions().map(|question| &**question), &self.assessment.answers)
    }

    /// The assessment as the start screen lists it.
    #[must_use]
    pub fn listing(&self) -> Listing {
        let assessment = &self.assessment;
        let progress = self.progress();
        Listing {
            id: assessment.id.clone(),
            subject: assessment.scope.subject().to_owned(),
            unit: assessment.scope.unit,
            answered: progress.closed() - progress.not_known,
            not_known: progress.not_known,
            all: progress.all(),
            changed: assessment.changed,
            saved_to_file: assessment.saved_to_file,
        }
    }

    /// Whether this tab may change it.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.keeping == Keeping::ReadOnly
    }

    /// Whether closing the tab now would lose something that is neither on this device nor in a
    /// file.
    #[must_use]
    pub fn would_be_lost(&self) -> bool {
        // What is on its way arrives, also when the tab closes: measured in both browsers.
        let kept = matches!(
            self.keeping,
            Keeping::Device(Writing::Saved | Writing::Saving) | Keeping::ReadOnly
        );
        let in_file =
            self.assessment.saved_to_file.is_some_and(|saved| saved >= self.assessment.changed);
        !kept && !in_file && !self.assessment.answers.is_empty()
    }

    /// What the person wants to happen with it.
    #[must_use]
    pub fn wish(&self) -> Option<Wish> {
        match self.keeping {
            Keeping::Undecided => None,
            Keeping::Nowhere => Some(Wish::Nowhere),
            Keeping::Device(_) | Keeping::ReadOnly => Some(Wish::Device),
        }
    }

    /// All stops of the assessment, in order.
    #[must_use]
    pub fn stops(&self) -> Vec<Stop> {
        self.asked.questions().flat_map(stops_of).collect()
    }
}

impl State {
    /// Help beside the questions, once it is here.
    #[must_use]
    pub fn guidance(&self) -> Option<&Rc<Guidance>> {
        match &self.later {
            Later::Here(guidance) => Some(guidance),
            Later::OnItsWay | Later::Missing => None,
        }
    }

    /// The question at which the person is, with its section.
    #[must_use]
    pub fn question(&self) -> Option<(&Rc<Question>, &AskedSection)> {
        let (Place::Question(id, _), Some(work)) = (&self.place, &self.work) else { return None };
        let section = work.asked.section_of(id)?;
        section.question(id).map(|question| (question, section))
    }

    /// The stops before and after the place where the person is.
    #[must_use]
    pub fn neighbours(&self) -> (Option<Stop>, Option<Stop>) {
        let Some(work) = &self.work else { return (None, None) };
        let stops = work.stops();
        let Some(at) = stops.iter().position(|stop| stop.place() == self.place) else {
            return (None, None);
        };
        let before = at.checked_sub(1).and_then(|at| stops.get(at)).cloned();
        (before, stops.get(at + 1).cloned())
    }

    /// The place to enter a section at: its first open stop, or its first.
    #[must_use]
    pub fn entry(&self, section: &AskedSection) -> Option<Place> {
        let work = self.work.as_ref()?;
        let stops = stops(section);
        let open = stops.iter().find(|stop| {
            let answer = work.assessment.answers.get(&stop.question.id).map(|answer| &**answer);
            let squares = stop.question.squares(answer);
            let at = stops_of(&stop.question).iter().position(|other| other == *stop);
            at.and_then(|at| squares.get(at)) == Some(&domain::questions::Square::Open)
        });
        open.or(stops.first()).map(Stop::place)
    }

    /// What the screen is about: what is assessed, but never in an example.
    #[must_use]
    pub fn subject(&self) -> Option<&str> {
        let work = self.work.as_ref()?;
        (!matches!(self.place, Place::Example(_))).then(|| work.assessment.scope.subject())
    }

    /// Whether the worker is there to be asked.
    #[must_use]
    pub fn has_worker(&self) -> bool {
        matches!(&self.seal, Seal::Sealed(facts) if facts.has_worker)
    }

    /// The state of a file that was asked for.
    #[must_use]
    pub fn file_state(&self, target: &Target) -> Option<&FileState> {
        self.download.files.iter().find(|(found, _)| found == target).map(|(_, state)| state)
    }
}

/// Whether two sections are the same.
#[must_use]
pub fn same_section(one: &SectionOf, other: &SectionOf) -> bool {
    match (one, other) {
        (SectionOf::First, SectionOf::First) => true,
        (SectionOf::Bank { code, .. }, SectionOf::Bank { code: other, .. }) => code == other,
        _ => false,
    }
}
