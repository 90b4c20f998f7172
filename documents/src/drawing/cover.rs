//! The first page: what kind of copy it is, of what, by whom, when, and how to read it.

use domain::drawing::{Attribute, Element, Node};
use domain::job::Stands;
use domain::report::{Edition, PartKind};

use super::{Pen, element, facts, text};

impl Pen<'_> {
    /// The whole report, with its first page.
    pub(super) fn paper(self, stands: Stands) -> Node {
        let parts = element("div", "parts", self.parts(|kind| kind != PartKind::HowToRead));
        Element::new("article", "paper", vec![self.cover(stands), parts])
            .with(Attribute::Lang, &self.report.language)
            .with(Attribute::Dir, self.report.direction.attribute())
            .into()
    }

    fn cover(self, stands: Stands) -> Node {
        let report = self.report;
        let heading = match stands {
            Stands::Alone => "h1",
            Stands::Below => "h2",
        };
        let title = Element::new(heading, "", vec![report.title.as_str().into()]);
        let reading = self.parts(|kind| kind == PartKind::HowToRead);
        let columns =
            vec![element("div", "", reading), element("div", "contents", self.contents())];
        element(
            "header",
            "cover",
            vec![
                text("p", "copy", &report.copy_notice),
                text("p", "kicker", &report.kicker),
                title.with(Attribute::Dir, "auto").into(),
                text("p", "lead", &report.lead),
                facts(&report.facts),
                element("div", "columns", columns),
                text("p", "colophon", &report.colophon),
            ],
        )
    }

    /// What follows. Not as links: in the page an address names a screen.
    fn contents(self) -> Vec<Node> {
        if self.report.edition == Edition::Blank {
            return Vec::new();
        }
        let parts = self.report.parts.iter().filter(|part| part.kind != PartKind::HowToRead);
        let entries = parts.map(|part| text("li", "", &part.heading)).collect();
        vec![text("h2", "", &self.report.labels.contents), element("ul", "", entries)]
    }
}
