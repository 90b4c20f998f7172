//! Buttons, links that look like buttons, and the button that opens a file.

use yew::prelude::*;

use crate::browser::files::{self, Picked};
use crate::view::parts::icon::{self, Icon};

/// How much a button stands out. One main button a screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Weight {
    /// What most people want next.
    Main,
    /// Everything else.
    #[default]
    Plain,
    /// Looks like a bold link: small things within a text or row.
    Quiet,
}

/// What a button or link says.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Button {
    /// How much it stands out.
    pub(crate) weight: Weight,
    /// Its words: the outcome, not "OK".
    pub(crate) label: AttrValue,
    /// Completes the words where several buttons say the same ("Answer" + "B6.4"); not seen.
    pub(crate) context: AttrValue,
    /// The words in a foot where there is little room; empty where they are the same.
    pub(crate) short: AttrValue,
    /// Icon before the words.
    pub(crate) before: Option<Icon>,
    /// Icon after the words.
    pub(crate) after: Option<Icon>,
    /// Id, where the focus has to find it.
    pub(crate) id: Option<AttrValue>,
    /// Id of what explains it.
    pub(crate) described_by: Option<AttrValue>,
}

impl Button {
    /// What most people want next.
    pub(crate) fn main(label: AttrValue) -> Self {
        Self::new(Weight::Main, label)
    }

    /// Everything else.
    pub(crate) fn plain(label: AttrValue) -> Self {
        Self::new(Weight::Plain, label)
    }

    /// A small thing within a text or row.
    pub(crate) fn quiet(label: AttrValue) -> Self {
        Self::new(Weight::Quiet, label)
    }

    // Written once and called: a literal with defaults costs half a kilobyte at each place.
    #[inline(never)]
    fn new(weight: Weight, label: AttrValue) -> Self {
        Self { weight, label, ..Self::default() }
    }

    /// With an icon before the words.
    pub(crate) fn before(mut self, icon: Icon) -> Self {
        self.before = Some(icon);
        self
    }

    /// With an icon after the words.
    pub(crate) fn after(mut self, icon: Icon) -> Self {
        self.after = Some(icon);
        self
    }

    /// With words that are not seen and tell it from others that say the same.
    pub(crate) fn for_context(mut self, context: AttrValue) -> Self {
        self.context = context;
        self
    }

    /// With fewer words in a foot where there is little room.
    pub(crate) fn in_short(mut self, short: AttrValue) -> Self {
        self.short = short;
        self
    }

    /// With an id, where the focus has to find it.
    pub(crate) fn named(mut self, id: &'static str) -> Self {
        self.id = Some(id.into());
        self
    }
}

/// A button.
///
/// Accessibility: at least 44 px high and grows with its text; never disabled (a press says what
/// is missing); named by its words, with `context` where they alone could mean several things.
pub(crate) fn button(button: Button, onclick: Callback<MouseEvent>) -> Html {
    html! {
        <button
            type="button"
            id={button.id.clone()}
            class={button.weight.class()}
            aria-describedby={button.described_by.clone()}
            {onclick}
        >
            { button.inside() }
        </button>
    }
}

/// A link that looks like a button.
///
/// Accessibility: as for [`button`]; a link where it leads to a place, so that it can be opened in
/// another tab and is announced as one.
pub(crate) fn link(button: Button, href: AttrValue) -> Html {
    html! {
        <a
            id={button.id.clone()}
            class={button.weight.class()}
            aria-describedby={button.described_by.clone()}
            {href}
        >
            { button.inside() }
        </a>
    }
}

/// A link to the address of this page in a window of its own, for where it stands inside another one.
///
/// Accessibility: as for [`link`]; its words say that a window opens.
pub(crate) fn link_outside(button: Button, href: AttrValue) -> Html {
    html! {
        <a class={button.weight.class()} {href} target="_blank" rel="noopener">
            { button.inside() }
        </a>
    }
}

/// Opens files of the kinds in `accept`.
///
/// Accessibility: a native file input over which its label lies, so that the browser's own dialog
/// comes from the person's own press; the ring is drawn around the label.
pub(crate) fn file(button: Button, accept: AttrValue, onfiles: Callback<Vec<Picked>>) -> Html {
    let onchange = onfiles.reform(|change: Event| files::chosen(&change));
    html! {
        <label class={button.weight.class()}>
            <input type="file" id={button.id.clone()} class="unseen" {accept} {onchange} />
            { button.inside() }
        </label>
    }
}

impl Weight {
    fn class(self) -> &'static str {
        match self {
            Self::Main => "button main",
            Self::Plain => "button",
            Self::Quiet => "quiet",
        }
    }
}

impl Button {
    fn inside(self) -> Html {
        html! {
            <>
                { self.before.map(icon::icon).unwrap_or_default() }
                <span>
                    if self.short.is_empty() {
                        { self.label }
                    } else {
                        <span class="long">{ self.label }</span>
                        <span class="short">{ self.short }</span>
                    }
                    if !self.context.is_empty() {
                        <span class="unseen">{ " " }{ self.context }</span>
                    }
                </span>
                { self.after.map(icon::icon).unwrap_or_default() }
            </>
        }
    }
}
