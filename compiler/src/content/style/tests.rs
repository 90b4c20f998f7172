//! Each rule on a text that breaks it and on one that nearly does. The base is a bank of one ladder;
//! a case replaces a piece of it.

use super::*;

/// Rules of steps that are read together.
mod ladders;

const BANK: &str = r#"[[section]]
code = "A1"
name = "Section"
about = "About this section."

[[question]]
id = "one"
code = "A1.1"
kind = "ladder"
group = "group"
prompt = "Who can stop a release?"
steps = [
  "Nobody can stop it.",
  "Somebody can advise against it.",
  "A named person can stop it.",
  "+ in the last 12 months, they used this power.",
  "+ a note says what this did for people.",
]
why = "People may be hurt. Nobody may notice."
sources = ["gp-19a", "agenda-1045-1"]
next = "Name one person."
decision = "Whether one person may stop a release"

[question.finding]
low = "Nobody can stop a release."

[[source]]
id = "gp-19a"
name = "Principle"
says = "It says this."

[[source]]
id = "agenda-1045-1"
name = "Agenda"
says = "It asks this."
"#;

const WHO: &str = "Who can stop a release?";
const NOBODY: &str = "Nobody can stop it.";
const NEXT: &str = "Name one person.";
const LOW: &str = "Nobody can stop a release.";
const WHY: &str = "People may be hurt. Nobody may notice.";
const USED: &str = "+ in the last 12 months, they used this power.";

/// The hashes of the real agenda.
const STORED: &str = include_str!("../../../../content/agenda-hashes.txt");

const COPIED: &str = "The meeting asks each of its guests to bring a hard case from work.";

fn files(texts: &[(&str, &str)]) -> Files {
    Files(
        texts.iter().map(|(name, text)| (format!("content/{name}.toml"), (*text).into())).collect(),
    )
}

fn look_at(files: &Files, used: &Used, exceptions: &str) -> String {
    let found = look(files, used, exceptions, &Agenda::of(COPIED));
    problem::lines(&found.problems)
}

fn with(pieces: &[(&str, &str)]) -> String {
    let mut bank = BANK.to_owned();
    for (piece, with) in pieces {
        assert!(bank.contains(piece), "the bank holds no {piece}");
        bank = bank.replacen(piece, with, 1);
    }
    bank
}

fn found(pieces: &[(&str, &str)]) -> String {
    look_at(&files(&[("en/one", &with(pieces))]), &Used::default(), "")
}

/// The text in place of the piece breaks one rule.
#[track_caller]
fn bad(piece: &str, text: &str, expected: &str) {
    let found = found(&[(piece, text)]);
    assert!(found.contains(expected), "expected {expected}, found {found}");
    assert_eq!(found.lines().count(), 1, "{found}");
}

/// The text in place of the piece breaks none.
#[track_caller]
fn good(piece: &str, text: &str) {
    assert_eq!(found(&[(piece, text)]), "");
}

#[test]
fn a_fault_names_file_line_field_and_rule() {
    assert_eq!(found(&[]), "");
    bad(
        NOBODY,
        "We fully check it.",
        "content/en/one.toml:13: question one, steps: words: “fully”: it grades",
    );
}

#[test]
fn words_are_avoided_where_they_are_wrong() {
    bad(NEXT, "Ensure that it works.", "“ensure”");
    bad(WHO, "How important is a stop to you?", "“how important”");
    bad(NOBODY, "We have a culture of respect.", "“culture of”");
    bad(WHY, "The brand may suffer. Nobody may notice.", "“brand”");
    bad(WHY, "A fine may follow. Nobody may notice.", "“a fine”");
    good(WHY, "Fine print may hide it. Nobody may notice.");
    bad(WHY, "It is a legal risk. Nobody may notice.", "“legal risk”: “risk” means risk to people");
    bad(LOW, "The company fails to stop it.", "“fails”");
    bad(LOW, "80 % of releases are looked at.", "“%”");
    bad(LOW, "The total is low.", "“total”");
    // Judging, in what is asked and found; a plain word in help.
    bad(NOBODY, "We still have nobody.", "“still”");
    bad(LOW, "Only staff can stop a release.", "“only”");
    good(NEXT, "Name one person only.");
    // Grading, where answers are graded.
    bad(NOBODY, "We often look at it.", "“often”");
    good(NEXT, "Write down what happens most often.");
    // A claim about results; what is quoted is spoken of.
    bad(NOBODY, "A check prevents harm.", "“prevents”");
    good(NOBODY, "We use words such as “prevents” and “fully”.");
    good(NOBODY, "We seek to prevent harm.");
    // Part of another word.
    good(NEXT, "Underscore it, and restore the brandy.");
}

#[test]
fn a_decision_is_a_short_open_clause() {
    const MAY: &str = "Whether one person may stop a release";
    bad(MAY, "Name one person who may stop it", "decision: expected a clause that begins with");
    bad(MAY, "Whetherness of a stop", "decision: expected a clause that begins with");
    bad(MAY, "Whether one person may stop it.", "decision: it is a clause");
    bad(MAY, "Whether one person may stop it?", "decision: it is a clause");
    bad(MAY, "Whether one person should stop it", "decision: “should” gives the answer");
    bad(MAY, "Whether one person must not stop it", "decision: “must” gives the answer");
    let words = |count: usize| format!("Whether{}", " word".repeat(count - 1));
    bad(MAY, &words(15), "decision: expected at most 14 words, found 15");
    good(MAY, &words(14));
    // It speaks of the company, so it judges and promises as little as a finding does.
    bad(MAY, "Whether only one person may stop it", "words: “only”");
    bad(MAY, "Whether it is fully checked", "words: “fully”");
    // A next action is a sentence, and may say what is necessary.
    good(NEXT, "Write down who must be asked.");
}

#[test]
fn no_two_questions_have_the_same_decision() {
    let twin = r#"
[[question]]
id = "two"
code = "A1.2"
kind = "ladder"
sources = ["gp-19a", "agenda-1045-1"]
decision = "Whether one person may stop a release"
"#;
    let found = found(&[("[[source]]", &format!("{twin}\n[[source]]"))]);
    assert!(found.contains("question two, decision: decision: “one” says the same"), "{found}");
    assert_eq!(found.lines().count(), 1, "{found}");
}

#[test]
fn no_law_is_named() {
    bad(NEXT, "Look at the GDPR.", "laws: “GDPR”");
    bad(NEXT, "Look at the Digital Services Act.", "laws: “Services Act”");
    bad(NEXT, "Look at the “AI Act”.", "laws: “AI Act”");
    good(NEXT, "Act on it. Early Acting helps, and so does HEARING people.");
}

#[test]
fn sentences_are_short() {
    let words = |count: usize| format!("{}.", vec!["word"; count].join(" "));
    bad(
        NEXT,
        &words(29),
        "length: expected at most 28 words, found 29; split “word word word word word …”",
    );
    good(NEXT, &words(28));
    good(NEXT, &format!("{} {}", words(20), words(20)));
    let beneath = |text: &str| format!("{WHO}\"\nbeneath = \"{text}");
    bad(WHO, &beneath(&words(29)), "question one, beneath: length: expected at most 28 words");
    bad(WHO, &beneath("Ensure that it works."), "question one, beneath: words: “ensure”");
    good(WHO, &beneath(&words(28)));
    let one = files(&[("en/one", &with(&[(NEXT, &words(21))]))]);
    let found = look(&one, &Used::default(), "", &Agenda::of(""));
    assert_eq!(found.long, 1);
}

#[test]
fn one_thing_is_asked() {
    bad(WHO, "Who can stop it? Who can resume it?", "one thing: two question marks");
    bad(WHO, "Who can stop a release and how do they do it?", "“and how” begins a second question");
    bad(WHO, "Who can stop a release, and are they used to it?", "“and are” begins a second");
    bad(WHO, "How do you assess and mitigate harm?", "“assess” and “mitigate” are two practices");
    bad(NOBODY, "Harm is identified and mapped.", "“identified” and “mapped” are two practices");
    bad(NOBODY, "We stop and/or change it.", "“and/or” is two answers in one");
    bad(WHO, "Who can stop a release, including small ones?", "“including” widens the question");
    good(WHO, "Who in product and engineering can stop a release?");
    good(WHO, "For what and where can a release be stopped?");
    good(WHO, "What would you like to say, and do not say?");
    good(NOBODY, "A test plan and a review stand in the record and the map.");
}

#[test]
fn steps_differ_in_what_is_done() {
    let two = |lower: &str, higher: &str| {
        found(&[(NOBODY, lower), ("Somebody can advise against it.", higher)])
    };
    let fault = two("Some releases are looked at.", "Most of the releases are looked at.");
    assert!(
        fault.contains(":14: question one, steps: steps: differs from step 1 in degree"),
        "{fault}"
    );
    assert_eq!(two("Releases are looked at.", "Releases are looked at by an expert."), "");
    assert_eq!(two("We look at one point.", "We look at two points."), "");
}

#[test]
fn what_was_done_has_a_date() {
    bad(USED, "+ they also used this power.", ":16: question one, steps: time frame: “they used”");
    bad(USED, "+ the top body (the board) decided on it.", "“body decided” says what was done");
    good(USED, "+ they have this power in writing.");
    // The question, or a lower step, has the date.
    let date = "Who could stop a release in the last 12 months?";
    assert_eq!(found(&[(WHO, date), (USED, "+ they used this power.")]), "");
    // Steps below 4 say what is there.
    bad(NOBODY, "We recently named nobody.", "“recently” has no end");
    bad(NOBODY, "We named nobody in the last 6 months.", "found “last 6 months”");
    good(NOBODY, "We named nobody in the last 24 months.");
    good(NEXT, "Look at two recent reviews.");
}

#[test]
fn why_is_about_people_in_two_sentences() {
    bad(WHY, "People may be hurt.", "why: expected two sentences, found 1");
    bad(WHY, "The UNGPs ask for it. Nobody may notice.", "names “UNGP”");
    good(WHY, "Could a person be hurt (for example here)? “Nobody knows.”");
}

#[test]
fn sources_are_principles_and_the_agenda() {
    for (id, expected) in [
        ("gp-32", true),
        ("gdpr-6", true),
        ("agenda-1045", true),
        ("gp-31", false),
        ("gp-19aii", false),
        ("gp-19-commentary", false),
        ("agenda-0930-4", false),
    ] {
        let found = found(&[("id = \"gp-19a\"", &format!("id = \"{id}\""))]);
        let fault = format!("one.toml:27: source {id}, id: expected a principle");
        assert_eq!(found.contains(&fault), expected, "{found}");
    }
}

#[test]
fn questions_rest_on_both() {
    let cites = "\"gp-19a\", \"agenda-1045-1\"";
    let all = found(&[(cites, "\"gp-19a\"")]);
    assert!(all.contains(":20: question one, sources: names no question of the agenda"), "{all}");
    let all = found(&[(cites, "\"agenda-1045-1\"")]);
    assert!(all.contains("question one, sources: names no principle"), "{all}");
    // And what is then cited by none.
    assert!(all.contains("source gp-19a: unused: no question cites this source"), "{all}");
    let commentary = found(&[
        ("id = \"gp-19a\"", "id = \"gp-19-commentary\""),
        ("\"gp-19a\", ", "\"gp-19-commentary\", "),
    ]);
    assert_eq!(commentary, "");
}

#[test]
fn no_sentence_of_the_agenda_is_copied() {
    bad(
        NEXT,
        "Let each of its guests to bring a hard case.",
        "agenda: “each of its guests to bring a” stands in the agenda word for word",
    );
    good(NEXT, "Let guests bring a hard case from work.");
    assert!(!Agenda::read(STORED).is_empty(), "the stored hashes are gone");
    // A name is one word, whatever stands in the agenda beside it.
    let agenda = Agenda::of("Read the UN Guiding Principles on Business and Human Rights.");
    let named = with(&[(NEXT, "The UN Guiding Principles on Business and Human Rights.")]);
    let found = look(&files(&[("en/one", &named)]), &Used::default(), "", &agenda);
    assert!(found.problems.is_empty());
}

#[test]
fn what_is_written_of_the_agenda_reads_back() {
    let agenda = Agenda::of(COPIED);
    let written = agenda.written();
    assert_eq!(Agenda::read(&written), agenda);
    assert!(!written.contains("guests"), "{written}");
    assert_eq!(Agenda::read(STORED).written(), STORED);
}

#[test]
fn an_exception_names_its_place_and_is_needed() {
    let exception = |at: &str, text: &str| {
        format!(
            "[[exception]]\nat = \"{at}\"\nrule = \"words\"\ntext = \"{text}\"\nbecause = \"It is.\"\n"
        )
    };
    let broken = files(&[("en/one", &with(&[(NOBODY, "The average user can stop it.")]))]);
    let looked = |exceptions: &str| look_at(&broken, &Used::default(), exceptions);
    assert_eq!(looked(&exception("one", "average user")), "");
    assert_eq!(looked(&exception("two", "average user")).lines().count(), 2);
    let unneeded = looked(&exception("one", "average person"));
    assert!(unneeded.contains("no fault of “one” has “average person” in it"), "{unneeded}");
    let misspelt = looked(&exception("one", "average user").replace("words", "word"));
    assert!(misspelt.contains("no rule “word”; there are words, laws"), "{misspelt}");
}

#[test]
fn nothing_is_kept_that_nobody_reads() {
    let used = Used::new(["START_TITLE".to_owned()].into(), "<p>{{text:start.lead}}</p>");
    let start = "title = \"Title\"\nlead = \"Lead\"\nold = \"Old\"\ncount = { one = \"1\", other = \"2\" }\n";
    let files = files(&[("en/one", BANK), ("en/interface/first/start", start)]);
    let found = look_at(&files, &used, "");
    let expected = "content/en/interface/first/start.toml:3: start.old: unused: no source names this \
                    text: take it out\n\
                    content/en/interface/first/start.toml:4: start.count: unused: no source names this \
                    text: take it out\n";
    assert_eq!(found, expected);
}

#[test]
fn syllables_are_near_the_truth() {
    let known = [
        "people 2",
        "human 2",
        "rights 1",
        "release 2",
        "products 2",
        "use 1",
        "uses 2",
        "used 1",
        "needed 2",
        "changed 1",
        "decided 3",
        "possible 3",
        "example 3",
        "company 3",
        "whole 1",
        "decision 3",
        "commercial 3",
        "customer 3",
        "free 1",
        "agreed 2",
        "does 1",
        "idea 3",
        "being 2",
        "carrying 3",
        "create 2",
        "reach 1",
        "building 2",
        "areas 3",
        "severe 2",
        "situation 4",
        "technology 4",
        "the 1",
        "API 3",
        "12 2",
        "company’s 3",
        "rules 1",
        "releases 3",
        "social 2",
        "question 2",
        "usual 3",
    ];
    for pair in known {
        let (word, count) = pair.split_once(' ').unwrap();
        assert_eq!(ease::syllables(word), count.parse::<u32>().unwrap(), "{word}");
    }
}

#[test]
fn reading_ease_is_counted_per_section() {
    let files = files(&[("en/one", BANK)]);
    let found = look(&files, &Used::default(), "", &Agenda::of(""));
    let ease = found.ease.get("A1").unwrap().value().unwrap();
    assert!((60.0..110.0).contains(&ease), "{ease}");
    assert!(found.ease_in_a_line().contains("A1 "));
    let hard = Ease { words: 30, sentences: 1, syllables: 60 };
    assert!((hard.value().unwrap() - 7.185).abs() < 1e-9);
    assert_eq!(Ease::default().value(), None);
}
