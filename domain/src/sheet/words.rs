//! Heads of columns and words to choose from, each with a name that is the same in every language.

use crate::answer::{EvidenceKind, HowKnown, Instead, Sureness, TacticEffect, TacticState};
use crate::texts::{Key, Texts, report as keys};

/// A word, and the name it has in every language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The name. Names are never changed.
    pub name: &'static str,
    /// The word.
    pub text: String,
}

/// All words of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// Names of the two sheets in a workbook, *questions* and *tactics*.
    pub sheets: [Word; 2],
    /// Heads of columns, in the order of [`Column::ALL`].
    pub columns: Vec<Word>,
    /// What may be said instead of an answer.
    pub instead: Vec<Word>,
    /// Whether a tactic is in use.
    pub states: Vec<Word>,
    /// Its effect.
    pub effects: Vec<Word>,
    /// How the effect is known.
    pub known: Vec<Word>,
    /// Kinds of evidence.
    pub kinds: Vec<Word>,
    /// How sure somebody is.
    pub sureness: Vec<Word>,
}

/// A column of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Column {
    Code,
    Question,
    Offered,
    Answer,
    ElsewhereStep,
    ElsewherePlace,
    Because,
    Note,
    Kind,
    Place,
    AsOf,
    Sureness,
    Phase,
    Tactic,
    Guards,
    State,
    Effect,
    Known,
    Id,
}

impl Column {
    /// All there are.
    pub const ALL: [Self; 19] = [
        Self::Code,
        Self::Question,
        Self::Offered,
        Self::Answer,
        Self::ElsewhereStep,
        Self::ElsewherePlace,
        Self::Because,
        Self::Note,
        Self::Kind,
        Self::Place,
        Self::AsOf,
        Self::Sureness,
        Self::Phase,
        Self::Tactic,
        Self::Guards,
        Self::State,
        Self::Effect,
        Self::Known,
        Self::Id,
    ];

    /// Its name in every language.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.told().0
    }

    /// Whether people fill it in.
    #[must_use]
    pub fn is_filled_in(self) -> bool {
        match self {
            Self::Answer
            | Self::ElsewhereStep
            | Self::ElsewherePlace
            | Self::Because
            | Self::Note
            | Self::Kind
            | Self::Place
            | Self::AsOf
            | Self::Sureness
            | Self::State
            | Self::Effect
            | Self::Known => true,
            Self::Code
            | Self::Question
            | Self::Offered
            | Self::Phase
            | Self::Tactic
            | Self::Guards
            | Self::Id => false,
        }
    }

    /// Whether anything depends on what it says when the sheet comes back.
    pub(super) fn is_read(self) -> bool {
        self.is_filled_in() || self == Self::Id
    }

    fn told(self) -> (&'static str, Key) {
        match self {
            Self::Code => ("column-code", keys::ROWS_COLUMN_CODE),
            Self::Question => ("column-question", keys::ROWS_COLUMN_QUESTION),
            Self::Offered => ("column-offered", keys::ROWS_KIND_OFFERED),
            Self::Answer => ("column-answer", keys::SHEET_COLUMN_ANSWER),
            Self::ElsewhereStep => ("column-elsewhere-step", keys::SHEET_COLUMN_ELSEWHERE_STEP),
            Self::ElsewherePlace => ("column-elsewhere-place", keys::WORDS_ELSEWHERE_PLACE),
            Self::Because => ("column-because", keys::SHEET_COLUMN_BECAUSE),
            Self::Note => ("column-note", keys::SHEET_COLUMN_NOTE),
            Self::Kind => ("column-evidence-kind", keys::SHEET_COLUMN_KIND),
            Self::Place => ("column-evidence", keys::SHEET_COLUMN_PLACE),
            Self::AsOf => ("column-evidence-date", keys::SHEET_COLUMN_AS_OF),
            Self::Sureness => ("column-how-sure", keys::WORDS_DETAIL_HOW_SURE),
            Self::Phase => ("column-phase", keys::ROWS_COLUMN_PHASE),
            Self::Tactic => ("column-tactic", keys::ROWS_COLUMN_TACTIC),
            Self::Guards => ("column-guards", keys::SHEET_COLUMN_GUARDS),
            Self::State => ("column-state", keys::ROWS_KIND_STATE),
            Self::Effect => ("column-effect", keys::ROWS_KIND_EFFECT),
            Self::Known => ("column-how-known", keys::ROWS_KIND_HOW_KNOWN),
            Self::Id => ("column-id", keys::SHEET_COLUMN_ID),
        }
    }
}

/// Something that a cell says by one of some words.
pub trait Worded: Copy + PartialEq + Sized + 'static {
    /// All there are, each with its name and its word.
    const ALL: &'static [(Self, &'static str, Key)];

    /// What a name stands for.
    #[must_use]
    fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, found, _)| *found == name).map(|(value, ..)| *value)
    }

    /// The word.
    #[must_use]
    fn text(self, texts: &Texts) -> String {
        let found = Self::ALL.iter().find(|(value, ..)| *value == self);
        found.map(|(.., key)| texts.get(*key).to_string()).unwrap_or_default()
    }
}

impl Worded for Instead {
    const ALL: &'static [(Self, &'static str, Key)] = &[
        (Self::NotKnown, "not-known", keys::WORDS_NOT_KNOWN),
        (Self::DoesNotApply, "does-not-apply", keys::WORDS_DOES_NOT_APPLY),
    ];
}

impl Worded for TacticState {
    const ALL: &'static [(Self, &'static str, Key)] = &[
        (Self::Used, "state-used", keys::WORDS_TACTIC_USED),
        (Self::Planned, "state-planned", keys::WORDS_TACTIC_PLANNED),
        (Self::Unused, "state-unused", keys::WORDS_TACTIC_UNUSED),
        (Self::Unknown, "state-unknown", keys::WORDS_TACTIC_UNKNOWN),
        (Self::Unfit, "state-unfit", keys::WORDS_TACTIC_UNFIT),
    ];
}

impl Worded for TacticEffect {
    const ALL: &'static [(Self, &'static str, Key)] = &[
        (Self::Unknown, "effect-unknown", keys::WORDS_EFFECT_UNKNOWN),
        (Self::None, "effect-none", keys::WORDS_EFFECT_NONE),
        (Self::Some, "effect-some", keys::WORDS_EFFECT_SOME),
        (Self::Clear, "effect-clear", keys::WORDS_EFFECT_CLEAR),
    ];
}

impl Worded for HowKnown {
    const ALL: &'static [(Self, &'static str, Key)] = &[
        (Self::Impression, "known-impression", keys::WORDS_KNOWN_IMPRESSION),
        (Self::Internal, "known-internal", keys::WORDS_KNOWN_INTERNAL),
        (Self::Outside, "known-outside", keys::WORDS_KNOWN_OUTSIDE),
        (Self::Affected, "known-affected", keys::WORDS_KNOWN_AFFECTED),
        (Self::Independent, "known-independent", keys::WORDS_KNOWN_INDEPENDENT),
    ];
}

impl Worded for EvidenceKind {
    const ALL: &'static [(Self, &'static str, Key)] = &[
        (Self::Document, "evidence-document", keys::SHEET_KIND_DOCUMENT),
        (Self::Decision, "evidence-decision", keys::SHEET_KIND_DECISION),
        (Self::Data, "evidence-data", keys::SHEET_KIND_DATA),
        (Self::Test, "evidence-test", keys::SHEET_KIND_TEST),
        (Self::Statement, "evidence-statement", keys::SHEET_KIND_STATEMENT),
        (Self::Other, "evidence-other", keys::SHEET_KIND_ANYTHING),
    ];
}

impl Worded for Sureness {
    const ALL: &'static [(Self, &'static str, Key)] = &[
        (Self::Guess, "sure-guess", keys::WORDS_SURENESS_GUESS),
        (Self::Seen, "sure-seen", keys::WORDS_SURENESS_SEEN),
        (Self::Checked, "sure-checked", keys::WORDS_SURENESS_CHECKED),
    ];
}

impl Words {
    /// The words in the language of these texts.
    #[must_use]
    pub fn of(texts: &Texts) -> Self {
        let word = |name, key| Word { name, text: texts.get(key).to_string() };
        Self {
            sheets: [
                word("questions", keys::ROWS_SHEET_QUESTIONS),
                word("tactics", keys::ROWS_SHEET_TACTICS),
            ],
            columns: Column::ALL
                .map(|column| {
                    let (name, key) = column.told();
                    word(name, key)
                })
                .into(),
            instead: all::<Instead>(texts),
            states: all::<TacticState>(texts),
            effects: all::<TacticEffect>(texts),
            known: all::<HowKnown>(texts),
            kinds: all::<EvidenceKind>(texts),
            sureness: all::<Sureness>(texts),
        }
    }

    /// The head of a column.
    #[must_use]
    pub fn head(&self, column: Column) -> &str {
        let found = self.columns.iter().find(|word| word.name == column.name());
        found.map(|word| word.text.as_str()).unwrap_or_default()
    }
}

fn all<T: Worded>(texts: &Texts) -> Vec<Word> {
    let word =
        |(_, name, key): &(T, &'static str, Key)| Word { name, text: texts.get(*key).to_string() };
    T::ALL.iter().map(word).collect()
}
