//! The page as one file, for those who are sent it, carry it, or may put no folder anywhere: everything
//! stands in it, so it asks for nothing, and the policy at its head allows no request from its first byte
//! on. It is the page, the scripts and the data of the same build; what they do otherwise there is said
//! in `one-file/`, and put in the place of the parts of scripts by that name.
//!
//! It is made of ASCII alone: it may stand in another page, which is read in another encoding. A mark of its
//! own would be letters before its first line there, and the policy behind them would not count.
//!
//! What is data is packed by gzip and written in letters, in elements that no browser runs. All scripts
//! are one, which the policy allows by its hash: nothing may be imported there.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use domain::bank::Bank;

use super::named::{self, List};
use super::packed::{self, Packing};
use super::{Dist, glue, page};

/// Its name, by which people know it who were sent it.
pub(crate) const NAME: &str = "respect-in-practice.html";

/// What is put before other text in the page or in a script, as it stands there once.
type Change = (&'static str, &'static str);

/// What stands otherwise in the page.
const PAGE: [Change; 9] = [
    (
        "script-src 'self' 'wasm-unsafe-eval'; style-src 'self' '{{styles-hash}}'; connect-src 'self'; \
         img-src 'self' data:; worker-src 'self' blob:; manifest-src 'self';",
        "script-src 'SCRIPT-HASH' 'wasm-unsafe-eval'; style-src '{{styles-hash}}'; \
         img-src data: blob:; worker-src blob:;",
    ),
    (
        "<link rel=\"preload\" href=\"{{address:app.wasm}}\" as=\"fetch\" type=\"application/wasm\" crossorigin>\n\
         <link rel=\"preload\" href=\"{{address:questions}}\" as=\"fetch\" crossorigin>\n\
         <script type=\"module\" src=\"{{address:start.js}}\" integrity=\"{{integrity:start.js}}\"></script>\n\
         <script type=\"module\" id=\"glue\" src=\"{{address:app.js}}\" integrity=\"{{integrity:app.js}}\"></script>\n",
        "",
    ),
    ("<meta name=\"files\" content=\"{{files}}\">\n", ""),
    ("<meta name=\"half\" content=\"{{half}}\">\n", ""),
    ("<meta name=\"own\" content=\"\">\n", ""),
    (
        "<noscript><link rel=\"stylesheet\" href=\"{{address:styles.css}}\" integrity=\"{{integrity:styles.css}}\" crossorigin></noscript>\n",
        "",
    ),
    ("{{text:frame.unstarted}}", "{{text:one-file.unstarted}}"),
    ("{{text:frame.fault-damaged}}", "{{text:one-file.damaged}}"),
    ("</body>", "SCRIPTS-AND-DATA</body>"),
];

/// Where the hash of the script, and where all of that comes in.
const HASH: &str = "SCRIPT-HASH";
const INSIDE: &str = "SCRIPTS-AND-DATA";

/// What the page may tell the app beside what it tells it elsewhere.
const TELLS: Change = ("const host = {\n", "const host = {\n  isOneFile: true,\n");

/// Where it tries to send something: it came from no server, and of addresses on a disk a browser reports
/// no more than that they are there. So it tries this device: were a way open, nothing would leave that.
const TRIES: Change =
    ("new URL(test + way, document.baseURI)", "new URL(test + way, 'http:localhost')");

/// The one address that may stand in it: the name of a kind of element, which nothing asks for.
const NAME_OF_A_KIND: &str = "http://www.w3.org/2000/svg";

/// Adds it. `plain` are the files that the page loads, by their plain names.
pub(super) fn add(
    root: &Path,
    banks: &[Bank],
    build: &str,
    plain: &Dist,
    dist: &mut Dist,
) -> Result<(), String> {
    let file = |name: &str| plain.get(name).ok_or_else(|| format!("{NAME}: no {name}"));
    let language = &banks.first().ok_or("there is no language")?.texts.language;
    let styles = in_ascii(&String::from_utf8_lossy(file("styles.css")?), Kind::Styles);
    let filling = page::Filling { build, styles: &styles, half: "", files: &List::new() };
    let template = changed(&page::template(root)?, &PAGE)?;
    let page = in_ascii(&page::filled(&template, banks, &filling)?, Kind::Page);

    let script = script(root, &String::from_utf8_lossy(file("app.js")?))?;
    let mut inside = format!("<script type=\"module\">{script}</script>\n");
    let packs = ["questions", "later"].map(|name| format!("{name}.{language}.bin"));
    for name in ["app.wasm", "later.bin", "documents.js"]
        .into_iter()
        .chain(packs.iter().map(String::as_str))
    {
        let letters = STANDARD.encode(packed::by(Packing::Gzip, file(name)?)?);
        let _ = writeln!(inside, "<script type=\"text/plain\" id=\"{name}\">{letters}</script>");
    }
    let page = page.replace(HASH, &named::integrity(script.as_bytes())).replace(INSIDE, &inside);
    let found = addresses(&page);
    if !found.is_empty() {
        return Err(format!("addresses of hosts in a page that asks none:\n{}", found.join("\n")));
    }
    dist.insert(NAME.into(), page.into_bytes());
    Ok(())
}

/// All scripts as one.
fn script(root: &Path, app: &str) -> Result<String, String> {
    let read = |path: &str| {
        fs::read_to_string(root.join(path)).map_err(|error| format!("{path}: {error}"))
    };
    let start = part_replaced(&read("start.js")?, &read("one-file/files.js")?)
        .and_then(|start| part_replaced(&start, &read("one-file/inside.js")?))
        .and_then(|start| changed(&start, &[TELLS]))
        .and_then(|start| glue::tight(&start))
        .map_err(|reason| format!("start.js: {reason}"))?;
    let powers = part_replaced(&read("powers.js")?, &read("one-file/offline.js")?)
        .and_then(|powers| changed(&powers, &[TRIES]))
        .and_then(|powers| glue::tight(&powers))
        .map_err(|reason| format!("powers.js: {reason}"))?;
    let framed = glue::tight(&read("framed.js")?)?;
    let mut all = "const scripts = {\n".to_owned();
    for (name, script) in [("app.js", app), ("framed.js", &framed), ("powers.js", &powers)] {
        let function = as_function(script).map_err(|reason| format!("{name}: {reason}"))?;
        let _ = writeln!(all, "'{name}'() {{\n{function}}},");
    }
    let all = format!("{all}}};\n{start}");
    match ends_early(&all) {
        Some(found) => Err(format!("the script holds what a page would read otherwise: {found}")),
        None => Ok(all),
    }
}

/// Each change, where what it changes stands once.
fn changed(text: &str, changes: &[Change]) -> Result<String, String> {
    changes.iter().try_fold(text.to_owned(), |text, (from, to)| match text.matches(from).count() {
        1 => Ok(text.replace(from, to)),
        count => Err(format!("to be changed, and stands there {count} times: {from}")),
    })
}

/// How a part of a script begins.
const PART: &str = "// ---- ";

/// A script with the part by the same name in the place of its own.
fn part_replaced(script: &str, with: &str) -> Result<String, String> {
    let (_, with) =
        with.split_once(PART).ok_or("what is to take the place of a part has no name")?;
    let (name, _) = with.split_once('\n').unwrap_or((with, ""));
    let heading = format!("{PART}{name}\n");
    let [before, behind] = script.split(&heading).collect::<Vec<_>>()[..] else {
        return Err(format!("there is no one part “{name}”"));
    };
    let rest = behind.find(&format!("\n{PART}")).map_or("", |at| behind.get(at..).unwrap_or(""));
    Ok(format!("{before}{PART}{with}{rest}"))
}

/// A module as the inside of a function that gives what it exports.
fn as_function(module: &str) -> Result<String, String> {
    let (mut out, mut exports) = (String::with_capacity(module.len()), Vec::new());
    for line in module.lines() {
        let Some(exported) = line.strip_prefix("export ") else {
            if line.starts_with("import ") || line.starts_with("export") {
                return Err(format!("this cannot stand in a function: {line}"));
            }
            out.push_str(line);
            out.push('\n');
            continue;
        };
        if let Some(listed) = exported.strip_prefix('{') {
            let listed = listed.trim_end().trim_end_matches(';').trim_end_matches('}');
            for one in listed.split(',').map(str::trim).filter(|one| !one.is_empty()) {
                let (own, known) = one.split_once(" as ").unwrap_or((one, one));
                exports.push(format!("{known}: {own}"));
            }
        } else if let Some(nameless) = exported.strip_prefix("default async function(") {
            let _ = writeln!(out, "async function byDefault({nameless}");
            exports.push("default: byDefault".to_owned());
        } else {
            let name = name_of(exported).ok_or_else(|| format!("what is exported here: {line}"))?;
            out.push_str(exported);
            out.push('\n');
            exports.push(name.to_owned());
        }
    }
    let _ = writeln!(out, "return {{ {} }};", exports.join(", "));
    Ok(out)
}

/// The name that a declaration gives.
fn name_of(declaration: &str) -> Option<&str> {
    let kinds = ["async function ", "function ", "const ", "let "];
    let rest = kinds.iter().find_map(|kind| declaration.strip_prefix(kind))?;
    let name = rest.split(|c: char| !c.is_alphanumeric() && c != '_' && c != '$').next()?;
    (!name.is_empty()).then_some(name)
}

/// What a text is.
#[derive(Clone, Copy)]
enum Kind {
    Page,
    Styles,
}

/// The same text in ASCII.
fn in_ascii(text: &str, kind: Kind) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let _ = match (c.is_ascii(), kind) {
            (true, _) => write!(out, "{c}"),
            (false, Kind::Page) => write!(out, "&#{};", u32::from(c)),
            (false, Kind::Styles) => write!(out, "\\{:x} ", u32::from(c)),
        };
    }
    out
}

/// What a page would not read as part of a script that stands in it.
fn ends_early(script: &str) -> Option<String> {
    let small = script.to_ascii_lowercase();
    let marks = ["</script", "<script", "<!--", "\r", "\0"];
    let mark = marks.into_iter().find(|mark| small.contains(mark)).map(str::to_owned);
    // Its hash is that of its bytes in the encoding in which the page is read.
    mark.or_else(|| script.chars().find(|c| !c.is_ascii()).map(|c| c.to_string()))
}

/// The addresses of hosts in a page, each with its line.
fn addresses(page: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (number, line) in page.lines().enumerate() {
        for (at, _) in line.match_indices("//") {
            let (before, behind) = line.split_at(at);
            let scheme = before.strip_suffix(':').map(|before| {
                before.rsplit(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default()
            });
            let of_page = scheme.is_none() && before.ends_with(['"', '\'', '(', '=']);
            let host: String =
                behind.chars().skip(2).take_while(|c| is_part_of_address(*c)).collect();
            let begins = host.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '[');
            if !begins || !(of_page || scheme.is_some_and(|scheme| !scheme.is_empty())) {
                continue;
            }
            let address = match scheme {
                Some(scheme) => format!("{scheme}://{host}"),
                None => format!("//{host}"),
            };
            if address != NAME_OF_A_KIND {
                found.push(format!("{NAME}:{}: {address}", number + 1));
            }
        }
    }
    found
}

fn is_part_of_address(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-._~:/?#[]@!$&*+,;=%".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_script_gives_way_to_the_one_by_its_name_and_no_other_does() {
        let script = "a\n\n// ---- One ----\n\nb\n\n// ---- Two ----\n\nc\n";
        let made = part_replaced(script, "// Why\n\n// ---- One ----\n\nd\n").unwrap();
        assert_eq!(made, "a\n\n// ---- One ----\n\nd\n\n// ---- Two ----\n\nc\n");
        let last = part_replaced(script, "// ---- Two ----\n\nd\n").unwrap();
        assert_eq!(last, "a\n\n// ---- One ----\n\nb\n\n// ---- Two ----\n\nd\n");
        let fault = part_replaced(script, "// ---- Three ----\n").unwrap_err();
        assert_eq!(fault, "there is no one part “Three ----”");
    }

    #[test]
    fn a_module_becomes_a_function_that_gives_what_it_exports() {
        let module = "let a;\nexport let later;\nexport default async function(module) {\n}\n\
                      export function start(x) {\n}\nexport const all = known => ({\n});\nexport { a, b as c };\n";
        let function = as_function(module).unwrap();
        let expected = "let a;\nlet later;\nasync function byDefault(module) {\n}\n\
                        function start(x) {\n}\nconst all = known => ({\n});\n\
                        return { later, default: byDefault, start, all, a: a, c: b };\n";
        assert_eq!(function, expected);
        for other in ["import a from 'b';\n", "export * from 'b';\n", "export class A {}\n"] {
            assert!(as_function(other).is_err(), "{other}");
        }
    }

    #[test]
    fn what_would_end_the_script_in_the_page_is_found() {
        assert_eq!(ends_early("a('</SCRIPT>')").as_deref(), Some("</script"));
        assert_eq!(ends_early("if (a <!--b) {}").as_deref(), Some("<!--"));
        assert_eq!(ends_early("'don’t'").as_deref(), Some("’"));
        assert_eq!(ends_early("a < b / script"), None);
    }

    #[test]
    fn an_address_of_a_host_is_found_with_its_line_and_the_name_of_a_kind_of_element_is_none() {
        let page = "<svg xmlns='http://www.w3.org/2000/svg'>\na // b\n'ws://cdn.example/x'\n\
                    <img src=\"//cdn.example/a.png\">\nfetch('https://example.org/a')\nabc//def==\n/^https?:/\n";
        let expected = [
            "respect-in-practice.html:3: ws://cdn.example/x",
            "respect-in-practice.html:4: //cdn.example/a.png",
            "respect-in-practice.html:5: https://example.org/a",
        ];
        assert_eq!(addresses(page), expected);
    }

    #[test]
    fn what_is_no_ascii_is_written_so_that_any_encoding_reads_the_same() {
        assert_eq!(in_ascii("<p>don’t</p>", Kind::Page), "<p>don&#8217;t</p>");
        assert_eq!(in_ascii("a{content:\"–\"}", Kind::Styles), "a{content:\"\\2013 \"}");
    }

    #[test]
    fn what_is_to_be_changed_stands_there_once() {
        assert_eq!(changed("a b", &[("b", "c")]).unwrap(), "a c");
        assert!(changed("b b", &[("b", "c")]).is_err());
        assert!(changed("a", &[("b", "c")]).is_err());
    }
}
