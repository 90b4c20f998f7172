//! The list of sections with their squares, and of what comes after them. Stands beside the screen
//! where there is room, and is folded into one line above it where there is none.

use domain::asked::AskedSection;
use domain::id::{Code, ModuleId};
use domain::questions::Square;
use domain::texts::interface as key;
use editor::state::{Work, same_section, stops, stops_of};
use editor::{Place, State};
use yew::prelude::*;

use super::frame::current_link;
use super::{Dispatch, Shared, Words, section_name, use_dispatch, use_words};

/// What the navigation is drawn from.
#[derive(Properties, PartialEq)]
pub(crate) struct NavigationProps {
    pub(crate) state: Shared,
}

/// The navigation of an open assessment.
#[component]
pub(crate) fn Navigation(props: &NavigationProps) -> Html {
    let words = use_words();
    let dispatch = use_dispatch();
    let state = &props.state;
    let here = here(state, &words);
    // The fold and the list are neighbours, so that the list need not be there twice: where there
    // is room, the list always shows and the fold never. Another place closes the fold.
    html! {
        <nav class="navigation" aria-label={words.get(key::NAVIGATION_LABEL)}>
            <details key={here.to_string()} class="here">
                <summary>
                    <span class="unseen">{ words.get(key::NAVIGATION_HERE) }{ " " }</span>
                    { here }
                </summary>
            </details>
            <div key="places" class="places">
                <div class="modules">
                    for module in state.catalogue.modules.iter() {
                        <section key={module.id.shared()}>
                            { sections(state, &module.id, &module.name, &words) }
                        </section>
                    }
                </div>
                <ul class="after">
                    for (place, name) in AFTER {
                        <li key={place.hash()}>
                            { after(state, &place, words.get(name), &dispatch) }
                        </li>
                    }
                </ul>
            </div>
        </nav>
    }
}

/// The name of a place that is no question; none where it has none in the navigation.
const AFTER: [(Place, domain::texts::Key); 3] = [
    (Place::Open, key::NAVIGATION_OPEN),
    (Place::Result, key::NAVIGATION_RESULT),
    (Place::Download, key::NAVIGATION_DOWNLOAD),
];

fn here(state: &State, words: &Words) -> AttrValue {
    if let Some((_, section)) = state.question() {
        let (code, name) = section_name(&section.of, words);
        return if code.is_empty() { name } else { format!("{code} · {name}").into() };
    }
    let found = AFTER.iter().find(|(place, _)| *place == state.place);
    words.get(found.map_or(key::NAVIGATION_QUESTIONS, |(_, name)| *name))
}

fn after(state: &State, place: &Place, name: AttrValue, dispatch: &Dispatch) -> Html {
    let current = (*place == state.place).then_some("page");
    current_link(place, "", current, dispatch, html! { <span class="label">{ name }</span> })
}

/// The sections of a module. A module that is not asked has none, and then no heading.
fn sections(state: &State, module: &ModuleId, name: &str, words: &Words) -> Html {
    let Some(work) = &state.work else { return html! {} };
    let here = state.question().map(|(_, section)| &section.of);
    let asked: Vec<_> =
        work.asked.sections.iter().filter(|section| section.module == *module).collect();
    html! {
        if !asked.is_empty() {
            <h2>{ name.to_owned() }</h2>
            <ul>
                for section in asked {
                    <li key={section_name(&section.of, words).0.to_string()}>
                        <Section
                            code={section_name(&section.of, words).0}
                            name={section_name(&section.of, words).1}
                            place={entry(state, section)}
                            squares={squares(work, section)}
                            current={here.is_some_and(|here| same_section(here, &section.of))}
                        />
                    </li>
                }
            </ul>
        }
    }
}

/// Where a section is entered; one that is folded away as a whole, at its first question.
fn entry(state: &State, section: &AskedSection) -> Place {
    state
        .entry(section)
        .or_else(|| section.folded.first().and_then(|question| stops_of(question).first().map(editor::state::Stop::place)))
        .unwrap_or(Place::Open)
}

fn squares(work: &Work, section: &AskedSection) -> Vec<(Code, Square)> {
    let codes = stops(section).into_iter().map(|stop| stop.code);
    let squares = section.questions.iter().flat_map(|question| {
        question.squares(work.assessment.answers.get(&question.id).map(|answer| &**answer))
    });
    codes.zip(squares).collect()
}

/// One section: drawn anew only when something of it has changed.
#[derive(Properties, PartialEq)]
struct SectionProps {
    code: AttrValue,
    name: AttrValue,
    place: Place,
    squares: Vec<(Code, Square)>,
    current: bool,
}

#[component]
fn Section(props: &SectionProps) -> Html {
    let words = use_words();
    let dispatch = use_dispatch();
    let content = html! {
        <>
            <span class="code">{ props.code.clone() }</span>
            <span class="label">{ props.name.clone() }</span>
            <span class="squares" aria-hidden="true">
                for (code, square) in &props.squares {
                    <span key={code.shared()} class={classes!("square", class(*square))} />
                }
            </span>
            <span class="unseen">{ counts(&props.squares, &words) }</span>
        </>
    };
    current_link(&props.place, "", props.current.then_some("page"), &dispatch, content)
}

fn counts(squares: &[(Code, Square)], words: &Words) -> AttrValue {
    let count = |wanted: &dyn Fn(Square) -> bool| {
        u32::try_from(squares.iter().filter(|(_, square)| wanted(*square)).count())
            .unwrap_or(u32::MAX)
    };
    let not_known = count(&|square| square == Square::NotKnown);
    let answered = count(&|square| !matches!(square, Square::Open | Square::NotKnown)).to_string();
    let all = squares.len().to_string();
    let values = [("answered", answered.as_str()), ("all", all.as_str())];
    if not_known == 0 {
        words.with(key::NAVIGATION_ANSWERED, &values)
    } else {
        words.count_with(key::NAVIGATION_NOT_KNOWN, not_known, &values)
    }
}

/// The class of a square.
pub(crate) fn class(square: Square) -> &'static str {
    match square {
        Square::Open => "empty",
        Square::Answered => "full",
        Square::NotKnown => "hatched",
        Square::DoesNotApply => "dashed",
    }
}
