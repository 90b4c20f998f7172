//! Anchors and links inside the document (ECMA-376-1, 17.13.6 and 17.16.22). None leads outside.

use std::collections::BTreeMap;

use domain::id::QuestionId;
use domain::report::{Block, Item, PartKind, Report};

/// Around all that the contents list.
pub(super) const LISTED: &str = "parts";

/// Where the answers stand, and the anchors given so far.
pub(super) struct Links<'a> {
    answers: BTreeMap<&'a QuestionId, usize>,
    given: u32,
}

impl<'a> Links<'a> {
    /// The anchors of the annex.
    pub(super) fn of(report: &'a Report) -> Self {
        let annex = report.parts.iter().filter(|part| part.kind == PartKind::Answers);
        let items = annex.flat_map(|part| &part.blocks).flat_map(|block| match block {
            Block::Items(items) => items.as_slice(),
            _ => &[],
        });
        let mut answers = BTreeMap::new();
        for (at, question) in items.filter_map(question).enumerate() {
            answers.entry(question).or_insert(at + 1);
        }
        Self { answers, given: 0 }
    }

    /// The name of the anchor of an answer. Names are short and of letters and digits; those that
    /// begin with `_` are not listed to people.
    pub(super) fn answer(&self, question: &QuestionId) -> Option<String> {
        self.answers.get(question).map(|at| format!("_answer{at}"))
    }

    /// The name of the anchor of a part.
    pub(super) fn part(at: usize) -> String {
        format!("_part{}", at + 1)
    }

    /// Begins an anchor; what ends it comes back beside.
    pub(super) fn anchor(&mut self, name: &str) -> (String, String) {
        let id = self.given;
        self.given += 1;
        (
            format!("<w:bookmarkStart w:id=\"{id}\" w:name=\"{name}\"/>"),
            format!("<w:bookmarkEnd w:id=\"{id}\"/>"),
        )
    }
}

/// Runs that lead to an anchor.
pub(super) fn leading(anchor: &str, runs: &str) -> String {
    format!("<w:hyperlink w:anchor=\"{anchor}\" w:history=\"1\">{runs}</w:hyperlink>")
}

fn question(item: &Item) -> Option<&QuestionId> {
    item.mark.as_ref()?.question.as_ref().map(|question| &question.id)
}
