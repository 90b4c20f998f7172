//! Runs effects. The one place that knows both the editor's effects and the browser's powers. What the
//! first load can do stands here.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::pin::Pin;
use std::rc::Rc;

use domain::assessment::Timestamp;
use domain::id::AssessmentId;
use domain::save::draft::{self, DraftHead};
use editor::command::Came;
use editor::effect::{Batch, Entry, Focus};
use editor::keeping::StorageFault;
use editor::state::SealFacts;
use editor::{Command, Effect};
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

use super::OPEN;
use crate::browser::storage::{Storage, Write};
use crate::browser::worker::Worker;
use crate::browser::{clock, focus, lock, page, panic, random, seal, session, storage};

mod later;

pub(crate) use later::run as run_later;

/// Runs effects and sends back what comes of them.
#[derive(Clone)]
pub(crate) struct Runner(Rc<Powers>);

struct Powers {
    dispatch: Callback<Command>,
    storage: RefCell<Option<Storage>>,
    /// Work for the storage, done one after the other in the order in which it came.
    queue: RefCell<VecDeque<Pending>>,
    busy: Cell<bool>,
    held: RefCell<Option<(AssessmentId, lock::Guard)>>,
    waiting: RefCell<Option<lock::Waiting>>,
    worker: RefCell<Option<Worker>>,
}

/// Something for the storage to do, once what came before it is done.
type Pending = Pin<Box<dyn Future<Output = ()>>>;

impl Runner {
    pub(super) fn new(dispatch: Callback<Command>) -> Self {
        Self(Rc::new(Powers {
            dispatch,
            storage: RefCell::default(),
            queue: RefCell::default(),
            busy: Cell::new(false),
            held: RefCell::default(),
            waiting: RefCell::default(),
            worker: RefCell::default(),
        }))
    }

    /// Runs one effect, or gives it back where it waits for the later half.
    pub(super) fn run(&self, effect: Effect) -> Option<Effect> {
        match effect {
            Effect::Keep(batch) => self.keep(batch),
            Effect::DrawName => self.draw_name(),
            Effect::Hold(id) => self.hold(id),
            Effect::LetGo => {
                self.0.held.take();
                self.0.waiting.take();
            }
            Effect::Remember(Some(id)) => drop(session::set(OPEN, id.as_str())),
            Effect::Remember(None) => session::remove(OPEN),
            Effect::Address(place, Entry::New) => page::push(&place.hash()),
            Effect::Address(place, Entry::Same) => page::replace(&place.hash()),
            Effect::Focus(at) => focus_on(at),
            Effect::LoadAnew => page::reload(),
            left => match crate::later::get() {
                Some(later) => (later.run)(self, left),
                None => return Some(left),
            },
        }
        None
    }

    fn send(&self, came: Came) {
        self.0.dispatch.emit(Command::from(came));
    }

    fn draw_name(&self) {
        // Without a source of randomness the clock has to do: names need only differ on one device.
        let name = random::id().unwrap_or_else(|| format!("{:032x}", clock::now()));
        self.send(Came::Name(name.as_str().into()));
    }

    fn hold(&self, id: AssessmentId) {
        self.0.waiting.take();
        if self.0.held.borrow().as_ref().is_some_and(|(held, _)| *held == id) {
            return self.send(Came::Held(id));
        }
        self.0.held.take();
        let this = self.clone();
        spawn_local(async move {
            let name = lock_name(id.as_str());
            match lock::take(&name).await {
                lock::Lock::Held(guard) => {
                    this.0.held.replace(Some((id.clone(), guard)));
                    this.send(Came::Held(id));
                }
                lock::Lock::Missing => this.send(Came::Held(id)),
                lock::Lock::Taken => {
                    let that = this.clone();
                    let freed = id.clone();
                    let waiting = lock::wait(name, move |guard| {
                        // Kept until the editor asks for it or lets go: between giving it up and
                        // asking again, the browser still has it as taken.
                        that.0.held.replace(Some((freed.clone(), guard)));
                        that.send(Came::Free(freed));
                    });
                    this.0.waiting.replace(Some(waiting));
                    this.send(Came::Taken(id));
                }
            }
        });
    }

    fn keep(&self, batch: Batch) {
        let this = self.clone();
        self.store(async move {
            let kept = match this.storage().await {
                Ok(storage) => storage.write(&writes(&batch)).await,
                Err(fault) => Err(fault),
            };
            this.send(match kept {
                Ok(()) => {
                    panic::kept(batch.assessment.id.as_str(), clock::now());
                    Came::Kept(batch.number)
                }
                Err(fault) => Came::NotKept(batch.number, storage_fault(fault)),
            });
        });
    }

    /// One task after the other, in the order in which they came.
    fn store(&self, task: impl Future<Output = ()> + 'static) {
        self.0.queue.borrow_mut().push_back(Box::pin(task));
        if self.0.busy.replace(true) {
            return;
        }
        let this = self.clone();
        spawn_local(async move {
            loop {
                let task = this.0.queue.borrow_mut().pop_front();
                let Some(task) = task else { break };
                task.await;
            }
            this.0.busy.set(false);
        });
    }

    async fn storage(&self) -> Result<Storage, storage::Fault> {
        let open = self.0.storage.borrow().clone();
        if let Some(storage) = open {
            return Ok(storage);
        }
        let this = self.clone();
        let storage = Storage::open(move |_| drop(this.0.storage.take())).await?;
        self.0.storage.replace(Some(storage.clone()));
        Ok(storage)
    }
}

fn lock_name(id: &str) -> String {
    format!("respect-in-practice-{id}")
}

fn writes(batch: &Batch) -> Vec<Write> {
    let assessment = batch.assessment.id.as_str().to_owned();
    let head = DraftHead::of(&batch.assessment, &batch.place.hash(), batch.progress).to_bytes();
    let mut writes = vec![Write::Head { assessment: assessment.clone(), bytes: head }];
    if batch.replaces_all {
        writes.push(Write::NoAnswers { assessment: assessment.clone() });
    }
    // A plan is changed, or comes from a file, with the later half alone.
    if let Some(later) = crate::later::get().filter(|_| batch.with_plan) {
        let bytes = (later.plan_to_bytes)(&batch.assessment.plan);
        let question = draft::PLAN.to_owned();
        writes.push(Write::Answer { assessment: assessment.clone(), question, bytes });
    }
    writes.extend(batch.answers.iter().map(|(id, answer)| {
        let (assessment, question) = (assessment.clone(), id.as_str().to_owned());
        match answer {
            Some(answer) => {
                let bytes = draft::answer_to_bytes(id, answer);
                Write::Answer { assessment, question, bytes }
            }
            None => Write::NoAnswer { assessment, question },
        }
    }));
    writes
}

fn storage_fault(fault: storage::Fault) -> StorageFault {
    match fault {
        storage::Fault::Refused(_) => StorageFault::Refused,
        storage::Fault::Full => StorageFault::Full,
        storage::Fault::Blocked => StorageFault::Blocked,
        storage::Fault::Closed => StorageFault::Other(String::new()),
        storage::Fault::Other(reason) => StorageFault::Other(reason),
    }
}

fn focus_on(at: Focus) {
    match at {
        Focus::Screen => {
            page::scroll_to(0.0);
            focus::heading();
        }
        Focus::Question => drop(focus::matching(".question h2[tabindex]")),
        Focus::Faults => drop(focus::matching("[role=alert][tabindex]")),
        Focus::Evidence => drop(focus::matching(".evidence li:last-child input")),
    }
}

/// Tells the editor how the page was sealed, or why not.
pub(super) fn tell_seal(seal: Option<seal::Seal>, dispatch: &Callback<Command>) {
    let send = |came| dispatch.emit(Command::from(came));
    let Some(seal) = seal else { return send(Came::NotSealed("".into())) };
    let Some(since) = seal.since else { return send(Came::NotSealed("".into())) };
    let facts = SealFacts {
        since: Timestamp(since),
        files: seal.files,
        bytes: seal.bytes as u32,
        own_address_only: seal.origins.len() <= 1,
        has_worker: seal.missing.is_empty(),
        missing: seal.missing.iter().map(|name| name.as_str().into()).collect(),
        build: seal.build.as_str().into(),
    };
    send(Came::Sealed(Rc::new(facts)));
}
