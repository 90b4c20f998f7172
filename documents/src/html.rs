//! Reports as one self-contained page: no script, no reference to anything outside, prints on A4
//! and Letter. Everything that was typed is escaped.

mod charts;
mod escape;
mod parts;
mod square;

use domain::report::{Part, PartKind, Report};
use domain::texts::Direction;
use escape::{css_string, text};

/// The look of the page, light and dark, screen and paper.
const STYLE: &str = include_str!("html/report.css");

/// Lets nothing load and nothing run, also where the file is opened from a disk.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; \
                      form-action 'none'";

/// The page of a report.
pub(crate) fn page(report: &Report) -> String {
    let mut html = String::from("<!doctype html>\n");
    html.push_str(&format!(
        "<html lang=\"{}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n",
        text(&report.language),
        report.direction.attribute(),
    ));
    html.push_str(&format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <title>{}</title>\n<style>\n{STYLE}{}</style>\n</head>\n",
        text(&report.title),
        margins(report),
    ));
    html.push_str("<body>\n");
    cover(report, &mut html);
    html.push_str("<main>\n");
    let mut rest = Numbered::of(report);
    while let Some((id, part)) = rest.next() {
        if part.kind == PartKind::HowToRead {
            continue;
        }
        if part.kind.is_beside() {
            html.push_str("<div class=\"beside\">\n");
            parts::part(report, &id, part, &mut html);
            while let Some((id, part)) = rest.next_if(|part| part.kind.is_beside()) {
                parts::part(report, &id, part, &mut html);
            }
            html.push_str("</div>\n");
        } else {
            parts::part(report, &id, part, &mut html);
        }
    }
    html.push_str("</main>\n</body>\n</html>\n");
    html
}

fn cover(report: &Report, html: &mut String) {
    html.push_str(&format!(
        "<header class=\"cover\">\n<p class=\"notice\">{}</p>\n<p class=\"kicker\">{}</p>\n\
         <h1 dir=\"auto\">{}</h1>\n<p class=\"lead\">{}</p>\n<dl class=\"facts\">\n",
        text(&report.copy_notice),
        text(&report.kicker),
        text(&report.title),
        text(&report.lead),
    ));
    for fact in &report.facts {
        html.push_str(&format!(
            "<div><dt>{}</dt><dd dir=\"auto\">{}</dd></div>\n",
            text(&fact.label),
            text(&fact.value)
        ));
    }
    html.push_str("</dl>\n<div class=\"columns\">\n");
    for (id, part) in Numbered::of(report) {
        if part.kind == PartKind::HowToRead {
            parts::part(report, &id, part, html);
        }
    }
    html.push_str(&format!(
        "<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">{}</h2>\n<ul>\n",
        text(&report.labels.contents)
    ));
    for (id, part) in Numbered::of(report) {
        if part.kind != PartKind::HowToRead {
            html.push_str(&format!(
                "<li><a href=\"#{}\">{}</a></li>\n",
                text(&id),
                text(&part.heading)
            ));
        }
    }
    html.push_str(&format!(
        "</ul>\n</nav>\n</div>\n<p class=\"colophon\">{}</p>\n</header>\n",
        text(&report.colophon)
    ));
}

/// Subject, date and kind of copy at the foot of each printed page, and the page's number, in
/// browsers that draw margin boxes.
fn margins(report: &Report) -> String {
    let (start, end) = match report.direction {
        Direction::LeftToRight => ("left", "right"),
        Direction::RightToLeft => ("right", "left"),
    };
    let shown = css_string(&report.running);
    let page = report.labels.page.as_str();
    let mut number = String::new();
    let mut rest = page;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, behind) = after.split_once('}').unwrap_or((after, ""));
        number.push_str(&css_string(before));
        match name {
            "page" => number.push_str(" counter(page) "),
            "pages" => number.push_str(" counter(pages) "),
            _ => {}
        }
        rest = behind;
    }
    number.push_str(&css_string(rest));
    format!(
        "@page {{ @bottom-{start} {{ content: {shown}; }} @bottom-{end} {{ content: {number}; }} }}\n"
    )
}

/// The parts of a report, each with an anchor of its own.
struct Numbered<'a> {
    parts: &'a [Part],
    at: usize,
}

impl<'a> Numbered<'a> {
    fn of(report: &'a Report) -> Self {
        Self { parts: &report.parts, at: 0 }
    }

    fn next_if(&mut self, fits: impl Fn(&Part) -> bool) -> Option<(String, &'a Part)> {
        self.parts.get(self.at).filter(|part| fits(part))?;
        self.next()
    }
}

impl<'a> Iterator for Numbered<'a> {
    type Item = (String, &'a Part);

    fn next(&mut self) -> Option<Self::Item> {
        let part = self.parts.get(self.at)?;
        let before = self.parts.iter().take(self.at).filter(|other| other.kind == part.kind);
        let id = match before.count() {
            0 => part.kind.name().to_owned(),
            earlier => format!("{}-{}", part.kind.name(), earlier + 1),
        };
        self.at += 1;
        Some((id, part))
    }
}
