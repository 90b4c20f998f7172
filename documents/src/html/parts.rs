//! The parts of a report and what stands in them.

use domain::report::{
    Block, HeadingLevel, Item, Labelled, Part, PartKind, Quote, Report, TensionItem,
};

use super::charts;
use super::escape::text;
use super::square::{Link, square};

/// One part.
pub(super) fn part(report: &Report, id: &str, part: &Part, html: &mut String) {
    let count = part.count.map(|count| format!(" <span class=\"count\">{count}</span>"));
    html.push_str(&format!(
        "<section class=\"part part-{id}\" aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">{}{}</h2>\n",
        text(&part.heading),
        count.unwrap_or_default(),
    ));
    if let Some(intro) = &part.intro {
        html.push_str(&format!("<p class=\"intro\">{}</p>\n", text(intro)));
    }
    // The annex is where the squares of a chart lead to.
    let is_annex = part.kind == PartKind::Answers;
    let mut below = 3;
    for piece in &part.blocks {
        if let Block::Heading(HeadingLevel::Three, _) = piece {
            below = 4;
        }
        block(report, piece, is_annex, below, html);
    }
    html.push_str("</section>\n");
}

fn block(report: &Report, block: &Block, is_annex: bool, below: u8, html: &mut String) {
    match block {
        Block::Heading(HeadingLevel::Three, heading) => {
            html.push_str(&format!("<h3>{}</h3>\n", text(heading)));
        }
        Block::Heading(HeadingLevel::Four, heading) => {
            html.push_str(&format!("<h4>{}</h4>\n", text(heading)));
        }
        Block::Paragraph(paragraph) => html.push_str(&format!("<p>{}</p>\n", text(paragraph))),
        Block::List(list) => {
            html.push_str("<ul>\n");
            for entry in list {
                html.push_str(&format!("<li>{}</li>\n", text(entry)));
            }
            html.push_str("</ul>\n");
        }
        Block::Facts(facts) => details(facts, "list", html),
        Block::Quote(words) => quote(words, html),
        Block::Items(list) => items(list, is_annex, html),
        Block::Profile(profile) => charts::profile(report, profile, charts::Cells::Numbered, html),
        Block::Glance(profile) => charts::profile(report, profile, charts::Cells::Tiny, html),
        Block::Tactics(columns) => charts::tactics(columns, below, html),
        Block::Tensions(tensions) => {
            for found in tensions {
                tension(report, found, below, html);
            }
        }
    }
}

fn items(items: &[Item], is_annex: bool, html: &mut String) {
    let numbered = items.iter().any(|item| item.number.is_some());
    let (open, close) = if numbered {
        ("<ol class=\"items\">", "</ol>")
    } else {
        ("<ul class=\"items\">", "</ul>")
    };
    html.push_str(open);
    html.push('\n');
    for item in items {
        let question = item.mark.as_ref().and_then(|mark| mark.question.as_ref());
        match question.filter(|_| is_annex) {
            Some(question) => {
                html.push_str(&format!("<li id=\"q-{}\">", text(question.id.as_str())));
            }
            None => html.push_str("<li>"),
        }
        if let Some(number) = item.number {
            html.push_str(&format!("<span class=\"number\">{number}</span>"));
        }
        if let Some(mark) = &item.mark {
            html.push_str(&square(mark, Link::Annex(!is_annex)));
        }
        html.push_str(&format!("<div><p class=\"title\" dir=\"auto\">{}</p>\n", text(&item.title)));
        for line in &item.lines {
            html.push_str(&format!("<p dir=\"auto\">{}</p>\n", text(line)));
        }
        if !item.details.is_empty() {
            details(&item.details, "details", html);
        }
        html.push_str("</div></li>\n");
    }
    html.push_str(close);
    html.push('\n');
}

/// Labels with their values; a label that comes again at once stands for all of them.
fn details(facts: &[Labelled], class: &str, html: &mut String) {
    html.push_str(&format!("<dl class=\"{class}\">\n"));
    for alike in facts.chunk_by(|one, next| one.label == next.label) {
        html.push_str("<div>");
        if let Some(first) = alike.first() {
            html.push_str(&format!("<dt>{}</dt>", text(&first.label)));
        }
        for fact in alike {
            html.push_str(&format!("<dd dir=\"auto\">{}</dd>", text(&fact.value)));
        }
        html.push_str("</div>\n");
    }
    html.push_str("</dl>\n");
}

fn quote(quote: &Quote, html: &mut String) {
    let mark = quote.mark.as_ref().map(|mark| square(mark, Link::Annex(true)));
    html.push_str(&format!(
        "<figure>\n<figcaption>{}{}</figcaption>\n<blockquote dir=\"auto\">{}</blockquote>\n\
         </figure>\n",
        mark.unwrap_or_default(),
        text(&quote.label),
        text(&quote.words)
    ));
}

fn tension(report: &Report, found: &TensionItem, below: u8, html: &mut String) {
    html.push_str("<article class=\"tension\">\n");
    charts::track(report, found, html);
    html.push_str(&format!("<div>\n<h{below}>{}", text(&found.title)));
    if found.confidential {
        html.push_str(&format!(
            " <span class=\"confidential\">{}</span>",
            text(&report.labels.confidential)
        ));
    }
    html.push_str(&format!("</h{below}>\n<ul class=\"sides\">\n"));
    for side in &found.sides {
        let mark = side.mark.as_ref().map(|mark| square(mark, Link::Annex(true)));
        html.push_str(&format!(
            "<li>{}<p><span class=\"asked\">{}</span> – {}</p></li>\n",
            mark.unwrap_or_default(),
            text(&side.asked),
            text(&side.said)
        ));
    }
    html.push_str(&format!(
        "</ul>\n<p>{}</p>\n<p class=\"ask\">{}</p>\n",
        text(&found.why),
        text(&found.ask)
    ));
    if let Some(because) = &found.because {
        html.push_str(&format!("<blockquote dir=\"auto\">{}</blockquote>\n", text(because)));
    }
    html.push_str("</div>\n</article>\n");
}
