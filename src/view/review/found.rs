//! What is open in the answers, square by square.

use domain::answer::Answer;
use domain::questions::{Question, Square, Step};
use domain::texts::later::{self as key, Key};
use editor::Place;
use editor::stops::{Stop, stops_of};
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

/// A square that waits for an answer.
pub(super) struct Open {
    pub(super) code: AttrValue,
    pub(super) square: Html,
    pub(super) prompt: AttrValue,
    /// Who could know; empty where nobody has been asked yet.
    pub(super) who: AttrValue,
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
            for (stop, square) in stops.iter().zip(question.squares(answer)) {
                match square {
                    Square::Open => found.unanswered.push(open(stop, square, "".into(), words)),
                    Square::Partly => found.partly.push(open(stop, square, "".into(), words)),
                    Square::NotKnown => {
                        let who = who(question, answer, words);
                        found.not_known.push(open(stop, square, who, words));
                    }
                    Square::Answered | Square::DoesNotApply => {}
                }
                if answer.is_some_and(Answer::is_confidential) {
                    found.confidential.push(tag(stop, square, true, words));
                }
            }
            if let (Some(answer), Some(stop)) = (answer, stops.first())
                && answer.step().is_some_and(|step| step >= Step::Four)
                && !answer.has_evidence()
            {
                let cut = answer.is_confidential();
                found.unshown.push(tag(stop, Square::Answered, cut, words));
            }
        }
        found
    }
}

fn open(stop: &Stop, square: Square, who: AttrValue, words: &LaterWords) -> Open {
    let mut mark = tag(stop, square, false, words);
    // The row says all this in words.
    (mark.words, mark.href) = (None, None);
    Open {
        code: stop.code.shared().into(),
        square: square::square(&mark, Size::Tag),
        prompt: prompt(stop),
        who,
        place: stop.place(),
    }
}

fn tag(stop: &Stop, square: Square, cut: bool, words: &LaterWords) -> square::Square {
    let says: Key = match square {
        Square::Open => key::SECTION_SQUARE_OPEN,
        Square::Partly => key::SECTION_SQUARE_PARTLY,
        Square::Answered => key::SECTION_SQUARE_ANSWERED,
        Square::NotKnown => key::SECTION_SQUARE_NOT_KNOWN,
        Square::DoesNotApply => key::SECTION_SQUARE_DOES_NOT_APPLY,
    };
    let mut says = words.with(says, &[("code", stop.code.as_str())]);
    if cut {
        says = words.with(key::SECTION_SQUARE_CONFIDENTIAL, &[("square", &says)]);
    }
    square::Square {
        key: stop.code.as_str().into(),
        shade: shade(square),
        cut,
        label: Some(stop.code.shared().into()),
        words: Some(says),
        href: Some(address(&stop.place())),
    }
}

/// What a stop asks: of a matrix with a square for each phase, the question for the phase.
fn prompt(stop: &Stop) -> AttrValue {
    let phase = stop.phase.as_deref().and_then(|phase| stop.question.phase(phase));
    phase.map_or(&stop.question.prompt, |phase| phase.heading).clone().into()
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
