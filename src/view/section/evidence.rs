//! What could be looked at: kind, what and where, as of when. Nothing becomes a link.

use std::rc::Rc;

use domain::answer::{Answer, Evidence, EvidenceKind};
use domain::texts::Key;
use domain::texts::interface as key;
use editor::command::{Answering, EvidenceText};
use yew::prelude::*;

use super::super::parts::button::{Button, Weight, button};
use super::super::parts::field::{Field, Label};
use super::super::parts::icon::Icon;
use super::super::parts::select::select;
use super::super::parts::text_field::text_field;
use super::super::{Words, use_words};
use super::asking::{Asking, Options};

const KINDS: Options<EvidenceKind> = Options { all: &EvidenceKind::ALL, of: kind };

/// Id of the button that adds a row, to which the focus goes when a row goes.
const ADD: &str = "add-evidence";

/// What the rows are drawn from.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) asking: Asking,
    pub(super) answer: Option<Rc<Answer>>,
}

/// Names for the rows: a row keeps its fields when another goes.
#[derive(Default)]
struct Names {
    last: u32,
    rows: Vec<u32>,
}

impl Names {
    fn fit(&mut self, count: usize) {
        self.rows.truncate(count);
        while self.rows.len() < count {
            self.last += 1;
            self.rows.push(self.last);
        }
    }
}

/// The rows. The first stands there before there is any evidence.
#[component]
pub(super) fn EvidenceRows(props: &Props) -> Html {
    let words = use_words();
    let names = use_mut_ref(Names::default);
    let blank = [Evidence::default()];
    let kept = props.answer.as_deref().map_or(&[][..], |answer| &answer.evidence);
    let shown = if kept.is_empty() { &blank[..] } else { kept };
    names.borrow_mut().fit(shown.len());
    let rows = names.borrow().rows.clone();
    let removing = |at: usize| {
        let (asking, names) = (props.asking.clone(), names.clone());
        let inner = asking.then_focus(Answering::RemoveEvidence(at), format!("#{ADD}"));
        Callback::from(move |press: MouseEvent| {
            names.borrow_mut().rows.remove(at);
            inner.emit(press);
        })
    };
    let add = Button {
        weight: Weight::Quiet,
        label: words.get(key::SECTION_EVIDENCE_ADD),
        before: Some(Icon::Plus),
        id: Some(ADD.into()),
        ..Button::default()
    };
    html! {
        <fieldset class="evidence field" aria-describedby="evidence-hint">
            <legend class="label">{ words.get(key::SECTION_EVIDENCE_TITLE) }</legend>
            <p class="hint" id="evidence-hint">{ words.get(key::SECTION_EVIDENCE_HINT) }</p>
            <ul>
                for (at, (evidence, name)) in shown.iter().zip(rows).enumerate() {
                    <li key={name.to_string()}>
                        { row(&props.asking, at, name, evidence, &words) }
                        <div class="remove">
                            if !kept.is_empty() {
                                { button(remove(at, &words), removing(at)) }
                            }
                        </div>
                    </li>
                }
            </ul>
            { button(add, props.asking.always(Answering::AddEvidence)) }
        </fieldset>
    }
}

fn row(asking: &Asking, at: usize, name: u32, evidence: &Evidence, words: &Words) -> Html {
    let field = |part: &str, label: Key, value: AttrValue| Field {
        id: format!("evidence-{name}-{part}").into(),
        label: words.get(label),
        // One row of labels over the columns.
        shows_label: if at == 0 { Label::Seen } else { Label::Unseen },
        value,
        ..Field::default()
    };
    let writes = |text: EvidenceText| {
        asking.on(move |typed| Some(Answering::WriteEvidence(at, text, typed)))
    };
    let kind = Field {
        oninput: asking.on(move |value: String| {
            KINDS.find(&value).map(|kind| Answering::EvidenceKind(at, kind))
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
            { select(&kind, KINDS.list(words)) }
            { text_field(&place) }
            { text_field(&as_of) }
        </>
    }
}

fn remove(at: usize, words: &Words) -> Button {
    let number = (at + 1).to_string();
    Button {
        weight: Weight::Quiet,
        label: words.get(key::SECTION_EVIDENCE_REMOVE),
        context: words.with(key::SECTION_EVIDENCE_ROW, &[("at", &number)]),
        ..Button::default()
    }
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
