//! In which order the risks and the gaps of a save file stand, and why: for whoever asks how an order came
//! about, or has changed a tie.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use documents::worker::{self, Content};
use domain::assessment::Assessment;
use domain::bank::Bank;
use domain::findings::{Found, FoundRisk, Gap, Touched};
use domain::job::{Job, OpenFault, Outcome};
use domain::risk::{Named, RiskWords};
use domain::ties::{Aim, Because, NotKnown};

use crate::{build, reports};

/// Prints it.
pub(crate) fn run(save: &Path) -> Result<(), String> {
    let of_file = |reason: String| format!("{}: {reason}", save.display());
    let bytes = fs::read(save).map_err(|error| of_file(error.to_string()))?;
    let content = reports::content(&build::banks()?)?;
    let assessment = opened(&content, bytes).map_err(of_file)?;
    print!("{}", told(&content.bank, &assessment));
    Ok(())
}

/// The assessment in a save file, or a sentence that says why there is none.
fn opened(content: &Content, bytes: Vec<u8>) -> Result<Assessment, String> {
    match worker::run(content, Job::Open(bytes)) {
        Outcome::Opened(save) => Ok(save.into_assessment()),
        Outcome::NotOpened(fault) => Err(says(&fault)),
        _ => Err("no save file of this tool".into()),
    }
}

fn says(fault: &OpenFault) -> String {
    match fault {
        OpenFault::TooLarge => "larger than any save file can be".into(),
        OpenFault::Empty => "empty".into(),
        OpenFault::NotASaveFile => "no text, or no JSON: no save file".into(),
        OpenFault::OtherFormat => "JSON, but no save file of this tool".into(),
        OpenFault::Newer { found, newest } => {
            format!("of version {found} of the save file; this build reads up to {newest}")
        }
        OpenFault::NewerBank { found, newest } => {
            format!("answers version {found} of the questions; this build has {newest}")
        }
        OpenFault::NotUnderstood { line, column } => {
            format!("holds something that this build does not know, at {line}:{column}")
        }
        OpenFault::Damaged { line, column } => format!("damaged at {line}:{column}"),
        OpenFault::OtherCatalogue(name) => format!("answers another question bank, {name}"),
        OpenFault::NotASheet
        | OpenFault::SheetAlone
        | OpenFault::Protected
        | OpenFault::Labelled
        | OpenFault::DamagedWorkbook
        | OpenFault::OldEncoding => "no save file; it may be a sheet".into(),
        OpenFault::TooMuch(of) => format!("holds more than is read: {of:?}"),
        OpenFault::Locked(_) => "locked; open it with its passphrase first".into(),
        OpenFault::Stopped | OpenFault::NotHere | OpenFault::PutOff | OpenFault::Several => {
            "could not be read to its end".into()
        }
    }
}

/// Risks with their bands and places, then gaps with what ties each to which risk.
fn told(bank: &Bank, assessment: &Assessment) -> String {
    let findings = Found::of(bank, assessment).findings;
    let words = &bank.guidance.risks;
    let mut text = String::from("Risks\n");
    if findings.risks.is_empty() {
        text += "  none listed\n";
    }
    for found in &findings.risks {
        let _ = writeln!(text, "  {}", risk(found, assessment, words));
    }
    text += "\nGaps\n";
    if findings.gaps.is_empty() {
        text += "  none\n";
    }
    for (gap, number) in findings.gaps.iter().zip(1..) {
        let _ = writeln!(text, "  {number}. {}", question(gap));
        for touched in &gap.touches {
            let _ = writeln!(text, "     {}", touches(touched, words));
        }
        if gap.touches.is_empty() && !findings.risks.is_empty() {
            text += "     touches none\n";
        }
    }
    text
}

/// `R2  severe, because of its scale alone  4 2 4  Name; as grave as the one before`.
fn risk(found: &FoundRisk, assessment: &Assessment, words: &RiskWords) -> String {
    let severity = &found.risk.severity;
    let marks = Named::ALL.map(|named| {
        let mark = severity.dimension(named).counts_as().number().to_string();
        let is_known = severity.not_known().all(|unknown| unknown != named);
        if is_known { mark } else { format!("{mark}?") }
    });
    let (name, band) =
        (found.risk.name.known().map_or("(no name)", |name| name), found.band.name());
    let mut line = format!(
        "R{}  {band}, {}  {}  {}",
        found.placed.number,
        words.label(found.grounds),
        marks.join(" "),
        name.trim()
    );
    if found.risk.has_harmed() {
        line += "; people have been harmed";
    }
    if found.placed.equals_before {
        line += "; as grave as the one before, and stands by name";
    }
    if found.placed.is_chosen {
        let chosen = assessment.risks.reordered().iter();
        let because = chosen.filter(|one| one.risk == found.risk.id).map(|one| one.because.trim());
        let because = because.collect::<String>();
        line += "; its place was chosen: ";
        line += if because.is_empty() { "no reason given" } else { &because };
    }
    line
}

/// `B4.1 prevent-customer-check, Foremost, Step(One); others wait for it`.
fn question(gap: &Gap) -> String {
    let (code, id) = (&gap.question.code, &gap.question.id);
    let waits = if gap.waits.is_empty() { "" } else { "; others wait for it" };
    format!("{code} {id}, {:?}, {:?}{waits}", gap.level, gap.standing)
}

/// `R2, aimed: done by a State, starts in design`.
fn touches(touched: &Touched, words: &RiskWords) -> String {
    let aim = match touched.touch.aim {
        Aim::Aimed => "aimed",
        Aim::General => "general",
    };
    let because = touched.touch.because.iter().map(|because| match because {
        Because::DoneBy(party) => format!("done by {}", words.in_group("party-by", *party)),
        Because::StartsIn(start) => format!("starts in {}", words.in_group("start-in", *start)),
        Because::Hits(people) => format!("hits {}", words.in_group("people-hit", *people)),
        Because::Harmed => "people have been harmed".to_owned(),
        Because::NotKnown(NotKnown::Who) => "not known who does it".to_owned(),
        Because::NotKnown(NotKnown::Start) => "not known where it starts".to_owned(),
        Because::NotKnown(NotKnown::Cause) => "not known what made it possible".to_owned(),
        Because::NotKnown(NotKnown::People) => "not known whom it hits".to_owned(),
        Because::StoppedHere => "can be stopped here".to_owned(),
        Because::EachDepends => "each risk depends on it".to_owned(),
    });
    format!("R{}, {aim}: {}", touched.number, because.collect::<Vec<_>>().join(", "))
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use domain::answer::{Answer, Choice};
    use domain::date::Date;
    use domain::risk::{Mark, Needed, Party, Register, Reordering, Risk, RiskId, Who};
    use domain::save::Save;
    use domain::step::Step;
    use domain::ties::{Letters, OnHarm, QuestionTie};

    use super::*;

    fn content() -> Content {
        reports::content(&build::banks().unwrap()).unwrap()
    }

    /// Two that are equally grave and one to watch, as somebody put them; one gap.
    fn assessment(content: &Content) -> Assessment {
        let risk = |id, name: &str, scale| {
            let mut one = Risk { name: Needed::filled(name.to_owned()), ..Risk::new(RiskId(id)) };
            one.severity.scale.mark = Some(Mark::Known(scale));
            one.severity.irremediability.mark = Some(Mark::Known(Step::One));
            let who = Who { parties: vec![Party::State], main: None };
            Risk { who: Needed::filled(who), ..one }
        };
        let mut register = Register::of(&[
            risk(1, "A raid", Step::Five),
            risk(2, "A search", Step::Five),
            risk(3, "A wait", Step::One),
        ]);
        let because = "The second cannot wait".into();
        register.reorder(Reordering { risk: RiskId(2), before: Some(RiskId(1)), because });
        let mut assessment = content.examples.of(Default::default()).save.clone().into_assessment();
        assessment.answers = Default::default();
        assessment.risks = Rc::new(register);
        let low = Answer { choice: Some(Choice::Step(Step::One)), ..Answer::default() };
        assessment.answers.set(&"prevent-customer-check".into(), Some(Rc::new(low)));
        assessment.answer_by_register();
        assessment
    }

    #[test]
    fn a_save_file_says_where_risks_and_gaps_stand_and_why() {
        let mut content = content();
        let row = QuestionTie {
            who: Letters::Some(vec!['S']),
            arises: Letters::Any,
            people: Letters::Any,
            people_needed: false,
            on_harm: OnHarm::AsToAny,
        };
        content.bank.guidance.ties.questions = vec![("prevent-customer-check".into(), row)];
        let save = Box::new(Save::of(&assessment(&content)));
        let day = Date { year: 2026, month: 11, day: 24 };
        let Outcome::Written(file) = worker::run(&content, Job::Save(save, day)) else { panic!() };
        let opened = opened(&content, file.bytes).unwrap();
        let told = told(&content.bank, &opened);
        for line in [
            "  R1  gravest, because of its scale alone  5 4? 1  A search; its place was chosen: The second cannot wait\n",
            "  R2  gravest, because of its scale alone  5 4? 1  A raid; as grave as the one before, and stands by name\n",
            "  R3  to-watch, ",
            " prevent-customer-check, Foremost, Step(One)\n     R1, aimed: done by a State\n     R2, aimed: done by a State\n     R3, ",
        ] {
            assert!(told.contains(line), "{line}\nin\n{told}");
        }
    }

    #[test]
    fn a_file_that_is_no_save_file_gets_a_sentence() {
        let content = content();
        for (bytes, says) in [
            ("", "empty"),
            ("no JSON", "no text, or no JSON: no save file"),
            ("{\"a\": 1}", "JSON, but no save file of this tool"),
        ] {
            assert_eq!(opened(&content, bytes.into()), Err(says.to_owned()), "{bytes}");
        }
        let missing = run(Path::new("no such file.json")).unwrap_err();
        assert!(missing.starts_with("no such file.json: "), "{missing}");
    }
}
