//! What a report says, as a list of texts: every format is held against it.

use domain::report::{Block, Report};

/// All that a report says, in its order.
pub(crate) fn said(report: &Report) -> Vec<String> {
    let mut said = vec![report.copy_notice.clone(), report.kicker.clone(), report.title.clone()];
    said.push(report.lead.clone());
    for fact in &report.facts {
        said.extend([fact.label.clone(), fact.value.clone()]);
    }
    for part in &report.parts {
        said.push(part.heading.clone());
        said.extend(part.intro.clone());
        for block in &part.blocks {
            match block {
                Block::Heading(_, text) | Block::Paragraph(text) => said.push(text.clone()),
                Block::List(texts) => said.extend(texts.clone()),
                Block::Folds(folds) => said.extend(folds.iter().map(|fold| fold.summary.clone())),
                Block::Facts(facts) => said
                    .extend(facts.iter().flat_map(|fact| [fact.label.clone(), fact.value.clone()])),
                Block::Quote(quote) => said.extend([quote.label.clone(), quote.words.clone()]),
                Block::Items(items) => {
                    for item in items {
                        said.push(item.title.clone());
                        said.extend(item.mark.iter().map(|mark| mark.words.clone()));
                        said.extend(item.lines.clone());
                        for detail in &item.details {
                            said.extend([detail.label.clone(), detail.value.clone()]);
                        }
                    }
                }
                Block::Profile(profile) | Block::Glance(profile) => {
                    for row in &profile.rows {
                        said.extend([row.code.clone(), row.name.clone()]);
                    }
                }
                Block::Severity(severity) => {
                    for row in &severity.rows {
                        let all = [&row.name, &row.told, &row.because, &row.after_told, &row.by];
                        said.extend(all.into_iter().chain([&row.known]).cloned());
                    }
                }
                Block::SeverityGlance(severity) => {
                    said.extend(severity.rows.iter().map(|row| row.in_short.clone()));
                }
                Block::Tactics(columns) => {
                    for column in columns {
                        said.push(column.name.clone());
                        said.extend(column.summary.clone());
                        said.extend(column.starts.iter().chain(&column.fits).cloned());
                        for tactic in &column.tactics {
                            said.extend([tactic.state.clone(), tactic.name.clone()]);
                            said.extend(tactic.detail.clone());
                        }
                    }
                }
                Block::Tensions(tensions) => {
                    for tension in tensions {
                        said.push(tension.title.clone());
                        for side in &tension.sides {
                            said.push(side.asked.clone());
                            said.extend(side.mark.iter().map(|mark| mark.words.clone()));
                            said.push(side.said.clone());
                        }
                        said.extend([tension.why.clone(), tension.ask.clone()]);
                        said.extend(tension.because.clone());
                    }
                }
            }
        }
    }
    said
}

/// A text with single spaces, as programs and people compare it.
pub(crate) fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Texts stand in another, each behind those before it.
#[track_caller]
pub(crate) fn says_all(texts: impl IntoIterator<Item = String>, whole: &str) {
    let whole = words(whole);
    let mut rest = whole.as_str();
    for text in texts {
        let text = words(&text);
        let (_, behind) = rest
            .split_once(&text)
            .unwrap_or_else(|| panic!("{text:?} is not behind what stands before it"));
        rest = behind;
    }
}
