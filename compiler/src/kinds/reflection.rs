//! Free words about a real case, as the content asks for them.

use std::rc::Rc;

use domain::answer::Answer;
use domain::id::{QuestionId, ValueId};
use domain::questions::{Kind, Reflection};
use domain::rules::{Comparison, Condition};

use super::{Reader, Reading, Room, Words};
use crate::content::read::{Table, plain};
use crate::content::style::role::Role;
use crate::problem::Problems;
use crate::register::id::Id;

/// The field of an example’s answer.
const WORDS: &str = "words";

pub(super) const READER: Reader = Reader {
    name: "reflection",
    read,
    words: &[
        Words { list: "question", field: "prompts", role: Role::Asked },
        Words { list: "question", field: "stuck", role: Role::Label },
        Words { list: "question", field: "example", role: Role::Help },
        Words { list: "finding", field: "open_words", role: Role::Finding },
    ],
};

fn read(table: &Table<'_>, reading: &mut Reading<'_, '_>) -> Kind {
    if let Some(finding) = reading.finding {
        reading.sentences.open_words = Some(finding.text("open_words"));
    }
    // Evidence is asked for where the bank says what would be some.
    let evidence = table.texts_if("evidence");
    let asks_evidence = !evidence.is_empty();
    reading.help.evidence = plain(evidence);
    reading.help.stuck = plain(table.texts_if("stuck"));
    reading.help.example = table.text_if("example");
    Kind::Reflection(Reflection { prompts: plain(table.texts("prompts")), asks_evidence })
}

impl Room for Reflection {
    fn reader(&self) -> &'static Reader {
        &READER
    }

    fn ids(&self, _: &QuestionId) -> Vec<Id> {
        Vec::new()
    }

    fn terms(&self) -> Vec<&Rc<str>> {
        self.prompts.iter().collect()
    }

    fn values(&self) -> Option<Vec<ValueId>> {
        None
    }

    fn has_steps(&self) -> bool {
        false
    }

    fn compared(
        &self,
        question: &QuestionId,
        _: Comparison,
        _: &str,
    ) -> Result<Condition, String> {
        Err(format!("“{question}” has neither steps nor values"))
    }

    fn called(&self, _: &str, _: &QuestionId) -> Option<Condition> {
        None
    }

    fn field(&self) -> &'static str {
        WORDS
    }

    fn sample(&self, table: &Table<'_>, answer: &mut Answer, _: &Problems) {
        answer.words = table.text_if(WORDS).unwrap_or_default().as_ref().to_owned();
    }

    /// The words stand there already: whoever fills in a question types into every field.
    fn fill(&self, _: usize, _: &mut dyn FnMut() -> String, _: &mut Answer) {}

    fn renumber(&mut self, _: usize) {}
}
