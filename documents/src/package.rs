//! Packages of parts (ECMA-376, part 2): an archive with a list of what is in it, and with what
//! leads from one part to the next.

mod well_formed;

use domain::job::WriteFault;
use domain::report::Report;
use well_formed::is_well_formed;

use crate::archive::{self, File};
use crate::docx::text::escaped;

/// The first line of every part.
pub(crate) const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// Relationships to parts of the package itself: kind and part, named r1, r2 and so on. None has a
/// mode, so none leads outside (9.3).
pub(crate) fn relationships<T: AsRef<str>>(all: &[(&str, T)]) -> String {
    let mut xml = format!(
        "{XML}<Relationships \
         xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    );
    for (at, (kind, target)) in all.iter().enumerate() {
        xml.push_str(&format!(
            "<Relationship Id=\"r{}\" Type=\"{kind}\" Target=\"{}\"/>",
            at + 1,
            target.as_ref()
        ));
    }
    xml.push_str("</Relationships>");
    xml
}

/// What a file manager shows: title, language and day (ECMA-376-2, 11), and a description where there
/// is one. The day is that of the report: nothing tells when the file was made, or by whom, and the
/// same report gives the same bytes.
pub(crate) fn properties(report: &Report, description: Option<&str>) -> String {
    let day = report.date.iso();
    let date = |name: &str| {
        format!("<dcterms:{name} xsi:type=\"dcterms:W3CDTF\">{day}T00:00:00Z</dcterms:{name}>")
    };
    let described = |text| format!("<dc:description>{}</dc:description>", escaped(text));
    format!(
        "{XML}<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title>\
         <dc:subject>{}</dc:subject>{}<dc:language>{}</dc:language>{}{}</cp:coreProperties>",
        escaped(&report.title),
        escaped(&report.kicker),
        description.map(described).unwrap_or_default(),
        escaped(&report.language),
        date("created"),
        date("modified"),
    )
}

/// The archive. It is read back, and each part is read as XML, before anybody gets it.
pub(crate) fn packed(files: &[File]) -> Result<Vec<u8>, WriteFault> {
    if files.iter().all(|file| is_well_formed(&file.text)) {
        archive::packed(files)
    } else {
        Err(WriteFault::NotReadBack)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_that_is_no_xml_is_not_handed_out() {
        let part = |xml: &str| [File { name: "a.xml".into(), text: xml.into() }];
        assert!(packed(&part("<a/>")).is_ok());
        assert_eq!(packed(&part("<a>")), Err(WriteFault::NotReadBack));
    }
}
