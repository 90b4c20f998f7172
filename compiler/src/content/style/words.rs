//! Words to avoid, and what to write instead.

use super::Fault;
use super::reading::{holds, unquoted, words};
use super::role::Role;
use super::said::Said;

/// Words, where they are wrong, and what to do.
struct Avoid {
    words: &'static [&'static str],
    wrong_in: fn(Role) -> bool,
    instead: &'static str,
}

/// In every text, the page and reports included.
fn everywhere(_: Role) -> bool {
    true
}

/// In every text of the bank. The page may speak of a heading’s level or say that it has no total.
fn in_the_bank(role: Role) -> bool {
    role != Role::Screen
}

/// In what is asked, offered, found and to be decided, where a word judges the company. In help, “only” and “still”
/// judge nobody: “listed on this device only”, “harm that can still be undone”.
fn in_what_is_asked_or_found(role: Role) -> bool {
    role.is_asked() || matches!(role, Role::Finding | Role::Decided)
}

/// In the answers themselves and what is found from them, where the word would carry the difference.
/// A question to think about (“what do you usually do first?”) grades nothing.
fn in_what_is_graded(role: Role) -> bool {
    matches!(role, Role::Prompt | Role::Step | Role::Offered | Role::Finding | Role::Decided)
}

/// In claims about results.
fn in_claims(role: Role) -> bool {
    matches!(role, Role::Step | Role::Offered | Role::Finding | Role::Decided)
}

const AVOID: &[Avoid] = &[
    Avoid {
        words: &["ensure", "ensures", "ensured", "ensuring", "guarantee", "guarantees"],
        wrong_in: everywhere,
        instead: "nobody can promise a result: say what is done, or “seek to prevent”",
    },
    Avoid {
        words: &["prevents", "we prevent", "make sure", "makes sure", "made sure"],
        wrong_in: in_claims,
        instead: "a claim about results: say what is done, or “seek to prevent”",
    },
    Avoid {
        words: &[
            "percent",
            "per cent",
            "percentage",
            "percentages",
            "%",
            "score",
            "scores",
            "scored",
            "scoring",
            "average",
            "averages",
            "the mean",
            "maturity",
        ],
        wrong_in: everywhere,
        instead: "answers are not added up or divided: say what is there",
    },
    Avoid {
        words: &["total", "totals", "in total", "level", "levels", "compliant"],
        wrong_in: in_the_bank,
        instead: "answers are not added up or graded: say what is there",
    },
    Avoid {
        words: &["robust", "best in class", "world class", "state of the art", "culture of"],
        wrong_in: everywhere,
        instead: "an opinion: say what a visitor could see",
    },
    Avoid {
        words: &[
            "how important",
            "how committed",
            "how seriously",
            "how well",
            "do you agree",
            "to what extent",
        ],
        wrong_in: everywhere,
        instead: "it asks for an opinion: ask what is done, decided or on record",
    },
    Avoid {
        words: &["fail", "fails", "failed", "failing", "failure", "failures"],
        wrong_in: everywhere,
        instead: "it shames: describe today in neutral words",
    },
    Avoid {
        words: &["still", "only", "merely"],
        wrong_in: in_what_is_asked_or_found,
        instead: "it judges: describe today in neutral words",
    },
    Avoid {
        words: &[
            "always",
            "often",
            "frequently",
            "regularly",
            "sometimes",
            "occasionally",
            "rarely",
            "seldom",
            "usually",
            "generally",
            "mostly",
            "largely",
            "partly",
            "partially",
            "fully",
            "completely",
            "adequate",
            "adequately",
            "sufficient",
            "sufficiently",
            "appropriate",
            "appropriately",
            "properly",
            "effectively",
            "consistently",
            "systematically",
            "thoroughly",
            "proactively",
            "periodically",
        ],
        wrong_in: in_what_is_graded,
        instead: "it grades: say what is done, and when",
    },
    Avoid {
        words: &["reputation", "reputational", "brand", "brands", "fines", "a fine", "fined"],
        wrong_in: everywhere,
        instead: "people come first: say what may happen to people",
    },
    Avoid {
        words: &[
            "business risk",
            "business risks",
            "commercial risk",
            "financial risk",
            "legal risk",
            "legal risks",
            "compliance risk",
            "risk to the company",
            "risk to the business",
            "risks to the company",
            "risks to the business",
        ],
        wrong_in: everywhere,
        instead: "“risk” means risk to people",
    },
];

/// Laws by name, short name or abbreviation, as they are written. What is lawful can harm people and
/// laws change, so the bank rests on principles alone.
const LAWS: &[&str] = &[
    "AI Act",
    "CCPA",
    "CLOUD Act",
    "COPPA",
    "CPRA",
    "CSDDD",
    "CSRD",
    "CS3D",
    "DMA",
    "DSA",
    "DSGVO",
    "Dodd-Frank",
    "EAR",
    "ePrivacy",
    "FERPA",
    "FISA",
    "GDPR",
    "HIPAA",
    "ITAR",
    "LGPD",
    "LkSG",
    "NIS2",
    "NetzDG",
    "PIPL",
    "PIPEDA",
    "Section 230",
    "Wassenaar",
    "loi de vigilance",
];

/// How the names of laws end.
const LAW_ENDS: &[&str] = &["Act", "Directive", "Regulation", "Ordinance", "Statute", "Bill"];

/// Every word to avoid that the text uses itself. What it quotes is spoken of, not said.
pub(crate) fn check(said: &Said) -> Vec<Fault> {
    let words = words(&unquoted(&said.text));
    let mut faults = Vec::new();
    for avoid in AVOID.iter().filter(|avoid| (avoid.wrong_in)(said.role)) {
        for word in avoid.words.iter().filter(|word| holds(&words, word)) {
            faults.push(said.fault("words", format!("“{word}”: {}", avoid.instead)));
        }
    }
    faults
}

/// Every law that the text names, quoted or not.
pub(crate) fn laws(said: &Said) -> Vec<Fault> {
    let text = &*said.text;
    let mut found: Vec<String> = LAWS
        .iter()
        .filter(|law| {
            text.match_indices(**law).any(|(at, law)| {
                let letter = |c: char| c.is_alphanumeric();
                let before = text.get(..at).unwrap_or_default();
                let behind = text.get(at + law.len()..).unwrap_or_default();
                !before.ends_with(letter) && !behind.starts_with(letter)
            })
        })
        .map(|law| (*law).to_owned())
        .collect();
    let words: Vec<_> = text.split(' ').collect();
    for pair in words.windows(2) {
        let [name, end] = pair else { continue };
        let end = end.trim_end_matches(|c: char| !c.is_alphanumeric());
        let capital = |word: &str| {
            word.starts_with(|c: char| c.is_uppercase()) && word.ends_with(char::is_alphanumeric)
        };
        let whole = format!("{name} {end}");
        if LAW_ENDS.contains(&end) && capital(name) && !found.contains(&whole) {
            found.push(whole);
        }
    }
    let reason =
        |law| format!("“{law}” is a law: a source is a principle and a question of the agenda");
    found.into_iter().map(|law| said.fault("laws", reason(law))).collect()
}
