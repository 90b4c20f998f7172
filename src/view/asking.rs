//! The question that is being answered, and where what is said about it goes.

use domain::id::QuestionId;
use editor::field::AnswerText;
use editor::{Message, first, later};
use yew::prelude::*;

use crate::browser::focus;
use crate::view::dispatch::Dispatch;

/// The question that is being answered. Cheap to clone and to compare.
#[derive(Clone, PartialEq)]
pub(crate) struct Asking {
    pub(crate) question: QuestionId,
    pub(crate) dispatch: Dispatch,
}

/// Something that can be said about a question.
pub(crate) trait AboutQuestion: Clone + 'static {
    /// What is sent when it is said about this one.
    fn about(self, question: QuestionId) -> Message;
}

impl AboutQuestion for first::Answering {
    fn about(self, question: QuestionId) -> Message {
        first::Command::Answer(question, self).into()
    }
}

impl AboutQuestion for later::Answering {
    fn about(self, question: QuestionId) -> Message {
        later::Command::Answer(question, self).into()
    }
}

impl Asking {
    /// A callback that says what a function makes of a value, if it makes something of it.
    pub(crate) fn on<T: 'static, A: AboutQuestion>(
        &self,
        answering: impl Fn(T) -> Option<A> + 'static,
    ) -> Callback<T> {
        let asking = self.clone();
        Callback::from(move |value| {
            if let Some(answering) = answering(value) {
                asking.dispatch.send(answering.about(asking.question.clone()));
            }
        })
    }

    /// A callback that writes a text of the answer.
    pub(crate) fn writes(&self, text: AnswerText) -> Callback<String> {
        self.on(move |typed| Some(first::Answering::Write(text, typed)))
    }

    /// A callback that says this. The button that is pressed goes away with it, so the focus moves
    /// on first.
    pub(crate) fn then_focus(
        &self,
        answering: impl AboutQuestion,
        selector: String,
    ) -> Callback<MouseEvent> {
        let dispatch = self.dispatch.clone();
        let message = answering.about(self.question.clone());
        Callback::from(move |_| {
            focus::matching(&selector);
            dispatch.send(message.clone());
        })
    }
}

/// The values of the two radios that stand beside those of every kind. They hold a space, which no id
/// of the bank does.
pub(crate) const NOT_KNOWN: &str = "not known";
pub(crate) const DOES_NOT_APPLY: &str = "does not apply";

/// A short list to choose from: all that can be chosen, each with its value and words.
pub(crate) struct Options<T: 'static, K> {
    pub(crate) all: &'static [T],
    pub(crate) of: fn(T) -> (&'static str, K),
}

impl<T: Copy, K> Options<T, K> {
    /// Values and words.
    pub(crate) fn list(&self, words: impl Fn(K) -> AttrValue) -> Vec<(AttrValue, AttrValue)> {
        let one = |one: &T| {
            let (value, key) = (self.of)(*one);
            (value.into(), words(key))
        };
        self.all.iter().map(one).collect()
    }

    /// What a value stands for.
    pub(crate) fn find(&self, value: &str) -> Option<T> {
        self.all.iter().copied().find(|one| (self.of)(*one).0 == value)
    }

    /// The value that stands for something.
    pub(crate) fn value(&self, one: T) -> &'static str {
        (self.of)(one).0
    }
}
