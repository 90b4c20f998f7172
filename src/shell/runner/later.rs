//! What nobody asks the browser for before the first question can be answered.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::rc::Rc;

use domain::count::count;
use domain::id::{AssessmentId, QuestionId};
use domain::job::{File, Job, Outcome};
use domain::save::draft::{DraftHead, Written};
use editor::effect::{InPlan, InRisks};
use editor::keeping::{Draft, StorageFault, Unread, Wanted};
use editor::keys::{Keys, Shortcut, latin};
use editor::later::{Came, Command, Effect};
use editor::offline::{Stands, Why};
use editor::own_words::Answered;
use editor::seal::{SendTrial, SendWay, Verdict};
use editor::stood::{Link, Stood};
use editor::target::Target;
use editor::{Message, first};
use wasm_bindgen_futures::spawn_local;

use super::records::{draft, listing, records, unreadable};
use super::{Runner, left_behind, lock_name, name, storage_fault};
use crate::browser::storage::{Storage, Write};
use crate::browser::worker::{self, Worker};
use crate::browser::{
    caret, channel, clipboard, clock, files, focus, host_page, in_view, keys, leaving, lock,
    locker, offline, own_words, page, panic, seal, storage,
};
use crate::view;
use crate::view::asking::NOT_KNOWN;

/// In how many milliseconds most files from outside are read. Who waits longer is told.
const A_WHILE: u32 = 1000;

/// Runs one effect.
pub(crate) fn run(runner: &Runner, effect: Effect) {
    match effect {
        Effect::ReadShelf => read(runner, StorageTask::Shelf),
        Effect::ReadDraft(id) => read(runner, StorageTask::Draft(id)),
        Effect::LookBeside(id, known) => read(runner, StorageTask::Beside(id, known)),
        Effect::ReadFor(id, wanted) => read(runner, StorageTask::For(id, wanted)),
        Effect::ReadWithoutHead(draft) => read(runner, StorageTask::WithoutHead(draft)),
        Effect::PutBack(records) => read(runner, StorageTask::PutBack(records)),
        Effect::HandOutRecords(id) => hand_out_records(runner, id),
        Effect::NameCopy(draft) => runner.send(Came::CopyNamed(name(), draft)),
        Effect::Delete(id) => read(runner, StorageTask::Delete(id)),
        Effect::DeleteEverything => {
            locker::empty_all();
            read(runner, StorageTask::DeleteEverything);
        }
        Effect::Ask(number, job) => ask(runner, number, &job),
        Effect::SayIfItTakesLong(number) => {
            let this = runner.clone();
            clock::after(A_WHILE, move || this.send(Came::TakesLong(number))).forget();
        }
        Effect::RestartWorker => drop(runner.0.worker.take()),
        Effect::HandOut(file) => hand_out(&file),
        Effect::CopyText(target, text) => copy_text(runner, target, text),
        Effect::FocusOnText => focus::choose_all(".by-hand"),
        Effect::FocusOnSave => drop(focus::element("save-file")),
        Effect::StandAgain(stood) => stand_again(&stood),
        Effect::Show(heading) => show(&heading),
        Effect::Print => print(runner),
        Effect::PutCaretBack => caret::put_back(editor::caret::moved),
        Effect::ChooseNotKnown(question) => choose_not_known(runner, question),
        Effect::FocusOnChoice(question) => {
            let _ = focus::matching(&format!("#{question} .answer input:checked"));
        }
        Effect::RememberKeys(keys) => keys::remember_off(keys == Keys::Off),
        Effect::FocusOnEvidence => drop(focus::matching(".evidence li:last-child input")),
        Effect::FocusInPlan(at) => focus_in_plan(at),
        Effect::FocusInRisks(at) => focus_in_risks(at),
        Effect::FocusInResult(question) => focus_in_result(&question),
        Effect::TryToSend => try_to_send(runner),
        Effect::Accent(colour) => page::set_accent(&colour),
    }
}

/// Something for the storage to read or delete.
enum StorageTask {
    Shelf,
    Draft(AssessmentId),
    Beside(AssessmentId, Option<Written>),
    For(AssessmentId, Wanted),
    WithoutHead(Box<Draft>),
    PutBack(Rc<[u8]>),
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
                caret::note();
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
    let left = runner.clone();
    page::on_leaving(move || {
        put_at_last(&left);
        left_behind::lock();
    });
    let back = runner.clone();
    spawn_local(async move { left_behind::take(&back).await });
    let (leaves, reads) = (runner.clone(), runner.clone());
    leaving::on_press(move |left| leaves.send(Command::Leave(stood(left))));
    in_view::watch(view::contents::HEADINGS, move |heading| {
        reads.send(Came::InView(heading.as_str().into()));
    });
    let offline = runner.clone();
    spawn_local(async move { tell_offline(&offline).await });
    let own = runner.clone();
    spawn_local(async move { tell_own_words(&own).await });
    if keys::are_off() {
        runner.send(Command::UseKeys(Keys::Off));
    }
    let pressed = runner.clone();
    keys::on_single(move |name, place| {
        if let Some(shortcut) = Shortcut::of(&latin(name, place)) {
            pressed.send(Command::Press(shortcut));
        }
    });
}

/// Presses the row as a hand does, which knows who usually knows. Where another question is shown by
/// now, it is said without that.
fn choose_not_known(runner: &Runner, question: QuestionId) {
    if !focus::press(&format!("#{question} .answer input[value=\"{NOT_KNOWN}\"]")) {
        let not_known = first::Answering::NotKnown(String::new());
        runner.send(first::Command::Answer(question, not_known));
    }
}

/// How the screen stands, as the editor knows it.
fn stood(left: leaving::Left) -> Stood {
    Stood {
        top: left.top as u32,
        folds: left.folds.iter().map(|fold| fold.as_str().into()).collect(),
        link: left.link.map(|(address, before)| Link { address: address.as_str().into(), before }),
    }
}

/// Lets the screen stand as it did. In a frame that is as high as the page what scrolls is the page
/// around: there the link that led away is brought into view.
fn stand_again(stood: &Stood) {
    stood.folds.iter().for_each(|fold| leaving::open(fold));
    page::scroll_to(stood.top.into());
    let link = stood.link.as_ref();
    if let Some(link) = link.and_then(|link| leaving::link(&link.address, link.before)) {
        focus::on(link, !host_page::is_framed());
    }
}

/// Moves what is seen, and the focus, to a heading.
fn show(heading: &str) {
    if let Some(heading) = leaving::element(heading) {
        heading.scroll_into_view();
        focus::on(heading, true);
    }
}

/// Tells whether the page is kept for use without a connection, and once a newer one is.
async fn tell_offline(runner: &Runner) {
    let Some(stands) = offline::stands().await else { return };
    runner.send(Came::Offline(match stands {
        offline::Stands::Kept => Stands::Kept,
        offline::Stands::Failed => Stands::Not(Why::Failed),
        offline::Stands::Insecure => Stands::Not(Why::Insecure),
        offline::Stands::Absent => Stands::Not(Why::Absent),
        offline::Stands::Framed => Stands::Not(Why::Framed),
        offline::Stands::Nowhere => Stands::Not(Why::Nowhere),
        offline::Stands::Without => Stands::Not(Why::Without),
        offline::Stands::OneFile => Stands::Not(Why::OneFile),
    }));
    if offline::newer().await.is_some() {
        runner.send(Came::NewerPage);
    }
}

/// Tells what whoever runs this copy of the page says on it, where the page names a file of theirs.
async fn tell_own_words(runner: &Runner) {
    let Some(answered) = own_words::answered().await else { return };
    runner.send(Came::OwnWords(match answered {
        own_words::Answered::File(bytes) => Answered::File(bytes.into()),
        own_words::Answered::NoFile(status) => Answered::NoFile(status),
        own_words::Answered::Nothing => Answered::Nothing,
        own_words::Answered::OtherName(name) => Answered::OtherName(name.into()),
    }));
}

thread_local! {
    /// Whether the browser was asked not to clear the storage: with the first thing that is kept there.
    static ASKED_TO_STAY: Cell<bool> = const { Cell::new(false) };
}

/// Puts what may not be on this device yet while the page goes.
fn put_at_last(runner: &Runner) {
    let pending = runner.0.pending.borrow();
    if let (Some(writes), Some(storage)) = (&*pending, &*runner.0.storage.borrow()) {
        storage.write_last(writes);
    }
}

/// Tells other windows that something was put.
pub(crate) fn tell(runner: &Runner) {
    if !ASKED_TO_STAY.replace(true) {
        storage::mending::ask_to_stay();
    }
    channel::tell(&runner.0.channel.borrow(), &channel::Told::Put);
}

/// The storage refused the task.
fn refused(task: &StorageTask, fault: StorageFault) -> Message {
    match task {
        StorageTask::Delete(_) | StorageTask::DeleteEverything => Came::NotDeleted(fault).into(),
        StorageTask::Shelf
        | StorageTask::Draft(_)
        | StorageTask::Beside(..)
        | StorageTask::For(..)
        | StorageTask::WithoutHead(_)
        | StorageTask::PutBack(_) => first::Came::StorageRefused(fault).into(),
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
            let (beside, aside) = storage.owners().await?;
            let mut listings = Vec::new();
            let mut unread = Vec::new();
            for (id, bytes) in &heads {
                let of_it = aside.iter().filter(|owner| *owner == id).count();
                match listing(bytes, count(of_it)) {
                    Some(listing) => listings.push(listing),
                    None => unread.push(unreadable(id, bytes)),
                }
            }
            let missing = beside.iter().filter(|owner| !heads.iter().any(|(id, _)| id == *owner));
            let missing: BTreeSet<&String> = missing.collect();
            unread.extend(missing.into_iter().map(|id| unreadable(id, &[])));
            Came::Shelf(listings.into(), unread.into())
        }
        StorageTask::Draft(id) => match whole(storage, id).await? {
            Ok((draft, damaged)) => {
                if !damaged.is_empty() {
                    storage.put_aside(id.as_str(), &damaged).await?;
                }
                Came::Draft(Box::new(draft))
            }
            Err(why_not) => why_not,
        },
        StorageTask::For(id, wanted) => match whole(storage, id).await? {
            Ok((draft, _)) => Came::ReadFor(wanted.clone(), Box::new(draft)),
            Err(why_not) => why_not,
        },
        StorageTask::WithoutHead(blank) => {
            let id = &blank.assessment.id;
            let Some(read) = storage.read(id.as_str()).await? else {
                return Ok(Some(Came::NoDraft(id.clone())));
            };
            let (beside, damaged) = records(&read);
            storage.put_aside(id.as_str(), &damaged).await?;
            storage.put_head_aside(id.as_str()).await?;
            let mut draft = blank.clone();
            draft.assessment = beside.put_into(draft.assessment);
            Came::WithoutHead(draft)
        }
        StorageTask::PutBack(records) => {
            let all: Vec<Deleted> = postcard::from_bytes(records).unwrap_or_default();
            let writes: Vec<_> = all.into_iter().flat_map(writes).collect();
            storage.write(None, &writes).await?;
            tell(runner);
            Came::BackAgain
        }
        StorageTask::Beside(id, known) => match storage.read(id.as_str()).await? {
            None => Came::GoneFromDevice(id.clone()),
            Some(read) if *known == Some(Written::of(&read.head)) => return Ok(None),
            Some(read) => match draft(&read) {
                Some((draft, _)) => Came::Beside(Box::new(draft)),
                None if DraftHead::is_newer(&read.head) => return Err(storage::Fault::Newer),
                // Nothing that can be read: what is open here takes its place.
                None => Came::GoneFromDevice(id.clone()),
            },
        },
        StorageTask::Delete(id) => {
            let _alone = alone([id.as_str()]).await?;
            let before = storage.read(id.as_str()).await?;
            storage.delete(id.as_str()).await?;
            tell_deleted(runner, [id.as_str()]);
            Came::Deleted(deleted(
                before.map(|before| (id.as_str().to_owned(), before)).into_iter(),
            ))
        }
        StorageTask::DeleteEverything => {
            let heads = storage.heads().await?;
            let _alone = alone(heads.iter().map(|(id, _)| id.as_str())).await?;
            let mut before = Vec::new();
            for (id, _) in &heads {
                before.extend(storage.read(id).await?.map(|read| (id.clone(), read)));
            }
            storage.clear().await?;
            tell_deleted(runner, heads.iter().map(|(id, _)| id.as_str()));
            Came::Deleted(deleted(before.into_iter()))
        }
    }))
}

fn tell_deleted<'a>(runner: &Runner, ids: impl IntoIterator<Item = &'a str>) {
    let channel = runner.0.channel.borrow();
    ids.into_iter().for_each(|id| channel::tell(&channel, &channel::Told::Deleted(id.to_owned())));
}

/// An assessment that was deleted: its name, its head, and what lay beside that.
type Deleted = (String, Vec<u8>, Vec<(String, Vec<u8>)>);

/// What was deleted, as bytes. An assessment whose head could not be read does not come back.
fn deleted(before: impl Iterator<Item = (String, storage::Draft)>) -> Rc<[u8]> {
    let all: Vec<Deleted> = before
        .filter(|(_, read)| !read.head.is_empty())
        .map(|(id, read)| (id, read.head, read.answers))
        .collect();
    if all.is_empty() {
        return Rc::default();
    }
    postcard::to_allocvec(&all).unwrap_or_default().into()
}

fn writes((assessment, head, answers): Deleted) -> Vec<Write> {
    let mut writes = vec![Write::Head { assessment: assessment.clone(), bytes: head }];
    writes.extend(answers.into_iter().filter(|(_, bytes)| !bytes.is_empty()).map(
        |(question, bytes)| Write::Answer { assessment: assessment.clone(), question, bytes },
    ));
    writes
}

/// A draft as it lies there with the keys of what cannot be read, or what to tell where there is none.
async fn whole(
    storage: &Storage,
    id: &AssessmentId,
) -> Result<Result<(Draft, Vec<String>), Came>, storage::Fault> {
    let Some(read) = storage.read(id.as_str()).await? else {
        return Ok(Err(Came::NoDraft(id.clone())));
    };
    Ok(draft(&read).ok_or_else(|| {
        let Unread { id, why, .. } = unreadable(id.as_str(), &read.head);
        Came::UnreadDraft(id, why)
    }))
}

/// Hands out all records of an assessment as they lie there.
fn hand_out_records(runner: &Runner, id: AssessmentId) {
    let this = runner.clone();
    runner.store(async move {
        let Ok(storage) = this.storage().await else { return };
        if let Ok(text) = storage.raw(id.as_str()).await {
            let name = format!("respect-in-practice-records-{}.json", id.as_str());
            let _ = files::download(&name, "application/json", text.as_bytes());
        }
    });
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

fn print(runner: &Runner) {
    if !host_page::is_framed() {
        return page::print();
    }
    let this = runner.clone();
    spawn_local(async move {
        if !page::print_in_frame().await {
            this.send(Came::NotPrinted);
        }
    });
}

fn copy_text(runner: &Runner, target: Target, text: Rc<str>) {
    let this = runner.clone();
    spawn_local(async move {
        let is_there = clipboard::write(&text).await;
        this.send(if is_there { Came::Copied(target) } else { Came::NotCopied(target) });
    });
}

fn focus_in_plan(at: InPlan) {
    match at {
        InPlan::Action(id) => focus::element(&format!("action-{}", id.0)),
        InPlan::Row(id) => {
            // Of an open row what has the focus is the beginning alone.
            if let Some(row) = leaving::element(&format!("row-{}", id.0)) {
                row.scroll_into_view();
            }
            focus::element(&format!("open-{}", id.0))
        }
        InPlan::Handle(id) => focus::element(&format!("handle-{}", id.0)),
        InPlan::NewAction => focus::element("new-action"),
        InPlan::Over => focus::element("over"),
        InPlan::Filters => focus::element("filter-owner"),
        InPlan::Suggestion(before) => {
            focus::matching(&format!(".suggestions > li:nth-child({}) button", before + 1))
        }
    };
}

fn focus_in_risks(at: InRisks) {
    match at {
        InRisks::Opens(id) => focus::element(&format!("open-{}", id.0)),
        InRisks::Name => focus::element("risk-name"),
        InRisks::Handle(id) => focus::element(&format!("handle-{}", id.0)),
        InRisks::Right(right) => focus::element(&format!("harder-{}", right.number())),
    };
}

/// The squares of the result lead to the answer: the first one that does stands where the question is
/// spoken of first.
fn focus_in_result(question: &QuestionId) {
    let square = |ends: &str| format!(".findings .items a[href{ends}\"]");
    let [whole, phase] = [format!("=\"#{question}"), format!("^=\"#{question}.")];
    focus::unfolded(&[square(&whole), square(&phase)].join(","));
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
                seal::Way::Connection => SendWay::Connection,
                seal::Way::Frame => SendWay::Frame,
                seal::Way::Window => SendWay::Window,
                seal::Way::Download => SendWay::Download,
                seal::Way::Address => SendWay::Address,
                seal::Way::Refresh => SendWay::Refresh,
            },
            verdict: match verdict {
                seal::Verdict::Refused => Verdict::Refused,
                seal::Verdict::Closed => Verdict::Closed,
                seal::Verdict::NotRefused => Verdict::NotRefused,
                seal::Verdict::NotTried => Verdict::Absent,
                seal::Verdict::NotKnown => Verdict::NotKnown,
            },
        });
        this.send(Came::Tried(trials.collect()));
    });
}
