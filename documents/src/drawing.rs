//! Draws a report as a tree of elements: for the page (what the answers say, all questions, what
//! goes out, what is printed) and for the HTML file. It draws what the report holds and nothing else,
//! as the writers of files do. Classes are those of the page's styles, which `html/report.css`
//! follows; nothing is placed by a `style` attribute, which the policy of both drops.

use domain::bank::Bank;
use domain::catalogue::Catalogue;
use domain::count::count;
use domain::drawing::{Attribute, Drawing, Element, Entry, Name, Node, Suggestion};
use domain::id::{QuestionId, TensionId};
use domain::job::{Extent, Stands};
use domain::report::{Block, Fold, HeadingLevel, Labelled, Mark, Part, PartKind, Quote, Report};
use domain::texts::report as keys;
use domain::texts::report::Key;

mod cover;
mod items;
mod profile;
mod risk_page;
mod severity;
mod square;
mod tactics;
mod tensions;

use square::{Shown, Size};

/// What the page draws of a report.
pub(crate) fn draw(report: &Report, bank: &Bank, extent: &Extent) -> Drawing {
    let pen = Pen { report, to: For::Page(Page { bank, extent }) };
    Drawing {
        running: report.running.clone(),
        lead: report.lead.clone(),
        nodes: vec![match extent {
            Extent::Result(_) => pen.findings(),
            Extent::Whole(stands) => pen.paper(*stands),
        }],
        risks: pen.risk_pages(),
        suggestions: pen.suggestions(),
        contents: pen.contents_line(),
    }
}

/// What an HTML file draws of a report: all of it.
pub(crate) fn file(report: &Report) -> Node {
    Pen { report, to: For::File }.paper(Stands::Alone)
}

/// An element with what it holds.
fn element(name: Name, class: &str, children: Vec<Node>) -> Node {
    Element::new(name, class, children).into()
}

/// An element that holds a text alone.
fn text(name: Name, class: &str, text: &str) -> Node {
    element(name, class, vec![text.into()])
}

/// The same of a text that somebody may have typed: it has the direction of its first letter.
fn typed(name: Name, class: &str, text: &str) -> Node {
    Element::new(name, class, vec![text.into()]).with(Attribute::Dir, "auto").into()
}

/// Where a drawing goes.
#[derive(Clone, Copy)]
enum For<'a> {
    /// Into the page, where an address names a screen.
    Page(Page<'a>),
    /// Into a file, where an address names an anchor.
    File,
}

/// What is known in the page alone.
#[derive(Clone, Copy)]
struct Page<'a> {
    bank: &'a Bank,
    extent: &'a Extent,
}

/// What every piece of a report is drawn with.
#[derive(Clone, Copy)]
struct Pen<'a> {
    report: &'a Report,
    to: For<'a>,
}

impl<'a> Pen<'a> {
    /// The findings, to work with: long lists are folded, tensions can be set aside. How to read
    /// it, the answers one by one and the sources are left to the report as a file: in the page
    /// each square leads to its answer.
    fn findings(self) -> Node {
        element(Name::Div, "parts", self.parts(|kind| !LEFT_OUT.contains(&kind)))
    }

    /// The parts by their short names, for a line of contents beside the drawing.
    fn contents_line(self) -> Vec<Entry> {
        let For::Page(page) = self.to else { return Vec::new() };
        let is_drawn = |kind| match page.extent {
            Extent::Result(_) => !LEFT_OUT.contains(&kind),
            Extent::Whole(_) => true,
        };
        let parts = self.report.parts.iter().enumerate().filter(|(_, part)| is_drawn(part.kind));
        let entry = |(at, part): (usize, &Part)| {
            let name = page.bank.texts.get(short(part.kind)?).to_string();
            Some(Entry { id: self.anchor(at, part.kind), name, count: part.count })
        };
        parts.filter_map(entry).collect()
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
                earlier: count(earlier),
            }
        };
        all.iter().enumerate().filter(|_| self.worked_with().is_some()).map(one).collect()
    }

    /// The page with the tensions that stand folded, where the report is drawn to be worked with.
    fn worked_with(self) -> Option<(Page<'a>, &'a [TensionId])> {
        match self.to {
            For::Page(page) => match page.extent {
                Extent::Result(aside) => Some((page, aside)),
                Extent::Whole(_) => None,
            },
            For::File => None,
        }
    }

    /// Whether it is to be read on paper: a file, or all that the page prints. There is nobody to ask
    /// then what a shape means, and what was typed cannot be changed.
    fn is_paper(self) -> bool {
        self.worked_with().is_none()
    }

    /// Whether the drawing goes into a file.
    fn is_file(self) -> bool {
        matches!(self.to, For::File)
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
                Element::new(Name::Div, "pair", columns).keyed("pair").into()
            })
            .collect()
    }

    /// Parts below each other.
    fn column(self, class: &str, parts: &[(usize, &Part)]) -> Node {
        let key = parts.first().map(|(_, part)| part.kind.name()).unwrap_or_default();
        // Of questions and risks there are several parts, which are told apart by their places.
        let several = [PartKind::Questions, PartKind::Risk].map(PartKind::name);
        let key = if several.contains(&key) { "" } else { key };
        let parts = parts.iter().map(|(at, part)| self.part(*at, part)).collect();
        Element::new(Name::Div, class, parts).keyed(key).into()
    }

    /// A part: heading, perhaps a count at its end, a sentence, what it holds.
    ///
    /// Accessibility: a section named by its heading; the count belongs to the heading.
    fn part(self, at: usize, part: &Part) -> Node {
        let id = self.anchor(at, part.kind);
        let mut heading = vec![text(Name::Span, "", &part.heading)];
        if let Some(count) = part.count {
            heading.push(" ".into());
            heading.push(text(Name::Span, "count", &count.to_string()));
        }
        let mut named = Element::new(Name::H2, "", heading).with(Attribute::Id, &id);
        // What a line of contents leads to.
        if !self.is_file() && short(part.kind).is_some() {
            named = named.with(Attribute::Tabindex, "-1");
        }
        let mut section = vec![named.into()];
        section.extend(self.body(&id, part));
        let section = Element::new(Name::Section, "part", section).with(Attribute::LabelledBy, &id);
        let class = format!("of-{}", part.kind.name());
        Element::new(Name::Div, &class, vec![section.into()]).into()
    }

    /// What a part says below its heading.
    fn body(self, id: &str, part: &Part) -> Vec<Node> {
        let mut section = Vec::new();
        if let Some(intro) = &part.intro {
            section.push(
                Element::new(Name::P, "hint", vec![intro.as_str().into()]).keyed("intro").into(),
            );
        }
        let mut below = Name::H3;
        let mut blocks = Vec::new();
        for block in &part.blocks {
            // What is told in squares stands below it, where the result is worked with.
            if part.kind == PartKind::Board && self.worked_with().is_some() && is_glance(block) {
                blocks.pop();
                continue;
            }
            if let Block::Heading(HeadingLevel::Three, _) = block {
                below = Name::H4;
            }
            blocks.push((block, self.block(id, part.kind, below, block)));
        }
        let blocks = self.grouped(part.kind, blocks);
        section.push(Element::new(Name::Div, "inside", blocks).keyed("inside").into());
        section
    }

    /// Blocks below each other. Where the result begins, what stands under one heading stands together,
    /// so that decisions can stand beside what is not known.
    fn grouped(self, kind: PartKind, blocks: Vec<(&Block, Vec<Node>)>) -> Vec<Node> {
        let block = |inside| element(Name::Div, "block", inside);
        if kind != PartKind::Board || self.worked_with().is_none() {
            return blocks.into_iter().map(|(_, inside)| block(inside)).collect();
        }
        let mut groups: Vec<(&str, Vec<Node>)> = Vec::new();
        for (of, inside) in blocks {
            match (of, groups.last_mut()) {
                (Block::Heading(..), _) | (_, None) => groups.push(("outset", vec![block(inside)])),
                (_, Some((class, group))) => {
                    if let Block::Quote(_) = of {
                        *class = "outset gravest";
                    }
                    group.push(block(inside));
                }
            }
        }
        let group = |(class, inside)| element(Name::Div, class, inside);
        vec![element(Name::Div, "begin", groups.into_iter().map(group).collect())]
    }

    /// The name of a part in addresses. In the page it must be none that a screen has.
    fn anchor(self, at: usize, kind: PartKind) -> String {
        if !self.is_file() && self.worked_with().is_none() {
            return format!("part-{at}");
        }
        let before = self.report.parts.iter().take(at).filter(|other| other.kind == kind);
        let name = match before.count() {
            0 => kind.name().to_owned(),
            earlier => format!("{}-{}", kind.name(), earlier + 1),
        };
        if self.is_file() { name } else { format!("result.{name}") }
    }

    /// Headings inside of a block are called `below`: those of the part or of what stands above it.
    fn block(self, id: &str, kind: PartKind, below: Name, block: &Block) -> Vec<Node> {
        match block {
            Block::Heading(HeadingLevel::Three, heading) => vec![text(Name::H3, "", heading)],
            Block::Heading(HeadingLevel::Four, heading) => vec![text(Name::H4, "", heading)],
            Block::Paragraph(paragraph) => vec![text(Name::P, "", paragraph)],
            Block::List(list) => {
                let entries = list.iter().map(|entry| text(Name::Li, "", entry)).collect();
                vec![element(Name::Ul, "", entries)]
            }
            Block::Folds(folds) => vec![self.folds(folds)],
            Block::Facts(list) => vec![self.facts(list)],
            Block::Quote(quote) => vec![self.quote(quote)],
            Block::Items(items) => self.items(kind, items),
            Block::Profile(profile) => self.profile(id, profile),
            Block::Glance(profile) => self.glance(profile),
            Block::Severity(severity) => self.severity(severity),
            Block::SeverityGlance(severity) => self.severity_glance(severity),
            Block::Tactics(columns) => self.tactics(kind, columns, below),
            Block::Tensions(found) => self.tensions(found, below),
        }
    }

    /// Lists in one line each, that open where something can be opened; on paper the line stands alone.
    ///
    /// Accessibility: native `details`, one below the other.
    fn folds(self, folds: &[Fold]) -> Node {
        let fold = |fold: &Fold| {
            let entries = fold.list.iter().map(|entry| text(Name::Li, "", entry)).collect();
            let list = element(Name::Ul, "", entries);
            let summary = text(Name::Summary, "", &fold.summary);
            let inside = Element::new(Name::Details, "brief", vec![summary, list]);
            element(Name::Li, "", vec![inside.into()])
        };
        element(Name::Ul, "folds", folds.iter().map(fold).collect())
    }

    /// What a person wrote, in their words and lines, in the voice of what people answer.
    ///
    /// Accessibility: a `figure` whose caption says what the words are about.
    fn quote(self, quote: &Quote) -> Node {
        let mut caption = self.tag(quote.mark.as_ref());
        caption.push(text(Name::Span, "", &quote.label));
        element(
            Name::Figure,
            "quote",
            vec![element(Name::Figcaption, "", caption), typed(Name::Blockquote, "", &quote.words)],
        )
    }

    /// A square as wide as its code, where there is one.
    fn tag(self, mark: Option<&Mark>) -> Vec<Node> {
        mark.map(|mark| self.square(mark, Shown::Code, Size::Tag)).into_iter().collect()
    }

    /// Labels and values, side by side where there is room. On paper a label that comes again at
    /// once stands for all of them.
    ///
    /// Accessibility: a description list.
    fn facts(self, list: &[Labelled]) -> Node {
        let alike = list.chunk_by(|one, next| self.is_paper() && one.label == next.label);
        let facts = alike.map(|alike| {
            let label = alike.first().map(|fact| text(Name::Dt, "", &fact.label));
            let values = alike.iter().map(|fact| typed(Name::Dd, "", &fact.value));
            element(Name::Div, "", label.into_iter().chain(values).collect())
        });
        element(Name::Dl, "facts", facts.collect())
    }
}

/// What is left to the report as a file where the result is worked with.
const LEFT_OUT: [PartKind; 6] = [
    PartKind::HowToRead,
    PartKind::Risk,
    PartKind::Plan,
    PartKind::Sheets,
    PartKind::Answers,
    PartKind::Sources,
];

/// The short name of a part, where it is worth naming beside a drawing.
fn short(kind: PartKind) -> Option<Key> {
    match kind {
        PartKind::Board => Some(keys::PARTS_BOARD_SHORT),
        PartKind::Profile => Some(keys::PARTS_PROFILE_SHORT),
        PartKind::Gaps => Some(keys::PARTS_GAPS_SHORT),
        PartKind::NotKnown => Some(keys::PARTS_NOT_KNOWN_SHORT),
        PartKind::Strengths => Some(keys::PARTS_STRENGTHS_SHORT),
        PartKind::Improvements => Some(keys::PARTS_IMPROVEMENTS_SHORT),
        PartKind::Tensions => Some(keys::PARTS_TENSIONS_SHORT),
        PartKind::Tactics => Some(keys::PARTS_TACTICS_SHORT),
        PartKind::NotAsked => Some(keys::PARTS_NOT_ASKED_SHORT),
        PartKind::HowToRead
        | PartKind::Risk
        | PartKind::ToBeShown
        | PartKind::DoesNotApply
        | PartKind::Reflections
        | PartKind::Plan
        | PartKind::Sheets
        | PartKind::Partly
        | PartKind::Open
        | PartKind::Answers
        | PartKind::Questions
        | PartKind::Sources => None,
    }
}

fn is_glance(block: &Block) -> bool {
    matches!(block, Block::Glance(_))
}

/// The address of a question in the page: for a matrix, of the phase with this code.
fn screen(catalogue: &Catalogue, question: &QuestionId, code: &str) -> String {
    let found = catalogue.questions().find(|found| found.id == *question);
    let phases = found.map(|found| found.phases(None)).unwrap_or_default();
    let mut phases = phases.iter();
    let phase = phases.find(|phase| phase.code.is_some_and(|found| found.as_str() == code));
    match phase {
        Some(phase) => format!("#{question}.{}", phase.id),
        None => format!("#{question}"),
    }
}
