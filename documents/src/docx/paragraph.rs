//! Paragraphs and runs (ECMA-376-1, 17.3). Properties stand in the order that the schema gives them.

use std::fmt::Write as _;

use domain::texts::Direction;

use super::lists::List;
use super::text::{direction, escaped, lines};

/// A paragraph being written.
pub(super) struct Paragraph {
    style: &'static str,
    direction: Direction,
    keeps_next: bool,
    breaks_page: bool,
    stands_off: Option<u16>,
    list: Option<List>,
    runs: String,
}

impl Paragraph {
    /// An empty paragraph in this style, in the direction of the report.
    pub(super) fn new(style: &'static str, direction: Direction) -> Self {
        Self {
            style,
            direction,
            keeps_next: false,
            breaks_page: false,
            stands_off: None,
            list: None,
            runs: String::new(),
        }
    }

    /// Goes as this text does, which somebody typed.
    pub(super) fn in_direction_of(mut self, text: &str) -> Self {
        self.direction = direction(text, self.direction);
        self
    }

    /// Stays on the page of what follows.
    pub(super) fn keeps_next(mut self, keeps: bool) -> Self {
        self.keeps_next = keeps;
        self
    }

    /// Begins a page.
    pub(super) fn breaks_page(mut self, breaks: bool) -> Self {
        self.breaks_page = breaks;
        self
    }

    /// Stands off from a table before it, which has no space of its own, by so many twentieths of a point.
    pub(super) fn stands_off(mut self, by: u16) -> Self {
        self.stands_off = Some(by);
        self
    }

    /// Is an entry of a list.
    pub(super) fn in_list(mut self, list: List) -> Self {
        self.list = Some(list);
        self
    }

    /// A text in the style of the paragraph.
    pub(super) fn text(self, text: &str) -> Self {
        self.run("", text)
    }

    /// A text in a style of characters.
    pub(super) fn styled(self, style: &str, text: &str) -> Self {
        self.run(&format!("<w:rStyle w:val=\"{style}\"/>"), text)
    }

    /// A text with these properties, each of its lines on one of its own.
    pub(super) fn run(mut self, properties: &str, text: &str) -> Self {
        self.runs.push_str(&run(properties, text, self.direction));
        self
    }

    /// What is written already: runs, links, fields, anchors.
    pub(super) fn raw(mut self, xml: &str) -> Self {
        self.runs.push_str(xml);
        self
    }

    /// The paragraph as XML.
    pub(super) fn xml(&self) -> String {
        let mut xml = format!("<w:p><w:pPr><w:pStyle w:val=\"{}\"/>", self.style);
        if self.keeps_next {
            xml.push_str("<w:keepNext/>");
        }
        if self.breaks_page {
            xml.push_str("<w:pageBreakBefore/>");
        }
        if let Some(list) = self.list {
            // Writing to a string cannot fail.
            let _ = write!(
                xml,
                "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{}\"/></w:numPr>",
                list.id()
            );
        }
        xml.push_str(match self.direction {
            Direction::RightToLeft => "<w:bidi/>",
            Direction::LeftToRight => "<w:bidi w:val=\"0\"/>",
        });
        if let Some(by) = self.stands_off {
            // Writing to a string cannot fail.
            let _ = write!(xml, "<w:spacing w:before=\"{by}\"/>");
        }
        let _ = write!(xml, "</w:pPr>{}</w:p>", self.runs);
        xml
    }
}

/// A text with these properties. Only what is a letter for Word's bidirectional algorithm goes the
/// right way by itself: digits and points around it follow the run (17.3.2.30).
pub(super) fn run(properties: &str, text: &str, otherwise: Direction) -> String {
    let rtl = match direction(text, otherwise) {
        Direction::RightToLeft => "<w:rtl/>",
        Direction::LeftToRight => "",
    };
    let mut content = String::new();
    for (at, line) in pieces(text).into_iter().enumerate() {
        if at > 0 {
            content.push_str("<w:br/>");
        }
        // Writing to a string cannot fail.
        let _ = write!(content, "<w:t xml:space=\"preserve\">{}</w:t>", escaped(line));
    }
    if properties.is_empty() && rtl.is_empty() {
        return format!("<w:r>{content}</w:r>");
    }
    format!("<w:r><w:rPr>{properties}{rtl}</w:rPr>{content}</w:r>")
}

/// A text on one line keeps the spaces around it, which may part it from what stands beside it.
fn pieces(text: &str) -> Vec<&str> {
    let several: Vec<&str> = lines(text).collect();
    if several.len() > 1 { several } else { vec![text] }
}
