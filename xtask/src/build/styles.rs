//! One style sheet from many files, and those of its rules that stand in the page itself: what the
//! screens up to the first question are drawn with. The sheet holds them again, because a server's own
//! policy may refuse what stands in the page; rules that come twice in the same order change nothing.
//! `tests/browser/first-words.test.mjs` compares both looks.
//!
//! Comments and needless space go; nothing is rewritten, because
//! the sheet uses what is newer than any rewriter (relative colours, container queries).

use std::fs;
use std::path::Path;

use super::Dist;

/// The files for what the first half of the app draws.
const FIRST: [&str; 14] = [
    "tokens.css",
    "base.css",
    "parts/button.css",
    "parts/choose.css",
    "parts/field.css",
    "parts/header.css",
    "parts/notice.css",
    "parts/radios.css",
    "parts/section.css",
    "parts/square.css",
    "parts/start.css",
    "parts/strip.css",
    "parts/title.css",
    "questions/reflection.css",
];

/// How reports look on paper. HTML files hold it too.
const PAPER: &str = "paper.css";

/// Rules of the page, in a layer: what a report looks like on paper comes behind all of them, and
/// begins from nothing.
fn layered(sheet: &str) -> String {
    format!("@layer page{{{}}}", tight(sheet))
}

/// Joins the files in the order in which they build on each other. Returns the rules that stand in
/// the page.
pub(super) fn add(root: &Path, dist: &mut Dist) -> Result<String, String> {
    let folder = root.join("styles");
    let mut names = vec!["tokens.css".to_owned(), "base.css".to_owned()];
    names.extend(inside(&folder, "parts")?);
    names.extend(inside(&folder, "questions")?);
    names.push("print.css".to_owned());
    if let Some(gone) = FIRST.iter().find(|first| !names.iter().any(|name| name == *first)) {
        return Err(format!("styles/{gone} is to stand in the page, and is not there"));
    }
    let read = |name: &str| {
        let text = fs::read_to_string(folder.join(name));
        text.map_err(|error| format!("styles/{name}: {error}"))
    };
    let (mut sheet, mut first) = (String::new(), String::new());
    for name in names {
        let text = read(&name)? + "\n";
        sheet.push_str(&text);
        if FIRST.contains(&name.as_str()) {
            first.push_str(&text);
        }
    }
    let paper = read(PAPER)?;
    let sheet = layered(&sheet) + &tight(&paper);
    dist.insert("styles.css".into(), sheet.into_bytes());
    Ok(layered(&first))
}

fn inside(folder: &Path, name: &str) -> Result<Vec<String>, String> {
    let fault = |error: std::io::Error| format!("styles/{name}: {error}");
    let mut names = Vec::new();
    for entry in fs::read_dir(folder.join(name)).map_err(fault)? {
        let file = entry.map_err(fault)?.file_name();
        let file = file.to_string_lossy();
        if file.ends_with(".css") {
            names.push(format!("{name}/{file}"));
        }
    }
    names.sort();
    Ok(names)
}

/// Takes away comments, and space that separates nothing. What stands in quotes or in `url()`
/// stays as it is; so does the space around operators, which `calc` and selectors need.
pub(super) fn tight(sheet: &str) -> String {
    let mut out = String::with_capacity(sheet.len());
    let mut rest = sheet;
    let mut space = false;
    while let Some(first) = rest.chars().next() {
        let length = if let Some(behind) = rest.strip_prefix("/*") {
            rest = behind.split_once("*/").map_or("", |(_, behind)| behind);
            space = true;
            continue;
        } else if first.is_ascii_whitespace() {
            rest = rest.trim_ascii_start();
            space = true;
            continue;
        } else if first == '"' || first == '\'' {
            quoted(rest, first)
        } else if rest.starts_with("url(") {
            rest.find(')').map_or(rest.len(), |end| end + 1)
        } else {
            first.len_utf8()
        };
        let apart = out.is_empty() || out.ends_with(['{', '}', ';', ',', ':']);
        if space && !apart && !"{};,".contains(first) {
            out.push(' ');
        }
        space = false;
        if first == '}' && out.ends_with(';') {
            out.pop();
        }
        let (token, behind) = rest.split_at(length);
        out.push_str(token);
        rest = behind;
    }
    out
}

fn quoted(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if c == quote => return at + 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(sheet: &str, expected: &str) {
        assert_eq!(tight(sheet), expected);
    }

    #[test]
    fn comments_and_needless_space_go() {
        check(
            "/* why */\na ,\nb {\n  color: red;\n  margin: 0 auto;\n}\n",
            "a,b{color:red;margin:0 auto}",
        );
        check("a /* one */ b{}", "a b{}");
    }

    #[test]
    fn what_means_something_stays() {
        for same in [
            ":root{--act:oklch(from var(--accent) .41 min(c, .13) h)}",
            "@supports not (color:oklch(from red l c h)){a{color:#000}}",
            "@container side (width > 30em){a :hover > b + c{width:calc(1px + 2px)}}",
            "a::before{content:\"/* ; */ \\\" }  x\"}",
            "a{background:url(data:image/png;base64,AA  ==)}",
        ] {
            check(same, &same.replace(", ", ","));
        }
    }
}
