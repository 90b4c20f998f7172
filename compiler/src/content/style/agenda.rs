//! No sentence of the agenda is copied. The agenda is not ours to keep here, so it is stored as what
//! a text can be compared with but nobody can read: a hash of every seven words that follow each
//! other. `cargo xtask content --agenda <file>` makes it anew from the agenda as plain text.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::Fault;
use super::reading::words;
use super::said::Said;

/// The file of hashes, from the root of the tree.
pub(crate) const FILE: &str = "content/agenda-hashes.txt";

/// How many words in a row make a copy. Five or six come together by chance (“respect for human
/// rights in the company”); eight miss a sentence in which every eighth word was changed.
const ROW: usize = 7;

/// Names that anybody has to spell alike. Each counts as one word, so that a name does not make a
/// copy, and a sentence copied around it is one all the same. The longest comes first.
const NAMES: &[&str] = &[
    "office of the united nations high commissioner for human rights",
    "un guiding principles on business and human rights",
    "united nations guiding principles on business and human rights",
    "human rights due diligence and end use of technology",
    "business and human rights in technology project",
    "business and human rights in technology",
    "world economic forum center for the fourth industrial revolution",
    "center for the fourth industrial revolution",
    "un guiding principles",
    "human rights due diligence",
    "respect for human rights",
];

/// The hashes of a text’s rows of words.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Agenda(BTreeSet<u64>);

impl Agenda {
    /// Reads what [`Self::written`] wrote.
    pub(crate) fn read(text: &str) -> Self {
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        let hashes = lines.flat_map(str::split_whitespace);
        Self(hashes.filter_map(|hash| u64::from_str_radix(hash, 16).ok()).collect())
    }

    /// Makes it from the text.
    pub(crate) fn of(text: &str) -> Self {
        Self(rows(text).into_iter().map(|(hash, _)| hash).collect())
    }

    /// Whether there is anything to compare with.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// As the file holds it.
    pub(crate) fn written(&self) -> String {
        let mut out = format!(
            "# Hashes of every {ROW} words of the agenda that follow each other. Nothing can be read from\n\
             # them. `cargo xtask content --agenda <file>` writes this file.\n"
        );
        for (index, hash) in self.0.iter().enumerate() {
            let end = if index % 8 == 7 { '\n' } else { ' ' };
            // Writing to a string cannot go wrong.
            let _ = write!(out, "{hash:012x}{end}");
        }
        out.trim_end().to_owned() + "\n"
    }

    /// Says so where the text has a row of words in common with it.
    pub(crate) fn check(&self, said: &Said) -> Vec<Fault> {
        let copied = rows(&said.text).into_iter().find(|(hash, _)| self.0.contains(hash));
        let reason =
            |row| format!("“{row}” stands in the agenda word for word: say it in other words");
        copied.into_iter().map(|(_, row)| said.fault("agenda", reason(row))).collect()
    }
}

/// Every row of words, hashed, and as it reads.
fn rows(text: &str) -> Vec<(u64, String)> {
    let mut plain = format!(" {} ", words(text).join(" "));
    for name in NAMES {
        plain = plain.replace(&format!(" {name} "), &format!(" {} ", name.replace(' ', "_")));
    }
    let words: Vec<_> = plain.split_whitespace().collect();
    words
        .windows(ROW)
        .map(|row| {
            let row = row.join(" ");
            (hash(&row), row.replace('_', " "))
        })
        .collect()
}

/// FNV-1a, of which 48 bits are kept: that any row of the whole bank is taken for a copy by chance is
/// less likely than one in a million.
fn hash(row: &str) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    row.bytes().fold(0xcbf2_9ce4_8422_2325, step) >> 16
}
