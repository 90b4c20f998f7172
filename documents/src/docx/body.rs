//! What the document says, in the order of the report.

mod charts;
mod cover;

use charts::Cells;

use domain::report::{
    Block, HeadingLevel, Item, Labelled, Part, PartKind, Quote, Report, TensionItem,
};

use super::links::Links;
use super::lists::{List, Lists};
use super::paragraph::Paragraph;
use super::styles::HEADINGS;
use super::table::{Cell, Table};
use super::{marks, text};

/// The document and the lists that it needs.
pub(super) fn document(report: &Report) -> (String, Lists) {
    let mut body = Body {
        report,
        links: Links::of(report),
        lists: Lists::default(),
        room: Room::Any,
        xml: String::new(),
    };
    let xml = body.whole();
    (xml, body.lists)
}

/// The body being written.
struct Body<'a> {
    report: &'a Report,
    links: Links<'a>,
    lists: Lists,
    room: Room,
    xml: String,
}

/// How much room there is for what is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Room {
    /// As much as it takes.
    Any,
    /// One page, whatever it is set in.
    OnePage,
}

impl Room {
    /// The style of a paragraph that is to be one of this style.
    fn style(self, style: &'static str) -> &'static str {
        match (self, style) {
            (Self::Any, _) => style,
            (Self::OnePage, "Normal" | "Intro") => "BoardText",
            (Self::OnePage, "ListParagraph") => "BoardEntry",
            (Self::OnePage, "ListContinue") => "BoardLine",
            (Self::OnePage, "QuoteLabel") => "BoardLabel",
            (Self::OnePage, "Quote") => "BoardQuote",
            (Self::OnePage, "TableText" | "TableNote") => "BoardCell",
            (Self::OnePage, _) => style,
        }
    }
}

impl<'a> Body<'a> {
    /// A paragraph in the direction of the report.
    fn paragraph(&self, style: &'static str) -> Paragraph {
        Paragraph::new(self.room.style(style), self.report.direction)
    }

    /// Takes a paragraph in. After a table it stands off, unless its style does so by itself.
    fn add(&mut self, paragraph: Paragraph) {
        let after_table = self.xml.ends_with("</w:tbl>");
        let paragraph = match (after_table, self.room) {
            (true, Room::Any) => paragraph.stands_off(160),
            (true, Room::OnePage) => paragraph.stands_off(60),
            (false, _) => paragraph,
        };
        self.xml.push_str(&paragraph.xml());
    }

    /// A heading, from level 1.
    fn heading(&mut self, level: usize, paragraph: impl FnOnce(Paragraph) -> Paragraph) {
        let style = HEADINGS.get(level.saturating_sub(1)).copied().unwrap_or("Normal");
        self.xml.push_str(&paragraph(self.paragraph(style)).xml());
    }

    /// Takes a table in. Two of them without anything between would become one.
    fn table(&mut self, table: &Table<'_>, heads: Option<Vec<Cell>>, rows: Vec<Vec<Cell>>) {
        if self.xml.ends_with("</w:tbl>") {
            self.xml.push_str(&self.paragraph("Small").xml());
        }
        self.xml.push_str(&table.xml(heads, rows));
    }

    /// A part. The page for those who decide stands alone, and the answers one by one begin a page.
    fn part(&mut self, at: usize, part: &'a Part, begins_page: bool) {
        let count = part.count.map(|count| format!(" ({count})")).unwrap_or_default();
        let (start, end) = self.links.anchor(&Links::part(at));
        let kinds = [PartKind::Board, PartKind::Risk, PartKind::Profile, PartKind::Answers];
        let breaks = begins_page || kinds.contains(&part.kind);
        let is_one_page = matches!(part.kind, PartKind::Board | PartKind::Risk);
        self.room = if is_one_page { Room::OnePage } else { Room::Any };
        self.heading(2, |heading| {
            let heading = heading.breaks_page(breaks).raw(&start);
            heading.text(&part.heading).styled("Label", &count).raw(&end)
        });
        if let Some(intro) = &part.intro {
            self.add(self.paragraph("Intro").text(intro));
        }
        let (mut below, mut about) = (3, part.heading.as_str());
        for block in &part.blocks {
            if let Block::Heading(HeadingLevel::Three, heading) = block {
                (below, about) = (4, heading.as_str());
            }
            self.block(part, block, about, below);
        }
        self.room = Room::Any;
    }

    fn block(&mut self, part: &Part, block: &'a Block, about: &str, below: usize) {
        match block {
            Block::Heading(HeadingLevel::Three, text) => {
                self.heading(3, |heading| heading.text(text));
            }
            Block::Heading(HeadingLevel::Four, text) => {
                self.heading(4, |heading| heading.text(text));
            }
            Block::Paragraph(text) => self.add(self.paragraph("Normal").text(text)),
            Block::List(texts) => {
                for text in texts {
                    let entry = self.paragraph("ListParagraph").in_list(List::Bullets);
                    self.add(entry.text(text));
                }
            }
            Block::Folds(folds) => {
                for fold in folds {
                    let entry = self.paragraph("ListParagraph").in_list(List::Bullets);
                    self.add(entry.text(&fold.summary));
                }
            }
            Block::Facts(facts) => self.facts(about, facts),
            Block::Quote(quote) => self.quote(quote),
            Block::Items(items) => self.items(items, part.kind == PartKind::Answers),
            Block::Profile(profile) => self.profile(about, profile, Cells::Numbered),
            Block::Glance(profile) => self.profile(about, profile, Cells::Tiny),
            Block::Severity(severity) => self.severity(about, severity),
            Block::SeverityGlance(severity) => {
                let rows = severity.rows.iter().map(|row| row.in_short.as_str());
                let line = rows.collect::<Vec<_>>().join(" · ");
                self.add(self.paragraph("Normal").text(&line));
            }
            Block::Tactics(columns) if part.kind == PartKind::Risk => self.phases(about, columns),
            Block::Tactics(columns) => self.tactics(columns, below),
            Block::Tensions(tensions) => {
                for tension in tensions {
                    self.tension(tension, below);
                }
            }
        }
    }

    /// Labels and values, one a row; where there is one page, one behind the other.
    fn facts(&mut self, about: &str, facts: &[Labelled]) {
        if self.room == Room::OnePage {
            let mut line = self.paragraph("Normal");
            for (at, fact) in facts.iter().enumerate() {
                let before = if at == 0 { "" } else { " · " };
                line = line.text(before).styled("Strong", &fact.label).text(": ").text(&fact.value);
            }
            return self.add(line);
        }
        let table =
            Table { widths: &[30, 70], about, names_rows: true, direction: self.report.direction };
        let rows = facts.iter().map(|fact| {
            let label = self.paragraph("TableText").styled("Label", &fact.label);
            let value = self.paragraph("TableText").in_direction_of(&fact.value).text(&fact.value);
            vec![Cell::plain(label.xml()), Cell::plain(value.xml())]
        });
        let rows = rows.collect();
        self.table(&table, None, rows);
    }

    /// What somebody wrote, a paragraph for each of their lines.
    fn quote(&mut self, quote: &Quote) {
        let mut label = self.paragraph("QuoteLabel").text(&quote.label);
        if let Some(mark) = &quote.mark {
            label = label.text(" ").raw(&self.square(mark));
        }
        self.add(label);
        self.quoted(&quote.words);
    }

    fn quoted(&mut self, words: &str) {
        for line in text::lines(words) {
            self.add(self.paragraph("Quote").in_direction_of(line).text(line));
        }
    }

    fn items(&mut self, items: &[Item], is_annex: bool) {
        let list = match items.iter().find_map(|item| item.number) {
            Some(number) => self.lists.numbered_from(number),
            None => List::Bullets,
        };
        for item in items {
            self.item(item, list, is_annex);
        }
    }

    fn item(&mut self, item: &Item, list: List, is_annex: bool) {
        let has_more =
            !item.pressing.is_empty() || !item.lines.is_empty() || !item.details.is_empty();
        let mut title = self
            .paragraph("ListParagraph")
            .in_direction_of(&item.title)
            .keeps_next(has_more)
            .in_list(list);
        let question = item.mark.as_ref().and_then(|mark| mark.question.as_ref());
        let name = question.and_then(|question| self.links.answer(&question.id));
        let anchor = name.filter(|_| is_annex).map(|name| self.links.anchor(&name));
        let (start, end) = anchor.unwrap_or_default();
        title = title.raw(&start).styled("Strong", &item.title).raw(&end);
        if let Some(mark) = &item.mark {
            title = title.text(" ").raw(&self.square(mark));
        }
        self.add(title);
        if self.room == Room::OnePage {
            return self.in_one_paragraph(item);
        }
        // A finding stays on one page; answers with long notes need not, but for their last two lines:
        // how sure somebody is says nothing at the head of a page.
        let last = (item.lines.len() + item.details.len()).saturating_sub(1);
        let keeps = |at: usize| if is_annex { at + 1 == last } else { at < last };
        if !item.pressing.is_empty() {
            let paragraph = self.paragraph("ListContinue").keeps_next(true);
            self.add(paragraph.styled("Strong", &item.pressing));
        }
        for (at, line) in item.lines.iter().enumerate() {
            let paragraph = self.paragraph("ListContinue").in_direction_of(line);
            self.add(paragraph.keeps_next(keeps(at)).text(line));
        }
        for (at, detail) in item.details.iter().enumerate() {
            let label = format!("{}: ", detail.label);
            let paragraph = self.paragraph("Detail").keeps_next(keeps(item.lines.len() + at));
            self.add(paragraph.styled("Label", &label).text(&detail.value));
        }
    }

    /// What else an entry says, where lines take more room than there is.
    fn in_one_paragraph(&mut self, item: &Item) {
        let mut line = self.paragraph("ListContinue");
        if !item.pressing.is_empty() {
            line = line.styled("Strong", &item.pressing).text(" ");
        }
        if !item.pressing.is_empty() || !item.lines.is_empty() {
            self.add(line.text(&item.lines.join(" ")));
        }
    }

    fn tension(&mut self, tension: &TensionItem, level: usize) {
        let confidential = match tension.confidential {
            true => format!(" ({})", self.report.labels.confidential),
            false => String::new(),
        };
        self.heading(level, |heading| heading.text(&tension.title).styled("Label", &confidential));
        for side in &tension.sides {
            let mut line = self
                .paragraph("ListParagraph")
                .keeps_next(true)
                .in_list(List::Bullets)
                .styled("Label", &side.asked);
            if let Some(mark) = &side.mark {
                line = line.text(" ").raw(&self.square(mark));
            }
            self.add(line.text(" – ").text(&side.said));
        }
        self.add(self.paragraph("Normal").keeps_next(true).text(&tension.why));
        self.add(self.paragraph("Ask").text(&tension.ask));
        if let Some(because) = &tension.because {
            self.quoted(because);
        }
    }

    fn square(&self, mark: &domain::report::Mark) -> String {
        marks::words(mark, &self.links, self.report.direction)
    }
}
