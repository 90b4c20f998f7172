//! What two windows made of one assessment, put together: nothing of either is lost.

use domain::assessment::Assessment;
use domain::merge;
use proptest::prelude::*;

use crate::arbitrary;

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
