//! The file as JSON: one object, whose members know where they stand.
//!
//! `serde_json` says where something is no JSON, and not where a value stands that is of a wrong kind; its
//! sentences are no content, and it is in no part of the page. What is read here is what it reads, which a
//! test of `documents` compares.

use super::fault::{Expected, Fault, Kind, Place, Plain, Shape, Wanted};

/// How deep things may stand in things. What is known has no depth at all.
const DEPTH: usize = 16;

/// How many fields the file may have, known or not. Each that does not fit is told.
const FIELDS: usize = 50;

/// A member of the object.
pub(super) struct Member {
    /// Its name.
    pub(super) name: String,
    /// Where that stands.
    pub(super) named: Place,
    /// What it is.
    pub(super) value: Value,
    /// Where that stands.
    pub(super) stands: Place,
}

/// What a member is.
pub(super) enum Value {
    /// A text.
    Text(String),
    /// A number, as it is written.
    Number(String),
    /// Something that no field is.
    Other(Shape),
}

/// The members of the one object that the file has to be.
pub(super) fn members(text: &str) -> Result<Vec<Member>, Fault> {
    let mut reader = Reader { text, at: 0 };
    // Some editors put it before all that they write.
    reader.take("\u{feff}");
    reader.space();
    if reader.rest().is_empty() {
        return Err(Fault::of_file(Kind::Plain(Plain::EmptyFile)));
    }
    let mut members = Vec::new();
    if !reader.take("{") {
        return Err(reader.expected(Expected::Object));
    }
    reader.space();
    if !reader.take("}") {
        loop {
            reader.space();
            let named = Place::behind(reader.before());
            if members.len() == FIELDS {
                return Err(reader.fault(Kind::Plain(Plain::TooDeep)));
            }
            let name = reader.name()?;
            let stands = Place::behind(reader.before());
            members.push(Member { name, named, value: reader.value(0)?, stands });
            if !reader.goes_on("}")? {
                break;
            }
        }
    }
    reader.space();
    match reader.rest().is_empty() {
        true => Ok(members),
        false => Err(reader.expected(Expected::End)),
    }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn before(&self) -> &'a str {
        self.text.get(..self.at).unwrap_or_default()
    }

    fn fault(&self, kind: Kind) -> Fault {
        Fault { place: Some(Place::behind(self.before())), field: None, kind }
    }

    fn expected(&self, expected: Expected) -> Fault {
        match self.rest().chars().next() {
            // Each second byte is one where text is saved in two bytes a letter.
            Some('\0') => self.fault(Kind::Plain(Plain::NotUtf8)),
            found => self.fault(Kind::Syntax { expected, found }),
        }
    }

    fn take(&mut self, what: &str) -> bool {
        let is_there = self.rest().starts_with(what);
        if is_there {
            self.at += what.len();
        }
        is_there
    }

    fn space(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r']).len();
    }

    /// The name of a member, and what follows it.
    fn name(&mut self) -> Result<String, Fault> {
        self.space();
        if !self.take("\"") {
            return Err(self.expected(Expected::Name));
        }
        let name = self.text()?;
        self.space();
        if !self.take(":") {
            return Err(self.expected(Expected::Colon));
        }
        self.space();
        Ok(name)
    }

    /// Whether another one follows, or what ends them.
    fn goes_on(&mut self, end: &str) -> Result<bool, Fault> {
        self.space();
        if self.take(",") {
            return Ok(true);
        }
        match self.take(end) {
            true => Ok(false),
            false => Err(self.expected(Expected::More)),
        }
    }

    fn value(&mut self, depth: usize) -> Result<Value, Fault> {
        self.space();
        for (word, shape) in
            [("true", Shape::Truth), ("false", Shape::Truth), ("null", Shape::Nothing)]
        {
            if self.take(word) {
                return Ok(Value::Other(shape));
            }
        }
        if self.take("\"") {
            return self.text().map(Value::Text);
        }
        let opens = self.rest().chars().next();
        if depth == DEPTH && matches!(opens, Some('{' | '[')) {
            return Err(self.fault(Kind::Plain(Plain::TooDeep)));
        }
        if self.take("[") {
            return self.list(depth + 1);
        }
        if self.take("{") {
            return self.object(depth + 1);
        }
        self.number().map(Value::Number)
    }

    fn list(&mut self, depth: usize) -> Result<Value, Fault> {
        self.space();
        if !self.take("]") {
            loop {
                self.value(depth)?;
                if !self.goes_on("]")? {
                    break;
                }
            }
        }
        Ok(Value::Other(Shape::List))
    }

    fn object(&mut self, depth: usize) -> Result<Value, Fault> {
        self.space();
        if !self.take("}") {
            loop {
                self.name()?;
                self.value(depth)?;
                if !self.goes_on("}")? {
                    break;
                }
            }
        }
        Ok(Value::Other(Shape::Object))
    }

    fn number(&mut self) -> Result<String, Fault> {
        let begins = self.at;
        self.take("-");
        if !self.take("0") && !self.digits() {
            self.at = begins;
            return Err(self.expected(Expected::Value));
        }
        if self.take(".") && !self.digits() {
            return Err(self.expected(Expected::Value));
        }
        if self.take("e") || self.take("E") {
            let _ = self.take("+") || self.take("-");
            if !self.digits() {
                return Err(self.expected(Expected::Value));
            }
        }
        Ok(self.text.get(begins..self.at).unwrap_or_default().to_owned())
    }

    fn digits(&mut self) -> bool {
        let rest = self.rest();
        let digits =
            rest.len() - rest.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
        self.at += digits;
        digits > 0
    }

    /// A text, behind its first quotation mark.
    fn text(&mut self) -> Result<String, Fault> {
        let mut text = String::new();
        loop {
            match self.rest().chars().next() {
                None => return Err(self.expected(Expected::TextEnd)),
                Some('"') => {
                    self.at += 1;
                    return Ok(text);
                }
                Some('\\') => text.push(self.escaped()?),
                Some(letter) if letter < ' ' => {
                    return Err(self.fault(Kind::Plain(Plain::RawControl)));
                }
                Some(letter) => {
                    self.at += letter.len_utf8();
                    text.push(letter);
                }
            }
        }
    }

    /// A letter that is written as another: `\n`, `\u00e9`, and of two halves, `\ud83d\ude00`.
    fn escaped(&mut self) -> Result<char, Fault> {
        const SIMPLE: [(&str, char); 8] = [
            ("\\\"", '"'),
            ("\\\\", '\\'),
            ("\\/", '/'),
            ("\\b", '\u{8}'),
            ("\\f", '\u{c}'),
            ("\\n", '\n'),
            ("\\r", '\r'),
            ("\\t", '\t'),
        ];
        if let Some((written, letter)) =
            SIMPLE.iter().find(|(written, _)| self.rest().starts_with(written))
        {
            self.at += written.len();
            return Ok(*letter);
        }
        let begins = self.at;
        let mut half = || {
            let digits = self.rest().strip_prefix("\\u")?.get(..4)?;
            let are_digits = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
            let half = are_digits.then(|| u16::from_str_radix(digits, 16).ok())??;
            self.at += 6;
            Some(half)
        };
        let letter = half().and_then(|first| match first {
            0xd800..=0xdfff => char::decode_utf16([first, half()?]).next()?.ok(),
            _ => char::from_u32(first.into()),
        });
        letter.ok_or_else(|| {
            self.at = begins;
            self.fault(Kind::other(Wanted::Escape, self.rest()))
        })
    }
}
