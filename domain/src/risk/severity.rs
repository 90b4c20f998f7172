//! How grave a risk is: scale, scope and irremediability (Guiding Principle 14, commentary), each by itself,
//! and never one number from several. Bands and their order are this tool's working lines, no text of the UN.

use super::RiskId;
use crate::answer::HowKnown;
use crate::id::TacticId;
use crate::step::Step;

/// How grave it is, before and after what is done against it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Severity {
    /// How grave it is for one person.
    pub scale: Dimension,
    /// How many it hits within about a year, or which share of a group.
    pub scope: Dimension,
    /// How far people cannot be put back where they were.
    pub irremediability: Dimension,
    /// Whether waiting makes it impossible to put right.
    pub delay: Option<Delay>,
    /// How near it is, as was said: [`super::Risk::nearness`] is what counts.
    pub likelihood: Option<Likelihood>,
    /// What it is with the measures in use; none while nobody has said.
    pub after: Option<After>,
}

/// One dimension: a mark from 1, slight, to 5, gravest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dimension {
    /// The mark, or that it is not known yet; none until something was said.
    pub mark: Option<Mark>,
    /// Why.
    pub because: String,
}

/// What was said of a dimension.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// This mark. A step is a digit from 1 to 5 here as on a ladder, and no step of practice.
    Known(Step),
    /// It is not known yet.
    NotKnown,
}

/// Which of the dimensions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Named {
    /// How grave it is for one person.
    Scale,
    /// How many it hits.
    Scope,
    /// How far people cannot be put back.
    Irremediability,
}

/// Whether waiting makes it impossible to put right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delay {
    /// It does.
    Yes,
    /// It does not.
    No,
    /// It is not known, which counts as yes.
    NotKnown,
}

/// How near it is. It decides between equals and nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Likelihood {
    /// Expected within a year.
    Expected,
    /// Possible.
    Possible,
    /// Unlikely.
    Unlikely,
    /// No way is known in which it could happen.
    NoRoute,
    /// It is not known, which counts as expected.
    NotKnown,
}

/// How near it is, once it is looked at whether it has happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nearness {
    /// It is happening or has happened.
    Harmed,
    /// This was said.
    Said(Likelihood),
    /// Nothing was said, which counts as expected.
    NotSaid,
}

/// What a risk is with the measures in use today. It gets no band and orders nothing; it shows what hangs
/// on which measure. Where nothing is lower, it is the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct After {
    /// Lighter for one person.
    pub scale: Option<Fall<Step>>,
    /// Fewer are hit.
    pub scope: Option<Fall<Step>>,
    /// Easier to undo.
    pub irremediability: Option<Fall<Step>>,
    /// Rarer. It changes nothing but the likelihood.
    pub likelihood: Option<Fall<Likelihood>>,
}

/// That something is lower by a measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fall<T> {
    /// To what.
    pub to: T,
    /// By which measure; none while nobody has said.
    pub by: Option<Measure>,
    /// How that is known; none while nobody has said.
    pub known: Option<HowKnown>,
}

/// A measure in use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Measure {
    /// A tactic of the bank.
    Tactic(TacticId),
    /// In one's own words.
    Words(String),
}

/// How grave a risk is before measures, in three words. Bands, not sums: an order without distances.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Band {
    /// Begin here.
    Gravest,
    /// Comes next.
    Severe,
    /// Stays listed.
    ToWatch,
}

/// Why a risk is in its band.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grounds {
    /// Its scale alone.
    Scale,
    /// It cannot be undone, and the loss is real.
    Irremediability,
    /// The loss is real, and hard to undo.
    HardToUndo,
    /// The loss is real, and hits many.
    ManyHit,
    /// It passes, and hits more than all others.
    Scope,
    /// None of these.
    None,
}

/// As what an unknown or missing mark counts.
const UNKNOWN_COUNTS_AS: Step = Step::Four;

impl Named {
    /// All, in the order in which they are asked.
    pub const ALL: [Self; 3] = [Self::Scale, Self::Scope, Self::Irremediability];

    /// Its name in files, the same in every language. Names are never changed.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Scale => "scale",
            Self::Scope => "scope",
            Self::Irremediability => "irremediability",
        }
    }
}

impl Band {
    /// All, gravest first.
    pub const ALL: [Self; 3] = [Self::Gravest, Self::Severe, Self::ToWatch];

    /// Its name in files, the same in every language. Names are never changed.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Gravest => "gravest",
            Self::Severe => "severe",
            Self::ToWatch => "to-watch",
        }
    }
}

impl Grounds {
    /// All, in the order in which they are looked for.
    pub const ALL: [Self; 6] = [
        Self::Scale,
        Self::Irremediability,
        Self::HardToUndo,
        Self::ManyHit,
        Self::Scope,
        Self::None,
    ];

    /// Its name in files, the same in every language.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Scale => "scale",
            Self::Irremediability => "irremediability",
            Self::HardToUndo => "hard-to-undo",
            Self::ManyHit => "many-hit",
            Self::Scope => "scope",
            Self::None => "none",
        }
    }
}

impl Delay {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Yes, Self::No, Self::NotKnown];

    /// Its name in files, the same in every language. Names are never changed.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::NotKnown => "unknown",
        }
    }
}

impl Likelihood {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 5] =
        [Self::Expected, Self::Possible, Self::Unlikely, Self::NoRoute, Self::NotKnown];

    /// Its name in files, the same in every language. Names are never changed.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Expected => "expected",
            Self::Possible => "possible",
            Self::Unlikely => "unlikely",
            Self::NoRoute => "no-route",
            Self::NotKnown => "unknown",
        }
    }

    /// How many degrees of likelihood stand before it: what is not known counts as expected.
    #[must_use]
    pub fn rank(self) -> u8 {
        match self {
            Self::Expected | Self::NotKnown => 1,
            Self::Possible => 2,
            Self::Unlikely => 3,
            Self::NoRoute => 4,
        }
    }
}

impl Nearness {
    /// How many degrees stand before it.
    #[must_use]
    pub fn rank(self) -> u8 {
        match self {
            Self::Harmed => 0,
            Self::Said(likelihood) => likelihood.rank(),
            Self::NotSaid => Likelihood::NotKnown.rank(),
        }
    }
}

impl Dimension {
    /// As what it counts, for bands and their order: what is not known, or was not said, as 4.
    #[must_use]
    pub fn counts_as(&self) -> Step {
        match self.mark {
            Some(Mark::Known(step)) => step,
            Some(Mark::NotKnown) | None => UNKNOWN_COUNTS_AS,
        }
    }
}

impl<T> Fall<T> {
    /// A fall of which neither measure nor proof was named.
    #[must_use]
    pub fn new(to: T) -> Self {
        Self { to, by: None, known: None }
    }

    /// Whether nobody has tested it: it is known by impression, or not at all.
    #[must_use]
    pub fn is_assumed(&self) -> bool {
        matches!(self.known, None | Some(HowKnown::Impression))
    }
}

impl Severity {
    /// One of its dimensions.
    #[must_use]
    pub fn dimension(&self, named: Named) -> &Dimension {
        match named {
            Named::Scale => &self.scale,
            Named::Scope => &self.scope,
            Named::Irremediability => &self.irremediability,
        }
    }

    /// One of its dimensions, to be changed.
    pub fn dimension_mut(&mut self, named: Named) -> &mut Dimension {
        match named {
            Named::Scale => &mut self.scale,
            Named::Scope => &mut self.scope,
            Named::Irremediability => &mut self.irremediability,
        }
    }

    /// Whether something was said of each dimension.
    #[must_use]
    pub fn is_rated(&self) -> bool {
        Named::ALL.iter().all(|named| self.dimension(*named).mark.is_some())
    }

    /// The dimensions that are not known yet, said or not.
    pub fn not_known(&self) -> impl Iterator<Item = Named> {
        Named::ALL
            .into_iter()
            .filter(|named| !matches!(self.dimension(*named).mark, Some(Mark::Known(_))))
    }

    /// The band, and why.
    #[must_use]
    pub fn band(&self) -> (Band, Grounds) {
        use Step::{Five, Four, Three, Two};
        let [scale, scope, irremediability] =
            Named::ALL.map(|named| self.dimension(named).counts_as());
        if scale == Five {
            (Band::Gravest, Grounds::Scale)
        } else if irremediability == Five && scale >= Three {
            (Band::Gravest, Grounds::Irremediability)
        } else if scale == Four {
            (Band::Severe, Grounds::Scale)
        } else if scale == Three && irremediability >= Four {
            (Band::Severe, Grounds::HardToUndo)
        } else if scale == Three && scope >= Three {
            (Band::Severe, Grounds::ManyHit)
        } else if scale == Two && scope == Five {
            (Band::Severe, Grounds::Scope)
        } else {
            (Band::ToWatch, Grounds::None)
        }
    }

    /// The fall of a dimension after measures, where it is one: to a lower mark than the one before.
    #[must_use]
    pub fn fall(&self, named: Named) -> Option<&Fall<Step>> {
        let after = self.after.as_ref()?;
        let fall = match named {
            Named::Scale => &after.scale,
            Named::Scope => &after.scope,
            Named::Irremediability => &after.irremediability,
        };
        fall.as_ref().filter(|fall| fall.to < self.dimension(named).counts_as())
    }

    /// Whether waiting makes it impossible to put right, as far as anybody knows: what is not known, or
    /// was not said, counts as yes.
    #[must_use]
    pub fn cannot_wait(&self) -> bool {
        self.delay != Some(Delay::No)
    }
}

impl super::Risk {
    /// How near it is: what has happened could not be nearer, whatever was said before.
    #[must_use]
    pub fn nearness(&self) -> Nearness {
        if self.has_harmed() {
            return Nearness::Harmed;
        }
        self.severity.likelihood.map_or(Nearness::NotSaid, Nearness::Said)
    }

    /// The likelihood after measures, where it is a lower one than before.
    #[must_use]
    pub fn rarer(&self) -> Option<&Fall<Likelihood>> {
        let fall = self.severity.after.as_ref()?.likelihood.as_ref()?;
        (fall.to.rank() > self.nearness().rank()).then_some(fall)
    }

    /// Where it stands among others.
    #[must_use]
    pub fn standing(&self) -> Standing {
        let severity = &self.severity;
        let below_highest =
            |named| Step::Five.number() - severity.dimension(named).counts_as().number();
        let [scale, scope, irremediability] = Named::ALL.map(below_highest);
        Standing([
            severity.band().0 as u8,
            u8::from(!severity.cannot_wait()),
            scale,
            irremediability,
            scope,
            self.nearness().rank(),
        ])
    }
}

/// Where a risk stands among others: lower comes first. Band, then whether it can wait, scale,
/// irremediability, scope, and last how near it is, each only where all before it are equal. Nothing of it
/// is added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Standing([u8; 6]);

impl Standing {
    /// The standing in these bytes, as it was kept.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 6]) -> Self {
        Self(bytes)
    }

    /// As bytes.
    #[must_use]
    pub fn to_bytes(self) -> [u8; 6] {
        self.0
    }

    /// The band it stands in.
    #[must_use]
    pub fn band(self) -> Band {
        let [band, ..] = self.0;
        Band::ALL.get(usize::from(band)).copied().unwrap_or(Band::ToWatch)
    }
}

/// A place in the order that somebody chose, inside a band, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reordering {
    /// The risk that was moved.
    pub risk: RiskId,
    /// Before which one of its band; none: behind all others of it.
    pub before: Option<RiskId>,
    /// Why.
    pub because: String,
}
