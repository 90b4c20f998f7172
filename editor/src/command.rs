//! What a person did, and what the browser came back with.

use std::rc::Rc;

use domain::answer::{Choice, Confidentiality, Effect as TacticEffect, EvidenceKind, HowKnown};
use domain::answer::{Sureness, TacticState};
use domain::assessment::{Assessment, Timestamp};
use domain::catalogue::Catalogue;
use domain::date::Date;
use domain::example::Example;
use domain::guidance::Guidance;
use domain::id::ValueId;
use domain::id::{AssessmentId, FactId, FunctionId, ModuleId, QuestionId, TacticId, TensionId};
use domain::job::Outcome;
use domain::plan::{ActionId, Move, Status};
use domain::report::Copy;
use domain::report::format::Format;
use domain::scope::{Form, Unit};
use domain::sharing::Naming;

use crate::keeping::{Listing, StorageFault, Wish};
use crate::place::Place;
use crate::state::{SealFacts, SendTrial};

/// When a command came, in the person's own time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The instant.
    pub at: Timestamp,
    /// The day there and then.
    pub today: Date,
}

/// Everything that can happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// The person answered or wrote something about a question.
    Answer(QuestionId, Answering),
    /// The person chose or wrote something about what is assessed.
    Choose(Choosing),
    /// The person set a tension aside with a reason, or took that back.
    SetAside(TensionId, Option<String>),
    /// The person planned something.
    Plan(Planning),
    /// The person chose what of a sheet of questions is taken over.
    Take(Taking),
    /// The person took back the last change.
    Undo,
    /// The person put back what was taken back.
    Redo,
    /// The person went somewhere.
    Go(Place),
    /// The browser's back or forward button led somewhere.
    Wandered(Place),
    /// The person wants a new assessment.
    Begin,
    /// The person has chosen and wants the first question.
    GoToFirstQuestion,
    /// The person said whether to keep the assessment on this device.
    Keep(Wish),
    /// The person wants to go on with an assessment on this device.
    Continue(AssessmentId),
    /// The person wants something deleted, which is asked about first.
    AskToDelete(Deletion),
    /// The person pressed the button that goes ahead.
    Confirm,
    /// On opening a file whose assessment is on this device already: open it beside that.
    ConfirmBeside,
    /// The person left the question unanswered.
    CloseDialog,
    /// The person chose or dropped a file.
    FileChosen(Rc<str>, Rc<[u8]>),
    /// A file is larger than any save file can be.
    FileTooLarge(Rc<str>),
    /// A file could not be read from the disk.
    FileUnreadable(Rc<str>),
    /// The person wants a file.
    Write(Target),
    /// The person no longer wants it.
    CancelWriting(Target),
    /// The person chose which copy.
    ChooseCopy(Copy),
    /// The person chose which names a copy for sharing carries.
    ChooseNaming(Naming),
    /// The person wants to see the notes that go out, or no longer.
    ShowGoingOut(bool),
    /// The person wants to print what the screen offers: the report that is chosen, or the questions.
    Print,
    /// The person wants the page to try to send something.
    TryToSend,
    /// The person unfolded the help beside a question, or folded it.
    ShowHelp(bool),
    /// The person closed a notice.
    CloseNotice,
    /// The person wants the page loaded anew.
    LoadAnew,
    /// The assessment of a file comes in the place of the open one.
    Come(Rc<Assessment>),
    /// The same under a name of its own.
    ComeBeside(Rc<Assessment>),
    /// The same in the place of the draft of that name on this device.
    ComeInstead(Rc<Assessment>),
    /// What came back from the browser.
    Came(Rc<Came>),
}

impl Command {
    /// Whether it is still meant after others that came behind it. What takes something back means
    /// what was done last.
    #[must_use]
    pub fn waits(&self) -> bool {
        !matches!(self, Self::Undo | Self::Redo)
    }
}

impl From<Came> for Command {
    fn from(came: Came) -> Self {
        Self::Came(Rc::new(came))
    }
}

/// Something about a question.
#[derive(Clone, Debug, PartialEq)]
pub enum Answering {
    /// A choice.
    Choose(Choice),
    /// "I don't know yet". Who usually knows is filled in where nobody was named yet.
    NotKnown(String),
    /// The choice, the words and all states of tactics are cleared.
    Clear,
    /// Text as typed.
    Write(AnswerText, String),
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
    /// One more piece of evidence.
    AddEvidence,
    /// A piece of evidence goes.
    RemoveEvidence(usize),
    /// Its kind.
    EvidenceKind(usize, EvidenceKind),
    /// Text about it, as typed.
    WriteEvidence(usize, EvidenceText, String),
    /// How sure the person is.
    Sure(Sureness),
    /// Whether it stays out of copies for sharing.
    Confidentiality(Confidentiality),
}

/// Which text of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerText {
    /// The words of a reflection.
    Words,
    /// Who could know.
    CouldKnow,
    /// Why it does not apply.
    Because,
    /// The note.
    Note,
}

/// Which text of a tactic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TacticText {
    /// Who could know.
    CouldKnow,
    /// Why it does not fit.
    Because,
}

/// Which text of a piece of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EvidenceText {
    /// What and where.
    Place,
    /// As of when.
    AsOf,
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
    /// Until when.
    Due(ActionId, Option<Date>),
    /// How far it is.
    Status(ActionId, Status),
    /// To another place.
    Move(ActionId, Move),
    /// It stays although its reason is gone.
    Keep(ActionId),
    /// It goes.
    Remove(ActionId),
}

/// Which text of an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActionText {
    /// What is done.
    What,
    /// Who does it.
    Owner,
    /// What is done first.
    FirstStep,
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

/// Something about what is assessed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choosing {
    /// Company or product.
    Unit(Unit),
    /// Text as typed.
    Write(ScopeText, String),
    /// A function answers, or no longer does.
    Function(FunctionId),
    /// A module is taken, or no longer is.
    Module(ModuleId),
    /// Short or complete form.
    Form(Form),
    /// A scope fact.
    Fact(FactId, ValueId),
}

/// Which text of the scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScopeText {
    /// Name of the company.
    Company,
    /// Name of the product.
    Product,
    /// Another function.
    OtherFunction,
    /// Name of the person.
    Person,
}

/// What is to be deleted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deletion {
    /// The answers of the open assessment: start again.
    Answers,
    /// One assessment on this device.
    Draft(AssessmentId),
    /// Everything on this device.
    Everything,
}

/// A file that can be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// The save file.
    SaveFile,
    /// The report in a format, as the copy that is chosen.
    Report(Format),
    /// The blank questionnaire in a format.
    Blank(Format),
    /// An example in a format.
    Example(Example, Format),
    /// What this person could know, in a format.
    QuestionSheet(Rc<str>, Format),
}

/// What came back from the browser.
#[derive(Clone, Debug, PartialEq)]
pub enum Came {
    /// What is on this device.
    Shelf(Rc<[Listing]>),
    /// This browser keeps nothing.
    StorageRefused(StorageFault),
    /// A draft was read, and how many of its records could not be.
    Draft(Box<Assessment>, Place, u32),
    /// The draft is not there (any more).
    NoDraft(AssessmentId),
    /// The batch of this number is on this device.
    Kept(u32),
    /// It is not.
    NotKept(u32, StorageFault),
    /// A draft, or everything, was deleted.
    Deleted,
    /// It could not be deleted.
    NotDeleted(StorageFault),
    /// A name for a new assessment was drawn.
    Name(AssessmentId),
    /// This tab alone writes the assessment.
    Held(AssessmentId),
    /// Another tab writes it.
    Taken(AssessmentId),
    /// The other tab has let go.
    Free(AssessmentId),
    /// The worker came back.
    Job(u32, Outcome),
    /// The worker stopped; its jobs are lost.
    WorkerStopped,
    /// The later half has been loaded, with help beside the questions and the whole bank.
    LaterHalf(Rc<Guidance>, Rc<Catalogue>),
    /// The later half did not come.
    NoLaterHalf,
    /// The page has sealed itself.
    Sealed(Rc<SealFacts>),
    /// The page could not seal itself.
    NotSealed(Rc<str>),
    /// The page tried to send something.
    Tried(Rc<[SendTrial]>),
}
