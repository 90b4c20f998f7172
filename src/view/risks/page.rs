//! All that is known of one risk, what stands against it, and what is missing: what the worker drew of it in the
//! result, beneath its name.

use domain::texts::later as key;
use editor::Place;
use editor::listed_risks::ListedRisk;
use yew::prelude::*;

use crate::view::given::LaterGiven;
use crate::view::link::{address, link};
use crate::view::paper;
use crate::view::parts::button::{self, Button};
use crate::view::parts::icon::Icon;
use crate::view::parts::steps::steps;
use crate::view::risks::here::{Here, draw};

/// The screen.
pub(crate) fn screen(given: LaterGiven<'_>) -> Html {
    draw(given, |here| {
        let LaterGiven { state, words, dispatch } = given;
        let all = here.listed.all();
        let at = all.iter().position(|one| state.place == Place::Risk(one.place.id));
        let one = at.and_then(|at| all.get(at));
        let drawn = state.result.drawn.as_ref();
        let page = one.and_then(|one| {
            let drawn = drawn
                .filter(|drawn| drawn.0.risks.iter().any(|page| page.risk == one.place.id.0))?;
            Some((one, drawn))
        });
        let missing = match (one, page) {
            (None, _) => words.get(key::RISK_GONE),
            (_, Some(_)) => AttrValue::default(),
            _ if state.has_worker() => words.get(key::RESULT_WAITING),
            _ => words.get(key::RESULT_CANNOT),
        };
        let way = |at: Option<usize>| at.and_then(|at| all.get(at));
        let before = way(at.and_then(|at| at.checked_sub(1)));
        let next = way(at.map(|at| at + 1));
        let next_at = next.map(|one| one.place.number.to_string()).unwrap_or_default();
        html! {
            <>
                <div class="title">
                    { others(here, one) }
                    <h1 tabindex="-1">
                        { one.map_or_else(|| words.get(key::APP_TITLE_RISKS), |one| here.name(&one.risk)) }
                    </h1>
                    if let Some(one) = one {
                        <p class="hint">
                            <b class="band-of">{ here.label(one.risk.severity.band().0) }</b>
                            { " · " }{ here.in_short(&one.risk) }
                        </p>
                    }
                </div>
                <p class="waiting" role="status">{ missing }</p>
                <div class="findings">
                    if let Some((one, drawn)) = page {
                        <div key={one.place.id.0}>
                            { paper::risk(drawn, one.place.id.0, state.work.as_ref(), words, dispatch) }
                            <p class="links">
                                { link(&Place::Risks(Some(one.place.id)), "", dispatch, words.get(key::RISK_CHANGE).into()) }
                                { " · " }
                                { link(&Place::Severity(one.place.id), "", dispatch, words.get(key::RISK_CHANGE_SEVERITY).into()) }
                            </p>
                        </div>
                    }
                </div>
                { steps(
                    leads(
                        Button::plain(words.get(key::RISK_TO_REGISTER)).before(Icon::Back),
                        before.map(|one| (one, number(one).into())),
                        &Place::Risks(None),
                    ),
                    leads(
                        Button::main(words.get(key::APP_TITLE_RESULT)).after(Icon::Next),
                        next.map(|one| (one, words.with(key::RISKS_NEXT, &[("at", &next_at)]))),
                        &Place::Result,
                    ),
                ) }
            </>
        }
    })
}

/// The way to the register and to each other risk, in one line.
fn others(here: Here<'_>, current: Option<&ListedRisk>) -> Html {
    let entry = |one: &ListedRisk| {
        let id = one.place.id;
        html! {
            <span key={id.0}>
                { " · " }
                if current.is_some_and(|current| current.place.id == id) {
                    <b aria-current="page">{ number(one) }</b>
                } else {
                    <a href={address(&Place::Risk(id))}>{ number(one) }</a>
                }
            </span>
        }
    };
    html! {
        <nav class="kicker" aria-label={here.words.get(key::RISK_OTHERS)}>
            <a href={address(&Place::Risks(None))}>{ here.words.get(key::APP_TITLE_RISKS) }</a>
            { here.listed.all().iter().map(entry).collect::<Html>() }
        </nav>
    }
}

fn number(one: &ListedRisk) -> String {
    format!("R{}", one.place.number)
}

/// A button to another risk, or to where there is none.
fn leads(to: Button, risk: Option<(&ListedRisk, AttrValue)>, otherwise: &Place) -> Html {
    match risk {
        Some((one, label)) => {
            button::link(Button { label, ..to }, address(&Place::Risk(one.place.id)))
        }
        None => button::link(to, address(otherwise)),
    }
}
