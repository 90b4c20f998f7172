//! The project's tools: `cargo xtask` shows what there is. One file a verb.
#![allow(clippy::print_stdout)]

mod arrows;
mod bench;
mod build;
mod catalogue;
mod check;
mod compare;
mod content;
mod counted;
mod flags;
mod fuzz;
mod install;
mod links;
mod order;
mod own_words;
mod pictures;
mod rating;
mod release;
mod report;
mod reports;
mod reproduce;
mod samples;
mod serve;
mod size;
mod test;
mod tree;

use std::process::ExitCode;

use clap::Parser as _;
use flags::{Line, Verb};

fn main() -> ExitCode {
    let done = match Line::parse().verb {
        Verb::Build { without_offline } => build::run(without_offline.into()),
        Verb::Serve { port, log, without_offline } => serve::run(port, log, without_offline.into()),
        Verb::Catalogue { json: _ } => catalogue::run(),
        Verb::Rating { questionnaire: true } => rating::questionnaire(),
        Verb::Rating { questionnaire: false } => rating::agreement(),
        Verb::Samples { folder } => samples::run(&folder),
        Verb::Reports { folder } => reports::run(&folder),
        Verb::Compare { save, sheet } => compare::run(&save, &sheet),
        Verb::Order { save } => order::run(&save),
        Verb::CheckOwn { file } => own_words::check(&file),
        Verb::Own { file, dist } => own_words::put(&file, &dist.unwrap_or_else(tree::dist)),
        Verb::Check => check::run(),
        Verb::Content(asked) => content::run(&asked.into()),
        Verb::Size => size::run(),
        Verb::Reproduce => reproduce::run(),
        Verb::Release { version } => release::run(version.as_deref()),
        Verb::Test(tests) => test::run(&tests),
        Verb::Pictures => pictures::run(),
        Verb::Bench => bench::run(),
        Verb::Fuzz(search) => fuzz::run(&search),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            if !reason.is_empty() {
                eprintln!("{}", reason.trim_end());
            }
            ExitCode::FAILURE
        }
    }
}
