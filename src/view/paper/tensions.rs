//! Answers that do not fit each other yet, each with both answers and the question to ask next.
//! Where the report can be worked with, a reason sets one aside: "they do fit, because …".

use std::rc::Rc;

use domain::id::TensionId;
use domain::report::{Mark, Shade, Side, TensionItem};
use editor::Command;
use editor::state::Work;
use yew::prelude::*;
use yew::virtual_dom::Key;

use super::{Pen, Shown, key as text};
use crate::browser::focus;
use crate::view::parts::button::{self, Button};
use crate::view::parts::field::Field;
use crate::view::parts::square::Square;
use crate::view::parts::text_area::{Writing, text_area};
use crate::view::parts::track::{self, Tension};
use crate::view::{use_dispatch, use_words};

/// The reasons for which tensions are set aside, as they stand in the assessment: newer than those
/// in the report, which is drawn behind what is typed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Dismissals {
    reasons: Rc<[(TensionId, AttrValue)]>,
    read_only: bool,
}

impl Dismissals {
    /// Those of an open assessment.
    pub(crate) fn of(work: &Work) -> Self {
        let reasons = work.assessment.dismissals.iter();
        let reasons = reasons.map(|found| (found.tension.clone(), found.because.clone().into()));
        Self { reasons: reasons.collect(), read_only: work.is_read_only() }
    }

    fn reason(&self, tension: &TensionId) -> Option<&AttrValue> {
        self.reasons.iter().find(|(found, _)| found == tension).map(|(_, because)| because)
    }
}

impl Pen<'_> {
    pub(super) fn tensions(self, found: &[TensionItem]) -> Html {
        match self.answering {
            None => {
                let all = found.iter().enumerate();
                track::tensions(all.map(|(at, one)| self.tension(Key::from(at), one)).collect())
            }
            Some(dismissals) => {
                let named = |one: &TensionItem| (one.id.clone(), self.tension(name(one), one));
                html! {
                    <Tensions
                        found={found.iter().map(named).collect::<Vec<_>>()}
                        dismissals={dismissals.clone()}
                    />
                }
            }
        }
    }

    fn tension(self, key: Key, found: &TensionItem) -> Tension {
        let marks = found.sides.iter().filter_map(|side| side.mark.as_ref()).enumerate();
        let steps: Vec<(u8, Square)> = marks
            .filter_map(|(at, mark)| Some((step(mark)?, self.square(at, mark, Shown::Code))))
            .collect();
        let mut lines = vec![found.why.clone().into(), found.ask.clone().into()];
        if self.answering.is_none()
            && let Some(because) = &found.because
        {
            lines.push(self.words.with(text::PAPER_BECAUSE, &[("because", because)]));
        }
        Tension {
            key,
            title: found.title.clone().into(),
            // With one step alone there is nothing to hold against each other.
            steps: if steps.len() > 1 { steps } else { Vec::new() },
            sides: found.sides.iter().map(|side| self.side(side)).collect(),
            lines,
            actions: Html::default(),
        }
    }

    fn side(self, side: &Side) -> Html {
        html! {
            <>
                <div class="mark-of">{ self.tag(side.mark.as_ref()) }</div>
                <p><span class="second">{ &side.asked }</span>{ " " }{ &side.said }</p>
            </>
        }
    }
}

fn step(mark: &Mark) -> Option<u8> {
    match mark.shade {
        Shade::Step(step) => Some(step.number()),
        Shade::Answered | Shade::NotKnown | Shade::DoesNotApply | Shade::Open => None,
    }
}

/// One rule can be found several times, each time at another question.
fn name(found: &TensionItem) -> Key {
    let marked = found.sides.iter().filter_map(|side| side.mark.as_ref());
    let codes = marked.filter_map(|mark| mark.question.as_ref()).map(|question| &*question.code);
    std::iter::once(found.title.as_str()).chain(codes).collect::<Vec<_>>().join(" ").into()
}

/// What the list of tensions is drawn from.
#[derive(Properties, PartialEq)]
struct TensionsProps {
    found: Vec<(Option<TensionId>, Tension)>,
    dismissals: Dismissals,
}

/// The list to work with. What was set aside before the screen was entered stands folded at its end;
/// what is set aside now stays where it is, so that nothing moves while people write.
#[component]
fn Tensions(props: &TensionsProps) -> Html {
    let words = use_words();
    let before = {
        let dismissals = props.dismissals.clone();
        use_state(move || dismissals)
    };
    let offered = props.found.iter().enumerate().map(|(at, (id, tension))| {
        let actions = offer(id.clone(), at, &props.dismissals);
        let was_aside = id.as_ref().is_some_and(|id| before.reason(id).is_some());
        (was_aside, Tension { actions, ..tension.clone() })
    });
    let (aside, standing): (Vec<_>, Vec<_>) = offered.partition(|(was_aside, _)| *was_aside);
    let list = |some: Vec<(bool, Tension)>| {
        track::tensions(some.into_iter().map(|(_, tension)| tension).collect())
    };
    let count = u32::try_from(aside.len()).unwrap_or(u32::MAX);
    html! {
        <>
            <div class="standing">{ list(standing) }</div>
            <div class="rest">
                if count > 0 {
                    <details class="more">
                        <summary>{ words.count(text::PAPER_SET_ASIDE, count) }</summary>
                        { list(aside) }
                    </details>
                }
            </div>
        </>
    }
}

fn offer(tension: Option<TensionId>, at: usize, dismissals: &Dismissals) -> Html {
    let Some(tension) = tension else { return Html::default() };
    html! {
        <Offer
            id={format!("because-{at}")}
            because={dismissals.reason(&tension).cloned()}
            read_only={dismissals.read_only}
            {tension}
        />
    }
}

#[derive(Properties, PartialEq)]
struct OfferProps {
    tension: TensionId,
    /// Id of the field.
    id: AttrValue,
    /// The reason as typed, if it is set aside.
    because: Option<AttrValue>,
    read_only: bool,
}

/// "They do fit, because …": a field that opens, and the way back.
#[component]
fn Offer(props: &OfferProps) -> Html {
    let words = use_words();
    let dispatch = use_dispatch();
    let is_aside = props.because.is_some();
    let summary = AttrValue::from(format!("{}-offer", props.id));
    let set_aside = {
        let tension = props.tension.clone();
        dispatch.on(move |typed: String| {
            Command::SetAside(tension.clone(), (!typed.is_empty()).then_some(typed))
        })
    };
    let take_back = {
        let (tension, summary) = (props.tension.clone(), summary.clone());
        Callback::from(move |_: MouseEvent| {
            dispatch.send(Command::SetAside(tension.clone(), None));
            // The button goes; what it took back was begun here.
            focus::element(&summary);
        })
    };
    let field = Field {
        id: props.id.clone(),
        label: words.get(text::PAPER_FIT_LABEL),
        hint: Some(words.get(text::PAPER_FIT_HINT)),
        value: props.because.clone().unwrap_or_default(),
        oninput: set_aside,
        ..Field::default()
    };
    let back = Button { label: words.get(text::PAPER_FIT_BACK), ..Button::default() };
    html! {
        <div class="offer">
            if !props.read_only {
                <details class="more" open={is_aside}>
                    <summary id={summary}>{ words.get(text::PAPER_FIT) }</summary>
                    { text_area(&field, Writing::Note) }
                    <div class="buttons">
                        if is_aside {
                            { button::button(back, take_back) }
                        }
                    </div>
                </details>
            } else if let Some(because) = &props.because {
                <p>{ words.with(text::PAPER_BECAUSE, &[("because", because)]) }</p>
            }
        </div>
    }
}
