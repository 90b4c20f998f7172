//! That it is not the same everywhere, or that a higher step is true in part: the highest of those steps,
//! and where. It explains the step chosen above and takes its place nowhere.

use domain::answer::Answer;
use domain::elsewhere::{Elsewhere, HigherStep};
use domain::questions::{Ladder, Step};
use domain::texts::later as key;
use editor::field::AnswerText;
use editor::later;
use yew::prelude::*;

use crate::view::asking::Asking;
use crate::view::parts::field::Field;
use crate::view::parts::fold::{Fold, fold};
use crate::view::parts::segments::{Asks, segments};
use crate::view::parts::text_area::Writing;
use crate::view::room;
use crate::view::section::folding;
use crate::view::step_words::step_words;
use crate::view::words::LaterWords;

/// Under which id the steps name what is said about them.
const SAYS: &str = "highest-says";

/// The value that stands for no higher step. No step has it.
const NONE: &str = "none";

/// The line, and what it opens.
pub(super) fn draw(asking: &Asking, ladder: &Ladder, answer: &Answer, words: &LaterWords) -> Html {
    let elsewhere = &answer.elsewhere;
    let chosen = elsewhere.highest.map(|step| value(step.step()));
    let choose = asking.on(|value: AttrValue| Some(later::Answering::Highest(highest(&value))));
    let options = HigherStep::ALL.map(|step| (value(step.step()), option(ladder, step, words)));
    let none = (AttrValue::from(NONE), words.get(key::SECTION_ELSEWHERE_NONE).into());
    let place = Field {
        hint: Some(words.get(key::SECTION_ELSEWHERE_HINT)),
        ..Field::new(
            "elsewhere".into(),
            words.get(key::SECTION_ELSEWHERE_PLACE),
            &elsewhere.place,
            asking.writes(AnswerText::Elsewhere),
        )
    };
    let inside = html! {
        <>
            { segments(
                &"highest".into(),
                Asks::Words(words.get(key::SECTION_ELSEWHERE_HIGHEST)),
                Some(SAYS.into()),
                Some(chosen.as_deref().unwrap_or(NONE)),
                options.into_iter().chain([none]).collect(),
                &choose,
            ) }
            <div class="beyond" id={SAYS}>
                if let Some(step) = elsewhere.highest {
                    <p>{ step_words(ladder, step.step(), words) }</p>
                }
                if let Some(why) = counts_not(answer, words) {
                    <p class="hint">{ why }</p>
                }
            </div>
            { room::text(place, Writing::Note, words) }
        </>
    };
    html! { <div class="elsewhere">{ fold(line(ladder, answer, words), inside) }</div> }
}

/// What the line says of it while it is folded.
fn line(ladder: &Ladder, answer: &Answer, words: &LaterWords) -> Fold {
    let said = match (answer.higher(), &answer.elsewhere) {
        (Some(higher), _) => {
            let step = higher.highest.step();
            let text =
                if higher.place.is_empty() { &*ladder.step(step).text } else { &higher.place };
            let values = [("step", &*value(step)), ("text", text)];
            Some(words.with(key::SECTION_ELSEWHERE_UP_TO, &values))
        }
        (None, elsewhere) if *elsewhere != Elsewhere::default() => {
            Some(words.get(key::SECTION_ELSEWHERE_IDLE))
        }
        (None, _) => None,
    };
    let nothing = AttrValue::default();
    folding::line(words.get(key::SECTION_ELSEWHERE_TITLE), said, nothing, words)
}

/// Why what was said does not count, and what to do: nothing where it does, or nothing was said.
fn counts_not(answer: &Answer, words: &LaterWords) -> Option<AttrValue> {
    let Elsewhere { highest, place } = &answer.elsewhere;
    let why = match (answer.step(), highest) {
        (_, None) if place.trim().is_empty() => return None,
        (_, None) => key::SECTION_ELSEWHERE_CHOOSE,
        (None, Some(_)) => key::SECTION_ELSEWHERE_NO_STEP,
        (Some(step), Some(highest)) if highest.step() <= step => key::SECTION_ELSEWHERE_NOT_ABOVE,
        (Some(_), Some(_)) => return None,
    };
    Some(words.get(why))
}

/// A step as its number, read out with its words.
fn option(ladder: &Ladder, step: HigherStep, words: &LaterWords) -> Html {
    let step = step.step();
    html! {
        <>
            { value(step) }
            <span class="unseen">{ step_words(ladder, step, words) }</span>
        </>
    }
}

fn value(step: Step) -> AttrValue {
    step.number().to_string().into()
}

fn highest(chosen: &str) -> Option<HigherStep> {
    HigherStep::ALL.into_iter().find(|step| value(step.step()) == *chosen)
}
