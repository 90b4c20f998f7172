//! What was typed does nothing: the page loads nothing, runs nothing, and stays the page it is.

use domain::answer::{Answer, Evidence};
use domain::assessment::Assessment;
use domain::elsewhere::{Elsewhere, HigherStep};
use domain::job::{Job, Outcome, Source};
use domain::questions::Step;
use domain::report::format::Format;
use proptest::prelude::*;

use crate::arbitrary;
use crate::bank::{MOMENT, With, at_step, empty};
use crate::hostile::hostile;
use crate::jobs::{content, saved};
use crate::{packages, rows};

const HOSTILE: &str = "</style></title><script>alert(1)</script><img src=x onerror=alert(1)>\
                       <!-- --> &lt; \" ' ` \\ ]]> https://a.example @import url(x)";

fn written(assessment: &Assessment, format: Format) -> String {
    let source = Source::Complete(saved(assessment));
    match documents::worker::run(&content(), Job::Write(source, MOMENT, format)) {
        Outcome::Written(file) => packages::text(file.bytes),
        other => panic!("{other:?}"),
    }
}

fn everything() -> Assessment {
    let mut assessment = empty();
    let scope = std::rc::Rc::make_mut(&mut assessment.scope);
    scope.product = HOSTILE.into();
    scope.company = HOSTILE.into();
    scope.person = HOSTILE.into();
    let answer = Answer {
        note: HOSTILE.into(),
        evidence: vec![Evidence {
            place: HOSTILE.into(),
            as_of: HOSTILE.into(),
            ..Evidence::default()
        }],
        elsewhere: Elsewhere { highest: HigherStep::new(Step::Five), place: HOSTILE.into() },
        ..at_step(4)
    };
    assessment
        .answered("own-promise", answer)
        .step("tell-setbacks", 2)
        .answered("plan-first", Answer { words: HOSTILE.into(), ..Answer::default() })
        .not_applying("see-part", HOSTILE)
}

/// The tags of a page, each without the angle brackets.
fn tags(html: &str) -> Vec<&str> {
    html.split('<').skip(1).filter_map(|rest| rest.split_once('>')).map(|(tag, _)| tag).collect()
}

#[test]
fn a_page_has_no_tag_that_the_writer_did_not_write() {
    let allowed = [
        "!doctype",
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "header",
        "main",
        "section",
        "nav",
        "article",
        "div",
        "span",
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "a",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "figure",
        "figcaption",
        "blockquote",
        "b",
    ];
    for assessment in hostile().map(rows::typed).chain([everything()]) {
        let html = written(&assessment, Format::Html);
        for tag in tags(&html) {
            let name = tag.trim_start_matches('/').split([' ', '\n', '/']).next().unwrap();
            assert!(allowed.contains(&name), "<{tag}>");
            assert!(
                !tag.contains(" on") && !tag.contains(" src=") && !tag.contains(" style="),
                "<{tag}>"
            );
            for reference in tag.split("href=").skip(1) {
                assert!(reference.starts_with("\"#"), "<{tag}>");
            }
        }
        assert_eq!(html.matches("<style>").count(), 1);
        assert_eq!(html.matches("</style>").count(), 1);
        assert!(html.contains("default-src 'none'"));
    }
}

#[test]
fn what_was_typed_changes_no_tag_of_a_page() {
    let page = |text: &str| written(&rows::typed(text), Format::Html);
    // One line stands whole on the page for those who decide, several stand in a part of their own too.
    let (line, lines) = (page("plain"), page("plain\nwords"));
    for text in hostile().filter(|text| !text.trim().is_empty()) {
        let plain = if text.trim().contains('\n') { &lines } else { &line };
        assert_eq!(tags(&page(text)), tags(plain), "{text:?}");
    }
}

#[test]
fn every_anchor_that_is_led_to_is_there_once() {
    let html = written(&everything(), Format::Html);
    let all: Vec<&str> = tags(&html)
        .iter()
        .flat_map(|tag| tag.split(" id=\"").skip(1))
        .map(|rest| rest.split('"').next().unwrap())
        .collect();
    for led in html.split("href=\"#").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        assert_eq!(all.iter().filter(|id| **id == led).count(), 1, "{led}");
    }
    let mut single = all.clone();
    single.sort_unstable();
    single.dedup();
    assert_eq!(single.len(), all.len(), "an id stands twice");
}

#[test]
fn the_style_sheet_refers_to_nothing() {
    let html = written(&everything(), Format::Html);
    let style = html.split("<style>").nth(1).unwrap().split("</style>").next().unwrap();
    assert!(!style.contains("url(") && !style.contains("@import"), "{style}");
}

#[test]
fn a_page_says_its_language_and_direction() {
    let mut content = content();
    content.bank.texts.direction = domain::texts::Direction::RightToLeft;
    content.bank.texts.language = "ar".into();
    let source = Source::Complete(saved(&everything()));
    let Outcome::Written(file) =
        documents::worker::run(&content, Job::Write(source, MOMENT, Format::Html))
    else {
        panic!()
    };
    assert!(String::from_utf8(file.bytes).unwrap().contains("<html lang=\"ar\" dir=\"rtl\">"));
}

proptest! {
    #[test]
    fn any_assessment_is_written_in_every_format(assessment in arbitrary::assessment()) {
        for format in [Format::Html, Format::Markdown] {
            let text = written(&assessment, format);
            // In Markdown a backslash before it takes its meaning away.
            prop_assert!(!text.replace("\\<", "").contains("<script"));
            prop_assert!(!text.contains('\u{0}'), "a control character");
        }
    }
}
