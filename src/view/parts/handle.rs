//! The handle by which something is moved to another place in its list.

use yew::prelude::*;

use crate::browser::event::Direction;
use crate::browser::{event, focus};

/// One entry of the menu: its words and what happens.
pub(crate) type Choice = (AttrValue, Callback<MouseEvent>);

/// A handle.
pub(crate) struct Handle {
    /// Its id, to which the focus comes back.
    pub(crate) id: AttrValue,
    /// What is moved, in words.
    pub(crate) label: AttrValue,
    /// What is told to where it is dropped.
    pub(crate) carries: AttrValue,
    /// Told where to go by Alt and an arrow key.
    pub(crate) onstep: Callback<Direction>,
    /// Where else it can go.
    pub(crate) menu: Vec<Choice>,
}

/// The handle: dragged with a mouse, pressed for a menu with anything else, moved at once by Alt and
/// an arrow key.
///
/// Accessibility: a native `details`, 44 px; the menu is a list of buttons, so it needs no keys of
/// its own but Escape, which closes it. The focus then comes back to the handle, as after a choice.
pub(crate) fn handle(handle: Handle) -> Html {
    let Handle { id, label, carries, onstep, menu } = handle;
    let ondragstart = Callback::from(move |drag: DragEvent| event::carry(&drag, &carries));
    let onkeydown = Callback::from(move |key: KeyboardEvent| {
        if let Some(direction) = event::step(&key) {
            key.prevent_default();
            onstep.emit(direction);
        }
    });
    let onescape = {
        let id = id.clone();
        Callback::from(move |key: KeyboardEvent| {
            if event::key(&key).name == "Escape" {
                event::close_menu(&key);
                focus::element(&id);
            }
        })
    };
    html! {
        <details class="handle" onkeydown={onescape}>
            <summary {id} aria-label={label} draggable="true" {ondragstart} {onkeydown}>
                <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
                    <path d="M6 3v.5M6 8v.5M6 13v.5M10 3v.5M10 8v.5M10 13v.5" />
                </svg>
            </summary>
            <ul class="menu">
                for (words, onclick) in menu {
                    <li key={words.to_string()}>
                        <button type="button" class="quiet" onclick={closing(onclick)}>{ words }</button>
                    </li>
                }
            </ul>
        </details>
    }
}

/// What is chosen closes the menu.
fn closing(onclick: Callback<MouseEvent>) -> Callback<MouseEvent> {
    Callback::from(move |press: MouseEvent| {
        event::close_menu(&press);
        onclick.emit(press);
    })
}

/// Lets what is dropped here be told of.
pub(crate) fn on_drop(
    take: impl Fn(String) + 'static,
) -> (Callback<DragEvent>, Callback<DragEvent>) {
    let over = Callback::from(|drag: DragEvent| {
        if event::carries_text(&drag) {
            drag.prevent_default();
        }
    });
    let drop = Callback::from(move |drag: DragEvent| {
        if let Some(carried) = event::carried(&drag) {
            drag.prevent_default();
            // A row lies in a group that takes drops itself.
            drag.stop_propagation();
            take(carried);
        }
    });
    (over, drop)
}
