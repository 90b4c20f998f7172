//! Charts. Each is first a table or a list that says the same; squares decorate it.

use domain::questions::Step;
use domain::report::{Glyph, Mark, Profile, ProfileRow, Report, Shade, TacticColumn, TensionItem};
use domain::texts::Direction;

use super::escape::text;
use super::square::{Link, shade, square_showing};

/// How the squares of a profile stand in their cells.
#[derive(Clone, Copy)]
pub(super) enum Cells {
    /// Each with its number, leading to its answer.
    Numbered,
    /// Small and without numbers.
    Tiny,
}

/// Where each answer stands, as a table with one row for each section.
pub(super) fn profile(report: &Report, profile: &Profile, cells: Cells, html: &mut String) {
    let labels = &report.labels;
    let class = match cells {
        Cells::Numbered => "profile",
        Cells::Tiny => "profile tiny",
    };
    html.push_str(&format!("<table class=\"{class}\">\n<thead>\n<tr class=\"axis\"><td></td>"));
    html.push_str(&format!(
        "<td colspan=\"5\"><span>{}</span><span>{}</span></td><td></td>{}</tr>\n",
        text(&labels.axis_low),
        text(&labels.axis_high),
        if profile.shows_does_not_apply { "<td></td>" } else { "" },
    ));
    html.push_str(&format!("<tr><th scope=\"col\">{}</th>", text(&labels.section)));
    for step in Step::ALL {
        let number = step.number().to_string();
        html.push_str(&format!(
            "<th scope=\"col\"><span aria-hidden=\"true\">{number}</span>\
             <span class=\"hidden\">{}</span></th>",
            text(&labels.step.replace("{step}", &number))
        ));
    }
    html.push_str(&format!("<th scope=\"col\" class=\"apart\">{}</th>", text(&labels.not_known)));
    if profile.shows_does_not_apply {
        html.push_str(&format!("<th scope=\"col\">{}</th>", text(&labels.does_not_apply)));
    }
    html.push_str("</tr>\n</thead>\n<tbody>\n");
    for row in &profile.rows {
        profile_row(row, profile.shows_does_not_apply, cells, html);
    }
    html.push_str("</tbody>\n</table>\n");
}

fn profile_row(row: &ProfileRow, shows_does_not_apply: bool, cells: Cells, html: &mut String) {
    let squares = |marks: &[Mark], attribute: &str, html: &mut String| {
        html.push_str(&format!("<td{attribute}>"));
        match cells {
            Cells::Numbered => numbered(marks, html),
            Cells::Tiny => tiny(marks, html),
        }
        html.push_str("</td>");
    };
    html.push_str("<tr><th scope=\"row\">");
    if !row.code.is_empty() {
        html.push_str(&format!("<span class=\"code\">{}</span> ", text(&row.code)));
    }
    html.push_str(&format!("{}</th>", text(&row.name)));
    for (step, marks) in Step::ALL.into_iter().zip(&row.steps) {
        squares(marks, &format!(" data-step=\"{}\"", step.number()), html);
    }
    squares(&row.not_known, " class=\"apart\"", html);
    if shows_does_not_apply {
        squares(&row.does_not_apply, "", html);
    }
    html.push_str("</tr>\n");
}

/// Small squares, decoration beside a text that says which they are.
fn tiny(marks: &[Mark], html: &mut String) {
    if marks.is_empty() {
        return;
    }
    html.push_str(&format!("<span class=\"hidden\">{}</span>", text(&Mark::listed(marks))));
    for mark in marks {
        let class = shade(mark.shade);
        html.push_str(&format!("<span class=\"square {class}\" aria-hidden=\"true\"></span>"));
    }
}

fn numbered(marks: &[Mark], html: &mut String) {
    let drawn: Vec<String> = marks
        .iter()
        .map(|mark| {
            let number = mark.question.as_ref().map(|question| question.number.as_str());
            square_showing(mark, number.unwrap_or_default(), Link::Annex(true))
        })
        .collect();
    html.push_str(&drawn.join(" "));
}

/// Tactics by phase, side by side.
pub(super) fn tactics(columns: &[TacticColumn], level: u8, html: &mut String) {
    html.push_str("<div class=\"tactics\">\n");
    for column in columns {
        html.push_str(&format!("<section>\n<h{level}>{}</h{level}>\n", text(&column.name)));
        if let Some(summary) = &column.summary {
            html.push_str(&format!("<p class=\"summary\">{}</p>\n", text(summary)));
        }
        html.push_str("<ul>\n");
        for tactic in &column.tactics {
            let detail = tactic.detail.as_ref().map(|detail| format!(" · {}", text(detail)));
            html.push_str(&format!(
                "<li><span class=\"glyph {}\" aria-hidden=\"true\"></span><div><p>{}</p>\
                 <p class=\"detail\" dir=\"auto\">{}{}</p></div></li>\n",
                glyph(tactic.glyph),
                text(&tactic.name),
                text(&tactic.state),
                detail.unwrap_or_default()
            ));
        }
        html.push_str("</ul>\n</section>\n");
    }
    html.push_str("</div>\n");
}

fn glyph(glyph: Glyph) -> &'static str {
    match glyph {
        Glyph::Used => "used",
        Glyph::Planned => "planned",
        Glyph::Unused => "unused",
        Glyph::Unknown => "unknown",
        Glyph::Unfit => "unfit",
        Glyph::Open => "open",
    }
}

/// The steps of a tension on a track of five, where at least two of its sides are steps. The list
/// beside it says the same.
pub(super) fn track(report: &Report, found: &TensionItem, html: &mut String) {
    let stands: Vec<(Step, &Mark)> = found
        .sides
        .iter()
        .filter_map(|side| side.mark.as_ref())
        .filter_map(|mark| match mark.shade {
            Shade::Step(step) => Some((step, mark)),
            Shade::Answered | Shade::NotKnown | Shade::DoesNotApply | Shade::Open => None,
        })
        .collect();
    let lowest = stands.iter().map(|(step, _)| *step).min();
    let highest = stands.iter().map(|(step, _)| *step).max();
    let (Some(lowest), Some(highest), true) = (lowest, highest, stands.len() > 1) else {
        html.push_str("<div class=\"track\"></div>\n");
        return;
    };
    let at = |step: Step| {
        let from_start = i32::from(step.number()) * 48 - 24;
        match report.direction {
            Direction::LeftToRight => from_start,
            Direction::RightToLeft => 240 - from_start,
        }
    };
    let above = |index: usize, step: Step| {
        let earlier = stands.iter().take(index).filter(|(other, _)| *other == step).count();
        i32::try_from(earlier).unwrap_or(0) * 28
    };
    let height = stands
        .iter()
        .enumerate()
        .map(|(index, (step, _))| above(index, *step) + 48)
        .max()
        .unwrap_or(48);
    html.push_str(&format!(
        "<div class=\"track\" aria-hidden=\"true\"><svg viewBox=\"0 0 240 {height}\" width=\"240\" \
         height=\"{height}\" focusable=\"false\">\n"
    ));
    for step in Step::ALL {
        let x = at(step);
        html.push_str(&format!(
            "<line class=\"hair\" x1=\"{x}\" x2=\"{x}\" y1=\"0\" y2=\"{}\"/>\
             <text x=\"{x}\" y=\"{}\">{}</text>\n",
            height - 16,
            height - 3,
            step.number()
        ));
    }
    if lowest != highest {
        html.push_str(&format!(
            "<line class=\"span\" x1=\"{}\" x2=\"{}\" y1=\"16\" y2=\"16\"/>\n",
            at(lowest),
            at(highest)
        ));
    }
    for (index, (step, mark)) in stands.iter().enumerate() {
        let y = 4 + above(index, *step);
        let code = mark.question.as_ref().map(|question| question.code.as_str());
        html.push_str(&format!(
            "<rect class=\"s{0}\" x=\"{1}\" y=\"{y}\" width=\"40\" height=\"24\"/>\
             <text class=\"on s{0}\" x=\"{2}\" y=\"{3}\">{4}</text>\n",
            step.number(),
            at(*step) - 20,
            at(*step),
            y + 16,
            text(code.unwrap_or_default())
        ));
    }
    html.push_str("</svg></div>\n");
}
