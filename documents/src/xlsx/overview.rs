//! The first sheet: what kind of copy it is, of what, by whom, when, and how to read it.

use domain::report::{Block, PartKind, Report};

use super::looks::Look;
use super::sheet::{Cell, Sheet};

/// Widths of the labels and of the texts.
const WIDTHS: [u32; 2] = [26, 90];

/// The sheet.
pub(super) fn sheet(report: &Report) -> Option<Sheet> {
    let text = |look: Look, text: &str| (look, Cell::Text(text.to_owned()));
    let mut rows = vec![vec![text(Look::Title, &report.title)], Vec::new()];
    rows.extend(
        lines(report)
            .into_iter()
            .map(|(label, value)| vec![text(Look::Label, label), text(Look::Text, value)]),
    );
    Some(Sheet::page(&report.rows.labels.sheet_overview, WIDTHS.to_vec(), rows))
}

/// Labels and what they say. A label stands before the first of its texts alone.
fn lines(report: &Report) -> Vec<(&str, &str)> {
    let facts = report.rows.cover.iter();
    let mut lines: Vec<(&str, &str)> =
        facts.map(|fact| (fact.label.as_str(), fact.value.as_str())).collect();
    lines.push((&report.kicker, &report.lead));
    for part in report.parts.iter().filter(|part| part.kind == PartKind::HowToRead) {
        let mut label = part.heading.as_str();
        let blocks = part.blocks.iter().flat_map(|block| match block {
            Block::Paragraph(text) => std::slice::from_ref(text),
            Block::List(texts) => texts.as_slice(),
            Block::Heading(..)
            | Block::Folds(_)
            | Block::Facts(_)
            | Block::Quote(_)
            | Block::Items(_)
            | Block::Profile(_)
            | Block::Glance(_)
            | Block::Severity(_)
            | Block::SeverityGlance(_)
            | Block::Tactics(_)
            | Block::Tensions(_) => &[],
        });
        for text in blocks {
            lines.push((std::mem::take(&mut label), text));
        }
    }
    lines.push(("", &report.colophon));
    lines
}
