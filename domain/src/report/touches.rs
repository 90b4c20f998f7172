//! Which risks something touches, and why: "Touches R2 (name), because it may be done by a State". Risks for
//! which the same is true share a sentence; those below the highest band that is touched shrink to their
//! numbers, unless people have been harmed: that can be why the gap stands where it stands.

use std::rc::Rc;

use super::reporter::Reporter;
use crate::count::count;
use crate::findings::gaps::Level;
use crate::findings::{FoundRisk, Gap, Touched};
use crate::id::QuestionId;
use crate::plan::PlannedAction;
use crate::risk::RiskId;
use crate::sorted::sorted;
use crate::texts::{Key, report as keys};
use crate::ties::{Because, NotKnown};

impl<'a> Reporter<'a> {
    /// A risk that is listed.
    pub(super) fn risk(self, id: RiskId) -> Option<&'a FoundRisk> {
        self.found.findings.risks.iter().find(|found| found.risk.id == id)
    }

    /// The name of a risk; words for one that has none.
    pub(super) fn risk_named(self, found: &FoundRisk) -> String {
        let name = found.risk.name.known().map(|name| name.trim().to_owned());
        name.unwrap_or_else(|| self.text(keys::RISKS_NAMELESS))
    }

    /// `R2`.
    pub(super) fn risk_number(self, number: u8) -> String {
        self.bank.texts.with(keys::RISKS_NUMBER, &[("number", &number.to_string())])
    }

    /// `R2 (name)`.
    fn risk_in_full(self, found: &FoundRisk) -> String {
        self.risk_says(keys::RISKS_NAMED, found)
    }

    /// The number and the name of a risk in one of the texts that hold both.
    pub(super) fn risk_says(self, key: Key, found: &FoundRisk) -> String {
        let (number, name) = (found.placed.number.to_string(), self.risk_named(found));
        self.bank.texts.with(key, &[("number", &number), ("name", &name)])
    }

    /// What a gap touches, as sentences.
    pub(super) fn touching(self, gap: &Gap) -> Vec<String> {
        let band = |touched: &Touched| self.risk(touched.risk).map(|found| found.band);
        let highest = gap.touches.iter().filter_map(band).min();
        let is_full = |touched: &&Touched| {
            band(touched) == highest || touched.touch.because.contains(&Because::Harmed)
        };
        let (full, below): (Vec<_>, Vec<_>) = gap.touches.iter().partition(is_full);
        let mut groups: Vec<(&[Because], Vec<&Touched>)> = Vec::new();
        for touched in full {
            let because = touched.touch.because.as_slice();
            match groups.iter_mut().find(|(found, _)| *found == because) {
                Some((_, group)) => group.push(touched),
                None => groups.push((because, vec![touched])),
            }
        }
        let last = groups.len().saturating_sub(1);
        let others: Vec<_> = below.iter().map(|other| self.risk_number(other.number)).collect();
        let others = self.joined(&others);
        let line = |(at, (because, group)): (usize, (&[Because], Vec<&Touched>))| {
            let risks = group.iter().filter_map(|touched| self.risk(touched.risk));
            let risks: Vec<_> = risks.map(|found| self.risk_in_full(found)).collect();
            let (risks, reasons) = (self.joined(&risks), self.reasons(because, group.len()));
            let told = [("risks", &*risks), ("reasons", &*reasons), ("others", &*others)];
            let has_others = at == last && !others.is_empty();
            let key =
                if has_others { keys::RISKS_TOUCHES_LINE_ALSO } else { keys::RISKS_TOUCHES_LINE };
            self.bank.texts.with(key, &told)
        };
        groups.into_iter().enumerate().map(line).collect()
    }

    /// That one of the gravest gaps touches no risk that is listed, though it could: one may be missing. In a copy
    /// for sharing it may have been left out.
    pub(super) fn touching_none(self, gap: &Gap) -> Option<String> {
        let is_tied = || self.bank.guidance.ties.question(&gap.question.id).is_some();
        let is_asked = gap.level == Level::Foremost
            && gap.touches.is_empty()
            && !self.found.findings.risks.is_empty()
            && !self.is_for_sharing();
        (is_asked && is_tied()).then(|| self.text(keys::RISKS_TOUCHES_NONE))
    }

    /// The same of the gap at a question, where there is one.
    pub(super) fn touching_at(self, question: &QuestionId) -> String {
        self.gap_at(question).map(|gap| self.touching(gap).join(" ")).unwrap_or_default()
    }

    pub(super) fn gap_at(self, question: &QuestionId) -> Option<&'a Gap> {
        self.found.findings.gaps.iter().find(|gap| gap.question.id == *question)
    }

    /// The numbers of what a gap touches, where there is no room for more; empty where it touches none.
    pub(super) fn touching_in_short(self, gap: &Gap) -> String {
        let numbers = gap.touches.iter().map(|touched| touched.number);
        self.in_short(keys::RISKS_TOUCHES_SHORT, numbers)
    }

    /// The same of an action: what it is for, or else what the gap that it closes touches.
    pub(super) fn action_in_short(self, action: &PlannedAction) -> String {
        let found = action.risks.iter().filter_map(|id| self.risk(*id));
        let numbers = found.map(|found| found.placed.number);
        let own = self.in_short(keys::RISKS_TOUCHES_FOR, numbers);
        let gap = || action.reason.question().and_then(|question| self.gap_at(question));
        if own.is_empty() {
            gap().map(|gap| self.touching_in_short(gap)).unwrap_or_default()
        } else {
            own
        }
    }

    fn in_short(self, key: Key, numbers: impl Iterator<Item = u8>) -> String {
        let numbers = sorted(numbers, |number| *number);
        let named: Vec<_> = numbers.iter().map(|number| self.risk_number(*number)).collect();
        match named.is_empty() {
            true => String::new(),
            false => {
                let risks = self.joined(&named);
                self.bank.texts.with(key, &[("risks", &risks)])
            }
        }
    }

    /// The risks that an action is for, as a sentence, and what the gap that it closes touches. Of one that
    /// is no longer listed the name is kept, which no copy for sharing tells.
    pub(super) fn action_risks(self, action: &PlannedAction) -> String {
        let listed = action.risks.iter().filter_map(|id| self.risk(*id));
        let listed = sorted(listed, |found| found.placed.number);
        let gone = self.assessment.risks.removed().iter();
        let gone = gone.filter(|gone| !self.is_for_sharing() && action.risks.contains(&gone.id));
        let gone = gone
            .map(|gone| self.bank.texts.with(keys::RISKS_TOUCHES_GONE, &[("name", &gone.name)]));
        let risks: Vec<_> =
            listed.iter().map(|found| self.risk_in_full(found)).chain(gone).collect();
        if risks.is_empty() {
            let question = action.reason.question();
            return question.map(|question| self.touching_at(question)).unwrap_or_default();
        }
        self.bank.texts.with(keys::RISKS_TOUCHES_FOR, &[("risks", &self.joined(&risks))])
    }

    /// Why something touches a risk, or several: "it may be done by a State and starts in design".
    pub(super) fn reasons(self, because: &[Because], risks: usize) -> String {
        let words = self.risk_words();
        let risks = count(risks);
        let (mut by, mut starts, mut hits) = (Vec::new(), Vec::new(), Vec::new());
        let (mut stopped, mut harmed) = (false, false);
        let (mut not_known, mut others) = (Vec::new(), Vec::new());
        for one in because {
            match one {
                Because::DoneBy(party) => by.push(words.in_group("party-by", *party)),
                Because::StartsIn(start) => starts.push(words.in_group("start-in", *start)),
                Because::Hits(people) => hits.push(words.in_group("people-hit", *people)),
                Because::StoppedHere => stopped = true,
                Because::Harmed => harmed = true,
                Because::NotKnown(what) => {
                    let key = match what {
                        NotKnown::Who => keys::RISKS_TOUCHES_WHO_OPEN,
                        NotKnown::Start => keys::RISKS_TOUCHES_START_OPEN,
                        NotKnown::Cause => keys::RISKS_TOUCHES_CAUSE_OPEN,
                        NotKnown::People => keys::RISKS_TOUCHES_PEOPLE_OPEN,
                    };
                    not_known.push(self.bank.texts.count(key, risks, &[]));
                }
                Because::EachDepends => others.push(self.text(keys::RISKS_TOUCHES_EACH_DEPENDS)),
            }
        }
        let texts = &self.bank.texts;
        let said = |key: Key, name: &str, all: &[Rc<str>]| {
            let joined = self.joined(all);
            (!all.is_empty()).then(|| texts.count(key, risks, &[(name, &*joined)]))
        };
        let does = [
            said(keys::RISKS_TOUCHES_DONE_BY, "who", &by),
            said(keys::RISKS_TOUCHES_STARTS_IN, "where", &starts),
            said(keys::RISKS_TOUCHES_HITS, "people", &hits),
            stopped.then(|| self.text(keys::RISKS_TOUCHES_STOPPED_HERE)),
        ];
        let does: Vec<_> = does.into_iter().flatten().collect();
        let does = (!does.is_empty()).then(|| {
            texts.count(keys::RISKS_TOUCHES_DOES, risks, &[("what", &self.joined(&does))])
        });
        let what = self.joined(&not_known);
        let not_known = (!not_known.is_empty())
            .then(|| texts.with(keys::RISKS_TOUCHES_NOT_KNOWN, &[("what", &what)]));
        let others = does.into_iter().chain(not_known).chain(others);
        let others = self.joined(&others.collect::<Vec<_>>());
        match (harmed, others.is_empty()) {
            (false, _) => others,
            (true, true) => self.text(keys::RISKS_TOUCHES_HARMED),
            (true, false) => texts.with(keys::RISKS_TOUCHES_HARMED_AND, &[("reasons", &others)]),
        }
    }

    /// Whether an action rests on anything that stays out of every copy for sharing. Of a risk that is no
    /// longer listed nobody can say whether it was confidential.
    pub(super) fn rests_on_confidential(self, action: &PlannedAction) -> bool {
        let mut risks = action.risks.iter().map(|id| self.risk(*id));
        let is_confidential = risks.any(|found| found.is_none_or(|one| one.risk.is_confidential()));
        let question = action.reason.question().and_then(|id| self.bank.catalogue.question(id));
        !self.is_for_sharing()
            && (is_confidential || question.is_some_and(|question| self.is_confidential(question)))
    }
}
