//! What cannot be read stays: it is kept aside, and can be had as a file. A storage without the places
//! for records gets them anew.

use js_sys::{Array, JSON, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbKeyRange, IdbObjectStore, IdbOpenDbRequest};

use super::{ANSWERS, Fault, HEADS, NAME, Storage, answer_key, done, factory, found};
use crate::browser::host;

/// How the key begins under which something is kept aside. No name of an assessment is so short.
const ASIDE: &str = "aside";

/// A store with what lies in it, as it lies there.
struct Contents {
    store: &'static str,
    keys: Array,
    values: Array,
}

impl Storage {
    /// Moves records that cannot be read out of the way of those that are put from now on.
    pub(crate) async fn put_aside(
        &self,
        assessment: &str,
        questions: &[String],
    ) -> Result<(), Fault> {
        let transaction = self.begin(&[HEADS, ANSWERS], "readwrite")?;
        let answers = transaction.object_store(ANSWERS)?;
        for question in questions {
            let key = answer_key(assessment, question);
            let value = found(&answers.get(&key)?).await?;
            let aside = Array::of3(&ASIDE.into(), &assessment.into(), &question.into());
            answers.put_with_key(&value, &aside)?;
            answers.delete(&key)?;
        }
        done(&transaction).await
    }

    /// Moves a head that cannot be read out of the way.
    pub(crate) async fn put_head_aside(&self, assessment: &str) -> Result<(), Fault> {
        let transaction = self.begin(&[HEADS, ANSWERS], "readwrite")?;
        let heads = transaction.object_store(HEADS)?;
        let value = found(&heads.get(&assessment.into())?).await?;
        if !value.is_undefined() {
            let aside = Array::of2(&ASIDE.into(), &assessment.into());
            transaction.object_store(ANSWERS)?.put_with_key(&value, &aside)?;
            heads.delete(&assessment.into())?;
        }
        done(&transaction).await
    }

    /// Of which assessment each record is that lies beside a head, and that is kept aside.
    pub(crate) async fn owners(&self) -> Result<(Vec<String>, Vec<String>), Fault> {
        let transaction = self.begin(&[ANSWERS], "readonly")?;
        let keys = transaction.object_store(ANSWERS)?.get_all_keys()?;
        done(&transaction).await?;
        let (mut beside, mut aside) = (Vec::new(), Vec::new());
        for key in Array::from(&keys.result()?).iter().filter(Array::is_array) {
            let parts: Array = key.unchecked_into();
            match parts.get(0).as_string() {
                Some(name) if name == ASIDE => aside.extend(parts.get(1).as_string()),
                owner => beside.extend(owner),
            }
        }
        Ok((beside, aside))
    }

    /// All records of an assessment as they lie there, also those kept aside, as JSON. Bytes are lists of
    /// numbers.
    pub(crate) async fn raw(&self, assessment: &str) -> Result<String, Fault> {
        let transaction = self.begin(&[HEADS, ANSWERS], "readonly")?;
        let head = transaction.object_store(HEADS)?.get(&assessment.into())?;
        let answers = transaction.object_store(ANSWERS)?;
        let (keys, values) = (answers.get_all_keys()?, answers.get_all()?);
        done(&transaction).await?;
        let records = Array::new();
        if !head.result()?.is_undefined() {
            records.push(&record(&assessment.into(), &head.result()?));
        }
        let (keys, values) = (Array::from(&keys.result()?), Array::from(&values.result()?));
        for (key, value) in keys.iter().zip(values.iter()) {
            if Array::is_array(&key) && Array::from(&key).includes(&assessment.into(), 0) {
                records.push(&record(&key, &value));
            }
        }
        let text = JSON::stringify_with_replacer(&records, &replacer())?;
        Ok(text.into())
    }
}

/// What is kept aside of one assessment.
pub(super) fn aside_of(assessment: &str) -> Result<JsValue, Fault> {
    let from = Array::of2(&ASIDE.into(), &assessment.into());
    let to = Array::of3(&ASIDE.into(), &assessment.into(), &Array::new());
    Ok(IdbKeyRange::bound(&from, &to)?.into())
}

fn record(key: &JsValue, value: &JsValue) -> JsValue {
    let record = Object::new();
    // Setting a field of a plain object cannot fail.
    let _ = Reflect::set(&record, &"key".into(), key);
    let _ = Reflect::set(&record, &"value".into(), value);
    record.into()
}

/// Has values written that JSON has no form for.
fn replacer() -> JsValue {
    let replace = |_: JsValue, value: JsValue| -> JsValue {
        if let Some(bytes) = value.dyn_ref::<Uint8Array>() {
            Array::from(bytes).into()
        } else if value.is_bigint() || value.is_undefined() {
            format!("{value:?}").into()
        } else {
            value
        }
    };
    Closure::<dyn Fn(JsValue, JsValue) -> JsValue>::new(replace).into_js_value()
}

#[wasm_bindgen]
extern "C" {
    // Missing in old browsers, and where the page did not come over HTTPS.
    type WithStorage;
    #[wasm_bindgen(method, getter, structural)]
    fn storage(this: &WithStorage) -> Option<StorageManager>;
    type StorageManager;
    #[wasm_bindgen(method, catch, structural)]
    fn persist(this: &StorageManager) -> Result<Promise, JsValue>;
}

/// Asks the browser not to clear the storage by itself. Nobody waits for its answer: some browsers ask
/// the person first, others decide by how often the page is used.
pub(crate) fn ask_to_stay() {
    let navigator = super::super::window::window()
        .and_then(|window| Reflect::get(&window, &"navigator".into()).ok());
    let Some(storage) = navigator.and_then(|it| it.unchecked_into::<WithStorage>().storage())
    else {
        return;
    };
    if let Ok(asked) = storage.persist() {
        wasm_bindgen_futures::spawn_local(async move { drop(JsFuture::from(asked).await) });
    }
}

/// Makes the places for records where they are missing. What lies in one that is there stays.
pub(crate) async fn mend() -> Result<(), Fault> {
    let database = opened(&factory()?.open(&host::own(NAME))?).await?;
    let mut kept = Vec::new();
    for store in [HEADS, ANSWERS] {
        if database.object_store_names().contains(store) {
            let transaction = database.transaction_with_str(store)?;
            let store_here = transaction.object_store(store)?;
            let (keys, values) = (store_here.get_all_keys()?, store_here.get_all()?);
            done(&transaction).await?;
            let (keys, values) = (Array::from(&keys.result()?), Array::from(&values.result()?));
            kept.push(Contents { store, keys, values });
        }
    }
    database.close();
    if kept.len() < 2 {
        opened_or_gone(&factory()?.delete_database(&host::own(NAME))?).await?;
        let request = factory()?.open_with_u32(&host::own(NAME), super::VERSION)?;
        let upgrade = {
            let request = request.clone();
            Closure::once_into_js(move || {
                super::make_stores(&request);
                for contents in &kept {
                    let _ = put_back(&request, contents);
                }
            })
        };
        request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
        opened(&request).await?.close();
    }
    Ok(())
}

fn put_back(request: &IdbOpenDbRequest, contents: &Contents) -> Result<(), JsValue> {
    let Some(transaction) = request.transaction() else { return Ok(()) };
    let store: IdbObjectStore = transaction.object_store(contents.store)?;
    for (key, value) in contents.keys.iter().zip(contents.values.iter()) {
        store.put_with_key(&value, &key)?;
    }
    Ok(())
}

async fn opened(request: &IdbOpenDbRequest) -> Result<IdbDatabase, Fault> {
    Ok(opened_or_gone(request).await?.unchecked_into())
}

async fn opened_or_gone(request: &IdbOpenDbRequest) -> Result<JsValue, Fault> {
    let settled = Promise::new(&mut |settle, fail| {
        request.set_onsuccess(Some(&settle));
        request.set_onerror(Some(&fail));
        request.set_onblocked(Some(&fail));
    });
    JsFuture::from(settled).await.map_err(|_| Fault::Blocked)?;
    Ok(request.result()?)
}
