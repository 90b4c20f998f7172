//! Commands made at random: what a person may do to an assessment, and where they may go.

use domain::answer::{
    Choice, Confidentiality, EvidenceKind, HowKnown, Sureness, TacticEffect, TacticState,
};
use domain::date::Date;
use domain::elsewhere::HigherStep;
use domain::example::Example;
use domain::plan::{ActionId, Effort, Move, Priority, Status};
use domain::questions::Step;
use domain::risk::{
    self, Letter, Likelihood, Mark, Measure, Named, Party, People, Right, RiskField, RiskId, Start,
};
use domain::scope::{Form, Unit};
use editor::day::Typed;
use editor::field::{ActionText, AnswerText, EvidenceText, RiskText, ScopeText, TacticText};
use editor::first::Choosing;
use editor::history::Way;
use editor::keeping::Deletion;
use editor::later::Planning;
use editor::risking::{Editing, Falling, NeededField, Risking};
use editor::{Message, Place, first, later};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::FileFailurePersistence;

use super::question;

/// How many cases are tried is for the caller to say (`PROPTEST_CASES`, 256 by default). One that
/// fails is written beside its test, and tried first from then on.
pub(crate) fn config() -> ProptestConfig {
    let beside = FileFailurePersistence::WithSource("regressions");
    ProptestConfig { failure_persistence: Some(Box::new(beside)), ..ProptestConfig::default() }
}

/// A question of the bank, or one that the bank does not have, of which the register answers one.
fn a_question() -> impl Strategy<Value = &'static str> {
    let mut all = question::ALL.to_vec();
    all.extend(["gone-from-the-bank", "assess-severity"]);
    select(all)
}

/// Words as people type them: often nothing, or spaces alone.
fn typed() -> impl Strategy<Value = String> {
    select(vec!["", " ", "a", "ab", "abc", "é\n", "{name}", "<b>"]).prop_map(str::to_owned)
}

fn a_tactic() -> impl Strategy<Value = domain::id::TacticId> {
    select(vec!["B2-design-1", "B2-design-2", "B2-research-1", "A2.2-research-1", "other"])
        .prop_map(Into::into)
}

fn choice() -> impl Strategy<Value = Choice> {
    prop_oneof![
        select(Step::ALL.to_vec()).prop_map(Choice::Step),
        select(vec!["yes", "no", "not-looked", "other"])
            .prop_map(|value| Choice::Decision(value.into())),
        Just(Choice::NotKnown),
        Just(Choice::DoesNotApply),
    ]
}

fn answering() -> impl Strategy<Value = first::Answering> {
    let text = select(vec![
        AnswerText::Words,
        AnswerText::CouldKnow,
        AnswerText::Because,
        AnswerText::Note,
        AnswerText::Elsewhere,
    ]);
    prop_oneof![
        6 => choice().prop_map(first::Answering::Choose),
        1 => Just(first::Answering::Clear),
        6 => (text, typed()).prop_map(|(text, typed)| first::Answering::Write(text, typed)),
        1 => select(Sureness::ALL.to_vec()).prop_map(first::Answering::Sure),
        1 => select(vec![Confidentiality::Open, Confidentiality::Confidential])
            .prop_map(first::Answering::Confidentiality),
    ]
}

fn answering_more() -> impl Strategy<Value = later::Answering> {
    let tactic_text = select(vec![TacticText::CouldKnow, TacticText::Because]);
    let evidence_text = select(vec![EvidenceText::Place, EvidenceText::AsOf]);
    prop_oneof![
        4 => (a_tactic(), select(TacticState::ALL.to_vec()))
            .prop_map(|(tactic, state)| later::Answering::Tactic(tactic, state)),
        1 => a_tactic().prop_map(later::Answering::ClearTactic),
        1 => (a_tactic(), select(TacticEffect::ALL.to_vec()))
            .prop_map(|(tactic, effect)| later::Answering::TacticEffect(tactic, effect)),
        1 => (a_tactic(), proptest::option::of(select(HowKnown::ALL.to_vec())))
            .prop_map(|(tactic, known)| later::Answering::TacticKnown(tactic, known)),
        2 => (a_tactic(), tactic_text, typed())
            .prop_map(|(tactic, text, typed)| later::Answering::WriteTactic(tactic, text, typed)),
        2 => proptest::option::of(select(HigherStep::ALL.to_vec()))
            .prop_map(later::Answering::Highest),
        1 => Just(later::Answering::AddEvidence),
        1 => (0_usize..3).prop_map(later::Answering::RemoveEvidence),
        1 => (0_usize..3, select(EvidenceKind::ALL.to_vec()))
            .prop_map(|(at, kind)| later::Answering::EvidenceKind(at, kind)),
        3 => (0_usize..3, evidence_text, typed())
            .prop_map(|(at, text, typed)| later::Answering::WriteEvidence(at, text, typed)),
    ]
}

fn choosing() -> impl Strategy<Value = Choosing> {
    let text = select(vec![
        ScopeText::Company,
        ScopeText::Product,
        ScopeText::OtherFunction,
        ScopeText::Person,
    ]);
    prop_oneof![
        select(vec![Unit::Company, Unit::Product]).prop_map(Choosing::Unit),
        (text, typed()).prop_map(|(text, typed)| Choosing::Write(text, typed)),
        select(vec!["product", "legal", "other"]).prop_map(|id| Choosing::Function(id.into())),
        select(vec!["embedding", "preventing"]).prop_map(|id| Choosing::Module(id.into())),
        select(vec![Form::Short, Form::Complete]).prop_map(Choosing::Form),
        (select(vec!["scope-resale", "scope-switch"]), select(vec!["yes", "no", "unknown"]))
            .prop_map(|(fact, value)| Choosing::Fact(fact.into(), value.into())),
    ]
}

fn planning() -> impl Strategy<Value = Planning> {
    let id = || (1_u32..5).prop_map(ActionId);
    let texts = ActionText::ALL.to_vec();
    let day = Date { year: 2027, month: 1, day: 31 };
    let to = prop_oneof![
        select(vec![Move::Up, Move::Down]),
        select(Priority::ALL.to_vec()).prop_map(Move::To),
        id().prop_map(Move::Before),
    ];
    prop_oneof![
        3 => (a_question(), typed()).prop_map(|(id, what)| Planning::Add(id.into(), what)),
        1 => Just(Planning::Write),
        3 => (id(), select(texts), typed())
            .prop_map(|(id, text, typed)| Planning::Text(id, text, typed)),
        1 => (id(), proptest::option::of(Just(day)))
            .prop_map(|(id, due)| Planning::Due(id, due)),
        1 => (id(), proptest::option::of(typed()), proptest::bool::ANY)
            .prop_map(|(id, text, is_left)| Planning::TypeDue(id, Typed { text, is_left })),
        1 => (id(), select(Status::ALL.to_vec()))
            .prop_map(|(id, status)| Planning::Status(id, status)),
        1 => (id(), proptest::option::of(select(Effort::ALL.to_vec())))
            .prop_map(|(id, effort)| Planning::Effort(id, effort)),
        3 => (id(), to).prop_map(|(id, to)| Planning::Move(id, to)),
        1 => id().prop_map(Planning::Keep),
        1 => id().prop_map(Planning::Remove),
    ]
}

fn a_risk() -> impl Strategy<Value = RiskId> {
    (1_u32..5).prop_map(RiskId)
}

fn editing() -> impl Strategy<Value = Editing> {
    use NeededField::{Arises, Name, People as Hurt, Who};
    let named = || select(Named::ALL.to_vec());
    let step = || select(Step::ALL.to_vec());
    let falling = || prop_oneof![named().prop_map(Falling::Dimension), Just(Falling::Likelihood)];
    let near = || proptest::option::of(select(Likelihood::ALL.to_vec()));
    let right = || select(Right::all().take(5).collect::<Vec<_>>());
    let text = prop_oneof![
        select(vec![RiskText::Name, RiskText::Story, RiskText::HitHarder, RiskText::Note]),
        named().prop_map(RiskText::Because),
    ];
    let mark = prop_oneof![step().prop_map(Mark::Known), Just(Mark::NotKnown)];
    let measure =
        prop_oneof![a_tactic().prop_map(Measure::Tactic), typed().prop_map(Measure::Words),];
    let secret = select(vec![Confidentiality::Open, Confidentiality::Confidential]);
    let field = select(RiskField::ALL.to_vec());
    prop_oneof![
        4 => (text, typed()).prop_map(|(text, typed)| Editing::Text(text, typed)),
        1 => (select(vec![Name, Hurt, Who, Arises]), any::<bool>())
            .prop_map(|(field, is)| Editing::NotKnown(field, is)),
        2 => right().prop_map(Editing::Right),
        1 => right().prop_map(Editing::HitHarder),
        1 => select(People::ALL.to_vec()).prop_map(Editing::People),
        1 => select(Party::ALL.to_vec()).prop_map(Editing::Who),
        1 => select(Party::ALL.to_vec()).prop_map(Editing::Main),
        1 => select(Start::ALL.to_vec()).prop_map(Editing::Arises),
        1 => proptest::option::of(select(risk::Status::ALL.to_vec())).prop_map(Editing::Status),
        1 => Just(Editing::AddEvidence),
        1 => (0_usize..3).prop_map(Editing::RemoveEvidence),
        1 => (0_usize..3, typed())
            .prop_map(|(at, typed)| Editing::WriteEvidence(at, EvidenceText::Place, typed)),
        4 => (named(), proptest::option::of(mark))
            .prop_map(|(named, mark)| Editing::Mark(named, mark)),
        1 => near().prop_map(Editing::Likelihood),
        1 => any::<bool>().prop_map(Editing::After),
        1 => (named(), proptest::option::of(step()))
            .prop_map(|(named, to)| Editing::FallTo(named, to)),
        1 => near().prop_map(Editing::RarerTo),
        1 => (falling(), proptest::option::of(measure))
            .prop_map(|(falling, by)| Editing::By(falling, by)),
        1 => (field, secret.clone()).prop_map(|(field, secret)| Editing::Field(field, secret)),
        1 => secret.prop_map(Editing::Whole),
    ]
}

fn risking() -> impl Strategy<Value = Risking> {
    let before = || proptest::option::of(a_risk());
    prop_oneof![
        4 => Just(Risking::Add),
        1 => a_risk().prop_map(Risking::Remove),
        8 => (a_risk(), editing()).prop_map(|(risk, editing)| Risking::Edit(risk, editing)),
        2 => (a_risk(), before()).prop_map(|(risk, before)| Risking::Reorder(risk, before)),
        1 => (a_risk(), typed()).prop_map(|(risk, typed)| Risking::BecauseThere(risk, typed)),
        1 => a_risk().prop_map(Risking::OrderByBand),
    ]
}

/// Something that changes the assessment, or may.
pub(crate) fn change() -> impl Strategy<Value = Message> {
    prop_oneof![
        4 => (a_question(), answering()).prop_map(|(question, answering)| {
            Message::from(first::Command::Answer(question.into(), answering))
        }),
        4 => (a_question(), answering_more()).prop_map(|(question, answering)| {
            Message::from(later::Command::Answer(question.into(), answering))
        }),
        3 => choosing().prop_map(|choosing| first::Command::Choose(choosing).into()),
        1 => (select(vec!["t-one", "t-two"]), proptest::option::of(typed()))
            .prop_map(|(tension, because)| later::Command::SetAside(tension.into(), because).into()),
        3 => planning().prop_map(|planning| later::Command::Plan(planning).into()),
        5 => risking().prop_map(|risking| later::Command::Risk(risking).into()),
    ]
}

/// A change, or one taken or put back, or all answers gone.
pub(crate) fn change_or_turn() -> impl Strategy<Value = Vec<Message>> {
    prop_oneof![
        12 => change().prop_map(|message| vec![message]),
        3 => Just(vec![Message::Turn(Way::Undo)]),
        2 => Just(vec![Message::Turn(Way::Redo)]),
        1 => Just(vec![
            later::Command::AskToDelete(Deletion::Answers).into(),
            later::Command::Confirm.into(),
        ]),
    ]
}

/// A place, or one that is not there.
pub(crate) fn place() -> impl Strategy<Value = Place> {
    prop_oneof![
        select(vec![
            Place::Start,
            Place::Choose,
            Place::Questions,
            Place::Open,
            Place::Result,
            Place::Plan(None),
            Place::Plan(Some(ActionId(1))),
            Place::Risks(None),
            Place::Risks(Some(RiskId(1))),
            Place::Severity(RiskId(2)),
            Place::Risk(RiskId(1)),
            Place::Download,
            Place::Sealed,
            Place::Words,
            Place::Source,
            Place::Example(Example::TamarinMessenger),
        ]),
        (a_question(), proptest::option::of(select(vec!["research", "design", "other"])))
            .prop_map(|(question, phase)| Place::Question(question.into(), phase.map(Into::into))),
    ]
}
