//! What stands beside a question: why it matters, and where it comes from.

use super::Fault;
use super::reading::sentences;
use super::role::Role;
use super::said::Said;
use crate::content::node::Node;
use crate::problem::Problems;

/// What a source is called that is none of people, but of the paper.
const AUTHORITIES: &[&str] = &["B-Tech", "Guiding Principle", "UNGP", "United Nations"];

/// “Why” is what may happen to people, in two sentences, and not that somebody demands it.
pub(crate) fn why(said: &Said) -> Vec<Fault> {
    if said.role != Role::Why {
        return Vec::new();
    }
    let mut faults = Vec::new();
    let found = sentences(&said.text).len();
    if found != 2 {
        faults.push(said.fault("why", format!("expected two sentences, found {found}")));
    }
    for authority in AUTHORITIES.iter().filter(|authority| said.text.contains(**authority)) {
        let reason =
            format!("names “{authority}”: say what may happen to people; sources stand below");
        faults.push(said.fault("why", reason));
    }
    faults
}

/// Every question rests on a principle and on a question of the agenda, and on nothing else.
pub(crate) fn sources(file: &Node, problems: &Problems) {
    for source in file.items("source") {
        let id = source.get("id").and_then(Node::text).map_or("", |id| &**id);
        if !is_principle(id) && !is_agenda(id) {
            let reason = "expected a principle such as “gp-19ai” or “gp-19-commentary”, or a question \
                          of the agenda such as “agenda-0930-1”: laws and reports are no source";
            problems.add(&source.at, format!("source {id}, id"), reason);
        }
    }
    for question in file.items("question") {
        let id = question.get("id").and_then(Node::text).map_or("", |id| &**id);
        let names: Vec<_> = question.items("sources").iter().filter_map(Node::text).collect();
        let at = question.get("sources").map_or(&question.at, |sources| &sources.at);
        let field = || format!("question {id}, sources");
        if !names.iter().any(|name| is_principle(name)) {
            problems.add(at, field(), "names no principle: add the one that it follows from");
        }
        if !names.iter().any(|name| is_agenda(name)) {
            problems.add(at, field(), "names no question of the agenda: add the one it belongs to");
        }
    }
}

/// `gp-19`, `gp-19a`, `gp-19aii`, `gp-19-commentary`; there are 31 principles.
fn is_principle(id: &str) -> bool {
    let Some(behind) = id.strip_prefix("gp-") else { return false };
    let behind = behind.strip_suffix("-commentary").unwrap_or(behind);
    let end = behind.find(|c: char| !c.is_ascii_digit()).unwrap_or(behind.len());
    let (number, part) = behind.split_at(end);
    let known = number.parse().is_ok_and(|number: u8| (1..=31).contains(&number));
    known && (part.is_empty() || part.starts_with(|c: char| c.is_ascii_lowercase())) && {
        part.bytes().all(|byte| byte.is_ascii_lowercase())
    }
}

/// `agenda-0930-1`: the time at which a session begins, and its question.
fn is_agenda(id: &str) -> bool {
    let parts: Vec<_> = id.split('-').collect();
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    matches!(parts.as_slice(), ["agenda", time, number]
        if time.len() == 4 && number.len() == 1 && digits(time) && digits(number))
}
