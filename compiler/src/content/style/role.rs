//! What part a text plays in the bank: what may stand in help need not be right in a step.

/// The part of a text in the bank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// The question itself.
    Prompt,
    /// A smaller question beside it: of a reflection, of a phase, of a tension.
    Asked,
    /// A step of a ladder.
    Step,
    /// Another answer that is offered: a value, a tactic.
    Offered,
    /// What findings say, and why they matter.
    Finding,
    /// Why a question matters.
    Why,
    /// What those who lead have to decide.
    Decided,
    /// Help in sentences.
    Help,
    /// Help in a few words: evidence, who knows, names.
    Label,
    /// What the page and reports say around the bank.
    Screen,
}

impl Role {
    /// Whether a person answers to it or with it.
    pub(crate) fn is_asked(self) -> bool {
        matches!(self, Self::Prompt | Self::Asked | Self::Step | Self::Offered)
    }

    /// Whether it is read as sentences, so that its ease can be measured.
    pub(crate) fn is_prose(self) -> bool {
        !matches!(self, Self::Decided | Self::Label | Self::Offered | Self::Screen)
    }
}
