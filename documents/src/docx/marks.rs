//! Squares. In running text they are their own words on their shade, so that nothing hangs on a
//! colour; in the cells of the profile they are numbers.

use domain::questions::Step;
use domain::report::{Mark, Shade};
use domain::texts::Direction;

use super::links::{Links, leading};
use super::paragraph::run;

/// Petrol from light to dark, as in the other formats: the darker, the more is in place.
const STEPS: [(&str, &str); 5] = [
    ("E6F3F6", "16211F"),
    ("B9D7DF", "16211F"),
    ("77ABB7", "16211F"),
    ("2D6D7B", "FFFFFF"),
    ("004350", "FFFFFF"),
];

/// What a square is filled with, and the colour of the text on it.
pub(super) fn step_colours(step: Step) -> (&'static str, &'static str) {
    STEPS.get(usize::from(step.number()).saturating_sub(1)).copied().unwrap_or(("auto", "16211F"))
}

/// A square in running text, which leads to its answer where there is one.
pub(super) fn words(mark: &Mark, links: &Links<'_>, direction: Direction) -> String {
    let (line, edge, (fill, ink)) = match mark.shade {
        Shade::Step(step) => ("single", "004350", step_colours(step)),
        Shade::Answered => ("single", "0C5461", ("0C5461", "FFFFFF")),
        Shade::NotKnown => ("double", "6B7A77", ("auto", "16211F")),
        Shade::DoesNotApply => ("dashed", "6B7A77", ("auto", "16211F")),
        Shade::Partly => ("single", "0C5461", ("auto", "16211F")),
        Shade::Open => ("single", "6B7A77", ("auto", "16211F")),
    };
    let properties = format!(
        "<w:rStyle w:val=\"Square\"/><w:color w:val=\"{ink}\"/>\
         <w:bdr w:val=\"{line}\" w:sz=\"4\" w:space=\"0\" w:color=\"{edge}\"/>\
         <w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{fill}\"/>"
    );
    // Spaces that do not break keep the frame whole and are its margin.
    let words = format!(" {} ", mark.words).replace(' ', "\u{a0}");
    let framed = run(&properties, &words, direction);
    linked(mark, framed, links)
}

/// Squares in a cell of the profile: the numbers of their questions, or squares where they carry
/// none. A number with a star is confidential.
pub(super) fn in_cell(
    marks: &[Mark],
    square: &str,
    ink: &str,
    links: &Links<'_>,
    direction: Direction,
) -> String {
    let numbered = marks.iter().any(|mark| mark.question.is_some());
    let properties = format!("<w:color w:val=\"{ink}\"/>");
    let between = run(&properties, if numbered { ", " } else { " " }, direction);
    let drawn: Vec<String> = marks
        .iter()
        .map(|mark| {
            let shown = match &mark.question {
                Some(question) if mark.confidential => format!("{}*", question.number),
                Some(question) => question.number.clone(),
                None => square.to_owned(),
            };
            linked(mark, run(&properties, &shown, direction), links)
        })
        .collect();
    drawn.join(&between)
}

/// Squares in a cell of the profile at a glance, without numbers.
pub(super) fn tiny(marks: &[Mark], square: &str, ink: &str, direction: Direction) -> String {
    let properties = format!("<w:color w:val=\"{ink}\"/>");
    run(&properties, &square.repeat(marks.len()), direction)
}

fn linked(mark: &Mark, runs: String, links: &Links<'_>) -> String {
    let question = mark.question.as_ref().filter(|_| mark.shade != Shade::Open);
    match question.and_then(|question| links.answer(&question.id)) {
        Some(anchor) => leading(&anchor, &runs),
        None => runs,
    }
}
