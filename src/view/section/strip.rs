//! The questions of the section as squares.

use std::rc::Rc;

use domain::questions::Square;
use domain::texts::first as key;
use editor::Place;
use editor::stops::Stop;
use editor::work::Work;
use yew::prelude::*;

use crate::view::dispatch::Dispatch;
use crate::view::parts::square::{self, Shade};
use crate::view::parts::strip::{StripEntry, strip};
use crate::view::section::here;
use crate::view::words::Words;

/// One stop as the strip shows it.
#[derive(Clone, PartialEq)]
pub(super) struct Shown {
    place: Place,
    code: AttrValue,
    square: Square,
    confidential: bool,
    current: bool,
}

/// The stops of a section as they are now.
pub(super) fn stops(work: &Work, stops: &[Stop], at: &Place) -> Rc<[Shown]> {
    let shown = |stop: &Stop| {
        let answer = work.assessment.answers.get(&stop.question.id);
        let place = stop.place();
        Shown {
            code: stop.code.shared().into(),
            square: here::square(work, stop),
            confidential: answer.is_some_and(|answer| answer.is_confidential()),
            current: place == *at,
            place,
        }
    };
    stops.iter().map(shown).collect()
}

/// The strip.
pub(super) fn draw(stops: &Rc<[Shown]>, words: &Words, _: &Dispatch) -> Html {
    let entries = stops.iter().map(|shown| entry(shown, words)).collect();
    strip(words.get(key::SECTION_STRIP), entries)
}

fn entry(shown: &Shown, words: &Words) -> StripEntry {
    let hash = shown.place.hash();
    let (shade, says) = match shown.square {
        Square::Open => (Shade::Empty, key::SECTION_SQUARE_OPEN),
        Square::Partly => (Shade::Partly, key::SECTION_SQUARE_PARTLY),
        Square::Answered => (Shade::Full, key::SECTION_SQUARE_ANSWERED),
        Square::NotKnown => (Shade::Hatched, key::SECTION_SQUARE_NOT_KNOWN),
        Square::DoesNotApply => (Shade::Dashed, key::SECTION_SQUARE_DOES_NOT_APPLY),
    };
    let mut says = words.with(says, &[("code", &shown.code)]);
    if shown.confidential {
        says = words.with(key::SECTION_SQUARE_CONFIDENTIAL, &[("square", &says)]);
    }
    let square = square::Square {
        key: hash.clone().into(),
        shade,
        cut: shown.confidential,
        label: Some(here::number(&shown.code).to_owned().into()),
        words: Some(says),
        href: Some(format!("#{hash}").into()),
    };
    StripEntry { square, current: shown.current }
}
