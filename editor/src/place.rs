//! Where a person is. The part of the address behind `#` names it, so that the browser's back and
//! forward buttons and a reload work.

use std::rc::Rc;

use domain::example::Example;
use domain::id::{FactId, QuestionId};
use domain::plan::ActionId;
use domain::risk::RiskId;

/// A screen, and where on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The start screen.
    Start,
    /// What is assessed, by whom, kept or not.
    Choose,
    /// The facts about whom it reaches. With one of them, at that.
    Reach(Option<FactId>),
    /// All questions on one page.
    Questions,
    /// One question, and for a matrix one phase of it.
    Question(QuestionId, Option<Rc<str>>),
    /// What is open.
    Open,
    /// Sheets of questions for others, and what comes back on them.
    Sheets,
    /// What the answers say.
    Result,
    /// What is done next. With an action, that one is open.
    Plan(Option<ActionId>),
    /// The risks to people. With one of them, that one is open.
    Risks(Option<RiskId>),
    /// How grave a risk is.
    Severity(RiskId),
    /// All that is known of a risk, what stands against it and what does not.
    Risk(RiskId),
    /// Files.
    Download,
    /// The privacy panel.
    Sealed,
    /// What the words mean.
    Words,
    /// Where the questions come from, and what they cannot do.
    Source,
    /// The result of an invented company.
    Example(Example),
}

impl Place {
    /// The place as in the address, without `#`.
    #[must_use]
    pub fn hash(&self) -> String {
        match self {
            Self::Start => String::new(),
            Self::Choose => "choose".to_owned(),
            Self::Reach(None) => "reach".to_owned(),
            Self::Reach(Some(fact)) => format!("reach.{fact}"),
            Self::Questions => "questions".to_owned(),
            Self::Question(id, None) => id.as_str().to_owned(),
            Self::Question(id, Some(phase)) => format!("{id}.{phase}"),
            Self::Open => "open".to_owned(),
            Self::Sheets => "sheets".to_owned(),
            Self::Result => "result".to_owned(),
            Self::Plan(None) => "plan".to_owned(),
            Self::Plan(Some(action)) => format!("plan.{}", action.0),
            Self::Risks(None) => "risks".to_owned(),
            Self::Risks(Some(risk)) => format!("risks.{}", risk.0),
            Self::Severity(risk) => format!("severity.{}", risk.0),
            Self::Risk(risk) => format!("risk.{}", risk.0),
            Self::Download => "download".to_owned(),
            Self::Sealed => "sealed".to_owned(),
            Self::Words => "words".to_owned(),
            Self::Source => "source".to_owned(),
            Self::Example(example) => format!("example.{}", example.name()),
        }
    }

    /// The place that an address names. Whether such a question exists is for the caller to see.
    #[must_use]
    pub fn from_hash(hash: &str) -> Self {
        match hash.trim_start_matches('#') {
            "" => Self::Start,
            "choose" => Self::Choose,
            "reach" => Self::Reach(None),
            "questions" => Self::Questions,
            "open" => Self::Open,
            "sheets" => Self::Sheets,
            "result" => Self::Result,
            "plan" => Self::Plan(None),
            "risks" => Self::Risks(None),
            "download" => Self::Download,
            "sealed" => Self::Sealed,
            "words" => Self::Words,
            "source" => Self::Source,
            "example" => Self::Example(Example::default()),
            other => match other.split_once('.') {
                Some(("example", name)) => Self::Example(Example::named(name)),
                Some(("reach", fact)) => Self::Reach(Some(fact.into())),
                Some((of @ ("risks" | "severity" | "risk"), risk)) => match (of, risk.parse()) {
                    (_, Err(_)) => Self::Risks(None),
                    ("severity", Ok(risk)) => Self::Severity(RiskId(risk)),
                    ("risk", Ok(risk)) => Self::Risk(RiskId(risk)),
                    (_, Ok(risk)) => Self::Risks(Some(RiskId(risk))),
                },
                Some(("plan", action)) => Self::Plan(action.parse().ok().map(ActionId)),
                Some((id, phase)) => Self::Question(id.into(), Some(phase.into())),
                None => Self::Question(other.into(), None),
            },
        }
    }

    /// Whether the screen needs an open assessment.
    #[must_use]
    pub fn needs_assessment(&self) -> bool {
        !matches!(
            self,
            Self::Start
                | Self::Questions
                | Self::Sealed
                | Self::Words
                | Self::Source
                | Self::Example(_)
        )
    }

    /// Whether two places are the same screen. Questions of one section are; moving between them
    /// keeps the page where it is.
    #[must_use]
    pub fn same_screen(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_survives_the_address() {
        let places = [
            Place::Start,
            Place::Choose,
            Place::Reach(None),
            Place::Reach(Some("scope-children".into())),
            Place::Questions,
            Place::Question("embed-owner-sales".into(), None),
            Place::Question("prevent-tactics".into(), Some("design".into())),
            Place::Open,
            Place::Sheets,
            Place::Result,
            Place::Plan(None),
            Place::Plan(Some(ActionId(12))),
            Place::Risks(None),
            Place::Risks(Some(RiskId(2))),
            Place::Severity(RiskId(2)),
            Place::Risk(RiskId(3)),
            Place::Download,
            Place::Sealed,
            Place::Words,
            Place::Source,
            Place::Example(Example::HaldenCloud),
        ];
        for place in places {
            assert_eq!(Place::from_hash(&format!("#{}", place.hash())), place);
        }
    }

    #[test]
    fn what_can_be_read_needs_no_assessment() {
        for hash in ["", "questions", "sealed", "words", "source", "example"] {
            assert!(!Place::from_hash(hash).needs_assessment(), "{hash}");
        }
        for hash in [
            "choose",
            "reach",
            "reach.scope-children",
            "open",
            "result",
            "download",
            "embed-owner-sales",
        ] {
            assert!(Place::from_hash(hash).needs_assessment(), "{hash}");
        }
    }

    #[test]
    fn an_example_that_is_not_there_is_one_that_is() {
        for hash in ["example", "example.", "example.other"] {
            assert_eq!(Place::from_hash(hash), Place::Example(Example::default()), "{hash}");
        }
    }

    #[test]
    fn an_action_is_a_place_on_the_screen_of_the_plan() {
        assert!(Place::Plan(None).same_screen(&Place::from_hash("#plan.3")));
        assert_eq!(Place::from_hash("#plan.three"), Place::Plan(None));
    }

    #[test]
    fn words_and_source_are_screens_of_their_own() {
        assert!(!Place::Words.same_screen(&Place::Source));
        assert!(!Place::Words.same_screen(&Place::Question("words-at-work".into(), None)));
    }
}
