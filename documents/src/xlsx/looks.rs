//! How cells look. Colours are those of the page.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// Ink of titles and lines, as on the page.
pub(super) const INK: Color = Color::RGB(0x00_43_50);

/// The format for text, whatever it looks like (18.8.30).
const TEXT: u8 = 49;

/// The look of a cell.
#[derive(Clone, Copy)]
pub(super) enum Look {
    /// The title of the report.
    Title,
    /// What a line is about.
    Label,
    /// Anything else.
    Text,
    /// The same that a spreadsheet would take for a formula, a number or a day once somebody edits it.
    AsTyped,
    /// A day.
    Day,
    /// Room for words that somebody fills in.
    Words,
    /// Room for one of some words.
    Choice,
    /// The head of a column.
    Head,
}

/// All looks as the library has them.
pub(super) struct Looks {
    title: Format,
    label: Format,
    text: Format,
    as_typed: Format,
    day: Format,
    words: Format,
    choice: Format,
    head: Format,
}

impl Looks {
    pub(super) fn new() -> Self {
        const PALE: Color = Color::RGB(0xE6_F3_F6);
        const TO_FILL_IN: Color = Color::RGB(0xFF_F8_E1);
        const EDGE: Color = Color::RGB(0xB7_C4_C7);
        let plain = Format::new().set_align(FormatAlign::Top);
        let text = plain.clone().set_text_wrap();
        let label = text.clone().set_bold().set_font_color(INK);
        let choice = text
            .clone()
            .set_background_color(TO_FILL_IN)
            .set_border(FormatBorder::Thin)
            .set_border_color(EDGE);
        Self {
            title: plain.clone().set_bold().set_font_size(16).set_font_color(INK),
            head: label
                .clone()
                .set_background_color(PALE)
                .set_border_bottom(FormatBorder::Thin)
                .set_border_bottom_color(INK),
            // A day reads the same everywhere.
            day: plain.set_num_format("yyyy\\-mm\\-dd"),
            words: choice.clone().set_num_format_index(TEXT),
            choice,
            as_typed: text.clone().set_num_format_index(TEXT),
            label,
            text,
        }
    }

    pub(super) fn format(&self, look: Look) -> &Format {
        match look {
            Look::Title => &self.title,
            Look::Label => &self.label,
            Look::Text => &self.text,
            Look::AsTyped => &self.as_typed,
            Look::Day => &self.day,
            Look::Words => &self.words,
            Look::Choice => &self.choice,
            Look::Head => &self.head,
        }
    }
}

impl Look {
    /// How high a line is, in points.
    pub(super) fn line(self) -> u32 {
        match self {
            Self::Title => 21,
            Self::Label
            | Self::Text
            | Self::AsTyped
            | Self::Day
            | Self::Words
            | Self::Choice
            | Self::Head => 15,
        }
    }

    /// How many lines a text takes in a column that is as wide as so many digits, at a guess: a
    /// letter is about as wide as a digit, a bold one wider, one of a wide script as wide as two.
    pub(super) fn lines(self, text: &str, width: u32) -> u32 {
        let in_tenths = match self {
            // It runs on over the cells beside it.
            Self::Title => return 1,
            Self::Label | Self::Head => 12,
            Self::Text | Self::AsTyped | Self::Day | Self::Words | Self::Choice => 10,
        };
        let wide = |letter: char| if letter >= '\u{1100}' { 2 } else { 1 };
        text.lines()
            .map(|line| line.chars().map(wide).sum::<u32>() * in_tenths)
            .map(|tenths| tenths.div_ceil(width.max(1) * 10).max(1))
            .sum::<u32>()
            .max(1)
    }
}
