//! The list of sections with their squares, and of what comes after them. Stands beside the screen
//! where there is room, and is folded into one line above it where there is none.

use domain::asked::AskedSection;
use domain::questions::Square;
use domain::texts::{Key, interface as key};
use editor::stops::{Stop, same_section, stops, stops_of};
use editor::work::Work;
use editor::{Place, State};
use yew::prelude::*;

use crate::view::dispatch::Dispatch;
use crate::view::given::Given;
use crate::view::link::address;
use crate::view::memo::memo;
use crate::view::parts::nav::{NavModule, NavPlace, NavSection, nav};
use crate::view::parts::square::{self, Shade};
use crate::view::section_name::section_name;
use crate::view::words::Words;

/// The navigation of an open assessment. Drawn anew only when a square, or the place, has become
/// another: not for each key.
pub(crate) fn navigation(given: Given<'_>) -> Html {
    let Given { state, words, dispatch, .. } = given;
    let Some(work) = &state.work else { return Html::default() };
    let list = List {
        here: here(state, words),
        modules: modules(state, work, words),
        places: places(state, words),
    };
    memo("navigation", list, draw, words, dispatch)
}

/// The places that are no section.
const PLACES: [(Place, Key); 6] = [
    (Place::Open, key::NAVIGATION_OPEN),
    (Place::Result, key::NAVIGATION_RESULT),
    (Place::Plan, key::NAVIGATION_PLAN),
    (Place::Download, key::NAVIGATION_DOWNLOAD),
    (Place::Words, key::APP_TITLE_WORDS),
    (Place::Source, key::APP_TITLE_SOURCE),
];

#[derive(PartialEq)]
struct List {
    here: AttrValue,
    modules: Vec<NavModule>,
    places: Vec<NavPlace>,
}

fn draw(list: &List, words: &Words, _: &Dispatch) -> Html {
    nav(
        words.get(key::NAVIGATION_LABEL),
        list.here.to_string().into(),
        list.here.clone(),
        list.modules.clone(),
        list.places.clone(),
    )
}

fn here(state: &State, words: &Words) -> AttrValue {
    if let Some((_, section)) = state.question() {
        let (code, name) = section_name(&section.of, words);
        return if code.is_empty() { name } else { format!("{code} · {name}").into() };
    }
    if state.place == Place::Sheets {
        return words.get(key::SHEETS_TITLE);
    }
    let found = PLACES.iter().find(|(place, _)| *place == state.place);
    words.get(found.map_or(key::NAVIGATION_QUESTIONS, |(_, name)| *name))
}

fn places(state: &State, words: &Words) -> Vec<NavPlace> {
    PLACES
        .iter()
        .map(|(place, name)| NavPlace {
            href: address(place),
            name: words.get(*name),
            current: *place == state.place,
        })
        .collect()
}

/// The modules that are asked, with their sections.
fn modules(state: &State, work: &Work, words: &Words) -> Vec<NavModule> {
    let modules = state.catalogue.modules.iter().map(|module| NavModule {
        key: module.id.as_str().into(),
        name: module.name.clone().into(),
        sections: work
            .asked
            .sections
            .iter()
            .filter(|section| section.module == module.id)
            .map(|section| one(state, work, section, words))
            .collect(),
    });
    modules.filter(|module| !module.sections.is_empty()).collect()
}

fn one(state: &State, work: &Work, section: &AskedSection, words: &Words) -> NavSection {
    let (code, name) = section_name(&section.of, words);
    let squares = squares(work, section);
    let here = state.question().map(|(_, section)| &section.of);
    NavSection {
        key: code.as_str().into(),
        name,
        code,
        href: address(&entry(state, section)),
        words: counts(&squares, words),
        squares: squares.into_iter().map(|(stop, square)| dot(&stop, square)).collect(),
        current: here.is_some_and(|here| same_section(here, &section.of)),
    }
}

/// Where a section is entered; one whose questions are all folded away, at the first of them.
fn entry(state: &State, section: &AskedSection) -> Place {
    let folded =
        || section.folded.first().and_then(|question| stops_of(question).first().map(Stop::place));
    state.entry(section).or_else(folded).unwrap_or(Place::Open)
}

fn squares(work: &Work, section: &AskedSection) -> Vec<(Stop, Square)> {
    let squares = section.questions.iter().flat_map(|question| {
        question.squares(work.assessment.answers.get(&question.id).map(|answer| &**answer))
    });
    stops(section).into_iter().zip(squares).collect()
}

fn dot(stop: &Stop, square: Square) -> square::Square {
    square::Square {
        key: stop.code.as_str().into(),
        shade: shade(square),
        cut: false,
        label: None,
        words: None,
        href: None,
    }
}

/// How a square looks that shows no step.
pub(crate) fn shade(square: Square) -> Shade {
    match square {
        Square::Open => Shade::Empty,
        Square::Answered => Shade::Full,
        Square::NotKnown => Shade::Hatched,
        Square::DoesNotApply => Shade::Dashed,
    }
}

fn counts(squares: &[(Stop, Square)], words: &Words) -> AttrValue {
    let count = |wanted: fn(Square) -> bool| {
        u32::try_from(squares.iter().filter(|(_, square)| wanted(*square)).count())
            .unwrap_or(u32::MAX)
    };
    let not_known = count(|square| square == Square::NotKnown);
    let answered =
        count(|square| matches!(square, Square::Answered | Square::DoesNotApply)).to_string();
    let all = squares.len().to_string();
    let values = [("answered", answered.as_str()), ("all", all.as_str())];
    if not_known == 0 {
        words.with(key::NAVIGATION_ANSWERED, &values)
    } else {
        words.count_with(key::NAVIGATION_NOT_KNOWN, not_known, &values)
    }
}
