//! What is chosen among a few, and by which letters the rules that tie gaps to risks speak of it.

/// Something that has a letter in the rules.
pub trait Letter: Copy + Eq + Sized + 'static {
    /// All of them, in the order in which they are offered.
    const ALL: &'static [Self];

    /// Its letter.
    fn letter(self) -> char;

    /// The one with this letter.
    #[must_use]
    fn of(letter: char) -> Option<Self> {
        Self::ALL.iter().copied().find(|one| one.letter() == letter)
    }
}

macro_rules! letters {
    ($($(#[$doc:meta])* $name:ident { $($(#[$one_doc:meta])* $one:ident $letter:literal $text:literal),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$one_doc])* $one,)+ }

        impl Letter for $name {
            const ALL: &'static [Self] = &[$(Self::$one,)+];

            fn letter(self) -> char {
                match self { $(Self::$one => $letter,)+ }
            }
        }

        impl $name {
            /// Its name in files, the same in every language. Names are never changed.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$one => $text,)+ }
            }
        }
    )+};
}

letters! {
    /// Who does it (agenda, Session Five, and two more: those one buys from, and oneself).
    Party {
        /// A State, under contract or not.
        State 'S' "state",
        /// Individuals or groups.
        Individuals 'I' "individuals",
        /// Enterprise customers.
        Enterprise 'E' "enterprise",
        /// Technologists who adapt or combine.
        Technologists 'T' "technologists",
        /// Those one buys from: parts, data, labour.
        Suppliers 'B' "suppliers",
        /// The company itself, by acts or things left undone.
        Ourselves 'O' "ourselves",
    }
    /// Who is hurt: groups of rights-holders.
    People {
        /// Not users: filmed, named, scored, neighbours.
        NonUsers 'N' "non-users",
        /// At heightened risk.
        Heightened 'H' "heightened",
        /// Children.
        Children 'C' "children",
        /// Those decided about: applicants, claimants, patients, suspects.
        Decided 'X' "decided",
        /// Those who depend on the service.
        Dependent 'Y' "dependent",
        /// Workers who label, moderate, support, make.
        Workers 'W' "workers",
        /// Users in general.
        Users 'G' "users",
    }
    /// Where the harm gets its start. The first five are stages, in their order.
    Start {
        /// Research.
        Research 'r' "research",
        /// Design.
        Design 'd' "design",
        /// Development.
        Development 'v' "development",
        /// Deployment: release, sale, access, service.
        Deployment 'l' "deployment",
        /// Use.
        Use 'u' "use",
        /// Bought parts, data, labour.
        Bought 'b' "bought",
        /// Own rules and safeguards.
        OwnRules 'o' "own-rules",
    }
}

impl Start {
    /// The stages, earliest first.
    pub const STAGES: [Self; 5] =
        [Self::Research, Self::Design, Self::Development, Self::Deployment, Self::Use];

    /// How many stages come before it; none of what is no stage.
    #[must_use]
    pub fn stage(self) -> Option<usize> {
        Self::STAGES.iter().position(|stage| *stage == self)
    }
}
