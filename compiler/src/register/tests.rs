//! A register beside the small bank of the tests of the content.

use super::*;
use crate::content::tests::{RULES, good, read_good, with_rules};

/// The small bank.
fn bank() -> Vec<Bank> {
    read_good(&good())
}

/// The register of the small bank as it stands.
fn register() -> String {
    accepted("", &bank(), &[]).unwrap().0
}

/// The register with a piece of it replaced.
#[track_caller]
fn register_with(piece: &str, with: &str) -> String {
    let register = register();
    assert!(register.contains(piece), "the register holds no {piece}");
    register.replacen(piece, with, 1)
}

#[track_caller]
fn finds(text: &str, expected: &str) {
    let found = problem::lines(&problems(text, &bank()));
    assert_eq!(found.trim_end(), expected);
}

#[track_caller]
fn accepts(text: &str, retire: &[&str]) -> Result<(String, Vec<String>), String> {
    let retire: Vec<_> = retire.iter().map(|id| (*id).to_owned()).collect();
    accepted(text, &bank(), &retire)
}

#[test]
fn the_register_holds_every_id_that_a_save_file_may_hold() {
    let (_, ids) =
        register().split_once("\n\n").map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
    let expected = r#"[module]
one = {}

[function]
sales = {}

[fact]
scope-fact = {}

[question]
decision = { code = "A1.2", group = "group", kind = "decision" }
ladder = { code = "A1.1", group = "group", kind = "ladder" }
tactics = { code = "A2", group = "group", kind = "tactics" }
words = { code = "A1.3", group = "group", kind = "reflection" }

[tactic]
early-ask = { part = "early", question = "tactics" }
early-stop = { part = "early", question = "tactics" }

[value]
"decision=no" = {}
"decision=yes" = {}
"scope-fact=unknown" = {}
"scope-fact=yes" = {}

[tension]
t-one = {}
"#;
    assert_eq!(ids, expected);
    finds(&register(), "");
}

#[test]
fn what_is_new_is_named_with_the_command_that_accepts_it() {
    let line = "words = { code = \"A1.3\", group = \"group\", kind = \"reflection\" }\n";
    let before = register_with(line, "");
    finds(
        &before,
        "content/ids.toml: question words: is new, { code = \"A1.3\", group = \"group\", \
         kind = \"reflection\" }: cargo xtask content --accept enters it",
    );
    let (after, changes) = accepts(&before, &[]).unwrap();
    assert_eq!(after, register());
    assert_eq!(changes.len(), 1, "{changes:?}");
    assert_eq!(accepts(&after, &[]).unwrap(), (register(), vec![]), "there is nothing left to do");
}

#[test]
fn a_new_code_or_group_is_accepted_and_named() {
    let before = register_with("code = \"A1.2\"", "code = \"A1.9\"");
    finds(
        &before,
        "content/ids.toml:14: question decision: was { code = \"A1.9\", group = \"group\", \
         kind = \"decision\" }, is { code = \"A1.2\", group = \"group\", kind = \"decision\" }: \
         cargo xtask content --accept enters it",
    );
    assert_eq!(accepts(&before, &[]).unwrap().0, register());
}

#[test]
fn an_id_that_is_gone_goes_only_when_it_is_named() {
    let older = "[question]\nolder = { code = \"A1.7\", group = \"group\", kind = \"decision\" }\n";
    let before = register_with("[question]\n", older).replacen(
        "[value]\n",
        "[value]\n\"older=yes\" = {}\n",
        1,
    );
    let found = problem::lines(&problems(&before, &bank()));
    assert!(
        found.contains("ids.toml:14: question older: stands nowhere in the content"),
        "{found}"
    );
    assert!(found.contains("cargo xtask content --accept --retire older\n"), "{found}");
    assert!(found.contains("value older=yes: stands nowhere"), "{found}");

    let refused = accepts(&before, &[]).unwrap_err();
    assert!(refused.starts_with("nothing was accepted\n"), "{refused}");
    assert!(refused.contains("--retire older\n"), "{refused}");

    // A value of a question that stays is named by itself.
    let refused = accepts(&before, &["older=yes"]).unwrap_err();
    assert!(refused.contains("question older: stands nowhere"), "{refused}");

    let (after, changes) = accepts(&before, &["older"]).unwrap();
    assert_eq!(changes, ["question older: is retired", "value older=yes: is retired"]);
    assert!(after.contains("kind = \"decision\", retired = true }\n"), "{after}");
    assert!(after.contains("\"older=yes\" = { retired = true }\n"), "{after}");
    // What became of its answers is still to be said.
    let found = problem::lines(&problems(&after, &bank()));
    assert_eq!(found.lines().count(), 1, "{found}");
    assert!(found.contains("does not say what became of it"), "{found}");
    assert_eq!(accepts(&after, &[]).unwrap().0, after, "what is retired stays for ever");
}

#[test]
fn an_id_is_never_retired_by_a_slip_nor_given_again() {
    for id in ["words", "nothing"] {
        let refused = accepts(&register(), &[id]).unwrap_err();
        assert!(
            refused.contains(&format!("--retire {id}: the register has no such id")),
            "{refused}"
        );
    }
    let before = register_with("early-ask = { part", "early-ask = { retired = true, part");
    let again = "was retired, and an id is never given again: choose another";
    finds(&before, &format!("content/ids.toml:20: tactic early-ask: {again}"));
    assert!(accepts(&before, &[]).unwrap_err().contains(again));
}

#[test]
fn what_answers_rest_on_never_changes() {
    for (piece, with, expected) in [
        (
            "kind = \"reflection\"",
            "kind = \"decision\"",
            "its kind was “decision” and is “reflection”",
        ),
        (
            "question = \"tactics\"",
            "question = \"other\"",
            "its question was “other” and is “tactics”",
        ),
    ] {
        let before = register_with(piece, with);
        let found = problem::lines(&problems(&before, &bank()));
        assert!(found.contains(expected), "{found}");
        let refused = accepts(&before, &["words", "early-ask"]).unwrap_err();
        assert!(refused.contains(expected), "{refused}");
    }
}

#[test]
fn a_register_written_by_hand_is_found_out() {
    let note = register() + "# A note.\n";
    finds(
        &note,
        "content/ids.toml: register: is not as the command writes it: cargo xtask content --accept does",
    );
    assert_eq!(accepts(&note, &[]).unwrap().0, register());
    let other = register() + "\n[step]\none = {}\n";
    let found = problem::lines(&problems(&other, &bank()));
    assert!(found.contains("step: names nothing that save files hold"), "{found}");
    assert!(accepts(&other, &[]).is_err(), "what is not understood is not thrown away");
}

#[test]
fn a_register_that_is_lost_is_not_made_anew() {
    let nowhere = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let lost = accept(&nowhere, &bank(), &[]).unwrap_err();
    assert!(lost.contains("take it back from the history"), "{lost}");
}

/// The register of the small bank in a later version, with retired questions.
fn register_of_later(retired: &str) -> (String, Vec<Bank>) {
    let mut banks = read_good(&with_rules(RULES));
    let (register, _) = accepted(&register_with("[question]\n", retired), &banks, &[]).unwrap();
    banks.truncate(1);
    (register, banks)
}

const RETIRED: &str = r#"[question]
both = { code = "A1.8", group = "group", kind = "decision", retired = true }
gone = { code = "A1.9", group = "group", kind = "reflection", retired = true }
older = { code = "A1.7", group = "group", kind = "ladder", retired = true }
"#;

#[test]
fn each_retired_question_has_a_rule_and_each_rule_a_retired_question() {
    let found = |retired: &str| {
        let (register, banks) = register_of_later(retired);
        problem::lines(&problems(&register, &banks))
    };
    assert_eq!(found(RETIRED), "");
    let more = "more = { code = \"A1.6\", group = \"group\", kind = \"ladder\", retired = true }\n";
    let said = found(&format!("{RETIRED}{more}"));
    assert!(
        said.contains(
            "question more: is retired, and content/en/earlier.toml does not say what became of it"
        ),
        "{said}"
    );
    let gone = RETIRED.lines().find(|line| line.starts_with("gone")).unwrap();
    let said = found(&RETIRED.replace(&format!("{gone}\n"), ""));
    assert!(said.contains("question gone: is not retired in content/ids.toml"), "{said}");
    // The answer to a reflection would mean nothing as the answer to a ladder.
    let said = found(&RETIRED.replace("kind = \"ladder\"", "kind = \"reflection\""));
    assert!(said.contains("question older: “ladder” is of another kind"), "{said}");
}
