//! Head and foot of each page (ECMA-376-1, 17.10).

use domain::report::Report;

use super::paragraph::Paragraph;
use super::{WORDS, XML};

/// Subject, date and kind of copy.
pub(super) fn header(report: &Report) -> String {
    let running = Paragraph::new("Header", report.direction).text(&report.running);
    format!("{XML}<w:hdr {WORDS}>{}</w:hdr>", running.xml())
}

/// The number of the page and of all pages, which every program counts by itself.
pub(super) fn footer(report: &Report) -> String {
    let mut line = Paragraph::new("Footer", report.direction);
    let mut rest = report.labels.page.as_str();
    while let Some((before, after)) = rest.split_once('{') {
        let (name, behind) = after.split_once('}').unwrap_or((after, ""));
        line = line.text(before);
        line = match name {
            "page" => line.raw(&field("PAGE")),
            "pages" => line.raw(&field("NUMPAGES")),
            _ => line,
        };
        rest = behind;
    }
    if !rest.is_empty() {
        line = line.text(rest);
    }
    format!("{XML}<w:ftr {WORDS}>{}</w:ftr>", line.xml())
}

/// A field that is counted wherever it is shown (17.16.5.16, 17.16.5.42).
fn field(name: &str) -> String {
    format!("<w:fldSimple w:instr=\" {name} \"><w:r><w:t>1</w:t></w:r></w:fldSimple>")
}
