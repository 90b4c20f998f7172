//! The first page: what kind of copy it is, of what, by whom, when, and how to read it.

use domain::drawing::{Attribute, Element, Name, Node};
use domain::job::Stands;
use domain::report::PartKind;

use super::{Pen, element, text};

/// The anchor of the table of contents.
const CONTENTS: &str = "contents";

impl Pen<'_> {
    /// The whole report, with its first page.
    pub(super) fn paper(self, stands: Stands) -> Node {
        let parts = element(Name::Div, "parts", self.parts(|kind| kind != PartKind::HowToRead));
        let mut inside = vec![self.cover(stands), parts];
        inside.extend(self.is_file().then(|| self.back()));
        Element::new(Name::Article, "paper", inside)
            .with(Attribute::Lang, &self.report.language)
            .with(Attribute::Dir, self.report.direction.attribute())
            .into()
    }

    fn cover(self, stands: Stands) -> Node {
        let report = self.report;
        let heading = match stands {
            Stands::Alone => Name::H1,
            Stands::Below => Name::H2,
        };
        let title = Element::new(heading, "", vec![report.title.as_str().into()]);
        let reading = self.parts(|kind| kind == PartKind::HowToRead);
        let columns = vec![element(Name::Div, "", reading), self.contents()];
        element(
            Name::Header,
            "cover",
            vec![
                text(Name::P, "copy", &report.copy_notice),
                text(Name::P, "kicker", &report.kicker),
                title.with(Attribute::Dir, "auto").into(),
                text(Name::P, "lead", &report.lead),
                self.facts(&report.facts),
                element(Name::Div, "columns", columns),
                text(Name::P, "colophon", &report.colophon),
            ],
        )
    }

    /// The way back to the contents from wherever one is.
    fn back(self) -> Node {
        let contents = &self.report.labels.contents;
        let link = Element::new(Name::A, "", vec![contents.as_str().into()]);
        let link = link.with(Attribute::Href, &format!("#{CONTENTS}"));
        element(Name::P, "back", vec![link.into()])
    }

    /// What follows. In a file as links; in the page, where an address names a screen, as a list.
    ///
    /// Accessibility: links stand in a `nav` that is named by its heading.
    fn contents(self) -> Node {
        let report = self.report;
        let parts = || {
            let parts = report.parts.iter().enumerate();
            parts.filter(|(_, part)| part.kind != PartKind::HowToRead)
        };
        let heading = Element::new(Name::H2, "", vec![report.labels.contents.as_str().into()]);
        if self.is_file() {
            let entries = parts().map(|(at, part)| {
                let address = format!("#{}", self.anchor(at, part.kind));
                let link = Element::new(Name::A, "", vec![part.heading.as_str().into()]);
                element(Name::Li, "", vec![link.with(Attribute::Href, &address).into()])
            });
            let list = element(Name::Ul, "", entries.collect());
            let heading = heading.with(Attribute::Id, CONTENTS);
            return Element::new(Name::Nav, "contents", vec![heading.into(), list])
                .with(Attribute::LabelledBy, CONTENTS)
                .into();
        }
        let entries = parts().map(|(_, part)| text(Name::Li, "", &part.heading));
        let list = element(Name::Ul, "", entries.collect());
        element(Name::Div, "contents", vec![heading.into(), list])
    }
}
