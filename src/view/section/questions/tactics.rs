//! Many tactics: of one phase, or of all groups on one page.

use domain::answer::{Answer, TacticAnswer, TacticEffect, TacticState};
use domain::guidance::TacticHelp;
use domain::questions::{Matrix, Tactic, TacticGroup};
use domain::texts::later::{self as key, Key};
use editor::field::TacticText;
use editor::{first, later};
use yew::prelude::*;

use crate::view::asking::{Asking, Options};
use crate::view::dispatch::Dispatch;
use crate::view::how_known::HOW_KNOWN;
use crate::view::memo::memo;
use crate::view::parts::button::{Button, button};
use crate::view::parts::field::Field;
use crate::view::parts::icon::{Icon, icon};
use crate::view::parts::phases;
use crate::view::parts::segments::{Asks, segments};
use crate::view::parts::select::select;
use crate::view::pieces::{Asked, Drawn};
use crate::view::room;
use crate::view::section::choices::Choices;
use crate::view::section::could_know;
use crate::view::section::here::who_leads;
use crate::view::section::phases::{shade, shapes};
use crate::view::tactic_state::tactic_state_key;
use crate::view::words::LaterWords;

const STATES: Options<TacticState, Key> = Options { all: &TacticState::ALL, of: state };
const EFFECTS: Options<TacticEffect, Key> = Options { all: &TacticEffect::ALL, of: effect };

/// Id of the heading over what is said of all tactics together.
const WHOLE: &str = "whole";

pub(crate) fn draw(asked: Asked<'_>, matrix: &Matrix, words: &LaterWords) -> Drawn {
    let phase = asked.phase.and_then(|phase| matrix.group(phase));
    let groups = phase.map_or(&matrix.groups[..], std::slice::from_ref);
    let usual = who_leads(asked.question);
    let heading_of_whole = match phase {
        Some(_) => key::SECTION_QUESTION_WHOLE_PHASES,
        None => key::SECTION_QUESTION_WHOLE,
    };
    Drawn {
        class: "matrix",
        heading: phase.map_or(&asked.question.prompt, |phase| &phase.heading).clone().into(),
        instruction: words.get(key::SECTION_QUESTION_TACTICS),
        answer: html! {
            <>
                if phase.is_none() {
                    { shapes(words) }
                }
                <div class="tactic-groups">
                    for group in groups {
                        <div class="tactic-group" key={&*group.id}>
                            { self::group(asked, group, phase.is_none(), &usual, words) }
                        </div>
                    }
                </div>
                <div class="clearing">{ clearing(asked, groups, words) }</div>
                <div class="whole">
                    <h3 id={WHOLE}>{ words.get(heading_of_whole) }</h3>
                    { whole(asked, words) }
                </div>
            </>
        },
    }
}

/// *Doesn't apply* alone, for the matrix as a whole.
fn whole(asked: Asked<'_>, words: &LaterWords) -> Html {
    let choices = Choices::of(asked);
    let frames = vec![vec![choices.does_not_apply()]];
    html! {
        <>
            { choices.frames(frames, WHOLE.into(), None, |_| None) }
            <div class="clear">
                if asked.answer.choice.is_some() {
                    { back(choices, asked.answer, words) }
                }
            </div>
        </>
    }
}

/// Takes the choice back. What was said about the tactics stays: to say one of it again does that.
fn back(choices: Choices<'_>, answer: &Answer, words: &LaterWords) -> Html {
    let label = words.get(key::SECTION_QUESTION_WHOLE_CLEAR);
    match answer.tactics.first() {
        Some((id, tactic)) => {
            choices.clear(label, later::Answering::Tactic(id.clone(), tactic.state))
        }
        None => choices.clear(label, first::Answering::Clear),
    }
}

fn group(
    asked: Asked<'_>,
    group: &TacticGroup,
    named: bool,
    usual: &AttrValue,
    words: &LaterWords,
) -> Html {
    html! {
        <>
            if named {
                <h3>{ group.heading.clone() }</h3>
            }
            for tactic in &group.tactics {
                { one(asked, tactic, usual, words) }
            }
        </>
    }
}

fn one(asked: Asked<'_>, tactic: &Tactic, usual: &AttrValue, words: &LaterWords) -> Html {
    let one = One {
        asking: asked.asking.clone(),
        tactic: tactic.clone(),
        said: asked.answer.tactic(&tactic.id).cloned(),
        help: asked.guidance.and_then(|all| all.tactic(&tactic.id)).cloned(),
        usual: usual.clone(),
    };
    let dispatch = &asked.asking.dispatch;
    memo(tactic.id.as_str(), one, draw_one, words, dispatch)
}

/// One tactic, as it is drawn.
#[derive(PartialEq)]
struct One {
    asking: Asking,
    tactic: Tactic,
    said: Option<TacticAnswer>,
    help: Option<TacticHelp>,
    /// Who usually knows.
    usual: AttrValue,
}

/// One tactic. What is said about one does not draw the others anew.
fn draw_one(props: &One, words: &LaterWords, _: &Dispatch) -> Html {
    let id = props.tactic.id.clone();
    let chosen = props.said.as_ref().map(|said| said.state);
    let states = segments(
        &id.shared().into(),
        Asks::LabelledBy(id.shared().into()),
        None,
        chosen.map(|state| STATES.value(state)),
        STATES.list(|key| words.get(key)),
        &props.asking.on({
            let usual = props.usual.clone();
            move |value: AttrValue| match STATES.find(&value)? {
                TacticState::Unknown => {
                    Some(later::Answering::TacticNotKnown(id.clone(), usual.to_string()))
                }
                state => Some(later::Answering::Tactic(id.clone(), state)),
            }
        }),
    );
    let guards = words.with(key::SECTION_TACTIC_GUARDS, &[("what", &props.tactic.guards)]);
    phases::tactic(phases::Asked {
        id: props.tactic.id.shared().into(),
        state: shade(chosen),
        name: props.tactic.name.clone().into(),
        guards,
        segments: states,
        more: more(props, words),
    })
}

/// What the state opens.
fn more(props: &One, words: &LaterWords) -> Html {
    let opened = props.said.as_ref().map(|said| match said.state {
        TacticState::Used => used(props, said, words),
        TacticState::Planned => caution(props),
        TacticState::Unused => Html::default(),
        TacticState::Unknown => could_know(props, said, words),
        TacticState::Unfit => because(props, said, words),
    });
    html! { <div class="opened">{ opened.unwrap_or_default() }</div> }
}

/// Takes an answer back, once for all that are shown: under each of eleven it would be in the way. The
/// focus goes to the tactic that has none any more.
fn clearing(asked: Asked<'_>, groups: &[TacticGroup], words: &LaterWords) -> Html {
    let tactics = groups.iter().flat_map(|group| &group.tactics);
    let said: Vec<_> = tactics.filter(|one| asked.answer.tactic(&one.id).is_some()).collect();
    if said.is_empty() {
        return Html::default();
    }
    let one = |tactic: &Tactic| {
        let label = words.with(key::SECTION_TACTIC_CLEAR_ONE, &[("name", &tactic.name)]);
        let radio = format!("input[name=\"{}\"]:checked", tactic.id);
        let clear = later::Answering::ClearTactic(tactic.id.clone());
        button(Button::quiet(label), asked.asking.then_focus(clear, radio))
    };
    html! {
        <details>
            <summary>
                { icon(Icon::Down) }<span>{ words.get(key::SECTION_TACTIC_CLEAR) }</span>
            </summary>
            <ul>
                for tactic in said {
                    <li key={tactic.id.as_str()}>{ one(tactic) }</li>
                }
            </ul>
        </details>
    }
}

fn used(props: &One, said: &TacticAnswer, words: &LaterWords) -> Html {
    let id = props.tactic.id.clone();
    let name: AttrValue = format!("{id}-effect").into();
    let effects = segments(
        &name,
        Asks::Words(words.get(key::SECTION_TACTIC_EFFECT)),
        None,
        said.effect.map(|effect| EFFECTS.value(effect)),
        EFFECTS.list(|key| words.get(key)),
        &props.asking.on({
            let id = id.clone();
            move |value: AttrValue| {
                EFFECTS
                    .find(&value)
                    .map(|effect| later::Answering::TacticEffect(id.clone(), effect))
            }
        }),
    );
    let field = Field {
        id: format!("{id}-known").into(),
        label: words.get(key::SECTION_TACTIC_KNOWN),
        value: said.known.map(|known| HOW_KNOWN.value(known)).unwrap_or_default().into(),
        oninput: props.asking.on(move |value: String| {
            Some(later::Answering::TacticKnown(id.clone(), HOW_KNOWN.find(&value)))
        }),
        ..Field::default()
    };
    let mut ways = vec![("".into(), words.get(key::SECTION_TACTIC_KNOWN_OPEN))];
    ways.extend(HOW_KNOWN.list(|key| words.get(key)));
    html! {
        <>
            <div class="effect">
                { effects }
                { select(&field, ways) }
            </div>
            if let Some(help) = &props.help {
                <p class="hint">{ words.with(key::SECTION_TACTIC_SIGN, &[("sign", &help.sign)]) }</p>
            }
            { caution(props) }
        </>
    }
}

/// Who could be hurt by the tactic itself.
fn caution(props: &One) -> Html {
    let caution = props.help.as_ref().and_then(|help| help.caution.clone());
    html! {
        if let Some(caution) = caution {
            <p class="hint">{ caution }</p>
        }
    }
}

fn could_know(props: &One, said: &TacticAnswer, words: &LaterWords) -> Html {
    let id = props.tactic.id.clone();
    could_know::could_know(
        format!("{id}-could-know").into(),
        &said.could_know,
        props.asking.on(move |typed| {
            Some(later::Answering::WriteTactic(id.clone(), TacticText::CouldKnow, typed))
        }),
        words,
    )
}

fn because(props: &One, said: &TacticAnswer, words: &LaterWords) -> Html {
    let id = props.tactic.id.clone();
    let missing = said.because.trim().is_empty();
    room::line(
        Field {
            id: format!("{id}-because").into(),
            label: words.get(key::SECTION_TACTIC_BECAUSE),
            hint: missing.then(|| words.get(key::SECTION_TACTIC_BECAUSE_MISSING)),
            value: said.because.clone().into(),
            oninput: props.asking.on(move |typed| {
                Some(later::Answering::WriteTactic(id.clone(), TacticText::Because, typed))
            }),
            ..Field::default()
        },
        words,
    )
}

fn state(state: TacticState) -> (&'static str, Key) {
    let value = match state {
        TacticState::Used => "used",
        TacticState::Planned => "planned",
        TacticState::Unused => "unused",
        TacticState::Unknown => "unknown",
        TacticState::Unfit => "unfit",
    };
    (value, tactic_state_key(state))
}

fn effect(effect: TacticEffect) -> (&'static str, Key) {
    match effect {
        TacticEffect::Unknown => ("unknown", key::SECTION_TACTIC_EFFECT_UNKNOWN),
        TacticEffect::None => ("none", key::SECTION_TACTIC_EFFECT_NONE),
        TacticEffect::Some => ("some", key::SECTION_TACTIC_EFFECT_SOME),
        TacticEffect::Clear => ("clear", key::SECTION_TACTIC_EFFECT_CLEAR),
    }
}
