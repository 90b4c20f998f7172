//! All that is known of one risk, what stands against it, and what is missing: the page of the risk in the
//! result, as the worker drew it.

use domain::drawing::RiskPage;
use domain::risk::RiskId;
use domain::texts::later as key;
use editor::Place;
use yew::prelude::*;

use crate::view::given::LaterGiven;
use crate::view::link::{address, link};
use crate::view::paper;
use crate::view::parts::button::{self, Button};
use crate::view::parts::icon::Icon;
use crate::view::parts::steps::steps;
use crate::view::parts::title::title;

/// The screen.
pub(crate) fn screen(given: LaterGiven<'_>) -> Html {
    let LaterGiven { state, words, dispatch } = given;
    let drawn = state.result.drawn.as_ref();
    let risks = drawn.map(|drawn| drawn.0.risks.as_slice()).unwrap_or_default();
    let here = |page: &RiskPage| state.place == Place::Risk(RiskId(page.risk));
    let at = risks.iter().position(here);
    let page = at.and_then(|at| risks.get(at));
    let heading = match page {
        Some(page) => page.heading.clone().into(),
        None => words.get(key::APP_TITLE_RISKS),
    };
    let missing = match (page, state.result.is_waiting(), drawn) {
        (Some(_), ..) => AttrValue::default(),
        (None, false, Some(_)) => words.get(key::RISK_GONE),
        (None, _, _) if state.has_worker() => words.get(key::RESULT_WAITING),
        (None, _, _) => words.get(key::RESULT_CANNOT),
    };
    let to = |page: &RiskPage| Place::Risk(RiskId(page.risk));
    let entry = |page: &RiskPage| {
        let current = here(page).then_some("page");
        html! {
            <li key={page.risk}>
                <a href={address(&to(page))} aria-current={current}>{ page.short.clone() }</a>
            </li>
        }
    };
    let way = |at: Option<usize>| at.and_then(|at| risks.get(at));
    let register = || {
        button::link(
            Button::plain(words.get(key::RISK_TO_REGISTER)).before(Icon::Back),
            address(&Place::Risks(None)),
        )
    };
    let back = match way(at.and_then(|at| at.checked_sub(1))) {
        Some(page) => button::link(
            Button::plain(page.short.clone().into()).before(Icon::Back),
            address(&to(page)),
        ),
        None => register(),
    };
    let next = match way(at.map(|at| at + 1)) {
        Some(page) => button::link(
            Button::main(page.short.clone().into()).after(Icon::Next),
            address(&to(page)),
        ),
        None => button::link(
            Button::main(words.get(key::APP_TITLE_RESULT)).after(Icon::Next),
            address(&Place::Result),
        ),
    };
    html! {
        <>
            { title(AttrValue::default(), heading, AttrValue::default()) }
            <nav class="risk-links" aria-label={words.get(key::RISK_OTHERS)}>
                <ul>{ risks.iter().map(entry).collect::<Html>() }</ul>
            </nav>
            <p class="waiting" role="status">{ missing }</p>
            <div class="findings">
                if let (Some(page), Some(drawn)) = (page, drawn) {
                    <div key={page.risk}>
                        { paper::risk(drawn, page.risk, state.work.as_ref(), words, dispatch) }
                        <p class="links">
                            { link(&Place::Risks(Some(RiskId(page.risk))), "", dispatch, words.get(key::RISK_CHANGE).into()) }
                            { " · " }
                            { link(&Place::Severity(RiskId(page.risk)), "", dispatch, words.get(key::RISK_CHANGE_SEVERITY).into()) }
                        </p>
                    </div>
                }
            </div>
            { steps(back, next) }
        </>
    }
}
