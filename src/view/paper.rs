//! Draws a report in the page: what the answers say, all questions, what goes out, what is printed.
//! The worker made the drawing; here it becomes elements, and what one works with is put into its
//! places.

use domain::drawing::{ATTRIBUTES, Drawing, Element, NAMES, Node, Slot, Suggestion};
use editor::drawn::Drawn;
use editor::work::Work;
use offer::Reasons;
use planned::Plans;
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, VTag};

use crate::view::dispatch::Dispatch;
use crate::view::memo::memo;
use crate::view::words::LaterWords;

mod offer;
mod planned;

/// Finds the title of the report that stands on a screen, if one does.
pub(crate) const TITLE: &str = ".paper > .cover > :is(h1, h2)";

/// A drawing. Where an assessment is given, its tensions can be set aside, and what is suggested
/// can be taken into its plan.
pub(crate) fn paper(
    drawn: &Drawn,
    work: Option<&Work>,
    words: &LaterWords,
    dispatch: &Dispatch,
) -> Html {
    let paper = Paper { drawn: drawn.clone(), offers: Offers::of(work, drawn), risk: None };
    memo("paper", paper, draw, words, dispatch)
}

/// The page of one risk, in the same way.
pub(crate) fn risk(
    drawn: &Drawn,
    risk: u32,
    work: Option<&Work>,
    words: &LaterWords,
    dispatch: &Dispatch,
) -> Html {
    let paper = Paper { drawn: drawn.clone(), offers: Offers::of(work, drawn), risk: Some(risk) };
    memo("paper", paper, draw, words, dispatch)
}

/// A piece of a drawing that stands by itself, as the square of a question.
pub(crate) fn piece(nodes: &[Node], words: &LaterWords, dispatch: &Dispatch) -> Html {
    Pen { offers: None, suggestions: &[], words, dispatch }.all(nodes).collect()
}

/// What is drawn anew when it changes.
#[derive(PartialEq)]
struct Paper {
    drawn: Drawn,
    offers: Option<Offers>,
    /// The risk of which the page is drawn alone.
    risk: Option<u32>,
}

/// What a drawing is worked with.
#[derive(PartialEq)]
struct Offers {
    reasons: Reasons,
    plans: Plans,
}

impl Offers {
    fn of(work: Option<&Work>, drawn: &Drawn) -> Option<Self> {
        work.map(|work| Self {
            reasons: Reasons::of(work),
            plans: Plans::of(work, &drawn.0.suggestions),
        })
    }
}

fn draw(paper: &Paper, words: &LaterWords, dispatch: &Dispatch) -> Html {
    let Drawing { nodes, suggestions, risks, .. } = &*paper.drawn.0;
    let mut pages = risks.iter();
    let page = paper.risk.and_then(|risk| pages.find(|page| page.risk == risk));
    let nodes = page.map_or(nodes, |page| &page.nodes);
    Pen { offers: paper.offers.as_ref(), suggestions, words, dispatch }.all(nodes).collect()
}

#[derive(Clone, Copy)]
struct Pen<'a> {
    offers: Option<&'a Offers>,
    suggestions: &'a [Suggestion],
    words: &'a LaterWords,
    dispatch: &'a Dispatch,
}

impl<'a> Pen<'a> {
    fn all(self, nodes: &'a [Node]) -> impl Iterator<Item = Html> + 'a {
        nodes.iter().enumerate().map(move |(at, node)| match node {
            Node::Element(element) => self.element(at, element),
            Node::Text(text) => text.as_str().into(),
            Node::Slot(slot) => self.offer(slot),
        })
    }

    fn offer(self, slot: &Slot) -> Html {
        let Some(offers) = self.offers else { return Html::default() };
        match slot {
            Slot::Tension { tension, at } => {
                offers.reasons.offer(tension, *at, self.words, self.dispatch)
            }
            Slot::Suggestion(at) => match self.suggestions.get(*at as usize) {
                Some(one) => offers.plans.offer(*at, one, self.words, self.dispatch),
                None => Html::default(),
            },
        }
    }

    /// Siblings that have no key are told apart by their places: a drawing is made anew as a whole.
    fn element(self, at: usize, element: &'a Element) -> Html {
        let mut values = vec![None; ATTRIBUTES.len()];
        for (attribute, value) in &element.attributes {
            if let Some(slot) = values.get_mut(*attribute as usize) {
                *slot = Some(AttributeOrProperty::Attribute(value.clone().into()));
            }
        }
        let mut tag = VTag::new(NAMES.get(element.name as usize).copied().unwrap_or_default());
        tag.set_attributes(Attributes::Dynamic { keys: &ATTRIBUTES, values: values.into() });
        tag.key = Some(match element.key.as_str() {
            "" => Key::from(at),
            key => Key::from(key),
        });
        tag.add_children(self.all(&element.children));
        tag.into()
    }
}
