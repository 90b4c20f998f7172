//! A question that must be answered before anything else.

use yew::prelude::*;

use crate::browser;
use crate::view::parts::button::{self, Button};

/// One of the ways out.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct WayOut {
    /// The outcome in words.
    pub(crate) label: AttrValue,
    /// What happens.
    pub(crate) onclick: Callback<MouseEvent>,
}

/// Which button is drawn as the one that most people come for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Main {
    /// That which changes nothing: something goes for good otherwise.
    Safe,
    /// One in the body: nothing goes, and who came wants that.
    InBody,
}

/// What a dialog says.
pub(crate) struct Modal {
    /// Id of the dialog; those of its heading and body follow from it.
    pub(crate) id: &'static str,
    /// The question.
    pub(crate) title: AttrValue,
    /// What goes, named and counted.
    pub(crate) body: Html,
    /// The button that changes nothing.
    pub(crate) safe: AttrValue,
    /// Which button leads.
    pub(crate) main: Main,
    /// Told that it was pressed, where it does more than leave.
    pub(crate) onsafe: Callback<()>,
    /// The others.
    pub(crate) ways: Vec<WayOut>,
    /// Told when it was left by the safe button or by Escape, and after any other way out.
    pub(crate) onclose: Callback<Event>,
}

/// A native modal dialog. Whoever draws it shows it (`browser::dialog::show`) once it stands in the
/// page.
///
/// Accessibility: `showModal` makes the rest of the page inert and puts the focus on the safe
/// button (`autofocus`); Escape leaves; closing gives the focus back to where it came from, so
/// every way out closes it first; named by its heading, described by what goes.
pub(crate) fn modal(modal: Modal) -> Html {
    let title = format!("{}-title", modal.id);
    let body = format!("{}-body", modal.id);
    let safe_leads = (modal.main == Main::Safe).then_some("main");
    let onsafe = modal.onsafe.reform(|_: MouseEvent| browser::dialog::close());
    html! {
        <dialog
            id={modal.id}
            class="dialog"
            aria-labelledby={title.clone()}
            aria-describedby={body.clone()}
            onclose={modal.onclose}
        >
            <h2 id={title}>{ modal.title }</h2>
            <div id={body}>{ modal.body }</div>
            <div class="buttons">
                <button key="safe" type="button" class={classes!("button", safe_leads)} autofocus=true onclick={onsafe}>
                    { modal.safe }
                </button>
                for way in modal.ways {
                    <span class="way" key={way.label.to_string()}>{ way_out(way) }</span>
                }
            </div>
        </dialog>
    }
}

fn way_out(way: WayOut) -> Html {
    let onclick = way.onclick.reform(|press: MouseEvent| {
        browser::dialog::close();
        press
    });
    button::button(Button::plain(way.label), onclick)
}
