//! How a document is opened.

use super::{WORDS, XML};

/// How the document is opened (ECMA-376-1, 17.15): as one of today's Word, or it would say
/// "compatibility mode" and lay tables out otherwise. Fields are not updated when it is opened,
/// which would ask the reader a question first.
pub(super) fn settings() -> String {
    format!(
        "{XML}<w:settings {WORDS}><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"709\"/>\
         <w:characterSpacingControl w:val=\"doNotCompress\"/><w:compat><w:compatSetting \
         w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" \
         w:val=\"15\"/></w:compat></w:settings>"
    )
}
