//! What does not fit in the file of own words, and the sentence for it. The words are content.

use std::rc::Rc;

use super::letters::shown;
use super::{FIELDS, FILE, LOGO, LOGO_PNG, LOGO_SVG};
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
    /// The page names another file than there can be.
    OtherName {
        /// Which.
        found: Rc<str>,
    },
    /// The server has no such file, or led elsewhere: what it answered.
    NotThere(u32),
    /// No server answered in time.
    NoAnswer,
    /// It has more bytes than any may have.
    TooLarge {
        /// How many there may be.
        most: usize,
        /// How many there are.
        found: usize,
    },
    /// It is no text in UTF-8.
    NotUtf8,
    /// There is nothing in it.
    EmptyFile,
    /// What is written is no JSON: something else is expected here.
    Syntax {
        /// What.
        expected: Expected,
        /// What stands there. None: the file ends.
        found: Option<char>,
    },
    /// A text in JSON may hold no line as it is, nor what controls.
    RawControl,
    /// Of a text in JSON, what stands behind `\`.
    Escape {
        /// What.
        found: Rc<str>,
    },
    /// Things in things in things, or more fields than anybody needs.
    TooDeep,
    /// The field stands there already.
    Twice,
    /// No field of this name is known.
    Unknown,
    /// A field that has to be there is not.
    Missing,
    /// A later version of this page reads it.
    Newer {
        /// The version that is read here.
        newest: u32,
        /// The one that is written there.
        found: Rc<str>,
    },
    /// There is no such version.
    NoVersion {
        /// The version that is read here.
        newest: u32,
        /// What is written there.
        found: Rc<str>,
    },
    /// It is no text.
    NoText {
        /// What it is.
        found: Shape,
    },
    /// It holds no word.
    Empty {
        /// How many letters there may be.
        most: usize,
    },
    /// It is longer than there is room for.
    TooLong {
        /// How many letters there may be.
        most: usize,
        /// How many there are.
        found: usize,
    },
    /// It has several lines where there is room for one.
    Lines,
    /// It holds a letter that nobody sees.
    Hidden {
        /// Its number.
        code: u32,
    },
    /// Marks stand on one letter like a tower.
    Marks {
        /// How many there may be.
        most: usize,
    },
    /// It is no colour as they are written here.
    NoColour {
        /// What is written.
        found: Rc<str>,
    },
    /// It does not begin as a picture.
    NoPicture {
        /// How it begins.
        found: Rc<str>,
    },
    /// What follows is no Base64.
    NoBase64 {
        /// Behind how many letters.
        behind: usize,
        /// What stands there. Nothing: it ends too early.
        found: Rc<str>,
    },
    /// The picture is larger than any may be.
    PictureTooLarge {
        /// How many bytes it may have.
        most: usize,
        /// How many it has.
        found: usize,
    },
    /// It does not begin as a PNG does.
    NoPng {
        /// How it begins.
        found: Rc<str>,
    },
    /// It has too many pixels, or none.
    PngPixels {
        /// How wide and how high it may be.
        most: u32,
        /// How wide it is.
        width: u32,
        /// How high it is.
        height: u32,
    },
    /// One of its parts is not as it has to be, or not where.
    PngPart {
        /// Its name.
        found: Rc<str>,
    },
    /// It moves.
    PngMoves,
    /// It does not begin as an SVG does.
    NoSvg {
        /// How it begins.
        found: Rc<str>,
    },
    /// A browser would show nothing of it: it is not written as it has to be.
    SvgBroken {
        /// Where.
        found: Rc<str>,
    },
    /// It does not say how large its drawing is.
    SvgWithoutViewBox {
        /// What it says.
        found: Rc<str>,
    },
    /// It does not say that it is one.
    SvgWithoutName {
        /// What it says.
        found: Rc<str>,
    },
    /// It uses names of a kind that it does not say.
    SvgPrefix {
        /// What stands before them.
        found: Rc<str>,
    },
    /// It holds more of one thing than a logo needs, which could stop a browser.
    SvgTooMuch {
        /// How many there may be.
        most: usize,
        /// What.
        found: Rc<str>,
    },
    /// It holds what only a parser needs: a declaration, an instruction, a section.
    SvgDeclares {
        /// What.
        found: Rc<str>,
    },
    /// It holds `&` in other ways than five.
    SvgEntity {
        /// What.
        found: Rc<str>,
    },
    /// It holds an element that does more than draw.
    SvgElement {
        /// Its name.
        found: Rc<str>,
    },
    /// It holds an attribute that does something.
    SvgAttribute {
        /// Its name.
        found: Rc<str>,
    },
    /// It refers to something that is not in it.
    SvgReference {
        /// The attribute.
        found: Rc<str>,
    },
    /// Its rules of style do more than colour.
    SvgStyle {
        /// What they hold.
        found: Rc<str>,
    },
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
    /// The page names this file, and there cannot be another than the one.
    #[must_use]
    pub fn other_name(name: &str) -> Self {
        Self::OtherName { found: shown(name) }
    }

    /// What was expected, and what was found.
    #[must_use]
    pub fn says(&self, words: &Texts<Key>) -> String {
        let number = |number: usize| number.to_string();
        let found_in = |told: Key, found: &str| words.with(told, &[("found", found)]);
        let most_of = |told: Key, most: usize| words.with(told, &[("most", &number(most))]);
        let counted = |told: Key, most: usize, found: &str| {
            words.with(told, &[("most", &number(most)), ("found", found)])
        };
        match self {
            Self::OtherName { found } => {
                words.with(key::OWN_OTHER_NAME, &[("file", FILE), ("found", found)])
            }
            Self::NotThere(status) => {
                words.with(key::OWN_NOT_THERE, &[("status", &status.to_string())])
            }
            Self::NoAnswer => words.get(key::OWN_NO_ANSWER).to_string(),
            Self::TooLarge { most, found } => words.with(
                key::OWN_TOO_LARGE,
                &[("most", &number(*most)), ("found", &number(*found)), ("logo", &number(LOGO))],
            ),
            Self::Syntax { expected, found } => syntax(*expected, *found, words),
            Self::Unknown => words.with(key::OWN_UNKNOWN, &[("fields", &fields())]),
            Self::Newer { newest, found } => {
                words.with(key::OWN_NEWER, &[("newest", &newest.to_string()), ("found", found)])
            }
            Self::NoVersion { newest, found } => words
                .with(key::OWN_NO_VERSION, &[("newest", &newest.to_string()), ("found", found)]),
            Self::NoText { found } => found_in(key::OWN_NO_TEXT, &words.get(found.key())),
            Self::Empty { most } => most_of(key::OWN_EMPTY, *most),
            Self::Marks { most } => most_of(key::OWN_MARKS, *most),
            Self::TooLong { most, found } => counted(key::OWN_TOO_LONG, *most, &number(*found)),
            Self::Hidden { code } => found_in(key::OWN_HIDDEN, &format!("U+{code:04X}")),
            Self::NoColour { found } => found_in(key::OWN_NO_COLOUR, found),
            Self::NoPicture { found } => words.with(
                key::OWN_NO_PICTURE,
                &[("png", LOGO_PNG), ("svg", LOGO_SVG), ("found", found)],
            ),
            Self::NoBase64 { behind, found } => {
                words.with(key::OWN_NO_BASE64, &[("behind", &number(*behind)), ("found", found)])
            }
            Self::PictureTooLarge { most, found } => {
                counted(key::OWN_PICTURE_TOO_LARGE, *most, &number(*found))
            }
            Self::PngPixels { most, width, height } => words.with(
                key::OWN_PNG_PIXELS,
                &[
                    ("most", &most.to_string()),
                    ("width", &width.to_string()),
                    ("height", &height.to_string()),
                ],
            ),
            Self::Escape { found } => found_in(key::OWN_ESCAPE, found),
            Self::NoPng { found } => found_in(key::OWN_NO_PNG, found),
            Self::PngPart { found } => found_in(key::OWN_PNG_PART, found),
            Self::NoSvg { found } => found_in(key::OWN_NO_SVG, found),
            Self::SvgBroken { found } => found_in(key::OWN_SVG_BROKEN, found),
            Self::SvgWithoutViewBox { found } => found_in(key::OWN_SVG_WITHOUT_VIEW_BOX, found),
            Self::SvgWithoutName { found } => found_in(key::OWN_SVG_WITHOUT_NAME, found),
            Self::SvgPrefix { found } => found_in(key::OWN_SVG_PREFIX, found),
            Self::SvgTooMuch { most, found } => counted(key::OWN_SVG_TOO_MUCH, *most, found),
            Self::SvgDeclares { found } => found_in(key::OWN_SVG_DECLARES, found),
            Self::SvgEntity { found } => found_in(key::OWN_SVG_ENTITY, found),
            Self::SvgElement { found } => found_in(key::OWN_SVG_ELEMENT, found),
            Self::SvgAttribute { found } => found_in(key::OWN_SVG_ATTRIBUTE, found),
            Self::SvgReference { found } => found_in(key::OWN_SVG_REFERENCE, found),
            Self::SvgStyle { found } => found_in(key::OWN_SVG_STYLE, found),
            Self::NotUtf8 => words.get(key::OWN_NOT_UTF8).to_string(),
            Self::EmptyFile => words.get(key::OWN_EMPTY_FILE).to_string(),
            Self::RawControl => words.get(key::OWN_RAW_CONTROL).to_string(),
            Self::TooDeep => words.get(key::OWN_TOO_DEEP).to_string(),
            Self::Twice => words.get(key::OWN_TWICE).to_string(),
            Self::Missing => words.get(key::OWN_MISSING).to_string(),
            Self::Lines => words.get(key::OWN_LINES).to_string(),
            Self::PngMoves => words.get(key::OWN_PNG_MOVES).to_string(),
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

fn syntax(expected: Expected, found: Option<char>, words: &Texts<Key>) -> String {
    let (with, at_end) = expected.keys();
    match found {
        Some(found) => words.with(with, &[("found", &shown(&found.to_string()))]),
        None => words.get(at_end).to_string(),
    }
}

/// The fields there are, but for the one that says nothing.
fn fields() -> String {
    let told: Vec<_> = FIELDS.into_iter().filter(|field| !field.starts_with('$')).collect();
    told.join(", ")
}
