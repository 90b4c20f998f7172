//! The arrows of the house, and the few habits that a reader would otherwise have to watch over.
//! Each rule has a name, looks at one file at a time, and says on which line it is broken.

mod circles;
mod code;
mod html;
mod kinds;
mod locks;
mod manifest;
mod names;
mod texts;

use std::collections::BTreeSet;
use std::path::Path;

use compiler::problem::{At, Problem, Problems};
use proc_macro2::Span;

use self::code::Code;
use self::names::{Form, Modules, Name};
use crate::tree;

/// A file of the tree.
pub(crate) struct File {
    /// Path from the root.
    pub(crate) path: String,
    /// All of it.
    pub(crate) text: String,
}

/// A rule: its name, as a failure prints it, and what finds the places where it is broken.
struct Rule {
    name: &'static str,
    check: fn(&Source<'_>) -> Vec<Broken>,
}

/// A file as rules see it.
struct Source<'a> {
    path: &'a str,
    text: &'a str,
    /// Rust without comments and tests; empty for other files.
    code: &'a Code,
    /// What the code names.
    names: &'a [Name],
    /// The screens of the tree.
    screens: &'a [String],
}

/// Where a rule is broken, and by what.
struct Broken {
    offset: usize,
    by: String,
}

impl Broken {
    /// At a place in the code.
    fn new(span: Span, by: String) -> Self {
        Self { offset: span.byte_range().start, by }
    }

    /// By a file as it begins.
    fn whole(by: impl Into<String>) -> Self {
        Self { offset: 0, by: by.into() }
    }
}

/// What only a browser has.
const BROWSER: &[&str] = &["gloo", "js_sys", "web_sys"];

/// What may name screens beside themselves: files and folders, with the reason.
const KNOW_SCREENS: &[(&str, &str)] = &[
    ("src/shell/screens.rs", "chooses the screen"),
    ("src/later.rs", "fills the table of the screens that come later"),
];

/// Screens that a screen names all the same, and why: file, screen, reason.
const BORROWED: &[(&str, &str, &str)] = &[];

/// The two files of `documents` that see an assessment: what runs jobs, and the save file, which is
/// no report.
const OPENERS: &[&str] = &["documents/src/json.rs", "documents/src/worker.rs"];

const RULES: &[Rule] = &[
    Rule { name: "every Rust file opens with //!", check: opens_with_docs },
    Rule { name: "a file is named for one concept", check: file_name },
    Rule { name: "nothing knows xtask", check: xtask },
    Rule { name: "nothing but xtask knows the compiler", check: compiler },
    Rule { name: "the compiler knows domain alone", check: compiler_alone },
    Rule { name: "src never knows documents", check: src_documents },
    Rule { name: "src reaches neither serde_json nor findings nor reports", check: src_small },
    Rule { name: "domain knows nothing of the house", check: domain_alone },
    Rule { name: "editor knows domain alone", check: editor_alone },
    Rule { name: "documents knows domain alone", check: documents_alone },
    Rule { name: "domain, documents and editor are pure", check: pure },
    Rule { name: "no writer sees an assessment", check: writers },
    Rule { name: "view names no browser", check: view_browser },
    Rule { name: "view names neither storage nor JSON nor the save file", check: view_formats },
    Rule { name: "parts know neither domain nor editor", check: parts },
    Rule { name: "screens never import screens", check: screens },
    Rule { name: "only the shell knows all screens", check: only_shell },
    Rule { name: "browser knows neither view nor domain", check: browser },
    Rule { name: "content is read in compiler and domain/build.rs alone", check: content },
    Rule { name: "no sentence in view", check: html::sentences },
    Rule { name: "no for block in html!", check: html::for_blocks },
    Rule { name: "no style attribute", check: html::styles },
    Rule { name: "keys are ids", check: html::keys },
    Rule { name: "no markup from text", check: markup },
    Rule { name: "RTCPeerConnection is only taken away", check: texts::peer_connection },
    Rule { name: "no preconnect", check: texts::preconnect },
    Rule { name: "no inline script or style in index.html", check: texts::inline },
    Rule { name: "no registry host outside lock files", check: texts::registries },
    Rule {
        name: "each package of a lock file has a sum and no place of its own",
        check: locks::sums,
    },
    Rule { name: "packages of npm come by their lock file alone", check: locks::clients },
    Rule { name: "no path of a machine", check: texts::machine_paths },
    Rule { name: "what is left to do names its topic", check: texts::todo },
    Rule { name: "src never depends on documents or serde_json", check: manifest::app },
    Rule { name: "crates depend along the arrows", check: manifest::crates },
];

/// Checks the whole tree: every file that git knows or would add.
pub(crate) fn run() -> Result<(), String> {
    let files = files(&tree::root())?;
    let problems = check(&files, &KNOWN);
    if problems.is_empty() { Ok(()) } else { Err(compiler::problem::lines(&problems)) }
}

/// Every constant that the shipped code of some folders names through a module: `key::START_TITLE`.
pub(crate) fn constants(folders: &[&str]) -> Result<BTreeSet<String>, String> {
    let mut named = BTreeSet::new();
    for file in files(&tree::root())? {
        let is_inside = folders.iter().any(|folder| file.path.starts_with(folder));
        if is_inside && file.path.ends_with(".rs") {
            let code = Code::of(&file.text).map_err(|reason| format!("{}: {reason}", file.path))?;
            named.extend(code.constants());
        }
    }
    Ok(named)
}

fn files(root: &Path) -> Result<Vec<File>, String> {
    let mut files = Vec::new();
    for path in tree::files(root)? {
        // Others are no text.
        if let Ok(text) = std::fs::read_to_string(root.join(&path)) {
            files.push(File { path, text });
        }
    }
    Ok(files)
}

/// What is known and may stay, each with its reason.
struct Known<'a> {
    ties: &'a [circles::Tie],
    guests: &'a [kinds::Guest],
}

const KNOWN: Known<'_> = Known { ties: circles::TIES, guests: kinds::GUESTS };

/// All broken rules of the files.
fn check(files: &[File], known: &Known<'_>) -> Vec<Problem> {
    let problems = Problems::default();
    let mut modules = Modules::default();
    let mut codes = Vec::new();
    for file in files {
        let code =
            if file.path.ends_with(".rs") { Code::of(&file.text) } else { Ok(Code::default()) };
        let code = code.unwrap_or_else(|reason| {
            problems.add(&At::file(&file.path), "every Rust file can be read", reason);
            Code::default()
        });
        modules.add(&file.path, &code);
        codes.push(code);
    }
    let screens = screens_of(files, &codes);
    let names: Vec<_> = files.iter().map(|file| modules.names(&file.path)).collect();
    for ((file, code), names) in files.iter().zip(&codes).zip(&names) {
        let source = Source { path: &file.path, text: &file.text, code, names, screens: &screens };
        for rule in RULES {
            for broken in (rule.check)(&source) {
                problems.add(&at(file, &broken), rule.name, broken.by);
            }
        }
    }
    for (file, broken) in circles::find(files, &names, &modules, known.ties) {
        problems.add(&at(file, &broken), "files import each other in no circle", broken.by);
    }
    for (file, broken) in kinds::outside(files, &names, &modules, known.guests) {
        problems.add(&at(file, &broken), "a kind is named in its rooms alone", broken.by);
    }
    for file in files.iter().filter(|file| !modules.is_of_tests(&file.path)) {
        for broken in kinds::wildcards(&modules, &file.path) {
            problems.add(&at(file, &broken), "no wildcard over kinds", broken.by);
        }
    }
    problems.into_sorted()
}

fn at(file: &File, broken: &Broken) -> At {
    let before = file.text.get(..broken.offset).unwrap_or_default();
    At { file: file.path.as_str().into(), line: before.matches('\n').count() + 1 }
}

/// The screens: files of the view that draw one. Only the shell knows them all.
fn screens_of(files: &[File], codes: &[Code]) -> Vec<String> {
    let name = |file: &File| {
        let name = file.path.strip_prefix("src/view/")?.strip_suffix(".rs")?;
        (!name.contains('/')).then(|| name.to_owned())
    };
    let draws = |code: &Code| {
        let words = code.tokens.windows(2);
        words
            .into_iter()
            .any(|pair| code::is_word(pair.first(), "fn") && code::is_word(pair.last(), "screen"))
    };
    let pairs = files.iter().zip(codes);
    pairs.filter(|(_, code)| draws(code)).filter_map(|(file, _)| name(file)).collect()
}

impl Source<'_> {
    /// Whether the file is Rust inside the folder, or the file that opens it (`view.rs`, `view/`).
    fn is_in(&self, folder: &str) -> bool {
        self.is_rust()
            && self
                .path
                .strip_prefix(folder)
                .is_some_and(|behind| behind == ".rs" || behind.starts_with('/'))
    }

    fn is_rust(&self) -> bool {
        self.path.ends_with(".rs")
    }

    /// Paths in the code that begin with one of these, or lead there.
    fn names(&self, banned: &[&str]) -> Vec<Broken> {
        let own = names::module_of(self.path);
        let mut broken = Vec::new();
        for banned in banned {
            let mut parts: names::Path = banned.split("::").map(str::to_owned).collect();
            if let (Some("crate"), Some(own)) = (parts.first().map(String::as_str), own.first()) {
                parts.splice(..1, [own.clone()]);
            }
            let hits = self.names.iter().filter_map(|name| {
                Some((name, name.paths.iter().find(|path| path.starts_with(&parts))?))
            });
            let hits: Vec<_> = hits.collect();
            // Said where it is brought in, not again wherever it is used.
            let is_brought = hits.iter().any(|(name, _)| name.form != Form::Short);
            let told = hits.into_iter().filter(|(name, _)| !is_brought || name.form != Form::Short);
            broken.extend(told.map(|(name, path)| {
                let mut path = path.clone();
                if let (true, Some(first)) = (path.first() == own.first(), path.first_mut()) {
                    "crate".clone_into(first);
                }
                Broken::new(name.span, format!("names {}", path.join("::")))
            }));
        }
        broken
    }

    /// Words in the code that are one of these, whatever stands before them.
    fn words(&self, banned: &[&str]) -> Vec<Broken> {
        let found = self.code.words(banned).into_iter();
        found.map(|(span, word)| Broken::new(span, format!("names {word}"))).collect()
    }

    /// The screen that the file belongs to.
    fn screen(&self) -> Option<&String> {
        self.screens.iter().find(|name| self.is_in(&format!("src/view/{name}")))
    }

    /// Places that name a screen other than this one.
    fn names_screens(&self, own: Option<&String>) -> Vec<Broken> {
        let borrowed = |name: &str| BORROWED.iter().any(|it| (it.0, it.1) == (self.path, name));
        let others = self.screens.iter().filter(|name| Some(*name) != own && !borrowed(name));
        let others: Vec<_> = others.map(|name| format!("crate::view::{name}")).collect();
        self.names(&others.iter().map(String::as_str).collect::<Vec<_>>())
    }
}

fn opens_with_docs(source: &Source<'_>) -> Vec<Broken> {
    if source.is_rust() && !source.text.starts_with("//! ") {
        return vec![Broken::whole("opens with something else")];
    }
    Vec::new()
}

fn file_name(source: &Source<'_>) -> Vec<Broken> {
    let name = source.path.rsplit('/').next().unwrap_or_default();
    let bad = ["mod.rs", "utils.rs", "util.rs", "helpers.rs", "common.rs", "types.rs", "misc.rs"];
    // Integration tests share code through a folder, which needs a `mod.rs`.
    if bad.contains(&name) && !source.path.contains("/tests/") {
        return vec![Broken::whole(format!("{name} names none"))];
    }
    Vec::new()
}

fn xtask(source: &Source<'_>) -> Vec<Broken> {
    if source.path.starts_with("xtask/") { Vec::new() } else { source.names(&["xtask"]) }
}

fn compiler(source: &Source<'_>) -> Vec<Broken> {
    let may = ["xtask/", "compiler/"];
    if may.iter().any(|folder| source.path.starts_with(folder)) {
        return Vec::new();
    }
    source.names(&["compiler"])
}

fn compiler_alone(source: &Source<'_>) -> Vec<Broken> {
    // Its tests follow an example to the bytes that people get.
    let is_test = ["golden.rs", "tests.rs"].iter().any(|name| source.path.ends_with(name));
    if !source.is_in("compiler/src") || is_test {
        return Vec::new();
    }
    source.names(&["editor", "documents"])
}

fn src_documents(source: &Source<'_>) -> Vec<Broken> {
    if source.is_in("src") { source.names(&["documents"]) } else { Vec::new() }
}

fn src_small(source: &Source<'_>) -> Vec<Broken> {
    if !source.is_in("src") && !source.is_in("editor/src") {
        return Vec::new();
    }
    source.names(&["serde_json", "domain::findings", "domain::report::Report"])
}

fn domain_alone(source: &Source<'_>) -> Vec<Broken> {
    if !source.is_in("domain/src") {
        return Vec::new();
    }
    source.names(&["editor", "documents"])
}

fn editor_alone(source: &Source<'_>) -> Vec<Broken> {
    if source.is_in("editor/src") { source.names(&["documents"]) } else { Vec::new() }
}

fn documents_alone(source: &Source<'_>) -> Vec<Broken> {
    if source.is_in("documents/src") { source.names(&["editor"]) } else { Vec::new() }
}

fn pure(source: &Source<'_>) -> Vec<Broken> {
    let folders = ["domain/src", "documents/src", "editor/src", "lock/src", "stand-ins"];
    if !folders.iter().any(|folder| source.is_in(folder)) {
        return Vec::new();
    }
    let mut banned = vec!["yew", "wasm_bindgen", "std::time", "std::fs", "std::net", "std::env"];
    banned.extend(BROWSER);
    // The door between the worker's script and the jobs.
    if ["documents/src/worker.rs", "lock/src/door.rs"].contains(&source.path) {
        banned.retain(|name| *name != "wasm_bindgen");
    }
    let mut broken = source.names(&banned);
    broken.extend(source.words(&["HashMap", "HashSet"]));
    broken
}

fn writers(source: &Source<'_>) -> Vec<Broken> {
    if !source.is_in("documents/src") || OPENERS.contains(&source.path) {
        return Vec::new();
    }
    let mut broken = source.names(&["domain::assessment", "domain::sharing", "domain::answer"]);
    broken.extend(source.words(&["Assessment", "Shareable"]));
    broken
}

fn view_browser(source: &Source<'_>) -> Vec<Broken> {
    if source.is_in("src/view") { source.names(BROWSER) } else { Vec::new() }
}

fn view_formats(source: &Source<'_>) -> Vec<Broken> {
    if !source.is_in("src/view") {
        return Vec::new();
    }
    source.names(&["serde_json", "postcard", "domain::save", "crate::browser::storage"])
}

fn parts(source: &Source<'_>) -> Vec<Broken> {
    if source.is_in("src/view/parts") { source.names(&["domain", "editor"]) } else { Vec::new() }
}

fn screens(source: &Source<'_>) -> Vec<Broken> {
    match source.screen() {
        Some(own) => source.names_screens(Some(own)),
        None => Vec::new(),
    }
}

fn only_shell(source: &Source<'_>) -> Vec<Broken> {
    let knows = KNOW_SCREENS.iter().any(|(path, _)| source.path.starts_with(path));
    if !source.is_in("src") || knows || source.screen().is_some() {
        return Vec::new();
    }
    source.names_screens(None)
}

fn browser(source: &Source<'_>) -> Vec<Broken> {
    if !source.is_in("src/browser") {
        return Vec::new();
    }
    source.names(&["domain", "editor", "crate::view", "crate::shell"])
}

fn content(source: &Source<'_>) -> Vec<Broken> {
    // xtask reads other TOML: manifests and the budget.
    let may = [
        "compiler/",
        "xtask/",
        "domain/build.rs",
        "domain/tests/",
        "tests/fixtures/",
        "documents/tests/",
        "editor/tests/",
    ];
    if !source.is_rust() || may.iter().any(|path| source.path.starts_with(path)) {
        return Vec::new();
    }
    let mut broken = source.names(&["toml"]);
    for literal in &source.code.literals {
        if literal.text.contains("content/") || literal.text.ends_with(".toml") {
            broken.push(Broken::new(literal.span, format!("names {}", literal.text)));
        }
    }
    broken
}

fn markup(source: &Source<'_>) -> Vec<Broken> {
    if !source.is_in("src") {
        return Vec::new();
    }
    source.words(&[
        "from_html_unchecked",
        "set_inner_html",
        "set_outer_html",
        "insert_adjacent_html",
        "eval",
    ])
}

#[cfg(test)]
mod tests;
