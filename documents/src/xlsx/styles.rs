//! How cells look (18.8). Colours are those of the page.

use crate::package::XML;

/// The look of a cell.
#[derive(Clone, Copy)]
pub(super) enum Style {
    /// The title of the report.
    Title,
    /// What a line is about.
    Label,
    /// Anything else.
    Text,
    /// A day.
    Day,
    /// Room for words that somebody fills in.
    Words,
    /// Room for one of some words.
    Choice,
    /// The head of a column.
    Head,
}

impl Style {
    /// Its place in the list below; 0 is a cell that nothing is said about.
    pub(super) fn number(self) -> u8 {
        match self {
            Self::Title => 1,
            Self::Label => 2,
            Self::Text => 3,
            Self::Head => 4,
            Self::Day => 5,
            Self::Words => 6,
            Self::Choice => 7,
        }
    }

    /// How high a line is, in points.
    pub(super) fn line(self) -> u32 {
        match self {
            Self::Title => 21,
            Self::Label | Self::Text | Self::Day | Self::Words | Self::Choice | Self::Head => 15,
        }
    }

    /// How many lines a text takes in a column that is as wide as so many digits, at a guess: a
    /// letter is about as wide as a digit, a bold one wider, one of a wide script as wide as two.
    pub(super) fn lines(self, text: &str, width: u32) -> u32 {
        let in_tenths = match self {
            // It runs on over the cells beside it.
            Self::Title => return 1,
            Self::Label | Self::Head => 12,
            Self::Text | Self::Day | Self::Words | Self::Choice => 10,
        };
        let wide = |letter: char| if letter >= '\u{1100}' { 2 } else { 1 };
        text.lines()
            .map(|line| line.chars().map(wide).sum::<u32>() * in_tenths)
            .map(|tenths| tenths.div_ceil(width.max(1) * 10).max(1))
            .sum::<u32>()
            .max(1)
    }
}

/// The format that changes nothing (18.8.30).
const AS_IT_IS: u8 = 0;

/// A format of our own; those from 164 on are.
const DAY: u8 = 164;

/// Text, whatever it looks like.
const TEXT: u8 = 49;

/// The part of the package. The first two fills are those that every workbook has.
pub(super) fn xml() -> String {
    let font =
        |rest: &str| format!("<font>{rest}<name val=\"Calibri\"/><family val=\"2\"/></font>");
    let look = |format: u8, font: u8, fill: u8, border: u8, wraps: &str| {
        format!(
            "<xf numFmtId=\"{format}\" fontId=\"{font}\" fillId=\"{fill}\" borderId=\"{border}\" \
             xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\">\
             <alignment vertical=\"top\"{wraps}/></xf>"
        )
    };
    let box_of = |colour: &str| {
        let side =
            |side: &str| format!("<{side} style=\"thin\"><color rgb=\"{colour}\"/></{side}>");
        let sides = ["left", "right", "top", "bottom"].map(side).concat();
        format!("<border>{sides}<diagonal/></border>")
    };
    const WRAPS: &str = " wrapText=\"1\"";
    [
        XML,
        "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">",
        // A day reads the same everywhere.
        &format!(
            "<numFmts count=\"1\"><numFmt numFmtId=\"{DAY}\" formatCode=\"yyyy\\-mm\\-dd\"/>\
             </numFmts>"
        ),
        "<fonts count=\"3\">",
        &font("<sz val=\"11\"/>"),
        &font("<b/><sz val=\"16\"/><color rgb=\"FF004350\"/>"),
        &font("<b/><sz val=\"11\"/><color rgb=\"FF004350\"/>"),
        "</fonts><fills count=\"4\"><fill><patternFill patternType=\"none\"/></fill>\
         <fill><patternFill patternType=\"gray125\"/></fill><fill><patternFill \
         patternType=\"solid\"><fgColor rgb=\"FFE6F3F6\"/><bgColor indexed=\"64\"/></patternFill>\
         </fill><fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFFFF8E1\"/>\
         <bgColor indexed=\"64\"/></patternFill></fill></fills><borders count=\"3\"><border><left/><right/><top/><bottom/><diagonal/>\
         </border><border><left/><right/><top/><bottom style=\"thin\"><color rgb=\"FF004350\"/>\
         </bottom><diagonal/></border>", &box_of("FFB7C4C7"), "</borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\" \
         fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs count=\"8\">\
         <xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>",
        &look(AS_IT_IS, 1, 0, 0, ""),
        &look(AS_IT_IS, 2, 0, 0, WRAPS),
        &look(AS_IT_IS, 0, 0, 0, WRAPS),
        &look(AS_IT_IS, 2, 2, 1, WRAPS),
        &look(DAY, 0, 0, 0, ""),
        &look(TEXT, 0, 3, 2, WRAPS),
        &look(AS_IT_IS, 0, 3, 2, WRAPS),
        "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" \
         builtinId=\"0\"/></cellStyles></styleSheet>",
    ]
    .concat()
}
