//! Real lists (ECMA-376-1, 17.9), so that a reader says how many entries there are.

use std::fmt::Write as _;

use domain::count::count;

use super::{WORDS, XML};

/// A list of the document.
#[derive(Clone, Copy)]
pub(super) enum List {
    /// With squares before the entries. All of them are one list to Word.
    Bullets,
    /// With numbers, from where it starts.
    Numbers(u32),
}

impl List {
    /// Its number in the part that holds the lists.
    pub(super) fn id(self) -> u32 {
        match self {
            Self::Bullets => 1,
            Self::Numbers(id) => id,
        }
    }
}

/// The lists of a document, each numbered one with its first number.
#[derive(Default)]
pub(super) struct Lists {
    starts: Vec<u32>,
}

impl Lists {
    /// A new numbered list.
    pub(super) fn numbered_from(&mut self, start: u32) -> List {
        self.starts.push(start);
        List::Numbers(count(self.starts.len()).saturating_add(1))
    }

    /// The part that holds the lists.
    pub(super) fn numbering(&self) -> String {
        let level = |format: &str, text: &str, more: &str| {
            format!(
                "<w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>\
                 <w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/><w:lvlJc w:val=\"left\"/>\
                 <w:pPr><w:ind w:left=\"397\" w:hanging=\"397\"/></w:pPr>\
                 <w:rPr>{more}<w:color w:val=\"475553\"/></w:rPr></w:lvl>"
            )
        };
        let mut xml = format!(
            "{XML}<w:numbering {WORDS}><w:abstractNum w:abstractNumId=\"0\">{}</w:abstractNum>\
             <w:abstractNum w:abstractNumId=\"1\">{}</w:abstractNum>\
             <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>",
            level("bullet", "•", ""),
            level("decimal", "%1.", "<w:b w:val=\"0\"/><w:bCs w:val=\"0\"/>"),
        );
        for (at, start) in self.starts.iter().enumerate() {
            // Writing to a string cannot fail.
            let _ = write!(
                xml,
                "<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\">\
                 <w:startOverride w:val=\"{start}\"/></w:lvlOverride></w:num>",
                at + 2
            );
        }
        xml.push_str("</w:numbering>");
        xml
    }
}
