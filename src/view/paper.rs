//! Draws a report in the page: what the answers say, all questions, what goes out, what is printed.
//! The worker made the drawing; here it becomes elements, and the forms that set tensions aside
//! are put into their places.

use domain::drawing::{ATTRIBUTES, Element, Node};
use editor::state::{Drawn, Work};
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, VTag};

use super::memo::memo;
use super::{Dispatch, Words};

mod offer;

use offer::Reasons;

/// A drawing. Where an assessment is given, its tensions can be set aside.
pub(crate) fn paper(
    drawn: &Drawn,
    work: Option<&Work>,
    words: &Words,
    dispatch: &Dispatch,
) -> Html {
    let sheet = Sheet { drawn: drawn.clone(), reasons: work.map(Reasons::of) };
    memo("paper", sheet, draw, words, dispatch)
}

/// A piece of a drawing that stands by itself, as the square of a question.
pub(crate) fn piece(nodes: &[Node], words: &Words, dispatch: &Dispatch) -> Html {
    Pen { reasons: None, words, dispatch }.all(nodes).collect()
}

/// What is drawn anew when it changes.
#[derive(PartialEq)]
struct Sheet {
    drawn: Drawn,
    reasons: Option<Reasons>,
}

fn draw(sheet: &Sheet, words: &Words, dispatch: &Dispatch) -> Html {
    Pen { reasons: sheet.reasons.as_ref(), words, dispatch }.all(&sheet.drawn.0.nodes).collect()
}

#[derive(Clone, Copy)]
struct Pen<'a> {
    reasons: Option<&'a Reasons>,
    words: &'a Words,
    dispatch: &'a Dispatch,
}

impl<'a> Pen<'a> {
    fn all(self, nodes: &'a [Node]) -> impl Iterator<Item = Html> + 'a {
        nodes.iter().enumerate().map(move |(at, node)| match node {
            Node::Element(element) => self.element(at, element),
            Node::Text(text) => text.as_str().into(),
            Node::Slot(slot) => match self.reasons {
                Some(reasons) => reasons.offer(slot, self.words, self.dispatch),
                None => Html::default(),
            },
        })
    }

    /// Siblings that have no key are told apart by their places: a drawing is made anew as a whole.
    fn element(self, at: usize, element: &'a Element) -> Html {
        let mut values = vec![None; ATTRIBUTES.len()];
        for (attribute, value) in &element.attributes {
            if let Some(slot) = values.get_mut(*attribute as usize) {
                *slot = Some(AttributeOrProperty::Attribute(value.clone().into()));
            }
        }
        let mut tag = VTag::new(element.name.clone());
        tag.set_attributes(Attributes::Dynamic { keys: &ATTRIBUTES, values: values.into() });
        tag.key = Some(match element.key.as_str() {
            "" => Key::from(at),
            key => Key::from(key),
        });
        tag.add_children(self.all(&element.children));
        tag.into()
    }
}
