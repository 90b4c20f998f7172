//! The words of a step where it is named away from the steps above and below it.

use domain::questions::{Ladder, Step};
use domain::texts::first as key;
use yew::AttrValue;

use crate::view::words::Words;

/// That the step below is true, too: "As 3, and".
pub(crate) fn adds_to(step: Step, words: &Words) -> AttrValue {
    let before = step.number().saturating_sub(1).to_string();
    words.with(key::SECTION_QUESTION_ADDS, &[("before", &before)])
}

/// The words of a step, with that before them where it adds to the one below.
pub(crate) fn step_words(ladder: &Ladder, step: Step, words: &Words) -> AttrValue {
    let written = ladder.step(step);
    if !written.adds {
        return written.text.clone().into();
    }
    format!("{} {}", adds_to(step, words), written.text).into()
}
