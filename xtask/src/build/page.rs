//! The start page: its words stand in the page itself, so that they are there before any script.

use std::fs;
use std::path::Path;

use domain::texts::{Text, first, later};

use super::Dist;
use super::named::{self, List};
use compiler::problem::{self, At, Problems};
use domain::bank::Bank;

/// Stands before the page. Servers that name another encoding than the page's are not believed then.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// Its name.
pub(crate) const NAME: &str = "index.html";

/// What is put into the page beside words.
pub(super) struct Filling<'a> {
    /// What the build says of itself.
    pub(super) build: &'a str,
    /// The rules that stand in the page.
    pub(super) styles: &'a str,
    /// The sum of the later half.
    pub(super) half: &'a str,
    /// What the page loads.
    pub(super) files: &'a List,
}

/// Fills the page of the master language.
pub(super) fn add(
    root: &Path,
    banks: &[Bank],
    filling: &Filling<'_>,
    dist: &mut Dist,
) -> Result<(), String> {
    let page = filled(&template(root)?, banks, filling)?;
    // A page in which no own words could be named would be none.
    naming(&page, domain::own_words::FILE)?;
    dist.insert(NAME.into(), format!("{BYTE_ORDER_MARK}{page}").into_bytes());
    Ok(())
}

/// The page with its marks.
pub(super) fn template(root: &Path) -> Result<String, String> {
    fs::read_to_string(root.join(NAME)).map_err(|error| format!("{NAME}: {error}"))
}

/// A page with what its marks stand for.
pub(super) fn filled(
    template: &str,
    banks: &[Bank],
    filling: &Filling<'_>,
) -> Result<String, String> {
    let Filling { build, styles, half, files } = *filling;
    let bank = banks.first().ok_or("there is no language")?;
    let languages: Vec<_> = banks.iter().map(|bank| &*bank.texts.language).collect();
    let languages = languages.join(" ");
    // A pack is named without its language, which is that of the page.
    let listed = |name: &str| {
        let pack = format!("{name}.{}.bin", bank.texts.language);
        files.get(name).or_else(|| files.get(&pack)).ok_or(format!("no file {name}"))
    };
    let fill = |mark: &str| match mark {
        "build" => Ok(build.to_owned()),
        "language" => Ok(bank.texts.language.to_string()),
        "direction" => Ok(bank.texts.direction.attribute().to_owned()),
        "languages" => Ok(languages.clone()),
        "styles" => in_style(styles),
        "styles-hash" => Ok(named::integrity(styles.as_bytes())),
        "files" => Ok(named::lines(files)),
        "half" => Ok(half.to_owned()),
        _ => match mark.split_once(':') {
            Some(("text", key)) => text(bank, key),
            Some(("address", file)) => listed(file).map(|file| file.address.clone()),
            Some(("integrity", file)) => listed(file).map(|file| file.integrity.clone()),
            _ => Err("no such mark".into()),
        },
    };
    marks_filled(template, fill)
}

/// The page, naming this file of own words. `offline.js` knows the line, and takes the page with either.
pub(crate) fn naming(page: &str, file: &str) -> Result<String, String> {
    let (none, named) = (line_of_own_words(""), line_of_own_words(file));
    match (page.matches(&none).count(), page.matches(&named).count()) {
        (1, 0) => Ok(page.replace(&none, &named)),
        (0, 1) => Ok(page.to_owned()),
        _ => Err(format!("{NAME}: the line {none} does not stand there once")),
    }
}

fn line_of_own_words(file: &str) -> String {
    format!("<meta name=\"own\" content=\"{file}\">")
}

/// Rules as they may stand in a `<style>`, where nothing is escaped.
fn in_style(rules: &str) -> Result<String, String> {
    match rules.contains("</") {
        true => Err("the rules hold what would end them in a page: </".into()),
        false => Ok(rules.to_owned()),
    }
}

/// A text of the interface, as it may stand in an element or an attribute.
fn text(bank: &Bank, key: &str) -> Result<String, String> {
    let at = first::NAMES.iter().chain(later::NAMES).position(|name| *name == key);
    match at.and_then(|at| bank.texts.entries.get(at)) {
        Some(Text::Plain(text)) => Ok(escaped(text)),
        Some(Text::Counted(_)) => Err("this text has plural forms, and no number is known".into()),
        None => Err(format!("no text “{key}” in content/en/interface")),
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Replaces each `{{mark}}`.
fn marks_filled(
    template: &str,
    fill: impl Fn(&str) -> Result<String, String>,
) -> Result<String, String> {
    let problems = Problems::default();
    let mut out = String::with_capacity(template.len() * 2);
    for (number, line) in template.lines().enumerate() {
        let at = At { file: NAME.into(), line: number + 1 };
        let mut rest = line;
        while let Some((before, behind)) = rest.split_once("{{") {
            out.push_str(before);
            let (mark, behind) = behind.split_once("}}").unwrap_or((behind, ""));
            match fill(mark) {
                Ok(text) => out.push_str(&text),
                Err(reason) => problems.add(&at, mark, reason),
            }
            rest = behind;
        }
        out.push_str(rest);
        out.push('\n');
    }
    let problems = problems.into_sorted();
    if problems.is_empty() { Ok(out) } else { Err(problem::lines(&problems)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_stand_in_the_page_as_they_are_and_their_hash_is_that_of_what_stands_there() {
        assert_eq!(in_style("a>b{content:\"&\"}").unwrap(), "a>b{content:\"&\"}");
        assert!(in_style("a{content:\"</style>\"}").is_err());
        let nothing = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
        assert_eq!(named::integrity(b""), nothing);
    }

    #[test]
    fn a_page_names_own_words_in_one_line_and_in_no_other_way() {
        let page = "<meta name=\"own\" content=\"\">\n<p>";
        let named = "<meta name=\"own\" content=\"own.json\">\n<p>";
        assert_eq!(naming(page, "own.json").unwrap(), named);
        assert_eq!(naming(named, "own.json").unwrap(), named, "it may have been done before");
        for wrong in ["", "<meta name=\"own\" content=\"other.json\">", &format!("{page}{page}")] {
            assert!(naming(wrong, "own.json").is_err(), "{wrong}");
        }
    }

    #[test]
    fn marks_are_filled_and_unknown_ones_are_refused() {
        let fill = |mark: &str| match mark {
            "text:a" => Ok(escaped("1 < 2 & \"x\"")),
            _ => Err("no such mark".to_owned()),
        };
        assert_eq!(
            marks_filled("<p title=\"{{text:a}}\">{a}</p>", fill).unwrap(),
            "<p title=\"1 &lt; 2 &amp; &quot;x&quot;\">{a}</p>\n"
        );
        assert_eq!(marks_filled("\n{{b}}", fill).unwrap_err(), "index.html:2: b: no such mark\n");
    }
}
