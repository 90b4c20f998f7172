//! Styles (ECMA-376-1, 17.7). Everything that is repeated stands here, so that whoever edits the
//! report changes it in one place, and programs know headings, lists and quotes by their names.

use domain::report::Report;
use domain::texts::Direction;

use super::text::escaped;
use super::{WORDS, XML};

/// Names of styles for headings, by level.
pub(super) const HEADINGS: [&str; 4] = ["Heading1", "Heading2", "Heading3", "Heading4"];

/// A style of paragraphs: identifier, the name that programs know, properties of the paragraph and
/// of its text.
struct Style(&'static str, &'static str, &'static str, &'static str);

/// Headings in the voice of the report, the rest plain. The names of built-in styles are those of
/// Word, whatever its language.
const PARAGRAPHS: &[Style] = &[
    Style(
        "Heading1",
        "heading 1",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"0\" w:after=\"160\" w:line=\"252\" \
         w:lineRule=\"auto\"/><w:outlineLvl w:val=\"0\"/>",
        "<w:rFonts w:ascii=\"Georgia\" w:hAnsi=\"Georgia\" w:cs=\"Times New Roman\"/>\
         <w:sz w:val=\"40\"/><w:szCs w:val=\"40\"/>",
    ),
    Style(
        "Heading2",
        "heading 2",
        "<w:keepNext/><w:keepLines/><w:pBdr><w:top w:val=\"single\" w:sz=\"12\" w:space=\"7\" \
         w:color=\"16211F\"/></w:pBdr><w:spacing w:before=\"240\" w:after=\"40\" w:line=\"240\" w:lineRule=\"auto\"/>\
         <w:outlineLvl w:val=\"1\"/>",
        "<w:rFonts w:ascii=\"Georgia\" w:hAnsi=\"Georgia\" w:cs=\"Times New Roman\"/>\
         <w:sz w:val=\"27\"/><w:szCs w:val=\"27\"/>",
    ),
    Style(
        "Heading3",
        "heading 3",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"110\" w:after=\"20\" w:line=\"240\" \
         w:lineRule=\"auto\"/><w:outlineLvl w:val=\"2\"/>",
        "<w:b/><w:bCs/><w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/>",
    ),
    Style(
        "Heading4",
        "heading 4",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"240\" w:after=\"60\"/>\
         <w:outlineLvl w:val=\"3\"/>",
        "<w:b/><w:bCs/>",
    ),
    Style(
        "Notice",
        "Notice",
        "<w:pBdr><w:top w:val=\"single\" w:sz=\"12\" w:space=\"7\" w:color=\"16211F\"/>\
         <w:left w:val=\"single\" w:sz=\"12\" w:space=\"9\" w:color=\"16211F\"/>\
         <w:bottom w:val=\"single\" w:sz=\"12\" w:space=\"7\" w:color=\"16211F\"/>\
         <w:right w:val=\"single\" w:sz=\"12\" w:space=\"9\" w:color=\"16211F\"/></w:pBdr>\
         <w:spacing w:before=\"80\" w:after=\"180\"/><w:ind w:left=\"200\" w:right=\"200\"/>",
        "<w:b/><w:bCs/>",
    ),
    Style(
        "Kicker",
        "Kicker",
        "<w:keepNext/><w:spacing w:after=\"40\"/>",
        "<w:color w:val=\"475553\"/>",
    ),
    Style(
        "Lead",
        "Lead",
        "<w:spacing w:after=\"160\"/>",
        "<w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>",
    ),
    Style("Intro", "Intro", "<w:keepNext/>", "<w:color w:val=\"475553\"/>"),
    Style(
        "Small",
        "Small print",
        "<w:spacing w:after=\"80\"/>",
        "<w:color w:val=\"475553\"/><w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>",
    ),
    Style(
        "Colophon",
        "Colophon",
        "<w:spacing w:before=\"160\"/>",
        "<w:color w:val=\"475553\"/><w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>",
    ),
    Style(
        "ListParagraph",
        "List Paragraph",
        "<w:spacing w:before=\"60\" w:after=\"20\"/><w:ind w:left=\"397\"/>",
        "",
    ),
    Style(
        "ListContinue",
        "List Continue",
        "<w:spacing w:after=\"20\"/><w:ind w:left=\"397\"/>",
        "",
    ),
    Style(
        "Detail",
        "Detail",
        "<w:spacing w:before=\"40\" w:after=\"60\"/><w:ind w:left=\"681\"/>",
        "",
    ),
    Style(
        "QuoteLabel",
        "Quote label",
        "<w:keepNext/><w:spacing w:before=\"100\" w:after=\"40\"/>",
        "<w:b/><w:bCs/>",
    ),
    Style(
        "Quote",
        "Quote",
        "<w:pBdr><w:left w:val=\"single\" w:sz=\"18\" w:space=\"10\" w:color=\"6B7A77\"/></w:pBdr>\
         <w:ind w:left=\"284\"/>",
        "<w:rFonts w:ascii=\"Georgia\" w:hAnsi=\"Georgia\" w:cs=\"Times New Roman\"/>",
    ),
    Style("Ask", "Question to ask", "", "<w:b/><w:bCs/>"),
    // Lines on the page for those who decide are as high as this in every font, so that it stays one page
    // where the fonts named here are missing.
    Style(
        "BoardText",
        "One page: text",
        "<w:spacing w:after=\"20\" w:line=\"190\" w:lineRule=\"exact\"/>",
        BOARD,
    ),
    Style(
        "BoardEntry",
        "One page: entry",
        "<w:keepNext/><w:spacing w:before=\"30\" w:after=\"0\" w:line=\"190\" w:lineRule=\"exact\"/>\
         <w:ind w:left=\"397\"/>",
        BOARD,
    ),
    Style(
        "BoardLine",
        "One page: more",
        "<w:spacing w:after=\"0\" w:line=\"190\" w:lineRule=\"exact\"/><w:ind w:left=\"397\"/>",
        BOARD,
    ),
    Style(
        "BoardLabel",
        "One page: label",
        "<w:keepNext/><w:spacing w:before=\"20\" w:after=\"20\" w:line=\"190\" w:lineRule=\"exact\"/>",
        "<w:b/><w:bCs/><w:sz w:val=\"16\"/><w:szCs w:val=\"16\"/>",
    ),
    Style(
        "BoardQuote",
        "One page: quote",
        "<w:pBdr><w:left w:val=\"single\" w:sz=\"18\" w:space=\"10\" w:color=\"6B7A77\"/></w:pBdr>\
         <w:spacing w:after=\"20\" w:line=\"190\" w:lineRule=\"exact\"/><w:ind w:left=\"284\"/>",
        "<w:rFonts w:ascii=\"Georgia\" w:hAnsi=\"Georgia\" w:cs=\"Times New Roman\"/>\
         <w:sz w:val=\"16\"/><w:szCs w:val=\"16\"/>",
    ),
    Style(
        "BoardCell",
        "One page: cell",
        "<w:spacing w:before=\"10\" w:after=\"10\" w:line=\"190\" w:lineRule=\"exact\"/>",
        BOARD,
    ),
    Style(
        "TableText",
        "Table text",
        "<w:spacing w:before=\"30\" w:after=\"30\" w:line=\"252\" w:lineRule=\"auto\"/>",
        "<w:sz w:val=\"19\"/><w:szCs w:val=\"19\"/>",
    ),
    Style(
        "Glance",
        "At a glance",
        "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"184\" w:lineRule=\"exact\"/>",
        "<w:sz w:val=\"15\"/><w:szCs w:val=\"15\"/>",
    ),
    Style(
        "TableNote",
        "Table note",
        "<w:spacing w:before=\"0\" w:after=\"60\" w:line=\"252\" w:lineRule=\"auto\"/>",
        "<w:color w:val=\"475553\"/><w:sz w:val=\"17\"/><w:szCs w:val=\"17\"/>",
    ),
    Style(
        "TOC2",
        "toc 2",
        "<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"9638\"/></w:tabs>\
         <w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>",
        "<w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>",
    ),
    Style(
        "Header",
        "header",
        "<w:spacing w:after=\"0\"/>",
        "<w:color w:val=\"475553\"/><w:sz w:val=\"17\"/><w:szCs w:val=\"17\"/>",
    ),
    Style(
        "Footer",
        "footer",
        "<w:spacing w:after=\"0\"/><w:jc w:val=\"right\"/>",
        "<w:color w:val=\"475553\"/><w:sz w:val=\"17\"/><w:szCs w:val=\"17\"/>",
    ),
];

/// The text of the page for those who decide.
const BOARD: &str = "<w:sz w:val=\"16\"/><w:szCs w:val=\"16\"/>";

/// Styles that are no paragraphs'.
const OTHERS: &str = "<w:style w:type=\"character\" w:default=\"1\" \
    w:styleId=\"DefaultParagraphFont\"><w:name w:val=\"Default Paragraph Font\"/></w:style>\
    <w:style w:type=\"character\" w:styleId=\"Strong\"><w:name w:val=\"Strong\"/><w:qFormat/>\
    <w:rPr><w:b/><w:bCs/></w:rPr></w:style>\
    <w:style w:type=\"character\" w:customStyle=\"1\" w:styleId=\"Label\"><w:name w:val=\"Label\"/>\
    <w:rPr><w:color w:val=\"475553\"/></w:rPr></w:style>\
    <w:style w:type=\"character\" w:customStyle=\"1\" w:styleId=\"Square\"><w:name w:val=\"Square\"/>\
    <w:rPr><w:b w:val=\"0\"/><w:bCs w:val=\"0\"/><w:sz w:val=\"17\"/><w:szCs w:val=\"17\"/></w:rPr>\
    </w:style>\
    <w:style w:type=\"numbering\" w:default=\"1\" w:styleId=\"NoList\"><w:name w:val=\"No List\"/>\
    </w:style>\
    <w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\">\
    <w:name w:val=\"Normal Table\"/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar>\
    <w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"85\" w:type=\"dxa\"/>\
    <w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"85\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>\
    </w:style>\
    <w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"ReportTable\">\
    <w:name w:val=\"Report table\"/><w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders>\
    <w:top w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"CCD5D3\"/>\
    <w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"CCD5D3\"/>\
    <w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"CCD5D3\"/></w:tblBorders></w:tblPr>\
    <w:tblStylePr w:type=\"firstRow\"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr><w:tcBorders>\
    <w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"6B7A77\"/></w:tcBorders>\
    <w:vAlign w:val=\"bottom\"/></w:tcPr></w:tblStylePr></w:style>";

/// The part that holds the styles.
pub(super) fn styles(report: &Report) -> String {
    let language = escaped(&report.language);
    let right_to_left = match report.direction {
        Direction::RightToLeft => "<w:bidi/>",
        Direction::LeftToRight => "",
    };
    let mut xml = format!(
        "{XML}<w:styles {WORDS}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Calibri\" \
         w:hAnsi=\"Calibri\" w:cs=\"Arial\"/><w:color w:val=\"16211F\"/><w:sz w:val=\"19\"/>\
         <w:szCs w:val=\"19\"/><w:lang w:val=\"{language}\" w:eastAsia=\"{language}\" \
         w:bidi=\"{language}\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>{right_to_left}\
         <w:spacing w:after=\"80\" w:line=\"254\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault>\
         </w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">\
         <w:name w:val=\"Normal\"/><w:qFormat/></w:style>{OTHERS}"
    );
    for Style(id, name, paragraph, text) in PARAGRAPHS {
        let custom = if is_built_in(id) { "" } else { " w:customStyle=\"1\"" };
        xml.push_str(&format!(
            "<w:style w:type=\"paragraph\"{custom} w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>\
             <w:basedOn w:val=\"Normal\"/>{}<w:qFormat/><w:pPr>{paragraph}</w:pPr>\
             <w:rPr>{text}</w:rPr></w:style>",
            if HEADINGS.contains(id) { "<w:next w:val=\"Normal\"/>" } else { "" },
        ));
    }
    xml.push_str("</w:styles>");
    xml
}

/// Whether Word has a style of this name of its own.
fn is_built_in(id: &str) -> bool {
    HEADINGS.contains(&id)
        || ["ListParagraph", "ListContinue", "Quote", "TOC2", "Header", "Footer"].contains(&id)
}
