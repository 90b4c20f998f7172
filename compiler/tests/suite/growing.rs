//! How many files it takes to add to the content: CONTRIBUTING.md promises it, and this shows it.

use compiler::content::{self, Files};
use compiler::{problem, register};
use domain::bank::Bank;

use crate::root;

/// A question as somebody would write it, with its place and id left open.
const QUESTION: &str = r#"
[[question]]
id = "ID"
code = "CODE"
kind = "ladder"
weight = 3
group = "seeing"
prompt = "Who looks at new uses of the product?"
steps = [
  "Nobody looks at them.",
  "Somebody looks when a customer asks.",
  "A named person looks at each release.",
  "+ in the last 12 months, they asked people who may be affected.",
  "+ a note says what changed because of it.",
]
who_knows = ["Product"]
why = "People may be harmed by a use that nobody had in mind. They are often the last to be asked."
sources = ["gp-19a", "agenda-1045-1"]
evidence = ["A note of the last such talk"]
next = "Name one person who looks."
decision = "Whether somebody gets hours to look"

[question.finding]
low = "Nobody looks at new uses."
strength = "New uses are looked at, and people are asked."
unknown = "Nobody could say who looks at new uses."
"#;

/// The real content.
fn files() -> Files {
    Files::under(root()).unwrap()
}

#[track_caller]
fn read(files: &Files) -> Vec<Bank> {
    content::read(files).unwrap_or_else(|problems| panic!("{}", problem::lines(&problems)))
}

/// What the register has to say, line by line.
fn said(banks: &[Bank]) -> Vec<String> {
    let said = register::check(root(), banks).err().unwrap_or_default();
    said.lines().map(str::to_owned).collect()
}

fn question(id: &str, code: &str) -> String {
    QUESTION.replace("ID", id).replace("CODE", code)
}

/// Says which risks a gap at a question touches.
fn tie(files: &mut Files, id: &str) {
    let ties = files.0.get_mut("content/en/ties.toml").unwrap();
    *ties = ties.replacen("[questions]\n", &format!("[questions]\n{id} = \"./vl\"\n"), 1);
}

#[test]
fn a_question_of_an_old_kind_is_two_files_and_the_register_by_command() {
    let mut files = files();
    let module = files.0.get_mut("content/en/preventing.toml").unwrap();
    module.push_str(&question("comm-new-uses", "B8.13"));
    tie(&mut files, "comm-new-uses");
    let found = said(&read(&files));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains("question comm-new-uses: is new"), "{found:?}");
    assert!(found[0].contains("cargo xtask content --accept"), "{found:?}");
}

#[test]
fn a_module_is_three_files_and_the_register_by_command() {
    let mut files = files();
    let catalogue = files.0.get_mut("content/catalogue.toml").unwrap();
    *catalogue = catalogue.replace("\"assessing\"]", "\"assessing\", \"severity\"]");
    let module = r#"[module]
id = "severity"
letter = "Z"
name = "How grave harm is"
about = "Whom it reaches and whether it can be undone."

[[section]]
code = "Z1"
name = "Harm"
about = "What may happen to people."
"#;
    let module = module.to_owned() + &question("severity-new-uses", "Z1.1");
    files.0.insert("content/en/severity.toml".into(), module);
    tie(&mut files, "severity-new-uses");
    let banks = read(&files);
    assert_eq!(banks[0].catalogue.modules.len(), 5);
    let found = said(&banks);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].contains("module severity: is new"), "{found:?}");
    assert!(found[1].contains("question severity-new-uses: is new"), "{found:?}");
}

#[test]
fn a_question_that_is_gone_is_missed() {
    let mut banks = read(&files());
    let section = banks[0].catalogue.modules[1].sections.last_mut().unwrap();
    let gone = section.questions.pop().unwrap();
    let found = said(&banks);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains(&format!("question {}: stands nowhere", gone.id)), "{found:?}");
}
