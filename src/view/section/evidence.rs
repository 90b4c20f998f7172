//! What could be looked at: kind, what and where, as of when. Nothing becomes a link.

use domain::answer::{Answer, Evidence, EvidenceKind};
use domain::texts::later::{self as key, Key};
use editor::field::EvidenceText;
use editor::later;
use yew::prelude::*;

use crate::view::asking::{Asking, Options};
use crate::view::parts::button::{Button, button};
use crate::view::parts::field::{Field, Label};
use crate::view::parts::icon::Icon;
use crate::view::parts::select::select;
use crate::view::parts::text_field::text_field;
use crate::view::words::LaterWords;

const KINDS: Options<EvidenceKind, Key> = Options { all: &EvidenceKind::ALL, of: kind };

/// Id of the button that adds a row, to which the focus goes when a row goes.
const ADD: &str = "add-evidence";

/// The rows. The first stands there before there is any evidence. A row is named by its place,
/// which also names its fields: when one goes, the focus leaves the fields first, and those behind it
/// show what moved up.
pub(super) fn rows(asking: &Asking, answer: &Answer, words: &LaterWords) -> Html {
    let blank = [Evidence::default()];
    let kept = &answer.evidence;
    let shown = if kept.is_empty() { &blank[..] } else { kept };
    let removing =
        |at: usize| asking.then_focus(later::Answering::RemoveEvidence(at), format!("#{ADD}"));
    let add = Button::quiet(words.get(key::SECTION_EVIDENCE_ADD)).before(Icon::Plus).named(ADD);
    let named = shown.iter().enumerate().map(|(at, one)| (at, format!("evidence-{at}"), one));
    html! {
        <fieldset class="evidence field" aria-describedby="evidence-hint">
            <legend class="unseen">{ words.get(key::SECTION_EVIDENCE_TITLE) }</legend>
            <p class="hint" id="evidence-hint">{ words.get(key::SECTION_EVIDENCE_HINT) }</p>
            <ul>
                for (at, name, evidence) in named {
                    <li key={name.as_str()}>
                        { row(asking, at, &name, evidence, words) }
                        <div class="remove">
                            if !kept.is_empty() {
                                { button(remove(at, words), removing(at)) }
                            }
                        </div>
                    </li>
                }
            </ul>
            { button(add, asking.always(later::Answering::AddEvidence)) }
        </fieldset>
    }
}

fn row(asking: &Asking, at: usize, name: &str, evidence: &Evidence, words: &LaterWords) -> Html {
    let field = |part: &str, label: Key, value: AttrValue| Field {
        id: format!("{name}-{part}").into(),
        label: words.get(label),
        // One row of labels over the columns.
        shows_label: if at == 0 { Label::Seen } else { Label::Unseen },
        value,
        ..Field::default()
    };
    let writes = |text: EvidenceText| {
        asking.on(move |typed| Some(later::Answering::WriteEvidence(at, text, typed)))
    };
    let kind = Field {
        oninput: asking.on(move |value: String| {
            KINDS.find(&value).map(|kind| later::Answering::EvidenceKind(at, kind))
        }),
        ..field("kind", key::SECTION_EVIDENCE_KIND, KINDS.value(evidence.kind).into())
    };
    let place = Field {
        oninput: writes(EvidenceText::Place),
        ..field("place", key::SECTION_EVIDENCE_PLACE, evidence.place.clone().into())
    };
    let as_of = Field {
        oninput: writes(EvidenceText::AsOf),
        ..field("as-of", key::SECTION_EVIDENCE_AS_OF, evidence.as_of.clone().into())
    };
    html! {
        <>
            { select(&kind, KINDS.list(|key| words.get(key))) }
            { text_field(&place) }
            { text_field(&as_of) }
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
