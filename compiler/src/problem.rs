//! What is wrong, and where: said of content, sources and built files alike.

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

/// One fault in a file of the tree.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Path from the root of the tree.
    pub file: Rc<str>,
    /// Line, from 1; 0 for the file as a whole.
    pub line: usize,
    /// The field or the rule.
    pub field: String,
    /// What is expected, and what was found.
    pub reason: String,
}

/// Problems as they are found; all are reported, then the command fails.
#[derive(Default)]
pub struct Problems(RefCell<Vec<Problem>>);

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct At {
    /// Path from the root of the tree.
    pub file: Rc<str>,
    /// Line, from 1; 0 for the file as a whole.
    pub line: usize,
}

impl At {
    /// A file as a whole.
    pub fn file(file: &str) -> Self {
        Self { file: file.into(), line: 0 }
    }
}

impl Problems {
    /// Adds one.
    pub fn add(&self, at: &At, field: impl Into<String>, reason: impl Into<String>) {
        self.0.borrow_mut().push(Problem {
            file: at.file.clone(),
            line: at.line,
            field: field.into(),
            reason: reason.into(),
        });
    }

    /// All of them, by file and line.
    pub fn into_sorted(self) -> Vec<Problem> {
        let mut problems = self.0.into_inner();
        problems.sort();
        problems.dedup();
        problems
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.file)?;
        if self.line > 0 {
            write!(out, ":{}", self.line)?;
        }
        write!(out, ": {}: {}", self.field, self.reason)
    }
}

/// All problems as lines of one message.
pub fn lines(problems: &[Problem]) -> String {
    problems.iter().map(|problem| format!("{problem}\n")).collect()
}
