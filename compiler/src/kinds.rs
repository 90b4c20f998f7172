//! What the compiler does differently from kind to kind of question: how one is read, which ids and
//! words it brings, what tension rules may say about it, how an example answers it. A kind is one file
//! here and one line in the list below; nothing else in this crate asks which kind a question is.

use std::rc::Rc;

use domain::answer::{Answer, Choice};
use domain::guidance::Help;
use domain::id::{QuestionId, ValueId};
use domain::questions::{Kind, Matrix, Question, Tactic};
use domain::rules::{Comparison, Condition, Sentences};

use crate::content::beside::Beside;
use crate::content::known::Known;
use crate::content::read::Table;
use crate::content::style::role::Role;
use crate::problem::Problems;
use crate::register::id::Id;

/// Each kind: its file here and its name in [`Kind`].
macro_rules! kinds {
    ($($file:ident is $kind:ident;)*) => {
        $(mod $file;)*

        /// How each kind is read.
        const READERS: &[&Reader] = &[$(&$file::READER),*];

        /// The room of a question.
        pub(crate) fn room(kind: &Kind) -> &dyn Room {
            match kind {
                $(Kind::$kind(own) => own,)*
            }
        }

        fn room_mut(kind: &mut Kind) -> &mut dyn Room {
            match kind {
                $(Kind::$kind(own) => own,)*
            }
        }
    };
}

kinds! {
    ladder is Ladder;
    tactics is Tactics;
    reflection is Reflection;
    decision is Decision;
    register is Register;
}

pub(crate) use tactics::is_in_state;

/// How questions of a kind are written in the content.
pub(crate) struct Reader {
    /// The name that `kind = "…"` gives.
    pub(crate) name: &'static str,
    /// Reads the fields of the kind's own.
    read: fn(&Table<'_>, &mut Reading<'_, '_>) -> Kind,
    /// Fields of the kind's own that hold words, and what part these play.
    words: &'static [Words],
}

/// A field that holds words: other languages give it anew, and the rules of style look at it.
pub(crate) struct Words {
    /// The list whose tables have the field, such as `part`.
    list: &'static str,
    /// The field.
    field: &'static str,
    /// What part its words play.
    role: Role,
}

/// Where a room puts what it reads beside the kind itself.
pub(crate) struct Reading<'a, 'r> {
    /// The code of the question.
    pub(crate) code: &'r str,
    /// The table of sentences for findings.
    pub(crate) finding: Option<&'r Table<'a>>,
    /// Sentences of findings.
    pub(crate) sentences: &'r mut Sentences,
    /// Help beside the question.
    pub(crate) help: &'r mut Help,
    /// What can be named.
    pub(crate) known: &'r Known,
    /// What all questions share.
    pub(crate) beside: &'r mut Beside,
}

/// What the compiler asks of a question that was read. No method has a default: a new kind answers
/// each of them.
pub(crate) trait Room {
    /// How it is written.
    fn reader(&self) -> &'static Reader;

    /// Ids of its own that save files may hold.
    fn ids(&self, question: &QuestionId) -> Vec<Id>;

    /// Words of its own in which terms are looked for.
    fn terms(&self) -> Vec<&Rc<str>>;

    /// The values by which other questions may be asked or folded away; none where it decides nothing.
    fn values(&self) -> Option<Vec<ValueId>>;

    /// Whether its answer is a step of practice, from which a rule may begin to hold.
    fn has_steps(&self) -> bool;

    /// What a tension rule means that compares the question with a value: `question>=4`.
    fn compared(
        &self,
        question: &QuestionId,
        comparison: Comparison,
        value: &str,
    ) -> Result<Condition, String>;

    /// What a tension rule means by `name(question)`; none where that cannot be said of this kind.
    fn called(&self, name: &str, question: &QuestionId) -> Option<Condition>;

    /// The field in which an example answers it.
    fn field(&self) -> &'static str;

    /// Reads that field into an answer.
    fn sample(&self, table: &Table<'_>, answer: &mut Answer, problems: &Problems);

    /// Answers it for a trial of the writers. Questions with other numbers get other answers.
    fn fill(&self, number: usize, text: &mut dyn FnMut() -> String, answer: &mut Answer);

    /// Makes the ids of its own differ from those of the question it was copied from.
    fn renumber(&mut self, number: usize);
}

/// Reads the kind of a question; none, with a problem, where it cannot be told.
pub(crate) fn read(table: &Table<'_>, reading: &mut Reading<'_, '_>) -> Option<Kind> {
    let name = table.text("kind");
    let reader = READERS.iter().find(|reader| *reader.name == *name);
    if reader.is_none() && !name.is_empty() {
        let names: Vec<_> = READERS.iter().map(|reader| reader.name).collect();
        let (last, all) = names.split_last().unwrap_or((&"", &[]));
        let reason = format!("expected {} or {last}, found “{name}”", all.join(", "));
        table.problem(&table.place("kind"), "kind", reason);
    }
    reader.map(|reader| (reader.read)(table, reading))
}

/// What stands for a kind that could not be read, so that reading goes on.
pub(crate) fn unread() -> Kind {
    decision::empty()
}

/// What part the words of a field play that belongs to a kind; `list` is the list whose table has it.
pub(crate) fn role(field: &str, list: &str) -> Option<Role> {
    let words = READERS.iter().flat_map(|reader| reader.words);
    words.filter(|words| words.field == field && words.list == list).map(|words| words.role).next()
}

/// Whether a field belongs to a kind and holds words.
pub(crate) fn is_words(field: &str) -> bool {
    READERS.iter().flat_map(|reader| reader.words).any(|words| words.field == field)
}

/// The tactics of a question, which have help, ids and rules of their own.
pub fn tactics(question: &Question) -> impl Iterator<Item = &Tactic> {
    question.matrix().into_iter().flat_map(Matrix::tactics)
}

/// Answers a question for a trial of the writers, with texts that the caller chooses.
pub fn fill(
    question: &Question,
    number: usize,
    text: &mut dyn FnMut() -> String,
    answer: &mut Answer,
) {
    room(&question.kind).fill(number, text, answer);
}

/// Makes the ids inside a copy of a question differ from those of the first.
pub fn renumber(question: &mut Question, number: usize) {
    room_mut(&mut question.kind).renumber(number);
}

/// What is said now and then instead of an answer, where a question is filled in for a trial.
fn said_instead(number: usize) -> Option<Choice> {
    match number % 7 {
        5 => Some(Choice::NotKnown),
        6 => Some(Choice::DoesNotApply),
        _ => None,
    }
}

/// That something can be compared with `=` alone.
pub(crate) fn equal(question: &str, comparison: Comparison) -> Result<(), String> {
    match comparison {
        Comparison::Equal => Ok(()),
        Comparison::AtLeast | Comparison::AtMost => Err(format!("“{question}” takes “=” alone")),
    }
}
