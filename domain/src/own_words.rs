//! A few words of whoever runs a copy of this page: their name, a logo, an introduction, whom to ask, an
//! accent. They come in one JSON file beside the page, which the page itself names.
//!
//! The page and the tools read it with what is here, so both say the same of it: each fault has its place
//! in the file, its field, what was expected and what was found. `docs/own-words.md` is for those who write
//! it, `docs/own.schema.json` for their editors.
//!
//! **Invariant:** text stays text. Nothing of it is markup, an address that leads on, or a rule of style.

use std::rc::Rc;

mod base64;
mod fault;
mod json;
mod letters;
mod logo;
mod png;
mod svg;

pub use fault::{Counted, Fault, Kind, Place, Plain, Wanted};

use json::{Member, Value};

/// The name of the file. There is no other: who could choose one by an address could choose the words.
pub const FILE: &str = "own.json";

/// The version of the format that is read here.
pub const VERSION: u32 = 1;

/// How many bytes the file may have. Greater than any that fits the rules.
pub const MOST_BYTES: usize = 64 * 1024;

/// How many letters a name may have.
pub const NAME: usize = 60;

/// How many letters an introduction may have.
pub const INTRODUCTION: usize = 600;

/// How many letters may say whom to ask.
pub const CONTACT: usize = 200;

/// How many bytes a logo may have.
pub const LOGO: usize = 40_000;

/// How many marks one letter may have on it, as accents, points and what joins letters to others.
const MARKS: usize = 6;

/// How many pixels a logo that is a PNG may be wide or high.
pub const LOGO_PIXELS: u32 = 1_024;

/// How a logo begins that is a PNG.
pub const LOGO_PNG: &str = "data:image/png;base64,";

/// How a logo begins that is an SVG.
pub const LOGO_SVG: &str = "data:image/svg+xml;base64,";

/// The fields of the file, in the order in which they are told. The first is for editors, and says nothing.
pub const FIELDS: [&str; 7] =
    ["$schema", "version", "name", "logo", "introduction", "contact", "accent"];

/// What whoever runs this copy says on it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnWords {
    /// Who they are.
    pub name: Rc<str>,
    /// A picture, as an address that holds all of it.
    pub logo: Option<Rc<str>>,
    /// What they say to those who come to the page: its paragraphs.
    pub introduction: Vec<Rc<str>>,
    /// Whom to ask.
    pub contact: Option<Rc<str>>,
    /// A colour, as `#rrggbb`.
    pub accent: Option<Rc<str>>,
}

/// Reads the file. All that does not fit is told at once, in the order of the file.
///
/// # Errors
///
/// Says what does not fit. One fault is enough for none of it to be shown.
pub fn read(bytes: &[u8]) -> Result<OwnWords, Vec<Fault>> {
    let alone = |fault| vec![fault];
    if bytes.len() > MOST_BYTES {
        return Err(alone(Fault::of_file(Kind::Much {
            of: Counted::File,
            most: MOST_BYTES,
            found: bytes.len(),
        })));
    }
    let text = std::str::from_utf8(bytes).map_err(|broken| {
        let whole = bytes.get(..broken.valid_up_to()).unwrap_or_default();
        let whole = std::str::from_utf8(whole).unwrap_or_default();
        alone(Fault {
            place: Some(Place::behind(whole)),
            field: None,
            kind: Kind::Plain(Plain::NotUtf8),
        })
    })?;
    let members = json::members(text).map_err(alone)?;
    let mut reading = Reading { words: OwnWords::default(), faults: Vec::new() };
    reading.version(&members);
    for (at, member) in members.iter().enumerate() {
        if members.iter().take(at).any(|earlier| earlier.name == member.name) {
            reading.fault(member.named, &member.name, Kind::Plain(Plain::Twice));
        } else {
            reading.member(member);
        }
    }
    for needed in ["version", "name"] {
        if !members.iter().any(|member| member.name == needed) {
            reading.faults.push(Fault {
                place: None,
                field: Some(needed.into()),
                kind: Kind::Plain(Plain::Missing),
            });
        }
    }
    let Reading { words, mut faults } = reading;
    if faults.is_empty() {
        return Ok(words);
    }
    // A newer version may have any field, and other rules: that alone is to be told.
    if let Some(newer) = faults
        .iter()
        .position(|fault| matches!(fault.kind, Kind::Other { expected: Wanted::ThisVersion, .. }))
    {
        return Err(vec![faults.swap_remove(newer)]);
    }
    faults.sort_by_key(|fault| fault.place);
    Err(faults)
}

/// What was read so far.
struct Reading {
    words: OwnWords,
    faults: Vec<Fault>,
}

impl Reading {
    fn fault(&mut self, place: Place, field: &str, kind: Kind) {
        let field = letters::shown(field);
        self.faults.push(Fault { place: Some(place), field: Some(field), kind });
    }

    fn version(&mut self, members: &[Member]) {
        let Some(member) = members.iter().find(|member| member.name == "version") else { return };
        let found = match &member.value {
            Value::Number(number) if number.parse() == Ok(VERSION) => return,
            Value::Number(number)
                if number != "0" && number.bytes().all(|one| one.is_ascii_digit()) =>
            {
                let kind = Kind::other(Wanted::ThisVersion, number);
                return self.fault(member.stands, "version", kind);
            }
            Value::Number(number) => letters::shown(number),
            Value::Text(text) => letters::shown(&format!("\"{text}\"")),
            Value::Other(_) => "…".into(),
        };
        self.fault(member.stands, "version", Kind::Other { expected: Wanted::Version, found });
    }

    fn member(&mut self, member: &Member) {
        match &*member.name {
            // Read before, as it says how all others are to be read.
            "version" => (),
            "$schema" => drop(self.text(member)),
            "name" => {
                if let Some(name) = self.line(member, NAME) {
                    self.words.name = name.into();
                }
            }
            "logo" => self.logo(member),
            "introduction" => {
                let Some(introduction) = self.words_of(member, INTRODUCTION, true) else { return };
                let paragraphs = introduction.lines().map(str::trim);
                self.words.introduction =
                    paragraphs.filter(|paragraph| !paragraph.is_empty()).map(Rc::from).collect();
            }
            "contact" => {
                if let Some(contact) = self.line(member, CONTACT) {
                    self.words.contact = Some(contact.into());
                }
            }
            "accent" => self.accent(member),
            _ => self.fault(member.named, &member.name, Kind::Plain(Plain::Unknown)),
        }
    }

    /// A text as it stands there.
    fn text<'a>(&mut self, member: &'a Member) -> Option<&'a str> {
        match &member.value {
            Value::Text(text) => Some(text),
            Value::Number(_) => {
                self.fault(member.stands, &member.name, Kind::NoText(fault::Shape::Number));
                None
            }
            Value::Other(found) => {
                self.fault(member.stands, &member.name, Kind::NoText(*found));
                None
            }
        }
    }

    /// Words in one line.
    fn line<'a>(&mut self, member: &'a Member, most: usize) -> Option<&'a str> {
        self.words_of(member, most, false)
    }

    /// Words that may be shown.
    fn words_of<'a>(
        &mut self,
        member: &'a Member,
        most: usize,
        has_lines: bool,
    ) -> Option<&'a str> {
        let words = self.text(member)?.trim();
        let found = words.chars().count();
        let kind = if words.is_empty() {
            Kind::Much { of: Counted::None, most, found: 0 }
        } else if found > most {
            Kind::Much { of: Counted::Letters, most, found }
        } else if !has_lines && words.contains(['\n', '\r']) {
            Kind::Plain(Plain::Lines)
        } else if let Some(hidden) = letters::hidden(words) {
            Kind::Hidden(hidden)
        } else if !words.chars().any(letters::is_seen) {
            Kind::Much { of: Counted::None, most, found: 0 }
        } else if letters::most_marks(words) > MARKS {
            Kind::Much { of: Counted::Marks, most: MARKS, found: letters::most_marks(words) }
        } else {
            return Some(words);
        };
        self.fault(member.stands, &member.name, kind);
        None
    }

    fn logo(&mut self, member: &Member) {
        let Some(address) = self.text(member) else { return };
        match logo::check(address) {
            Ok(()) => self.words.logo = Some(address.into()),
            Err(kind) => self.fault(member.stands, &member.name, kind),
        }
    }

    fn accent(&mut self, member: &Member) {
        let Some(colour) = self.text(member) else { return };
        let digits = colour.strip_prefix('#').unwrap_or_default();
        if digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            self.words.accent = Some(colour.into());
        } else {
            let found = letters::shown(colour);
            self.fault(
                member.stands,
                &member.name,
                Kind::Other { expected: Wanted::Colour, found },
            );
        }
    }
}
