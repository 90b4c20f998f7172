//! An SVG as far as it is asked here: that a browser shows something of it, and that it draws and does
//! nothing else. What is not known to be harmless is refused: another way to write it is at hand, as each
//! program that draws can save without it.

use std::rc::Rc;

use super::fault::Kind;

/// Elements that do more than draw, by their names without prefix.
const ELEMENTS: [&str; 14] = [
    "a",
    "animate",
    "animateMotion",
    "animateTransform",
    "audio",
    "discard",
    "embed",
    "foreignObject",
    "handler",
    "iframe",
    "listener",
    "object",
    "script",
    "set",
];

/// Attributes that name something, by their names without prefix.
const REFERENCES: [&str; 3] = ["href", "src", "base"];

/// What `&` may begin. What is written in numbers could be anything.
const ENTITIES: [&str; 5] = ["amp;", "lt;", "gt;", "quot;", "apos;"];

/// What an SVG says that it is.
const NAME: &str = "http://www.w3.org/2000/svg";

/// What does not fit of it.
pub(super) fn check(bytes: &[u8]) -> Result<(), Kind> {
    let text = std::str::from_utf8(bytes).map_err(|_| Kind::NoSvg)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let text = match text.strip_prefix("<?xml ").and_then(|behind| behind.split_once("?>")) {
        Some((_, behind)) => behind,
        None => text,
    };
    entities(text)?;
    styles(text)?;
    let mut open = Vec::new();
    let mut has_begun = false;
    let mut rest = text;
    while let Some((words, behind)) = rest.split_once('<') {
        if open.is_empty() && !words.trim().is_empty() {
            return Err(if has_begun { Kind::SvgBroken } else { Kind::NoSvg });
        }
        rest = if let Some(behind) = behind.strip_prefix("!--") {
            behind.split_once("-->").ok_or(Kind::SvgBroken)?.1
        } else if behind.starts_with(['!', '?']) {
            return Err(Kind::SvgDeclares);
        } else if let Some(behind) = behind.strip_prefix('/') {
            let (name, behind) = behind.split_once('>').ok_or(Kind::SvgBroken)?;
            if open.pop() != Some(name.trim_end()) {
                return Err(Kind::SvgBroken);
            }
            behind
        } else {
            let tag = Tag::first_of(behind)?;
            tag.check(!has_begun)?;
            if open.is_empty() && has_begun {
                return Err(Kind::SvgBroken);
            }
            has_begun = true;
            if !tag.is_closed {
                open.push(tag.name);
            }
            tag.behind
        };
    }
    match (has_begun, open.is_empty() && rest.trim().is_empty()) {
        (false, _) => Err(Kind::NoSvg),
        (true, false) => Err(Kind::SvgBroken),
        (true, true) => Ok(()),
    }
}

fn entities(text: &str) -> Result<(), Kind> {
    let all_known = text
        .split('&')
        .skip(1)
        .all(|behind| ENTITIES.iter().any(|entity| behind.starts_with(entity)));
    if all_known { Ok(()) } else { Err(Kind::SvgEntity) }
}

/// Rules of style stand in an element, or in any attribute, so they are looked for in all of it.
fn styles(text: &str) -> Result<(), Kind> {
    let refused = |found: &str| Err(Kind::SvgStyle { found: found.into() });
    let small = text.to_ascii_lowercase();
    // By it, anything can be written in another way.
    for found in ["\\", "@import", "@font-face", "@keyframes", "expression(", "image-set(", "src("]
    {
        if small.contains(found) {
            return refused(found);
        }
    }
    let all_inside = small.split("url(").skip(1).all(|behind| {
        let address = behind.trim_start();
        let address = address.strip_prefix("&quot;").unwrap_or(address);
        let address = address.strip_prefix("&apos;").unwrap_or(address);
        address.trim_start_matches(['"', '\'']).starts_with('#')
    });
    if all_inside { Ok(()) } else { refused("url(") }
}

/// The beginning of an element.
struct Tag<'a> {
    name: &'a str,
    attributes: Vec<(&'a str, &'a str)>,
    is_closed: bool,
    behind: &'a str,
}

impl<'a> Tag<'a> {
    fn first_of(text: &'a str) -> Result<Self, Kind> {
        let broken = || Kind::SvgBroken;
        let (name, mut rest) = name(text).ok_or_else(broken)?;
        let mut attributes = Vec::new();
        loop {
            let behind = rest.trim_start();
            if let Some(behind) = behind.strip_prefix('>') {
                return Ok(Self { name, attributes, is_closed: false, behind });
            }
            if let Some(behind) = behind.strip_prefix("/>") {
                return Ok(Self { name, attributes, is_closed: true, behind });
            }
            // Space has to stand before each.
            if behind.len() == rest.len() {
                return Err(broken());
            }
            let (attribute, behind) = self::name(behind).ok_or_else(broken)?;
            let behind = behind.trim_start().strip_prefix('=').ok_or_else(broken)?.trim_start();
            let quote = behind.chars().next().filter(|quote| matches!(quote, '"' | '\''));
            let quote = quote.ok_or_else(broken)?;
            let (value, behind) = behind
                .strip_prefix(quote)
                .and_then(|behind| behind.split_once(quote))
                .ok_or_else(broken)?;
            if value.contains('<') || attributes.iter().any(|(known, _)| *known == attribute) {
                return Err(broken());
            }
            attributes.push((attribute, value));
            rest = behind;
        }
    }

    fn check(&self, is_root: bool) -> Result<(), Kind> {
        let found = |name: &str| -> Rc<str> { crate::fits::shortened(name, super::NAME).into() };
        if is_root {
            let value = |asked| self.attributes.iter().find(|(name, _)| *name == asked);
            if self.name != "svg" {
                return Err(Kind::NoSvg);
            }
            if value("xmlns").is_none_or(|(_, value)| *value != NAME) {
                return Err(Kind::SvgWithoutName);
            }
            if value("viewBox").is_none_or(|(_, value)| value.split_whitespace().count() != 4) {
                return Err(Kind::SvgWithoutViewBox);
            }
        }
        if ELEMENTS.iter().any(|name| name.eq_ignore_ascii_case(local(self.name))) {
            return Err(Kind::SvgElement { found: found(self.name) });
        }
        for (name, value) in &self.attributes {
            let local = local(name).to_ascii_lowercase();
            if local.starts_with("on") {
                return Err(Kind::SvgAttribute { found: found(name) });
            }
            if REFERENCES.contains(&&*local) && !value.starts_with('#') {
                return Err(Kind::SvgReference { found: found(name) });
            }
        }
        Ok(())
    }
}

/// A name of XML, as far as anybody writes one, and what stands behind it.
fn name(text: &str) -> Option<(&str, &str)> {
    let is_of_name =
        |letter: char| letter.is_alphanumeric() || matches!(letter, ':' | '_' | '-' | '.');
    let end = text.find(|letter| !is_of_name(letter)).unwrap_or(text.len());
    let (name, behind) = text.split_at_checked(end)?;
    let begins = name.chars().next()?;
    (begins.is_alphabetic() || begins == '_').then_some((name, behind))
}

/// A name without its prefix.
fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}
