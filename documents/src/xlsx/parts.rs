//! The parts of a workbook, and what leads from one to the next (12.3).

use domain::report::Report;

use super::sheet::Sheet;
use super::styles;
use super::text::escaped;
use crate::archive::File;
use crate::package::{self, XML};

/// Kinds of relationships.
const DOCUMENT: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
const PROPERTIES: &str =
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
const WORKSHEET: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet";
const STYLES: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles";
const DRAWING: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing";
const CHART: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart";

/// All parts, what the workbook is before what is in it.
pub(super) fn all(report: &Report, sheets: &[Sheet]) -> Vec<File> {
    let mut targets: Vec<(&str, String)> = numbered(sheets)
        .map(|(number, _)| (WORKSHEET, format!("worksheets/sheet{number}.xml")))
        .collect();
    targets.push((STYLES, "styles.xml".to_owned()));
    let root = [(DOCUMENT, "xl/workbook.xml"), (PROPERTIES, "docProps/core.xml")];
    let mut files = vec![
        file("[Content_Types].xml", package::content_types(&types(sheets))),
        file("_rels/.rels", package::relationships(&root)),
        file("docProps/core.xml", properties(report)),
        file("xl/workbook.xml", workbook(sheets)),
        file("xl/_rels/workbook.xml.rels", package::relationships(&targets)),
        file("xl/styles.xml", styles::xml()),
    ];
    for (number, sheet) in numbered(sheets) {
        let name = format!("xl/worksheets/sheet{number}.xml");
        files.push(file(&name, sheet.xml(report, number == 1)));
        let Some(chart) = &sheet.chart else { continue };
        let lead = |kind, target: String| package::relationships(&[(kind, target)]);
        files.extend([
            file(
                &format!("xl/worksheets/_rels/sheet{number}.xml.rels"),
                lead(DRAWING, format!("../drawings/drawing{number}.xml")),
            ),
            file(&format!("xl/drawings/drawing{number}.xml"), chart.drawing()),
            file(
                &format!("xl/drawings/_rels/drawing{number}.xml.rels"),
                lead(CHART, format!("../charts/chart{number}.xml")),
            ),
            file(&format!("xl/charts/chart{number}.xml"), chart.xml()),
        ]);
    }
    files
}

fn file(name: &str, text: String) -> File {
    File { name: name.to_owned(), text }
}

/// Sheets with their numbers, from 1.
fn numbered(sheets: &[Sheet]) -> impl Iterator<Item = (usize, &Sheet)> {
    (1..).zip(sheets)
}

fn types(sheets: &[Sheet]) -> Vec<(String, &'static str)> {
    const SPREADSHEET: &str = "officedocument.spreadsheetml.sheet.main";
    let mut types = vec![
        ("docProps/core.xml".to_owned(), "package.core-properties"),
        ("xl/workbook.xml".to_owned(), SPREADSHEET),
        ("xl/styles.xml".to_owned(), "officedocument.spreadsheetml.styles"),
    ];
    for (number, sheet) in numbered(sheets) {
        types.push((
            format!("xl/worksheets/sheet{number}.xml"),
            "officedocument.spreadsheetml.worksheet",
        ));
        if sheet.chart.is_some() {
            types.extend([
                (format!("xl/drawings/drawing{number}.xml"), "officedocument.drawing"),
                (format!("xl/charts/chart{number}.xml"), "officedocument.drawingml.chart"),
            ]);
        }
    }
    types
}

/// The list of sheets, with the range that each filters and the row that stands on each of its
/// pages (18.2.5).
fn workbook(sheets: &[Sheet]) -> String {
    let mut xml = format!(
        "{XML}<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
         xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\
         <workbookPr/><bookViews><workbookView activeTab=\"0\"/></bookViews><sheets>"
    );
    for (number, sheet) in numbered(sheets) {
        let name = escaped(&sheet.name);
        let state = if sheet.is_hidden() { " state=\"hidden\"" } else { "" };
        xml.push_str(&format!(
            "<sheet name=\"{name}\" sheetId=\"{number}\"{state} r:id=\"r{number}\"/>"
        ));
    }
    xml.push_str("</sheets><definedNames>");
    for (at, sheet) in sheets.iter().enumerate() {
        let Some(range) = sheet.filtered() else { continue };
        let name = escaped(&sheet.name);
        xml.push_str(&format!(
            "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"{at}\" hidden=\"1\">\
             &#39;{name}&#39;!{range}</definedName>\
             <definedName name=\"_xlnm.Print_Titles\" localSheetId=\"{at}\">\
             &#39;{name}&#39;!$1:$1</definedName>"
        ));
    }
    xml.push_str("</definedNames></workbook>");
    xml
}

/// What a file manager shows. The day is that of the report: nothing tells when the file was made,
/// or by whom.
fn properties(report: &Report) -> String {
    let date = report.date.iso();
    let day = |name: &str| {
        format!("<dcterms:{name} xsi:type=\"dcterms:W3CDTF\">{date}T00:00:00Z</dcterms:{name}>")
    };
    format!(
        "{XML}<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\
         <dc:title>{}</dc:title><dc:subject>{}</dc:subject><dc:description>{}</dc:description>\
         <dc:language>{}</dc:language>{}{}</cp:coreProperties>",
        escaped(&report.title),
        escaped(&report.kicker),
        escaped(&report.copy_notice),
        escaped(&report.language),
        day("created"),
        day("modified"),
    )
}
