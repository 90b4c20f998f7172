//! A report as it is drawn in the page and in an HTML file: elements with their attributes and
//! texts. The worker makes it of a [`Report`](crate::report::Report); the page draws it without
//! knowing what a report is, so that the first load need not hold how one is drawn.
//!
//! **Invariant:** what people typed is a [`Node::Text`], never the name of an element, an attribute
//! or an address. Nothing in a drawing runs, loads, or leads out of the page.

use serde::{Deserialize, Serialize};

use crate::id::{QuestionId, TensionId};
use crate::plan::{ActionId, Plan};

/// What a person sees of a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drawing {
    /// Subject, date and kind of copy in one line, for the foot of each printed page.
    pub running: String,
    /// The lead under the title.
    pub lead: String,
    /// What is drawn.
    pub nodes: Vec<Node>,
    /// What the answers suggest for the plan.
    pub suggestions: Vec<Suggestion>,
    /// The parts that are worth naming beside what is drawn, in their order.
    pub contents: Vec<Entry>,
    /// Each risk on a page of its own, gravest first, where the result is worked with.
    pub risks: Vec<RiskPage>,
}

/// The page of a risk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RiskPage {
    /// Which one: the number of its id.
    pub risk: u32,
    /// What is drawn of it.
    pub nodes: Vec<Node>,
}

/// A part of a drawing, by its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The id of its heading.
    pub id: String,
    /// A short name for it.
    pub name: String,
    /// How much is in it, where counting says something.
    pub count: Option<u32>,
}

/// What an answer suggests to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestion {
    /// The question that was answered.
    pub question: QuestionId,
    /// Its square, leading back to the answer.
    pub tag: Vec<Node>,
    /// What to do.
    pub what: String,
    /// Why.
    pub because: String,
    /// How many suggestions about the same question stand before it.
    pub earlier: u32,
}

/// A piece of a drawing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Node {
    /// An element.
    Element(Element),
    /// A text.
    Text(String),
    /// A place for the page's own.
    Slot(Slot),
}

/// An element.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Element {
    /// Its name.
    pub name: Name,
    /// Tells it apart from its siblings when the drawing is made anew. Empty where its place does.
    pub key: String,
    /// Its attributes.
    pub attributes: Vec<(Attribute, String)>,
    /// What it holds.
    pub children: Vec<Node>,
}

/// What an element can be: a closed set, so that nothing else can be drawn. None of them is void
/// (HTML, 13.1.2): each holds something and is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub enum Name {
    A,
    Article,
    B,
    Blockquote,
    Dd,
    Details,
    Div,
    Dl,
    Dt,
    Figcaption,
    Figure,
    H1,
    H2,
    H3,
    H4,
    Header,
    Li,
    Nav,
    Ol,
    P,
    Path,
    Section,
    Small,
    Span,
    Summary,
    Svg,
    Table,
    Tbody,
    Td,
    Th,
    Thead,
    Tr,
    Ul,
}

/// The names of the elements, in their order.
pub static NAMES: [&str; 33] = [
    "a",
    "article",
    "b",
    "blockquote",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "header",
    "li",
    "nav",
    "ol",
    "p",
    "path",
    "section",
    "small",
    "span",
    "summary",
    "svg",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
];

/// What an element can say about itself: a closed set, so that nothing else can be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub enum Attribute {
    Class,
    Id,
    Href,
    Lang,
    Dir,
    Role,
    Scope,
    Colspan,
    /// The column of a cell, for the small charts of a narrow page.
    Bin,
    Label,
    LabelledBy,
    Hidden,
    /// The lines of a shape.
    D,
    /// The size of the sheet on which a shape is drawn.
    ViewBox,
    /// For what can be gone to, and is no stop for the keyboard.
    Tabindex,
}

/// The names of the attributes, in their order.
pub static ATTRIBUTES: [&str; 15] = [
    "class",
    "id",
    "href",
    "lang",
    "dir",
    "role",
    "scope",
    "colspan",
    "data-bin",
    "aria-label",
    "aria-labelledby",
    "aria-hidden",
    "d",
    "viewBox",
    "tabindex",
];

/// What the page puts into a drawing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Slot {
    /// The form that sets a tension aside: "they do fit, because …".
    Tension {
        /// The tension.
        tension: TensionId,
        /// Its place among the tensions of the drawing: one rule can be found several times.
        at: u32,
    },
    /// What takes a suggestion into the plan: its place among those of the drawing.
    Suggestion(u32),
}

impl Suggestion {
    /// Whether the plan holds it. Words are the person's own once they are in the plan, so it is
    /// counted how many actions are about the question.
    #[must_use]
    pub fn is_in(&self, plan: &Plan) -> bool {
        self.planned(plan).is_some()
    }

    /// The action of the plan that it became, as far as that is known: counted in the same way.
    #[must_use]
    pub fn planned(&self, plan: &Plan) -> Option<ActionId> {
        let mut about = plan.each_about(&self.question);
        about.nth(self.earlier as usize).map(|action| action.id)
    }
}

impl Element {
    /// An element with a class, or without one where the class is empty.
    #[must_use]
    pub fn new(name: Name, class: &str, children: Vec<Node>) -> Self {
        let element = Self { name, key: String::new(), attributes: Vec::new(), children };
        if class.is_empty() { element } else { element.with(Attribute::Class, class) }
    }

    /// The element with one more attribute.
    #[must_use]
    pub fn with(mut self, attribute: Attribute, value: &str) -> Self {
        self.attributes.push((attribute, value.to_owned()));
        self
    }

    /// The element with a key.
    #[must_use]
    pub fn keyed(mut self, key: &str) -> Self {
        key.clone_into(&mut self.key);
        self
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Self {
        Self::Element(element)
    }
}

impl From<&str> for Node {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
