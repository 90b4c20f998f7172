//! The register as its screens list it: what has happened apart and above, then band by band.

use domain::risk::{Band, Placed, Register, Risk, RiskId, order};

use crate::risking::Toward;

/// The risks of a register, opened, in their order.
#[derive(Clone, Debug)]
pub struct Listed(Vec<ListedRisk>);

/// A risk at its place.
#[derive(Clone, Debug)]
pub struct ListedRisk {
    /// The risk.
    pub risk: Risk,
    /// Its place in the order.
    pub place: Placed,
}

impl ListedRisk {
    /// Whether two stand in one list, inside which they can be moved: of one band, and both happened or
    /// neither.
    fn stands_with(&self, other: &Self) -> bool {
        let list = |one: &Self| (one.risk.standing().band(), one.risk.has_harmed());
        list(self) == list(other)
    }
}

impl Listed {
    /// The risks of this register.
    #[must_use]
    pub fn of(register: &Register) -> Self {
        let placed = order(register).into_iter();
        let opened = |place: Placed| {
            let risk = register.get(place.id)?.open();
            Some(ListedRisk { risk, place })
        };
        Self(placed.filter_map(opened).collect())
    }

    /// The same, or the first risk as it is before anything was said of it: where none is listed, it stands
    /// there to be described.
    #[must_use]
    pub fn or_first(register: &Register) -> Self {
        if !register.kept().is_empty() {
            return Self::of(register);
        }
        let blank = Register::of([&Risk::new(register.next_id())]);
        Self::of(&blank)
    }

    /// All, in the order of their numbers.
    #[must_use]
    pub fn all(&self) -> &[ListedRisk] {
        &self.0
    }

    /// One of them.
    #[must_use]
    pub fn get(&self, id: RiskId) -> Option<&ListedRisk> {
        self.0.iter().find(|one| one.place.id == id)
    }

    /// Those that stand under one heading: what is happening or has happened where there is no band, else
    /// the rest of a band.
    pub fn under(&self, band: Option<Band>) -> impl Iterator<Item = &ListedRisk> {
        self.0.iter().filter(move |one| match (one.risk.has_harmed(), band) {
            (harmed, None) => harmed,
            (harmed, Some(band)) => !harmed && one.risk.standing().band() == band,
        })
    }

    /// The headings, in the order in which they stand.
    pub fn headings() -> impl Iterator<Item = Option<Band>> {
        [None].into_iter().chain(Band::ALL.map(Some))
    }

    /// Which one stands below another on the screen; above it where that is the last one.
    #[must_use]
    pub fn beside(&self, id: RiskId) -> Option<RiskId> {
        let seen = Self::headings().flat_map(|heading| self.under(heading));
        let seen: Vec<RiskId> = seen.map(|one| one.place.id).collect();
        let at = seen.iter().position(|other| *other == id)?;
        seen.get(at + 1).or_else(|| seen.get(at.checked_sub(1)?)).copied()
    }

    /// Whether a risk can go that way inside its list.
    #[must_use]
    pub fn can_go(&self, id: RiskId, toward: Toward) -> bool {
        self.goes_before(id, toward).is_some()
    }

    /// Before which one a risk stands once it has gone one place that way; none within: behind all others
    /// of its band. None at all where it cannot go there.
    pub(crate) fn goes_before(&self, id: RiskId, toward: Toward) -> Option<Option<RiskId>> {
        let here = self.get(id)?;
        let list = || self.0.iter().filter(|other| other.stands_with(here));
        let at = list().position(|other| other.place.id == id)?;
        match toward {
            Toward::Earlier => Some(Some(list().nth(at.checked_sub(1)?)?.place.id)),
            Toward::Later => {
                let passed = list().nth(at + 1)?.place.number;
                let band = here.risk.standing().band();
                let mut behind = self.0.iter().filter(|other| other.place.number > passed);
                let next = behind.find(|other| other.risk.standing().band() == band);
                Some(next.map(|next| next.place.id))
            }
        }
    }

    /// Whether a risk may be put before another one: they stand in one list.
    pub(crate) fn may_stand_before(&self, id: RiskId, before: Option<RiskId>) -> bool {
        let Some(here) = self.get(id) else { return false };
        before.is_none_or(|before| {
            before != id && self.get(before).is_some_and(|other| other.stands_with(here))
        })
    }

    /// How many are rated.
    #[must_use]
    pub fn rated(&self) -> usize {
        self.0.iter().filter(|one| one.risk.severity.is_rated()).count()
    }

    /// Which one is rated next: the first behind this one that is not rated yet, else the first of all.
    #[must_use]
    pub fn next_to_rate(&self, id: RiskId) -> Option<&ListedRisk> {
        let number = self.get(id)?.place.number;
        let waits = |one: &&ListedRisk| one.place.id != id && !one.risk.severity.is_rated();
        let mut behind = self.0.iter().filter(|one| one.place.number > number);
        behind.find(waits).or_else(|| self.0.iter().find(waits))
    }
}
