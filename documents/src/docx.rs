//! Reports as DOCX: WordprocessingML in an Open Packaging container (ECMA-376, parts 1 and 2,
//! transitional), as Word and LibreOffice read it.
//!
//! Written here and not by a library, because a report that has to be accessible needs its language
//! and direction, real headings, repeated heads of tables and a default style, which the libraries
//! leave out. What stands in a file is known to the byte: no script, no field but the contents and
//! page numbers, no relationship that leads outside, no author, no time of day.

mod around;
mod body;
mod links;
mod lists;
mod marks;
mod package;
mod paragraph;
mod properties;
mod styles;
mod table;
pub(crate) mod text;

use domain::job::WriteFault;
use domain::report::Report;

use crate::archive::File;
use crate::package::XML;

/// The namespace of WordprocessingML (ECMA-376-1, 17).
const WORDS: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

/// The bytes of a report. They are read back before they are handed out.
pub(crate) fn document(report: &Report) -> Result<Vec<u8>, WriteFault> {
    let (body, lists) = body::document(report);
    let parts = [
        ("[Content_Types].xml", package::content_types()),
        ("_rels/.rels", crate::package::relationships(package::OF_THE_PACKAGE)),
        ("docProps/core.xml", crate::package::properties(report, None)),
        ("word/document.xml", body),
        ("word/_rels/document.xml.rels", crate::package::relationships(package::OF_THE_DOCUMENT)),
        ("word/styles.xml", styles::styles(report)),
        ("word/numbering.xml", lists.numbering()),
        ("word/settings.xml", properties::settings()),
        ("word/header.xml", around::header(report)),
        ("word/footer.xml", around::footer(report)),
    ];
    crate::package::packed(&parts.map(|(name, text)| File { name: name.to_owned(), text }))
}
