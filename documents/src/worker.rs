//! Runs what the page asks: opens files, makes what may be shared, findings, reports, bytes. The
//! one file here that sees an assessment.

use domain::bank::Bank;
use domain::date::Date;
use domain::example::Examples;
use domain::job::{File, Job, OpenFault, Outcome, Source, WriteFault};
use domain::pack::{self, Build, First, Later, PackFault};
use domain::passphrase::{LockFault, Passphrase};
use domain::report::{self, Report};
use domain::save::Save;
use domain::save::draft::DraftHead;
use domain::sheet::container::Container;
use domain::sheet::filled::Filled;
use domain::sheet::proposal::Proposal;
use domain::sheet::record::SheetId;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::locker::{Locker, NoLocker, fault_of};

/// What jobs are done with.
#[derive(Clone, Debug)]
pub struct Content {
    /// The question bank.
    pub bank: Bank,
    /// Invented companies, filled in.
    pub examples: Examples,
}

impl Content {
    /// Reads the three packs, for a program of this build.
    ///
    /// # Errors
    /// When one of them belongs to another build, or is damaged.
    pub fn read(
        questions: &[u8],
        guidance: &[u8],
        rules: &[u8],
        build: Build,
    ) -> Result<Self, PackFault> {
        let first = First::from_bytes(questions, build)?;
        let later = Later::from_bytes(guidance, build)?;
        let (bank, examples) = pack::Worker::from_bytes(rules, build)?.join(first, later);
        Ok(Self { bank, examples })
    }

    /// The report that is made from a source.
    #[must_use]
    pub fn report(&self, source: Source, date: Date) -> Report {
        let Self { bank, examples } = self;
        match source {
            Source::Complete(save) => report::complete(bank, &save.into_assessment(), date),
            Source::Sharing(save, naming) => {
                let shareable = save.into_assessment().for_sharing(&bank.catalogue, naming);
                report::for_sharing(bank, &shareable, date)
            }
            Source::Blank => report::blank(bank, date),
            Source::Example(which) => {
                let found = examples.of(which);
                let assessment = found.save.clone().into_assessment();
                report::example(bank, &assessment, found.answered)
            }
            Source::QuestionSheet(save, who, id) => {
                let assessment = save.into_assessment();
                report::question_sheet(bank, &assessment, &who, SheetId(id), date)
            }
        }
    }
}

/// Runs a job, where nothing locks or opens files.
#[must_use]
pub fn run(content: &Content, job: Job) -> Outcome {
    run_with(content, &NoLocker, job)
}

/// Runs a job.
#[must_use]
pub fn run_with(content: &Content, locker: &dyn Locker, job: Job) -> Outcome {
    match job {
        Job::Draw(source, date, extent) => {
            let report = content.report(source, date);
            Outcome::Drawn(Box::new(crate::drawing::draw(&report, &content.bank, &extent)))
        }
        Job::Write(source, moment, format) => {
            let report = content.report(source, moment.today);
            match crate::write(&report, format, moment) {
                Ok(bytes) => Outcome::Written(File {
                    name: format!("{}.{}", report.file_stem, format.extension()),
                    media_type: format.media_type().to_owned(),
                    bytes,
                }),
                Err(fault) => Outcome::NotWritten(fault),
            }
        }
        Job::Save(save, date) => match save_file(content, *save, date) {
            Ok(file) => Outcome::Written(file),
            Err(fault) => Outcome::NotWritten(fault),
        },
        Job::Open(bytes) if Container::of(&bytes).is_some() => {
            Outcome::NotOpened(sheet(content, &bytes).err().unwrap_or(OpenFault::SheetAlone))
        }
        Job::Compare(save, bytes) => match sheet(content, &bytes) {
            Ok(filled) => {
                let proposal = Proposal::of(&content.bank, &save.into_assessment(), &filled);
                Outcome::Compared(Box::new(proposal))
            }
            Err(fault) => Outcome::NotOpened(fault),
        },
        Job::Open(bytes) => opened(content, &bytes),
        Job::SaveLocked(save, date, passphrase) => {
            // Of whom it is, its name does not give away either.
            let stem = report::locked_stem(&content.bank.texts, date);
            let file = save_file(content, *save, date);
            let file = file.map(|file| File { name: format!("{stem}.json"), ..file });
            match file.and_then(|file| crate::locker::locked(locker, file, &passphrase)) {
                Ok(file) => Outcome::Written(file),
                Err(fault) => Outcome::NotWritten(fault),
            }
        }
        Job::OpenLocked(bytes, passphrase) => match locker.open(&bytes, &passphrase) {
            Ok(bytes) => opened(content, &bytes),
            Err(fault) => Outcome::NotOpened(OpenFault::Locked(fault)),
        },
    }
}

/// The assessment in a save file.
fn opened(content: &Content, bytes: &[u8]) -> Outcome {
    match crate::json::read(bytes, &content.bank.catalogue) {
        Ok(save) => Outcome::Opened(Box::new(save)),
        Err(fault) => Outcome::NotOpened(fault),
    }
}

/// A sheet that came back. A text that is none was meant as a save file, and is told as one.
fn sheet(content: &Content, bytes: &[u8]) -> Result<Filled, OpenFault> {
    crate::returned_sheet::read(bytes, &content.bank).map_err(|fault| match fault {
        OpenFault::NotASaveFile => {
            crate::json::read(bytes, &content.bank.catalogue).err().unwrap_or(fault)
        }
        fault => fault,
    })
}

/// The save file of a draft that is in the browser's storage, when the page itself is dead. An
/// answer that cannot be read is left out; a head that cannot be read leaves nothing to write.
///
/// # Errors
/// When there is no such file to be made.
pub fn rescue<'a>(
    content: &Content,
    head: &[u8],
    answers: impl IntoIterator<Item = &'a [u8]>,
    date: Date,
) -> Result<File, RescueFault> {
    let head = DraftHead::from_bytes(head).ok_or(RescueFault::NoHead)?;
    let (assessment, _) = head.with_records(answers);
    save_file(content, Save::of(&assessment), date).map_err(RescueFault::NotWritten)
}

/// Why there is no save file of a draft. Read by whoever reports the fault, beside what the page says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RescueFault {
    /// The record that says what is assessed cannot be read.
    NoHead,
    /// The file could not be made.
    NotWritten(WriteFault),
}

/// What a save says makes the file, and not what it was made of: of a risk whose bytes cannot be read the
/// records of a draft say more than that.
fn save_file(content: &Content, save: Save, date: Date) -> Result<File, WriteFault> {
    let assessment = save.into_assessment();
    let stem = report::complete_stem(&content.bank.texts, &assessment.scope, date);
    Ok(File {
        name: format!("{stem}.json"),
        media_type: "application/json".to_owned(),
        bytes: crate::json::write(&assessment)?,
    })
}

/// The build of this module.
const BUILD: Build = Build::named(option_env!("RESPECT_IN_PRACTICE_BUILD"));

#[wasm_bindgen(js_namespace = self)]
extern "C" {
    #[wasm_bindgen(catch, js_name = lockFile)]
    fn lock_file(plain: &[u8], passphrase: &str) -> Result<Vec<u8>, JsValue>;
    #[wasm_bindgen(catch, js_name = openFile)]
    fn open_file(locked: &[u8], passphrase: &str) -> Result<Vec<u8>, JsValue>;
}

/// The module beside this one, which locks and opens files.
struct Beside;

impl Locker for Beside {
    fn lock(&self, plain: &[u8], passphrase: &Passphrase) -> Result<Vec<u8>, LockFault> {
        lock_file(plain, &passphrase.0).map_err(told)
    }

    fn open(&self, locked: &[u8], passphrase: &Passphrase) -> Result<Vec<u8>, LockFault> {
        open_file(locked, &passphrase.0).map_err(told)
    }
}

/// What was thrown: a fault by its code, or what the engine throws where it has no more memory to give.
#[allow(clippy::needless_pass_by_value, reason = "as it is thrown")]
fn told(thrown: JsValue) -> LockFault {
    thrown.as_f64().map_or(LockFault::TooMuchWork, |code| fault_of(code as u8))
}

/// The worker as the page's script sees it.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Worker {
    content: Content,
}

/// A file as the page's script sees it.
#[wasm_bindgen(getter_with_clone)]
#[derive(Debug)]
pub struct Rescued {
    /// File name.
    pub name: String,
    /// Media type.
    pub media_type: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

#[wasm_bindgen]
impl Worker {
    /// A worker with its content.
    ///
    /// # Errors
    /// When a pack belongs to another build, or is damaged.
    #[wasm_bindgen(constructor)]
    pub fn new(questions: &[u8], guidance: &[u8], rules: &[u8]) -> Result<Self, String> {
        Content::read(questions, guidance, rules, BUILD)
            .map(|content| Self { content })
            .map_err(|fault| fault.to_string())
    }

    /// Runs a job, given and answered as `postcard` bytes. A message that is not understood is a
    /// job that failed.
    #[must_use]
    pub fn run(&self, job: &[u8]) -> Vec<u8> {
        let outcome = match postcard::from_bytes(job) {
            Ok(job) => run_with(&self.content, &Beside, job),
            Err(_) => Outcome::Stopped,
        };
        postcard::to_allocvec(&outcome).unwrap_or_default()
    }

    /// The save file of the records of a draft: its head, and its answers one after the other, each
    /// as long as the lengths say.
    ///
    /// # Errors
    /// When the head cannot be read, or the file could not be read back.
    pub fn rescue(
        &self,
        head: &[u8],
        answers: &[u8],
        lengths: &[u32],
        year: u16,
        month: u8,
        day: u8,
    ) -> Result<Rescued, String> {
        let mut rest = answers;
        let answers = lengths.iter().map_while(|&length| {
            let (answer, behind) = rest.split_at_checked(length as usize)?;
            rest = behind;
            Some(answer)
        });
        let file = rescue(&self.content, head, answers, Date { year, month, day })
            .map_err(|fault| format!("{fault:?}"))?;
        Ok(Rescued { name: file.name, media_type: file.media_type, bytes: file.bytes })
    }
}
