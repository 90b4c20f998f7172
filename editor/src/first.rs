//! What the first half is told, and what it asks the browser for: all that is needed until the first
//! question is answered and kept. [`crate::later`] has the other half, by the same names.

use std::rc::Rc;

use domain::answer::{Choice, Confidentiality, Sureness};
use domain::catalogue::Catalogue;
use domain::guidance::Guidance;
use domain::id::{AssessmentId, FactId, FunctionId, ModuleId, QuestionId, ValueId};
use domain::scope::{Form, Unit};

use crate::effect::{Batch, Entry, Focus};
use crate::field::{AnswerText, ScopeText};
use crate::keeping::{StorageFault, Wish};
use crate::place::Place;
use crate::seal::SealFacts;

/// What the first half is told.
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
    /// Answered or wrote something about a question.
    Answer(QuestionId, Answering),
    /// Chose or wrote something about what is assessed.
    Choose(Choosing),
    /// Went somewhere.
    Go(Place),
    /// The browser's back or forward button led somewhere.
    Wandered(Place),
    /// Wants a new assessment.
    Begin,
    /// Has chosen and wants the first question.
    GoToFirstQuestion,
    /// Said whether to keep the assessment on this device. To take it off again is of the later half.
    Keep(Wish),
    /// Unfolded the help beside a question, or folded it.
    ShowHelp(bool),
    /// Wants the page loaded anew.
    LoadAnew,
}

/// Something about a question of any kind.
#[derive(Clone, Debug, PartialEq)]
pub enum Answering {
    /// A choice.
    Choose(Choice),
    /// "I don't know yet". Who usually knows is filled in where nobody was named yet.
    NotKnown(String),
    /// The choice and all states of tactics are cleared. Words stay.
    Clear,
    /// Text as typed.
    Write(AnswerText, String),
    /// How sure the person is.
    Sure(Sureness),
    /// Whether it stays out of copies for sharing.
    Confidentiality(Confidentiality),
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

/// What the browser came back with.
#[derive(Clone, Debug, PartialEq)]
pub enum Came {
    /// This browser keeps nothing.
    StorageRefused(StorageFault),
    /// The batch of this number is on this device.
    Kept(u32),
    /// It is not.
    NotKept(u32, StorageFault),
    /// A name for a new assessment was drawn.
    Name(AssessmentId),
    /// The later half has been loaded, with help beside the questions and the whole bank.
    LaterHalf(Rc<Guidance>, Rc<Catalogue>),
    /// The later half did not come.
    NoLaterHalf,
    /// The page has sealed itself.
    Sealed(Rc<SealFacts>),
    /// The page could not seal itself, and why, in the browser's words.
    NotSealed(Rc<str>),
}

/// What the browser has to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Put a batch into storage, in one transaction.
    Keep(Batch),
    /// Draw a name for a new assessment.
    DrawName,
    /// Hold the assessment so that no other window deletes it.
    Hold(AssessmentId),
    /// Let go of the one held.
    LetGo,
    /// Remember which assessment this tab works on, over a reload.
    Remember(Option<AssessmentId>),
    /// Show a place in the address: a new entry in the browser's history, or the same one.
    Address(Place, Entry),
    /// Move the focus.
    Focus(Focus),
    /// Load the page anew.
    LoadAnew,
}
