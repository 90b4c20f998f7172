//! A small example that is right, and every way in which one can be wrong: each case replaces a piece
//! and says in a comment on the faulty line which problem is expected there. Checked against the real
//! bank, whose ids never change.

use std::collections::BTreeMap;

use domain::answer::{Choice, Confidentiality, HowKnown, Sureness, TacticEffect, TacticState};
use domain::plan::{Effort, Priority, Reason, Status};
use domain::questions::Step;
use domain::scope::{Form, Unit};

use super::*;
use crate::samples::golden::root;

mod risks;

const GOOD: &str = r#"answered = "2026-10-14"

[scope]
unit = "product"
company = "Tidewell"
product = "Tidewell Locate"
functions = ["sales", "product"]
modules = ["embedding", "preventing"]
form = "complete"

[scope.facts]
scope-resale = "yes"

[answers.prevent-channels]
step = 2
note = "Place and sector."
sure = "checked"
evidence = [{ kind = "document", place = "Contract", as-of = "May 2026" }]
confidential = true

[answers.prevent-red-lines]
step = 2
elsewhere = { step = 4, place = "The cloud division." }

[answers.prevent-cease]
value = "unclear"

[answers.prevent-services]
not-known = "Customer engineering"

[answers.third-sdks]
does-not-apply = "There is no such code."

[answers.prevent-limits]
words = "A crowd that is on its way."

[answers.prevent-tactics.tactics]
dsgn-friction = { state = "used", effect = "clear", known = "independent" }
dsgn-human-decision = { state = "used", effect = "unknown" }
dev-worker-care = { state = "unknown", could-know = "Procurement" }
dev-release-gate = { state = "planned" }
dep-reseller-flow-down = { state = "unfit", because = "Nobody sells it on." }

[[risk]]
name = "People followed home by a former partner"
story = "A former partner hides a tag in a bag."
rights = [3, 9]
people = ["decided", "heightened"]
heightened = ["women"]
hit-harder = "Nobody believes them."
users = "non-users"
where = "At home"
when = "always"
who = ["ourselves", "individuals"]
main = "individuals"
product = "Tags"
arises = ["use", "design"]
status = "elsewhere"
since = "2026-03"
note = "Support heard of it."
evidence = [{ kind = "data", place = "Log of support", as-of = "May 2026" }]
scale = 5
scale-because = "It can kill."
scope = 3
irremediability = "unknown"
irremediability-because = "Nobody has asked."
delay = "unknown"
likelihood = "expected"
released = ["where", "story"]
[risk.after]
scope = { to = 2, by = "dsgn-friction", known = "independent" }
likelihood = { to = "possible", words = "Tags that ring", known = "impression" }

[[risk]]
not-known = ["name", "who"]
confidential = true

[[risk]]
name = "Shop staff watched at work"
status = "happened"
since = "nobody-yet"
scale = 4

[[risk]]
name = "Children tracked by a stranger"
order = { before = "Shop staff watched at work", because = "A child cannot wait." }

[[plan]]
what = "Ask who they are."
about = "prevent-channels"
risks = ["Shop staff watched at work", "People followed home by a former partner"]
priority = "next"
owner = "Sales"
due = "2027-01-29"
status = "started"
first-step = "Call one."
effort = "small"
needs = "An hour."
first-sign = "One calls back."

[[plan]]
what = "Meet."
priority = "first"
"#;

const PATH: &str = "content/en/samples/tidewell.toml";

thread_local! {
    /// Read once for each test, because each tries many files.
    static BANK: Catalogue = crate::banks(root()).unwrap().remove(0).catalogue;
}

fn read_text(text: &str) -> Result<Vec<Sample>, Vec<Problem>> {
    let files = Files(BTreeMap::from([(PATH.to_owned(), text.to_owned())]));
    BANK.with(|bank| read(&files, bank))
}

fn good() -> Assessment {
    read_text(GOOD).map_err(|problems| problem::lines(&problems)).unwrap().remove(0).assessment
}

/// Replaces a piece. Behind `#!` stands the expected problem of that line, which is the only one.
#[track_caller]
fn bad(piece: &str, with: &str) {
    assert!(GOOD.contains(piece), "no {piece}");
    let text = GOOD.replacen(piece, with, 1);
    let (line, expected) = text
        .lines()
        .enumerate()
        .find_map(|(number, line)| Some((number + 1, line.split_once("#! ")?.1)))
        .unwrap();
    let found = problem::lines(&read_text(&text).err().unwrap_or_default());
    assert_eq!(found, format!("{PATH}:{line}: {expected}\n"));
}

/// Replaces a piece, and all is right.
#[track_caller]
fn fine(piece: &str, with: &str) {
    assert!(GOOD.contains(piece), "no {piece}");
    let read = read_text(&GOOD.replacen(piece, with, 1));
    assert_eq!(problem::lines(&read.err().unwrap_or_default()), "");
}

#[test]
fn what_is_written_is_what_is_read() {
    let assessment = good();
    let scope = &assessment.scope;
    assert_eq!((scope.unit, scope.form), (Some(Unit::Product), Form::Complete));
    assert_eq!((scope.company.as_str(), scope.product.as_str()), ("Tidewell", "Tidewell Locate"));
    // In the order of the bank.
    let functions: Vec<_> = scope.functions.iter().map(|id| id.as_str()).collect();
    assert_eq!(functions, ["product", "sales"]);
    assert_eq!(scope.fact(&"scope-resale".into()).unwrap().as_str(), "yes");
    assert_eq!(assessment.created.0, 1_791_979_200_000);

    let answer = |id: &str| assessment.answers.get(&QuestionId::from(id)).unwrap();
    let channels = answer("prevent-channels");
    assert_eq!(channels.choice, Some(Choice::Step(Step::Two)));
    assert_eq!(channels.sureness, Some(Sureness::Checked));
    assert_eq!(channels.confidentiality, Confidentiality::Confidential);
    assert_eq!(channels.evidence.first().unwrap().as_of, "May 2026");
    let higher = answer("prevent-red-lines").higher().unwrap();
    assert_eq!((higher.highest.step(), &*higher.place), (Step::Four, "The cloud division."));
    assert_eq!(answer("prevent-cease").choice, Some(Choice::Decision("unclear".into())));
    assert_eq!(answer("prevent-services").could_know, "Customer engineering");
    assert_eq!(answer("third-sdks").because, "There is no such code.");
    assert_eq!(answer("prevent-limits").words, "A crowd that is on its way.");
    let tactic = |id: &str| answer("prevent-tactics").tactic(&id.into()).unwrap().clone();
    let friction = tactic("dsgn-friction");
    assert_eq!(
        (friction.effect, friction.known),
        (Some(TacticEffect::Clear), Some(HowKnown::Independent))
    );
    assert_eq!(tactic("dev-release-gate").state, TacticState::Planned);
    assert_eq!(tactic("dev-worker-care").could_know, "Procurement");
    assert_eq!(tactic("dep-reseller-flow-down").because, "Nobody sells it on.");
}

#[test]
fn the_same_file_is_the_same_assessment() {
    assert_eq!(good(), good());
    assert_eq!(id("tidewell").as_str().len(), 32);
    assert_ne!(id("tidewell"), id("tidewells"));
}

#[test]
fn the_scope_is_one_that_the_bank_has() {
    bad(
        "unit = \"product\"",
        "unit = \"firm\" #! scope, unit: expected company or product, found “firm”",
    );
    bad(
        "[scope]\nunit = \"product\"\ncompany = \"Tidewell\"\nproduct = \"Tidewell Locate\"",
        "[scope] #! scope, product: missing: expected a text\nunit = \"product\"\ncompany = \"Tidewell\"",
    );
    fine(
        "unit = \"product\"\ncompany = \"Tidewell\"\nproduct = \"Tidewell Locate\"",
        "unit = \"company\"\ncompany = \"Tidewell\"",
    );
    bad(
        "functions = [\"sales\", \"product\"]",
        "functions = [\"sails\"] #! scope, functions: the bank has no “sails”",
    );
    fine("modules = [", "other-function = \"Field service\"\nmodules = [");
    bad(
        "modules = [\"embedding\", \"preventing\"]",
        "modules = [\"remedy\"] #! scope, modules: the bank has no “remedy”",
    );
    bad(
        "form = \"complete\"",
        "form = \"long\" #! scope, form: expected short or complete, found “long”",
    );
    fine("form = \"complete\"", "form = \"short\"");
    bad("form =", "person = \"A name\" #! scope, person: no such field here\nform =");
    bad(
        "scope-resale = \"yes\"",
        "scope-resale = \"often\" #! scope, facts, scope-resale: “scope-resale” has no value “often”; it has yes, no, unknown",
    );
    bad(
        "scope-resale = \"yes\"",
        "scope-sale = \"yes\" #! scope, facts, scope-sale: no scope fact “scope-sale”",
    );
    bad(
        "answered = \"2026-10-14\"",
        "answered = \"14 October\" #! answered: expected a day like 2026-10-14, found “14 October”",
    );
}

#[test]
fn an_answer_is_one_that_can_be_given() {
    bad(
        "[answers.third-sdks]",
        "[answers.third-sdk] #! answers, third-sdk: no question “third-sdk”",
    );
    bad(
        "step = 2",
        "step = 6 #! answers, prevent-channels, step: expected a number from 1 to 5, found 6",
    );
    fine("step = 2", "step = 5");
    bad(
        "step = 2",
        "step = \"two\" #! answers, prevent-channels, step: expected a number from 1 to 5, found a text",
    );
    bad(
        "value = \"unclear\"",
        "value = \"hidden\" #! answers, prevent-cease, value: the decision has no value “hidden”; it has harm-not-looked-for, not-looked, unclear, no-part, open, ended",
    );
    fine("value = \"unclear\"", "value = \"ended\"");
    bad(
        "value = \"unclear\"",
        "value = \"unclear\"\nstep = 2 #! answers, prevent-cease, step: no such field here",
    );
    bad(
        "[answers.prevent-channels]\nstep = 2\n",
        "[answers.prevent-channels] #! answers, prevent-channels, step: missing: expected this, not-known or does-not-apply\n",
    );
    bad(
        "step = 2",
        "step = 2\nnot-known = \"Channel manager\" #! answers, prevent-channels, not-known: stands beside “step”; one of them is the answer",
    );
    fine("step = 2", "not-known = \"Channel manager\"");
    bad(
        "not-known = \"Customer engineering\"",
        "not-known = \"\" #! answers, prevent-services, not-known: expected words, found an empty text",
    );
    bad(
        "does-not-apply = \"There is no such code.\"",
        "does-not-apply = \"\" #! answers, third-sdks, does-not-apply: expected words, found an empty text",
    );
    bad(
        "words = \"A crowd that is on its way.\"",
        "words = \" \" #! answers, prevent-limits, words: expected words, found an empty text",
    );
}

#[test]
fn what_stands_beside_an_answer_is_what_the_page_offers() {
    bad(
        "sure = \"checked\"",
        "sure = \"certain\" #! answers, prevent-channels, sure: expected guess, seen or checked, found “certain”",
    );
    fine("sure = \"checked\"", "sure = \"guess\"");
    bad(
        "words = \"A crowd",
        "sure = \"seen\" #! answers, prevent-limits, sure: no such field here\nwords = \"A crowd",
    );
    bad(
        "confidential = true",
        "confidential = \"yes\" #! answers, prevent-channels, confidential: expected true or false, found a text",
    );
    fine("confidential = true", "confidential = false");
    bad(
        "kind = \"document\", place = \"Contract\", as-of = \"May 2026\" }]",
        "kind = \"rumour\", place = \"Contract\", as-of = \"May 2026\" }] #! answers, prevent-channels, evidence, kind: expected document, decision, data, test, statement or other, found “rumour”",
    );
}

#[test]
fn a_higher_step_is_above_the_answer_and_says_where() {
    let there = "elsewhere = { step = 4, place = \"The cloud division.\" }";
    bad(
        there,
        "elsewhere = { step = 2, place = \"The cloud division.\" } #! answers, prevent-red-lines, elsewhere: expected a step above the one of the answer",
    );
    bad(
        there,
        "elsewhere = { step = 1, place = \"The cloud division.\" } #! answers, prevent-red-lines, elsewhere, step: expected a number from 2 to 5, found 1",
    );
    bad(
        there,
        "elsewhere = { step = 4 } #! answers, prevent-red-lines, elsewhere, place: missing: expected a text",
    );
    bad(
        "value = \"unclear\"",
        "value = \"unclear\"\nelsewhere = { step = 4, place = \"There.\" } #! answers, prevent-cease, elsewhere: no such field here",
    );
    fine(there, "elsewhere = { step = 3, place = \"The cloud division.\" }");
}

#[test]
fn evidence_says_what_where_and_when() {
    bad(
        "kind = \"document\", place = \"Contract\", as-of = \"May 2026\" }]",
        "kind = \"document\", as-of = \"May 2026\" }] #! answers, prevent-channels, evidence, place: missing: expected a text",
    );
    bad(
        "as-of = \"May 2026\" }]",
        "as_of = \"May 2026\", as-of = \"May 2026\" }] #! answers, prevent-channels, evidence, as_of: no such field here",
    );
    fine("kind = \"document\"", "kind = \"statement\"");
}

#[test]
fn a_tactic_is_one_of_the_matrix_and_says_what_belongs_to_its_state() {
    bad(
        "dsgn-friction =",
        "dsgn-fiction = { state = \"unused\" } #! answers, prevent-tactics, tactics, dsgn-fiction: no tactic “dsgn-fiction” in this question\ndsgn-friction =",
    );
    bad(
        "dsgn-friction =",
        "emb-budget = { state = \"unused\" } #! answers, prevent-tactics, tactics, emb-budget: no tactic “emb-budget” in this question\ndsgn-friction =",
    );
    bad(
        "state = \"planned\" }",
        "state = \"soon\" } #! answers, prevent-tactics, tactics, dev-release-gate, state: expected used, planned, unused, unknown or unfit, found “soon”",
    );
    fine("state = \"planned\" }", "state = \"unused\" }");
    bad(
        "state = \"planned\" }",
        "effect = \"some\", state = \"planned\" } #! answers, prevent-tactics, tactics, dev-release-gate, effect: no such field here",
    );
    bad(
        "effect = \"unknown\" }",
        "effect = \"large\" } #! answers, prevent-tactics, tactics, dsgn-human-decision, effect: expected unknown, none, some or clear, found “large”",
    );
    bad(
        "state = \"used\", effect = \"unknown\" }",
        "state = \"used\" } #! answers, prevent-tactics, tactics, dsgn-human-decision, effect: missing: expected a text",
    );
    bad(
        "effect = \"unknown\" }",
        "effect = \"unknown\", known = \"internal\" } #! answers, prevent-tactics, tactics, dsgn-human-decision, known: no such field here",
    );
    fine("effect = \"unknown\" }", "effect = \"none\", known = \"internal\" }");
    bad(
        "known = \"independent\" }",
        "known = \"inside\" } #! answers, prevent-tactics, tactics, dsgn-friction, known: expected impression, internal, outside, affected or independent, found “inside”",
    );
    bad(
        "{ state = \"unknown\", could-know = \"Procurement\" }",
        "{ state = \"unknown\" } #! answers, prevent-tactics, tactics, dev-worker-care, could-know: missing: expected a text",
    );
    bad(
        "{ state = \"unfit\", because = \"Nobody sells it on.\" }",
        "{ state = \"unfit\" } #! answers, prevent-tactics, tactics, dep-reseller-flow-down, because: missing: expected a text",
    );
}

#[test]
fn a_plan_is_in_the_words_of_the_company_and_about_a_question_that_there_is() {
    let plan = good().plan;
    let [own, asked] = plan.actions() else { panic!("{plan:?}") };
    assert_eq!(
        (own.what.as_str(), own.priority, &own.reason),
        ("Meet.", Priority::First, &Reason::Own)
    );
    assert_eq!((own.due, own.status, own.owner.as_str()), (None, Status::NotStarted, ""));
    assert_eq!(asked.reason, Reason::Answer("prevent-channels".into()));
    assert_eq!((asked.priority, asked.status), (Priority::Next, Status::Started));
    assert_eq!(asked.due, Date::parse("2027-01-29"));
    assert_eq!((asked.owner.as_str(), asked.first_step.as_str()), ("Sales", "Call one."));
    assert_eq!((asked.needs.as_str(), asked.first_sign.as_str()), ("An hour.", "One calls back."));
    assert_eq!(asked.effort, Some(Effort::Small));
    bad(
        "about = \"prevent-channels\"",
        "about = \"channels\" #! plan, about: no question “channels”",
    );
    bad(
        "priority = \"first\"",
        "priority = \"now\" #! plan, priority: expected first, next or later, found “now”",
    );
    bad(
        "due = \"2027-01-29\"",
        "due = \"January\" #! plan, due: expected a day like 2026-10-14, found “January”",
    );
    bad(
        "status = \"started\"",
        "status = \"open\" #! plan, status: expected not-started, started, done or dropped, found “open”",
    );
    bad("[[plan]]\nwhat = \"Meet.\"\n", "[[plan]] #! plan, what: missing: expected a text\n");
    bad("owner =", "reason = \"A whim\" #! plan, reason: no such field here\nowner =");
}

#[test]
fn a_file_has_a_scope_and_answers() {
    bad("[scope]", "[skope] #! skope: no such field here\n[scope]");
    let found = read_text("answered = \"2026-10-14\"\n").unwrap_err();
    assert_eq!(
        problem::lines(&found),
        format!(
            "{PATH}: answers: missing: expected a table\n{PATH}: scope: missing: expected a table\n"
        )
    );
}
