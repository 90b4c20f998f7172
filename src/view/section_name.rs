//! What a section of questions is called.

use domain::asked::SectionOf;
use domain::texts::first as key;
use yew::AttrValue;

use crate::view::words::Words;

/// Code and name of a section.
pub(crate) fn section_name(of: &SectionOf, words: &Words) -> (AttrValue, AttrValue) {
    match of {
        SectionOf::First => (AttrValue::from(""), words.get(key::APP_SECTION_FIRST)),
        SectionOf::Bank { code, name, .. } => (code.shared().into(), name.clone().into()),
    }
}
