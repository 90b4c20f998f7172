//! The worker, which makes and reads all files. It has its own instance of its own module: what
//! breaks there is a failed job.

use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::MessageEvent;

use super::host;

/// A worker that runs. It ends when dropped, with every job that is still open.
#[derive(Debug)]
pub(crate) struct Worker {
    worker: web_sys::Worker,
    _listeners: [EventListener; 2],
}

/// What the worker says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Reply {
    /// A job was done: its number and the outcome's bytes.
    Done(u32, Vec<u8>),
    /// A job could not be run: its number and why. The worker is to be started again.
    Failed(u32, String),
    /// The worker stopped. No open job will be answered.
    Stopped(String),
}

/// Why there is no worker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Its files did not come, or the page is not sealed yet.
    NotReady,
    /// The browser refuses it.
    Refused(String),
}

#[wasm_bindgen]
extern "C" {
    type Message;
    #[wasm_bindgen(method, getter, structural)]
    fn id(this: &Message) -> Option<f64>;
    #[wasm_bindgen(method, getter, structural)]
    fn outcome(this: &Message) -> Option<Uint8Array>;
    #[wasm_bindgen(method, getter, structural)]
    fn fault(this: &Message) -> Option<String>;
}

impl Worker {
    /// Starts a worker.
    pub(crate) fn spawn(on_reply: impl Fn(Reply) + 'static) -> Result<Self, Fault> {
        let spawned = host::with(|host| host.spawn()).ok_or(Fault::NotReady)?;
        let worker = spawned.map_err(|thrown| Fault::Refused(super::thrown::reason(&thrown)))?;
        if worker.is_falsy() {
            return Err(Fault::NotReady);
        }
        let on_reply = Rc::new(on_reply);
        let on_error = on_reply.clone();
        let listeners = [
            EventListener::new(&worker, "message", move |event| {
                if let Some(event) = event.dyn_ref::<MessageEvent>()
                    && let Some(reply) = reply(&event.data().unchecked_into())
                {
                    on_reply(reply);
                }
            }),
            EventListener::new(&worker, "error", move |event| {
                event.prevent_default();
                on_error(Reply::Stopped(super::thrown::reason(event)));
            }),
        ];
        Ok(Self { worker, _listeners: listeners })
    }

    /// Asks for something. The answer carries the same number.
    pub(crate) fn post(&self, id: u32, job: &[u8]) -> Result<(), Fault> {
        let bytes = Uint8Array::from(job);
        let message = Object::new();
        // Setting a field of a plain object cannot fail.
        let _ = Reflect::set(&message, &"id".into(), &id.into());
        let _ = Reflect::set(&message, &"job".into(), &bytes);
        self.worker
            .post_message_with_transfer(&message, &Array::of1(&bytes.buffer()))
            .map_err(|thrown| Fault::Refused(super::thrown::reason(&thrown)))
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

fn reply(message: &Message) -> Option<Reply> {
    // What carries no number is no answer.
    let id = message.id()? as u32;
    Some(match message.outcome() {
        Some(bytes) => Reply::Done(id, bytes.to_vec()),
        None => Reply::Failed(id, message.fault().unwrap_or_default()),
    })
}
