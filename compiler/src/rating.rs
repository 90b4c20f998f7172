//! Whether two people with the same facts choose the same step: what raters are given, and how far they
//! agreed. `docs/rating.md` says how a round goes, `docs/rating/` holds facts and ratings.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use domain::bank::Bank;
use domain::catalogue::Section;
use domain::questions::{Ladder, Question};
use domain::report;
use sha2::{Digest, Sha256};

/// Fewer ratings than this say too little of one section: such sections are counted together.
pub const ENOUGH: u32 = 15;

/// What two raters said of one question and one company.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rating {
    /// Whose facts.
    pub company: String,
    /// Id of the question.
    pub question: String,
    /// Which words of it they read: [`words`].
    pub words: String,
    /// What each chose: the number of a step or a value, or `NA` where it does not apply.
    pub chosen: [String; 2],
}

/// How far two raters agreed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Agreement {
    /// Ratings in all.
    pub all: u32,
    /// Those in which both chose the same.
    pub same: u32,
    /// Those in which they are two steps or more apart, or only one says that it does not apply.
    pub far: u32,
}

/// Reads ratings: a line each, behind a line of heads, parted by tabs. Behind the fifth column stands what
/// the raters doubted and why, for people alone.
///
/// # Errors
/// The number of the first line that has fewer than five columns.
pub fn read(file: &str) -> Result<Vec<Rating>, usize> {
    let lines = (1_usize..).zip(file.lines()).skip(1);
    lines
        .map(|(number, line)| {
            let mut columns = line.split('\t').map(str::to_owned);
            let mut next = || columns.next().ok_or(number);
            Ok(Rating {
                company: next()?,
                question: next()?,
                words: next()?,
                chosen: [next()?, next()?],
            })
        })
        .collect()
}

/// Whether this is a question that raters are given: one with steps or values that a person chooses.
#[must_use]
pub fn is_rated(question: &Question) -> bool {
    let has_some = question.ladder().is_some() || question.decision().is_some();
    has_some && !question.is_answered_by_register()
}

/// A name for the words of a question: the first eight digits of a sum over all that a rater reads.
#[must_use]
pub fn words(question: &Question) -> String {
    let sum = Sha256::digest(asked(question));
    sum.iter().take(4).fold(String::new(), |name, byte| name + &format!("{byte:02x}"))
}

/// A question as a rater reads it.
fn asked(question: &Question) -> String {
    let mut asked = format!("{}\n", question.prompt);
    let beneath = question.beneath.iter().map(|beneath| format!("({beneath})\n"));
    asked.extend(beneath);
    for (number, text) in (1_u8..).zip(offered(question)) {
        let _ = writeln!(asked, "{number}. {text}");
    }
    asked
}

/// What can be answered, as a rater reads it: a step with what it adds to, or a value.
#[must_use]
pub fn offered(question: &Question) -> Vec<String> {
    let steps = question.ladder().into_iter().flat_map(Ladder::iter);
    let steps = steps.map(|(step, written)| match step.number().checked_sub(1) {
        Some(before) if written.adds => format!("As {before}, and {}", written.text),
        _ => written.text.to_string(),
    });
    let values = question.decision().into_iter().flat_map(|decision| &decision.values);
    steps.chain(values.map(|value| value.text.to_string())).collect()
}

/// What raters are given: how a step is chosen, what words mean, and every question that is rated.
#[must_use]
pub fn questionnaire(bank: &Bank) -> String {
    let rules = report::rules(&bank.texts).join("\n\n");
    let mut text = format!("# Questionnaire\n\n## How to choose\n\n{rules}\n\n## Words\n");
    for term in &bank.guidance.terms {
        let _ = write!(text, "\n- **{}**: {}", term.name, term.says);
    }
    for section in sections(bank) {
        let _ = write!(text, "\n\n## {} {}\n", section.code, section.name);
        for question in section.questions.iter().filter(|question| is_rated(question)) {
            let _ = write!(text, "\n### {}\n\n{}", question.id, asked(question));
        }
    }
    text
}

fn sections(bank: &Bank) -> impl Iterator<Item = &Section> {
    bank.catalogue.modules.iter().flat_map(|module| &module.sections)
}

/// How far the raters agreed, section by section in the order of the bank; last, under no code, the
/// sections of which there are fewer than [`ENOUGH`] ratings together.
#[must_use]
pub fn by_section(bank: &Bank, ratings: &[Rating]) -> Vec<(Vec<String>, Agreement)> {
    let mut found: BTreeMap<&str, Agreement> = BTreeMap::new();
    for rating in ratings {
        found.entry(&rating.question).or_default().add(rating);
    }
    let mut large = Vec::new();
    let mut small = (Vec::new(), Agreement::default());
    for section in sections(bank) {
        let questions = section.questions.iter();
        let of = questions.filter_map(|question| found.get(question.id.as_str()));
        let agreement = of.fold(Agreement::default(), |sum, one| sum.and(*one));
        match agreement.all {
            0 => {}
            all if all < ENOUGH => {
                small.0.push(section.code.to_string());
                small.1 = small.1.and(agreement);
            }
            _ => large.push((vec![section.code.to_string()], agreement)),
        }
    }
    if small.1.all > 0 {
        large.push(small);
    }
    large
}

/// How far they agreed in all.
#[must_use]
pub fn in_all(ratings: &[Rating]) -> Agreement {
    let mut agreement = Agreement::default();
    ratings.iter().for_each(|rating| agreement.add(rating));
    agreement
}

/// The table of the page: section, ratings, same, share of them, two steps apart.
#[must_use]
pub fn table(bank: &Bank, ratings: &[Rating]) -> String {
    let mut table = String::from(
        "| section | ratings | same step | share | two steps apart or more |\n|---|---|---|---|---|\n",
    );
    let rows =
        by_section(bank, ratings).into_iter().map(|(codes, found)| (codes.join(", "), found));
    for (name, found) in rows.chain([("all".to_owned(), in_all(ratings))]) {
        let Agreement { all, same, far } = found;
        let share = found.in_a_thousand();
        let _ = writeln!(
            table,
            "| {name} | {all} | {same} | {}.{} % | {far} |",
            share / 10,
            share % 10
        );
    }
    table
}

impl Agreement {
    /// Adds a rating.
    fn add(&mut self, rating: &Rating) {
        let [one, other] = &rating.chosen;
        self.all += 1;
        self.same += u32::from(one == other);
        let steps = [one, other].map(|chosen| chosen.parse::<u8>().ok());
        let is_far = match steps {
            [Some(one), Some(other)] => one.abs_diff(other) >= 2,
            [None, None] => false,
            _ => true,
        };
        self.far += u32::from(is_far);
    }

    fn and(self, other: Self) -> Self {
        Self { all: self.all + other.all, same: self.same + other.same, far: self.far + other.far }
    }

    /// How many in a thousand chose the same, rounded down.
    #[must_use]
    pub fn in_a_thousand(self) -> u32 {
        (1_000 * self.same).checked_div(self.all).unwrap_or_default()
    }
}
