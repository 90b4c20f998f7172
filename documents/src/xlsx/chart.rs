//! Stacked bars that spreadsheets draw from the cells of a sheet (DrawingML, 21.2).

use super::places::letters;
use super::text::escaped;
use crate::package::XML;

/// Heights in rows of 15 points: without bars, and for each bar.
const FRAME: usize = 8;
const BAR: usize = 2;

/// Bars, one for each row of a table, with a piece for each of its columns but the first.
pub(super) struct Chart {
    /// The name of the sheet.
    pub(super) sheet: String,
    /// What it shows, for those who do not see it.
    pub(super) words: String,
    /// Along the axis of numbers.
    pub(super) axis: String,
    /// What each bar stands for.
    pub(super) bars: Vec<String>,
    /// The pieces of the bars.
    pub(super) pieces: Vec<Piece>,
}

/// A column of the table as pieces of bars.
pub(super) struct Piece {
    /// What it stands for.
    pub(super) name: String,
    /// How it is filled.
    pub(super) fill: Fill,
    /// The number for each bar.
    pub(super) numbers: Vec<usize>,
}

/// How a piece is filled.
pub(super) enum Fill {
    /// With a colour.
    Colour(&'static str),
    /// With a pattern of the format (20.1.10.33), so that no colour is needed to tell it.
    Pattern(&'static str),
}

impl Chart {
    /// Where it stands: below the table, as wide as that.
    pub(super) fn drawing(&self) -> String {
        let top = self.bars.len() + 2;
        let bottom = top + FRAME + BAR * self.bars.len();
        let right = self.pieces.len() + 1;
        let corner = |column: usize, row: usize| {
            format!(
                "<xdr:col>{column}</xdr:col><xdr:colOff>0</xdr:colOff>\
                 <xdr:row>{row}</xdr:row><xdr:rowOff>0</xdr:rowOff>"
            )
        };
        format!(
            "{XML}<xdr:wsDr \
             xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\" \
             xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">\
             <xdr:twoCellAnchor><xdr:from>{}</xdr:from><xdr:to>{}</xdr:to>\
             <xdr:graphicFrame macro=\"\"><xdr:nvGraphicFramePr>\
             <xdr:cNvPr id=\"2\" name=\"{}\" descr=\"{}\"/><xdr:cNvGraphicFramePr/>\
             </xdr:nvGraphicFramePr><xdr:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/>\
             </xdr:xfrm><a:graphic><a:graphicData \
             uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"><c:chart \
             xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" \
             xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
             r:id=\"r1\"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/>\
             </xdr:twoCellAnchor></xdr:wsDr>",
            corner(0, top),
            corner(right, bottom),
            escaped(&self.sheet),
            escaped(&self.words),
        )
    }

    /// The bars. The first stands on top, as in the table, so the numbers cross at the far end.
    pub(super) fn xml(&self) -> String {
        let mut xml = format!(
            "{XML}<c:chartSpace \
             xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" \
             xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">\
             <c:roundedCorners val=\"0\"/><c:chart><c:autoTitleDeleted val=\"1\"/><c:plotArea>\
             <c:layout/><c:barChart><c:barDir val=\"bar\"/><c:grouping val=\"stacked\"/>\
             <c:varyColors val=\"0\"/>"
        );
        for (at, piece) in self.pieces.iter().enumerate() {
            self.series(at, piece, &mut xml);
        }
        xml.push_str(&format!(
            "<c:gapWidth val=\"40\"/><c:overlap val=\"100\"/><c:axId val=\"1\"/>\
             <c:axId val=\"2\"/></c:barChart>\
             <c:catAx><c:axId val=\"1\"/><c:scaling><c:orientation val=\"maxMin\"/></c:scaling>\
             <c:delete val=\"0\"/><c:axPos val=\"l\"/><c:majorTickMark val=\"none\"/>\
             <c:minorTickMark val=\"none\"/><c:tickLblPos val=\"nextTo\"/><c:crossAx val=\"2\"/>\
             <c:crosses val=\"autoZero\"/></c:catAx>\
             <c:valAx><c:axId val=\"2\"/><c:scaling><c:orientation val=\"minMax\"/></c:scaling>\
             <c:delete val=\"0\"/><c:axPos val=\"b\"/><c:majorGridlines/><c:title><c:tx><c:rich>\
             <a:bodyPr/><a:p><a:pPr><a:defRPr b=\"0\"/></a:pPr><a:r><a:rPr b=\"0\"/><a:t>{}</a:t>\
             </a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title>\
             <c:numFmt formatCode=\"0\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/>\
             <c:minorTickMark val=\"none\"/><c:tickLblPos val=\"nextTo\"/><c:crossAx val=\"1\"/>\
             <c:crosses val=\"max\"/><c:crossBetween val=\"between\"/></c:valAx></c:plotArea>\
             <c:legend><c:legendPos val=\"b\"/><c:overlay val=\"0\"/></c:legend>\
             <c:plotVisOnly val=\"1\"/></c:chart></c:chartSpace>",
            escaped(&self.axis)
        ));
        xml
    }

    /// One column, with what its cells hold, for programs that show the chart before the cells.
    fn series(&self, at: usize, piece: &Piece, xml: &mut String) {
        let column = letters(at + 1);
        let last = self.bars.len() + 1;
        let sheet = escaped(&self.sheet);
        let fill = match piece.fill {
            Fill::Colour(colour) => {
                format!("<a:solidFill><a:srgbClr val=\"{colour}\"/></a:solidFill>")
            }
            Fill::Pattern(pattern) => format!(
                "<a:pattFill prst=\"{pattern}\"><a:fgClr><a:srgbClr val=\"004350\"/></a:fgClr>\
                 <a:bgClr><a:srgbClr val=\"FFFFFF\"/></a:bgClr></a:pattFill>"
            ),
        };
        let names = cache(std::iter::once(piece.name.clone()));
        let bars = cache(self.bars.iter().cloned());
        let numbers = cache(piece.numbers.iter().map(usize::to_string));
        xml.push_str(&format!(
            "<c:ser><c:idx val=\"{at}\"/><c:order val=\"{at}\"/><c:tx><c:strRef>\
             <c:f>&#39;{sheet}&#39;!${column}$1</c:f><c:strCache>{names}</c:strCache></c:strRef>\
             </c:tx><c:spPr>{fill}<a:ln w=\"6350\"><a:solidFill><a:srgbClr val=\"004350\"/>\
             </a:solidFill></a:ln></c:spPr><c:invertIfNegative val=\"0\"/><c:cat><c:strRef>\
             <c:f>&#39;{sheet}&#39;!$A$2:$A${last}</c:f><c:strCache>{bars}</c:strCache></c:strRef>\
             </c:cat><c:val><c:numRef><c:f>&#39;{sheet}&#39;!${column}$2:${column}${last}</c:f>\
             <c:numCache><c:formatCode>0</c:formatCode>{numbers}</c:numCache></c:numRef></c:val>\
             </c:ser>"
        ));
    }
}

fn cache(values: impl ExactSizeIterator<Item = String>) -> String {
    let mut xml = format!("<c:ptCount val=\"{}\"/>", values.len());
    for (at, value) in values.enumerate() {
        xml.push_str(&format!("<c:pt idx=\"{at}\"><c:v>{}</c:v></c:pt>", escaped(&value)));
    }
    xml
}
