//! The rights that a risk hits, hardest hit first, and the list of 25 from which they are chosen.

use domain::risk::{Right, Risk};
use domain::texts::later as key;
use editor::risking::Editing;
use yew::prelude::*;

use crate::view::parts::button::{Button, button};
use crate::view::parts::checkbox::{Checkbox, checkboxes};
use crate::view::parts::icon::{Icon, icon};
use crate::view::risks::here::Here;

/// What is chosen, in its order, over the list.
pub(super) fn rights(here: Here<'_>, risk: &Risk) -> Html {
    let words = here.words;
    let all: Vec<Checkbox> = Right::all().map(|right| one(here, risk, right)).collect();
    html! {
        <>
            <ol class="hit">
                for (at, right) in risk.rights.iter().enumerate() {
                    <li key={right.number()}>
                        <b>{ at + 1 }</b>
                        <span>{ text(here, *right) }</span>
                        <div>
                            if risk.rights.len() > 1 {
                                { goes(here, risk, at, *right) }
                            }
                        </div>
                    </li>
                }
            </ol>
            <details class="all-rights">
                <summary>{ icon(Icon::Down) }<b>{ words.get(key::RISKS_RIGHTS) }</b></summary>
                { checkboxes("asks-rights".into(), &all) }
            </details>
        </>
    }
}

/// One of the 25.
fn one(here: Here<'_>, risk: &Risk, right: Right) -> Checkbox {
    let instruments = here.says.right(right).map(|words| words.instruments.clone().into());
    Checkbox {
        id: format!("right-{}", right.number()).into(),
        label: format!("{} {}", right.number(), text(here, right)).into(),
        hint: instruments,
        checked: risk.rights.contains(&right),
        onchange: here.edit(risk.id, Editing::Right(right)),
    }
}

/// The first one can go behind the second; each other one before the one above it.
fn goes(here: Here<'_>, risk: &Risk, at: usize, right: Right) -> Html {
    let (label, harder) = match risk.rights.get(1).filter(|_| at == 0) {
        Some(second) => (key::RISKS_LATER, *second),
        None => (key::RISKS_EARLIER, right),
    };
    let mut says = Button::quiet(here.words.get(label)).for_context(text(here, right));
    says.id = Some(format!("harder-{}", right.number()).into());
    button(says, here.edit(risk.id, Editing::HitHarder(harder)))
}

fn text(here: Here<'_>, right: Right) -> AttrValue {
    here.says.right(right).map(|words| words.text.clone().into()).unwrap_or_default()
}
