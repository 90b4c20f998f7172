//! A small bank that is right, and every way in which it can be wrong: each case replaces a piece
//! and says in a comment on the faulty line which problem is expected there.

use super::*;
use crate::problem;

const KEYS: [(&str, &[&str]); 3] = [
    ("interface/first", &["app.count", "app.name"]),
    ("interface/later", &["app.hello"]),
    ("report", &["cover.title"]),
];

/// The bank of `compiler/tests/bank`, as files of the content.
pub(crate) fn good() -> Files {
    let mut files = Files::default();
    files.add(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests"), "bank").unwrap();
    let names = files.0.into_iter().map(|(name, text)| (name.replacen("bank", "content", 1), text));
    let mut files = Files(names.collect());
    // The words of risks are the same whatever is asked.
    files.0.insert(RISKS.into(), include_str!("../../../content/en/risks.toml").into());
    files
}

const RISKS: &str = "content/en/risks.toml";

/// What is read of files that are right.
#[track_caller]
pub(crate) fn read_good(files: &Files) -> Vec<Bank> {
    read_with(files, KEYS).unwrap_or_else(|problems| panic!("{}", problem::lines(&problems)))
}

fn problems(files: &Files) -> Vec<Problem> {
    read_with(files, KEYS).err().unwrap_or_default()
}

/// Replaces a piece of a file. Behind `#!` stands the expected problem of that line.
#[track_caller]
fn bad(name: &str, piece: &str, with: &str) {
    bad_pieces(name, &[(piece, with)]);
}

#[track_caller]
fn bad_pieces(name: &str, pieces: &[(&str, &str)]) {
    let mut files = good();
    let path = format!("content/{name}");
    let text = files.0.get_mut(&path).unwrap();
    for (piece, with) in pieces {
        assert!(text.contains(piece), "{path} holds no {piece}");
        *text = text.replacen(piece, with, 1);
    }
    let (line, expected) = text
        .lines()
        .enumerate()
        .find_map(|(number, line)| Some((number + 1, line.split_once("#! ")?.1.to_owned())))
        .unwrap();
    let found = problems(&files);
    let expected = format!("{path}:{line}: {expected}");
    let said = found.iter().any(|problem| problem.to_string() == expected);
    assert!(said, "expected {expected}\nfound\n{}", problem::lines(&found));
}

#[test]
fn the_small_bank_is_right() {
    let files = good();
    assert_eq!(problem::lines(&problems(&files)), "");
    let banks = read_with(&files, KEYS).unwrap();
    let bank = banks.first().unwrap();
    assert_eq!(bank.catalogue.questions().count(), 4);
    assert_eq!(bank.guidance.questions.len(), 4);
    assert_eq!(bank.rules.tensions.len(), 1);
    assert_eq!(bank.texts.entries.len(), KEYS.iter().map(|(_, keys)| keys.len()).sum::<usize>());
}

#[test]
fn questions_know_the_terms_that_stand_in_them() {
    let banks = read_with(&good(), KEYS).unwrap();
    let guidance = &banks.first().unwrap().guidance;
    let terms: Vec<_> = guidance.terms.iter().map(|term| &*term.name).collect();
    assert_eq!(terms, ["Prompt", "Term"], "in alphabetical order");
    assert_eq!(&*guidance.terms[1].sources[0], "Principle");
    let of = |question: &str, phase| {
        let bank = banks.first().unwrap();
        let question = bank.catalogue.questions().find(|found| found.id.as_str() == question);
        let terms = guidance.terms_of(question.unwrap(), phase);
        terms.iter().map(|term| term.id.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(of("ladder", None), ["prompt", "term"], "a step says “Something.”");
    assert_eq!(of("decision", None), ["prompt"]);
    assert_eq!(of("tactics", Some("early")), ["prompt", "term"], "a tactic is called “Stop”");
    assert_eq!(of("tactics", Some("late")), ["prompt"], "another phase has other tactics");
    bad(
        "en/glossary.toml",
        "sources = [\"gp\"]",
        "sources = [\"pg\"] #! term term, sources: no source “pg”",
    );
    bad(
        "en/glossary.toml",
        "\"stop\"]",
        "\"Something\"] #! term term, forms: “Something” is given twice",
    );
}

#[test]
fn a_tactic_names_the_one_function_that_knows_best() {
    let banks = read_good(&good());
    let tactics = &banks.first().unwrap().guidance.tactics;
    assert!(tactics.iter().all(|(_, help)| help.lead.as_str() == "sales"));
    bad(
        "en/one.toml",
        "lead = \"sales\"",
        "lead = \"selling\" #! question tactics, part early, tactic early-stop, lead: no function \
         “selling”",
    );
    bad_pieces(
        "en/one.toml",
        &[(
            "[[question.part.tactic]]\nid = \"early-stop\"\nname = \"Stop\"\nlead = \"sales\"\n",
            "[[question.part.tactic]] #! question tactics, part early, tactic early-stop, lead: \
             missing: expected a text\nid = \"early-stop\"\nname = \"Stop\"\n",
        )],
    );
}

#[test]
fn a_question_may_say_more_beneath_it_and_ask_something_else_of_what_does_not_apply() {
    let mut files = good();
    let text = files.0.get_mut("content/en/one.toml").unwrap();
    let asked = "id = \"ladder\"\n";
    let with = "id = \"ladder\"\nbeneath = \"Bands are enough.\"\nbecause_asks = \"Where?\"\n";
    assert!(text.contains(asked));
    *text = text.replacen(asked, with, 1);
    let banks = read_good(&files);
    let said: Vec<_> = banks[0]
        .catalogue
        .questions()
        .map(|found| (found.id.as_str(), found.beneath.as_deref(), found.because_asks.as_deref()))
        .filter(|(_, beneath, asks)| beneath.is_some() || asks.is_some())
        .collect();
    assert_eq!(said, [("ladder", Some("Bands are enough."), Some("Where?"))]);
}

#[test]
fn a_question_says_what_is_to_be_decided_about_it() {
    let banks = read_good(&good());
    let bank = banks.first().unwrap();
    let decided: Vec<_> =
        bank.rules.sentences.iter().map(|(_, sentences)| &*sentences.decision).collect();
    assert_eq!(decided, ["Whether 2", "Whether 1", "Whether 4", "Whether 3"], "sorted by id");
    bad_pieces(
        "en/one.toml",
        &[
            (
                "[[question]]\nid = \"ladder\"",
                "[[question]] #! question ladder, decision: missing: expected a text\nid = \"ladder\"",
            ),
            ("decision = \"Whether 1\"\n", ""),
        ],
    );
}

#[test]
fn a_reflection_may_show_an_example_answer_with_the_terms_that_stand_in_it() {
    let words = domain::id::QuestionId::from("words");
    let of = |files: &Files| {
        let banks = read_good(files);
        let help = banks.first().unwrap().guidance.question(&words).unwrap().clone();
        (help.example, help.terms.iter().map(|term| term.as_str().to_owned()).collect::<Vec<_>>())
    };
    assert_eq!(of(&good()), (Some("Somebody wrote this.".into()), vec!["prompt".to_owned()]));
    let mut files = good();
    let one = files.0.get_mut("content/en/one.toml").unwrap();
    *one = one.replace("Somebody wrote this.", "Somebody wrote something.");
    assert_eq!(of(&files).1, ["prompt", "term"]);
    let one = files.0.get_mut("content/en/one.toml").unwrap();
    *one = one.replace("example = \"Somebody wrote something.\"\n", "");
    assert_eq!(of(&files).0, None);
}

#[test]
fn fields_are_there_once_and_of_their_type() {
    bad(
        "en/one.toml",
        "[[question]]\nid = \"ladder\"\ncode = \"A1.1\"\n",
        "[[question]] #! question ladder, code: missing: expected a text\nid = \"ladder\"\n",
    );
    bad(
        "en/one.toml",
        "next = \"Next.\"",
        "next = 3 #! question ladder, next: expected a text, found a number",
    );
    bad(
        "en/one.toml",
        "next = \"Next.\"",
        "next = \" \" #! question ladder, next: expected words, found an empty text",
    );
    bad(
        "en/one.toml",
        "next = \"Next.\"",
        "next = \"Next. \" #! question ladder, next: the text begins or ends with a space",
    );
    bad(
        "en/one.toml",
        "next = \"Next.\"",
        "next = \"Next.\"\nnxet = \"Next.\" #! question ladder, nxet: no such field here",
    );
    bad(
        "en/one.toml",
        "weight = 3",
        "weight = 4 #! question ladder, weight: expected a number from 1 to 3, found 4",
    );
    bad(
        "en/one.toml",
        "weight = 3",
        "weight = 2 #! question ladder, weight: the questions of group “group” weigh 3",
    );
    bad(
        "en/one.toml",
        "kind = \"ladder\"",
        "kind = \"stair\" #! question ladder, kind: expected ladder, tactics, reflection, decision or register, found “stair”",
    );
    bad(
        "en/one.toml",
        "who_knows = [\"Somebody\"]",
        "who_knows = [] #! question ladder, who_knows: expected at least one text, found an empty list",
    );
    bad(
        "en/one.toml",
        "[question.finding]\nlow = \"Low.\"",
        "[question.finding] #! question ladder, finding, low: missing: expected a text",
    );
    bad(
        "en/one.toml",
        "evidence = [\"A paper\"]",
        "stuck = [\"x\"] #! question ladder, stuck: no such field here",
    );
}

#[test]
fn a_ladder_has_five_distinct_steps() {
    bad_pieces(
        "en/one.toml",
        &[
            ("  \"More.\",\n", ""),
            (
                "steps = [",
                "steps = [ #! question ladder, steps: expected five distinct steps, found 4",
            ),
        ],
    );
    bad(
        "en/one.toml",
        "  \"More.\",",
        "  \"Nothing.\", #! question ladder, steps: expected five distinct steps; this one equals step 1",
    );
    bad(
        "en/one.toml",
        "  \"Nothing.\",",
        "  \"+ nothing.\", #! question ladder, steps: the first step has nothing to add to",
    );
}

#[test]
fn names_are_given_once_and_stand_for_something() {
    bad(
        "en/one.toml",
        "id = \"decision\"",
        "id = \"ladder\" #! question ladder, id: “ladder” is already given at content/en/one.toml:18",
    );
    bad(
        "en/one.toml",
        "id = \"decision\"",
        "id = \"Two words\" #! question Two words, id: expected a name like “one-two”, found “Two words”",
    );
    bad(
        "en/one.toml",
        "id = \"decision\"",
        "id = \"own-decision\" #! question own-decision, id: “own-decision” begins with “own-”, which is kept for an organisation's own questions",
    );
    bad(
        "en/one.toml",
        "id = \"early-ask\"",
        "id = \"own-ask\" #! question tactics, part early, tactic own-ask, id: “own-ask” begins with “own-”, which is kept for an organisation's own questions",
    );
    bad(
        "en/one.toml",
        "code = \"A1.2\"",
        "code = \"A1.1\" #! question decision, code: “A1.1” is already given at content/en/one.toml:19",
    );
    bad(
        "en/one.toml",
        "code = \"A1.2\"",
        "code = \"A7.2\" #! question decision, code: no section “A7” in this file",
    );
    bad_pieces(
        "en/one.toml",
        &[
            ("code = \"A1.1\"", "code = \"A1.9\""),
            (
                "code = \"A1.2\"",
                "code = \"A1.2\" #! question decision, code: “A1.2” stands behind a higher number of its section",
            ),
        ],
    );
    bad(
        "en/one.toml",
        "code = \"A2.1\"",
        "code = \"A1.7\" #! question tactics, part early, code: expected “A2.” and a number, found “A1.7”",
    );
    bad(
        "en/one.toml",
        "code = \"A1\"",
        "code = \"B1\" #! section B1, code: expected “A” and a number, found “B1”",
    );
    bad(
        "en/one.toml",
        "id = \"early-ask\"",
        "id = \"early-stop\" #! question tactics, part early, tactic early-stop, id: “early-stop” is already given at content/en/one.toml:114",
    );
    bad(
        "en/one.toml",
        "id = \"no\"",
        "id = \"yes\" #! question decision, value yes, id: “yes” is already given at content/en/one.toml:58",
    );
    bad(
        "en/one.toml",
        "group = \"group\"",
        "group = \"other\" #! question ladder, group: no group “other”",
    );
    bad(
        "en/one.toml",
        "sources = [\"gp\"]",
        "sources = [\"gp-99\"] #! question ladder, sources: no source “gp-99”",
    );
    bad(
        "en/one.toml",
        "sources = [\"gp\"]",
        "sources = [\"gp\", \"gp\"] #! question ladder, sources: “gp” is given twice",
    );
    bad(
        "catalogue.toml",
        "modules = [\"one\"]",
        "modules = [\"one\"]\nname = \"x\" #! name: no such field here",
    );
}

#[test]
fn rules_use_what_there_is() {
    bad(
        "en/one.toml",
        "question = \"decision\", values = [\"no\"] }",
        "question = \"decision\", values = [\"maybe\"] } #! question words, asked_when: “decision” has no value “maybe”; it has yes, no",
    );
    bad(
        "en/one.toml",
        "question = \"decision\", values",
        "question = \"ladder\", values = [\"no\"] } #! question words, asked_when: “ladder” is no decision\n#",
    );
    let route = "question = \"decision\", values = [\"no\"] }";
    for (by_fact, reason) in [
        ("fact = \"gone\", values = [\"unknown\"] }", "asked_when, fact: no scope fact “gone”"),
        (
            "fact = \"scope-fact\", values = [\"maybe\", \"unknown\"] }",
            "asked_when, values: “scope-fact” has no value “maybe”; it has yes, unknown",
        ),
        (
            "fact = \"scope-fact\", values = [\"yes\"] }",
            "asked_when, values: expected “unknown” among them: it folds nothing away",
        ),
        (
            "fact = \"scope-fact\", values = [\"yes\", \"unknown\"] }",
            "asked_when, values: none of “scope-fact” is left to fold the question away",
        ),
        (
            "fact = \"scope-fact\", question = \"decision\", values = [\"unknown\"] }",
            "asked_when, question: no such field here",
        ),
    ] {
        bad("en/one.toml", route, &format!("{by_fact} #! question words, {reason}"));
    }
    bad(
        "en/short-form.toml",
        "first = [\"words\"]",
        "first = [\"nothing\"] #! first: no question “nothing”",
    );
    bad_pieces(
        "en/short-form.toml",
        &[
            ("\"decision\", \"words\"", "\"decision\""),
            (
                "first = [\"words\"]",
                "first = [\"words\"] #! first: “words” is not among the questions of the short form",
            ),
        ],
    );
    bad(
        "en/short-form.toml",
        "tactics = [\"early-stop\"]",
        "tactics = [\"late\"] #! tactics: no tactic “late”",
    );
    bad(
        "en/short-form.toml",
        "values = [\"yes\", \"unknown\"]",
        "values = [\"perhaps\"] #! more, values: “scope-fact” has no value “perhaps”; it has yes, unknown",
    );
    bad(
        "en/findings.toml",
        "fact = \"scope-fact\"",
        "fact = \"scope-none\" #! raise, fact: no scope fact “scope-none”",
    );
    bad(
        "en/findings.toml",
        "then = [\"ladder\"]\nfrom_step = 4",
        "then = [\"tactics\"]\nfrom_step = 4 #! before, from_step: “tactics” has no steps",
    );
    bad(
        "en/findings.toml",
        "[[before]]\nfirst = [\"decision\"]",
        "[[before]] #! before, then: “ladder” cannot come before itself\nfirst = [\"ladder\"]",
    );
    bad_pieces(
        "en/scope.toml",
        &[
            ("id = \"unknown\"", "id = \"later\""),
            (
                "[[fact]]",
                "[[fact]] #! fact scope-fact, value: expected a value “unknown”: a fact left open counts as that",
            ),
        ],
    );
}

#[test]
fn conditions_use_what_there_is() {
    #[track_caller]
    fn check(when: &str, reason: &str) {
        bad(
            "en/tensions.toml",
            "when = \"ladder>=4 & (decision=no | early-stop=used) & scope-fact=yes\"",
            &format!("when = \"{when}\" #! tension t-one, when: {reason}"),
        );
    }
    check("ladder>=6", "expected a step from 1 to 5, found “6”");
    check("ladder>4", "“>” means nothing here");
    check("laddder>=4", "no question, tactic or scope fact “laddder”");
    check("decision=maybe", "“decision” has no value “maybe”; it has yes, no");
    check("decision>=yes", "“decision” takes “=” alone");
    check("early-stop=often", "expected used, planned, unused, unknown or unfit, found “often”");
    check("scope-fact=perhaps", "“scope-fact” has no value “perhaps”; it has yes, unknown");
    check("scope-none=yes", "no scope fact “scope-none”");
    check("words=yes", "“words” has neither steps nor values");
    check("na(nothing)", "no question “nothing”");
    check("tactics-effect-unknown(ladder)", "“tactics-effect-unknown” cannot be said of “ladder”");
    check("(ladder>=4", "expected “)”, found “the end”");
    check("ladder>=4 decision=no", "expected “&”, “|” or the end, found “decision”");
    check("ladder>=4 &", "expected a name or “(”, found “the end”");
    check("n(risks)>=0", "expected a number from 1 to 10");
    check("n(risks)>=11", "expected a number from 1 to 10");
    check("n(ladder)>=3", "expected “risks”, found “ladder”");
    check("n(risks)=3", "expected “>=”, found “=”");
    check("risk{status=yes}", "no value “yes” of a risk’s status");
    check("risk{band=grave}", "no value “grave” of a risk’s band");
    check("risks{rights within 9, 26}", "no right “26”");
    check("risks{rights within}", "expected a right by its number, found “}”");
    check("risks{who without nobody}", "no party “nobody”");
    check("risk{ladder=3}", "“ladder” cannot be said of a risk");
    check("risk{unowned", "expected “}”, found “the end”");
    check("risk=3", "no question, tactic or scope fact “risk”");
}

#[test]
fn texts_have_the_forms_and_names_of_their_language() {
    bad(
        "en/interface/first/app.toml",
        "count = { one = \"One question\", other = \"{count} questions\" }",
        "count = { other = \"{count} questions\" } #! app.count: expected the forms {One, Other} of English, found {Other}",
    );
    bad("en/interface/first/app.toml", "\"App\"", "\"App {\" #! app.name: a brace is not closed");
    bad(
        "en/interface/first/app.toml",
        "name = \"App\"",
        "name = \"App\"\nmore = \"x\" #! app.more: no such text in the master language",
    );
    bad(
        "languages.toml",
        "plural = { one = \"n = 1\" }",
        "plural = { one = \"v = 1\" } #! language en, plural, one: expected a relation like “n % 10 = 2..4”, found “v = 1”",
    );
    let mut files = good();
    files.0.insert("content/en/report/cover.toml".into(), String::new());
    let found = problem::lines(&problems(&files));
    assert_eq!(found, "content/en/report/cover.toml: cover.title: missing in English\n");
}

#[test]
fn another_language_says_every_word_and_nothing_else() {
    let words = |text: &str| {
        let mut files = good();
        let languages = files.0.get_mut("content/languages.toml").unwrap();
        languages.push_str(
            "[[language]]\ncode = \"xx\"\nname = \"Other\"\ndirection = \"rtl\"\nplural = { one = \"n = 1\" }\n",
        );
        let english: Vec<_> = files.0.clone().into_iter().collect();
        for (name, text) in english {
            if name.starts_with("content/en/")
                && !name.ends_with("short-form.toml")
                && !name.ends_with("ties.toml")
            {
                files.0.insert(name.replacen("/en/", "/xx/", 1), text);
            }
        }
        // Only what is words: a translator copies the file and takes the rest away.
        let one = files.0.get_mut("content/xx/one.toml").unwrap();
        let kept = |line: &&str| {
            let rules =
                ["kind", "weight", "group", "sources", "squares", "asked_when", "letter", "lead"];
            !rules.iter().any(|rule| line.starts_with(&format!("{rule} =")))
        };
        *one = one.lines().filter(kept).map(|line| format!("{line}\n")).collect();
        *one = one.replace("A paper", "Papier");
        for name in ["scope", "findings", "tensions", "glossary"] {
            let file = files.0.get_mut(&format!("content/xx/{name}.toml")).unwrap();
            let kept = |line: &&str| {
                let rules = [
                    "weight",
                    "when",
                    "from_step",
                    "[[raise]]",
                    "fact",
                    "values",
                    "questions",
                    "forms",
                    "sources",
                ];
                !rules.iter().any(|rule| line.starts_with(rule))
            };
            *file = file.lines().filter(kept).map(|line| format!("{line}\n")).collect();
        }
        let (piece, with) = text.split_once(" => ").unwrap_or_default();
        let one = files.0.get_mut("content/xx/one.toml").unwrap();
        assert!(one.contains(piece));
        *one = one.replacen(piece, with, 1);
        files
    };
    let files = words("");
    assert_eq!(problem::lines(&problems(&files)), "");
    let banks = read_with(&files, KEYS).unwrap();
    let [english, other] = banks.as_slice() else { panic!("two languages") };
    assert_eq!(english.rules.tensions.len(), other.rules.tensions.len());
    assert_ne!(english.guidance, other.guidance);
    // The words of another language are not searched: they bend in other ways.
    for ((_, english), (_, other)) in
        english.guidance.questions.iter().zip(&other.guidance.questions)
    {
        assert_eq!(english.terms, other.terms);
    }

    #[track_caller]
    fn check(files: &Files, expected: &str) {
        let found = problem::lines(&problems(files));
        assert!(found.contains(expected), "{found}");
    }
    check(&words("next = \"Next.\"\n => "), "question ladder, next: missing in this language");
    check(&words("decision = \"Whether 1\"\n => "), "ladder, decision: missing in this language");
    check(&words("example = \"Somebody wrote this.\"\n => "), "words, example: missing in this");
    check(&words("\"+ it is done.\" => \"done\""), "the “+ ” of the master language must be kept");
    check(&words("  \"Nothing.\",\n => "), "question ladder, steps: expected 5 texts, found 4");
    check(
        &words("id = \"ladder\" => id = \"lader\""),
        "question lader: the master language has no",
    );
    check(&words("id = \"ladder\" => id = \"ladder\"\nweight = 1"), "weight: only words and ids");
    let mut files = words("");
    let risks = files.0.get_mut("content/xx/risks.toml").unwrap();
    *risks = risks.replacen("always = \"Always alike\"\n", "", 1);
    check(&files, "content/xx/risks.toml:");
    check(&files, "when, always: missing: expected a text");
    files.0.remove("content/xx/risks.toml");
    check(&files, "content/xx/risks.toml: file: missing");
}

#[test]
fn the_words_of_risks_are_all_there_and_no_others() {
    let files = good();
    let banks = read_good(&files);
    let risks = &banks.first().unwrap().guidance.risks;
    assert_eq!(&*risks.label(domain::risk::Party::Ourselves), "We, by acts or things left undone");
    assert_eq!(
        &*risks.in_group("grounds", domain::risk::Grounds::Scale),
        "because of its scale alone"
    );
    assert_eq!(risks.rights.len(), 25);
    assert!(risks.marks.iter().all(|marks| marks.len() == 5), "three scales of five");
    let right = domain::risk::Right::new(12).unwrap();
    assert_eq!(&*risks.right(right).unwrap().instruments, "C21");
    let mark = risks.mark(domain::risk::Named::Scope, domain::step::Step::Two);
    assert_eq!(&*mark.unwrap().text, "Up to 300.");
    bad(
        "en/risks.toml",
        "always = \"Always alike\"\n",
        "sometimes = \"Sometimes\" #! when, sometimes: no such field here\n",
    );
    bad_pieces(
        "en/risks.toml",
        &[
            ("always = \"Always alike\"\n", ""),
            ("[when]", "[when] #! when, always: missing: expected a text"),
        ],
    );
    bad_pieces("en/risks.toml", &[("[right.25]", "[right.26] #! right, 26: no such field here")]);
    bad(
        "en/risks.toml",
        "[scope.5]\n",
        "[scope.5]\nlong = \"x\" #! scope, 5, long: no such field here\n",
    );
}

#[test]
fn each_question_is_tied_to_risks_by_letters_that_are_known() {
    use domain::ties::{Letters, OnHarm, TacticMark};

    let banks = read_good(&good());
    let ties = &banks.first().unwrap().guidance.ties;
    let tied: Vec<_> = ties.questions.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(tied, ["ladder", "tactics", "words"], "“-” is no tie, and ids are sorted");
    let (_, ladder) = &ties.questions[0];
    assert_eq!(ladder.who, Letters::Some(vec!['S', 'E']));
    assert_eq!(ladder.people, Letters::Some(vec!['H', 'C']));
    assert!(ladder.people_needed && ladder.on_harm == OnHarm::AsToAny);
    let (_, matrix) = &ties.questions[1];
    assert_eq!((&matrix.who, &matrix.people), (&Letters::Any, &Letters::Any));
    assert!(matrix.on_harm == OnHarm::Aimed && !matrix.people_needed);
    let marks: Vec<_> = ties.tactics.iter().map(|(_, tie)| tie.mark).collect();
    assert_eq!(marks, [Some(TacticMark::OnlyFor('W')), Some(TacticMark::OnlyFrom('b'))]);

    let mut files = good();
    let file = files.0.get_mut("content/en/ties.toml").unwrap();
    *file = file.replace("+h", "+h!").replace("[b]", "[t]").replace("[W]", "[+W]");
    let banks = read_good(&files);
    let ties = &banks.first().unwrap().guidance.ties;
    assert_eq!(ties.questions[1].1.on_harm, OnHarm::First);
    let marks: Vec<_> = ties.tactics.iter().map(|(_, tie)| tie.mark).collect();
    assert_eq!(marks, [Some(TacticMark::AlsoFor('W')), Some(TacticMark::TenseTimes)]);

    let question = |row: &str, reason: &str| {
        let with = format!("\"{row}\" #! questions, ladder: {reason}");
        bad("en/ties.toml", "\"SE/lu/HC!\"", &with);
    };
    question("SEQ", "no “Q” among who does it");
    question("SE/lx", "no “x” among where it starts");
    question("SE/L", "no “L” among where it starts");
    question("SE/l/Z", "no “Z” among who is hurt");
    question("SES", "“S” is given twice");
    question("SE/", "expected letters of where it starts, or “.”");
    question("SE/l/H/C", "expected who/arises/people, found “C” behind them");
    question("././.!", "expected people before “!”");
    question("SE! /l", "no “!” among who does it");
    question("SE+h", "no “+” among who does it");
    question("- +h", "no “-” among who does it");
    question("S +h!!", "no “ ” among who does it");
    let tactic = |row: &str, reason: &str| {
        bad("en/ties.toml", "\"S/LP [b]\"", &format!("\"{row}\" #! tactics, early-stop: {reason}"));
    };
    tactic("S/LX", "no “X” among kinds of harm");
    tactic("S/L/H", "expected who/harm, found “H” behind them");
    let no_mark = |marked: &str| {
        let wanted = "expected one start, one people with or without “+”, or “t”";
        tactic(&format!("S [{marked}]"), &format!("“{marked}” is no mark: {wanted}"));
    };
    no_mark("bo");
    no_mark("Q");
    no_mark("+b");
    no_mark("T");
    no_mark("");
    tactic("S[b]", "no “[” among who does it");
}

#[test]
fn no_question_and_no_tactic_is_left_untied_and_no_other_is_tied() {
    bad_pieces(
        "en/ties.toml",
        &[
            ("decision = \"-\"\n", ""),
            ("[questions]", "[questions] #! questions: no row for “decision”"),
        ],
    );
    bad_pieces(
        "en/ties.toml",
        &[
            ("early-ask = \". [W]\"\n", ""),
            ("[tactics]", "[tactics] #! tactics: no row for “early-ask”"),
        ],
    );
    bad("en/ties.toml", "words =", "word = \".\" #! questions, word: no question “word”\nwords =");
    bad(
        "en/ties.toml",
        "early-ask =",
        "ladder = \".\" #! tactics, ladder: no tactic “ladder”\nearly-ask =",
    );
    bad(
        "en/ties.toml",
        "\"-\"",
        "3 #! questions, decision: expected a row of letters, found a number",
    );
    // A matrix that stands for no phases of a product has no rows at all.
    let mut files = good();
    let ties = files.0.get_mut("content/en/ties.toml").unwrap();
    ties.truncate(ties.find("early").unwrap());
    assert_eq!(read_good(&files)[0].guidance.ties.tactics, []);
}

/// Rules of each sort, as they stand in a bank of version 1.2.0.
pub(crate) const RULES: &str = r#"
[[renamed]]
since = "1.1.0"
id = "older"
to = "ladder"

[[split]]
since = "1.1.0"
id = "both"
into = ["ladder", "decision"]
holds = ["decision"]
prompt = "Both at once?"

[[split.value]]
id = "yes"
text = "Yes."

[[retired]]
since = "1.2.0"
id = "gone"
because = "Nobody could answer it."
prompt = "What else?"

[[reworded]]
since = "1.2.0"
id = "ladder"
prompt = "What was asked before?"
steps = ["Nothing.", "Little.", "Some.", "More.", "Most."]
"#;

/// The small bank in a later version, with these rules.
pub(crate) fn with_rules(rules: &str) -> Files {
    let mut files = good();
    let catalogue = files.0.get_mut("content/catalogue.toml").unwrap();
    *catalogue = catalogue.replace("1.0.0", "1.2.0");
    files.0.insert("content/en/earlier.toml".into(), rules.into());
    files
}

#[test]
fn rules_say_what_became_of_earlier_questions() {
    use domain::earlier::Became;

    let banks = read_good(&with_rules(RULES));
    let rules = &banks[0].guidance.earlier;
    let read: Vec<_> = rules.iter().map(|rule| (rule.id.as_str(), &*rule.since)).collect();
    assert_eq!(
        read,
        [("older", "1.1.0"), ("both", "1.1.0"), ("gone", "1.2.0"), ("ladder", "1.2.0")]
    );
    assert_eq!(rules[0].became, Became::Renamed("ladder".into()));
    let (into, holds) = (vec!["ladder".into(), "decision".into()], vec!["decision".into()]);
    assert_eq!(rules[1].became, Became::Split { into, holds });
    assert_eq!(rules[1].offered("yes").map(|text| &**text), Some("Yes."));
    assert_eq!(rules[2].became, Became::Retired("Nobody could answer it.".into()));
    assert_eq!(rules[3].became, Became::Reworded);
    assert_eq!(rules[3].offered("2").map(|text| &**text), Some("Little."));
}

#[test]
fn a_rule_that_leads_nowhere_is_found() {
    let says = |piece: &str, with: &str, expected: &str| {
        assert!(RULES.contains(piece), "{piece}");
        let files = with_rules(&RULES.replacen(piece, with, 1));
        let found = problem::lines(&problems(&files));
        assert!(found.contains(expected), "expected {expected}\nfound\n{found}");
        assert!(found.contains("content/en/earlier.toml:"), "{found}");
    };
    says("to = \"ladder\"", "to = \"laddder\"", "to: version 1.1.0 asks no question “laddder”");
    says("to = \"ladder\"", "to = \"older\"", "to: version 1.1.0 asks no question “older”");
    says("to = \"ladder\"", "to = \"both\"", "to: version 1.1.0 asks no question “both”");
    says("id = \"older\"", "id = \"words\"", "id: “words” stands in the bank still");
    says("id = \"gone\"", "id = \"both\"", "id: “both” is already given");
    says("since = \"1.1.0\"", "since = \"1.3.0\"", "since: the bank is of version 1.2.0");
    says("since = \"1.1.0\"", "since = \"2\"", "since: expected a version like “2.0.0”, found “2”");
    says("into = [\"ladder\", \"decision\"]", "into = [\"decision\"]", "into: expected two");
    says("holds = [\"decision\"]", "holds = [\"words\"]", "holds: “words” is none of those");
    says("\"Little.\"", "\"+ little.\"", "steps: expected the whole text");
    says("because = \"Nobody could answer it.\"\n", "", "because: missing");
    says("id = \"ladder\"\nprompt", "id = \"lost\"\nprompt", "id: version 1.2.0 asks no question");
    // What an earlier version made of it may itself have become something else since.
    let chain = RULES.replacen("to = \"ladder\"", "to = \"gone\"", 1);
    assert_eq!(problem::lines(&problems(&with_rules(&chain))), "");
}
