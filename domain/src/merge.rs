//! Two windows that write the same assessment: what both made of what they last had in common is put
//! together. What only one changed is taken from it. Where both changed the same text, both are kept, one
//! behind the other; of two choices, the one made here stands, and the other is told.
//!
//! Nothing that somebody wrote is dropped: what one removed and the other changed stays.

use std::collections::BTreeSet;
use std::rc::Rc;

use crate::answer::{Answer, Evidence, TacticAnswer};
use crate::assessment::{Answers, Assessment};
use crate::elsewhere;
use crate::id::{FactId, QuestionId, TacticId};
use crate::plan::{ActionId, Plan, PlannedAction};
use crate::risk::{Kept, Register, Reordering, RiskId};
use crate::scope::Scope;
use crate::sheet::record::{SheetId, SheetRecord, SheetRecords};

/// What both changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Collisions {
    /// Questions at which two texts stand now.
    pub texts: Vec<QuestionId>,
    /// Questions at which two choices were made, of which one stands.
    pub choices: Vec<QuestionId>,
    /// Where two texts or choices met outside the questions.
    pub elsewhere: Vec<Elsewhere>,
    /// Risks that have another number now, as they are here, each with the one before.
    pub renumbered: Vec<(RiskId, RiskId)>,
}

/// A place outside the questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Elsewhere {
    /// What is assessed and who answers.
    Scope,
    /// An action.
    Action(ActionId),
    /// A question sheet on record.
    Sheet(SheetId),
    /// A risk: both changed it, and it is there twice now.
    Risk(RiskId),
    /// Why answers do fit.
    Explained,
}

impl Collisions {
    /// Whether nothing was changed by both. Two new risks with one number are nothing that was.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty() && self.choices.is_empty() && self.elsewhere.is_empty()
    }
}

/// Puts an assessment together.
#[must_use]
pub fn assessments(
    base: &Assessment,
    ours: &Assessment,
    theirs: &Assessment,
) -> (Assessment, Collisions) {
    let mut collisions = Collisions::default();
    let mut in_scope = Met::default();
    let scope = scope(&base.scope, &ours.scope, &theirs.scope, &mut in_scope);
    let mut elsewhere = Vec::new();
    if in_scope.is_any() {
        elsewhere.push(Elsewhere::Scope);
    }
    let (risks, renumbered) = registers_met(&base.risks, &ours.risks, &theirs.risks);
    let mut our_plan = ours.plan.clone();
    if !renumbered.is_empty() {
        let was_there = |(from, _): &&(RiskId, RiskId)| base.risks.get(*from).is_some();
        elsewhere.extend(renumbered.iter().filter(was_there).map(|(_, to)| Elsewhere::Risk(*to)));
        // What was planned here for a risk that is new here is for that one.
        let actions = ours.plan.actions().iter().map(|action| PlannedAction {
            risks: action.risks.iter().map(|id| number(*id, &base.risks, &renumbered)).collect(),
            ..action.clone()
        });
        our_plan = Rc::new(actions.collect());
    }
    let plan = plan(&base.plan, &our_plan, &theirs.plan, &mut elsewhere);
    let sheets = sheets(&base.sheets, &ours.sheets, &theirs.sheets, &mut elsewhere);
    let mut merged = Assessment {
        risks: risks.into(),
        scope: scope.into(),
        plan: plan.into(),
        sheets: sheets.into(),
        answers: answers(&base.answers, &ours.answers, &theirs.answers, &mut collisions),
        changed: ours.changed.max(theirs.changed),
        saved_to_file: ours.saved_to_file.max(theirs.saved_to_file),
        dismissals: theirs.dismissals.clone(),
        ..ours.clone()
    };
    let tensions: BTreeSet<_> = [base, ours, theirs]
        .iter()
        .flat_map(|one| one.dismissals.iter().map(|one| &one.tension))
        .collect();
    let mut met = Met::default();
    for tension in tensions {
        let because = |one: &Assessment| one.dismissal(tension).map(|one| one.because.clone());
        let both =
            either(&because(base), &because(ours), &because(theirs), |base, ours, theirs| {
                text(base.map_or("", String::as_str), ours, theirs, LINE, &mut met)
            });
        merged.set_dismissal(tension, both);
    }
    if met.is_any() {
        elsewhere.push(Elsewhere::Explained);
    }
    collisions.elsewhere = elsewhere;
    collisions.renumbered = renumbered;
    merged.answer_by_register();
    (merged, collisions)
}

/// Puts one answer together. None is no answer.
#[must_use]
pub fn answer(
    base: Option<&Rc<Answer>>,
    ours: Option<&Rc<Answer>>,
    theirs: Option<&Rc<Answer>>,
) -> Option<Rc<Answer>> {
    in_fields(base, ours, theirs, &mut Met::default())
}

/// Puts a plan together.
#[must_use]
pub fn plans(base: &Plan, ours: &Plan, theirs: &Plan) -> Plan {
    plan(base, ours, theirs, &mut Vec::new())
}

/// Puts a register together where something is taken back or done again: a risk that was changed elsewhere
/// since stays as it is there, once.
#[must_use]
pub fn registers(base: &Register, ours: &Register, theirs: &Register) -> Register {
    let mut ours = ours.clone();
    for kept in theirs.kept().iter().filter(|one| base.get(one.id) != Some(*one)) {
        if ours.get(kept.id).is_some() {
            ours.put_kept(kept.clone());
        }
    }
    registers_met(base, &ours, theirs).0
}

/// Puts together what is on record of question sheets.
#[must_use]
pub fn records(base: &SheetRecords, ours: &SheetRecords, theirs: &SheetRecords) -> SheetRecords {
    sheets(base, ours, theirs, &mut Vec::new())
}

/// Puts together what is assessed.
#[must_use]
pub fn scopes(base: &Scope, ours: &Scope, theirs: &Scope) -> Scope {
    scope(base, ours, theirs, &mut Met::default())
}

/// What stands between two texts of a field of several lines, and of one.
const LINE: &str = "\n";
const BESIDE: &str = " / ";

/// What met that cannot both stand as they were.
#[derive(Default)]
struct Met {
    texts: bool,
    choices: bool,
}

impl Met {
    fn is_any(&self) -> bool {
        self.texts || self.choices
    }
}

fn answers(
    base: &Answers,
    ours: &Answers,
    theirs: &Answers,
    collisions: &mut Collisions,
) -> Answers {
    let mut merged = theirs.clone();
    let changed = |id: &&QuestionId| base.get(id) != ours.get(id);
    let ids: BTreeSet<_> =
        base.iter().chain(ours.iter()).map(|(id, _)| id).filter(changed).collect();
    for id in ids {
        let mut met = Met::default();
        merged.set(id, in_fields(base.get(id), ours.get(id), theirs.get(id), &mut met));
        if met.texts {
            collisions.texts.push(id.clone());
        }
        if met.choices {
            collisions.choices.push(id.clone());
        }
    }
    merged
}

/// No answer is one without anything in it.
fn in_fields(
    base: Option<&Rc<Answer>>,
    ours: Option<&Rc<Answer>>,
    theirs: Option<&Rc<Answer>>,
    met: &mut Met,
) -> Option<Rc<Answer>> {
    if ours == base || ours == theirs {
        return theirs.cloned();
    }
    if theirs == base {
        return ours.cloned();
    }
    let blank = Rc::default();
    let [base, ours, theirs] = [base, ours, theirs].map(|one| one.unwrap_or(&blank));
    Some(fields(base, ours, theirs, met).into()).filter(|answer: &Rc<Answer>| !answer.is_blank())
}

fn fields(base: &Answer, ours: &Answer, theirs: &Answer, met: &mut Met) -> Answer {
    let mut merged = Answer {
        choice: one(&base.choice, &ours.choice, &theirs.choice, met),
        words: text(&base.words, &ours.words, &theirs.words, LINE, met),
        tactics: Vec::new(),
        could_know: text(&base.could_know, &ours.could_know, &theirs.could_know, BESIDE, met),
        because: text(&base.because, &ours.because, &theirs.because, LINE, met),
        note: text(&base.note, &ours.note, &theirs.note, LINE, met),
        evidence: evidence(&base.evidence, &ours.evidence, &theirs.evidence, met),
        sureness: one(&base.sureness, &ours.sureness, &theirs.sureness, met),
        confidentiality: of_two(base.confidentiality, ours.confidentiality, theirs.confidentiality),
        elsewhere: higher(&base.elsewhere, &ours.elsewhere, &theirs.elsewhere, met),
    };
    let of_all = [base, ours, theirs];
    let ids: BTreeSet<&TacticId> =
        of_all.iter().flat_map(|answer| answer.tactics.iter().map(|(id, _)| id)).collect();
    for id in ids {
        let [base, ours, theirs] = of_all.map(|answer| answer.tactic(id).cloned());
        let tactic = either(&base, &ours, &theirs, |base, ours, theirs| {
            tactic(base.unwrap_or(&TacticAnswer::new(theirs.state)), ours, theirs, met)
        });
        merged.set_tactic(id, tactic);
    }
    merged
}

fn higher(
    base: &elsewhere::Elsewhere,
    ours: &elsewhere::Elsewhere,
    theirs: &elsewhere::Elsewhere,
    met: &mut Met,
) -> elsewhere::Elsewhere {
    elsewhere::Elsewhere {
        highest: one(&base.highest, &ours.highest, &theirs.highest, met),
        place: text(&base.place, &ours.place, &theirs.place, LINE, met),
    }
}

fn tactic(
    base: &TacticAnswer,
    ours: &TacticAnswer,
    theirs: &TacticAnswer,
    met: &mut Met,
) -> TacticAnswer {
    TacticAnswer {
        state: one(&base.state, &ours.state, &theirs.state, met),
        effect: one(&base.effect, &ours.effect, &theirs.effect, met),
        known: one(&base.known, &ours.known, &theirs.known, met),
        could_know: text(&base.could_know, &ours.could_know, &theirs.could_know, BESIDE, met),
        because: text(&base.because, &ours.because, &theirs.because, LINE, met),
    }
}

/// Rows have no names. Where none was removed they are told apart by their place; otherwise all rows
/// stay that one has and the other did not remove as it was.
fn evidence(
    base: &[Evidence],
    ours: &[Evidence],
    theirs: &[Evidence],
    met: &mut Met,
) -> Vec<Evidence> {
    if ours == base || ours == theirs {
        return theirs.to_vec();
    }
    if theirs == base {
        return ours.to_vec();
    }
    if ours.len() < base.len() || theirs.len() < base.len() {
        let here = theirs.iter().filter(|row| ours.contains(row) || !base.contains(row));
        let added = ours.iter().filter(|row| !base.contains(row) && !theirs.contains(row));
        return here.chain(added).cloned().collect();
    }
    let same = base.iter().zip(ours).zip(theirs).map(|((base, ours), theirs)| Evidence {
        kind: one(&base.kind, &ours.kind, &theirs.kind, met),
        place: text(&base.place, &ours.place, &theirs.place, BESIDE, met),
        as_of: text(&base.as_of, &ours.as_of, &theirs.as_of, BESIDE, met),
    });
    let mut rows: Vec<_> = same.collect();
    rows.extend(theirs.iter().skip(base.len()).cloned());
    rows.extend(ours.iter().skip(base.len()).filter(|row| !theirs.contains(row)).cloned());
    rows
}

fn plan(base: &Plan, ours: &Plan, theirs: &Plan, collided: &mut Vec<Elsewhere>) -> Plan {
    if ours == base || ours == theirs {
        return theirs.clone();
    }
    if theirs == base {
        return ours.clone();
    }
    // The order is theirs where only they moved something, else that of here.
    let ids = |plan: &Plan| plan.actions().iter().map(|action| action.id).collect::<Vec<_>>();
    let (first, then) = if ids(ours) == ids(base) { (theirs, ours) } else { (ours, theirs) };
    let mut order = ids(first);
    order.extend(ids(then).into_iter().filter(|id| first.action(*id).is_none()));
    let mut merged: Vec<PlannedAction> = Vec::new();
    let mut again = Vec::new();
    for id in order {
        let [base, ours, theirs] = [base, ours, theirs].map(|plan| plan.action(id).cloned());
        if let (None, Some(ours), Some(theirs)) = (&base, &ours, &theirs)
            && ours != theirs
        {
            // Two new ones that got the same number.
            merged.push(theirs.clone());
            again.push(ours.clone());
            continue;
        }
        let mut met = Met::default();
        merged.extend(either(&base, &ours, &theirs, |base, ours, theirs| {
            action(base.unwrap_or(theirs), ours, theirs, &mut met)
        }));
        if met.is_any() {
            collided.push(Elsewhere::Action(id));
        }
    }
    // A number that is there already becomes the next one.
    merged.into_iter().chain(again).collect()
}

fn action(
    base: &PlannedAction,
    ours: &PlannedAction,
    theirs: &PlannedAction,
    met: &mut Met,
) -> PlannedAction {
    PlannedAction {
        id: theirs.id,
        what: text(&base.what, &ours.what, &theirs.what, LINE, met),
        reason: one(&base.reason, &ours.reason, &theirs.reason, met),
        priority: one(&base.priority, &ours.priority, &theirs.priority, met),
        owner: text(&base.owner, &ours.owner, &theirs.owner, BESIDE, met),
        due: one(&base.due, &ours.due, &theirs.due, met),
        status: one(&base.status, &ours.status, &theirs.status, met),
        first_step: text(&base.first_step, &ours.first_step, &theirs.first_step, LINE, met),
        effort: one(&base.effort, &ours.effort, &theirs.effort, met),
        needs: text(&base.needs, &ours.needs, &theirs.needs, LINE, met),
        first_sign: text(&base.first_sign, &ours.first_sign, &theirs.first_sign, LINE, met),
        risks: one(&base.risks, &ours.risks, &theirs.risks, met),
    }
}

/// A risk that only one changed is taken from there. One that both changed stays twice, as each has it: a
/// window does not look into a risk to put it together. So do two new ones that got the same number. The one
/// of here gets another number then, which is given back behind the one before.
fn registers_met(
    base: &Register,
    ours: &Register,
    theirs: &Register,
) -> (Register, Vec<(RiskId, RiskId)>) {
    let mut renumbered = Vec::new();
    if ours == base || ours == theirs {
        return (theirs.clone(), renumbered);
    }
    if theirs == base {
        return (ours.clone(), renumbered);
    }
    let ids = [base, ours, theirs].into_iter().flat_map(|one| one.kept().iter().map(|one| one.id));
    let mut kept: Vec<Kept> = Vec::new();
    let mut again = Vec::new();
    for id in ids.collect::<BTreeSet<_>>() {
        let [base, ours, theirs] = [base, ours, theirs].map(|one| one.get(id).cloned());
        kept.extend(either(&base, &ours, &theirs, |_, ours, theirs| {
            again.push(ours.clone());
            theirs.clone()
        }));
    }
    let of_both = |removed: &Register| removed.removed().to_vec();
    let mut removed = of_both(theirs);
    removed.extend(of_both(ours).into_iter().filter(|one| !theirs.removed().contains(one)));
    removed.retain(|removed| kept.iter().all(|one| one.id != removed.id));
    let leads = of_two(base.leads(), ours.leads(), theirs.leads());
    let mut merged = Register::from_parts(Vec::new(), removed, Vec::new(), leads);
    for one in kept {
        merged.put_kept(one);
    }
    for mut one in again {
        let before = std::mem::replace(&mut one.id, merged.next_id());
        renumbered.push((before, one.id));
        merged.put_kept(one);
    }
    let ours_now = ours.reordered().iter().map(|choice| Reordering {
        risk: number(choice.risk, base, &renumbered),
        before: choice.before.map(|id| number(id, base, &renumbered)),
        because: choice.because.clone(),
    });
    let places = [base.reordered(), &ours_now.collect::<Vec<_>>(), theirs.reordered()];
    for choice in places_met(places) {
        let is_there = |id: RiskId| merged.get(id).is_some();
        if is_there(choice.risk) && choice.before.is_none_or(is_there) {
            merged.reorder(choice);
        }
    }
    (merged, renumbered)
}

/// The number of a risk of here: one that is new here may have got another.
fn number(id: RiskId, base: &Register, renumbered: &[(RiskId, RiskId)]) -> RiskId {
    let now = renumbered.iter().find(|(from, _)| *from == id && base.get(id).is_none());
    now.map_or(id, |(_, to)| *to)
}

/// Places that somebody chose. Of two for one risk the one of here stands, with both reasons.
fn places_met([base, ours, theirs]: [&[Reordering]; 3]) -> Vec<Reordering> {
    let of = |all: &[Reordering], id| all.iter().find(|choice| choice.risk == id).cloned();
    let (first, then) = if ours == base { (theirs, ours) } else { (ours, theirs) };
    let new = then.iter().filter(|choice| of(first, choice.risk).is_none());
    let ids = first.iter().chain(new).map(|choice| choice.risk);
    let met = ids.filter_map(|id| {
        either(&of(base, id), &of(ours, id), &of(theirs, id), |base, ours, theirs| {
            let before = base.map_or("", |base| &base.because);
            let met = &mut Met::default();
            let because = text(before, &ours.because, &theirs.because, LINE, met);
            Reordering { because, ..ours.clone() }
        })
    });
    met.collect()
}

/// Sheets that went out stand in the order in which they did: first those that both know.
fn sheets(
    base: &SheetRecords,
    ours: &SheetRecords,
    theirs: &SheetRecords,
    collided: &mut Vec<Elsewhere>,
) -> SheetRecords {
    if ours == base || ours == theirs {
        return theirs.clone();
    }
    if theirs == base {
        return ours.clone();
    }
    let new = ours.all().iter().filter(|one| theirs.sheet(one.id).is_none());
    let ids = theirs.all().iter().chain(new).map(|one| one.id);
    let merged = ids.filter_map(|id| {
        let [base, ours, theirs] = [base, ours, theirs].map(|all| all.sheet(id).cloned());
        let mut met = Met::default();
        let both = either(&base, &ours, &theirs, |base, ours, theirs| {
            // Both may have read a sheet that nobody had on record: what came back on it is both.
            let new = SheetRecord { returns: Vec::new(), ..theirs.clone() };
            sheet(base.unwrap_or(&new), ours, theirs, &mut met)
        });
        if met.is_any() {
            collided.push(Elsewhere::Sheet(id));
        }
        both
    });
    merged.collect()
}

fn sheet(
    base: &SheetRecord,
    ours: &SheetRecord,
    theirs: &SheetRecord,
    met: &mut Met,
) -> SheetRecord {
    SheetRecord {
        id: theirs.id,
        sheet: one(&base.sheet, &ours.sheet, &theirs.sheet, met),
        to: text(&base.to, &ours.to, &theirs.to, BESIDE, met),
        returns: members(&base.returns, &ours.returns, &theirs.returns),
    }
}

fn scope(base: &Scope, ours: &Scope, theirs: &Scope, met: &mut Met) -> Scope {
    let mut merged = Scope {
        unit: one(&base.unit, &ours.unit, &theirs.unit, met),
        company: text(&base.company, &ours.company, &theirs.company, BESIDE, met),
        product: text(&base.product, &ours.product, &theirs.product, BESIDE, met),
        functions: members(&base.functions, &ours.functions, &theirs.functions),
        other_function: text(
            &base.other_function,
            &ours.other_function,
            &theirs.other_function,
            BESIDE,
            met,
        ),
        person: text(&base.person, &ours.person, &theirs.person, BESIDE, met),
        modules: members(&base.modules, &ours.modules, &theirs.modules),
        form: of_two(base.form, ours.form, theirs.form),
        facts: Vec::new(),
    };
    let facts: BTreeSet<&FactId> =
        ours.facts.iter().chain(&theirs.facts).map(|(fact, _)| fact).collect();
    for fact in facts {
        if let Some(stands) = one(&base.fact(fact), &ours.fact(fact), &theirs.fact(fact), met) {
            merged.set_fact(fact, stands);
        }
    }
    merged
}

/// Those of theirs that stayed here, and those that were added here, in the order of the longer list.
fn members<T: PartialEq + Clone>(base: &[T], ours: &[T], theirs: &[T]) -> Vec<T> {
    if ours == base {
        return theirs.to_vec();
    }
    if theirs == base {
        return ours.to_vec();
    }
    let stay = theirs.iter().filter(|one| ours.contains(one) || !base.contains(one));
    let added = ours.iter().filter(|one| !base.contains(one) && !theirs.contains(one));
    stay.chain(added).cloned().collect()
}

/// One of three values: the one that was changed; where both were, the one of here, which came last.
fn one<T: PartialEq + Clone>(base: &T, ours: &T, theirs: &T, met: &mut Met) -> T {
    if ours == base {
        return theirs.clone();
    }
    if theirs != base && theirs != ours {
        met.choices = true;
    }
    ours.clone()
}

/// The same where there are only two values: two changes are the same change.
fn of_two<T: PartialEq>(base: T, ours: T, theirs: T) -> T {
    if ours == base { theirs } else { ours }
}

/// Something that may not be there. Removed by one and changed by the other, it stays as changed.
fn either<T: PartialEq + Clone>(
    base: &Option<T>,
    ours: &Option<T>,
    theirs: &Option<T>,
    both: impl FnOnce(Option<&T>, &T, &T) -> T,
) -> Option<T> {
    if ours == base || ours == theirs {
        return theirs.clone();
    }
    match (ours, theirs) {
        (Some(ours), Some(theirs)) if Some(theirs) != base.as_ref() => {
            Some(both(base.as_ref(), ours, theirs))
        }
        (None, Some(theirs)) if Some(theirs) != base.as_ref() => Some(theirs.clone()),
        _ => ours.clone(),
    }
}

/// Two texts that came from one. Changes at different places are both made; where they meet, what both
/// put there stands one behind the other.
fn text(base: &str, ours: &str, theirs: &str, between: &str, met: &mut Met) -> String {
    if ours == base || ours == theirs {
        return theirs.to_owned();
    }
    if theirs == base {
        return ours.to_owned();
    }
    let (here, there) = (Edit::of(base, ours), Edit::of(base, theirs));
    let part = |from: usize, to: usize| base.get(from..to).unwrap_or_default();
    let made = |first: &Edit<'_>, then: &Edit<'_>| {
        let middle = part(first.to, then.from);
        [part(0, first.from), first.put, middle, then.put, part(then.to, base.len())].concat()
    };
    if here.is_before(&there) {
        return made(&here, &there);
    }
    if there.is_before(&here) {
        return made(&there, &here);
    }
    let (from, to) = (here.from.min(there.from), here.to.max(there.to));
    let whole = |edit: &Edit<'_>| [part(from, edit.from), edit.put, part(edit.to, to)].concat();
    let (here, there) = (whole(&here), whole(&there));
    let both = if here.contains(&*there) {
        here
    } else if there.contains(&*here) {
        there
    } else {
        met.texts = true;
        [&*there, between, &*here].concat()
    };
    [part(0, from), &*both, part(to, base.len())].concat()
}

/// What became of a text: a stretch of it, in bytes, was replaced.
struct Edit<'a> {
    from: usize,
    to: usize,
    put: &'a str,
}

impl<'a> Edit<'a> {
    /// Whether it ends where the other begins, or before. Two that put something at the same place meet.
    fn is_before(&self, other: &Self) -> bool {
        self.to <= other.from && (self.from, other.from) != (other.to, self.to)
    }

    fn of(base: &str, text: &'a str) -> Self {
        let same = |pair: &(char, char)| pair.0 == pair.1;
        let length = |(sign, _): (char, char)| sign.len_utf8();
        let from: usize = base.chars().zip(text.chars()).take_while(same).map(length).sum();
        let behind = base.get(from..).unwrap_or_default();
        let put = text.get(from..).unwrap_or_default();
        let tail: usize =
            behind.chars().rev().zip(put.chars().rev()).take_while(same).map(length).sum();
        let put = put.get(..put.len() - tail).unwrap_or_default();
        Self { from, to: base.len() - tail, put }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(base: &str, ours: &str, theirs: &str) -> (String, bool) {
        let mut met = Met::default();
        let merged = text(base, ours, theirs, LINE, &mut met);
        (merged, met.texts)
    }

    #[test]
    fn changes_of_a_text_at_different_places_are_both_made() {
        let base = "We look at people first.";
        let ours = "We look at people and groups first.";
        let theirs = "Yes: we look at people first.";
        let merged = "Yes: we look at people and groups first.".to_owned();
        assert_eq!(texts(base, ours, theirs), (merged.clone(), false));
        assert_eq!(texts(base, theirs, ours), (merged, false));
        assert_eq!(texts("añb", "añb!", "xañb"), ("xañb!".into(), false));
    }

    #[test]
    fn texts_that_meet_stand_one_behind_the_other_and_are_told() {
        assert_eq!(texts("", "here", "there"), ("there".into(), false), "one holds the other");
        assert_eq!(texts("", "ours", "their"), ("their\nours".into(), true));
        assert_eq!(texts("Both: ", "Both: a", "Both: b"), ("Both: b\na".into(), true));
        // What one removed and the other changed stays.
        assert_eq!(texts("a note", "", "a long note"), ("a long note".into(), false));
    }

    #[test]
    fn what_only_one_changed_is_taken_from_it() {
        assert_eq!(texts("a", "a", "b"), ("b".into(), false));
        assert_eq!(texts("a", "b", "a"), ("b".into(), false));
        assert_eq!(texts("a", "b", "b"), ("b".into(), false));
        assert_eq!(texts("a", "", "a"), (String::new(), false));
    }

    #[test]
    fn a_row_that_one_removed_goes_and_what_the_other_added_stays() {
        let row = |place: &str| Evidence { place: place.into(), ..Evidence::default() };
        let rows = |places: &[&str]| places.iter().map(|place| row(place)).collect::<Vec<_>>();
        let merged = |base: &[&str], ours: &[&str], theirs: &[&str]| {
            evidence(&rows(base), &rows(ours), &rows(theirs), &mut Met::default())
        };
        assert_eq!(merged(&["a", "b"], &["b"], &["a", "b", "c"]), rows(&["b", "c"]));
        assert_eq!(merged(&["a"], &["a", "x"], &["a", "y"]), rows(&["a", "y", "x"]));
        assert_eq!(merged(&["a", "b"], &["a!", "b"], &["a", "b?"]), rows(&["a!", "b?"]));
        assert_eq!(merged(&["a"], &[], &["changed"]), rows(&["changed"]));
    }
}
