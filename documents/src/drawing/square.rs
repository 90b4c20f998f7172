//! One square is one question. The same shapes, at the size of a line, show the state of a tactic
//! and stand in legends.

use domain::drawing::{Attribute, Element, Name, Node};
use domain::id::QuestionId;
use domain::report::{Edition, Mark, Shade};

use super::{For, Pen, element, screen, text};

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
    /// A square, leading to the answer that it stands for.
    pub(super) fn square(self, mark: &Mark, shown: Shown, size: Size) -> Node {
        self.square_to(self.address(mark).as_deref(), mark, shown, size)
    }

    /// A square that leads to an address.
    ///
    /// Accessibility: named by its words, as a link or as an image. What it shows never rests on
    /// colour alone: number, place, hatch, dashes and corner remain in forced colours.
    pub(super) fn square_to(
        self,
        address: Option<&str>,
        mark: &Mark,
        shown: Shown,
        size: Size,
    ) -> Node {
        let square = match address {
            Some(address) => drawn(Name::A, mark, shown, size).with(Attribute::Href, address),
            None => drawn(Name::Span, mark, shown, size).with(Attribute::Role, "img"),
        };
        square.with(Attribute::Label, &mark.words).into()
    }

    /// Where the answer behind a square stands. In a copy for sharing the square stands for none;
    /// in the page that of an example must not lead to the answer that the person gave, and in a
    /// file there is nothing to see of a question without an answer.
    fn address(self, mark: &Mark) -> Option<String> {
        let question = mark.question.as_ref()?;
        match self.to {
            For::Page(_) if self.report.edition == Edition::Example => None,
            For::Page(page) => Some(screen(&page.bank.catalogue, &question.id, &question.code)),
            For::File if mark.shade == Shade::Open => None,
            For::File => Some(format!("#{}", anchor_of(&question.id))),
        }
    }
}

/// The anchor of an answer in a file.
pub(super) fn anchor_of(question: &QuestionId) -> String {
    format!("q-{question}")
}

/// A square without words, as wide as its code.
///
/// Accessibility: decoration; the text beside it says the same.
pub(super) fn decoration(mark: &Mark) -> Node {
    drawn(Name::Span, mark, Shown::Code, Size::Tag).with(Attribute::Hidden, "true").into()
}

/// A shape of the size of a line.
///
/// Accessibility: decoration; the words beside it say the same.
pub(super) fn glyph(shape: &str) -> Node {
    let class = format!("square line {shape}");
    Element::new(Name::Span, &class, Vec::new()).with(Attribute::Hidden, "true").into()
}

/// What the shapes mean: a list of shapes with words.
pub(super) fn legend(entries: Vec<(&str, &str)>) -> Node {
    let entries = entries.into_iter().map(|(shape, words)| {
        element(Name::Li, "", vec![glyph(shape), text(Name::Span, "", words)])
    });
    element(Name::Ul, "legend", entries.collect())
}

fn drawn(name: Name, mark: &Mark, shown: Shown, size: Size) -> Element {
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
    Element::new(name, &class, vec![text(Name::B, "", shown.unwrap_or_default())])
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
        Shade::Partly => "partly",
        Shade::Open => "empty",
    }
}
