//! Who answers: functions, and a name only of those who want it.

use domain::texts::first as key;
use editor::field::ScopeText;
use editor::first;
use editor::first::Choosing;
use yew::prelude::*;

use crate::view::choose::{Here, subject};
use crate::view::parts::checkbox::{Checkbox, checkboxes};

const ID: &str = "who";

/// The group.
pub(super) fn group(here: Here<'_>) -> Html {
    let chosen = &here.work.assessment.scope.functions;
    let boxes: Vec<_> = here
        .state
        .catalogue
        .functions
        .iter()
        .map(|function| {
            let id = function.id.clone();
            Checkbox {
                id: format!("function-{id}").into(),
                label: function.name.clone().into(),
                hint: None,
                checked: chosen.contains(&id),
                onchange: here.dispatch.always(first::Command::Choose(Choosing::Function(id))),
            }
        })
        .collect();
    let inside = html! {
        <>
            { checkboxes(ID.into(), &boxes) }
            { subject::text(here, ScopeText::OtherFunction, key::CHOOSE_OTHER_FUNCTION, None) }
            { subject::text(here, ScopeText::Person, key::CHOOSE_PERSON, Some(key::CHOOSE_PERSON_ABOUT)) }
        </>
    };
    here.group(ID, key::CHOOSE_WHO, Some(key::CHOOSE_WHO_ABOUT), inside)
}
