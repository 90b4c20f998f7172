//! Draws a report for the page: what the answers say, all questions, what goes out, what is
//! printed. It draws what the report holds and nothing else, as the writers of files do. Classes
//! come from the page's styles; nothing is placed by a `style` attribute, which its policy drops.

use domain::bank::Bank;
use domain::drawing::{Attribute, Drawing, Element, Node, Suggestion};
use domain::id::QuestionId;
use domain::job::Extent;
use domain::report::{Block, HeadingLevel, Labelled, Mark, Part, PartKind, Quote, Report};

mod cover;
mod items;
mod profile;
mod square;
mod tactics;
mod tensions;

use square::{Shown, Size};

/// What the page draws of a report.
pub(crate) fn draw(report: &Report, bank: &Bank, extent: &Extent) -> Drawing {
    let pen = Pen { report, bank, extent };
    Drawing {
        running: report.running.clone(),
        lead: report.lead.clone(),
        nodes: vec![match extent {
            Extent::Result(_) => pen.findings(),
            Extent::Whole(stands) => pen.paper(*stands),
        }],
        suggestions: pen.suggestions(),
    }
}

/// An element with what it holds.
fn element(name: &str, class: &str, children: Vec<Node>) -> Node {
    Element::new(name, class, children).into()
}

/// An element that holds a text alone.
fn text(name: &str, class: &str, text: &str) -> Node {
    element(name, class, vec![text.into()])
}

/// What every piece of a report is drawn with.
#[derive(Clone, Copy)]
struct Pen<'a> {
    report: &'a Report,
    bank: &'a Bank,
    extent: &'a Extent,
}

impl Pen<'_> {
    /// The findings, to work with: long lists are folded, tensions can be set aside. How to read
    /// it, the answers one by one and the sources are left to the report as a file: in the page
    /// each square leads to its answer.
    fn findings(self) -> Node {
        let left_out = [
            PartKind::HowToRead,
            PartKind::Board,
            PartKind::Plan,
            PartKind::Answers,
            PartKind::Sources,
        ];
        element("div", "parts", self.parts(|kind| !left_out.contains(&kind)))
    }

    /// What the answers suggest, for the plan beside the findings.
    fn suggestions(self) -> Vec<Suggestion> {
        let all = &self.report.suggestions;
        let one = |(at, found): (usize, &domain::report::Suggestion)| {
            let before = all.iter().take(at);
            let earlier = before.filter(|other| other.question == found.question).count();
            Suggestion {
                question: found.question.clone(),
                tag: self.tag(found.mark.as_ref()),
                what: found.what.clone(),
                because: found.because.clone(),
                earlier: u32::try_from(earlier).unwrap_or(u32::MAX),
            }
        };
        all.iter().enumerate().filter(|_| self.is_worked_with()).map(one).collect()
    }

    /// Whether the report is drawn to be worked with.
    fn is_worked_with(self) -> bool {
        matches!(self.extent, Extent::Result(_))
    }

    /// The parts that are wanted. What is not known stands beside what holds, as wide as that.
    fn parts(self, wanted: impl Fn(PartKind) -> bool) -> Vec<Node> {
        let mut groups: Vec<(bool, Vec<(usize, &Part)>)> = Vec::new();
        for (at, part) in self.report.parts.iter().enumerate() {
            if !wanted(part.kind) {
                continue;
            }
            let beside = part.kind.is_beside();
            match groups.last_mut() {
                Some((true, group)) if beside => group.push((at, part)),
                _ => groups.push((beside, vec![(at, part)])),
            }
        }
        groups
            .into_iter()
            .map(|(beside, group)| {
                if !beside {
                    return self.column("alone", &group);
                }
                let (not_known, holds): (Vec<_>, Vec<_>) =
                    group.into_iter().partition(|(_, part)| part.kind == PartKind::NotKnown);
                let columns = [not_known, holds].into_iter().filter(|column| !column.is_empty());
                let columns = columns.map(|column| self.column("", &column)).collect();
                Element::new("div", "pair", columns).keyed("pair").into()
            })
            .collect()
    }

    /// Parts below each other.
    fn column(self, class: &str, parts: &[(usize, &Part)]) -> Node {
        let key = parts.first().map(|(_, part)| part.kind.name()).unwrap_or_default();
        // Of questions there are several parts; they never come and go.
        let key = if key == PartKind::Questions.name() { "" } else { key };
        let parts = parts.iter().map(|(at, part)| self.part(*at, part)).collect();
        Element::new("div", class, parts).keyed(key).into()
    }

    /// A part: heading, perhaps a count at its end, a sentence, what it holds.
    ///
    /// Accessibility: a section named by its heading; the count belongs to the heading.
    fn part(self, at: usize, part: &Part) -> Node {
        let id = format!("part-{at}");
        let mut heading = vec![text("span", "", &part.heading)];
        if let Some(count) = part.count {
            heading.push(" ".into());
            heading.push(text("span", "count", &count.to_string()));
        }
        let mut section = vec![Element::new("h2", "", heading).with(Attribute::Id, &id).into()];
        if let Some(intro) = &part.intro {
            section
                .push(Element::new("p", "hint", vec![intro.as_str().into()]).keyed("intro").into());
        }
        let blocks = part
            .blocks
            .iter()
            .map(|block| element("div", "block", self.block(&id, part.kind, block)))
            .collect();
        section.push(Element::new("div", "inside", blocks).keyed("inside").into());
        let section = Element::new("section", "part", section).with(Attribute::LabelledBy, &id);
        let class = format!("of-{}", part.kind.name());
        Element::new("div", &class, vec![section.into()]).into()
    }

    fn block(self, id: &str, kind: PartKind, block: &Block) -> Vec<Node> {
        match block {
            Block::Heading(HeadingLevel::Three, heading) => vec![text("h3", "", heading)],
            Block::Heading(HeadingLevel::Four, heading) => vec![text("h4", "", heading)],
            Block::Paragraph(paragraph) => vec![text("p", "", paragraph)],
            Block::List(list) => {
                let entries = list.iter().map(|entry| text("li", "", entry)).collect();
                vec![element("ul", "", entries)]
            }
            Block::Facts(list) => vec![facts(list)],
            Block::Quote(quote) => vec![self.quote(quote)],
            Block::Items(items) => self.items(kind, items),
            Block::Profile(profile) => self.profile(id, profile),
            Block::Glance(profile) => self.glance(profile),
            Block::Tactics(columns) => tactics::tactics(columns),
            Block::Tensions(found) => self.tensions(found),
        }
    }

    /// What a person wrote, in their words and lines, in the voice of what people answer.
    ///
    /// Accessibility: a `figure` whose caption says what the words are about.
    fn quote(self, quote: &Quote) -> Node {
        let mut caption = self.tag(quote.mark.as_ref());
        caption.push(text("span", "", &quote.label));
        element(
            "figure",
            "quote",
            vec![element("figcaption", "", caption), text("blockquote", "", &quote.words)],
        )
    }

    /// A square as wide as its code, where there is one.
    fn tag(self, mark: Option<&Mark>) -> Vec<Node> {
        mark.map(|mark| self.square(mark, Shown::Code, Size::Tag)).into_iter().collect()
    }

    /// The address of the answer behind a square: for a matrix, of the phase with this code.
    fn address(self, question: &QuestionId, code: &str) -> String {
        let found = self.bank.catalogue.questions().find(|found| found.id == *question);
        let phases = found.map(|found| found.phases(None)).unwrap_or_default();
        let mut phases = phases.iter();
        let phase = phases.find(|phase| phase.code.is_some_and(|found| found.as_str() == code));
        match phase {
            Some(phase) => format!("#{question}.{}", phase.id),
            None => format!("#{question}"),
        }
    }
}

/// Labels and values, side by side where there is room.
///
/// Accessibility: a description list.
fn facts(list: &[Labelled]) -> Node {
    let facts = list.iter().map(|fact| {
        element("div", "", vec![text("dt", "", &fact.label), text("dd", "", &fact.value)])
    });
    element("dl", "facts", facts.collect())
}
