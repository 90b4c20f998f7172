//! What the later half is told, and what it asks the browser for: everything that nobody needs until
//! the first question is answered and kept. [`crate::first`] has the other half, by the same names.

use std::rc::Rc;

use domain::answer::{EvidenceKind, HowKnown, TacticEffect, TacticState};
use domain::assessment::Assessment;
use domain::date::Date;
use domain::elsewhere::HigherStep;
use domain::id::{AssessmentId, Code, QuestionId, TacticId, TensionId};
use domain::job::{File, Job, OpenFault, Outcome};
use domain::plan::{ActionId, Effort, Filter, Move, Priority, Status};
use domain::report::Edition;
use domain::save::draft::Written;
use domain::sharing::Naming;
use domain::sheet::record::SheetId;

use crate::day::Typed;
use crate::effect::{InPlan, InRisks};
use crate::field::{ActionText, EvidenceText, TacticText};
use crate::keeping::{Deletion, Draft, Listing, StorageFault, Unread, Unreadable, Wanted};
use crate::keys::{Keys, Shortcut};
use crate::left_behind::Left;
use crate::offline::Stands;
use crate::own_words::Answered;
use crate::passphrase::Given;
use crate::risking::Risking;
use crate::seal::SendTrial;
use crate::stood::Stood;
use crate::target::Target;

/// What the later half is told.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// A person did something.
    Command(Command),
    /// The browser came back.
    Came(Came),
}

/// What a person did.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Said something about tactics, a higher step or evidence of a question.
    Answer(QuestionId, Answering),
    /// Set a tension aside with a reason, or took that back.
    SetAside(TensionId, Option<String>),
    /// Planned something.
    Plan(Planning),
    /// Did something to the register of risks.
    Risk(Risking),
    /// Wants to see something of the plan.
    LookAtPlan(Looking),
    /// Chose what of a question sheet is taken over.
    Take(Taking),
    /// Said something about a question sheet that is on record.
    Record(SheetId, Recording),
    /// Wants the open assessment off this device, and to go on with it in this tab.
    TakeOffDevice,
    /// Wants to go on with an assessment on this device.
    Continue(AssessmentId),
    /// Wants something of an assessment on this device without opening it.
    Want(AssessmentId, Wanted),
    /// Wants what can be read of an assessment whose beginning cannot.
    OpenUnread(AssessmentId),
    /// Wants what lies there of an assessment as a file, as it lies there.
    SaveUnread(AssessmentId),
    /// Wants what was deleted last put back.
    PutBack,
    /// Wants something deleted, which is asked about first.
    AskToDelete(Deletion),
    /// Wants what was left behind and waits: the one at this place.
    OpenLeft(usize),
    /// Wants to think of what waits later on.
    PutOffLeft,
    /// Pressed the button that goes ahead.
    Confirm,
    /// On opening a file whose assessment is on this device already: open it beside that.
    ConfirmBeside,
    /// Left the question unanswered.
    CloseDialog,
    /// Chose or dropped a file.
    FileChosen(Rc<str>, Rc<[u8]>),
    /// The file is not read, and why: it is larger than any can be, or one of several.
    FileRefused(Rc<str>, OpenFault),
    /// The file could not be read from the disk.
    FileUnreadable(Rc<str>),
    /// Gave the passphrase that is asked for.
    GivePassphrase(Given),
    /// Wants a file.
    Write(Target),
    /// No longer wants it, or to hear of it.
    CancelWriting(Target),
    /// No longer wants files read that came from outside.
    StopReading,
    /// Says that a save file is there.
    SayArrived(Target),
    /// Wants the text of a file that was handed out.
    CopyText(Target),
    /// Chose which copy.
    ChooseEdition(Edition),
    /// Chose which names a copy for sharing carries.
    ChooseNaming(Naming),
    /// Wants to see how a step is chosen, or no longer.
    ShowCard(bool),
    /// Wants to see the notes that go out, or no longer.
    ShowGoingOut(bool),
    /// Wants to print what the screen offers: the report that is chosen, or the questions.
    Print,
    /// Follows a link to another screen from this one, which stands so.
    Leave(Stood),
    /// Wants to see the part of the result with this heading.
    Show(Rc<str>),
    /// Wants the page to try to send something.
    TryToSend,
    /// Pressed one of the keys that do something by themselves, and not into a field.
    Press(Shortcut),
    /// Wants to see which keys do something by themselves.
    ShowKeys,
    /// Said whether they do.
    UseKeys(Keys),
    /// Closed what was said and could be taken back.
    CloseSaid,
    /// Closed a notice.
    CloseNotice,
    /// Closed what was said about a newer version of the page.
    CloseNewer,
    /// Closed what was said about answers that were carried over.
    CloseCarriedOver,
    /// Says that an answer to an earlier wording, kept under this id, still holds.
    StillHolds(QuestionId),
    /// The assessment of a file comes in the place of the open one.
    OpenFromFile(Rc<Assessment>),
    /// The same under a name of its own.
    OpenBeside(Rc<Assessment>),
    /// The same in the place of the draft of that name on this device.
    ReplaceDraft(Rc<Assessment>),
}

/// Something about the tactics, a higher step or the evidence of a question.
#[derive(Clone, Debug, PartialEq)]
pub enum Answering {
    /// The state of a tactic.
    Tactic(TacticId, TacticState),
    /// A tactic is "don't know". Who usually knows is filled in where nobody was named yet.
    TacticNotKnown(TacticId, String),
    /// A tactic is blank again.
    ClearTactic(TacticId),
    /// Effect seen so far of a tactic in use.
    TacticEffect(TacticId, TacticEffect),
    /// How that effect is known.
    TacticKnown(TacticId, Option<HowKnown>),
    /// Text about a tactic, as typed.
    WriteTactic(TacticId, TacticText, String),
    /// The highest step that is true elsewhere or in part, or that none is any more.
    Highest(Option<HigherStep>),
    /// One more piece of evidence.
    AddEvidence,
    /// A piece of evidence goes.
    RemoveEvidence(usize),
    /// Its kind.
    EvidenceKind(usize, EvidenceKind),
    /// Text about it, as typed.
    WriteEvidence(usize, EvidenceText, String),
}

/// Something about the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Planning {
    /// An action that the answer to a question suggests, in these words.
    Add(QuestionId, String),
    /// An action of one's own, blank at first.
    Write,
    /// Text as typed.
    Text(ActionId, ActionText, String),
    /// Until when, as typed.
    TypeDue(ActionId, Typed),
    /// Until when.
    Due(ActionId, Option<Date>),
    /// How far it is.
    Status(ActionId, Status),
    /// How much of an effort it is.
    Effort(ActionId, Option<Effort>),
    /// To another place.
    Move(ActionId, Move),
    /// It stays although its reason is gone.
    Keep(ActionId),
    /// It goes.
    Remove(ActionId),
}

/// What of the plan somebody wants to see. Nothing of it changes the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Looking {
    /// All fields of an action, in its place in the list.
    Open(ActionId),
    /// Those of no action.
    Close,
    /// Some actions alone.
    Filter(Filter),
    /// What is done or dropped, or no longer.
    Over(bool),
    /// What the answers suggest, or no longer.
    Suggestions(bool),
    /// What the result says about the question behind an action.
    Result(QuestionId),
}

/// Something about a question sheet that is on record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Recording {
    /// Who has it, as typed.
    To(String),
    /// When it went out, as typed.
    TypeOn(Typed),
    /// Its file is there.
    Arrived,
    /// What came back on it last goes off the record.
    RemoveReturn,
    /// It goes off the record.
    Remove,
}

/// What of a sheet of questions is taken over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taking {
    /// This row of the list.
    Row(usize),
    /// Not this row.
    NotRow(usize),
    /// The rows that are chosen, now.
    Now,
    /// Nothing: the sheet is put away.
    Nothing,
}

/// What the browser came back with.
#[derive(Clone, Debug, PartialEq)]
pub enum Came {
    /// What is on this device, and what of it cannot be opened.
    Shelf(Rc<[Listing]>, Rc<[Unread]>),
    /// A draft was read.
    Draft(Box<Draft>),
    /// The draft is not there (any more).
    NoDraft(AssessmentId),
    /// The draft is there, and cannot be read.
    UnreadDraft(AssessmentId, Unreadable),
    /// An assessment was read for what somebody wants of it.
    ReadFor(Wanted, Box<Draft>),
    /// A name for a copy of an assessment was drawn.
    CopyNamed(AssessmentId, Box<Draft>),
    /// A blank assessment with the answers and the plan that could be read of one without its head.
    WithoutHead(Box<Draft>),
    /// The page around has put this one back: what it held alone when it was taken out, and whether the
    /// first of these was open then. All others waited.
    LeftBehind(Rc<[Left]>, bool),
    /// A draft, or everything, was deleted: its records.
    Deleted(Rc<[u8]>),
    /// What was deleted is there again.
    BackAgain,
    /// It could not be deleted.
    NotDeleted(StorageFault),
    /// Nothing of the assessment is there any more, so the batch of this number was not put: all of it
    /// has to be.
    Gone(u32),
    /// Another window has written the assessment since, so the batch of this number was not put.
    Overtaken(u32),
    /// The open assessment, as another window has written it.
    Beside(Box<Draft>),
    /// Another window wrote or deleted something, or this one is shown again: what is on this device
    /// may be another.
    MayDiffer,
    /// What this device had kept of the open assessment is gone.
    GoneFromDevice(AssessmentId),
    /// Another window deleted it.
    DeletedElsewhere(AssessmentId),
    /// The worker came back with the job of this number.
    Job(u32, Outcome),
    /// The job of this number has had a while, and may still be done.
    TakesLong(u32),
    /// The worker stopped; its jobs are lost.
    WorkerStopped,
    /// The text of a file is in the clipboard.
    Copied(Target),
    /// The browser let the page put nothing into the clipboard.
    NotCopied(Target),
    /// Whether the page is kept for use without a connection.
    Offline(Stands),
    /// A newer version of the page is on this device.
    NewerPage,
    /// What the server answered as the page asked for the words of whoever runs it.
    OwnWords(Answered),
    /// The browser did not begin to print, and says no more.
    NotPrinted,
    /// The part of the result with this heading is the one that is read.
    InView(Rc<str>),
    /// The page tried to send something.
    Tried(Rc<[SendTrial]>),
}

/// What the browser has to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// List what is on this device.
    ReadShelf,
    /// Read a draft.
    ReadDraft(AssessmentId),
    /// Read the draft of the open assessment, if it is of another writing than this.
    LookBeside(AssessmentId, Option<Written>),
    /// Draw a name for a copy of an assessment.
    NameCopy(Box<Draft>),
    /// Put the records back that were deleted.
    PutBack(Rc<[u8]>),
    /// Read a draft for what somebody wants of it.
    ReadFor(AssessmentId, Wanted),
    /// Read answers and plan of an assessment whose head cannot be read into a blank one of its name.
    ReadWithoutHead(Box<Draft>),
    /// Hand out all records of an assessment as they lie there.
    HandOutRecords(AssessmentId),
    /// Delete a draft.
    Delete(AssessmentId),
    /// Delete everything this page keeps.
    DeleteEverything,
    /// Put the caret back between the letters where it was, after what another window wrote was drawn.
    PutCaretBack,
    /// Choose "I don't know yet" of this question as a press on it does, which fills in who usually knows.
    ChooseNotKnown(QuestionId),
    /// Move the focus to what is chosen of this question, where that is shown.
    FocusOnChoice(QuestionId),
    /// Have this tab remember over a reload whether keys do something by themselves.
    RememberKeys(Keys),
    /// Move the focus to the newest piece of evidence.
    FocusOnEvidence,
    /// Move the focus on the screen of the plan.
    FocusInPlan(InPlan),
    /// Move the focus in the register of risks.
    FocusInRisks(InRisks),
    /// Move the focus to the first thing that the result says about a question, and unfold it.
    FocusInResult(QuestionId),
    /// Give a job to the worker.
    Ask(u32, Box<Job>),
    /// Come back in a while, in which most files are read, and name this job.
    SayIfItTakesLong(u32),
    /// Stop the worker and start it anew.
    RestartWorker,
    /// Hand a file to the browser.
    HandOut(File),
    /// Put the text of this file into the clipboard.
    CopyText(Target, Rc<str>),
    /// Move the focus into the text that is shown to be copied by hand, and choose all of it.
    FocusOnText,
    /// Move the focus to the button that makes the save file, where it stands beside it.
    FocusOnSave,
    /// Let the screen stand as it did when the person left it.
    StandAgain(Stood),
    /// Move what is seen, and the focus, to the heading with this id.
    Show(Rc<str>),
    /// Print the page as it stands.
    Print,
    /// Try to send something, to see it refused.
    TryToSend,
    /// Have all colours follow from this one.
    Accent(Rc<str>),
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
    /// A file is ready.
    FileReady,
    /// A save file that is there counts.
    SavedToFile,
    /// An answer to an earlier wording was said to hold.
    StillHolds,
    /// A piece of evidence went.
    EvidenceRemoved,
    /// What was deleted is there again.
    PutBack,
    /// A question sheet went off the record.
    SheetRemoved,
    /// That a question sheet came back went off the record.
    ReturnRemoved,
    /// So many rows of a question sheet were taken over.
    SheetTaken(u32),
    /// A risk is listed, blank at first.
    RiskAdded,
    /// As many risks are listed as there can be.
    NoMoreRisks,
    /// A risk went; so many are left.
    RiskRemoved(u32),
    /// A risk stands at this place now.
    RiskMoved(u32),
    /// A risk cannot leave its band.
    RiskStays,
    /// As many are chosen as there can be.
    NoMoreChoices,
    /// As many rows of evidence stand there as there can be.
    NoMoreEvidence,
    /// The plan has as many actions as it can have.
    NoMoreActions,
    /// An action went.
    ActionRemoved,
    /// What was suggested is in the plan, in this group.
    ActionAdded(Priority),
    /// An action that is done or dropped was closed: it stands among those now.
    ActionPutAway,
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
