//! Whether a part reads as XML before anybody gets it: quick-xml reads it, and here stands what that
//! lets through (which names and letters XML allows) or what no writer of ours writes: comments,
//! declarations inside, references other than five.

use quick_xml::Reader;
use quick_xml::escape::{resolve_xml_entity, unescape};
use quick_xml::events::{BytesStart, Event};

/// Whether the text is one well-formed element after its first line.
pub(super) fn is_well_formed(xml: &str) -> bool {
    xml.chars().all(is_allowed) && is_one_element(xml) == Some(true)
}

/// None where it cannot be read.
fn is_one_element(xml: &str) -> Option<bool> {
    let mut reader = Reader::from_str(xml);
    let (mut depth, mut elements) = (0_u32, 0_u32);
    loop {
        let event = reader.read_event().ok()?;
        match &event {
            Event::Start(start) | Event::Empty(start) => {
                are_attributes(start).then_some(())?;
                elements += u32::from(depth == 0);
                depth += u32::from(matches!(event, Event::Start(_)));
            }
            // A name that is not the one that began is a fault of the reader.
            Event::End(_) => depth = depth.checked_sub(1)?,
            Event::Text(text) if depth == 0 => text.trim_ascii().is_empty().then_some(())?,
            Event::Text(_) => {}
            Event::GeneralRef(named) => {
                let known = resolve_xml_entity(named).is_some();
                (depth > 0 && (known || named.is_char_ref())).then_some(())?;
            }
            Event::Decl(_) if elements == 0 => {}
            Event::Eof => return Some(depth == 0 && elements == 1),
            Event::Decl(_)
            | Event::CData(_)
            | Event::Comment(_)
            | Event::DocType(_)
            | Event::PI(_) => return None,
        }
    }
}

/// Whether an element has a name, and each of its attributes one of its own and a value.
fn are_attributes(start: &BytesStart<'_>) -> bool {
    start.name().as_ref().starts_with(|first: char| first.is_ascii_alphabetic())
        && start.attributes().all(|attribute| {
            attribute
                .is_ok_and(|found| !found.value.contains('<') && unescape(&found.value).is_ok())
        })
}

/// What XML may hold (XML 1.0, 2.2), without the tab and the old control characters, which no part has.
fn is_allowed(letter: char) -> bool {
    matches!(letter, '\n' | ' '..='\u{7e}' | '\u{a0}'..='\u{fffd}' | '\u{10000}'..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_reader_of_xml_would_refuse_is_refused() {
        for good in ["<a/>", "<a b=\"1\" c=\"&lt;\">x &amp; y<b/></a>", "<?xml v?>\n<a>é</a>\n"] {
            assert!(is_well_formed(good), "{good}");
        }
        for bad in [
            "",
            "a",
            "<a>",
            "<a></b>",
            "<a/><b/>",
            "<a/>x",
            "<a b=1/>",
            "<a b=\"1\" b=\"2\"/>",
            "<a b=\"<\"/>",
            "<a>&x;</a>",
            "<a>&</a>",
            "<a>\u{1}</a>",
            "<a>\u{ffff}</a>",
            "<a><!-- --></a>",
            "<a><![CDATA[]]></a>",
            "<1/>",
            "<a>x",
        ] {
            assert!(!is_well_formed(bad), "{bad}");
        }
    }
}
