//! Answers that do not fit each other yet, each with the answers it rests on.

use super::reporter::Reporter;
use super::{Block, Part, PartKind, Side, TensionItem};
use crate::findings::{FoundTension, Ground, On, Reading, RiskGround};
use crate::risk::Kept;
use crate::texts::report as keys;

impl Reporter<'_> {
    /// The tensions. Those set aside stand in the complete copy, with the reason; a copy for sharing
    /// leaves them out, because a reason may rest on what is confidential.
    pub(super) fn tensions(self) -> Option<Part> {
        let shown: Vec<&FoundTension> = self
            .found
            .findings
            .tensions
            .iter()
            .filter(|found| !self.is_for_sharing() || found.because.is_none())
            .collect();
        let standing = shown.iter().filter(|found| found.because.is_none()).count();
        let items = shown.into_iter().map(|found| self.tension(found)).collect();
        self.part(
            PartKind::Tensions,
            keys::PARTS_TENSIONS_HEADING,
            Some(keys::PARTS_TENSIONS_INTRO),
            vec![Block::Tensions(items)],
            None,
        )
        .map(|part| part.counted(self, standing))
    }

    fn tension(self, found: &FoundTension) -> TensionItem {
        TensionItem {
            id: (!self.is_for_sharing()).then(|| found.tension.clone()),
            title: found.title.to_string(),
            sides: found.grounds.iter().map(|ground| self.side(ground)).collect(),
            why: found.why.to_string(),
            ask: found.ask.to_string(),
            because: found.because.clone(),
            confidential: self.tension_is_confidential(found),
        }
    }

    /// Whether a side is confidential, and so the tension is.
    pub(super) fn tension_is_confidential(self, found: &FoundTension) -> bool {
        found.grounds.iter().any(|ground| match ground {
            Ground::Answer(question) | Ground::Tactic(question, _) => {
                self.is_confidential(question)
            }
            Ground::Fact(..) => false,
            Ground::Risk(ground) => self.risk_is_confidential(ground),
        })
    }

    /// Whether a risk is confidential, or what a tension rests on of it.
    fn risk_is_confidential(self, ground: &RiskGround) -> bool {
        let kept = self.assessment.risks.get(ground.risk).map(Kept::open);
        kept.is_some_and(|risk| {
            let is_confidential = |on: &On| match on {
                On::Field(field) => risk.confidential.has(*field),
                On::Plan => false,
            };
            risk.is_confidential() || ground.on.iter().any(is_confidential)
        })
    }

    pub(super) fn side(self, ground: &Ground) -> Side {
        match ground {
            Ground::Answer(question) => {
                let stated = Reading::of(question, self.answer(&question.id));
                let is_matrix = self.has_tactics(question);
                Side {
                    mark: self.mark(question),
                    asked: question.prompt.to_string(),
                    said: if is_matrix && stated != Reading::DoesNotApply {
                        self.text(keys::WORDS_ANSWER_EFFECT_UNKNOWN)
                    } else {
                        self.said(question)
                    },
                }
            }
            Ground::Tactic(question, tactic) => Side {
                mark: self.mark(question),
                asked: tactic.name.to_string(),
                said: self.state(
                    self.answer(&question.id)
                        .and_then(|answer| answer.tactic(&tactic.id))
                        .map(|stated| stated.state),
                ),
            },
            Ground::Fact(fact, value) => {
                let fact = self.fact(fact, value);
                Side { mark: None, asked: fact.label, said: fact.value }
            }
            Ground::Risk(RiskGround { number, name, .. }) => {
                Side { mark: None, asked: format!("R{number}"), said: name.to_string() }
            }
        }
    }
}
