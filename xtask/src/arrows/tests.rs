//! Each rule broken once, and what stands near it and is fine.

use super::*;

/// A file; one of Rust opens as it should.
fn file(path: &str, text: &str) -> File {
    let is_opened = path.ends_with(".rs") && !text.starts_with('#');
    let before = if is_opened { "//! A file.\n" } else { "" };
    File { path: path.to_owned(), text: format!("{before}{text}") }
}

/// What a small tree knows: nothing.
const NEW: Known<'_> = Known { ties: &[], guests: &[] };

/// The names of the rules that a file breaks, with the lines.
fn broken(path: &str, text: &str) -> Vec<(String, usize)> {
    let problems = check(&[file(path, text)], &NEW);
    problems.into_iter().map(|problem| (problem.field, problem.line)).collect()
}

#[track_caller]
fn breaks(path: &str, text: &str, rule: &str, line: usize) {
    assert!(RULES.iter().any(|known| known.name == rule), "no rule “{rule}”");
    let found = broken(path, text);
    assert!(found.contains(&(rule.to_owned(), line)), "{path}: {text}: {found:?}");
}

#[track_caller]
fn fine(path: &str, text: &str) {
    assert_eq!(broken(path, text), [], "{path}: {text}");
}

#[test]
fn files_say_what_they_are_for() {
    breaks("src/a.rs", "#![allow(x)]\n", "every Rust file opens with //!", 1);
    breaks("src/view/mod.rs", "", "a file is named for one concept", 1);
    breaks("domain/src/utils.rs", "", "a file is named for one concept", 1);
    fine("domain/tests/it/mod.rs", "");
}

#[test]
fn crates_know_each_other_along_the_arrows() {
    breaks("src/a.rs", "use xtask::x;", "nothing knows xtask", 2);
    breaks("src/a.rs", "\nfn a() { documents::write() }", "src never knows documents", 3);
    let small = "src reaches neither serde_json nor findings nor reports";
    breaks("src/a.rs", "use serde_json::Value;", small, 2);
    breaks("src/shell/a.rs", "use domain::{id::A, findings::of};", small, 2);
    breaks("src/view/a.rs", "use domain::report::{Edition, Report};", small, 2);
    breaks("editor/src/a.rs", "use domain as d;\nfn a() { d::findings::of() }", small, 3);
    fine("src/a.rs", "use domain::catalogue::Catalogue; // domain::findings stays away");
    breaks("domain/src/a.rs", "use editor::State;", "domain knows nothing of the house", 2);
    breaks("editor/src/a.rs", "use documents::write;", "editor knows domain alone", 2);
    breaks("documents/src/a.rs", "use editor::State;", "documents knows domain alone", 2);
    breaks("src/a.rs", "use compiler::banks;", "nothing but xtask knows the compiler", 2);
    breaks("compiler/src/a.rs", "use documents::write;", "the compiler knows domain alone", 2);
    let dependencies = "[dependencies]\ndomain.workspace = true\ndocuments.workspace = true\n";
    breaks(
        "Cargo.toml",
        &format!("[package]\n{dependencies}"),
        "src never depends on documents or serde_json",
        4,
    );
    breaks(
        "editor/Cargo.toml",
        &format!("[package]\n{dependencies}"),
        "crates depend along the arrows",
        4,
    );
    fine("editor/Cargo.toml", "[dev-dependencies]\ndocuments.workspace = true\n");
}

#[test]
fn what_decides_is_pure() {
    let rule = "domain, documents and editor are pure";
    for code in [
        "use yew::prelude::*;",
        "use std::{rc::Rc, time::Duration};",
        "fn a() { std::fs::read(x) }",
        "fn a() -> web_sys::Node {}",
        "type A = std::collections::HashMap<B, C>;",
    ] {
        breaks("domain/src/a.rs", code, rule, 2);
        breaks("editor/src/a.rs", code, rule, 2);
        breaks("documents/src/a.rs", code, rule, 2);
    }
    breaks("documents/src/html.rs", "use wasm_bindgen::prelude::*;", rule, 2);
    fine("documents/src/worker.rs", "use wasm_bindgen::prelude::*;");
    fine("domain/src/a.rs", "fn a() {}\n#[cfg(test)]\nmod tests { use std::fs; }");
    fine("domain/src/a.rs", "const A: &str = \"std::fs\"; // std::time");
    let writers = "no writer sees an assessment";
    breaks("documents/src/html.rs", "use domain::assessment::Assessment;", writers, 2);
    breaks("documents/src/html.rs", "fn a(b: &Shareable) {}", writers, 2);
    fine("documents/src/worker.rs", "use domain::assessment::Assessment;");
}

#[test]
fn the_view_decides_nothing_and_keeps_nothing() {
    let rule = "view names no browser";
    breaks("src/view/start.rs", "use web_sys::HtmlElement;", rule, 2);
    breaks("src/view.rs", "fn a() { js_sys::Date::now() }", rule, 2);
    breaks("src/view/parts/a.rs", "use gloo::events::EventListener;", rule, 2);
    fine("src/browser/event.rs", "use web_sys::HtmlElement;");
    let rule = "view names neither storage nor JSON nor the save file";
    breaks("src/view/start.rs", "use domain::save::Save;", rule, 2);
    breaks("src/view/start.rs", "use super::super::browser::storage;", rule, 2);
    let rule = "parts know neither domain nor editor";
    breaks("src/view/parts/button.rs", "use editor::Command;", rule, 2);
    breaks("src/view/parts.rs", "use domain::id::QuestionId;", rule, 2);
    let rule = "browser knows neither view nor domain";
    breaks("src/browser/a.rs", "use domain::id::QuestionId;", rule, 2);
    breaks("src/browser.rs", "use crate::view::parts;", rule, 2);
}

/// The screens `start` and `plan`, which `src/view.rs` declares, with one more file or another text.
fn with_screens(path: &str, text: &str) -> Vec<(String, usize)> {
    let screen = "pub(crate) fn screen() {}\npub(crate) fn row() {}";
    let mut files = vec![
        file(
            "src/view.rs",
            "mod frame; mod plan; mod start; pub(crate) use plan::row as first_row;",
        ),
        file("src/view/plan.rs", screen),
        file("src/view/start.rs", screen),
        file("src/view/frame.rs", "pub(crate) fn frame() {}"),
    ];
    files.retain(|file| file.path != path);
    files.push(file(path, &format!("{text}\nfn screen() {{}}")));
    let problems = check(&files, &NEW).into_iter().filter(|problem| &*problem.file == path);
    problems.map(|problem| (problem.field, problem.line)).collect()
}

#[test]
fn screens_do_not_know_each_other_by_any_name() {
    let rule = [("screens never import screens".to_owned(), 2)];
    for text in [
        "use super::plan::row;",
        "use crate::view::{frame, plan};",
        "fn a() { crate::view::plan::row() }",
        "use crate::view::{self}; fn a() { view::plan::row() }",
        "use crate::view as v; fn a() { v::plan::row() }",
        "use super::*; fn a() { plan::row() }",
        "use crate::view::first_row;",
        "use super::*; fn a() { first_row() }",
    ] {
        assert_eq!(with_screens("src/view/start.rs", text), rule, "{text}");
    }
    let fine = "use super::frame; use crate::view::start; fn a(plan: B) { plan.row() }";
    assert_eq!(with_screens("src/view/start.rs", fine), []);
    // What belongs to a screen is a part of it; what draws none is free.
    assert_eq!(with_screens("src/view/start/shelf.rs", "use super::super::plan::row;"), rule);
    assert_eq!(with_screens("src/view/start/shelf.rs", "use crate::view::start::row;"), []);
}

#[test]
fn only_the_shell_knows_all_screens() {
    let rule = ("only the shell knows all screens".to_owned(), 2);
    let text = "use crate::view::{self}; fn a() { view::plan::row() }";
    assert_eq!(with_screens("src/browser/clock.rs", text)[1..], [rule]);
    assert_eq!(with_screens("src/shell/screens.rs", text), []);
}

#[test]
fn content_stays_out_of_the_code() {
    let rule = "content is read in compiler and domain/build.rs alone";
    breaks("src/a.rs", "const A: &str = include_str!(\"../content/en/a.txt\");", rule, 2);
    breaks("domain/src/a.rs", "use toml::Table;", rule, 2);
    fine("domain/build.rs", "const A: &str = \"content/en\";");
    let rule = "no sentence in view";
    for html in [
        "html! { <p>{ \"Save\" }</p> }",
        "fn a() { b(html! { <p title={ c(\"x\") }/> }) }",
        "html! { <p aria-label=\"Save\"/> }",
        "html! { <p>\n{ if a { \"x\" } else { b } }</p> }",
        "html! { <p title=\"Save\"/> }",
        "html! { <A label={format!(\"No {a}\")} /> }",
        "html! { { link(a, \"Home\") } }",
        "html! { { format!(\"save {a}\") } }",
        "fn a() { b(\"Nothing was saved.\") }",
    ] {
        let line = if html.contains('\n') { 3 } else { 2 };
        breaks("src/view/start.rs", html, rule, line);
    }
    for html in [
        "html! { <p class=\"lead\" id={format!(\"q-{a}\")}>{ words.get(key::A) }{ \" · \" }</p> }",
        "html! { <p class={classes!(\"a\", b.then_some(\"c\"))} /> }",
        "html! { if a == \"b\" { <p/> } }",
        "html! { <p data-label=\"b\" class={ c(\"d\") }/> }",
        "html! { { link(a, \"home\") }<path d=\"M8 2.5 14.5 13.5h-13z M8 6\"/> }",
    ] {
        fine("src/view/start.rs", html);
    }
    fine("src/browser/a.rs", "html! { <p>{ \"Save\" }</p> }");
}

#[test]
fn html_avoids_what_yew_or_the_policy_get_wrong() {
    let rule = "no for block in html!";
    breaks(
        "src/view/start.rs",
        "html! { <ul>\n{ for xs.map(|x| html! { <li/> }) }</ul> }",
        rule,
        3,
    );
    fine(
        "src/view/start.rs",
        "html! { <ul>for x in xs { for y in x { <li key={y.id} /> } }</ul> }",
    );
    let rule = "no style attribute";
    breaks("src/view/start.rs", "html! { <p style=\"x\"/> }", rule, 2);
    breaks("src/view/start.rs", "html! { <p style={a}/> }", rule, 2);
    fine("src/view/start.rs", "html! { <p data-style={a}/> }\nfn b() { let style = a; }");
    let rule = "keys are ids";
    breaks("src/view/start.rs", "html! { <p key={i}/> }", rule, 2);
    breaks("src/view/start.rs", "html! { <p key={format!(\"{i}\")}/> }", rule, 2);
    fine("src/view/start.rs", "html! { <p key={id.as_str()}/> }");
    fine("src/view/start.rs", "html! { <p key={format.extension()}/> }");
    fine("src/view/paper/items.rs", "html! { <p key={at}/> }");
    breaks("src/a.rs", "fn a() { Html::from_html_unchecked(b) }", "no markup from text", 2);
}

#[test]
fn nothing_opens_a_way_out() {
    let name = ["RTC", "PeerConnection"].concat();
    let rule = "RTCPeerConnection is only taken away";
    breaks("src/browser/a.rs", &format!("{name}::new()"), rule, 2);
    breaks("start.js", &format!("\nnew {name}()"), rule, 2);
    breaks("start.js", &format!("const PEERS = ['{name}'];"), rule, 1);
    breaks("powers.js", &format!("const PEERS = [];\nnew {name}()"), rule, 2);
    fine("powers.js", &format!("const PEERS = ['{name}'];"));
    let hint = ["pre", "connect"].concat();
    breaks("index.html", &format!("<link rel=\"{hint}\">"), "no preconnect", 1);
    let rule = "no inline script or style in index.html";
    breaks("index.html", "<p>\n<script>a()</script>", rule, 2);
    breaks("index.html", "<p style=\"x\">", rule, 1);
    breaks("index.html", "<style>a{}</style>", rule, 1);
    fine("index.html", "<style>{{styles}}</style>");
    breaks("index.html", "<p onclick=\"x\">", rule, 1);
    fine("index.html", "<script type=\"module\" src=\"start.js\"></script><p>on it</p>");
}

#[test]
fn what_is_installed_has_a_sum_and_comes_from_one_registry() {
    let rule = "each package of a lock file has a sum and no place of its own";
    let lock = |package: &str| {
        format!("{{\"packages\": {{\"\": {{\"name\": \"a\"}},\n\"node_modules/b\": {package}}}}}")
    };
    let whole = "\"integrity\": \"sha512-x\"";
    fine("tests/a/package-lock.json", &lock(&format!("{{{whole}}}")));
    breaks("tests/a/package-lock.json", &lock("{}"), rule, 2);
    breaks("tests/a/package-lock.json", &lock("{\"integrity\": \"sha1-x\"}"), rule, 2);
    let elsewhere = lock(&format!("{{{whole}, \"resolved\": \"git+ssh://b\"}}"));
    breaks("tests/a/package-lock.json", &elsewhere, rule, 2);
    breaks("tests/a/package-lock.json", &lock(&format!("{{{whole}, \"link\": true}}")), rule, 2);
    breaks("tests/a/package-lock.json", "{", rule, 1);
    let rule = "packages of npm come by their lock file alone";
    let newest = ["npm ", "install"].concat();
    breaks("a.sh", &format!("cd a\n{newest} b"), rule, 2);
    fine("a.sh", "npm ci --ignore-scripts");
}

#[test]
fn the_tree_is_of_no_machine() {
    let rule = "no registry host outside lock files";
    let host = ["crates", ".io"].concat();
    breaks("docs/a.md", &format!("a\nsee https://{host}/x"), rule, 2);
    fine("Cargo.lock", &format!("source = \"https://{host}\""));
    let rule = "no path of a machine";
    let path = ["/ho", "me/somebody/x"].concat();
    breaks("a.sh", &format!("cd {path}"), rule, 1);
    fine("a.md", &format!("https://example.org{path}"));
    let mark = ["TO", "DO"].concat();
    breaks("src/a.rs", &format!("// {mark}: later"), "what is left to do names its topic", 2);
    fine("src/a.rs", &format!("// {mark}(languages): later"));
}

#[test]
fn the_tree_keeps_its_rules() {
    let problems = check(&files(&tree::root()).unwrap(), &KNOWN);
    assert!(problems.is_empty(), "\n{}", compiler::problem::lines(&problems));
}
