//! What does not fit in the file of own words, and the sentence for it. The words are content.

use std::rc::Rc;

use super::letters::shown;
use super::{FIELDS, FILE, LOGO, LOGO_PIXELS, LOGO_PNG, LOGO_SVG, VERSION};
use crate::texts::Texts;
use crate::texts::later::{self as key, Key};

/// A place in the file, as editors count: from 1, in letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The letter in it.
    pub column: usize,
}

/// Something in the file that does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where it stands. None: it is about the file, or about what does not stand there.
    pub place: Option<Place>,
    /// In which field.
    pub field: Option<Rc<str>>,
    /// What it is.
    pub kind: Kind,
}

/// What does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Something of which no more can be said.
    Plain(Plain),
    /// Something else is found than was expected.
    Other {
        /// What was expected.
        expected: Wanted,
        /// What is found, as far as there is room for it.
        found: Rc<str>,
    },
    /// There is more than there may be, or nothing.
    Much {
        /// Of what.
        of: Counted,
        /// How much there may be.
        most: usize,
        /// How much there is.
        found: usize,
    },
    /// The server has no such file, or led elsewhere: what it answered.
    NotThere(u32),
    /// What is written is no JSON: something else is expected here.
    Syntax {
        /// What.
        expected: Expected,
        /// What stands there. None: the file ends.
        found: Option<char>,
    },
    /// It is no text, but this.
    NoText(Shape),
    /// It holds a letter that nobody sees.
    Hidden(char),
    /// What follows is no Base64.
    NoBase64 {
        /// Behind how many letters.
        behind: usize,
        /// What stands there. Nothing: it ends too early.
        found: Rc<str>,
    },
    /// It has too many pixels, or none.
    PngPixels {
        /// How wide it is.
        width: u32,
        /// How high it is.
        height: u32,
    },
    /// The SVG holds more of one thing than a logo needs, which could stop a browser.
    SvgTooMuch {
        /// How many there may be.
        most: usize,
        /// What.
        found: Rc<str>,
    },
}

/// What does not fit and needs no more words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plain {
    /// No server answered in time.
    NoAnswer,
    /// The file is no text in UTF-8.
    NotUtf8,
    /// There is nothing in it.
    EmptyFile,
    /// A text in JSON may hold no line as it is, nor what controls.
    RawControl,
    /// Things in things in things, or more fields than anybody needs.
    TooDeep,
    /// The field stands there already.
    Twice,
    /// No field of this name is known.
    Unknown,
    /// A field that has to be there is not.
    Missing,
    /// It has several lines where there is room for one.
    Lines,
    /// The PNG moves.
    PngMoves,
}

/// What was expected where something else is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// The one name that the page can have for the file.
    Name,
    /// Of a text in JSON, what may stand behind `\`.
    Escape,
    /// A version that is read here, and not one that a later page reads.
    ThisVersion,
    /// A version.
    Version,
    /// A colour as they are written here.
    Colour,
    /// The beginning of a picture.
    Picture,
    /// The beginning of a PNG.
    Png,
    /// One of its parts as it has to be, and where; its name is found.
    PngPart,
    /// The beginning of an SVG.
    Svg,
    /// What a browser would show something of: it breaks where this is found.
    SvgWhole,
    /// How large its drawing is.
    SvgViewBox,
    /// That it is one.
    SvgName,
    /// Names of a kind that it says; what stands before them is found.
    SvgPrefix,
    /// Elements alone: no declaration, instruction or section, which only a parser needs.
    SvgElements,
    /// `&` in no other way than five.
    SvgEntity,
    /// An element that only draws.
    SvgElement,
    /// An attribute that does nothing.
    SvgAttribute,
    /// A reference inside of it; the attribute is found.
    SvgReference,
    /// Rules of style that do no more than colour.
    SvgStyle,
}

/// What there may be so much of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Bytes of the file.
    File,
    /// Bytes of the picture.
    Picture,
    /// Letters, which are too many.
    Letters,
    /// Letters, of which none can be seen.
    None,
    /// Marks that stand on one letter like a tower.
    Marks,
}

/// What is expected in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// `{` at the beginning.
    Object,
    /// The name of a field in quotation marks.
    Name,
    /// `:` behind it.
    Colon,
    /// A value.
    Value,
    /// `,` or what ends the object or the list.
    More,
    /// The quotation mark that ends a text.
    TextEnd,
    /// The end of the file.
    End,
}

/// What a value is that is no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A number.
    Number,
    /// A truth value.
    Truth,
    /// `null`.
    Nothing,
    /// A list.
    List,
    /// An object.
    Object,
}

impl Place {
    /// The place behind this beginning of the file.
    pub(super) fn behind(text: &str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let line = text.rsplit('\n').next().unwrap_or_default();
        Self { line: text.matches('\n').count() + 1, column: line.chars().count() + 1 }
    }
}

impl Fault {
    /// Of the file as a whole.
    #[must_use]
    pub fn of_file(kind: Kind) -> Self {
        Self { place: None, field: None, kind }
    }

    /// All of it: file, place, field, what was expected, what was found.
    #[must_use]
    pub fn told(&self, file: &str, words: &Texts<Key>) -> String {
        let says = self.kind.says(words);
        let (line, column) = match self.place {
            Some(place) => (place.line.to_string(), place.column.to_string()),
            None => Default::default(),
        };
        let field = self.field.as_deref().unwrap_or_default();
        let told = match (self.place.is_some(), self.field.is_some()) {
            (true, true) => key::OWN_AT_FIELD,
            (true, false) => key::OWN_AT,
            (false, true) => key::OWN_FIELD,
            (false, false) => key::OWN_FILE,
        };
        let values = [
            ("file", file),
            ("line", &line),
            ("column", &column),
            ("field", field),
            ("says", &says),
        ];
        words.with(told, &values)
    }
}

impl Kind {
    /// Something else is found than was expected.
    pub(super) fn other(expected: Wanted, found: &str) -> Self {
        Self::Other { expected, found: shown(found) }
    }

    /// The page names this file, and there cannot be another than the one.
    #[must_use]
    pub fn other_name(name: &str) -> Self {
        Self::other(Wanted::Name, name)
    }

    /// What was expected, and what was found.
    #[must_use]
    pub fn says(&self, words: &Texts<Key>) -> String {
        // How much there may be, or behind how much it stands.
        let mut number = 0;
        let (told, found) = match self {
            Self::Plain(plain) => (plain.key(), String::new()),
            Self::Other { expected, found } => (expected.key(), found.to_string()),
            Self::Much { of, most, found } => {
                number = *most;
                (of.key(), found.to_string())
            }
            Self::NotThere(status) => (key::OWN_NOT_THERE, status.to_string()),
            Self::Syntax { expected, found } => {
                let (with, at_end) = expected.keys();
                let found = found.map(String::from);
                (
                    if found.is_some() { with } else { at_end },
                    shown(&found.unwrap_or_default()).to_string(),
                )
            }
            Self::NoText(shape) => (key::OWN_NO_TEXT, words.get(shape.key()).to_string()),
            Self::Hidden(letter) => (key::OWN_HIDDEN, format!("U+{:04X}", u32::from(*letter))),
            Self::NoBase64 { behind, found } => {
                number = *behind;
                (key::OWN_NO_BASE64, found.to_string())
            }
            Self::PngPixels { width, height } => {
                (key::OWN_PNG_PIXELS, format!("{width} × {height}"))
            }
            Self::SvgTooMuch { most, found } => {
                number = *most;
                (key::OWN_SVG_TOO_MUCH, found.to_string())
            }
        };
        // Each sentence takes of these what it names.
        let number = number.to_string();
        let values = [
            ("found", &*found),
            ("most", &number),
            ("behind", &number),
            ("file", FILE),
            ("fields", &fields()),
            ("newest", &VERSION.to_string()),
            ("logo", &LOGO.to_string()),
            ("pixels", &LOGO_PIXELS.to_string()),
            ("png", LOGO_PNG),
            ("svg", LOGO_SVG),
        ];
        words.with(told, &values)
    }
}

impl Plain {
    fn key(self) -> Key {
        match self {
            Self::NoAnswer => key::OWN_NO_ANSWER,
            Self::NotUtf8 => key::OWN_NOT_UTF8,
            Self::EmptyFile => key::OWN_EMPTY_FILE,
            Self::RawControl => key::OWN_RAW_CONTROL,
            Self::TooDeep => key::OWN_TOO_DEEP,
            Self::Twice => key::OWN_TWICE,
            Self::Unknown => key::OWN_UNKNOWN,
            Self::Missing => key::OWN_MISSING,
            Self::Lines => key::OWN_LINES,
            Self::PngMoves => key::OWN_PNG_MOVES,
        }
    }
}

impl Wanted {
    fn key(self) -> Key {
        match self {
            Self::Name => key::OWN_OTHER_NAME,
            Self::Escape => key::OWN_ESCAPE,
            Self::ThisVersion => key::OWN_NEWER,
            Self::Version => key::OWN_NO_VERSION,
            Self::Colour => key::OWN_NO_COLOUR,
            Self::Picture => key::OWN_NO_PICTURE,
            Self::Png => key::OWN_NO_PNG,
            Self::PngPart => key::OWN_PNG_PART,
            Self::Svg => key::OWN_NO_SVG,
            Self::SvgWhole => key::OWN_SVG_BROKEN,
            Self::SvgViewBox => key::OWN_SVG_WITHOUT_VIEW_BOX,
            Self::SvgName => key::OWN_SVG_WITHOUT_NAME,
            Self::SvgPrefix => key::OWN_SVG_PREFIX,
            Self::SvgElements => key::OWN_SVG_DECLARES,
            Self::SvgEntity => key::OWN_SVG_ENTITY,
            Self::SvgElement => key::OWN_SVG_ELEMENT,
            Self::SvgAttribute => key::OWN_SVG_ATTRIBUTE,
            Self::SvgReference => key::OWN_SVG_REFERENCE,
            Self::SvgStyle => key::OWN_SVG_STYLE,
        }
    }
}

impl Counted {
    fn key(self) -> Key {
        match self {
            Self::File => key::OWN_TOO_LARGE,
            Self::Picture => key::OWN_PICTURE_TOO_LARGE,
            Self::Letters => key::OWN_TOO_LONG,
            Self::None => key::OWN_EMPTY,
            Self::Marks => key::OWN_MARKS,
        }
    }
}

impl Shape {
    fn key(self) -> Key {
        match self {
            Self::Number => key::OWN_SHAPE_NUMBER,
            Self::Truth => key::OWN_SHAPE_TRUTH,
            Self::Nothing => key::OWN_SHAPE_NOTHING,
            Self::List => key::OWN_SHAPE_LIST,
            Self::Object => key::OWN_SHAPE_OBJECT,
        }
    }
}

impl Expected {
    fn keys(self) -> (Key, Key) {
        match self {
            Self::Object => (key::OWN_WANTS_OBJECT, key::OWN_WANTS_OBJECT_AT_END),
            Self::Name => (key::OWN_WANTS_NAME, key::OWN_WANTS_NAME_AT_END),
            Self::Colon => (key::OWN_WANTS_COLON, key::OWN_WANTS_COLON_AT_END),
            Self::Value => (key::OWN_WANTS_VALUE, key::OWN_WANTS_VALUE_AT_END),
            Self::More => (key::OWN_WANTS_MORE, key::OWN_WANTS_MORE_AT_END),
            Self::TextEnd => (key::OWN_WANTS_TEXT_END, key::OWN_WANTS_TEXT_END),
            Self::End => (key::OWN_WANTS_END, key::OWN_WANTS_END),
        }
    }
}

/// The fields there are, but for the one that says nothing.
fn fields() -> String {
    let told: Vec<_> = FIELDS.into_iter().filter(|field| !field.starts_with('$')).collect();
    told.join(", ")
}
