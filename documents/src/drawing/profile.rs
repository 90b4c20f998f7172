//! Where each answer stands: one row per section, one column per step; where the page is narrow, a
//! small chart per section with squares stacked from the base line.

use domain::drawing::{Attribute, Element, Name, Node};
use domain::questions::Step;
use domain::report::{Mark, Profile, ProfileRow};

use super::square::{Shown, Size, glyph, legend, shade};
use super::{Pen, element, text};

/// How the squares of a profile stand in their cells.
#[derive(Clone, Copy)]
enum Cells {
    /// Each with its number, leading to its answer.
    Numbered,
    /// Small and without numbers.
    Tiny,
}

impl Pen<'_> {
    pub(super) fn profile(self, part: &str, profile: &Profile) -> Vec<Node> {
        let labels = &self.report.labels;
        let mut shapes = vec![("hatched", labels.not_known.as_str())];
        if profile.shows_does_not_apply {
            shapes.push(("dashed", &labels.does_not_apply));
        }
        if self.report.edition.is_whole() {
            // In the page it has to be said that others do not see it.
            let confidential =
                if self.is_paper() { &labels.confidential } else { &labels.confidential_square };
            shapes.push(("empty cut", confidential));
        }
        let table = self.table(profile, Cells::Numbered);
        let table = table.with(Attribute::LabelledBy, part);
        vec![table.into(), text(Name::P, "axis-words", &labels.axis), legend(shapes)]
    }

    /// The same at a glance: small squares without numbers.
    pub(super) fn glance(self, profile: &Profile) -> Vec<Node> {
        vec![self.table(profile, Cells::Tiny).into()]
    }

    /// Accessibility: one real table for both shapes; every square is named in words, small ones in
    /// a text before them. All rows share the scale, so reading down a column compares. Numbers,
    /// places and hatch say what the shades say. The page lays its rows out as grids, which takes
    /// their meaning from them in some browsers, so there their roles are written out; in a file
    /// they are rows. The ends of the axis stand in cells, for paper.
    fn table(self, profile: &Profile, cells: Cells) -> Element {
        let labels = &self.report.labels;
        let mut heads = vec![self.head("", &labels.section)];
        heads.extend(Step::ALL.map(|step| self.step(step)));
        heads.push(self.head("apart", &labels.not_known));
        if profile.shows_does_not_apply {
            heads.push(self.head("", &labels.does_not_apply));
        }
        let rows =
            profile.rows.iter().map(|row| self.row(row, profile.shows_does_not_apply, cells));
        let inside = vec![
            self.rows_of(
                Name::Thead,
                vec![self.axis(profile.shows_does_not_apply), self.row_of(heads)],
            ),
            self.rows_of(Name::Tbody, rows.collect()),
        ];
        let class = match (profile.shows_does_not_apply, cells) {
            (true, Cells::Numbered) => "profile unfit",
            (false, Cells::Numbered) => "profile",
            (true, Cells::Tiny) => "profile tiny unfit",
            (false, Cells::Tiny) => "profile tiny",
        };
        self.role(Element::new(Name::Table, class, inside), "table")
    }

    fn axis(self, shows_does_not_apply: bool) -> Node {
        let labels = &self.report.labels;
        let ends = vec![
            text(Name::Span, "", &labels.axis_low),
            element(Name::Span, "rule", Vec::new()),
            text(Name::Span, "", &labels.axis_high),
        ];
        let ends = Element::new(Name::Td, "", ends);
        let empty = || element(Name::Td, "", Vec::new());
        let mut cells = vec![empty(), ends.with(Attribute::Colspan, "5").into(), empty()];
        cells.extend(shows_does_not_apply.then(empty));
        let axis = Element::new(Name::Tr, "axis", cells);
        if self.is_file() { axis.into() } else { axis.with(Attribute::Hidden, "true").into() }
    }

    fn row(self, row: &ProfileRow, shows_does_not_apply: bool, cells: Cells) -> Node {
        // In the row of its section the number is enough; the section *First* has none.
        let shown = if row.code.is_empty() { Shown::Code } else { Shown::Number };
        let cell = |class: &str, column: &str, marks: &[Mark]| {
            let squares = match cells {
                Cells::Numbered => {
                    marks.iter().map(|mark| self.square(mark, shown, Size::Chart)).collect()
                }
                Cells::Tiny => tiny(marks),
            };
            let cell = self.role(Element::new(Name::Td, class, squares), "cell");
            Node::from(cell.with(Attribute::Bin, column))
        };
        let named =
            vec![text(Name::Span, "code", &row.code), " ".into(), text(Name::Span, "", &row.name)];
        let named = self.row_head(named);
        let mut inside = vec![named];
        for (step, marks) in Step::ALL.into_iter().zip(&row.steps) {
            inside.push(cell("", &step.number().to_string(), marks));
        }
        inside.push(cell("apart", "?", &row.not_known));
        if shows_does_not_apply {
            inside.push(cell("", "–", &row.does_not_apply));
        }
        self.row_of(inside)
    }

    pub(super) fn head(self, class: &str, words: &str) -> Node {
        let head = Element::new(Name::Th, class, vec![words.into()]);
        self.role(head, "columnheader").with(Attribute::Scope, "col").into()
    }

    /// The head of a step: its number, which is read out as a step.
    fn step(self, step: Step) -> Node {
        let number = step.number().to_string();
        let said = self.report.labels.step.replace("{step}", &number);
        let shown = Element::new(Name::Span, "", vec![number.as_str().into()]);
        let inside =
            vec![shown.with(Attribute::Hidden, "true").into(), text(Name::Span, "unseen", &said)];
        let head = Element::new(Name::Th, "step", inside);
        self.role(head, "columnheader").with(Attribute::Scope, "col").into()
    }

    /// A cell with what somebody may have typed. In the page it knows its head, which is not seen where rows are
    /// stacked.
    pub(super) fn cell(self, head: &str, said: &str) -> Node {
        let cell = Element::new(Name::Td, "", vec![said.into()]);
        let cell = self.role(cell, "cell").with(Attribute::Dir, "auto");
        if self.is_file() { cell.into() } else { cell.with(Attribute::Bin, head).into() }
    }

    /// The head of a row.
    pub(super) fn row_head(self, inside: Vec<Node>) -> Node {
        let head = Element::new(Name::Th, "", inside);
        self.role(head, "rowheader").with(Attribute::Scope, "row").into()
    }

    pub(super) fn row_of(self, cells: Vec<Node>) -> Node {
        self.role(Element::new(Name::Tr, "", cells), "row").into()
    }

    pub(super) fn rows_of(self, name: Name, rows: Vec<Node>) -> Node {
        self.role(Element::new(name, "", rows), "rowgroup").into()
    }

    /// An element of a table with its role, where the page lays it out as something else.
    pub(super) fn role(self, element: Element, role: &str) -> Element {
        if self.is_file() { element } else { element.with(Attribute::Role, role) }
    }
}

/// Small squares behind a text that says which they are.
fn tiny(marks: &[Mark]) -> Vec<Node> {
    let said = (!marks.is_empty()).then(|| text(Name::Span, "unseen", &Mark::listed(marks)));
    said.into_iter().chain(marks.iter().map(|mark| glyph(shade(mark.shade)))).collect()
}
