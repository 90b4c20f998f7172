//! What is open in the answers, question by question.

use domain::answer::Answer;
use domain::progress::tactics;
use domain::questions::{Question, Square, Step};
use domain::texts::later::{self as key, Key};
use editor::Place;
use editor::stops::stops_of;
use editor::work::Work;
use yew::prelude::*;

use crate::view::link::address;
use crate::view::navigation::shade;
use crate::view::parts::square::{self, Size};
use crate::view::words::LaterWords;

/// All that is open.
pub(super) struct Found {
    pub(super) unanswered: Vec<Open>,
    pub(super) partly: Vec<Open>,
    pub(super) not_known: Vec<Open>,
    /// Squares of answers at step 4 or 5 without evidence.
    pub(super) unshown: Vec<square::Square>,
    pub(super) confidential: Vec<square::Square>,
}

/// A question that waits for an answer.
pub(super) struct Open {
    pub(super) code: AttrValue,
    pub(super) square: Html,
    pub(super) prompt: AttrValue,
    /// Who could know, or how many tactics have a state; empty where nothing was said.
    pub(super) note: AttrValue,
    pub(super) place: Place,
}

impl Found {
    pub(super) fn of(work: &Work, words: &LaterWords) -> Self {
        let mut found = Self {
            unanswered: Vec::new(),
            partly: Vec::new(),
            not_known: Vec::new(),
            unshown: Vec::new(),
            confidential: Vec::new(),
        };
        for question in work.asked.questions() {
            let answer = work.assessment.answers.get(&question.id).map(|answer| &**answer);
            let stops = stops_of(question);
            let squares = question.squares(answer);
            let waits = stops.iter().zip(&squares).find(|(_, square)| square.waits());
            let Some(stop) = waits.map(|(stop, _)| stop).or(stops.first()) else { continue };
            let square = question.square(answer);
            let open = |note| open(question, stop.place(), square, note, words);
            match square {
                Square::Open => found.unanswered.push(open("".into())),
                Square::Partly => found.partly.push(open(stated(question, answer, words))),
                Square::NotKnown => found.not_known.push(open(who(question, answer, words))),
                Square::Answered | Square::DoesNotApply => {}
            }
            let Some(answer) = answer else { continue };
            let tag = |square, cut| tag(question, stop.place(), square, cut, words);
            if answer.is_confidential() {
                found.confidential.push(tag(square, true));
            }
            if answer.step().is_some_and(|step| step >= Step::Four) && !answer.has_evidence() {
                found.unshown.push(tag(Square::Answered, answer.is_confidential()));
            }
        }
        found
    }
}

fn open(
    question: &Question,
    place: Place,
    square: Square,
    note: AttrValue,
    words: &LaterWords,
) -> Open {
    let mut mark = tag(question, place.clone(), square, false, words);
    // The row says all this in words.
    (mark.words, mark.href) = (None, None);
    Open {
        code: question.code.shared().into(),
        square: square::square(&mark, Size::Tag),
        prompt: question.prompt.clone().into(),
        note,
        place,
    }
}

fn tag(
    question: &Question,
    place: Place,
    square: Square,
    cut: bool,
    words: &LaterWords,
) -> square::Square {
    let says: Key = match square {
        Square::Open => key::SECTION_SQUARE_OPEN,
        Square::Partly => key::SECTION_SQUARE_PARTLY,
        Square::Answered => key::SECTION_SQUARE_ANSWERED,
        Square::NotKnown => key::SECTION_SQUARE_NOT_KNOWN,
        Square::DoesNotApply => key::SECTION_SQUARE_DOES_NOT_APPLY,
    };
    let mut says = words.with(says, &[("code", question.code.as_str())]);
    if cut {
        says = words.with(key::SECTION_SQUARE_CONFIDENTIAL, &[("square", &says)]);
    }
    square::Square {
        key: question.code.as_str().into(),
        shade: shade(square),
        cut,
        label: Some(question.code.shared().into()),
        words: Some(says),
        href: Some(address(&place)),
    }
}

/// How many tactics of a matrix have a state.
fn stated(question: &Question, answer: Option<&Answer>, words: &LaterWords) -> AttrValue {
    let (stated, asked) = tactics(question, answer).unwrap_or_default();
    let (stated, asked) = (stated.to_string(), asked.to_string());
    words.with(key::REVIEW_TACTICS, &[("stated", &stated), ("asked", &asked)])
}

/// Who could know: as typed, or as the bank says.
fn who(question: &Question, answer: Option<&Answer>, words: &LaterWords) -> AttrValue {
    let typed = answer.map_or("", |answer| answer.could_know.trim());
    let who = match (typed, question.who_knows.as_slice()) {
        ("", []) => return words.get(key::REVIEW_WHO_UNKNOWN),
        ("", [first, others @ ..]) => {
            others.iter().fold(AttrValue::from(first.clone()), |before, next| {
                words.with(key::SECTION_COMMA, &[("before", &before), ("next", next)])
            })
        }
        (typed, _) => typed.to_owned().into(),
    };
    words.with(key::REVIEW_WHO, &[("who", &who)])
}
