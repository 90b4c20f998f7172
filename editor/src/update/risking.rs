//! The register of risks.

use std::rc::Rc;

use domain::answer::{Answer, Confidentiality, Evidence, HowKnown};
use domain::assessment::{Assessment, Timestamp};
use domain::count::count;
use domain::risk::{
    AT_MOST, After, CHOICES_AT_MOST, EVIDENCE_AT_MOST, Fall, Letter, Measure, Month, Named, People,
    Register, Reordering, Risk, RiskId, Since, Start, order,
};

use super::changing::{change, change_and_then, leave, say};
use super::{days, travelling};
use crate::day::DayField;
use crate::effect::{Entry, InRisks};
use crate::field::{EvidenceText, Falling, Field, RiskText};
use crate::first;
use crate::history::{Because, Change, Everything};
use crate::later::{self, Said};
use crate::listed_risks::Listed;
use crate::message::Effect;
use crate::place::Place;
use crate::risking::{Editing, NeededField, Risking};
use crate::state::State;
use crate::work::Work;

/// The person did something to the register.
pub(super) fn act(state: &mut State, effects: &mut Vec<Effect>, risking: Risking, now: Timestamp) {
    if let Risking::Edit(id, Editing::Month(typed)) = &risking {
        let typing = DayField::Since(*id);
        let read = days::read(state, typing, typed, Month::typed);
        let is_listed = |work: &Work| work.assessment.risks.get(*id).is_some();
        // An empty field that is left says nothing, and lists no risk that was not there.
        let is_new = !state.work.as_ref().is_some_and(is_listed);
        if read.is_none() || (is_new && read == Some(None)) {
            return;
        }
    }
    let leaves = matches!(&risking, Risking::Edit(_, Editing::Month(typed)) if typed.is_left);
    let Some(work) = &state.work else { return };
    let before = work.assessment.risks.clone();
    let mut register = (*before).clone();
    let mut field = None;
    match risking {
        Risking::Add => {
            if let Some(id) = list(state, None, now) {
                travelling::go(state, effects, Place::Risks(Some(id)));
                focus(effects, InRisks::Name);
                say(state, Said::RiskAdded);
            }
            return;
        }
        Risking::Edit(id, editing) if register.kept().is_empty() && id == register.next_id() => {
            if let Some(id) = list(state, Some(editing), now) {
                // It stood there before: who describes it stays where they are.
                state.place = Place::Risks(Some(id));
                effects.push(first::Effect::Address(state.place.clone(), Entry::Same).into());
            }
            return;
        }
        Risking::Remove(id) => {
            // What is pressed goes with it: the focus goes to what stands in its place.
            let beside = Listed::of(&register).beside(id);
            register.remove(id);
            let left = register.kept().len();
            let place = Place::Risks(None);
            changed(state, before, register, None, now);
            if state.place != place {
                travelling::go(state, effects, place);
            }
            // With the last one gone, the first one stands there to be described.
            focus(effects, beside.map_or(InRisks::Name, InRisks::Opens));
            say(state, Said::RiskRemoved(count(left)));
            return;
        }
        Risking::Edit(id, editing) => {
            let Some(kept) = register.get(id) else { return };
            let mut risk = kept.open();
            if matches!(editing, Editing::Since(_)) {
                days::forget(state, DayField::Since(id));
            }
            field = match &editing {
                Editing::Month(_) => Some(Field::Day(DayField::Since(id))),
                Editing::Text(text, _) => Some(Field::Risk(id, *text)),
                Editing::WriteEvidence(at, text, _) => Some(Field::RiskEvidence(id, *at, *text)),
                Editing::By(falling, Some(Measure::Words(_))) => Some(Field::RiskBy(id, *falling)),
                _ => None,
            };
            if editing == Editing::AddEvidence {
                if risk.evidence.len() >= EVIDENCE_AT_MOST {
                    say(state, Said::NoMoreEvidence);
                    return;
                }
                effects.push(later::Effect::FocusOnEvidence.into());
            }
            if let Editing::HitHarder(right) = editing {
                focus(effects, InRisks::Right(right));
            }
            if has_enough(&risk, &editing) {
                say(state, Said::NoMoreChoices);
            }
            edit(&mut risk, editing);
            register.put(&risk);
        }
        Risking::Move(risk, toward) => match Listed::of(&register).goes_before(risk, toward) {
            Some(before) => put(state, effects, &mut register, risk, before),
            None => say(state, Said::RiskStays),
        },
        Risking::Reorder(risk, before) => {
            if Listed::of(&register).may_stand_before(risk, before) {
                put(state, effects, &mut register, risk, before);
            } else {
                say(state, Said::RiskStays);
            }
        }
        Risking::BecauseThere(risk, because) => {
            let Some(choice) = register.reordered().iter().find(|one| one.risk == risk) else {
                return;
            };
            field = Some(Field::RiskThere(risk));
            register.reorder(Reordering { because, ..choice.clone() });
        }
        Risking::Lead(leads) => register.lead(leads),
        Risking::OrderByBand(risk) => {
            register.order_by_band(risk);
            say_where(state, effects, &register, risk);
        }
    }
    if register != *before {
        changed(state, before, register, field, now);
    }
    if leaves {
        leave(state);
    }
}

/// Has the register another one, and it answers what it answers.
fn changed(
    state: &mut State,
    before: Rc<Register>,
    register: Register,
    field: Option<Field>,
    now: Timestamp,
) {
    let risks = Change::Risks(before, Rc::new(register));
    change_and_then(state, risks, field, now, Assessment::answer_by_register);
}

/// Puts a risk before another one of its band, or behind all of it.
fn put(
    state: &mut State,
    effects: &mut Vec<Effect>,
    register: &mut Register,
    risk: RiskId,
    before: Option<RiskId>,
) {
    let because = because_of(register, risk);
    register.reorder(Reordering { risk, before, because });
    say_where(state, effects, register, risk);
}

/// Says at which place a risk stands now, and brings the focus there.
fn say_where(state: &mut State, effects: &mut Vec<Effect>, register: &Register, risk: RiskId) {
    if let Some(at) = order(register).iter().position(|placed| placed.id == risk) {
        say(state, Said::RiskMoved(count(at + 1)));
    }
    focus(effects, InRisks::Handle(risk));
}

fn focus(effects: &mut Vec<Effect>, at: InRisks) {
    effects.push(later::Effect::FocusInRisks(at).into());
}

/// Whether something would be one more than can be chosen.
fn has_enough(risk: &Risk, editing: &Editing) -> bool {
    match editing {
        Editing::Right(right) => {
            !risk.rights.contains(right) && risk.rights.len() >= CHOICES_AT_MOST
        }
        Editing::Arises(start) => {
            let starts = &risk.arises.value;
            !starts.contains(start) && starts.len() >= CHOICES_AT_MOST
        }
        _ => false,
    }
}

fn because_of(register: &Register, risk: RiskId) -> String {
    let earlier = register.reordered().iter().find(|one| one.risk == risk);
    earlier.map(|one| one.because.clone()).unwrap_or_default()
}

/// Lists a further risk, of which this is said. The first one begins with what was said of the gravest risk in
/// words: these go into its story, which is confidential until somebody releases it, and so are they from
/// then on. None where there are as many as there can be.
fn list(state: &mut State, said: Option<Editing>, now: Timestamp) -> Option<RiskId> {
    let assessment = &state.work.as_ref()?.assessment;
    if assessment.risks.kept().len() >= AT_MOST {
        say(state, Said::NoMoreRisks);
        return None;
    }
    let id = assessment.risks.next_id();
    let mut risk = Risk::new(id);
    let mut after = Everything::of(assessment);
    let spoken = assessment.risks.kept().is_empty().then(|| words_of_gravest(state)).flatten();
    if let Some((question, answer)) = spoken {
        risk.story = answer.words.trim().to_owned();
        let confidentiality = Confidentiality::Confidential;
        after
            .answers
            .set(&question, Some(Rc::new(Answer { confidentiality, ..(*answer).clone() })));
    }
    if let Some(editing) = said {
        edit(&mut risk, editing);
    }
    Rc::make_mut(&mut after.risks).put(&risk);
    // What is remembered says what stands there afterwards, so that taking it back puts back what stood there.
    let mut answered = Assessment { risks: after.risks.clone(), ..assessment.without_answers() };
    answered.answers = after.answers;
    answered.answer_by_register();
    after.answers = answered.answers;
    let before = Everything::of(assessment);
    let change_made = Change::Answers(Box::new(before), Box::new(after), Because::Listed);
    change(state, change_made, None, now);
    Some(id)
}

/// What was said in words of the gravest risk, where no risk was listed.
fn words_of_gravest(state: &State) -> Option<(domain::id::QuestionId, Rc<Answer>)> {
    let work = state.work.as_ref()?;
    let (_, question) = state.catalogue.first().next()?;
    let answer = work.assessment.answers.get(&question.id)?;
    let said = !answer.words.trim().is_empty();
    said.then(|| (question.id.clone(), answer.clone()))
}

/// Changes a risk in one respect.
fn edit(risk: &mut Risk, editing: Editing) {
    match editing {
        Editing::Text(text, typed) => {
            // Whoever types a name knows it.
            risk.name.not_known &= text != RiskText::Name || typed.trim().is_empty();
            *match text {
                RiskText::Name => &mut risk.name.value,
                RiskText::Story => &mut risk.story,
                RiskText::HitHarder => &mut risk.hit_harder,
                RiskText::Place => &mut risk.place,
                RiskText::Product => &mut risk.product,
                RiskText::Note => &mut risk.note,
                RiskText::Because(named) => &mut risk.severity.dimension_mut(named).because,
            } = typed;
        }
        Editing::NotKnown(field, not_known) => {
            *match field {
                NeededField::Name => &mut risk.name.not_known,
                NeededField::People => &mut risk.people.not_known,
                NeededField::Who => &mut risk.who.not_known,
                NeededField::Arises => &mut risk.arises.not_known,
            } = not_known;
        }
        Editing::Right(right) => {
            if let Some(at) = risk.rights.iter().position(|one| *one == right) {
                risk.rights.remove(at);
            } else if risk.rights.len() < CHOICES_AT_MOST {
                risk.rights.push(right);
            }
        }
        Editing::HitHarder(right) => {
            let at = risk.rights.iter().position(|one| *one == right);
            if let Some((at, before)) = at.and_then(|at| Some((at, at.checked_sub(1)?))) {
                risk.rights.swap(at, before);
            }
        }
        Editing::People(people) => {
            risk.people.not_known = false;
            toggle(&mut risk.people.value, people, People::ALL);
        }
        Editing::Heightened(group) => {
            toggle(&mut risk.heightened, group, domain::risk::Heightened::ALL);
        }
        Editing::Users(users) => risk.users = users,
        Editing::When(when) => risk.when = when,
        Editing::Who(party) => {
            risk.who.not_known = false;
            let who = &mut risk.who.value;
            toggle(&mut who.parties, party, domain::risk::Party::ALL);
            // One alone is the main one; one that is gone is none.
            who.main = match (&*who.parties, who.main) {
                ([alone], _) => Some(*alone),
                (parties, Some(main)) if parties.contains(&main) => Some(main),
                _ => None,
            };
        }
        Editing::Main(party) => {
            risk.who.value.main = Some(party).filter(|main| risk.who.value.parties.contains(main));
        }
        Editing::Arises(start) => {
            risk.arises.not_known = false;
            let starts = &mut risk.arises.value;
            if starts.contains(&start) || starts.len() < CHOICES_AT_MOST {
                toggle(starts, start, Start::ALL);
            }
        }
        Editing::Status(status) => risk.status = status,
        Editing::Since(since) => risk.since = since,
        Editing::Month(typed) => {
            risk.since = typed.text.as_deref().and_then(Month::typed).map(Since::Month);
        }
        Editing::AddEvidence => risk.evidence.push(Evidence::default()),
        Editing::RemoveEvidence(at) => {
            if at < risk.evidence.len() {
                risk.evidence.remove(at);
            }
        }
        Editing::EvidenceKind(at, kind) => {
            if let Some(row) = risk.evidence.get_mut(at) {
                row.kind = kind;
            }
        }
        Editing::WriteEvidence(at, text, typed) => {
            if let Some(row) = risk.evidence.get_mut(at) {
                *match text {
                    EvidenceText::Place => &mut row.place,
                    EvidenceText::AsOf => &mut row.as_of,
                } = typed;
            }
        }
        Editing::Mark(named, mark) => risk.severity.dimension_mut(named).mark = mark,
        Editing::Delay(delay) => risk.severity.delay = delay,
        Editing::Likelihood(likelihood) => risk.severity.likelihood = likelihood,
        Editing::After(there) => risk.severity.after = there.then(After::default),
        Editing::FallTo(named, to) => {
            let Some(after) = &mut risk.severity.after else { return };
            falls_to(dimension(after, named), to);
        }
        Editing::RarerTo(to) => {
            let Some(after) = &mut risk.severity.after else { return };
            falls_to(&mut after.likelihood, to);
        }
        Editing::By(falling, by) => with_fall(risk, falling, |slot, _| *slot = by),
        Editing::Known(falling, known) => with_fall(risk, falling, |_, slot| *slot = known),
        Editing::Field(field, confidentiality) => {
            risk.confidential = risk.confidential.with(field, confidentiality);
        }
        Editing::Whole(confidentiality) => risk.confidentiality = confidentiality,
    }
}

/// Puts one in or takes it out, in the order in which they are offered.
fn toggle<T: Copy + PartialEq>(chosen: &mut Vec<T>, one: T, all: &[T]) {
    let had = chosen.contains(&one);
    let keeps = |other: &T| if *other == one { !had } else { chosen.contains(other) };
    *chosen = all.iter().copied().filter(keeps).collect();
}

fn dimension(after: &mut After, named: Named) -> &mut Option<Fall<domain::step::Step>> {
    match named {
        Named::Scale => &mut after.scale,
        Named::Scope => &mut after.scope,
        Named::Irremediability => &mut after.irremediability,
    }
}

fn falls_to<T>(fall: &mut Option<Fall<T>>, to: Option<T>) {
    match (fall.take(), to) {
        (Some(before), Some(to)) => *fall = Some(Fall { to, ..before }),
        (None, Some(to)) => *fall = Some(Fall::new(to)),
        (_, None) => {}
    }
}

fn with_fall(
    risk: &mut Risk,
    falling: Falling,
    set: impl FnOnce(&mut Option<Measure>, &mut Option<HowKnown>),
) {
    let Some(after) = &mut risk.severity.after else { return };
    match falling {
        Falling::Dimension(named) => {
            if let Some(fall) = dimension(after, named) {
                set(&mut fall.by, &mut fall.known);
            }
        }
        Falling::Likelihood => {
            if let Some(fall) = &mut after.likelihood {
                set(&mut fall.by, &mut fall.known);
            }
        }
    }
}
