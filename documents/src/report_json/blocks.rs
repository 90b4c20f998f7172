//! The pieces of a part, each with a name of its own.

#[cfg(test)]
use schemars::JsonSchema;

use domain::report::{
    self, HeadingLevel, Item, Mark, ProfileRow, SeverityRow, Shade, Side, TacticColumn, TensionItem,
};
use serde::Serialize;

use super::labelled::Labelled;

/// A piece of a part.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub(super) enum Block<'a> {
    /// A heading below that of the part.
    Heading {
        /// 3 or 4; the heading of the part has 2.
        level: u8,
        text: &'a str,
    },
    /// A paragraph.
    Paragraph { text: &'a str },
    /// Short texts.
    List { texts: &'a [String] },
    /// Lists, each with what it holds in one line.
    Folds { folds: Vec<Fold<'a>> },
    /// Labels and values.
    Facts { facts: Vec<Labelled<'a>> },
    /// What a person wrote; line breaks kept.
    Quote {
        #[serde(skip_serializing_if = "Option::is_none")]
        square: Option<Square<'a>>,
        /// What the words are about.
        label: &'a str,
        words: &'a str,
    },
    /// Findings.
    Items { items: Vec<Finding<'a>> },
    /// Where each answer stands, section by section.
    Profile { sections: Vec<Section<'a>> },
    /// How grave a risk is, dimension by dimension.
    Severity { dimensions: Vec<Dimension<'a>> },
    /// Tactics by phase.
    Tactics { phases: Vec<Phase<'a>> },
    /// Answers that do not fit each other yet.
    Tensions { tensions: Vec<Tension<'a>> },
}

/// A list in one line.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct Fold<'a> {
    /// What it holds, with a count.
    summary: &'a str,
    /// All of it.
    texts: &'a [String],
}

/// A square, which stands for a question.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct Square<'a> {
    /// Stable name of the question. Never in a copy for sharing.
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    /// Code of the question. Never in a copy for sharing.
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'a str>,
    /// `step`, `answered`, `not-known`, `does-not-apply` or `open`.
    shade: &'static str,
    /// The step, 1 to 5, where it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    step: Option<u8>,
    /// There and `true` where the answer is confidential. Never in a copy for sharing.
    #[serde(skip_serializing_if = "is_false")]
    #[cfg_attr(test, schemars(default))]
    confidential: bool,
    /// The square in words.
    words: &'a str,
}

/// A finding.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct Finding<'a> {
    /// Place in an order that means something.
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    square: Option<Square<'a>>,
    /// What it says.
    title: &'a str,
    /// What presses, such as a date that has passed.
    #[serde(skip_serializing_if = "str::is_empty")]
    #[cfg_attr(test, schemars(default))]
    pressing: &'a str,
    /// What else it says.
    #[serde(skip_serializing_if = "is_empty")]
    #[cfg_attr(test, schemars(default))]
    lines: &'a [String],
    /// Note, evidence, how sure and the like.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, schemars(default))]
    details: Vec<Labelled<'a>>,
}

/// A section of the profile.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct Section<'a> {
    /// Code of the section. Never in a copy for sharing.
    #[serde(skip_serializing_if = "str::is_empty")]
    #[cfg_attr(test, schemars(default))]
    code: &'a str,
    /// Name of the section.
    name: &'a str,
    /// The squares on steps 1 to 5, the first list for step 1.
    steps: Vec<Vec<Square<'a>>>,
    /// Squares not known yet.
    not_known: Vec<Square<'a>>,
    /// Squares that don't apply.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, schemars(default))]
    does_not_apply: Vec<Square<'a>>,
}

/// One dimension of how grave a risk is, or how near it is.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct Dimension<'a> {
    /// Its name.
    name: &'a str,
    /// Where it stands before measures, 1 to 5. What is not known stands at 4. Not there for how near it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    mark: Option<u8>,
    /// There and `true` where the mark is not known.
    #[serde(skip_serializing_if = "is_false")]
    #[cfg_attr(test, schemars(default))]
    not_known: bool,
    /// What that means.
    says: &'a str,
    /// Why.
    #[serde(skip_serializing_if = "str::is_empty")]
    #[cfg_attr(test, schemars(default))]
    because: &'a str,
    /// Where it stands with the measures in use, where that is lower.
    #[serde(skip_serializing_if = "Option::is_none")]
    after: Option<u8>,
    /// What that means, or that it is no lower.
    #[serde(skip_serializing_if = "str::is_empty")]
    #[cfg_attr(test, schemars(default))]
    after_says: &'a str,
    /// By which measure.
    #[serde(skip_serializing_if = "str::is_empty")]
    #[cfg_attr(test, schemars(default))]
    by: &'a str,
    /// How that is known, or that it is assumed.
    #[serde(skip_serializing_if = "str::is_empty")]
    #[cfg_attr(test, schemars(default))]
    known: &'a str,
}

/// A phase of tactics.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct Phase<'a> {
    /// Its name.
    name: &'a str,
    /// E.g. "4 of 11 in use". Never in a copy for sharing.
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<&'a str>,
    /// That a harm gets its start there.
    #[serde(skip_serializing_if = "Option::is_none")]
    starts: Option<&'a str>,
    /// What would fit where nothing is in use.
    #[serde(skip_serializing_if = "Option::is_none")]
    fits: Option<&'a str>,
    /// Tactics that have a state.
    tactics: Vec<StatedTactic<'a>>,
}

/// A tactic in words.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct StatedTactic<'a> {
    /// Its name.
    name: &'a str,
    /// Its state.
    state: &'a str,
    /// Effect and how it is known, or who could know, or why it does not fit.
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<&'a str>,
}

/// Answers that do not fit each other yet.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct Tension<'a> {
    /// Stable name of the rule. Never in a copy for sharing.
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    /// What it is about.
    title: &'a str,
    /// The answers it rests on.
    sides: Vec<TensionSide<'a>>,
    /// Why it matters for people.
    why: &'a str,
    /// The question to ask next.
    ask: &'a str,
    /// Why it was set aside. Never in a copy for sharing.
    #[serde(skip_serializing_if = "Option::is_none")]
    because: Option<&'a str>,
    /// There and `true` where a side is confidential. Never in a copy for sharing.
    #[serde(skip_serializing_if = "is_false")]
    #[cfg_attr(test, schemars(default))]
    confidential: bool,
}

/// One side of a tension.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct TensionSide<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    square: Option<Square<'a>>,
    /// The question in words.
    asked: &'a str,
    /// The answer in words.
    said: &'a str,
}

impl<'a> Block<'a> {
    /// The shape of a piece.
    pub(super) fn of(block: &'a report::Block) -> Self {
        match block {
            report::Block::Heading(level, text) => Self::Heading {
                level: match level {
                    HeadingLevel::Three => 3,
                    HeadingLevel::Four => 4,
                },
                text,
            },
            report::Block::Paragraph(text) => Self::Paragraph { text },
            report::Block::List(texts) => Self::List { texts },
            report::Block::Folds(folds) => {
                let fold =
                    |fold: &'a report::Fold| Fold { summary: &fold.summary, texts: &fold.list };
                Self::Folds { folds: folds.iter().map(fold).collect() }
            }
            report::Block::Facts(facts) => Self::Facts { facts: Labelled::all(facts) },
            report::Block::Quote(quote) => Self::Quote {
                square: quote.mark.as_ref().map(Square::of),
                label: &quote.label,
                words: &quote.words,
            },
            report::Block::Items(items) => {
                Self::Items { items: items.iter().map(Finding::of).collect() }
            }
            report::Block::Profile(profile) | report::Block::Glance(profile) => {
                Self::Profile { sections: profile.rows.iter().map(Section::of).collect() }
            }
            report::Block::Severity(severity) | report::Block::SeverityGlance(severity) => {
                Self::Severity { dimensions: severity.rows.iter().map(Dimension::of).collect() }
            }
            report::Block::Tactics(columns) => {
                Self::Tactics { phases: columns.iter().map(Phase::of).collect() }
            }
            report::Block::Tensions(tensions) => {
                Self::Tensions { tensions: tensions.iter().map(Tension::of).collect() }
            }
        }
    }
}

impl<'a> Square<'a> {
    fn of(mark: &'a Mark) -> Self {
        let (shade, step) = match mark.shade {
            Shade::Step(step) => ("step", Some(step.number())),
            Shade::Answered => ("answered", None),
            Shade::NotKnown => ("not-known", None),
            Shade::DoesNotApply => ("does-not-apply", None),
            Shade::Partly => ("partly", None),
            Shade::Open => ("open", None),
        };
        Self {
            id: mark.question.as_ref().map(|question| question.id.as_str()),
            code: mark.question.as_ref().map(|question| question.code.as_str()),
            shade,
            step,
            confidential: mark.confidential,
            words: &mark.words,
        }
    }

    fn all(marks: &'a [Mark]) -> Vec<Self> {
        marks.iter().map(Self::of).collect()
    }
}

impl<'a> Finding<'a> {
    fn of(item: &'a Item) -> Self {
        Self {
            number: item.number,
            square: item.mark.as_ref().map(Square::of),
            title: &item.title,
            pressing: &item.pressing,
            lines: &item.lines,
            details: Labelled::all(&item.details),
        }
    }
}

impl<'a> Section<'a> {
    fn of(row: &'a ProfileRow) -> Self {
        Self {
            code: &row.code,
            name: &row.name,
            steps: row.steps.iter().map(|marks| Square::all(marks)).collect(),
            not_known: Square::all(&row.not_known),
            does_not_apply: Square::all(&row.does_not_apply),
        }
    }
}

impl<'a> Dimension<'a> {
    fn of(row: &'a SeverityRow) -> Self {
        Self {
            name: &row.name,
            mark: row.before.map(|place| place.mark),
            not_known: row.before.is_some_and(|place| !place.is_known),
            says: &row.says,
            because: &row.because,
            after: row.after,
            after_says: &row.after_says,
            by: &row.by,
            known: &row.known,
        }
    }
}

impl<'a> Phase<'a> {
    fn of(column: &'a TacticColumn) -> Self {
        let tactics = column.tactics.iter().map(|tactic| StatedTactic {
            name: &tactic.name,
            state: &tactic.state,
            detail: tactic.detail.as_deref(),
        });
        Self {
            name: &column.name,
            summary: column.summary.as_deref(),
            starts: column.starts.as_deref(),
            fits: column.fits.as_deref(),
            tactics: tactics.collect(),
        }
    }
}

impl<'a> Tension<'a> {
    fn of(found: &'a TensionItem) -> Self {
        Self {
            id: found.id.as_ref().map(|id| id.as_str()),
            title: &found.title,
            sides: found.sides.iter().map(TensionSide::of).collect(),
            why: &found.why,
            ask: &found.ask,
            because: found.because.as_deref(),
            confidential: found.confidential,
        }
    }
}

impl<'a> TensionSide<'a> {
    fn of(side: &'a Side) -> Self {
        Self { square: side.mark.as_ref().map(Square::of), asked: &side.asked, said: &side.said }
    }
}

/// As serde asks for it.
fn is_empty(texts: &&[String]) -> bool {
    texts.is_empty()
}

/// As serde asks for it.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde gives the field by reference")]
pub(super) fn is_false(value: &bool) -> bool {
    !value
}
