//! A drawing as the text of a page. The one place that escapes what was typed, and that writes tags.

use domain::drawing::{ATTRIBUTES, Element, NAMES, Name, Node};

use crate::entity::entity;

/// Writes a piece of a drawing. A place for the page's own forms holds nothing in a file.
pub(super) fn node(node: &Node, html: &mut String) {
    match node {
        Node::Element(found) => element(found, html),
        Node::Text(text) => html.push_str(&escaped(text)),
        Node::Slot(_) => {}
    }
}

/// No name is void, so every element is closed. Behind one that is no part of a line a line ends, so
/// that the page can be read as text.
fn element(element: &Element, html: &mut String) {
    let name = NAMES.get(element.name as usize).copied().unwrap_or_default();
    html.push('<');
    html.push_str(name);
    for (attribute, value) in &element.attributes {
        let attribute = ATTRIBUTES.get(*attribute as usize).copied().unwrap_or_default();
        html.push_str(&format!(" {attribute}=\"{}\"", escaped(value)));
    }
    html.push('>');
    for child in &element.children {
        node(child, html);
    }
    html.push_str(&format!("</{name}>"));
    if !matches!(
        element.name,
        Name::A | Name::B | Name::Path | Name::Small | Name::Span | Name::Svg
    ) {
        html.push('\n');
    }
}

/// A text between tags or inside a quoted attribute.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        match (entity(letter), letter) {
            (Some(named), _) => escaped.push_str(named),
            (None, '\n' | '\t') => escaped.push(letter),
            (None, letter) if letter.is_control() || is_no_letter(letter) => {
                escaped.push(char::REPLACEMENT_CHARACTER);
            }
            (None, letter) => escaped.push(letter),
        }
    }
    escaped
}

/// Places in Unicode that are promised to stay empty; no page may hold one (HTML, 13.2.3.5).
fn is_no_letter(letter: char) -> bool {
    matches!(letter, '\u{fdd0}'..='\u{fdef}') || u32::from(letter) & 0xfffe == 0xfffe
}

#[cfg(test)]
mod tests {
    use domain::drawing::{Attribute, Slot};

    use super::*;

    #[test]
    fn nothing_typed_ends_a_tag_or_an_attribute() {
        assert_eq!(escaped("<b a=\"'&\u{0}"), "&lt;b a=&quot;&#39;&amp;\u{fffd}");
        assert_eq!(
            escaped("\u{fdd0}\u{ffff}\u{10fffe}\u{10fffd}"),
            "\u{fffd}\u{fffd}\u{fffd}\u{10fffd}"
        );
        let typed = Element::new(Name::P, "", vec!["</p><script>".into()]);
        let mut html = String::new();
        node(&typed.with(Attribute::Label, "\"><script>").into(), &mut html);
        assert_eq!(
            html,
            "<p aria-label=\"&quot;&gt;&lt;script&gt;\">&lt;/p&gt;&lt;script&gt;</p>\n"
        );
    }

    #[test]
    fn a_place_for_a_form_of_the_page_holds_nothing() {
        let mut html = String::new();
        let place = Element::new(Name::Div, "actions", vec![Node::Slot(Slot::Suggestion(0))]);
        node(&place.into(), &mut html);
        assert_eq!(html, "<div class=\"actions\"></div>\n");
    }

    #[test]
    fn no_element_is_one_that_must_not_be_closed() {
        let void = [
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source",
            "track", "wbr",
        ];
        assert!(NAMES.iter().all(|name| !void.contains(name)));
        assert_eq!(NAMES.get(Name::A as usize), Some(&"a"));
        assert_eq!(NAMES.get(Name::Figcaption as usize), Some(&"figcaption"));
        assert_eq!(NAMES.get(Name::Ul as usize), Some(&"ul"));
    }
}
