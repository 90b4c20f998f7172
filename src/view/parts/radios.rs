//! Rows of radios in a frame: ladders, decisions, and choices with a consequence.

use yew::prelude::*;
use yew::virtual_dom::Key;

/// One row.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Row {
    /// What is chosen with it.
    pub(crate) value: AttrValue,
    /// Number of the step.
    pub(crate) number: Option<AttrValue>,
    /// "As 3, and", in the second ink.
    pub(crate) prefix: Option<AttrValue>,
    /// Its words.
    pub(crate) text: AttrValue,
    /// Its consequence; makes the words above it bold.
    pub(crate) hint: Option<AttrValue>,
    /// What stands under the row once it is chosen. Not drawn otherwise, but its text is kept by
    /// whoever holds it.
    pub(crate) more: Html,
}

/// Frames of rows under one name: one question.
///
/// Accessibility: a `fieldset` named by the heading that asks (`labelled_by`, an id) and described
/// by the instruction; native radios under one name, so arrow keys move through all frames; the
/// ring stands around the whole row, and the whole row is the label. Number and prefix are read
/// with the words. What is under a row comes after it in the order of the source, outside the
/// label. Frames are equal in size and weight.
pub(crate) fn radios(
    name: &AttrValue,
    labelled_by: AttrValue,
    described_by: Option<AttrValue>,
    chosen: Option<&str>,
    frames: Vec<Vec<Row>>,
    onchoose: &Callback<AttrValue>,
) -> Html {
    let frames = frames.into_iter().enumerate();
    html! {
        <fieldset class="radios" aria-labelledby={labelled_by} aria-describedby={described_by}>
            for (at, rows) in frames {
                <div class="choices" key={at.to_string()}>
                    for row in rows {
                        <div class="choice" key={Key::from(row.value.as_str())}>
                            { label(name, chosen == Some(row.value.as_str()), &row, onchoose) }
                            <div class="more">
                                if chosen == Some(row.value.as_str()) {
                                    { row.more.clone() }
                                }
                            </div>
                        </div>
                    }
                </div>
            }
        </fieldset>
    }
}

fn label(name: &AttrValue, checked: bool, row: &Row, onchoose: &Callback<AttrValue>) -> Html {
    let value = row.value.clone();
    let onchange = onchoose.reform(move |_: Event| value.clone());
    html! {
        <label>
            <input type="radio" name={name.clone()} value={row.value.clone()} {checked} {onchange} />
            if let Some(number) = row.number.clone() {
                <span class="number">{ number }</span>
            }
            { words(row.prefix.clone(), row.text.clone(), row.hint.clone()) }
        </label>
    }
}

/// The words of a row, shared with boxes in a frame.
pub(super) fn words(prefix: Option<AttrValue>, text: AttrValue, hint: Option<AttrValue>) -> Html {
    match hint {
        None => html! {
            <span class="text">
                if let Some(prefix) = prefix {
                    <span class="second">{ prefix }{ " " }</span>
                }
                { text }
            </span>
        },
        Some(hint) => html! {
            <span class="text"><b>{ text }</b><span class="hint">{ hint }</span></span>
        },
    }
}
