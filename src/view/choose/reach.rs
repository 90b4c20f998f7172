//! Whom the subject reaches: facts with values of their own, none chosen at first.

use domain::catalogue::Fact;
use domain::texts::first as key;
use editor::first;
use editor::first::Choosing;
use yew::prelude::*;

use crate::view::choose::Here;
use crate::view::parts::segments::{Asks, segments};

const ID: &str = "reach";

/// The group.
pub(super) fn group(here: Here<'_>) -> Html {
    let inside = html! {
        <div>
            for fact in here.state.catalogue.facts.iter() {
                <div key={fact.id.shared()} class="fact">{ one(here, fact) }</div>
            }
        </div>
    };
    here.group(ID, key::CHOOSE_REACH, Some(key::CHOOSE_REACH_ABOUT), inside)
}

fn one(here: Here<'_>, fact: &Fact) -> Html {
    let about = format!("{}-about", fact.id);
    let values = fact.values.iter();
    let values = values.map(|value| (value.id.shared().into(), value.text.clone().into()));
    let chosen = here.work.assessment.scope.fact(&fact.id);
    let id = fact.id.clone();
    let onchoose = here.dispatch.on(move |value: AttrValue| {
        first::Command::Choose(Choosing::Fact(id.clone(), value.as_str().into()))
    });
    let control = segments(
        &fact.id.shared().into(),
        Asks::LabelledBy(fact.id.shared().into()),
        Some(about.clone().into()),
        chosen.map(domain::id::ValueId::as_str),
        values.collect(),
        &onchoose,
    );
    html! {
        <>
            <div class="words">
                <p id={fact.id.shared()}>{ fact.prompt.clone() }</p>
                <p id={about} class="hint">{ fact.help.clone() }</p>
            </div>
            { control }
        </>
    }
}
