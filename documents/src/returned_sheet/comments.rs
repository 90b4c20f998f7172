//! How many comments stand beside the cells of each sheet. The library does not read them, and nothing is
//! made of what they say: so that nobody thinks so, they are counted and named.

use domain::bounds::sheet::SHEETS;
use domain::job::{OpenFault, TooMuch};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::bounds::within;
use super::ods_bounds::{self, text};
use crate::archive::limits::Archive;

/// The comments of an OpenDocument spreadsheet, by the names of sheets. Its XML is whole.
pub(super) fn of_document(archive: &mut Archive<'_>) -> Vec<(String, u32)> {
    let xml = text(archive, "content.xml").unwrap_or_default();
    let mut found: Vec<(String, u32)> = Vec::new();
    each(&xml, |element| match element.name().as_ref() {
        "table:table" => found.push((said(element, "table:name"), 0)),
        "office:annotation" => {
            if let Some((_, count)) = found.last_mut() {
                *count += 1;
            }
        }
        _ => {}
    });
    found
}

/// The comments of a workbook in Office Open XML, by the names of sheets: each sheet names the file that
/// holds its own (ECMA-376-1, 12.3.5).
///
/// # Errors
/// Where two sheets are one and the same file, which no program writes, and which would have it read
/// again and again; and where one is not whole.
pub(super) fn of_workbook(archive: &mut Archive<'_>) -> Result<Vec<(String, u32)>, OpenFault> {
    let targets = relations(archive, "xl/_rels/workbook.xml.rels");
    let mut sheets = Vec::new();
    each(&text(archive, "xl/workbook.xml").unwrap_or_default(), |element| {
        if element.local_name().as_ref() == "sheet" {
            let id = said(element, "r:id");
            let found = targets.iter().find(|relation| relation.id == id);
            sheets.extend(found.map(|found| (said(element, "name"), found.target.clone())));
        }
    });
    within(sheets.len(), SHEETS, TooMuch::Sheets).map_err(OpenFault::TooMuch)?;
    let mut files: Vec<&String> = sheets.iter().map(|(_, file)| file).collect();
    files.sort();
    if files.windows(2).any(|two| matches!(two, [one, other] if one == other)) {
        return Err(OpenFault::DamagedWorkbook);
    }
    let mut found = Vec::new();
    for (name, file) in sheets {
        let path = in_folder("xl", &file);
        // The library reads on behind what is no XML, and leaves out what it does not understand.
        if text(archive, &path).is_some_and(|xml| !ods_bounds::is_whole(&xml)) {
            return Err(OpenFault::DamagedWorkbook);
        }
        let (folder, file) = path.rsplit_once('/').unwrap_or_default();
        let relations = relations(archive, &format!("{folder}/_rels/{file}.rels"));
        let mut count = 0;
        for one in relations.iter().filter(|one| one.kind.ends_with("/comments")) {
            each(&text(archive, &in_folder(folder, &one.target)).unwrap_or_default(), |element| {
                count += u32::from(element.local_name().as_ref() == "comment");
            });
        }
        found.push((name, count));
    }
    Ok(found)
}

/// What a file refers to.
struct Relation {
    id: String,
    kind: String,
    target: String,
}

fn relations(archive: &mut Archive<'_>, name: &str) -> Vec<Relation> {
    let mut found = Vec::new();
    each(&text(archive, name).unwrap_or_default(), |element| {
        if element.local_name().as_ref() == "Relationship" {
            let [id, kind, target] = ["Id", "Type", "Target"].map(|name| said(element, name));
            found.push(Relation { id, kind, target });
        }
    });
    found
}

/// Where a file lies that is named from a folder.
fn in_folder(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut path: Vec<&str> = folder.split('/').collect();
    for step in target.split('/') {
        match step {
            "." => {}
            ".." => drop(path.pop()),
            step => path.push(step),
        }
    }
    path.join("/")
}

/// Looks at each element in turn, as far as the XML is whole.
fn each(xml: &str, mut look: impl FnMut(&BytesStart<'_>)) {
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event() {
            Ok(Event::Start(element) | Event::Empty(element)) => look(&element),
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

/// What an attribute says; empty where it is not there.
fn said(element: &BytesStart<'_>, name: &str) -> String {
    let mut attributes = element.attributes().flatten();
    let found = attributes.find(|attribute| attribute.key.as_ref() == name);
    let value = found.and_then(|found| {
        found.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok().map(|it| it.into_owned())
    });
    value.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_found_from_the_folder_that_names_it() {
        assert_eq!(in_folder("xl", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(in_folder("xl/worksheets", "../comments1.xml"), "xl/comments1.xml");
        assert_eq!(in_folder("xl/worksheets", "/xl/comments/a.xml"), "xl/comments/a.xml");
    }
}
