//! Tables (ECMA-376-1, 17.4). They take the width of the page, whichever it is; rows stay whole, and
//! heads stand again on each page.

use std::fmt::Write as _;

use domain::texts::Direction;

use super::text::escaped;

/// Width of the text on A4 in twentieths of a point, for programs that know no percentages.
const TEXT_WIDTH: usize = 9638;

/// A table being written.
pub(super) struct Table<'a> {
    /// Widths of the columns in hundredths of the whole.
    pub(super) widths: &'a [usize],
    /// Says what it is to those who do not see it.
    pub(super) about: &'a str,
    /// Whether its first column names the rows.
    pub(super) names_rows: bool,
    /// Which way its columns go.
    pub(super) direction: Direction,
}

/// A cell: its paragraphs and what it is filled with.
pub(super) struct Cell {
    /// Its paragraphs, at least one.
    pub(super) paragraphs: String,
    /// Its shade, as the attributes of `w:shd`.
    pub(super) shade: Option<String>,
}

impl Cell {
    /// A cell without a shade.
    pub(super) fn plain(paragraphs: String) -> Self {
        Self { paragraphs, shade: None }
    }

    /// A cell filled with a colour.
    pub(super) fn filled(paragraphs: String, fill: &str) -> Self {
        let shade = format!("w:val=\"clear\" w:color=\"auto\" w:fill=\"{fill}\"");
        Self { paragraphs, shade: Some(shade) }
    }

    /// A cell with stripes: what is not known.
    pub(super) fn hatched(paragraphs: String) -> Self {
        let shade = "w:val=\"thinDiagStripe\" w:color=\"CCD5D3\" w:fill=\"auto\"";
        Self { paragraphs, shade: Some(shade.to_owned()) }
    }
}

impl Table<'_> {
    /// The table with its heads, if it has any, and its rows.
    pub(super) fn xml(&self, heads: Option<Vec<Cell>>, rows: Vec<Vec<Cell>>) -> String {
        let right_to_left = match self.direction {
            Direction::RightToLeft => "<w:bidiVisual/>",
            Direction::LeftToRight => "",
        };
        let mut xml = format!(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"ReportTable\"/>{right_to_left}\
             <w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblLayout w:type=\"fixed\"/>\
             <w:tblLook w:val=\"{}\" w:firstRow=\"{}\" w:lastRow=\"0\" w:firstColumn=\"{}\" \
             w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>\
             <w:tblCaption w:val=\"{}\"/></w:tblPr><w:tblGrid>",
            match (heads.is_some(), self.names_rows) {
                (true, true) => "06A0",
                (true, false) => "0620",
                (false, true) => "0680",
                (false, false) => "0600",
            },
            u8::from(heads.is_some()),
            u8::from(self.names_rows),
            escaped(self.about),
        );
        for width in self.widths {
            // Writing to a string cannot fail.
            let _ = write!(xml, "<w:gridCol w:w=\"{}\"/>", width * TEXT_WIDTH / 100);
        }
        xml.push_str("</w:tblGrid>");
        if let Some(heads) = heads {
            self.row("<w:cantSplit/><w:tblHeader/>", heads, &mut xml);
        }
        for row in rows {
            self.row("<w:cantSplit/>", row, &mut xml);
        }
        xml.push_str("</w:tbl>");
        xml
    }

    fn row(&self, properties: &str, cells: Vec<Cell>, xml: &mut String) {
        let _ = write!(xml, "<w:tr><w:trPr>{properties}</w:trPr>");
        for (cell, width) in cells.into_iter().zip(self.widths) {
            let shade = cell.shade.map(|shade| format!("<w:shd {shade}/>")).unwrap_or_default();
            let _ = write!(
                xml,
                "<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"pct\"/>{shade}</w:tcPr>{}</w:tc>",
                width * 50,
                cell.paragraphs
            );
        }
        xml.push_str("</w:tr>");
    }
}
