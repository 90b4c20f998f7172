//! An SVG as far as it is asked here: that a browser shows something of it, and that it draws and does
//! nothing else. What is not known to be harmless is refused: another way to write it is at hand, as each
//! program that draws can save without it.

use super::fault::{Kind, Wanted};
use super::letters::{beginning, shown};

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

/// How many elements may stand inside of each other. Browsers read no more than some hundreds.
const DEPTH: usize = 100;

/// What is drawn again where it is named, and how many of them a logo may have: ten that name ten that name ten
/// stop a browser.
const AGAIN: (&str, usize) = ("use", 16);

/// What does not fit of it.
pub(super) fn check(bytes: &[u8]) -> Result<(), Kind> {
    let text = std::str::from_utf8(bytes).map_err(|_| no_svg(bytes))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let text = without_comments(without_declaration(text)?)?;
    let text = &*text;
    let is_no_xml = |letter: &char| {
        matches!(letter, '\0'..=' ' | '\u{fffe}' | '\u{ffff}')
            && !matches!(letter, '\t' | '\n' | '\r' | ' ')
    };
    if !text.trim_start().starts_with('<') {
        return Err(no_svg(bytes));
    }
    if let Some(letter) = text.chars().find(is_no_xml) {
        return Err(broken(&letter.to_string()));
    }
    entities(text)?;
    styles(text)?;
    let mut open = Vec::new();
    let mut again = 0;
    let mut has_begun = false;
    let mut rest = text;
    while let Some((words, behind)) = cut(rest, "<") {
        if open.is_empty() && !words.trim().is_empty() {
            return Err(if has_begun { broken(words) } else { no_svg(bytes) });
        }
        if cut(words, "]]>").is_some() {
            return Err(broken("]]>"));
        }
        let here = rest.get(words.len()..).unwrap_or_default();
        rest = if behind.starts_with(['!', '?']) {
            return Err(Kind::other(Wanted::SvgElements, here));
        } else if let Some(behind) = behind.strip_prefix('/') {
            let (name, behind) = cut(behind, ">").ok_or_else(|| broken(here))?;
            if open.pop() != Some(name.trim_end()) {
                return Err(broken(here));
            }
            behind
        } else {
            let tag = Tag::first_of(behind).ok_or_else(|| broken(here))?;
            if open.is_empty() && has_begun {
                return Err(broken(here));
            }
            if !has_begun && tag.name != "svg" {
                return Err(no_svg(bytes));
            }
            tag.check(!has_begun, text)?;
            has_begun = true;
            let (name, most) = AGAIN;
            again += usize::from(local(tag.name) == name);
            if again > most {
                return Err(Kind::SvgTooMuch { most, found: shown(name) });
            }
            if !tag.is_closed {
                open.push(tag.name);
            }
            if open.len() > DEPTH {
                return Err(Kind::SvgTooMuch { most: DEPTH, found: shown(tag.name) });
            }
            tag.behind
        };
    }
    match (has_begun, open.last(), rest.trim()) {
        (false, ..) => Err(no_svg(bytes)),
        (true, None, "") => Ok(()),
        (true, Some(open), _) => Err(broken(&format!("<{open}>"))),
        (true, None, more) => Err(broken(more)),
    }
}

/// What stands before and behind the first place where something stands.
#[inline(never)]
fn cut<'a>(text: &'a str, at: &str) -> Option<(&'a str, &'a str)> {
    text.split_once(at)
}

#[cold]
#[inline(never)]
fn no_svg(bytes: &[u8]) -> Kind {
    Kind::Other { expected: Wanted::Svg, found: beginning(bytes) }
}

#[cold]
#[inline(never)]
fn broken(found: &str) -> Kind {
    Kind::other(Wanted::SvgWhole, found)
}

/// The text behind the line that says that it is XML. Another encoding than its own would make other words of it.
fn without_declaration(text: &str) -> Result<&str, Kind> {
    let Some(behind) = text.strip_prefix("<?xml").filter(|behind| !behind.starts_with('-')) else {
        return Ok(text);
    };
    let declares = || Kind::other(Wanted::SvgElements, text);
    let (says, behind) = cut(behind, "?>").ok_or_else(declares)?;
    let small = says.to_ascii_lowercase();
    let says = |word| cut(&small, word).is_some();
    let fits = says("version") && says("1.0") && (says("utf-8") || !says("encoding"));
    if fits { Ok(behind) } else { Err(declares()) }
}

/// The text as a browser has it.
fn without_comments(text: &str) -> Result<String, Kind> {
    let mut rest = text;
    let mut without = String::with_capacity(text.len());
    while let Some((before, behind)) = cut(rest, "<!--") {
        // The first two hyphens have to be those of its end.
        let (_, behind) = cut(behind, "--").ok_or_else(|| broken("<!--"))?;
        without.push_str(before);
        rest = behind.strip_prefix('>').ok_or_else(|| broken("--"))?;
    }
    without.push_str(rest);
    Ok(without)
}

fn entities(text: &str) -> Result<(), Kind> {
    let other = |behind: &&str| !ENTITIES.iter().any(|entity| behind.starts_with(entity));
    match text.split('&').skip(1).find(other) {
        None => Ok(()),
        Some(behind) => Err(Kind::other(Wanted::SvgEntity, behind)),
    }
}

/// Rules of style stand in an element, or in any attribute, so they are looked for in all of it.
fn styles(text: &str) -> Result<(), Kind> {
    let refused = |found: &str| Err(Kind::other(Wanted::SvgStyle, found));
    let small = text.to_ascii_lowercase();
    // By it, anything can be written in another way.
    for found in ["\\", "@import", "@font-face", "@keyframes", "expression(", "image-set(", "src("]
    {
        if cut(&small, found).is_some() {
            return refused(found);
        }
    }
    let mut rest = &*small;
    while let Some((_, behind)) = cut(rest, "url(") {
        let address = behind.trim_start();
        let address = address.strip_prefix("&quot;").unwrap_or(address);
        let address = address.strip_prefix("&apos;").unwrap_or(address);
        if !address.trim_start_matches(['"', '\'']).starts_with('#') {
            return refused("url(");
        }
        rest = behind;
    }
    Ok(())
}

/// The beginning of an element.
struct Tag<'a> {
    name: &'a str,
    attributes: Vec<(&'a str, &'a str)>,
    is_closed: bool,
    behind: &'a str,
}

impl<'a> Tag<'a> {
    fn first_of(text: &'a str) -> Option<Self> {
        let (name, mut rest) = name(text)?;
        let mut attributes = Vec::new();
        loop {
            let behind = rest.trim_start();
            if let Some(behind) = behind.strip_prefix('>') {
                return Some(Self { name, attributes, is_closed: false, behind });
            }
            if let Some(behind) = behind.strip_prefix("/>") {
                return Some(Self { name, attributes, is_closed: true, behind });
            }
            // Space has to stand before each.
            if behind.len() == rest.len() {
                return None;
            }
            let (attribute, behind) = self::name(behind)?;
            let behind = behind.trim_start().strip_prefix('=')?.trim_start();
            let quote = behind.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
            let (value, behind) = behind.strip_prefix(quote)?.split_once(quote)?;
            if value.contains('<') || attributes.iter().any(|(known, _)| *known == attribute) {
                return None;
            }
            attributes.push((attribute, value));
            rest = behind;
        }
    }

    fn check(&self, is_root: bool, text: &str) -> Result<(), Kind> {
        if is_root {
            let value = |asked| self.attributes.iter().find(|(name, _)| *name == asked);
            let value = |asked| value(asked).map_or("", |(_, value)| *value);
            if value("xmlns") != NAME {
                return Err(Kind::other(Wanted::SvgName, value("xmlns")));
            }
            if !is_box(value("viewBox")) {
                return Err(Kind::other(Wanted::SvgViewBox, value("viewBox")));
            }
        }
        if ELEMENTS.iter().any(|name| name.eq_ignore_ascii_case(local(self.name))) {
            return Err(Kind::other(Wanted::SvgElement, self.name));
        }
        is_said(self.name, text)?;
        for (name, value) in &self.attributes {
            let small = local(name).to_ascii_lowercase();
            // Elements of a page do more than draw, under whichever name.
            let is_page = match *name {
                "xmlns" => *value != NAME,
                _ => name.starts_with("xmlns:") && cut(value, "xhtml").is_some(),
            };
            if is_page || small.starts_with("on") {
                return Err(Kind::other(Wanted::SvgAttribute, name));
            }
            if REFERENCES.contains(&&*small) && !value.starts_with('#') {
                return Err(Kind::other(Wanted::SvgReference, name));
            }
            is_said(name, text)?;
        }
        Ok(())
    }
}

/// Whether these are four numbers, the last two above zero.
fn is_box(value: &str) -> bool {
    let mut count = 0;
    let numbers = value.split(|letter: char| letter == ',' || letter.is_ascii_whitespace());
    for number in numbers.filter(|number| !number.is_empty()) {
        let (mut digits, mut points, mut is_zero) = (0, 0, true);
        for (at, letter) in number.bytes().enumerate() {
            match letter {
                b'0'..=b'9' => {
                    digits += 1;
                    is_zero &= letter == b'0';
                }
                b'.' => points += 1,
                b'-' | b'+' if at == 0 => (),
                _ => return false,
            }
        }
        count += 1;
        if !(1..=9).contains(&digits)
            || points > 1
            || (count > 2 && (is_zero || number.starts_with('-')))
        {
            return false;
        }
    }
    count == 4
}

/// Whether the SVG says of which kind a name is, where something stands before it.
fn is_said(name: &str, text: &str) -> Result<(), Kind> {
    match name.split_once(':') {
        Some((prefix, _))
            if !matches!(prefix, "xml" | "xmlns")
                && cut(text, &format!("xmlns:{prefix}=")).is_none() =>
        {
            Err(Kind::other(Wanted::SvgPrefix, prefix))
        }
        _ => Ok(()),
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
