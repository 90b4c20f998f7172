//! The first page, and the document around all.

use domain::report::{Part, PartKind};
use domain::texts::Direction;

use super::Body;
use crate::docx::links::{self, Links};
use crate::docx::package::{FOOTER, HEADER};
use crate::docx::paragraph::run;
use crate::docx::{WORDS, XML};

/// Begins the field of the contents (ECMA-376-1, 17.16.5.68): headings of level 2 within the anchor
/// around all parts, as links. What stands in it is there already and right, so nothing needs to be
/// updated; whoever updates it gets the numbers of the pages too.
fn begin_contents() -> String {
    format!(
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> \
         TOC \\o &quot;2-2&quot; \\b {} \\h \\z </w:instrText></w:r><w:r><w:fldChar \
         w:fldCharType=\"separate\"/></w:r>",
        links::LISTED
    )
}

const END_CONTENTS: &str = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

impl<'a> Body<'a> {
    /// The part that holds the document.
    pub(super) fn whole(&mut self) -> String {
        let report = self.report;
        self.add(self.paragraph("Notice").text(&report.copy_notice));
        self.add(self.paragraph("Kicker").text(&report.kicker));
        self.heading(1, |heading| heading.in_direction_of(&report.title).text(&report.title));
        self.add(self.paragraph("Lead").text(&report.lead));
        self.facts(&report.title, &report.facts);
        let (first, rest): (Vec<_>, Vec<_>) =
            report.parts.iter().enumerate().partition(|(_, part)| part.kind == PartKind::HowToRead);
        for (at, part) in first {
            self.part(at, part, false);
        }
        // A sheet with one part needs no list of them, and no page of its own before it.
        let is_long = rest.len() > 1;
        if is_long {
            self.contents(&rest);
        }
        let (start, end) = self.links.anchor(links::LISTED);
        self.xml.push_str(&start);
        for (place, (at, part)) in rest.into_iter().enumerate() {
            self.part(at, part, is_long && place == 0);
        }
        self.xml.push_str(&end);
        self.add(self.paragraph("Colophon").text(&report.colophon));
        format!(
            "{XML}<w:document {WORDS} \
             xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\
             <w:body>{}{}</w:body></w:document>",
            self.xml,
            self.section()
        )
    }

    fn contents(&mut self, parts: &[(usize, &'a Part)]) {
        let heading = self.report.labels.contents.as_str();
        self.heading(2, |paragraph| paragraph.text(heading));
        let last = parts.len().saturating_sub(1);
        for (place, (at, part)) in parts.iter().enumerate() {
            let mut line = self.paragraph("TOC2");
            if place == 0 {
                line = line.raw(&begin_contents());
            }
            let heading = run("", &part.heading, self.report.direction);
            line = line.raw(&links::leading(&Links::part(*at), &heading));
            if place == last {
                line = line.raw(END_CONTENTS);
            }
            self.add(line);
        }
    }

    /// A4 with margins that leave enough on Letter too, and which way its pages go (17.6).
    fn section(&self) -> String {
        format!(
            "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"{HEADER}\"/>\
             <w:footerReference w:type=\"default\" r:id=\"{FOOTER}\"/>\
             <w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1077\" w:right=\"1134\" \
             w:bottom=\"964\" w:left=\"1134\" w:header=\"567\" w:footer=\"482\" w:gutter=\"0\"/>{}\
             </w:sectPr>",
            match self.report.direction {
                Direction::RightToLeft => "<w:bidi/>",
                Direction::LeftToRight => "",
            }
        )
    }
}
