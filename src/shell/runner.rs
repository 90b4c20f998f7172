//! Runs effects. The one place that knows both the editor's effects and the browser's powers.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use domain::assessment::Timestamp;
use domain::guidance::Guidance;
use domain::id::AssessmentId;
use domain::job::{Fault, File, Job, Outcome};
use domain::save::draft::{self, DraftHead};
use editor::command::Came;
use editor::effect::{Batch, Entry, Focus};
use editor::keeping::{Listing, StorageFault};
use editor::state::{SealFacts, SendTrial, SendWay, Verdict};
use editor::{Command, Effect, Place};
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

use super::OPEN;
use crate::browser::storage::{Storage, Write};
use crate::browser::worker::{self, Worker};
use crate::browser::{clock, files, focus, lock, page, panic, random, seal, session, storage};

/// Runs effects and sends back what comes of them.
#[derive(Clone)]
pub(super) struct Runner(Rc<Powers>);

struct Powers {
    dispatch: Callback<Command>,
    storage: RefCell<Option<Storage>>,
    /// Work for the storage, done one after the other in the order in which it came.
    queue: RefCell<VecDeque<Errand>>,
    busy: Cell<bool>,
    held: RefCell<Option<(AssessmentId, lock::Guard)>>,
    waiting: RefCell<Option<lock::Waiting>>,
    worker: RefCell<Option<Worker>>,
}

/// Something for the storage to do.
enum Errand {
    Shelf,
    Draft(AssessmentId),
    Keep(Box<Batch>),
    Delete(AssessmentId),
    DeleteEverything,
}

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

    /// Runs one effect.
    pub(super) fn run(&self, effect: Effect) {
        match effect {
            Effect::ReadShelf => self.store(Errand::Shelf),
            Effect::ReadDraft(id) => self.store(Errand::Draft(id)),
            Effect::Keep(batch) => self.store(Errand::Keep(Box::new(batch))),
            Effect::Delete(id) => self.store(Errand::Delete(id)),
            Effect::DeleteEverything => self.store(Errand::DeleteEverything),
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
            Effect::Ask(number, job) => self.ask(number, &job),
            Effect::RestartWorker => drop(self.0.worker.take()),
            Effect::HandOut(file) => self.hand_out(&file),
            Effect::Print => page::print(),
            Effect::TryToSend => self.try_to_send(),
            Effect::LoadAnew => page::reload(),
        }
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

    fn store(&self, errand: Errand) {
        self.0.queue.borrow_mut().push_back(errand);
        if self.0.busy.replace(true) {
            return;
        }
        let this = self.clone();
        spawn_local(async move {
            loop {
                let errand = this.0.queue.borrow_mut().pop_front();
                let Some(errand) = errand else { break };
                this.do_errand(errand).await;
            }
            this.0.busy.set(false);
        });
    }

    async fn do_errand(&self, errand: Errand) {
        let came = match self.storage().await {
            Ok(storage) => do_errand(&storage, &errand).await.map_err(storage_fault),
            Err(fault) => Err(storage_fault(fault)),
        };
        let came = came.unwrap_or_else(|fault| match errand {
            Errand::Keep(ref batch) => Came::NotKept(batch.number, fault),
            Errand::Delete(_) | Errand::DeleteEverything => Came::NotDeleted(fault),
            Errand::Shelf | Errand::Draft(_) => Came::StorageRefused(fault),
        });
        match (&came, &errand) {
            (Came::Kept(_), Errand::Keep(batch)) => {
                panic::kept(batch.assessment.id.as_str(), clock::now());
            }
            (Came::Draft(assessment, ..), _) => {
                panic::kept(assessment.id.as_str(), assessment.changed.0);
            }
            _ => {}
        }
        self.send(came);
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

    fn ask(&self, number: u32, job: &Job) {
        let asked = self.worker().and_then(|()| {
            let bytes = postcard::to_allocvec(job).unwrap_or_default();
            match &*self.0.worker.borrow() {
                Some(worker) => worker.post(number, &bytes),
                None => Err(worker::Fault::NotReady),
            }
        });
        if asked.is_err() {
            self.send(Came::Job(number, Outcome::Failed(Fault::Stopped)));
        }
    }

    fn worker(&self) -> Result<(), worker::Fault> {
        if self.0.worker.borrow().is_some() {
            return Ok(());
        }
        let this = self.clone();
        let worker = Worker::spawn(move |reply| match reply {
            worker::Reply::Done(number, bytes) => {
                let outcome =
                    postcard::from_bytes(&bytes).unwrap_or(Outcome::Failed(Fault::Stopped));
                this.send(Came::Job(number, outcome));
            }
            worker::Reply::Failed(..) | worker::Reply::Stopped(_) => {
                this.send(Came::WorkerStopped);
            }
        })?;
        self.0.worker.replace(Some(worker));
        Ok(())
    }

    fn hand_out(&self, file: &File) {
        // A browser that refuses says so itself; there is nothing more to try.
        let _ = files::download(&file.name, &file.media_type, &file.bytes);
    }

    fn try_to_send(&self) {
        let this = self.clone();
        spawn_local(async move {
            let trials = seal::try_to_send().await.into_iter().map(|(way, verdict)| SendTrial {
                way: match way {
                    seal::Way::Request => SendWay::Fetch,
                    seal::Way::Beacon => SendWay::Beacon,
                    seal::Way::WebSocket => SendWay::WebSocket,
                    seal::Way::Picture => SendWay::Image,
                    seal::Way::Script => SendWay::Script,
                    seal::Way::Worker => SendWay::Worker,
                    seal::Way::Form => SendWay::Form,
                },
                verdict: match verdict {
                    seal::Verdict::Refused => Verdict::Refused,
                    seal::Verdict::NotRefused => Verdict::NotRefused,
                    seal::Verdict::NotTried => Verdict::Absent,
                },
            });
            this.send(Came::Tried(trials.collect()));
        });
    }
}

async fn do_errand(storage: &Storage, errand: &Errand) -> Result<Came, storage::Fault> {
    Ok(match errand {
        Errand::Shelf => {
            let heads = storage.heads().await?;
            Came::Shelf(heads.iter().filter_map(|(_, bytes)| listing(bytes)).collect())
        }
        Errand::Draft(id) => {
            let Some(read) = storage.read(id.as_str()).await? else {
                return Ok(Came::NoDraft(id.clone()));
            };
            let Some(head) = DraftHead::from_bytes(&read.head) else {
                return Ok(Came::NoDraft(id.clone()));
            };
            let place = Place::from_hash(&head.place);
            let (assessment, damaged) =
                head.with_answers(read.answers.iter().map(|(_, bytes)| bytes.as_slice()));
            Came::Draft(Box::new(assessment), place, damaged)
        }
        Errand::Keep(batch) => {
            storage.write(&writes(batch)).await?;
            Came::Kept(batch.number)
        }
        Errand::Delete(id) => {
            let _alone = alone([id.as_str()]).await?;
            storage.delete(id.as_str()).await?;
            Came::Deleted
        }
        Errand::DeleteEverything => {
            let heads = storage.heads().await?;
            let _alone = alone(heads.iter().map(|(id, _)| id.as_str())).await?;
            storage.clear().await?;
            Came::Deleted
        }
    })
}

/// The locks of assessments that are about to be deleted. What another tab writes stays: it would
/// go on writing into what is no longer there.
async fn alone<'a>(
    ids: impl IntoIterator<Item = &'a str>,
) -> Result<Vec<lock::Guard>, storage::Fault> {
    let mut guards = Vec::new();
    for id in ids {
        match lock::take_soon(&lock_name(id)).await {
            lock::Lock::Held(guard) => guards.push(guard),
            lock::Lock::Taken => return Err(storage::Fault::Blocked),
            lock::Lock::Missing => {}
        }
    }
    Ok(guards)
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

fn listing(bytes: &[u8]) -> Option<Listing> {
    let draft = DraftHead::from_bytes(bytes)?;
    let (answered, not_known, all) = draft.squares;
    let assessment = draft.head.into_assessment(Default::default());
    Some(Listing {
        subject: assessment.scope.subject().to_owned(),
        unit: assessment.scope.unit,
        answered,
        not_known,
        all,
        changed: assessment.changed,
        saved_to_file: assessment.saved_to_file,
        id: assessment.id,
    })
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
    if let Some(guidance) = &seal.guidance
        && let Ok(guidance) = postcard::from_bytes::<Guidance>(guidance)
    {
        send(Came::Guidance(Rc::new(guidance)));
    }
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
