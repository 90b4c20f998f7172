//! The visual parts that screens are made of.
//!
//! **Invariant:** knows neither the domain nor the editor, keeps nothing, and says no word of its
//! own: plain values and callbacks come in. Each part writes down what makes it accessible.
//! Classes come from `styles/`; nothing is placed by a `style` attribute, which the page's policy
//! drops.

pub(crate) mod button;
pub(crate) mod checkbox;
pub(crate) mod contents;
pub(crate) mod date_field;
pub(crate) mod dialog;
pub(crate) mod diamond;
pub(crate) mod facts;
pub(crate) mod field;
pub(crate) mod fold;
pub(crate) mod folded;
pub(crate) mod handle;
pub(crate) mod header;
pub(crate) mod help;
pub(crate) mod icon;
pub(crate) mod list;
pub(crate) mod nav;
pub(crate) mod notice;
pub(crate) mod paragraphs;
pub(crate) mod phases;
pub(crate) mod radios;
pub(crate) mod secret_field;
pub(crate) mod segments;
pub(crate) mod select;
pub(crate) mod square;
pub(crate) mod steps;
pub(crate) mod strip;
pub(crate) mod table;
pub(crate) mod terms;
pub(crate) mod text_area;
pub(crate) mod text_field;
pub(crate) mod title;
