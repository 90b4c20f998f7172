//! One square is one question. The same shapes, at the size of a line, show the state of a tactic
//! and stand in legends.

use domain::drawing::{Attribute, Element, Node};
use domain::report::{Edition, Mark, Shade};

use super::{Pen, element, text};

/// What a square shows in it.
#[derive(Clone, Copy)]
pub(super) enum Shown {
    /// The whole code.
    Code,
    /// The number, in the row of its section.
    Number,
}

/// How large a square is.
#[derive(Clone, Copy)]
pub(super) enum Size {
    /// As wide as its code.
    Tag,
    /// With a number, in a chart.
    Chart,
}

impl Pen<'_> {
    /// A square. Where it stands for a question it leads to its answer; in a copy for sharing it
    /// stands for none, and in an example it must not lead to the answer that the person gave.
    ///
    /// Accessibility: named by its words, as a link or as an image. What it shows never rests on
    /// colour alone: number, place, hatch, dashes and corner remain in forced colours.
    pub(super) fn square(self, mark: &Mark, shown: Shown, size: Size) -> Node {
        let square = match &mark.question {
            Some(question) if self.report.edition != Edition::Example => {
                let address = self.address(&question.id, &question.code);
                drawn("a", mark, shown, size).with(Attribute::Href, &address)
            }
            _ => drawn("span", mark, shown, size).with(Attribute::Role, "img"),
        };
        square.with(Attribute::Label, &mark.words).into()
    }
}

/// A square without words, as wide as its code.
///
/// Accessibility: decoration; the text beside it says the same.
pub(super) fn decoration(mark: &Mark) -> Node {
    drawn("span", mark, Shown::Code, Size::Tag).with(Attribute::Hidden, "true").into()
}

/// A shape of the size of a line.
///
/// Accessibility: decoration; the words beside it say the same.
pub(super) fn glyph(shape: &str) -> Node {
    let class = format!("square line {shape}");
    Element::new("span", &class, Vec::new()).with(Attribute::Hidden, "true").into()
}

/// What the shapes mean: a list of shapes with words.
pub(super) fn legend(entries: Vec<(&str, &str)>) -> Node {
    let entries = entries
        .into_iter()
        .map(|(shape, words)| element("li", "", vec![glyph(shape), text("span", "", words)]));
    element("ul", "legend", entries.collect())
}

fn drawn(name: &str, mark: &Mark, shown: Shown, size: Size) -> Element {
    let size = match size {
        Size::Tag => "tag",
        Size::Chart => "chart",
    };
    let cut = if mark.confidential { " cut" } else { "" };
    let class = format!("square {size} {}{cut}", shade(mark.shade));
    let shown = mark.question.as_ref().map(|question| match shown {
        Shown::Code => question.code.as_str(),
        Shown::Number => question.number.as_str(),
    });
    Element::new(name, &class, vec![text("b", "", shown.unwrap_or_default())])
}

pub(super) fn shade(shade: Shade) -> &'static str {
    match shade {
        Shade::Step(step) => match step.number() {
            1 => "s1",
            2 => "s2",
            3 => "s3",
            4 => "s4",
            _ => "s5",
        },
        Shade::Answered => "full",
        Shade::NotKnown => "hatched",
        Shade::DoesNotApply => "dashed",
        Shade::Open => "empty",
    }
}
