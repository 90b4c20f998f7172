//! Squares, each with the answer it stands for.

use domain::report::{Mark, Shade};

use super::escape::text;

/// Whether a square leads to its answer in the annex.
pub(super) enum Link {
    Annex(bool),
}

/// A square with its code, or with none in a copy for sharing; the words are there for everybody
/// who does not see it.
pub(super) fn square(mark: &Mark, link: Link) -> String {
    let shown = mark.question.as_ref().map(|question| question.code.as_str());
    square_showing(mark, shown.unwrap_or_default(), link)
}

/// The class of what a square shows.
pub(super) fn shade(shade: Shade) -> String {
    match shade {
        Shade::Step(step) => format!("s{}", step.number()),
        Shade::Answered => "full".to_owned(),
        Shade::NotKnown => "hatched".to_owned(),
        Shade::DoesNotApply => "dashed".to_owned(),
        Shade::Open => "empty".to_owned(),
    }
}

/// A square that shows this text.
pub(super) fn square_showing(mark: &Mark, shown: &str, link: Link) -> String {
    let shade = shade(mark.shade);
    let cut = if mark.confidential { " cut" } else { "" };
    let inside = format!(
        "<span aria-hidden=\"true\">{}</span><span class=\"hidden\">{}</span>",
        text(shown),
        text(&mark.words)
    );
    match (&mark.question, link) {
        (Some(question), Link::Annex(true)) if mark.shade != Shade::Open => format!(
            "<a class=\"square {shade}{cut}\" href=\"#q-{}\">{inside}</a>",
            text(question.id.as_str())
        ),
        _ => format!("<span class=\"square {shade}{cut}\">{inside}</span>"),
    }
}
