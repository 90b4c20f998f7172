//! XML as a row of elements that begin, end, and hold text.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion, escape};

/// What comes next in a part.
pub(super) enum Piece {
    /// An element begins. Its name is without prefix.
    Begins(Element),
    /// The element of this name ends.
    Ends(String),
    /// Text, with references resolved.
    Text(String),
}

/// An element that begins.
pub(super) struct Element {
    /// Its name without prefix.
    pub(super) name: String,
    attributes: Vec<(String, String)>,
}

impl Element {
    /// The value of an attribute, by its name without prefix.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(found, _)| found == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// All pieces in order. None where it is no XML, or names something outside itself.
pub(super) fn pieces(xml: &str) -> Option<Vec<Piece>> {
    let mut reader = Reader::from_str(xml);
    let mut pieces = Vec::new();
    loop {
        match reader.read_event().ok()? {
            Event::Start(start) => pieces.push(Piece::Begins(element(&start)?)),
            Event::Empty(start) => {
                let element = element(&start)?;
                let name = element.name.clone();
                pieces.push(Piece::Begins(element));
                pieces.push(Piece::Ends(name));
            }
            Event::End(end) => pieces.push(Piece::Ends(local(end.local_name().as_ref())?)),
            Event::Text(text) => pieces.push(Piece::Text(text.xml10_content().ok()?.into_owned())),
            Event::CData(text) => pieces.push(Piece::Text(text.decode().ok()?.into_owned())),
            Event::GeneralRef(named) => {
                let text = match named.resolve_char_ref().ok()? {
                    Some(letter) => letter.to_string(),
                    None => escape::resolve_xml_entity(&named.decode().ok()?)?.to_owned(),
                };
                pieces.push(Piece::Text(text));
            }
            // Nothing of a spreadsheet is declared in itself or elsewhere.
            Event::DocType(_) => return None,
            Event::Decl(_) | Event::Comment(_) | Event::PI(_) => {}
            Event::Eof => return Some(pieces),
        }
    }
}

fn element(start: &BytesStart<'_>) -> Option<Element> {
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.ok()?;
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned();
        attributes.push((local(attribute.key.local_name().as_ref())?, value));
    }
    Some(Element { name: local(start.local_name().as_ref())?, attributes })
}

fn local(name: &[u8]) -> Option<String> {
    std::str::from_utf8(name).ok().map(str::to_owned)
}
