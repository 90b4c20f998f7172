//! Files that come in and go out.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, BlobPropertyBag, DragEvent, Event, File, FileList, HtmlAnchorElement, Url};

use super::event::{self, Listening};
use super::thrown::reason;
use super::window::{document, window};

/// How long the address of a download stays: a browser that asks where to put the file reads it
/// only after the answer.
const DOWNLOAD_STAYS: u32 = 120_000;

/// A file that a person chose or dropped. Nothing of it was read yet.
#[derive(Clone, Debug)]
pub(crate) struct Picked {
    file: File,
}

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Opened {
    /// All of it.
    pub(crate) bytes: Vec<u8>,
}

/// Why a file could not be read or handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// It is larger than the limit.
    TooLarge,
    /// The browser says why.
    Other(String),
}

impl Picked {
    /// Its name.
    pub(crate) fn name(&self) -> String {
        self.file.name()
    }

    /// Reads it, unless it is larger than so many bytes.
    async fn read(self, limit: u32) -> Result<Opened, Fault> {
        if self.file.size() > f64::from(limit) {
            return Err(Fault::TooLarge);
        }
        // A file that was moved, or a folder that was dropped, fails here.
        let buffer = JsFuture::from(self.file.array_buffer()).await.map_err(Fault::from)?;
        Ok(Opened { bytes: Uint8Array::new(&buffer).to_vec() })
    }
}

/// The files that were chosen in the field that changed.
pub(crate) fn chosen(event: &Event) -> Vec<Picked> {
    let chosen = picked(event::files(event));
    event::empty(event);
    chosen
}

fn picked(files: Option<FileList>) -> Vec<Picked> {
    let Some(files) = files else { return Vec::new() };
    (0..files.length()).filter_map(|at| files.get(at)).map(|file| Picked { file }).collect()
}

/// Reads a file of at most so many bytes and says what it held, or why it could not be read.
pub(crate) fn open(file: Picked, limit: u32, done: impl FnOnce(Result<Opened, Fault>) + 'static) {
    spawn_local(async move { done(file.read(limit).await) });
}

/// Hands bytes to the browser as a download. Whether the file arrived, a page cannot see.
pub(crate) fn download(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), Fault> {
    let missing = || Fault::Other(String::new());
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let document = document().ok_or_else(missing)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    let body = document.body().ok_or_else(missing)?;
    // Older Firefox follows only links that stand in the page.
    body.append_child(&link)?;
    link.click();
    link.remove();
    super::clock::after(DOWNLOAD_STAYS, move || drop(Url::revoke_object_url(&address))).forget();
    Ok(())
}

/// Takes files that are dropped anywhere: a file that fell beside its target would otherwise
/// replace the page, and all that only this tab holds with it.
pub(crate) fn take_drops(run: impl Fn(Vec<Picked>) + 'static) -> Listening {
    event::listen(&["dragover", "drop"], window(), move |event| {
        let Some(event) = event.dyn_ref::<DragEvent>() else { return };
        let files = event
            .data_transfer()
            .is_some_and(|data| data.types().includes(&JsValue::from_str("Files"), 0));
        // Text that is dragged into a field goes its usual way.
        if files {
            event.prevent_default();
            if event.type_() == "drop" {
                run(picked(event.data_transfer().and_then(|data| data.files())));
            }
        }
    })
}

impl From<JsValue> for Fault {
    fn from(thrown: JsValue) -> Self {
        Self::Other(reason(&thrown))
    }
}
