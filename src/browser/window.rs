//! The window and its document, where there are any.

/// The window.
pub(super) fn window() -> Option<web_sys::Window> {
    web_sys::window()
}

/// The document.
pub(super) fn document() -> Option<web_sys::Document> {
    window()?.document()
}
