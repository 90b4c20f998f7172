//! The register of risks in version 4 of the save file. A draft keeps each risk as one [`RiskRecord`].

#[cfg(feature = "schema")]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{EvidenceRecord, HowKnown, StepNumber};
use crate::answer::Confidentiality;
use crate::questions::Step;
use crate::risk::{
    self, After, Dimension, Kept, Mark, Measure, Needed, Register, Removed, Reordering, Risk,
    RiskId, Severity,
};

/// Severe risks to people.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RegisterRecord {
    /// The risks, in their order, which a reader works out anew.
    pub risks: Vec<RiskEntry>,
    /// Risks that were taken out: their numbers are not given again.
    pub removed: Vec<RemovedRecord>,
    /// Places in the order that somebody chose, in the order in which they did.
    pub reordered: Vec<ReorderingRecord>,
    /// Whether the risks come first on the way through the questions, and then what touches them.
    pub leads: bool,
}

/// A risk with its number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RiskEntry {
    /// Tells it apart from the others, whatever the order.
    pub id: u32,
    /// What was said of it.
    pub risk: RiskRecord,
}

/// A risk that was taken out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RemovedRecord {
    /// Its number.
    pub id: u32,
    /// What its name was.
    pub name: String,
}

/// A place in the order that somebody chose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReorderingRecord {
    /// Number of the risk that was moved.
    pub risk: u32,
    /// Number of the risk of its band before which it stands; none: behind all others of it.
    pub before: Option<u32>,
    /// Why.
    pub because: String,
}

/// What was said of a risk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RiskRecord {
    /// What happens to whom, in a few words.
    pub name: String,
    /// Which of the four fields that are needed are not known yet.
    pub not_known: Vec<NeededField>,
    /// Who does what, and what happens to a person then.
    pub story: String,
    /// Numbers of the rights it hits, from 1 to 25, hardest hit first.
    pub rights: Vec<RightNumber>,
    /// Who is hurt.
    pub people: Vec<People>,
    /// Which of those at heightened risk.
    pub heightened: Vec<Heightened>,
    /// Why they are hit harder here.
    pub hit_harder: String,
    /// Whether they use the product.
    pub users: Option<Uses>,
    /// In which country or setting.
    #[serde(rename = "where")]
    pub place: String,
    /// When it is worst.
    pub when: Option<When>,
    /// Who does it.
    pub who: Vec<Party>,
    /// The main one of them.
    pub main: Option<Party>,
    /// With which product or feature.
    pub product: String,
    /// Where the harm gets its start.
    pub arises: Vec<Start>,
    /// Whether it has happened.
    pub status: Option<Status>,
    /// Since when somebody in the company knows.
    pub since: Option<Since>,
    /// What else is to be known.
    pub note: String,
    /// What could be looked at.
    pub evidence: Vec<EvidenceRecord>,
    /// How grave it is.
    pub severity: SeverityRecord,
    /// Whether the whole of it stays out of everything made for sharing.
    pub confidential: bool,
    /// Which of its fields do.
    pub confidential_fields: Vec<Field>,
}

/// How grave a risk is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SeverityRecord {
    /// How grave it is for one person.
    pub scale: DimensionRecord,
    /// How many it hits.
    pub scope: DimensionRecord,
    /// How far people cannot be put back.
    pub irremediability: DimensionRecord,
    /// Whether waiting makes it impossible to put right.
    pub delay: Option<Delay>,
    /// How near it is. Where it has happened, the status says so.
    pub likelihood: Option<Likelihood>,
    /// What it is with the measures in use.
    pub after: Option<AfterRecord>,
}

/// One dimension.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DimensionRecord {
    /// The mark, 1 to 5, or that it is not known yet.
    pub mark: Option<MarkRecord>,
    /// Why.
    pub because: String,
}

/// What was said of a dimension.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum MarkRecord {
    /// This mark.
    Known(StepNumber),
    /// Not known yet.
    NotKnown,
}

/// What a risk is with the measures in use. What is not said is the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AfterRecord {
    /// Lighter for one person.
    pub scale: Option<FallRecord>,
    /// Fewer are hit.
    pub scope: Option<FallRecord>,
    /// Easier to undo.
    pub irremediability: Option<FallRecord>,
    /// Rarer.
    pub likelihood: Option<RarerRecord>,
}

/// That a dimension is lower by a measure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FallRecord {
    /// To which mark.
    pub to: StepNumber,
    /// By which measure.
    pub by: Option<MeasureRecord>,
    /// How that is known.
    pub known: Option<HowKnown>,
}

/// That a risk is rarer by a measure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RarerRecord {
    /// To which likelihood.
    pub to: Likelihood,
    /// By which measure.
    pub by: Option<MeasureRecord>,
    /// How that is known.
    pub known: Option<HowKnown>,
}

/// A measure in use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum MeasureRecord {
    /// Id of a tactic.
    Tactic(String),
    /// In one's own words.
    Words(String),
}

/// Since when somebody in the company knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Since {
    /// Nobody does yet.
    NobodyYet,
    /// A month: `2026-03`.
    Month(MonthText),
}

/// A month, as `2026-03`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[cfg_attr(feature = "schema", schemars(extend("pattern" = r"^\d{4}-\d{2}$")))]
#[cfg_attr(feature = "schema", schemars(with = "String"))]
#[serde(try_from = "String", into = "String")]
pub struct MonthText(risk::Month);

impl TryFrom<String> for MonthText {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        risk::Month::parse(&text).map(Self).ok_or("expected a month such as 2026-03")
    }
}

impl From<MonthText> for String {
    fn from(month: MonthText) -> Self {
        month.0.to_string()
    }
}

/// Number of a right, 1 to 25. A number outside is refused when it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[cfg_attr(feature = "schema", schemars(extend("minimum" = 1, "maximum" = 25)))]
#[serde(try_from = "u8", into = "u8")]
pub struct RightNumber(risk::Right);

impl TryFrom<u8> for RightNumber {
    type Error = &'static str;

    fn try_from(number: u8) -> Result<Self, Self::Error> {
        risk::Right::new(number).map(Self).ok_or("expected a right from 1 to 25")
    }
}

impl From<RightNumber> for u8 {
    fn from(right: RightNumber) -> Self {
        right.0.number()
    }
}

/// A field that is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum NeededField {
    /// What happens to whom.
    Name,
    /// Who is hurt.
    People,
    /// Who does it.
    Who,
    /// Where the harm gets its start.
    Arises,
}

twins! {
    /// Who does it.
    Party of risk::Party {
        /// A State.
        State,
        /// Individuals or groups.
        Individuals,
        /// Enterprise customers.
        Enterprise,
        /// Technologists who adapt or combine.
        Technologists,
        /// Those one buys from.
        Suppliers,
        /// The company itself.
        Ourselves
    }
    /// Who is hurt.
    People of risk::People {
        /// Not users.
        NonUsers,
        /// At heightened risk.
        Heightened,
        /// Children.
        Children,
        /// People decided about.
        Decided,
        /// Who depend on the service.
        Dependent,
        /// Workers.
        Workers,
        /// Users in general.
        Users
    }
    /// Where the harm gets its start.
    Start of risk::Start {
        /// Research.
        Research,
        /// Design.
        Design,
        /// Development.
        Development,
        /// Release, sale, access, service.
        Deployment,
        /// Use.
        Use,
        /// Bought parts, data, labour.
        Bought,
        /// Own rules and safeguards.
        OwnRules
    }
    /// Who is at heightened risk.
    Heightened of risk::Heightened {
        /// Defenders, journalists, lawyers.
        Defenders,
        /// Opponents, protesters.
        Opponents,
        /// Minorities, indigenous peoples.
        Minorities,
        /// Migrants, refugees.
        Migrants,
        /// Women, girls.
        Women,
        /// Lesbian, gay, bisexual, trans and intersex people.
        Lgbti,
        /// Older people.
        Older,
        /// Persons with disabilities.
        Disabilities,
        /// People in conflict.
        Conflict
    }
    /// Whether those who are hurt use the product.
    Uses of risk::Uses {
        /// They do.
        Users,
        /// They do not.
        NonUsers,
        /// Both.
        Both
    }
    /// When it is worst.
    When of risk::When {
        /// Always.
        Always,
        /// Election, protest, conflict.
        TenseTimes,
        /// After a change of law, owner, function.
        AfterChange
    }
    /// Whether it has happened.
    Status of risk::Status {
        /// It is happening.
        Happening,
        /// It has happened.
        Happened,
        /// With similar products.
        Elsewhere,
        /// Not known to have.
        NotKnownToHave
    }
    /// Whether waiting makes it impossible to put right.
    Delay of risk::Delay {
        /// It does.
        Yes,
        /// It does not.
        No,
        /// Not known.
        NotKnown
    }
    /// How near it is.
    Likelihood of risk::Likelihood {
        /// Expected in a year.
        Expected,
        /// Possible.
        Possible,
        /// Unlikely.
        Unlikely,
        /// No route known.
        NoRoute,
        /// Not known.
        NotKnown
    }
    /// A field that can stay out of copies for sharing.
    Field of risk::RiskField {
        /// What happens to whom.
        Name,
        /// Who does what, and what happens then.
        Story,
        /// The rights it hits.
        Rights,
        /// Who is hurt.
        People,
        /// Whether they use the product.
        Users,
        /// In which country or setting.
        Place,
        /// When it is worst.
        When,
        /// Who does it.
        Who,
        /// With which product.
        Product,
        /// Where the harm gets its start.
        Arises,
        /// Whether it has happened.
        Status,
        /// Since when somebody knows.
        Since,
        /// The note.
        Note,
        /// The evidence.
        Evidence,
        /// The reasons for each dimension.
        Reasons,
        /// The second profile.
        After
    }
}

fn into<From, To: std::convert::From<From>>(all: Vec<From>) -> Vec<To> {
    all.into_iter().map(Into::into).collect()
}

impl RegisterRecord {
    /// The record of a register.
    #[must_use]
    pub fn of(register: &Register) -> Self {
        let entry = |kept: &Kept| RiskEntry { id: kept.id.0, risk: RiskRecord::of(&kept.open()) };
        let removed = register.removed().iter();
        let reordered = register.reordered().iter();
        Self {
            risks: register.kept().iter().map(entry).collect(),
            removed: removed
                .map(|one| RemovedRecord { id: one.id.0, name: one.name.clone() })
                .collect(),
            reordered: reordered
                .map(|choice| ReorderingRecord {
                    risk: choice.risk.0,
                    before: choice.before.map(|before| before.0),
                    because: choice.because.clone(),
                })
                .collect(),
            leads: register.leads(),
        }
    }

    /// The register of a record.
    #[must_use]
    pub fn into_register(self) -> Register {
        let kept = self.risks.into_iter();
        let kept = kept.map(|entry| Kept::of(&entry.risk.into_risk(RiskId(entry.id))));
        let removed =
            self.removed.into_iter().map(|one| Removed { id: RiskId(one.id), name: one.name });
        let reordered = self.reordered.into_iter().map(|choice| Reordering {
            risk: RiskId(choice.risk),
            before: choice.before.map(RiskId),
            because: choice.because,
        });
        let (removed, reordered) = (removed.collect(), reordered.collect());
        // Two that a file gives the same number are two all the same.
        let mut register = Register::from_parts(Vec::new(), removed, reordered, self.leads);
        for mut one in kept {
            if register.get(one.id).is_some() {
                one.id = register.next_id();
            }
            register.put_kept(one);
        }
        register
    }
}

impl RiskRecord {
    /// The record of a risk.
    #[must_use]
    pub fn of(risk: &Risk) -> Self {
        let needed = [
            (risk.name.not_known, NeededField::Name),
            (risk.people.not_known, NeededField::People),
            (risk.who.not_known, NeededField::Who),
            (risk.arises.not_known, NeededField::Arises),
        ];
        Self {
            name: risk.name.value.clone(),
            not_known: needed.into_iter().filter(|(is, _)| *is).map(|(_, field)| field).collect(),
            story: risk.story.clone(),
            rights: risk.rights.iter().map(|right| RightNumber(*right)).collect(),
            people: into(risk.people.value.clone()),
            heightened: into(risk.heightened.clone()),
            hit_harder: risk.hit_harder.clone(),
            users: risk.users.map(Into::into),
            place: risk.place.clone(),
            when: risk.when.map(Into::into),
            who: into(risk.who.value.parties.clone()),
            main: risk.who.value.main.map(Into::into),
            product: risk.product.clone(),
            arises: into(risk.arises.value.clone()),
            status: risk.status.map(Into::into),
            since: risk.since.map(|since| match since {
                risk::Since::NobodyYet => Since::NobodyYet,
                risk::Since::Month(month) => Since::Month(MonthText(month)),
            }),
            note: risk.note.clone(),
            evidence: risk.evidence.iter().map(EvidenceRecord::of).collect(),
            severity: SeverityRecord::of(&risk.severity),
            confidential: risk.confidentiality == Confidentiality::Confidential,
            confidential_fields: risk.confidential.iter().map(Into::into).collect(),
        }
    }

    /// The risk of a record.
    #[must_use]
    pub fn into_risk(self, id: RiskId) -> Risk {
        let not_known = |field| self.not_known.contains(&field);
        let [name, people, who, arises] =
            [NeededField::Name, NeededField::People, NeededField::Who, NeededField::Arises]
                .map(not_known);
        let parties = risk::Who { parties: into(self.who), main: self.main.map(Into::into) };
        Risk {
            id,
            name: Needed { value: self.name, not_known: name },
            story: self.story,
            rights: self.rights.into_iter().map(|right| right.0).collect(),
            people: Needed { value: into(self.people), not_known: people },
            heightened: into(self.heightened),
            hit_harder: self.hit_harder,
            users: self.users.map(Into::into),
            place: self.place,
            when: self.when.map(Into::into),
            who: Needed { value: parties, not_known: who },
            product: self.product,
            arises: Needed { value: into(self.arises), not_known: arises },
            status: self.status.map(Into::into),
            since: self.since.map(|since| match since {
                Since::NobodyYet => risk::Since::NobodyYet,
                Since::Month(month) => risk::Since::Month(month.0),
            }),
            note: self.note,
            evidence: self.evidence.into_iter().map(EvidenceRecord::into_evidence).collect(),
            severity: self.severity.into_severity(),
            confidentiality: if self.confidential {
                Confidentiality::Confidential
            } else {
                Confidentiality::Open
            },
            confidential: self.confidential_fields.into_iter().map(Into::into).collect(),
        }
    }
}

impl SeverityRecord {
    fn of(severity: &Severity) -> Self {
        Self {
            scale: DimensionRecord::of(&severity.scale),
            scope: DimensionRecord::of(&severity.scope),
            irremediability: DimensionRecord::of(&severity.irremediability),
            delay: severity.delay.map(Into::into),
            likelihood: severity.likelihood.map(Into::into),
            after: severity.after.as_ref().map(|after| AfterRecord {
                scale: after.scale.as_ref().map(FallRecord::of),
                scope: after.scope.as_ref().map(FallRecord::of),
                irremediability: after.irremediability.as_ref().map(FallRecord::of),
                likelihood: after.likelihood.as_ref().map(|fall| RarerRecord {
                    to: fall.to.into(),
                    by: fall.by.as_ref().map(MeasureRecord::of),
                    known: fall.known.map(Into::into),
                }),
            }),
        }
    }

    fn into_severity(self) -> Severity {
        Severity {
            scale: self.scale.into_dimension(),
            scope: self.scope.into_dimension(),
            irremediability: self.irremediability.into_dimension(),
            delay: self.delay.map(Into::into),
            likelihood: self.likelihood.map(Into::into),
            after: self.after.map(|after| After {
                scale: after.scale.map(FallRecord::into_fall),
                scope: after.scope.map(FallRecord::into_fall),
                irremediability: after.irremediability.map(FallRecord::into_fall),
                likelihood: after.likelihood.map(|fall| risk::Fall {
                    to: fall.to.into(),
                    by: fall.by.map(MeasureRecord::into_measure),
                    known: fall.known.map(Into::into),
                }),
            }),
        }
    }
}

impl DimensionRecord {
    fn of(dimension: &Dimension) -> Self {
        let mark = dimension.mark.map(|mark| match mark {
            Mark::Known(step) => MarkRecord::Known(StepNumber(step)),
            Mark::NotKnown => MarkRecord::NotKnown,
        });
        Self { mark, because: dimension.because.clone() }
    }

    fn into_dimension(self) -> Dimension {
        let mark = self.mark.map(|mark| match mark {
            MarkRecord::Known(step) => Mark::Known(step.0),
            MarkRecord::NotKnown => Mark::NotKnown,
        });
        Dimension { mark, because: self.because }
    }
}

impl FallRecord {
    fn of(fall: &risk::Fall<Step>) -> Self {
        Self {
            to: StepNumber(fall.to),
            by: fall.by.as_ref().map(MeasureRecord::of),
            known: fall.known.map(Into::into),
        }
    }

    fn into_fall(self) -> risk::Fall<Step> {
        risk::Fall {
            to: self.to.0,
            by: self.by.map(MeasureRecord::into_measure),
            known: self.known.map(Into::into),
        }
    }
}

impl MeasureRecord {
    fn of(measure: &Measure) -> Self {
        match measure {
            Measure::Tactic(tactic) => Self::Tactic(tactic.as_str().to_owned()),
            Measure::Words(words) => Self::Words(words.clone()),
        }
    }

    fn into_measure(self) -> Measure {
        match self {
            Self::Tactic(tactic) => Measure::Tactic(tactic.as_str().into()),
            Self::Words(words) => Measure::Words(words),
        }
    }
}
