//! Each risk on a page of its own, and what of them stands where the report begins.

use super::reporter::Reporter;
use super::rows::{Fact, FactKind, RiskFact};
use super::{
    Block, Glyph, HeadingLevel, Item, Lead, LeadsTo, Part, PartKind, Quote, TacticColumn,
    TacticRow, ToldRisk,
};
use crate::answer::{TacticAnswer, TacticState};
use crate::count::count;
use crate::findings::{Cover, Empty, FoundPhase, FoundRisk, RiskPart};
use crate::fits::{self, beginning, in_one_paragraph};
use crate::plan::PlannedAction;
use crate::questions::{Matrix, Tactic};
use crate::risk::{Named, RiskField};
use crate::texts::{Key, report as keys};

/// How many gaps there is room for on the page of a risk.
const GAPS: usize = 6;

/// How many tactics of a phase there is room for: the first ones.
const TACTICS: usize = 2;

/// How many risks that have harmed people are named where the report begins; of more, their numbers.
const HARMED: usize = 2;

impl Reporter<'_> {
    /// A part for each risk, gravest first.
    pub(super) fn risks(self) -> Vec<Part> {
        let risks = self.found.findings.risks.iter();
        let part = |found: &FoundRisk| Part {
            kind: PartKind::Risk,
            heading: self.risk_says(keys::RISKS_TITLE, found),
            count: None,
            intro: Some(self.in_its_band(found)),
            blocks: self.risk_page(found),
        };
        risks.map(part).collect()
    }

    /// The parts of a report: after what it begins with, each risk.
    pub(super) fn in_order(
        self,
        first: impl IntoIterator<Item = Option<Part>>,
        then: impl IntoIterator<Item = Option<Part>>,
    ) -> Vec<Part> {
        let risks = self.risks().into_iter().map(Some);
        first.into_iter().chain(risks).chain(then).flatten().collect()
    }

    /// Which risks these are. A copy for sharing does not say it.
    pub(super) fn told_risks(self) -> Vec<ToldRisk> {
        let risks = self.found.findings.risks.iter().filter(|_| !self.is_for_sharing());
        let told = |found: &FoundRisk| ToldRisk {
            id: found.risk.id,
            actions: self.actions_for(found).map(|action| self.planned_by_column(action)).collect(),
        };
        risks.map(told).collect()
    }

    fn actions_for<'a>(self, found: &'a FoundRisk) -> impl Iterator<Item = &'a PlannedAction>
    where
        Self: 'a,
    {
        let all = self.assessment.plan.actions();
        found.actions.iter().filter_map(|id| all.iter().find(|one| one.id == *id))
    }

    /// The band and why, and what does not wait.
    fn in_its_band(self, found: &FoundRisk) -> String {
        let words = self.risk_words();
        let (band, grounds) = (words.label(found.band), words.label(found.grounds));
        let told = [("band", &*band), ("grounds", &*grounds)];
        let says = self.bank.texts.with(keys::RISKS_BAND, &told);
        let delay = found.risk.severity.delay;
        let delay = delay.map(|delay| words.in_group("delay-says", delay)).unwrap_or_default();
        self.sentences(&says, &delay)
    }

    fn risk_page(self, found: &FoundRisk) -> Vec<Block> {
        let story = found.risk.story.trim();
        let quote = (!story.is_empty()).then(|| {
            Block::Quote(Quote {
                mark: None,
                label: self.text(keys::RISKS_STORY),
                words: story.to_owned(),
            })
        });
        let is_page = |fact: &Fact| {
            let told_above = [RiskField::Name, RiskField::Story].map(RiskFact::Field);
            !told_above.map(FactKind::Risk).contains(&fact.kind)
        };
        let facts = self.field_facts(&found.risk).into_iter().filter(is_page);
        let facts = Block::Facts(facts.map(Fact::labelled).collect());
        let mut blocks: Vec<Block> = quote.into_iter().chain([facts]).collect();
        blocks.extend(self.left_out(found).map(Block::Paragraph));
        let mut add = |heading: Key, inside: Vec<Block>| {
            if !inside.iter().all(Block::is_empty) {
                blocks.push(Block::Heading(HeadingLevel::Three, self.text(heading)));
                blocks.extend(inside);
            }
        };
        let mut grave = vec![Block::Severity(self.severity(found))];
        grave.extend(self.among_equals(found).map(Block::Paragraph));
        grave.push(Block::Paragraph(self.said_of(found)));
        add(keys::RISKS_PROFILE_HEADING, grave);
        add(keys::RISKS_PHASES_HEADING, self.against(found));
        add(keys::RISKS_MISSING_HEADING, self.missing(found));
        add(keys::RISKS_UNKNOWN_HEADING, vec![Block::List(self.unknown_of(found))]);
        add(keys::RISKS_ACTIONS_HEADING, self.planned_for(found));
        blocks
    }

    /// What of a risk stays out of copies for sharing. That nothing may be said of it is said in the copy
    /// that holds all of it alone.
    fn left_out(self, found: &FoundRisk) -> Option<String> {
        if self.is_for_sharing() {
            return None;
        }
        if found.risk.is_confidential() {
            return Some(self.text(keys::RISKS_WHOLE));
        }
        let words = self.risk_words();
        let fields: Vec<_> =
            found.risk.confidential.iter().map(|field| words.label(field)).collect();
        let fields = self.phrases(&fields);
        let told = || self.bank.texts.with(keys::RISKS_FIELDS, &[("fields", &fields)]);
        (!fields.is_empty()).then(told)
    }

    /// Why a risk stands where it stands among those that are as grave.
    fn among_equals(self, found: &FoundRisk) -> Option<String> {
        if found.placed.is_chosen {
            let mut choices = self.assessment.risks.reordered().iter();
            let choice = choices.find(|choice| choice.risk == found.risk.id);
            let because = choice.map(|choice| choice.because.trim()).unwrap_or_default();
            return Some(self.sentences(&self.text(keys::RISKS_CHOSEN), because));
        }
        let before = found.placed.number.checked_sub(1)?.to_string();
        let says = || self.bank.texts.with(keys::RISKS_EQUALS, &[("number", &before)]);
        found.placed.equals_before.then(says)
    }

    /// What is said for the band of a risk, that it cannot wait, and what to find out first.
    fn said_of(self, found: &FoundRisk) -> String {
        let words = self.risk_words();
        let severity = &found.risk.severity;
        let delay = severity.cannot_wait().then(|| words.get("band-says", "delay"));
        let unknown: Vec<_> =
            severity.not_known().map(|named: Named| words.in_group("find-out", named)).collect();
        let unknown = (!unknown.is_empty()).then(|| {
            let (says, what) = (words.get("band-says", "unknown"), self.joined(&unknown));
            self.bank
                .texts
                .with(keys::RISKS_PROFILE_FIND_OUT, &[("says", &*says), ("what", &*what)])
        });
        let says = words.in_group("band-says", found.band);
        let says = self.sentences(&says, &delay.unwrap_or_default());
        self.sentences(&says, &unknown.unwrap_or_default())
    }

    /// What stands against a risk, phase by phase.
    fn against(self, found: &FoundRisk) -> Vec<Block> {
        let named = |is_wanted: &dyn Fn(&&FoundPhase) -> bool, key: Key| {
            let phases = found.phases.iter().filter(is_wanted);
            let phases: Vec<_> = phases.map(|phase| self.in_a_sentence(phase)).collect();
            let joined = self.joined(&phases);
            (!phases.is_empty()).then(|| self.bank.texts.with(key, &[("phases", &*joined)]))
        };
        let words = self.risk_words();
        let starts = found.risk.arises.known().into_iter().flatten();
        let starts: Vec<_> = starts.map(|start| words.in_group("start-in", *start)).collect();
        let starts = match starts.is_empty() || found.phases.is_empty() {
            true => String::new(),
            false => {
                let phases = self.joined(&starts);
                self.bank.texts.with(keys::RISKS_PHASES_STARTS, &[("phases", &phases)])
            }
        };
        let empty = named(&|phase| phase.is_gap(), keys::RISKS_PHASES_EMPTY);
        let says = self.sentences(&starts, &empty.unwrap_or_default());
        let says = (!says.is_empty()).then_some(Block::Paragraph(says));
        let columns = self.told_phases(found).map(|phase| self.phase_column(phase));
        let is_cut = found.phases.iter().any(|phase| told_tactics(phase).count() > TACTICS);
        let part = self.text(keys::PARTS_TACTICS_HEADING);
        let more = || self.bank.texts.with(keys::RISKS_PHASES_MORE, &[("part", &part)]);
        let more = is_cut.then(|| Block::Paragraph(more()));
        says.into_iter().chain([Block::Tactics(columns.collect())]).chain(more).collect()
    }

    /// The phases of which something is told. In a copy for sharing one in which something was not answered could
    /// be one that was left out.
    pub(super) fn told_phases(self, found: &FoundRisk) -> impl Iterator<Item = &FoundPhase> {
        let is_open =
            |phase: &&FoundPhase| matches!(phase.cover, Cover::NotAnswered | Cover::NotAsked);
        found.phases.iter().filter(move |phase| !self.is_for_sharing() || !is_open(phase))
    }

    /// The name of a phase inside a sentence.
    fn in_a_sentence(self, phase: &FoundPhase) -> String {
        match &*self.risk_words().get("start-in", &phase.id) {
            "" => phase.name.to_string(),
            said => said.to_owned(),
        }
    }

    /// How far a phase stands against a risk, in words.
    pub(super) fn cover(self, phase: &FoundPhase) -> String {
        let says = self.text(match phase.cover {
            Cover::EffectSeen => keys::RISKS_COVER_EFFECT_SEEN,
            Cover::EffectNotKnown => keys::RISKS_COVER_EFFECT_NOT_KNOWN,
            Cover::Planned => keys::RISKS_COVER_PLANNED,
            Cover::NotAnswered => keys::RISKS_COVER_NOT_ANSWERED,
            Cover::NotKnown => keys::RISKS_COVER_NOT_KNOWN,
            Cover::NotAsked => keys::RISKS_COVER_NOT_ASKED,
            Cover::Nothing => keys::RISKS_COVER_NOTHING,
            Cover::NoneListed => keys::RISKS_COVER_NONE_LISTED,
        });
        match phase.empty {
            Some(Empty::NextVersion) => {
                let next = self.text(keys::RISKS_PHASES_NEXT_VERSION);
                self.phrases(&[says, next])
            }
            Some(Empty::Gap) | None => says,
        }
    }

    /// What would fit where nothing is in use, each with what to take care of.
    pub(super) fn fitting(self, phase: &FoundPhase) -> String {
        let tactics = phase.fits.iter().map(|tactic| {
            let caution =
                self.bank.guidance.tactic(&tactic.id).and_then(|help| help.caution.clone());
            match caution {
                Some(caution) => {
                    let told = [("label", &*tactic.name), ("value", &*caution)];
                    self.bank.texts.with(keys::WORDS_NOTED, &told)
                }
                None => tactic.name.to_string(),
            }
        });
        let tactics: Vec<_> = tactics.collect();
        self.phrases(&tactics)
    }

    fn phase_column(self, phase: &FoundPhase) -> TacticColumn {
        let rows = told_tactics(phase).take(TACTICS).filter_map(|(tactic, answer)| {
            let question = self.found.asked.questions().find(|question| {
                let mut tactics = question.matrix().into_iter().flat_map(Matrix::tactics);
                tactics.any(|found| found.id == tactic.id)
            })?;
            Some(TacticRow {
                glyph: Glyph::of(answer.state),
                state: self.state(Some(answer.state)),
                name: tactic.name.to_string(),
                detail: self.tactic_detail(question, &tactic.id, answer),
            })
        });
        let fits = self.fitting(phase);
        let fits = || self.bank.texts.with(keys::RISKS_PHASES_FITS, &[("tactics", &fits)]);
        TacticColumn {
            name: phase.name.to_string(),
            summary: Some(self.cover(phase)),
            starts: phase.starts_here.then(|| self.text(keys::RISKS_PHASES_STARTS_HERE)),
            fits: (phase.is_gap() && !phase.fits.is_empty()).then(fits),
            tactics: rows.collect(),
        }
    }

    /// The gaps that touch a risk, each with why.
    fn missing(self, found: &FoundRisk) -> Vec<Block> {
        let touching = self.found.findings.gaps_touching(found.risk.id);
        let items = touching.iter().take(GAPS).map(|(gap, touch)| {
            let reasons = self.reasons(&touch.because, 1);
            Item {
                mark: self.mark(&gap.question),
                lines: vec![
                    self.bank.texts.with(keys::RISKS_MISSING_BECAUSE, &[("reasons", &reasons)]),
                ],
                suggestion: self.closing(gap),
                ..Item::titled(&gap.sentence)
            }
        });
        let items = Block::Items(items.collect());
        let part = self.text(keys::PARTS_GAPS_HEADING);
        let more = count(touching.len().saturating_sub(GAPS));
        let more = (more > 0).then(|| {
            let told = [("part", &*part)];
            Block::Paragraph(match self.is_for_sharing() {
                true => self.bank.texts.with(keys::RISKS_MISSING_MORE_SHARING, &told),
                false => self.bank.texts.count(keys::RISKS_MISSING_MORE, more, &told),
            })
        });
        [items].into_iter().chain(more).collect()
    }

    /// What is not known of a risk. In a copy for sharing what was not said may have been left out.
    fn unknown_of(self, found: &FoundRisk) -> Vec<String> {
        let words = self.risk_words();
        let unknown = found.not_known.iter().filter(|one| one.is_said || !self.is_for_sharing());
        let asks = unknown.map(|one| match one.what {
            RiskPart::Field(field) => words.in_group("asks", field),
            RiskPart::Dimension(named) => words.in_group("dimension-asks", named),
            RiskPart::Delay => words.get("asks", "delay"),
            RiskPart::Likelihood => words.get("asks", "likelihood"),
        });
        asks.map(|asks| asks.to_string()).collect()
    }

    /// What is planned for a risk, by whom and until when.
    fn planned_for(self, found: &FoundRisk) -> Vec<Block> {
        let actions = self.actions_for(found);
        let items: Vec<_> = actions.map(|action| self.planned_in_short(action)).collect();
        match items.is_empty() && !self.is_for_sharing() {
            true => vec![Block::Paragraph(self.text(keys::RISKS_ACTIONS_NONE))],
            false => vec![Block::Items(items)],
        }
    }

    /// Where the report begins: that people have been harmed, apart and above, then the gravest risk. None
    /// where no risk is listed.
    pub(super) fn risks_first(self) -> Vec<Block> {
        let risks = &self.found.findings.risks;
        let harmed: Vec<_> = risks.iter().filter(|found| found.risk.has_harmed()).collect();
        let mut blocks = self.harmed(&harmed);
        if let Some(first) = risks.first() {
            blocks.extend(self.gravest_risk(first));
        }
        blocks
    }

    fn harmed(self, harmed: &[&FoundRisk]) -> Vec<Block> {
        if harmed.is_empty() {
            return Vec::new();
        }
        let (named, others) = harmed.split_at(harmed.len().min(HARMED));
        let items = named.iter().map(|found| Item {
            leads: self.leads_to(found),
            ..Item::titled(&self.risk_says(keys::RISKS_TITLE, found))
        });
        let says = self.risk_words().get("band-says", "harmed").to_string();
        let others: Vec<_> =
            others.iter().map(|found| self.risk_number(found.placed.number)).collect();
        let joined = self.joined(&others);
        let others = || self.bank.texts.with(keys::RISKS_BOARD_OTHERS, &[("risks", &joined)]);
        let others = if joined.is_empty() { String::new() } else { others() };
        vec![
            Block::Heading(HeadingLevel::Three, self.text(keys::RISKS_BOARD_HARMED)),
            Block::Items(items.collect()),
            Block::Paragraph(self.sentences(&others, &says)),
        ]
    }

    fn gravest_risk(self, found: &FoundRisk) -> Vec<Block> {
        let name = self.risk_named(found);
        let story = in_one_paragraph(&found.risk.story);
        let band = self.risk_words().label(found.band);
        let number = found.placed.number.to_string();
        let told = [("number", &*number), ("name", &*name), ("band", &*band)];
        let (key, words) = match story.is_empty() {
            true => (keys::RISKS_BOARD_LABEL, name.clone()),
            false => (keys::RISKS_BOARD_LABEL_NAMED, story),
        };
        let part = self.risk_says(keys::RISKS_TITLE, found);
        let page = self.bank.texts.with(keys::RISKS_BOARD_PAGE, &[("part", &part)]);
        vec![
            Block::Heading(HeadingLevel::Three, self.text(keys::RISKS_BOARD_GRAVEST)),
            Block::Quote(Quote {
                mark: None,
                label: self.bank.texts.with(key, &told),
                words: beginning(&words, fits::RISK).unwrap_or(words),
            }),
            Block::SeverityGlance(self.severity(found)),
            Block::Items(vec![Item {
                lines: vec![page],
                leads: self.leads_to(found),
                ..Item::titled(&self.said_of(found))
            }]),
        ]
    }

    /// The way to the page of a risk. A copy for sharing leads nowhere.
    fn leads_to(self, found: &FoundRisk) -> Vec<Lead> {
        let lead = || Lead {
            to: LeadsTo::Risk(found.risk.id),
            words: self.risk_says(keys::RISKS_TITLE, found),
        };
        (!self.is_for_sharing()).then(lead).into_iter().collect()
    }
}

/// The tactics against a risk that are told. What is not in use stands among what fits, or nowhere: there is one
/// page for a risk.
fn told_tactics(phase: &FoundPhase) -> impl Iterator<Item = (&Tactic, &TacticAnswer)> {
    let answered =
        phase.tactics.iter().filter_map(|(tactic, answer)| Some((tactic, answer.as_ref()?)));
    answered.filter(|(_, answer)| {
        matches!(answer.state, TacticState::Used | TacticState::Planned | TacticState::Unknown)
    })
}
