//! A workbook as far as it is read here: its sheets, and what their cells hold (SpreadsheetML,
//! ISO/IEC 29500).

use super::cells::{Row, rows, shared_texts};
use super::elements::{Piece, pieces};
use crate::archive::foreign::Archive;

/// Where the list of sheets stands, in what every spreadsheet saves.
const WORKBOOK: &str = "xl/workbook.xml";

/// What leads from there to the sheets.
const RELATIONSHIPS: &str = "xl/_rels/workbook.xml.rels";

/// A workbook.
pub(super) struct Workbook {
    /// Sheets with their names.
    pub(super) sheets: Vec<(String, Vec<Row>)>,
}

impl Workbook {
    /// Reads a workbook. None where it is none.
    pub(super) fn open(bytes: &[u8]) -> Option<Self> {
        let archive = Archive::open(bytes)?;
        let targets = targets(&archive.text(RELATIONSHIPS)?)?;
        let target = |kind: &str, id: Option<&str>| {
            let mut found = targets.iter().filter(|target| target.kind.ends_with(kind));
            found.find(|target| id.is_none_or(|id| target.id == id)).map(|target| &*target.part)
        };
        let texts = match target("/sharedStrings", None) {
            Some(part) => shared_texts(&archive.text(part)?)?,
            None => Vec::new(),
        };
        let mut sheets = Vec::new();
        for (name, id) in names(&archive.text(WORKBOOK)?)? {
            // A sheet with nothing but a chart is none with cells.
            let Some(part) = target("/worksheet", Some(&id)) else { continue };
            sheets.push((name, rows(&archive.text(part)?, &texts)?));
        }
        Some(Self { sheets })
    }
}

struct Target {
    id: String,
    kind: String,
    part: String,
}

fn targets(xml: &str) -> Option<Vec<Target>> {
    let mut targets = Vec::new();
    for piece in pieces(xml)? {
        let Piece::Begins(element) = piece else { continue };
        if element.name != "Relationship" {
            continue;
        }
        let (Some(id), Some(kind), Some(part)) =
            (element.attribute("Id"), element.attribute("Type"), element.attribute("Target"))
        else {
            continue;
        };
        let part = match part.strip_prefix('/') {
            Some(from_root) => from_root.to_owned(),
            None => format!("xl/{}", part.strip_prefix("./").unwrap_or(part)),
        };
        targets.push(Target { id: id.to_owned(), kind: kind.to_owned(), part });
    }
    Some(targets)
}

/// Names of sheets, each with its relationship.
fn names(xml: &str) -> Option<Vec<(String, String)>> {
    let mut names = Vec::new();
    for piece in pieces(xml)? {
        let Piece::Begins(element) = piece else { continue };
        if let ("sheet", Some(name), Some(id)) =
            (&*element.name, element.attribute("name"), element.attribute("id"))
        {
            names.push((name.to_owned(), id.to_owned()));
        }
    }
    Some(names)
}
