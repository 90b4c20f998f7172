//! Sheets of questions: what goes out on them, and what comes back.

use domain::answer::{
    Answer, Choice, Confidentiality, Evidence, EvidenceKind, Sureness, TacticAnswer, TacticState,
};
use domain::assessment::Assessment;
use domain::date::Date;
use domain::id::QuestionId;
use domain::job::{Job, OpenFault, Outcome, Source};
use domain::report::format::Format;
use domain::sheet::proposal::{Becomes, Given, Odd, Proposal, Proposed, taken_over};
use domain::sheet::record::{
    Arrival, CameAs, SavedSheet, SheetForm, SheetId, SheetRecords, SheetReturn,
};
use proptest::prelude::*;

use crate::bank::{DATE, MATRIX, MOMENT, With, at_step, empty, states};
use crate::hostile::hostile;
use crate::jobs::{content, saved};
use crate::packages::{packed, parts, text};

pub(crate) fn written(source: Source, format: Format) -> Vec<u8> {
    let Outcome::Written(file) =
        documents::worker::run(&content(), Job::Write(source, MOMENT, format))
    else {
        panic!()
    };
    file.bytes
}

/// The number of the sheets.
pub(crate) const NUMBER: u32 = 4_027_431_614;

pub(crate) fn question_sheet(assessment: &Assessment, who: &str) -> Vec<u8> {
    written(Source::QuestionSheet(saved(assessment), who.to_owned(), NUMBER), Format::Xlsx)
}

pub(crate) fn compared(assessment: &Assessment, bytes: Vec<u8>) -> Proposal {
    match documents::worker::run(&content(), Job::Compare(saved(assessment), bytes)) {
        Outcome::Compared(proposal) => *proposal,
        other => panic!("{other:?}"),
    }
}

/// The answer that a row proposes.
pub(crate) fn answer_of(row: &Proposed) -> (QuestionId, Answer) {
    match row.given.clone() {
        Given::Answer(record) => record.into_answer(),
        other @ Given::Risk(_) => panic!("{other:?}"),
    }
}

pub(crate) fn fault(bytes: Vec<u8>) -> OpenFault {
    match documents::worker::run(&content(), Job::Compare(saved(&empty()), bytes)) {
        Outcome::NotOpened(fault) => fault,
        other => panic!("{other:?}"),
    }
}

/// A workbook in which somebody has filled in cells, each named by its sheet and its place.
pub(crate) fn filled(bytes: &[u8], cells: &[(&str, &str, &str)]) -> Vec<u8> {
    changed(bytes, |name, xml| {
        for (_, place, typed) in cells.iter().filter(|(sheet, ..)| name == part(sheet)) {
            let begin = format!("<c r=\"{place}\" ");
            let at = xml.find(&begin).unwrap_or_else(|| panic!("{name} has no {place}"));
            let behind = at + xml[at..].find('>').unwrap() + 1;
            let typed = typed.replace('&', "&amp;").replace('<', "&lt;");
            let cell = format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{typed}</t></is></c>");
            xml.replace_range(at..behind, &cell);
        }
    })
}

fn part(sheet: &str) -> String {
    format!("xl/worksheets/{sheet}.xml")
}

/// A package in which parts have been changed, packed by another program.
pub(crate) fn changed(bytes: &[u8], mut change: impl FnMut(&str, &mut String)) -> Vec<u8> {
    let mut parts = parts(bytes);
    parts.iter_mut().for_each(|(name, xml)| change(name, xml));
    let bytes = parts.into_iter().map(|(name, xml)| (name, xml.into_bytes()));
    packed(&bytes.collect::<Vec<_>>())
}

/// Someone in sales could know two questions and a tactic; a third question is confidential.
pub(crate) fn asking() -> Assessment {
    let unknown = |typed: &str| Answer {
        choice: Some(Choice::NotKnown),
        could_know: typed.into(),
        note: "Between us: nobody looked.".into(),
        ..Answer::default()
    };
    let confidential =
        Answer { confidentiality: Confidentiality::Confidential, ..unknown("Sales") };
    let mut tactics = states(&[("rsch-a", TacticState::Used), ("use-a", TacticState::Unknown)]);
    let not_known = |who: &str| TacticAnswer {
        could_know: who.into(),
        ..TacticAnswer::new(TacticState::Unknown)
    };
    tactics.set_tactic(&"use-a".into(), Some(not_known("sales")));
    tactics.set_tactic(&"use-b".into(), Some(not_known("Legal")));
    empty()
        .answered("own-promise", unknown("Sales, Legal"))
        .answered("cease", unknown("Sales"))
        .answered("see-people", unknown("Legal"))
        .answered("run-watch", confidential)
        .answered(MATRIX, tactics)
        .step("sell-check", 4)
}

/// The same with sheets on record: one that came back in part, one to write on of which nobody said that
/// it is there, and those that nobody put on record.
pub(crate) fn with_sheets() -> Assessment {
    let saved = |who: &str, form, rows| SavedSheet {
        who: who.into(),
        form,
        rows,
        on: Date { day: 12, ..DATE },
        arrival: Arrival::NotSaid,
    };
    let came = |taken| SheetReturn {
        on: Date { day: 20, ..DATE },
        rows: 3,
        taken,
        left: 1,
        unreadable: 3 - taken - 1,
    };
    let (id, fresh) = (SheetId(NUMBER), SheetId(1));
    let mut sheets = SheetRecords::default();
    sheets.save(id, saved("Sales", SheetForm::Workbook, 3));
    sheets.sheet_mut(id).unwrap().to = "Anna in sales".into();
    sheets.take_back(CameAs::Numbered(NUMBER), fresh, came(1));
    sheets.take_back(CameAs::Numbered(NUMBER), fresh, came(2));
    sheets.save(SheetId(9), saved("Legal", SheetForm::Document, 2));
    for came_as in [CameAs::Earlier, CameAs::Blank, CameAs::Numbered(77)] {
        sheets.take_back(came_as, fresh, came(0));
    }
    Assessment { sheets: sheets.into(), ..asking() }
}

const QUESTIONS: &str = "sheet2";
const TACTICS: &str = "sheet3";

/// The texts of all cells.
const TEXTS: &str = "xl/sharedStrings.xml";

#[test]
fn a_sheet_asks_somebody_what_they_could_know_and_tells_no_answer() {
    for format in [Format::Xlsx, Format::Docx] {
        let all =
            text(written(Source::QuestionSheet(saved(&asking()), "SALES".into(), NUMBER), format));
        for asked in ["about own promise?", "about cease?", "use a", "Tidewell Locate"] {
            assert!(all.to_lowercase().contains(&asked.to_lowercase()), "{format:?} {asked}");
        }
        if format == Format::Docx {
            assert!(all.contains("In use; Planned"), "what can be said of a tactic");
        }
        for kept in ["see people", "run watch", "use b", "Between us", "sell check"] {
            assert!(!all.to_lowercase().contains(&kept.to_lowercase()), "{format:?} {kept}");
        }
    }
    let Outcome::Written(file) = documents::worker::run(
        &content(),
        Job::Write(
            Source::QuestionSheet(saved(&asking()), "Sales / North".into(), NUMBER),
            MOMENT,
            Format::Docx,
        ),
    ) else {
        panic!()
    };
    assert_eq!(file.name, "questions-for-Sales-North_2026-11-24.docx");
}

#[test]
fn a_sheet_that_nobody_filled_in_changes_nothing() {
    let assessment = asking();
    let proposal = compared(&assessment, question_sheet(&assessment, "Sales"));
    assert_eq!((proposal.empty, proposal.same), (3, 0));
    assert!(proposal.rows.is_empty() && proposal.odd.is_empty(), "{proposal:?}");
    let blank = compared(&assessment, written(Source::Blank, Format::Xlsx));
    assert!(blank.rows.is_empty() && blank.odd.is_empty(), "{blank:?}");
    assert_eq!(blank.empty, 14 + 7);
    assert_eq!((blank.came_as, blank.all_rows()), (CameAs::Blank, 14 + 7));
}

/// A sheet in which cells of every kind are filled in.
fn filled_in(assessment: &Assessment) -> Vec<u8> {
    filled(
        &question_sheet(assessment, "Sales"),
        &[
            (QUESTIONS, "D2", "4"),
            (QUESTIONS, "H2", "Since <May> & June\nsecond line"),
            (QUESTIONS, "I2", "Data"),
            (QUESTIONS, "J2", "Dashboard 7"),
            (QUESTIONS, "K2", "May 2026"),
            (QUESTIONS, "L2", "Have seen it"),
            (QUESTIONS, "D3", "doesn’t apply"),
            (QUESTIONS, "G3", "We sell nothing."),
            (TACTICS, "E2", "In use"),
            (TACTICS, "F2", "some effect"),
        ],
    )
}

/// A sheet that is filled in.
pub(crate) fn xlsx() -> Vec<u8> {
    filled_in(&asking())
}

/// What LibreOffice saved of [`filled_in`] in its own format and in that of Excel until 2003.
pub(crate) const ODS: &[u8] = include_bytes!("../data/filled.ods");
pub(crate) const XLS: &[u8] = include_bytes!("../data/filled.xls");

#[test]
fn what_was_saved_in_another_format_reads_the_same() {
    let assessment = asking();
    let proposal = compared(&assessment, filled_in(&assessment));
    assert_eq!(proposal.came_as, CameAs::Numbered(NUMBER));
    // They were written before sheets had numbers.
    let earlier = Proposal { came_as: CameAs::Earlier, ..proposal };
    assert_eq!(compared(&assessment, ODS.to_vec()), earlier);
    assert_eq!(compared(&assessment, XLS.to_vec()), earlier);
}

#[test]
fn what_was_filled_in_comes_back_row_by_row() {
    let assessment = asking();
    let proposal = compared(&assessment, filled_in(&assessment));
    assert!(proposal.odd.is_empty(), "{:?}", proposal.odd);
    assert!(proposal.rows.iter().all(|row| row.becomes == Becomes::Adds), "{:?}", proposal.rows);
    let [promise, cease, tactic] = &proposal.rows[..] else { panic!("{proposal:?}") };
    assert_eq!((promise.at.number, &*promise.code), (2, "A1.3"));
    assert_eq!((&*promise.at.sheet, &*tactic.at.sheet), ("Questions", "Tactics"));
    let (_, given) = answer_of(promise);
    let before = assessment.answers.get(&"own-promise".into()).unwrap();
    let after = taken_over(before, &given);
    assert_eq!(after.step(), at_step(4).step());
    assert_eq!(after.note, "Between us: nobody looked.\n\nSince <May> & June\nsecond line");
    let evidence = Evidence {
        kind: EvidenceKind::Data,
        place: "Dashboard 7".into(),
        as_of: "May 2026".into(),
    };
    assert_eq!(after.evidence, [evidence]);
    assert_eq!(after.sureness, Some(Sureness::Seen));
    let (_, given) = answer_of(cease);
    assert_eq!((given.choice, &*given.because), (Some(Choice::DoesNotApply), "We sell nothing."));
    let (_, given) = answer_of(tactic);
    let after = taken_over(assessment.answers.get(&MATRIX.into()).unwrap(), &given);
    assert_eq!(after.tactic(&"use-a".into()).unwrap().state, TacticState::Used);
    assert_eq!(after.tactic(&"use-b".into()).unwrap().state, TacticState::Unknown);
}

#[test]
fn words_may_be_typed_with_another_apostrophe_and_numbers_behind_their_word() {
    let assessment = asking();
    let cells = [(QUESTIONS, "D2", "don't know yet"), (QUESTIONS, "D3", "Step 2")];
    let proposal = compared(&assessment, filled(&question_sheet(&assessment, "Sales"), &cells));
    assert_eq!((proposal.rows.len(), proposal.same), (1, 1), "{proposal:?}");
}

#[test]
fn a_sheet_says_its_number_whatever_else_becomes_of_it() {
    let sheet = question_sheet(&asking(), "Sales");
    let proposal = compared(&asking(), sheet.clone());
    assert_eq!((proposal.came_as, proposal.all_rows()), (CameAs::Numbered(NUMBER), 3));
    // A program that made a text of the number, and one that took it away.
    let told = |cell: &str| {
        let sheet = changed(&sheet, |name, xml| {
            if name == part("sheet4") {
                let at = xml.find(&format!("<v>{NUMBER}</v>")).unwrap();
                let begin = xml[..at].rfind("<c ").unwrap();
                let end = at + xml[at..].find("</c>").unwrap() + 4;
                xml.replace_range(begin..end, cell);
            }
        });
        compared(&asking(), sheet).came_as
    };
    let text = format!("<c r=\"B5\" t=\"inlineStr\"><is><t> {NUMBER} </t></is></c>");
    assert_eq!(told(&text), CameAs::Numbered(NUMBER));
    assert_eq!(told(""), CameAs::Blank);
}

#[test]
fn a_sheet_of_another_product_says_so() {
    let sheet = question_sheet(&asking(), "Sales");
    assert_eq!(compared(&asking(), sheet.clone()).other_subject, None);
    let mut other = asking();
    let scope = domain::scope::Scope { product: "Another".into(), ..(*other.scope).clone() };
    other.scope = std::rc::Rc::new(scope);
    assert_eq!(compared(&other, sheet).other_subject.as_deref(), Some("Tidewell Locate"));
    assert_eq!(compared(&other, written(Source::Blank, Format::Xlsx)).other_subject, None);
}

#[test]
fn what_would_replace_an_answer_says_so_and_the_same_answer_is_no_change() {
    let mut assessment = asking();
    let sheet = filled(
        &question_sheet(&assessment, "Sales"),
        &[(QUESTIONS, "D2", "4 – approved"), (TACTICS, "E2", "not used")],
    );
    assessment = assessment.step("own-promise", 2);
    let proposal = compared(&assessment, sheet.clone());
    let effects: Vec<Becomes> = proposal.rows.iter().map(|row| row.becomes).collect();
    assert_eq!(effects, [Becomes::Replaces, Becomes::Adds]);
    assert!(proposal.rows[0].today[0].text.starts_with("Step 2"), "{:?}", proposal.rows[0].today);
    assert!(proposal.rows[0].says[0].text.starts_with("Step 4"), "{:?}", proposal.rows[0].says);
    let proposal = compared(&assessment.step("own-promise", 4), sheet);
    assert_eq!((proposal.rows.len(), proposal.same), (1, 1));
}

#[test]
fn rows_that_cannot_be_taken_are_named_and_the_others_are_taken() {
    let assessment = asking();
    let sheet = question_sheet(&assessment, "Sales");
    let with = |cells: &[(&str, &str, &str)]| compared(&assessment, filled(&sheet, cells));
    let why = |cells: &[(&str, &str, &str)]| {
        let proposal = with(cells);
        assert_eq!(proposal.odd.len(), 1, "{cells:?} {proposal:?}");
        (proposal.odd[0].why.clone(), proposal.odd[0].at.number, proposal.rows.len())
    };
    for typed in ["6", "0", "four", "3.5", "-1", "1000"] {
        let cells = [(QUESTIONS, "D2", typed), (QUESTIONS, "D3", "2")];
        assert_eq!(why(&cells), (Odd::NotAnAnswer(typed.into()), 2, 1));
    }
    assert_eq!(why(&[(QUESTIONS, "D2", "Doesn’t apply")]).0, Odd::NoReason);
    assert_eq!(why(&[(QUESTIONS, "D2", "3"), (QUESTIONS, "I2", "Data")]).0, Odd::NoPlace);
    for of in ["0026-03-31", "2200-01", "1989-12-31"] {
        let dated = [(QUESTIONS, "D2", "3"), (QUESTIONS, "J2", "Log"), (QUESTIONS, "K2", of)];
        assert_eq!(why(&dated).0, Odd::Year(of.into()));
    }
    assert_eq!(why(&[(TACTICS, "F2", "Clear")]).0, Odd::NoState);
    assert_eq!(why(&[(QUESTIONS, "L2", "fairly")]).0, Odd::NotAnAnswer("fairly".into()));
    // A name that is not there, and one that stands there twice.
    let renamed = |to: &str| {
        let sheet = filled(&sheet, &[(QUESTIONS, "D2", "3"), (QUESTIONS, "D3", "2")]);
        let to = format!(">{to}<");
        compared(&assessment, changed(&sheet, |_, xml| *xml = xml.replace(">cease<", &to)))
    };
    let odd = renamed("cease-and-desist").odd;
    assert_eq!((odd.len(), &odd[0].why, &*odd[0].about), (1, &Odd::Unknown, "What about cease?"));
    assert_eq!(renamed("own-promise").odd[0].why, Odd::Twice);
}

#[test]
fn a_higher_step_that_is_true_elsewhere_comes_back_with_where_that_is() {
    let assessment = asking();
    let sheet = question_sheet(&assessment, "Sales");
    let cells =
        |step, place| [(QUESTIONS, "D2", "2"), (QUESTIONS, "E2", step), (QUESTIONS, "F2", place)];
    let with = |assessment: &Assessment, step, place| {
        compared(assessment, filled(&sheet, &cells(step, place)))
    };
    let proposal = with(&assessment, "4", "The cloud division.");
    let [row] = &proposal.rows[..] else { panic!("{proposal:?}") };
    let said: Vec<_> = row.says.iter().map(|said| (&*said.label, &*said.text)).collect();
    assert_eq!(said[1].0, "Highest step true somewhere or in part");
    assert!(said[1].1.starts_with("Step 4: "), "{said:?}");
    assert_eq!(said[2], ("Where, or what is missing", "The cloud division."));
    let (_, given) = answer_of(row);
    let after = taken_over(assessment.answers.get(&"own-promise".into()).unwrap(), &given);
    let higher = after.higher().unwrap();
    assert_eq!((higher.highest.step().number(), &*higher.place), (4, "The cloud division."));

    // Another step goes for the one that is there, and words are added to those that are there.
    let there = assessment.clone().answered("own-promise", after.clone());
    let row = with(&there, "5", "The network.").rows[0].clone();
    assert_eq!(row.becomes, Becomes::Replaces);
    let (_, given) = answer_of(&row);
    let then = taken_over(&after, &given).elsewhere;
    assert_eq!(then.highest.map(|step| step.step().number()), Some(5));
    assert_eq!(then.place, "The cloud division.\n\nThe network.");
    assert_eq!(with(&there, "4", "The cloud division.").same, 1);
    assert_eq!(with(&there, "", "The network.").rows[0].becomes, Becomes::Adds);

    for typed in ["1", "6", "high"] {
        assert_eq!(with(&assessment, typed, "").odd[0].why, Odd::NotAnAnswer(typed.into()));
    }
}

#[test]
fn a_question_without_steps_has_no_room_for_a_higher_one_and_what_is_typed_there_all_the_same_is_kept()
 {
    let assessment = asking();
    let sheet = question_sheet(&assessment, "Sales");
    let of_decision = |xml: &str, cell: &str| xml.contains(&format!("<c r=\"{cell}\" "));
    for (name, xml) in parts(&sheet) {
        if name == part(QUESTIONS) {
            assert!(of_decision(&xml, "E2") && of_decision(&xml, "F2"));
            assert!(!of_decision(&xml, "E3") && !of_decision(&xml, "F3"));
        }
    }
    let typed = |cell: &str, words: &str| {
        changed(&filled(&sheet, &[(QUESTIONS, "D3", "2")]), |name, xml| {
            if name == part(QUESTIONS) {
                let at = xml.find("<c r=\"G3\" ").unwrap();
                let cell = format!("<c r=\"{cell}\" t=\"inlineStr\"><is><t>{words}</t></is></c>");
                xml.insert_str(at, &cell);
            }
        })
    };
    let proposal = compared(&assessment, typed("F3", "In one market."));
    let (_, given) = answer_of(&proposal.rows[0]);
    assert_eq!((&*given.note, &*given.elsewhere.place), ("In one market.", ""));
    let odd = compared(&assessment, typed("E3", "4")).odd;
    assert_eq!(odd[0].why, Odd::NotAnAnswer("4".into()));
}

#[test]
fn every_sheet_says_by_which_rules_a_step_is_chosen() {
    let sheet = Source::QuestionSheet(saved(&asking()), "Sales".into(), NUMBER);
    for format in [Format::Xlsx, Format::Docx] {
        for source in [Source::Blank, sheet.clone()] {
            let all = text(written(source, format));
            for rule in [
                "Choose the highest step of which nothing is untrue today",
                "take the lowest of the places where people could be severely harmed",
                "“at least one” means one",
                "What happened counts before what is planned.",
            ] {
                assert!(all.contains(rule), "{format:?} {rule}");
            }
        }
        let all = text(written(sheet.clone(), format));
        assert!(all.contains("is true somewhere or in part"), "{format:?}");
    }
}

#[test]
fn a_formula_is_not_taken_for_an_answer() {
    let assessment = asking();
    let sheet = changed(&question_sheet(&assessment, "Sales"), |name, xml| {
        if name == part(QUESTIONS) {
            let at = xml.find("<c r=\"H2\" ").unwrap();
            let end = at + xml[at..].find('>').unwrap() + 1;
            xml.replace_range(at..end, "<c r=\"H2\" t=\"str\"><f>A1</f><v>Code</v></c>");
        }
    });
    let proposal = compared(&assessment, sheet);
    assert!(proposal.rows.is_empty());
    assert_eq!(proposal.odd[0].why, Odd::Formula);
}

#[test]
fn a_question_that_is_not_asked_is_named() {
    let assessment = empty().short();
    let sheet = filled(&written(Source::Blank, Format::Xlsx), &[(QUESTIONS, "D3", "2")]);
    let proposal = compared(&assessment, sheet);
    assert!(proposal.rows.is_empty());
    assert_eq!(proposal.odd[0].why, Odd::NotAsked);
    assert_eq!(proposal.odd[0].about, "A1.7 What about own tasks?");
}

#[test]
fn words_are_found_whichever_language_the_sheet_is_in() {
    let assessment = asking();
    let french = changed(&question_sheet(&assessment, "Sales"), |_, xml| {
        *xml = xml.replace("Your answer", "Votre réponse").replace(">Don’t know yet<", ">Inconnu<");
    });
    let proposal = compared(&assessment, filled(&french, &[(QUESTIONS, "D2", "inconnu")]));
    assert_eq!(proposal.same, 1, "{proposal:?}");
}

/// A sheet in which somebody typed into the cell for the date of evidence, and made it look as a
/// format of the file says: 49 is text, 14 a day.
fn dated(cell: &str, look: u8) -> Vec<u8> {
    let sheet = question_sheet(&asking(), "Sales");
    let sheet = filled(&sheet, &[(QUESTIONS, "J2", "Minutes")]);
    changed(&sheet, |name, xml| {
        if name == part(QUESTIONS) {
            let at = xml.find("<c r=\"K2\" ").unwrap();
            let end = at + xml[at..].find("/>").unwrap();
            xml.replace_range(end..end + 2, cell);
        }
        if name == "xl/styles.xml" {
            *xml = xml.replace("numFmtId=\"49\"", &format!("numFmtId=\"{look}\""));
        }
    })
}

/// What is taken over from that cell.
fn date_of(sheet: Vec<u8>) -> String {
    let (_, given) = answer_of(&compared(&asking(), sheet).rows[0]);
    given.evidence[0].as_of.to_string()
}

/// What a spreadsheet makes of what somebody typed reads as this.
#[test]
fn each_kind_of_cell_has_its_words() {
    const TEXT: u8 = 49;
    const DAY: u8 = 14;
    const PERCENTAGE: u8 = 9;
    for (cell, look, words) in [
        (" t=\"b\"><v>1</v></c>", TEXT, "TRUE"),
        (" t=\"b\"><v>0</v></c>", TEXT, "FALSE"),
        (" t=\"e\"><v>#N/A</v></c>", TEXT, "#N/A"),
        (" t=\"str\"><v>a&#13;&#10;b_x0041_</v></c>", TEXT, "a\nbA"),
        ("><v>2026</v></c>", TEXT, "2026"),
        ("><v>2.50</v></c>", TEXT, "2.5"),
        ("><v>0.5</v></c>", PERCENTAGE, "0.5"),
        ("><v>46350</v></c>", DAY, "2026-11-24"),
        ("><v>46350.75</v></c>", DAY, "2026-11-24"),
    ] {
        assert_eq!(date_of(dated(cell, look)), words, "{cell}");
    }
}

#[test]
fn days_may_be_counted_from_1904_on() {
    let sheet = changed(&dated("><v>44888</v></c>", 14), |name, xml| {
        if name == "xl/workbook.xml" {
            *xml = xml.replace("<workbookPr ", "<workbookPr date1904=\"1\" ");
        }
    });
    assert_eq!(date_of(sheet), "2026-11-24");
}

#[test]
fn columns_may_be_moved_and_other_sheets_added() {
    let assessment = asking();
    let sheet = filled(&question_sheet(&assessment, "Sales"), &[(QUESTIONS, "D2", "3")]);
    let moved = changed(&sheet, |name, xml| {
        if name == part(QUESTIONS) {
            // What stood in D stands in Z, and the other way round.
            for row in 1..=3 {
                *xml = xml.replace(&format!("r=\"D{row}\""), &format!("r=\"Z{row}\""));
            }
        }
    });
    assert_eq!(compared(&assessment, moved).rows.len(), 1);
}

#[test]
fn a_sheet_of_an_earlier_version_finds_its_questions_by_their_names_of_today() {
    use domain::earlier::{Became, Earlier};

    let rule = |id: &str, became| Earlier {
        id: id.into(),
        since: "2.0.0".into(),
        became,
        prompt: "Before?".into(),
        offered: Vec::new(),
    };
    let mut content = content();
    content.bank.catalogue.version = "2.0.0".into();
    content.bank.guidance.earlier = vec![
        rule("promise-before", Became::Renamed("own-promise".into())),
        rule("cease-before", Became::Retired("Nobody could answer it.".into())),
    ];
    let cells = [(QUESTIONS, "D2", "3"), (QUESTIONS, "D3", "2")];
    let older = changed(&filled(&question_sheet(&asking(), "Sales"), &cells), |name, xml| {
        if name == TEXTS {
            *xml = xml.replace(">own-promise<", ">promise-before<");
            *xml = xml.replace(">cease<", ">cease-before<");
        }
    });
    let job = Job::Compare(saved(&asking()), older);
    let Outcome::Compared(proposal) = documents::worker::run(&content, job) else { panic!() };
    assert!(proposal.other_version);
    let taken: Vec<_> = proposal.rows.iter().map(|row| answer_of(row).0.to_string()).collect();
    assert_eq!(taken, ["own-promise"]);
    let odd: Vec<_> = proposal.odd.iter().map(|row| &row.why).collect();
    assert_eq!(odd, [&Odd::Earlier]);
}

#[test]
fn what_is_no_sheet_says_so() {
    assert_eq!(fault(b"PK\x03\x04".to_vec()), OpenFault::DamagedWorkbook);
    assert_eq!(fault(Vec::new()), OpenFault::NotASheet);
    let report = written(Source::Complete(saved(&asking())), Format::Xlsx);
    assert_eq!(fault(report.clone()), OpenFault::NotASheet);
    let sheet = question_sheet(&asking(), "Sales");
    let told = |from: &str, to: &str| {
        fault(changed(&sheet, |name, xml| {
            // The number of the version stands on the sheet, and all texts in their own part.
            if [&*part("sheet4"), TEXTS].contains(&name) {
                *xml = xml.replace(from, to);
            }
        }))
    };
    assert_eq!(told("<v>4</v>", "<v>5</v>"), OpenFault::Newer { found: 5, newest: 4 });
    assert_eq!(told("test-bank", "other"), OpenFault::OtherCatalogue("other".into()));
    let newer = OpenFault::NewerBank { found: "1.3.0".into(), newest: "1.2.3".into() };
    assert_eq!(told("1.2.3", "1.3.0"), newer);
    // What declares something, or refers to what it did not declare.
    for declared in ["<!DOCTYPE a [<!ENTITY b \"c\">]>", ""] {
        let declares = changed(&sheet, |name, xml| {
            if name == TEXTS {
                *xml = xml.replace("<sst", &format!("{declared}<sst"));
                *xml = xml.replacen("</t>", "&b;</t>", 1);
            }
        });
        assert_eq!(fault(declares), OpenFault::DamagedWorkbook, "{declared}");
    }
    // Opened as a save file, while no assessment is open.
    let opened = |bytes| documents::worker::run(&content(), Job::Open(bytes));
    assert_eq!(opened(sheet.clone()), Outcome::NotOpened(OpenFault::SheetAlone));
    assert_eq!(opened(report), Outcome::NotOpened(OpenFault::NotASheet));
}

#[test]
fn a_name_that_was_typed_to_do_harm_is_a_name() {
    for typed in hostile() {
        let name: Vec<&str> = typed.split([',', ';', '\n', '،', '؛', '、']).collect();
        let Some(name) = name.into_iter().map(str::trim).find(|name| !name.is_empty()) else {
            continue;
        };
        let unknown = Answer {
            choice: Some(Choice::NotKnown),
            could_know: typed.to_owned(),
            ..Answer::default()
        };
        let assessment = empty().answered("own-promise", unknown);
        let bytes = question_sheet(&assessment, name);
        let proposal = compared(&assessment, bytes.clone());
        assert_eq!((proposal.empty, proposal.odd.len()), (1, 0), "{typed:?}");
        for (part, xml) in parts(&bytes) {
            assert!(!xml.to_lowercase().contains("targetmode=\"external\""), "{part} {typed:?}");
            assert!(!xml.contains("<f>"), "{part} {typed:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Nothing that somebody wrote is lost by taking a sheet over, unless that was said.
    #[test]
    fn nothing_goes_without_a_word(assessment in crate::arbitrary::assessment(), step in 1_u8..=5) {
        let assessment = assessment.unknown("own-promise");
        let sheet = written(Source::Blank, Format::Xlsx);
        let typed = step.to_string();
        let cells = [(QUESTIONS, "D2", &*typed), (QUESTIONS, "D3", &*typed)];
        for row in compared(&assessment, filled(&sheet, &cells)).rows {
            let (id, given) = answer_of(&row);
            let blank = Answer::default();
            let before = assessment.answers.get(&id).map_or(&blank, |answer| &**answer);
            let after = taken_over(before, &given);
            prop_assert!(after.note.contains(before.note.trim()));
            prop_assert_eq!(&after.evidence[..before.evidence.len()], &before.evidence[..]);
            prop_assert_eq!(after.confidentiality, before.confidentiality);
            let was = matches!(before.choice, Some(Choice::Step(_) | Choice::Decision(_)));
            if was && after.choice != before.choice {
                prop_assert_eq!(row.becomes, Becomes::Replaces);
            }
        }
    }

    #[test]
    fn damaged_workbooks_are_refused_and_nothing_else_happens(
        at in any::<prop::sample::Index>(), with in any::<u8>(), cut in any::<prop::sample::Index>()
    ) {
        let mut bytes = question_sheet(&asking(), "Sales");
        let at = at.index(bytes.len());
        bytes[at] = with;
        let _ = documents::worker::run(&content(), Job::Compare(saved(&empty()), bytes.clone()));
        bytes.truncate(cut.index(bytes.len()));
        let _ = documents::worker::run(&content(), Job::Compare(saved(&empty()), bytes));
    }
}
