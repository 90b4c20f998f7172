//! What does not fit in the file of own words, and the sentence for it. The words are content.

use std::rc::Rc;

use super::{FIELDS, FILE, LOGO_PNG, LOGO_SVG};
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
    OtherName,
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
    Escape,
    /// Things in things in things.
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
        found: u32,
    },
    /// There is no such version.
    NoVersion {
        /// The version that is read here.
        newest: u32,
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
    /// It is no colour as they are written here.
    NoColour {
        /// What is written.
        found: Rc<str>,
    },
    /// It does not begin as a picture.
    NoPicture,
    /// What follows is no Base64.
    NoBase64,
    /// The picture is larger than any may be.
    PictureTooLarge {
        /// How many bytes it may have.
        most: usize,
        /// How many it has.
        found: usize,
    },
    /// It does not begin as a PNG does.
    NoPng,
    /// It ends before its end.
    PngCut,
    /// It has too many pixels, or none.
    PngPixels {
        /// How wide and how high it may be.
        most: u32,
        /// How wide it is.
        width: u32,
        /// How high it is.
        height: u32,
    },
    /// It moves.
    PngMoves,
    /// It does not begin as an SVG does.
    NoSvg,
    /// A browser would show nothing of it: it is not written as it has to be.
    SvgBroken,
    /// It does not say how large its drawing is.
    SvgWithoutViewBox,
    /// It does not say that it is one.
    SvgWithoutName,
    /// It holds what only a parser needs: a declaration, an instruction, a section.
    SvgDeclares,
    /// It holds `&` in other ways than five.
    SvgEntity,
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
    /// What was expected, and what was found.
    #[must_use]
    pub fn says(&self, words: &Texts<Key>) -> String {
        let number = |number: usize| number.to_string();
        match self {
            Self::OtherName => words.with(key::OWN_OTHER_NAME, &[("file", FILE)]),
            Self::NotThere(status) => {
                words.with(key::OWN_NOT_THERE, &[("status", &status.to_string())])
            }
            Self::NoAnswer => words.get(key::OWN_NO_ANSWER).to_string(),
            Self::TooLarge { most, found } => words
                .with(key::OWN_TOO_LARGE, &[("most", &number(*most)), ("found", &number(*found))]),
            Self::Syntax { expected, found } => syntax(*expected, *found, words),
            Self::Unknown => words.with(key::OWN_UNKNOWN, &[("fields", &fields())]),
            Self::Newer { newest, found } => words.with(
                key::OWN_NEWER,
                &[("newest", &newest.to_string()), ("found", &found.to_string())],
            ),
            Self::NoVersion { newest } => {
                words.with(key::OWN_NO_VERSION, &[("newest", &newest.to_string())])
            }
            Self::NoText { found } => {
                words.with(key::OWN_NO_TEXT, &[("found", &words.get(found.key()))])
            }
            Self::Empty { most } => words.with(key::OWN_EMPTY, &[("most", &number(*most))]),
            Self::TooLong { most, found } => words
                .with(key::OWN_TOO_LONG, &[("most", &number(*most)), ("found", &number(*found))]),
            Self::Hidden { code } => {
                words.with(key::OWN_HIDDEN, &[("found", &format!("U+{code:04X}"))])
            }
            Self::NoColour { found } => words.with(key::OWN_NO_COLOUR, &[("found", found)]),
            Self::NoPicture => {
                words.with(key::OWN_NO_PICTURE, &[("png", LOGO_PNG), ("svg", LOGO_SVG)])
            }
            Self::PictureTooLarge { most, found } => words.with(
                key::OWN_PICTURE_TOO_LARGE,
                &[("most", &number(*most)), ("found", &number(*found))],
            ),
            Self::PngPixels { most, width, height } => words.with(
                key::OWN_PNG_PIXELS,
                &[
                    ("most", &most.to_string()),
                    ("width", &width.to_string()),
                    ("height", &height.to_string()),
                ],
            ),
            Self::SvgElement { found } => words.with(key::OWN_SVG_ELEMENT, &[("found", found)]),
            Self::SvgAttribute { found } => words.with(key::OWN_SVG_ATTRIBUTE, &[("found", found)]),
            Self::SvgReference { found } => words.with(key::OWN_SVG_REFERENCE, &[("found", found)]),
            Self::SvgStyle { found } => words.with(key::OWN_SVG_STYLE, &[("found", found)]),
            Self::NotUtf8 => words.get(key::OWN_NOT_UTF8).to_string(),
            Self::EmptyFile => words.get(key::OWN_EMPTY_FILE).to_string(),
            Self::RawControl => words.get(key::OWN_RAW_CONTROL).to_string(),
            Self::Escape => words.get(key::OWN_ESCAPE).to_string(),
            Self::TooDeep => words.get(key::OWN_TOO_DEEP).to_string(),
            Self::Twice => words.get(key::OWN_TWICE).to_string(),
            Self::Missing => words.get(key::OWN_MISSING).to_string(),
            Self::Lines => words.get(key::OWN_LINES).to_string(),
            Self::NoBase64 => words.get(key::OWN_NO_BASE64).to_string(),
            Self::NoPng => words.get(key::OWN_NO_PNG).to_string(),
            Self::PngCut => words.get(key::OWN_PNG_CUT).to_string(),
            Self::PngMoves => words.get(key::OWN_PNG_MOVES).to_string(),
            Self::NoSvg => words.get(key::OWN_NO_SVG).to_string(),
            Self::SvgBroken => words.get(key::OWN_SVG_BROKEN).to_string(),
            Self::SvgWithoutViewBox => words.get(key::OWN_SVG_WITHOUT_VIEW_BOX).to_string(),
            Self::SvgWithoutName => words.get(key::OWN_SVG_WITHOUT_NAME).to_string(),
            Self::SvgDeclares => words.get(key::OWN_SVG_DECLARES).to_string(),
            Self::SvgEntity => words.get(key::OWN_SVG_ENTITY).to_string(),
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
        Some(found) => {
            let found = found.escape_debug().to_string();
            words.with(with, &[("found", &found)])
        }
        None => words.get(at_end).to_string(),
    }
}

/// The fields there are, but for the one that says nothing.
fn fields() -> String {
    let told: Vec<_> = FIELDS.into_iter().filter(|field| !field.starts_with('$')).collect();
    told.join(", ")
}
