//! Example assessments: invented companies, filled in as people would, read from
//! `content/en/samples` and checked against the bank, so that an example never shows an answer that
//! nobody can give. docs/catalogue-format.md has the fields.

mod answer;
mod date;
pub(crate) mod named;
mod plan;
mod risks;
mod scope;

use std::path::Path;
use std::rc::Rc;

use domain::assessment::{Answers, Assessment, CatalogueVersion};
use domain::bank::Bank;
use domain::catalogue::Catalogue;
use domain::date::Date;
use domain::example::{Examples, FilledIn};
use domain::id::{AssessmentId, QuestionId};
use domain::save::Save;
use sha2::{Digest, Sha256};

use crate::content::Files;
use crate::content::node::Node;
use crate::content::read::Table;
use crate::problem::{self, Problem, Problems};

/// Where they stand. They are written in the master language alone.
const FOLDER: &str = "content/en/samples";

/// One example.
#[derive(Debug)]
pub struct Sample {
    /// The name of its file.
    pub name: String,
    /// What it holds.
    pub assessment: Assessment,
    /// On which day it was answered.
    pub answered: Date,
}

/// All of them as the app gets them.
pub fn packed(root: &Path, banks: &[Bank]) -> Result<Examples, String> {
    let samples = all(root, banks)?;
    Examples::from_each(|example| {
        let name = example.name();
        let found = samples.iter().find(|sample| sample.name == name);
        let sample = found
            .ok_or_else(|| format!("{FOLDER}/{name}.toml: missing, though the page shows it"))?;
        Ok(FilledIn { save: Save::of(&sample.assessment), answered: sample.answered })
    })
}

/// All examples under a root, or all that is wrong with them as lines of one message.
pub fn all(root: &Path, banks: &[Bank]) -> Result<Vec<Sample>, String> {
    let master = banks.first().ok_or("there is no language")?;
    read(&Files::under(root)?, &master.catalogue).map_err(|problems| problem::lines(&problems))
}

/// All examples, or all that is wrong with them.
pub fn read(files: &Files, bank: &Catalogue) -> Result<Vec<Sample>, Vec<Problem>> {
    let problems = Problems::default();
    let samples = files
        .folder(FOLDER, &problems)
        .into_iter()
        .filter_map(|(name, node)| sample(name, &node, bank, &problems))
        .collect();
    let problems = problems.into_sorted();
    if problems.is_empty() { Ok(samples) } else { Err(problems) }
}

fn sample(name: String, node: &Node, bank: &Catalogue, problems: &Problems) -> Option<Sample> {
    let file = Table::new(node, "", problems);
    let answered = date::read(&file, "answered");
    let scope = file.table("scope").map(|table| scope::read(table, bank));
    let answers = file.table("answers").map(|table| answers(&table, bank, problems));
    let risks = risks::read(&file, bank);
    let plan = plan::read(&file, bank, &risks);
    file.close();
    let answered = answered?;
    let at = date::noon(answered);
    let mut assessment = Assessment {
        id: id(&name),
        catalogue: CatalogueVersion { id: bank.id.clone(), version: bank.version.clone() },
        scope: Rc::new(scope?),
        answers: answers.unwrap_or_default(),
        dismissals: Vec::new(),
        plan: Rc::new(plan),
        sheets: Rc::default(),
        risks: Rc::new(risks),
        created: at,
        changed: at,
        saved_to_file: None,
    };
    assessment.answer_by_register();
    Some(Sample { name, assessment, answered })
}

fn answers(table: &Table<'_>, bank: &Catalogue, problems: &Problems) -> Answers {
    let mut answers = Answers::default();
    for (id, node) in table.entries() {
        let id = QuestionId::from(id);
        let Some(question) = bank.question(&id) else {
            table.problem(&node.at, id.as_str(), format!("no question “{id}”"));
            continue;
        };
        let named = Table::new(node, &format!("answers, {id}"), problems);
        answers.set(&id, Some(Rc::new(answer::read(question, named, problems))));
    }
    answers
}

/// A name for the browser, the same each time an example is made: one that is opened twice takes
/// its own place again.
fn id(name: &str) -> AssessmentId {
    let hash = Sha256::digest(name.as_bytes());
    let digits: String = hash.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    AssessmentId::from(&*digits)
}

#[cfg(test)]
mod golden;
#[cfg(test)]
mod tests;
