//! What may be said beside an answer, each folded to one line that says what is in it: how far it goes
//! elsewhere or in part, a note, what could be looked at, how sure one is, whether it is confidential.
//! Before it, which keys there are.

use std::rc::Rc;

use domain::answer::{Answer, Confidentiality, Evidence, Sureness};
use domain::texts::later::{self as key, Key};
use editor::field::AnswerText;
use editor::first;
use yew::prelude::*;

use crate::view::asking::{AboutQuestion, Asking, Options};
use crate::view::dispatch::Dispatch;
use crate::view::evidence::{Rows, rows as rows_of_evidence};
use crate::view::keys;
use crate::view::parts::checkbox::{Checkbox, checkbox};
use crate::view::parts::field::{Field, Label};
use crate::view::parts::fold::fold;
use crate::view::parts::segments::{Asks, segments};
use crate::view::parts::text_area::Writing;
use crate::view::pieces::Beside;
use crate::view::room;
use crate::view::section::elsewhere;
use crate::view::section::folding::line;
use crate::view::words::LaterWords;

const SURE: Options<Sureness, Key> = Options { all: &Sureness::ALL, of: sure };

/// The lines.
pub(crate) fn draw(from: &Beside, words: &LaterWords, dispatch: &Dispatch) -> Html {
    let asking = Asking { question: from.question.id.clone(), dispatch: dispatch.clone() };
    let blank = Answer::default();
    let answer = from.answer.as_deref().unwrap_or(&blank);
    let asks = from.question.asks();
    html! {
        <>
            <div class="keys">{ keys::line(from, words, dispatch) }</div>
            <div>
                if let Some(ladder) = from.question.ladder().filter(|_| asks.elsewhere) {
                    { elsewhere::draw(&asking, ladder, answer, words) }
                }
            </div>
            <div>
                if asks.note {
                    { note(&asking, answer, words) }
                }
            </div>
            <div>
                if asks.evidence {
                    { looked_at(&asking, answer, words) }
                }
            </div>
            <div>
                if asks.sureness {
                    { how_sure(&asking, answer, words) }
                }
            </div>
            { confidential(&asking, answer, words) }
        </>
    }
}

fn note(asking: &Asking, answer: &Answer, words: &LaterWords) -> Html {
    let oninput = asking.writes(AnswerText::Note);
    let label = words.get(key::SECTION_NOTE_TITLE);
    let field = Field {
        shows_label: Label::Unseen,
        hint: Some(words.get(key::SECTION_NOTE_HINT)),
        ..Field::new("note".into(), label.clone(), &answer.note, oninput)
    };
    let said = Some(answer.note.trim()).filter(|note| !note.is_empty());
    let said = said.map(|note| AttrValue::from(note.to_owned()));
    fold(
        line(label, said, words.get(key::SECTION_BESIDE_NOTHING), words),
        room::text(field, Writing::Note, words),
    )
}

fn looked_at(asking: &Asking, answer: &Answer, words: &LaterWords) -> Html {
    let said = |one: &&Evidence| !one.place.trim().is_empty() || !one.as_of.trim().is_empty();
    let all = answer.evidence.iter().filter(said).count();
    let first = answer.evidence.iter().find(said).map(|one| {
        let what: AttrValue = if one.place.trim().is_empty() || one.as_of.trim().is_empty() {
            format!("{}{}", one.place, one.as_of).into()
        } else {
            words.with(key::SECTION_COMMA, &[("before", &one.place), ("next", &one.as_of)])
        };
        words.with(key::SECTION_EVIDENCE_LISTED, &[("count", &all.to_string()), ("first", &what)])
    });
    let title = words.get(key::SECTION_EVIDENCE_TITLE);
    let line = line(title, first, words.get(key::SECTION_BESIDE_NOTHING), words);
    let question = asking.question.clone();
    let rows = Rows {
        kept: &answer.evidence,
        about: Rc::new(move |answering| answering.about(question.clone())),
        dispatch: &asking.dispatch,
        words,
    };
    fold(line, rows_of_evidence(&rows))
}

fn how_sure(asking: &Asking, answer: &Answer, words: &LaterWords) -> Html {
    let said = answer.sureness.map(|sureness| words.get(sure(sureness).1));
    let line =
        line(words.get(key::SECTION_SURE_LINE), said, words.get(key::SECTION_SURE_NOT_SAID), words);
    fold(
        line,
        segments(
            &"sure".into(),
            Asks::Words(words.get(key::SECTION_SURE_TITLE)),
            None,
            answer.sureness.map(|sureness| SURE.value(sureness)),
            SURE.list(|key| words.get(key)),
            &asking.on(|value: AttrValue| SURE.find(&value).map(first::Answering::Sure)),
        ),
    )
}

fn confidential(asking: &Asking, answer: &Answer, words: &LaterWords) -> Html {
    let label = words.get(key::SECTION_CONFIDENTIAL_TITLE);
    let is_confidential = answer.is_confidential();
    let said = is_confidential.then(|| words.get(key::SECTION_CONFIDENTIAL_YES));
    let mut line = line(label.clone(), said, words.get(key::SECTION_CONFIDENTIAL_NO), words);
    if !is_confidential {
        line.act = words.get(key::SECTION_CONFIDENTIAL_MARK);
    }
    fold(
        line,
        checkbox(&Checkbox {
            id: "confidential".into(),
            label,
            hint: Some(words.get(key::SECTION_CONFIDENTIAL_HINT)),
            checked: is_confidential,
            onchange: asking.on(|checked| {
                Some(first::Answering::Confidentiality(if checked {
                    Confidentiality::Confidential
                } else {
                    Confidentiality::Open
                }))
            }),
        }),
    )
}

fn sure(sureness: Sureness) -> (&'static str, Key) {
    match sureness {
        Sureness::Guess => ("guess", key::SECTION_SURE_GUESS),
        Sureness::Seen => ("seen", key::SECTION_SURE_SEEN),
        Sureness::Checked => ("checked", key::SECTION_SURE_CHECKED),
    }
}
