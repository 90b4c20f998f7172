//! What could be looked at, about an answer or a risk: kind, what and where, as of when. Nothing becomes a
//! link.

use std::rc::Rc;

use domain::answer::{Evidence, EvidenceKind};
use domain::bounds::listed::EVIDENCE;
use domain::texts::later::{self as key, Key};
use editor::field::EvidenceText;
use editor::{Message, later};
use yew::prelude::*;

use crate::browser::focus;
use crate::view::asking::Options;
use crate::view::dispatch::Dispatch;
use crate::view::parts::button::{Button, button};
use crate::view::parts::field::{Field, Label};
use crate::view::parts::icon::Icon;
use crate::view::parts::select::select;
use crate::view::room;
use crate::view::words::LaterWords;

const KINDS: Options<EvidenceKind, Key> = Options { all: &EvidenceKind::ALL, of: kind };

/// Id of the button that adds a row, to which the focus goes when a row goes.
const ADD: &str = "add-evidence";

/// What the rows are drawn from.
pub(crate) struct Rows<'a> {
    /// What is kept.
    pub(crate) kept: &'a [Evidence],
    /// Makes a message of what is said about a row.
    pub(crate) about: Rc<dyn Fn(later::Answering) -> Message>,
    pub(crate) dispatch: &'a Dispatch,
    pub(crate) words: &'a LaterWords,
}

/// The rows. The first stands there before there is any evidence. A row is named by its place,
/// which also names its fields: when one goes, the focus leaves the fields first, and those behind it
/// show what moved up.
pub(crate) fn rows(rows: &Rows<'_>) -> Html {
    let Rows { kept, about, dispatch, words, .. } = rows;
    let blank = [Evidence::default()];
    let shown = if kept.is_empty() { &blank[..] } else { kept };
    let removing = |at: usize| {
        let (dispatch, message) =
            ((*dispatch).clone(), about(later::Answering::RemoveEvidence(at)));
        // The button that is pressed goes away with it, so the focus moves on first.
        Callback::from(move |_: MouseEvent| {
            focus::element(ADD);
            dispatch.send(message.clone());
        })
    };
    let full = [("most", &*EVIDENCE.to_string())];
    let add = Button::quiet(words.get(key::SECTION_EVIDENCE_ADD)).before(Icon::Plus).named(ADD);
    let named = shown.iter().enumerate().map(|(at, one)| (at, format!("evidence-{at}"), one));
    html! {
        <fieldset class="evidence field" aria-describedby="evidence-hint">
            <legend class="unseen">{ words.get(key::SECTION_EVIDENCE_TITLE) }</legend>
            <p class="hint" id="evidence-hint">{ words.get(key::SECTION_EVIDENCE_HINT) }</p>
            <ul>
                for (at, name, evidence) in named {
                    <li key={name.as_str()}>
                        { row(rows, at, &name, evidence) }
                        <div class="remove">
                            if !kept.is_empty() {
                                { button(remove(at, words), removing(at)) }
                            }
                        </div>
                    </li>
                }
            </ul>
            <div class="buttons">
                { button(add, dispatch.always(about(later::Answering::AddEvidence))) }
                if shown.len() >= EVIDENCE {
                    <span class="second">{ words.with(key::SECTION_EVIDENCE_FULL, &full) }</span>
                }
            </div>
        </fieldset>
    }
}

fn row(rows: &Rows<'_>, at: usize, name: &str, evidence: &Evidence) -> Html {
    let Rows { about, dispatch, words, .. } = rows;
    let field = |part: &str, label: Key, value: &str| Field {
        id: format!("{name}-{part}").into(),
        label: words.get(label),
        // One row of labels over the columns.
        shows_label: if at == 0 { Label::Seen } else { Label::Unseen },
        value: value.to_owned().into(),
        ..Field::default()
    };
    let writes = |text: EvidenceText| {
        let about = about.clone();
        dispatch.on(move |typed| about(later::Answering::WriteEvidence(at, text, typed)))
    };
    let kind = Field {
        oninput: {
            let (about, now) = (about.clone(), evidence.kind);
            dispatch.on(move |value: String| {
                let kind = KINDS.find(&value).unwrap_or(now);
                about(later::Answering::EvidenceKind(at, kind))
            })
        },
        ..field("kind", key::SECTION_EVIDENCE_KIND, KINDS.value(evidence.kind))
    };
    let place = Field {
        oninput: writes(EvidenceText::Place),
        ..field("place", key::SECTION_EVIDENCE_PLACE, &evidence.place)
    };
    let as_of = Field {
        oninput: writes(EvidenceText::AsOf),
        ..field("as-of", key::SECTION_EVIDENCE_AS_OF, &evidence.as_of)
    };
    html! {
        <>
            { select(&kind, KINDS.list(|key| words.get(key))) }
            { room::line(place, words) }
            { room::line(as_of, words) }
        </>
    }
}

fn remove(at: usize, words: &LaterWords) -> Button {
    let number = (at + 1).to_string();
    Button::quiet(words.get(key::SECTION_EVIDENCE_REMOVE))
        .for_context(words.with(key::SECTION_EVIDENCE_ROW, &[("at", &number)]))
}

fn kind(kind: EvidenceKind) -> (&'static str, Key) {
    match kind {
        EvidenceKind::Document => ("document", key::SECTION_EVIDENCE_DOCUMENT),
        EvidenceKind::Decision => ("decision", key::SECTION_EVIDENCE_DECISION),
        EvidenceKind::Data => ("data", key::SECTION_EVIDENCE_DATA),
        EvidenceKind::Test => ("test", key::SECTION_EVIDENCE_TEST),
        EvidenceKind::Statement => ("statement", key::SECTION_EVIDENCE_STATEMENT),
        EvidenceKind::Other => ("other", key::SECTION_EVIDENCE_ANYTHING),
    }
}
