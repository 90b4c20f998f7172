//! What nobody asks the browser for before the first question can be answered.

use domain::id::AssessmentId;
use domain::job::{File, Job, Outcome};
use domain::save::draft::DraftHead;
use editor::effect::InPlan;
use editor::keeping::{Draft, Listing, StorageFault};
use editor::later::{Came, Effect};
use editor::seal::{SendTrial, SendWay, Verdict};
use editor::{Message, Place, first};
use wasm_bindgen_futures::spawn_local;

use super::{Runner, lock_name, storage_fault};
use crate::browser::storage::Storage;
use crate::browser::worker::{self, Worker};
use crate::browser::{files, focus, lock, page, panic, seal, storage};

/// Runs one effect.
pub(crate) fn run(runner: &Runner, effect: Effect) {
    match effect {
        Effect::ReadShelf => read(runner, StorageTask::Shelf),
        Effect::ReadDraft(id) => read(runner, StorageTask::Draft(id)),
        Effect::Delete(id) => read(runner, StorageTask::Delete(id)),
        Effect::DeleteEverything => read(runner, StorageTask::DeleteEverything),
        Effect::Ask(number, job) => ask(runner, number, &job),
        Effect::RestartWorker => drop(runner.0.worker.take()),
        Effect::HandOut(file) => hand_out(&file),
        Effect::Print => page::print(),
        Effect::FocusOnEvidence => drop(focus::matching(".evidence li:last-child input")),
        Effect::FocusInPlan(at) => focus_in_plan(at),
        Effect::TryToSend => try_to_send(runner),
    }
}

/// Something for the storage to read or delete.
enum StorageTask {
    Shelf,
    Draft(AssessmentId),
    Delete(AssessmentId),
    DeleteEverything,
}

fn read(runner: &Runner, task: StorageTask) {
    let this = runner.clone();
    runner.store(async move {
        let came = match this.storage().await {
            Ok(storage) => carry_out(&storage, &task).await,
            Err(fault) => Err(fault),
        };
        if let Ok(Came::Draft(draft)) = &came {
            panic::kept(draft.assessment.id.as_str(), draft.assessment.changed.0);
        }
        this.send(match came {
            Ok(came) => Message::from(came),
            Err(fault) => refused(&task, storage_fault(fault)),
        });
    });
}

/// The storage refused the task.
fn refused(task: &StorageTask, fault: StorageFault) -> Message {
    match task {
        StorageTask::Delete(_) | StorageTask::DeleteEverything => Came::NotDeleted(fault).into(),
        StorageTask::Shelf | StorageTask::Draft(_) => first::Came::StorageRefused(fault).into(),
    }
}

async fn carry_out(storage: &Storage, task: &StorageTask) -> Result<Came, storage::Fault> {
    Ok(match task {
        StorageTask::Shelf => {
            let heads = storage.heads().await?;
            Came::Shelf(heads.iter().filter_map(|(_, bytes)| listing(bytes)).collect())
        }
        StorageTask::Draft(id) => {
            let Some(read) = storage.read(id.as_str()).await? else {
                return Ok(Came::NoDraft(id.clone()));
            };
            let Some(head) = DraftHead::from_bytes(&read.head) else {
                return Ok(Came::NoDraft(id.clone()));
            };
            let place = Place::from_hash(&head.place);
            let changes_since_file = head.changes_since_file;
            let (assessment, damaged) =
                head.with_records(read.answers.iter().map(|(_, bytes)| bytes.as_slice()));
            Came::Draft(Box::new(Draft { assessment, place, changes_since_file, damaged }))
        }
        StorageTask::Delete(id) => {
            let _alone = alone([id.as_str()]).await?;
            storage.delete(id.as_str()).await?;
            Came::Deleted
        }
        StorageTask::DeleteEverything => {
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
