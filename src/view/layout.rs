//! The still part of a screen as data.
//!
//! `html!` writes code for every element, about 250 bytes of it, also for those that never change.
//! [`layout!`] writes a table instead, a few bytes an element, and one function draws all tables.
//! Its syntax is that of `html!` without angle brackets:
//!
//! ```ignore
//! layout!(words;
//!     section."try" [role = "group"] {
//!         h2 { #key::SEALED_TRY }          // words of the content
//!         p."lead" { (sentence) }          // something that changes: Html or text
//!         _ (button)                       // a space before it
//!     }
//! )
//! ```
//!
//! What has an event, a key, or an attribute that changes is `html!`'s, and stands in parentheses.

use domain::texts::Key;
use yew::prelude::*;
use yew::virtual_dom::VTag;

use super::Words;

/// One entry of a table.
pub(crate) enum Bit {
    /// An element begins: its name, and its class, which may be empty.
    Open(&'static str, &'static str),
    /// An attribute of the element that has just begun.
    Attribute(&'static str, &'static str),
    /// The element ends.
    Close,
    /// Words of the content.
    Words(Key),
    /// A space between two words.
    Space,
    /// The next of the things that change.
    Slot,
}

/// Something that changes: a piece of the page, or a text.
pub(crate) trait Slot {
    /// The piece.
    fn slot(self) -> Html;
}

impl Slot for Html {
    fn slot(self) -> Html {
        self
    }
}

impl Slot for AttrValue {
    fn slot(self) -> Html {
        Html::from(yew::virtual_dom::VText::new(self))
    }
}

/// Draws a table.
pub(crate) fn draw(bits: &'static [Bit], words: &Words, slots: Vec<Html>) -> Html {
    let mut slots = slots.into_iter();
    let mut open: Vec<VTag> = Vec::new();
    let mut roots: Vec<Html> = Vec::new();
    for bit in bits {
        let piece = match bit {
            Bit::Open(name, class) => {
                let mut tag = VTag::new(*name);
                if !class.is_empty() {
                    tag.add_attribute("class", *class);
                }
                open.push(tag);
                continue;
            }
            Bit::Attribute(name, value) => {
                if let Some(tag) = open.last_mut() {
                    tag.add_attribute(name, *value);
                }
                continue;
            }
            Bit::Close => match open.pop() {
                Some(tag) => tag.into(),
                None => continue,
            },
            Bit::Words(key) => words.get(*key).slot(),
            Bit::Space => AttrValue::Static(" ").slot(),
            Bit::Slot => slots.next().unwrap_or_default(),
        };
        match open.last_mut() {
            Some(tag) => tag.add_child(piece),
            None => roots.push(piece),
        }
    }
    roots.into_iter().collect()
}

/// Writes a table and fills it. See the documentation of the module.
macro_rules! layout {
    ($words:expr; $($body:tt)*) => {
        $crate::view::layout::layout!(@ [$words] [] [] $($body)*)
    };
    (@ [$words:expr] [$($bits:tt)*] [$($slots:tt)*]) => {{
        static BITS: &[$crate::view::layout::Bit] = &[$($bits)*];
        $crate::view::layout::draw(BITS, $words, vec![$($slots)*])
    }};
    (@ [$words:expr] [$($bits:tt)*] [$($slots:tt)*] @close $($rest:tt)*) => {
        $crate::view::layout::layout!(
            @ [$words] [$($bits)* $crate::view::layout::Bit::Close,] [$($slots)*] $($rest)*
        )
    };
    (@ [$words:expr] [$($bits:tt)*] [$($slots:tt)*] ($slot:expr) $($rest:tt)*) => {
        $crate::view::layout::layout!(
            @ [$words]
            [$($bits)* $crate::view::layout::Bit::Slot,]
            [$($slots)* $crate::view::layout::Slot::slot($slot),]
            $($rest)*
        )
    };
    (@ [$words:expr] [$($bits:tt)*] [$($slots:tt)*] _ $($rest:tt)*) => {
        $crate::view::layout::layout!(
            @ [$words] [$($bits)* $crate::view::layout::Bit::Space,] [$($slots)*] $($rest)*
        )
    };
    (@ [$words:expr] [$($bits:tt)*] [$($slots:tt)*] # $module:ident :: $key:ident $($rest:tt)*) => {
        $crate::view::layout::layout!(
            @ [$words]
            [$($bits)* $crate::view::layout::Bit::Words($module::$key),]
            [$($slots)*]
            $($rest)*
        )
    };
    (
        @ [$words:expr] [$($bits:tt)*] [$($slots:tt)*]
        $tag:ident $(. $class:literal)? $([$($name:literal = $value:literal),+ $(,)?])?
        { $($inner:tt)* } $($rest:tt)*
    ) => {
        $crate::view::layout::layout!(
            @ [$words]
            [
                $($bits)*
                $crate::view::layout::Bit::Open(stringify!($tag), concat!($($class)?)),
                $($($crate::view::layout::Bit::Attribute($name, $value),)+)?
            ]
            [$($slots)*]
            $($inner)* @close $($rest)*
        )
    };
}

pub(crate) use layout;
