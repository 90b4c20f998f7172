//! All that a view draws.

use std::rc::Rc;

use domain::asked::AskedSection;
use domain::assessment::{Assessment, Timestamp};
use domain::catalogue::Catalogue;
use domain::date::Date;
use domain::guidance::Guidance;
use domain::id::{AssessmentId, Code};
use domain::job::OpenFault;
use domain::merge::Elsewhere;
use domain::questions::Question;

use crate::carried_over::CarriedOver;
use crate::day::{DayField, UnreadDay};
use crate::download::{Awaited, Download, FileState, HandedOut, HandingOut};
use crate::drawn::{DrawnReport, ShownExample};
use crate::going::Going;
use crate::keeping::{Deletion, Listing, StorageFault, Unread, Unreadable};
use crate::keys::Keys;
use crate::later;
use crate::left_behind::Left;
use crate::message::Command;
use crate::offline::Offline;
use crate::opened::Wishes;
use crate::own_words::Own;
use crate::passphrase::{Aim, Problem};
use crate::place::Place;
use crate::returned_sheet::ReturnedSheet;
use crate::seal::{FileWorker, Seal, Trials};
use crate::stood::AllStood;
use crate::stops::{Stop, stops, stops_of};
use crate::target::Target;
use crate::work::Work;

/// All that a view draws. Cloning it clones pointers.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The question bank: what the short form asks of it, until the later half is here.
    pub catalogue: Rc<Catalogue>,
    /// What comes after the first load.
    pub later: LaterHalf,
    /// What the page was opened with.
    pub wishes: Wishes,
    /// Where the person is.
    pub place: Place,
    /// The assessment being worked on.
    pub work: Option<Work>,
    /// A draft being opened.
    pub opening: Option<Opening>,
    /// What is on this device.
    pub shelf: Shelf,
    /// What is on this device and cannot be opened as it is.
    pub unread: Rc<[Unread]>,
    /// Whether the page has sealed itself.
    pub seal: Seal,
    /// Whether the page is kept for use without a connection.
    pub offline: Offline,
    /// What whoever runs this copy of the page says on it.
    pub own: Own,
    /// Something that happened, until it is closed.
    pub notice: Option<Notice>,
    /// What was left behind and waits to be opened. It is kept nowhere, so it counts as what would be lost,
    /// and is left behind again with what is open. None where nothing waits.
    pub left_behind: Option<Rc<[Left]>>,
    /// Whether that was put off: then it stands on the start screen alone.
    pub left_is_put_off: bool,
    /// What was carried over as the open assessment was opened, until that is closed.
    pub carried_over: Option<Rc<CarriedOver>>,
    /// A question that must be answered first.
    pub dialog: Option<Rc<Dialog>>,
    /// What is missing on the screen *choose*.
    pub missing: Vec<Missing>,
    /// What was typed where a day or a month is asked for and is none.
    pub days_unread: Vec<UnreadDay>,
    /// The result as drawn.
    pub result: DrawnReport,
    /// The blank questionnaire as drawn.
    pub blank: DrawnReport,
    /// The example that was looked at last.
    pub example: ShownExample,
    /// What goes out, or is printed, as drawn for the download screen.
    pub paper: DrawnReport,
    /// The download screen.
    pub download: Download,
    /// A question sheet that came back.
    pub sheet: ReturnedSheet,
    /// The last attempts to send something.
    pub trials: Trials,
    /// The day there and then, as the last message told it; none before the first one.
    pub today: Option<Date>,
    /// Whether the help beside a question is unfolded, where it can be folded.
    pub help_open: bool,
    /// Whether it is unfolded how a step is chosen.
    pub card_open: bool,
    /// What assistive technology is told, and a number that tells two equal sayings apart.
    pub said: (u32, Option<Said>),
    /// The step that what was said last has made, while it can be taken back beside that.
    pub(crate) takes_back: Option<u32>,
    /// Whether keys do something by themselves.
    pub keys: Keys,
    pub(crate) jobs: Vec<(u32, Purpose)>,
    pub(crate) next_job: u32,
    /// The job of which the page says that it takes long.
    pub(crate) takes_long: Option<u32>,
    pub(crate) next_batch: u32,
    /// The number that this window drew, to tell what it writes from what others write.
    pub(crate) window: u32,
    /// What is being deleted: not listed any more, and said to be gone once it is.
    pub(crate) deleting: Option<Deletion>,
    pub(crate) after_name: Option<AfterName>,
    /// Which part of the result is being read: the id of its heading. None while it is the first.
    pub reading: Option<Rc<str>>,
    pub(crate) stood: AllStood,
}

/// What comes after the first load: the code of everything but beginning, choosing and answering, the
/// words of that code, and help beside the questions. All of it or nothing.
#[derive(Clone, Debug, PartialEq)]
pub enum LaterHalf {
    /// It is being loaded.
    OnItsWay,
    /// It is here.
    Here(Rc<Guidance>),
    /// It did not come, and will not: what is not there when the page seals itself never comes.
    Missing,
}

/// A draft being opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// Which.
    pub id: AssessmentId,
    /// Where to go.
    pub to: Destination,
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

/// A question that must be answered before something happens.
#[derive(Clone, Debug, PartialEq)]
pub enum Dialog {
    /// Something is to be deleted.
    Delete(Deletion, Going),
    /// What is open is kept nowhere and would go. What that is, the later half counts as it is asked.
    Leave(Command),
    /// A file holds an assessment that is on this device already.
    Replace(Rc<Assessment>, Held),
    /// Which keys do something by themselves is shown. Nothing depends on it.
    Keys,
    /// A passphrase is asked for; what was wrong with the last one, if one was given.
    Passphrase(Aim, Option<Problem>),
}

/// What this device holds of an assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// When it was last changed.
    pub changed: Timestamp,
    /// All of it.
    pub going: Going,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A file was not opened, and why.
    FileRefused(Rc<str>, OpenFault),
    /// A file could not be read from the disk.
    FileUnreadable(Rc<str>),
    /// A file was opened; whether to keep it is still to be chosen.
    FileOpened,
    /// So many records of a draft could not be read.
    RecordsDamaged(u32),
    /// The draft is not on this device any more.
    DraftGone,
    /// The draft is on this device, and this page cannot read it.
    DraftUnread(Unreadable),
    /// Something could not be deleted, and why.
    NotDeleted(StorageFault),
    /// It was deleted: its records, with which it can be put back; none where nothing could be read.
    Deleted(Rc<[u8]>),
    /// What can be read of an assessment whose beginning cannot is open.
    WithoutHead,
    /// What this page alone held when the page around took it out is open again.
    LeftBehind,
    /// The last save file is more than a day old and lacks so many changes.
    FileIsOld(u32),
    /// Nothing was printed, as the page around this one or a rule of the browser refuses it.
    PrintRefused,
    /// As many question sheets are on record as there can be: none was handed out or taken over.
    SheetsFull,
    /// What this device had kept of the open assessment was gone: all of it was put anew.
    PutAnew,
    /// Another window changed the same at the same time.
    Met(Rc<Met>),
}

/// What two windows changed at the same time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Met {
    /// Questions at which both texts stand now.
    pub texts: Vec<Code>,
    /// Questions at which two choices were made: the one of here stands.
    pub choices: Vec<Code>,
    /// Where it was outside the questions.
    pub elsewhere: Vec<Elsewhere>,
    /// The step that brings the other choices back, where it was in choices.
    pub takes_back: Option<u32>,
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
    /// An answer was cleared.
    Cleared,
    /// Something that only the later half does.
    Later(later::Said),
}

impl From<later::Said> for Said {
    fn from(said: later::Said) -> Self {
        Self::Later(said)
    }
}

/// What a job was asked for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Purpose {
    DrawResult,
    DrawBlank,
    DrawPaper,
    DrawExample,
    /// A file; where it is a save file, with what is known once somebody says that it is there.
    Write(Target, HandingOut),
    Open(Rc<str>),
    Compare(Rc<str>),
    /// A file that is locked, with all of it: it is needed again after a wrong passphrase.
    OpenLocked(Rc<str>, Rc<[u8]>),
}

impl Purpose {
    /// The file from outside that is read; none where none is.
    pub(crate) fn reads(&self) -> Option<&Rc<str>> {
        match self {
            Self::Open(name) | Self::Compare(name) | Self::OpenLocked(name, _) => Some(name),
            Self::DrawResult
            | Self::DrawBlank
            | Self::DrawPaper
            | Self::DrawExample
            | Self::Write(..) => None,
        }
    }
}

/// What is waiting for a name to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum AfterName {
    Begin,
    OpenBeside(Rc<Assessment>, Option<Rc<CarriedOver>>),
}

impl State {
    /// What stands in a field and is none.
    #[must_use]
    pub fn unread_day(&self, field: DayField) -> Option<&UnreadDay> {
        self.days_unread.iter().find(|unread| unread.field == field)
    }

    /// Help beside the questions, once it is here.
    #[must_use]
    pub fn guidance(&self) -> Option<&Rc<Guidance>> {
        match &self.later {
            LaterHalf::Here(guidance) => Some(guidance),
            LaterHalf::OnItsWay | LaterHalf::Missing => None,
        }
    }

    /// The question at which the person is, with its section.
    #[must_use]
    pub fn question(&self) -> Option<(&Rc<Question>, &AskedSection)> {
        let (Place::Question(id, _), Some(work)) = (&self.place, &self.work) else { return None };
        let section = work.asked.sections.get(self.section_here()?)?;
        section.question(id).map(|question| (question, section))
    }

    /// Which of the sections that are asked the person is in, if any.
    #[must_use]
    pub fn section_here(&self) -> Option<usize> {
        let (Place::Question(id, _), Some(work)) = (&self.place, &self.work) else { return None };
        work.asked.section_at(id, work.section)
    }

    /// What was said last, while it can be taken back beside that.
    #[must_use]
    pub fn offered(&self) -> Option<&Said> {
        let now = self.work.as_ref().map(|work| work.history.steps());
        self.said.1.as_ref().filter(|_| self.takes_back.is_some() && self.takes_back == now)
    }

    /// Whether taking back the last step brings back what another window had chosen.
    #[must_use]
    pub fn takes_back(&self, met: &Met) -> bool {
        let now = self.work.as_ref().map(|work| work.history.steps());
        met.takes_back.is_some() && met.takes_back == now
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
            at.and_then(|at| squares.get(at)).is_some_and(|square| square.waits())
        });
        open.or(stops.first()).map(Stop::place)
    }

    /// What the screen is about: what is assessed, but never in an example.
    #[must_use]
    pub fn subject(&self) -> Option<&str> {
        let work = self.work.as_ref()?;
        (!matches!(self.place, Place::Example(_))).then(|| work.assessment.scope.subject())
    }

    /// Whether closing the tab now would lose something that is neither on this device nor in a file.
    #[must_use]
    pub fn would_be_lost(&self) -> bool {
        self.left_behind.is_some() || self.work.as_ref().is_some_and(Work::would_be_lost)
    }

    /// All that was left behind and waits.
    #[must_use]
    pub fn waits(&self) -> &[Left] {
        self.left_behind.as_deref().unwrap_or_default()
    }

    /// Whether the worker is there to be asked.
    #[must_use]
    pub fn has_worker(&self) -> bool {
        matches!(&self.seal, Seal::Sealed(facts) if facts.worker == FileWorker::Answers)
    }

    /// The file from outside that takes long to be read; none where none does.
    #[must_use]
    pub fn reading_file(&self) -> Option<&Rc<str>> {
        let long = self.jobs.iter().find(|(number, _)| Some(*number) == self.takes_long);
        let (_, purpose) = long?;
        purpose.reads()
    }

    /// The state of a file that was asked for.
    #[must_use]
    pub fn file_state(&self, target: &Target) -> Option<&FileState> {
        self.download.files.iter().find(|(found, _)| found == target).map(|(_, state)| state)
    }

    /// The newest save file of the open assessment, locked or not, where nobody has said yet that it is there.
    #[must_use]
    pub fn awaited_file(&self) -> Option<(&HandedOut, Awaited)> {
        let files = [Target::SaveFile, Target::LockedFile].into_iter().filter_map(|target| {
            let Some(FileState::HandedOut(file)) = self.file_state(&target) else { return None };
            file.awaited.map(|awaited| (file, awaited))
        });
        files.max_by_key(|(_, awaited)| awaited.made)
    }
}
