//! Two people with the same facts choose the same step: what was measured, and that it was measured on the
//! words that stand in the bank.

use std::collections::BTreeSet;
use std::fs;

use compiler::rating::{self, Agreement, Rating};

use crate::{real, root};

fn ratings() -> Vec<Rating> {
    let file = fs::read_to_string(root().join("docs/rating/ratings.tsv")).unwrap();
    rating::read(&file).unwrap()
}

#[test]
fn every_ladder_and_decision_was_rated_for_three_companies_in_the_words_it_has() {
    let real = real();
    let ratings = ratings();
    let rated: BTreeSet<_> =
        ratings.iter().map(|one| (one.company.as_str(), one.question.as_str())).collect();
    assert_eq!(rated.len(), ratings.len(), "something was rated twice");
    let mut expected = BTreeSet::new();
    let questions = real.catalogue.questions();
    for question in questions.filter(|question| rating::is_rated(question)) {
        for company in ["A", "B", "C"] {
            expected.insert((company, question.id.as_str()));
        }
        let words = rating::words(question);
        for one in ratings.iter().filter(|one| one.question == question.id.as_str()) {
            assert_eq!(
                one.words, words,
                "{}: other words were rated; docs/rating.md says what to do",
                one.question
            );
        }
    }
    let missing: Vec<_> = expected.symmetric_difference(&rated).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn raters_chose_the_same_step_for_85_in_100_in_all_and_in_each_section() {
    let real = real();
    let ratings = ratings();
    for (codes, found) in rating::by_section(&real, &ratings) {
        assert!(found.in_a_thousand() >= 850, "{codes:?}: {found:?}");
    }
    let all = rating::in_all(&ratings);
    assert!(all.in_a_thousand() >= 850, "{all:?}");
    assert!(100 * all.far <= 2 * all.all, "{all:?}");
}

#[test]
fn the_page_on_ratings_says_what_was_measured() {
    let page = fs::read_to_string(root().join("docs/rating.md")).unwrap();
    let table = rating::table(&real(), &ratings());
    assert!(page.contains(&table), "{table}");
    for company in ["a", "b", "c"] {
        let facts = root().join(format!("docs/rating/facts-{company}.md"));
        let facts = fs::read_to_string(facts).unwrap();
        for one in ratings() {
            assert!(facts.contains(&format!("### {}\n", one.question)), "{}", one.question);
        }
    }
}

#[test]
fn sections_with_few_ratings_are_counted_together_and_two_steps_apart_is_far() {
    let real = real();
    let one = |question: &str, chosen: [&str; 2]| Rating {
        company: "A".into(),
        question: question.into(),
        words: String::new(),
        chosen: chosen.map(str::to_owned),
    };
    let mut ratings: Vec<_> = (0..15).map(|_| one("embed-leaders-act", ["2", "2"])).collect();
    ratings.push(one("prevent-effect", ["2", "3"]));
    ratings.push(one("embed-tactic-learning", ["1", "3"]));
    ratings.push(one("embed-tactic-learning", ["NA", "NA"]));
    ratings.push(one("embed-tactic-learning", ["NA", "2"]));
    let found = rating::by_section(&real, &ratings);
    assert_eq!(found[0], (vec!["A1".into()], Agreement { all: 15, same: 15, far: 0 }));
    let together = Agreement { all: 4, same: 1, far: 2 };
    assert_eq!(found[1], (vec!["A2".into(), "B6".into()], together));
    assert_eq!(found.len(), 2);
    assert_eq!(rating::in_all(&ratings), Agreement { all: 19, same: 16, far: 2 });
}
