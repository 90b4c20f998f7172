//! The plan as a calendar file (iCalendar, RFC 5545): a day for each action that is due, and a day a
//! year on to look at it all again.
//!
//! Nothing in it asks, reminds or invites: days alone, which show as free. An event keeps its name from
//! one file to the next, so that a calendar takes the newer one for the older. In a copy for sharing
//! the name is made of what the event says, and so tells no more.

use domain::date::Date;
use domain::report::{Edition, PlanRow, Report};

const LINE_END: &str = "\r\n";

/// How many octets a line may have (RFC 5545, 3.1).
const LINE: usize = 75;

/// The calendar of a report.
pub(crate) fn calendar(report: &Report) -> String {
    let mut out = String::new();
    line("BEGIN:VCALENDAR", &mut out);
    line("VERSION:2.0", &mut out);
    line("PRODID:-//Respect in Practice//EN", &mut out);
    line("CALSCALE:GREGORIAN", &mut out);
    // No property of the RFC says what a whole calendar is; this one is read by all that are in use.
    line(&format!("X-WR-CALDESC:{}", text(&report.copy_notice)), &mut out);
    line(&format!("X-WR-CALNAME:{}", text(&report.title)), &mut out);
    for row in &report.plan {
        if let Some(due) = row.due.filter(|_| !row.is_over) {
            let name = row.id.map(|id| format!("action-{id}"));
            // Colleagues see a calendar: what rests on anything confidential shows there as a day.
            let (what, about) = match row.is_confidential {
                true => (&report.rows.labels.plan.unnamed, notice(report).to_owned()),
                false => (&row.what, told(report, row)),
            };
            event(report, name.as_deref(), due, what, &about, &mut out);
        }
    }
    let review = report.date.next_year();
    event(report, Some("review"), review, &report.labels.review, &report.title, &mut out);
    line("END:VCALENDAR", &mut out);
    out
}

fn event(
    report: &Report,
    name: Option<&str>,
    on: Date,
    summary: &str,
    about: &str,
    out: &mut String,
) {
    let made = digits(report.date);
    let name = match (name, &report.id) {
        (Some(name), Some(assessment)) => format!("{name}-{assessment}"),
        _ => {
            let said = [summary, about, &digits(on)].join("\n");
            format!("shared-{:08x}", crc32fast::hash(said.as_bytes()))
        }
    };
    line("BEGIN:VEVENT", out);
    line(&format!("UID:{name}@respect-in-practice"), out);
    // The hour is not known, nor needed: it tells versions of one event apart.
    line(&format!("DTSTAMP:{made}T000000Z"), out);
    line(&format!("DTSTART;VALUE=DATE:{}", digits(on)), out);
    line(&format!("SUMMARY;LANGUAGE={}:{}", report.language, text(summary)), out);
    if !about.is_empty() {
        line(&format!("DESCRIPTION:{}", text(about)), out);
    }
    line("TRANSP:TRANSPARENT", out);
    line("CLASS:PRIVATE", out);
    line("END:VEVENT", out);
}

/// Among the days of others an example has to say itself that it is one.
fn notice(report: &Report) -> &str {
    if report.edition == Edition::Example { &report.copy_notice } else { "" }
}

/// What is known of an action, line by line. For which risks it is stands nowhere in a calendar: their
/// names say what happens to whom.
fn told(report: &Report, row: &PlanRow) -> String {
    let labels = &report.rows.labels.plan;
    let said = [
        (&labels.status, &row.status),
        (&labels.overdue, &row.overdue),
        (&labels.owner, &row.owner),
        (&labels.effort, &row.effort),
        (&labels.needs, &row.needs),
        (&labels.first_step, &row.first_step),
        (&labels.first_sign, &row.first_sign),
        (&labels.reason, &row.reason),
    ];
    let said = said.into_iter().filter(|(_, said)| !said.is_empty());
    let said = said.map(|(label, said)| format!("{label}: {said}"));
    let notice = Some(notice(report).to_owned()).filter(|notice| !notice.is_empty());
    notice.into_iter().chain(said).collect::<Vec<_>>().join("\n")
}

fn digits(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year, day.month, day.day)
}

/// A text without what would end its line or begin another property (RFC 5545, 3.3.11).
fn text(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for letter in words.replace("\r\n", "\n").chars() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{85}' => out.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}

/// A line, folded where it is too long: what follows begins with a space. Never within a letter.
fn line(content: &str, out: &mut String) {
    let mut room = LINE;
    for letter in content.chars() {
        if letter.len_utf8() > room {
            out.push_str(LINE_END);
            out.push(' ');
            room = LINE - 1;
        }
        room -= letter.len_utf8();
        out.push(letter);
    }
    out.push_str(LINE_END);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_stays_one_property() {
        assert_eq!(text("a;b,c\\d"), "a\\;b\\,c\\\\d");
        assert_eq!(text("a\r\nEND:VEVENT\rb\u{2028}c\u{0}"), "a\\nEND:VEVENT\\nb\\nc");
    }

    #[test]
    fn long_lines_are_folded_within_their_length_and_read_back_the_same() {
        let long = format!("SUMMARY:{}", "ü€a".repeat(60));
        let mut out = String::new();
        line(&long, &mut out);
        assert!(out.split(LINE_END).all(|line| line.len() <= LINE), "{out}");
        assert_eq!(out.replace("\r\n ", "").trim_end(), long);
    }
}
