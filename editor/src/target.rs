//! What a file can be asked for.

use std::rc::Rc;

use domain::example::Example;
use domain::id::AssessmentId;
use domain::report::format::Format;

/// A file that can be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// The save file of the open assessment.
    SaveFile,
    /// The same, locked with a passphrase.
    LockedFile,
    /// The save file of one that is listed and not open.
    Listed(AssessmentId),
    /// The report in a format, as the copy that is chosen.
    Report(Format),
    /// The blank questionnaire in a format.
    Blank(Format),
    /// An example in a format.
    Example(Example, Format),
    /// What this person could know, in a format.
    QuestionSheet(Rc<str>, Format),
}
