//! Where the questions come from, and what the report is not.

use super::reporter::Reporter;
use super::{Block, Labelled, Part, PartKind};
use crate::findings::Reading;
use crate::sorted::sorted_by;
use crate::texts::report as keys;

impl Reporter<'_> {
    /// Limits, then the sources of what the report says: of the questions that it tells an answer of.
    pub(super) fn sources(self) -> Part {
        let limits = [
            keys::PARTS_SOURCES_CERTIFICATE,
            keys::PARTS_SOURCES_VOICE,
            keys::PARTS_SOURCES_AGENDA,
            keys::PARTS_SOURCES_PRINCIPLES,
            keys::PARTS_SOURCES_LAW,
        ];
        let mut blocks: Vec<Block> =
            limits.into_iter().map(|key| Block::Paragraph(self.text(key))).collect();
        let sources = self.source_list();
        if !sources.is_empty() {
            blocks.push(Block::Facts(sources));
        }
        Part {
            kind: PartKind::Sources,
            heading: self.text(keys::PARTS_SOURCES_HEADING),
            count: None,
            intro: None,
            blocks,
        }
    }

    fn source_list(self) -> Vec<Labelled> {
        let sources = self
            .found
            .asked
            .questions()
            .filter(|question| self.reading(question) != Reading::Open)
            .filter_map(|question| self.bank.guidance.question(&question.id))
            .flat_map(|help| &help.sources)
            .map(|source| Labelled {
                label: source.name.to_string(),
                value: source.says.to_string(),
            });
        let mut sources = sorted_by(sources, |a, b| a.label.cmp(&b.label));
        sources.dedup_by(|a, b| a.label == b.label);
        sources
    }
}
