//! Which risk a question means that speaks of the gravest one, in the words of those who answer: the
//! beginning of them below what is asked. All of them stand below the answer.
//!
//! Accessibility: what is named is text, so that nothing stands between question and answer for the
//! keyboard. One link alone does: to the first of the risks that are listed, or to where it is named, until
//! somebody has said something.

use domain::fits;
use domain::gravest::{Gravest, is_spoken_of};
use domain::questions::Question;
use domain::risk::RiskId;
use domain::texts::later::{self as key, Key};
use editor::Place;
use yew::prelude::*;

use crate::view::dispatch::Dispatch;
use crate::view::link::link;
use crate::view::pieces::{self, Asked};
use crate::view::words::LaterWords;

/// The line below a question that speaks of it; nothing below the question that asks for it.
pub(crate) fn line(from: &pieces::Gravest, asked: Asked<'_>, words: &LaterWords) -> Html {
    let Asked { question, phase, guidance, asking, .. } = asked;
    if !guidance.is_some_and(|all| is_spoken_of(&from.asked_by, question, phase, all)) {
        return Html::default();
    }
    let in_short = |text: &str| fits::shortened(text, fits::NAMED_RISK);
    let named =
        |named: &str| words.with(key::SECTION_GRAVEST_NAMED, &[("words", &in_short(named))]);
    let (says, then) = match Gravest::of(&from.asked_by, from.answer.as_deref(), &from.risks) {
        Gravest::Listed { id, words: said } => {
            let says = if said.is_empty() {
                words.get(key::SECTION_GRAVEST_NAMELESS)
            } else {
                named(&said)
            };
            (says, to_risk(id, words, &asking.dispatch))
        }
        Gravest::Named(said) => (named(said), Html::default()),
        Gravest::Open => (
            words.get(key::SECTION_GRAVEST_OPEN),
            way(from, key::SECTION_GRAVEST_NAME, words, &asking.dispatch),
        ),
        Gravest::NotKnown => (words.get(key::SECTION_GRAVEST_NOT_KNOWN), lowest(question, words)),
        Gravest::None(because) => {
            let because = in_short(because);
            let says = words.with(key::SECTION_GRAVEST_NONE, &[("because", &because)]);
            (says, lowest(question, words))
        }
    };
    html! { <p>{ says }{ " " }{ then }</p> }
}

/// Which step is taken where nobody can tell which risk is the gravest.
fn lowest(question: &Question, words: &LaterWords) -> Html {
    html! { question.ladder().map(|_| words.get(key::SECTION_CARD_LOWEST)).unwrap_or_default() }
}

/// The way to the risk that comes first.
pub(super) fn to_risk(id: RiskId, words: &LaterWords, dispatch: &Dispatch) -> Html {
    link(&Place::Risk(id), "", dispatch, html! { words.get(key::SECTION_GRAVEST_SEE) })
}

/// The way to the question that asks for it.
pub(super) fn way(
    from: &pieces::Gravest,
    says: Key,
    words: &LaterWords,
    dispatch: &Dispatch,
) -> Html {
    let place = Place::Question(from.asked_by.id.clone(), None);
    let code = from.asked_by.code.as_str();
    link(&place, "", dispatch, html! { words.with(says, &[("code", code)]) })
}
