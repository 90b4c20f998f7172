//! A small bank with one of everything, and the real words of reports.
#![allow(dead_code, reason = "shared by several test binaries, each of which uses a part")]

use std::collections::BTreeMap;
use std::path::Path;
use std::rc::Rc;

use domain::answer::{Answer, Choice, Evidence, TacticAnswer, TacticState};
use domain::assessment::{Answers, Assessment, CatalogueVersion, Timestamp};
use domain::bank::Bank;
use domain::catalogue::{
    Catalogue, Fact, FactValue, Function, Module, MoreTactic, Section, ShortForm,
};
use domain::date::Date;
use domain::guidance::{Guidance, Help, Source};
use domain::id::ValueId;
use domain::questions::{
    Decision, DecisionValue, Kind, Ladder, LadderStep, Matrix, Question, Reflection, Route,
    Squares, Step, Tactic, TacticGroup, Weight,
};
use domain::rules::{
    Before, Comparison, Condition, Group, Raise, Rules, Sentences, StateName, Tension,
};
use domain::scope::{Form, Scope, Unit};
use domain::texts::{Category, Direction, Plurals, Text, Texts, first, later, report};

pub(crate) const DATE: Date = Date { year: 2026, month: 11, day: 24 };

/// Id, code, weight and group of each ladder.
const LADDERS: &[(&str, &str, Weight, &str)] = &[
    ("own-promise", "A1.3", Weight::P2, "running"),
    ("own-tasks", "A1.7", Weight::P1, "supports"),
    ("plan-basis", "A3.2", Weight::P3, "seeing"),
    ("see-people", "B1.2", Weight::P3, "seeing"),
    ("see-part", "B1.4", Weight::P3, "seeing"),
    ("sell-check", "B4.1", Weight::P3, "letting-in"),
    ("run-watch", "B5.1", Weight::P3, "hearing"),
    ("run-safeguard", "B5.3", Weight::P3, "hearing"),
    ("run-remedy", "B5.8", Weight::P3, "stopping"),
    ("tell-setbacks", "B8.3", Weight::P2, "open"),
];

pub(crate) const MATRIX: &str = "tactics";
pub(crate) const TACTICS: &[(&str, &[&str])] = &[
    ("research", &["rsch-a", "rsch-b"]),
    ("design", &["dsgn-a", "dsgn-b", "dsgn-c"]),
    ("use", &["use-a", "use-b"]),
];

thread_local! {
    /// Made once for each thread, because properties ask for it thousands of times.
    static BANK: Rc<Bank> = Rc::new(Bank {
        catalogue: catalogue(),
        guidance: guidance(),
        rules: rules(),
        texts: texts(),
    });
}

pub(crate) fn bank() -> Rc<Bank> {
    BANK.with(Clone::clone)
}

fn catalogue() -> Catalogue {
    Catalogue {
        id: "test-bank".into(),
        version: "1.2.3".into(),
        language: "en".into(),
        modules: vec![
            Module {
                id: "own".into(),
                name: "Owning it".into(),
                about: "About owning it.".into(),
                left_out: 0,
                sections: vec![
                    section("A1", "Ownership", vec![ladder("own-promise"), ladder("own-tasks")]),
                    section("A3", "Strategy", vec![plan(), ladder_on_route(), words()]),
                ],
            },
            Module {
                id: "prevent".into(),
                name: "Preventing it".into(),
                about: "About preventing it.".into(),
                left_out: 0,
                sections: vec![
                    section("B1", "Seeing", vec![ladder("see-people"), ladder("see-part")]),
                    section("B2", "Tactics", vec![matrix()]),
                    section("B4", "Selling", vec![ladder("sell-check")]),
                    section(
                        "B5",
                        "After release",
                        vec![
                            ladder("run-watch"),
                            ladder("run-safeguard"),
                            cease(),
                            ladder("run-remedy"),
                        ],
                    ),
                    section("B8", "Being open", vec![ladder("tell-setbacks")]),
                ],
            },
        ],
        functions: vec![
            Function { id: "sales".into(), name: "Sales".into() },
            Function { id: "legal".into(), name: "Legal".into() },
        ],
        facts: vec![
            fact("scope-state", &["direct", "indirect", "no", "unknown"]),
            fact("scope-custom", &["yes", "no", "unknown"]),
        ],
        short_form: ShortForm {
            first: vec!["plan-first".into()],
            questions: [
                "own-promise",
                "plan",
                "plan-first",
                "see-people",
                "tactics",
                "sell-check",
                "run-watch",
                "run-safeguard",
                "cease",
                "run-remedy",
            ]
            .map(Into::into)
            .to_vec(),
            tactics: ["rsch-a", "dsgn-a", "dsgn-b"].map(Into::into).to_vec(),
            more: vec![MoreTactic {
                fact: "scope-state".into(),
                values: ["direct", "indirect", "unknown"].map(Into::into).to_vec(),
                tactic: "use-a".into(),
            }],
            at_most_more: 4,
        },
    }
}

fn section(code: &str, name: &str, questions: Vec<Question>) -> Section {
    Section {
        code: code.into(),
        name: name.into(),
        about: "".into(),
        questions: questions.into_iter().map(Rc::new).collect(),
    }
}

fn question(id: &str, code: &str, weight: Weight, group: &str, kind: Kind) -> Question {
    Question {
        id: id.into(),
        code: code.into(),
        weight,
        group: group.into(),
        prompt: format!("What about {}?", spaced(id)).into(),
        who_knows: vec!["Head of sales".into(), "Trust and safety".into()],
        asked_when: None,
        kind,
    }
}

fn ladder(id: &str) -> Question {
    let (id, code, weight, group) = LADDERS.iter().find(|(found, ..)| *found == id).unwrap();
    let step =
        |adds, text: &str| LadderStep { adds, text: format!("{text} {}.", spaced(id)).into() };
    question(
        id,
        code,
        *weight,
        group,
        Kind::Ladder(Ladder {
            steps: [
                step(false, "Nothing is done about"),
                step(false, "Somebody looks after"),
                step(false, "A text covers"),
                step(true, "somebody decides about"),
                step(true, "its effect was looked at for"),
            ],
        }),
    )
}

/// A ladder that the decision `plan` folds away.
fn ladder_on_route() -> Question {
    let values = ["approved", "draft"].map(Into::into).to_vec();
    Question { asked_when: Some(Route { question: "plan".into(), values }), ..ladder("plan-basis") }
}

fn plan() -> Question {
    let values = [
        ("approved", "A plan is approved."),
        ("draft", "A plan is written."),
        ("none", "There is no plan."),
    ];
    question("plan", "A3.1", Weight::P1, "supports", decision(&values))
}

fn cease() -> Question {
    let values = [
        ("not-looked", "Nobody has looked."),
        ("no-part", "No part was found."),
        ("open", "A part was found and goes on."),
    ];
    question("cease", "B5.7", Weight::P3, "stopping", decision(&values))
}

fn decision(values: &[(&str, &str)]) -> Kind {
    let values = values
        .iter()
        .map(|(id, text)| DecisionValue { id: (*id).into(), text: (*text).into() })
        .collect();
    Kind::Decision(Decision { values })
}

fn words() -> Question {
    let kind = Kind::Reflection(Reflection {
        prompts: vec!["Who would be hurt?".into()],
        asks_evidence: false,
    });
    question("plan-first", "A3.9", Weight::P3, "seeing", kind)
}

fn matrix() -> Question {
    let groups = TACTICS
        .iter()
        .enumerate()
        .map(|(index, (id, tactics))| TacticGroup {
            id: (*id).into(),
            code: Some(format!("B2.{}", index + 1).as_str().into()),
            name: format!("Phase {id}").into(),
            heading: "Which of these do you use?".into(),
            tactics: tactics
                .iter()
                .map(|tactic| Tactic {
                    id: (*tactic).into(),
                    name: format!("Tactic {}", spaced(tactic)).into(),
                    guards: "harm".into(),
                })
                .collect(),
        })
        .collect();
    let matrix = Matrix { squares: Squares::PerGroup, groups };
    question(MATRIX, "B2", Weight::P3, "building", Kind::Tactics(matrix))
}

fn fact(id: &str, values: &[&str]) -> Fact {
    Fact {
        id: id.into(),
        prompt: format!("About {}", spaced(id)).into(),
        help: "".into(),
        values: values
            .iter()
            .map(|value| FactValue { id: (*value).into(), text: format!("It is {value}").into() })
            .collect(),
    }
}

fn guidance() -> Guidance {
    let mut questions: Vec<_> = catalogue()
        .questions()
        .map(|question| {
            let help = Help {
                why: "People may be hurt.".into(),
                sources: vec![Source {
                    name: "UN Guiding Principle 19".into(),
                    says: "A company acts on what it has found.".into(),
                }],
                evidence: vec!["A dated record".into(), "A log".into()],
                stuck: Vec::new(),
                terms: Vec::new(),
            };
            (question.id.clone(), help)
        })
        .collect();
    questions.sort_by(|a, b| a.0.cmp(&b.0));
    Guidance { questions, ..Guidance::default() }
}

fn rules() -> Rules {
    let mut sentences: Vec<_> = catalogue()
        .questions()
        .map(|question| {
            let about = spaced(question.id.as_str());
            let is_ladder = matches!(question.kind, Kind::Ladder(_));
            let sentence = |text: &str| Rc::from(format!("{text} {about}."));
            let sentences = Sentences {
                low: is_ladder.then(|| sentence("Little is in place about")),
                strength: is_ladder.then(|| sentence("Practice holds about")),
                unknown: sentence("It is not known yet how it is with"),
                open_words: matches!(question.kind, Kind::Reflection(_))
                    .then(|| sentence("Words about")),
                readings: if question.id.as_str() == "cease" {
                    vec![("open".into(), "Own part: found, goes on.".into())]
                } else {
                    Vec::new()
                },
                gaps: if question.id.as_str() == "cease" {
                    vec![
                        ("not-looked".into(), "Nobody looked for an own part.".into()),
                        ("open".into(), "An own part goes on.".into()),
                    ]
                } else {
                    Vec::new()
                },
                next: sentence("Take a step about"),
            };
            (question.id.clone(), sentences)
        })
        .collect();
    sentences.sort_by(|a, b| a.0.cmp(&b.0));
    let groups =
        ["seeing", "stopping", "building", "letting-in", "hearing", "running", "open", "supports"]
            .map(|id| Group {
                id: id.into(),
                name: id.into(),
                reason: format!("People are harmed where {id} is missing.").into(),
            })
            .to_vec();
    let before = |first: &str, then: &[&str], from_step| Before {
        first: vec![first.into()],
        then: then.iter().map(|id| (*id).into()).collect(),
        from_step,
        because: format!("It comes after {}.", spaced(first)).into(),
    };
    Rules {
        sentences,
        groups,
        before: vec![
            before("see-part", &["cease"], None),
            before("run-safeguard", &["run-watch"], Some(Step::Four)),
        ],
        raises: vec![
            Raise {
                fact: "scope-state".into(),
                values: ["direct", "indirect", "unknown"].map(Into::into).to_vec(),
                questions: vec!["sell-check".into()],
            },
            Raise {
                fact: "scope-custom".into(),
                values: vec!["yes".into()],
                questions: vec!["tell-setbacks".into(), "own-tasks".into()],
            },
        ],
        tensions: tensions(),
    }
}

fn tensions() -> Vec<Tension> {
    use Comparison::{AtLeast, AtMost, Equal};
    let step = |id: &str, comparison, step| Condition::StepIs(id.into(), comparison, step);
    let rule = |id: &str, when| Tension {
        id: id.into(),
        when,
        title: format!("Title of {}", spaced(id)).into(),
        why: format!("Why of {}", spaced(id)).into(),
        ask: format!("Ask of {}", spaced(id)).into(),
    };
    vec![
        rule(
            "t-all",
            Condition::All(vec![
                step("own-promise", AtLeast, Step::Four),
                step("tell-setbacks", AtMost, Step::Two),
            ]),
        ),
        rule(
            "t-any",
            Condition::All(vec![
                Condition::Any(vec![
                    Condition::DecisionIs("cease".into(), "open".into()),
                    step("run-watch", Equal, Step::Four),
                ]),
                step("run-remedy", AtMost, Step::Two),
            ]),
        ),
        rule(
            "t-fact",
            Condition::All(vec![
                Condition::FactIs("scope-custom".into(), "yes".into()),
                step("see-part", AtMost, Step::Two),
            ]),
        ),
        rule(
            "t-set-aside",
            Condition::All(vec![
                Condition::DoesNotApply("sell-check".into()),
                Condition::FactIs("scope-state".into(), "unknown".into()),
            ]),
        ),
        rule(
            "t-tactic",
            Condition::All(vec![
                Condition::TacticIs(MATRIX.into(), "dsgn-c".into(), StateName::Used),
                step("run-safeguard", AtMost, Step::Two),
            ]),
        ),
        rule("t-effect", Condition::EffectUnknown(MATRIX.into())),
        rule("t-sure", Condition::SureWithoutProof(Weight::P3)),
    ]
}

/// The real words of reports, read from the content; the interface, which reports do not use, is
/// silent.
fn texts() -> Texts {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content/en/report");
    let mut files = BTreeMap::new();
    let silent = first::NAMES.iter().chain(later::NAMES).map(|_| Text::Plain("".into()));
    let words = report::NAMES.iter().map(|name| {
        let mut path = name.split('.');
        let file = path.next().unwrap();
        let table = files.entry(file).or_insert_with(|| {
            let text = std::fs::read_to_string(content.join(format!("{file}.toml"))).unwrap();
            toml::Value::Table(text.parse().unwrap())
        });
        match path.fold(&*table, |value, key| &value[key]) {
            toml::Value::Table(forms) => Text::Counted(
                forms
                    .iter()
                    .map(|(form, text)| {
                        (Category::from_name(form).unwrap(), text.as_str().unwrap().into())
                    })
                    .collect(),
            ),
            text => Text::Plain(text.as_str().unwrap().into()),
        }
    });
    Texts::new(
        "en".into(),
        Direction::LeftToRight,
        Plurals(vec![(Category::One, Plurals::parse_rule("n = 1").unwrap())]),
        silent.chain(words).collect(),
    )
}

fn spaced(id: &str) -> String {
    id.replace('-', " ")
}

/// An assessment of both modules in the complete form, nothing answered.
pub(crate) fn empty() -> Assessment {
    Assessment {
        id: "0123456789abcdef0123456789abcdef".into(),
        catalogue: CatalogueVersion { id: "test-bank".into(), version: "1.2.3".into() },
        scope: Rc::new(Scope {
            unit: Some(Unit::Product),
            company: "Tidewell Ltd".into(),
            product: "Tidewell Locate".into(),
            functions: vec!["sales".into()],
            other_function: String::new(),
            person: String::new(),
            modules: vec!["own".into(), "prevent".into()],
            form: Form::Complete,
            facts: Vec::new(),
        }),
        answers: Answers::default(),
        dismissals: Vec::new(),
        plan: Rc::default(),
        created: Timestamp(1_000),
        changed: Timestamp(2_000),
        saved_to_file: None,
    }
}

/// Puts answers, facts and dismissals in, one after the other.
pub(crate) trait With: Sized {
    fn answered(self, id: &str, answer: Answer) -> Self;
    fn fact(self, id: &str, value: &str) -> Self;
    fn short(self) -> Self;

    fn step(self, id: &str, step: u8) -> Self {
        self.answered(id, at_step(step))
    }

    fn unknown(self, id: &str) -> Self {
        self.answered(id, Answer { choice: Some(Choice::NotKnown), ..Answer::default() })
    }

    fn value(self, id: &str, value: &str) -> Self {
        let choice = Some(Choice::Decision(ValueId::from(value)));
        self.answered(id, Answer { choice, ..Answer::default() })
    }

    fn not_applying(self, id: &str, because: &str) -> Self {
        self.answered(
            id,
            Answer {
                choice: Some(Choice::DoesNotApply),
                because: because.into(),
                ..Answer::default()
            },
        )
    }
}

impl With for Assessment {
    fn answered(mut self, id: &str, answer: Answer) -> Self {
        self.answers.set(&id.into(), Some(Rc::new(answer)));
        self
    }

    fn fact(mut self, id: &str, value: &str) -> Self {
        Rc::make_mut(&mut self.scope).set_fact(&id.into(), &value.into());
        self
    }

    fn short(mut self) -> Self {
        Rc::make_mut(&mut self.scope).form = Form::Short;
        self
    }
}

pub(crate) fn at_step(step: u8) -> Answer {
    Answer { choice: Step::from_number(step).map(Choice::Step), ..Answer::default() }
}

/// The same answer with something to look at.
pub(crate) fn shown(mut answer: Answer) -> Answer {
    answer.evidence.push(Evidence { place: "Minutes of May".into(), ..Evidence::default() });
    answer
}

/// A matrix with these tactics in these states.
pub(crate) fn states(states: &[(&str, TacticState)]) -> Answer {
    let mut answer = Answer::default();
    for (id, state) in states {
        answer.set_tactic(&(*id).into(), Some(TacticAnswer::new(*state)));
    }
    answer
}
