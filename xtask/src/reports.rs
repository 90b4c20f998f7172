//! Reports of the examples, of the questions without answers, and of an assessment in which every
//! text was typed to do harm: in every format, for programs that did not write them.

mod hostile;

use std::fs;
use std::path::Path;

use documents::worker::{self, Content};
use domain::example::{Example, Examples};
use domain::job::{Date, Job, Outcome, Source};
use domain::report::Copy;
use domain::report::format::Format;
use domain::save::Save;
use domain::sharing::{Naming, Shown};

use crate::content::Bank;
use crate::{build, samples};

/// The day of all of them.
const DATE: Date = Date { year: 2026, month: 11, day: 24 };

/// Writes them into a folder, each as `name.copy.extension`.
pub(crate) fn run(folder: &Path) -> Result<(), String> {
    let fault = |error| format!("{}: {error}", folder.display());
    fs::create_dir_all(folder).map_err(fault)?;
    let banks = build::banks()?;
    let bank = banks.first().ok_or("there is no language")?;
    let content = content(bank, samples::packed(&banks)?);
    let mut sources = vec![("questions.blank".to_owned(), Copy::Blank, Source::Blank)];
    let mut add = |name: &str, save: Save, naming| {
        let save = Box::new(save);
        sources.push((format!("{name}.complete"), Copy::Complete, Source::Complete(save.clone())));
        sources.push((format!("{name}.sharing"), Copy::Sharing, Source::Sharing(save, naming)));
    };
    for example in Example::ALL {
        add(example.name(), content.examples.of(example).save.clone(), Naming::default());
    }
    let named = Naming { company: Shown::Yes, product: Shown::Yes, people: Shown::Yes };
    add("hostile", Save::of(&hostile::assessment(&content.catalogue)?), named);
    for example in Example::ALL {
        let name = format!("{}.example", example.name());
        sources.push((name, Copy::Example, Source::Example(example)));
    }
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

fn content(bank: &Bank, examples: Examples) -> Content {
    let mut texts = bank.interface.clone();
    texts.extend(bank.guidance.texts.clone());
    texts.extend(bank.report.clone());
    Content {
        catalogue: bank.catalogue.clone(),
        guidance: bank.guidance.clone(),
        rules: bank.rules.clone(),
        texts,
        examples,
    }
}
