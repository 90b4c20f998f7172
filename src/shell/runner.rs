//! Runs effects. The one place that knows both the editor's effects and the browser's powers. What the
//! first load can do stands here.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::pin::Pin;
use std::rc::Rc;

use domain::assessment::Timestamp;
use domain::id::AssessmentId;
use domain::plan::Plan;
use domain::risk::Register;
use domain::save::draft::{self, DraftHead};
use domain::sheet::record::SheetRecords;
use editor::effect::{Batch, Entry, Focus};
use editor::keeping::StorageFault;
use editor::seal::{FileWorker, SealFacts};
use editor::{Effect, Message, State, first, later as editor_later};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use crate::browser::storage::{Expected, Put, Storage, Write};
use crate::browser::worker::Worker;
use crate::browser::{clock, focus, host, lock, page, panic, random, seal, storage};
use crate::view::dispatch::Dispatch;

pub(crate) mod later;
mod left_behind;
mod records;
pub(crate) mod standing;

/// What the later half can do.
pub(crate) struct LaterRunner {
    /// Runs one effect.
    pub(crate) run: fn(&Runner, editor_later::Effect),
    /// Hears what other windows do, and when this one is shown again.
    pub(crate) hear: fn(&Runner),
    /// Tells other windows that something was put.
    pub(crate) tell: fn(&Runner),
    /// Tells the page around this one how it stands.
    pub(crate) stand: fn(&State),
    /// The plan as it is kept: it is changed, or comes from a file, with the later half alone.
    pub(crate) plan_to_bytes: fn(&Plan) -> Vec<u8>,
    pub(crate) sheets_to_bytes: fn(&SheetRecords) -> Vec<u8>,
    pub(crate) risks_to_bytes: fn(&Register) -> Vec<u8>,
}

/// Runs effects and sends back what comes of them.
#[derive(Clone)]
pub(crate) struct Runner(Rc<Powers>);

struct Powers {
    dispatch: Dispatch,
    storage: RefCell<Option<Storage>>,
    /// Work for the storage, done one after the other in the order in which it came.
    queue: RefCell<VecDeque<Pending>>,
    busy: Cell<bool>,
    /// What is to be put, for as long as it may not be there yet.
    pending: RefCell<Option<Rc<[Write]>>>,
    held: RefCell<Option<(AssessmentId, lock::Guard)>>,
    /// How other windows are told, once the later half is here.
    channel: RefCell<JsValue>,
    worker: RefCell<Option<Worker>>,
    /// Whether the storage is being tried once more.
    again: Cell<bool>,
}

/// Something for the storage to do, once what came before it is done.
type Pending = Pin<Box<dyn Future<Output = ()>>>;

impl Runner {
    pub(super) fn new(dispatch: Dispatch) -> Self {
        Self(Rc::new(Powers {
            dispatch,
            storage: RefCell::default(),
            queue: RefCell::default(),
            busy: Cell::new(false),
            pending: RefCell::default(),
            held: RefCell::default(),
            channel: RefCell::new(JsValue::NULL),
            again: Cell::new(false),
            worker: RefCell::default(),
        }))
    }

    /// Runs one effect, or gives it back where it waits for the later half.
    pub(super) fn run(&self, effect: Effect, later: Option<&LaterRunner>) -> Option<Effect> {
        match (effect, later) {
            (Effect::First(effect), _) => self.run_first(effect, later),
            (Effect::Later(effect), Some(later)) => (later.run)(self, effect),
            (effect @ Effect::Later(_), None) => return Some(effect),
        }
        None
    }

    fn run_first(&self, effect: first::Effect, later: Option<&LaterRunner>) {
        match effect {
            first::Effect::Keep(batch) => self.keep(&batch, later),
            first::Effect::DrawName => self.send(first::Came::Name(name())),
            first::Effect::Hold(id) => self.hold(id),
            first::Effect::LetGo => drop(self.0.held.take()),
            first::Effect::Remember(id) => host::remember(id.as_ref().map(AssessmentId::as_str)),
            first::Effect::Address(place, Entry::New) => page::push(&place.hash()),
            first::Effect::Address(place, Entry::Same) => page::replace(&place.hash()),
            first::Effect::Focus(at) => focus_on(at),
            first::Effect::LoadAnew => page::reload(),
        }
    }

    fn send(&self, message: impl Into<Message>) {
        self.0.dispatch.send(message);
    }

    fn hold(&self, id: AssessmentId) {
        if self.0.held.borrow().as_ref().is_some_and(|(held, _)| *held == id) {
            return;
        }
        self.0.held.take();
        let this = self.clone();
        spawn_local(async move {
            let guard = lock::share(&lock_name(id.as_str())).await;
            this.0.held.replace(guard.map(|guard| (id, guard)));
        });
    }

    fn keep(&self, batch: &Batch, later: Option<&LaterRunner>) {
        let this = self.clone();
        let writes: Rc<[Write]> = writes(batch, later).into();
        let (number, assessment) = (batch.number, batch.assessment.id.clone());
        let expected = batch.expects.map(|written| Expected {
            assessment: assessment.as_str().to_owned(),
            end: written.end(),
        });
        self.0.pending.replace(Some(writes.clone()));
        let told = later.map(|later| later.tell);
        self.store(async move {
            let put = match this.storage().await {
                Ok(storage) => storage.write(expected.as_ref(), &writes).await,
                Err(fault) => Err(fault),
            };
            this.0.pending.borrow_mut().take_if(|pending| Rc::ptr_eq(pending, &writes));
            let again = put == Err(storage::Fault::Closed) && !this.0.again.replace(true);
            this.send(match put {
                Ok(Put::Done) => {
                    this.0.again.set(false);
                    panic::kept(assessment.as_str(), clock::now());
                    if let Some(tell) = told {
                        tell(&this);
                    }
                    first::Came::Kept(number).into()
                }
                Ok(Put::Gone) => Message::from(editor_later::Came::Gone(number)),
                Ok(Put::Overtaken) => editor_later::Came::Overtaken(number).into(),
                // The browser has closed it without a word: it is opened once more.
                Err(_) if again => {
                    this.0.storage.take();
                    editor_later::Came::Overtaken(number).into()
                }
                Err(fault) => first::Came::NotKept(number, storage_fault(fault)).into(),
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

/// A name for a new assessment.
pub(super) fn name() -> AssessmentId {
    // Without a source of randomness the clock has to do: names need only differ on one device.
    let name = random::id().unwrap_or_else(|| format!("{:032x}", clock::now()));
    name.as_str().into()
}

fn lock_name(id: &str) -> String {
    host::own(&format!("respect-in-practice-{id}"))
}

fn writes(batch: &Batch, later: Option<&LaterRunner>) -> Vec<Write> {
    let assessment = batch.assessment.id.as_str().to_owned();
    let (place, since) = (batch.place.hash(), batch.changes_since_file);
    let head = DraftHead::of(&batch.assessment, &place, batch.progress, since, batch.written);
    let head = head.to_bytes();
    let mut writes = vec![Write::Head { assessment: assessment.clone(), bytes: head }];
    if batch.replaces_all {
        writes.push(Write::NoAnswers { assessment: assessment.clone() });
    }
    if let Some(later) = later.filter(|_| batch.with_plan) {
        let bytes = (later.plan_to_bytes)(&batch.assessment.plan);
        let question = draft::PLAN.to_owned();
        writes.push(Write::Answer { assessment: assessment.clone(), question, bytes });
    }
    if let Some(later) = later.filter(|_| batch.with_sheets) {
        let bytes = (later.sheets_to_bytes)(&batch.assessment.sheets);
        let question = draft::SHEETS.to_owned();
        writes.push(Write::Answer { assessment: assessment.clone(), question, bytes });
    }
    if let Some(later) = later.filter(|_| batch.with_risks) {
        let bytes = (later.risks_to_bytes)(&batch.assessment.risks);
        let question = draft::RISKS.to_owned();
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
        storage::Fault::Newer => StorageFault::Newer,
        storage::Fault::Closed | storage::Fault::Unfit => StorageFault::Other(String::new()),
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
        Focus::Fact(fact) => {
            let radio = format!("[aria-labelledby={fact}] input");
            if !focus::matching(&radio) {
                focus::heading();
            }
        }
        Focus::Faults => drop(focus::matching("[role=alert][tabindex]")),
    }
}

/// Tells the editor how the page was sealed, or why not.
pub(super) fn tell_seal(seal: Option<seal::Seal>, dispatch: &Dispatch) {
    let send = |came: first::Came| dispatch.send(came);
    let Some(seal) = seal else { return send(first::Came::NotSealed("".into())) };
    let Some(since) = seal.since else { return send(first::Came::NotSealed("".into())) };
    let facts = SealFacts {
        since: Timestamp(since),
        files: seal.files,
        bytes: seal.bytes as u32,
        own_address_only: seal.origins.len() <= 1,
        worker: match seal.refused {
            Some(rules) => FileWorker::Refused(rules.as_str().into()),
            // Files are written without styles too.
            None if seal.missing.iter().all(|name| name.ends_with(".css")) => FileWorker::Answers,
            None => FileWorker::NotHere,
        },
        missing: seal.missing.iter().map(|name| name.as_str().into()).collect(),
        build: seal.build.as_str().into(),
    };
    send(first::Came::Sealed(Rc::new(facts)));
}
