//! Any assessment at all: answers that fit their question and answers that do not, questions that
//! the bank does not have, texts in any script.
#![allow(dead_code, reason = "shared by several test binaries, each of which uses a part")]

use std::rc::Rc;

use domain::answer::{
    Answer, Choice, Confidentiality, Effect, Evidence, EvidenceKind, HowKnown, Sureness,
    TacticAnswer, TacticState,
};
use domain::assessment::{Answers, Assessment, Timestamp};
use domain::catalogue::Catalogue;
use domain::date::Date;
use domain::id::{FactId, QuestionId, TacticId, TensionId, ValueId};
use domain::plan::{ActionId, PlannedAction, Priority, Reason, Status};
use domain::questions::{Kind, Step};
use domain::scope::{Form, Unit};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::bank;

/// Any assessment with the test bank, or answers of another one.
pub(crate) fn assessment() -> impl Strategy<Value = Assessment> {
    let catalogue = bank::bank().catalogue.clone();
    let scope = (
        option::of(select(&[Unit::Company, Unit::Product][..])),
        (text(), text(), text(), text()),
        vec(select(&["sales", "legal", "gone"][..]), 0..3),
        vec(select(&["own", "prevent", "gone"][..]), 0..4),
        select(&[Form::Short, Form::Complete][..]),
        vec(
            (name(&["scope-state", "scope-custom"]), name(&["yes", "no", "direct", "unknown"])),
            0..4,
        ),
    );
    let dismissals =
        vec((name(&["t-all", "t-any", "t-fact", "t-set-aside", "t-sure"]), text()), 0..4);
    let times = (any::<i64>(), any::<i64>(), option::of(any::<i64>()));
    let plan = vec(action(), 0..5);
    (scope, answers(&catalogue), dismissals, plan, times).prop_map(
        |(scope, answers, dismissals, plan, (created, changed, saved))| {
            let (unit, (company, product, other, person), functions, modules, form, facts) = scope;
            let mut assessment = bank::empty();
            let scope = Rc::make_mut(&mut assessment.scope);
            scope.unit = unit;
            scope.company = company;
            scope.product = product;
            scope.other_function = other;
            scope.person = person;
            scope.functions = functions.into_iter().map(Into::into).collect();
            scope.modules = modules.into_iter().map(Into::into).collect();
            scope.form = form;
            for (fact, value) in facts {
                scope.set_fact(&FactId::from(&*fact), &ValueId::from(&*value));
            }
            for (tension, because) in dismissals {
                assessment.set_dismissal(&TensionId::from(&*tension), Some(because));
            }
            assessment.answers = answers.into_iter().collect::<Answers>();
            assessment.plan = Rc::new(plan.into_iter().collect());
            assessment.created = Timestamp(created);
            assessment.changed = Timestamp(changed);
            assessment.saved_to_file = saved.map(Timestamp);
            assessment
        },
    )
}

/// Any action, about a question of the bank, about one that it does not have, or one's own.
fn action() -> impl Strategy<Value = PlannedAction> {
    let about = name(&["see-people", "own-promise", "run-remedy", "cease"]);
    let reason = prop_oneof![
        1 => Just(None),
        2 => name(&["see-people", "own-promise", "run-remedy", "cease"]).prop_map(|id| Some((id, false))),
        1 => about.prop_map(|id| Some((id, true))),
    ];
    let due = option::of((1_u16..3000, 1_u8..=12, 1_u8..=28))
        .prop_map(|due| due.map(|(year, month, day)| Date { year, month, day }));
    let chosen = (select(&Priority::ALL[..]), select(&Status::ALL[..]), due);
    (0_u32..20, reason, (text(), text(), text()), chosen).prop_map(
        |(id, reason, (what, owner, first_step), (priority, status, due))| PlannedAction {
            id: ActionId(id),
            what,
            reason: match reason {
                None => Reason::Own,
                Some((id, false)) => Reason::Answer(id.as_str().into()),
                Some((id, true)) => Reason::Kept(id.as_str().into()),
            },
            priority,
            owner,
            due,
            status,
            first_step,
        },
    )
}

fn answers(catalogue: &Catalogue) -> impl Strategy<Value = Vec<(QuestionId, Answer)>> + use<> {
    let mut ids: Vec<QuestionId> =
        catalogue.questions().map(|question| question.id.clone()).collect();
    ids.push("question-of-tomorrow".into());
    let mut values: Vec<ValueId> = vec!["no such value".into()];
    let mut tactics: Vec<TacticId> = vec!["no such tactic".into()];
    for question in catalogue.questions() {
        match &question.kind {
            Kind::Decision(found) => values.extend(found.values.iter().map(|v| v.id.clone())),
            Kind::Tactics(found) => tactics.extend(found.tactics().map(|t| t.id.clone())),
            Kind::Ladder(_) | Kind::Reflection(_) => {}
        }
    }
    vec((select(ids), answer(values, tactics)), 0..20)
}

fn answer(values: Vec<ValueId>, tactics: Vec<TacticId>) -> impl Strategy<Value = Answer> {
    let choice = prop_oneof![
        4 => select(&Step::ALL[..]).prop_map(Choice::Step),
        1 => select(values).prop_map(Choice::Decision),
        1 => Just(Choice::NotKnown),
        1 => Just(Choice::DoesNotApply),
    ];
    let texts = (text(), text(), text(), text());
    let tactics = vec((select(tactics), tactic()), 0..8);
    let sureness = option::of(select(&Sureness::ALL[..]));
    (option::weighted(0.8, choice), texts, tactics, vec(evidence(), 0..3), sureness, any::<bool>())
        .prop_map(|(choice, texts, tactics, evidence, sureness, confidential)| {
            let (words, could_know, because, note) = texts;
            let confidentiality =
                if confidential { Confidentiality::Confidential } else { Confidentiality::Open };
            let mut answer = Answer {
                choice,
                words,
                could_know,
                because,
                note,
                evidence,
                sureness,
                confidentiality,
                tactics: Vec::new(),
            };
            for (id, tactic) in tactics {
                answer.set_tactic(&id, Some(tactic));
            }
            answer
        })
}

fn tactic() -> impl Strategy<Value = TacticAnswer> {
    let effect = option::of(select(&Effect::ALL[..]));
    let known = option::of(select(&HowKnown::ALL[..]));
    (select(&TacticState::ALL[..]), effect, known, text(), text()).prop_map(
        |(state, effect, known, could_know, because)| TacticAnswer {
            state,
            effect,
            known,
            could_know,
            because,
        },
    )
}

fn evidence() -> impl Strategy<Value = Evidence> {
    (select(&EvidenceKind::ALL[..]), text(), text()).prop_map(|(kind, place, as_of)| Evidence {
        kind,
        place,
        as_of,
    })
}

fn name(known: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop_oneof![9 => select(known).prop_map(str::to_owned), 1 => "[a-z]{1,8}"]
}

/// What people type: often nothing, sometimes markup, sometimes anything.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => Just(String::new()),
        3 => "[A-Za-z ,.]{1,30}",
        1 => select(&["</style><script>alert(1)</script>", "# a\n\n- b | c", "{count} {name}", "مرحبا", "\u{0}\u{202e}\r\n"][..])
            .prop_map(str::to_owned),
        1 => any::<String>(),
    ]
}
