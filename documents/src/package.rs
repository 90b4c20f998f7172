//! Packages of parts (ECMA-376, part 2): an archive with a list of what is in it, and with what
//! leads from one part to the next.

mod well_formed;

use domain::job::Fault;
use well_formed::is_well_formed;

use crate::archive::{self, File};

/// The first line of every part.
pub(crate) const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// Which part is of which kind: names of parts, each with its type.
pub(crate) fn content_types(parts: &[(String, &str)]) -> String {
    let mut xml = format!(
        "{XML}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" \
         ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    );
    for (name, kind) in parts {
        xml.push_str(&format!(
            "<Override PartName=\"/{name}\" \
             ContentType=\"application/vnd.openxmlformats-{kind}+xml\"/>"
        ));
    }
    xml.push_str("</Types>");
    xml
}

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

/// The archive. It is read back, and each part is read as XML, before anybody gets it.
pub(crate) fn packed(files: &[File]) -> Result<Vec<u8>, Fault> {
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
