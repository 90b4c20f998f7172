//! Whether a compound file is a workbook that only its password or its label opens (MS-OFFCRYPTO 2.1, 2.2).
//! Both look damaged to whoever does not know them, and what a person can do about each is another thing.

use std::io::Cursor;

use cfb::CompoundFile;
use domain::job::OpenFault;

use super::xls_bounds::STREAMS;

/// What is encrypted, as a whole workbook.
const PACKAGE: &str = "EncryptedPackage";

/// How it is called where rights management has encrypted it, as sensitivity labels have that done: the
/// second name is that of workbooks until 2003.
const RIGHTS: [&str; 2] = [
    "\u{6}DataSpaces/TransformInfo/DRMEncryptedTransform",
    "\u{6}DataSpaces/TransformInfo/\tDRMTransform",
];

/// How a compound file is locked. None where it is not.
pub(super) fn of_compound_file(bytes: &[u8]) -> Option<OpenFault> {
    let file = CompoundFile::open(Cursor::new(bytes)).ok()?;
    if RIGHTS.iter().any(|name| file.exists(name)) || file.exists("\tDRMContent") {
        Some(OpenFault::Labelled)
    } else if file.exists(PACKAGE) {
        Some(OpenFault::Protected)
    } else {
        let is_workbook = STREAMS.iter().any(|name| file.exists(name));
        // A text or a mail of that time, for example.
        (!is_workbook).then_some(OpenFault::NotASheet)
    }
}
