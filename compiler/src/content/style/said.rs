//! Every text of a file with its place and its part in the bank: what may stand in help need not be
//! right in a step.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::Fault;
use super::role::Role;
use crate::content::node::{Node, Value};
use crate::kinds;
use crate::problem::At;

/// Marks a step that is true together with the one before.
const ADDS: &str = "+ ";

/// A text.
#[derive(Clone, Debug)]
pub(crate) struct Said {
    /// The words. A step stands without the mark that it adds to the one before.
    pub(crate) text: Rc<str>,
    /// Where it stands.
    pub(crate) at: At,
    /// The question, tactic, term, key and so on that it belongs to.
    pub(crate) owner: Rc<str>,
    /// The field as messages name it.
    pub(crate) field: String,
    /// Its part.
    pub(crate) role: Role,
    /// Whether it is true together with the step before.
    pub(crate) adds: bool,
    /// The section whose questions it stands beside, such as `A1`.
    pub(crate) section: Option<Rc<str>>,
}

impl Said {
    /// Says that the text breaks a rule.
    pub(crate) fn fault(&self, rule: &'static str, reason: impl Into<String>) -> Fault {
        Fault {
            at: self.at.clone(),
            owner: self.owner.clone(),
            field: self.field.clone(),
            text: self.text.clone(),
            rule,
            reason: reason.into(),
        }
    }
}

/// A ladder with the texts that rules compare.
pub(crate) struct Ladder {
    /// The question.
    pub(crate) prompt: Said,
    /// The steps, from the first.
    pub(crate) steps: Vec<Said>,
}

/// The texts of a file of the bank.
pub(crate) fn of_bank(stem: &str, file: &Node) -> Vec<Said> {
    let mut found = Vec::new();
    if let Value::Table(fields) = &file.value {
        let whole = Place { key: "", name: "", owner: &stem.into(), section: &None };
        table(fields, &whole, &mut found);
    }
    found
}

/// The texts of a file of the interface or of reports.
pub(crate) fn of_screen(stem: &str, file: &Node) -> Vec<Said> {
    let mut found = Vec::new();
    screen(stem, file, &mut found);
    found
}

/// The ladders among the texts of one file.
pub(crate) fn ladders(texts: &[Said]) -> Vec<Ladder> {
    let mut ladders = Vec::<Ladder>::new();
    for prompt in texts.iter().filter(|said| said.role == Role::Prompt) {
        let is_step = |said: &&Said| said.role == Role::Step && said.owner == prompt.owner;
        let steps: Vec<_> = texts.iter().filter(is_step).cloned().collect();
        if !steps.is_empty() {
            ladders.push(Ladder { prompt: prompt.clone(), steps });
        }
    }
    ladders
}

struct Place<'a> {
    /// The list that the table stands in.
    key: &'a str,
    name: &'a str,
    owner: &'a Rc<str>,
    section: &'a Option<Rc<str>>,
}

fn table(fields: &BTreeMap<String, Node>, place: &Place<'_>, found: &mut Vec<Said>) {
    let text = |field: &str| fields.get(field).and_then(Node::text);
    let id = text("id").or_else(|| text("code"));
    let name = match id {
        Some(id) if !place.name.is_empty() => format!("{} {id}", place.name),
        _ => place.name.to_owned(),
    };
    // A value's id says little without its question.
    let owner = id.filter(|_| !place.key.is_empty() && place.key != "value").unwrap_or(place.owner);
    let section = match text("code") {
        Some(code) => Some(code.split('.').next().unwrap_or_default().into()),
        None => place.section.clone(),
    };
    for (field, node) in fields {
        let inner = if name.is_empty() { field.clone() } else { format!("{name}, {field}") };
        let items = match &node.value {
            Value::List(items) => items.as_slice(),
            _ => std::slice::from_ref(node),
        };
        for item in items {
            match (&item.value, role(field, place.key)) {
                (Value::Text(text), Some(role)) => found.push(Said {
                    text: text.strip_prefix(ADDS).map_or_else(|| text.clone(), Rc::from),
                    at: item.at.clone(),
                    owner: owner.clone(),
                    field: inner.clone(),
                    role,
                    adds: text.starts_with(ADDS),
                    section: section.clone(),
                }),
                (Value::Table(fields), _) => {
                    let place = Place { key: field, name: &inner, owner, section: &section };
                    table(fields, &place, found);
                }
                _ => {}
            }
        }
    }
}

/// The part of a field; none for what is no text, such as ids and rules.
fn role(field: &str, list: &str) -> Option<Role> {
    kinds::role(field, list).or(match field {
        "prompt" if list == "question" => Some(Role::Prompt),
        "ask" | "because_asks" => Some(Role::Asked),
        "prompt" | "text" => Some(Role::Offered),
        "why" if list == "question" => Some(Role::Why),
        "unknown" | "reason" | "because" | "title" | "why" => Some(Role::Finding),
        "decision" => Some(Role::Decided),
        "about" | "beneath" | "next" | "help" | "says" => Some(Role::Help),
        "name" | "evidence" | "who_knows" => Some(Role::Label),
        _ => None,
    })
}

fn screen(key: &str, node: &Node, found: &mut Vec<Said>) {
    match &node.value {
        Value::Text(text) => found.push(Said {
            text: text.clone(),
            at: node.at.clone(),
            owner: key.into(),
            field: key.to_owned(),
            role: Role::Screen,
            adds: false,
            section: None,
        }),
        Value::Table(fields) => {
            for (name, inner) in fields {
                screen(&format!("{key}.{name}"), inner, found);
            }
        }
        Value::Number(_) | Value::Truth(_) | Value::List(_) | Value::Other(_) => {}
    }
}
