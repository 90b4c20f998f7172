//! What is in the package of a document, and what leads from one part to the next.

use super::XML;

/// What the package begins with: kind of relationship, and the part.
pub(super) const OF_THE_PACKAGE: &[(&str, &str)] = &[
    (
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
        "word/document.xml",
    ),
    (
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        "docProps/core.xml",
    ),
];

/// What the document needs. Head and foot are named by their number.
pub(super) const OF_THE_DOCUMENT: &[(&str, &str)] = &[
    ("http://schemas.openxmlformats.org/officeDocument/2006/relationships/header", "header.xml"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer", "footer.xml"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles", "styles.xml"),
    (
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering",
        "numbering.xml",
    ),
    (
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings",
        "settings.xml",
    ),
];

/// The reference of the head in the relationships of the document.
pub(super) const HEADER: &str = "r1";
/// The reference of the foot.
pub(super) const FOOTER: &str = "r2";

/// Which part is of which kind.
pub(super) fn content_types() -> String {
    let mut xml = format!(
        "{XML}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" \
         ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Override PartName=\"/docProps/core.xml\" \
         ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
    );
    for (part, kind) in [
        ("document", "document.main"),
        ("styles", "styles"),
        ("numbering", "numbering"),
        ("settings", "settings"),
        ("header", "header"),
        ("footer", "footer"),
    ] {
        xml.push_str(&format!(
            "<Override PartName=\"/word/{part}.xml\" ContentType=\"application/\
             vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml\"/>"
        ));
    }
    xml.push_str("</Types>");
    xml
}
