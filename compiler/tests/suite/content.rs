//! The real content: every tension of the bank fires when it should and stays silent on a near
//! miss, gaps come in their order, and what reports say keeps to the words of the house.

use std::rc::Rc;

use domain::answer::{Answer, Confidentiality, Sureness, TacticAnswer, TacticEffect, TacticState};
use domain::asked::Asked;
use domain::assessment::{Answers, Assessment};
use domain::elsewhere::HigherStep;
use domain::findings::FoundTension;
use domain::fits;
use domain::gravest;
use domain::id::{QuestionId, TacticId};
use domain::questions::{Kind, Question, Step};
use domain::scope::Form;
use domain::sharing::Naming;

use crate::bank::{self, DATE, With, at_step, shown};
use crate::{Real, real, root};

impl Real {
    fn empty(&self, form: Form) -> Assessment {
        let mut assessment = bank::empty();
        assessment.catalogue.id = self.catalogue.id.clone();
        let scope = Rc::make_mut(&mut assessment.scope);
        scope.modules = self.catalogue.modules.iter().map(|module| module.id.clone()).collect();
        scope.form = form;
        assessment
    }

    /// The matrix that has a tactic.
    fn matrix_of(&self, tactic: &str) -> Option<&QuestionId> {
        let has = |question: &&Rc<Question>| match &question.kind {
            Kind::Tactics(matrix) => matrix.tactics().any(|found| found.id.as_str() == tactic),
            Kind::Ladder(_) | Kind::Reflection(_) | Kind::Decision(_) | Kind::Register(_) => false,
        };
        self.catalogue.questions().find(has).map(|question| &question.id)
    }

    /// An assessment written in short: `question=3` (a step), `question=value`, `question=?`,
    /// `question=na`, `question=4!` (checked, nothing to show), `question=4!+` (checked and shown),
    /// `scope-fact=value`, `tactic=state`, `used=6/4` (six tactics in use, of four no effect known).
    pub(crate) fn written(&self, text: &str) -> Assessment {
        let mut assessment = self.empty(Form::Complete);
        for word in text.split_whitespace() {
            let (id, said) = word.split_once('=').unwrap();
            assessment = match said {
                _ if id.starts_with("scope-") => assessment.fact(id, said),
                _ if id == "used" => {
                    let (used, unknown) = said.split_once('/').unwrap();
                    self.in_use(assessment, used.parse().unwrap(), unknown.parse().unwrap())
                }
                _ if self.matrix_of(id).is_some() => self.tactic(assessment, id, said),
                "?" => assessment.unknown(id),
                "na" => assessment.not_applying(id, "a reason"),
                _ => match said.trim_end_matches(['!', '+']).parse() {
                    Ok(step) => {
                        let mut answer = at_step(step);
                        if said.contains('!') {
                            answer.sureness = Some(Sureness::Checked);
                        }
                        let answer = if said.ends_with('+') { shown(answer) } else { answer };
                        assessment.answered(id, answer)
                    }
                    Err(_) => assessment.value(id, said),
                },
            };
        }
        assessment
    }

    fn tactic(&self, assessment: Assessment, id: &str, state: &str) -> Assessment {
        let state = match state {
            "used" => TacticState::Used,
            "planned" => TacticState::Planned,
            "unused" => TacticState::Unused,
            other => panic!("{other}"),
        };
        let matrix = self.matrix_of(id).unwrap();
        let mut answer =
            assessment.answers.get(matrix).map(|found| (**found).clone()).unwrap_or_default();
        answer.set_tactic(&id.into(), Some(TacticAnswer::new(state)));
        assessment.answered(matrix.as_str(), answer)
    }

    fn in_use(&self, assessment: Assessment, used: usize, unknown: usize) -> Assessment {
        let id = QuestionId::from("prevent-tactics");
        let question = self.catalogue.question(&id).unwrap();
        let Kind::Tactics(matrix) = &question.kind else { panic!() };
        let ids: Vec<TacticId> = matrix.tactics().map(|tactic| tactic.id.clone()).collect();
        let mut answer = Answer::default();
        for (index, tactic) in ids.iter().take(used).enumerate() {
            let effect = if index < unknown { TacticEffect::Unknown } else { TacticEffect::Some };
            answer.set_tactic(
                tactic,
                Some(TacticAnswer { effect: Some(effect), ..TacticAnswer::new(TacticState::Used) }),
            );
        }
        assessment.answered(id.as_str(), answer)
    }
}

/// Rule, cases that fire, near misses that must not. The first near miss of each is the one that the
/// brief of the bank names.
const TENSIONS: &[(&str, &[&str], &[&str])] = &[
    (
        "t-claims-ahead",
        &["embed-commit-end-use=4 prevent-effect=2", "embed-commit-end-use=5 prevent-effect=1"],
        &[
            "embed-commit-end-use=4 prevent-effect=3",
            "embed-commit-end-use=3 prevent-effect=2",
            "embed-commit-end-use=4 prevent-effect=?",
        ],
    ),
    (
        "t-words-unproven",
        &["comm-severe-risks=4 comm-claims=2"],
        &["comm-severe-risks=4 comm-claims=?", "comm-severe-risks=3 comm-claims=1"],
    ),
    (
        "t-terms-unwatched",
        &["prevent-terms-limits=4 prevent-monitoring=2"],
        &[
            "prevent-terms-limits=4 prevent-monitoring=3",
            "prevent-terms-limits=3 prevent-monitoring=1",
        ],
    ),
    (
        "t-terms-unenforced",
        &["prevent-terms-limits=3 prevent-enforcement=2"],
        &[
            "prevent-terms-limits=3 prevent-enforcement=na",
            "prevent-terms-limits=2 prevent-enforcement=1",
            "prevent-terms-limits=3 prevent-enforcement=3",
        ],
    ),
    (
        "t-limits-stop-at-reseller",
        &[
            "scope-resale=yes prevent-terms-limits=3 prevent-channels=2",
            "scope-resale=unknown prevent-terms-limits=4 prevent-channels=1",
        ],
        &[
            "scope-resale=no prevent-terms-limits=3 prevent-channels=1",
            "scope-resale=yes prevent-terms-limits=2 prevent-channels=1",
            "scope-resale=yes prevent-terms-limits=3 prevent-channels=3",
        ],
    ),
    (
        "t-owner-without-means",
        &["embed-gov-exec=3 embed-strategy-resources=2"],
        &[
            "embed-gov-exec=3 embed-strategy-resources=3",
            "embed-gov-exec=2 embed-strategy-resources=1",
        ],
    ),
    (
        "t-pay-against-policy",
        &["prevent-customer-check=4 embed-incentives=2", "prevent-red-lines=4 embed-incentives=1"],
        &[
            "prevent-customer-check=4 embed-incentives=3",
            "prevent-red-lines=4 embed-incentives=3",
            "prevent-customer-check=3 embed-incentives=1",
        ],
    ),
    (
        "t-tests-without-stop",
        &["prevent-rights-testing=4 prevent-release-stop=2"],
        &[
            "prevent-rights-testing=4 prevent-release-stop=3",
            "prevent-rights-testing=3 prevent-release-stop=1",
        ],
    ),
    ("t-used-effect-unknown", &["used=5/3", "used=6/4"], &["used=6/3", "used=4/4"]),
    (
        "t-safeguard-surveils",
        &["prevent-monitoring=3 prevent-safeguard-harm=2"],
        &[
            "prevent-monitoring=5 prevent-safeguard-harm=3",
            "prevent-monitoring=2 prevent-safeguard-harm=1",
        ],
    ),
    (
        "t-enforce-unseen",
        &["scope-visibility=neither prevent-enforcement=4 prevent-monitoring=2"],
        &[
            "scope-visibility=neither prevent-enforcement=4 prevent-monitoring=3",
            "scope-visibility=patterns prevent-enforcement=4 prevent-monitoring=2",
            "scope-visibility=neither prevent-enforcement=3 prevent-monitoring=2",
        ],
    ),
    (
        "t-neutral-but-tailored",
        &["scope-custom-work=yes prevent-contribution-analysis=2"],
        &[
            "scope-custom-work=unknown prevent-contribution-analysis=2",
            "prevent-contribution-analysis=1",
            "scope-custom-work=yes prevent-contribution-analysis=3",
        ],
    ),
    (
        "t-lines-not-for-states",
        &["prevent-red-lines=4 prevent-state-demands=2"],
        &[
            "prevent-red-lines=4 prevent-state-demands=?",
            "prevent-red-lines=3 prevent-state-demands=1",
        ],
    ),
    (
        "t-stop-without-remedy",
        &[
            "prevent-suspension=4 prevent-remedy-link=2",
            "prevent-incident=4 prevent-remedy-link=1",
            "prevent-enforcement=5 prevent-remedy-link=2",
        ],
        &[
            "prevent-suspension=4 prevent-remedy-link=3",
            "prevent-suspension=3 prevent-incident=3 prevent-enforcement=3 prevent-remedy-link=2",
        ],
    ),
    (
        "t-part-without-remedy",
        &["prevent-cease=open prevent-remedy-link=2", "prevent-cease=ended prevent-remedy-link=1"],
        &[
            "prevent-cease=no-part prevent-remedy-link=2",
            "prevent-cease=open prevent-remedy-link=na",
        ],
    ),
    (
        "t-labour-behind",
        &["prevent-enforcement=4 third-workers=2"],
        &[
            "prevent-enforcement=4 third-workers=na",
            "prevent-enforcement=4 third-workers=3",
            "prevent-enforcement=3 third-workers=1",
        ],
    ),
    (
        "t-open-but-unsafe",
        &[
            "comm-numbers=4 comm-safety=2",
            "comm-dilemmas=4 comm-safety=1",
            "comm-severe-risks=5 comm-safety=2",
        ],
        &[
            "comm-numbers=4 comm-safety=3",
            "comm-numbers=3 comm-dilemmas=3 comm-severe-risks=3 comm-safety=1",
        ],
    ),
    (
        "t-only-good-news",
        &["comm-severe-risks=4 comm-negative=2"],
        &["comm-severe-risks=3 comm-negative=2", "comm-severe-risks=4 comm-negative=3"],
    ),
    (
        "t-board-in-the-dark",
        &[
            "embed-gov-oversight=4 embed-raise-concern=2",
            "embed-gov-oversight=4 embed-raise-concern=3 prevent-monitoring=2",
        ],
        &[
            "embed-gov-oversight=4 embed-raise-concern=3 prevent-monitoring=3",
            "embed-gov-oversight=3 embed-raise-concern=1",
        ],
    ),
    (
        "t-own-strict-bought-lax",
        &[
            "prevent-rights-testing=4 third-models=2",
            "prevent-rights-testing=4 third-models=na third-datasets=2",
        ],
        &[
            "prevent-rights-testing=4 third-models=na third-datasets=3",
            "prevent-rights-testing=3 third-models=1",
        ],
    ),
    (
        "t-vendor-rights-unused",
        &["third-contract=4 third-watch=2"],
        &["third-contract=5 third-watch=2", "third-contract=4 third-watch=3"],
    ),
    (
        "t-lobby-against",
        &["embed-commit-approval=4 embed-strategy-lobbying=2"],
        &[
            "embed-commit-approval=4 embed-strategy-lobbying=na",
            "embed-commit-approval=3 embed-strategy-lobbying=1",
        ],
    ),
    (
        "t-not-applicable-but",
        &[
            "prevent-channels=na scope-resale=unknown",
            "prevent-state-demands=na scope-state-users=unknown",
            "prevent-customer-check=na scope-state-users=unknown",
            "prevent-customer-check=na",
        ],
        &[
            "prevent-channels=na scope-resale=no",
            "prevent-state-demands=na scope-state-users=direct",
            "prevent-customer-check=na scope-state-users=no",
            "prevent-customer-check=1",
        ],
    ),
    (
        "t-staged-no-brake",
        &[
            "dep-staged-release=used prevent-suspension=2",
            "dep-staged-release=used scope-recall=no",
        ],
        &[
            "dep-staged-release=planned prevent-suspension=2",
            "dep-staged-release=used scope-recall=partly prevent-suspension=3",
        ],
    ),
    (
        "t-sure-without-proof",
        &["prevent-monitoring=4!", "comm-affected=5!"],
        &[
            "prevent-monitoring=4",
            "prevent-monitoring=4!+",
            "prevent-monitoring=3!",
            "comm-negative=4!",
        ],
    ),
    (
        "t-route-and-silence",
        &["embed-raise-concern=3 embed-silence-clauses=barred"],
        &[
            "embed-raise-concern=3 embed-silence-clauses=limited",
            "embed-raise-concern=2 embed-silence-clauses=barred",
        ],
    ),
    (
        "t-stop-without-line",
        &["prevent-release-stop=4 prevent-release-criteria=2"],
        &[
            "prevent-release-stop=4 prevent-release-criteria=3",
            "prevent-release-stop=3 prevent-release-criteria=1",
        ],
    ),
    (
        "t-leaving-weighed-staying-not",
        &["prevent-exit=4 prevent-conflict=2", "prevent-exit=5 prevent-conflict=1"],
        &[
            "prevent-exit=4 prevent-conflict=3",
            "prevent-exit=4 prevent-conflict=1 scope-conflict=no",
        ],
    ),
    (
        "t-map-unused",
        &[
            "sense-products=3 sense-selection=business",
            "sense-products=4 sense-selection=noise",
            "sense-products=3 sense-selection=nothing-set",
        ],
        &[
            "sense-products=3 sense-selection=warned",
            "sense-products=2 sense-selection=business",
            "sense-products=3 sense-selection=legal",
        ],
    ),
    (
        "t-order-on-paper",
        &["assess-priority-method=severity-first assess-priority-kept=2"],
        &[
            "assess-priority-method=severity-first assess-priority-kept=3",
            "assess-priority-method=multiplied assess-priority-kept=1",
        ],
    ),
    (
        "t-likelihood-first",
        &[
            "embed-strategy-basis=4 assess-priority-method=multiplied",
            "embed-strategy-basis=5 assess-priority-method=likelihood-first",
            "embed-strategy-basis=4 assess-priority-method=business",
            "embed-strategy-basis=4 assess-priority-method=legal",
            "embed-strategy-basis=4 assess-priority-method=nothing-set",
        ],
        &[
            "embed-strategy-basis=4 assess-priority-method=?",
            "embed-strategy-basis=4 assess-priority-method=severity-first",
            "embed-strategy-basis=3 assess-priority-method=multiplied",
        ],
    ),
];

#[test]
fn the_roles_that_could_know_have_room_on_the_page_for_those_who_decide() {
    for question in real().catalogue.questions() {
        let roles = question.who_knows.join(", ");
        assert_eq!(fits::too_many(&roles, fits::COULD_KNOW), 0, "{}: {roles}", question.code);
    }
}

#[test]
fn every_tension_fires_and_stays_silent_on_a_near_miss() {
    let real = real();
    let found = |text: &str| real.findings(&real.written(text)).tensions;
    let is = |rule: &'static str| {
        move |found: &FoundTension| found.tension.as_str().split(':').next() == Some(rule)
    };
    for (rule, firing, misses) in TENSIONS {
        for text in *firing {
            assert!(found(text).iter().any(is(rule)), "{rule} stays silent on {text}");
        }
        for text in *misses {
            assert!(!found(text).iter().any(is(rule)), "{rule} fires on {text}");
        }
    }
    for rule in &real.rules.tensions {
        let id = rule.id.as_str();
        let listed = TENSIONS.iter().any(|(listed, ..)| *listed == id)
            || crate::risk_tensions::RULES.contains(&id);
        assert!(listed, "{id} has no case");
    }
}

/// The page for those who decide begins with it.
#[test]
fn the_gravest_risk_is_asked_on_every_route() {
    let real = real();
    let router =
        real.catalogue.questions().find(|found| found.id.as_str() == "embed-strategy-exists");
    let Kind::Decision(decision) = &router.unwrap().kind else { panic!("a decision") };
    for value in &decision.values {
        for form in [Form::Short, Form::Complete] {
            let mut assessment = real.written(&format!("embed-strategy-exists={}", value.id));
            Rc::make_mut(&mut assessment.scope).form = form;
            let asked = Asked::of(&real.catalogue, &assessment.scope, &assessment.answers);
            let is_it = |found: &Rc<Question>| found.id.as_str() == "embed-thinking-first-risk";
            assert!(asked.questions().any(is_it), "{form:?}, {}", value.id);
        }
    }
}

#[test]
fn what_is_asked_about_a_fact_alone_is_folded_away_where_it_says_no() {
    let real = real();
    for (fact, id) in [
        ("scope-acts", "prevent-agent-acts"),
        ("scope-children", "prevent-children"),
        ("scope-conflict", "prevent-conflict"),
    ] {
        for (value, is_folded) in [("yes", false), ("no", true), ("unknown", false)] {
            let assessment = real.written(&format!("{fact}={value}"));
            let asked = Asked::of(&real.catalogue, &assessment.scope, &assessment.answers);
            let folded = asked.sections.iter().flat_map(|section| &section.folded);
            let folded: Vec<_> = folded.map(|question| question.id.as_str()).collect();
            assert_eq!(folded, if is_folded { vec![id] } else { Vec::new() }, "{fact}={value}");
        }
    }
}

#[test]
fn many_steps_speak_of_the_gravest_risk_in_terms_that_the_glossary_has() {
    let real = real();
    for id in gravest::TERMS {
        assert!(real.guidance.terms.iter().any(|term| term.id.as_str() == id), "{id}");
    }
    let (_, asked_by) = real.catalogue.first().next().unwrap();
    let speaks =
        |question: &Question| gravest::is_spoken_of(asked_by, question, None, &real.guidance);
    let ladders = real.catalogue.questions().filter(|question| question.ladder().is_some());
    let (speaking, silent): (Vec<_>, Vec<_>) = ladders.partition(|question| speaks(question));
    assert!(speaking.len() >= 15, "{}", speaking.len());
    assert!(speaking.iter().any(|question| question.id.as_str() == "embed-commit-end-use"));
    assert!(silent.iter().any(|question| question.id.as_str() == "embed-raise-concern"));
}

/// How a step is chosen names the words that the page writes before a step that adds to others, and says
/// the same beside a question as on a question sheet.
#[test]
fn what_says_how_a_step_is_chosen_is_the_same_everywhere_and_names_steps_that_add_as_the_page_does()
{
    let words = |file: &str| {
        let path = root().join("content/en").join(file);
        std::fs::read_to_string(path).unwrap().parse::<toml::Table>().unwrap()
    };
    let text = |words: &toml::Table, table: &str, names: &[&str]| {
        let text = |name: &&str| words[table][*name].as_str().unwrap().to_owned();
        names.iter().map(text).collect::<Vec<_>>().join(" ")
    };
    let adds = text(&words("interface/first/section.toml"), "question", &["adds"]);
    let card = words("interface/later/section.toml");
    let card = text(&card, "card", &["step", "differs", "lowest", "done", "lists"]);
    assert!(card.contains(&format!("“{}”", adds.replace("{before}", "3"))), "{card}");
    let on_sheets = words("report/sheet.toml");
    let names = ["highest", "differs", "each_time", "lists"];
    assert_eq!(text(&on_sheets, "rules", &names), card);
}

#[test]
fn gaps_of_the_bank_come_in_their_order() {
    let real = real();
    let order = |text: &str| -> Vec<String> {
        let findings = real.findings(&real.written(text));
        findings.gaps.iter().map(|gap| gap.question.id.to_string()).collect()
    };
    let calm = "scope-state-users=no scope-decides=no scope-sensitive-data=no scope-children=no \
                scope-recall=yes scope-custom-work=no";
    assert_eq!(
        order(&format!(
            "{calm} comm-negative=1 embed-gov-exec=1 embed-tactic-learning=1 prevent-remedy-link=2"
        )),
        ["prevent-remedy-link", "embed-gov-exec", "comm-negative", "embed-tactic-learning"]
    );
    // What is not known, then what others wait for it or not, then the lower step.
    assert_eq!(
        order(&format!("{calm} prevent-monitoring=? prevent-services=1 prevent-release-stop=2")),
        ["prevent-monitoring", "prevent-services", "prevent-release-stop"]
    );
    // Pay is decided before the customer check is: somebody waits for it.
    assert_eq!(
        order(&format!("{calm} prevent-services=1 embed-incentives=2 prevent-customer-check=3")),
        ["embed-incentives", "prevent-services"]
    );
    // Children are likely among those it reaches, or nobody knows.
    for fact in ["scope-children=yes", "scope-children=unknown"] {
        assert_eq!(
            order(&format!("{calm} {fact} prevent-services=1 prevent-foresee-people=2")),
            ["prevent-foresee-people", "prevent-services"]
        );
    }
}

/// Knowing of no harm says nothing where nobody has looked.
#[test]
fn who_never_looked_for_harm_has_a_gap_and_who_looked_says_where() {
    let real = real();
    let id = QuestionId::from("prevent-cease");
    let question = real.catalogue.question(&id).unwrap();
    let Kind::Decision(decision) = &question.kind else { panic!() };
    let first = decision.values.first().unwrap().id.as_str();
    let gaps = real.findings(&real.written(&format!("prevent-cease={first}"))).gaps;
    assert_eq!(gaps.iter().map(|gap| &gap.question.id).collect::<Vec<_>>(), [&id]);
    assert!(gaps.iter().all(|gap| gap.sentence.contains("has not looked for any")));
    assert_eq!(question.because_asks.as_deref(), Some("Where did you look?"));
}

/// What is before what, as the briefs of the bank say it: first, then, from which step on.
/// What belongs to modules that are not there, and to statements on an incident, is left out.
const BEFORE: &[(&[&str], &[&str], Option<u8>)] = &[
    (&["assess-severity"], &["embed-strategy-basis", "assess-priority-kept"], None),
    (
        &["prevent-foresee-uses"],
        &[
            "prevent-rights-testing",
            "prevent-red-lines",
            "prevent-monitoring",
            "prevent-terms-limits",
        ],
        None,
    ),
    (
        &["prevent-foresee-people"],
        &["prevent-defaults", "prevent-agent-acts", "comm-affected", "prevent-safeguard-harm"],
        None,
    ),
    (
        &["prevent-contribution-analysis"],
        &["prevent-services", "prevent-motivate", "prevent-cease", "prevent-exit"],
        None,
    ),
    (&["prevent-release-stop"], &["prevent-rights-testing"], Some(4)),
    (&["prevent-release-stop"], &["prevent-release-criteria"], Some(4)),
    (&["prevent-foresee-triggers"], &["prevent-conflict"], None),
    (&["prevent-channels"], &["prevent-terms-limits", "prevent-enforcement"], Some(4)),
    (&["prevent-terms-limits"], &["prevent-enforcement", "prevent-suspension"], None),
    (&["prevent-safeguard-harm"], &["prevent-monitoring"], Some(4)),
    (&["prevent-monitoring"], &["prevent-effect", "comm-numbers"], None),
    (&["prevent-cease"], &["prevent-remedy-link"], Some(4)),
    (&["prevent-effect"], &["comm-claims", "comm-negative"], None),
    (&["comm-safety"], &["comm-numbers", "comm-dilemmas", "comm-severe-risks"], None),
    (
        &["embed-gov-exec", "embed-strategy-resources"],
        &["embed-daily-gates", "embed-cross-group", "embed-accountability"],
        None,
    ),
    (&["embed-incentives"], &["prevent-customer-check", "prevent-red-lines"], None),
    (&["embed-raise-concern"], &["embed-gov-oversight"], Some(4)),
    (&["embed-silence-clauses"], &["embed-raise-concern"], Some(4)),
    (&["sense-products", "sense-all-rights"], &["sense-selection-kept"], None),
    (&["sense-heightened-risk"], &["assess-affected"], None),
    (&["assess-variation", "assess-combination"], &["prevent-rights-testing"], Some(4)),
    (
        &["third-map"],
        &[
            "third-criteria",
            "third-models",
            "third-datasets",
            "third-workers",
            "third-data-brokers",
            "third-cloud",
            "third-sdks",
            "third-components",
            "third-contract",
            "third-watch",
            "third-response",
            "third-own-use",
        ],
        None,
    ),
];

/// Which scope facts move which questions up, with which values (part iii). One left open counts as
/// `unknown`, and that as not `no`.
const RAISES: &[(&str, &[&str], &[&str])] = &[
    (
        "scope-state-users",
        &["direct", "indirect", "unknown"],
        &[
            "prevent-customer-check",
            "prevent-channels",
            "prevent-services",
            "prevent-terms-limits",
            "prevent-suspension",
            "prevent-red-lines",
            "prevent-state-demands",
            "third-cloud",
        ],
    ),
    (
        "scope-decides",
        &["yes", "unknown"],
        &["third-own-use", "third-models", "prevent-rights-testing", "prevent-remedy-link"],
    ),
    (
        "scope-acts",
        &["yes", "unknown"],
        &["prevent-agent-acts", "prevent-release-criteria", "prevent-suspension"],
    ),
    (
        "scope-sensitive-data",
        &["yes", "unknown"],
        &[
            "third-data-brokers",
            "third-datasets",
            "third-sdks",
            "third-cloud",
            "third-components",
            "prevent-safeguard-harm",
            "prevent-own-data",
        ],
    ),
    (
        "scope-children",
        &["yes", "unknown"],
        &["prevent-children", "prevent-defaults", "prevent-foresee-people", "third-own-use"],
    ),
    (
        "scope-conflict",
        &["yes", "unknown"],
        &[
            "prevent-conflict",
            "prevent-foresee-triggers",
            "prevent-incident",
            "prevent-exit",
            "prevent-state-demands",
            "comm-safety",
            "third-cloud",
        ],
    ),
    (
        "scope-recall",
        &["no", "partly", "unknown"],
        &[
            "prevent-research-choice",
            "prevent-release-stop",
            "prevent-release-criteria",
            "prevent-rights-testing",
            "prevent-capability-fit",
        ],
    ),
    ("scope-custom-work", &["yes", "unknown"], &["prevent-services"]),
    (
        "scope-adaptable",
        &["yes", "unknown"],
        &["prevent-adaptation", "prevent-research-choice", "prevent-release-criteria"],
    ),
    ("scope-resale", &["yes", "unknown"], &["prevent-channels"]),
];

#[test]
fn what_comes_first_and_what_moves_up_is_as_in_the_brief() {
    let real = real();
    let sorted = |ids: Vec<String>| {
        let mut ids = ids;
        ids.sort();
        ids
    };
    let typed = |ids: &[&str]| sorted(ids.iter().map(|id| (*id).to_owned()).collect());
    let of = |ids: &[QuestionId]| sorted(ids.iter().map(ToString::to_string).collect());
    let mut before: Vec<_> = real
        .rules
        .before
        .iter()
        .map(|rule| (of(&rule.first), of(&rule.then), rule.from_step.map(Step::number)))
        .collect();
    let mut expected: Vec<_> =
        BEFORE.iter().map(|(first, then, from)| (typed(first), typed(then), *from)).collect();
    before.sort();
    expected.sort();
    assert_eq!(before, expected);

    let mut raises: Vec<_> = real
        .rules
        .raises
        .iter()
        .map(|raise| {
            let values = raise.values.iter().map(ToString::to_string).collect();
            (raise.fact.to_string(), sorted(values), of(&raise.questions))
        })
        .collect();
    let mut expected: Vec<_> = RAISES
        .iter()
        .map(|(fact, values, questions)| ((*fact).to_owned(), typed(values), typed(questions)))
        .collect();
    raises.sort();
    expected.sort();
    assert_eq!(raises, expected);
}

/// The assessment with one answer of each sort, in turn, over all questions.
fn filled(real: &Real, form: Form, confidentiality: Confidentiality) -> Assessment {
    let mut assessment = real.empty(form);
    let mut answers = Answers::default();
    for (index, question) in real.catalogue.questions().enumerate() {
        let step = u8::try_from(index % 5 + 1).unwrap();
        let mut answer = match &question.kind {
            Kind::Ladder(_) if index % 7 == 3 => {
                Answer { choice: Some(domain::answer::Choice::NotKnown), ..Answer::default() }
            }
            Kind::Ladder(_) => shown(at_step(step)),
            Kind::Decision(decision) => Answer {
                choice: decision
                    .values
                    .first()
                    .map(|value| domain::answer::Choice::Decision(value.id.clone())),
                ..Answer::default()
            },
            // The register answers it, and none is listed here.
            Kind::Register(_) => Answer::default(),
            Kind::Reflection(_) => Answer { words: "QZ7MARKER7ZQ".into(), ..Answer::default() },
            Kind::Tactics(matrix) => {
                let mut answer = Answer::default();
                for (tactic, state) in matrix.tactics().zip(TacticState::ALL.into_iter().cycle()) {
                    answer.set_tactic(&tactic.id, Some(TacticAnswer::new(state)));
                }
                answer
            }
        };
        answer.note = "QZ7MARKER7ZQ".into();
        answer.elsewhere.highest = HigherStep::new(Step::Five);
        answer.elsewhere.place = "QZ7MARKER7ZQ".into();
        answer.confidentiality = confidentiality;
        answers.set(&question.id, Some(answer.into()));
    }
    assessment.answers = answers;
    assessment
}

#[test]
fn all_confidential_reads_as_nothing_answered() {
    let real = real();
    let sharing = |assessment: &Assessment| {
        domain::report::for_sharing(
            &real,
            &assessment.for_sharing(&real.catalogue, Naming::default()),
            DATE,
        )
    };
    for form in [Form::Short, Form::Complete] {
        let confidential = sharing(&filled(&real, form, Confidentiality::Confidential));
        assert_eq!(confidential, sharing(&real.empty(form)));
        let open = sharing(&filled(&real, form, Confidentiality::Open));
        assert!(format!("{open:?}").contains("QZ7MARKER7ZQ"));
        let told = format!("{open:?}");
        for question in real.catalogue.questions() {
            assert!(!told.contains(question.id.as_str()), "{}", question.id);
        }
    }
}

#[test]
fn what_reports_say_keeps_to_the_words_of_the_house() {
    let real = real();
    let forbidden = [
        "score",
        "maturity",
        "grade",
        "fail",
        "ensure",
        "guarantee",
        "unfortunately",
        "compliant",
        "compliance",
        "victim",
        "should have",
    ];
    for form in [Form::Short, Form::Complete] {
        let assessment = filled(&real, form, Confidentiality::Open);
        let report = domain::report::complete(&real, &assessment, DATE);
        for part in &report.parts {
            // The annex repeats the questions, which have a check of their own.
            let mut told = format!("{part:?}").to_lowercase();
            // Ids stand in no report; some hold such a word.
            for question in real.catalogue.questions() {
                told = told.replace(question.id.as_str(), "");
            }
            for word in forbidden {
                assert!(!told.contains(word), "“{word}” in {:?}", part.kind);
            }
            for hole in ["{count}", "{codes}", "{text}", "{who}", "{because}", "{facts}", "{step}"]
            {
                assert!(!told.contains(hole), "{hole} in {:?}", part.kind);
            }
        }
    }
}
