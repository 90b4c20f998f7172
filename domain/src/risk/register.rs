//! The register: up to ten risks, as an assessment holds them.
//!
//! What answering the first question waits for does not wait for what a risk is: a register holds each risk
//! as the bytes in which it is kept, with what the order, the squares and the questions that speak of the
//! gravest risk need beside them. Whoever works with a risk opens it ([`Kept::open`]).

use std::rc::Rc;

use super::{Reordering, Risk, RiskId, Standing};
use crate::sorted::sorted;

/// The risks of an assessment, in their order ([`super::order`]): whoever changes the register puts them there,
/// so that what comes first can be asked without it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register {
    kept: Vec<Kept>,
    removed: Vec<Removed>,
    reordered: Vec<Reordering>,
    leads: bool,
}

/// One risk as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Which one.
    pub id: RiskId,
    /// Its name; empty where that is not known.
    pub name: Rc<str>,
    /// Where it stands among others.
    pub standing: Standing,
    /// How far it is rated.
    pub rated: Rated,
    /// How far it is said how near it is.
    pub near: Rated,
    bytes: Rc<[u8]>,
}

/// How far something is said of a risk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rated {
    /// Nothing, or a part of it.
    #[default]
    No,
    /// All, and some of it is not known yet.
    NotKnown,
    /// All.
    Yes,
}

/// A risk that was taken out. Its number is not given again, and actions that were for it say its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removed {
    /// Which one.
    pub id: RiskId,
    /// What its name was.
    pub name: String,
}

impl Kept {
    /// The bytes in which it is kept: all that was said of it, but not which one it is.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// A risk as it was kept. What stands beside the bytes is believed.
    #[must_use]
    pub fn from_parts(
        id: RiskId,
        name: &str,
        standing: Standing,
        [rated, near]: [Rated; 2],
        bytes: &[u8],
    ) -> Self {
        Self { id, name: name.into(), standing, rated, near, bytes: bytes.into() }
    }
}

impl Register {
    /// A register of these risks.
    #[must_use]
    pub fn of<'a>(risks: impl IntoIterator<Item = &'a Risk>) -> Self {
        let mut register = Self::default();
        for risk in risks {
            register.put(risk);
        }
        register
    }

    /// A register of what was kept. That the risks stand in their order is believed.
    #[must_use]
    pub fn from_parts(
        kept: Vec<Kept>,
        removed: Vec<Removed>,
        reordered: Vec<Reordering>,
        leads: bool,
    ) -> Self {
        Self { kept, removed, reordered, leads }
    }

    /// All as they are kept, in their order.
    #[must_use]
    pub fn kept(&self) -> &[Kept] {
        &self.kept
    }

    /// All risks, opened, in their order.
    #[must_use]
    pub fn risks(&self) -> Vec<Risk> {
        self.kept.iter().map(Kept::open).collect()
    }

    /// One risk as it is kept.
    #[must_use]
    pub fn get(&self, id: RiskId) -> Option<&Kept> {
        self.kept.iter().find(|one| one.id == id)
    }

    /// Those that were taken out, and are still named somewhere.
    #[must_use]
    pub fn removed(&self) -> &[Removed] {
        &self.removed
    }

    /// The places that somebody chose, in the order in which they did.
    #[must_use]
    pub fn reordered(&self) -> &[Reordering] {
        &self.reordered
    }

    /// Whether its risks lead the way through the questions: they come first, and then the questions whose
    /// gaps would touch them.
    #[must_use]
    pub fn leads(&self) -> bool {
        self.leads
    }

    /// Has them lead the way, or no longer.
    pub fn lead(&mut self, leads: bool) {
        self.leads = leads;
    }

    /// Whether nothing is to be kept of it: no risk is listed, none was, and nothing was chosen about them.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The one that comes first by band order, whatever its status.
    #[must_use]
    pub fn first(&self) -> Option<&Kept> {
        self.kept.first()
    }

    /// An id that no risk has or had.
    #[must_use]
    pub fn next_id(&self) -> RiskId {
        let ids = self.kept.iter().map(|one| one.id).chain(self.removed.iter().map(|one| one.id));
        RiskId(ids.max().map_or(1, |highest| highest.0.saturating_add(1)))
    }

    /// Puts a risk in, in the place of the one with its id if there is one.
    pub fn put(&mut self, risk: &Risk) {
        self.put_kept(Kept::of(risk));
    }

    /// The same for one as it is kept.
    pub fn put_kept(&mut self, kept: Kept) {
        self.removed.retain(|removed| removed.id != kept.id);
        match self.kept.iter_mut().find(|one| one.id == kept.id) {
            Some(slot) => *slot = kept,
            None => self.kept.push(kept),
        }
        self.settle();
    }

    /// Puts the risks in their order.
    fn settle(&mut self) {
        let places = super::order(self);
        let number =
            |id: RiskId| places.iter().find(|placed| placed.id == id).map(|one| one.number);
        self.kept = sorted(self.kept.drain(..), |one| number(one.id));
    }

    /// Takes a risk out. Its name is kept for the actions that were for it.
    pub fn remove(&mut self, id: RiskId) {
        let Some(name) = self.get(id).map(|one| one.name.to_string()) else { return };
        self.kept.retain(|one| one.id != id);
        self.reordered.retain(|choice| choice.risk != id && choice.before != Some(id));
        self.removed.push(Removed { id, name });
        self.settle();
    }

    /// Puts a risk at a place inside its band, for a reason. An earlier choice about it goes.
    pub fn reorder(&mut self, choice: Reordering) {
        self.reordered.retain(|earlier| earlier.risk != choice.risk);
        self.reordered.push(choice);
        self.settle();
    }

    /// Puts a risk back where its band has it.
    pub fn order_by_band(&mut self, id: RiskId) {
        self.reordered.retain(|earlier| earlier.risk != id);
        self.settle();
    }

    /// What of it may be told. Which risks were taken out, and why somebody chose an order, may not.
    #[must_use]
    pub fn for_sharing(&self) -> Self {
        let mut told =
            Self::of(self.risks().iter().filter_map(Risk::for_sharing).collect::<Vec<_>>().iter());
        let reordered = self.reordered.iter().filter(|choice| {
            told.get(choice.risk).is_some()
                && choice.before.is_none_or(|before| told.get(before).is_some())
        });
        told.reordered = reordered
            .map(|choice| Reordering { because: String::new(), ..choice.clone() })
            .collect();
        told.settle();
        told
    }
}
