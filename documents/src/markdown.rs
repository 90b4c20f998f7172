//! Reports as CommonMark with tables. Everything that was typed is escaped, so that it reads as it
//! was written and does nothing.

mod escape;

use domain::report::{
    Block, HeadingLevel, Item, Labelled, Mark, Part, Profile, Quote, Report, Severity,
    TacticColumn, TensionItem,
};
use escape::{cell, inline, lines};

/// The document of a report.
pub(crate) fn document(report: &Report) -> String {
    let mut out = Document { report, text: String::new() };
    out.line(&format!("# {}", inline(&report.title)));
    out.line(&format!("> **{}**", inline(&report.copy_notice)));
    out.line(&inline(&report.lead));
    out.facts(&report.facts);
    for part in &report.parts {
        out.part(part);
    }
    out.line(&format!("*{}*", inline(&report.colophon)));
    out.text
}

struct Document<'a> {
    report: &'a Report,
    text: String,
}

impl Document<'_> {
    /// A block of its own, with an empty line after it.
    fn line(&mut self, block: &str) {
        self.text.push_str(block.trim_end());
        self.text.push_str("\n\n");
    }

    fn part(&mut self, part: &Part) {
        let count = part.count.map(|count| format!(" ({count})")).unwrap_or_default();
        self.line(&format!("## {}{count}", inline(&part.heading)));
        if let Some(intro) = &part.intro {
            self.line(&inline(intro));
        }
        let mut level = "###";
        for block in &part.blocks {
            match block {
                Block::Heading(HeadingLevel::Three, text) => {
                    level = "####";
                    self.line(&format!("### {}", inline(text)));
                }
                Block::Heading(HeadingLevel::Four, text) => {
                    self.line(&format!("#### {}", inline(text)));
                }
                Block::Paragraph(text) => self.line(&inline(text)),
                Block::List(texts) => {
                    let list: Vec<String> =
                        texts.iter().map(|text| format!("- {}", inline(text))).collect();
                    self.line(&list.join("\n"));
                }
                Block::Folds(folds) => {
                    let list: Vec<String> =
                        folds.iter().map(|fold| format!("- {}", inline(&fold.summary))).collect();
                    self.line(&list.join("\n"));
                }
                Block::Facts(facts) => self.facts(facts),
                Block::Quote(quote) => self.quote(quote),
                Block::Items(items) => self.items(items),
                Block::Profile(profile) => self.profile(profile),
                Block::Glance(profile) => self.glance(profile),
                Block::Severity(severity) => self.severity(severity),
                Block::SeverityGlance(severity) => {
                    let rows = severity.rows.iter().map(|row| inline(&row.in_short));
                    self.line(&rows.collect::<Vec<_>>().join(" · "));
                }
                Block::Tactics(columns) => self.tactics(columns, level),
                Block::Tensions(tensions) => self.tensions(tensions, level),
            }
        }
    }

    fn facts(&mut self, facts: &[Labelled]) {
        let list: Vec<String> = facts.iter().map(|fact| labelled("", fact)).collect();
        self.line(&list.join("\n"));
    }

    fn quote(&mut self, quote: &Quote) {
        self.line(&format!("**{}**{}", inline(&quote.label), in_brackets(quote.mark.as_ref())));
        let quoted: Vec<String> =
            lines(&quote.words).into_iter().map(|line| format!("> {line}")).collect();
        self.line(&quoted.join("\n>\n"));
    }

    fn items(&mut self, items: &[Item]) {
        let list: Vec<String> = items.iter().map(item).collect();
        self.line(&list.join("\n"));
    }

    fn profile(&mut self, profile: &Profile) {
        let labels = &self.report.labels;
        let mut heads = vec![cell(&labels.section)];
        heads.extend((1..=5).map(|step| cell(&labels.step.replace("{step}", &step.to_string()))));
        heads.push(cell(&labels.not_known));
        if profile.shows_does_not_apply {
            heads.push(cell(&labels.does_not_apply));
        }
        let mut rows = vec![row(&heads), row(&vec!["---".to_owned(); heads.len()])];
        for section in &profile.rows {
            let name = match section.code.as_str() {
                "" => cell(&section.name),
                code => format!("{} {}", cell(code), cell(&section.name)),
            };
            let mut cells = vec![name];
            cells.extend(section.steps.iter().map(|marks| self.marks(marks, "■")));
            cells.push(self.marks(&section.not_known, "▨"));
            if profile.shows_does_not_apply {
                cells.push(self.marks(&section.does_not_apply, "–"));
            }
            rows.push(row(&cells));
        }
        let labels = &self.report.labels;
        let axis = format!("1: {}. 5: {}.", inline(&labels.axis_low), inline(&labels.axis_high));
        self.line(&axis);
        self.line(&rows.join("\n"));
    }

    /// A line for each section, with as many squares as there are questions.
    fn glance(&mut self, profile: &Profile) {
        let labels = &self.report.labels;
        let lines = profile.rows.iter().map(|section| {
            let steps = (1..=5).map(|step| labels.step.replace("{step}", &step.to_string()));
            let steps = steps.zip(&section.steps).map(|(step, marks)| (step, marks, "■"));
            let others = [
                (labels.not_known.clone(), &section.not_known, "▨"),
                (labels.does_not_apply.clone(), &section.does_not_apply, "–"),
            ];
            let there = steps.chain(others).filter(|(_, marks, _)| !marks.is_empty());
            let there = there.map(|(label, marks, square)| {
                format!("{} {}", inline(&label), square.repeat(marks.len()))
            });
            let name = format!("{} {}", section.code, section.name);
            let there = there.collect::<Vec<_>>().join(", ");
            format!("- **{}:** {there}", inline(name.trim()))
        });
        let lines = lines.collect::<Vec<_>>().join("\n");
        self.line(&lines);
    }

    /// The numbers of questions, or as many squares where they carry none.
    fn marks(&self, marks: &[Mark], square: &str) -> String {
        let words: Vec<String> = marks
            .iter()
            .map(|mark| match &mark.question {
                Some(question) if mark.confidential => {
                    format!(
                        "{} ({})",
                        cell(&question.number),
                        cell(&self.report.labels.confidential)
                    )
                }
                Some(question) => cell(&question.number),
                None => square.to_owned(),
            })
            .collect();
        let numbered = marks.iter().any(|mark| mark.question.is_some());
        words.join(if numbered { ", " } else { " " })
    }

    fn severity(&mut self, severity: &Severity) {
        let labels = &self.report.labels.severity;
        let mut heads = vec![&labels.dimension, &labels.before, &labels.because];
        if severity.has_after {
            heads.extend([&labels.after, &labels.by, &labels.known]);
        }
        let cells =
            |all: Vec<&String>| row(&all.into_iter().map(|one| cell(one)).collect::<Vec<_>>());
        let mut rows = vec![row(&vec!["---".to_owned(); heads.len()])];
        rows.insert(0, cells(heads));
        rows.extend(severity.rows.iter().map(|row| {
            let mut said = vec![&row.name, &row.told, &row.because];
            if severity.has_after {
                said.extend([&row.after_told, &row.by, &row.known]);
            }
            cells(said)
        }));
        self.line(&rows.join("\n"));
    }

    fn tactics(&mut self, columns: &[TacticColumn], level: &str) {
        for column in columns {
            let summary = column
                .summary
                .as_ref()
                .map(|summary| format!(" ({})", inline(summary)))
                .unwrap_or_default();
            self.line(&format!("{level} {}{summary}", inline(&column.name)));
            for said in column.starts.iter().chain(&column.fits) {
                self.line(&inline(said));
            }
            let list: Vec<String> = column
                .tactics
                .iter()
                .map(|tactic| {
                    let detail = tactic.detail.as_ref();
                    let detail =
                        detail.map(|text| format!(" ({})", inline(text))).unwrap_or_default();
                    format!("- **{}:** {}{detail}", inline(&tactic.state), inline(&tactic.name))
                })
                .collect();
            self.line(&list.join("\n"));
        }
    }

    fn tensions(&mut self, tensions: &[TensionItem], level: &str) {
        for tension in tensions {
            let confidential = if tension.confidential {
                format!(" ({})", inline(&self.report.labels.confidential))
            } else {
                String::new()
            };
            self.line(&format!("{level} {}{confidential}", inline(&tension.title)));
            let sides: Vec<String> = tension
                .sides
                .iter()
                .map(|side| {
                    let mark = in_brackets(side.mark.as_ref());
                    format!("- {}{mark} – {}", inline(&side.asked), inline(&side.said))
                })
                .collect();
            self.line(&sides.join("\n"));
            self.line(&inline(&tension.why));
            self.line(&inline(&tension.ask));
            if let Some(because) = &tension.because {
                self.line(&format!("> {}", lines(because).join("\n>\n> ")));
            }
        }
    }
}

fn item(item: &Item) -> String {
    let start = item.number.map_or_else(|| "-".to_owned(), |number| format!("{number}."));
    let indent = " ".repeat(start.len() + 1);
    let mut text =
        format!("{start} **{}**{}", inline(&item.title), in_brackets(item.mark.as_ref()));
    if !item.pressing.is_empty() {
        text.push_str(&format!("\\\n{indent}**{}**", inline(&item.pressing)));
    }
    for line in &item.lines {
        text.push_str(&format!("\\\n{indent}{}", inline(line)));
    }
    for detail in &item.details {
        text.push('\n');
        text.push_str(&labelled(&indent, detail));
    }
    text
}

fn labelled(indent: &str, fact: &Labelled) -> String {
    let value = lines(&fact.value).join(&format!("\\\n{indent}  "));
    format!("{indent}- **{}:** {value}", inline(&fact.label))
}

fn in_brackets(mark: Option<&Mark>) -> String {
    mark.map(|mark| format!(" ({})", inline(&mark.words))).unwrap_or_default()
}

fn row(cells: &[String]) -> String {
    format!("| {} |", cells.join(" | "))
}
