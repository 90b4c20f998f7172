//! What two windows made of one assessment, put together: nothing of either is lost.

use std::rc::Rc;

use domain::assessment::Assessment;
use domain::merge;
use domain::plan::{ActionId, PlannedAction, Reason};
use domain::risk::{Needed, Register, Reordering, Risk, RiskId};
use domain::sheet::record::{
    Arrival, CameAs, SavedSheet, SheetForm, SheetId, SheetRecords, SheetReturn,
};
use proptest::prelude::*;

use crate::arbitrary;
use crate::bank::DATE;

/// The same as another assessment that was changed last at the same time.
fn of_one(base: &Assessment, other: &Assessment) -> Assessment {
    Assessment {
        id: base.id.clone(),
        catalogue: base.catalogue.clone(),
        created: base.created,
        changed: base.changed,
        saved_to_file: base.saved_to_file,
        ..other.clone()
    }
}

proptest! {
    #[test]
    fn what_only_one_changed_is_taken_whole(
        base in arbitrary::assessment(),
        other in arbitrary::assessment(),
    ) {
        let other = of_one(&base, &other);
        for (ours, theirs) in [(&base, &other), (&other, &base), (&other, &other)] {
            let (merged, collisions) = merge::assessments(&base, ours, theirs);
            prop_assert_eq!(&merged, &other);
            prop_assert!(collisions.is_empty());
        }
    }

    #[test]
    fn of_two_changes_everything_written_stays(
        base in arbitrary::assessment(),
        ours in arbitrary::assessment(),
        theirs in arbitrary::assessment(),
    ) {
        let (ours, theirs) = (of_one(&base, &ours), of_one(&base, &theirs));
        let (merged, _) = merge::assessments(&base, &ours, &theirs);
        for one in [&ours, &theirs] {
            for (id, answer) in one.answers.iter().filter(|(id, _)| base.answers.get(id).is_none()) {
                let stands = merged.answers.get(id);
                prop_assert!(stands.is_some(), "{id}");
                let stands = stands.unwrap();
                prop_assert!(stands.note.contains(&answer.note), "{:?} {:?}", stands.note, answer.note);
                prop_assert!(stands.words.contains(&answer.words));
                prop_assert_eq!(stands.choice.is_some(), stands.choice.is_some() || answer.choice.is_some());
                for (tactic, _) in &answer.tactics {
                    prop_assert!(stands.tactic(tactic).is_some());
                }
            }
            for action in one.plan.actions().iter().filter(|one| base.plan.action(one.id).is_none()) {
                let stands = merged.plan.actions().iter().any(|there| there.what.contains(&action.what));
                prop_assert!(stands, "{}", action.what);
            }
            for sheet in one.sheets.all().iter().filter(|one| base.sheets.sheet(one.id).is_none()) {
                let stands = merged.sheets.all().iter().any(|there| {
                    there.to.contains(&sheet.to)
                        && sheet.returns.iter().all(|came| there.returns.contains(came))
                });
                prop_assert!(stands, "{:?}", sheet);
            }
            for kept in one.risks.kept().iter().filter(|kept| base.risks.get(kept.id) != Some(*kept)) {
                let stands = merged.risks.kept().iter().any(|there| there.bytes() == kept.bytes());
                prop_assert!(stands, "{:?}", kept);
            }
            for dismissal in &one.dismissals {
                let before = base.dismissal(&dismissal.tension);
                if before.is_none() {
                    let stands = merged.dismissal(&dismissal.tension).unwrap();
                    prop_assert!(stands.because.contains(&dismissal.because));
                }
            }
        }
    }

    #[test]
    fn what_was_put_together_is_not_changed_by_being_put_together_again(
        base in arbitrary::assessment(),
        ours in arbitrary::assessment(),
        theirs in arbitrary::assessment(),
    ) {
        let (ours, theirs) = (of_one(&base, &ours), of_one(&base, &theirs));
        let (merged, _) = merge::assessments(&base, &ours, &theirs);
        // The other window hears of it, with nothing of its own since.
        let (there, collisions) = merge::assessments(&theirs, &theirs, &merged);
        prop_assert_eq!(&there, &merged);
        prop_assert!(collisions.is_empty());
    }
}

#[test]
fn what_two_windows_put_on_record_of_question_sheets_is_put_together() {
    let saved = |who: &str| SavedSheet {
        who: who.into(),
        form: SheetForm::Workbook,
        rows: 3,
        on: DATE,
        arrival: Arrival::NotSaid,
    };
    let came = |taken| SheetReturn { on: DATE, rows: 3, taken, left: 0, unreadable: 0 };
    let fresh = SheetId(9);
    let mut base = SheetRecords::default();
    base.save(SheetId(1), saved("Sales"));
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    ours.sheet_mut(SheetId(1)).unwrap().to = "Anna".into();
    ours.save(SheetId(2), saved("Legal"));
    theirs.take_back(CameAs::Numbered(1), fresh, came(2));
    theirs.save(SheetId(3), saved("Engineering"));
    // Both read a sheet that neither had on record, and each took something of it.
    ours.take_back(CameAs::Numbered(5), fresh, came(1));
    theirs.take_back(CameAs::Numbered(5), fresh, came(3));
    let merged = merge::records(&base, &ours, &theirs);
    let ids: Vec<_> = merged.all().iter().map(|one| one.id.0).collect();
    assert_eq!(ids, [1, 3, 5, 2]);
    let both = merged.sheet(SheetId(1)).unwrap();
    assert_eq!((&*both.to, &both.returns[..]), ("Anna", &[came(2)][..]));
    assert_eq!(merged.sheet(SheetId(5)).unwrap().returns, [came(3), came(1)]);
    // One took it off the record, the other changed it: it stays.
    let mut without = base.clone();
    without.remove(SheetId(1));
    assert!(merge::records(&base, &without, &ours).sheet(SheetId(1)).is_some());
    assert!(merge::records(&base, &without, &base).is_empty());
}

/// Two risks, of which the first stands behind the second, as somebody chose.
fn two_risks() -> Assessment {
    let risk = |id, name: &str| Risk { name: Needed::filled(name.into()), ..Risk::new(RiskId(id)) };
    let mut register = Register::of(&[risk(1, "One"), risk(2, "Two")]);
    register.reorder(Reordering { risk: RiskId(1), before: None, because: "Later.".into() });
    with(register)
}

fn with(register: Register) -> Assessment {
    let mut assessment = Assessment { risks: register.into(), ..crate::bank::empty() };
    assessment.answer_by_register();
    assessment
}

#[test]
fn places_that_two_windows_chose_in_the_order_are_both_there_with_both_reasons() {
    let base = two_risks();
    let (mut ours, mut theirs) = ((*base.risks).clone(), (*base.risks).clone());
    let choice = |risk, before, because: &str| Reordering {
        risk: RiskId(risk),
        before: Some(RiskId(before)),
        because: because.into(),
    };
    ours.reorder(choice(1, 2, "Later. It can wait."));
    theirs.reorder(choice(1, 2, "Because we promised. Later."));
    theirs.reorder(choice(2, 1, "It came first."));
    let (merged, collisions) = merge::assessments(&base, &with(ours), &with(theirs));
    let places = merged.risks.reordered();
    assert_eq!(places.len(), 2);
    let first = places.iter().find(|choice| choice.risk == RiskId(1)).unwrap();
    assert_eq!(
        (first.before, &*first.because),
        (Some(RiskId(2)), "Because we promised. Later. It can wait.")
    );
    assert!(places.contains(&choice(2, 1, "It came first.")));
    assert!(collisions.is_empty());
}

#[test]
fn what_is_planned_for_a_risk_that_two_windows_gave_one_number_is_for_its_own() {
    let base = two_risks();
    let with_new = |name: &str, action| {
        let mut register = (*base.risks).clone();
        register.put(&Risk { name: Needed::filled(name.into()), ..Risk::new(RiskId(3)) });
        let planned = PlannedAction {
            risks: vec![RiskId(3), RiskId(1)],
            ..PlannedAction::new(ActionId(action), name.into(), Reason::Own)
        };
        Assessment { plan: Rc::new([planned].into_iter().collect()), ..with(register) }
    };
    let (merged, collisions) =
        merge::assessments(&base, &with_new("Ours", 1), &with_new("Theirs", 2));
    for action in merged.plan.actions() {
        let name = &merged.risks.get(action.risks[0]).unwrap().name;
        assert_eq!((&*action.what, action.risks[1]), (&**name, RiskId(1)));
    }
    assert_eq!(merged.plan.actions().len(), 2);
    assert_eq!(collisions.renumbered, [(RiskId(3), RiskId(4))]);
    assert!(collisions.is_empty(), "nothing of either became another");
}
