//! Where each answer stands: one row per section, one column per step; where the page is narrow, a
//! small chart per section with squares stacked from the base line.

use domain::drawing::{Attribute, Element, Node};
use domain::questions::Step;
use domain::report::{Mark, Profile, ProfileRow};
use domain::texts::report as keys;

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
        // The axis in words, where its line is not drawn.
        let ends = [("low", labels.axis_low.as_str()), ("high", labels.axis_high.as_str())];
        let axis = self.bank.texts.with(keys::PAPER_AXIS, &ends);
        let confidential = self.bank.texts.get(keys::PAPER_CONFIDENTIAL);
        let mut shapes = vec![("hatched", labels.not_known.as_str())];
        if profile.shows_does_not_apply {
            shapes.push(("dashed", &labels.does_not_apply));
        }
        if self.report.edition.is_whole() {
            shapes.push(("empty cut", &confidential));
        }
        let table = self.table(profile, Cells::Numbered);
        let table = table.with(Attribute::LabelledBy, part);
        vec![table.into(), text("p", "axis-words", &axis), legend(shapes)]
    }

    /// The same at a glance: small squares without numbers.
    pub(super) fn glance(self, profile: &Profile) -> Vec<Node> {
        vec![self.table(profile, Cells::Tiny).into()]
    }

    /// Accessibility: one real table for both shapes, with its roles written out; every square is
    /// named in words, small ones in a text before them. All rows share the scale, so reading down a
    /// column compares. Numbers, places and hatch say what the shades say.
    fn table(self, profile: &Profile, cells: Cells) -> Element {
        let labels = &self.report.labels;
        let axis = vec![
            text("span", "", &labels.axis_low),
            element("span", "rule", Vec::new()),
            text("span", "", &labels.axis_high),
        ];
        let axis = Element::new("tr", "axis", vec![element("td", "", axis)]);
        let mut heads = vec![head("", &labels.section)];
        heads.extend(Step::ALL.map(|step| head("step", &step.number().to_string())));
        heads.push(head("apart", &labels.not_known));
        if profile.shows_does_not_apply {
            heads.push(head("", &labels.does_not_apply));
        }
        let rows =
            profile.rows.iter().map(|row| self.row(row, profile.shows_does_not_apply, cells));
        let inside = vec![
            rows_of("thead", vec![axis.with(Attribute::Hidden, "true").into(), row_of(heads)]),
            rows_of("tbody", rows.collect()),
        ];
        let class = match (profile.shows_does_not_apply, cells) {
            (true, Cells::Numbered) => "profile unfit",
            (false, Cells::Numbered) => "profile",
            (true, Cells::Tiny) => "profile tiny unfit",
            (false, Cells::Tiny) => "profile tiny",
        };
        Element::new("table", class, inside).with(Attribute::Role, "table")
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
            let cell = Element::new("td", class, squares);
            Node::from(cell.with(Attribute::Role, "cell").with(Attribute::Bin, column))
        };
        let named = vec![text("span", "code", &row.code), " ".into(), text("span", "", &row.name)];
        let named = Element::new("th", "", named)
            .with(Attribute::Role, "rowheader")
            .with(Attribute::Scope, "row");
        let mut inside = vec![named.into()];
        for (step, marks) in Step::ALL.into_iter().zip(&row.steps) {
            inside.push(cell("", &step.number().to_string(), marks));
        }
        inside.push(cell("apart", "?", &row.not_known));
        if shows_does_not_apply {
            inside.push(cell("", "–", &row.does_not_apply));
        }
        row_of(inside)
    }
}

/// Small squares behind a text that says which they are.
fn tiny(marks: &[Mark]) -> Vec<Node> {
    let said = (!marks.is_empty()).then(|| text("span", "unseen", &Mark::listed(marks)));
    said.into_iter().chain(marks.iter().map(|mark| glyph(shade(mark.shade)))).collect()
}

fn head(class: &str, words: &str) -> Node {
    Element::new("th", class, vec![words.into()])
        .with(Attribute::Role, "columnheader")
        .with(Attribute::Scope, "col")
        .into()
}

fn row_of(cells: Vec<Node>) -> Node {
    Element::new("tr", "", cells).with(Attribute::Role, "row").into()
}

fn rows_of(name: &str, rows: Vec<Node>) -> Node {
    Element::new(name, "", rows).with(Attribute::Role, "rowgroup").into()
}
