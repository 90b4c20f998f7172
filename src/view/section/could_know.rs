//! Who could know, filled with who usually knows.

use domain::texts::interface as key;
use yew::prelude::*;

use super::super::parts::field::Field;
use super::super::parts::text_field::text_field;
use super::super::use_words;

/// What the field is drawn from.
#[derive(Properties, PartialEq)]
pub(super) struct CouldKnowProps {
    pub(super) id: AttrValue,
    /// What was typed; empty means who usually knows.
    pub(super) typed: AttrValue,
    /// Who usually knows.
    pub(super) usual: AttrValue,
    pub(super) oninput: Callback<String>,
}

/// The field. Until somebody types, it shows who usually knows; from then on exactly what is typed,
/// so that it can be emptied.
#[component]
pub(super) fn CouldKnow(props: &CouldKnowProps) -> Html {
    let words = use_words();
    let touched = use_state_eq(|| false);
    let oninput = {
        let (on, touched) = (props.oninput.clone(), touched.setter());
        Callback::from(move |typed| {
            touched.set(true);
            on.emit(typed);
        })
    };
    let usual = props.typed.is_empty() && !*touched;
    text_field(&Field {
        id: props.id.clone(),
        label: words.get(key::SECTION_QUESTION_COULD_KNOW),
        value: if usual { &props.usual } else { &props.typed }.clone(),
        oninput,
        ..Field::default()
    })
}
