//! What is not known of the risks of the examples goes out on question sheets and comes back: nothing that
//! is confidential, and nothing but what was asked.

use domain::asked::Asked;
use domain::assessment::Assessment;
use domain::risk::{Delay, Kept, Mark, Party, Risk, RiskField, RiskId, Start, Status};
use domain::sheet::filled::{Filled, FilledCell, FilledRow};
use domain::sheet::people::{Among, People, rows, sheet_for};
use domain::sheet::proposal::{Becomes, Odd, Proposal};
use domain::sheet::record::{CameAs, SheetId};
use domain::sheet::words::Column;
use domain::sheet::{QuestionRow, QuestionSheet};
use domain::step::Step;

use crate::{Real, real, root};

fn example(real: &Real, name: &str) -> Assessment {
    let samples = compiler::samples::all(root(), std::slice::from_ref(&real.0)).unwrap();
    samples.into_iter().find(|sample| sample.name == name).unwrap().assessment
}

fn with<T>(real: &Real, assessment: &Assessment, look: impl FnOnce(Among<'_>) -> T) -> T {
    let asked = &Asked::of(&real.catalogue, &assessment.scope, &assessment.answers);
    look(Among { asked, assessment, catalogue: &real.catalogue, guidance: &real.guidance })
}

/// The rows about risks on the sheet for somebody.
fn about_risks(real: &Real, assessment: &Assessment, who: &str) -> Vec<QuestionRow> {
    with(real, assessment, |among| {
        let theirs = sheet_for(among, who);
        let sheet = QuestionSheet::for_person(real, SheetId(7), "", &theirs);
        assert_eq!(rows(&theirs), sheet.rows(), "{who}");
        sheet.questions.into_iter().filter(|row| row.id.starts_with("risk/")).collect()
    })
}

/// What is asked, without the number that tells the risks apart.
fn asked_for(rows: &[QuestionRow]) -> Vec<&str> {
    rows.iter().map(|row| row.id.rsplit('/').next().unwrap()).collect()
}

fn came_back(rows: &[(&QuestionRow, &str)]) -> Filled {
    let cell = |text: &str| FilledCell::Text(text.to_owned());
    let row = |(number, (row, typed)): (u32, &(&QuestionRow, &str))| FilledRow {
        sheet: "Questions".to_owned(),
        number,
        cells: vec![(Column::Id, cell(&row.id)), (Column::Answer, cell(typed))],
        guessed: Vec::new(),
    };
    Filled {
        came_as: CameAs::Numbered(7),
        catalogue: "respect-in-practice".to_owned(),
        catalogue_version: real().catalogue.version.to_string(),
        subject: String::new(),
        words: vec![("not-known".to_owned(), "don’t know yet".to_owned())],
        rows: (2..).zip(rows).map(row).collect(),
        unread: Vec::new(),
        guessed: Vec::new(),
    }
}

fn risk(assessment: &Assessment, id: u32) -> Risk {
    assessment.risks.get(RiskId(id)).map(Kept::open).unwrap()
}

fn put(assessment: &mut Assessment, risk: &Risk) {
    std::rc::Rc::make_mut(&mut assessment.risks).put(risk);
    assessment.answer_by_register();
}

/// The risk of an example of which nobody knows who does it, where it starts, and how grave it is.
const CHILDREN: u32 = 4;

#[test]
fn what_is_not_known_of_a_risk_goes_to_those_who_usually_know() {
    let real = real();
    let halden = example(&real, "halden-cloud");
    let rows = about_risks(&real, &halden, "Human-rights lead");
    assert_eq!(asked_for(&rows), ["who", "arises", "scale"]);
    assert!(rows.iter().all(|row| row.prompt.starts_with("Children answered by")), "{rows:?}");
    assert_eq!(rows[0].offered.len(), 1 + 6, "each party, and how several are said");
    let tamarin = example(&real, "tamarin-messenger");
    let near = about_risks(&real, &tamarin, "Trust and safety");
    assert_eq!(asked_for(&near), ["likelihood"], "its status is released");
}

#[test]
fn nothing_confidential_of_a_risk_stands_on_a_sheet_and_it_is_counted() {
    let real = real();
    let kept_back = |assessment: &Assessment| with(&real, assessment, People::of).kept_back;
    let mut tamarin = example(&real, "tamarin-messenger");
    let before = kept_back(&tamarin);
    // How near it is rests on whether it has happened, which nobody released any more.
    let mut shutdown = risk(&tamarin, 3);
    let confidential = domain::answer::Confidentiality::Confidential;
    shutdown.confidential = shutdown.confidential.with(RiskField::Status, confidential);
    put(&mut tamarin, &shutdown);
    assert!(about_risks(&real, &tamarin, "Trust and safety").is_empty());
    assert_eq!(kept_back(&tamarin), before + 1);
    // What has happened is confidential as a whole: two more are asked of nobody.
    shutdown.status = Some(Status::Happened);
    put(&mut tamarin, &shutdown);
    assert!(about_risks(&real, &tamarin, "Human-rights lead").is_empty());
    assert_eq!(kept_back(&tamarin), before + 2);
    // Orrin’s traveller was held: nobody is asked whether that can wait.
    let orrin = example(&real, "orrin-vision");
    let asked = with(&real, &orrin, |among| {
        let all = People::of(among).people;
        all.iter().flat_map(|one| about_risks(&real, &orrin, &one.name)).collect::<Vec<_>>()
    });
    assert_eq!(asked_for(&asked), ["scope"]);
    assert!(asked[0].prompt.contains("shop"), "{asked:?}");
}

#[test]
fn what_the_register_answers_stands_on_no_sheet() {
    let real = real();
    let blank = QuestionSheet::blank(&real);
    let is_there = |id: &str| blank.questions.iter().any(|row| row.id == id);
    assert!(!is_there("assess-severity") && is_there("assess-timing"));
    let mut halden = example(&real, "halden-cloud");
    let mut first = risk(&halden, 1);
    first.severity.scale.mark = Some(Mark::NotKnown);
    put(&mut halden, &first);
    with(&real, &halden, |among| {
        for person in People::of(among).people {
            let theirs = sheet_for(among, &person.name);
            let ids = theirs.questions.iter().map(|found| found.question.id.as_str());
            assert!(ids.into_iter().all(|id| id != "assess-severity"), "{}", person.name);
        }
    });
}

#[test]
fn what_comes_back_is_proposed_for_what_was_asked_and_changes_nothing_else() {
    let real = real();
    let halden = example(&real, "halden-cloud");
    let rows = about_risks(&real, &halden, "Human-rights lead");
    let [who, arises, scale] = &rows[..] else { panic!("{rows:?}") };
    let filled = came_back(&[(who, "6 and 3"), (arises, "2, 4"), (scale, "3")]);
    let proposal = Proposal::of(&real, &halden, &filled);
    assert_eq!((proposal.rows.len(), proposal.odd.len()), (3, 0), "{proposal:?}");
    assert!(proposal.rows.iter().all(|row| row.becomes == Becomes::Adds));
    let [first, ..] = &proposal.rows[..] else { panic!() };
    assert_eq!(first.today[0].text, "Don’t know yet");
    assert!(first.says[0].text.starts_with("We, by acts"), "the first is the main one: {first:?}");

    let mut after = halden.clone();
    proposal.rows.iter().for_each(|row| row.given.take_over(&mut after));
    let children = risk(&after, CHILDREN);
    let who = children.who.known().unwrap();
    assert_eq!(who.parties, [Party::Enterprise, Party::Ourselves]);
    assert_eq!(who.main, Some(Party::Ourselves));
    assert_eq!(children.arises.known().unwrap(), &[Start::Design, Start::Deployment]);
    assert_eq!(children.severity.scale.mark, Some(Mark::Known(Step::Three)));
    // Put back, all is as it was.
    let before = risk(&halden, CHILDREN);
    let mut undone = children.clone();
    (undone.who, undone.arises) = (before.who.clone(), before.arises.clone());
    undone.severity.scale.mark = before.severity.scale.mark;
    assert_eq!(undone, before);
    assert_eq!(Proposal::of(&real, &after, &filled).same, 3, "once taken over it is there");
}

#[test]
fn what_was_filled_in_since_is_replaced_and_what_is_no_answer_is_told() {
    let real = real();
    let mut halden = example(&real, "halden-cloud");
    let rows = about_risks(&real, &halden, "Human-rights lead");
    let [who, arises, scale] = &rows[..] else { panic!("{rows:?}") };
    let mut children = risk(&halden, CHILDREN);
    children.severity.scale.mark = Some(Mark::Known(Step::Four));
    children.severity.delay = Some(Delay::No);
    put(&mut halden, &children);
    let filled = came_back(&[(who, "9"), (arises, "1 2 3 4"), (scale, "2")]);
    let proposal = Proposal::of(&real, &halden, &filled);
    let odd: Vec<_> = proposal.odd.iter().map(|odd| odd.why.clone()).collect();
    assert_eq!(odd, ["9", "1 2 3 4"].map(|typed| Odd::NotAnAnswer(typed.to_owned())));
    let [row] = &proposal.rows[..] else { panic!("{proposal:?}") };
    assert_eq!(row.becomes, Becomes::Replaces);
    assert!(row.today[0].text.starts_with("Serious injury"), "{row:?}");

    let not_known = came_back(&[(who, "Don't know yet")]);
    assert_eq!(Proposal::of(&real, &halden, &not_known).same, 1);
    std::rc::Rc::make_mut(&mut halden.risks).remove(RiskId(CHILDREN));
    let gone = Proposal::of(&real, &halden, &filled);
    assert!(gone.odd.iter().all(|odd| odd.why == Odd::NotAsked) && gone.odd.len() == 3);
}
