//! What has to be chosen before the first question.

use domain::texts::first as key;
use editor::Place;
use editor::state::Missing;
use yew::prelude::*;

use crate::browser::focus;
use crate::view::choose::{Here, group_of};
use crate::view::link::address;

/// The list, as long as something is missing. It takes the focus when it appears; each entry leads
/// to the group it is about.
pub(super) fn list(here: Here<'_>) -> Html {
    let missing = here.state.missing.clone();
    html! {
        if !missing.is_empty() {
            <div class="notice fault" role="alert" tabindex="-1">
                <p><strong>{ here.words.get(key::CHOOSE_MISSING) }</strong></p>
                <ul>
                    for one in missing {
                        <li key={group_of(one)}>{ entry(here, one) }</li>
                    }
                </ul>
            </div>
        }
    }
}

fn entry(here: Here<'_>, missing: Missing) -> Html {
    let name = match missing {
        Missing::Unit => key::CHOOSE_MISSING_SUBJECT,
        Missing::Modules => key::CHOOSE_MISSING_MODULES,
        Missing::Keeping => key::CHOOSE_MISSING_KEEPING,
    };
    let onclick = Callback::from(move |press: MouseEvent| {
        // The address names the screen, so it cannot lead to a part of it.
        press.prevent_default();
        focus::element(group_of(missing));
    });
    html! { <a href={address(&Place::Choose)} {onclick}>{ here.words.get(name) }</a> }
}
