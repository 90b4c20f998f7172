//! The container: an archive with a list of what is in it (ECMA-376-2).

use domain::job::Fault;

use super::XML;
use super::well_formed::is_well_formed;
use crate::archive::{self, File};

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

/// Relationships to parts of the package itself. None has a mode, so none leads outside (9.3).
pub(super) fn relationships(all: &[(&str, &str)]) -> String {
    let mut xml = format!(
        "{XML}<Relationships \
         xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    );
    for (at, (kind, target)) in all.iter().enumerate() {
        xml.push_str(&format!(
            "<Relationship Id=\"r{}\" Type=\"{kind}\" Target=\"{target}\"/>",
            at + 1
        ));
    }
    xml.push_str("</Relationships>");
    xml
}

/// The archive. It is read back, and each part is read as XML, before anybody gets it.
pub(super) fn packed(files: &[File]) -> Result<Vec<u8>, Fault> {
    let bytes = archive::write(files).ok_or(Fault::NotReadBack)?;
    let is_same = archive::read(&bytes).is_some_and(|read| read == files);
    if is_same && files.iter().all(|file| is_well_formed(&file.text)) {
        Ok(bytes)
    } else {
        Err(Fault::NotReadBack)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_that_is_no_xml_is_not_handed_out() {
        let part = |xml: &str| [File { name: "a.xml".into(), text: xml.into() }];
        assert!(packed(&part("<a/>")).is_ok());
        assert_eq!(packed(&part("<a>")), Err(Fault::NotReadBack));
    }
}
