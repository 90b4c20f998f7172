//! The ways on and back, at the foot of the window, with what is chosen between them.

use domain::texts::first as key;
use editor::stops::stops_of;
use editor::{Place, first};
use yew::prelude::*;

use crate::view::parts::button::{Button, button};
use crate::view::parts::icon::Icon;
use crate::view::section::here::{Here, router};

/// The foot of a question. It stands right behind the answer in the order of the source, and styles
/// keep it in view.
pub(super) fn bar(here: Here<'_>) -> Html {
    let given = here.given;
    let (mut back, on) = here.state.neighbours();
    if back.is_none() && on.is_none() {
        // A question that is folded away leads back to the decision that folded it.
        back = router(&here, here.question).and_then(|by| stops_of(by).into_iter().next());
    }
    let back = back.map(|stop| {
        let words = Button::plain(stop.code.shared().into())
            .for_context(given.words.get(key::SECTION_GO_BACK))
            .before(Icon::Back);
        button(words, given.dispatch.always(first::Command::Go(stop.place())))
    });
    // Before the first question stand the facts.
    let back = back.or_else(|| {
        let words = Button::plain(given.words.get(key::CHOOSE_REACH)).before(Icon::Back);
        let to = first::Command::Go(Place::Reach(None));
        Some(button(words, given.dispatch.always(to)))
    });
    let (label, to) = match on {
        Some(stop) => {
            let code = [("code", stop.code.as_str())];
            (given.words.with(key::SECTION_GO_NEXT, &code), stop.place())
        }
        None => (given.words.get(key::SECTION_GO_OPEN), Place::Open),
    };
    let on = Button::main(label).after(Icon::Next);
    html! {
        <div class="go">
            <div class="told">{ given.draw(|later| later.told) }</div>
            <div class="bar">
                <div class="back">{ back.unwrap_or_default() }</div>
                <p class="now">{ given.draw(|later| later.now) }</p>
                <div class="next-open">{ given.draw(|later| later.next_open) }</div>
                <div class="on">{ button(on, given.dispatch.always(first::Command::Go(to))) }</div>
            </div>
        </div>
    }
}
