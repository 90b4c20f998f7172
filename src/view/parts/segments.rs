//! A few short choices side by side.

use yew::prelude::*;

/// What a group of segments asks.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Asks {
    /// Words of its own above it.
    Words(AttrValue),
    /// What stands elsewhere under this id.
    LabelledBy(AttrValue),
}

/// Segments of equal width; two columns where the page is small.
///
/// Accessibility: native radios laid over their labels, so arrow keys, the ring and the whole
/// segment work as for any radio; 44 px high, grows with its text. The chosen one is bold and has
/// a ring, so it does not rest on colour.
pub(crate) fn segments(
    name: &AttrValue,
    asks: Asks,
    described_by: Option<AttrValue>,
    chosen: Option<&str>,
    options: Vec<(AttrValue, impl Into<Html>)>,
    onchoose: &Callback<AttrValue>,
) -> Html {
    let (legend, labelled_by) = match asks {
        Asks::Words(words) => (Some(words), None),
        Asks::LabelledBy(id) => (None, Some(id)),
    };
    html! {
        <fieldset class="field" aria-labelledby={labelled_by} aria-describedby={described_by}>
            if let Some(legend) = legend {
                <legend class="label">{ legend }</legend>
            }
            <div class="segments">
                for (value, words) in options {
                    <label key={value.to_string()}>
                        <input
                            type="radio"
                            name={name.clone()}
                            value={value.clone()}
                            checked={chosen == Some(value.as_str())}
                            onchange={onchoose.reform(move |_: Event| value.clone())}
                        />
                        <span>{ Html::from(words.into()) }</span>
                    </label>
                }
            </div>
        </fieldset>
    }
}
