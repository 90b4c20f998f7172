//! Where the questions come from, and what the report is not.

use super::reporter::Reporter;
use super::{Block, Labelled, Part, PartKind};
use crate::texts::report as keys;

impl Reporter<'_> {
    /// Limits, then the sources of all questions of the modules chosen, answered or not.
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
        let chosen = &self.assessment.scope.modules;
        let mut sources: Vec<Labelled> = self
            .bank
            .catalogue
            .modules
            .iter()
            .filter(|module| chosen.contains(&module.id))
            .flat_map(|module| &module.sections)
            .flat_map(|section| &section.questions)
            .filter_map(|question| self.bank.guidance.question(&question.id))
            .flat_map(|help| &help.sources)
            .map(|source| Labelled {
                label: source.name.to_string(),
                value: source.says.to_string(),
            })
            .collect();
        sources.sort_by(|a, b| a.label.cmp(&b.label));
        sources.dedup_by(|a, b| a.label == b.label);
        sources
    }
}
