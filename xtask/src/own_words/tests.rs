//! Each fault of a file of own words, with the sentence that the page and the tools have for it.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::own_words::{Fault, Kind, LOGO, LOGO_PNG, LOGO_SVG, OwnWords, Plain, Wanted, read};

use super::*;

/// The sum behind a part of a PNG, in other words than the reader has.
fn sum(bytes: &[u8]) -> u32 {
    let table: Vec<u32> = (0..256)
        .map(|byte| (0..8).fold(byte, |sum, _| (sum >> 1) ^ (0xedb8_8320 * (sum & 1))))
        .collect();
    let of = |sum: u32, byte: &u8| table[usize::from((sum as u8) ^ byte)] ^ (sum >> 8);
    !bytes.iter().fold(u32::MAX, of)
}

/// A file of version 1 with a name, and these lines more.
fn with(lines: &str) -> Vec<u8> {
    let lines = if lines.is_empty() { String::new() } else { format!(",\n{lines}") };
    format!("{{\n\"version\": 1,\n\"name\": \"Orrin\"{lines}\n}}").into_bytes()
}

fn svg(drawing: &str) -> Vec<u8> {
    let name = "http://www.w3.org/2000/svg";
    let drawing = format!("<svg xmlns=\"{name}\" viewBox=\"0 0 9 9\">{drawing}</svg>");
    logo(LOGO_SVG, drawing.as_bytes())
}

fn bare_svg(whole: &str) -> Vec<u8> {
    logo(LOGO_SVG, whole.as_bytes())
}

fn logo(begins: &str, bytes: &[u8]) -> Vec<u8> {
    with(&format!("\"logo\": \"{begins}{}\"", STANDARD.encode(bytes)))
}

fn chunk(name: &[u8], data: &[u8]) -> Vec<u8> {
    let length = u32::try_from(data.len()).unwrap().to_be_bytes();
    let sum = sum(&[name, data].concat()).to_be_bytes();
    [&length, name, data, &sum].concat()
}

fn png(width: u32, height: u32, chunks: &[&[u8]]) -> Vec<u8> {
    let header = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 6, 0, 0, 0]].concat();
    let mut bytes = [b"\x89PNG\r\n\x1a\n".to_vec(), chunk(b"IHDR", &header)].concat();
    chunks.iter().for_each(|name| bytes.extend(chunk(name, &[0x78, 0x9c])));
    bytes
}

fn all(bytes: &[u8]) -> Vec<Fault> {
    read(bytes).expect_err(&String::from_utf8_lossy(bytes))
}

fn page_words() -> Texts<later::Key> {
    words(build::banks().unwrap().first().unwrap())
}

/// Files that do not fit, each with all that is told of it.
fn files() -> Vec<(Vec<u8>, &'static [&'static str])> {
    let text = |text: &str| text.as_bytes().to_vec();
    vec![
        // The file.
        (
            vec![b' '; 70_000],
            &[
                "own.json: Expected are at most 65536 bytes in all, 40000 of them for the logo; there are 70000.",
            ],
        ),
        (
            b"{\n \"name\": \"\xff\"}".to_vec(),
            &[
                "own.json, line 2, column 11: Expected is text in UTF-8; a byte here is none. Save the file in that encoding.",
            ],
        ),
        (text(" \n"), &["own.json: Expected is an object in braces; the file is empty."]),
        // JSON.
        (
            text("<!doctype html>"),
            &[
                "own.json, line 1, column 1: Expected is an opening brace at the beginning; found is “<”.",
            ],
        ),
        (
            text("{name: 1}"),
            &[
                "own.json, line 1, column 2: Expected is the name of a field in straight quotation marks (\"), with no comma before a closing brace; found is “n”.",
            ],
        ),
        (
            text("{\"version\": 1,\n}"),
            &[
                "own.json, line 2, column 1: Expected is the name of a field in straight quotation marks (\"), with no comma before a closing brace; found is “}”.",
            ],
        ),
        (
            text("{\"version\": 1,"),
            &[
                "own.json, line 1, column 15: Expected is the name of a field in quotation marks; the file ends.",
            ],
        ),
        (
            text("{\"version\" 1}"),
            &[
                "own.json, line 1, column 12: Expected is a colon behind the name of a field; found is “1”.",
            ],
        ),
        (
            text("{\"version\""),
            &[
                "own.json, line 1, column 11: Expected is a colon behind the name of a field; the file ends.",
            ],
        ),
        (
            text("{\"version\": one}"),
            &[
                "own.json, line 1, column 13: Expected is a value, as a text in straight quotation marks (\"); found is “o”.",
            ],
        ),
        (
            text("{\"version\": 1."),
            &[
                "own.json, line 1, column 15: Expected is a value, as a text in quotation marks; the file ends.",
            ],
        ),
        (
            text("{\"version\": 01}"),
            &[
                "own.json, line 1, column 14: Expected is a comma or what closes the brace or bracket; found is “1”. Inside a text, write \\\" for a quotation mark.",
            ],
        ),
        (
            text("{\"version\": 1"),
            &[
                "own.json, line 1, column 14: Expected is a comma or what closes the brace or bracket; the file ends.",
            ],
        ),
        (
            text("{\"name\": \"Orrin"),
            &[
                "own.json, line 1, column 16: Expected is a quotation mark that ends the text; the file ends.",
            ],
        ),
        (
            text("{\"version\": 1} {}"),
            &[
                "own.json, line 1, column 16: Expected is nothing more behind the last brace; found is “{”.",
            ],
        ),
        (
            text("{\"name\": \"Or\nrin\"}"),
            &[
                "own.json, line 1, column 13: Expected is the quotation mark that ends the text; found is a new line, a tab or the like. Inside a text, write \\n for a new line.",
            ],
        ),
        (
            text("{\"name\": \"\\x"),
            &[
                "own.json, line 1, column 11: Expected behind a backslash is one of \" \\ / b f n r t, or u and the four digits of a letter; found is “\\x”.",
            ],
        ),
        (
            text("{\"name\": \"\\ud83d"),
            &[
                "own.json, line 1, column 11: Expected behind a backslash is one of \" \\ / b f n r t, or u and the four digits of a letter; found is “\\ud83d”.",
            ],
        ),
        (
            text(&format!("{{\"a\": {}", "[".repeat(20))),
            &[
                "own.json, line 1, column 23: Expected are few fields with texts and one number; found is much more, or much that stands inside of something else.",
            ],
        ),
        (
            text(&format!("{{{}", "\"a\": 1,\n".repeat(5_000))),
            &[
                "own.json, line 51, column 1: Expected are few fields with texts and one number; found is much more, or much that stands inside of something else.",
            ],
        ),
        (
            b"{\0\"\0v\0".to_vec(),
            &[
                "own.json, line 1, column 2: Expected is text in UTF-8; a byte here is none. Save the file in that encoding.",
            ],
        ),
        (
            text("{“name”: 1}"),
            &[
                "own.json, line 1, column 2: Expected is the name of a field in straight quotation marks (\"), with no comma before a closing brace; found is “[U+201C]”.",
            ],
        ),
        // Fields.
        (
            with("\"\\u001b[2J \u{202e}x\": 1"),
            &[
                "own.json, line 4, column 1, “[U+001B][2J [U+202E]x”: Expected is one of version, name, logo, introduction, contact, accent; no field has this name.",
            ],
        ),
        (
            text("{\"version\": 99999999999999999999, \"name\": \"a\"}"),
            &[
                "own.json, line 1, column 13, “version”: Expected is version 1; found is 99999999999999999999, which a newer version of this page reads.",
            ],
        ),
        (
            text("{\"version\": [1], \"name\": \"a\"}"),
            &[
                "own.json, line 1, column 13, “version”: Expected is the number 1, without quotation marks or a point; found is “…”.",
            ],
        ),
        (
            with("\"accent\": \" #0b5360\""),
            &[
                "own.json, line 4, column 11, “accent”: Expected is a colour as #0b5360, with six digits; found is “ #0b5360”.",
            ],
        ),
        (
            with("\"name\": \"Another\""),
            &[
                "own.json, line 4, column 1, “name”: Expected is each field once; this one stands further up already.",
            ],
        ),
        (
            with("\"Contact\": \"Ada\""),
            &[
                "own.json, line 4, column 1, “Contact”: Expected is one of version, name, logo, introduction, contact, accent; no field has this name.",
            ],
        ),
        (
            text("{}"),
            &[
                "own.json, “version”: Expected is this field; it does not stand there.",
                "own.json, “name”: Expected is this field; it does not stand there.",
            ],
        ),
        (
            text("{\"version\": 2, \"name\": 7, \"questions\": []}"),
            &[
                "own.json, line 1, column 13, “version”: Expected is version 1; found is 2, which a newer version of this page reads.",
            ],
        ),
        (
            text("{\"version\": \"1\", \"name\": \"Orrin\"}"),
            &[
                "own.json, line 1, column 13, “version”: Expected is the number 1, without quotation marks or a point; found is “\"1\"”.",
            ],
        ),
        (
            text("{\"version\": 1.0, \"name\": \"Orrin\"}"),
            &[
                "own.json, line 1, column 13, “version”: Expected is the number 1, without quotation marks or a point; found is “1.0”.",
            ],
        ),
        (
            text("{\"version\": 1, \"name\": 7}"),
            &[
                "own.json, line 1, column 24, “name”: Expected is a text in quotation marks; found is a number.",
            ],
        ),
        (
            with("\"contact\": true"),
            &[
                "own.json, line 4, column 12, “contact”: Expected is a text in quotation marks; found is true or false.",
            ],
        ),
        (
            with("\"logo\": null"),
            &[
                "own.json, line 4, column 9, “logo”: Expected is a text in quotation marks; found is null.",
            ],
        ),
        (
            with("\"introduction\": [\"a\", {\"b\": 1}]"),
            &[
                "own.json, line 4, column 17, “introduction”: Expected is a text in quotation marks; found is a list.",
            ],
        ),
        (
            with("\"accent\": {}"),
            &[
                "own.json, line 4, column 11, “accent”: Expected is a text in quotation marks; found is an object.",
            ],
        ),
        (
            with("\"contact\": \" \""),
            &[
                "own.json, line 4, column 12, “contact”: Expected are 1 to 200 letters that can be seen; found is none.",
            ],
        ),
        (
            text(&format!("{{\"version\": 1, \"name\": \"{}\"}}", "ü".repeat(61))),
            &[
                "own.json, line 1, column 24, “name”: Expected are at most 60 letters; found are 61.",
            ],
        ),
        (
            with(&format!("\"introduction\": \"{}\"", "x".repeat(601))),
            &[
                "own.json, line 4, column 17, “introduction”: Expected are at most 600 letters; found are 601.",
            ],
        ),
        (
            with(&format!("\"contact\": \"{}\"", "x".repeat(201))),
            &[
                "own.json, line 4, column 12, “contact”: Expected are at most 200 letters; found are 201.",
            ],
        ),
        (
            text("{\"version\": 1, \"name\": \"\u{200d} \u{301}\"}"),
            &[
                "own.json, line 1, column 24, “name”: Expected are 1 to 60 letters that can be seen; found is none.",
            ],
        ),
        (
            with(&format!("\"contact\": \"A{}da\"", "\u{301}".repeat(7))),
            &[
                "own.json, line 4, column 12, “contact”: Expected are at most 6 marks on one letter; found are more.",
            ],
        ),
        (
            with("\"contact\": \"Ada\\nBo\""),
            &["own.json, line 4, column 12, “contact”: Expected is one line; found are several."],
        ),
        (
            with("\"contact\": \"Ada \u{202e}oB\""),
            &[
                "own.json, line 4, column 12, “contact”: Expected are letters that can be seen; found is U+202E, which cannot.",
            ],
        ),
        (
            with("\"introduction\": \"\\u0007\""),
            &[
                "own.json, line 4, column 17, “introduction”: Expected are letters that can be seen; found is U+0007, which cannot.",
            ],
        ),
        (
            with("\"accent\": \"#abc\""),
            &[
                "own.json, line 4, column 11, “accent”: Expected is a colour as #0b5360, with six digits; found is “#abc”.",
            ],
        ),
        (
            with("\"accent\": \"url(#a)\""),
            &[
                "own.json, line 4, column 11, “accent”: Expected is a colour as #0b5360, with six digits; found is “url(#a)”.",
            ],
        ),
        // The logo.
        (
            with("\"logo\": \"https://elsewhere.example/logo.png\""),
            &[
                "own.json, line 4, column 9, “logo”: Expected is a picture that begins with data:image/png;base64, or data:image/svg+xml;base64,; found is “https://elsewhere.example/logo.png”.",
            ],
        ),
        (
            with(&format!("\"logo\": \"{LOGO_PNG}iVBOR\"")),
            &[
                "own.json, line 4, column 9, “logo”: Expected is whole Base64 in one line behind the comma; behind 5 letters of it found is “”.",
            ],
        ),
        (
            with(&format!("\"logo\": \"{LOGO_PNG}iVBO Rw0\"")),
            &[
                "own.json, line 4, column 9, “logo”: Expected is whole Base64 in one line behind the comma; behind 4 letters of it found is “ ”.",
            ],
        ),
        (
            logo(LOGO_PNG, &vec![0; LOGO + 1]),
            &[
                "own.json, line 4, column 9, “logo”: Expected is a picture of at most 40000 bytes; this one has 40001.",
            ],
        ),
        (
            logo(LOGO_PNG, b"GIF89a"),
            &[
                "own.json, line 4, column 9, “logo”: Expected is a PNG; found is something that begins with “GIF89a”.",
            ],
        ),
        (
            logo(LOGO_PNG, &png(9, 9, &[b"IDAT"])),
            &[
                "own.json, line 4, column 9, “logo”: Expected is a PNG whose parts are whole and in their places; “IEND” is damaged, missing or too much.",
            ],
        ),
        (
            logo(LOGO_PNG, &png(9, 9, &[b"IEND"])),
            &[
                "own.json, line 4, column 9, “logo”: Expected is a PNG whose parts are whole and in their places; “IDAT” is damaged, missing or too much.",
            ],
        ),
        (
            logo(LOGO_PNG, &png(1025, 9, &[b"IEND"])),
            &[
                "own.json, line 4, column 9, “logo”: Expected are 1 to 1024 pixels in width and height; found are 1025 × 9.",
            ],
        ),
        (
            logo(LOGO_PNG, &png(9, 0, &[b"IEND"])),
            &[
                "own.json, line 4, column 9, “logo”: Expected are 1 to 1024 pixels in width and height; found are 9 × 0.",
            ],
        ),
        (
            logo(LOGO_PNG, &png(9, 9, &[b"acTL", b"IEND"])),
            &[
                "own.json, line 4, column 9, “logo”: Expected is a picture that stands still; this PNG moves.",
            ],
        ),
        (
            bare_svg("<html></html>"),
            &[
                "own.json, line 4, column 9, “logo”: Expected is an SVG in UTF-8, which begins with <svg; found is “<html></html>”.",
            ],
        ),
        (
            bare_svg("\u{1}PNG"),
            &[
                "own.json, line 4, column 9, “logo”: Expected is an SVG in UTF-8, which begins with <svg; found is “[U+0001]PNG”.",
            ],
        ),
        (
            svg("<g><path d='M0 0'/>"),
            &[
                "own.json, line 4, column 9, “logo”: Expected is an SVG that is whole and closed everywhere; it breaks at “</svg>”.",
            ],
        ),
        (
            svg("<path d=M0/>"),
            &[
                "own.json, line 4, column 9, “logo”: Expected is an SVG that is whole and closed everywhere; it breaks at “<path d=M0/></svg>”.",
            ],
        ),
        (
            bare_svg("<svg xmlns='http://www.w3.org/2000/svg'/>"),
            &[
                "own.json, line 4, column 9, “logo”: Expected is viewBox with four numbers, the last two above 0, at the first element of the SVG; found is “”.",
            ],
        ),
        (
            bare_svg("<svg viewBox='0 0 1 1'/>"),
            &[
                "own.json, line 4, column 9, “logo”: Expected is xmlns=\"http://www.w3.org/2000/svg\" at the first element of the SVG; found is “”.",
            ],
        ),
        (
            bare_svg("<!DOCTYPE svg [<!ENTITY x 'y'>]><svg/>"),
            &[
                "own.json, line 4, column 9, “logo”: Expected are elements alone in the SVG, behind <?xml with version 1.0 and UTF-8 at most; found is “<!DOCTYPE svg [<!ENTITY x 'y'>]><svg/>”.",
            ],
        ),
        (
            svg("<?xml-stylesheet href='a.css'?>"),
            &[
                "own.json, line 4, column 9, “logo”: Expected are elements alone in the SVG, behind <?xml with version 1.0 and UTF-8 at most; found is “<?xml-stylesheet href='a.css'?></svg>”.",
            ],
        ),
        (
            svg("<text>&#x41;</text>"),
            &[
                "own.json, line 4, column 9, “logo”: Expected behind & is one of amp; lt; gt; quot; apos; in the SVG; found is “#x41;</text></svg>”.",
            ],
        ),
        (
            svg("<script/>"),
            &[
                "own.json, line 4, column 9, “logo”: Expected are elements of the SVG that only draw; found is “script”.",
            ],
        ),
        (
            svg("<s:SCRIPT/>"),
            &[
                "own.json, line 4, column 9, “logo”: Expected are elements of the SVG that only draw; found is “s:SCRIPT”.",
            ],
        ),
        (
            svg("<foreignObject/>"),
            &[
                "own.json, line 4, column 9, “logo”: Expected are elements of the SVG that only draw; found is “foreignObject”.",
            ],
        ),
        (
            svg("<g OnLoad='x'/>"),
            &[
                "own.json, line 4, column 9, “logo”: Expected are attributes of the SVG that do nothing by themselves; found is “OnLoad”.",
            ],
        ),
        (
            svg("<use xlink:href='other.svg#a'/>"),
            &[
                "own.json, line 4, column 9, “logo”: Expected is a reference inside the SVG, which begins with #; in “xlink:href” it leads elsewhere.",
            ],
        ),
        (
            svg("<image href='data:image/png;base64,AAAA'/>"),
            &[
                "own.json, line 4, column 9, “logo”: Expected is a reference inside the SVG, which begins with #; in “href” it leads elsewhere.",
            ],
        ),
        (
            svg("<path fill='URL( \"//elsewhere.example\")'/>".replace('"', "&quot;").as_str()),
            &[
                "own.json, line 4, column 9, “logo”: Expected are rules of style that only colour and lead to # inside the SVG; found is “url(”.",
            ],
        ),
        (
            svg("<style>@IMPORT 'a.css';</style>"),
            &[
                "own.json, line 4, column 9, “logo”: Expected are rules of style that only colour and lead to # inside the SVG; found is “@import”.",
            ],
        ),
        (
            svg("<style>a{b:u\\72l(x)}</style>"),
            &[
                "own.json, line 4, column 9, “logo”: Expected are rules of style that only colour and lead to # inside the SVG; found is “\\”.",
            ],
        ),
        (
            svg("<g xlink:title='x'/>"),
            &[
                "own.json, line 4, column 9, “logo”: Expected is xmlns:xlink at the first element of the SVG, for names that begin with “xlink:”; found is none.",
            ],
        ),
        (
            svg("<h:img xmlns:h='http://www.w3.org/1999/xhtml' srcset='//elsewhere.example 1x'/>"),
            &[
                "own.json, line 4, column 9, “logo”: Expected are attributes of the SVG that do nothing by themselves; found is “xmlns:h”.",
            ],
        ),
        (
            svg(&"<use href='#a'/>".repeat(17)),
            &[
                "own.json, line 4, column 9, “logo”: Expected are at most 16 “use” in the SVG or in each other; found are more.",
            ],
        ),
        (
            svg(&"<g>".repeat(2_000)),
            &[
                "own.json, line 4, column 9, “logo”: Expected are at most 100 “g” in the SVG or in each other; found are more.",
            ],
        ),
        // Several at once, in the order of the file.
        (
            text("{\"accent\": 1, \"version\": 1, \"more\": 2}"),
            &[
                "own.json, “name”: Expected is this field; it does not stand there.",
                "own.json, line 1, column 12, “accent”: Expected is a text in quotation marks; found is a number.",
                "own.json, line 1, column 29, “more”: Expected is one of version, name, logo, introduction, contact, accent; no field has this name.",
            ],
        ),
    ]
}

#[test]
fn each_fault_is_told_with_its_place_what_was_expected_and_what_was_found() {
    let words = page_words();
    for (bytes, expected) in files() {
        let told: Vec<_> = all(&bytes).iter().map(|fault| fault.told(FILE, &words)).collect();
        assert_eq!(told, expected, "{}", String::from_utf8_lossy(&bytes));
    }
    let answers = [
        (
            Kind::other_name("./own.json "),
            "own.json: Expected is own.json alone in the line “own” of index.html; found is “./own.json ”.",
        ),
        (
            Kind::NotThere(404),
            "own.json: The page names this file, and the server answered 404. 404 means that it is not beside index.html.",
        ),
        (
            Kind::Plain(Plain::NoAnswer),
            "own.json: The page names this file, and no whole answer came within five seconds, or one that leads to another address.",
        ),
    ];
    for (kind, told) in answers {
        assert_eq!(Fault::of_file(kind).told(FILE, &words), told);
    }
}

#[test]
fn at_least_forty_kinds_of_fault_are_told_and_each_in_other_words() {
    let words = page_words();
    let faults: Vec<_> = files().iter().flat_map(|(bytes, _)| all(bytes)).collect();
    let says: BTreeSet<_> = faults.iter().map(|fault| fault.kind.says(&words)).collect();
    // What was expected stands before what was found.
    let expected: BTreeSet<_> = says.iter().filter_map(|says| says.split(';').next()).collect();
    assert!(expected.len() >= 40, "{}", expected.len());
    for sentence in says {
        assert!(sentence.split_whitespace().count() <= 28, "{sentence}");
        assert!(
            !sentence.contains(['{', '}']) || sentence.contains("“{”") || sentence.contains("“}”"),
            "{sentence}"
        );
    }
}

#[test]
fn what_fits_is_taken_as_it_is_written() {
    let whole = with(
        "\"$schema\": \"own.schema.json\",\n\"introduction\": \" <b>One</b>\\r\\n\\n Two \\u00fc\\ud83d\\ude00\",\n\"contact\": \"Ada, ada@orrin.example\",\n\"accent\": \"#8A1538\"",
    );
    let OwnWords { name, logo, introduction, contact, accent } = read(&whole).unwrap();
    assert_eq!((&*name, logo), ("Orrin", None));
    assert_eq!(
        introduction.iter().map(|one| &**one).collect::<Vec<_>>(),
        ["<b>One</b>", "Two ü😀"]
    );
    assert_eq!(contact.as_deref(), Some("Ada, ada@orrin.example"));
    assert_eq!(accent.as_deref(), Some("#8A1538"));
    let with_mark = [b"\xef\xbb\xbf".to_vec(), with("")].concat();
    assert!(read(&with_mark).is_ok(), "an editor may have put its mark before");
}

#[test]
fn logos_that_draw_and_do_nothing_else_are_taken() {
    let drawn = "<?xml version='1.0' encoding='UTF-8'?>\n<!-- drawn --><svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 9 9'>\n<style>.a > .b{fill:url(#g)}</style><defs><linearGradient id='g'/></defs><use xlink:href='#g'/><path style='fill:url( \"#g\" )' d='M0 0'/><text>a &amp; b</text></svg>\n";
    for bytes in [bare_svg(drawn), svg(""), logo(LOGO_PNG, &png(1024, 1, &[b"IDAT", b"IEND"]))] {
        let words = read(&bytes).unwrap_or_else(|faults| panic!("{faults:?}"));
        assert!(words.logo.is_some_and(|logo| logo.starts_with("data:image/")));
    }
}

/// Parts of a PNG, each as it is or otherwise.
fn parts(parts: &[(&[u8], &[u8])]) -> Vec<u8> {
    let parts = parts.iter().flat_map(|(name, data)| chunk(name, data));
    b"\x89PNG\r\n\x1a\n".iter().copied().chain(parts).collect()
}

#[test]
fn a_png_that_no_browser_would_show_is_refused_with_the_part_that_is_wrong() {
    const SIZE: [u8; 8] = [0, 0, 0, 9, 0, 0, 0, 9];
    const PACKED: (&[u8], &[u8]) = (b"IDAT", &[0x78, 0x9c, 0]);
    const END: (&[u8], &[u8]) = (b"IEND", b"");
    let header = |more: [u8; 5]| [&SIZE[..], &more].concat();
    let (plain, listed) = (header([8, 6, 0, 0, 0]), header([8, 3, 0, 0, 1]));
    let found = |bytes: &[u8]| match &all(&logo(LOGO_PNG, bytes))[..] {
        [Fault { kind: Kind::Other { expected: Wanted::PngPart, found }, .. }] => found.to_string(),
        other => panic!("{other:?}"),
    };
    for taken in [
        parts(&[(b"IHDR", &plain), (b"tEXt", b"Title"), PACKED, (b"IDAT", b"more"), END]),
        parts(&[(b"IHDR", &listed), (b"PLTE", &[0; 3]), PACKED, END]),
        parts(&[(b"IHDR", &header([16, 0, 0, 0, 0])), PACKED, END]),
    ] {
        assert!(read(&logo(LOGO_PNG, &taken)).is_ok());
    }
    for more in [
        [3, 6, 0, 0, 0],
        [8, 5, 0, 0, 0],
        [4, 2, 0, 0, 0],
        [8, 6, 1, 0, 0],
        [8, 6, 0, 1, 0],
        [8, 6, 0, 0, 2],
    ] {
        assert_eq!(found(&parts(&[(b"IHDR", &header(more)), PACKED, END])), "IHDR", "{more:?}");
    }
    assert_eq!(found(&parts(&[(b"IHDR", &SIZE), PACKED, END])), "IHDR");
    assert_eq!(found(&parts(&[(b"IHDR", &plain), (b"IHDR", &plain), PACKED, END])), "IHDR");
    assert_eq!(found(&parts(&[(b"IHDR", &plain), (b"IDAT", b""), END])), "IDAT");
    assert_eq!(found(&parts(&[(b"IHDR", &plain), (b"FOOB", b""), PACKED, END])), "FOOB");
    let whole = parts(&[(b"IHDR", &plain), PACKED, END]);
    assert_eq!(found(&[&whole[..], b"<script>"].concat()), "IEND");
    for at in 8 + 8..whole.len() - 12 {
        let mut damaged = whole.clone();
        damaged[at] ^= 1;
        assert!(read(&logo(LOGO_PNG, &damaged)).is_err(), "byte {at}");
    }
}

#[test]
fn an_svg_that_no_browser_would_show_as_it_is_meant_is_refused() {
    let name = "xmlns='http://www.w3.org/2000/svg'";
    let boxed = |value: &str| bare_svg(&format!("<svg {name} viewBox='{value}'/>"));
    for value in ["0,0,9,9", "0, 0, 9, 9", "-1.5 .5 10 +9.0", "0 0\n9 9"] {
        assert!(read(&boxed(value)).is_ok(), "{value}");
    }
    for value in [
        "",
        "0 0 9",
        "0 0 9 9 9",
        "0 0 0 9",
        "0 0 9 0.0",
        "0 0 -9 9",
        "a b c d",
        "0 0 NaN 9",
        "0 0 inf 9",
        "0 0 9px 9",
        "0 0 1e400 9",
        "0 0 . 9",
    ] {
        let faults = all(&boxed(value));
        assert!(
            matches!(&faults[0].kind, Kind::Other { expected: Wanted::SvgViewBox, found } if **found == *value),
            "{value}: {faults:?}"
        );
    }
    let says = |says: &str| bare_svg(&format!("<?xml{says}?><svg {name} viewBox='0 0 9 9'/>"));
    for taken in [" version='1.0'", "\nversion=\"1.0\" encoding=\"utf-8\" standalone='no' "] {
        assert!(read(&says(taken)).is_ok(), "{taken}");
    }
    for refused in [
        " foo",
        "",
        " encoding='UTF-8'",
        " version='1.1'",
        " version='1.0' encoding='UTF-16'",
        " version='1.0' encoding='ISO-2022-JP'",
        "-stylesheet href='#a'",
    ] {
        let faults = all(&says(refused));
        assert!(
            matches!(faults[0].kind, Kind::Other { expected: Wanted::SvgElements, .. }),
            "{refused}: {faults:?}"
        );
    }
    for broken in [
        "<!-- a -- b -->",
        "<!-- a --->",
        "<!-- a",
        "<text>]]></text>",
        "<text>\u{1}</text>",
        "<path d='\0'/>",
        "<g>\u{ffff}</g>",
    ] {
        let faults = all(&svg(broken));
        assert!(
            matches!(faults[0].kind, Kind::Other { expected: Wanted::SvgWhole, .. }),
            "{broken}: {faults:?}"
        );
    }
    for taken in [
        "<!-- Tom & Jerry, a\\logo, url(http://x) -->",
        "<g xmlns:i='http://i'><i:x i:y='1'/></g>",
        &"<g>".repeat(90).replace("<g>", "<g/>"),
    ] {
        assert!(read(&svg(taken)).is_ok(), "{taken}");
    }
    // What a comment keeps apart, a browser puts together.
    let faults = all(&svg("<style>@im<!-- -->port 'a.css';</style>"));
    assert!(matches!(faults[0].kind, Kind::Other { expected: Wanted::SvgStyle, .. }), "{faults:?}");
}

#[test]
fn the_largest_file_that_fits_the_rules_is_within_what_a_file_may_have() {
    let mut drawing = png(9, 9, &[]);
    let room = LOGO - drawing.len() - 24;
    drawing.extend(chunk(b"IDAT", &[&[0x78, 0x9c][..], &vec![7; room - 2]].concat()));
    drawing.extend(chunk(b"IEND", b""));
    assert_eq!(drawing.len(), LOGO);
    let words = "\\ud83d\\ude00".repeat(600);
    let file = with(&format!(
        "\"introduction\": \"{words}\", \"contact\": \"{}\", \"logo\": \"{LOGO_PNG}{}\"",
        "\\ud83d\\ude00".repeat(200),
        STANDARD.encode(&drawing)
    ));
    assert!(read(&file).is_ok(), "{} bytes", file.len());
}

#[test]
fn a_file_is_put_beside_a_page_which_names_it_and_nothing_is_put_where_it_does_not_fit() {
    let folder = std::env::temp_dir().join(format!("own-words-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let at = |name: &str| folder.join(name);
    let page = format!("<meta name=\"own\" content=\"\">{}", "<p>".repeat(200));
    fs::write(at(page::NAME), &page).unwrap();
    fs::write(at("ours.json"), "{}").unwrap();
    let told = put(&at("ours.json"), &folder).unwrap_err();
    assert!(told.contains("ours.json, “version”: Expected is this field"), "{told}");
    assert_eq!(fs::read_to_string(at(page::NAME)).unwrap(), page);
    fs::write(at("ours.json"), with("")).unwrap();
    for _ in 0..2 {
        put(&at("ours.json"), &folder).unwrap();
        let named = fs::read_to_string(at(page::NAME)).unwrap();
        assert_eq!(named, page.replace("content=\"\"", "content=\"own.json\""));
        assert_eq!(fs::read(at(FILE)).unwrap(), with(""));
        let twin = fs::read(at("index.html.gz")).unwrap();
        let mut unpacked = vec![0; named.len()];
        libdeflater::Decompressor::new().gzip_decompress(&twin, &mut unpacked).unwrap();
        assert_eq!(unpacked, named.as_bytes(), "the twin is of the page as it is now");
    }
    fs::remove_dir_all(&folder).unwrap();
}
