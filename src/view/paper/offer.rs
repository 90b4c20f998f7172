//! A reason sets a tension aside: "they do fit, because …".

use std::rc::Rc;

use domain::id::TensionId;
use domain::texts::later as key;
use editor::later;
use editor::work::Work;
use yew::prelude::*;

use crate::browser::focus;
use crate::view::dispatch::Dispatch;
use crate::view::parts::button::{self, Button};
use crate::view::parts::field::Field;
use crate::view::parts::text_area::Writing;
use crate::view::room;
use crate::view::words::LaterWords;

/// The reasons for which tensions are set aside, as they stand in the assessment: newer than the
/// drawing, which is made behind what is typed.
#[derive(PartialEq)]
pub(super) struct Reasons {
    reasons: Vec<(TensionId, Rc<str>)>,
}

impl Reasons {
    /// Those of an open assessment.
    pub(super) fn of(work: &Work) -> Self {
        let reasons = work.assessment.dismissals.iter();
        let reasons = reasons.map(|found| (found.tension.clone(), found.because.as_str().into()));
        Self { reasons: reasons.collect() }
    }

    /// A field that opens, and the way back.
    pub(super) fn offer(
        &self,
        tension: &TensionId,
        at: u32,
        words: &LaterWords,
        dispatch: &Dispatch,
    ) -> Html {
        let found = self.reasons.iter().find(|(found, _)| found == tension);
        let because = found.map(|(_, because)| because);
        let is_aside = because.is_some();
        let summary = AttrValue::from(format!("because-{at}-offer"));
        let take_back = {
            let (tension, summary) = (tension.clone(), summary.clone());
            let dispatch = dispatch.clone();
            Callback::from(move |_: MouseEvent| {
                dispatch.send(later::Command::SetAside(tension.clone(), None));
                // The button goes; what it took back was begun here.
                focus::element(&summary);
            })
        };
        let field = Field {
            id: format!("because-{at}").into(),
            label: words.get(key::PAPER_FIT_LABEL),
            hint: Some(words.get(key::PAPER_FIT_HINT)),
            value: because.cloned().unwrap_or_default().into(),
            oninput: {
                let tension = tension.clone();
                dispatch.on(move |typed: String| {
                    later::Command::SetAside(tension.clone(), (!typed.is_empty()).then_some(typed))
                })
            },
            ..Field::default()
        };
        let back = Button::plain(words.get(key::PAPER_FIT_BACK));
        html! {
            <div class="offer">
                <details class="more" open={is_aside}>
                    <summary id={summary}>{ words.get(key::PAPER_FIT) }</summary>
                    { room::text(field, Writing::Note, words) }
                    <div class="buttons">
                        if is_aside {
                            { button::button(back, take_back) }
                        }
                    </div>
                </details>
            </div>
        }
    }
}
