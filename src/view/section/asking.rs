//! The question that is being answered, and where what is said about it goes.

use domain::answer::Choice;
use domain::id::QuestionId;
use domain::texts::Key;
use editor::Command;
use editor::command::{AnswerText, Answering};
use yew::prelude::*;

use super::super::{Dispatch, Words};
use crate::browser::focus;

/// The question that is being answered. Cheap to clone and to compare.
#[derive(Clone, PartialEq)]
pub(super) struct Asking {
    pub(super) question: QuestionId,
    pub(super) dispatch: Dispatch,
}

impl Asking {
    /// Says something about the question.
    pub(super) fn say(&self, answering: Answering) {
        self.dispatch.send(Command::Answer(self.question.clone(), answering));
    }

    /// A callback that says what a function makes of a value, if it makes something of it.
    pub(super) fn on<T: 'static>(
        &self,
        answering: impl Fn(T) -> Option<Answering> + 'static,
    ) -> Callback<T> {
        let asking = self.clone();
        Callback::from(move |value| {
            if let Some(answering) = answering(value) {
                asking.say(answering);
            }
        })
    }

    /// A callback that says this.
    pub(super) fn always<T>(&self, answering: Answering) -> Callback<T> {
        self.dispatch.always(Command::Answer(self.question.clone(), answering))
    }

    /// A callback that writes a text of the answer.
    pub(super) fn writes(&self, text: AnswerText) -> Callback<String> {
        self.on(move |typed| Some(Answering::Write(text, typed)))
    }

    /// A callback that says this. The button that is pressed goes away with it, so the focus moves
    /// on first.
    pub(super) fn then_focus(
        &self,
        answering: Answering,
        selector: String,
    ) -> Callback<MouseEvent> {
        let asking = self.clone();
        Callback::from(move |_| {
            focus::matching(&selector);
            asking.say(answering.clone());
        })
    }
}

/// A choice as the value of its radio. The two that stand beside every answer hold a space, which
/// no id of the bank does.
pub(super) const NOT_KNOWN: &str = "not known";
pub(super) const DOES_NOT_APPLY: &str = "does not apply";

/// The value of the radio that stands for a choice.
pub(super) fn value(choice: &Choice) -> AttrValue {
    match choice {
        Choice::Step(step) => step.number().to_string().into(),
        Choice::Decision(id) => id.shared().into(),
        Choice::NotKnown => NOT_KNOWN.into(),
        Choice::DoesNotApply => DOES_NOT_APPLY.into(),
    }
}

/// A short list to choose from: all that can be chosen, each with its value and words.
pub(super) struct Options<T: 'static> {
    pub(super) all: &'static [T],
    pub(super) of: fn(T) -> (&'static str, Key),
}

impl<T: Copy> Options<T> {
    /// Values and words.
    pub(super) fn list(&self, words: &Words) -> Vec<(AttrValue, AttrValue)> {
        let one = |one: &T| {
            let (value, key) = (self.of)(*one);
            (value.into(), words.get(key))
        };
        self.all.iter().map(one).collect()
    }

    /// What a value stands for.
    pub(super) fn find(&self, value: &str) -> Option<T> {
        self.all.iter().copied().find(|one| (self.of)(*one).0 == value)
    }

    /// The value that stands for something.
    pub(super) fn value(&self, one: T) -> &'static str {
        (self.of)(one).0
    }
}
