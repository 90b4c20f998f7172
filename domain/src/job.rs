//! What the page asks of the worker, and what comes back. Crosses as `postcard` bytes.

use serde::{Deserialize, Serialize};

use crate::date::Date;
use crate::drawing::Drawing;
use crate::example::Example;
use crate::id::TensionId;
use crate::moment::Moment;
use crate::passphrase::{LockFault, Passphrase};
use crate::report::format::Format;
use crate::save::Save;
use crate::sharing::Naming;
use crate::sheet::proposal::Proposal;

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Job {
    /// Draw a report on screen.
    Draw(Source, Date, Extent),
    /// Write a report as a file. A calendar says when it was written, so that a later one is the newer.
    Write(Source, Moment, Format),
    /// Write the save file: always complete.
    Save(Box<Save>, Date),
    /// Read a file from outside.
    Open(Vec<u8>),
    /// Read a sheet of questions that came back, and see what it would change in an assessment.
    Compare(Box<Save>, Vec<u8>),
    /// Write the save file, locked with a passphrase.
    SaveLocked(Box<Save>, Date, Passphrase),
    /// Read a save file from outside that is locked.
    OpenLocked(Vec<u8>, Passphrase),
}

/// What a report is made from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Source {
    /// Everything.
    Complete(Box<Save>),
    /// A copy for sharing, with these names.
    Sharing(Box<Save>, Naming),
    /// The blank questionnaire.
    Blank,
    /// An invented company, which the worker holds.
    Example(Example),
    /// What this person could know of what is not known yet, as the sheet of this number.
    QuestionSheet(Box<Save>, String, u32),
}

/// How much of a report is drawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Extent {
    /// Its findings, to work with. These tensions stand folded at the end of their list, as set
    /// aside earlier; one that is set aside now stays where it is, so that nothing moves while
    /// people write.
    Result(Vec<TensionId>),
    /// All of it, with its first page.
    Whole(Stands),
}

/// Where a whole report stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stands {
    /// On paper: its title is the first heading.
    Alone,
    /// Below the heading of a screen.
    Below,
}

/// What comes back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// A report as it is drawn.
    Drawn(Box<Drawing>),
    /// A file that was read back and compared.
    Written(File),
    /// No file was made.
    NotWritten(WriteFault),
    /// The assessment in a file from outside.
    Opened(Box<Save>),
    /// What a sheet of questions would change.
    Compared(Box<Proposal>),
    /// Nothing could be read from a file from outside.
    NotOpened(OpenFault),
    /// The worker stopped, or did not understand what it was asked.
    Stopped,
}

/// A file to hand to the browser.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// Cleaned file name with extension.
    pub name: String,
    /// Media type.
    pub media_type: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// Why no file was made. The words for each are content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum WriteFault {
    /// What was written could not be read back: nothing was handed out.
    NotReadBack,
    /// The worker stopped.
    Stopped,
    /// There is no worker: not yet, or none can be started here.
    NotHere,
    /// It could not be locked: too little memory was given for that.
    NotLocked,
}

/// Why nothing could be read from a file. The words for each are content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum OpenFault {
    /// The file is larger than any save file can be.
    TooLarge,
    /// The file is empty.
    Empty,
    /// The file is not text, or not JSON at all.
    NotASaveFile,
    /// JSON, but not of this tool.
    OtherFormat,
    /// Made by a newer version: what it has, and the newest that this page reads.
    Newer {
        /// Version found.
        found: u32,
        /// Newest version read.
        newest: u32,
    },
    /// Answers, or a sheet, of a newer version of the questions: which, and which this page has.
    NewerBank {
        /// Version found.
        found: String,
        /// Version of this page.
        newest: String,
    },
    /// Of this tool and whole, but it holds a field or a name at this place that this version does not
    /// know. What nobody here understands could be lost, or told where it must not be.
    NotUnderstood {
        /// Line, from 1.
        line: u32,
        /// Column, from 1.
        column: u32,
    },
    /// Of this tool, but damaged at this place.
    Damaged {
        /// Line, from 1.
        line: u32,
        /// Column, from 1.
        column: u32,
    },
    /// Answers of another question bank.
    OtherCatalogue(String),
    /// A workbook or another packed file, but no sheet of questions of this tool.
    NotASheet,
    /// A workbook that opens with a password.
    Protected,
    /// A workbook that a sensitivity label or rights management has encrypted.
    Labelled,
    /// A workbook that is damaged.
    DamagedWorkbook,
    /// A file that holds more than is read.
    TooMuch(TooMuch),
    /// A table as text (CSV) in an encoding of before Unicode.
    OldEncoding,
    /// The person stopped the reading.
    PutOff,
    /// A sheet of questions, which nothing can be read into while no assessment is open.
    SheetAlone,
    /// Several files at once, of which one can be read.
    Several,
    /// The worker stopped.
    Stopped,
    /// There is no worker: not yet, or none can be started here.
    NotHere,
    /// A locked file did not open.
    Locked(LockFault),
}

/// Of what a file holds more than is read ([`crate::bounds`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TooMuch {
    /// Bytes once it is unpacked.
    Unpacked,
    /// Sheets: so many are read.
    Sheets(u32),
    /// Rows of one sheet that hold something.
    Rows(u32),
    /// Columns of one sheet as far as the last that holds something.
    Columns(u32),
    /// Cells that hold something, on all sheets.
    Cells(u32),
    /// Rows of questions and tactics, on all sheets.
    Questions(u32),
    /// Letters in one cell.
    Letters(u32),
    /// Lists inside each other, in a save file.
    Depth,
    /// Values in one list of a save file.
    Entries(u32),
    /// Bytes of one text in a save file.
    Text,
}
