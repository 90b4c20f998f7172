//! The first page: what kind of copy it is, of what, by whom, when; and the name of the file.

use super::named::in_words;
use super::reporter::Reporter;
use super::rows::{QuestionRows, Rows};
use super::{Block, Edition, Labelled, Labels, Part, PartKind, Report, severity};
use crate::asked::Folded;
use crate::bank::Bank;
use crate::count::count;
use crate::date::Date;
use crate::fits::beginning;
use crate::scope::{Form, Scope, Unit};
use crate::sheet::QuestionSheet;
use crate::texts::{Key, Texts, report as keys};

/// How many characters of the subject there is room for at the foot of each page.
const RUNNING: usize = 42;

impl Reporter<'_> {
    /// The report with these parts.
    pub(super) fn report(self, date: Date, parts: Vec<Part>, rows: Vec<QuestionRows>) -> Report {
        let scope = &self.assessment.scope;
        let subject = scope.subject();
        let title = if subject.is_empty() {
            self.text(keys::COVER_TITLE)
        } else {
            self.bank.texts.with(keys::COVER_TITLE_OF, &[("subject", subject)])
        };
        let unit = self.text(unit_key(scope));
        let (notice, running) = match self.edition {
            Edition::Sharing => (keys::COVER_NOTICE_SHARING, keys::COVER_RUNNING_SHARING),
            Edition::Example => (keys::COVER_NOTICE_EXAMPLE, keys::COVER_RUNNING_EXAMPLE),
            Edition::Complete | Edition::Blank if self.holds_confidential() => {
                (keys::COVER_NOTICE_CONFIDENTIAL, keys::COVER_RUNNING_CONFIDENTIAL)
            }
            Edition::Complete | Edition::Blank => {
                (keys::COVER_NOTICE_COMPLETE, keys::COVER_RUNNING_COMPLETE)
            }
        };
        let lead = match self.edition {
            Edition::Sharing => self.text(keys::COVER_LEAD_SHARING),
            Edition::Complete | Edition::Blank | Edition::Example => {
                self.text(keys::COVER_LEAD_COMPLETE)
            }
        };
        let (title, kicker) = match self.edition {
            Edition::Example => (
                self.bank.texts.with(keys::COVER_TITLE_EXAMPLE, &[("title", &title)]),
                keys::COVER_KICKER_EXAMPLE,
            ),
            Edition::Complete | Edition::Sharing | Edition::Blank => (title, keys::COVER_KICKER),
        };
        let shown = if subject.is_empty() { &unit } else { subject };
        let notice = self.text(notice);
        let facts = self.facts(date, &unit);
        let plan = self.plan_rows();
        Report {
            id: (!self.is_for_sharing()).then(|| self.assessment.id.to_string()),
            edition: self.edition,
            language: self.bank.texts.language.to_string(),
            direction: self.bank.texts.direction,
            title,
            kicker: self.text(kicker),
            rows: Rows {
                concluded: self.concluded_rows(),
                planned: self.planned_rows(&plan),
                risks: self.risk_rows(),
                ..Rows::of(&self.bank.texts, &notice, &facts, rows)
            },
            copy_notice: notice,
            running: running_line(&self.bank.texts, shown, date, &self.bank.texts.get(running)),
            lead,
            facts,
            parts,
            plan,
            sheets: self.sheet_rows(),
            risks: self.told_risks(),
            suggestions: self.suggestions(),
            sheet: None,
            date,
            colophon: self.text(keys::COVER_COLOPHON),
            labels: labels(&self.bank.texts),
            file_stem: match self.edition {
                Edition::Sharing => sharing_stem(&self.bank.texts, date),
                Edition::Example => example_stem(&self.bank.texts, scope, date),
                Edition::Complete | Edition::Blank => complete_stem(&self.bank.texts, scope, date),
            },
        }
    }

    /// How to read the report.
    pub(super) fn how_to_read(self) -> Part {
        let mut lines = vec![
            keys::COVER_READ_SQUARES,
            keys::COVER_READ_TOTAL,
            keys::COVER_READ_ORDER,
            keys::COVER_READ_LIMITS,
        ];
        if self.is_for_sharing() {
            lines.push(keys::COVER_READ_SHARING);
        }
        how_to_read(&self.bank.texts, &lines)
    }

    /// Whether the complete copy has an answer that is confidential.
    fn holds_confidential(self) -> bool {
        let risks = &self.found.findings.risks;
        self.found.asked.confidential(&self.assessment.answers).next().is_some()
            || risks.iter().any(|found| found.risk.for_sharing().as_ref() != Some(&found.risk))
    }

    fn facts(self, date: Date, unit: &str) -> Vec<Labelled> {
        let scope = &self.assessment.scope;
        let mut facts = Vec::new();
        let mut add = |key: Key, value: String| {
            if !value.is_empty() {
                facts.push(Labelled { label: self.text(key), value });
            }
        };
        add(
            keys::COVER_FACT_SUBJECT,
            match scope.subject() {
                "" => unit.to_owned(),
                name => self
                    .bank
                    .texts
                    .with(keys::COVER_SUBJECT_NAMED, &[("unit", unit), ("name", name)]),
            },
        );
        if scope.unit == Some(Unit::Product) {
            add(keys::COVER_FACT_COMPANY, scope.company.trim().to_owned());
        }
        add(keys::COVER_FACT_ANSWERED_BY, self.answered_by());
        add(keys::COVER_FACT_DATE, in_words(&self.bank.texts, date));
        add(keys::COVER_FACT_QUESTIONS, self.questions_line());
        facts
    }

    fn answered_by(self) -> String {
        let scope = &self.assessment.scope;
        let named = self.bank.catalogue.functions.iter();
        let named = named.filter(|function| scope.functions.contains(&function.id));
        let typed = [scope.other_function.trim(), scope.person.trim()];
        let who: Vec<&str> = named
            .map(|function| &*function.name)
            .chain(typed)
            .filter(|name| !name.is_empty())
            .collect();
        self.listed(&who)
    }

    fn questions_line(self) -> String {
        let scope = &self.assessment.scope;
        let modules: Vec<&str> = self
            .bank
            .catalogue
            .modules
            .iter()
            .filter(|module| scope.modules.contains(&module.id))
            .map(|module| &*module.name)
            .collect();
        let form = self.text(match scope.form {
            Form::Short => keys::COVER_QUESTIONS_SHORT,
            Form::Complete => keys::COVER_QUESTIONS_COMPLETE,
        });
        let modules = self.listed(&modules);
        let values =
            [("version", &*self.bank.catalogue.version), ("form", &form), ("modules", &modules)];
        if self.is_for_sharing() {
            return self.bank.texts.with(keys::COVER_QUESTIONS_LINE, &values);
        }
        let asked = count(self.found.asked.questions().count());
        let line = self.bank.texts.count(keys::COVER_QUESTIONS_LINE_COUNTED, asked, &values);
        let Folded { by_answers, by_facts } = self.found.asked.folded();
        let folded = [
            (keys::COVER_QUESTIONS_FOLDED, by_answers),
            (keys::COVER_QUESTIONS_FOLDED_FACTS, by_facts),
        ];
        let folded = folded.into_iter().filter(|(_, folded)| *folded > 0);
        folded.fold(line, |line, (says, folded)| {
            self.bank.texts.count(says, folded, &[("line", &*line)])
        })
    }
}

/// What a report without answers says of itself.
pub(super) struct Unanswered {
    pub(super) title: String,
    pub(super) kicker: String,
    pub(super) lead: String,
    pub(super) notice: String,
    /// Subject, date and kind in one line.
    pub(super) running: String,
    pub(super) facts: Vec<Labelled>,
    pub(super) file_stem: String,
}

impl Unanswered {
    /// All questions of the bank.
    pub(super) fn blank(bank: &Bank, date: Date) -> Self {
        let texts = &bank.texts;
        let text = |key: Key| texts.get(key).to_string();
        let title = text(keys::COVER_TITLE_BLANK);
        Self {
            running: running_line(texts, &title, date, &text(keys::COVER_RUNNING_BLANK)),
            title,
            kicker: text(keys::COVER_KICKER_BLANK),
            lead: text(keys::COVER_LEAD_BLANK),
            notice: text(keys::COVER_NOTICE_BLANK),
            facts: unanswered_facts(bank, date),
            file_stem: [&*texts.get(keys::COVER_FILE_STEM), &*texts.get(keys::COVER_FILE_BLANK)]
                .map(cleaned)
                .join("_"),
        }
    }

    /// What one person could know.
    pub(super) fn question_sheet(bank: &Bank, scope: &Scope, who: &str, date: Date) -> Self {
        let texts = &bank.texts;
        let text = |key: Key| texts.with(key, &[("who", who)]);
        let subject = scope.subject();
        let title = text(keys::SHEET_TITLE);
        let shown = if subject.is_empty() { &title } else { subject };
        let fact = |key: Key, value: &str| Labelled {
            label: texts.get(key).to_string(),
            value: value.to_owned(),
        };
        let mut facts = vec![fact(keys::SHEET_FOR_WHOM, who)];
        if !subject.is_empty() {
            facts.push(fact(keys::COVER_FACT_SUBJECT, subject));
        }
        facts.extend(unanswered_facts(bank, date));
        Self {
            running: running_line(texts, shown, date, &text(keys::SHEET_RUNNING)),
            kicker: texts.get(keys::SHEET_KICKER).to_string(),
            lead: match subject {
                "" => text(keys::SHEET_LEAD_UNNAMED),
                subject => texts.with(keys::SHEET_LEAD, &[("who", who), ("subject", subject)]),
            },
            notice: text(keys::SHEET_NOTICE),
            file_stem: format!("{}_{}", cleaned(&text(keys::SHEET_FILE)), date.iso()),
            title,
            facts,
        }
    }

    /// The report with these parts.
    pub(super) fn report(
        self,
        texts: &Texts,
        date: Date,
        parts: Vec<Part>,
        rows: Vec<QuestionRows>,
        sheet: QuestionSheet,
    ) -> Report {
        Report {
            id: None,
            edition: Edition::Blank,
            language: texts.language.to_string(),
            direction: texts.direction,
            running: self.running,
            title: self.title,
            kicker: self.kicker,
            rows: Rows::of(texts, &self.notice, &self.facts, rows),
            copy_notice: self.notice,
            lead: self.lead,
            facts: self.facts,
            parts,
            plan: Vec::new(),
            sheets: Vec::new(),
            risks: Vec::new(),
            suggestions: Vec::new(),
            sheet: Some(sheet),
            date,
            colophon: texts.get(keys::COVER_COLOPHON).to_string(),
            labels: labels(texts),
            file_stem: self.file_stem,
        }
    }
}

fn unanswered_facts(bank: &Bank, date: Date) -> Vec<Labelled> {
    let Bank { catalogue, texts, .. } = bank;
    let fact = |key: Key, value: String| Labelled { label: texts.get(key).to_string(), value };
    let version = [("version", &*catalogue.version)];
    vec![
        fact(keys::COVER_FACT_DATE, in_words(texts, date)),
        fact(keys::COVER_FACT_QUESTIONS, texts.with(keys::COVER_QUESTIONS_LINE_BLANK, &version)),
    ]
}

/// How to read a report, in these paragraphs.
pub(super) fn how_to_read(texts: &Texts, lines: &[Key]) -> Part {
    let lines = lines.iter().map(|key| texts.get(*key).to_string()).collect();
    read_as(texts, keys::COVER_READ_HEADING, lines)
}

/// How something is read, or filled in, in these paragraphs.
pub(super) fn read_as(texts: &Texts, heading: Key, lines: Vec<String>) -> Part {
    Part {
        kind: PartKind::HowToRead,
        heading: texts.get(heading).to_string(),
        count: None,
        intro: None,
        blocks: lines.into_iter().map(Block::Paragraph).collect(),
    }
}

fn labels(texts: &Texts) -> Labels {
    let text = |key: Key| texts.get(key).to_string();
    Labels {
        contents: text(keys::WORDS_CONTENTS),
        section: text(keys::WORDS_SECTION),
        axis_low: text(keys::WORDS_AXIS_LOW),
        axis_high: text(keys::WORDS_AXIS_HIGH),
        axis: texts.with(
            keys::PAPER_AXIS,
            &[("low", &text(keys::WORDS_AXIS_LOW)), ("high", &text(keys::WORDS_AXIS_HIGH))],
        ),
        not_known: text(keys::WORDS_NOT_KNOWN),
        does_not_apply: text(keys::WORDS_DOES_NOT_APPLY),
        tactic: text(keys::WORDS_TACTIC_NAME),
        tactic_state: text(keys::WORDS_TACTIC_STATE),
        severity: severity::labels(texts),
        confidential: text(keys::WORDS_CONFIDENTIAL),
        confidential_square: text(keys::PAPER_CONFIDENTIAL),
        step: text(keys::WORDS_STEP),
        review: text(keys::PLAN_REVIEW),
        page: text(keys::WORDS_PAGE),
    }
}

fn unit_key(scope: &Scope) -> Key {
    match scope.unit {
        Some(Unit::Company) => keys::COVER_SUBJECT_COMPANY,
        Some(Unit::Product) => keys::COVER_SUBJECT_PRODUCT,
        None => keys::COVER_SUBJECT_OPEN,
    }
}

/// It stands in one line at the foot or the head of each page, and says to its end what kind of copy
/// the page is of: of a long subject the beginning is enough.
fn running_line(texts: &Texts, subject: &str, date: Date, copy: &str) -> String {
    let shown = beginning(subject, RUNNING);
    let subject = shown.as_deref().unwrap_or(subject);
    texts.with(
        keys::COVER_RUNNING,
        &[("subject", subject), ("date", &in_words(texts, date)), ("copy", copy)],
    )
}

/// Start of the file names of everything complete: subject and date.
#[must_use]
pub fn complete_stem(texts: &Texts, scope: &Scope, date: Date) -> String {
    let subject = match cleaned(scope.subject()) {
        subject if subject.is_empty() => cleaned(&texts.get(keys::COVER_FILE_STEM)),
        subject => subject,
    };
    format!("{subject}_{}", date.iso())
}

/// Start of the file names of what is locked: never the subject, as the name of a file can be read without its
/// passphrase.
#[must_use]
pub fn locked_stem(texts: &Texts, date: Date) -> String {
    format!("{}_{}", cleaned(&texts.get(keys::COVER_FILE_STEM)), date.iso())
}

/// Start of the file names of an example: says first that it is one.
fn example_stem(texts: &Texts, scope: &Scope, date: Date) -> String {
    let example = cleaned(&texts.get(keys::COVER_FILE_EXAMPLE));
    format!("{example}-{}", complete_stem(texts, scope, date))
}

/// Start of the file names of copies for sharing: never the subject.
fn sharing_stem(texts: &Texts, date: Date) -> String {
    let stem = cleaned(&texts.get(keys::COVER_FILE_STEM));
    format!("{stem}_{}_{}", date.iso(), cleaned(&texts.get(keys::COVER_FILE_SHARING)))
}

/// A text as part of a file name: letters and digits of any script, words joined by hyphens.
fn cleaned(text: &str) -> String {
    const LONGEST: usize = 60;
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    let joined = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-");
    joined.chars().take(LONGEST).collect::<String>().trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_holds_letters_and_digits_of_any_script() {
        assert_eq!(cleaned(" Tidewell Locate / v2 "), "Tidewell-Locate-v2");
        assert_eq!(cleaned("../..\\con:\u{202e}gpj"), "con-gpj");
        assert_eq!(cleaned("موقع 2"), "موقع-2");
        assert_eq!(cleaned("\u{0}/"), "");
        assert!(cleaned(&"long name ".repeat(40)).chars().count() <= 60);
    }
}
