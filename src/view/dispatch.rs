//! Where what people do goes.

use editor::Message;
use yew::Callback;

/// Where messages go. Never changes while the page stands.
#[derive(Clone, PartialEq)]
pub(crate) struct Dispatch(pub(crate) Callback<Message>);

impl Dispatch {
    /// Sends a message.
    pub(crate) fn send(&self, message: impl Into<Message>) {
        self.0.emit(message.into());
    }

    /// A callback that sends what a function makes of an event.
    pub(crate) fn on<E, M: Into<Message>>(
        &self,
        message: impl Fn(E) -> M + 'static,
    ) -> Callback<E> {
        self.0.reform(move |event| message(event).into())
    }

    /// A callback that sends this message.
    pub(crate) fn always<E>(&self, message: impl Into<Message>) -> Callback<E> {
        let message = message.into();
        self.0.reform(move |_| message.clone())
    }
}
