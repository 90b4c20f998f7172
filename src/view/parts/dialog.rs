//! A question that must be answered before anything else.

use yew::prelude::*;

use super::button::{self, Button, Weight};
use crate::browser;

/// One of the ways out.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct WayOut {
    /// The outcome in words.
    pub(crate) label: AttrValue,
    /// What happens.
    pub(crate) onclick: Callback<MouseEvent>,
}

/// What a dialog says.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// Id of the dialog; that of its heading follows from it.
    pub(crate) id: AttrValue,
    /// The question.
    pub(crate) title: AttrValue,
    /// What goes, named and counted.
    pub(crate) children: Html,
    /// The button that changes nothing.
    pub(crate) safe: AttrValue,
    /// Told that it was pressed, where it does more than leave.
    #[prop_or_default]
    pub(crate) onsafe: Callback<()>,
    /// The others.
    pub(crate) ways: Vec<WayOut>,
    /// Told when it was left by the safe button or by Escape, and after any other way out.
    pub(crate) onclose: Callback<()>,
}

/// A native modal dialog, shown for as long as it is drawn.
///
/// Accessibility: `showModal` makes the rest of the page inert and puts the focus on the safe
/// button (`autofocus`); Escape leaves; closing gives the focus back to where it came from, so
/// every way out closes it first; named by its heading, described by what goes.
#[component]
pub(crate) fn Dialog(props: &Props) -> Html {
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with((), move |()| {
            let node = node.get();
            browser::dialog::show(node.as_ref());
            move || browser::dialog::close(node.as_ref())
        });
    }
    let close = {
        let node = node.clone();
        move || browser::dialog::close(node.get().as_ref())
    };
    let onsafe = {
        let close = close.clone();
        props.onsafe.reform(move |_: MouseEvent| close())
    };
    let title = format!("{}-title", props.id);
    let body = format!("{}-body", props.id);
    html! {
        <dialog
            ref={node}
            id={props.id.clone()}
            class="dialog"
            aria-labelledby={title.clone()}
            aria-describedby={body.clone()}
            onclose={props.onclose.reform(|_: Event| ())}
        >
            <h2 id={title}>{ props.title.clone() }</h2>
            <div id={body}>{ props.children.clone() }</div>
            <div class="buttons">
                <button key="safe" type="button" class="button main" autofocus=true onclick={onsafe}>
                    { props.safe.clone() }
                </button>
                for way in &props.ways {
                    <span class="way" key={way.label.to_string()}>{ way_out(way, close.clone()) }</span>
                }
            </div>
        </dialog>
    }
}

fn way_out(way: &WayOut, close: impl Fn() + 'static) -> Html {
    let onclick = way.onclick.reform(move |press: MouseEvent| {
        close();
        press
    });
    button::button(
        Button { weight: Weight::Plain, label: way.label.clone(), ..Button::default() },
        onclick,
    )
}
