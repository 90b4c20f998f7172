//! Texts that break a rule and are right all the same, each with its reason: `exceptions.toml`.

use std::cell::Cell;
use std::rc::Rc;

use super::{Fault, RULES};
use crate::content::node;
use crate::content::read::Table;
use crate::problem::{At, Problems};

/// The file, from the root of the tree.
pub(crate) const FILE: &str = "content/exceptions.toml";

/// All exceptions.
pub(crate) struct Exceptions(Vec<Exception>);

struct Exception {
    place: At,
    owner: Rc<str>,
    rule: Rc<str>,
    text: Rc<str>,
    needed: Cell<bool>,
}

impl Exceptions {
    /// Reads them.
    pub(crate) fn read(text: &str, problems: &Problems) -> Self {
        let file = node::parse(FILE, text, problems);
        let file = Table::new(&file, "", problems);
        let mut exceptions = Vec::new();
        for table in file.tables_if("exception") {
            let (owner, rule) = (table.text("at"), table.text("rule"));
            if !RULES.contains(&&*rule) {
                let reason = format!("no rule “{rule}”; there are {}", RULES.join(", "));
                table.problem(&table.place("rule"), "rule", reason);
            }
            // For whoever reads the file; nothing is done with it, but it must be there.
            table.text("because");
            let text = table.text("text");
            let place = table.at.clone();
            table.close();
            exceptions.push(Exception { place, owner, rule, text, needed: Cell::new(false) });
        }
        file.close();
        Self(exceptions)
    }

    /// Turns faults into problems, but for those that are excepted. An exception that no text needs
    /// is a problem too.
    pub(crate) fn sift(self, faults: Vec<Fault>, problems: &Problems) {
        for fault in faults {
            if !self.allow(&fault) {
                let Fault { at, field, rule, reason, .. } = fault;
                problems.add(&at, field, format!("{rule}: {reason}"));
            }
        }
        for exception in self.0.iter().filter(|exception| !exception.needed.get()) {
            let (owner, text) = (&exception.owner, &exception.text);
            let reason =
                format!("no fault of “{owner}” has “{text}” in it: take the exception out");
            problems.add(&exception.place, "exception", reason);
        }
    }

    fn allow(&self, fault: &Fault) -> bool {
        let found = self.0.iter().find(|exception| {
            exception.owner == fault.owner
                && *exception.rule == *fault.rule
                && fault.text.contains(&*exception.text)
        });
        found.inspect(|exception| exception.needed.set(true)).is_some()
    }
}
