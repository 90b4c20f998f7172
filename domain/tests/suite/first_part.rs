//! The part of the bank that the first load brings.

use domain::asked::Asked;
use domain::scope::Form;

use crate::bank::{With, bank, empty};

#[test]
fn the_short_form_of_the_first_part_asks_what_that_of_the_whole_bank_asks() {
    let whole = &bank().catalogue;
    let part = whole.first_part();
    for state in ["direct", "no", "unknown"] {
        let assessment = empty().short().fact("scope-state", state);
        let asked = |bank| Asked::of(bank, &assessment.scope, &assessment.answers);
        assert_eq!(asked(&part), asked(whole), "{state}");
    }
}

#[test]
fn the_first_part_knows_how_much_it_leaves_out() {
    let whole = &bank().catalogue;
    let part = whole.first_part();
    assert!(part.questions().count() < whole.questions().count());
    assert!(part.has_two_forms() && whole.has_two_forms());
    for (part_of, of) in part.modules.iter().zip(&whole.modules) {
        for form in [Form::Short, Form::Complete] {
            assert_eq!(part.count(part_of, form), whole.count(of, form), "{} {form:?}", of.id);
        }
    }
    assert_eq!(part.first_part(), part);
}
