//! How sure the answers are, in words. Only in the complete copy: a copy for sharing tells no counts of
//! questions, because together with its squares they would show that some are missing.

use super::reporter::Reporter;
use super::{Block, HeadingLevel, Labelled};
use crate::findings::sureness::{Rests, SectionSureness};
use crate::texts::{Key, report as keys};

impl Reporter<'_> {
    /// One sentence about all answers.
    pub(super) fn how_sure_in_short(self) -> Option<String> {
        let all = self.all_rests()?;
        let texts = &self.bank.texts;
        let count = all.all().to_string();
        let of = [("all", &*count)];
        if !all.is_said() {
            return Some(self.text(keys::SURENESS_NOTHING));
        }
        let guessed = match all.guessed {
            0 => self.text(keys::SURENESS_NO_GUESS),
            guessed => texts.count(keys::SURENESS_GUESSED_OF, guessed, &of),
        };
        let unsaid = match all.unsaid {
            0 => String::new(),
            unsaid => texts.count(keys::SURENESS_UNSAID_OF, unsaid, &of),
        };
        Some(self.sentences(&guessed, &unsaid))
    }

    /// The same, section by section. Where nobody has said it of any answer, of a section or of all, the one
    /// sentence counts that.
    pub(super) fn how_sure(self) -> Vec<Block> {
        let Some(all) = self.all_rests().filter(|all| all.is_said()) else { return Vec::new() };
        let said = self.found.findings.sureness.iter().filter(|section| section.rests.is_said());
        let sections = said.map(|section| self.of_section(section));
        let heading = Block::Heading(HeadingLevel::Three, self.text(keys::SURENESS_HEADING));
        let counted = self.bank.texts.count(keys::SURENESS_COUNTED, all.all(), &[]);
        vec![heading, Block::Paragraph(counted), Block::Facts(sections.collect())]
    }

    fn of_section(self, section: &SectionSureness) -> Labelled {
        let (code, name) = self.section_name(&section.of);
        let label = if code.is_empty() { name } else { format!("{code} {name}") };
        let Rests { guessed, seen, checked, unsaid } = section.rests;
        let told = [
            (keys::SURENESS_GUESSED, guessed),
            (keys::SURENESS_SEEN, seen),
            (keys::SURENESS_CHECKED, checked),
            (keys::SURENESS_UNSAID, unsaid),
        ];
        let part = |(key, count): (Key, u32)| self.bank.texts.count(key, count, &[]);
        let told: Vec<_> = told.into_iter().filter(|(_, count)| *count > 0).map(part).collect();
        let told = self.listed(&told);
        let all = section.rests.all();
        let value = self.bank.texts.count(keys::SURENESS_OF, all, &[("told", &told)]);
        Labelled { label, value }
    }

    /// All answers together; none where there are none, and in a copy for sharing.
    fn all_rests(self) -> Option<Rests> {
        let sections = self.found.findings.sureness.iter().map(|section| section.rests);
        let all = sections.fold(Rests::default(), |all, section| all + section);
        (!self.is_for_sharing() && all.all() > 0).then_some(all)
    }
}
