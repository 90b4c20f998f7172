//! Reports as plain text, read by a CommonMark parser that is not ours.

use domain::job::Source;
use domain::report::format::Format;
use domain::report::{Block, HeadingLevel, Report};
use domain::sharing::Naming;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::bank::{DATE, With};
use crate::golden::sample;
use crate::hostile::hostile;
use crate::jobs::{content, saved};
use crate::rows::{bare, bytes, typed};
use crate::said::{said, says_all, words};

/// What a reader shows.
#[derive(Default)]
struct Shown {
    /// Level and text.
    headings: Vec<(usize, String)>,
    /// Tables, row by row, their heads first.
    rows: Vec<Vec<String>>,
    /// All words.
    text: String,
}

/// Reads with everything switched on that could make something else of a text, but for curly quotes.
fn shown(source: Source) -> Shown {
    let markdown = String::from_utf8(bytes(source, Format::Markdown)).unwrap();
    let mut shown = Shown::default();
    let mut start = 0;
    for event in Parser::new_ext(&markdown, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
        match event {
            Event::Start(Tag::Heading { .. } | Tag::TableCell) => start = shown.text.len(),
            Event::Start(Tag::TableHead | Tag::TableRow) => shown.rows.push(Vec::new()),
            Event::End(TagEnd::Heading(level)) => {
                shown.headings.push((level as usize, words(&shown.text[start..])));
                shown.text.push('\n');
            }
            Event::End(TagEnd::TableCell) => {
                let cell = words(&shown.text[start..]);
                shown.rows.last_mut().unwrap().push(cell);
                shown.text.push('\n');
            }
            Event::Start(
                Tag::Paragraph
                | Tag::List(_)
                | Tag::Item
                | Tag::BlockQuote(_)
                | Tag::Strong
                | Tag::Emphasis
                | Tag::Table(_),
            )
            | Event::End(TagEnd::Strong | TagEnd::Emphasis) => {}
            Event::Text(text) => shown.text.push_str(&text),
            Event::SoftBreak | Event::HardBreak | Event::End(_) => shown.text.push('\n'),
            other => panic!("{other:?}"),
        }
    }
    shown
}

/// The headings of a report, level and text.
fn headings(report: &Report) -> Vec<(usize, String)> {
    let mut headings = vec![(1, report.title.clone())];
    for part in &report.parts {
        let count = part.count.map(|count| format!(" ({count})")).unwrap_or_default();
        headings.push((2, format!("{}{count}", part.heading)));
        let mut below = 3;
        for block in &part.blocks {
            match block {
                Block::Heading(HeadingLevel::Three, text) => {
                    below = 4;
                    headings.push((3, text.clone()));
                }
                Block::Heading(HeadingLevel::Four, text) => headings.push((4, text.clone())),
                Block::Tactics(columns) => headings.extend(columns.iter().map(|column| {
                    let summary = column.summary.iter().map(|summary| format!(" ({summary})"));
                    (below, format!("{}{}", column.name, summary.collect::<String>()))
                })),
                Block::Tensions(tensions) => {
                    headings.extend(tensions.iter().map(|tension| (below, tension.title.clone())));
                }
                _ => {}
            }
        }
    }
    headings
}

#[test]
fn a_parser_shows_the_headings_cells_and_words_of_the_report() {
    for source in [
        Source::Complete(saved(&sample())),
        Source::Complete(saved(&sample().short())),
        Source::Sharing(saved(&sample()), Naming::default()),
        Source::Blank,
    ] {
        let report = content().report(source.clone(), DATE);
        let Shown { headings: found, rows, text } = shown(source);
        assert_eq!(found, headings(&report));
        let cover = [&report.copy_notice, &report.kicker, &report.title];
        says_all(said(&report).into_iter().skip(cover.len()), &text);
        assert!(words(&text).contains(&report.copy_notice));

        let profiles = report.parts.iter().flat_map(|part| &part.blocks);
        let profiles: Vec<_> = profiles
            .filter_map(|block| match block {
                Block::Profile(profile) => Some(profile),
                _ => None,
            })
            .collect();
        let mut rows = rows.into_iter();
        for profile in profiles {
            let heads = rows.next().unwrap();
            assert_eq!(heads.len(), if profile.shows_does_not_apply { 8 } else { 7 });
            for section in &profile.rows {
                let row = rows.next().unwrap();
                assert_eq!(row[0], words(&format!("{} {}", section.code, section.name)));
                for (cell, marks) in row[1..].iter().zip(&section.steps) {
                    let stands = cell.split([',', ' ']).filter(|word| {
                        *word == "■" || word.starts_with(|letter: char| letter.is_ascii_digit())
                    });
                    assert_eq!(stands.count(), marks.len(), "{row:?}");
                }
            }
        }
        assert_eq!(rows.next(), None);
    }
}

#[test]
fn whatever_was_typed_is_words_and_nothing_else() {
    let copy = |text: &str| shown(Source::Complete(saved(&typed(text))));
    // One line stands whole on the page for those who decide, several stand in a part of their own too.
    let (line, lines) = (copy("plain"), copy("plain\nwords"));
    let levels = |shown: &Shown| shown.headings.iter().map(|found| found.0).collect::<Vec<_>>();
    for text in hostile() {
        let plain = if text.trim().contains('\n') { &lines } else { &line };
        let shown = copy(text);
        assert_eq!(shown.rows, plain.rows, "{text:?}");
        assert_eq!(levels(&shown), levels(plain), "{text:?}");
        assert!(bare(&shown.text).contains(&bare(text)), "{text:?}");
    }
}
