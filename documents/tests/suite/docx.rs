//! The report as DOCX, read as another program reads it: what is in the package, what each part
//! says, and that nothing typed is more than text.

use std::collections::BTreeMap;

use domain::answer::Answer;
use domain::assessment::Assessment;
use domain::job::{Job, Outcome, Source};
use domain::report::format::Format;
use domain::sharing::{Naming, Shown};
use domain::texts::Direction;

use crate::bank::{DATE, MOMENT, With, at_step, empty};
use crate::golden::sample;
use crate::hostile::hostile;
use crate::jobs::{content, saved};
use crate::packages::parts;
use crate::said::{said, says_all};

/// What somebody may type to make a document do something, beside what is hostile to every format.
const MARKUP: &[&str] = &[
    "plain",
    "</w:t></w:r></w:p><w:p><w:r><w:t>forged",
    "<w:hyperlink r:id=\"rId9\">x</w:hyperlink>",
    "<w:instrText> HYPERLINK \"https://a.example\" </w:instrText>",
    "<w:fldSimple w:instr=\" INCLUDETEXT https://a.example \"/>",
    "<w:altChunk r:id=\"x\"/>",
    "&y; &#x41; &amp;",
    "]]>",
    "<![CDATA[<w:p/>]]>",
    "<!-- -->",
    "<?xml-stylesheet href=\"https://a.example\"?>",
    "\" w:rsidR=\"1\" x=\"",
    "' onload='x",
    "{ HYPERLINK \"https://a.example\" }",
    "{ DDEAUTO c:\\windows\\system32\\cmd.exe \"/k calc\" }",
    "{ INCLUDEPICTURE \"https://a.example/x.png\" \\d }",
    "{{page}} {page} {pages} {step}",
    "x\u{0}y\u{1}z\u{8}\u{b}\u{c}\u{1f}\u{7f}\u{9f}",
    "\u{202e}txt.exe\u{202d}\u{2066}\u{2067}\u{2068}",
    "a\r\nb\rc\u{2028}d\u{2029}e\u{85}f",
    "\t\t\t",
    "e\u{301}\u{301}\u{301}\u{301}\u{301}",
    "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 👩‍👩‍👧‍👦",
    "קרא את זה 123",
    "اقرأ هذا 123",
    "^p ^t ^m",
];

fn written(content: &documents::worker::Content, source: Source) -> Vec<u8> {
    match documents::worker::run(content, Job::Write(source, MOMENT, Format::Docx)) {
        Outcome::Written(file) => file.bytes,
        other => panic!("{other:?}"),
    }
}

fn complete(assessment: &Assessment) -> Vec<u8> {
    written(&content(), Source::Complete(saved(assessment)))
}

fn part(bytes: &[u8], name: &str) -> String {
    parts(bytes).into_iter().find(|(found, _)| found == name).unwrap().1
}

/// The start tags of a part, without angle brackets.
fn tags(xml: &str) -> Vec<&str> {
    xml.split('<').skip(1).filter_map(|rest| rest.split_once('>')).map(|(tag, _)| tag).collect()
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    tag.split_once(&format!(" {name}=\"")).and_then(|(_, rest)| rest.split('"').next())
}

fn unescaped(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    text.replace("&#39;", "'").replace("&amp;", "&")
}

/// The paragraphs of a document: style and text.
fn paragraphs(xml: &str) -> Vec<(String, String)> {
    xml.split("<w:p>")
        .skip(1)
        .map(|paragraph| {
            let paragraph = paragraph.split("</w:p>").next().unwrap();
            let style = paragraph.split("<w:pStyle w:val=\"").nth(1).unwrap();
            let text: String = paragraph
                .replace("<w:br/>", "<w:t xml:space=\"preserve\"> </w:t>")
                .split("<w:t xml:space=\"preserve\">")
                .skip(1)
                .map(|rest| unescaped(rest.split("</w:t>").next().unwrap()))
                .collect();
            (style.split('"').next().unwrap().to_owned(), text)
        })
        .collect()
}

#[test]
fn the_package_holds_what_it_says_and_nothing_that_leads_outside() {
    let bytes = complete(&sample());
    let all = parts(&bytes);
    let types = part(&bytes, "[Content_Types].xml");
    for (name, xml) in &all {
        assert!(xml.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\""), "{name}");
        let is_known = types.contains(&format!("PartName=\"/{name}\"")) || name.ends_with(".rels");
        assert!(is_known || name == "[Content_Types].xml", "{name}");
        assert!(!xml.contains("TargetMode"), "{name}");
        assert!(!xml.contains("r:embed") && !xml.contains("r:link"), "{name}");
        for known in tags(xml).iter().filter_map(|tag| attribute(tag, "Target")) {
            assert!(all.iter().any(|(name, _)| name.ends_with(known)), "{known}");
        }
    }
    assert_eq!(all.len(), 10);
}

#[test]
fn the_same_report_gives_the_same_bytes_and_names_nobody() {
    assert_eq!(complete(&sample()), complete(&sample()));
    let core = part(&complete(&sample()), "docProps/core.xml");
    assert!(core.contains("<dc:title>Tidewell Locate: respect in practice</dc:title>"));
    assert!(core.contains("<dc:language>en</dc:language>"));
    assert_eq!(core.matches(">2026-11-24T00:00:00Z<").count(), 2);
    assert!(!core.contains("creator") && !core.contains("lastModifiedBy"));
}

#[test]
fn styles_are_those_that_programs_know() {
    let bytes = complete(&sample());
    let styles = part(&bytes, "word/styles.xml");
    for (level, name) in (0..4).map(|level| (level, format!("heading {}", level + 1))) {
        let style = styles.split("<w:style ").find(|style| style.contains(&name)).unwrap();
        assert!(style.contains(&format!("<w:outlineLvl w:val=\"{level}\"/>")), "{name}");
    }
    assert!(styles.contains("<w:style w:type=\"paragraph\" w:default=\"1\""));
    assert!(styles.contains("<w:lang w:val=\"en\" w:eastAsia=\"en\" w:bidi=\"en\"/>"));
    // Every style that is used is there.
    for name in ["word/document.xml", "word/header.xml", "word/footer.xml"] {
        let xml = part(&bytes, name);
        for tag in tags(&xml) {
            let is_style =
                ["w:pStyle", "w:rStyle", "w:tblStyle"].iter().any(|kind| tag.starts_with(kind));
            if let Some(style) = attribute(tag, "w:val").filter(|_| is_style) {
                assert!(styles.contains(&format!("w:styleId=\"{style}\"")), "{style}");
            }
        }
    }
}

#[test]
fn headings_go_down_one_level_at_a_time_and_are_those_of_the_report() {
    let report = content().report(Source::Complete(saved(&sample())), DATE);
    let document = part(&complete(&sample()), "word/document.xml");
    let headings: Vec<(usize, String)> = paragraphs(&document)
        .into_iter()
        .filter_map(|(style, text)| Some((style.strip_prefix("Heading")?.parse().unwrap(), text)))
        .collect();
    assert_eq!(headings[0], (1, report.title.clone()));
    assert_eq!(headings.iter().filter(|(level, _)| *level == 1).count(), 1);
    for pair in headings.windows(2) {
        assert!(pair[1].0 <= pair[0].0 + 1, "{pair:?}");
    }
    let parts: Vec<&String> =
        headings.iter().filter(|(level, _)| *level == 2).map(|(_, text)| text).collect();
    let mut expected: Vec<String> = Vec::new();
    for part in &report.parts {
        let count = part.count.map(|count| format!(" ({count})")).unwrap_or_default();
        expected.push(format!("{}{count}", part.heading));
    }
    // The contents stand behind how it is read.
    expected.insert(1, report.labels.contents);
    assert_eq!(parts, expected.iter().collect::<Vec<_>>());
}

#[test]
fn the_contents_are_there_before_anybody_updates_them() {
    let report = content().report(Source::Complete(saved(&sample())), DATE);
    let bytes = complete(&sample());
    let document = part(&bytes, "word/document.xml");
    let listed = paragraphs(&document).into_iter().filter(|(style, _)| style == "TOC2");
    let listed: Vec<String> = listed.map(|(_, text)| text).collect();
    let parts = report.parts.iter().skip(1).map(|part| part.heading.clone());
    assert_eq!(listed, parts.collect::<Vec<_>>());
    for kind in ["begin", "separate", "end"] {
        assert_eq!(document.matches(&format!("fldCharType=\"{kind}\"")).count(), 1, "{kind}");
    }
    // Nothing asks the reader when the document is opened.
    assert!(!part(&bytes, "word/settings.xml").contains("updateFields"));
    assert!(!document.contains("w:dirty"));
}

#[test]
fn every_anchor_that_is_led_to_is_there_once() {
    let document = part(&complete(&sample()), "word/document.xml");
    let of = |name: &str, attribute_name: &str| -> Vec<String> {
        let tags = tags(&document).into_iter().filter(|tag| tag.starts_with(name));
        tags.map(|tag| attribute(tag, attribute_name).unwrap().to_owned()).collect()
    };
    let anchors = of("w:bookmarkStart", "w:name");
    for led in of("w:hyperlink", "w:anchor") {
        assert_eq!(anchors.iter().filter(|anchor| **anchor == led).count(), 1, "{led}");
    }
    let mut ids = of("w:bookmarkStart", "w:id");
    let mut ends = of("w:bookmarkEnd", "w:id");
    ids.sort();
    ends.sort();
    assert_eq!(ids, ends);
    ids.dedup();
    assert_eq!(ids.len(), ends.len());
    assert!(of("w:hyperlink", "w:anchor").iter().any(|led| led.starts_with("_answer")));
}

#[test]
fn heads_of_tables_stand_again_and_rows_stay_whole() {
    let document = part(&complete(&sample()), "word/document.xml");
    let rows = document.matches("<w:tr>").count();
    assert_eq!(document.matches("<w:cantSplit/>").count(), rows);
    for table in document.split("<w:tbl>").skip(1) {
        let table = table.split("</w:tbl>").next().unwrap();
        let columns = table.matches("<w:gridCol ").count();
        for row in table.split("<w:tr>").skip(1) {
            assert_eq!(row.matches("<w:tc>").count(), columns, "{row}");
            assert!(!row.contains("<w:tc></w:tc>"));
        }
        if table.contains("<w:tblHeader/>") {
            let first = table.split("<w:tr>").nth(1).unwrap();
            assert!(first.contains("<w:tblHeader/>") && table.contains("w:firstRow=\"1\""));
        }
        assert!(!table.contains("<w:tblCaption w:val=\"\"/>"), "it says what it is");
    }
    // The profile and three phases have heads.
    assert!(document.matches("<w:tblHeader/>").count() >= 4);
    assert!(!document.contains("</w:tbl><w:tbl>"), "two tables would become one");
    assert!(!document.contains("</w:tbl><w:sectPr>"));
}

#[test]
fn lists_are_lists_and_numbers_begin_anew() {
    let bytes = complete(&sample());
    let document = part(&bytes, "word/document.xml");
    let numbering = part(&bytes, "word/numbering.xml");
    let mut used: Vec<&str> = tags(&document)
        .into_iter()
        .filter(|tag| tag.starts_with("w:numId"))
        .map(|tag| attribute(tag, "w:val").unwrap())
        .collect();
    used.sort_unstable();
    used.dedup();
    assert!(used.len() >= 3, "bullets, gaps, what to do next");
    for id in &used {
        assert!(numbering.contains(&format!("<w:num w:numId=\"{id}\">")), "{id}");
    }
    assert_eq!(numbering.matches("<w:startOverride w:val=\"1\"/>").count(), used.len() - 1);
}

#[test]
fn pages_say_what_they_are_of_and_their_number() {
    let bytes = complete(&sample());
    let running = content().report(Source::Complete(saved(&sample())), DATE).running;
    assert_eq!(paragraphs(&part(&bytes, "word/header.xml"))[0].1, running);
    let footer = part(&bytes, "word/footer.xml");
    assert!(footer.contains("w:instr=\" PAGE \"") && footer.contains("w:instr=\" NUMPAGES \""));
}

#[test]
fn it_says_all_that_the_report_says_in_the_same_order() {
    let naming =
        Naming { company: Shown::Yes, product: Shown::Yes, people: Shown::Yes, reach: Shown::Yes };
    for source in [
        Source::Complete(saved(&sample())),
        Source::Complete(saved(&sample().short())),
        Source::Sharing(saved(&sample()), Naming::default()),
        Source::Sharing(saved(&sample()), naming),
        Source::Blank,
    ] {
        let report = content().report(source.clone(), DATE);
        let document = part(&written(&content(), source), "word/document.xml");
        let texts: Vec<String> = paragraphs(&document).into_iter().map(|(_, text)| text).collect();
        let whole = texts.join(" ");
        says_all(said(&report), &whole);
        assert!(whole.ends_with(&report.colophon), "{whole}");
    }
}

#[test]
fn right_to_left_reports_go_that_way() {
    let mut content = content();
    content.bank.texts.direction = Direction::RightToLeft;
    content.bank.texts.language = "ar".into();
    let bytes = written(&content, Source::Complete(saved(&sample())));
    let document = part(&bytes, "word/document.xml");
    assert!(document.contains("<w:bidi/></w:sectPr>"));
    assert_eq!(document.matches("<w:bidiVisual/>").count(), document.matches("<w:tbl>").count());
    assert!(document.contains("<w:pStyle w:val=\"Lead\"/><w:bidi/>"));
    let styles = part(&bytes, "word/styles.xml");
    assert!(styles.contains("<w:lang w:val=\"ar\" w:eastAsia=\"ar\" w:bidi=\"ar\"/>"));
    assert!(part(&bytes, "docProps/core.xml").contains("<dc:language>ar</dc:language>"));
}

#[test]
fn what_was_typed_goes_its_own_way() {
    let answer = Answer { words: "قرار 12 (2026)\nIn English".into(), ..Answer::default() };
    let document = part(&complete(&empty().answered("plan-first", answer)), "word/document.xml");
    assert!(document.contains(
        "<w:pStyle w:val=\"Quote\"/><w:bidi/></w:pPr><w:r><w:rPr><w:rtl/></w:rPr>\
         <w:t xml:space=\"preserve\">قرار 12 (2026)</w:t>"
    ));
    assert!(document.contains(
        "<w:pStyle w:val=\"Quote\"/><w:bidi w:val=\"0\"/></w:pPr><w:r>\
         <w:t xml:space=\"preserve\">In English</w:t>"
    ));
}

/// An assessment with this text wherever something can be typed.
fn typed(text: &str) -> Assessment {
    let mut assessment = empty();
    let scope = std::rc::Rc::make_mut(&mut assessment.scope);
    scope.product = text.into();
    scope.company = text.into();
    scope.person = text.into();
    let words = || Answer { words: text.into(), ..Answer::default() };
    assessment
        .answered("own-promise", Answer { note: text.into(), ..at_step(4) })
        .step("tell-setbacks", 2)
        .answered("plan-first", words())
        .not_applying("see-part", text)
}

#[test]
fn nothing_typed_is_more_than_text() {
    let shape = |xml: &str| -> Vec<String> {
        // Direction and breaks follow what was typed.
        let tags = tags(xml).into_iter().map(|tag| tag.split(' ').next().unwrap().to_owned());
        tags.filter(|tag| {
            let name = tag.trim_matches('/');
            !["w:bidi", "w:rtl", "w:rPr", "w:br", "w:t"].contains(&name)
        })
        .collect()
    };
    let plain = complete(&typed("plain"));
    let several = complete(&typed("several\nlines"));
    let known = tags_of(&plain, &several);
    let [plain, several] =
        [plain, several].map(|bytes| parts(&bytes).into_iter().collect::<BTreeMap<_, _>>());
    let mut texts: Vec<&str> = MARKUP.iter().copied().chain(hostile()).collect();
    let long = "unbroken".repeat(400);
    texts.push(&long);
    for text in texts {
        // One line stands whole on the page for those who decide; more than that stands in a part of
        // its own too.
        let like = if text.trim().contains('\n') || text == long { &several } else { &plain };
        let bytes = complete(&typed(text));
        for (name, xml) in parts(&bytes) {
            // The document has a paragraph for each line of words.
            if name != "word/document.xml" {
                assert_eq!(shape(&xml), shape(&like[&name]), "{text:?} in {name}");
            }
            for tag in tags(&xml) {
                let element = tag.split(' ').next().unwrap().trim_end_matches('/');
                assert!(known.contains(element), "<{tag}> after {text:?}");
            }
            let forbidden = |letter: char| {
                (letter.is_control() && letter != '\n')
                    || matches!(letter, '\u{fffe}' | '\u{ffff}')
                    || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
            };
            assert!(!xml.contains(forbidden), "{text:?} in {name}");
            let fields = ["w:fldSimple", "w:instrText", "w:hyperlink", "w:fldChar"];
            for field in fields.map(|field| format!("<{field} ")) {
                let expected = like[&name].matches(&field).count();
                // Where nothing but spaces was typed, less is said.
                assert!(xml.matches(&field).count() <= expected, "{text:?} in {name}");
            }
        }
    }
}

fn tags_of(one: &[u8], other: &[u8]) -> std::collections::BTreeSet<String> {
    let all = [parts(one), parts(other)].concat();
    let names = all
        .iter()
        .flat_map(|(_, xml)| tags(xml))
        .map(|tag| tag.split(' ').next().unwrap().trim_end_matches('/').to_owned());
    names.chain(["w:rtl".to_owned()]).collect()
}

#[test]
fn what_was_typed_is_read_as_it_was_typed() {
    for text in MARKUP.iter().copied().chain(hostile()).filter(|text| {
        !text.contains(|letter: char| {
            letter.is_control()
                || matches!(letter, '\u{2028}'..='\u{2029}' | '\u{fffe}' | '\u{ffff}')
                || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        })
    }) {
        let document = part(&complete(&typed(text)), "word/document.xml");
        let all = paragraphs(&document);
        let is_said =
            all.iter().any(|(style, words)| style.ends_with("Quote") && words == text.trim());
        assert!(is_said, "{text:?}");
    }
}

#[test]
fn copies_for_sharing_say_so_on_every_page_and_name_nothing() {
    let bytes = written(&content(), Source::Sharing(saved(&sample()), Naming::default()));
    let all: String = parts(&bytes).into_iter().map(|(_, xml)| xml).collect();
    assert!(all.contains("Answers may be left out of this copy."));
    assert!(part(&bytes, "word/header.xml").contains("answers may be left out"));
    assert!(!all.contains("Tidewell") && !all.contains("_answer"));
    assert!(!all.to_lowercase().contains("confidential"));
}
