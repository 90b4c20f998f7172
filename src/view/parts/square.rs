//! One square is one question, everywhere: navigation, strip, review, result, report.
//! The same shapes, at the size of a line, show the state of a tactic.

use yew::prelude::*;
use yew::virtual_dom::Key;

/// What a square shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shade {
    /// No answer; of a tactic: not used.
    Empty,
    /// Answered in part.
    Partly,
    /// Answered, and nothing about how; of a tactic: in use.
    Full,
    /// Not known yet.
    Hatched,
    /// Doesn't apply; of a tactic: doesn't fit.
    Dashed,
    /// Step 1 to 5. Only in a result: while people answer, no square shows a step.
    Step(u8),
    /// A tactic that is planned.
    Half,
    /// A tactic without a state.
    Dot,
}

/// How large a square is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Size {
    /// 9 px, without words: the navigation.
    Small,
    /// 14 px, without words: the state of a tactic, a legend.
    Line,
    /// 28 px with a number: the strip.
    Strip,
    /// As wide as its code.
    Tag,
}

/// A square.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Square {
    /// Tells it apart among its neighbours: the question's id.
    pub(crate) key: Key,
    /// What it shows.
    pub(crate) shade: Shade,
    /// Whether a corner is cut: confidential.
    pub(crate) cut: bool,
    /// Number or code in it.
    pub(crate) label: Option<AttrValue>,
    /// The square in words: "A1.8, step 2, confidential".
    pub(crate) words: Option<AttrValue>,
    /// Where it leads.
    pub(crate) href: Option<AttrValue>,
}

/// A square with a number or code, perhaps a link.
///
/// Accessibility: with `words` it is named by them, as a link or as an image; without, it is
/// decoration and the text beside it must say the same. What it shows never rests on colour alone:
/// number, place, half, hatch, dashes and corner remain in forced colours. As a link it is 24 px at least.
pub(crate) fn square(square: &Square, size: Size) -> Html {
    let class = classes(square.shade, square.cut, size);
    let label = html! { <b>{ square.label.clone().unwrap_or_default() }</b> };
    let words = square.words.clone();
    match (&square.href, &words) {
        (Some(href), _) => html! {
            <a key={square.key.clone()} {class} href={href.clone()} aria-label={words}>{ label }</a>
        },
        (None, Some(_)) => html! {
            <span key={square.key.clone()} {class} role="img" aria-label={words}>{ label }</span>
        },
        (None, None) => html! {
            <span key={square.key.clone()} {class} aria-hidden="true">{ label }</span>
        },
    }
}

/// A shape of 14 px: the state of a tactic, or the sample in a legend.
///
/// Accessibility: decoration; the words beside it say the same.
pub(crate) fn glyph(shade: Shade) -> Html {
    html! { <span class={classes(shade, false, Size::Line)} aria-hidden="true"></span> }
}

/// A row of squares of 9 px.
///
/// Accessibility: decoration; counts in words stand beside it.
pub(crate) fn dots(squares: &[Square]) -> Html {
    html! {
        <span class="dots" aria-hidden="true">
            for one in squares {
                <span key={one.key.clone()} class={classes(one.shade, one.cut, Size::Small)}></span>
            }
        </span>
    }
}

/// What the shapes mean: a list of shapes with words.
pub(crate) fn legend(entries: Vec<(Shade, bool, AttrValue)>) -> Html {
    html! {
        <ul class="legend">
            for (shade, cut, words) in entries {
                <li key={words.to_string()}>
                    <span class={classes(shade, cut, Size::Line)} aria-hidden="true"></span>
                    <span>{ words }</span>
                </li>
            }
        </ul>
    }
}

pub(super) fn classes(shade: Shade, cut: bool, size: Size) -> Classes {
    let shade = match shade {
        Shade::Empty => "empty",
        Shade::Partly => "partly",
        Shade::Full => "full",
        Shade::Hatched => "hatched",
        Shade::Dashed => "dashed",
        Shade::Step(1) => "s1",
        Shade::Step(2) => "s2",
        Shade::Step(3) => "s3",
        Shade::Step(4) => "s4",
        Shade::Step(_) => "s5",
        Shade::Half => "half",
        Shade::Dot => "dot",
    };
    let size = match size {
        Size::Small => "small",
        Size::Line => "line",
        Size::Strip => "strip-square",
        Size::Tag => "tag",
    };
    let cut = if cut { "cut" } else { "" };
    classes!("square", size, shade, cut)
}
