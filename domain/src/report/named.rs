//! How single values are named: days, kinds and states.

use crate::answer::{EvidenceKind, HowKnown, Sureness, TacticEffect};
use crate::date::Date;
use crate::plan::{Effort, Priority, Status};
use crate::texts::{Key, Texts, report as keys};

/// A date in words, e.g. "24 November 2026".
pub(super) fn in_words(texts: &Texts, date: Date) -> String {
    let Some(month) = month_key(date.month) else { return date.iso() };
    texts.with(
        keys::DATES_DAY,
        &[
            ("day", &date.day.to_string()),
            ("month", &texts.get(month)),
            ("year", &date.year.to_string()),
        ],
    )
}

/// The name of a month, by its number in the year from 1.
pub(super) fn month_key(month: u8) -> Option<Key> {
    let months = [
        keys::DATES_JANUARY,
        keys::DATES_FEBRUARY,
        keys::DATES_MARCH,
        keys::DATES_APRIL,
        keys::DATES_MAY,
        keys::DATES_JUNE,
        keys::DATES_JULY,
        keys::DATES_AUGUST,
        keys::DATES_SEPTEMBER,
        keys::DATES_OCTOBER,
        keys::DATES_NOVEMBER,
        keys::DATES_DECEMBER,
    ];
    months.get(usize::from(month).checked_sub(1)?).copied()
}

pub(super) fn evidence_key(kind: EvidenceKind) -> Key {
    match kind {
        EvidenceKind::Document => keys::WORDS_EVIDENCE_DOCUMENT,
        EvidenceKind::Decision => keys::WORDS_EVIDENCE_DECISION,
        EvidenceKind::Data => keys::WORDS_EVIDENCE_DATA,
        EvidenceKind::Test => keys::WORDS_EVIDENCE_TEST,
        EvidenceKind::Statement => keys::WORDS_EVIDENCE_STATEMENT,
        EvidenceKind::Other => keys::WORDS_EVIDENCE_ANYTHING,
    }
}

pub(super) fn sureness_key(sureness: Sureness) -> Key {
    match sureness {
        Sureness::Guess => keys::WORDS_SURENESS_GUESS,
        Sureness::Seen => keys::WORDS_SURENESS_SEEN,
        Sureness::Checked => keys::WORDS_SURENESS_CHECKED,
    }
}

pub(super) fn effect_key(effect: TacticEffect) -> Key {
    match effect {
        TacticEffect::Unknown => keys::WORDS_EFFECT_UNKNOWN,
        TacticEffect::None => keys::WORDS_EFFECT_NONE,
        TacticEffect::Some => keys::WORDS_EFFECT_SOME,
        TacticEffect::Clear => keys::WORDS_EFFECT_CLEAR,
    }
}

pub(super) fn known_key(known: HowKnown) -> Key {
    match known {
        HowKnown::Impression => keys::WORDS_KNOWN_IMPRESSION,
        HowKnown::Internal => keys::WORDS_KNOWN_INTERNAL,
        HowKnown::Outside => keys::WORDS_KNOWN_OUTSIDE,
        HowKnown::Affected => keys::WORDS_KNOWN_AFFECTED,
        HowKnown::Independent => keys::WORDS_KNOWN_INDEPENDENT,
    }
}

pub(super) fn priority_key(priority: Priority) -> Key {
    match priority {
        Priority::First => keys::PLAN_FIRST,
        Priority::Next => keys::PLAN_NEXT,
        Priority::Later => keys::PLAN_LATER,
    }
}

pub(super) fn effort_key(effort: Effort) -> Key {
    match effort {
        Effort::Small => keys::PLAN_SMALL,
        Effort::Medium => keys::PLAN_MEDIUM,
        Effort::Large => keys::PLAN_LARGE,
    }
}

pub(super) fn status_key(status: Status) -> Key {
    match status {
        Status::NotStarted => keys::PLAN_NOT_STARTED,
        Status::Started => keys::PLAN_STARTED,
        Status::Done => keys::PLAN_DONE,
        Status::Dropped => keys::PLAN_DROPPED,
    }
}
