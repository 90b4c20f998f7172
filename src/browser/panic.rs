//! After a panic the app is dead: the start script then says so in plain HTML, outside the app's
//! own tree, and can still have the stored answers written to a file.

use super::host;

/// Has a panic shown. Once, before the app is drawn.
pub(crate) fn install() {
    yew::set_custom_panic_hook(Box::new(|info| {
        let message = info.to_string();
        host::with(|host| host.stopped(&message));
    }));
}

/// Notes the assessment that is open, and when it was last kept on this device.
pub(crate) fn kept(assessment: &str, at: i64) {
    host::with(|host| host.kept(assessment, at as f64));
}
