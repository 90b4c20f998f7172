//! What is said of each risk, row by row: from it the page of a risk, the sheet and the data of risks are
//! made, so that all of them say the same.

use super::{Coded, Fact, FactKind, NumberedRows, QuestionRows, TacticRows};
use crate::answer::HowKnown;
use crate::findings::{FoundPhase, FoundRisk};
use crate::id::TacticId;
use crate::report::named::{known_key, month_key};
use crate::report::reporter::{Reporter, number};
use crate::risk::{
    Dimension, Fall, Likelihood, Mark, Measure, Named, Nearness, Risk, RiskField, RiskWords, Since,
};
use crate::texts::report as keys;

/// What of a risk a fact says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RiskFact {
    /// One of its fields.
    Field(RiskField),
    /// Why people are hit harder here.
    HitHarder,
    /// Its band.
    Band,
    /// Why it is in this band.
    Grounds,
    /// A dimension before measures.
    Before(Named),
    /// Why it stands there.
    Reason(Named),
    /// The dimension with the measures in use.
    After(Named),
    /// Whether it can wait.
    Delay,
    /// How near it is.
    Likelihood,
    /// How near it is with the measures in use.
    Rarer,
    /// How far a phase stands against it.
    Cover,
    /// What would fit where nothing does.
    Fits,
    /// An action for it.
    Action,
    /// That a finding or an action touches it, and why.
    Touches,
}

impl RiskFact {
    /// Its name in files, the same in every language. Names are never changed.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Field(field) => match field {
                RiskField::Name => "risk-name",
                RiskField::Story => "risk-story",
                RiskField::Rights => "risk-rights",
                RiskField::People => "risk-people",
                RiskField::Users => "risk-users",
                RiskField::Place => "risk-where",
                RiskField::When => "risk-when",
                RiskField::Who => "risk-who",
                RiskField::Product => "risk-product",
                RiskField::Arises => "risk-arises",
                RiskField::Status => "risk-status",
                RiskField::Since => "risk-since",
                RiskField::Note => "risk-note",
                RiskField::Evidence => "risk-evidence",
                RiskField::Reasons => "risk-reasons",
                RiskField::After => "risk-after",
            },
            Self::HitHarder => "risk-hit-harder",
            Self::Band => "risk-band",
            Self::Grounds => "risk-grounds",
            Self::Before(Named::Scale) => "risk-scale",
            Self::Before(Named::Scope) => "risk-scope",
            Self::Before(Named::Irremediability) => "risk-irremediability",
            Self::Reason(Named::Scale) => "risk-scale-because",
            Self::Reason(Named::Scope) => "risk-scope-because",
            Self::Reason(Named::Irremediability) => "risk-irremediability-because",
            Self::After(Named::Scale) => "risk-scale-after",
            Self::After(Named::Scope) => "risk-scope-after",
            Self::After(Named::Irremediability) => "risk-irremediability-after",
            Self::Delay => "risk-delay",
            Self::Likelihood => "risk-likelihood",
            Self::Rarer => "risk-likelihood-after",
            Self::Cover => "risk-phase",
            Self::Fits => "risk-phase-fits",
            Self::Action => "risk-action",
            Self::Touches => "touches",
        }
    }
}

impl<'a> Reporter<'a> {
    /// The words for what is said of a risk.
    pub(in super::super) fn risk_words(self) -> &'a RiskWords {
        &self.bank.guidance.risks
    }

    /// All risks, each with what is said of it and what stands against it.
    pub(in super::super) fn risk_rows(self) -> Vec<NumberedRows> {
        let risks = self.found.findings.risks.iter();
        let rows = risks.map(|found| NumberedRows {
            number: found.placed.number.into(),
            rows: QuestionRows {
                section: Coded::default(),
                question: Coded::default(),
                confidential: !self.is_for_sharing() && found.risk.is_confidential(),
                facts: self.risk_facts(found),
                tactics: self.told_phases(found).map(|phase| self.phase_rows(phase)).collect(),
            },
        });
        rows.collect()
    }

    fn risk_facts(self, found: &FoundRisk) -> Vec<Fact> {
        let words = self.risk_words();
        let mut facts = self.field_facts(&found.risk);
        let mut add = |kind: RiskFact, label: &str, value: &str| {
            facts.extend(self.risk_fact(kind, label, value));
        };
        add(RiskFact::Band, &words.get("asks", "severity"), &words.label(found.band));
        let grounds = self.text(keys::RISKS_GROUNDS);
        add(RiskFact::Grounds, &grounds, &words.label(found.grounds));
        for named in Named::ALL {
            let (label, dimension) = (words.label(named), found.risk.severity.dimension(named));
            facts.extend(
                self.risk_fact(RiskFact::Before(named), &label, &self.before(named, dimension))
                    .map(|fact| Fact { step: known(dimension), ..fact }),
            );
            let label_of = |key| self.bank.texts.with(key, &[("dimension", &label)]);
            let because = label_of(keys::RISKS_BECAUSE);
            facts.extend(self.risk_fact(RiskFact::Reason(named), &because, &dimension.because));
            let fall = found.risk.severity.fall(named);
            let after = fall.map(|fall| self.told_fall(&self.at(named, fall.to.number()), fall));
            let label = label_of(keys::RISKS_AFTER);
            facts.extend(
                self.risk_fact(RiskFact::After(named), &label, &after.unwrap_or_default())
                    .map(|fact| Fact { step: fall.map(|fall| fall.to.number()), ..fact }),
            );
        }
        let mut add = |kind: RiskFact, label: &str, value: &str| {
            facts.extend(self.risk_fact(kind, label, value));
        };
        let delay = found.risk.severity.delay;
        let delay = delay.map(|delay| words.in_group("delay-says", delay)).unwrap_or_default();
        add(RiskFact::Delay, &words.get("asks", "delay"), &delay);
        let likelihood = self.text(keys::RISKS_PROFILE_LIKELIHOOD);
        add(RiskFact::Likelihood, &likelihood, &self.near(&found.risk).unwrap_or_default());
        let rarer = found.risk.rarer().map(|fall| self.told_fall(&self.likely(fall.to), fall));
        let label = self.bank.texts.with(keys::RISKS_AFTER, &[("dimension", likelihood.as_str())]);
        add(RiskFact::Rarer, &label, &rarer.unwrap_or_default());
        for action in &found.actions {
            let mut told = self.assessment.plan.as_told().enumerate();
            let Some((at, action)) = told.find(|(_, one)| one.id == *action) else { continue };
            let label = self.text(keys::RISKS_ROW_ACTION);
            let fact = self.risk_fact(RiskFact::Action, &label, &self.named(action));
            facts.extend(fact.map(|fact| Fact { action: number(at), ..fact }));
        }
        facts
    }

    /// What stands in its fields, in the order in which they are asked.
    pub(in super::super) fn field_facts(self, risk: &Risk) -> Vec<Fact> {
        let words = self.risk_words();
        let mut facts = Vec::new();
        let mut add = |field: RiskField, value: &str| {
            facts.extend(self.risk_fact(RiskFact::Field(field), &words.label(field), value));
        };
        let labels = |all: &[std::rc::Rc<str>]| self.phrases(all);
        add(RiskField::Name, &self.known_or_not(risk.name.known().cloned(), risk.name.not_known));
        add(RiskField::Story, &risk.story);
        let rights: Vec<_> = risk.rights.iter().filter_map(|right| words.right(*right)).collect();
        let rights: Vec<_> = rights.iter().map(|right| right.short.clone()).collect();
        add(RiskField::Rights, &labels(&rights));
        let people = |_: &_| {
            let people = risk.people().into_iter().map(|people| words.label(people));
            let groups = risk.heightened.iter().map(|group| words.label(*group));
            labels(&people.chain(groups).collect::<Vec<_>>())
        };
        add(
            RiskField::People,
            &self.known_or_not(risk.people.known().map(people), risk.people.not_known),
        );
        let hit_harder = self.text(keys::RISKS_HIT_HARDER);
        let hit_harder = self.risk_fact(RiskFact::HitHarder, &hit_harder, &risk.hit_harder);
        let users = risk.users.map(|users| words.label(users)).unwrap_or_default();
        add(RiskField::Users, &users);
        add(RiskField::Place, &risk.place);
        add(RiskField::When, &risk.when.map(|when| words.label(when)).unwrap_or_default());
        add(
            RiskField::Who,
            &self.known_or_not(
                risk.who.known().map(|who| {
                    let named = who.main_first().map(|party| {
                        let label = words.label(party);
                        match who.parties.len() > 1 && who.main == Some(party) {
                            true => {
                                self.bank.texts.with(keys::RISKS_MAIN, &[("who", &label)]).into()
                            }
                            false => label,
                        }
                    });
                    labels(&named.collect::<Vec<_>>())
                }),
                risk.who.not_known,
            ),
        );
        add(RiskField::Product, &risk.product);
        add(
            RiskField::Arises,
            &self.known_or_not(
                risk.arises.known().map(|starts| {
                    labels(&starts.iter().map(|start| words.label(*start)).collect::<Vec<_>>())
                }),
                risk.arises.not_known,
            ),
        );
        add(RiskField::Status, &risk.status.map(|status| words.label(status)).unwrap_or_default());
        add(RiskField::Since, &risk.since.map(|since| self.since(since)).unwrap_or_default());
        add(RiskField::Note, &risk.note);
        for evidence in risk.evidence.iter().filter(|evidence| evidence.points_somewhere()) {
            add(RiskField::Evidence, &self.evidence(evidence));
        }
        let people = |fact: &Fact| fact.kind == FactKind::Risk(RiskFact::Field(RiskField::People));
        let after = facts.iter().position(people).map_or(0, |at| at + 1);
        facts.splice(after..after, hit_harder);
        facts
    }

    /// A fact about a risk, where it says anything.
    pub(in super::super) fn risk_fact(
        self,
        kind: RiskFact,
        label: &str,
        value: &str,
    ) -> Option<Fact> {
        let value = value.trim();
        (!value.is_empty()).then(|| Fact {
            kind: FactKind::Risk(kind),
            label: label.to_owned(),
            value: value.to_owned(),
            step: None,
            risk: None,
            action: None,
        })
    }

    /// What is known in a field that is needed, or that it is not known. In a copy for sharing it may have been
    /// left out, so nothing is said of one that is empty.
    fn known_or_not(self, known: Option<String>, not_known: bool) -> String {
        known.unwrap_or_else(|| match not_known {
            true => self.text(keys::RISKS_NOT_KNOWN),
            false => String::new(),
        })
    }

    fn since(self, since: Since) -> String {
        match since {
            Since::NobodyYet => self.text(keys::RISKS_NOBODY_YET),
            Since::Month(month) => {
                let named = month_key(month.number()).map(|key| self.text(key));
                let year = month.year().to_string();
                let told = [("month", &*named.unwrap_or_default()), ("year", &*year)];
                self.bank.texts.with(keys::RISKS_MONTH, &told)
            }
        }
    }

    /// A mark with what it means.
    pub(in super::super) fn at(self, named: Named, mark: u8) -> String {
        let says = self.mark_says(named, mark);
        let mark = mark.to_string();
        self.bank.texts.with(keys::RISKS_MARK, &[("mark", &*mark), ("says", &*says)])
    }

    /// What a mark means, in a few words.
    pub(in super::super) fn mark_says(self, named: Named, mark: u8) -> String {
        let step = crate::step::Step::from_number(mark);
        let says = step.and_then(|step| self.risk_words().mark(named, step));
        says.map(|says| says.short.to_string()).unwrap_or_default()
    }

    /// A dimension before measures.
    pub(in super::super) fn before(self, named: Named, dimension: &Dimension) -> String {
        let said = match dimension.mark {
            Some(Mark::Known(step)) => return self.at(named, step.number()),
            Some(Mark::NotKnown) => self.text(keys::RISKS_NOT_KNOWN),
            None => self.text(keys::RISKS_NOT_RATED),
        };
        self.bank.texts.with(keys::RISKS_COUNTS_AS, &[("said", &said)])
    }

    /// How near a risk is; none where nobody has said so, or it may not be told.
    pub(in super::super) fn near(self, risk: &Risk) -> Option<String> {
        match risk.nearness() {
            Nearness::Harmed => {
                Some(self.risk_words().get("likelihood-says", "harmed").to_string())
            }
            Nearness::Said(likelihood) => Some(self.likely(likelihood)),
            Nearness::NotSaid => None,
        }
    }

    pub(in super::super) fn likely(self, likelihood: Likelihood) -> String {
        self.risk_words().in_group("likelihood-says", likelihood).to_string()
    }

    fn told_fall<T>(self, to: &str, fall: &Fall<T>) -> String {
        let said = [to.to_owned(), self.by(fall), self.fall_known(fall)];
        let said: Vec<_> = said.into_iter().filter(|said| !said.is_empty()).collect();
        self.phrases(&said)
    }

    /// By which measure something falls.
    pub(in super::super) fn by<T>(self, fall: &Fall<T>) -> String {
        match &fall.by {
            Some(Measure::Tactic(id)) => self.tactic_name(id),
            Some(Measure::Words(words)) => words.trim().to_owned(),
            None => String::new(),
        }
    }

    /// How that is known; that it is assumed where nobody has tested it.
    pub(in super::super) fn fall_known<T>(self, fall: &Fall<T>) -> String {
        let known = fall.known.map(|known: HowKnown| self.text(known_key(known)));
        match (known, fall.is_assumed()) {
            (Some(known), true) => {
                self.bank.texts.with(keys::RISKS_PROFILE_ASSUMED, &[("known", &known)])
            }
            (Some(known), false) => known,
            (None, _) => self.text(keys::RISKS_PROFILE_ASSUMED_ALONE),
        }
    }

    fn tactic_name(self, id: &TacticId) -> String {
        let matrices = self.bank.catalogue.questions().filter_map(|question| question.matrix());
        let mut tactics =
            matrices.flat_map(|matrix| matrix.groups.iter()).flat_map(|group| &group.tactics);
        tactics
            .find(|tactic| tactic.id == *id)
            .map(|found| found.name.to_string())
            .unwrap_or_default()
    }

    fn phase_rows(self, phase: &FoundPhase) -> TacticRows {
        let cover = self.text(keys::RISKS_ROW_COVER);
        let fits = self.text(keys::RISKS_ROW_FITS);
        let cover = self.risk_fact(RiskFact::Cover, &cover, &self.cover(phase));
        let fits = self.risk_fact(RiskFact::Fits, &fits, &self.fitting(phase));
        TacticRows {
            phase: phase.name.to_string(),
            name: String::new(),
            facts: cover.into_iter().chain(fits).collect(),
        }
    }
}

/// The step of a dimension, where it is known.
fn known(dimension: &Dimension) -> Option<u8> {
    match dimension.mark {
        Some(Mark::Known(step)) => Some(step.number()),
        Some(Mark::NotKnown) | None => None,
    }
}
