//! The phases of a matrix of tactics, and one tactic.

use yew::prelude::*;
use yew::virtual_dom::Key;

use crate::view::parts::square::{self, Shade, Size};

/// One phase.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Phase {
    /// Tells it apart from the others.
    pub(crate) key: Key,
    /// Its number.
    pub(crate) number: AttrValue,
    /// Its name.
    pub(crate) name: AttrValue,
    /// Where it leads.
    pub(crate) href: AttrValue,
    /// States of its tactics, each with a key.
    pub(crate) glyphs: Vec<(Key, Shade)>,
    /// The same in words: "4 of 11 have a state".
    pub(crate) words: AttrValue,
    /// Whether it is shown.
    pub(crate) current: bool,
}

/// The phases in a row.
///
/// Accessibility: a named `nav` with links; the current one has `aria-current="step"`, a line below
/// and bold words; glyphs are hidden and counts are read; where the page is narrow names are not
/// seen but still read.
pub(crate) fn phases(label: AttrValue, phases: Vec<Phase>) -> Html {
    html! {
        <nav class="phases" aria-label={label}>
            <ol>
                for phase in phases {
                    <li key={phase.key.clone()}>{ one(phase) }</li>
                }
            </ol>
        </nav>
    }
}

fn one(phase: Phase) -> Html {
    html! {
        <a href={phase.href} aria-current={phase.current.then_some("step")}>
            <span class="number">{ phase.number }</span>
            { " " }<span class="name">{ phase.name }</span>
            <span class="glyphs" aria-hidden="true">
                for (key, shade) in phase.glyphs {
                    <span {key} class={square::classes(shade, false, Size::Line)}></span>
                }
            </span>
            <span class="unseen">{ " " }{ phase.words }</span>
        </a>
    }
}

/// One tactic that is asked about.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Asked {
    /// Id of its name; also names its controls.
    pub(crate) id: AttrValue,
    /// Its state.
    pub(crate) state: Shade,
    /// Its name.
    pub(crate) name: AttrValue,
    /// "Guards against …".
    pub(crate) guards: AttrValue,
    /// Its segments; labelled by `id`.
    pub(crate) segments: Html,
    /// What its state asks in addition.
    pub(crate) more: Html,
}

/// A tactic: state, name, what it guards against, segments, what its state opens.
///
/// Accessibility: a group named by the tactic; what a state opens comes after the segments in the
/// order of the source, in a wrapper that is always there.
pub(crate) fn tactic(asked: Asked) -> Html {
    html! {
        <div class="tactic" role="group" aria-labelledby={asked.id.clone()}>
            { square::glyph(asked.state) }
            <div class="text">
                <h3 id={asked.id}>{ asked.name }</h3>
                <p class="hint">{ asked.guards }</p>
            </div>
            <div class="states">{ asked.segments }</div>
            <div class="more">{ asked.more }</div>
        </div>
    }
}
