//! The plan as a calendar file (iCalendar, RFC 5545): a day for each action that is due, and a day a
//! year on to look at it all again.
//!
//! Nothing in it asks, reminds or invites: days alone, which show as free. An event keeps its name from
//! one file to the next, and says when it was written, so that a calendar takes the newer one for the
//! older. What is done or dropped is cancelled, which takes it out of most calendars; the others show
//! what its title says. In a copy for sharing the name is made of what the event says, and so tells no
//! more: it stays for as long as the action has its words and its day.
//!
//! There is no METHOD: that would be a message to somebody, from an organizer with an address
//! (RFC 5546, 3.2).

use domain::date::Date;
use domain::moment::Moment;
use domain::report::{Edition, PlanRow, Report};

const LINE_END: &str = "\r\n";

/// How many octets a line may have (RFC 5545, 3.1).
const LINE: usize = 75;

/// The first second of 2020. Versions of an event are counted from it in seconds: as whole numbers of
/// 32 bits, which calendars keep (RFC 5545, 3.3.8), they last until 2088.
const FIRST_VERSION: i64 = 1_577_836_800;

/// One day in the calendar.
struct Day<'a> {
    name: String,
    on: Date,
    summary: &'a str,
    about: &'a str,
    is_over: bool,
}

/// The calendar of a report, written at this moment.
pub(crate) fn calendar(report: &Report, at: Moment) -> String {
    let mut out = String::new();
    let seconds = at.now.0.div_euclid(1000);
    let (stamp, version) = (instant(seconds), seconds.saturating_sub(FIRST_VERSION));
    let version = version.clamp(0, i32::MAX.into());
    let written = format!("DTSTAMP:{stamp}\r\nLAST-MODIFIED:{stamp}\r\nSEQUENCE:{version}");
    line("BEGIN:VCALENDAR", &mut out);
    line("VERSION:2.0", &mut out);
    line("PRODID:-//Respect in Practice//EN", &mut out);
    line("CALSCALE:GREGORIAN", &mut out);
    // No property of the RFC says what a whole calendar is; this one is read by all that are in use.
    line(&format!("X-WR-CALDESC:{}", text(&report.copy_notice)), &mut out);
    line(&format!("X-WR-CALNAME:{}", text(&report.title)), &mut out);
    let mut shared = Vec::new();
    for row in &report.plan {
        let Some(on) = row.due else { continue };
        let labels = &report.rows.labels.plan;
        // Colleagues see a calendar: what rests on anything confidential shows there as a day.
        let (summary, about) = match (row.is_confidential, row.is_over) {
            (true, false) => (labels.unnamed.clone(), notice(report).to_owned()),
            (true, true) => (labels.unnamed_over.clone(), notice(report).to_owned()),
            (false, false) => (row.what.clone(), told(report, row)),
            (false, true) => (format!("{}: {}", row.status, row.what), told(report, row)),
        };
        let name = row.id.map_or_else(
            || {
                let said = (&row.what, on);
                shared.push(said);
                let nth = shared.iter().filter(|other| **other == said).count();
                hashed(report, &row.what, on, nth)
            },
            |id| named(report, &format!("action-{id}")),
        );
        let (summary, about) = (&*summary, &*about);
        event(report, &written, &Day { name, on, summary, about, is_over: row.is_over }, &mut out);
    }
    let on = report.date.next_year();
    let summary = &report.labels.review;
    let name = match report.id {
        Some(_) => named(report, "review"),
        None => hashed(report, summary, on, 1),
    };
    let review = Day { name, on, summary, about: &report.title, is_over: false };
    event(report, &written, &review, &mut out);
    line("END:VCALENDAR", &mut out);
    out
}

/// The name of an event of this assessment.
fn named(report: &Report, name: &str) -> String {
    format!("{name}-{}", report.id.as_deref().unwrap_or_default())
}

/// The name of an event in a copy that does not tell which assessment it is of: the same for the same words on
/// the same day, the first, second and so on with these.
fn hashed(report: &Report, what: &str, on: Date, nth: usize) -> String {
    let said = [&*report.title, what, &digits(on), &nth.to_string()].join("\n");
    format!("shared-{:08x}", crc32fast::hash(said.as_bytes()))
}

fn event(report: &Report, written: &str, day: &Day<'_>, out: &mut String) {
    line("BEGIN:VEVENT", out);
    line(&format!("UID:{}@respect-in-practice", day.name), out);
    written.lines().for_each(|said| line(said, out));
    line(&format!("DTSTART;VALUE=DATE:{}", digits(day.on)), out);
    line(&format!("SUMMARY;LANGUAGE={}:{}", report.language, text(day.summary)), out);
    if !day.about.is_empty() {
        line(&format!("DESCRIPTION:{}", text(day.about)), out);
    }
    line(if day.is_over { "STATUS:CANCELLED" } else { "STATUS:CONFIRMED" }, out);
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

/// A time in UTC, `20261124T103405Z`, from seconds since 1970.
fn instant(seconds: i64) -> String {
    let (days, of_day) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    let day = i32::try_from(days).ok().and_then(Date::from_days);
    let day = day.map(digits).unwrap_or_else(|| "19700101".to_owned());
    format!("{day}T{:02}{:02}{:02}Z", of_day / 3600, of_day / 60 % 60, of_day % 60)
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
    fn a_time_is_told_in_utc_and_of_a_clock_that_is_wrong_something_that_is_a_time() {
        assert_eq!(instant(1_795_516_445), "20261124T103405Z");
        assert_eq!(instant(-1), "19691231T235959Z");
        assert_eq!(instant(i64::MAX / 1000), "19700101T071255Z");
    }

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
