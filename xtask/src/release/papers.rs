//! Texts as they stand in a release: with its version, with the sum of its script, and with no link that
//! leads out of it.

use super::About;

/// Where the documents say that the assessment lies.
const THERE: &str = "https://assess.intranet.example/";

/// What is said of a file that a release does not bring.
const IN_THE_SOURCE: &str = " in the source";

/// The script of the element, as pieces to be copied name it.
const SCRIPT: &str = "respect-in-practice.js\">";

/// A text with what its marks stand for. Any other mark is told.
pub(super) fn filled(text: &str, about: &About) -> Result<String, String> {
    let text = text.replace("{{version}}", &about.version);
    let text = text.replace("{{commit}}", &about.commit).replace("{{build}}", &about.build);
    match text.split_once("{{") {
        Some((_, behind)) => Err(format!("no such mark: {}", behind.lines().next().unwrap_or(""))),
        None => Ok(text),
    }
}

/// A text in which each piece to be copied that has the element names its script with the version in the
/// address and with the sum of these bytes, which a browser compares before it runs them.
pub(super) fn with_sum(text: &str, version: &str, integrity: &str) -> Result<String, String> {
    let mut count = 0;
    let pieces = text.split("```").enumerate().map(|(at, piece)| {
        // Every second one stands between fences.
        if at % 2 == 0 || !piece.starts_with("html\n") || !piece.contains(SCRIPT) {
            return piece.to_owned();
        }
        count += 1;
        let script = SCRIPT.replace("\">", &format!("\" integrity=\"{integrity}\">"));
        piece.replace(THERE, &format!("{THERE}{version}/")).replace(SCRIPT, &script)
    });
    let text = pieces.collect::<Vec<_>>().join("```");
    if count == 0 {
        return Err("no piece to be copied has the element's script".into());
    }
    Ok(text)
}

/// A text in which links stand that lead somewhere: of those to a file that is not there, the words stay,
/// and that it is in the source.
///
/// `folder` is the one in which the text lies, with its slash.
pub(super) fn linked(text: &str, folder: &str, is_there: impl Fn(&str) -> bool) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once("](") {
        out.push_str(before);
        let (target, after) = behind.split_once(')').unwrap_or((behind, ""));
        let begin = out.rfind('[');
        match begin {
            Some(begin) if !leads(target, folder, &is_there) => {
                out.remove(begin);
                if begin > 0 && out.as_bytes().get(begin - 1) == Some(&b'!') {
                    out.remove(begin - 1);
                }
                out.push_str(IN_THE_SOURCE);
            }
            _ => {
                out.push_str("](");
                out.push_str(target);
                out.push(')');
            }
        }
        rest = after;
    }
    out + rest
}

/// Whether a link leads anywhere: to an address, within its own text, or to a file that is there.
fn leads(target: &str, folder: &str, is_there: impl Fn(&str) -> bool) -> bool {
    if target.starts_with('#') || target.contains("://") {
        return true;
    }
    let path = target.split('#').next().unwrap_or(target);
    let mut parts: Vec<_> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." | "" => {}
            _ => parts.push(part),
        }
    }
    is_there(&parts.join("/"))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "test code")]
mod tests {
    use super::*;

    #[test]
    fn marks_are_filled_and_a_mark_that_nobody_knows_is_told() {
        let about = About { version: "1.2.3".into(), commit: "ab".into(), build: "cd".into() };
        let text = filled("{{version}} {{commit}} {{build}}", &about).unwrap();
        assert_eq!(text, "1.2.3 ab cd");
        assert_eq!(filled("a {{date}}\nb", &about).unwrap_err(), "no such mark: date}}");
    }

    #[test]
    fn the_element_is_named_with_version_and_sum_and_a_frame_by_hand_stays_as_it_is() {
        let frame = format!("```html\n<iframe src=\"{THERE}\"></iframe>\n```\nand {SCRIPT}\n");
        let element =
            format!("```html\n<script src=\"{THERE}{SCRIPT}</script>\n<a src=\"{THERE}\">```");
        let text = with_sum(&format!("{frame}{element}"), "1.2.3", "sha256-x=").unwrap();
        assert!(text.starts_with(&frame), "{text}");
        let script = "<script src=\"https://assess.intranet.example/1.2.3/respect-in-practice.js\" \
                      integrity=\"sha256-x=\"></script>\n<a src=\"https://assess.intranet.example/1.2.3/\">```";
        assert!(text.ends_with(script), "{text}");
        assert!(with_sum(&frame, "1.2.3", "sha256-x=").is_err(), "a sum that stands nowhere");
    }

    #[test]
    fn of_a_link_that_leads_out_of_a_release_the_words_stay_and_that_it_is_in_the_source() {
        let is_there = |path: &str| ["docs/a.md", "INSTALL.md"].contains(&path);
        let text = "[one](a.md#x), [two](../INSTALL.md), [`three`](../src/a.rs) ![four](images/a.png) \
                    [five](https://a.example/(b)) [six](#y) [seven](gone.md).";
        assert_eq!(
            linked(text, "docs/", is_there),
            "[one](a.md#x), [two](../INSTALL.md), `three` in the source four in the source \
             [five](https://a.example/(b)) [six](#y) seven in the source."
        );
    }
}
