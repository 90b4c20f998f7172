//! Small things that are remembered for this tab and this visit. Never answers.

use web_sys::Storage;

/// What is remembered under a name.
pub(crate) fn get(name: &str) -> Option<String> {
    storage()?.get_item(name).ok()?
}

/// Remembers something. Says whether it could.
pub(crate) fn set(name: &str, value: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(name, value).is_ok())
}

/// Forgets it.
pub(crate) fn remove(name: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(name);
    }
}

fn storage() -> Option<Storage> {
    super::window::window()?.session_storage().ok()?
}
