//! What nobody asks the browser for before the first question can be answered.

use domain::id::AssessmentId;
use domain::job::{File, Job, Outcome};
use domain::save::draft::{DraftHead, Written};
use editor::effect::InPlan;
use editor::keeping::{Draft, Listing, StorageFault};
use editor::later::{Came, Effect};
use editor::seal::{SendTrial, SendWay, Verdict};
use editor::{Message, Place, first};
use wasm_bindgen_futures::spawn_local;

use super::{Runner, lock_name, storage_fault};
use crate::browser::storage::Storage;
use crate::browser::worker::{self, Worker};
use crate::browser::{caret, channel, files, focus, lock, page, panic, seal, storage};

/// Runs one effect.
pub(crate) fn run(runner: &Runner, effect: Effect) {
    match effect {
        Effect::ReadShelf => read(runner, StorageTask::Shelf),
        Effect::ReadDraft(id) => read(runner, StorageTask::Draft(id)),
        Effect::LookBeside(id, known) => read(runner, StorageTask::Beside(id, known)),
        Effect::Delete(id) => read(runner, StorageTask::Delete(id)),
        Effect::DeleteEverything => read(runner, StorageTask::DeleteEverything),
        Effect::Ask(number, job) => ask(runner, number, &job),
        Effect::RestartWorker => drop(runner.0.worker.take()),
        Effect::HandOut(file) => hand_out(&file),
        Effect::Print => page::print(),
        Effect::PutCaretBack => {
            if let Some(caret) = runner.0.caret.take() {
                caret.put_back();
            }
        }
        Effect::FocusOnEvidence => drop(focus::matching(".evidence li:last-child input")),
        Effect::FocusInPlan(at) => focus_in_plan(at),
        Effect::TryToSend => try_to_send(runner),
    }
}

/// Something for the storage to read or delete.
enum StorageTask {
    Shelf,
    Draft(AssessmentId),
    Beside(AssessmentId, Option<Written>),
    Delete(AssessmentId),
    DeleteEverything,
}

fn read(runner: &Runner, task: StorageTask) {
    let this = runner.clone();
    runner.store(async move {
        let mut came = attempt(&this, &task).await;
        if let Err(fault @ (storage::Fault::Closed | storage::Fault::Unfit)) = &came {
            // The browser has closed it without a word, or somebody has taken the stores away.
            let mended = match fault {
                storage::Fault::Unfit => storage::mending::mend().await,
                _ => Ok(()),
            };
            this.0.storage.take();
            came = match mended {
                Ok(()) => attempt(&this, &task).await,
                Err(fault) => Err(fault),
            };
        }
        if let Ok(Some(Came::Draft(draft))) = &came {
            panic::kept(draft.assessment.id.as_str(), draft.assessment.changed.0);
        }
        let told = match came {
            Ok(came) => came.map(Message::from),
            Err(fault) => Some(refused(&task, storage_fault(fault))),
        };
        if let Some(message) = told {
            // What another window wrote may stand around what is being typed here.
            if matches!(task, StorageTask::Beside(..)) {
                this.0.caret.replace(caret::here());
            }
            this.send(message);
        }
    });
}

async fn attempt(runner: &Runner, task: &StorageTask) -> Result<Option<Came>, storage::Fault> {
    let storage = runner.storage().await?;
    carry_out(runner, &storage, task).await
}

/// Hears what other windows do, and when this one is shown again.
pub(crate) fn hear(runner: &Runner) {
    let (told, shown) = (runner.clone(), runner.clone());
    let channel = channel::open(move |what| {
        told.send(match what {
            channel::Told::Put => Came::MayDiffer,
            channel::Told::Deleted(id) => Came::DeletedElsewhere(id.as_str().into()),
        });
    });
    runner.0.channel.replace(channel);
    page::on_shown(move || shown.send(Came::MayDiffer));
}

/// Tells other windows that something was put.
pub(crate) fn tell(runner: &Runner) {
    channel::tell(&runner.0.channel.borrow(), &channel::Told::Put);
}

/// The storage refused the task.
fn refused(task: &StorageTask, fault: StorageFault) -> Message {
    match task {
        StorageTask::Delete(_) | StorageTask::DeleteEverything => Came::NotDeleted(fault).into(),
        StorageTask::Shelf | StorageTask::Draft(_) | StorageTask::Beside(..) => {
            first::Came::StorageRefused(fault).into()
        }
    }
}

/// Nothing comes of a look that finds what is known.
async fn carry_out(
    runner: &Runner,
    storage: &Storage,
    task: &StorageTask,
) -> Result<Option<Came>, storage::Fault> {
    Ok(Some(match task {
        StorageTask::Shelf => {
            let heads = storage.heads().await?;
            Came::Shelf(heads.iter().filter_map(|(_, bytes)| listing(bytes)).collect())
        }
        StorageTask::Draft(id) => match storage.read(id.as_str()).await?.as_ref().and_then(draft) {
            Some(draft) => Came::Draft(Box::new(draft)),
            None => Came::NoDraft(id.clone()),
        },
        StorageTask::Beside(id, known) => match storage.read(id.as_str()).await? {
            None => Came::GoneFromDevice(id.clone()),
            Some(read) if *known == Some(Written::of(&read.head)) => return Ok(None),
            Some(read) => match draft(&read) {
                Some(draft) => Came::Beside(Box::new(draft)),
                // Nothing that can be read: what is open here takes its place.
                None => Came::GoneFromDevice(id.clone()),
            },
        },
        StorageTask::Delete(id) => {
            let _alone = alone([id.as_str()]).await?;
            storage.delete(id.as_str()).await?;
            tell_deleted(runner, [id.as_str()]);
            Came::Deleted
        }
        StorageTask::DeleteEverything => {
            let heads = storage.heads().await?;
            let _alone = alone(heads.iter().map(|(id, _)| id.as_str())).await?;
            storage.clear().await?;
            tell_deleted(runner, heads.iter().map(|(id, _)| id.as_str()));
            Came::Deleted
        }
    }))
}

fn tell_deleted<'a>(runner: &Runner, ids: impl IntoIterator<Item = &'a str>) {
    let channel = runner.0.channel.borrow();
    ids.into_iter().for_each(|id| channel::tell(&channel, &channel::Told::Deleted(id.to_owned())));
}

/// The draft that these records hold, if the head can be read.
fn draft(read: &storage::Draft) -> Option<Draft> {
    let head = DraftHead::from_bytes(&read.head)?;
    let (place, written) = (Place::from_hash(&head.place), head.written);
    let changes_since_file = head.changes_since_file;
    let records = read.answers.iter().map(|(_, bytes)| bytes.as_slice());
    let (assessment, damaged) = head.with_records(records);
    Some(Draft { assessment, place, changes_since_file, written, damaged })
}

/// The locks of assessments that are about to be deleted. What another window has open stays.
async fn alone<'a>(
    ids: impl IntoIterator<Item = &'a str>,
) -> Result<Vec<lock::Guard>, storage::Fault> {
    let mut guards = Vec::new();
    for id in ids {
        match lock::take(&lock_name(id)).await {
            lock::Lock::Held(guard) => guards.push(guard),
            lock::Lock::Taken => return Err(storage::Fault::Blocked),
            lock::Lock::Missing => {}
        }
    }
    Ok(guards)
}

fn listing(bytes: &[u8]) -> Option<Listing> {
    let draft = DraftHead::from_bytes(bytes)?;
    let (answered, not_known, all) = draft.squares;
    let (changes_since_file, partly) = (draft.changes_since_file, draft.partly);
    let assessment = draft.head.into_assessment(Default::default());
    Some(Listing {
        subject: assessment.scope.subject().to_owned(),
        unit: assessment.scope.unit,
        answered,
        not_known,
        partly,
        all,
        changed: assessment.changed,
        saved_to_file: assessment.saved_to_file,
        changes_since_file,
        id: assessment.id,
    })
}

fn ask(runner: &Runner, number: u32, job: &Job) {
    let asked = worker(runner).and_then(|()| {
        let bytes = postcard::to_allocvec(job).unwrap_or_default();
        match &*runner.0.worker.borrow() {
            Some(worker) => worker.post(number, &bytes),
            None => Err(worker::Fault::NotReady),
        }
    });
    if asked.is_err() {
        runner.send(Came::Job(number, Outcome::Stopped));
    }
}

fn worker(runner: &Runner) -> Result<(), worker::Fault> {
    if runner.0.worker.borrow().is_some() {
        return Ok(());
    }
    let this = runner.clone();
    let worker = Worker::spawn(move |reply| match reply {
        worker::Reply::Done(number, bytes) => {
            let outcome = postcard::from_bytes(&bytes).unwrap_or(Outcome::Stopped);
            this.send(Came::Job(number, outcome));
        }
        worker::Reply::Failed(..) | worker::Reply::Stopped(_) => {
            this.send(Came::WorkerStopped);
        }
    })?;
    runner.0.worker.replace(Some(worker));
    Ok(())
}

fn hand_out(file: &File) {
    // A browser that refuses says so itself; there is nothing more to try.
    let _ = files::download(&file.name, &file.media_type, &file.bytes);
}

fn focus_in_plan(at: InPlan) {
    match at {
        InPlan::Action(id) => focus::element(&format!("action-{}", id.0)),
        InPlan::Handle(id) => focus::element(&format!("handle-{}", id.0)),
        InPlan::NewAction => focus::element("new-action"),
        InPlan::Suggestion(before) => {
            focus::matching(&format!(".suggestions > li:nth-child({}) button", before + 1))
        }
    };
}

fn try_to_send(runner: &Runner) {
    let this = runner.clone();
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
