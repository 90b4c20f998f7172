//! Steps in words, for everything that stands alone: reports, and sheets to fill in.

use crate::questions::{Ladder, Step};
use crate::texts::{Texts, report as keys};

/// The whole text of a step, with the steps that it adds to.
pub(crate) fn whole_step(texts: &Texts, ladder: &Ladder, step: Step) -> String {
    let mut whole = String::new();
    for (_, written) in ladder.iter().take_while(|(found, _)| *found <= step) {
        whole = if written.adds && !whole.is_empty() {
            texts.with(keys::WORDS_ANSWER_ALSO, &[("before", &whole), ("next", &written.text)])
        } else {
            written.text.to_string()
        };
    }
    whole
}

/// The steps of a ladder, numbered.
pub(crate) fn steps(ladder: &Ladder, texts: &Texts) -> Vec<String> {
    ladder
        .iter()
        .map(|(step, written)| {
            let number = step.number();
            let before = number.saturating_sub(1).to_string();
            let key = if written.adds { keys::BLANK_STEP_ADDS } else { keys::BLANK_STEP };
            texts.with(
                key,
                &[("step", &number.to_string()), ("before", &before), ("text", &written.text)],
            )
        })
        .collect()
}
