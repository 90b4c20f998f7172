//! What is kept on this device: IndexedDB, which loses nothing when the browser is killed.
//!
//! Two stores: `heads` by assessment, and `answers` by assessment and question. All values are
//! bytes. Each call is one transaction, and done when that is complete, not before.

pub(crate) mod mending;

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DomException, Event, EventTarget, IdbDatabase, IdbFactory, IdbKeyRange, IdbObjectStore,
    IdbOpenDbRequest, IdbRequest, IdbTransaction,
};

use super::host;

const NAME: &str = "respect-in-practice";
const VERSION: u32 = 1;
const HEADS: &str = "heads";
const ANSWERS: &str = "answers";

/// How long opening may take, in milliseconds. In some profiles it never ends.
const OPENING_TAKES: i32 = 4_000;

/// The storage, open. A clone is the same storage.
#[derive(Clone, Debug)]
pub(crate) struct Storage(Rc<Open>);

#[derive(Debug)]
struct Open {
    database: IdbDatabase,
    listeners: RefCell<Vec<EventListener>>,
}

/// Why something could not be kept or read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// This browser lets the page keep nothing.
    Refused(String),
    /// No room is left.
    Full,
    /// Another tab with another version of this page holds the storage.
    Blocked,
    /// The browser closed the storage, or another tab removed it. It can be opened again.
    Closed,
    /// A newer version of this page has made it. Nothing of it is touched.
    Newer,
    /// It has no places for records. [`mending::mend`] makes them.
    Unfit,
    /// Anything else, in the browser's words.
    Other(String),
}

/// One record to put or delete.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Write {
    /// The head of an assessment.
    Head {
        /// Its id.
        assessment: String,
        /// The record.
        bytes: Vec<u8>,
    },
    /// An answer.
    Answer {
        /// The assessment's id.
        assessment: String,
        /// The question's id.
        question: String,
        /// The record.
        bytes: Vec<u8>,
    },
    /// An answer that is no longer there.
    NoAnswer {
        /// The assessment's id.
        assessment: String,
        /// The question's id.
        question: String,
    },
    /// All answers of an assessment so far: what comes later in the batch takes their place.
    NoAnswers {
        /// The assessment's id.
        assessment: String,
    },
}

/// What has to lie there before something is put.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Expected {
    /// The assessment.
    pub(crate) assessment: String,
    /// How its head ends.
    pub(crate) end: [u8; 8],
}

/// What became of a batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Put {
    /// It is there.
    Done,
    /// It is not: there is no head.
    Gone,
    /// It is not: the head is another one.
    Overtaken,
}

/// All records of one assessment, as they were at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Draft {
    /// The head.
    pub(crate) head: Vec<u8>,
    /// The answers with the ids of their questions.
    pub(crate) answers: Vec<(String, Vec<u8>)>,
}

#[wasm_bindgen]
extern "C" {
    // web-sys has the third argument behind a flag of the compiler.
    type WithDurability;
    #[wasm_bindgen(method, catch)]
    fn transaction(
        this: &WithDurability,
        stores: &Array,
        mode: &str,
        options: &Object,
    ) -> Result<IdbTransaction, JsValue>;

    // web-sys calls it deprecated, which it is not. Missing in old browsers.
    type WithCommit;
    #[wasm_bindgen(method, catch)]
    fn commit(this: &WithCommit) -> Result<(), JsValue>;

    // Throws where a frame has no origin, is null where storage is off.
    type WithDatabases;
    #[wasm_bindgen(method, catch, getter, structural, js_name = indexedDB)]
    fn indexed_db(this: &WithDatabases) -> Result<Option<IdbFactory>, JsValue>;
}

impl Storage {
    /// Opens the storage. `on_lost` is told when the browser closes it later, or another tab needs
    /// it closed: then nothing is kept until it is opened again.
    pub(crate) async fn open(on_lost: impl Fn(Fault) + 'static) -> Result<Self, Fault> {
        let request = factory()?.open_with_u32(&host::own(NAME), VERSION).map_err(refused)?;
        let upgrade = {
            let request = request.clone();
            EventListener::once(&request.clone(), "upgradeneeded", move |_| make_stores(&request))
        };
        let opened = Promise::new(&mut |settle, fail| {
            request.set_onsuccess(Some(&settle));
            request.set_onerror(Some(&fail));
            request.set_onblocked(Some(&fail));
            if let Some(window) = super::window::window() {
                let _ = window
                    .set_timeout_with_callback_and_timeout_and_arguments_0(&fail, OPENING_TAKES);
            }
        });
        let outcome = JsFuture::from(opened).await;
        drop(upgrade);
        if let Err(event) = outcome {
            close_when_late(&request);
            return Err(match event.dyn_into::<Event>() {
                Ok(event) if event.type_() == "blocked" => Fault::Blocked,
                Ok(_) => fault(request.error().ok().flatten()),
                Err(_) => Fault::Other("the storage did not open in time".into()),
            });
        }
        let database: IdbDatabase = request.result()?.unchecked_into();
        if database.object_store_names().length() < 2 {
            database.close();
            return Err(Fault::Unfit);
        }
        let storage = Self(Rc::new(Open { database, listeners: RefCell::default() }));
        storage.watch(on_lost);
        Ok(storage)
    }

    /// The ids and heads of all assessments.
    pub(crate) async fn heads(&self) -> Result<Vec<(String, Vec<u8>)>, Fault> {
        let transaction = self.begin(&[HEADS], "readonly")?;
        let heads = transaction.object_store(HEADS)?;
        let (keys, values) = (heads.get_all_keys()?, heads.get_all()?);
        done(&transaction).await?;
        pairs(&keys, &values, |key| key.as_string())
    }

    /// One assessment, head and answers in one transaction. None: it is not here. A head that is missing,
    /// or is something else than bytes, is empty.
    pub(crate) async fn read(&self, assessment: &str) -> Result<Option<Draft>, Fault> {
        let transaction = self.begin(&[HEADS, ANSWERS], "readonly")?;
        let head = transaction.object_store(HEADS)?.get(&assessment.into())?;
        let answers = transaction.object_store(ANSWERS)?;
        let range = answers_of(assessment)?;
        let keys = answers.get_all_keys_with_key(&range)?;
        let values = answers.get_all_with_key(&range)?;
        done(&transaction).await?;
        let head = head.result()?;
        let answers = pairs(&keys, &values, |key| Array::from(&key).get(1).as_string())?;
        if head.is_undefined() && answers.is_empty() {
            return Ok(None);
        }
        Ok(Some(Draft { head: bytes(&head), answers }))
    }

    /// Puts and deletes all of a batch in its order, or nothing of it: neither where something fails, nor
    /// where something else lies there than is expected. Windows that write the same take turns.
    pub(crate) async fn write(
        &self,
        expected: Option<&Expected>,
        batch: &[Write],
    ) -> Result<Put, Fault> {
        let transaction = self.begin(&[HEADS, ANSWERS], "readwrite")?;
        if let Some(expected) = expected {
            let heads = transaction.object_store(HEADS)?;
            let head = found(&heads.get(&expected.assessment.as_str().into())?).await?;
            if head.is_undefined() {
                return Ok(Put::Gone);
            }
            if !bytes(&head).ends_with(&expected.end) {
                return Ok(Put::Overtaken);
            }
        }
        put(&transaction, batch)?;
        done(&transaction).await.map(|()| Put::Done)
    }

    /// Puts a batch whatever lies there, while the page goes: nothing can be waited for any more. What is
    /// committed at once arrives all the same.
    pub(crate) fn write_last(&self, batch: &[Write]) {
        if let Ok(transaction) = self.begin(&[HEADS, ANSWERS], "readwrite") {
            let _ = put(&transaction, batch);
        }
    }

    /// Deletes one assessment, also what of it is kept aside.
    pub(crate) async fn delete(&self, assessment: &str) -> Result<(), Fault> {
        let transaction = self.begin(&[HEADS, ANSWERS], "readwrite")?;
        transaction.object_store(HEADS)?.delete(&assessment.into())?;
        let answers = transaction.object_store(ANSWERS)?;
        answers.delete(&answers_of(assessment)?)?;
        answers.delete(&mending::aside_of(assessment)?)?;
        done(&transaction).await
    }

    /// Deletes everything.
    pub(crate) async fn clear(&self) -> Result<(), Fault> {
        let transaction = self.begin(&[HEADS, ANSWERS], "readwrite")?;
        for store in [HEADS, ANSWERS] {
            transaction.object_store(store)?.clear()?;
        }
        done(&transaction).await
    }

    fn begin(&self, stores: &[&str], mode: &str) -> Result<IdbTransaction, Fault> {
        let names: Array = stores.iter().map(|&store| JsValue::from_str(store)).collect();
        let options = Object::new();
        // Survives a killed browser, measured; a power cut not always, for a tenth of the time.
        let _ = Reflect::set(&options, &"durability".into(), &"relaxed".into());
        let database: &WithDurability = self.0.database.unchecked_ref();
        Ok(database.transaction(&names, mode, &options)?)
    }

    fn watch(&self, on_lost: impl Fn(Fault) + 'static) {
        let database = self.0.database.clone();
        let target: EventTarget = database.clone().unchecked_into();
        let on_lost = Rc::new(on_lost);
        let lost = on_lost.clone();
        let newer = EventListener::once(&target, "versionchange", move |_| {
            // Otherwise a tab with a newer version of the page would wait for this one.
            database.close();
            on_lost(Fault::Blocked);
        });
        let closed = EventListener::once(&target, "close", move |_| lost(Fault::Closed));
        self.0.listeners.borrow_mut().extend([newer, closed]);
    }
}

impl From<JsValue> for Fault {
    fn from(thrown: JsValue) -> Self {
        fault(thrown.dyn_into().ok())
    }
}

fn factory() -> Result<IdbFactory, Fault> {
    let window = super::window::window().ok_or_else(|| Fault::Refused(String::new()))?;
    let factory = window.unchecked_ref::<WithDatabases>().indexed_db().map_err(refused)?;
    factory.ok_or_else(|| Fault::Refused(String::new()))
}

fn refused(thrown: JsValue) -> Fault {
    Fault::Refused(super::thrown::reason(&thrown))
}

fn make_stores(request: &IdbOpenDbRequest) {
    let Ok(database) = request.result() else { return };
    let database: IdbDatabase = database.unchecked_into();
    for store in [HEADS, ANSWERS] {
        // Where one is missing afterwards, that is found once it is open.
        let _ = database.create_object_store(store);
    }
}

/// A storage that opens after all would keep other tabs waiting.
fn close_when_late(request: &IdbOpenDbRequest) {
    let late = request.clone();
    EventListener::once(request, "success", move |_| {
        if let Ok(database) = late.result() {
            database.unchecked_into::<IdbDatabase>().close();
        }
    })
    .forget();
}

fn put(transaction: &IdbTransaction, batch: &[Write]) -> Result<(), Fault> {
    let heads = transaction.object_store(HEADS)?;
    let answers = transaction.object_store(ANSWERS)?;
    let put = |store: &IdbObjectStore, key: &JsValue, bytes: &[u8]| {
        store.put_with_key(&Uint8Array::from(bytes), key).map(drop)
    };
    for write in batch {
        match write {
            Write::Head { assessment, bytes } => put(&heads, &assessment.into(), bytes)?,
            Write::Answer { assessment, question, bytes } => {
                put(&answers, &answer_key(assessment, question), bytes)?;
            }
            Write::NoAnswer { assessment, question } => {
                answers.delete(&answer_key(assessment, question))?;
            }
            Write::NoAnswers { assessment } => drop(answers.delete(&answers_of(assessment)?)?),
        }
    }
    // Without this the page would have to be there when the browser asks whether more comes.
    let _ = transaction.unchecked_ref::<WithCommit>().commit();
    Ok(())
}

/// What a request found. Its transaction goes on right behind it.
async fn found(request: &IdbRequest) -> Result<JsValue, Fault> {
    let found = Promise::new(&mut |settle: Function, fail: Function| {
        request.set_onsuccess(Some(&settle));
        request.set_onerror(Some(&fail));
    });
    JsFuture::from(found).await.map_err(|_| fault(request.error().ok().flatten()))?;
    Ok(request.result()?)
}

async fn done(transaction: &IdbTransaction) -> Result<(), Fault> {
    let complete = Promise::new(&mut |settle: Function, fail: Function| {
        transaction.set_oncomplete(Some(&settle));
        transaction.set_onabort(Some(&fail));
    });
    let outcome = JsFuture::from(complete).await;
    outcome.map(drop).map_err(|_| fault(transaction.error()))
}

fn fault(error: Option<DomException>) -> Fault {
    // A transaction that the browser ended by itself has no error: the storage went away.
    let Some(error) = error else { return Fault::Closed };
    match error.name().as_str() {
        "QuotaExceededError" => Fault::Full,
        "SecurityError" | "NotAllowedError" => Fault::Refused(error.message()),
        // The connection is closed, or closing.
        "InvalidStateError" => Fault::Closed,
        "VersionError" => Fault::Newer,
        name => Fault::Other(format!("{name}: {}", error.message())),
    }
}

fn answer_key(assessment: &str, question: &str) -> JsValue {
    Array::of2(&assessment.into(), &question.into()).into()
}

/// Keys are ordered by their parts, and a list comes after every text.
fn answers_of(assessment: &str) -> Result<JsValue, Fault> {
    let from = Array::of1(&assessment.into());
    let to = Array::of2(&assessment.into(), &Array::new());
    Ok(IdbKeyRange::bound(&from, &to)?.into())
}

fn pairs(
    keys: &IdbRequest,
    values: &IdbRequest,
    name: impl Fn(JsValue) -> Option<String>,
) -> Result<Vec<(String, Vec<u8>)>, Fault> {
    let values = Array::from(&values.result()?);
    let keys = Array::from(&keys.result()?);
    let pair = |(key, value)| Some((name(key)?, bytes(&value)));
    Ok(keys.iter().zip(values.iter()).filter_map(pair).collect())
}

/// The bytes of a record; none where something else lies there, which no record is.
fn bytes(value: &JsValue) -> Vec<u8> {
    value.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec).unwrap_or_default()
}
