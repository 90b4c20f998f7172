//! The foot of what one goes through: back, what is chosen there, the next open question, and on.

use domain::texts::first as key;
use editor::on_the_way::OnTheWay;
use editor::{State, first};
use yew::prelude::*;

use crate::view::dispatch::Dispatch;
use crate::view::parts::button::{Button, button};
use crate::view::parts::icon::Icon;
use crate::view::words::Words;

/// What stands in a foot that the later half draws.
pub(crate) struct Holds {
    /// What was done last, while that can be taken back beside it.
    pub(crate) told: Html,
    /// What is chosen there, and how far all of it is.
    pub(crate) now: Html,
    /// The way to the next open question.
    pub(crate) next_open: Html,
}

/// The foot of a place on the way: what comes before it and after it.
pub(crate) fn ways(state: &State, words: &Words, dispatch: &Dispatch, holds: Holds) -> Html {
    let Some((before, after)) = state.neighbours() else { return Html::default() };
    foot(holds, back(&before, words, dispatch), on(&after, words, dispatch))
}

/// The way back.
pub(crate) fn back(to: &OnTheWay, words: &Words, dispatch: &Dispatch) -> Html {
    let leads = match to {
        OnTheWay::Stop(stop) => {
            Button::plain(stop.code.shared().into()).for_context(words.get(key::SECTION_GO_BACK))
        }
        OnTheWay::Facts => Button::plain(words.get(key::CHOOSE_REACH)),
        OnTheWay::Risks | OnTheWay::Severity(_) => Button::plain(words.get(key::APP_TITLE_RISKS)),
        OnTheWay::Choose | OnTheWay::Open => Button::plain(words.get(key::CHOOSE_SUBJECT)),
    };
    button(leads.before(Icon::Back), go(to, dispatch))
}

/// The way on in a foot.
pub(crate) fn on(to: &OnTheWay, words: &Words, dispatch: &Dispatch) -> Html {
    let leads = next(to, words);
    let leads = match to {
        OnTheWay::Facts => leads.in_short(words.get(key::SECTION_GO_ON)),
        _ => leads,
    };
    button(leads, go(to, dispatch))
}

/// The button that leads on.
pub(crate) fn next(to: &OnTheWay, words: &Words) -> Button {
    let next = |to: &str| words.with(key::SECTION_GO_NEXT, &[("code", to)]);
    let leads = Button::main(match to {
        OnTheWay::Stop(stop) => next(stop.code.as_str()),
        OnTheWay::Facts => next(&words.get(key::CHOOSE_REACH)),
        OnTheWay::Risks | OnTheWay::Severity(_) => next(&words.get(key::APP_TITLE_RISKS)),
        OnTheWay::Choose | OnTheWay::Open => words.get(key::SECTION_GO_OPEN),
    });
    leads.after(Icon::Next)
}

fn go<T>(to: &OnTheWay, dispatch: &Dispatch) -> Callback<T> {
    dispatch.always(first::Command::Go(to.place()))
}

/// A foot with these parts. It stands right behind the answer in the order of the source, the way back
/// last, so that the way on is near; styles keep it in view, and put the way back first.
pub(crate) fn foot(holds: Holds, back: Html, on: Html) -> Html {
    html! {
        <div class="go">
            <div class="told">{ holds.told }</div>
            <div class="bar">
                <p class="now">{ holds.now }</p>
                <div class="next-open">{ holds.next_open }</div>
                <div class="on">{ on }</div>
                <div class="back">{ back }</div>
            </div>
        </div>
    }
}
