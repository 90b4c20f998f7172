//! Rules of every file of the tree, whatever its language.

use super::{Broken, Source};

/// A word put together here, so that this file does not break the rule it checks.
fn word(parts: &[&str]) -> String {
    parts.concat()
}

fn is_script_or_page(source: &Source<'_>) -> bool {
    let shipped = ["src/", "editor/", "domain/", "documents/", "element/", "one-file/"];
    let path = source.path;
    shipped.iter().any(|folder| path.starts_with(folder))
        || ["index.html", "start.js", "powers.js", "framed.js"].contains(&path)
}

/// It is only named where it is taken away at the seal, and tried: no policy covers it.
pub(super) fn peer_connection(source: &Source<'_>) -> Vec<Broken> {
    if !is_script_or_page(source) {
        return Vec::new();
    }
    // The one line that names what is taken away.
    let allowed = |line: &str| source.path == "powers.js" && line.starts_with("const PEERS = [");
    lines_with(source, &[&word(&["RTC", "PeerConnection"]), &word(&["Rtc", "PeerConnection"])])
        .into_iter()
        .filter(|(_, line)| !allowed(line))
        .map(|(broken, _)| broken)
        .collect()
}

/// A hint that opens a connection which no policy covers in Chromium.
pub(super) fn preconnect(source: &Source<'_>) -> Vec<Broken> {
    if !is_script_or_page(source) {
        return Vec::new();
    }
    let hints = [word(&["pre", "connect"]), word(&["dns-", "prefetch"])];
    lines_with(source, &[&hints[0], &hints[1]]).into_iter().map(|(broken, _)| broken).collect()
}

/// The mark by which the build puts rules into the page, and their hash into its policy.
const STYLES: &str = "<style>{{styles}}</style>";

/// The page's policy refuses all but the build's own rules, without a word on the screen.
pub(super) fn inline(source: &Source<'_>) -> Vec<Broken> {
    if source.path != "index.html" {
        return Vec::new();
    }
    let text = source.text;
    let mut broken = Vec::new();
    for (offset, tag) in text.match_indices("<script") {
        let tag = text.get(offset + tag.len()..).and_then(|behind| behind.split('>').next());
        if !tag.unwrap_or_default().contains(" src=") {
            broken.push(Broken { offset, by: "a script without src".into() });
        }
    }
    let built = |offset: usize| text.get(offset..).is_some_and(|at| at.starts_with(STYLES));
    let styles = text.match_indices("<style").filter(|(offset, _)| !built(*offset));
    for (offset, found) in styles.chain(text.match_indices(" style=")) {
        broken.push(Broken { offset, by: found.trim().into() });
    }
    for (offset, found) in text.match_indices(" on") {
        let name = text.get(offset + found.len()..).unwrap_or_default();
        let length = name.find(|c: char| !c.is_ascii_lowercase()).unwrap_or(name.len());
        if length > 0 && name.get(length..).is_some_and(|behind| behind.starts_with("=\"")) {
            broken.push(Broken {
                offset,
                by: format!("on{}", name.get(..length).unwrap_or_default()),
            });
        }
    }
    broken
}

/// Packages come through the ordinary clients; their hosts stand in lock files alone.
pub(super) fn registries(source: &Source<'_>) -> Vec<Broken> {
    let name = source.path.rsplit('/').next().unwrap_or_default();
    if name == "Cargo.lock" || name == "package-lock.json" {
        return Vec::new();
    }
    let hosts = [["crates", ".io"], ["npmjs", ".org"], ["npmjs", ".com"], ["pypi", ".org"]]
        .map(|parts| word(&parts));
    let hosts: Vec<_> = hosts.iter().map(String::as_str).collect();
    lines_with(source, &hosts).into_iter().map(|(broken, _)| broken).collect()
}

/// A path that is right on one machine alone.
pub(super) fn machine_paths(source: &Source<'_>) -> Vec<Broken> {
    let folders = [["/ho", "me/"], ["/ro", "ot/"], ["/Us", "ers/"], ["/wo", "rk/"], ["C:", "\\"]];
    let mut broken = Vec::new();
    for folder in folders.map(|parts| word(&parts)) {
        for (offset, found) in source.text.match_indices(folder.as_str()) {
            let before = source.text.get(..offset).unwrap_or_default();
            // Part of a longer path or address.
            let longer = |c: char| c.is_alphanumeric() || "._-/~}*)]".contains(c);
            if !before.ends_with(longer) {
                broken.push(Broken { offset, by: format!("holds {found}") });
            }
        }
    }
    broken
}

/// `TODO(topic):` with an entry in the issue list; anything else is forgotten.
pub(super) fn todo(source: &Source<'_>) -> Vec<Broken> {
    let mark = word(&["TO", "DO"]);
    let mut broken = Vec::new();
    for (offset, found) in words(source.text, &mark) {
        let behind = source.text.get(offset + found.len()..).unwrap_or_default();
        let topic = behind.strip_prefix('(').and_then(|behind| behind.split_once(')'));
        if topic.is_none_or(|(topic, _)| topic.trim().is_empty()) {
            broken.push(Broken { offset, by: "without a topic in brackets".into() });
        }
    }
    broken
}

/// Places where one of the words stands, each with its line.
fn lines_with<'a>(source: &Source<'a>, words: &[&str]) -> Vec<(Broken, &'a str)> {
    let mut found = Vec::new();
    let mut offset = 0;
    for line in source.text.split_inclusive('\n') {
        for word in words.iter().filter(|word| line.contains(**word)) {
            found.push((Broken { offset, by: format!("names {word}") }, line));
        }
        offset += line.len();
    }
    found
}

/// Places where a word stands by itself.
fn words<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = (usize, &'a str)> + 'a {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices(word).filter(move |(at, found)| {
        let before = text.get(..*at).unwrap_or_default();
        let behind = text.get(at + found.len()..).unwrap_or_default();
        !before.ends_with(part) && !behind.starts_with(part)
    })
}
