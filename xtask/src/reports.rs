//! Reports of the examples, sheets of what is not known in them, reports of the questions without answers, and of an assessment in which every
//! text was typed to do harm: in every format, for programs that did not write them.

pub(crate) mod hostile;
mod paper;

use std::fs;
use std::path::Path;

use documents::worker::{self, Content};
use domain::answer::Answer;
use domain::asked::Asked;
use domain::assessment::{Assessment, Timestamp};
use domain::bank::Bank;
use domain::date::Date;
use domain::example::Example;
use domain::job::{Job, Outcome, Source};
use domain::moment::Moment;
use domain::plan::Status;
use domain::report::Edition;
use domain::report::format::Format;
use domain::save::Save;
use domain::sharing::{Naming, Shown};
use domain::sheet::people::{Among, People};

use crate::build;

/// The day of all of them.
const DATE: Date = Date { year: 2026, month: 11, day: 24 };

/// When they are written.
const MOMENT: Moment = Moment { now: Timestamp(1_795_516_445_678), today: DATE };

/// The number of each question sheet.
const SHEET: u32 = 4_027_431_614;

/// Writes them into a folder, each as `name.copy.extension`.
pub(crate) fn run(folder: &Path) -> Result<(), String> {
    let fault = |error| format!("{}: {error}", folder.display());
    fs::create_dir_all(folder).map_err(fault)?;
    let banks = build::banks()?;
    let content = content(&banks)?;
    let write = |name: &str, job: &Job| {
        let Outcome::Written(file) = worker::run(&content, job.clone()) else {
            return Err(format!("{name} was not written"));
        };
        fs::write(folder.join(name), file.bytes).map_err(fault)
    };
    let mut sources = vec![("questions.blank".to_owned(), Edition::Blank, Source::Blank)];
    let mut add = |name: &str, save: Save, naming| {
        let save = Box::new(save);
        sources.push((
            format!("{name}.complete"),
            Edition::Complete,
            Source::Complete(save.clone()),
        ));
        sources.push((format!("{name}.sharing"), Edition::Sharing, Source::Sharing(save, naming)));
    };
    for example in Example::ALL {
        add(example.name(), content.examples.of(example).save.clone(), Naming::default());
    }
    let named =
        Naming { company: Shown::Yes, product: Shown::Yes, people: Shown::Yes, reach: Shown::Yes };
    for (name, assessment) in paper::all(&content.bank) {
        let save = Save::of(&assessment);
        write(&format!("{name}.json"), &Job::Save(Box::new(save.clone()), DATE))?;
        add(name, save, Naming::default());
    }
    add("hostile", Save::of(&hostile::assessment(&content.bank.catalogue)?), named);
    for example in Example::ALL {
        let name = example.name();
        sources.push((format!("{name}.example"), Edition::Example, Source::Example(example)));
        let save = Box::new(content.examples.of(example).save.clone());
        write(&format!("{name}.json"), &Job::Save(save.clone(), DATE))?;
        let mut assessment = save.clone().into_assessment();
        let plan = std::rc::Rc::make_mut(&mut assessment.plan);
        let dated = plan.actions().iter().find(|action| action.due.is_some() && !action.is_over());
        if let Some(id) = dated.map(|action| action.id)
            && let Some(action) = plan.action_mut(id)
        {
            action.status = Status::Done;
        }
        write_long(&write, name, assessment.clone())?;
        // The same calendar an hour later, with one action done.
        let now = Timestamp(MOMENT.now.0 + 3_600_000);
        let source = Source::Complete(Box::new(Save::of(&assessment)));
        let later = Job::Write(source, Moment { now, ..MOMENT }, Format::Calendar);
        write(&format!("{name}.an-hour-later.ics"), &later)?;
        let asked = Asked::of(&content.bank.catalogue, &assessment.scope, &assessment.answers);
        let (catalogue, guidance) = (&content.bank.catalogue, &content.bank.guidance);
        let among = Among { asked: &asked, assessment: &assessment, catalogue, guidance };
        let people = People::of(among).people;
        let Some(person) = people.iter().max_by_key(|person| person.could_know) else { continue };
        let source = Source::QuestionSheet(save, person.name.to_string(), SHEET);
        sources.push((format!("{name}.question-sheet"), Edition::Blank, source));
    }
    for (name, copy, source) in sources {
        for format in Format::ALL.into_iter().filter(|format| format.is_for(copy)) {
            let file = format!("{name}.{}", format.extension());
            write(&file, &Job::Write(source.clone(), MOMENT, format))?;
        }
    }
    Ok(())
}

/// A workbook with a note that no row holds when it is printed: of words that are told apart.
fn write_long(
    write: &impl Fn(&str, &Job) -> Result<(), String>,
    name: &str,
    mut assessment: Assessment,
) -> Result<(), String> {
    let Some((id, answer)) = assessment.answers.iter().next() else { return Ok(()) };
    let note = (0..2_500).map(|number| format!("w{number:04}")).collect::<Vec<_>>().join(" ");
    let (id, answer) = (id.clone(), Answer { note, ..(**answer).clone() });
    assessment.answers.set(&id, Some(answer.into()));
    let source = Source::Complete(Box::new(Save::of(&assessment)));
    write(&format!("{name}.long-note.xlsx"), &Job::Write(source, MOMENT, Format::Xlsx))
}

/// What jobs are done with.
pub(crate) fn content(banks: &[Bank]) -> Result<Content, String> {
    let bank = banks.first().ok_or("there is no language")?.clone();
    Ok(Content { bank, examples: build::examples(banks)? })
}
