//! A list in a step says how many of its members are meant. “It names customers, partners and users”
//! leaves open whether two of the three are enough, and two people with the same facts then choose
//! two steps: one reader takes a list as a claim to be met whole, the other as a row of examples.
//!
//! What is looked for is a list of three or more: members between commas, or behind a colon. A word in
//! its sentence has to say whether one is enough (“such as”, “for example”, “any”, “at least one of”)
//! or none may be missing (“each”, “all”, “both”, a number before a colon). One that stands in the
//! opening phrase speaks of something else: “for each division, …”.
//!
//! Harmless, and not looked for:
//!
//! - **Two members.** “The board or the owners”, “limits and incidents”: two are seen at a glance and read
//!   as both, and most pairs are one thing in two words (“time and money”). The card beside the
//!   question says that a list is meant whole; what a pair hides, two readers have to find.
//! - **“or”** where something is or was done (“we kept, dropped or changed it”): the word itself says
//!   that one is enough; and in a denial (“no owner, date or place”), where it means none. Behind “can”,
//!   “could”, “may” it says neither: who may stop, change or delay a release may do each.
//! - **“and” or “or” between clauses**: “we compared them, and changed the rule where needed”.

use super::Fault;
use super::reading::{holds, in_brackets, sentences, unquoted, without_brackets, words};
use super::role::Role;
use super::said::Said;

/// What says how many are meant.
const HOW_MANY: &[&str] = &[
    "all",
    "any",
    "at least one",
    "both",
    "each",
    "either",
    "every",
    "for example",
    "neither",
    "one of",
    "one or more of",
    "such as",
    "two of",
    "whichever",
];

/// Numbers that count the members behind a colon.
const NUMBERS: &[&str] =
    &["three", "four", "five", "six", "seven", "eight", "3", "4", "5", "6", "7", "8"];

/// Behind them, “or” may mean each.
const MODALS: &[&str] = &["can", "could", "may", "might"];

/// “Or” in a denial means none.
const DENIALS: &[&str] = &["cannot", "neither", "never", "no", "nobody", "none", "not", "without"];

/// What an opening phrase begins with; its comma parts it from the sentence and joins no members.
const OPENERS: &[&str] = &[
    "after", "although", "as", "at", "because", "before", "besides", "by", "during", "for", "from",
    "here", "if", "in", "on", "once", "since", "so", "then", "today", "under", "unless", "until",
    "when", "where", "while", "with", "within", "without",
];

/// Who does something: what holds one of them is a clause.
const DOERS: &[&str] = &[
    "anybody",
    "anyone",
    "everybody",
    "he",
    "it",
    "nobody",
    "she",
    "somebody",
    "someone",
    "there",
    "they",
    "we",
];

/// What goes on with a sentence, where a member cannot begin.
const GOES_ON: &[&str] = &[
    "also", "although", "and", "are", "because", "but", "can", "could", "did", "do", "does",
    "even", "had", "has", "have", "if", "is", "may", "might", "must", "not", "once", "or", "so",
    "than", "then", "though", "unless", "until", "was", "were", "when", "while", "will", "would",
];

/// What begins a member, if the others begin so too: “from sales, from support and from law”, “who
/// pays, who asks and who decides”. By itself it begins an explanation: “our list, from inside or
/// outside, …”.
const IN_STEP: &[&str] = &[
    "about", "after", "at", "before", "by", "for", "from", "how", "in", "of", "on", "that",
    "through", "to", "under", "what", "where", "whether", "which", "who", "whom", "whose", "why",
    "with", "within", "without",
];

/// Deeds done to something that end neither in “ed” nor in “en”.
const DONE: &[&str] = &["bought", "built", "held", "kept", "led", "made", "run", "set", "sold"];

/// Longer than this, what stands between two commas is no member.
const MEMBER: usize = 7;

/// Every list of a step that does not say how many of its members are meant.
pub(crate) fn check(said: &Said) -> Vec<Fault> {
    if said.role != Role::Step {
        return Vec::new();
    }
    let text = unquoted(&said.text);
    let bare = sentences(&text).into_iter().flat_map(parts).filter_map(|part| bare(&part));
    let reason = |list| {
        format!(
            "“{list}” leaves open whether one is enough: “such as” or “at least one of” if so, “each” \
             or “all” if none may be missing"
        )
    };
    bare.map(|list| said.fault("lists", reason(list))).collect()
}

/// A sentence without its brackets, or what stands in brackets.
struct Part {
    text: String,
    /// Where the word can stand that says how many are meant: what is in brackets tells nothing of the
    /// list around them.
    heard: String,
    in_brackets: bool,
}

fn parts(sentence: &str) -> Vec<Part> {
    let text = without_brackets(sentence);
    let inside = in_brackets(sentence).into_iter().map(|inside| {
        let heard = format!("{text} {inside}");
        Part { text: inside, heard, in_brackets: true }
    });
    let inside: Vec<_> = inside.collect();
    let around = Part { heard: text.clone(), text, in_brackets: false };
    std::iter::once(around).chain(inside).collect()
}

/// The first list of a part that says too little.
fn bare(part: &Part) -> Option<String> {
    let counted = counts_before_colon(&part.text);
    part.text.split([':', ';', '–']).enumerate().find_map(|(place, stretch)| {
        let spelled = place > 0 || part.in_brackets;
        let pieces: Vec<_> = stretch.split(',').map(words).collect();
        let list = (1..pieces.len())
            .find_map(|at| List::ending_at(&pieces, at))
            .or_else(|| spelled.then(|| List::spelled(&pieces)).flatten())?;
        let said = counted || says_how_many(&part.heard, &list);
        (!said && !list.is_harmless()).then(|| list.shown(stretch))
    })
}

/// A list between commas.
struct List<'a> {
    /// What stands before the first comma, of which the end is the first member.
    before: &'a [String],
    /// “and” or “or”; none in a list that is only spelled out.
    joint: Option<&'a str>,
    /// The piece that it begins in.
    start: usize,
    /// How many pieces come behind that one.
    pieces: usize,
    /// Whether it stands in the phrase that opens the sentence.
    opens: bool,
}

impl<'a> List<'a> {
    /// The list that ends in the piece: “a, b and c”, “a, b, and c”.
    fn ending_at(pieces: &'a [Vec<String>], at: usize) -> Option<Self> {
        let piece = pieces.get(at)?;
        let place = piece.iter().position(|word| word == "and" || word == "or")?;
        let (inside, last) = (piece.get(..place)?, piece.get(place + 1..)?);
        let (start, member) = match inside {
            [] => (at.checked_sub(2)?, pieces.get(at - 1)?.as_slice()),
            inside => (at - 1, inside),
        };
        let before = pieces.get(start)?.as_slice();
        let opens = start == 0 && begins(before, OPENERS);
        // “For sales, support and law, …”: the comma behind the list closes the phrase.
        if opens && (member.len() > 2 || at + 1 == pieces.len()) {
            return None;
        }
        let aligned = in_step(before, member, last);
        // “The owner, in sales, holds the map and the list”; not “a map, by product, place and use”.
        let explained = begins(before, GOES_ON) || (begins(before, IN_STEP) && member.len() > 2);
        let aside = start > 0 && !aligned && explained;
        let is_list = !before.is_empty() && !aside && (aligned || is_member(member));
        let joint = piece.get(place).map(String::as_str);
        (is_list && !last.is_empty()).then_some(Self {
            before,
            joint,
            start,
            pieces: at - start,
            opens,
        })
    }

    /// Behind a colon or in brackets, members need no “and”.
    fn spelled(pieces: &'a [Vec<String>]) -> Option<Self> {
        let [before, _, _, ..] = pieces else { return None };
        let members = pieces.iter().all(|piece| is_member(piece));
        members.then_some(Self {
            before,
            joint: None,
            start: 0,
            pieces: pieces.len(),
            opens: false,
        })
    }

    fn is_harmless(&self) -> bool {
        let holds = |what: &[&str]| self.before.iter().any(|word| what.contains(&word.as_str()));
        self.joint == Some("or") && (holds(DENIALS) || !holds(MODALS))
    }

    /// From its first member’s last word on, as it stands in the text.
    fn shown(&self, stretch: &str) -> String {
        let pieces: Vec<_> = stretch.split(',').collect();
        let (first, behind) =
            pieces.get(self.start..).and_then(|list| list.split_first()).unwrap_or((&"", &[]));
        let word = first.split_whitespace().last().unwrap_or_default();
        let behind = behind.get(..self.pieces).unwrap_or(behind).join(",");
        let shown: Vec<_> = behind.split_whitespace().collect();
        let shown = shown.join(" ");
        format!("{word}, {}", shown.trim_end_matches(|c: char| !c.is_alphanumeric()).trim_end())
    }
}

fn begins(piece: &[String], with: &[&str]) -> bool {
    piece.first().is_some_and(|word| with.contains(&word.as_str()))
}

/// A few words that no clause and no explanation begins with.
fn is_member(piece: &[String]) -> bool {
    let clause = piece.iter().any(|word| DOERS.contains(&word.as_str()));
    // “kept by the owner”, “written in law”: an explanation of what stands before.
    let explains = piece.first().is_some_and(|word| {
        word.ends_with("ed") || word.ends_with("en") || DONE.contains(&word.as_str())
    }) && piece.get(1).is_some_and(|word| IN_STEP.contains(&word.as_str()));
    let fits = (1..=MEMBER).contains(&piece.len());
    fits && !clause && !explains && !begins(piece, GOES_ON) && !begins(piece, IN_STEP)
}

/// Whether the members begin alike: with one preposition, or each with a word that asks.
fn in_step(before: &[String], member: &[String], last: &[String]) -> bool {
    let asks = |word: &String| word.starts_with("wh") || word == "how";
    let (Some(one), Some(two)) = (member.first(), last.first()) else { return false };
    let known = IN_STEP.contains(&one.as_str());
    known
        && if asks(one) {
            asks(two) && before.iter().any(asks)
        } else {
            one == two && before.contains(one)
        }
}

/// “All four: …”, “these three things: …”.
fn counts_before_colon(text: &str) -> bool {
    let Some((head, _)) = text.split_once(':') else { return false };
    words(head).iter().rev().take(3).any(|word| NUMBERS.contains(&word.as_str()))
}

/// Whether what is heard, but for an opening phrase that the list is no part of, has a word for it.
fn says_how_many(heard: &str, list: &List<'_>) -> bool {
    let opening = heard
        .split_once(',')
        .filter(|(opening, _)| !list.opens && begins(&words(opening), OPENERS));
    let words = words(opening.map_or(heard, |(_, behind)| behind));
    HOW_MANY.iter().any(|phrase| holds(&words, phrase))
}
