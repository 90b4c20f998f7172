//! One thing asked: if half could be “yes” and half “no”, nobody knows what an answer means.
//!
//! Most “and” and “or” join two things, not two questions (“sales and customer teams”), so what is
//! looked for is a second question mark, a second question word or verb of asking, and two practices
//! side by side (“assess and mitigate”). Questions to think about are answered in free words, so
//! they may join two; two question marks are two questions everywhere.

use super::Fault;
use super::reading::words;
use super::role::Role;
use super::said::Said;

/// What begins a question.
const OPENERS: &[&str] = &["how", "what", "when", "where", "which", "who", "whom", "whose", "why"];

/// What begins a question together with a person or thing behind it: “and do you”, not “and do not”.
const VERBS: &[&str] = &[
    "are", "can", "could", "did", "do", "does", "had", "has", "have", "is", "should", "was",
    "were", "will", "would",
];

/// Who or what the second half then asks about.
const SUBJECTS: &[&str] = &[
    "anybody", "anyone", "it", "others", "our", "people", "somebody", "someone", "that", "the",
    "there", "these", "they", "this", "those", "we", "you", "your",
];

/// Practices that are often asked for in pairs, by their stem.
const PRACTICES: &[&str] = &[
    "address",
    "analys",
    "approv",
    "assess",
    "audit",
    "check",
    "communicat",
    "consult",
    "decid",
    "document",
    "evaluat",
    "examin",
    "identif",
    "implement",
    "improv",
    "inform",
    "investigat",
    "manag",
    "map",
    "measur",
    "mitigat",
    "monitor",
    "prevent",
    "prioritis",
    "publish",
    "record",
    "reduc",
    "remedi",
    "review",
    "test",
    "track",
    "train",
    "verif",
];

/// Where the text asks, or offers, two things in one.
pub(crate) fn check(said: &Said) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut fault = |reason: String| faults.push(said.fault("one thing", reason));
    if matches!(said.role, Role::Prompt | Role::Asked) && said.text.matches('?').count() > 1 {
        fault("two question marks: split it, or keep the half that matters most".into());
    }
    if said.role.is_asked() && said.text.to_lowercase().contains("and/or") {
        fault("“and/or” is two answers in one: choose one of them".into());
    }
    if said.role == Role::Prompt {
        let words = words(&said.text);
        for at in joints(&words) {
            let piece = words.get(at..at + 2).unwrap_or_default().join(" ");
            fault(format!("“{piece}” begins a second question: split it, or drop one half"));
        }
        if words.iter().any(|word| word == "including") {
            fault("“including” widens the question: ask for one thing".into());
        }
    }
    if matches!(said.role, Role::Prompt | Role::Step | Role::Offered) {
        for (one, two) in pairs(&words(&said.text)) {
            fault(format!("“{one}” and “{two}” are two practices: keep the one that matters most"));
        }
    }
    faults
}

fn is_joint(word: &str) -> bool {
    word == "and" || word == "or"
}

/// Places of “and” and “or” behind which a second question begins.
fn joints(words: &[String]) -> Vec<usize> {
    let at = |place: usize| words.get(place).map(String::as_str).unwrap_or_default();
    let begins = |place: usize| {
        // “what and where” asks one thing in two words.
        let opens = OPENERS.contains(&at(place))
            && !place.checked_sub(2).is_some_and(|before| OPENERS.contains(&at(before)));
        opens || (VERBS.contains(&at(place)) && SUBJECTS.contains(&at(place + 1)))
    };
    (0..words.len()).filter(|place| is_joint(at(*place)) && begins(place + 1)).collect()
}

/// Two practices in the same form with nothing but “and” or “or” between them.
fn pairs(words: &[String]) -> Vec<(&str, &str)> {
    words
        .windows(3)
        .filter_map(|three| {
            let [one, joint, two] = three else { return None };
            let (first, second) = (practice(one)?, practice(two)?);
            (is_joint(joint) && first == second).then_some((one.as_str(), two.as_str()))
        })
        .collect()
}

/// The ending of a practice; none where the word is no practice.
fn practice(word: &str) -> Option<&'static str> {
    let behind = PRACTICES.iter().find_map(|stem| word.strip_prefix(stem))?;
    // “mapping”, “planned”: a doubled letter, and the “e” or “y” that the stem leaves off.
    Some(match behind {
        "ing" | "ying" | "ping" => "ing",
        "ed" | "d" | "ied" | "ped" => "ed",
        "" | "e" | "y" => "",
        "s" | "es" | "ies" => "s",
        _ => return None,
    })
}
