//! Reports as one self-contained page: no script, no reference to anything outside, prints on A4
//! and Letter. What it holds is drawn as in the page (`drawing`); here stand its head and its look.

mod encode;

use std::fmt::Write as _;

use domain::report::Report;
use encode::escaped;

use crate::drawing;

/// The look of the page on a screen, light and dark.
const SCREEN: &str = include_str!("html/report.css");

/// Its look on paper, which is that of a report printed from the page.
const PAPER: &str = include_str!("../../styles/paper.css");

/// Lets nothing load and nothing run, also where the file is opened from a disk.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; \
                      form-action 'none'";

/// The page of a report.
pub(crate) fn page(report: &Report) -> String {
    let mut html = String::from("<!doctype html>\n");
    html.push_str(&format!(
        "<html lang=\"{}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n",
        escaped(&report.language),
        report.direction.attribute(),
    ));
    html.push_str(&format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <title>{}</title>\n<style>\n{SCREEN}{PAPER}:root {{ --running: {}; }}\n</style>\n</head>\n",
        escaped(&report.title),
        css_string(&report.running),
    ));
    html.push_str("<body>\n<main>\n");
    encode::node(&drawing::file(report), &mut html);
    html.push_str("</main>\n</body>\n</html>\n");
    html
}

/// A quoted string in a style sheet. All but plain letters and digits is written as a code point,
/// so that nothing ends the string or the sheet; the space behind each belongs to it (CSS Syntax,
/// 4.3.7).
fn css_string(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            letter if letter.is_ascii_alphanumeric() || letter == ' ' => quoted.push(letter),
            letter if letter.is_control() => quoted.push(' '),
            letter => {
                // Writing to a string cannot fail.
                let _ = write!(quoted, "\\{:06x} ", u32::from(letter));
            }
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_typed_ends_a_string_or_the_sheet() {
        assert_eq!(css_string("a\"</style>\n"), "\"a\\000022 \\00003c \\00002f style\\00003e  \"");
    }
}
