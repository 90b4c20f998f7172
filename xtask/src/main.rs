//! The project's tools: `cargo xtask` shows what there is. One file a verb.
#![allow(clippy::print_stdout)]

mod build;
mod catalogue;
mod content;
mod flags;
mod install;
mod problem;
mod serve;
mod tree;

use std::env;
use std::process::ExitCode;

use flags::Verb;

fn main() -> ExitCode {
    let arguments: Vec<_> = env::args().skip(1).collect();
    let done = flags::parse(&arguments).and_then(|verb| match verb {
        Verb::Help => {
            print!("{}", flags::HELP);
            Ok(())
        }
        Verb::Build => build::run(),
        Verb::Serve { port, log } => serve::run(port, log),
        Verb::Catalogue => catalogue::run(),
        Verb::Check | Verb::Test(_) | Verb::Size | Verb::Bench => Err("later".into()),
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("{}", reason.trim_end());
            ExitCode::FAILURE
        }
    }
}
