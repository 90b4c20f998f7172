//! What was concluded from the answers, row by row: gaps, what holds, what does not fit, what comes
//! next. What is not known stands with the answers, and so does who could know.

use super::{Coded, Fact, FactKind, NumberedRows, QuestionRows, RiskFact};
use crate::elsewhere::Higher;
use crate::findings::{FoundTension, Gap, Ground, Practice};
use crate::questions::Question;
use crate::report::reporter::{Reporter, number};
use crate::texts::{Key, report as keys};

/// What kind of thing is concluded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Concluded {
    /// What is missing.
    Gap,
    /// How far practice goes elsewhere or in part.
    Elsewhere,
    /// Who could be harmed.
    Harm,
    /// What waits for it.
    Waits,
    /// Why it stands higher.
    Raised,
    /// What to do next.
    Next,
    /// What holds, and there is something to show for it.
    Strength,
    /// What holds, and there is nothing to show for it yet.
    ToBeShown,
    /// What could show it.
    CouldShow,
    /// What has a next step in reach.
    Improvement,
    /// That step.
    NextStep,
    /// Answers that do not fit each other yet.
    Tension,
    /// One of them.
    Side,
    /// Why it matters for people.
    Why,
    /// The question to ask next.
    Ask,
    /// Why it was set aside.
    SetAside,
}

impl Concluded {
    /// Its name in files.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Gap => "gap",
            Self::Elsewhere => "elsewhere",
            Self::Harm => "harm",
            Self::Waits => "waits",
            Self::Raised => "raised",
            Self::Next => "next",
            Self::Strength => "strength",
            Self::ToBeShown => "to-be-shown",
            Self::CouldShow => "could-show",
            Self::Improvement => "improvement",
            Self::NextStep => "next-step",
            Self::Tension => "tension",
            Self::Side => "tension-side",
            Self::Why => "tension-why",
            Self::Ask => "tension-ask",
            Self::SetAside => "tension-set-aside",
        }
    }

    pub(super) fn key(self) -> Key {
        match self {
            Self::Gap => keys::ROWS_CONCLUDED_GAP,
            Self::Elsewhere => keys::ROWS_CONCLUDED_ELSEWHERE,
            Self::Harm => keys::ROWS_CONCLUDED_HARM,
            Self::Waits => keys::ROWS_CONCLUDED_WAITS,
            Self::Raised => keys::ROWS_CONCLUDED_RAISED,
            Self::Next => keys::ROWS_CONCLUDED_NEXT,
            Self::Strength => keys::PARTS_STRENGTHS_HEADING,
            Self::ToBeShown => keys::PARTS_TO_BE_SHOWN_HEADING,
            Self::CouldShow => keys::ROWS_CONCLUDED_COULD_SHOW,
            Self::Improvement => keys::ROWS_CONCLUDED_IMPROVEMENT,
            Self::NextStep => keys::ROWS_CONCLUDED_NEXT_STEP,
            Self::Tension => keys::PARTS_TENSIONS_HEADING,
            Self::Side => keys::ROWS_CONCLUDED_SIDE,
            Self::Why => keys::ROWS_CONCLUDED_WHY,
            Self::Ask => keys::ROWS_CONCLUDED_ASK,
            Self::SetAside => keys::ROWS_CONCLUDED_SET_ASIDE,
        }
    }
}

impl Reporter<'_> {
    /// Everything that was concluded, in the order of the report.
    pub(in super::super) fn concluded_rows(self) -> Vec<NumberedRows> {
        let findings = &self.found.findings;
        let gaps = findings.gaps.iter().map(|gap| (Some(&*gap.question), self.gap_facts(gap)));
        let mut rows = self.numbered(gaps);
        for (kind, found) in [
            (Concluded::Strength, &findings.strengths),
            (Concluded::ToBeShown, &findings.to_be_shown),
            (Concluded::Improvement, &findings.improvements),
        ] {
            rows.extend(self.numbered(
                found.iter().map(|practice| {
                    (Some(&*practice.question), self.practice_facts(kind, practice))
                }),
            ));
        }
        let shown = findings.tensions.iter();
        let shown = shown.filter(|found| !self.is_for_sharing() || found.because.is_none());
        for (index, found) in shown.enumerate() {
            rows.extend(self.tension_rows(index, found));
        }
        let left = findings.actions.iter().filter(|action| action.is_about_tactics());
        rows.extend(self.numbered(left.map(|action| {
            (Some(&**action.question()), self.fact_of(Concluded::Next, &self.suggested(action)))
        })));
        rows
    }

    fn numbered<'a>(
        self,
        found: impl Iterator<Item = (Option<&'a Question>, Vec<Fact>)>,
    ) -> Vec<NumberedRows> {
        let rows = found.enumerate().map(|(index, (question, facts))| NumberedRows {
            number: number(index).unwrap_or_default(),
            rows: self.about(question, facts),
        });
        rows.collect()
    }

    /// Facts about a question that is asked. Of another one, and of none, just the facts.
    pub(in super::super) fn about(
        self,
        question: Option<&Question>,
        facts: Vec<Fact>,
    ) -> QuestionRows {
        let asked = self.found.asked.sections.iter().find_map(|section| {
            let mut questions = section.questions.iter();
            let found = questions.find(|found| question.is_some_and(|it| it.id == found.id))?;
            Some(self.question_rows(&section.of, found))
        });
        match asked {
            Some(rows) => QuestionRows { facts, tactics: Vec::new(), ..rows },
            None => QuestionRows {
                section: Coded::default(),
                question: Coded::default(),
                confidential: !self.is_for_sharing()
                    && question.is_some_and(|question| self.is_confidential(question)),
                facts,
                tactics: Vec::new(),
            },
        }
    }

    fn fact_of(self, kind: Concluded, value: &str) -> Vec<Fact> {
        self.told(FactKind::Concluded(kind), value).into_iter().collect()
    }

    fn facts_of<'a>(self, told: impl IntoIterator<Item = (Concluded, &'a str)>) -> Vec<Fact> {
        let told = told.into_iter();
        told.filter_map(|(kind, value)| self.told(FactKind::Concluded(kind), value)).collect()
    }

    fn gap_facts(self, gap: &Gap) -> Vec<Fact> {
        let mut facts = self.fact_of(Concluded::Gap, &gap.sentence);
        facts.extend(self.elsewhere_fact(gap.higher.as_ref()));
        let harm = self.harm(gap);
        facts.extend(self.facts_of(harm.as_deref().map(|harm| (Concluded::Harm, harm))));
        let waits = self.waiting(gap);
        facts.extend(self.facts_of(waits.iter().map(|waits| (Concluded::Waits, waits.as_str()))));
        let raised = self.raised(gap);
        facts.extend(self.facts_of(raised.as_deref().map(|raised| (Concluded::Raised, raised))));
        facts.extend(gap.touches.iter().filter_map(|touched| {
            let reasons = self.reasons(&touched.touch.because, 1);
            let fact = self.told(FactKind::Risk(RiskFact::Touches), &reasons)?;
            Some(Fact { risk: Some(touched.number), ..fact })
        }));
        facts.extend(self.facts_of(gap.next.as_deref().map(|next| (Concluded::Next, next))));
        facts
    }

    fn practice_facts(self, kind: Concluded, practice: &Practice) -> Vec<Fact> {
        let question = &practice.question;
        let says = practice.sentence.as_ref().unwrap_or(&question.prompt);
        let mut facts = self.fact_of(kind, says);
        facts.extend(self.elsewhere_fact(practice.higher.as_ref()));
        match kind {
            Concluded::ToBeShown => {
                let could = self.could_show(question);
                facts.extend(self.fact_of(Concluded::CouldShow, &could));
            }
            Concluded::Improvement => {
                let above = self.step_above(question, practice.step).unwrap_or_default();
                facts.extend(self.fact_of(Concluded::NextStep, &above));
            }
            _ => {}
        }
        facts
    }

    fn elsewhere_fact(self, higher: Option<&Higher>) -> Option<Fact> {
        self.told(FactKind::Concluded(Concluded::Elsewhere), &self.beyond_and_where(higher?))
    }

    /// A tension, then each of the answers that it rests on.
    fn tension_rows(self, index: usize, found: &FoundTension) -> Vec<NumberedRows> {
        let because = found.because.as_deref();
        let told = [
            (Concluded::Tension, &*found.title),
            (Concluded::Why, &*found.why),
            (Concluded::Ask, &*found.ask),
        ];
        let told = told.into_iter().chain(because.map(|because| (Concluded::SetAside, because)));
        let whole = QuestionRows {
            confidential: self.tension_is_confidential(found),
            ..self.about(None, self.facts_of(told))
        };
        let sides = found.grounds.iter().map(|ground| {
            let side = self.side(ground);
            let facts = self.fact_of(Concluded::Side, &side.said);
            match ground {
                Ground::Answer(question) => self.about(Some(question), facts),
                Ground::Tactic(..) | Ground::Fact(..) | Ground::Risk(..) => QuestionRows {
                    question: Coded { code: String::new(), name: side.asked },
                    ..self.about(None, facts)
                },
            }
        });
        let number = number(index).unwrap_or_default();
        let rows = std::iter::once(whole).chain(sides);
        rows.map(|rows| NumberedRows { number, rows }).collect()
    }
}
