//! Plural rules as data, so that a language needs no Rust. A rule is written as the Unicode CLDR
//! writes it for whole numbers (`n % 10 = 2..4 and n % 100 != 12..14`); other operands do not occur,
//! because only whole numbers are counted here.

use serde::{Deserialize, Serialize};

/// A plural category of CLDR.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[allow(missing_docs)]
pub enum Category {
    Zero,
    One,
    Two,
    Few,
    Many,
    Other,
}

/// The rules of a language, tried in order; `Other` where none holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plurals(pub Vec<(Category, Vec<Vec<Relation>>)>);

/// One relation, e.g. `n % 10 = 2..4`. The inner lists of a rule are joined by "and", the outer by
/// "or".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relation {
    /// Modulus; 0 for none.
    pub modulus: u32,
    /// Whether the number must lie in the ranges or outside them.
    pub inside: bool,
    /// Ranges, both ends included.
    pub ranges: Vec<(u32, u32)>,
}

impl Category {
    /// The category with this CLDR name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "zero" => Self::Zero,
            "one" => Self::One,
            "two" => Self::Two,
            "few" => Self::Few,
            "many" => Self::Many,
            "other" => Self::Other,
            _ => return None,
        })
    }
}

impl Plurals {
    /// The category of a whole number.
    #[must_use]
    pub fn category(&self, number: u32) -> Category {
        let holds = |relation: &Relation| {
            let number = number.checked_rem(relation.modulus).unwrap_or(number);
            let inside = relation.ranges.iter().any(|(low, high)| (*low..=*high).contains(&number));
            inside == relation.inside
        };
        self.0
            .iter()
            .find(|(_, any)| any.iter().any(|all| all.iter().all(holds)))
            .map_or(Category::Other, |(category, _)| *category)
    }

    /// Reads one rule.
    ///
    /// # Errors
    /// Says which part of the rule is not understood.
    pub fn parse_rule(rule: &str) -> Result<Vec<Vec<Relation>>, String> {
        rule.split(" or ").map(|all| all.split(" and ").map(relation).collect()).collect()
    }
}

fn relation(text: &str) -> Result<Relation, String> {
    let fault = || format!("expected a relation like “n % 10 = 2..4”, found “{text}”");
    let (left, right, inside) = match text.split_once("!=") {
        Some((left, right)) => (left, right, false),
        None => {
            let (left, right) = text.split_once('=').ok_or_else(fault)?;
            (left, right, true)
        }
    };
    let modulus = match left.trim().split_once('%') {
        Some((operand, modulus)) if operand.trim() == "n" => {
            modulus.trim().parse().map_err(|_| fault())?
        }
        None if left.trim() == "n" => 0,
        _ => return Err(fault()),
    };
    let number = |text: &str| text.trim().parse::<u32>().map_err(|_| fault());
    let ranges = right
        .split(',')
        .map(|range| match range.split_once("..") {
            Some((low, high)) => Ok((number(low)?, number(high)?)),
            None => number(range).map(|only| (only, only)),
        })
        .collect::<Result<_, _>>()?;
    Ok(Relation { modulus, inside, ranges })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rules of CLDR 48 for whole numbers, as a translator would write them.
    fn plurals(rules: &[(Category, &str)]) -> Plurals {
        Plurals(
            rules
                .iter()
                .map(|(category, rule)| (*category, Plurals::parse_rule(rule).unwrap()))
                .collect(),
        )
    }

    #[track_caller]
    fn check(plurals: &Plurals, expected: &[(u32, Category)]) {
        for (number, category) in expected {
            assert_eq!(plurals.category(*number), *category, "{number}");
        }
    }

    #[test]
    fn english_russian_and_arabic_numbers_take_their_forms() {
        use Category::{Few, Many, One, Other, Two, Zero};
        check(&plurals(&[(One, "n = 1")]), &[(0, Other), (1, One), (2, Other), (21, Other)]);
        check(
            &plurals(&[
                (One, "n % 10 = 1 and n % 100 != 11"),
                (Few, "n % 10 = 2..4 and n % 100 != 12..14"),
                (Many, "n % 10 = 0 or n % 10 = 5..9 or n % 100 = 11..14"),
            ]),
            &[
                (1, One),
                (11, Many),
                (21, One),
                (3, Few),
                (13, Many),
                (22, Few),
                (5, Many),
                (0, Many),
            ],
        );
        check(
            &plurals(&[
                (Zero, "n = 0"),
                (One, "n = 1"),
                (Two, "n = 2"),
                (Few, "n % 100 = 3..10"),
                (Many, "n % 100 = 11..99"),
            ]),
            &[(0, Zero), (1, One), (2, Two), (103, Few), (111, Many), (100, Other), (102, Other)],
        );
    }

    #[test]
    fn a_rule_that_is_not_understood_is_refused() {
        assert!(Plurals::parse_rule("v = 0").is_err());
        assert!(Plurals::parse_rule("n % x = 1").is_err());
    }
}
