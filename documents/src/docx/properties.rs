//! What a document says of itself, and how it is opened.

use domain::report::Report;

use super::text::escaped;
use super::{WORDS, XML};

/// Title, language and day (ECMA-376-2, 11). No author, and no time of day: the same report gives
/// the same bytes.
pub(super) fn core(report: &Report) -> String {
    let day = report.date.iso();
    let mut dates = String::new();
    for name in ["created", "modified"] {
        dates.push_str(&format!(
            "<dcterms:{name} xsi:type=\"dcterms:W3CDTF\">{day}T00:00:00Z</dcterms:{name}>"
        ));
    }
    format!(
        "{XML}<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title>\
         <dc:subject>{}</dc:subject><dc:language>{}</dc:language>{dates}</cp:coreProperties>",
        escaped(&report.title),
        escaped(&report.kicker),
        escaped(&report.language),
    )
}

/// How the document is opened (ECMA-376-1, 17.15): as one of today's Word, or it would say
/// "compatibility mode" and lay tables out otherwise. Fields are not updated when it is opened,
/// which would ask the reader a question first.
pub(super) fn settings() -> String {
    format!(
        "{XML}<w:settings {WORDS}><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"709\"/>\
         <w:characterSpacingControl w:val=\"doNotCompress\"/><w:compat><w:compatSetting \
         w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" \
         w:val=\"15\"/></w:compat></w:settings>"
    )
}
