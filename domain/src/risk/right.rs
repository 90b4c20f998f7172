//! The rights that a risk can hit, as a list of 25 in plain words: the International Bill of Human Rights
//! and the core conventions (Guiding Principle 12). Which instruments each comes from is content.

/// One of the 25, by its number in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Right(u8);

/// Kinds of harm, by which tactics are tied to risks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum HarmKind {
    /// To life, body and liberty: rights 1 to 5.
    Life,
    /// To justice, identity and equality: rights 6 to 8.
    Justice,
    /// To privacy and family: rights 9 and 17.
    Privacy,
    /// To voice and taking part: rights 10 to 16.
    Voice,
    /// To children: right 18.
    Children,
    /// To work: rights 4, 13 and 19.
    Work,
    /// To a decent living: rights 20 to 25.
    Living,
}

impl Right {
    /// How many there are.
    pub const COUNT: u8 = 25;

    /// The one with this number, from 1.
    #[must_use]
    pub fn new(number: u8) -> Option<Self> {
        (1..=Self::COUNT).contains(&number).then_some(Self(number))
    }

    /// All, in their order.
    pub fn all() -> impl Iterator<Item = Self> {
        (1..=Self::COUNT).map(Self)
    }

    /// Its number, from 1.
    #[must_use]
    pub fn number(self) -> u8 {
        self.0
    }

    /// The kinds of harm that hit it. Some rights are of two.
    #[must_use]
    pub fn kinds(self) -> &'static [HarmKind] {
        use HarmKind::{Children, Justice, Life, Living, Privacy, Voice, Work};
        match self.0 {
            4 => &[Life, Work],
            1..=5 => &[Life],
            6..=8 => &[Justice],
            9 | 17 => &[Privacy],
            13 => &[Voice, Work],
            10..=16 => &[Voice],
            18 => &[Children],
            19 => &[Work],
            _ => &[Living],
        }
    }
}

impl HarmKind {
    /// All, in the order of their rights.
    pub const ALL: [Self; 7] = [
        Self::Life,
        Self::Justice,
        Self::Privacy,
        Self::Voice,
        Self::Children,
        Self::Work,
        Self::Living,
    ];

    /// Its letter in the rules.
    #[must_use]
    pub fn letter(self) -> char {
        match self {
            Self::Life => 'L',
            Self::Justice => 'J',
            Self::Privacy => 'P',
            Self::Voice => 'V',
            Self::Children => 'K',
            Self::Work => 'W',
            Self::Living => 'E',
        }
    }

    /// The kind with this letter.
    #[must_use]
    pub fn of(letter: char) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.letter() == letter)
    }
}
