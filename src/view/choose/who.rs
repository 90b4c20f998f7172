//! Who answers: functions, and a name only of those who want it.

use domain::texts::later::{self as key, Key};
use editor::field::ScopeText;
use editor::first;
use editor::first::Choosing;
use yew::prelude::*;

use crate::view::given::LaterGiven;
use crate::view::parts::checkbox::{Checkbox, checkboxes};
use crate::view::parts::field::Field;
use crate::view::room;

pub(super) const ID: &str = "who";

/// What the line of it holds.
pub(crate) fn inside(given: LaterGiven<'_>) -> Html {
    let LaterGiven { state, words, dispatch, .. } = given;
    let Some(work) = &state.work else { return Html::default() };
    let scope = &work.assessment.scope;
    let functions = state.catalogue.functions.iter();
    let boxes: Vec<_> = functions
        .map(|function| {
            let id = function.id.clone();
            Checkbox {
                id: format!("function-{id}").into(),
                label: function.name.clone().into(),
                hint: None,
                checked: scope.functions.contains(&id),
                onchange: dispatch.always(first::Command::Choose(Choosing::Function(id))),
            }
        })
        .collect();
    let field = |id: &'static str, text: ScopeText, value: &str, label: Key, about: Option<Key>| {
        let oninput =
            dispatch.on(move |typed| first::Command::Choose(Choosing::Write(text, typed)));
        let field = Field::new(id.into(), words.get(label), value, oninput);
        room::line(field.hinted(about.map(|about| words.get(about))), words)
    };
    html! {
        <>
            <p class="hint">{ words.get(key::CHOOSE_WHO_ABOUT) }</p>
            { checkboxes(ID.into(), &boxes) }
            { field(
                "other-function",
                ScopeText::OtherFunction,
                &scope.other_function,
                key::CHOOSE_OTHER_FUNCTION,
                None,
            ) }
            { field(
                "person",
                ScopeText::Person,
                &scope.person,
                key::CHOOSE_PERSON,
                Some(key::CHOOSE_PERSON_ABOUT),
            ) }
        </>
    }
}
