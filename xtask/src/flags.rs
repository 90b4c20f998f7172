//! What can be asked on the command line. One enum, read by hand: the tools bring no parser.

use std::path::PathBuf;

/// What is done.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Verb {
    /// Shows this help.
    Help,
    /// Writes `dist`.
    Build,
    /// Builds and serves `dist` on loopback.
    Serve { port: u16, log: bool },
    /// Format, clippy, arrows of the house, content.
    Check,
    /// How the content is written, and which ids it has.
    Content(Content),
    /// Every check and test.
    Test(Tests),
    /// Sizes against the budget.
    Size,
    /// Times beside the smallest page of the same kind.
    Bench,
    /// Prints the parsed bank.
    Catalogue,
    /// Writes the example assessments as save files.
    Samples { folder: PathBuf },
    /// Writes reports of them and others in every format.
    Reports { folder: PathBuf },
    /// Prints what a sheet of questions that was filled in would change in an assessment.
    Compare { save: PathBuf, sheet: PathBuf },
}

/// What is done with the content.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Content {
    /// Prints what the rules of style find.
    Look,
    /// Enters its ids into the register; those that are gone are named.
    Accept { retire: Vec<String> },
    /// Makes anew what its texts are compared with.
    Agenda { file: PathBuf },
}

/// Which tests run.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Tests {
    /// What takes minutes, in full.
    pub(crate) long: bool,
    /// Writes goldens anew instead of comparing.
    pub(crate) update: bool,
    /// Only those in a browser.
    pub(crate) browser: bool,
    /// Only those on this machine.
    pub(crate) host: bool,
}

/// The help.
pub(crate) const HELP: &str = "\
cargo xtask <verb>

  serve [--port <n>] [--log]   builds the release and serves it on 127.0.0.1 (port 8080)
  build                        writes dist/
  check                        format, clippy, arrows of the house, content
  content [--accept [--retire <id>]... | --agenda <file>]
                               how the content is written: findings, reading ease;
                               --accept enters new ids into the register; those that are
                               gone stay there as retired, if each is named;
                               --agenda makes anew what its texts are compared with
  test [--long] [--update] [--host | --browser]
                               every check and test; --long takes minutes more,
                               --update writes the expected exports anew
  size                         sizes in brotli against size-budget.toml
  bench                        times beside the smallest page of the same kind
  catalogue --json             prints the parsed question bank
  samples <folder>             writes the example assessments as save files
  reports <folder>             writes reports of them and others in every format
  compare <save> <sheet>       prints what a question sheet would change in an assessment
";

const PORT: u16 = 8080;

/// Reads the arguments behind the program's name.
pub(crate) fn parse(arguments: &[String]) -> Result<Verb, String> {
    let Some((verb, rest)) = arguments.split_first() else { return Ok(Verb::Help) };
    let mut flags = Flags { verb, rest: rest.iter() };
    let parsed = match verb.as_str() {
        "help" | "--help" | "-h" => Verb::Help,
        "build" => Verb::Build,
        "check" => Verb::Check,
        "size" => Verb::Size,
        "bench" => Verb::Bench,
        "serve" => return flags.serve(),
        "test" => return flags.test(),
        "catalogue" => return flags.catalogue(),
        "content" => return flags.content(),
        "samples" => return Ok(Verb::Samples { folder: flags.folder()? }),
        "reports" => return Ok(Verb::Reports { folder: flags.folder()? }),
        "compare" => return flags.compare(),
        other => return Err(format!("no verb “{other}”\n\n{HELP}")),
    };
    match flags.rest.next() {
        None => Ok(parsed),
        Some(flag) => Err(flags.unknown(flag)),
    }
}

struct Flags<'a> {
    verb: &'a str,
    rest: std::slice::Iter<'a, String>,
}

impl Flags<'_> {
    fn unknown(&self, flag: &str) -> String {
        format!("“{}” has no flag “{flag}”\n\n{HELP}", self.verb)
    }

    fn serve(&mut self) -> Result<Verb, String> {
        let (mut port, mut log) = (PORT, false);
        while let Some(flag) = self.rest.next() {
            match flag.as_str() {
                "--log" => log = true,
                "--port" => {
                    let number = self.rest.next().and_then(|number| number.parse().ok());
                    port = number.ok_or("--port takes a number from 0 to 65535; 0 takes any")?;
                }
                other => return Err(self.unknown(other)),
            }
        }
        Ok(Verb::Serve { port, log })
    }

    fn test(&mut self) -> Result<Verb, String> {
        let mut tests = Tests::default();
        while let Some(flag) = self.rest.next() {
            match flag.as_str() {
                "--long" => tests.long = true,
                "--update" => tests.update = true,
                "--browser" => tests.browser = true,
                "--host" => tests.host = true,
                other => return Err(self.unknown(other)),
            }
        }
        if tests.browser && tests.host {
            return Err("--browser and --host exclude each other; without them all is run".into());
        }
        Ok(Verb::Test(tests))
    }

    fn content(&mut self) -> Result<Verb, String> {
        match self.rest.next().map(String::as_str) {
            None => Ok(Verb::Content(Content::Look)),
            Some("--accept") => self.accept(),
            Some("--agenda") => match (self.rest.next(), self.rest.next()) {
                (Some(file), None) => Ok(Verb::Content(Content::Agenda { file: file.into() })),
                _ => Err("--agenda takes a file".into()),
            },
            Some(other) => Err(self.unknown(other)),
        }
    }

    fn accept(&mut self) -> Result<Verb, String> {
        let mut retire = Vec::new();
        while let Some(flag) = self.rest.next() {
            match (flag.as_str(), self.rest.next()) {
                ("--retire", Some(id)) if !id.starts_with('-') => retire.push(id.clone()),
                ("--retire", _) => return Err("--retire takes an id".into()),
                (other, _) => return Err(self.unknown(other)),
            }
        }
        Ok(Verb::Content(Content::Accept { retire }))
    }

    fn folder(&mut self) -> Result<PathBuf, String> {
        match (self.rest.next(), self.rest.next()) {
            (Some(folder), None) if !folder.starts_with('-') => Ok(folder.into()),
            _ => Err(format!("expected “{} <folder>”", self.verb)),
        }
    }

    fn compare(&mut self) -> Result<Verb, String> {
        match (self.rest.next(), self.rest.next(), self.rest.next()) {
            (Some(save), Some(sheet), None) => {
                Ok(Verb::Compare { save: save.into(), sheet: sheet.into() })
            }
            _ => Err("expected “compare <save> <sheet>”".into()),
        }
    }

    fn catalogue(&mut self) -> Result<Verb, String> {
        match (self.rest.next().map(String::as_str), self.rest.next()) {
            (Some("--json"), None) => Ok(Verb::Catalogue),
            _ => Err("expected “catalogue --json”".into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: Result<Verb, &str>) {
        let arguments: Vec<_> = line.split_whitespace().map(str::to_owned).collect();
        match (parse(&arguments), expected) {
            (Ok(found), Ok(expected)) => assert_eq!(found, expected),
            (Err(found), Err(expected)) => assert!(found.contains(expected), "{found}"),
            (found, expected) => panic!("expected {expected:?}, found {found:?}"),
        }
    }

    #[test]
    fn verbs_take_their_own_flags_alone() {
        check("", Ok(Verb::Help));
        check("serve", Ok(Verb::Serve { port: 8080, log: false }));
        check("serve --port 0 --log", Ok(Verb::Serve { port: 0, log: true }));
        check("serve --port", Err("--port takes a number"));
        check("test --long", Ok(Verb::Test(Tests { long: true, ..Tests::default() })));
        check("test --browser --host", Err("exclude each other"));
        check("build --log", Err("“build” has no flag “--log”"));
        check("catalogue", Err("catalogue --json"));
        check("content", Ok(Verb::Content(Content::Look)));
        let file = "agenda.md".into();
        check("content --agenda agenda.md", Ok(Verb::Content(Content::Agenda { file })));
        let accept = |ids: &[&str]| {
            let retire = ids.iter().map(|id| (*id).to_owned()).collect();
            Ok(Verb::Content(Content::Accept { retire }))
        };
        check("content --accept", accept(&[]));
        check("content --accept --retire a --retire b=c", accept(&["a", "b=c"]));
        check("content --accept --retire", Err("--retire takes an id"));
        check("content --accept a", Err("“content” has no flag “a”"));
        check("content --retire a", Err("“content” has no flag “--retire”"));
        check("content --agenda", Err("--agenda takes a file"));
        check("content --all", Err("“content” has no flag “--all”"));
        let (save, sheet) = ("a.json".into(), "b.xlsx".into());
        check("compare a.json b.xlsx", Ok(Verb::Compare { save, sheet }));
        check("compare a.json", Err("compare <save> <sheet>"));
        check("samples made", Ok(Verb::Samples { folder: "made".into() }));
        check("samples", Err("samples <folder>"));
        check("samples --json", Err("samples <folder>"));
        check("reports made", Ok(Verb::Reports { folder: "made".into() }));
        check("reports", Err("reports <folder>"));
        check("deploy", Err("no verb “deploy”"));
    }
}
