//! Reports of the examples, of the questions without answers, and of an assessment in which every
//! text was typed to do harm: in every format, for programs that did not write them.

mod hostile;

use std::fs;
use std::path::Path;
use std::rc::Rc;

use documents::worker::{self, Content};
use domain::assessment::Assessment;
use domain::job::{Date, Job, Outcome, Source};
use domain::plan::{ActionId, PlannedAction, Priority, Reason};
use domain::report::format::Format;
use domain::report::{self, Copy};
use domain::save::Save;
use domain::sharing::{Naming, Shown};

use crate::content::Bank;
use crate::{build, samples};

/// The day of all of them.
const DATE: Date = Date { year: 2026, month: 11, day: 24 };

/// Until when the first of the actions in an example is done; the others follow month by month.
const DUE: Date = Date { year: 2027, month: 1, day: 31 };

/// Writes them into a folder, each as `name.copy.extension`.
pub(crate) fn run(folder: &Path) -> Result<(), String> {
    let fault = |error| format!("{}: {error}", folder.display());
    fs::create_dir_all(folder).map_err(fault)?;
    let banks = build::banks()?;
    let content = content(banks.first().ok_or("there is no language")?);
    let mut sources = vec![("questions.blank".to_owned(), Copy::Blank, Source::Blank)];
    let mut add = |name: &str, assessment: &Assessment, naming| {
        let save = Box::new(Save::of(assessment));
        sources.push((format!("{name}.complete"), Copy::Complete, Source::Complete(save.clone())));
        sources.push((format!("{name}.sharing"), Copy::Sharing, Source::Sharing(save, naming)));
    };
    for sample in samples::all(&banks)? {
        add(&sample.name, &planned(&content, sample.assessment), Naming::default());
    }
    let named = Naming { company: Shown::Yes, product: Shown::Yes, people: Shown::Yes };
    add("hostile", &hostile::assessment(&content.catalogue)?, named);
    for (name, copy, source) in sources {
        for format in Format::ALL.into_iter().filter(|format| format.is_for(copy)) {
            let job = Job::Write(source.clone(), DATE, format);
            let Outcome::Written(file) = worker::run(&content, job) else {
                return Err(format!("{name}: not written as {format:?}"));
            };
            fs::write(folder.join(format!("{name}.{}", format.extension())), file.bytes)
                .map_err(fault)?;
        }
    }
    Ok(())
}

fn content(bank: &Bank) -> Content {
    let mut texts = bank.interface.clone();
    texts.extend(bank.guidance.texts.clone());
    texts.extend(bank.report.clone());
    Content {
        catalogue: bank.catalogue.clone(),
        guidance: bank.guidance.clone(),
        rules: bank.rules.clone(),
        texts,
    }
}

/// An example with the first of its suggestions taken into the plan.
fn planned(content: &Content, mut assessment: Assessment) -> Assessment {
    let Content { catalogue, guidance, rules, texts } = content;
    let report = report::complete(catalogue, guidance, rules, texts, &assessment, DATE);
    let priorities = Priority::ALL.into_iter().flat_map(|priority| [priority; 2]);
    let actions = report.suggestions.into_iter().zip(priorities).zip(0_u8..);
    let actions = actions.map(|((suggestion, priority), number)| PlannedAction {
        priority,
        owner: "Trust and safety".into(),
        due: (number % 2 == 0).then_some(Date { month: DUE.month + number, ..DUE }),
        first_step: "Ask who was there when it was decided.".into(),
        ..PlannedAction::new(
            ActionId(number.into()),
            suggestion.what,
            Reason::Answer(suggestion.question),
        )
    });
    assessment.plan = Rc::new(actions.collect());
    assessment
}
