//! What every field for text has: label, hint, problem, and what it must not give away.

use yew::prelude::*;

/// Whether the label is seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Label {
    /// Above the field.
    #[default]
    Seen,
    /// Read out only: fields in a row under one heading.
    Unseen,
}

/// A field.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Field {
    /// Its id.
    pub(crate) id: AttrValue,
    /// What it asks for.
    pub(crate) label: AttrValue,
    /// Whether that is seen.
    pub(crate) shows_label: Label,
    /// What one needs to know to fill it in.
    pub(crate) hint: Option<AttrValue>,
    /// What is wrong with it.
    pub(crate) problem: Option<AttrValue>,
    /// Whether something has to stand in it.
    pub(crate) required: bool,
    /// What stands in it, exactly as typed.
    pub(crate) value: AttrValue,
    /// How many letters it takes: more are kept out (`browser::room`).
    pub(crate) most: Option<usize>,
    /// What is said of how few are left.
    pub(crate) room: Option<AttrValue>,
    /// Told what stands in it, at every change, exactly as typed.
    pub(crate) oninput: Callback<String>,
}

impl Field {
    // Written once and called: a literal with defaults costs half a kilobyte at each place.
    #[inline(never)]
    pub(crate) fn new(
        id: AttrValue,
        label: AttrValue,
        value: &str,
        oninput: Callback<String>,
    ) -> Self {
        Self { id, label, value: value.to_owned().into(), oninput, ..Self::default() }
    }

    /// With what one needs to know to fill it in.
    pub(crate) fn hinted(mut self, hint: Option<AttrValue>) -> Self {
        self.hint = hint;
        self
    }

    /// Ids of hint, room and problem, as far as they are there.
    pub(super) fn described_by(&self) -> Option<AttrValue> {
        let mut ids = String::new();
        for (part, name) in [(&self.hint, "hint"), (&self.room, "room"), (&self.problem, "problem")]
        {
            if part.is_some() {
                let space = if ids.is_empty() { "" } else { " " };
                ids += &[space, &self.id, "-", name].concat();
            }
        }
        (!ids.is_empty()).then(|| ids.into())
    }

    pub(super) fn invalid(&self) -> Option<&'static str> {
        self.problem.as_ref().map(|_| "true")
    }

    pub(super) fn required(&self) -> Option<&'static str> {
        self.required.then_some("true")
    }
}

/// A control with its label before it and its problem after it.
///
/// Accessibility: a real `label`; hint, room and problem are tied to the control by `aria-describedby`;
/// a problem is told by words and an icon beside the field, in a wrapper that is always there.
/// Fields are never filled in by the browser, never sent to a spelling or writing service.
pub(super) fn wrapped(field: &Field, control: Html) -> Html {
    let label = match field.shows_label {
        Label::Seen => "label",
        Label::Unseen => "unseen",
    };
    html! {
        <div class="field">
            <label class={label} for={field.id.clone()}>{ field.label.clone() }</label>
            <div>
                if let Some(hint) = field.hint.clone() {
                    <p class="hint" id={format!("{}-hint", field.id)}>{ hint }</p>
                }
            </div>
            { control }
            <div>
                if let Some(room) = field.room.clone() {
                    <p class="hint" id={format!("{}-room", field.id)}>{ room }</p>
                }
                if let Some(problem) = field.problem.clone() {
                    <p class="problem" id={format!("{}-problem", field.id)}>{ problem }</p>
                }
            </div>
        </div>
    }
}
