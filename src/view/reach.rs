//! Whom the subject reaches. Facts with values of their own, none chosen at first; each may be left open.

use domain::catalogue::Fact;
use domain::texts::later as key;
use editor::first;
use editor::first::Choosing;
use editor::work::Work;
use yew::prelude::*;

use crate::view::facts;
use crate::view::foot;
use crate::view::given::LaterGiven;
use crate::view::parts::segments::{Asks, segments};
use crate::view::parts::title::title;
use crate::view::ways::{Holds, ways};

/// The screen.
pub(crate) fn screen(given: LaterGiven<'_>) -> Html {
    let LaterGiven { state, words, dispatch } = given;
    let Some(work) = &state.work else { return Html::default() };
    let holds = Holds {
        told: foot::told(given),
        now: facts::said(given).into(),
        next_open: foot::next_open(given),
    };
    html! {
        <>
            { title("".into(), words.get(key::CHOOSE_REACH), words.get(key::CHOOSE_REACH_ABOUT)) }
            <div>
                for fact in state.catalogue.facts.iter() {
                    <div key={fact.id.shared()} class="fact">{ one(given, work, fact) }</div>
                }
            </div>
            { ways(state, words, dispatch, holds) }
            <div class="history">{ foot::history(given) }</div>
        </>
    }
}

fn one(given: LaterGiven<'_>, work: &Work, fact: &Fact) -> Html {
    let about = format!("{}-about", fact.id);
    let values = fact.values.iter();
    let values =
        values.map(|value| (value.id.shared().into(), AttrValue::from(value.text.clone())));
    let chosen = work.assessment.scope.fact(&fact.id);
    let id = fact.id.clone();
    let onchoose = given.dispatch.on(move |value: AttrValue| {
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
