//! The foot of what one goes through: back, what is chosen there, the next open question, and on.

use domain::texts::first as key;
use editor::first;
use editor::on_the_way::OnTheWay;
use yew::prelude::*;

use crate::view::given::Given;
use crate::view::parts::button::{Button, button};
use crate::view::parts::icon::Icon;

/// The foot of a place on the way: what comes before it and after it.
pub(crate) fn ways(given: Given<'_>, now: Html) -> Html {
    let Some((back, on)) = given.state.neighbours() else { return Html::default() };
    let words = given.words;
    let go = |to: &OnTheWay| given.dispatch.always(first::Command::Go(to.place()));
    let leads_back = match &back {
        OnTheWay::Stop(stop) => {
            Button::plain(stop.code.shared().into()).for_context(words.get(key::SECTION_GO_BACK))
        }
        OnTheWay::Facts => Button::plain(words.get(key::CHOOSE_REACH)),
        OnTheWay::Choose | OnTheWay::Open => Button::plain(words.get(key::CHOOSE_SUBJECT)),
    };
    let next = |to: &str| words.with(key::SECTION_GO_NEXT, &[("code", to)]);
    let leads_on = match &on {
        OnTheWay::Stop(stop) => next(stop.code.as_str()),
        OnTheWay::Facts => next(&words.get(key::CHOOSE_REACH)),
        OnTheWay::Choose | OnTheWay::Open => words.get(key::SECTION_GO_OPEN),
    };
    let back = button(leads_back.before(Icon::Back), go(&back));
    let on = button(Button::main(leads_on).after(Icon::Next), go(&on));
    foot(given, back, now, given.draw(|later| later.next_open), on)
}

/// A foot with these parts. It stands right behind the answer in the order of the source, and styles keep
/// it in view.
pub(crate) fn foot(given: Given<'_>, back: Html, now: Html, next_open: Html, on: Html) -> Html {
    html! {
        <div class="go">
            <div class="told">{ given.draw(|later| later.told) }</div>
            <div class="bar">
                <div class="back">{ back }</div>
                <p class="now">{ now }</p>
                <div class="next-open">{ next_open }</div>
                <div class="on">{ on }</div>
            </div>
        </div>
    }
}
