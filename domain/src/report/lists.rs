//! Findings as lists: gaps, what is not known, what holds, what comes next, what is left out.

use super::reporter::{Reporter, number};
use super::rows::{Fact, FactKind};
use super::{Block, Fold, Item, Labelled, Lead, LeadsTo, Part, PartKind, Shade};
use crate::count::count;
use crate::findings::gaps::Standing;
use crate::findings::reading::CouldKnow;
use crate::findings::{Action, Gap, Practice, Unknown};
use crate::id::{FactId, ValueId};
use crate::questions::Question;
use crate::texts::{Key, report as keys};

impl Reporter<'_> {
    /// Gaps in their order.
    pub(super) fn gaps(self) -> Option<Part> {
        let items = self
            .found
            .findings
            .gaps
            .iter()
            .enumerate()
            .map(|(index, gap)| Item {
                number: number(index),
                mark: self.mark(&gap.question),
                lines: self.gap_lines(gap),
                suggestion: self.closing(gap),
                leads: self.raising_facts(gap),
                ..Item::titled(&gap.sentence)
            })
            .collect();
        self.part(
            PartKind::Gaps,
            keys::PARTS_GAPS_HEADING,
            Some(keys::PARTS_GAPS_INTRO),
            vec![Block::Items(items)],
            Some(keys::PARTS_GAPS_EMPTY),
        )
        .map(|part| part.counted(self, self.found.findings.gaps.len()))
    }

    /// What is not known yet, and who could know.
    pub(super) fn not_known(self) -> Option<Part> {
        let items =
            self.found.findings.not_known.iter().map(|unknown| self.unknown(unknown)).collect();
        self.part(
            PartKind::NotKnown,
            keys::PARTS_NOT_KNOWN_HEADING,
            None,
            vec![Block::Items(items)],
            Some(keys::PARTS_NOT_KNOWN_EMPTY),
        )
        .map(|part| Part {
            intro: self.not_known_counted(),
            ..part.counted(self, self.found.findings.not_known.len())
        })
    }

    /// What the number behind the heading counts, where there are tactics in it: elsewhere it is
    /// questions alone. A copy for sharing counts nothing.
    fn not_known_counted(self) -> Option<String> {
        let has_tactics = self.found.findings.not_known.iter().any(|found| found.tactic.is_some());
        let all = (has_tactics && !self.is_for_sharing()).then(|| self.not_known_by_kind())?;
        Some(self.bank.texts.with(keys::PARTS_NOT_KNOWN_INTRO, &[("all", &all)]))
    }

    /// How many questions and how many tactics are not known.
    pub(super) fn not_known_by_kind(self) -> String {
        let (tactics, questions): (Vec<_>, Vec<_>) =
            self.found.findings.not_known.iter().partition(|unknown| unknown.tactic.is_some());
        self.counted(&[
            (keys::PARTS_NOT_KNOWN_QUESTIONS, count(questions.len())),
            (keys::PARTS_NOT_KNOWN_TACTICS, count(tactics.len())),
        ])
    }

    /// Where practice holds, and what shows it.
    pub(super) fn strengths(self) -> Option<Part> {
        let strengths = &self.found.findings.strengths;
        let items = strengths
            .iter()
            .map(|practice| Item {
                details: self.shown(&practice.question),
                ..self.practice(practice)
            })
            .collect();
        self.part(
            PartKind::Strengths,
            keys::PARTS_STRENGTHS_HEADING,
            None,
            vec![Block::Items(items)],
            Some(keys::PARTS_STRENGTHS_EMPTY),
        )
        .map(|part| part.counted(self, strengths.len()))
    }

    /// Practices with nothing to show for them yet.
    pub(super) fn to_be_shown(self) -> Option<Part> {
        let practices = &self.found.findings.to_be_shown;
        let items = practices
            .iter()
            .map(|practice| {
                let evidence = self.could_show(&practice.question);
                let mut item = self.practice(practice);
                if !evidence.is_empty() {
                    item.lines.push(
                        self.bank
                            .texts
                            .with(keys::WORDS_PRACTICE_COULD_SHOW, &[("evidence", &evidence)]),
                    );
                }
                item
            })
            .collect();
        self.part(
            PartKind::ToBeShown,
            keys::PARTS_TO_BE_SHOWN_HEADING,
            Some(keys::PARTS_TO_BE_SHOWN_INTRO),
            vec![Block::Items(items)],
            None,
        )
        .map(|part| part.counted(self, practices.len()))
    }

    /// Practices with a next step in reach.
    pub(super) fn improvements(self) -> Option<Part> {
        let items = self
            .found
            .findings
            .improvements
            .iter()
            .map(|practice| {
                let question = &practice.question;
                let item = self.practice(practice);
                let above = self.step_above(question, practice.step);
                Item {
                    lines: item.lines.into_iter().chain(above).collect(),
                    suggestion: self.place_of(|action| match action {
                        Action::Improve { question: found, .. } => found.id == question.id,
                        Action::Close { .. }
                        | Action::FindEffect { .. }
                        | Action::Choose { .. } => false,
                    }),
                    ..item
                }
            })
            .collect();
        self.part(
            PartKind::Improvements,
            keys::PARTS_IMPROVEMENTS_HEADING,
            Some(keys::PARTS_IMPROVEMENTS_INTRO),
            vec![Block::Items(items)],
            None,
        )
        .map(|part| part.counted(self, self.found.findings.improvements.len()))
    }

    /// What does not apply, with the reasons.
    pub(super) fn does_not_apply(self) -> Option<Part> {
        let items = self
            .found
            .findings
            .does_not_apply
            .iter()
            .map(|found| Item {
                mark: self.mark(&found.question),
                details: vec![Labelled {
                    label: self.text(keys::WORDS_DETAIL_BECAUSE),
                    value: found.because.clone(),
                }],
                ..Item::titled(&found.question.prompt)
            })
            .collect();
        self.part(
            PartKind::DoesNotApply,
            keys::PARTS_DOES_NOT_APPLY_HEADING,
            Some(keys::PARTS_DOES_NOT_APPLY_INTRO),
            vec![Block::Items(items)],
            None,
        )
        .map(|part| part.counted(self, self.found.findings.does_not_apply.len()))
    }

    /// What the short form leaves out, in one line a section. Never in a copy for sharing.
    pub(super) fn not_asked(self) -> Option<Part> {
        let mut folds = Vec::new();
        for left_out in &self.found.findings.not_asked {
            let mut list: Vec<String> =
                left_out.questions.iter().map(|question| question.prompt.to_string()).collect();
            let questions = count(list.len());
            if !left_out.tactics.is_empty() {
                let names: Vec<&str> =
                    left_out.tactics.iter().map(|tactic| &*tactic.name).collect();
                let tactics = self.phrases(&names);
                list.push(
                    self.bank.texts.with(keys::WORDS_NOT_ASKED_TACTICS, &[("tactics", &tactics)]),
                );
            }
            let counted =
                |key: Key, count: u32| (count > 0).then(|| self.bank.texts.count(key, count, &[]));
            let counts = [
                counted(keys::WORDS_NOT_ASKED_COUNT, questions),
                counted(keys::WORDS_NOT_ASKED_TACTICS_COUNT, count(left_out.tactics.len())),
            ];
            let counts: Vec<String> = counts.into_iter().flatten().collect();
            let section = format!("{} {}", left_out.code, left_out.name);
            let told = [("label", &*section), ("value", &*self.joined(&counts))];
            let summary = self.bank.texts.with(keys::WORDS_LABELLED, &told);
            folds.push(Fold { summary, list });
        }
        self.part(
            PartKind::NotAsked,
            keys::PARTS_NOT_ASKED_HEADING,
            Some(keys::PARTS_NOT_ASKED_INTRO),
            vec![Block::Folds(folds)],
            None,
        )
    }

    /// What has no answer. Never in a copy for sharing.
    pub(super) fn open(self) -> Option<Part> {
        let open = self.found.findings.open.iter();
        let items = open.map(|open| self.waiting_item(open, Shade::Open)).collect();
        self.part(PartKind::Open, keys::PARTS_OPEN_HEADING, None, vec![Block::Items(items)], None)
            .map(|part| part.counted(self, self.found.findings.open.len()))
    }

    /// What is answered in part. Never in a copy for sharing.
    pub(super) fn partly(self) -> Option<Part> {
        let partly = self.found.findings.partly.iter();
        let items = partly.map(|partly| {
            let mut item = self.waiting_item(&partly.question, Shade::Partly);
            item.lines.push(self.in_part(partly.stated, partly.asked));
            item
        });
        let blocks = vec![Block::Items(items.collect())];
        let intro = Some(keys::PARTS_PARTLY_INTRO);
        self.part(PartKind::Partly, keys::PARTS_PARTLY_HEADING, intro, blocks, None)
            .map(|part| part.counted(self, self.found.findings.partly.len()))
    }

    fn waiting_item(self, question: &Question, shade: Shade) -> Item {
        Item {
            mark: self.mark_as(question, &question.code, shade),
            ..Item::titled(&question.prompt)
        }
    }

    /// How many of the tactics that are asked have a state.
    pub(super) fn in_part(self, stated: u32, asked: u32) -> String {
        let (stated, asked) = (stated.to_string(), asked.to_string());
        let values = [("stated", stated.as_str()), ("asked", asked.as_str())];
        self.bank.texts.with(keys::WORDS_ANSWER_PARTLY, &values)
    }

    /// Who could be harmed where something is missing: as the help beside the question says it, or
    /// else the reason of its group.
    pub(super) fn harm(self, gap: &Gap) -> Option<String> {
        let help = self.bank.guidance.question(&gap.question.id).map(|help| &help.why);
        help.or(gap.reason.as_ref()).map(ToString::to_string)
    }

    /// What could show a practice.
    pub(super) fn could_show(self, question: &Question) -> String {
        let help = self.bank.guidance.question(&question.id);
        help.map(|help| self.phrases(&help.evidence)).unwrap_or_default()
    }

    /// What could be looked at.
    fn shown(self, question: &Question) -> Vec<Labelled> {
        let details = self.answer(&question.id).map(|answer| self.details(question, answer));
        let evidence = details.into_iter().flatten();
        evidence
            .filter(|fact| matches!(fact.kind, FactKind::Evidence(_)))
            .map(Fact::labelled)
            .collect()
    }

    /// The place of what closes a gap among the suggestions. They follow the actions.
    pub(super) fn closing(self, gap: &Gap) -> Option<u32> {
        self.place_of(|action| match action {
            Action::Close { question, .. } => question.id == gap.question.id,
            Action::FindEffect { .. } | Action::Choose { .. } | Action::Improve { .. } => false,
        })
    }

    /// The place of a suggestion. None in a copy for sharing, which has none.
    pub(super) fn place_of(self, is_it: impl Fn(&Action) -> bool) -> Option<u32> {
        let at = self.found.findings.actions.iter().position(is_it);
        at.filter(|_| !self.is_for_sharing()).and_then(|at| u32::try_from(at).ok())
    }

    /// What is said of a gap. What is not known is told where it is listed as such: here one line refers
    /// to it.
    fn gap_lines(self, gap: &Gap) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        if gap.standing == Standing::NotKnown {
            let part = self.text(keys::PARTS_NOT_KNOWN_HEADING);
            lines.push(self.bank.texts.with(keys::WORDS_GAP_NOT_KNOWN, &[("part", &part)]));
        } else {
            lines.extend(self.harm(gap));
        }
        lines.extend(gap.higher.as_ref().map(|higher| self.beyond_and_where(higher)));
        lines.extend(self.waiting(gap));
        lines.extend(self.raised(gap));
        lines.extend(self.touching(gap));
        lines.extend(self.touching_none(gap));
        if let Some(next) = &gap.next {
            lines.push(self.bank.texts.with(keys::WORDS_GAP_NEXT, &[("what", next)]));
        }
        lines
    }

    /// The scope facts for which a gap stands higher.
    pub(super) fn raised(self, gap: &Gap) -> Option<String> {
        let facts = gap.raised_by.iter().map(|(fact, value)| self.fact(fact, value));
        let facts: Vec<String> = facts.map(|fact| self.noted(&fact)).collect();
        let noted = self.phrases(&facts);
        (!facts.is_empty())
            .then(|| self.bank.texts.with(keys::WORDS_GAP_RAISED, &[("facts", &noted)]))
    }

    /// The way to each of them, with the words of the line that name it. A copy for sharing leads nowhere.
    fn raising_facts(self, gap: &Gap) -> Vec<Lead> {
        let facts = gap.raised_by.iter().filter(|_| !self.is_for_sharing());
        let lead = |(fact, value): &(FactId, ValueId)| Lead {
            to: LeadsTo::Fact(fact.clone()),
            words: self.noted(&self.fact(fact, value)),
        };
        facts.map(lead).collect()
    }

    /// What waits for a gap: one line for each reason.
    pub(super) fn waiting(self, gap: &Gap) -> Vec<String> {
        let mut reasons: Vec<&str> = Vec::new();
        for waiting in &gap.waits {
            if !reasons.contains(&&*waiting.because) {
                reasons.push(&waiting.because);
            }
        }
        reasons
            .into_iter()
            .map(|because| {
                let waits = || gap.waits.iter().filter(|waiting| *waiting.because == *because);
                let count = count(waits().count());
                if self.is_for_sharing() {
                    let questions: Vec<String> = waits()
                        .map(|waiting| {
                            self.bank
                                .texts
                                .with(keys::WORDS_QUOTED, &[("text", &waiting.question.prompt)])
                        })
                        .collect();
                    let questions = self.joined(&questions);
                    self.bank.texts.count(
                        keys::WORDS_GAP_WAITS_WORDS,
                        count,
                        &[("questions", &questions), ("because", because)],
                    )
                } else {
                    let codes: Vec<&str> =
                        waits().map(|waiting| waiting.question.code.as_str()).collect();
                    let codes = self.joined(&codes);
                    self.bank.texts.count(
                        keys::WORDS_GAP_WAITS_CODE,
                        count,
                        &[("codes", &codes), ("because", because)],
                    )
                }
            })
            .collect()
    }

    pub(super) fn unknown(self, unknown: &Unknown) -> Item {
        let question = &unknown.question;
        let (title, code) = match &unknown.tactic {
            Some((tactic, code)) => (&tactic.name, code.as_ref()),
            None => (&question.prompt, None),
        };
        let lines = self.could_know(&self.knowing(&unknown.could_know)).into_iter().collect();
        Item {
            mark: self.mark_as(question, code.unwrap_or(&question.code), Shade::NotKnown),
            lines,
            ..Item::titled(title)
        }
    }

    fn practice(self, practice: &Practice) -> Item {
        let title = practice.sentence.as_ref().unwrap_or(&practice.question.prompt);
        let beyond = practice.higher.as_ref().map(|higher| self.beyond_and_where(higher));
        Item {
            mark: self.mark(&practice.question),
            lines: beyond.into_iter().collect(),
            ..Item::titled(title)
        }
    }

    /// That they could know; nothing of nobody.
    pub(super) fn could_know(self, who: &str) -> Option<String> {
        (!who.is_empty()).then(|| self.bank.texts.with(keys::WORDS_GAP_COULD_KNOW, &[("who", who)]))
    }

    /// Who could know, as this copy tells it. Whoever reads one for sharing would take the roles that
    /// the bank names for the company's own words.
    pub(super) fn knowing(self, who: &CouldKnow) -> String {
        match who {
            CouldKnow::Usual(_) if self.is_for_sharing() => String::new(),
            CouldKnow::Typed(names) | CouldKnow::Usual(names) => self.listed(names),
        }
    }

    /// A scope fact and what was said about it, inside a sentence.
    pub(super) fn noted(self, fact: &Labelled) -> String {
        self.bank.texts.with(keys::WORDS_NOTED, &[("label", &fact.label), ("value", &fact.value)])
    }
}
