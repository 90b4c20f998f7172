//! The report as a document model: what the result screen, the print view and every writer share.
//! All of them say the same, in the same order. A report cannot tell more than it holds, so a
//! writer cannot leak what [`crate::sharing::Shareable`] has left out.

use crate::date::Date;
use crate::id::{FactId, QuestionId, TensionId};
use crate::plan::ActionId;
use crate::questions::Step;
use crate::risk::RiskId;
use crate::sheet::QuestionSheet;
use crate::texts::Direction;

pub mod format;
pub mod rows;

mod answers;
mod blank;
mod board;
mod complete;
mod cover;
mod decisions;
mod lists;
mod marks;
mod named;
mod plan;
mod profile;
mod question_sheet;
mod reporter;
mod risks;
mod severity;
mod sharing;
mod sheets;
mod sources;
mod sureness;
mod tactics;
mod tensions;
mod touches;
mod words;

pub use blank::{blank, rules};
pub use complete::{complete, example};
pub use cover::{complete_stem, locked_stem};
pub use question_sheet::question_sheet;
pub use sharing::for_sharing;

/// A whole report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The name of the assessment on this device, which never changes. None in a copy for sharing,
    /// where it would tell that two copies belong together.
    pub id: Option<String>,
    /// What kind of copy it is.
    pub edition: Edition,
    /// Language tag.
    pub language: String,
    /// Reading direction.
    pub direction: Direction,
    /// Title of the document.
    pub title: String,
    /// Stands above the title: what kind of document it is.
    pub kicker: String,
    /// Says what kind of copy this is; framed on the first page.
    pub copy_notice: String,
    /// Subject, date and kind of copy in one line, for the foot of each printed page.
    pub running: String,
    /// The lead under the title.
    pub lead: String,
    /// Subject, who answered, date, question bank.
    pub facts: Vec<Labelled>,
    /// Parts in order.
    pub parts: Vec<Part>,
    /// The plan, one row an action: for files that hold dates.
    pub plan: Vec<PlanRow>,
    /// Question sheets that went out, one row a sheet. Empty in a copy for sharing.
    pub sheets: Vec<SheetRow>,
    /// The risks that have a part of their own, in its order. Empty in a copy for sharing.
    pub risks: Vec<ToldRisk>,
    /// What the answers suggest for the plan, where the report is worked with.
    pub suggestions: Vec<Suggestion>,
    /// The same questions as a sheet that is filled in, where nothing is answered.
    pub sheet: Option<QuestionSheet>,
    /// The day of the report.
    pub date: Date,
    /// What was said, one fact a row.
    pub rows: rows::Rows,
    /// Last line: where it was made.
    pub colophon: String,
    /// Words that every drawing of a report needs.
    pub labels: Labels,
    /// Start of the file name, cleaned, without extension.
    pub file_stem: String,
}

/// One action of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanRow {
    /// Tells it apart from the others of its plan for as long as it lasts. None in a copy for
    /// sharing, where a missing number would show.
    pub id: Option<u32>,
    /// What is done.
    pub what: String,
    /// How soon, in words.
    pub priority: String,
    /// Who does it.
    pub owner: String,
    /// Until when.
    pub due: Option<Date>,
    /// For how many days it is overdue on the day of the report; none where it is not, or is over.
    pub days_overdue: Option<u32>,
    /// The same in words, as `Overdue, 15 days`; empty where it is not.
    pub overdue: String,
    /// How far it is, in words.
    pub status: String,
    /// Whether nothing is to be done any more.
    pub is_over: bool,
    /// What is done first.
    pub first_step: String,
    /// How much of an effort it is, in words.
    pub effort: String,
    /// What it needs, and from whom.
    pub needs: String,
    /// By what one sees first that something has changed for people.
    pub first_sign: String,
    /// Why, as a sentence; empty for an action of one's own.
    pub reason: String,
    /// The risks it is for, or that what it closes touches, as a sentence; empty where there are none.
    pub risks: String,
    /// Whether a risk that it is for, or the answer that it was taken from, stays out of copies for sharing.
    /// Never in one.
    pub is_confidential: bool,
}

/// A question sheet that went out, or came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetRow {
    /// Whom it is for, or what is known of it.
    pub sheet: String,
    /// As what it was saved, in words; empty where that is not known.
    pub form: String,
    /// How many questions and tactics stand on it, where that is known.
    pub rows: Option<u32>,
    /// When it was saved, where that is known.
    pub saved: Option<Date>,
    /// Who has it, as typed.
    pub to: String,
    /// What came back, each time in a sentence.
    pub returns: Vec<String>,
}

/// A risk that has a part of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToldRisk {
    /// Which one.
    pub id: RiskId,
    /// What is planned for it, each with the same labels, so that it can stand in a table.
    pub actions: Vec<Item>,
}

/// What an answer suggests to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The question that was answered.
    pub question: QuestionId,
    /// Its square.
    pub mark: Option<Mark>,
    /// What to do.
    pub what: String,
    /// Why.
    pub because: String,
}

/// What kind of copy a report is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edition {
    /// Everything, confidential answers marked.
    Complete,
    /// Without confidential answers and all that rests on them; names only if chosen.
    Sharing,
    /// The questions without answers.
    Blank,
    /// Everything that an invented company answered: nobody's own, and for everybody to see.
    Example,
}

impl Edition {
    /// Whether all that was answered stands in it, what is confidential too.
    #[must_use]
    pub fn is_whole(self) -> bool {
        matches!(self, Self::Complete | Self::Example)
    }
}

/// A label and a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Labelled {
    /// The label.
    pub label: String,
    /// The value.
    pub value: String,
}

/// Words that every drawing of a report needs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labels {
    /// Heading of the table of contents.
    pub contents: String,
    /// Head of the column of sections.
    pub section: String,
    /// Low end of the axis.
    pub axis_low: String,
    /// High end of the axis.
    pub axis_high: String,
    /// The axis in a sentence, where its line is not drawn.
    pub axis: String,
    /// Head of the column of unknowns.
    pub not_known: String,
    /// Head of the column of what does not apply.
    pub does_not_apply: String,
    /// Words of the drawing of how grave a risk is.
    pub severity: SeverityLabels,
    /// Head of the column of tactics.
    pub tactic: String,
    /// Head of the column of their states.
    pub tactic_state: String,
    /// "Confidential".
    pub confidential: String,
    /// What a square with a cut corner means.
    pub confidential_square: String,
    /// "Step" followed by a number: with `{step}`.
    pub step: String,
    /// That it is time to look at it all again.
    pub review: String,
    /// "Page {page} of {pages}".
    pub page: String,
}

/// One part of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What the part is.
    pub kind: PartKind,
    /// Its heading.
    pub heading: String,
    /// A count at the end of the heading, where counting says something.
    pub count: Option<u32>,
    /// What one needs to know to read it.
    pub intro: Option<String>,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// What a part is; its name is the anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum PartKind {
    HowToRead,
    Board,
    Risk,
    Profile,
    Gaps,
    Improvements,
    Strengths,
    ToBeShown,
    NotKnown,
    DoesNotApply,
    Tensions,
    Tactics,
    Reflections,
    Plan,
    Partly,
    Open,
    NotAsked,
    Answers,
    Questions,
    Sheets,
    Sources,
}

impl PartKind {
    /// Its name in an anchor or a class.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::HowToRead => "how-to-read",
            Self::Board => "board",
            Self::Risk => "risk",
            Self::Profile => "profile",
            Self::Gaps => "gaps",
            Self::Improvements => "improvements",
            Self::Strengths => "strengths",
            Self::ToBeShown => "to-be-shown",
            Self::NotKnown => "not-known",
            Self::DoesNotApply => "does-not-apply",
            Self::Tensions => "tensions",
            Self::Tactics => "tactics",
            Self::Reflections => "reflections",
            Self::Plan => "plan",
            Self::Partly => "partly",
            Self::Open => "open",
            Self::NotAsked => "not-asked",
            Self::Answers => "answers",
            Self::Questions => "questions",
            Self::Sheets => "sheets",
            Self::Sources => "sources",
        }
    }

    /// Whether it stands beside others: what is not known beside what holds, as large as that.
    #[must_use]
    pub fn is_beside(self) -> bool {
        matches!(self, Self::NotKnown | Self::Strengths | Self::ToBeShown)
    }
}

/// A piece of a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading below that of the part; level 3 or 4 (the part's own is 2).
    Heading(HeadingLevel, String),
    /// A paragraph.
    Paragraph(String),
    /// A list of short texts.
    List(Vec<String>),
    /// Labels and values.
    Facts(Vec<Labelled>),
    /// What a person wrote; line breaks kept.
    Quote(Quote),
    /// Findings, one after the other.
    Items(Vec<Item>),
    /// Where each answer stands.
    Profile(Profile),
    /// The same at a glance: squares without numbers.
    Glance(Profile),
    /// How grave a risk is.
    Severity(Severity),
    /// The same in a line.
    SeverityGlance(Severity),
    /// Tactics by phase.
    Tactics(Vec<TacticColumn>),
    /// Answers that do not fit each other yet.
    Tensions(Vec<TensionItem>),
    /// One line for each of some lists. The lists are there for those who want to see them, where
    /// something can be opened; on paper the lines stand alone.
    Folds(Vec<Fold>),
}

/// A list in one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fold {
    /// What it holds, with a count.
    pub summary: String,
    /// All of it.
    pub list: Vec<String>,
}

/// What a person wrote, in their words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The square of the question it answers.
    pub mark: Option<Mark>,
    /// What the words are about.
    pub label: String,
    /// The words.
    pub words: String,
}

/// Level of a heading inside a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadingLevel {
    /// Directly below the part.
    Three,
    /// Below that.
    Four,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Place in an order that means something; none where it does not.
    pub number: Option<u32>,
    /// The square it rests on.
    pub mark: Option<Mark>,
    /// What it says.
    pub title: String,
    /// What presses, such as a date that has passed: said in bold before all else; empty where nothing
    /// does.
    pub pressing: String,
    /// What else it says, line by line.
    pub lines: Vec<String>,
    /// Labelled details (note, evidence, how sure …).
    pub details: Vec<Labelled>,
    /// The place of what it suggests for the plan among the suggestions of the report.
    pub suggestion: Option<u32>,
    /// Where it leads to in the page. Nothing in a copy for sharing.
    pub leads: Vec<Lead>,
}

/// A way from a finding to where something can be done about it, in the page alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lead {
    /// Where to.
    pub to: LeadsTo,
    /// What the link says.
    pub words: String,
}

/// Where a finding can lead to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeadsTo {
    /// An action of the plan.
    Action(ActionId),
    /// A scope fact that was left open.
    Fact(FactId),
    /// A risk to people.
    Risk(RiskId),
}

/// A square that stands for a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The question and its code; none in a copy for sharing, where a missing number would show.
    pub question: Option<MarkedQuestion>,
    /// What the square shows.
    pub shade: Shade,
    /// Draws the cut corner. Never in a copy for sharing: nothing confidential is left there.
    pub confidential: bool,
    /// The square in words, e.g. "A1.8, step 2, confidential".
    pub words: String,
}

impl Mark {
    /// Squares that are drawn without numbers, for those who do not see them: the numbers, or the
    /// words of each where it carries none.
    #[must_use]
    pub fn listed(marks: &[Self]) -> String {
        let one = |mark: &Self| match &mark.question {
            Some(question) => question.number.clone(),
            None => mark.words.clone(),
        };
        marks.iter().map(one).collect::<Vec<_>>().join(", ")
    }
}

/// The question behind a square.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkedQuestion {
    /// Its id, to lead back to the answer.
    pub id: QuestionId,
    /// Its code, e.g. `A1.8`.
    pub code: String,
    /// The last part of the code, e.g. `8`, for squares that stand in a row of their section.
    pub number: String,
}

/// What a square shows in a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shade {
    /// A step of a ladder.
    Step(Step),
    /// Answered, and not a ladder.
    Answered,
    /// "I don't know yet".
    NotKnown,
    /// "Doesn't apply".
    DoesNotApply,
    /// Some parts are answered, and not all.
    Partly,
    /// No answer.
    Open,
}

/// Where each answer stands: one row per section that has ladders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// Rows in the order of the bank.
    pub rows: Vec<ProfileRow>,
    /// Whether the column "doesn't apply" is drawn.
    pub shows_does_not_apply: bool,
}

/// One section of the profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProfileRow {
    /// Code of the section; empty for the section *First*.
    pub code: String,
    /// Name of the section.
    pub name: String,
    /// Squares on steps 1 to 5.
    pub steps: [Vec<Mark>; 5],
    /// Squares not known yet.
    pub not_known: Vec<Mark>,
    /// Squares that don't apply.
    pub does_not_apply: Vec<Mark>,
}

/// How grave a risk is: each dimension by itself, and nothing added up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Severity {
    /// The three dimensions, and behind them how near it is, where that is said.
    pub rows: Vec<SeverityRow>,
    /// Whether it is said what it is with the measures in use.
    pub has_after: bool,
}

/// One dimension of it, or how near it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeverityRow {
    /// Its name.
    pub name: String,
    /// What it asks, in a few words; empty for how near it is.
    pub asks: String,
    /// Where it stands before measures; none for how near it is, which is on no scale.
    pub before: Option<SeverityPlace>,
    /// What that means.
    pub says: String,
    /// The same with the digit, where it is on a scale and known.
    pub told: String,
    /// Name and digit for a line, or name and what is said.
    pub in_short: String,
    /// Why, as typed.
    pub because: String,
    /// Where it stands with the measures in use, where that is lower: 1 to 5.
    pub after: Option<u8>,
    /// What that means, or that it is no lower; empty where nothing is said of it.
    pub after_says: String,
    /// The same with the digit, where it is on a scale.
    pub after_told: String,
    /// By which measure.
    pub by: String,
    /// How that is known, or that it is assumed.
    pub known: String,
}

/// Where something stands on a scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeverityPlace {
    /// 1, slight, to 5, gravest.
    pub mark: u8,
    /// Whether it is known. What is not stands at 4.
    pub is_known: bool,
}

/// Words of the drawing of how grave a risk is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SeverityLabels {
    /// Head of the column of dimensions.
    pub dimension: String,
    /// Head of the column of marks before measures.
    pub before: String,
    /// Head of the column of reasons.
    pub because: String,
    /// Head of the column of marks with the measures in use.
    pub after: String,
    /// Head of the column of measures.
    pub by: String,
    /// Head of the column of how that is known.
    pub known: String,
    /// What a full mark means.
    pub full: String,
    /// What a hollow one means.
    pub hollow: String,
    /// What a hatched one means.
    pub hatched: String,
}

/// One phase of tactics.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TacticColumn {
    /// Name of the phase.
    pub name: String,
    /// E.g. "4 of 11 in use"; none in a copy for sharing.
    pub summary: Option<String>,
    /// That a harm gets its start there, where it does.
    pub starts: Option<String>,
    /// What would fit where nothing is in use against a harm.
    pub fits: Option<String>,
    /// Tactics with a state, in the order of the bank.
    pub tactics: Vec<TacticRow>,
}

/// One tactic with its state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TacticRow {
    /// State as a glyph.
    pub glyph: Glyph,
    /// State in words.
    pub state: String,
    /// Name of the tactic.
    pub name: String,
    /// Effect and how it is known, or who could know, or why it does not fit.
    pub detail: Option<String>,
}

/// Glyph of a tactic's state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glyph {
    /// Full.
    Used,
    /// Lower half.
    Planned,
    /// Hollow.
    Unused,
    /// Hatched.
    Unknown,
    /// Dashed.
    Unfit,
    /// A dot.
    Open,
}

/// Answers that do not fit each other yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TensionItem {
    /// The rule; lets a person set it aside on screen. None in a copy for sharing.
    pub id: Option<TensionId>,
    /// Neutral title.
    pub title: String,
    /// The answers it rests on, each in words.
    pub sides: Vec<Side>,
    /// Why it matters for people.
    pub why: String,
    /// The question to ask next.
    pub ask: String,
    /// Why it was set aside, if it was.
    pub because: Option<String>,
    /// Whether a side is confidential, and so this is.
    pub confidential: bool,
}

/// One side of a tension.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// The square, where the side is a question; none for a scope fact.
    pub mark: Option<Mark>,
    /// The question in words.
    pub asked: String,
    /// The answer in words.
    pub said: String,
}
