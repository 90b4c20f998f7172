//! The little language of tension rules. `&` binds closer than `|`; parentheses group.
//!
//! ```text
//! question>=4  question<=2  question=3      a ladder's step
//! question=value                            a decision's value
//! scope-fact=value                          a fact; one left open counts as `unknown`
//! tactic=used                               used, planned, unused, unknown or unfit
//! na(question)                              answered "doesn't apply"
//! tactics-effect-unknown(question)          of a matrix: at least five in use, most effects unknown
//! sure-without-proof                        a ladder of weight 3, high, checked, nothing to show
//! n(risks)>=3                               so many risks are listed
//! risk{…}  risks{…}                         of some risk, of every risk: what stands in braces
//! ```
//!
//! In braces, joined by `&` and `|` too; what looks at a field that is empty or not known is false:
//!
//! ```text
//! status=happened  band=severe  users=both  values by their names
//! rights within 9, 11                       it hits no others
//! who without ourselves                     these have no part in it
//! falls-assumed                             lower after measures, and nobody has tested that
//! nothing-stands                            from where it starts on nothing is in use, and all is answered
//! unowned                                   no action for it has an owner and a date
//! ```

mod risks;

use domain::id::{QuestionId, TacticId};
use domain::questions::{Question, Weight};
use domain::rules::{Comparison, Condition};

use super::known::Known;
use crate::kinds;

/// Reads a condition, and looks up every name in it.
pub(crate) fn parse(text: &str, known: &Known) -> Result<Condition, String> {
    let mut parser = Parser { tokens: tokens(text)?, next: 0, known };
    let condition = parser.any()?;
    match parser.take() {
        None => Ok(condition),
        Some(token) => Err(format!("expected “&”, “|” or the end, found “{token}”")),
    }
}

fn tokens(text: &str) -> Result<Vec<&str>, String> {
    let name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = if name(first) {
            rest.find(|c| !name(c)).unwrap_or(rest.len())
        } else if rest.starts_with(">=") || rest.starts_with("<=") {
            2
        } else if "=&|(){},".contains(first) {
            1
        } else {
            return Err(format!("“{first}” means nothing here"));
        };
        let (token, behind) = rest.split_at(length);
        tokens.push(token);
        rest = behind.trim_start();
    }
    Ok(tokens)
}

struct Parser<'a> {
    tokens: Vec<&'a str>,
    next: usize,
    known: &'a Known,
}

impl<'a> Parser<'a> {
    fn peek(&self) -> Option<&'a str> {
        self.tokens.get(self.next).copied()
    }

    fn take(&mut self) -> Option<&'a str> {
        let token = self.peek();
        self.next += 1;
        token
    }

    fn expect(&mut self, expected: &str) -> Result<(), String> {
        match self.take() {
            Some(token) if token == expected => Ok(()),
            found => Err(format!("expected “{expected}”, found “{}”", found.unwrap_or("the end"))),
        }
    }

    fn name(&mut self, expected: &str) -> Result<&'a str, String> {
        match self.take() {
            Some(token) if token.starts_with(|c: char| c.is_ascii_alphanumeric()) => Ok(token),
            found => Err(format!("expected {expected}, found “{}”", found.unwrap_or("the end"))),
        }
    }

    fn any(&mut self) -> Result<Condition, String> {
        let first = self.all()?;
        let mut parts = vec![first];
        while self.peek() == Some("|") {
            self.next += 1;
            parts.push(self.all()?);
        }
        Ok(one_or(parts, Condition::Any))
    }

    fn all(&mut self) -> Result<Condition, String> {
        let first = self.atom()?;
        let mut parts = vec![first];
        while self.peek() == Some("&") {
            self.next += 1;
            parts.push(self.atom()?);
        }
        Ok(one_or(parts, Condition::All))
    }

    fn atom(&mut self) -> Result<Condition, String> {
        if self.peek() == Some("(") {
            self.next += 1;
            let inner = self.any()?;
            self.expect(")")?;
            return Ok(inner);
        }
        let name = self.name("a name or “(”")?;
        match name {
            "sure-without-proof" => return Ok(Condition::SureWithoutProof(Weight::P3)),
            "n" => return self.number_of_risks(),
            "risk" if self.peek() == Some("{") => return self.in_braces().map(Condition::SomeRisk),
            "risks" if self.peek() == Some("{") => {
                return self.in_braces().map(Condition::EachRisk);
            }
            "na" => return Ok(Condition::DoesNotApply(self.argument()?.id.clone())),
            _ if self.peek() == Some("(") => {
                let question = self.argument()?;
                let condition = kinds::room(&question.kind).called(name, &question.id);
                return condition
                    .ok_or_else(|| format!("“{name}” cannot be said of “{}”", question.id));
            }
            _ => {}
        }
        let comparison = match self.take() {
            Some(">=") => Comparison::AtLeast,
            Some("<=") => Comparison::AtMost,
            Some("=") => Comparison::Equal,
            found => {
                let found = found.unwrap_or("the end");
                return Err(format!("expected “>=”, “<=” or “=” after “{name}”, found “{found}”"));
            }
        };
        let value = self.name("a value")?;
        self.compared(name, comparison, value)
    }

    fn argument(&mut self) -> Result<&'a Question, String> {
        self.expect("(")?;
        let name = self.name("a question")?;
        self.expect(")")?;
        self.known.question(name)
    }

    fn compared(
        &self,
        name: &str,
        comparison: Comparison,
        value: &str,
    ) -> Result<Condition, String> {
        let tactic = TacticId::from(name);
        if let Some(question) = self.known.questions.get(&QuestionId::from(name)) {
            return kinds::room(&question.kind).compared(&question.id, comparison, value);
        }
        if let Some(matrix) = self.known.tactics.get(&tactic) {
            return kinds::is_in_state(matrix, &tactic, comparison, value);
        }
        if name.starts_with("scope-") {
            kinds::equal(name, comparison)?;
            let (fact, value) = self.known.fact_value(name, value)?;
            return Ok(Condition::FactIs(fact, value));
        }
        Err(format!("no question, tactic or scope fact “{name}”"))
    }
}

fn one_or<T>(mut parts: Vec<T>, join: fn(Vec<T>) -> T) -> T {
    match parts.pop() {
        Some(only) if parts.is_empty() => only,
        last => join(parts.into_iter().chain(last).collect()),
    }
}
